import type { Day, Month } from "../../engine/calendar";
import { Exact } from "../../engine/exact";
import { WHOLE_MONTH } from "../../engine/facts";
import type { SourceSettings } from "../../engine/settings-sources";
import { dayOfTime } from "../chat/model";
import type { Credit } from "./credit";
import type { FactSink } from "./facts";
import type { Order, Refund } from "./order";
import { SILENT } from "./served";

/** Measures of a paid order that need its amounts. */
const PAID_FIGURES = ["sales", "postage", "items_sold"] as const;
/** Measures of refunds. */
export const REFUND_FIGURES = ["refunds", "refunded_items"] as const;
/** Everything that an order counts in, for one whose times cannot be read. */
export const ORDER_MEASURES: readonly string[] = [
  "orders",
  "closed_orders",
  "closed_amount",
  "paid_orders",
  "payers",
  "assisted_orders",
  "assisted_followups",
  ...PAID_FIGURES,
  ...REFUND_FIGURES,
];

/** Writes the facts of orders: one entry an order, at the cell of its amount. */
export class OrderMeasures {
  constructor(
    private readonly sink: FactSink,
    private readonly settings: SourceSettings,
    private readonly month: Month,
  ) {}

  /** Adds an order whose owner is known. */
  add(credit: Credit): void {
    this.addLanded(credit);
    this.addAssists(credit);
    if (!credit.order.isPaid) return;
    this.addPaid(credit);
    for (const refund of credit.order.refunds) this.addRefund(credit, refund);
  }

  private addLanded({ order, lander, createdOn }: Credit): void {
    this.sink.add("orders", lander, createdOn, Exact.ONE, order.cell);
    if (order.isPaid || !order.isLapsed) return;
    this.sink.add("closed_orders", lander, createdOn, Exact.ONE, order.cell);
    const [problem] = order.unreadable;
    if (problem) this.sink.fail("closed_amount", lander, createdOn, order.cell, problem);
    else if (order.placed) this.sink.add("closed_amount", lander, createdOn, order.placed, order.cell);
  }

  private addAssists({ order, before, after, createdOn }: Credit): void {
    for (const person of before)
      this.sink.addBuyer("assisted_orders", person, createdOn, order.buyer, order.cell);
    for (const person of after)
      this.sink.addBuyer("assisted_followups", person, createdOn, order.buyer, order.cell);
  }

  private addPaid({ order, owner, day }: Credit): void {
    this.sink.add("paid_orders", owner, day, Exact.ONE, order.cell);
    this.sink.addBuyer("payers", owner, day, order.buyer || order.number || String(order.cell), order.cell);
    const [problem] = order.unreadable;
    if (problem) {
      for (const measure of PAID_FIGURES) this.sink.fail(measure, owner, day, order.cell, problem);
      if (owner === SILENT && this.isInside(day)) this.sink.failShop(day, order.cell, problem);
      return;
    }
    const sales = this.salesOf(order);
    this.sink.add("sales", owner, day, sales, order.cell);
    this.sink.add("postage", owner, day, order.postage, order.cell);
    const [unknown] = order.unreadableItems;
    if (unknown) this.sink.fail("items_sold", owner, day, order.cell, unknown);
    else if (order.items) this.sink.add("items_sold", owner, day, order.items, order.cell);
    if (owner === SILENT) this.sink.addShop(day, sales, order.cell);
  }

  /** What the buyer paid, by the switches of Settings; never below 0 because of postage. */
  private salesOf({ amount, postage, refunds }: Order): Exact {
    const paid = amount ?? Exact.ZERO;
    const goods = this.settings.salesPostage === "deduct" ? paid.minus(postage.min(paid)) : paid;
    if (this.settings.salesRefunds === "apart") return goods;
    return goods.minus(Exact.sum(refunds.filter((refund) => this.isInTime(refund)).map(amountOf)));
  }

  /** With refunds taken off sales, those up to the cut-off after the month count. */
  private isInTime({ at }: Refund): boolean {
    return at === null || dayOfTime(at) <= this.cutOff();
  }

  private cutOff(): Day {
    return this.month.last + this.settings.refundCutoffDays.round(Exact.ONE, "down").toNumber();
  }

  private addRefund(credit: Credit, refund: Refund): void {
    const isBySale = this.settings.refundsDated === "sale" || refund.at === null;
    if (isBySale && !this.isInTime(refund)) return;
    const day = isBySale || refund.at === null ? credit.day : dayOfTime(refund.at);
    const [problem] = refund.unreadable;
    const failed = this.isInside(day) ? day : WHOLE_MONTH;
    if (problem) {
      for (const measure of REFUND_FIGURES)
        this.sink.fail(measure, credit.owner, failed, refund.cell, problem);
      return;
    }
    this.sink.add("refunds", credit.owner, day, amountOf(refund), refund.cell);
    const isByOrder = !refund.items && isWhole(credit.order, refund);
    const [unknown] = [...refund.unreadableItems, ...(isByOrder ? credit.order.unreadableItems : [])];
    const items = refund.items ?? (isByOrder ? credit.order.items : null);
    if (unknown) this.sink.fail("refunded_items", credit.owner, failed, refund.cell, unknown);
    else if (items) this.sink.add("refunded_items", credit.owner, day, items, refund.cell);
  }

  private isInside(day: Day): boolean {
    return day >= this.month.first && day <= this.month.last;
  }

  /** Holds everybody whom an order of unreadable time may belong to. */
  failAll(order: Order, people: readonly number[]): void {
    const [problem] = order.unreadable;
    if (!problem) return;
    for (const person of people)
      for (const measure of ORDER_MEASURES) this.sink.fail(measure, person, WHOLE_MONTH, order.cell, problem);
    if (people.length === 0) this.sink.failShop(WHOLE_MONTH, order.cell, problem);
  }
}

function amountOf({ amount }: Refund): Exact {
  return amount ?? Exact.ZERO;
}

function isWhole({ amount }: Order, refund: Refund): boolean {
  return refund.isWhole || (amount !== null && amountOf(refund).atLeast(amount));
}
