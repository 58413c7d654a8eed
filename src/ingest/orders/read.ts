import type { Exact } from "../../engine/exact";
import { unpackCell } from "../../engine/facts";
import { isBlank } from "../../engine/grid";
import { type Issue, issueAt } from "../../engine/issue";
import { personKey } from "../../engine/name";
import type { Roster } from "../../engine/roster";
import type { SourceSettings } from "../../engine/settings-sources";
import { signatureOf } from "../table";
import type { NamedAgent, OrderRow, Refund } from "./order";
import { OrderCells, orZero } from "./rows";
import { isRefundDone, isUnknownStatus, type OrderState, stateOf } from "./status";
import type { OrderTable } from "./tables";

/** Whose an order is by a binding report: who landed the order, and who landed the payment. */
export interface Binding {
  readonly orderAgent: NamedAgent | null;
  readonly paymentAgent: NamedAgent | null;
}

/** The number of pieces that an item report gives for one line of goods. */
export interface ItemLine {
  readonly number: string;
  /** The whole row, by which a line that was pasted twice is known. */
  readonly part: string;
  readonly items: Exact;
}

/** Everything that one event table says. */
export interface ReadTable {
  readonly source: OrderTable;
  readonly cells: OrderCells;
  readonly orders: readonly OrderRow[];
  readonly refunds: readonly (Refund & { readonly id: string })[];
  readonly items: readonly ItemLine[];
  readonly bindings: readonly (Binding & { readonly number: string })[];
  readonly rowsRead: number;
}

/**
 * Reads tables of orders, refunds, goods or bindings, row by row. Those with one header are pieces of
 * one export: what a piece leaves open, the others settle.
 */
export function readTables(
  tables: readonly OrderTable[],
  roster: Roster,
  settings: SourceSettings,
): ReadTable[] {
  const signed = tables.map((source) => ({ source, signature: signatureOf(source.table) }));
  return signed.map(({ source, signature }) => {
    const twins = signed.filter((other) => other.source !== source && other.signature === signature);
    return readTable(
      new OrderCells(
        source,
        twins.map((twin) => twin.source),
      ),
      roster,
      settings,
    );
  });
}

function readTable(cells: OrderCells, roster: Roster, settings: SourceSettings): ReadTable {
  const reader = new TableReader(cells, roster, settings);
  cells.each(() => reader.read());
  reader.tellStatuses();
  const { orders, refunds, items, bindings, rowsRead } = reader;
  return { source: cells.source, cells, orders, refunds, items, bindings, rowsRead };
}

class TableReader {
  readonly orders: OrderRow[] = [];
  readonly refunds: (Refund & { id: string })[] = [];
  readonly items: ItemLine[] = [];
  readonly bindings: (Binding & { number: string })[] = [];
  rowsRead = 0;
  private readonly unknownStatuses = new Map<string, { issue: Issue; count: number }>();
  private readonly flags: ReadonlySet<string>;
  private readonly ownBuyers: ReadonlySet<string>;

  private readonly source: OrderTable;

  constructor(
    private readonly cells: OrderCells,
    private readonly roster: Roster,
    private readonly settings: SourceSettings,
  ) {
    this.source = cells.source;
    this.flags = new Set(settings.excludedFlags.map(personKey));
    this.ownBuyers = new Set(settings.ownBuyers.map(personKey));
  }

  /** Reads the row at hand. */
  read(): void {
    this.rowsRead++;
    switch (this.source.kind) {
      case "orders":
        this.orders.push(this.order());
        return;
      case "refunds":
        this.readRefund();
        return;
      case "items":
        this.readItems();
        return;
      case "binding":
        this.readBinding();
    }
  }

  private order(): OrderRow {
    const { cells } = this;
    const number = cells.number("order");
    const paidAt = cells.time("paidAt");
    const created = this.createdAt(number, paidAt);
    const { amount, placed, refund, paid } = this.amounts();
    const state = stateOf({
      status: cells.text("status"),
      closeReason: cells.text("closeReason"),
      afterSale: cells.text("refundStatus"),
      hasPaymentTime: cells.has("paidAt") ? !isBlank(cells.cell("paidAt")) : null,
      hasPaidAmount: paid ? paid.sign() > 0 : null,
    });
    this.noteStatus(state);
    const isPaid = state === "paid" || state === "refunded";
    const buyer = cells.buyer();
    const isExcluded = this.isFlagged() || this.ownBuyers.has(buyer);
    if (isExcluded) cells.tally.leaveOut("order-excluded", cells.row - 1);
    else if (created === null && !cells.isUndated) cells.tally.leaveOut("no-date", cells.row - 1);
    if (isPaid && !amount && cells.unreadable.length === 0) {
      cells.failMissing("order-without-amount", cells.has("paid") ? "paid" : "total");
    }
    return {
      number,
      lost: number === "" ? cells.lostNumber : null,
      part: this.part(number),
      tab: this.source.table.grid.name,
      tabIndex: this.source.table.tabIndex,
      row: cells.row,
      buyer,
      amount,
      placed,
      postage: orZero(cells.figure("postage")),
      ...cells.pieces(cells.has("items") ? "items" : "quantity"),
      created,
      paidAt: isPaid ? (paidAt ?? created) : null,
      state,
      refund,
      isExcluded,
      ...this.named(),
      cell: cells.packed(cells.has("paid") ? "paid" : "total"),
      unreadable: cells.unreadable,
      isUndated: cells.isUndated,
    };
  }

