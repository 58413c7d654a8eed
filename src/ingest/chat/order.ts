import type { Grid } from "../../engine/grid";
import { cellText } from "../table";
import { type Lines, TEXT_IN_TABLE } from "./lines";
import { type ChatLog, linesByCustomer, NOBODY, SIDE } from "./model";

/** Columns of a log while it is put in order. */
type Columns = Pick<Lines, "time" | "customer" | "agent" | "side" | "tab" | "row" | "text">;

/** How far forward an agent's line answers a customer's line, and how far back one is of the same talk. */
const REACH = 86_400;
/** So many lines fit beside a time in one exact number. */
const INDEX_SPAN = 2 ** 22;

/** A log whose people are not yet known, with how often lines were pasted twice, by tab. */
export interface OrderedLines {
  readonly log: Omit<ChatLog, "person" | "people">;
  readonly repeated: ReadonlyMap<number, number>;
}

/**
 * Puts lines in order of time, gives customers' lines their agents, and leaves out repeats.
 *
 * @param textColumns column of the text by index of the tab, for tables.
 * @param chatGap seconds of silence after which a new chat begins.
 */
export function orderLines(
  lines: Lines,
  grids: readonly Grid[],
  textColumns: ReadonlyMap<number, number>,
  chatGap: number,
): OrderedLines {
  const columns = inOrderOfTime(lines);
  const textOf = textReader(columns, lines.texts, grids, textColumns);
  let count = columns.time.length;
  const order = settleTies(columns, textOf);
  if (order) permute(columns, order);
  nameAgents(columns, lines.customers.keys.length, chatGap);
  const { kept, repeated } = withoutRepeats(columns, textOf);
  if (kept) {
    permute(columns, kept);
    count = kept.length;
  }
  const { customers, agents } = lines;
  const log = {
    ...columns,
    count,
    customers: customers.keys,
    customerNames: customers.texts,
    findCustomer: (key: string) => customers.find(key),
    agents: agents.keys,
    agentNames: agents.texts,
    textOf,
  };
  return { log, repeated };
}

/** The lines in order of time; those that never found a customer are left out. */
function inOrderOfTime(lines: Lines): Columns {
  const { count } = lines;
  const columns: Columns = {
    time: lines.time.subarray(0, count),
    customer: lines.customer.subarray(0, count),
    agent: lines.agent.subarray(0, count),
    side: lines.side.subarray(0, count),
    tab: lines.tab.subarray(0, count),
    row: lines.row.subarray(0, count),
    text: lines.text.subarray(0, count),
  };
  let sorted = true;
  for (let at = 0; at < count; at++) {
    if ((columns.customer[at] as number) < 0) return sortedByTime(columns, withCustomer(columns));
    if (at > 0 && (columns.time[at] as number) < (columns.time[at - 1] as number)) sorted = false;
  }
  return sorted ? columns : sortedByTime(columns, null);
}

function withCustomer({ customer }: Columns): Int32Array {
  return Int32Array.from(customer.keys()).filter((at) => customer[at] !== NOBODY);
}

function sortedByTime(columns: Columns, chosen: Int32Array | null): Columns {
  permute(columns, byTime(columns.time, chosen ?? Int32Array.from(columns.time.keys())));
  return columns;
}

/** Indexes by time; equal times keep their order. Numbers sort natively, ten times faster than by a comparison. */
function byTime(time: Float64Array, chosen: Int32Array): Int32Array {
  const first = chosen.reduce((least, at) => Math.min(least, time[at] as number), Number.MAX_SAFE_INTEGER);
  const last = chosen.reduce((most, at) => Math.max(most, time[at] as number), 0);
  if (time.length >= INDEX_SPAN || last - first >= 2 ** 31) {
    return chosen.sort((a, b) => (time[a] as number) - (time[b] as number) || a - b);
  }
  const keys = Float64Array.from(chosen, (at) => ((time[at] as number) - first) * INDEX_SPAN + at).sort();
  return Int32Array.from(keys, (key) => key % INDEX_SPAN);
}

function permute(columns: { -readonly [K in keyof Columns]: Columns[K] }, order: Int32Array): void {
  const pick = <T extends Float64Array | Int32Array | Uint8Array>(from: T, into: T): T => {
    for (let at = 0; at < order.length; at++) into[at] = from[order[at] as number] as number;
    return into;
  };
  columns.time = pick(columns.time, new Float64Array(order.length));
  columns.side = pick(columns.side, new Uint8Array(order.length));
  for (const name of ["customer", "agent", "tab", "row", "text"] as const) {
    columns[name] = pick(columns[name], new Int32Array(order.length));
  }
}

