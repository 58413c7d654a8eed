import { type Day, isoOfDay } from "../../engine/calendar";
import { Exact } from "../../engine/exact";
import { type PackedCell, unpackCell } from "../../engine/facts";
import { holding, type Issue, issueAt } from "../../engine/issue";
import { findOwner, type Roster } from "../../engine/roster";
import type { SourceSettings } from "../../engine/settings-sources";
import { dayOfTime } from "../chat/model";
import type { NamedAgent, Order } from "./order";
import { OUTSIDER, type Service, SILENT } from "./served";

const SECONDS_PER_DAY = Exact.integer(86_400);
const SECONDS_PER_MINUTE = Exact.integer(60);

/** Whose an order is: indexes of people, `OUTSIDER` or `SILENT`. */
export interface Credit {
  readonly order: Order;
  /** Index of the buyer among the customers of the chats; -1 where they never chatted. */
  readonly customer: number;
  /** Who landed the order. */
  readonly lander: number;
  /** Who has the sale under the rule in force; of an unpaid order, who landed it. */
  readonly owner: number;
  /** The day that dates the sale: the order's or the payment's, by the rule. */
  readonly day: Day;
  readonly createdOn: Day;
  /** People other than the owner who served the buyer before the order, and after it. */
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** Whole seconds of a number of days or minutes, the fraction of a second cut off. */
export function wholeSeconds(amount: Exact, unit: "days" | "minutes"): number {
  const seconds = amount.times(unit === "days" ? SECONDS_PER_DAY : SECONDS_PER_MINUTE);
  return seconds.round(Exact.ONE, "down").toNumber();
}

/** Gives orders to agents under the judgement rule of Settings (DOMAIN part C). */
export class Attribution {
  private readonly sightings = new Map<string, Sighting>();
  private readonly window: number;
  private readonly urged: number;
  private readonly followup: number;
  private readonly indexOf: ReadonlyMap<string, number>;

  /** @param service null where no chats are pasted. */
  constructor(
    private readonly roster: Roster,
    private readonly service: Service | null,
    private readonly settings: SourceSettings,
    private readonly tabs: readonly string[],
  ) {
    this.window = wholeSeconds(settings.attributionDays, "days");
    this.urged = wholeSeconds(settings.urgedMinutes, "minutes");
    this.followup = wholeSeconds(settings.silentFollowupMinutes, "minutes");
    this.indexOf = new Map(roster.people.map((person, index) => [person.key, index]));
  }

  /** Whose an order is. */
  creditOf(order: Order): Credit {
    const customer = this.service?.customer(order.buyer) ?? -1;
    const lander = this.landerOf(order, customer);
    const owner = order.paidAt === null ? lander : this.ownerOf(order, order.paidAt, lander, customer);
    const createdOn = dayOfTime(order.created);
    const isByOrder = this.settings.attributionRule === "order" || order.paidAt === null;
    return {
      order,
      customer,
      lander,
      owner,
      day: isByOrder ? createdOn : dayOfTime(order.paidAt),
      createdOn,
      ...this.assistsOf(order, owner, customer),
    };
  }

  /** Everybody whom an undecided order may belong to: whom tables name, else who spoke with the buyer. */
  candidates(order: Order): readonly number[] {
    const named = [order.orderAgent, order.paymentAgent].flatMap(
      (agent) => this.named(agent, order.created) ?? [],
    );
    if (named.length > 0) return [...new Set(named)].filter((index) => index >= 0);
    const customer = this.service?.customer(order.buyer) ?? -1;
    const always = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
    return this.service?.people(customer, always) ?? [];
  }

  private landerOf(order: Order, customer: number): number {
    const named = this.named(order.orderAgent, order.created);
    return named ?? this.served(customer, order.created - this.window, order.created);
  }

  private ownerOf(order: Order, paidAt: number, lander: number, customer: number): number {
    const { attributionRule } = this.settings;
    if (attributionRule === "order") return lander;
    if (attributionRule === "order_first" && lander !== SILENT) return lander;
    const payer = this.paymentLander(order, paidAt, lander, customer);
    if (payer !== SILENT || lander !== SILENT || this.settings.silentFollowups === "ignore") return payer;
    return this.service?.first(customer, { from: paidAt + 1, to: paidAt + this.followup }) ?? SILENT;
  }

  private paymentLander(order: Order, paidAt: number, lander: number, customer: number): number {
    const named = this.named(order.paymentAgent, paidAt);
    if (named !== null) return named;
    const isUrged = lander === SILENT && this.settings.urgedOrders === "ignore";
    const from = isUrged ? order.created + this.urged + 1 : paidAt - this.window;
    return this.served(customer, Math.max(from, paidAt - this.window), paidAt);
  }

  private served(customer: number, from: number, to: number): number {
    if (!this.service) return SILENT;
    const range = { from, to };
    return this.settings.attributionAgent === "rounds"
      ? this.service.mostRounds(customer, range)
      : this.service.last(customer, range);
  }

  /** Assists to somebody else's success: before the order and after it, within the window. */
  private assistsOf(order: Order, owner: number, customer: number): Pick<Credit, "before" | "after"> {
    const { service } = this;
    if (!service || owner === SILENT || customer < 0) return { before: [], after: [] };
    const { created } = order;
    const others = (from: number, to: number): number[] =>
      service.people(customer, { from, to }).filter((index) => index !== owner);
    return {
      before: others(created - this.window, created),
      after: others(created + 1, created + this.window),
    };
  }

  /** The person whom a table names, `OUTSIDER` for an account of nobody, null where it names none. */
  private named(agent: NamedAgent | null, time: number): number | null {
    if (!agent) return null;
    const day = dayOfTime(time);
    const owner = findOwner(this.roster, agent.account, { first: day, last: day });
    if (owner.kind === "person") return this.indexOf.get(owner.person.key) ?? OUTSIDER;
    this.note(agent, owner.kind === "shared" ? owner.people.map(({ name }) => name) : null, day);
    return OUTSIDER;
  }

  private note({ account, cell }: NamedAgent, shared: readonly string[] | null, day: Day): void {
    const key = `${shared ? "shared" : "nobody"} ${account}`;
    const known = this.sightings.get(key);
    if (known) known.cells.add(cell);
    else this.sightings.set(key, { account, day, shared, cells: new Set([cell]) });
  }

  /** What is wrong with the agents that tables name, one issue an account. */
  issues(): Issue[] {
    return [...this.sightings.values()].map(({ account, day, shared, cells }) => {
      const { tabIndex, row, column } = unpackCell(Math.min(...cells));
      const place = { tab: this.tabs[tabIndex] ?? "", row, column };
      const people = shared ?? [];
      const values = { account, people: people.join(", "), count: String(cells.size), day: isoOfDay(day) };
      const code = shared ? "order-agent-shared" : "order-agent-nobody";
      const issue = issueAt(shared ? "error" : "warning", code, place, values, account);
      return shared ? holding(issue, people) : issue;
    });
  }
}

/** An account that a table names and that is nobody's, or several people's. */
interface Sighting {
  readonly account: string;
  readonly day: Day;
  readonly shared: readonly string[] | null;
  readonly cells: Set<PackedCell>;
}
