/** Data of a locked month that is further back than late_months changed: seen, not looked at, and told. */
import { describe, expect, test } from "vitest";
import { done } from "../api/shop";
import type { Workbook } from "../sheets/workbook";
import { addTab, dump, lock, refundLate, salesTab, sheetOf, shop } from "./shop";

const SAID = "Sales October changed since 2026-10 was locked";

/** October and November are locked with their own tabs; December looks one month back. */
function twoLocked(lateMonths = 1): Workbook {
  const settings = {
    name: "Settings",
    rows: [
      ["Setting", "Value"],
      ["late_months", lateMonths],
    ],
  };
  const wb = shop(salesTab("Sales November", "2026-11"), salesTab("Sales December", "2026-12"), settings);
  lock(wb, "2026-10");
  lock(wb, "2026-11");
  return wb;
}

function december(wb: Workbook): string {
  done(wb, "run", { month: "2026-12" });
  return dump(wb, "Checks 2026-12");
}

describe("a month that is not looked through for late data", () => {
  test("is named where a tab that it was paid from changed, and nothing is paid", () => {
    const wb = twoLocked();
    expect(december(wb)).not.toContain("late_months");
    refundLate(wb);
    const checks = december(wb);
    for (const words of [SAID, "late_months is 1"]) expect(checks).toContain(words);
    expect(dump(wb, "Payroll 2026-12")).not.toContain("2026-10");
  });

  test("is not named where it is looked through: the difference is paid", () => {
    const wb = twoLocked(2);
    refundLate(wb);
    expect(december(wb)).not.toContain(SAID);
    expect(dump(wb, "Payroll 2026-12")).toContain("2026-10");
  });

  test.each<[string, (wb: Workbook) => void]>([
    ["another month's tab changed", (wb) => sheetOf(wb, "Sales December").values.set(2, 3, 1)],
    [
      "its tab is gone",
      (wb) => wb.book.sheets.splice(wb.book.sheets.indexOf(sheetOf(wb, "Sales October")), 1),
    ],
    [
      "its tab holds another month now",
      (wb) => {
        wb.book.sheets.splice(wb.book.sheets.indexOf(sheetOf(wb, "Sales October")), 1);
        addTab(wb.book, salesTab("Sales October", "2026-12"));
        wb.book.sheets.splice(wb.book.sheets.indexOf(sheetOf(wb, "Sales December")), 1);
      },
    ],
  ])("is not named where %s", (_name, change) => {
    const wb = twoLocked();
    change(wb);
    expect(december(wb)).not.toContain("changed since 2026-10");
  });
});
