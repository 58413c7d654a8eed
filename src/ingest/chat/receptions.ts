import type { ChatSettings } from "../../engine/settings-chats";
import { type ChatLog, dayOfTime, SIDE } from "./model";

/** An index or a time that is not there. */
const NONE = -1;

/** Why a reception does not count (无效接待). */
export type FilterReason =
  | "own-account"
  | "ad-sender"
  | "ad-text"
  | "filtered-agent"
  | "code-word"
  | "single-line"
  | "monologue"
  | "forwarded"
  | "outside-hours";

/** Columns of yes and no, which start at 0. */
const FLAGS = ["replied", "firstResponses", "slow", "handedOn", "inHours"] as const;
/** Columns of whole numbers, which start at 0. */
const COLUMNS = [
  "person",
  "customer",
  "day",
  "first",
  "asked",
  "customerLines",
  "agentLines",
  "contactLines",
  "firstSeconds",
  "responseSeconds",
  "responses",
  "timeouts",
  "adLines",
  "codeLines",
  "filteredLines",
] as const;

/**
 * Receptions: one customer with one person on one day, however often they wrote. A chat that runs
 * over midnight is of the day of its first line. Parallel columns, in order of the first line.
 */
export class Receptions {
  count = 0;
  person = new Int32Array(0);
  customer = new Int32Array(0);
  day = new Int32Array(0);
  /** Index in the log of the reception's first line. */
  first = new Int32Array(0);
  /** Index in the log of the customer's first line or contact; -1 where the customer wrote nothing. */
  asked = new Int32Array(0);
  customerLines = new Int32Array(0);
  agentLines = new Int32Array(0);
  contactLines = new Int32Array(0);
  /** 1 where a person answered a line of the customer. */
  replied = new Uint8Array(0);
  firstSeconds = new Int32Array(0);
  firstResponses = new Uint8Array(0);
  responseSeconds = new Int32Array(0);
  responses = new Int32Array(0);
  /** 1 where one of the replies was slow. */
  slow = new Uint8Array(0);
  timeouts = new Int32Array(0);
  /** 1 where the person handed the customer on. */
  handedOn = new Uint8Array(0);
  /** 1 where the customer wrote within service hours. */
  inHours = new Uint8Array(0);
  adLines = new Int32Array(0);
  codeLines = new Int32Array(0);
  filteredLines = new Int32Array(0);
  /** Why the reception does not count; null for one that does. Filled by `filterReceptions`. */
  readonly filter: (FilterReason | null)[] = [];

  /** Opens a reception and gives its index. */
  open(person: number, customer: number, day: number, first: number): number {
    if (this.count === this.person.length) this.grow();
    const at = this.count++;
    this.person[at] = person;
    this.customer[at] = customer;
    this.day[at] = day;
    this.first[at] = first;
    this.asked[at] = NONE;
    this.filter.push(null);
    return at;
  }

  private grow(): void {
    const capacity = Math.max(4096, this.count * 2);
    for (const name of FLAGS) {
      const wider = new Uint8Array(capacity);
      wider.set(this[name]);
      this[name] = wider;
    }
    for (const name of COLUMNS) {
      const wider = new Int32Array(capacity);
      wider.set(this[name]);
      this[name] = wider;
    }
  }
}

/** Chats: runs of lines of one customer and one person without a long silence. Parallel arrays in order of time. */
export interface Chats {
  readonly reception: number[];
  readonly start: number[];
  readonly end: number[];
  /** Time of the customer's first line and of the agent's last; -1 where there is none. */
  readonly asked: number[];
  readonly answered: number[];
}

/** A question that an agent answers within a day belongs to its chat, whatever the silence. */
const ANSWER_WITHIN = 86_400;
/** What an unanswered question counts where no cap is set: the platform's own ten minutes. */
const STANDARD_CAP = 600;

/** A customer with a person: what is going on between them. */
class Pairs {
  count = 0;
  person = new Int32Array(1024);
  /** Next pair of the same customer. */
  next = new Int32Array(1024);
  chat = new Int32Array(1024);
  /** Time of the first line that waits for an answer. */
  waiting = new Float64Array(1024);
  private readonly heads: Int32Array;

  constructor(customers: number) {
    this.heads = new Int32Array(customers).fill(NONE);
  }

