import type { OwnedBlock, OwnedColumn, TabDescription } from "../report/tab";
import { isDate } from "./dates";
import type { SheetCell, SheetSurface } from "./surface";

const HEADER_ROWS = 10;
const DATE_FORMAT = "yyyy-mm-dd";
const TEXT_FORMAT = "@";
const AUTOMATIC = "General";
/** A reference to a cell of the same tab, with its row as the last part. */
const REFERENCE = /(?<![A-Za-z0-9_!'".$])(\$?[A-Z]{1,3}\$?)(\d+)(?![\d(A-Za-z_])/g;

/** One cell that somebody typed. */
export interface TypedCell {
  readonly value: SheetCell;
  /** The formula that was typed, blank for a value. */
  readonly formula: string;
  /** Row and column (from 1) where it stood. */
  readonly row: number;
  readonly column: number;
}

/** What people typed in the columns that are theirs: by person, then by index of the owned column. */
export type TypedByPerson = ReadonlyMap<string, ReadonlyMap<number, TypedCell>>;

const NOTHING: TypedByPerson = new Map();

/** Reads what people typed on the tab of an earlier run; empty where the tab has no such columns. */
export function readTyped(sheet: SheetSurface, owned: OwnedBlock): TypedByPerson {
  const [height, width] = [sheet.getLastRow(), sheet.getLastColumn()];
  if (height === 0 || width === 0) return NOTHING;
  const range = sheet.getRange(1, 1, height, width);
  const values = range.getValues();
  const formulas = range.getFormulas();
  const headerRow = values
    .slice(0, HEADER_ROWS)
    .findIndex((row) => findColumn(row, owned.columns[0]?.headers ?? []) >= 0);
  const header = values[headerRow] ?? [];
  const personColumn = findColumn(header, owned.personHeaders);
  if (personColumn < 0) return NOTHING;
  const columns = owned.columns.map(({ headers }) => findColumn(header, headers));
  const found = new Map<string, Map<number, TypedCell>>();
  for (let r = headerRow + 1; r < height; r++) {
    const person = String(values[r]?.[personColumn] ?? "");
    if (owned.endLabels.includes(person) && !(owned.rows.has(person) && !found.has(person))) break;
    if (person !== "" && !found.has(person))
      found.set(person, typedOfRow(values[r] ?? [], formulas[r] ?? [], columns, r));
  }
  return found;
}

function findColumn(header: readonly SheetCell[], names: readonly string[]): number {
  return header.findIndex((cell) => typeof cell === "string" && names.includes(cell.trim()));
}

function typedOfRow(
  values: readonly SheetCell[],
  formulas: readonly string[],
  columns: readonly number[],
  row: number,
): Map<number, TypedCell> {
  const typed = new Map<number, TypedCell>();
  columns.forEach((column, index) => {
    const value = values[column] ?? "";
    const formula = formulas[column] ?? "";
    if (value !== "" || formula !== "")
      typed.set(index, { value, formula, row: row + 1, column: column + 1 });
  });
  return typed;
}

/** Whether two readings of the same tab are the same. */
export function sameTyped(one: TypedByPerson, other: TypedByPerson): boolean {
  return fingerprint(one) === fingerprint(other);
}

function fingerprint(typed: TypedByPerson): string {
  return JSON.stringify([...typed].map(([person, cells]) => [person, [...cells]]));
}

/** People who have typed cells but no row any more. */
export function droppedPeople(typed: TypedByPerson, owned: OwnedBlock): string[] {
  return [...typed]
    .filter(([person, cells]) => cells.size > 0 && !owned.rows.has(person))
    .map(([person]) => person);
}

/**
 * Puts typed cells where their person stands now. A formula moves along with its row while the
 * columns stand where they stood; otherwise its last value is kept.
 */
export function mergeTyped(
  owned: OwnedBlock,
  typed: TypedByPerson,
  values: SheetCell[][],
  formats: string[][],
): void {
  for (const [person, row] of owned.rows) {
    for (const [index, cell] of typed.get(person) ?? []) {
      const column = owned.columns[index];
      const valueRow = values[row - 1];
      const formatRow = formats[row - 1];
      if (!column || !valueRow || !formatRow) continue;
      const formula =
        cell.formula !== "" && cell.column === column.column ? moveRow(cell.formula, cell.row, row) : "";
      valueRow[column.column - 1] = formula || cell.value;
      formatRow[column.column - 1] = formula
        ? numberFormat(column, formatRow)
        : typedFormat(cell.value, column, formatRow);
    }
  }
}

function moveRow(formula: string, from: number, to: number): string {
  return formula.replace(REFERENCE, (whole, column: string, row: string) =>
    Number(row) === from ? column + to : whole,
  );
}

function numberFormat(column: OwnedColumn, formats: readonly string[]): string {
  return column.kind === "money" ? (formats[column.column - 1] ?? AUTOMATIC) : AUTOMATIC;
}

function typedFormat(value: SheetCell, column: OwnedColumn, formats: readonly string[]): string {
  if (typeof value === "string") return TEXT_FORMAT;
  return isDate(value) ? DATE_FORMAT : numberFormat(column, formats);
}

/** The sum of the numbers that HR typed for a person in money columns, to the cent; null where none. */
function typedSum(owned: OwnedBlock, typed: TypedByPerson, person: string): number | null {
  let cents: number | null = null;
  for (const [index, { value }] of typed.get(person) ?? []) {
    if (owned.columns[index]?.kind === "money" && typeof value === "number")
      cents = (cents ?? 0) + Math.round(value * 100);
  }
  return cents === null ? null : cents / 100;
}

/** Fills the cells of a tab that show what was typed on Payroll. */
export function fillTypedSums(
  tab: TabDescription,
  owned: OwnedBlock,
  typed: TypedByPerson,
  values: SheetCell[][],
): void {
  for (const { row, column, person } of tab.typedSums) {
    const sum = typedSum(owned, typed, person);
    const valueRow = values[row - 1];
    if (sum !== null && valueRow) valueRow[column - 1] = sum;
  }
}
