/**
 * The figures of chats and orders counted by a hand-written loop: the yardstick of `ingest`, and an
 * independent count of what it must give. Doubles and cents, no checks, no reasons, no places.
 */
import type { Grid } from "../../src/engine/grid";
import { AGENTS, agentName, DAY_SECONDS, DAYS, FIRST_DAY } from "./chats";

/** By measure: a number for each agent and day, in order of agents, then days. */
export type HandFigures = Map<string, Float64Array>;

const WINDOW = 7 * DAY_SECONDS;
const AFTERSALE = 15 * DAY_SECONDS;
const CHAT_GAP = 1800;
const SILENT = -1;

interface HandOrder {
  buyer: string;
  created: number;
  paidAt: number;
  isPaid: boolean;
  isClosed: boolean;
  cents: number;
  postage: number;
  items: number;
  lander: number;
}

interface Talk {
  agent: number;
  day: number;
  last: number;
  waiting: number;
  asked: number;
  lastWord: number;
  replied: boolean;
}

interface Customer {
  talks: Talk[];
  orders: HandOrder[];
  /** Agents' lines, where the customer ordered: time and agent by turns. */
  heard: number[];
}

type Serial = { serial: number };

function secondsOf(cell: unknown): number {
  return Math.round(((cell as Serial).serial - FIRST_DAY) * DAY_SECONDS);
}

/** Counts as a script written for just these two tables would. */
export class HandCount {
  readonly figures: HandFigures = new Map();
  private readonly customers = new Map<string, Customer>();
  private readonly agents = new Map<string, number>();
  private readonly orders: HandOrder[] = [];
  private readonly talks: Talk[] = [];
  private readonly owners: Customer[] = [];

  constructor() {
    for (let index = 0; index < AGENTS; index++) this.agents.set(agentName(index), index);
  }

  private column(measure: string): Float64Array {
    const known = this.figures.get(measure);
    if (known) return known;
    const column = new Float64Array(AGENTS * DAYS);
    this.figures.set(measure, column);
    return column;
  }

  private customer(name: string): Customer {
    let known = this.customers.get(name);
    if (!known) {
      known = { talks: [], orders: [], heard: [] };
      this.customers.set(name, known);
    }
    return known;
  }

  readOrders({ rows }: Grid): void {
    for (let at = 1; at < rows.length; at++) {
      const [, buyer, paid, total, postage, items, status, created, paidAt] = rows[at] as readonly unknown[];
      const isPaid = paidAt !== "";
      const order: HandOrder = {
        buyer: buyer as string,
        created: secondsOf(created),
        paidAt: isPaid ? secondsOf(paidAt) : -1,
        isPaid,
        isClosed: status === "交易关闭",
        cents: Math.round(((isPaid ? paid : total) as number) * 100),
        postage: Math.round((postage as number) * 100),
        items: items as number,
        lander: SILENT,
      };
      this.orders.push(order);
      this.customer(order.buyer).orders.push(order);
    }
  }

  readChats({ rows }: Grid): void {
    const received = this.column("received");
    const first = this.column("first_response_seconds");
    const firsts = this.column("first_responses");
    const seconds = this.column("response_seconds");
    const responses = this.column("responses");
    const replied = this.column("replied");
    for (let at = 1; at < rows.length; at++) {
      const cells = rows[at] as readonly unknown[];
      const now = secondsOf(cells[0]);
      const agent = this.agents.get(cells[2] as string) as number;
      const customer = this.customer(cells[1] as string);
      const isCustomer = cells[3] === "买家";
      let talk = talkWith(customer.talks, agent);
      if (!talk || !goesOn(talk, now, isCustomer)) {
        const day = Math.floor(now / DAY_SECONDS);
        if (talk && talk.day === day) talk.waiting = -1;
        else {
          const fresh = { agent, day, last: now, waiting: -1, asked: -1, lastWord: -1, replied: false };
          if (talk) customer.talks[customer.talks.indexOf(talk)] = fresh;
          else customer.talks.push(fresh);
          talk = fresh;
          this.talks.push(fresh);
          this.owners.push(customer);
          bump(received, agent * DAYS + day, 1);
        }
      }
      talk.last = now;
      const slot = agent * DAYS + talk.day;
      if (isCustomer) {
        if (talk.waiting < 0) talk.waiting = now;
        if (talk.asked < 0) talk.asked = now;
        continue;
      }
      if (customer.orders.length > 0) customer.heard.push(now, agent);
      if (now < (talk.day + 1) * DAY_SECONDS) talk.lastWord = now;
      if (talk.waiting < 0) continue;
      const gap = now - talk.waiting;
      bump(seconds, slot, gap);
      bump(responses, slot, 1);
      if (!talk.replied) {
        bump(replied, slot, 1);
        bump(first, slot, gap);
        bump(firsts, slot, 1);
      }
      talk.replied = true;
      talk.waiting = -1;
    }
  }

