/** Workbooks and runs as a person has them: files on disk, filled with a spreadsheet program, and the command line. */
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import ExcelJS from "exceljs";
import { runCli } from "../../src/local/cli.ts";

/** Where the public tables lie that these trials use; they are never copied into the project. */
export const DATA = resolve(import.meta.dirname, "../../../shared/data");

/** True where a folder of public tables is absent; says so once, for a skipped test tells nobody why. */
export function isAbsent(folder: string): boolean {
  const absent = !existsSync(join(DATA, folder));
  if (absent) console.warn(`skipped: no tables in ${folder} beside the project`);
  return absent;
}

/** A cell as a person types it; a Date becomes a date cell. */
export type Typed = string | number | boolean | Date | null;

/** Rows to type under a header: header words to cells. */
export type Row = Readonly<Record<string, Typed>>;

/** A folder for the files of one test file, removed by `remove`. */
export class Desk {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), "kpi-desk-")));

  /** The path of a file on the desk. */
  path(name: string): string {
    return join(this.folder, name);
  }

  /** Removes the folder with all in it. */
  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What a run of the command line left. */
export interface Ran {
  readonly code: number;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

/** Runs the command line in this process. */
export async function kpi(...args: string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(args, { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out, err };
}

/** The result file, as DESIGN 9 describes it. */
export interface Result {
  readonly month: string;
  readonly state: string;
  readonly people: readonly PersonResult[];
  readonly total: string | null;
  readonly issues: readonly IssueResult[];
}

/** One person of the result file. */
export interface PersonResult {
  readonly person: string;
  readonly team: string | null;
  readonly score: string | null;
  readonly held: boolean;
  readonly items: readonly {
    item: string;
    value: string | null;
    points: string | null;
    weight: string;
  }[];
  readonly pay: readonly { component: string; amount: string; because: string }[];
  readonly total: string | null;
}

/** One issue of the result file. */
export interface IssueResult {
  readonly severity: string;
  readonly code: string;
  readonly tab?: string | null;
  readonly cell?: string | null;
  readonly found?: string | null;
  readonly message: string;
}

/** The result file at a path. */
export function readResult(path: string): Result {
  return JSON.parse(readFileSync(path, "utf8")) as Result;
}

/** Errors of a result as lines: place and words. */
export function errorsOf(result: Result): string[] {
  return result.issues.filter(({ severity }) => severity === "error").map(({ message }) => message);
}

/** Opens a workbook file. */
export async function open(path: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return book;
}

/** The tab of a name; throws where there is none. */
export function sheetOf(book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = book.getWorksheet(name);
  if (!sheet)
    throw new Error(`no tab ${name}; there are ${book.worksheets.map((one) => one.name).join(", ")}`);
  return sheet;
}

function columnsOf(sheet: ExcelJS.Worksheet): Map<string, number> {
  const found = new Map<string, number>();
  sheet.getRow(1).eachCell((cell, column) => found.set(String(cell.value), column));
  return found;
}

/** Types rows below the last filled row of a tab whose header is in row 1. Throws for a header that is not there. */
export function typeRows(book: ExcelJS.Workbook, tab: string, rows: readonly Row[]): void {
  const sheet = sheetOf(book, tab);
  const columns = columnsOf(sheet);
  let number = sheet.rowCount;
  const isBlank = (row: number) =>
    [...columns.values()].every((column) => sheet.getCell(row, column).value === null);
  while (number > 1 && isBlank(number)) number -= 1;
  for (const row of rows) {
    number += 1;
    for (const [header, value] of Object.entries(row)) {
      const column = columns.get(header);
      if (column === undefined) throw new Error(`no column ${header} on ${tab}`);
      sheet.getCell(number, column).value = value;
    }
  }
}

/** Changes cells of the row of a tab whose first column holds `key`. */
export function changeRow(book: ExcelJS.Workbook, tab: string, key: string, change: Row): void {
  const sheet = sheetOf(book, tab);
  const columns = columnsOf(sheet);
  for (let number = 2; number <= sheet.rowCount; number++) {
    if (sheet.getCell(number, 1).value !== key) continue;
    for (const [header, value] of Object.entries(change)) {
      const column = columns.get(header);
      if (column === undefined) throw new Error(`no column ${header} on ${tab}`);
      sheet.getCell(number, column).value = value;
    }
    return;
  }
  throw new Error(`no row ${key} on ${tab}`);
}

/** Values and formulas of a tab, for comparing what a run must not touch; a formula error is its text. */
export function cellsOf(sheet: ExcelJS.Worksheet): Map<string, unknown> {
  const found = new Map<string, unknown>();
  sheet.eachRow((row) => {
    row.eachCell((cell) => {
      const { value, text } = cell;
      const isError = cell.type === ExcelJS.ValueType.Error;
      if (value !== null && value !== "") found.set(cell.address, isError ? text : value);
    });
  });
  return found;
}
