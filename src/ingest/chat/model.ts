import type { Day } from "../../engine/calendar";
import type { Person } from "../../engine/roster";

/**
 * Who sent a line. A contact is a record of a chat that does not say who spoke; a transfer's agent is
 * who handed the chat on, and an assignment's agent is whom it was given to. Assignments say whose the
 * questions of pasted text are and are in no finished log.
 */
export const SIDE = {
  customer: 0,
  agent: 1,
  auto: 2,
  system: 3,
  contact: 4,
  transfer: 5,
  assigned: 6,
} as const;

/** One of the codes of {@link SIDE}. */
export type Side = (typeof SIDE)[keyof typeof SIDE];

/** An index that names nobody. */
export const NOBODY = -1;

/**
 * The lines of all pasted chats, as columns: one entry a line, in order of time. A customer's lines of one second
 * stand by side (the customer asks, agents answer), then text, so that the order of rows and tabs
 * changes nothing. A line that was pasted twice is in it once.
 */
export interface ChatLog {
  readonly count: number;
  /** Seconds since 1970-01-01 in the spreadsheet's own time zone; whole seconds. */
  readonly time: Float64Array;
  /** Index in `customers`. */
  readonly customer: Int32Array;
  /** Index in `agents`; `NOBODY` where no agent is known for a customer's line. */
  readonly agent: Int32Array;
  /** Index in `people` of whoever had the account on the line's day; `NOBODY` for unknown accounts. */
  readonly person: Int32Array;
  /** A code of {@link SIDE}. */
  readonly side: Uint8Array;
  /** Index of the line's tab among the grids. */
  readonly tab: Int32Array;
  /** Row of the line, counted from 1. */
  readonly row: Int32Array;
  /** `personKey` of each customer, with the name as first written. */
  readonly customers: readonly string[];
  readonly customerNames: readonly string[];
  /** Index of a customer by `personKey`; `NOBODY` for one who never wrote. */
  readonly findCustomer: (key: string) => number;
  /** `personKey` of each agent's account, with the name as first written. */
  readonly agents: readonly string[];
  readonly agentNames: readonly string[];
  /** People of the roster, in its order. */
  readonly people: readonly Person[];
  /** The text of a line; empty where the table has none. */
  readonly textOf: (index: number) => string;
}

/** The lines of each customer in order of time: those of customer c are `lines[start[c]]` up to `start[c + 1]`. */
export interface LinesByCustomer {
  readonly start: Int32Array;
  readonly lines: Int32Array;
}

const SECONDS_PER_DAY = 86_400;
/** Serial of 1970-01-01. */
const UNIX_EPOCH_DAY = 25_569;

/** The calendar day of a time of a log. */
export function dayOfTime(time: number): Day {
  return Math.floor(time / SECONDS_PER_DAY) + UNIX_EPOCH_DAY;
}

/** The time of a log at so many seconds after the midnight that begins a day. */
export function timeOf(day: Day, seconds: number): number {
  return (day - UNIX_EPOCH_DAY) * SECONDS_PER_DAY + seconds;
}

/**
 * Sorts the lines of a log by customer, each customer's in order of time. One pass, no comparisons.
 *
 * @param customers how many customers there are.
 */
export function linesByCustomer(
  { count, customer }: Pick<ChatLog, "count" | "customer">,
  customers: number,
): LinesByCustomer {
  const start = new Int32Array(customers + 1);
  for (let at = 0; at < count; at++) {
    const next = (customer[at] as number) + 1;
    start[next] = (start[next] as number) + 1;
  }
  for (let at = 0; at < customers; at++) start[at + 1] = (start[at + 1] as number) + (start[at] as number);
  const next = start.slice();
  const lines = new Int32Array(count);
  for (let at = 0; at < count; at++) {
    const owner = customer[at] as number;
    lines[next[owner] as number] = at;
    next[owner] = (next[owner] as number) + 1;
  }
  return { start, lines };
}
