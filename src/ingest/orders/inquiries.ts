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
 * Counts the inquiries of a month in the light of the orders: by person and day, those that led to an
 * order and to a payment among them. No inquiry is a reception whose buyer asked after ordering or
 * bought from another agent.
 */
export function countInquiries(
  { log, receptions }: Pick<ChatsRead, "log" | "receptions">,
  { credits, service }: { readonly credits: readonly Credit[]; readonly service: Service },
  month: Month,
  windows: Windows,
): DayCounts {
  const byCustomer = creditsByCustomer(credits);
  const counts = new DayCounts(log.people.length, month);
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
    counts.add("inquirers", person, day, cell);
    if (outcome !== "inquiry") counts.add("orderers", person, day, cell);
    if (outcome === "paid") counts.add("final_payers", person, day, cell);
  }
  return counts;
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

/** Receptions counted by person and day: one fact each, at the first reception of the day. */
export class DayCounts {
  private readonly counts = new Map<string, Int32Array>();
  private readonly cells = new Map<string, Float64Array>();
  private readonly size: number;

  constructor(
    people: number,
    private readonly month: Month,
  ) {
    this.size = people * month.days;
  }

  /** Counts a reception of the month. */
  add(measure: string, person: number, day: Day, cell: PackedCell): void {
    const counts = this.counts.get(measure) ?? new Int32Array(this.size);
    const cells = this.cells.get(measure) ?? new Float64Array(this.size);
    this.counts.set(measure, counts);
    this.cells.set(measure, cells);
    const slot = person * this.month.days + day - this.month.first;
    counts[slot] = (counts[slot] as number) + 1;
    if (cells[slot] === 0 || cell < (cells[slot] as number)) cells[slot] = cell;
  }

  /** Writes what was counted. */
  write(sink: FactSink): void {
    for (const [measure, counts] of this.counts) {
      const cells = this.cells.get(measure);
      counts.forEach((count, slot) => {
        const [person, day] = [
          Math.floor(slot / this.month.days),
          this.month.first + (slot % this.month.days),
        ];
        if (count > 0) sink.add(measure, person, day, Exact.integer(count), cells?.[slot] ?? 0);
      });
    }
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
