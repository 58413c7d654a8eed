import { Exact } from "../../engine/exact";
import { unpackCell } from "../../engine/facts";
import { cellName, type Issue, issueAt } from "../../engine/issue";
import { personKey } from "../../engine/name";
import { Repeats } from "../duplicates";
import { compareText } from "../table";
import type { NamedAgent, Order, OrderRow, Refund } from "./order";
import type { Binding, ReadTable } from "./read";
import { plus } from "./rows";

/** The orders of all pasted tables, each once. */
export interface OrderBook {
  readonly orders: readonly Order[];
  readonly issues: readonly Issue[];
  /** Refunds that were paid out and fit none of the orders, in the order of tabs and rows. */
  readonly strays: readonly Refund[];
  /** Rows counted once only, by tab. */
  readonly dropped: ReadonlyMap<string, number>;
}

/** Brings the rows of all tables together: each order once, with its refunds, goods and agents. */
export function buildBook(tables: readonly ReadTable[]): OrderBook {
  const builder = new BookBuilder(tables);
  const orders = builder.build();
  return { orders, issues: builder.issues(), strays: builder.strays, dropped: builder.dropped() };
}

class BookBuilder {
  private readonly repeats = new Repeats();
  private readonly refunds = new Map<string, Refund[]>();
  private readonly bindings: ReadonlyMap<string, Bound>;
  private readonly items: ReadonlyMap<string, Exact>;
  readonly strays: Refund[] = [];

  constructor(private readonly tables: readonly ReadTable[]) {
    this.items = itemsByNumber(tables);
    this.bindings = bindingsByNumber(tables);
    this.collectRefunds();
  }

  /** Refunds by order number; a refund that stands twice counts once. */
  private collectRefunds(): void {
    const seen = new Map<string, Refund>();
    const all = this.tables.flatMap(({ refunds }) => refunds).sort(byPlace);
    for (const { id, ...refund } of all) {
      const known = seen.get(id);
      if (known && sameRefund(known, refund)) this.notePair(refund, known);
      else if (known) seen.set(id, this.withContradiction(known, refund));
      if (known) continue;
      seen.set(id, refund);
      const own = this.refunds.get(refund.number);
      if (own) own.push(refund);
      else this.refunds.set(refund.number, [refund]);
    }
  }

  /** Two amounts under one number of a refund: neither is chosen, whoever the order belongs to is held. */
  private withContradiction(known: Refund, other: Refund): Refund {
    const marked = { ...known, unreadable: [...known.unreadable, contradiction(known, other)] };
    const own = this.refunds.get(known.number);
    own?.splice(own.indexOf(known), 1, marked);
    return marked;
  }

  build(): Order[] {
    const groups = new Map<string, OrderRow[]>();
    const subOrders = new Set<string>();
    const all = this.tables.flatMap(({ orders }) => orders).sort(byPlace);
    for (const row of all) {
      subOrders.add(row.part);
      addTo(groups, row.number === "" ? row.part : row.number, row);
    }
    const orders = [...groups.values()].map((rows) => this.orderOf(rows)).filter((order) => order !== null);
    this.findStrays(groups, subOrders);
    return orders;
  }

  private findStrays(orders: ReadonlyMap<string, unknown>, subOrders: ReadonlySet<string>): void {
    for (const [number, refunds] of this.refunds) {
      if (number !== "" && (orders.has(number) || subOrders.has(number))) continue;
      this.strays.push(...refunds);
    }
    this.strays.sort(byPlace);
  }

  /** One order of its parts: the rows of sub-orders add up; a row of the whole order wins over them. */
  private orderOf(all: readonly OrderRow[]): Order | null {
    const [only] = all;
    if (only && all.length === 1) return only.isExcluded ? null : this.join(only, all, numbersOf(only));
    const parts = new Map<string, OrderRow[]>();
    for (const row of all) addTo(parts, row.part, row);
    const whole = parts.get("");
    const kept = whole ? [this.oneOf(whole)] : [...parts.values()].map((rows) => this.oneOf(rows));
    const [first] = kept;
    if (!first) return null;
    const numbers = new Set([first.number, ...parts.keys()].filter((number) => number !== ""));
    if (kept.some(({ isExcluded }) => isExcluded)) return null;
    return this.join(first, kept, [...numbers]);
  }