  /** A customer has few people, so that a short list beats a map of a million keys. */
  find(customer: number, person: number): number {
    const head = this.heads[customer] as number;
    let pair = head;
    while (pair !== NONE && this.person[pair] !== person) pair = this.next[pair] as number;
    return pair === NONE ? this.open(customer, person, head) : pair;
  }

  private open(customer: number, person: number, head: number): number {
    if (this.count === this.person.length) this.grow();
    const pair = this.count++;
    this.person[pair] = person;
    this.next[pair] = head;
    this.chat[pair] = NONE;
    this.waiting[pair] = NONE;
    this.heads[customer] = pair;
    return pair;
  }

  private grow(): void {
    for (const name of ["person", "next", "chat"] as const) {
      const wider = new Int32Array(this.count * 2);
      wider.set(this[name]);
      this[name] = wider;
    }
    const wider = new Float64Array(this.count * 2);
    wider.set(this.waiting);
    this.waiting = wider;
  }
}

/** Goes through a log once and finds its receptions and chats. */
export class ReceptionFinder {
  readonly receptions = new Receptions();
  readonly chats: Chats = { reception: [], start: [], end: [], asked: [], answered: [] };
  private readonly pairs: Pairs;
  private readonly readsText: boolean;
  private readonly cap: number;
  private readonly filtered: ReadonlySet<number>;

  /** @param filtered accounts (indexes in the log's agents) whose receptions do not count. */
  constructor(
    private readonly log: ChatLog,
    private readonly settings: ChatSettings,
    filtered: ReadonlySet<number>,
  ) {
    this.pairs = new Pairs(log.customers.length);
    this.filtered = filtered;
    this.readsText = settings.adTexts.length + settings.codeWords.length > 0;
    this.cap = settings.responseCap ?? Number.MAX_SAFE_INTEGER;
  }

  /** Reads every line that is somebody's. */
  readLines(): void {
    const { count, person, customer, side, time } = this.log;
    for (let at = 0; at < count; at++) {
      const who = person[at] as number;
      const said = side[at] as number;
      if (who < 0 || said === SIDE.system) continue;
      const pair = this.pairs.find(customer[at] as number, who);
      const reception = this.receptionOf(pair, at, time[at] as number, said);
      this.count(reception, pair, at, said);
    }
    for (let pair = 0; pair < this.pairs.count; pair++) this.giveUpWaiting(pair);
  }

  /** The reception of a line: that of the chat which goes on, or of the chat that begins with it. */
  private receptionOf(pair: number, at: number, time: number, said: number): number {
    const { chats, pairs } = this;
    const chat = pairs.chat[pair] as number;
    if (chat !== NONE && this.goesOn(pair, chat, time, said)) {
      chats.end[chat] = time;
      return chats.reception[chat] as number;
    }
    this.giveUpWaiting(pair);
    const day = dayOfTime(time);
    const last = chat === NONE ? NONE : (chats.reception[chat] as number);
    const isSameDay = last !== NONE && this.receptions.day[last] === day;
    const { person, customer } = this.log;
    const reception = isSameDay
      ? last
      : this.receptions.open(person[at] as number, customer[at] as number, day, at);
    chats.start.push(time);
    chats.end.push(time);
    chats.asked.push(NONE);
    chats.answered.push(NONE);
    pairs.chat[pair] = chats.reception.push(reception) - 1;
    return reception;
  }

  private goesOn(pair: number, chat: number, time: number, said: number): boolean {
    const end = this.chats.end[chat] as number;
    if (time - end <= this.settings.chatGap) return true;
    const waiting = this.pairs.waiting[pair] as number;
    if (waiting === NONE) return false;
    if (said === SIDE.agent) return time - waiting <= ANSWER_WITHIN;
    // Whoever had an answer and writes again after the silence closed the chat before it (好的谢谢).
    return this.chats.answered[chat] === NONE && dayOfTime(time) === dayOfTime(end);
  }

  private count(reception: number, pair: number, at: number, said: number): void {
    const { receptions, log } = this;
    if (this.filtered.size > 0 && this.filtered.has(log.agent[at] as number))
      bump(receptions.filteredLines, reception);
    if (said === SIDE.customer) this.countQuestion(reception, pair, at);
    else if (said === SIDE.agent) {
      if (!this.isAutomatic(pair, at)) this.countAnswer(reception, pair, at);
    } else if (said === SIDE.contact) {
      bump(receptions.contactLines, reception);
      receptions.inHours[reception] = 1;
      if (receptions.asked[reception] === NONE) receptions.asked[reception] = at;
    } else if (said === SIDE.transfer) receptions.handedOn[reception] = 1;
  }

