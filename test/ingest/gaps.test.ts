/** Days in the middle of a source that have no row. */
import { describe, expect, it } from "vitest";
import type { Grid } from "../../src/engine/grid";
import { renderIssue } from "../../src/text/render";
import { done, sampleShop } from "../api/shop";
import { pasted } from "./chat/read";
import { run, source } from "./workbook";

const iso = (day: number) => `2026-10-${String(day).padStart(2, "0")}`;
const MONTH = Array.from({ length: 31 }, (_, at) => at + 1);
/** 2026-10-01 is a Thursday, so the 3rd is the first Saturday. */
const SATURDAYS = [3, 10, 17, 24, 31];
const SUNDAYS = [4, 11, 18, 25];
const without = (...days: readonly number[]) => MONTH.filter((day) => !days.includes(day));

const AGENTS = ["小雨", "小雪", "Ann"];

function figures(days: readonly number[], agents = AGENTS, name = "日报"): Grid {
  const rows = days.flatMap((day) => agents.map((agent) => [iso(day), agent, 10]));
  return { name, rows: [["日期", "客服", "销售额"], ...rows] };
}

/** So many cases a day of a table that Sources reads. */
function cases(days: readonly number[], count = 4): Grid {
  const rows = days.flatMap((day) =>
    Array.from({ length: count }, (_, at) => [`${day}-${at}`, "Ann", iso(day)]),
  );
  return { name: "Cases", rows: [["id", "agent", "date"], ...rows] };
}

function orders(days: readonly number[], count = 5): Grid {
  const rows = days.flatMap((day) =>
    Array.from({ length: count }, (_, at) => [
      `90000000${day}00${at}`,
      "小雨",
      100,
      "交易成功",
      `${iso(day)} 10:00:00`,
      `${iso(day)} 10:01:00`,
    ]),
  );
  return {
    name: "订单",
    rows: [["订单编号", "客服", "买家实际支付金额", "订单状态", "订单创建时间", "订单付款时间"], ...rows],
  };
}

function chats(days: readonly number[]): Grid {
  const lines = days.flatMap((day) =>
    [0, 1, 2].flatMap((at) => [
      `买家${day}${at} ${iso(day)} 10:0${at}:00\n在吗`,
      `旗舰店:小雨 ${iso(day)} 10:0${at}:30\n在的`,
    ]),
  );
  return pasted("聊天", lines.join("\n"));
}

/** A column a day; everybody came on these days and was off on the others. */
function attendance(days: readonly number[]): Grid {
  const marks = MONTH.map((day) => (days.includes(day) ? "正常" : "休"));
  const rows = AGENTS.map((agent) => [agent, ...marks]);
  return { name: "考勤 2026-10", rows: [["姓名", ...MONTH], ...rows] };
}

/** Figures of people who are off on days of their own, two in seven. */
function restDays(): Grid {
  const team = ["小雨", "小雪", "Ann", "Bob"];
  const rows = MONTH.flatMap((day) =>
    team.flatMap((agent, at) => ((day + at * 2) % 7 < 2 ? [] : [[iso(day), agent, 10]])),
  );
  return { name: "日报", rows: [["日期", "客服", "销售额"], ...rows] };
}

function gaps(...grids: readonly Grid[]): string[] {
  const sources = [source("n", { tab: "Cases", how: "count" })];
  const { issues } = run({ grids, sources: grids.some(({ name }) => name === "Cases") ? sources : [] });
  return issues
    .filter(({ code }) => code === "data-days-missing")
    .map(({ severity, tab, values }) => `${severity} ${tab}: ${values?.days}`);
}

it.each(["2026-08", "2026-09", "2026-10"])("the sample shop lacks no day of %s", (text) => {
  const { tabs } = done(sampleShop("eight-part", "zh"), "data", { month: text });
  const codes = tabs.flatMap(({ problems }) => problems.map(({ code }) => code));
  expect(codes).toContain("recomputed-from-rate");
  expect(codes).not.toContain("data-days-missing");
});

const THE_14TH = "2026-10-14 (Wednesday)";