  /** Notes a status that says nothing known, with how its order was taken. */
  private noteStatus(state: OrderState): void {
    const text = this.cells.text("status");
    if (!isUnknownStatus(text)) return;
    const key = `${state} ${text}`;
    const known = this.unknownStatuses.get(key);
    if (known) {
      known.count++;
      return;
    }
    const { row, column } = unpackCell(this.cells.packed("status"));
    const place = { tab: this.source.table.grid.name, row, column };
    const issue = issueAt("warning", `order-status-unknown-${state}`, place, { text }, text);
    this.unknownStatuses.set(key, { issue, count: 1 });
  }

  /** Tells of unknown statuses: each text once, at its first cell. */
  tellStatuses(): void {
    for (const { issue, count } of this.unknownStatuses.values())
      this.cells.issues.push({ ...issue, values: { ...issue.values, count: String(count) } });
  }

  /** When an order was placed. A day without a time is its end, but never after the payment. */
  private createdAt(number: string, paidAt: number | null): number | null {
    const created = this.cells.time("created");
    if (created === null) return paidAt ?? this.cells.timeInNumber(number);
    return paidAt !== null && this.cells.isDayOnly("created") ? Math.min(created, paidAt) : created;
  }

  /**
   * The amounts of an order. Where the table's own refund makes up the difference between total and
   * paid, the paid amount is net of it already, and the refund is put back (DOMAIN B.4).
   */
  private amounts(): Record<"amount" | "placed" | "refund" | "paid", Exact | null> {
    const { cells } = this;
    const paid = cells.figure("paid");
    const total = cells.figure("total") ?? this.goods();
    const refund = cells.has("refundAmount") ? cells.figure("refundAmount") : null;
    const isNet = paid && total && refund && refund.sign() > 0 && paid.plus(refund).equals(total);
    const amount = isNet ? total : cells.has("paid") ? paid : total;
    return {
      amount,
      placed: total ?? paid,
      refund: refund && refund.sign() > 0 ? refund : null,
      paid: paid ?? total,
    };
  }

  private goods(): Exact | null {
    if (!this.cells.has("price") || this.cells.has("paid") || this.cells.has("total")) return null;
    const price = this.cells.figure("price");
    const quantity = this.cells.figure("quantity");
    return price && quantity ? price.times(quantity) : null;
  }

  /** Sub-orders and lines of goods are parts of an order; a row without a number is an order of its own. */
  private part(number: string): string {
    if (number === "") return this.cells.whole();
    if (this.cells.has("suborder")) return this.cells.number("suborder") || this.cells.whole();
    return this.cells.has("paid") || this.cells.has("total") ? "" : this.cells.whole();
  }

  private isFlagged(): boolean {
    if (this.flags.size === 0) return false;
    return (["flag", "note"] as const).some((field) =>
      tokensOf(this.cells.text(field)).some((token) => this.flags.has(token)),
    );
  }

  private named(): Binding {
    const { cells } = this;
    const agent = cells.agent("agent") ?? this.noted();
    return {
      orderAgent: cells.agent("orderAgent") ?? agent,
      paymentAgent: cells.agent("paymentAgent") ?? agent,
    };
  }

  /** The one person whose account stands in the seller's note by itself, or null. */
  private noted(): NamedAgent | null {
    if (this.settings.orderNotes === "ignore") return null;
    const tokens = tokensOf(this.cells.text("note"));
    const known = tokens.filter((token) => this.roster.byAccount.has(token));
    const people = new Set(known.flatMap((token) => this.roster.byAccount.get(token) ?? []));
    const [account] = known;
    return account !== undefined && people.size === 1 ? { account, cell: this.cells.packed("note") } : null;
  }

  private readRefund(): void {
    const { cells } = this;
    const at = cells.time("refundedAt");
    const status = cells.has("refundStatus") ? cells.text("refundStatus") : null;
    if (!isRefundDone(status, at !== null)) {
      cells.tally.leaveOut("refund-not-done", cells.row - 1);
      return;
    }
    const amount = cells.figure("refundAmount");
    if (!amount && cells.unreadable.length === 0) cells.failMissing("order-without-amount", "refundAmount");
    const number = cells.number("order") || cells.number("suborder");
    this.refunds.push({
      id: cells.number("refund") || cells.whole(),
      number,
      lost: number === "" ? cells.lostNumber : null,
      amount,
      ...cells.pieces("refundItems"),
      isWhole: cells.holds(/^(?:全部退款|full refund)$/i),
      at,
      cell: cells.packed("refundAmount"),
      tab: this.source.table.grid.name,
      row: cells.row,
      unreadable: cells.unreadable,
    });
  }

  private readItems(): void {
    const { cells } = this;
    const number = cells.number("order") || cells.number("suborder");
    const items = cells.figure("quantity");
    if (number !== "" && items) this.items.push({ number, part: cells.whole(), items });
  }

  private readBinding(): void {
    const number = this.cells.number("order") || this.cells.number("suborder");
    const { cells } = this;
    const agent = cells.agent("agent");
    const binding: Binding = {
      orderAgent: cells.agent("orderAgent") ?? agent,
      paymentAgent: cells.agent("paymentAgent") ?? agent,
    };
    if (number !== "" && (binding.orderAgent || binding.paymentAgent))
      this.bindings.push({ number, ...binding });
  }
}

/** The words of a note, as keys of accounts: `客服:小美 已补发` has 小美 among them. */
function tokensOf(note: string): string[] {
  if (note === "") return [];
  const whole = personKey(note);
  const words = whole
    .split(/[\s,;:：，；、。/|()（）[\]【】"“”]+/)
    .map((word) => word.replace(/^@|^客服/, ""));
  return [whole, ...words].filter((word) => word !== "");
}
