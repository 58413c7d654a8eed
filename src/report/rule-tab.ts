import { dayFromParts } from "../engine/calendar";
import type { ShownTab } from "../rules/column-help";
import type { ColumnSpec } from "../rules/columns";
import type { PackRow } from "../rules/pack";
import type { Lang } from "../text/labels";
import { COLORS, FORMATS, LOOKS } from "./looks";
import {
  blank,
  type CellStyle,
  live,
  number,
  type TabCell,
  type TabDescription,
  TabRows,
  text,
  type ValueList,
  wholeText,
  widthRuns,
} from "./tab";

/** A pasted tab of a sample: plain cells, dates as `2026-10-03` or `2026-10-03T09:05:00`. */
export interface PastedTab {
  readonly name: string;
  readonly rows: readonly (readonly (string | number | boolean | { readonly date: string })[])[];
  /** Columns (from 0) whose cells stay text. */
  readonly text?: readonly number[];
}

/** Columns whose cells are formulas as text (READINGS 3.3). */
const FORMULA_COLUMNS: ReadonlySet<string> = new Set(["formula", "onlyIf", "where"]);
const DATE_COLUMNS: ReadonlySet<string> = new Set(["from", "to", "hired", "left", "probationUntil", "on"]);
/** Empty rows below the rows of a rule tab that are already of the columns' formats. */
const SPARE_ROWS = 200;
const DEFAULT_WIDTH = 100;
const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d))?$/;
const PERCENT = /^(-?\d+(?:\.(\d+))?)%$/;

/** What people see when they rest on the first cell of a row, by the row's index; none where it is absent. */
export type RowNotes = readonly (string | undefined)[];

/** Words that the cells of a column offer, by the column's key. */
export type ColumnLists = Readonly<Record<string, readonly string[]>>;

/** A rule tab with its rows, headers with help, lists of words, and formula columns that stay text. */
export function describeRuleTab(
  spec: ShownTab,
  packRows: readonly PackRow[],
  lang: Lang,
  notes: RowNotes = [],
  lists: ColumnLists = {},
): TabDescription {
  const rows = new TabRows(spec.columns.length);
  rows.add(spec.columns.map((column) => text(column[lang], LOOKS.header, column.help[lang])));
  packRows.forEach((row, index) => {
    const cells = spec.columns.map((column) => ruleCell(column, row[column.key]));
    rows.add(cells.map((cell, column) => (column === 0 ? noted(cell, notes[index]) : cell)));
  });
  for (let n = 0; n < SPARE_ROWS; n++) rows.add(spec.columns.map((column) => blank(columnStyle(column))));
  return {
    ...emptyTab(spec[lang], "rules", rows),
    widths: widthRuns(spec.columns.map((column) => column.width)),
    frozenRows: 1,
    tabColor: COLORS.action,
    lists: valueLists(spec, rows.rows.length, lists, lang),
  };
}

function valueLists(spec: ShownTab, height: number, lists: ColumnLists, lang: Lang): ValueList[] {
  return spec.columns.flatMap((column, index) => {
    const values = lists[column.key] ?? [];
    if (values.length === 0) return [];
    const area = { row: 2, column: index + 1, rows: Math.max(1, height - 1), columns: 1 };
    return [{ area, values, help: column.help[lang] }];
  });
}

function noted(cell: TabCell, note: string | undefined): TabCell {
  return note === undefined ? cell : { ...cell, note };
}

/** A sample's pasted tab. Cells outside the text columns are read by the sheet as if typed. */
export function describePastedTab(tab: PastedTab): TabDescription {
  const columns = Math.max(1, ...tab.rows.map((row) => row.length));
  const textColumns = new Set(tab.text ?? []);
  const rows = new TabRows(columns);
  for (const row of tab.rows) rows.add(row.map((cell, column) => pastedCell(cell, textColumns.has(column))));
  return {
    ...emptyTab(tab.name, "raw", rows),
    widths: widthRuns(Array<number>(columns).fill(DEFAULT_WIDTH)),
  };
}

function emptyTab(name: string, kind: "rules" | "raw", rows: TabRows): TabDescription {
  return {
    name,
    stamps: [],
    kind,
    rows: rows.rows,
    columnCount: rows.columnCount,
    widths: [],
    frozenRows: 0,
    frozenColumns: 0,
    borders: [],
    conditional: [],
    owned: null,
    typedSums: [],
    kept: null,
    tabColor: null,
  };
}

const TEXT_COLUMN: CellStyle = { format: "@" };
const DATE_COLUMN: CellStyle = { format: FORMATS.date, align: "left" };
const NO_LOOK: CellStyle = {};
/** Numbers stand under their headers, away from the words of the next column. */
const RULE_COLUMN: CellStyle = { align: "left" };

function columnStyle(column: ColumnSpec): CellStyle {
  if (FORMULA_COLUMNS.has(column.key)) return TEXT_COLUMN;
  return DATE_COLUMNS.has(column.key) ? DATE_COLUMN : RULE_COLUMN;
}

function ruleCell(column: ColumnSpec, value: string | number | undefined): TabCell {
  const style = columnStyle(column);
  if (value === undefined || value === "") return blank(style);
  if (typeof value === "number") return number(value, style);
  if (FORMULA_COLUMNS.has(column.key)) return wholeText(value, style);
  const serial = DATE_COLUMNS.has(column.key) ? serialOf(value) : null;
  return serial === null ? percentOrText(value) : number(serial, style);
}

/** `0.4%` becomes the number with a format that shows it so; anything else stays text. */
function percentOrText(value: string): TabCell {
  const match = PERCENT.exec(value);
  if (!match) return wholeText(value);
  const decimals = match[2]?.length ?? 0;
  return number(Number(`${match[1]}e-2`), {
    ...RULE_COLUMN,
    format: decimals === 0 ? "0%" : `0.${"0".repeat(decimals)}%`,
  });
}

/** Days since 1899-12-30 of an ISO date, with the time as the fraction; null for anything else. */
function serialOf(value: string): number | null {
  const match = ISO.exec(value);
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const whole = dayFromParts(year, month, day);
  return whole === null ? null : whole + (hour * 3600 + minute * 60 + second) / 86_400;
}

function pastedCell(cell: PastedTab["rows"][number][number], asText: boolean): TabCell {
  if (typeof cell === "number") return number(cell, NO_LOOK);
  if (typeof cell === "boolean") return live(cell ? "TRUE" : "FALSE");
  if (typeof cell === "string") return cell === "" ? blank(NO_LOOK) : asText ? wholeText(cell) : live(cell);
  const serial = serialOf(cell.date);
  if (serial === null) return wholeText(cell.date);
  return number(serial, { format: Number.isInteger(serial) ? FORMATS.date : `${FORMATS.date} hh:mm:ss` });
}
