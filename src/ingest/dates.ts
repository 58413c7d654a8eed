import { type Day, type Month, showRange } from "../engine/calendar";
import { type DateOrder, type DayRange, dateOrder, readDate, readMonth, readRange } from "../engine/cell";
import { WHOLE_MONTH } from "../engine/facts";
import type { Problem } from "../engine/formula/value";
import { type Grid, type GridCell, isDateCell } from "../engine/grid";
import { type Issue, issueAt } from "../engine/issue";
import { isEmpty, signatureOf, type Table } from "./table";

/** When a row of a table belongs to. */
export type RowDate =
  | { readonly kind: "day"; readonly day: Day }
  | { readonly kind: "span"; readonly day: typeof WHOLE_MONTH; readonly span: DayRange }
  | { readonly kind: "other-month" }
  | { readonly kind: "no-date" }
  | { readonly kind: "unreadable"; readonly problem: Problem };

/** How a table says when its rows belong to. */
export type Dating =
  | { readonly kind: "column"; readonly column: number; readonly read: (cell: GridCell) => RowDate }
  /** The whole table is of these days, which lie in the month. */
  | { readonly kind: "span"; readonly date: RowDate }
  /** The whole table is of days outside the month. */
  | { readonly kind: "other-month"; readonly span: DayRange }
  | { readonly kind: "undated" }
  | { readonly kind: "order"; readonly column: number; readonly order: "unsettled" | "contradictory" };

const OTHER_MONTH: RowDate = { kind: "other-month" };
const NO_DATE: RowDate = { kind: "no-date" };

/**
 * How the rows of a table are dated: by a column of dates or months, or else by the tab's name
 * or a line above the header.
 *
 * @param twins tells the order of day and month by other tabs with the same headers.
 */
export function datingOf(table: Table, column: number | null, month: Month, twins?: TwinOrders): Dating {
  if (column !== null) return columnDating(table, column, month, twins);
  const span = statedRange(table.grid, table.headerRow);
  if (!span) return { kind: "undated" };
  const inside = span.first >= month.first && span.last <= month.last;
  if (!inside) return { kind: "other-month", span };
  if (span.first === span.last) return { kind: "span", date: { kind: "day", day: span.first } };
  return { kind: "span", date: { kind: "span", day: WHOLE_MONTH, span } };
}

/** The days that the tab's name states, or else one of the lines above its header. */
export function statedRange(grid: Grid, headerRow: number): DayRange | null {
  const named = readRange(grid.name);
  if (named) return named;
  for (const row of grid.rows.slice(0, headerRow)) {
    const range = readRange(row.filter((cell) => typeof cell === "string").join(" "));
    if (range) return range;
  }
  return null;
}

function columnDating(table: Table, column: number, month: Month, twins?: TwinOrders): Dating {
  const cells = cellsBelow(table, column);
  const own = dateOrder(cells);
  const order = own === "unsettled" ? (twins?.orderOf(table) ?? own) : own;
  if (order === "contradictory" || (order === "unsettled" && cells.every(needsOrder)))
    return { kind: "order", column, order };
  // Beside dates that need no order one that does is a slip of its own row.
  const given = order === "mdy" || order === "dmy" ? order : undefined;
  return { kind: "column", column, read: dateReader(month, given) };
}

function cellsBelow(table: Table, column: number): GridCell[] {
  return table.grid.rows.slice(table.firstRow).map((row) => row[column] ?? "");
}

const YEAR_LAST = /^\s*\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}/;

/** No date that needs no order; blanks and labels of summary rows say nothing either. */
function needsOrder(cell: GridCell): boolean {
  return readDate(cell).kind !== "value" || (typeof cell === "string" && YEAR_LAST.test(cell));
}

/** A table with its column of dates. */
interface DatedTable {
  readonly table: Table;
  readonly dateColumn: number | null;
}

/** The order of day and month that other tabs with the same headers settle: one export in pieces. */
export class TwinOrders {
  private orders: ReadonlyMap<string, DateOrder | null> | null = null;

  constructor(private readonly tables: readonly DatedTable[]) {}

  /** The order of the table's twins; null where none settles it, or they do not agree. */
  orderOf(table: Table): DateOrder | null {
    // Hardly any workbook asks, so nothing is looked up before.
    this.orders ??= ordersBySignature(this.tables);
    return this.orders.get(signatureOf(table)) ?? null;
  }
}

