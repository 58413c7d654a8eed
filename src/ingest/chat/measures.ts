import type { Month } from "../../engine/calendar";
import { Exact } from "../../engine/exact";
import { type PackedCell, packCell } from "../../engine/facts";
import { type SeriesByPerson, seriesOf } from "../export-reader";
import type { Contribution } from "../merge";
import { type ChatMeasure, CONTACT_MEASURES } from "./definitions";
import { type ChatLog, SIDE } from "./model";
import type { Chats, Receptions } from "./receptions";

/** What the measures of a month are counted from. */
export interface CountedChats {
  readonly log: ChatLog;
  readonly receptions: Receptions;
  readonly chats: Chats;
  readonly month: Month;
  /** Names the tabs, for a fixed order of contributions. */
  readonly source: string;
}

/** Where a reception's first line stands. */
export function cellOf(
  { log, receptions }: Pick<CountedChats, "log" | "receptions">,
  reception: number,
): PackedCell {
  const line = receptions.first[reception] as number;
  return packCell(log.tab[line] as number, log.row[line] as number, 1);
}

/** The facts of every measure of chats, person by person and day by day, zeros among them. */
export function chatContributions(counted: CountedChats): Map<ChatMeasure, Contribution> {
  const days = new PersonDays(counted);
  const columns = dayColumns(counted, days);
  const contributions = new Map<ChatMeasure, Contribution>();
  const contacts = days.peopleWithContactsOnly();
  for (const [measure, column] of columns) {
    const withoutThem = CONTACT_MEASURES.has(measure) ? null : contacts;
    const people = days.series(column, withoutThem);
    if (people.size > 0) {
      contributions.set(measure, { source: counted.source, span: null, derived: false, people });
    }
  }
  return contributions;
}

/** Slots of one number for each person and day of the month. */
class PersonDays {
  /** First reception of each slot that has one; -1 elsewhere. */
  private readonly firsts: Int32Array;
  private readonly size: number;
  /** The slot of each reception; -1 outside the month. */
  readonly slots: Int32Array;

  constructor(private readonly counted: CountedChats) {
    const { receptions } = counted;
    this.size = counted.log.people.length * counted.month.days;
    this.firsts = new Int32Array(this.size).fill(-1);
    this.slots = new Int32Array(receptions.count);
    for (let at = 0; at < receptions.count; at++) {
      const slot = this.slotOf(at);
      this.slots[at] = slot;
      const counts = isConsulted(receptions, at) || receptions.handedOn[at] === 1;
      if (slot >= 0 && counts && this.firsts[slot] === -1) this.firsts[slot] = at;
    }
  }

  private slotOf(reception: number): number {
    const { receptions, month } = this.counted;
    const day = (receptions.day[reception] as number) - month.first;
    return day < 0 || day >= month.days ? -1 : (receptions.person[reception] as number) * month.days + day;
  }

  /** A column of zeros. */
  column(): Float64Array {
    return new Float64Array(this.size);
  }

  /** People who have receptions without a word on who spoke: their replies are unknown. */
  peopleWithContactsOnly(): ReadonlySet<number> {
    const { receptions } = this.counted;
    const people = new Set<number>();
    for (let at = 0; at < receptions.count; at++) {
      const lines = (receptions.customerLines[at] as number) + (receptions.agentLines[at] as number);
      const isContact = (receptions.contactLines[at] as number) > 0;
      if (isContact && lines === 0 && (this.slots[at] as number) >= 0)
        people.add(receptions.person[at] as number);
    }
    return people;
  }

  /** A column as series of facts, one entry a person and day on which somebody consulted. */
  series(column: Float64Array, without: ReadonlySet<number> | null): SeriesByPerson {
    const { log, month } = this.counted;
    const people: SeriesByPerson = new Map();
    for (let slot = 0; slot < this.size; slot++) {
      const first = this.firsts[slot] as number;
      const index = Math.floor(slot / month.days);
      const person = log.people[index];
      if (first < 0 || !person || without?.has(index)) continue;
      const series = seriesOf(people, person.key);
      series.days.push(month.first + (slot % month.days));
      series.values.push(Exact.integer(column[slot] as number));
      series.cells.push(cellOf(this.counted, first));
    }
    return people;
  }
}

/** The buyer wrote, or there was a contact, or a Setting counts monologues of agents. */
function isConsulted(receptions: Receptions, at: number): boolean {
  const lines = (receptions.customerLines[at] as number) + (receptions.contactLines[at] as number);
  return lines > 0 || receptions.filter[at] === null;
}

/** A column of receptions that is summed; null counts the receptions. */
type Figure = readonly [measure: ChatMeasure, column: Int32Array | Uint8Array | null];

