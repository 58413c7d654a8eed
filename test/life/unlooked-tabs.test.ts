/** Data of a locked month that is further back than late_months changed: seen, not looked at, and told. */
import { describe, expect, test } from "vitest";
import { done } from "../api/shop";
import { tab } from "../readings/book";
import type { Workbook } from "../sheets/workbook";
import { addTab, dump, lock, refundLate, salesTab, sheetOf, shop } from "./shop";

const SAID = "Sales October holds rows of 2026-10: 4 (4 when they were last looked at)";

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
  test("is named where a tab that it was paid from changed, with what it comes to, and nothing is paid", () => {
    const wb = twoLocked();
    expect(december(wb)).not.toContain("late_months");
    refundLate(wb);
    const checks = december(wb);
    const pay = "pay of 2026-10 comes out otherwise: -128.88 in all, people: 3";
    for (const words of [SAID, pay, "late_months is 1", "set late_months to 2"])
      expect(checks).toContain(words);
    expect(dump(wb, "Payroll 2026-12")).not.toContain("2026-10");
  });

  test("set as it says, the difference is paid", () => {
    const wb = twoLocked();
    refundLate(wb);
    december(wb);
    sheetOf(wb, "Settings").values.set(2, 2, 2);
    expect(done(wb, "run", { month: "2026-12" }).total).toBe((10466.4 - 128.88).toFixed(2));
  });

  test("is named where a tab of its own came with more rows of it", () => {
    const wb = twoLocked();
    addTab(wb.book, tab("Refunds", "Agent | Date | sales\nC | 2026-10-21 | -12000"));
    const checks = december(wb);
    for (const words of ["Refunds holds rows of 2026-10: 1. By them", "-128.88 in all"])
      expect(checks).toContain(words);
    expect(checks).not.toContain("rows of 2026-11:");
    // December is locked with it: it was told.
    lock(wb, "2026-12");
    addTab(wb.book, salesTab("Sales January", "2027-01"));
    done(wb, "run", { month: "2027-01" });
    expect(dump(wb, "Checks 2027-01")).not.toContain("Refunds holds");
  });

  test("is a note where rows came that change nobody's pay", () => {
    const wb = twoLocked();
    addTab(wb.book, tab("More sales", "Agent | Date | sales\nD | 2026-10-21 | 0"));
    const checks = december(wb);
    expect(checks).toContain("More sales holds rows of 2026-10: 1. 2026-10 is locked");
    expect(checks).toContain("nobody's pay for it comes out otherwise");
  });

  test("what is carried forward is known: it is settled month by month, and nothing else comes out otherwise", () => {
    const wb = shop(
      salesTab("Sales November", "2026-11"),
      salesTab("Sales December", "2026-12"),
      tab("Settings", "Setting | Value\nlate_months | 1\nrecovery_limit | 1%"),
    );
    lock(wb, "2026-10");
    refundLate(wb);
    lock(wb, "2026-11");
    addTab(wb.book, tab("More sales", "Agent | Date | sales\nD | 2026-10-21 | 0"));
    expect(december(wb)).toContain("nobody's pay for it comes out otherwise");
    // Of C's 107.64 November took back 27.10; December takes 27.10 more.
    expect(done(wb, "run", { month: "2026-12" }).total).toBe((10466.4 - 27.1).toFixed(2));
  });

  test("is not named for a tab that grows by other months alone", () => {
    const settings = {
      name: "Settings",
      rows: [
        ["Setting", "Value"],
        ["late_months", 1],
      ],
    };
    const wb = shop(settings);
    const grow = (month: string, row: number) =>
      ["A", "B", "C", "D"].forEach((person, index) => {
        const { values } = sheetOf(wb, "Sales October");
        sheetOf(wb, "Sales October").reach(row + index, 3);
        values.set(row + index, 1, person);
        values.set(row + index, 2, `${month}-20`);
        values.set(row + index, 3, 100000);
      });
    lock(wb, "2026-10");
    grow("2026-11", 6);
    lock(wb, "2026-11");
    grow("2026-12", 10);
    expect(december(wb)).not.toContain("rows of 2026-10:");
    sheetOf(wb, "Sales October").values.set(4, 3, 108000);
    expect(december(wb)).toContain("-128.88 in all");
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