function textReader(
  columns: Columns,
  texts: readonly string[],
  grids: readonly Grid[],
  textColumns: ReadonlyMap<number, number>,
): (index: number) => string {
  return (index) => {
    const text = columns.text[index] as number;
    if (text !== TEXT_IN_TABLE) return texts[text] ?? "";
    const tab = columns.tab[index] as number;
    const column = textColumns.get(tab);
    return column === undefined
      ? ""
      : cellText(grids[tab]?.rows[(columns.row[index] as number) - 1]?.[column]);
  };
}

/** Between the sides of one second: the customer asks, then agents answer. */
function compareLines({ customer, side, agent }: Columns, textOf: (index: number) => string) {
  return (a: number, b: number): number => {
    const apart =
      (customer[a] as number) - (customer[b] as number) || (side[a] as number) - (side[b] as number);
    if (apart !== 0) return apart;
    const [textA, textB] = [textOf(a), textOf(b)];
    return textA < textB ? -1 : textA > textB ? 1 : (agent[a] as number) - (agent[b] as number);
  };
}

/** The order in which lines of one second and one customer are settled by what they say; null where there are none. */
function settleTies(columns: Columns, textOf: (index: number) => string): Int32Array | null {
  const { time } = columns;
  const compare = compareLines(columns, textOf);
  let order: Int32Array | null = null;
  for (let from = 0; from < time.length; ) {
    let end = from + 1;
    while (end < time.length && time[end] === time[from]) end++;
    if (end - from > 1 && hasSameCustomer(columns.customer, from, end)) {
      order ??= Int32Array.from(time.keys());
      order.subarray(from, end).sort(compare);
    }
    from = end;
  }
  return order;
}

const SHORT_RUN = 16;

function hasSameCustomer(customer: Int32Array, from: number, end: number): boolean {
  if (end - from > SHORT_RUN) return true;
  for (let a = from; a < end; a++) {
    for (let b = a + 1; b < end; b++) if (customer[a] === customer[b]) return true;
  }
  return false;
}

/**
 * Gives customers' lines that name no agent (pasted text) the agent of the chat that they close, or
 * the agent who answers; where nobody does, whom the chat was given to last; or else the one who wrote
 * last, or the only agent of the tab. Tabs decide nothing else: a paste in two tabs is read like one.
 */
function nameAgents(columns: Columns, customers: number, chatGap: number): void {
  const { agent } = columns;
  if (!agent.includes(NOBODY)) return;
  const onlyAgents = onlyAgentByTab(columns);
  const { start, lines } = linesByCustomer({ ...columns, count: agent.length }, customers);
  for (let one = 0; one < customers; one++) {
    const [from, end] = [start[one] as number, start[one + 1] as number];
    nameClosings(columns, lines.subarray(from, end), chatGap);
    nameBackwards(columns, lines, from, end);
    nameByAssignment(columns, lines, from, end);
    nameForwards(columns, lines, from, end);
    for (let at = from; at < end; at++) {
      const line = lines[at] as number;
      if (agent[line] === NOBODY) agent[line] = onlyAgents.get(columns.tab[line] as number) ?? NOBODY;
    }
  }
}

function isSpeech(side: number | undefined): boolean {
  return side === SIDE.agent;
}

/**
 * What a customer writes after an agent's last line of a chat (好的谢谢) is that agent's, and no question
 * to whoever writes next, hours later. Where another agent goes on with the chat, it is what stands
 * before the customer's longest pause. A chat that was handed on has no such lines.
 */
function nameClosings(columns: Columns, lines: Int32Array, chatGap: number): void {
  const { time, agent, side } = columns;
  const timeAt = (at: number) => time[lines[at] as number] as number;
  let speaker = NOBODY;
  let tail = 0;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as number;
    if (speaker !== NOBODY && timeAt(at) - timeAt(at - 1) > chatGap) {
      giveTo(columns, lines.subarray(tail, at), speaker);
      speaker = NOBODY;
    }
    if (side[line] === SIDE.assigned) speaker = NOBODY;
    if (!isSpeech(side[line])) continue;
    if (speaker !== NOBODY && speaker !== agent[line])
      giveTo(columns, lines.subarray(tail, longestPause(columns, lines, tail, at)), speaker);
    [speaker, tail] = [agent[line] as number, at + 1];
  }
  if (speaker !== NOBODY) giveTo(columns, lines.subarray(tail), speaker);
}

