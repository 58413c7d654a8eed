import { dayFromParts } from "../../engine/calendar";
import { type DateOrder, dateOrder, readDate, readNumber } from "../../engine/cell";
import { Exact } from "../../engine/exact";
import { type PackedCell, packCell } from "../../engine/facts";
import type { GridCell } from "../../engine/grid";
import { type Issue, issueAt } from "../../engine/issue";
import { personKey } from "../../engine/name";
import { timeOf } from "../chat/model";
import { cellText, columnsByHeader, RowSorter, rowText, signatureOf } from "../table";
import { Tally } from "../tally";
import { unreadableIssue } from "../unread";
import type { OrderField } from "./fields";
import { dateInNumber, isRounded, readOrderNumber } from "./number";
import type { LostNumber, NamedAgent } from "./order";
import type { OrderTable } from "./tables";

const LAST_SECOND = 86_399;
/** A name that is its own key. */
const PLAIN = /^[a-z0-9_]*$/;
/** Figures that are never below zero; amounts may be. */
const COUNTS: ReadonlySet<OrderField> = new Set(["items", "quantity", "refundItems"]);

/** Reads the cells of one event table by field; counts what it leaves out. */
export class OrderCells {
  readonly tally = new Tally();
  readonly issues: Issue[] = [];
  private readonly orders = new Map<OrderField, DateOrder | undefined>();
  /** Columns of times that hold days only: their moments are the ends of the days. */
  private readonly dayOnly = new Set<OrderField>();
  private readonly byHeader: readonly number[];
  private readonly signature: string;
  private readonly isRounded: boolean;
  private lost = { count: 0, row: 0, text: "" };
  private cells: readonly GridCell[] = [];
  private at = 0;
  private unread: Issue[] = [];
  /** A time of the row at hand cannot be read. */
  isUndated = false;
  /** The order number of the row at hand that has lost its last digits. */
  lostNumber: LostNumber | null = null;

  /** @param twins the other tables with the same header: one export in pieces has one form of times. */
  constructor(
    readonly source: OrderTable,
    private readonly twins: readonly OrderTable[] = [],
  ) {
    const { table } = source;
    this.byHeader = columnsByHeader(table.headers);
    this.signature = signatureOf(table);
    for (const field of ["created", "paidAt", "refundedAt"] as const) this.prepareTimes(field);
    const number = source.columns.get("order");
    this.isRounded = number !== undefined && isRounded(columnOf(source, number));
  }

  /** Settles the order of day and month, and whether a column has times of day at all. */
  private prepareTimes(field: "created" | "paidAt" | "refundedAt"): void {
    const column = this.source.columns.get(field);
    if (column === undefined) return;
    const cells = columnOf(this.source, column);
    const own = dateOrder(cells);
    const order = own === "unsettled" ? dateOrder([...cells, ...this.cellsOfTwins(field)]) : own;
    if (order === "unsettled" || order === "contradictory") {
      const { grid, headers, headerRow } = this.source.table;
      const header = headers[column]?.text ?? "";
      const place = { tab: grid.name, row: headerRow + 1, column: column + 1 };
      this.issues.push(issueAt("error", `date-order-${order}`, place, { header }, header));
    }
    const settled = order === "mdy" || order === "dmy" ? order : undefined;
    this.orders.set(field, settled);
    const hasTime = (cell: GridCell) => {
      const reading = readDate(cell, settled);
      return reading.kind === "value" && reading.value.seconds !== 0;
    };
    if (!cells.some(hasTime) && !this.cellsOfTwins(field).some(hasTime)) this.dayOnly.add(field);
  }

  private cellsOfTwins(field: OrderField): GridCell[] {
    return this.twins.flatMap((twin) => {
      const column = twin.columns.get(field);
      return column === undefined ? [] : columnOf(twin, column);
    });
  }

  /** Calls back for each row of data; summaries, repeated headers and blank rows are tallied. */
  each(visit: () => void): void {
    const { table, columns } = this.source;
    const sorter = new RowSorter(table, null, columns.get("order") ?? null, () => false);
    for (let row = table.firstRow; row < table.grid.rows.length; row++) {
      this.cells = table.grid.rows[row] ?? [];
      this.at = row;
      this.unread = [];
      this.isUndated = false;
      this.lostNumber = null;
      const kind = sorter.kindOf(this.cells);
      if (kind === "data") visit();
      else this.tally.leaveOut(kind, row);
    }
    this.noteLost();
  }

  /** Row at hand, counted from 1. */
  get row(): number {
    return this.at + 1;
  }

  /** Cells of the row at hand that could not be read. */
  get unreadable(): readonly Issue[] {
    return this.unread;
  }

  has(field: OrderField): boolean {
    return this.source.columns.has(field);
  }

  cell(field: OrderField): GridCell {
    const column = this.source.columns.get(field);
    return column === undefined ? "" : (this.cells[column] ?? "");
  }

  text(field: OrderField): string {
    return cellText(this.cell(field)).trim();
  }

  /** Whether a cell of the row at hand says this. */
  holds(words: RegExp): boolean {
    return this.cells.some((cell) => typeof cell === "string" && words.test(cell.trim()));
  }

