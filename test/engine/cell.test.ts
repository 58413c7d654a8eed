import { describe, expect, it } from "vitest";
import { dayFromParts, isoOfDay } from "../../src/engine/calendar";
import {
  dateOrder,
  isTimeCell,
  type Reading,
  readDate,
  readMonth,
  readNumber,
  readRange,
  readSeconds,
  type SecondsForm,
} from "../../src/engine/cell";
import type { Exact } from "../../src/engine/exact";
import type { GridCell } from "../../src/engine/grid";
import { CELL_MESSAGES } from "../../src/text/messages/cell";
import { renderMessage } from "../../src/text/render";

/** A reading in one word: the value, `missing`, `not ready`, or the code of the problem. */
function told(reading: Reading<Exact>): string {
  if (reading.kind === "value") return reading.value.toText(12) + (reading.percent ? " %" : "");
  if (reading.kind === "missing") return reading.notReady ? "not ready" : "missing";
  return reading.problem.code;
}

const serialOf = (year: number, month: number, day: number) => dayFromParts(year, month, day) ?? 0;

const NUMBERS: readonly (readonly [GridCell, string])[] = [
  [0, "0"],
  [-0, "0"],
  [37.79, "37.79"],
  [0.30000000000000004, "0.3"],
  [1e21, "1000000000000000000000"],
  ["0", "0"],
  ["-0", "0"],
  ["46", "46"],
  ["  46  ", "46"],
  ["　46　", "46"],
  ["\u00a046\ufeff", "46"],
  ["46.12%", "0.4612 %"],
  ["46.12 %", "0.4612 %"],
  ["98％", "0.98 %"],
  ["100%", "1 %"],
  ["-3.5%", "-0.035 %"],
  ["0.4612", "0.4612"],
  [".5", "0.5"],
  ["5.", "5"],
  ["+12", "12"],
  ["１２３．４５", "123.45"],
  ["1,234", "1234"],
  ["1，234", "1234"],
  ["12,345.67", "12345.67"],
  ["1,234,567.89", "1234567.89"],
  ["１，２３４", "1234"],
  ["¥1,234.50", "1234.5"],
  ["￥1234.5", "1234.5"],
  ["¥ 1,234", "1234"],
  ["1,234.50元", "1234.5"],
  ["12 元", "12"],
  ["¥12元", "12"],
  ["1.2万", "12000"],
  ["1.23456万", "12345.6"],
  ["1.2萬", "12000"],
  ["3万元", "30000"],
  ["1.5亿", "150000000"],
  ["2億元", "200000000"],
  ["-12.00", "-12"],
  ["−12.00", "-12"],
  ["－12.00", "-12"],
  ["(12.00)", "-12"],
  ["（12.00）", "-12"],
  ["(1,234.5)", "-1234.5"],
  ["(¥12)", "-12"],
  ["¥-12", "-12"],
  ["-¥12", "-12"],
  ["007", "7"],
  ["123456789012345678.25", "123456789012345678.25"],
  ["999999999999999", "999999999999999"],
  ["0.000000000001", "0.000000000001"],
  ["", "missing"],
  ["   ", "missing"],
  ["　", "missing"],
  ["-", "missing"],
  ["--", "missing"],
  ["—", "missing"],
  ["——", "missing"],
  ["–", "missing"],
  ["－", "missing"],
  ["/", "missing"],
  ["N/A", "missing"],
  ["n/a", "missing"],
  ["null", "missing"],
  [" NULL ", "missing"],
  ["暂无数据", "missing"],
  ["暫無數據", "missing"],
  ["无退款申请", "missing"],
  ["延迟统计", "not ready"],
  [" 延遲統計 ", "not ready"],
];

