import type { Exact } from "../../engine/exact";
import type { PackedCell } from "../../engine/facts";
import type { Issue } from "../../engine/issue";
import type { OrderState } from "./status";

/** An agent that a table itself names: who landed the order, and who landed its payment. */
export interface NamedAgent {
  /** Account as written. */
  readonly account: string;
  readonly cell: PackedCell;
}

/** An order number of which a spreadsheet made a number that has lost its last digits. */
export interface LostNumber {
  readonly cell: PackedCell;
  /** What is left of it. */
  readonly text: string;
}

/** One row of an order table, read. Times are seconds since 1970-01-01 in the spreadsheet's own zone. */
export interface OrderRow {
  /** Order number; empty where there is none that can be trusted. */
  readonly number: string;
  /** The order number where it has lost its digits, else null. */
  readonly lost: LostNumber | null;
  /** Tells the rows of one order apart: a sub-order number or, for lines of goods, the row's text. */
  readonly part: string;
  readonly tab: string;
  readonly tabIndex: number;
  /** Counted from 1. */
  readonly row: number;
  /** `personKey` of the buyer; empty where the table has none. */
  readonly buyer: string;
  /** What the buyer paid, before refunds; null where missing. */
  readonly amount: Exact | null;
  /** What the order came to when it was placed; null where missing. */
  readonly placed: Exact | null;
  readonly postage: Exact;
  readonly items: Exact | null;
  readonly created: number | null;
  readonly paidAt: number | null;
  readonly state: OrderState;
  /** Refund that the order table itself states. */
  readonly refund: Exact | null;
  /** The row has a flag whose orders do not count. */
  readonly isExcluded: boolean;
  readonly orderAgent: NamedAgent | null;
  readonly paymentAgent: NamedAgent | null;
  /** Cell of the amount, for the trace. */
  readonly cell: PackedCell;
  /** Cells that cannot be read: they hold whoever the order may belong to. */
  readonly unreadable: readonly Issue[];
  /** The cell of the pieces, where it cannot be read: amounts do not rest on it. */
  readonly unreadableItems: readonly Issue[];
  /** A cell that holds is a time: then nobody knows whose the order is. */
  readonly isUndated: boolean;
}

/** A refund that was paid out. */
export interface Refund {
  readonly number: string;
  readonly lost: LostNumber | null;
  readonly amount: Exact | null;
  readonly items: Exact | null;
  /** All of the order was refunded, by the table's own word. */
  readonly isWhole: boolean;
  /** Seconds since 1970-01-01; null where the table does not say. */
  readonly at: number | null;
  readonly cell: PackedCell;
  readonly tab: string;
  readonly row: number;
  readonly unreadable: readonly Issue[];
  /** The cell of the pieces, where it cannot be read. */
  readonly unreadableItems: readonly Issue[];
}

/** One order, its rows brought together. */
export interface Order {
  readonly number: string;
  readonly lost: LostNumber | null;
  readonly tab: string;
  readonly row: number;
  readonly buyer: string;
  readonly isPaid: boolean;
  readonly isLapsed: boolean;
  readonly amount: Exact | null;
  readonly placed: Exact | null;
  readonly postage: Exact;
  /** Pieces; null where no table tells. */
  readonly items: Exact | null;
  readonly created: number;
  /** Null for an order that was not paid. */
  readonly paidAt: number | null;
  readonly orderAgent: NamedAgent | null;
  readonly paymentAgent: NamedAgent | null;
  readonly cell: PackedCell;
  readonly refunds: readonly Refund[];
  readonly unreadable: readonly Issue[];
  /** Cells of the pieces that cannot be read. */
  readonly unreadableItems: readonly Issue[];
  /** A time of the order cannot be read, or two agents are bound to it: nobody knows whose it is. */
  readonly isUndecided: boolean;
}