  /** Gives orders to agents: order first, the last agent of seven days. */
  creditOrders(): void {
    const [orders, closed, paid] = ["orders", "closed_orders", "paid_orders"].map((name) =>
      this.column(name),
    );
    const [payers, sales, items] = ["payers", "sales", "items_sold"].map((name) => this.column(name));
    const assisted = this.column("assisted_orders");
    const followups = this.column("assisted_followups");
    const bought = new Set<string>();
    const helped = new Set<string>();
    const followed = new Set<string>();
    for (const order of this.orders) {
      const { heard } = this.customer(order.buyer);
      order.lander = lastHeard(heard, order.created);
      const createdOn = Math.floor(order.created / DAY_SECONDS);
      if (order.lander !== SILENT) {
        bump(orders, order.lander * DAYS + createdOn, 1);
        if (!order.isPaid && order.isClosed) bump(closed, order.lander * DAYS + createdOn, 1);
      }
      const owner = order.isPaid && order.lander === SILENT ? lastHeard(heard, order.paidAt) : order.lander;
      if (owner === SILENT) continue;
      for (let at = 0; at < heard.length; at += 2) {
        const [spoke, agent] = [heard[at] as number, heard[at + 1] as number];
        if (agent === owner || Math.abs(spoke - order.created) > WINDOW) continue;
        const slot = agent * DAYS + createdOn;
        const isBefore = spoke <= order.created;
        addOnce(isBefore ? helped : followed, isBefore ? assisted : followups, slot, order.buyer);
      }
      if (!order.isPaid) continue;
      const slot = owner * DAYS + Math.floor(order.paidAt / DAY_SECONDS);
      bump(paid, slot, 1);
      addOnce(bought, payers, slot, order.buyer);
      bump(sales, slot, order.cents - Math.min(order.cents, order.postage));
      bump(items, slot, order.items);
    }
  }

  /** Tells inquiries from chats about an earlier order, and those that led to an order and a payment. */
  countInquiries(): void {
    const [inquirers, orderers, final] = ["inquirers", "orderers", "final_payers"].map((name) =>
      this.column(name),
    );
    this.talks.forEach((talk, index) => {
      const slot = talk.agent * DAYS + talk.day;
      const outcome = outcomeOf(talk, this.owners[index]?.orders ?? []);
      if (outcome === 0) return;
      bump(inquirers, slot, 1);
      if (outcome > 1) bump(orderers, slot, 1);
      if (outcome > 2) bump(final, slot, 1);
    });
  }
}

function talkWith(talks: readonly Talk[], agent: number): Talk | undefined {
  for (let at = 0; at < talks.length; at++) if (talks[at]?.agent === agent) return talks[at];
  return undefined;
}

function goesOn({ last, waiting }: Talk, now: number, isCustomer: boolean): boolean {
  if (now - last <= CHAT_GAP) return true;
  if (waiting < 0) return false;
  return isCustomer
    ? Math.floor(now / DAY_SECONDS) === Math.floor(last / DAY_SECONDS)
    : now - waiting <= DAY_SECONDS;
}

/** The agent heard last within the window up to a time. */
function lastHeard(heard: readonly number[], until: number): number {
  for (let at = heard.length - 2; at >= 0; at -= 2) {
    const spoke = heard[at] as number;
    if (spoke <= until) return spoke >= until - WINDOW ? (heard[at + 1] as number) : SILENT;
  }
  return SILENT;
}

/** 0: no inquiry; 1: an inquiry; 2: it led to an order; 3: to a payment. */
function outcomeOf({ agent, asked, lastWord }: Talk, orders: readonly HandOrder[]): number {
  const to = lastWord < asked ? asked : lastWord;
  let [own, isPaid, isOthers, isAfterSale] = [false, false, false, false];
  for (const { created, lander, isPaid: paid } of orders) {
    if (created >= asked && created <= to + WINDOW) {
      if (lander === agent) [own, isPaid] = [true, isPaid || paid];
      else if (lander !== SILENT) isOthers = true;
    } else if (created < asked && asked <= created + AFTERSALE) isAfterSale = true;
  }
  if (own) return isPaid ? 3 : 2;
  return isOthers || isAfterSale ? 0 : 1;
}

function addOnce(seen: Set<string>, into: Float64Array | undefined, slot: number, buyer: string): void {
  const key = `${slot} ${buyer}`;
  if (seen.has(key)) return;
  seen.add(key);
  bump(into, slot, 1);
}

function bump(figures: Float64Array | undefined, index: number, amount: number): void {
  if (figures) figures[index] = (figures[index] as number) + amount;
}

/** All figures of chats, and of orders where there are any; money in cents. */
export function countByHand(chats: Grid, orders: Grid | null): HandFigures {
  const count = new HandCount();
  if (orders) count.readOrders(orders);
  count.readChats(chats);
  if (orders) {
    count.creditOrders();
    count.countInquiries();
  }
  return count.figures;
}
