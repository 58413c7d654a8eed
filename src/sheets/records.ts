import { growTo, insertStage, TEXT_FORMAT } from "./stage";
import type { RangeSurface, SheetSurface, SpreadsheetSurface } from "./surface";

/** Rows that go below those of a record tab, for example `Runs`. Every cell is text. */
export interface RecordRows {
  /** The name that a new tab gets. */
  readonly name: string;
  /** The names that the tab is given, in each language: by them it is looked for first. */
  readonly names: readonly string[];
  /** The headers of our columns in each language; the first language is that of a new tab. */
  readonly headers: readonly (readonly string[])[];
  /** Pixels. */
  readonly widths: readonly number[];
  /** Whether a column's texts are wrapped; absent: none is. */
  readonly wraps?: readonly boolean[];
  readonly rows: readonly (readonly string[])[];
  /**
   * The run that the rows are of, and our column (from 0) that names it. Rows of this run at the end
   * of the tab were left by an attempt that died: the new rows take their place.
   */
  readonly run?: { readonly column: number; readonly name: string };
}

/** A record tab of the workbook. */
interface FoundTab {
  readonly sheet: SheetSurface;
  /** Column (from 1) of each of our columns. */
  readonly columns: readonly number[];
  readonly width: number;
}

/** Columns of our headers in a row of headers; null where one is missing. */
function placesOf(header: readonly unknown[], { headers }: RecordRows): number[] | null {
  const texts = header.map((cell) => String(cell).trim().toLowerCase());
  const places = (headers[0] ?? []).map((_, index) => {
    const names = headers.map((words) => words[index]?.toLowerCase());
    return texts.findIndex((text) => names.includes(text));
  });
  return places.every((place) => place >= 0) ? places.map((place) => place + 1) : null;
}

/**
 * The tab that has all our headers in its first row: the one of our name, or else the first of several under
 * any name. A workbook of a year has a hundred tabs, so the others are asked only where that one is not there.
 */
function findRecordTab(spreadsheet: SpreadsheetSurface, records: RecordRows): FoundTab | null {
  for (const name of records.names) {
    const sheet = spreadsheet.getSheetByName(name);
    const found = sheet && asRecordTab(sheet, records);
    if (found) return found;
  }
  for (const sheet of spreadsheet.getSheets()) {
    const found = asRecordTab(sheet, records);
    if (found) return found;
  }
  return null;
}

function asRecordTab(sheet: SheetSurface, records: RecordRows): FoundTab | null {
  const width = sheet.getLastColumn();
  if (width === 0) return null;
  const columns = placesOf(sheet.getRange(1, 1, 1, width).getValues()[0] ?? [], records);
  return columns && { sheet, columns, width };
}

/** How many rows a record tab has with its header; 0 without one. Tells whether somebody appended. */
export function countRecords(spreadsheet: SpreadsheetSurface, records: RecordRows): number {
  return findRecordTab(spreadsheet, records)?.sheet.getLastRow() ?? 0;
}

/**
 * Puts rows below those of a record tab, or makes the tab. They are staged first and arrive in one
 * call, so that all of them are there or none. To be called under the document lock; the caller
 * removes the stage that is returned; null where none is left. The number of calls does not depend on the rows.
 */
export function appendRecords(
  spreadsheet: SpreadsheetSurface,
  records: RecordRows,
  order: number,
): SheetSurface | null {
  if (records.rows.length === 0) return null;
  const found = findRecordTab(spreadsheet, records);
  if (found) return appendTo(found, spreadsheet, records, order);
  newTab(spreadsheet, records, order);
  return null;
}

function appendTo(
  { sheet, columns, width }: FoundTab,
  spreadsheet: SpreadsheetSurface,
  records: RecordRows,
  order: number,
): SheetSurface {
  const rows = records.rows.map((row) => {
    const placed = Array<string>(width).fill("");
    columns.forEach((column, index) => {
      placed[column - 1] = row[index] ?? "";
    });
    return placed;
  });
  const last = sheet.getLastRow();
  const kept = lastKept(sheet, columns, last, records);
  // Blank rows cover what a dead run left beyond ours.
  while (kept + rows.length < last) rows.push(Array<string>(width).fill(""));
  const stage = insertStage(spreadsheet, order, rows.length, width);
  const block = stage.getRange(1, 1, rows.length, width);
  block.setNumberFormats(rows.map((row) => row.map(() => TEXT_FORMAT)));
  wrapTexts(block, rows, columns, records);
  block.setValues(rows);
  growTo(sheet, kept + rows.length, width);
  block.copyTo(sheet.getRange(kept + 1, 1, rows.length, width));
  return stage;
}

/** Wraps what people write at length; no call for a tab that has no such column. */
function wrapTexts(
  block: RangeSurface,
  rows: readonly (readonly string[])[],
  columns: readonly number[],
  { wraps = [] }: RecordRows,
): void {
  if (!wraps.includes(true)) return;
  const wrapped = new Set(columns.filter((_, index) => wraps[index]));
  block.setWraps(rows.map((row) => row.map((_, index) => wrapped.has(index + 1))));
}

/** The last row that stays: the rows after it are those of an attempt at this run that died. */
function lastKept(
  sheet: SheetSurface,
  columns: readonly number[],
  last: number,
  { run }: RecordRows,
): number {
  if (!run || last < 2) return last;
  const texts = sheet.getRange(2, columns[run.column] ?? 1, last - 1, 1).getValues();
  let kept = last;
  while (kept > 1 && String(texts[kept - 2]?.[0] ?? "").trim() === run.name) kept--;
  return kept;
}

function newTab(spreadsheet: SpreadsheetSurface, records: RecordRows, order: number): void {
  const [header = []] = records.headers;
  const rows = [[...header], ...records.rows.map((row) => [...row])];
  const stage = insertStage(spreadsheet, order, rows.length, header.length);
  const block = stage.getRange(1, 1, rows.length, header.length);
  block.setNumberFormats(rows.map((row) => row.map(() => TEXT_FORMAT)));
  const columns = header.map((_, index) => index + 1);
  wrapTexts(block, rows, columns, records);
  block.setValues(rows);
  stage.getRange(1, 1, 1, header.length).setFontWeights([header.map(() => "bold")]);
  stage.setFrozenRows(1);
  records.widths.forEach((width, index) => {
    stage.setColumnWidth(index + 1, width);
  });
  stage.showSheet();
  stage.setName(freeName(spreadsheet, records.name));
}

/** The name, or the name with a number where something else is called so. */
function freeName(spreadsheet: SpreadsheetSurface, name: string): string {
  const taken = new Set(spreadsheet.getSheets().map((sheet) => sheet.getName().toLowerCase()));
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name} ${number}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}
