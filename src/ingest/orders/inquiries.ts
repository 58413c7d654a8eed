import type { Day, Month } from "../../engine/calendar";
import { Exact } from "../../engine/exact";
import { type PackedCell, packCell } from "../../engine/facts";
import { timeOf } from "../chat/model";
import type { ChatsRead } from "../chat/read";
import type { Credit } from "./credit";
import type { FactSink } from "./facts";
import { type Service, SILENT } from "./served";

/** What became of a reception. */
export type Outcome = "inquiry" | "ordered" | "paid";

/** Windows in whole seconds. */
export interface Windows {
  /** How far a chat reaches forward to an order. */
  readonly window: number;
  /** How long after an order a chat is about that order. */
  readonly aftersale: number;
}

/** When a person and a buyer chatted on a day: the first word of the buyer, the last of the person. */
interface Talk {
  readonly person: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Writes the inquiries of a month in the light of the orders: by person and day, those that led to an
 * order and to a payment among them. No inquiry is a reception whose buyer asked after ordering or
 * bought from another agent.
 */
export function countOutcomes(
  { log, receptions }: Pick<ChatsRead, "log" | "receptions">,
  { credits, service }: { readonly credits: readonly Credit[]; readonly service: Service },
  month: Month,
  windows: Windows,
  sink: FactSink,
): void {
  const byCustomer = creditsByCustomer(credits);
  const countOf = (measure: string) => new DayCount(measure, log.people.length, month);
  const [inquirers, orderers] = [countOf("inquirers"), countOf("orderers")];
  const payers = countOf("final_payers");
  for (let at = 0; at < receptions.count; at++) {
    const day = receptions.day[at] as number;
    const asked = receptions.asked[at] as number;
    if (receptions.filter[at] !== null || asked < 0 || day < month.first || day > month.last) continue;
    const person = receptions.person[at] as number;
    const customer = receptions.customer[at] as number;
    const own = byCustomer.get(customer);
    const from = log.time[asked] as number;
    const to = own ? (service.lastOf(person, customer, { from, to: timeOf(day + 1, 0) - 1 }) ?? from) : from;
    const outcome = own ? outcomeOf({ person, from, to }, own, windows) : "inquiry";
    if (!outcome) continue;
    const cell = packCell(log.tab[asked] as number, log.row[asked] as number, 1);
    inquirers.add(person, day, cell);
    if (outcome !== "inquiry") orderers.add(person, day, cell);
    if (outcome === "paid") payers.add(person, day, cell);
  }
  for (const count of [inquirers, orderers, payers]) count.write(sink);
}

/** Credits of orders whose buyers chatted, by customer. */
function creditsByCustomer(credits: readonly Credit[]): Map<number, Credit[]> {
  const byCustomer = new Map<number, Credit[]>();
  for (const credit of credits) {
    if (credit.customer < 0) continue;
    const known = byCustomer.get(credit.customer);
    if (known) known.push(credit);
    else byCustomer.set(credit.customer, [credit]);
  }
  return byCustomer;
}

/** Receptions of one measure counted by person and day: one fact each, at the first reception of the day. */
class DayCount {
  private readonly counts: Int32Array;
  private readonly cells: Float64Array;

  constructor(
    private readonly measure: string,
    people: number,
    private readonly month: Month,
  ) {
    this.counts = new Int32Array(people * month.days);
    this.cells = new Float64Array(people * month.days);
  }

  /** Counts a reception of the month. */
  add(person: number, day: Day, cell: PackedCell): void {
    const { counts, cells, month } = this;
    const slot = person * month.days + day - month.first;
    counts[slot] = (counts[slot] as number) + 1;
    if (cells[slot] === 0 || cell < (cells[slot] as number)) cells[slot] = cell;
  }

  write(sink: FactSink): void {
    const { month, cells } = this;
    this.counts.forEach((count, slot) => {
      const [person, day] = [Math.floor(slot / month.days), month.first + (slot % month.days)];
      if (count > 0) sink.add(this.measure, person, day, Exact.integer(count), cells[slot] as number);
    });
  }
}

/** What became of a talk; null where it was no inquiry. */
function outcomeOf({ person, from, to }: Talk, credits: readonly Credit[], windows: Windows): Outcome | null {
  const next = credits.filter(({ order: { created } }) => created >= from && created <= to + windows.window);
  const own = next.filter(({ lander }) => lander === person);
  if (own.length > 0) return own.some(({ order }) => order.isPaid) ? "paid" : "ordered";
  if (next.some(({ lander }) => lander !== SILENT)) return null;
  const isAfterSale = credits.some(
    ({ order: { created } }) => created < from && from <= created + windows.aftersale,
  );
  return isAfterSale ? null : "inquiry";
}
