import type { Day, Month } from "../engine/calendar";
import type { Facts } from "../engine/facts";
import { type Grid, isBlank } from "../engine/grid";
import { type Issue, issueAt } from "../engine/issue";
import { nameKey } from "../engine/name";
import type { Unit } from "../engine/plan";
import type { Roster } from "../engine/roster";
import { SOURCE_SETTING_SPECS } from "../engine/setting-specs/sources";
import { DEFAULT_SETTINGS, type Settings } from "../engine/settings";
import type { SourceRow } from "../engine/source";
import { assemble } from "./assemble";
import { readAttendance, withAttendance } from "./attendance/read";
import { coverageIssues } from "./coverage";
import { TwinOrders } from "./dates";
import { type EventFacts, readEvents } from "./events";
import { type ExportTab, openExport, readExports } from "./exports";
import { type CatalogueName, FieldDictionary } from "./fields";
import { attendedDays, dailyRows, gapIssues } from "./gaps";
import { judgeExports } from "./judgement";
import { type Layout, recogniseLayout } from "./layout";
import { provisionalExports } from "./orders/late";
import type { RecognisedTab } from "./recognised";
import { SourceReader } from "./sources";
import { gatherStrangers } from "./strangers";
import { proposeSums } from "./sums";
import { columnsByHeader, rowText } from "./table";
import { describeTab } from "./tabs";
import { TabTally } from "./tally";
import { describeUnclaimed } from "./unclaimed";

/** What the facts of a month are read from. */
export interface IngestInput {
  /** The pasted tabs: all tabs that are not rule, output or record tabs. */
  readonly grids: readonly Grid[];
  readonly month: Month;
  readonly roster: Roster;
  readonly sources: readonly SourceRow[];
  /** Measures whose names and labels are headers of exports too. */
  readonly catalogue?: readonly CatalogueName[];
  /** Units that the Metrics tab gives to measures, by `nameKey`; they win over the catalogue's. */
  readonly units?: ReadonlyMap<string, Unit>;
  /** The switches of the workbook; without them their defaults hold. */
  readonly settings?: Settings;
}

const COUNTED_UNITS: ReadonlySet<string> = new Set<Unit>(["count", "s", "days"]);

/** The facts of a month, what should be known about them, and how each tab was read. */
export interface Ingested {
  readonly facts: Facts;
  /** All but those of unreadable cells and broken measures, which the facts carry. */
  readonly issues: readonly Issue[];
  readonly tabs: readonly RecognisedTab[];
}

/**
 * Reads pasted tabs into facts: recognised exports by their headers, chats, orders and refunds
 * (DOMAIN B), other tables by the Sources tab (READINGS 3.13). Never throws for bad data; the order
 * of rows, columns and tabs changes nothing.
 */
export function ingest(input: IngestInput): Ingested {
  const { grids, month, roster, sources, catalogue = [], settings = DEFAULT_SETTINGS } = input;
  const dictionary = FieldDictionary.of(catalogue);
  const sourceReader = new SourceReader(grids, sources, roster, month, countedMeasures(input));
  const layouts = grids.map((grid, index) => layoutOf(grid, index, dictionary, sources));
  const twins = new TwinOrders(layouts.filter((layout) => layout !== null));
  const exports = layouts.map((layout) => (layout ? openExport(layout, roster, month, twins) : null));
  const kept = exports.map((tab) => (tab && isExport(tab, sourceReader) ? tab : null));
  const named = new Set(sources.map(({ tab }) => nameKey(tab)));
  const free = grids.map((grid, index) => (kept[index] || named.has(nameKey(grid.name)) ? null : grid));
  const attendance = readAttendance(free, roster, month, dictionary);
  const events = readEvents({
    grids,
    roster,
    month,
    settings: settings.sources,
    isTaken: (index) => (free[index] ?? null) === null || attendance.tabs.has(index),
  });
  const judged = judgeExports(kept, settings.sources.attributionRule);
  const opened = kept.filter((tab) => tab !== null);
  const exportFacts = withAttendance(readExports(opened), attendance);
  const sums = proposeSums(opened, new Set(exportFacts.contradicting.keys()));
  const assembled = assemble({
    tabs: grids.map((grid) => grid.name),
    month,
    roster,
    settings: settings.sources,
    exportFacts,
    events,
    sources: sourceReader.facts,
    broken: [
      ...kept.flatMap((tab) => tab?.broken ?? []),
      ...judged.broken,
      ...attendance.broken,
      ...brokenSettings(settings, events),
    ],
  });
  const tallies = grids.map((grid, index) => tallyOf(grid, kept[index] ?? null, sourceReader));
  const described = grids.map(
    (grid, index) =>
      events.described.get(grid.name) ??
      attendance.tabs.get(index) ??
      describeTab({
        grid,
        tab: kept[index] ?? null,
        layout: layouts[index] ?? null,
        tally: tallies[index] ?? new TabTally(grid.name),
        views: sourceReader.views.get(grid.name) ?? [],
        columns: sourceReader.columns.get(grid.name) ?? [],
        isNamed: named.has(nameKey(grid.name)),
        dropped: (exportFacts.dropped.get(grid.name) ?? 0) + (sourceReader.dropped.get(grid.name) ?? 0),
        contradicting: exportFacts.contradicting.get(grid.name) ?? 0,
        sums: sums.get(grid.name) ?? [],
      }),
  );
  const tabs = described.map((tab, index) => {
    const grid = free[index] ?? null;
    return grid ? describeUnclaimed(tab, { grid, tabIndex: index, roster, dictionary, month }) : tab;
  });
  const issues = [
    ...kept.flatMap((tab) => tab?.issues ?? []),
    ...[...sourceReader.views.values()].flat().flatMap((view) => view.issues),
    ...tallies.flatMap((tally) => tally.issues(month.text)),
    ...exportFacts.issues,
    ...events.issues,
    ...sourceReader.issues,
    ...attendance.issues,
    ...assembled.issues,
    ...judged.issues,
    ...provisionalExports(month, newestConversion(kept), settings.sources.lateDays),
    ...coverageIssues(tabs, month),
    ...gapIssues(dailyRows(kept, sourceReader.views, events.daily), attendedDays(attendance)),
    ...unusedTabs(grids, tabs, sources),
  ];
  const facts = { tabs: grids.map((grid) => grid.name), measures: assembled.measures };
  return { facts, issues: gatherStrangers(withoutRepeats(issues)), tabs };
}