function giveTo({ agent }: Columns, lines: Int32Array, owner: number): void {
  for (const line of lines) if (agent[line] === NOBODY) agent[line] = owner;
}

/** The first line without an agent after the longest silence before such a line; the earliest of equals. */
function longestPause({ time, agent }: Columns, lines: Int32Array, from: number, end: number): number {
  let [found, longest] = [from, -1];
  for (let at = from; at < end; at++) {
    const line = lines[at] as number;
    const pause = (time[line] as number) - (time[lines[at - 1] as number] as number);
    if (agent[line] === NOBODY && pause > longest) [found, longest] = [at, pause];
  }
  return found;
}

function nameBackwards({ time, agent, side }: Columns, lines: Int32Array, from: number, end: number): void {
  let next = NOBODY;
  let nextTime = 0;
  for (let at = end - 1; at >= from; at--) {
    const line = lines[at] as number;
    if (isSpeech(side[line])) [next, nextTime] = [agent[line] as number, time[line] as number];
    else if (agent[line] === NOBODY && next !== NOBODY && nextTime - (time[line] as number) <= REACH) {
      agent[line] = next;
    }
  }
}

/** A question that nobody answers is with whom the chat was handed to, over several hands the last. */
function nameByAssignment(
  { time, agent, side }: Columns,
  lines: Int32Array,
  from: number,
  end: number,
): void {
  let next = NOBODY;
  let nextTime = 0;
  for (let at = end - 1; at >= from; at--) {
    const line = lines[at] as number;
    const now = time[line] as number;
    if (isSpeech(side[line]) || nextTime - now > REACH) next = NOBODY;
    if (side[line] === SIDE.assigned) {
      if (next === NOBODY) next = agent[line] as number;
      nextTime = now;
    } else if (agent[line] === NOBODY && next !== NOBODY) agent[line] = next;
  }
}

function nameForwards({ time, agent, side }: Columns, lines: Int32Array, from: number, end: number): void {
  let last = NOBODY;
  let lastTime = 0;
  for (let at = from; at < end; at++) {
    const line = lines[at] as number;
    if (isSpeech(side[line]) || side[line] === SIDE.assigned)
      [last, lastTime] = [agent[line] as number, time[line] as number];
    else if (agent[line] === NOBODY && last !== NOBODY && (time[line] as number) - lastTime <= REACH) {
      agent[line] = last;
    }
  }
}

function onlyAgentByTab({ agent, side, tab }: Columns): Map<number, number> {
  const only = new Map<number, number>();
  for (let at = 0; at < agent.length; at++) {
    if (!isSpeech(side[at]) && side[at] !== SIDE.auto) continue;
    const known = only.get(tab[at] as number);
    if (known === undefined) only.set(tab[at] as number, agent[at] as number);
    else if (known !== agent[at]) only.set(tab[at] as number, NOBODY);
  }
  return only;
}

/**
 * The lines that stay, where some are equal to the line before in everything or only say whose
 * others are; null where none is.
 */
function withoutRepeats(
  columns: Columns,
  textOf: (index: number) => string,
): { kept: Int32Array | null; repeated: Map<number, number> } {
  const { time, customer, agent, side, tab } = columns;
  const repeated = new Map<number, number>();
  const isRepeat = (at: number): boolean =>
    time[at] === time[at - 1] &&
    customer[at] === customer[at - 1] &&
    side[at] === side[at - 1] &&
    agent[at] === agent[at - 1] &&
    textOf(at) === textOf(at - 1);
  const isDone = (at: number): boolean => side[at] === SIDE.assigned;
  let dropped = 0;
  for (let at = 0; at < time.length; at++) {
    if (isDone(at)) dropped++;
    if (isDone(at) || at === 0 || !isRepeat(at)) continue;
    dropped++;
    repeated.set(tab[at] as number, (repeated.get(tab[at] as number) ?? 0) + 1);
  }
  if (dropped === 0) return { kept: null, repeated };
  const kept = Int32Array.from(time.keys()).filter((at) => !isDone(at) && (at === 0 || !isRepeat(at)));
  return { kept, repeated };
}
