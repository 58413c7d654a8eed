/** Writes single cells of tabs that people own: all of them, or none. */
import { growTo, insertStage, removeStages, TEXT_FORMAT } from "./stage";
import type { RangeSurface, Services, SheetCell, SheetSurface, SpreadsheetSurface } from "./surface";

/** How long to wait for another run of this document to end. */
const LOCK_WAIT_MS = 5000;
const AUTOMATIC = "General";

/** A new content of one cell, counted from 1. */
export interface CellWrite {
  readonly row: number;
  readonly column: number;
  readonly value: string | number | boolean;
  /** What a cell that keeps text gets instead of a number. */
  readonly asText: string;
  /**
   * `restore` sets `format` whatever the cell has; the others keep the cell's own format where a value
   * of their kind shows in it as it is meant.
   */
  readonly as: "text" | "number" | "percent" | "date" | "restore";
  /** The format for a cell whose own does not fit. */
  readonly format: string;
}

/** The cells to write on one tab. */
export interface TabWrite {
  readonly tab: string;
  readonly cells: readonly CellWrite[];
}

/** What a cell held before it was written; `value` as the sheet gives it, dates as serials. */
export interface CellBefore {
  readonly row: number;
  readonly column: number;
  readonly value: SheetCell;
  readonly formula: string;
  readonly format: string;
}

/** What became of the edits. Unless they are `done`, no tab was touched. */
export type EditOutcome =
  | {
      readonly kind: "done";
      readonly before: readonly { readonly tab: string; readonly cells: readonly CellBefore[] }[];
    }
  | { readonly kind: "busy" }
  /** `check` found that the tabs are not as they were when the edits were planned. */
  | { readonly kind: "changed" }
  | { readonly kind: "missing"; readonly tab: string }
  | { readonly kind: "protected"; readonly tab: string };

/** The smallest block that holds the cells of a tab. */
interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** One tab on its way: the block as it shall be, and as it was. */
interface StagedTab {
  readonly target: SheetSurface;
  readonly block: Block;
  readonly wanted: RangeSurface;
  readonly backup: RangeSurface;
  readonly before: readonly CellBefore[];
}

/**
 * Writes cells under the document lock. Each tab's block is copied to a hidden sheet and changed there, so
 * that formats, notes and the cells in between stay; then each block is put back in one `copyTo`. Where a
 * later tab fails, the earlier ones are put back as they were. `check` is asked under the lock, before
 * anything is written and again when all is staged.
 */
export function commitEdits(
  services: Services,
  writes: readonly TabWrite[],
  check: () => boolean,
): EditOutcome {
  const lock = services.LockService.getDocumentLock();
  if (!lock?.tryLock(LOCK_WAIT_MS)) return { kind: "busy" };
  try {
    return commitLocked(services, writes, check);
  } finally {
    try {
      services.SpreadsheetApp.flush();
    } finally {
      lock.releaseLock();
    }
  }
}

function commitLocked(services: Services, writes: readonly TabWrite[], check: () => boolean): EditOutcome {
  const spreadsheet = services.SpreadsheetApp.getActiveSpreadsheet();
  removeStages(spreadsheet);
  if (!check()) return { kind: "changed" };
  const targets = writes.map(({ tab }) => spreadsheet.getSheetByName(tab));
  const missing = targets.indexOf(null);
  if (missing >= 0) return { kind: "missing", tab: writes[missing]?.tab ?? "" };
  const closed = targets.find((target) => target && isClosed(services, target));
  if (closed) return { kind: "protected", tab: closed.getName() };
  const staged = writes.map((write, index) => stage(spreadsheet, targets[index] ?? null, write, index));
  services.SpreadsheetApp.flush();
  if (!check()) {
    removeStages(spreadsheet);
    return { kind: "changed" };
  }
  putBack(services, staged);
  removeStages(spreadsheet);
  return {
    kind: "done",
    before: writes.map(({ tab }, index) => ({ tab, cells: staged[index]?.before ?? [] })),
  };
}

/** Whether a tab is protected from whoever runs this. */
export function isClosed({ SpreadsheetApp }: Services, sheet: SheetSurface): boolean {
  return sheet
    .getProtections(SpreadsheetApp.ProtectionType.SHEET)
    .some((protection) => !protection.isWarningOnly() && !protection.canEdit());
}