const NOT_NUMBERS: readonly (readonly [GridCell, string])[] = [
  ["12,5", "cell-comma"],
  ["1,23", "cell-comma"],
  ["1,2345", "cell-comma"],
  ["-12,50", "cell-comma"],
  ["0,123", "cell-comma"],
  ["12，5", "cell-comma"],
  ["1234,567", "cell-comma"],
  ["1,234,56", "cell-commas"],
  ["1,23,456", "cell-commas"],
  ["1.234,56", "cell-commas"],
  [",123", "cell-commas"],
  ["123,", "cell-commas"],
  ["1,,234", "cell-commas"],
  ["1,234,", "cell-commas"],
  ["1.2.3", "cell-points"],
  ["1..2", "cell-points"],
  ["12.5.", "cell-points"],
  ["1.2.3%", "cell-text"],
  ["3分", "cell-unit"],
  ["38秒", "cell-unit"],
  ["12kg", "cell-unit"],
  ["5人", "cell-unit"],
  ["$12", "cell-text"],
  ["12$", "cell-unit"],
  ["12%%", "cell-unit"],
  ["1.2万%", "cell-unit"],
  ["¥12%", "cell-unit"],
  ["1e5", "cell-exponent"],
  ["1.23E+18", "cell-exponent"],
  ["1e5元", "cell-exponent"],
  ["abc", "cell-text"],
  ["l2", "cell-text"],
  ["O", "cell-text"],
  ["1O", "cell-unit"],
  ["二十", "cell-text"],
  ["1 234", "cell-text"],
  ["12-", "cell-text"],
  ["12-13", "cell-text"],
  ["12/13", "cell-text"],
  ["1:20", "cell-text"],
  ["--5", "cell-text"],
  ["+-5", "cell-text"],
  ["---", "cell-text"],
  ["(12", "cell-text"],
  ["12)", "cell-text"],
  ["(-12)", "cell-text"],
  ["()", "cell-text"],
  ["%", "cell-text"],
  ["¥", "cell-text"],
  ["元", "cell-text"],
  [".", "cell-text"],
  [",", "cell-text"],
  ["2026-04-09", "cell-text"],
  ["2026年4月9日", "cell-text"],
  ["#N/A", "cell-error"],
  ["#REF!", "cell-error"],
  ["#DIV/0!", "cell-error"],
  ["NaN", "cell-text"],
  ["Infinity", "cell-text"],
  ["TRUE", "cell-text"],
  ["=1+1", "cell-text"],
  ['="12"', "cell-text"],
  ["'12", "cell-text"],
  ["1_000", "cell-text"],
  ["0x10", "cell-text"],
  ["无", "cell-text"],
  ["缺", "cell-text"],
  ["__proto__", "cell-text"],
  ["12\u0000", "12"],
  [true, "cell-boolean"],
  [false, "cell-boolean"],
  [Number.NaN, "cell-text"],
  [Number.POSITIVE_INFINITY, "cell-text"],
  [{ serial: 46_000 }, "cell-is-date"],
  [{ serial: 0.5 }, "cell-is-date"],
];

describe("readNumber", () => {
  it.each(NUMBERS)("%j is %s", (cell, expected) => expect(told(readNumber(cell))).toBe(expected));
  it.each(NOT_NUMBERS)("%j is %s", (cell, expected) => expect(told(readNumber(cell))).toBe(expected));

  it("reads a cell of 50,000 characters without effort and shows little of it", () => {
    const reading = readNumber("9".repeat(25_000) + "x".repeat(25_000));
    expect(reading.kind === "unreadable" && reading.problem.values.text?.length).toBeLessThanOrEqual(61);
  });

  it("says what the number may be and how to type it", () => {
    const reading = readNumber("12,5");
    const problem = reading.kind === "unreadable" ? reading.problem : null;
    expect(problem && renderMessage(problem, "en")).toBe('"12,5" may be 12.5 or 125. Type 12.5 or 125.');
    expect(problem && renderMessage(problem, "zh")).toBe("“12,5”可能是 12.5 或 125。请填写 12.5 或 125。");
  });

  it("has words for every problem, and fills them all", () => {
    for (const [cell] of NOT_NUMBERS) {
      const reading = readNumber(cell);
      if (reading.kind !== "unreadable") continue;
      expect(CELL_MESSAGES[reading.problem.code]).toBeDefined();
      expect(renderMessage(reading.problem, "en")).not.toMatch(/\{\w+\}/);
    }
  });
});

const SECONDS: readonly (readonly [GridCell, string, SecondsForm?])[] = [
  [38, "38"],
  ["37.79", "37.79"],
  ["38秒", "38"],
  ["38 s", "38"],
  ["38sec", "38"],
  ["1分20秒", "80"],
  ["1分钟", "60"],
  ["3分", "180"],
  ["１分２０秒", "80"],
  ["1分20.5秒", "80.5"],
  [`1'20"`, "80"],
  ["1′20″", "80"],
  ["1’20”", "80"],
  [`45"`, "45"],
  ["00:01:20", "80"],
  ["0:01:20", "80"],
  ["00：01：20", "80"],
  ["100:00:00", "360000"],
  ["00:01:20.5", "80.5"],
  ["1小时2分", "3720"],
  ["1小時2分", "3720"],
  ["1.5小时", "5400"],
  ["2时3分4秒", "7384"],
  ["1天2小时", "93600"],
  ["1h2m3s", "3723"],
  ["5 min", "300"],
  ["1:20", "80", { clock: "m:s" }],
  ["1:20", "4800", { clock: "h:m" }],
  [2, "120", { unit: 60 }],
  [1.5, "5400", { unit: 3600 }],
  ["1.5", "5400", { unit: 3600 }],
  ["38秒", "38", { unit: 60 }],
  [{ serial: 80 / 86_400 }, "80"],
  [{ serial: 25 / 24 }, "90000"],
  ["", "missing"],
  ["-", "missing"],
  ["延迟统计", "not ready"],
  ["1:20", "cell-clock"],
  ["1:75:00", "cell-not-seconds"],
  ["00:01:75", "cell-not-seconds"],
  ["1:2:3:4", "cell-not-seconds"],
  ["12,5", "cell-comma"],
  ["50%", "cell-not-seconds"],
  ["abc", "cell-not-seconds"],
  ["20秒1分", "cell-not-seconds"],
  ["1.2.3", "cell-points"],
  ["-5秒", "cell-not-seconds"],
  [true, "cell-boolean"],
  [{ serial: 46_000 }, "cell-is-date"],
];

