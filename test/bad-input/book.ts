/** A small workbook that is right, to be damaged: four people of two teams, October 2026. */
import { readFileSync } from "node:fs";
import type ExcelJS from "exceljs";
import { expect } from "vitest";
import {
  cellsOf,
  type Desk,
  kpi,
  open,
  type Ran,
  type Result,
  readResult,
  sheetOf,
  type Typed,
  typeRows,
} from "../real/workbook.ts";

/** A change to the right workbook. */
export type Damage = (book: ExcelJS.Workbook) => void;

/** What everybody is paid while nothing is wrong. */
export const RIGHT_TOTALS: Readonly<Record<string, string>> = {
  Ann: "2220.00",
  Bob: "2130.00",
  Cid: "2201.00",
  Dee: "2340.00",
};

/** The rows of the raw tab `deals`. */
export const DEALS: readonly (readonly Typed[])[] = [
  ["Agent", "Date", "Buyers", "Paid", "Amount"],
  ["Ann", "2026-10-01", 10, 4, 5000],
  ["Ann", "2026-10-02", 10, 5, 6000],
  ["Bob", "2026-10-01", 20, 6, 3000],
  ["Cid", "2026-10-03", 5, 1, 100],
  ["Dee", "2026-10-03", 8, 4, 4000],
];

/** Damage that types one cell. */
export function cell(tab: string, address: string, value: ExcelJS.CellValue): Damage {
  return (book) => {
    sheetOf(book, tab).getCell(address).value = value;
  };
}

/** Damage made of several. */
export function all(...damages: readonly Damage[]): Damage {
  return (book) => {
    for (const damage of damages) damage(book);
  };
}

function fill(book: ExcelJS.Workbook): void {
  const people = ["Ann", "Bob", "Cid", "Dee"];
  typeRows(
    book,
    "Staff",
    people.map((Person, index) => ({
      Person,
      Team: index < 2 ? "East" : "West",
      Plan: "Sales team",
      "Base pay": 2000 + index * 100,
    })),
  );
  typeRows(book, "Targets", [{ Month: "2026-10", "Applies to": "*", Metric: "sales", Target: 8000 }]);
  const Source = "Deals";
  const first = { Source, Tab: "deals", "Person column": "Agent", "Date column": "Date" };
  typeRows(book, "Sources", [
    { ...first, Measure: "inquirers", How: "sum", Column: "Buyers" },
    { Source, Measure: "final_payers", How: "sum", Column: "Paid" },
    { Source, Measure: "payers", How: "sum", Column: "Paid" },
    { Source, Measure: "sales", How: "sum", Column: "Amount" },
  ]);
  book.addWorksheet("deals").addRows(DEALS.map((row) => [...row]));
}

let template: Promise<Buffer> | undefined;

async function makeTemplate(desk: Desk): Promise<Buffer> {
  await kpi("new", "--pack", "sales-team", "--out", desk.path("template.xlsx"));
  return readFileSync(desk.path("template.xlsx"));
}

/** Writes the workbook with a damage and returns its path. */
export async function writeBook(desk: Desk, name: string, damage: Damage = () => {}): Promise<string> {
  template ??= makeTemplate(desk);
  await template;
  const book = await open(desk.path("template.xlsx"));
  fill(book);
  damage(book);
  await book.xlsx.writeFile(desk.path(name));
  return desk.path(name);
}

/** A run with what it left: the result, and the workbook that it wrote. */
export interface PaidMonth extends Ran {
  readonly result: Result;
  readonly written: ExcelJS.Workbook;
}

/**
 * Pays a month of a workbook. Expects what must hold for any input: a result, an untouched file, and
 * all its tabs unchanged in the file written.
 */
export async function payMonth(path: string, ...more: string[]): Promise<PaidMonth> {
  const before = readFileSync(path);
  const [json, out] = [`${path}.json`, `${path}.out.xlsx`];
  const month = more.includes("--month") ? [] : ["--month", "2026-10"];
  const ran = await kpi("payroll", path, ...month, ...more, "--json", json, "--out", out);
  expect(ran.err).toEqual([]);
  expect(readFileSync(path).equals(before)).toBe(true);
  const written = await open(out);
  const given = await open(path);
  for (const sheet of given.worksheets) {
    if (/^(Scorecard|Payroll|Payslips|Checks) \d{4}-\d\d$/.test(sheet.name)) continue;
    expect(cellsOf(sheetOf(written, sheet.name)), sheet.name).toEqual(cellsOf(sheet));
  }
  return { ...ran, result: readResult(json), written };
}

/** Names of the people who are held. */
export function heldOf(result: Result): string[] {
  return result.people.filter(({ held }) => held).map(({ person }) => person);
}

/** Totals by person; null for who is held. */
export function totalsOf(result: Result): Record<string, string | null> {
  return Object.fromEntries(result.people.map(({ person, total }) => [person, total]));
}
