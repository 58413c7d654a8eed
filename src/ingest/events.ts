import type { Month } from "../engine/calendar";
import type { FactSeries } from "../engine/facts";
import type { Grid } from "../engine/grid";
import type { Issue } from "../engine/issue";
import type { Roster } from "../engine/roster";
import type { SourceSettings } from "../engine/settings-sources";
import { type ChatsRead, readChats } from "./chat/read";
import { linesByDay } from "./chat/tabs";
import type { DailyRows } from "./gaps";
import type { Contribution } from "./merge";
import { readOrders } from "./orders/orders";
import { recogniseOrders } from "./orders/tables";
import type { RecognisedTab } from "./recognised";

/** What tables of single events give: chats, orders and refunds. */
export interface EventFacts {
  readonly byMeasure: ReadonlyMap<string, readonly Contribution[]>;
  /** Facts of the shop as a whole, by measure. */
  readonly shop: ReadonlyMap<string, FactSeries>;
  readonly issues: readonly Issue[];
  /** How many lines and orders there are on each day. */
  readonly daily: readonly DailyRows[];
  /** How each tab of events was read, by name. */
  readonly described: ReadonlyMap<string, RecognisedTab>;
}

/** The tabs that may hold events. */
export interface EventInput {
  readonly grids: readonly Grid[];
  readonly roster: Roster;
  readonly month: Month;
  readonly settings: SourceSettings;
  /** Whether a tab (by index) is read otherwise: as an export, or by Sources. */
  readonly isTaken: (index: number) => boolean;
}

/** Reads the tabs of chats, orders and refunds, and gives orders to whoever served the buyers. */
export function readEvents(input: EventInput): EventFacts {
  const { grids, roster, month, settings, isTaken } = input;
  const tables = grids.flatMap((grid, index) => (isTaken(index) ? [] : (recogniseOrders(grid, index) ?? [])));
  const others = new Set(tables.map(({ table }) => table.tabIndex));
  for (const index of grids.keys()) if (isTaken(index)) others.add(index);
  const chats = readChats(grids, roster, month, settings, others);
  const tabs = grids.map(({ name }) => name);
  const hasChats = chats.tabs.size > 0;
  const orders = readOrders({ tables, tabs, roster, month, settings, chats: hasChats ? chats : null });
  const byMeasure = new Map<string, Contribution[]>();
  // What orders tell of inquiries is better than what chats alone can tell: it comes later.
  for (const [measure, contribution] of [...chats.contributions, ...orders.byMeasure])
    byMeasure.set(measure, [contribution]);
  return {
    byMeasure,
    shop: orders.silent ? new Map([["silent_sales", orders.silent]]) : new Map(),
    issues: [...chats.issues, ...orders.issues],
    daily: [...dailyChats(chats, month), ...orders.daily],
    described: new Map([
      ...orders.described,
      ...[...chats.tabs.values()].map((tab) => [tab.tab, tab] as const),
    ]),
  };
}

/** All chats are one source; lines are counted without regard to their tab. */
function dailyChats({ log, tabs }: ChatsRead, month: Month): DailyRows[] {
  const rows = linesByDay(log, month);
  return [...tabs.values()].map(({ tab }, index) => ({
    tab,
    source: "chats",
    rows: index === 0 ? rows : new Map(),
    isOfEvents: true,
  }));
}