function blockOf(cells: readonly CellWrite[]): Block {
  const rows = cells.map((cell) => cell.row);
  const columns = cells.map((cell) => cell.column);
  const [row, column] = [Math.min(...rows), Math.min(...columns)];
  return { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
}

function rangeOf(sheet: SheetSurface, { row, column, rows, columns }: Block): RangeSurface {
  return sheet.getRange(row, column, rows, columns);
}

/** Two hidden copies of the block at its own place, so that references keep their meaning; one is changed. */
function stage(
  spreadsheet: SpreadsheetSurface,
  target: SheetSurface | null,
  { cells }: TabWrite,
  order: number,
): StagedTab {
  if (!target) throw new Error("a tab vanished under the lock");
  const block = blockOf(cells);
  const [height, width] = [block.row + block.rows - 1, block.column + block.columns - 1];
  growTo(target, height, width);
  const source = rangeOf(target, block);
  const [wanted, backup] = [2 * order, 2 * order + 1].map((number) => {
    const copy = rangeOf(insertStage(spreadsheet, number, height, width), block);
    source.copyTo(copy);
    return copy;
  });
  if (!wanted || !backup) throw new Error("no stage");
  const before = readBefore(source, block, cells);
  if (cells.length === block.rows * block.columns) writeBlock(wanted, block, cells, before);
  else
    for (const [index, cell] of cells.entries())
      writeCell(wanted.getSheet(), cell, before[index]?.format ?? AUTOMATIC);
  return { target, block, wanted, backup, before };
}

function readBefore(source: RangeSurface, block: Block, cells: readonly CellWrite[]): CellBefore[] {
  const [values, formulas, formats] = [source.getValues(), source.getFormulas(), source.getNumberFormats()];
  return cells.map(({ row, column }) => {
    const [r, c] = [row - block.row, column - block.column];
    return {
      row,
      column,
      value: values[r]?.[c] ?? "",
      formula: formulas[r]?.[c] ?? "",
      format: formats[r]?.[c] ?? AUTOMATIC,
    };
  });
}

/** Every cell of a block in two calls: rows that are added cost no more than one. */
function writeBlock(
  range: RangeSurface,
  block: Block,
  cells: readonly CellWrite[],
  before: readonly CellBefore[],
): void {
  const formats = Array.from({ length: block.rows }, () => Array<string>(block.columns).fill(AUTOMATIC));
  const values = formats.map((row) => row.map((): SheetCell => ""));
  cells.forEach((cell, index) => {
    const { value, format } = contentFor(cell, before[index]?.format ?? AUTOMATIC);
    const [r, c] = [cell.row - block.row, cell.column - block.column];
    const [formatRow, valueRow] = [formats[r], values[r]];
    if (formatRow) formatRow[c] = format;
    if (valueRow) valueRow[c] = value;
  });
  range.setNumberFormats(formats);
  range.setValues(values);
}

function writeCell(sheet: SheetSurface, cell: CellWrite, formatNow: string): void {
  const range = sheet.getRange(cell.row, cell.column, 1, 1);
  const { value, format } = contentFor(cell, formatNow);
  if (format !== formatNow) range.setNumberFormats([[format]]);
  range.setValues([[value]]);
}

/** Texts that a sheet would read as something else in a cell that is no text cell. */
const PARSED = /^(?:['=+\-@.\d]|true$|false$)/i;
const DATE_SIGNS = /[ymd]/i;

/** A number in a text cell stays text; a format that would show or read a value otherwise is replaced. */
function contentFor(
  { value, asText, as, format }: CellWrite,
  now: string,
): { value: SheetCell; format: string } {
  if (as === "restore")
    return { value, format: typeof value === "string" && PARSED.test(value) ? TEXT_FORMAT : format };
  if (value === "") return { value, format: now };
  if (as === "text") return { value, format: TEXT_FORMAT };
  if (now === TEXT_FORMAT) return { value: asText, format: TEXT_FORMAT };
  return { value, format: fits(as, now, format) ? now : format };
}

function fits(as: "number" | "percent" | "date", now: string, wanted: string): boolean {
  const isPercent = now.includes("%");
  if (as === "percent") return isPercent && places(now) >= places(wanted);
  const isDate = now !== AUTOMATIC && DATE_SIGNS.test(now);
  return as === "date" ? isDate : !isPercent && !isDate;
}

function places(format: string): number {
  return /\.(0+)/.exec(format)?.[1]?.length ?? 0;
}

/** Puts every block in its place; where one fails, those before it become what they were. */
function putBack(services: Services, staged: readonly StagedTab[]): void {
  let reached = 0;
  try {
    for (const { target, block, wanted } of staged) {
      reached += 1;
      wanted.copyTo(rangeOf(target, block));
    }
    services.SpreadsheetApp.flush();
  } catch (error) {
    for (const { target, block, backup } of staged.slice(0, reached)) backup.copyTo(rangeOf(target, block));
    throw error;
  }
}