  private countQuestion(reception: number, pair: number, at: number): void {
    const { receptions, chats, pairs } = this;
    const time = this.log.time[at] as number;
    const chat = pairs.chat[pair] as number;
    bump(receptions.customerLines, reception);
    if (receptions.asked[reception] === NONE) receptions.asked[reception] = at;
    if (chats.asked[chat] === NONE) chats.asked[chat] = time;
    if (pairs.waiting[pair] === NONE) pairs.waiting[pair] = time;
    if (receptions.inHours[reception] === 0 && this.isInHours(time)) receptions.inHours[reception] = 1;
    if (this.readsText && this.holdsOne(at, this.settings.adTexts)) bump(receptions.adLines, reception);
  }

  private countAnswer(reception: number, pair: number, at: number): void {
    const { receptions, chats, pairs } = this;
    const time = this.log.time[at] as number;
    bump(receptions.agentLines, reception);
    chats.answered[pairs.chat[pair] as number] = time;
    if (this.readsText && this.holdsOne(at, this.settings.codeWords)) bump(receptions.codeLines, reception);
    const asked = pairs.waiting[pair] as number;
    if (asked === NONE) return;
    pairs.waiting[pair] = NONE;
    const isFirst = receptions.replied[reception] === 0;
    receptions.replied[reception] = 1;
    if (this.isInHours(asked)) this.countResponse(reception, time - asked, isFirst);
  }

  private countResponse(reception: number, seconds: number, isFirst: boolean): void {
    const { receptions, settings } = this;
    const counted = Math.min(seconds, this.cap);
    add(receptions.responseSeconds, reception, counted);
    bump(receptions.responses, reception);
    if (seconds >= settings.slowSeconds) receptions.slow[reception] = 1;
    if (seconds > settings.timeoutSeconds) bump(receptions.timeouts, reception);
    if (!isFirst) return;
    receptions.firstSeconds[reception] = counted;
    receptions.firstResponses[reception] = 1;
  }

  /** A question that stays without an answer counts for response times by Setting only. */
  private giveUpWaiting(pair: number): void {
    const asked = this.pairs.waiting[pair] as number;
    if (asked === NONE) return;
    this.pairs.waiting[pair] = NONE;
    if (this.settings.unansweredRounds === "ignore" || !this.isInHours(asked)) return;
    const reception = this.chats.reception[this.pairs.chat[pair] as number] as number;
    add(this.receptions.responseSeconds, reception, this.settings.responseCap ?? STANDARD_CAP);
    bump(this.receptions.responses, reception);
    this.receptions.slow[reception] = 1;
    bump(this.receptions.timeouts, reception);
  }

  private isInHours(time: number): boolean {
    const { serviceFrom, serviceTo } = this.settings;
    if (serviceFrom === serviceTo) return true;
    const second = time % 86_400;
    const [from, to] = [second >= serviceFrom, second < serviceTo];
    return serviceFrom < serviceTo ? from && to : from || to;
  }

  /** A configured text is no human reply, within the time that the Setting says. */
  private isAutomatic(pair: number, at: number): boolean {
    const { autoReplies, autoReplySeconds } = this.settings;
    if (autoReplies.length === 0) return false;
    const asked = this.pairs.waiting[pair] as number;
    const delay = asked === NONE ? 0 : (this.log.time[at] as number) - asked;
    if (autoReplySeconds !== null && delay > autoReplySeconds) return false;
    const text = this.log.textOf(at).trim();
    return autoReplies.some((known) => text.startsWith(known));
  }

  private holdsOne(at: number, texts: readonly string[]): boolean {
    if (texts.length === 0) return false;
    const text = this.log.textOf(at);
    return texts.some((known) => text.includes(known));
  }
}

function bump(column: Int32Array, at: number): void {
  column[at] = (column[at] as number) + 1;
}

function add(column: Int32Array, at: number, amount: number): void {
  column[at] = (column[at] as number) + amount;
}
