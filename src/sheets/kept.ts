import type { KeptBlock, OwnedBlock, TabCell, TabDescription } from "../report/tab";
import { isDate } from "./dates";
import type { SheetCell, SheetSurface } from "./surface";
import type { TypedByPerson, TypedCell } from "./typed";

/** One cell that HR typed for somebody who has no row on Payroll. */
export interface KeptCell {
  readonly person: string;
  /** The column's header, in the language in which the cell was last written. */
  readonly column: string;
  readonly value: SheetCell;
}

/** Signs of a text that a cell of the list holds. */
const TEXT_LIMIT = 5000;

/** The cells that an earlier run listed; empty where the tab lists none. */
export function readKept(sheet: SheetSurface, block: KeptBlock): KeptCell[] {
  const height = sheet.getLastRow();
  if (height === 0 || sheet.getLastColumn() < 3) return [];
  const values = sheet.getRange(1, 1, height, 3).getValues();
  const title = values.findIndex(([first]) => typeof first === "string" && block.titles.includes(first));
  if (title < 0) return [];
  const rows = values.slice(title + block.heading.length);
  const end = rows.findIndex(([person]) => person === "");
  return rows.slice(0, end < 0 ? rows.length : end).map(([person = "", column = "", value = ""]) => ({
    person: String(person),
    column: String(column),
    value,
  }));
}

/**
 * What to list now: the cells of people who had a row until now, then those that were listed before
 * and whose person still has none. A cell that stands in both is the one of Payroll. `owned` is
 * null where Payroll is not written: the list then stays as it is.
 */
export function listKept(
  earlier: readonly KeptCell[],
  typed: TypedByPerson,
  owned: OwnedBlock | null,
  headerOf: (index: number) => string,
): KeptCell[] {
  if (!owned) return [...earlier];
  const left = [...typed].filter(([person]) => !owned.rows.has(person));
  const gone = left.flatMap(([person, cells]) =>
    [...cells].map(([index, { value }]) => ({ person, column: headerOf(index), value })),
  );
  const known = new Set(gone.map((cell) => keyOf(cell, owned)));
  const still = earlier.filter((cell) => !owned.rows.has(cell.person) && !known.has(keyOf(cell, owned)));
  return [...gone, ...still];
}

/** What was typed, with the listed cells of people who have a row again, where nothing else was typed. */
export function restoreKept(
  typed: TypedByPerson,
  kept: readonly KeptCell[],
  owned: OwnedBlock,
): TypedByPerson {
  const back = kept.filter((cell) => owned.rows.has(cell.person));
  if (back.length === 0) return typed;
  const all = new Map([...typed].map(([person, cells]) => [person, new Map(cells)]));
  for (const { person, column, value } of back) {
    const index = indexOf(column, owned);
    const cells = all.get(person) ?? new Map<number, TypedCell>();
    if (index >= 0 && !cells.has(index)) cells.set(index, { value, formula: "", row: 0, column: 0 });
    all.set(person, cells);
  }
  return all;
}

function indexOf(column: string, owned: OwnedBlock): number {
  return owned.columns.findIndex(({ headers }) => headers.includes(column));
}

function keyOf({ person, column }: KeptCell, owned: OwnedBlock): string {
  return JSON.stringify([person, indexOf(column, owned)]);
}

/** The description with the list put in; as it is where there is nothing to list. */
export function withKept(tab: TabDescription, cells: readonly KeptCell[]): TabDescription {
  const { kept } = tab;
  if (!kept || cells.length === 0) return tab;
  const fill = (row: readonly (TabCell | null)[]) =>
    Array.from({ length: tab.columnCount }, (_, n) => row[n] ?? null);
  const list = [[], ...kept.heading, ...cells.map((cell) => keptRow(cell, kept))].map(fill);
  const rows = tab.rows.map((row, index) =>
    index + 1 === kept.notice?.row ? fill([kept.notice.cell]) : row,
  );
  return { ...tab, rows: [...rows.slice(0, kept.before - 1), ...list, ...rows.slice(kept.before - 1)] };
}

function keptRow({ person, column, value }: KeptCell, { looks }: KeptBlock): TabCell[] {
  return [
    { kind: "text", value: person, style: looks.person },
    { kind: "text", value: column, style: looks.column },
    typeof value === "number"
      ? { kind: "number", value, style: looks.value }
      : { kind: "text", value: textOf(value), style: looks.value },
  ];
}

function textOf(value: SheetCell): string {
  if (!isDate(value)) return String(value).slice(0, TEXT_LIMIT);
  const parts = [value.getFullYear(), value.getMonth() + 1, value.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}
