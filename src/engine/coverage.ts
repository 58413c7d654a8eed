import type { Day, Month } from "./calendar";

/** What is known of one pasted tab; ingest's and report's own tabs are such. */
export interface DatedTab {
  readonly tab: string;
  readonly as: string;
  readonly why?: { readonly code: string };
  readonly columns: readonly { readonly measure: string }[];
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
  readonly rowsRead: number;
}

/** Tabs of one kind and layout, which are pieces of one source: thirty files of a day each. */
export interface DataSource {
  /** In the order given. */
  readonly tabs: readonly string[];
  /** Days of the month that the source spans, both inside. */
  readonly first: Day;
  readonly last: Day;
  readonly rows: number;
  /** What it gives for a whole month or span at once; empty for figures of days. */
  readonly totals: ReadonlySet<string>;
  readonly measures: ReadonlySet<string>;
  /** Gives figures of work, not of attendance alone. */
  readonly isPerformance: boolean;
  /** A list of single events, which leaves days without any. */
  readonly isOfEvents: boolean;
}

/** What attendance alone gives, beside the columns that say who and when. */
const ATTENDANCE = new Set([
  "scheduled_days",
  "attended_days",
  "paid_days",
  "late_count",
  "early_count",
  "absent_days",
  "leave_days",
]);
/** So many tabs of a source are named. */
const SHOWN_TABS = 3;
const NO_FIGURES = new Set(["agent", "date"]);
/** Refunds, goods and bindings belong to orders of any day: how far they reach tells nothing. */
const OF_ORDERS = new Set(["tab-is-refunds", "tab-is-items", "tab-is-binding"]);

/** The sources among pasted tabs that have days in the month, in the order of their first tab. */
export function sourcesOf(tabs: readonly DatedTab[], month: Month): DataSource[] {
  const sources = new Map<string, DataSource>();
  for (const tab of tabs) {
    const { lastDay, as, why } = tab;
    const firstDay = tab.firstDay ?? lastDay;
    if (firstDay === null || lastDay === null || OF_ORDERS.has(why?.code ?? "")) continue;
    if (lastDay < month.first || firstDay > month.last) continue;
    const key = keyOf(tab);
    const known = sources.get(key);
    const measures = measuresOf(tab);
    const own = { first: Math.max(firstDay, month.first), last: Math.min(lastDay, month.last) };
    sources.set(key, {
      tabs: [...(known?.tabs ?? []), tab.tab],
      first: Math.min(own.first, known?.first ?? own.first),
      last: Math.max(own.last, known?.last ?? own.last),
      rows: tab.rowsRead + (known?.rows ?? 0),
      measures,
      totals: as === "agent-month" ? measures : (known?.totals ?? new Set()),
      isPerformance: isPerformance(tab),
      isOfEvents: as === "chat" || as === "orders" || as === "source",
    });
  }
  return [...sources.values()];
}

/** Chats are one source whatever their form; tables are one where they give the same figures. */
function keyOf(tab: DatedTab): string {
  const { as } = tab;
  if (as === "chat" || as === "orders" || as === "attendance") return as;
  return `${as === "source" ? as : "export"} ${[...measuresOf(tab)].sort().join(" ")}`;
}

/** The tabs of a source as messages name it; of many the first three and how many they are. */
export function sourceName({ tabs }: DataSource): string {
  const shown = tabs.slice(0, SHOWN_TABS).join(", ");
  return tabs.length > SHOWN_TABS ? `${shown} … (${tabs.length})` : shown;
}

function measuresOf({ columns }: DatedTab): Set<string> {
  return new Set(columns.map(({ measure }) => measure).filter((measure) => !NO_FIGURES.has(measure)));
}

function isPerformance(tab: DatedTab): boolean {
  if (tab.as === "attendance" || tab.as === "shop") return false;
  const measures = [...measuresOf(tab)];
  return measures.length === 0 || measures.some((measure) => !ATTENDANCE.has(measure));
}

/**
 * The day up to which all figures of work are there: the earliest of the sources' last days, because
 * one that ends later says nothing of the others. Attendance counts only where there is nothing else;
 * null without any dated source.
 */
export function dataAsOf(sources: readonly DataSource[]): Day | null {
  const work = sources.filter((source) => source.isPerformance);
  const lasts = (work.length > 0 ? work : sources).map(({ last }) => last);
  return lasts.length === 0 ? null : Math.min(...lasts);
}
