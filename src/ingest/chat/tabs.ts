import type { Month } from "../../engine/calendar";
import type { Grid } from "../../engine/grid";
import { type Issue, issueAt } from "../../engine/issue";
import type { LeftOutReason, RecognisedColumn, RecognisedTab } from "../recognised";
import { TabTally, type Tally } from "../tally";
import type { ChatTable } from "./columns";
import { type ChatLog, dayOfTime, NOBODY, timeOf } from "./model";
import type { PastedForm } from "./pasted";
import type { FilterReason } from "./receptions";

/** A tab that was recognised as chats: a table, or pasted text. */
export interface ChatTab {
  /** Index among the grids. */
  readonly index: number;
  readonly grid: Grid;
  readonly table: ChatTable | null;
  readonly pasted: PastedForm | null;
  readonly tally: Tally;
}

/** Reasons whose lines are told as a warning, with the row of the first. */
const TOLD: readonly (readonly [LeftOutReason, string])[] = [
  ["unread-line", "chat-lines-unread"],
  ["no-customer", "chat-lines-without-customer"],
  ["no-speaker", "chat-lines-without-speaker"],
];

/** What should be known about the tabs of chats: lines left out, repeats, and what filters took away. */
export function chatIssues(
  tabs: readonly ChatTab[],
  repeated: ReadonlyMap<number, number>,
  filtered: ReadonlyMap<FilterReason, number>,
  month: Month,
): Issue[] {
  const issues: Issue[] = [];
  for (const { grid, index, tally } of tabs) {
    const total = new TabTally(grid.name);
    total.add(tally);
    issues.push(...total.issues(month.text));
    for (const [reason, code] of TOLD) {
      const count = tally.counts.get(reason);
      const row = (tally.firstRows.get(reason) ?? 0) + 1;
      if (count) issues.push(issueAt("warning", code, { tab: grid.name, row }, { count: String(count) }));
    }
    const again = repeated.get(index);
    if (again) {
      issues.push(issueAt("warning", "chat-lines-repeated", { tab: grid.name }, { count: String(again) }));
    }
  }
  for (const [reason, count] of filtered) {
    issues.push(issueAt("info", `chat-filter-${reason}`, null, { count: String(count) }));
  }
  return issues;
}

/** How each tab of chats was read, for the Checks tab and the sidebar. */
export function describeChatTabs(
  tabs: readonly ChatTab[],
  log: ChatLog,
  repeated: ReadonlyMap<number, number>,
  month: Month,
): Map<number, RecognisedTab> {
  const extents = extentsOf(log, month);
  return new Map(
    tabs.map((tab) => [tab.index, describe(tab, extents.get(tab.index), repeated.get(tab.index) ?? 0)]),
  );
}

/** What a tab gives for the month; first and last are times. */
interface Extent {
  lines: number;
  first: number;
  last: number;
  readonly customers: Uint8Array;
  readonly agents: Uint8Array;
}

/** Lines are in order of time: those of the month stand together. */
function extentsOf(log: ChatLog, month: Month): Map<number, Extent> {
  const extents = new Map<number, Extent>();
  const end = firstAt(log, timeOf(month.last + 1, 0));
  for (let from = firstAt(log, timeOf(month.first, 0)); from < end; ) {
    const tab = log.tab[from] as number;
    const extent = extents.get(tab) ?? openExtent(log, log.time[from] as number);
    extents.set(tab, extent);
    from = extend(extent, log, from, end);
  }
  return extents;
}

/** How many lines each day of the month has, of days with any. */
export function linesByDay(log: ChatLog, month: Month): Map<number, number> {
  const days = new Map<number, number>();
  for (let day = month.first; day <= month.last; day++) {
    const count = firstAt(log, timeOf(day + 1, 0)) - firstAt(log, timeOf(day, 0));
    if (count > 0) days.set(day, count);
  }
  return days;
}

/** The first line at or after a time. */
function firstAt({ time, count }: ChatLog, from: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((time[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Takes in the lines of one tab up to the first of another, and gives its index. */
function extend(extent: Extent, { time, tab, customer, agent }: ChatLog, from: number, end: number): number {
  const { customers, agents } = extent;
  const own = tab[from];
  let at = from;
  for (; at < end && tab[at] === own; at++) {
    customers[customer[at] as number] = 1;
    const who = agent[at] as number;
    if (who !== NOBODY) agents[who] = 1;
  }
  extent.lines += at - from;
  extent.last = time[at - 1] as number;
  return at;
}

function openExtent({ customers, agents }: ChatLog, first: number): Extent {
  const [seen, known] = [new Uint8Array(customers.length), new Uint8Array(agents.length)];
  return { lines: 0, first, last: first, customers: seen, agents: known };
}

function describe(tab: ChatTab, extent: Extent | undefined, repeated: number): RecognisedTab {
  const { grid, table, tally } = tab;
  const columns = columnsOf(tab);
  const seen = (flags: Uint8Array | undefined) => String(flags?.reduce((sum, flag) => sum + flag, 0) ?? 0);
  const values = {
    lines: String(extent?.lines ?? 0),
    customers: seen(extent?.customers),
    agents: seen(extent?.agents),
    columns: columns.map(({ header }) => header).join(", "),
  };
  const leftOut = [...tally.counts].map(([reason, count]) => ({ reason, count }));
  return {
    tab: grid.name,
    as: "chat",
    why: { code: table ? "tab-is-chat-table" : "tab-is-chat-text", values },
    headerRow: table ? table.table.headerRow + 1 : 0,
    columns,
    firstDay: extent ? dayOfTime(extent.first) : null,
    lastDay: extent ? dayOfTime(extent.last) : null,
    rowsRead: extent?.lines ?? 0,
    rowsLeftOut: repeated > 0 ? [...leftOut, { reason: "pasted-twice", count: repeated }] : leftOut,
    benchmarks: [],
  };
}

function columnsOf({ table }: ChatTab): RecognisedColumn[] {
  if (!table) return [];
  const columns = Object.entries(table.columns).map(([field, column]) => ({
    header: table.table.headers[column]?.text ?? "",
    column: column + 1,
    measure: field,
  }));
  return columns.sort((a, b) => a.column - b.column);
}
