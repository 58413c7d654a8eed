import type { Month } from "../engine/calendar";
import type { Facts, MeasureFacts, Rollup } from "../engine/facts";
import { type Grid, isBlank } from "../engine/grid";
import { type Issue, issueAt } from "../engine/issue";
import { nameKey } from "../engine/name";
import type { Roster } from "../engine/roster";
import type { SourceRow } from "../engine/source";
import { type ExportFacts, type ExportTab, openExport, readExports } from "./exports";
import { type CatalogueName, FieldDictionary } from "./fields";
import { type Layout, recogniseLayout } from "./layout";
import { type Contribution, mergeContributions } from "./merge";
import type { RecognisedTab } from "./recognised";
import { SourceReader } from "./sources";
import { columnsByHeader, rowText } from "./table";
import { describeTab } from "./tabs";
import { TabTally } from "./tally";

/** What the facts of a month are read from. */
export interface IngestInput {
  /** The pasted tabs: all tabs that are not rule, output or record tabs. */
  readonly grids: readonly Grid[];
  readonly month: Month;
  readonly roster: Roster;
  readonly sources: readonly SourceRow[];
  /** Measures whose names and labels are headers of exports too. */
  readonly catalogue?: readonly CatalogueName[];
}

/** The facts of a month, what should be known about them, and how each tab was read. */
export interface Ingested {
  readonly facts: Facts;
  /** All but those of unreadable cells and broken measures, which the facts carry. */
  readonly issues: readonly Issue[];
  readonly tabs: readonly RecognisedTab[];
}

/** Measures of exports of which the largest counts, not the sum. */
const LARGEST = new Set(["max_chats"]);

/**
 * Reads pasted tabs into facts: recognised exports by their headers (DOMAIN B), other tables by
 * the Sources tab (READINGS 3.13). Never throws for bad data; the order of rows, columns and tabs
 * changes nothing.
 */
export function ingest({ grids, month, roster, sources, catalogue = [] }: IngestInput): Ingested {
  const dictionary = new FieldDictionary(catalogue);
  const sourceReader = new SourceReader(grids, sources, roster, month);
  const layouts = grids.map((grid, index) => layoutOf(grid, index, dictionary, sources));
  const exports = layouts.map((layout) => (layout ? openExport(layout, roster, month) : null));
  const kept = exports.map((tab) => (tab && isExport(tab, sourceReader) ? tab : null));
  const exportFacts = readExports(kept.filter((tab) => tab !== null));
  const assembled = assemble({ grids, roster, exports: kept, exportFacts, sourceReader });
  const tallies = grids.map((grid, index) => tallyOf(grid, kept[index] ?? null, sourceReader));
  const tabs = grids.map((grid, index) =>
    describeTab({
      grid,
      tab: kept[index] ?? null,
      layout: layouts[index] ?? null,
      tally: tallies[index] ?? new TabTally(grid.name),
      views: sourceReader.views.get(grid.name) ?? [],
      columns: sourceReader.columns.get(grid.name) ?? [],
      dropped: (exportFacts.dropped.get(grid.name) ?? 0) + (sourceReader.dropped.get(grid.name) ?? 0),
    }),
  );
  const issues = [
    ...kept.flatMap((tab) => tab?.issues ?? []),
    ...[...sourceReader.views.values()].flat().flatMap((view) => view.issues),
    ...tallies.flatMap((tally) => tally.issues(month.text)),
    ...exportFacts.issues,
    ...sourceReader.issues,
    ...assembled.issues,
    ...mixedRules(kept),
    ...unusedTabs(grids, tabs, sources),
  ];
  const facts = { tabs: grids.map((grid) => grid.name), measures: assembled.measures };
  return { facts, issues: withoutRepeats(issues), tabs };
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
  return layout && layout.outputs.length + layout.ambiguous.length > 0 ? layout : null;
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

interface Parts {
  readonly grids: readonly Grid[];
  readonly roster: Roster;
  readonly exports: readonly (ExportTab | null)[];
  readonly exportFacts: ExportFacts;
  readonly sourceReader: SourceReader;
}

/** Brings the facts of exports and of Sources together, by measure. */
function assemble(parts: Parts): { measures: Map<string, MeasureFacts>; issues: Issue[] } {
  const { exports, exportFacts, sourceReader } = parts;
  const measures = new Map<string, MeasureFacts>();
  const issues: Issue[] = [];
  const broken = brokenByMeasure(exports);
  const names = new Map<string, string>();
  for (const name of [...exportFacts.byMeasure.keys(), ...broken.keys()]) names.set(nameKey(name), name);
  for (const [key, { name }] of sourceReader.facts) names.set(key, name);
  for (const [key, name] of names) {
    const joined = joinMeasure(key, name, parts, broken.get(name) ?? broken.get(key) ?? []);
    measures.set(key, joined.facts);
    issues.push(...joined.issues);
  }
  return { measures, issues };
}

function brokenByMeasure(exports: readonly (ExportTab | null)[]): Map<string, Issue[]> {
  const broken = new Map<string, Issue[]>();
  for (const { measure, issue } of exports.flatMap((tab) => tab?.broken ?? [])) {
    broken.set(measure, [...(broken.get(measure) ?? []), issue]);
  }
  return broken;
}

function joinMeasure(
  key: string,
  name: string,
  { grids, roster, exportFacts, sourceReader }: Parts,
  broken: readonly Issue[],
): { facts: MeasureFacts; issues: readonly Issue[] } {
  const source = sourceReader.facts.get(key);
  const exported = exportFacts.byMeasure.get(key) ?? [];
  if (source && (source.rollup !== "sum" || exported.length === 0)) {
    const { people, ...rest } = source;
    return { facts: { ...rest, broken: [...rest.broken, ...broken], byPerson: people }, issues: [] };
  }
  const rollup: Rollup & ("sum" | "max") = LARGEST.has(key) ? "max" : "sum";
  const contributions: Contribution[] = [...exported];
  if (source) contributions.push({ source: "", span: null, derived: false, people: source.people });
  const nameOf = (person: string) => roster.people.find((known) => known.key === person)?.name ?? person;
  const context = { tabs: grids.map((grid) => grid.name), measure: name, rollup, nameOf };
  const merged =
    contributions.length > 0 ? mergeContributions(contributions, context) : { people: new Map(), issues: [] };
  const facts: MeasureFacts = {
    name,
    rollup,
    absent: source?.absent ?? "none",
    byPerson: merged.people,
    shop: source?.shop ?? null,
    broken: [...(source?.broken ?? []), ...broken],
  };
  return { facts, issues: merged.issues };
}

const JUDGEMENT_RULES = ["下单优先判定", "付款判定", "下单判定"];

/** Exports under different rules of attribution must never be mixed (DOMAIN part C). */
function mixedRules(exports: readonly (ExportTab | null)[]): Issue[] {
  const found = exports.flatMap((tab) => {
    if (!tab || tab.rows.length === 0) return [];
    const { grid, headerRow } = tab.layout.table;
    const title = [
      grid.name,
      ...grid.rows
        .slice(0, headerRow)
        .flat()
        .filter((cell) => typeof cell === "string"),
    ].join(" ");
    const rule = JUDGEMENT_RULES.find((name) => title.includes(name));
    return rule ? [{ rule, tab: grid.name }] : [];
  });
  const [first] = found;
  return found
    .filter(({ rule }) => rule !== first?.rule)
    .map(({ rule, tab }) =>
      issueAt(
        "warning",
        "judgement-rules-mixed",
        { tab },
        { rule, other: first?.tab ?? "", otherRule: first?.rule ?? "" },
      ),
    );
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