const FOUND: readonly (readonly [string, readonly Grid[], readonly string[]])[] = [
  ["every day", [figures(MONTH)], []],
  ["a register by weeks", [cases([1, 2, 3, 4, 8, 9, 10, 15, 16, 18, 22, 25, 29, 30])], []],
  ["one day of agents' figures", [figures(without(14))], [`warning 日报: ${THE_14TH}`]],
  [
    "a Saturday of a shop that works on Saturdays",
    [figures(without(17))],
    ["warning 日报: 2026-10-17 (Saturday)"],
  ],
  ["closed every weekend", [figures(without(...SATURDAYS, ...SUNDAYS))], []],
  [
    "closed every weekend, and a day is missing",
    [figures(without(...SATURDAYS, ...SUNDAYS, 14))],
    [`warning 日报: ${THE_14TH}`],
  ],
  ["every other Saturday", [figures(without(10, 24))], []],
  ["open on one Sunday of four", [figures(without(4, 11, 18))], []],
  ["the end of the month is another matter", [figures(without(31))], []],
  ["one agent's days off", [figures(without(14), ["小雨"])], []],
  ["two agents may be off together", [figures(without(14), ["小雨", "小雪"])], [`info 日报: ${THE_14TH}`]],
  ["six days tell no rule", [figures([1, 3, 5, 6, 8, 9])], []],
  ["seven days do", [figures([1, 3, 5, 6, 7, 8, 9])], ["warning 日报: 2026-10-02 (Friday)"]],
  ["a team that works now and then", [figures([1, 3, 6, 8, 9, 13, 15, 17, 20, 23, 26, 30])], []],
  [
    "a week",
    [figures(without(12, 13, 14, 15, 16, 17, 18))],
    [
      "warning 日报: 2026-10-12 (Monday), 2026-10-13 (Tuesday), 2026-10-14 (Wednesday), 2026-10-15 (Thursday), 2026-10-16 (Friday), 2026-10-17 (Saturday), 2026-10-18 (Sunday)",
    ],
  ],
  [
    "files of a day each, one of them missing",
    without(14).map((day) => figures([day], AGENTS, `日报 ${iso(day)}`)),
    [`warning 日报 2026-10-31: ${THE_14TH}`],
  ],
  ["four cases a day", [cases(without(14))], [`warning Cases: ${THE_14TH}`]],
  ["three cases a day: a day may have none", [cases(without(14), 3)], []],
  ["orders", [orders(without(14))], [`warning 订单: ${THE_14TH}`]],
  ["chats", [chats(without(14))], [`warning 聊天: ${THE_14TH}`]],
  ["another source has the day", [figures(without(14)), orders(MONTH)], [`warning 日报: ${THE_14TH}`]],
  [
    "no source has the day: the shop was closed",
    [figures(without(14)), orders(without(14))],
    [`info 日报: ${THE_14TH}`, `info 订单: ${THE_14TH}`],
  ],
  [
    "a day on which the shop was closed, and one of which the figures are missing",
    [figures(without(14, 20)), orders(without(14))],
    ["warning 日报: 2026-10-20 (Tuesday)", `info 日报: ${THE_14TH}`, `info 订单: ${THE_14TH}`],
  ],
  ["nobody came by attendance", [figures(without(14)), attendance(without(14))], [`info 日报: ${THE_14TH}`]],
  ["people came by attendance", [figures(without(14)), attendance(MONTH)], [`warning 日报: ${THE_14TH}`]],
  [
    "closed in the week of the National Day",
    [figures(without(2, 3, 4, 5, 6, 7, 8))],
    [
      "info 日报: 2026-10-02 (Friday), 2026-10-03 (Saturday), 2026-10-04 (Sunday), 2026-10-05 (Monday), 2026-10-06 (Tuesday), 2026-10-07 (Wednesday), 2026-10-08 (Thursday)",
    ],
  ],
  [
    "people came in the week of the National Day",
    [figures(without(5, 6, 7)), attendance(MONTH)],
    ["warning 日报: 2026-10-05 (Monday), 2026-10-06 (Tuesday), 2026-10-07 (Wednesday)"],
  ],
  [
    "two days of a shop that works in the holidays",
    [figures(without(5, 6))],
    ["warning 日报: 2026-10-05 (Monday), 2026-10-06 (Tuesday)"],
  ],
  [
    "longer than the holidays",
    [figures(without(7, 8, 9, 10))],
    [
      "warning 日报: 2026-10-07 (Wednesday), 2026-10-08 (Thursday), 2026-10-09 (Friday), 2026-10-10 (Saturday)",
    ],
  ],
  ["each person has rest days of their own", [restDays()], []],
];

describe("days that are missing in the middle", () => {
  it.each(FOUND)("%s", (_, grids, expected) => {
    expect(gaps(...grids)).toEqual(expected);
  });

  it("are named with the day of the week", () => {
    const { issues } = run({ grids: [figures(without(17))] });
    const [issue] = issues.filter(({ code }) => code === "data-days-missing");
    expect(issue && [renderIssue(issue, "en"), renderIssue(issue, "zh")]).toEqual([
      "日报: No rows for 2026-10-17 (Saturday), though the days before and after have rows. Paste what is missing, unless the shop was closed.",
      "日报：2026-10-17（周六） 没有数据，而前后各天都有。请补贴缺少的数据；如当天店铺休息，可忽略。",
    ]);
  });
});