describe("readSeconds", () => {
  for (const [cell, expected, form] of SECONDS) {
    it(`${JSON.stringify(cell)} is ${expected}`, () => expect(told(readSeconds(cell, form))).toBe(expected));
  }

  it("offers both ways to type a doubtful clock", () => {
    const reading = readSeconds("1:20");
    const problem = reading.kind === "unreadable" ? reading.problem : null;
    expect(problem && renderMessage(problem, "en")).toBe(
      '"1:20" may be minutes and seconds or hours and minutes. Type 00:01:20 or 01:20:00.',
    );
  });

  it("tells time cells from date cells", () => {
    expect([{ serial: 0.5 }, { serial: 1.5 }, { serial: 46_000 }, 0.5, ""].map(isTimeCell)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

const DATES: readonly (readonly [GridCell, string, ("mdy" | "dmy")?])[] = [
  [{ serial: serialOf(2026, 4, 19) }, "2026-04-19"],
  [{ serial: serialOf(2026, 4, 19) + 0.75 }, "2026-04-19 64800"],
  ["2026-04-19", "2026-04-19"],
  ["2026-4-9", "2026-04-09"],
  ["2026/4/9", "2026-04-09"],
  ["2026.04.09", "2026-04-09"],
  ["2026年4月19日", "2026-04-19"],
  ["2026年4月19", "2026-04-19"],
  ["2026年04月19号", "2026-04-19"],
  ["20260419", "2026-04-19"],
  [20260419, "2026-04-19"],
  ["２０２６－０４－１９", "2026-04-19"],
  [" 2026-04-19 ", "2026-04-19"],
  ["2026-04-19 10:00:00", "2026-04-19 36000"],
  ["2026-04-19T10:00:00", "2026-04-19 36000"],
  ["2012/10/09 13:50:17.000", "2012-10-09 49817"],
  ["2026-04-19 9:03", "2026-04-19 32580"],
  ["01/22/19 21:25", "2019-01-22 77100"],
  ["3/20/20", "2020-03-20"],
  ["3/20/2020", "2020-03-20"],
  ["20/3/2020", "2020-03-20"],
  ["3/1/2017", "2017-03-01", "mdy"],
  ["3/1/2017", "2017-01-03", "dmy"],
  ["01.03.2017", "2017-03-01", "dmy"],
  ["3-1-2017", "2017-03-01", "mdy"],
  ["5/5/2026", "2026-05-05"],
  ["3/1/99", "1999-03-01", "mdy"],
  ["3/1/2017 1:05 PM", "2017-03-01 47100", "mdy"],
  ["2024-02-29", "2024-02-29"],
  [serialOf(2026, 4, 19), "2026-04-19"],
  [serialOf(2026, 4, 19) + 0.5, "2026-04-19 43200"],
  ["", "missing"],
  ["--", "missing"],
  ["2026-02-30", "cell-no-such-day"],
  ["2026-13-01", "cell-no-such-day"],
  ["2025-02-29", "cell-no-such-day"],
  ["20261301", "cell-no-such-day"],
  ["3/20/2020", "cell-no-such-day", "dmy"],
  ["3/1/2017", "cell-date-order"],
  ["26-04-19", "cell-not-date"],
  ["20.3.20", "cell-not-date"],
  ["2026-4/9", "cell-not-date"],
  ["2026-04", "cell-not-date"],
  ["2026年4月", "cell-not-date"],
  ["4月19日", "cell-not-date"],
  ["10:00", "cell-not-date"],
  ["2026-04-19 25:00", "cell-not-date"],
  ["2026-04-19 10:75", "cell-not-date"],
  ["2026-04-19 foo", "cell-not-date"],
  ["2026-04-19Z", "cell-not-date"],
  ["2026-04-19T10:00:00Z", "cell-not-date"],
  ["2026-04-19至2026-04-20", "cell-not-date"],
  ["202604191", "cell-not-date"],
  ["19999", "cell-not-date"],
  ["tomorrow", "cell-not-date"],
  ["#REF!", "cell-not-date"],
  [19_999, "cell-not-date"],
  [80_001, "cell-not-date"],
  [12, "cell-not-date"],
  [true, "cell-not-date"],
  [{ serial: 0.4 }, "cell-time-only"],
];

function toldDate(cell: GridCell, order?: "mdy" | "dmy"): string {
  const reading = readDate(cell, order);
  if (reading.kind === "missing") return "missing";
  if (reading.kind === "unreadable") return reading.problem.code;
  return isoOfDay(reading.value.day) + (reading.value.seconds ? ` ${reading.value.seconds}` : "");
}

describe("readDate", () => {
  for (const [cell, expected, order] of DATES) {
    it(`${JSON.stringify(cell)} (${order ?? "no order"}) is ${expected}`, () =>
      expect(toldDate(cell, order)).toBe(expected));
  }
});

describe("dateOrder", () => {
  it.each([
    [["3/4/2017", "3/20/2017"], "mdy"],
    [["3/4/2017", "20/3/2017"], "dmy"],
    [["3/4/2017", "5/6/2017"], "unsettled"],
    [["3/20/2017", "20/3/2017"], "contradictory"],
    [["2017-03-04", "", "-"], "none"],
    [["3/3/2017", "2017-03-04"], "none"],
    [["01/22/19 21:25"], "mdy"],
    [[serialOf(2026, 1, 1), { serial: 46_000 }, true], "none"],
  ] as readonly (readonly [readonly GridCell[], string])[])("%j: %s", (cells, expected) =>
    expect(dateOrder(cells)).toBe(expected));
});

describe("readMonth", () => {
  it.each([
    ["2026-10", "2026-10"],
    ["2026/10", "2026-10"],
    ["202610", "2026-10"],
    [202610, "2026-10"],
    ["2026年10月", "2026-10"],
    ["2026-10-17", "2026-10"],
    [20261017, "2026-10"],
    [{ serial: serialOf(2026, 10, 31) }, "2026-10"],
    [serialOf(2026, 10, 1), "2026-10"],
    ["", "missing"],
    ["2026-13", "cell-not-month"],
    [202613, "cell-not-month"],
    ["10", "cell-not-month"],
    ["October", "cell-not-month"],
    ["3/1/2017", "cell-date-order"],
  ] as readonly (readonly [GridCell, string])[])("%j is %s", (cell, expected) => {
    const reading = readMonth(cell);
    const said =
      reading.kind === "value"
        ? reading.value.text
        : reading.kind === "missing"
          ? "missing"
          : reading.problem.code;
    expect(said).toBe(expected);
  });
});

describe("readRange", () => {
  it.each([
    ["自定义报表_人均日接入_下单优先判定_2026-04-19至2026-04-19 (1).xlsx", "2026-04-19 2026-04-19"],
    ["自制报表-报表查看-客服绩效_20260809_20260809_全部", "2026-08-09 2026-08-09"],
    ["2026-10-01~2026-10-31", "2026-10-01 2026-10-31"],
    ["统计时间：2026年10月1日至2026年10月31日", "2026-10-01 2026-10-31"],
    ["京东pop2026-08-25.xlsx", "2026-08-25 2026-08-25"],
    ["绩效 2026-10", "2026-10-01 2026-10-31"],
    ["绩效202610", "2026-10-01 2026-10-31"],
    ["2026年10月客服", "2026-10-01 2026-10-31"],
    ["2026-09至2026-10", "2026-09-01 2026-10-31"],
    ["Sales_January_2019", "2019-01-01 2019-01-31"],
    ["Sales 2019 Feb", "2019-02-01 2019-02-28"],
    ["订单 1234567890123456", "none"],
    ["客服 2026", "none"],
    ["2026-02-30", "none"],
    ["2026-10-31至2026-10-01", "none"],
    ["2026-10-01 2026-10-02 2026-10-03", "none"],
    ["Sheet1", "none"],
    ["Maybe 2", "none"],
  ])("%s: %s", (text, expected) => {
    const range = readRange(text);
    expect(range ? `${isoOfDay(range.first)} ${isoOfDay(range.last)}` : "none").toBe(expected);
  });
});