/** Whether a measure (`nameKey`) is a number of things, seconds or days. */
function countedMeasures({ catalogue = [], units }: IngestInput): (measure: string) => boolean {
  const all = new Map([
    ...catalogue.map(({ name, unit }) => [nameKey(name), unit] as const),
    ...(units ?? []),
  ]);
  return (measure) => COUNTED_UNITS.has(all.get(measure) ?? "");
}

/** A setting of pasted tabs that cannot be used holds whoever needs a figure of events. */
function brokenSettings({ broken }: Settings, events: EventFacts): { measure: string; issue: Issue }[] {
  const issues = SOURCE_SETTING_SPECS.flatMap(({ key }) => broken.get(key) ?? []);
  return issues.flatMap((issue) => [...events.byMeasure.keys()].map((measure) => ({ measure, issue })));
}

/** The newest day of the daily exports that give a conversion; null without any. */
function newestConversion(exports: readonly (ExportTab | null)[]): Day | null {
  let newest: Day | null = null;
  for (const tab of exports) {
    if (!tab?.layout.outputs.some(({ measure }) => measure === "final_payers")) continue;
    for (const { day, span } of tab.rows) if (span === null && day > (newest ?? 0)) newest = day;
  }
  return newest;
}

/**
 * Pasted tabs that nothing was read from: a warning where no tab at all was recognised, else
 * information, because workbooks hold notes too. An empty tab is nothing to tell.
 */
function unusedTabs(
  grids: readonly Grid[],
  tabs: readonly RecognisedTab[],
  sources: readonly SourceRow[],
): Issue[] {
  // What is wrong with a tab that Sources names has an error of its own.
  const named = new Set(sources.map(({ tab }) => nameKey(tab)));
  const severity = tabs.some(({ as }) => as !== "unknown") ? "info" : "warning";
  return tabs.flatMap(({ tab, as, why }, index) => {
    const filled = grids[index]?.rows.some((row) => row.some((cell) => !isBlank(cell))) ?? false;
    return as === "unknown" && filled && !named.has(nameKey(tab))
      ? [issueAt(severity, why.code, { tab }, why.values)]
      : [];
  });
}

function layoutOf(
  grid: Grid,
  index: number,
  dictionary: FieldDictionary,
  sources: readonly SourceRow[],
): Layout | null {
  const own = sources.filter((source) => nameKey(source.tab) === nameKey(grid.name));
  const layout = recogniseLayout(
    grid,
    index,
    dictionary,
    new Set(own.map((source) => nameKey(source.measure))),
  );
  if (!layout) return null;
  const { outputs, ambiguous, unusable } = layout;
  return outputs.length + ambiguous.length + unusable.length > 0 ? layout : null;
}

/**
 * A table of single events is no export, though it may have columns that look like one. Neither
 * is a table that Sources reads in which an account has different rows on one day.
 */
function isExport(tab: ExportTab, sources: SourceReader): boolean {
  if (tab.layout.eventColumn !== null) return false;
  const { grid, headers } = tab.layout.table;
  if (!sources.views.has(grid.name)) return true;
  const columns = columnsByHeader(headers);
  const rows = new Map<string, string>();
  return tab.rows.every(({ account, day, row }) => {
    const key = `${day} ${account}`;
    const text = rowText(grid.rows[row] ?? [], columns);
    const known = rows.get(key);
    rows.set(key, text);
    return known === undefined || known === text;
  });
}

function tallyOf(grid: Grid, tab: ExportTab | null, sources: SourceReader): TabTally {
  const total = new TabTally(grid.name);
  if (tab) total.add(tab.tally);
  for (const view of sources.views.get(grid.name) ?? []) total.add(view.tally);
  return total;
}

/** One table may be opened twice, as an export and by Sources: its issues are told once. */
function withoutRepeats(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>();
  return issues.filter((issue) => {
    const key = JSON.stringify([issue.severity, issue.code, issue.tab, issue.cell, issue.values]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