  /** Several pastes of one row: equal ones count once, a paid one wins over an unpaid one. */
  private oneOf(rows: readonly OrderRow[]): OrderRow {
    const ordered = [...rows].sort((a, b) => Number(isPaid(b)) - Number(isPaid(a)) || byPlace(a, b));
    const [kept, ...others] = ordered;
    if (!kept) throw new Error("an order without rows");
    const issues: Issue[] = [];
    for (const other of others) {
      if (isPaid(kept) === isPaid(other) && !sameOrder(kept, other)) issues.push(contradiction(kept, other));
      else this.notePair(other, kept);
    }
    if (rows.length === 1) return kept;
    return {
      ...kept,
      state: ordered.some(({ state }) => state === "lapsed") && !isPaid(kept) ? "lapsed" : kept.state,
      buyer: ordered.find(({ buyer }) => buyer !== "")?.buyer ?? "",
      items: kept.items ?? ordered.find(({ items }) => items)?.items ?? null,
      orderAgent: ordered.find(({ orderAgent }) => orderAgent)?.orderAgent ?? null,
      paymentAgent: ordered.find(({ paymentAgent }) => paymentAgent)?.paymentAgent ?? null,
      refund: ordered.find(({ refund }) => refund)?.refund ?? null,
      isExcluded: ordered.some(({ isExcluded }) => isExcluded),
      unreadable: [...kept.unreadable, ...issues],
    };
  }

  private join(first: OrderRow, rows: readonly OrderRow[], numbers: readonly string[]): Order | null {
    const created = least(rows, "created");
    const paid = rows.filter(isPaid);
    const paidAt = least(paid, "paidAt");
    const moment = created ?? paidAt;
    const binding = find(numbers, this.bindings);
    const unreadable = [...rows.flatMap((row) => row.unreadable), ...(binding?.problems ?? [])];
    if (moment === null && unreadable.length === 0) return null;
    const counted = paid.length > 0 ? paid : rows;
    return {
      number: first.number,
      lost: rows.find(({ lost }) => lost)?.lost ?? null,
      tab: first.tab,
      row: first.row,
      buyer: rows.find(({ buyer }) => buyer !== "")?.buyer ?? "",
      isPaid: paid.length > 0,
      isLapsed: rows.every(({ state }) => state === "lapsed"),
      amount: total(counted, "amount"),
      placed: total(rows, "placed"),
      postage: total(counted, "postage") ?? Exact.ZERO,
      items: total(counted, "items") ?? find(numbers, this.items),
      created: moment ?? 0,
      paidAt: paid.length > 0 ? (paidAt ?? moment) : null,
      orderAgent: binding?.orderAgent ?? rows.find(({ orderAgent }) => orderAgent)?.orderAgent ?? null,
      paymentAgent:
        binding?.paymentAgent ?? rows.find(({ paymentAgent }) => paymentAgent)?.paymentAgent ?? null,
      cell: first.cell,
      refunds: this.refundsOf(numbers, paid),
      unreadable,
      unreadableItems: rows.flatMap((row) => row.unreadableItems),
      isUndecided: rows.some(({ isUndated }) => isUndated) || (binding?.problems.length ?? 0) > 0,
    };
  }

  /** Refunds of the refund tables; without any, what the order table itself says was refunded. */
  private refundsOf(numbers: readonly string[], rows: readonly OrderRow[]): Refund[] {
    const listed = this.refunds.size === 0 ? [] : numbers.flatMap((number) => this.refunds.get(number) ?? []);
    if (listed.length > 0) return listed;
    return rows.flatMap((row) => (row.refund ? [refundOfRow(row, row.refund)] : []));
  }

  private notePair(
    row: { readonly tab: string; readonly row: number },
    kept: { readonly tab: string },
  ): void {
    this.repeats.add(row.tab, kept.tab, row.row);
  }

  dropped(): ReadonlyMap<string, number> {
    return this.repeats.byTab();
  }

  issues(): Issue[] {
    return this.repeats.issues();
  }
}

function refundOfRow(row: OrderRow, amount: Exact): Refund {
  const isWhole = row.amount !== null && amount.atLeast(row.amount);
  const { number, lost, cell, tab } = row;
  // Rows that contradict each other leave the refund as unknown as the amount.
  const unreadable = row.unreadable.filter(({ code }) => code === CONTRADICTS);
  return {
    number,
    lost,
    amount,
    items: null,
    isWhole,
    at: row.paidAt,
    cell,
    tab,
    row: row.row,
    unreadable,
    unreadableItems: [],
  };
}

function itemsByNumber(tables: readonly ReadTable[]): Map<string, Exact> {
  const seen = new Set<string>();
  const items = new Map<string, Exact>();
  for (const line of tables.flatMap((table) => table.items)) {
    if (seen.has(line.part)) continue;
    seen.add(line.part);
    items.set(line.number, plus(items.get(line.number) ?? null, line.items) ?? line.items);
  }
  return items;
}

