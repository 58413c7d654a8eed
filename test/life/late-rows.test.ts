/** Rows of a locked month in pasted tabs are read for it, and Checks of a later month do not call them left out. */
import { expect, test } from "vitest";
import type { Lang } from "../../src/text/template";
import { done } from "../api/shop";
import { tab } from "../readings/book";
import { addTab, lock, salesTab, sheetOf, shop } from "./shop";

/** October is locked; a tab of refunds came since, with two rows of October, one of September and one of November. */
function later() {
  const wb = shop(salesTab("Sales November", "2026-11"));
  lock(wb, "2026-10");
  const refunds = ["C | 2026-10-22 | 45", "B | 2026-10-25 | 10", "B | 2026-09-25 | 10", "A | 2026-11-02 | 3"];
  addTab(wb.book, tab("Refunds", `Agent | Date | refunds\n${refunds.join("\n")}`));
  return wb;
}

function checksOf(wb: ReturnType<typeof later>, lang: Lang): string[][] {
  done(wb, "run", { month: "2026-11", lang });
  return rowsOf(wb, lang);
}

function rowsOf(wb: ReturnType<typeof later>, lang: Lang): string[][] {
  const sheet = sheetOf(wb, lang === "zh" ? "检查 2026-11" : "Checks 2026-11");
  return Array.from({ length: sheet.lastRow() }, (_, r) =>
    Array.from({ length: sheet.lastColumn() }, (_cell, c) => String(sheet.values.get(r + 1, c + 1) ?? "")),
  );
}

test.each([
  [
    "en",
    "Read for 2026-10: 2; Rows of other months: 1",
    "Rows of other months than 2026-11: 3. Read for locked months, which they may correct: 2026-10 (2). Left out: 1.",
  ],
  [
    "zh",
    "读入 2026-10：2；其他月份：1",
    "3 行属于 2026-11 以外的月份。已读入已锁定的月份，用于更正：2026-10 (2)。已略过：1 行。",
  ],
] as const)("Checks tell rows of a locked month from rows left out (%s)", (lang, left, note) => {
  const rows = checksOf(later(), lang);
  expect(rows.find(([name]) => name === "Refunds")).toContain(left);
  expect(rows.flat().filter((text) => text.includes("2026-10 (2)"))).toEqual([note]);
});

test("a tab of the locked month alone is read for it, and nothing of it is left out", () => {
  const rows = checksOf(later(), "en");
  expect(rows.find(([name]) => name === "Sales October")).toContain("Read for 2026-10: 4");
});

test("Checks of the locked month say the same afterwards", () => {
  const wb = later();
  lock(wb, "2026-11");
  done(wb, "step", { month: "2026-11", step: "pay" });
  const rows = rowsOf(wb, "en");
  expect(rows.find(([name]) => name === "Refunds")).toContain("Read for 2026-10: 2; Rows of other months: 1");
});

test("without looking back, all rows of other months are left out", () => {
  const wb = later();
  addTab(wb.book, tab("Settings", "Setting | Value\nlate_months | 0"));
  const rows = checksOf(wb, "en");
  expect(rows.find(([name]) => name === "Refunds")).toContain("Rows of other months: 3");
  expect(rows.flat()).toContain("Rows of other months than 2026-11: 3. Left out: 3.");
});

test("the Data pane says it too", () => {
  const { tabs } = done(later(), "data", { month: "2026-11" });
  expect(tabs.find(({ tab: name }) => name === "Refunds")).toMatchObject({
    leftOut: [{ reason: "Rows of other months", count: 1 }],
    readFor: [{ month: "2026-10", count: 2 }],
  });
});

test.each([
  [
    "en",
    "put their sum into the row that was there first and delete the other: Sources of 2026-10 is locked.",
  ],
  ["zh", "请将两行之和填入原有的一行，再删除后加的一行：2026-10 的“数据源”已锁定。"],
] as const)("a late refund beside one of the same day is not sent to Sources of today (%s)", (lang, way) => {
  const wb = shop(
    salesTab("Sales November", "2026-11"),
    tab("Register", "Agent | Date | refunds\nC | 2026-10-22 | 5"),
  );
  lock(wb, "2026-10");
  addTab(wb.book, tab("Refunds", "Agent | Date | refunds\nC | 2026-10-22 | 45"));
  const told = checksOf(wb, lang)
    .flat()
    .filter((text) => text.includes("45"));
  const [why = ""] = told.filter((text) => text.includes(way));
  expect(codesOf(wb)).toEqual(["late-data-unreadable"]);
  expect(why).not.toMatch(/add a row on Sources|改在“数据源”/);
  expect(why).not.toBe("");
  sheetOf(wb, "Register").values.set(2, 3, 50);
  for (const column of [1, 2, 3]) sheetOf(wb, "Refunds").values.set(2, column, "");
  const mended = checksOf(wb, lang).flat();
  expect(mended.filter((text) => text.includes(way))).toEqual([]);
  expect(codesOf(wb)).toEqual([]);
});

/** Codes of what is told of late data. */
function codesOf(wb: ReturnType<typeof later>): string[] {
  const { tabs, problems } = done(wb, "data", { month: "2026-11" });
  return [...problems, ...tabs.flatMap((one) => one.problems)]
    .map(({ code }) => code)
    .filter((code) => code.startsWith("late-data"));
}
