import type { Month } from "../../engine/calendar";
import type { Grid } from "../../engine/grid";
import type { Issue } from "../../engine/issue";
import type { Roster } from "../../engine/roster";
import type { SourceSettings } from "../../engine/settings-sources";
import type { Contribution } from "../merge";
import type { RecognisedTab } from "../recognised";
import { Tally } from "../tally";
import { Accounts } from "./accounts";
import { recogniseChatTable } from "./columns";
import { addDamage, type DamagedLine, damagedLines } from "./damage";
import type { ChatMeasure } from "./definitions";
import { filteredAccounts, filterReceptions } from "./filters";
import { Lines } from "./lines";
import { chatContributions } from "./measures";
import type { ChatLog } from "./model";
import { namelessIssues } from "./nameless";
import { orderLines } from "./order";
import { PastedReader, recognisePasted } from "./pasted";
import { withPeople } from "./people";
import { ReceptionFinder, type Receptions } from "./receptions";
import { inOrderOfParts, partsOf } from "./splices";
import { ChatTableReader, type DamagedCell } from "./table-reader";
import { type ChatTab, chatIssues, describeChatTabs } from "./tabs";

/** Everything that pasted chats give. */
export interface ChatsRead {
  /** All lines of all days, also outside the month: orders are linked to them. */
  readonly log: ChatLog;
  /** Who received whom on which day, those of other months among them; those with a `filter` do not count. */
  readonly receptions: Receptions;
  readonly contributions: ReadonlyMap<ChatMeasure, Contribution>;
  /** Lines of which a cell cannot be read: they may decide whose an order is. */
  readonly damaged: readonly DamagedLine[];
  readonly issues: readonly Issue[];
  /** How each tab of chats was read, by its index among the grids. Every other tab is no chat. */
  readonly tabs: ReadonlyMap<number, RecognisedTab>;
}

/**
 * Reads pasted chats, tables or text, into measures of people and days (`CHAT_DEFINITIONS`). Bad
 * lines are tallied and told; the order of rows and tabs, and what was pasted twice, change nothing.
 *
 * @param excluded indexes of grids that are something else.
 */
export function readChats(
  grids: readonly Grid[],
  roster: Roster,
  month: Month,
  settings: SourceSettings,
  excluded: ReadonlySet<number> = new Set(),
): ChatsRead {
  const accounts = new Accounts(roster);
  const tabs = grids.flatMap((grid, index) =>
    excluded.has(index) ? [] : recogniseChat(grid, index, accounts),
  );
  const lines = new Lines(tabs.reduce((sum, { grid }) => sum + grid.rows.length, 0));
  const { cells, repeated: cut } = readTabs(tabs, lines, accounts);
  const { log: ordered, repeated: equal } = orderLines(
    lines,
    grids,
    textColumns(tabs),
    settings.chats.chatGap,
  );
  const repeated = new Map(tabs.map(({ index }) => [index, (cut.get(index) ?? 0) + (equal.get(index) ?? 0)]));
  const log = withPeople(ordered, roster, month, new Map(tabs.map(({ index, tally }) => [index, tally])));
  const context = { log, settings: settings.chats, accounts, ownBuyers: settings.ownBuyers };
  const finder = new ReceptionFinder(log, settings.chats, filteredAccounts(context));
  finder.readLines();
  const { receptions, chats } = finder;
  const inMonth = (day: number) => day >= month.first && day <= month.last;
  const filtered = filterReceptions(receptions, context, inMonth);
  const source = tabs.map(({ grid }) => grid.name).join("\n");
  const contributions = chatContributions({ log, receptions, chats, month, source });
  const damaged = damagedLines(cells, log, roster, month);
  const lost = addDamage(contributions, damaged, source);
  const issues = [
    ...lost,
    ...chatIssues(tabs, repeated, filtered, month),
    ...namelessIssues(log, grids, month),
  ];
  return {
    log,
    receptions,
    contributions,
    damaged,
    issues,
    tabs: describeChatTabs(tabs, log, repeated, month),
  };
}

/** The tab as one of chats; nothing for any other tab. */
function recogniseChat(grid: Grid, index: number, accounts: Accounts): ChatTab[] {
  const table = recogniseChatTable(grid, index);
  const pasted = table ? null : recognisePasted(grid, accounts);
  return table || pasted ? [{ index, grid, table, pasted, tally: new Tally() }] : [];
}

/** What reading all tabs leaves: damaged cells, and how many lines of text stand in two tabs, by tab. */
interface TabsRead {
  readonly cells: readonly DamagedCell[];
  readonly repeated: ReadonlyMap<number, number>;
}

/** Reads all tabs; a text that was copied in pieces is read through them. */
function readTabs(tabs: readonly ChatTab[], lines: Lines, accounts: Accounts): TabsRead {
  const parts = partsOf(
    tabs.filter(({ pasted }) => pasted),
    accounts,
  );
  const readers = new Map<number, PastedReader>();
  const readerOf = ({ grid, index, pasted, tally }: ChatTab) => {
    if (!pasted) return null;
    const part = parts.get(index);
    const reader = new PastedReader(pasted, grid, index, lines, accounts, tally, part);
    const before = readers.get(part?.after ?? -1);
    if (before) reader.continue(before);
    readers.set(index, reader);
    reader.readLines();
    return reader;
  };
  const cells = inOrderOfParts(tabs, parts).flatMap((tab) => {
    if (!tab.table) return readerOf(tab)?.damaged ?? [];
    const reader = new ChatTableReader(tab.table, lines, accounts, tab.tally);
    reader.readRows();
    return reader.damaged;
  });
  return { cells, repeated: new Map([...readers].map(([index, { repeated }]) => [index, repeated])) };
}

function textColumns(tabs: readonly ChatTab[]): ReadonlyMap<number, number> {
  const columns = new Map<number, number>();
  for (const { index, table } of tabs) {
    const column = table?.columns.text;
    if (column !== undefined) columns.set(index, column);
  }
  return columns;
}
