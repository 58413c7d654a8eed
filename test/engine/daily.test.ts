/** Conversion and response by day, counted by hand and by a plain loop. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseMonth } from "../../src/engine/calendar";
import { type DailyLine, dailyFigures, type MonthDaily } from "../../src/engine/daily";
import { Exact } from "../../src/engine/exact";
import type { Grid } from "../../src/engine/grid";
import { computeMonth } from "../month";
import { tab } from "../readings/book";

const STAFF = tab("Staff", "Person | Team | Plan | Hired\nAnn | T | P |\nBen | T | P | @2026-10-03");
const PAY = tab("Pay", "Plan | Component | Formula\nP | x | =1");
const METRICS = tab("Metrics", "Metric | Formula | Unit\nconversion | =final_payers/inquirers | %");
const HEADER = "Agent | Date | inquirers | final_payers | first_response_seconds | first_responses";

function dailyOf(raw: string, more: readonly Grid[] = [METRICS]): MonthDaily {
  const month = parseMonth("2026-10");
  const tabs = [STAFF, PAY, ...more, tab("raw", raw)];
  const daily = month && computeMonth(tabs, month, "en").hr?.daily();
  return daily ?? expect.fail("no daily figures");
}

function shownDays(line: DailyLine | null): Record<number, string> {
  const days = line?.days.map((value, index) => [index + 1, value?.toFraction() ?? ""] as const) ?? [];
  return Object.fromEntries(days.filter(([, value]) => value !== ""));
}

describe("a month by hand", () => {
  test("sums counts before it divides, and leaves days without data blank", () => {
    const { conversion, response, promotion } = dailyOf(
      `${HEADER}
Ann | @2026-10-03 | 10 | 5 | 100 | 2
Ben | @2026-10-03 | 30 | 5 | 20 | 2
Ann | @2026-10-04 | 0 | 0 | 0 | 0`,
    );
    // 10 of 40, and no mean of 1/2 and 1/6; 120 s of 4.
    expect([shownDays(conversion), conversion?.month?.toFraction()]).toEqual([{ 3: "1/4" }, "1/4"]);
    expect([shownDays(response), response?.metric]).toEqual([{ 3: "30" }, "first_response"]);
    expect([promotion.length, promotion.some(Boolean)]).toEqual([31, false]);
  });

  test("facts before somebody was hired count on no day and not in the month", () => {
    const { conversion } = dailyOf(
      `${HEADER}
Ben | @2026-10-02 | 10 | 10 | |
Ben | @2026-10-03 | 10 | 1 | |`,
    );
    expect([shownDays(conversion), conversion?.month?.toFraction()]).toEqual([{ 3: "1/10" }, "1/10"]);
  });

  test("who lacks one of the counts on a day is left out of that day", () => {
    const { conversion } = dailyOf(
      `${HEADER}
Ann | @2026-10-05 | 10 | - | |
Ben | @2026-10-05 | 20 | 5 | |
Ann | @2026-10-06 | 10 | 4 | |`,
    );
    expect(shownDays(conversion)).toEqual({ 5: "1/4", 6: "2/5" });
    // Ann has both counts in the month: 9 of 40, as SHOP.VALUE has it.
    expect(conversion?.month?.toFraction()).toBe("9/40");
  });

  test("a cell that cannot be read is left out", () => {
    const { conversion } = dailyOf(
      `${HEADER}
Ann | @2026-10-05 | 1O | 4 | |
Ben | @2026-10-05 | 20 | 5 | |`,
    );
    expect(shownDays(conversion)).toEqual({ 5: "1/4" });
  });

  test("follows the shop's own formula and unit", () => {
    const own = tab(
      "Metrics",
      "Metric | Label | Formula | Unit\nconversion | Sold | =final_payers/inquirers*2 | count",
    );
    const { conversion } = dailyOf(`${HEADER}\nAnn | @2026-10-05 | 10 | 4 | |`, [own]);
    expect([shownDays(conversion), conversion?.label.en, conversion?.unit]).toEqual([
      { 5: "4/5" },
      "Sold",
      "count",
    ]);
  });

  test("where a shop has no inquirers, buyers received count", () => {
    const { conversion } = dailyOf("Agent | Date | received | orderers\nAnn | @2026-10-05 | 10 | 4", []);
    expect([conversion?.metric, shownDays(conversion)]).toEqual(["conversion_received", { 5: "2/5" }]);
  });

  test("a count without dates belongs to no day, and is no 0 on one", () => {
    const own = tab("Metrics", "Metric | Formula\nconversion | =won/inquirers");
    const sources = tab(
      "Sources",
      "Source | Tab | Person column | Measure | How\ndeals | deals 2026-10 | Who | won | count",
    );
    const deals = tab("deals 2026-10", "Who | Deal\nAnn | one\nAnn | two");
    const { conversion } = dailyOf(`${HEADER}\nAnn | @2026-10-05 | 10 | 4 | |`, [own, sources, deals]);
    expect(conversion).toBeNull();
  });

  test("entries of days before somebody was hired do not count, should facts hold any", () => {
    const month = parseMonth("2026-10");
    const raw = tab("raw", `${HEADER}\nBen | @2026-10-03 | 10 | 1 | |`);
    const view = month && computeMonth([STAFF, PAY, METRICS, raw], month, "en");
    if (!view?.hr || !month) throw new Error("a month");
    for (const name of ["inquirers", "final_payers"]) {
      const series = view.result.facts.measures.get(name)?.byPerson.get("ben");
      series?.days.push(month.first);
      series?.values.push(Exact.ONE);
    }
    const { conversion } = dailyFigures(view.hr.book, view.result.facts);
    expect([shownDays(conversion), conversion?.month?.toFraction()]).toEqual([{ 3: "1/10" }, "1/10"]);
  });

  test("month totals are no days", () => {
    const daily = dailyOf("Agent | inquirers | final_payers | month\nAnn | 10 | 4 | 2026-10", [METRICS]);
    expect([daily.conversion, daily.response]).toEqual([null, null]);
  });
});

test("every day and the month are what a plain loop over the rows says", () => {
  const row = fc.record({
    person: fc.constantFrom("Ann", "Ben"),
    day: fc.integer({ min: 3, max: 31 }),
    came: fc.integer({ min: 0, max: 50 }),
    bought: fc.integer({ min: 0, max: 50 }),
  });
  const rows = fc.uniqueArray(row, {
    selector: ({ person, day }) => `${person}${day}`,
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(rows, (list) => {
      const lines = list.map(
        ({ person, day, came, bought }) =>
          `${person} | @2026-10-${String(day).padStart(2, "0")} | ${came} | ${bought} | |`,
      );
      const { conversion } = dailyOf([HEADER, ...lines].join("\n"));
      const share = (some: typeof list) => {
        const came = some.reduce((sum, one) => sum + one.came, 0);
        const bought = some.reduce((sum, one) => sum + one.bought, 0);
        return came === 0 ? null : bought / came;
      };
      const days = Array.from({ length: 31 }, (_, n) => share(list.filter(({ day }) => day === n + 1)));
      const found = conversion?.days.map((value) => value?.toNumber() ?? null);
      expect(found ?? Array(31).fill(null)).toEqual(days);
      if (conversion) expect(conversion.month?.toNumber() ?? null).toBe(share(list));
    }),
    { numRuns: 60 },
  );
});
