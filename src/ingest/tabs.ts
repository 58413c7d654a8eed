import type { Grid } from "../engine/grid";
import type { ExportTab } from "./exports";
import type { Layout } from "./layout";
import type { ProposedRow } from "./proposal";
import type { LeftOutReason, RecognisedColumn, RecognisedTab } from "./recognised";
import type { View } from "./source-view";
import type { TabTally } from "./tally";

/** What is known of one pasted tab after everything was read. */
export interface TabParts {
  readonly grid: Grid;
  readonly tab: ExportTab | null;
  /** Set also where the layout was recognised but the table is no export. */
  readonly layout: Layout | null;
  readonly tally: TabTally;
  readonly views: readonly View[];
  readonly columns: readonly { readonly column: number; readonly header: string; readonly measure: string }[];
  /** Sources names the tab: where nothing is read from it, Sources has the error. */
  readonly isNamed: boolean;
  /** Rows that stand in another tab as well. */
  readonly dropped: number;
  /** Rows that contradict another one. */
  readonly contradicting: number;
  /** Rows for Sources that would add contradicting rows up. */
  readonly sums: readonly ProposedRow[];
}

/** Code of a tab of which nothing is read because its row on Sources is wrong. */
const SOURCES_ERROR = "tab-sources-error";

/** Describes how a tab was read, for the Checks tab and the sidebar. */
export function describeTab(parts: TabParts): RecognisedTab {
  const { grid, tab, tally, views, dropped, contradicting, sums } = parts;
  const more: { reason: LeftOutReason; count: number }[] = [
    { reason: "pasted-twice", count: dropped },
    { reason: "contradicting", count: contradicting },
  ];
  const rows = Math.max(0, ...[tab?.rows.length ?? 0, ...views.map((view) => view.rows.length)]);
  const span = spanOf(tab, views);
  return {
    tab: grid.name,
    ...kindOf(parts),
    headerRow: headerRowOf(parts),
    columns: columnsOf(parts),
    firstDay: span?.first ?? null,
    lastDay: span?.last ?? null,
    rowsRead: rows - dropped - contradicting,
    rowsLeftOut: [...tally.leftOut(), ...more.filter(({ count }) => count > 0)],
    benchmarks: tab?.benchmarks ?? [],
    ...(sums.length > 0 ? { sums } : {}),
  };
}

function kindOf({ tab, layout, views, isNamed }: TabParts): Pick<RecognisedTab, "as" | "why"> {
  if (tab) {
    const { headers } = tab.layout.table;
    const values = { agent: headers[tab.agentColumn]?.text ?? "", count: String(tab.layout.outputs.length) };
    const isDaily =
      tab.dating.kind === "column" || (tab.dating.kind === "span" && tab.dating.date.kind === "day");
    return { as: isDaily ? "agent-day" : "agent-month", why: { code: "tab-is-export", values } };
  }
  if (views.length > 0) return { as: "source", why: { code: "tab-in-sources", values: {} } };
  if (isNamed) return { as: "unknown", why: { code: SOURCES_ERROR, values: {} } };
  if (!layout) return { as: "unknown", why: { code: "tab-unknown", values: {} } };
  const header = layout.eventColumn === null ? "" : (layout.table.headers[layout.eventColumn]?.text ?? "");
  return { as: "unknown", why: { code: "tab-of-events", values: { header } } };
}

function headerRowOf({ tab, views }: TabParts): number {
  const table = tab?.layout.table ?? views[0]?.table;
  return table ? table.headerRow + 1 : 0;
}

function columnsOf({ tab, columns }: TabParts): RecognisedColumn[] {
  const own: RecognisedColumn[] = columns.map(({ column, header, measure }) => ({
    header,
    column: column + 1,
    measure,
  }));
  if (!tab) return own;
  const { headers } = tab.layout.table;
  const describe = (column: number, measure: string): RecognisedColumn => ({
    header: headers[column]?.text ?? "",
    column: column + 1,
    measure,
  });
  const read = tab.layout.outputs.map(({ column, measure }) => describe(column, measure));
  const { dateColumn } = tab.layout;
  const date = dateColumn === null ? [] : [describe(dateColumn, "date")];
  return [describe(tab.agentColumn, "agent"), ...date, ...read, ...own];
}

function spanOf(tab: ExportTab | null, views: readonly View[]): { first: number; last: number } | null {
  let first = Number.MAX_SAFE_INTEGER;
  let last = 0;
  const widen = (from: number, to: number): void => {
    first = Math.min(first, from);
    last = Math.max(last, to);
  };
  for (const { day, span } of tab?.rows ?? []) widen(span?.first ?? day, span?.last ?? day);
  for (const { days } of views) if (days) widen(days.first, days.last);
  return last === 0 ? null : { first, last };
}