  /** Everything the row says, the same in every paste of it. */
  whole(): string {
    return `${this.signature}\n${rowText(this.cells, this.byHeader)}`;
  }

  /** Order number, or empty text where the row has none that can be trusted. */
  number(field: "order" | "suborder" | "refund"): string {
    const read = readOrderNumber(this.cell(field));
    const text = read.kind === "number" ? read.key : "";
    if (read.kind === "lost" || (field === "order" && this.isRounded && /^\d{13,}000$/.test(text))) {
      if (field !== "refund") this.noteLostNumber(field, read.kind === "lost" ? read.text : text);
      return "";
    }
    return text;
  }

  private noteLostNumber(field: OrderField, text: string): void {
    this.lostNumber ??= { cell: this.packed(field), text };
    if (this.lost.count === 0) this.lost = { count: 1, row: this.row, text };
    else this.lost.count++;
  }

  private noteLost(): void {
    if (this.lost.count === 0) return;
    const { table, columns } = this.source;
    const column = columns.get("order") ?? columns.get("suborder") ?? 0;
    const place = { tab: table.grid.name, row: this.lost.row, column: column + 1 };
    const values = { header: table.headers[column]?.text ?? "", count: String(this.lost.count) };
    this.issues.push(issueAt("warning", "order-number-lost", place, values, this.lost.text));
  }

  /** A figure; null where missing or unreadable, which is then noted. */
  figure(field: OrderField): Exact | null {
    const reading = readNumber(this.cell(field));
    if (reading.kind === "value" && (reading.value.sign() >= 0 || !COUNTS.has(field))) return reading.value;
    if (reading.kind === "value")
      this.fail(field, { code: "cell-negative", values: { text: String(this.cell(field)).trim() } });
    if (reading.kind === "unreadable") this.fail(field, reading.problem);
    return null;
  }

  /** A number of pieces; a cell that cannot be read is told apart, for no amount rests on it. */
  pieces(field: "items" | "quantity" | "refundItems"): {
    readonly items: Exact | null;
    readonly unreadableItems: readonly Issue[];
  } {
    const before = this.unread.length;
    const items = this.figure(field);
    return { items, unreadableItems: this.unread.splice(before) };
  }

  /** A time in seconds since 1970-01-01; null where missing or unreadable, which is then noted. */
  time(field: "created" | "paidAt" | "refundedAt"): number | null {
    if (!this.has(field)) return null;
    const reading = readDate(this.cell(field), this.orders.get(field));
    if (reading.kind === "unreadable") {
      this.fail(field, reading.problem);
      this.isUndated = true;
    }
    if (reading.kind !== "value") return null;
    return timeOf(reading.value.day, this.dayOnly.has(field) ? LAST_SECOND : reading.value.seconds);
  }

  /** Whether a column of times has days only. */
  isDayOnly(field: OrderField): boolean {
    return this.dayOnly.has(field);
  }

  /** The end of the day that the order number names (Pinduoduo), or null. */
  timeInNumber(number: string): number | null {
    const parts = dateInNumber(number);
    const day = parts ? dayFromParts(...parts) : null;
    return day === null ? null : timeOf(day, LAST_SECOND);
  }

  /** `personKey` of the buyer; empty where the row names none. */
  buyer(): string {
    const text = this.text("buyer");
    return PLAIN.test(text) ? text : personKey(text);
  }

  /** The agent that a column names, or null. */
  agent(field: "agent" | "orderAgent" | "paymentAgent"): NamedAgent | null {
    const account = this.text(field);
    return account === "" || /^[-—/]+$/.test(account) ? null : { account, cell: this.packed(field) };
  }

  /** The cell of a field in the row at hand. */
  packed(field: OrderField): PackedCell {
    const { table, columns } = this.source;
    return packCell(table.tabIndex, this.row, (columns.get(field) ?? 0) + 1);
  }

  private fail(
    field: OrderField,
    problem: { readonly code: string; readonly values: Readonly<Record<string, string>> },
  ): void {
    const { grid, headers } = this.source.table;
    const column = this.source.columns.get(field) ?? 0;
    this.unread.push(unreadableIssue(grid, this.at, column, headers[column]?.text ?? "", { problem }));
  }

  /** Notes that a figure is missing where one is needed. */
  failMissing(code: string, field: OrderField): void {
    const { grid, headers } = this.source.table;
    const column = this.source.columns.get(field) ?? 0;
    const place = { tab: grid.name, row: this.row, column: column + 1 };
    this.unread.push(
      issueAt("error", code, place, { header: headers[column]?.text ?? "", row: String(this.row) }),
    );
  }
}

function columnOf({ table }: OrderTable, column: number): GridCell[] {
  return table.grid.rows.slice(table.firstRow).map((row) => row[column] ?? "");
}

/** Sum of two figures of which one or both may be missing. */
export function plus(a: Exact | null, b: Exact | null): Exact | null {
  return a && b ? a.plus(b) : (a ?? b);
}

/** 0 for a missing figure. */
export function orZero(value: Exact | null): Exact {
  return value ?? Exact.ZERO;
}
