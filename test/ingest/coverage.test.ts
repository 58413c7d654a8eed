/** How far the data of each source reach, and what is said where one ends before another. */
import { describe, expect, it } from "vitest";
import { parseMonth } from "../../src/engine/calendar";
import { type DatedTab, dataAsOf, sourcesOf } from "../../src/engine/coverage";
import { coverageIssues } from "../../src/ingest/coverage";
import { dayOf } from "./workbook";

const OCTOBER = parseMonth("2026-10") ?? never();

function never(): never {
  throw new Error("no month");
}

/** A tab as `kind first last rows`; days of October 2026. */
function tabOf(name: string, text: string): DatedTab {
  const [kind = "", first = 1, last = 31, rows = 100] = text
    .split(" ")
    .map((part, at) => (at ? Number(part) : part));
  const on = (day: number | string) => dayOf("2026-10-01") + Number(day) - 1;
  const measures = {
    attend: ["attended_days"],
    export: ["sales", "agent"],
    rates: ["replied"],
    total: ["sales"],
  }[String(kind)];
  return {
    tab: name,
    as: measures ? (kind === "attend" || kind === "total" ? "agent-month" : "agent-day") : String(kind),
    columns: (measures ?? ["time"]).map((measure) => ({ measure })),
    firstDay: on(first),
    lastDay: on(last),
    rowsRead: Number(rows),
  };
}

const tabs = (all: Readonly<Record<string, string>>) =>
  Object.entries(all).map(([name, text]) => tabOf(name, text));

/** `warning 日报 2026-10-01至2026-10-02 29`: severity, tab, days, days missing. */
const say = (all: Readonly<Record<string, string>>) =>
  coverageIssues(tabs(all), OCTOBER).map(({ severity, tab, values }) =>
    [severity, tab ?? "*", values?.days, values?.count].join(" "),
  );

const CASES: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
  ["all of the month", { A: "export 1 31", B: "attend 1 31" }, []],
  ["one day only beside a whole month", { A: "export 1 1", B: "attend 1 31" }, ["warning A 2026-10-01 30"]],
  ["the last day only", { A: "export 31 31", B: "attend 1 31" }, ["warning A 2026-10-31 30"]],
  ["a day short at the end", { A: "export 1 30", B: "attend 1 31" }, ["warning A 2026-10-01 – 2026-10-30 1"]],
  [
    "a day short at the start",
    { A: "export 2 31", B: "attend 1 31" },
    ["warning A 2026-10-02 – 2026-10-31 1"],
  ],
  ["attendance with a free last weekend", { A: "export 1 31", B: "attend 1 29" }, []],
  [
    "attendance three days short",
    { A: "export 1 31", B: "attend 1 28" },
    ["warning B 2026-10-01 – 2026-10-28 3"],
  ],
  ["not over in any source", { A: "export 1 15", B: "attend 1 15" }, []],
  ["one day of one source", { A: "export 2 2" }, []],
  ["pieces of one layout are one source", { A: "export 1 15", B: "export 16 31", C: "attend 1 31" }, []],
  ["two layouts are two", { A: "export 1 15", B: "rates 1 31" }, ["warning A 2026-10-01 – 2026-10-15 16"]],
  [
    "orders every day, two days short",
    { A: "orders 1 29 290", B: "export 1 31" },
    ["warning A 2026-10-01 – 2026-10-29 2"],
  ],
  ["orders every day, one day short", { A: "orders 1 30 300", B: "export 1 31" }, []],
  ["an order a day, three days short", { A: "orders 1 28 28", B: "export 1 31" }, []],
  [
    "an order a day, four days short",
    { A: "orders 1 27 27", B: "export 1 31" },
    ["warning A 2026-10-01 – 2026-10-27 4"],
  ],
  ["nineteen cases in all", { A: "source 4 9 19", B: "export 1 31" }, []],
  ["twenty cases in all", { A: "source 1 9 20", B: "export 1 31" }, ["warning A 2026-10-01 – 2026-10-09 22"]],
  ["days beside the total of a month, which are compared", { A: "export 1 9", B: "total 1 31" }, []],
  ["nothing pasted", {}, []],
];

describe("data that reach less far than others", () => {
  it.each(CASES)("%s", (_name, all, expected) => {
    expect(say(all)).toEqual(expected);
  });

  it("says with which tabs it was compared", () => {
    const [issue] = coverageIssues(tabs({ 日报: "export 1 2", 考勤: "attend 1 31" }), OCTOBER);
    expect(issue).toEqual({
      severity: "warning",
      code: "data-ends-early",
      tab: "日报",
      values: {
        tabs: "日报",
        days: "2026-10-01 – 2026-10-02",
        other: "考勤",
        otherDays: "2026-10-01 – 2026-10-31",
        count: "29",
      },
    });
  });
});

describe("data as of", () => {
  const asOf = (all: Readonly<Record<string, string>>) => {
    const day = dataAsOf(sourcesOf(tabs(all), OCTOBER));
    return day === null ? null : day - dayOf("2026-10-01") + 1;
  };

  it.each([
    ["the figures, not attendance", { A: "export 1 2", B: "attend 1 31" }, 2],
    ["the earliest of several sources", { A: "export 1 31", B: "orders 1 12", C: "chat 1 20" }, 12],
    ["the latest piece of one source", { A: "export 1 1", B: "export 2 2", C: "export 3 3" }, 3],
    ["attendance where there is nothing else", { A: "attend 1 30" }, 30],
    ["a shop's own report does not count", { A: "shop 1 31", B: "export 1 9" }, 9],
  ])("%s", (_name, all, expected) => {
    expect(asOf(all)).toBe(expected);
  });

  it("is unknown without dates", () => {
    expect(asOf({})).toBeNull();
  });
});
