/** A small shop over three months, and what tests do with it. */
import { expect } from "vitest";
import type { Grid } from "../../src/engine/grid";
import { Book } from "../../src/local/book.ts";
import { done } from "../api/shop";
import { tab } from "../readings/book";
import { dumpSheet, type Workbook, workbook } from "../sheets/workbook";

/** WE03's rules for three months, its sales in October and the same in November and December. */
const SALES = { A: 180000, B: 150000, C: 120000, D: 90000 };
const SCORES = { A: 92, B: 85, C: 78, D: 55 };
const MONTHS = ["2026-10", "2026-11", "2026-12"];

/** A pasted tab with one row of sales a person. */
export function salesTab(name: string, month: string, sales: Readonly<Record<string, number>> = SALES): Grid {
  const rows = Object.entries(sales).map(([person, amount]) => `${person} | ${month}-20 | ${amount}`);
  return tab(name, `Agent | Date | sales\n${rows.join("\n")}`);
}

const GRIDS: readonly Grid[] = [
  tab(
    "Staff",
    "Person | Team | Plan | Base pay\nA | T | P | 3000\nB | T | P | 2000\nC | T | P | 2500\nD | T | P | 1800",
  ),
  tab(
    "Targets",
    `Month | Applies to | Metric | Target\n${MONTHS.map((month) => `${month} | * | sales | 120000`).join("\n")}`,
  ),
  tab("Scoring", "Plan | Item | Metric | Weight | Method\nP | quality | quality | 100 | manual"),
  tab(
    "Manual scores",
    `Month | Person | Metric | Value\n${MONTHS.flatMap((month) =>
      Object.entries(SCORES).map(([person, score]) => `${month} | ${person} | quality | ${score}`),
    ).join("\n")}`,
  ),
  tab(
    "Bands",
    "Table | When | Threshold | Result\nrate | at least | 1.2 | 0.4%\nrate | at least | 1 | 0.2%\nrate | | | 0.1%",
  ),
  tab(
    "Pay",
    'Plan | Component | Formula | Only if\nP | base pay | =base |\nP | bonus | =score/100*TEAM.AVERAGE(sales)*RATE("rate",ATTAINMENT(sales)) | =score>=60',
  ),
  salesTab("Sales October", "2026-10"),
];

/** Puts a tab into a book. */
export function addTab(book: Book, { name, rows }: Grid): void {
  const sheet = book.addSheet(name);
  rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      sheet.reach(r + 1, c + 1);
      if (cell !== "" && typeof cell !== "object") sheet.values.set(r + 1, c + 1, cell);
    });
  });
}

/** A workbook of WE03, with more tabs. */
export function shop(...more: readonly Grid[]): Workbook {
  const book = new Book("life");
  for (const grid of [...GRIDS, ...more]) addTab(book, grid);
  return workbook(book);
}

/** Generates, checks and approves a month. */
export function lock(wb: Workbook, month: string): void {
  done(wb, "run", { month });
  done(wb, "step", { month, step: "check" });
  done(wb, "step", { month, step: "approve" });
}

/** A tab by its name. */
export function sheetOf(wb: Workbook, name: string) {
  return wb.book.sheets.find((sheet) => sheet.name === name) ?? expect.fail(`no tab ${name}`);
}

/** Everything that a tab shows, as text. */
export const dump = (wb: Workbook, name: string) => JSON.stringify(dumpSheet(sheetOf(wb, name)));

/** 12,000 of C's October sales are refunded: the pasted tab says so from now on. */
export function refundLate(wb: Workbook): void {
  sheetOf(wb, "Sales October").values.set(4, 3, 108000);
}

/** The texts of a record tab, its header left out. */
export function records(wb: Workbook, name: string): string[][] {
  const sheet = sheetOf(wb, name);
  return Array.from({ length: sheet.lastRow() - 1 }, (_, r) =>
    Array.from({ length: sheet.lastColumn() }, (_cell, c) => String(sheet.values.get(r + 2, c + 1) ?? "")),
  );
}