function ordersBySignature(tables: readonly DatedTable[]): Map<string, DateOrder | null> {
  const orders = new Map<string, DateOrder | null>();
  for (const { table, dateColumn } of tables) {
    const order = dateColumn === null ? "none" : dateOrder(cellsBelow(table, dateColumn));
    if (order !== "mdy" && order !== "dmy") continue;
    const key = signatureOf(table);
    orders.set(key, (orders.get(key) ?? order) === order && orders.get(key) !== null ? order : null);
  }
  return orders;
}

/** Reads cells of one date column; equal texts are read once. */
function dateReader(month: Month, order: DateOrder | undefined): (cell: GridCell) => RowDate {
  const known = new Map<GridCell, RowDate>();
  return (cell) => {
    if (isDateCell(cell)) return readRowDate(cell, month, order);
    const found = known.get(cell);
    if (found) return found;
    const date = readRowDate(cell, month, order);
    known.set(cell, date);
    return date;
  };
}

function readRowDate(cell: GridCell, month: Month, order: DateOrder | undefined): RowDate {
  const date = readDate(cell, order);
  if (date.kind === "missing") return NO_DATE;
  if (date.kind === "value") {
    const { day } = date.value;
    return day >= month.first && day <= month.last ? { kind: "day", day } : OTHER_MONTH;
  }
  const whole = readMonth(cell, order);
  if (whole.kind !== "value")
    return date.problem.code === "cell-not-date" ? rangeDate(cell, month, date.problem) : date;
  return spanDate(whole.value, month);
}

/** `2026-04-19至2026-04-19` in a date cell. */
function rangeDate(cell: GridCell, month: Month, problem: Problem): RowDate {
  const range = typeof cell === "string" && /[至~～到]/.test(cell) ? readRange(cell) : null;
  if (!range) return { kind: "unreadable", problem };
  if (range.last < month.first || range.first > month.last) return OTHER_MONTH;
  return spanDate(range, month);
}

function spanDate(span: DayRange, month: Month): RowDate {
  if (span.first < month.first || span.last > month.last) return OTHER_MONTH;
  if (span.first === span.last) return { kind: "day", day: span.first };
  return { kind: "span", day: WHOLE_MONTH, span: { first: span.first, last: span.last } };
}

/** When a row belongs to; a tab without dates, or of another month, says so for all its rows. */
export function dateOfRow(
  dating: Dating,
  row: readonly GridCell[],
): RowDate | "tab-of-other-month" | "undated" {
  if (dating.kind === "column") return dating.read(row[dating.column] ?? "");
  if (dating.kind === "span") return dating.date;
  return dating.kind === "other-month" ? "tab-of-other-month" : "undated";
}

/** The days of a date that can be placed. */
export function daysOf(date: RowDate, month: Month): DayRange {
  if (date.kind === "day") return { first: date.day, last: date.day };
  return date.kind === "span" ? date.span : { first: month.first, last: month.last };
}

/**
 * What is wrong with a table's dates as a whole: an error where no row can be placed, otherwise
 * the note about a tab of another month; null where its rows have their days.
 */
export function datingIssue(table: Table, dating: Dating, month: Month): Issue | null {
  const { grid } = table;
  if (dating.kind === "undated") {
    return issueAt("error", "tab-without-date", { tab: grid.name }, { tab: grid.name, month: month.text });
  }
  if (dating.kind === "order") return dateOrderIssue(table, dating);
  if (dating.kind !== "other-month") return null;
  const count = grid.rows.slice(table.firstRow).filter((row) => !isEmpty(row)).length;
  return otherMonthIssue(grid.name, dating.span, month, count);
}

/** The error of a date column whose order of day and month cannot be told. */
function dateOrderIssue(
  { grid, headers, headerRow }: Table,
  { column, order }: Extract<Dating, { kind: "order" }>,
): Issue {
  const header = headers[column]?.text ?? "";
  const place = { tab: grid.name, row: headerRow + 1, column: column + 1 };
  return issueAt("error", `date-order-${order}`, place, { header }, header);
}

/**
 * A tab whose days are not those of the month: its rows are left out. A tab of another month is
 * told as information, because workbooks keep past months; one that reaches into the month and
 * beyond is a warning, because its figures cannot be split.
 */
export function otherMonthIssue(tab: string, span: DayRange, month: Month, rows: number): Issue {
  const overlaps = span.first <= month.last && month.first <= span.last;
  const values = { days: showRange(span), month: month.text, count: String(rows), rest: String(rows) };
  return issueAt(overlaps ? "warning" : "info", "tab-of-other-month", { tab }, values);
}
