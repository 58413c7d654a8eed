import type { GridCell } from "../../engine/grid";
import { personKey } from "../../engine/name";
import { cellText } from "../table";
import { NOBODY, type Side } from "./model";

/** Most accounts are their own `personKey`, which then needs no normalising. */
const PLAIN_KEY = /^[a-z0-9_.-]+$/;

/** Names as they occur in cells, brought to one index per `personKey`. Each distinct text is looked at once. */
export class Names {
  readonly keys: string[] = [];
  /** As first written. */
  readonly texts: string[] = [];
  /** Every text seen and every key, which is a text of itself. */
  private readonly known = new Map<string, number>();

  /** The index of the name in a cell; `NOBODY` for a blank. */
  indexOf(cell: GridCell | undefined): number {
    const text = typeof cell === "string" ? cell : cellText(cell);
    const known = this.known.get(text);
    return known === undefined ? this.add(text) : known;
  }

  /** The index of a name by its `personKey`; `NOBODY` for one that never occurred. */
  find(key: string): number {
    return this.known.get(key) ?? NOBODY;
  }

  private add(cell: string): number {
    const text = cell.trim();
    const key = PLAIN_KEY.test(text) ? text : personKey(text);
    let index = key === "" ? NOBODY : this.known.get(key);
    if (index === undefined) {
      index = this.keys.push(key) - 1;
      this.texts.push(text);
      this.known.set(key, index);
    }
    this.known.set(cell, index);
    return index;
  }
}

/** Where a line's text is: an index in the texts of pasted chats, or in its table's text column. */
export const TEXT_IN_TABLE = -1;

/** The lines of all chats in the order in which they were read, as growing columns. */
export class Lines {
  count = 0;
  time: Float64Array;
  customer: Int32Array;
  agent: Int32Array;
  side: Uint8Array;
  tab: Int32Array;
  row: Int32Array;
  /** Index in `texts`, or `TEXT_IN_TABLE`. */
  text: Int32Array;
  readonly texts: string[] = [];
  readonly customers = new Names();
  readonly agents = new Names();
  private capacity: number;

  /** @param capacity so many lines need no growth. */
  constructor(capacity: number) {
    this.capacity = Math.max(16, capacity);
    this.time = new Float64Array(this.capacity);
    this.customer = new Int32Array(this.capacity);
    this.agent = new Int32Array(this.capacity);
    this.side = new Uint8Array(this.capacity);
    this.tab = new Int32Array(this.capacity);
    this.row = new Int32Array(this.capacity);
    this.text = new Int32Array(this.capacity);
  }

  /** Adds a line; row is counted from 1. */
  add(
    time: number,
    customer: number,
    agent: number,
    side: Side,
    tab: number,
    row: number,
    text: number,
  ): void {
    if (this.count === this.capacity) this.grow();
    const at = this.count++;
    this.time[at] = time;
    this.customer[at] = customer;
    this.agent[at] = agent;
    this.side[at] = side;
    this.tab[at] = tab;
    this.row[at] = row;
    this.text[at] = text;
  }

  private grow(): void {
    this.capacity *= 2;
    const wide = <T extends Float64Array | Int32Array | Uint8Array>(into: T, from: T): T => {
      into.set(from);
      return into;
    };
    this.time = wide(new Float64Array(this.capacity), this.time);
    this.customer = wide(new Int32Array(this.capacity), this.customer);
    this.agent = wide(new Int32Array(this.capacity), this.agent);
    this.side = wide(new Uint8Array(this.capacity), this.side);
    this.tab = wide(new Int32Array(this.capacity), this.tab);
    this.row = wide(new Int32Array(this.capacity), this.row);
    this.text = wide(new Int32Array(this.capacity), this.text);
  }
}
