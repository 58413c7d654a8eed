/** Cells between the book and Univer, and the results of formulas on their way back. */
import type { Area } from "./a1.ts";
import type { BookSheet, CellValue } from "./book.ts";
import type { Engine } from "./function-bridge.ts";

/** A cell as Univer keeps it: `t` is 1 for text, 2 for a number, 3 for a boolean. */
export interface UniverCell {
  f?: string | null;
  v?: string | number | boolean | null;
  t?: number | null;
  s?: unknown;
}

/** Names of errors that Sheets has another word for. */
const ERRORS: Readonly<Record<string, string>> = { "#SPILL!": "#REF!", "#CYCLE!": "#REF!", "#CALC!": "#N/A" };

/** A value of the book as Univer keeps it. */
export function univerValue(value: CellValue): UniverCell {
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: 3 };
  return { v: value, t: typeof value === "number" ? 2 : 1 };
}

/** Where Univer has a sheet of the book. */
export interface UniverPlace {
  readonly unit: string;
  readonly id: string;
  readonly workbook: UniverBook;
}

/** Puts the results of a sheet's formulas into the book. */
export function takeResults(sheet: BookSheet, { unit, id, workbook }: UniverPlace, spills: Spills): void {
  const cells = workbook.getSheetBySheetId(id)?.getCellMatrix();
  clearSpills(sheet);
  sheet.formulas.each((_, row, column) => {
    const cell = cells?.getValue(row - 1, column - 1);
    const value = bookValue(cell);
    const cached = sheet.values.get(row, column);
    // A function that Univer lacks: what the file's own program computed is better than a wrong error.
    if (value === "#NAME?" && cached !== undefined) return;
    sheet.values.set(row, column, value);
  });
  takeSpills(sheet, spills.getArrayFormulaRange()[unit]?.[id], spills.getArrayFormulaCellData()[unit]?.[id]);
}

/** What is read off Univer's workbook. */
export interface UniverBook {
  getSheetBySheetId(
    id: string,
  ): { getCellMatrix(): { getValue(row: number, column: number): unknown } } | null | undefined;
}

/** Univer's account of results that fill more than their own cell. */
export type Spills = InstanceType<Engine["FormulaDataModel"]>;

/** What a cell of Univer amounts to in the book. */
export function bookValue(cell: unknown): CellValue | undefined {
  const { v, t } = (cell ?? {}) as UniverCell;
  if (v === null || v === undefined || v === "") return undefined;
  if (t === 3) return v === 1 || v === true;
  return typeof v === "string" ? (ERRORS[v] ?? v) : v;
}

function clearSpills(sheet: BookSheet): void {
  sheet.spilled.each((_, row, column) => {
    sheet.spilled.set(row, column, undefined);
    sheet.values.set(row, column, undefined);
  });
  sheet.spillAreas.clear();
}

interface SpillRange {
  readonly startRow: number;
  readonly startColumn: number;
  readonly endRow: number;
  readonly endColumn: number;
}

type SheetGrid<T> = Record<number, Record<number, T | null | undefined>>;

/** Results that fill more than their own cell. */
function takeSpills(sheet: BookSheet, ranges: unknown, cells: unknown): void {
  const values = (cells ?? {}) as SheetGrid<UniverCell>;
  for (const row of Object.values((ranges ?? {}) as SheetGrid<SpillRange>)) {
    for (const range of Object.values(row)) if (range) takeSpill(sheet, range, values);
  }
}

function takeSpill(sheet: BookSheet, range: SpillRange, values: SheetGrid<UniverCell>): void {
  const origin = { row: range.startRow + 1, column: range.startColumn + 1 };
  if (sheet.values.get(origin.row, origin.column) === "#REF!") return;
  const area: Area = {
    top: origin.row,
    left: origin.column,
    bottom: range.endRow + 1,
    right: range.endColumn + 1,
  };
  sheet.reach(area.bottom, area.right);
  sheet.spillAreas.set(origin.row, origin.column, area);
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      if (row === origin.row && column === origin.column) continue;
      sheet.values.set(row, column, bookValue(values[row - 1]?.[column - 1]));
      sheet.spilled.set(row, column, true);
    }
  }
}
