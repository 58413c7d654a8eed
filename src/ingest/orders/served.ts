import { type ChatLog, type LinesByCustomer, SIDE } from "../chat/model";

/** Nobody spoke with the customer: the order is silent. */
export const SILENT = -1;
/** Somebody spoke whose account is nobody's on Staff. */
export const OUTSIDER = -2;

/** Times of a search, in seconds: from and to are both inside. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Who served which customer when. Only what a human agent wrote counts, or a record of a contact
 * that does not say who spoke; automatic replies land nothing.
 */
export class Service {
  private readonly lines: LinesByCustomer;
  /** Newest time of the log; -Infinity for an empty one. */
  readonly newest: number;

  /** @param buyers `personKey` of everybody who will be asked about; the others' lines are not looked at. */
  constructor(
    readonly log: ChatLog,
    buyers: Iterable<string>,
  ) {
    const wanted = new Uint8Array(log.customers.length);
    for (const buyer of buyers) {
      const index = this.customer(buyer);
      if (index >= 0) wanted[index] = 1;
    }
    this.lines = linesOf(log, wanted);
    this.newest = log.count === 0 ? Number.NEGATIVE_INFINITY : (log.time[log.count - 1] ?? 0);
  }

  /** Index of a customer (`personKey`), or -1 where they never chatted. */
  customer(buyer: string): number {
    return buyer === "" ? -1 : this.log.findCustomer(buyer);
  }

  /** Whoever served the customer last within the range: a person's index, `OUTSIDER` or `SILENT`. */
  last(customer: number, range: TimeRange): number {
    const [from, to] = this.span(customer, range);
    for (let at = to - 1; at >= from; at--) {
      const line = this.lines.lines[at] as number;
      if (this.isService(line)) return this.serverOf(line);
    }
    return SILENT;
  }

  /** When a person last served the customer within the range; null where they did not. */
  lastOf(person: number, customer: number, range: TimeRange): number | null {
    const [from, to] = this.span(customer, range);
    for (let at = to - 1; at >= from; at--) {
      const line = this.lines.lines[at] as number;
      if (this.isService(line) && this.log.person[line] === person) return this.log.time[line] as number;
    }
    return null;
  }

  /** Whoever served the customer first within the range. */
  first(customer: number, range: TimeRange): number {
    const [from, to] = this.span(customer, range);
    for (let at = from; at < to; at++) {
      const line = this.lines.lines[at] as number;
      if (this.isService(line)) return this.serverOf(line);
    }
    return SILENT;
  }

  /**
   * Whoever had most rounds with the customer within the range; of equals the one who served last. A
   * round is something the customer wrote and the agent's next word after it; a bare contact is one.
   */
  mostRounds(customer: number, range: TimeRange): number {
    const [from, to] = this.span(customer, range);
    const count = new RoundCount();
    for (let at = from; at < to; at++) {
      const line = this.lines.lines[at] as number;
      const side = this.log.side[line];
      if (side === SIDE.customer) count.ask(this.log.agent[line] as number);
      else if (this.isService(line)) {
        count.answer(this.log.agent[line] as number, this.serverOf(line), side === SIDE.contact);
      }
    }
    return count.winner();
  }

  /** People (indexes) who served the customer within the range, each once, in order of their first word. */
  people(customer: number, range: TimeRange): number[] {
    const [from, to] = this.span(customer, range);
    const found: number[] = [];
    for (let at = from; at < to; at++) {
      const line = this.lines.lines[at] as number;
      const person = this.log.person[line] as number;
      // A buyer has few agents: looking through them beats a set.
      if (person >= 0 && this.isService(line) && !found.includes(person)) found.push(person);
    }
    return found;
  }

  private isService(line: number): boolean {
    const side = this.log.side[line];
    return (side === SIDE.agent || side === SIDE.contact) && (this.log.agent[line] as number) >= 0;
  }

  private serverOf(line: number): number {
    const person = this.log.person[line] as number;
    return person >= 0 ? person : OUTSIDER;
  }

  /** Positions in the customer's lines: the first inside the range, and the one after the last. */
  private span(customer: number, { from, to }: TimeRange): [number, number] {
    if (customer < 0) return [0, 0];
    return [this.position(customer, from, false), this.position(customer, to, true)];
  }

  /** The first of the customer's lines at or after a time; with `after`, beyond it. */
  private position(customer: number, time: number, after: boolean): number {
    const { start, lines } = this.lines;
    let low = start[customer] as number;
    let high = start[customer + 1] as number;
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = this.log.time[lines[middle] as number] as number;
      if (at < time || (after && at === time)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The lines of the wanted customers by customer, each customer's in order of time. */
function linesOf({ count, customer }: ChatLog, wanted: Uint8Array): LinesByCustomer {
  const start = new Int32Array(wanted.length + 1);
  for (let at = 0; at < count; at++) {
    const owner = customer[at] as number;
    if (wanted[owner] === 1) start[owner + 1] = (start[owner + 1] as number) + 1;
  }
  for (let at = 0; at < wanted.length; at++)
    start[at + 1] = (start[at + 1] as number) + (start[at] as number);
  const next = start.slice();
  const lines = new Int32Array(start[wanted.length] as number);
  for (let at = 0; at < count; at++) {
    const owner = customer[at] as number;
    if (wanted[owner] !== 1) continue;
    lines[next[owner] as number] = at;
    next[owner] = (next[owner] as number) + 1;
  }
  return { start, lines };
}

/** Counts rounds by whoever answered. Outsiders count as one. */
class RoundCount {
  private asked = 0;
  private readonly askedOf = new Map<number, number>();
  private readonly answered = new Map<number, number>();
  private readonly rounds = new Map<number, number>();
  private readonly order: number[] = [];

  /** A customer's line to an agent, or to nobody known (-1), which every agent may answer. */
  ask(agent: number): void {
    this.asked++;
    this.askedOf.set(agent, this.asked);
  }

  answer(agent: number, server: number, isContact: boolean): void {
    const asked = Math.max(this.askedOf.get(agent) ?? 0, this.askedOf.get(-1) ?? 0);
    const isRound = isContact || asked > (this.answered.get(agent) ?? 0);
    this.answered.set(agent, this.asked);
    this.rounds.set(server, (this.rounds.get(server) ?? 0) + (isRound ? 1 : 0));
    this.order.push(server);
  }

  winner(): number {
    const most = Math.max(...this.rounds.values());
    const winners = this.order.filter((server) => this.rounds.get(server) === most);
    return winners[winners.length - 1] ?? SILENT;
  }
}
