import { describe, expect, test } from "vitest";
import { type Month, parseMonth } from "../../src/engine/calendar";
import type { GridCell } from "../../src/engine/grid";
import { TabReach } from "../../src/ingest/reach";
import { MEASURES } from "../../src/rules/catalogue";

const OCTOBER: Month = parseMonth("2026-10") ?? expect.fail();
const HEADER = ["日期", "客服昵称", "接待人数", "销售额"];
const day = (date: GridCell, name = "A"): GridCell[] => [date, name, 30, 1200];
/** Serials of 2026-10-31 and 2026-11-01. */
const LAST = { serial: 46_326 };
const NEXT = { serial: 46_327 };

function isOutside(rows: readonly (readonly GridCell[])[], name = "Export"): boolean {
  return new TabReach(MEASURES).isOutside({ name, rows }, OCTOBER);
}

describe("a tab that can say nothing of October", () => {
  test.each<[string, readonly (readonly GridCell[])[], string?]>([
    ["only days of November", [HEADER, day("2026-11-01"), day("2026-11-30")]],
    ["the day before October", [HEADER, day("2026-09-30")]],
    ["dates as Sheets holds them, from the day after", [HEADER, day(NEXT)]],
    ["a row without a date, which counts in no month", [HEADER, day("2026-11-01"), day("")]],
    ["a summary row", [HEADER, day("2026-11-01"), ["合计", "", 30, 1200]]],
    ["no dates, but a name of November", [HEADER.slice(1), ["A", 30, 1200]], "报表_20261101_20261130"],
    ["an empty tab", [["", ""]]],
  ])("%s", (_what, rows, name) => {
    expect(isOutside(rows, name)).toBe(true);
  });
});

describe("a tab that may concern October is looked at", () => {
  test.each<[string, readonly (readonly GridCell[])[], string?]>([
    ["its first day among others", [HEADER, day("2026-11-01"), day("2026-10-01")]],
    ["its last day as Sheets holds it", [HEADER, day(NEXT), day(LAST)]],
    ["no date at all", [HEADER.slice(1), ["A", 30, 1200]]],
    ["a name of October", [HEADER.slice(1), ["A", 30, 1200]], "报表_2026-10"],
    ["a name that reaches into October", [HEADER.slice(1), ["A", 30, 1200]], "报表_20261031_20261130"],
    ["a date that cannot be read", [HEADER, day("2026-11-01"), day("2026-13-01")]],
    ["an order of day and month that other tabs may take over", [HEADER, day("11/25/2026")]],
    ["an order that nobody knows", [HEADER, day("10/11/2026")]],
    [
      "two columns of one measure",
      [
        [...HEADER, "销售额"],
        [...day("2026-11-01"), 5],
      ],
    ],
    [
      "orders, which may be of buyers of October",
      [
        ["订单编号", ...HEADER],
        ["1", ...day("2026-11-01")],
      ],
    ],
    ["a note", [["call the bank"]]],
  ])("%s", (_what, rows, name) => {
    expect(isOutside(rows, name)).toBe(false);
  });
});