/** Figures of receptions that count. */
function figuresOfReceived(all: Receptions): readonly Figure[] {
  return [
    ["received", null],
    ["inquirers", null],
    ["replied", all.replied],
    ["unanswered", null],
    ["first_response_seconds", all.firstSeconds],
    ["first_responses", all.firstResponses],
    ["response_seconds", all.responseSeconds],
    ["responses", all.responses],
    ["slow_replies", all.slow],
    ["timeouts", all.timeouts],
  ];
}

/** Figures of all receptions in which the buyer wrote. */
function figuresOfConsulted(all: Receptions): readonly Figure[] {
  return [
    ["consulted", null],
    ["messages_in", all.customerLines],
    ["messages_out", all.agentLines],
  ];
}

/** Adds a column of the receptions with a slot to their slots. */
function sumInto(
  slots: Int32Array,
  column: Int32Array | Uint8Array | null,
  into: Float64Array,
): Float64Array {
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at] as number;
    if (slot >= 0) into[slot] = (into[slot] as number) + (column === null ? 1 : (column[at] as number));
  }
  return into;
}

function dayColumns(counted: CountedChats, days: PersonDays): Map<ChatMeasure, Float64Array> {
  const { receptions } = counted;
  const columns = new Map<ChatMeasure, Float64Array>();
  const consulted = days.slots.map((slot, at) => (isConsulted(receptions, at) ? slot : -1));
  const received = days.slots.map((slot, at) => (receptions.filter[at] === null ? slot : -1));
  for (const [measure, figure] of figuresOfConsulted(receptions)) {
    columns.set(measure, sumInto(consulted, figure, days.column()));
  }
  for (const [measure, figure] of figuresOfReceived(receptions)) {
    columns.set(measure, sumInto(received, figure, days.column()));
  }
  const [unanswered, replied] = [columns.get("unanswered"), columns.get("replied")];
  unanswered?.forEach((all, slot) => {
    unanswered[slot] = all - (replied?.[slot] ?? 0);
  });
  for (const [measure, column] of chatColumns(counted, days)) columns.set(measure, column);
  addTransfers(counted, days, columns);
  return columns;
}

/** Figures of chats, which are parts of receptions. */
function chatColumns(counted: CountedChats, days: PersonDays): [ChatMeasure, Float64Array][] {
  const { chats, receptions } = counted;
  const [seconds, number] = [days.column(), days.column()];
  for (let at = 0; at < chats.start.length; at++) {
    const reception = chats.reception[at] as number;
    const slot = days.slots[reception] as number;
    const [asked, answered] = [chats.asked[at] as number, chats.answered[at] as number];
    if (slot < 0 || receptions.filter[reception] !== null || asked < 0 || answered < asked) continue;
    seconds[slot] = (seconds[slot] as number) + answered - asked;
    number[slot] = (number[slot] as number) + 1;
  }
  return [
    ["resolution_seconds", seconds],
    ["resolutions", number],
    ["max_chats", mostChats(counted, days)],
  ];
}

function mostChats(counted: CountedChats, days: PersonDays): Float64Array {
  const { chats, receptions, log } = counted;
  const most = days.column();
  const byPerson: number[][] = log.people.map(() => []);
  for (let at = 0; at < chats.start.length; at++) {
    const reception = chats.reception[at] as number;
    if (receptions.filter[reception] === null) byPerson[receptions.person[reception] as number]?.push(at);
  }
  for (const own of byPerson) sweep(own, counted, days, most);
  return most;
}

/** The most chats of one person that are open at the start of one of them: it is never more in between. */
function sweep(own: readonly number[], { chats }: CountedChats, days: PersonDays, most: Float64Array): void {
  const ends = new Float64Array(own.length);
  for (let index = 0; index < own.length; index++) ends[index] = chats.end[own[index] as number] as number;
  ends.sort();
  let closed = 0;
  for (let begun = 0; begun < own.length; begun++) {
    const at = own[begun] as number;
    while ((ends[closed] as number) < (chats.start[at] as number)) closed++;
    const slot = days.slots[chats.reception[at] as number] as number;
    const open = begun + 1 - closed;
    if (slot >= 0 && open > (most[slot] as number)) most[slot] = open;
  }
}

/** Only chats that tell of transfers give their number. */
function addTransfers(
  { log, receptions }: CountedChats,
  days: PersonDays,
  columns: Map<ChatMeasure, Float64Array>,
): void {
  if (!log.side.subarray(0, log.count).includes(SIDE.transfer)) return;
  const column = days.column();
  for (let at = 0; at < receptions.count; at++) {
    const slot = days.slots[at] as number;
    if (slot >= 0) column[slot] = (column[slot] as number) + (receptions.handedOn[at] as number);
  }
  columns.set("transfers", column);
}
