/** What a correction line says where months before have posted something for the same line. */
import { describe, expect, test } from "vitest";
import type { Lang } from "../../src/text/template";
import { done } from "../api/shop";
import type { Workbook } from "../sheets/workbook";
import { addTab, dump, lock, refundLate, salesTab, sheetOf, shop } from "./shop";

/** The rules of the shop with labels in both languages. */
function labelled(): Workbook {
  const wb = shop(salesTab("Sales November", "2026-11"), salesTab("Sales December", "2026-12"));
  const pay = sheetOf(wb, "Pay");
  for (const [r, row] of [
    ["Label", "中文名"],
    ["Base pay", "底薪"],
    ["Team bonus", "团队奖金"],
  ].entries())
    for (const [c, text] of row.entries()) {
      pay.reach(r + 1, c + 5);
      pay.values.set(r + 1, c + 5, text);
    }
  return wb;
}

function type(wb: Workbook, name: string, row: number, cells: readonly (string | number)[]): void {
  const sheet = sheetOf(wb, name);
  for (const [index, cell] of cells.entries()) {
    sheet.reach(row, index + 1);
    sheet.values.set(row, index + 1, cell);
  }
}

function slips(wb: Workbook, month: string, lang: Lang): string {
  done(wb, "run", { month, lang });
  return dump(wb, `${lang === "zh" ? "工资条" : "Payslips"} ${month}`);
}

// WE14: C's bonus was 210.60; with 12,000 of C's sales refunded it is 102.96.
describe("the reason of a correction", () => {
  test.each([
    ["en", "late data of 2026-10: Team bonus was 210.60, comes out as 102.96"],
    ["zh", "2026-10 迟到数据更正：团队奖金 原为 210.60，现为 102.96"],
  ] as const)("calls the component by its label (%s)", (lang, words) => {
    const wb = labelled();
    lock(wb, "2026-10");
    refundLate(wb);
    expect(slips(wb, "2026-11", lang)).toContain(words);
  });

  test.each([
    [
      "en",
      "the correction of -107.64 posted in 2026-11 is given back, as 2026-10 was reopened and approved anew with it: Team bonus 210.60 → 102.96; 102.96 − 102.96 + 107.64 = 107.64",
    ],
    [
      "zh",
      "冲回此前计入的更正（2026-11 计入 -107.64）：2026-10 已解除锁定，并按更正后的数据重新审批，团队奖金 210.60 → 102.96；102.96 − 102.96 + 107.64 = 107.64",
    ],
  ] as const)("says that it is given back where the month was approved anew with it (%s)", (lang, words) => {
    const wb = labelled();
    lock(wb, "2026-10");
    refundLate(wb);
    lock(wb, "2026-11");
    done(wb, "step", { month: "2026-10", step: "reopen", reason: "the refund belongs to October" });
    lock(wb, "2026-10");
    expect(slips(wb, "2026-12", lang)).toContain(words);
  });

  test("says that it is given back where the refund was undone, and that more came where more came", () => {
    const wb = labelled();
    lock(wb, "2026-10");
    refundLate(wb);
    lock(wb, "2026-11");
    const october = sheetOf(wb, "Sales October");
    october.values.set(4, 3, 120000);
    expect(slips(wb, "2026-12", "en")).toContain(
      "the correction of -107.64 posted in 2026-11 is given back, as Team bonus of 2026-10 comes out as 210.60 again, as it was paid; 210.60 − 210.60 + 107.64 = 107.64",
    );
    // 100,000 of sales: 78 % of the team's average 130,000 at 0.1 % is 101.40.
    october.values.set(4, 3, 100000);
    expect(slips(wb, "2026-12", "en")).toContain(
      "late data of 2026-10: Team bonus was 210.60, comes out as 101.40; -107.64 posted in 2026-11 already; 101.40 − 210.60 + 107.64 = -1.56",
    );
  });

  test("says that late data came after the month was approved anew", () => {
    const wb = labelled();
    lock(wb, "2026-10");
    refundLate(wb);
    lock(wb, "2026-11");
    done(wb, "step", { month: "2026-10", step: "reopen", reason: "the refund belongs to October" });
    lock(wb, "2026-10");
    sheetOf(wb, "Sales October").values.set(4, 3, 100000);
    expect(slips(wb, "2026-12", "en")).toContain(
      "Team bonus 210.60 → 102.96; late data since: it comes out as 101.40; 101.40 − 102.96 + 107.64 = 106.08",
    );
  });

  test("says that it is taken back where a month before paid more", () => {
    const wb = labelled();
    lock(wb, "2026-10");
    const october = sheetOf(wb, "Sales October");
    // 78 % of the team's average 138,000 at 0.2 % is 215.28.
    october.values.set(4, 3, 132000);
    lock(wb, "2026-11");
    october.values.set(4, 3, 120000);
    expect(slips(wb, "2026-12", "en")).toContain(
      "the correction of 4.68 posted in 2026-11 is taken back, as Team bonus of 2026-10 comes out as 210.60 again, as it was paid; 210.60 − 210.60 − 4.68 = -4.68",
    );
  });

  test("is that of late data alone where months before have settled each other", () => {
    const wb = labelled();
    lock(wb, "2026-10");
    refundLate(wb);
    lock(wb, "2026-11");
    const october = sheetOf(wb, "Sales October");
    october.values.set(4, 3, 120000);
    lock(wb, "2026-12");
    october.values.set(4, 3, 100000);
    type(wb, "Targets", 5, ["2027-01", "*", "sales", 120000]);
    for (const [index, person] of ["A", "B", "C", "D"].entries())
      type(wb, "Manual scores", 14 + index, ["2027-01", person, "quality", [92, 85, 78, 55][index] ?? 0]);
    addTab(wb.book, salesTab("Sales January", "2027-01"));
    expect(slips(wb, "2027-01", "en")).toContain(
      "late data of 2026-10: Team bonus was 210.60, comes out as 101.40",
    );
  });
});