/** Whose an order is by binding reports; two that differ are both named, with the error that says so. */
interface Bound extends Binding {
  readonly problems: readonly Issue[];
}

function bindingsByNumber(tables: readonly ReadTable[]): Map<string, Bound> {
  const bound = new Map<string, Bound>();
  for (const { bindings, source } of tables) {
    for (const { number, ...binding } of bindings) {
      const known = bound.get(number);
      if (!known) bound.set(number, { ...binding, problems: [] });
      else if (!sameAgents(known, binding)) {
        bound.set(number, rivals(known, binding, number, source.table.grid.name));
      }
    }
  }
  return bound;
}

function sameAgents(a: Binding, b: Binding): boolean {
  const key = (agent: NamedAgent | null) => personKey(agent?.account ?? "");
  return key(a.orderAgent) === key(b.orderAgent) && key(a.paymentAgent) === key(b.paymentAgent);
}

function rivals(a: Binding, b: Binding, order: string, tab: string): Bound {
  const first = a.orderAgent ?? a.paymentAgent;
  const second = b.orderAgent ?? b.paymentAgent;
  const at = unpackCell(second?.cell ?? 0);
  const there = unpackCell(first?.cell ?? 0);
  const values = {
    order,
    account: second?.account ?? "",
    otherAccount: first?.account ?? "",
    other: cellName(there.row, there.column),
  };
  const issue = issueAt("error", "order-agents-contradict", { tab, row: at.row, column: at.column }, values);
  return { orderAgent: first, paymentAgent: second, problems: [issue] };
}

/** The numbers of an order of one row: its own, and that of its part. */
function numbersOf({ number, part }: OrderRow): string[] {
  return part === "" || part === number ? [number] : number === "" ? [part] : [number, part];
}

/** What is known under the first of some numbers that has anything. */
function find<T>(numbers: readonly string[], known: ReadonlyMap<string, T>): T | null {
  for (const number of numbers) {
    const found = known.get(number);
    if (found !== undefined) return found;
  }
  return null;
}

function addTo(groups: Map<string, OrderRow[]>, key: string, row: OrderRow): void {
  const known = groups.get(key);
  if (known) known.push(row);
  else groups.set(key, [row]);
}

function total(rows: readonly OrderRow[], field: "amount" | "placed" | "postage" | "items"): Exact | null {
  let sum: Exact | null = null;
  for (const row of rows) sum = plus(sum, row[field]);
  return sum;
}

function least(rows: readonly OrderRow[], field: "created" | "paidAt"): number | null {
  let found: number | null = null;
  for (const row of rows) {
    const time = row[field];
    if (time !== null && (found === null || time < found)) found = time;
  }
  return found;
}

function isPaid({ state }: OrderRow): boolean {
  return state === "paid" || state === "refunded";
}

const CONTRADICTS = "order-contradicts";

/** Two figures that do not contradict each other: equal, or one of them is not there. */
function same(x: Exact | null, y: Exact | null): boolean {
  return !x || !y || x.equals(y);
}

function sameRefund(a: Refund, b: Refund): boolean {
  return a.number === b.number && same(a.amount, b.amount) && same(a.items, b.items);
}

/** A layout without postage gives 0, which contradicts nothing. */
function samePostage(a: Exact, b: Exact): boolean {
  return a.isZero() || b.isZero() || a.equals(b);
}

function sameOrder(a: OrderRow, b: OrderRow): boolean {
  const sameTime = (x: number | null, y: number | null) => x === null || y === null || x === y;
  return (
    same(a.amount, b.amount) &&
    same(a.refund, b.refund) &&
    same(a.items, b.items) &&
    samePostage(a.postage, b.postage) &&
    sameTime(a.created, b.created) &&
    sameTime(a.paidAt, b.paidAt) &&
    (a.buyer === b.buyer || a.buyer === "" || b.buyer === "")
  );
}

function contradiction(
  kept: Pick<OrderRow, "tab" | "cell">,
  other: Pick<OrderRow, "tab" | "cell" | "number">,
): Issue {
  const { row, column } = unpackCell(kept.cell);
  const at = unpackCell(other.cell);
  const values = { order: other.number, other: `${kept.tab}!${cellName(row, column)}` };
  return issueAt("error", CONTRADICTS, { tab: other.tab, row: at.row, column: at.column }, values);
}

function byPlace(
  a: { readonly tab: string; readonly row: number },
  b: { readonly tab: string; readonly row: number },
): number {
  return compareText(a.tab, b.tab) || a.row - b.row;
}
