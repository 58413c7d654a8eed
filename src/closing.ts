/** A month with its standing, and with what late data changed in the locked months before it. */
import { type Month, parseMonth } from "./engine/calendar";
import type { Grid } from "./engine/grid";
import { forHr, type Issue, issueAt } from "./engine/issue";
import { Ledger } from "./engine/ledger";
import { type Difference, type PostedLine, withCorrections } from "./life/corrections";
import { fingerprintGrid, fingerprintText } from "./life/fingerprint";
import { HISTORY_TAB } from "./life/history-rows";
import { type AskedQuestion, openQuestions, QUESTIONS_TAB, questionIssues } from "./life/questions";
import { columnsOf, type RecordTab, recordText } from "./life/record-tab";
import { RUNS_TAB, type RunRow, readRuns } from "./life/runs";
import { postedBy, readSnapshot, SNAPSHOTS_TAB, type Snapshot } from "./life/snapshot";
import { lockedMonths, type MonthStanding, standingOf } from "./life/states";
import { lateData } from "./locked";
import { computePrepared, type PreparedMonth, prepareMonth } from "./month";
import { resultJson } from "./report/json";
import type { MonthView } from "./report/view";
import { findRuleTabs } from "./rules/tabs";
import { SHARES_TAB } from "./share/records";
import type { Lang } from "./text/labels";

/** A month as it comes out now, with all that its next step needs. */
export interface ClosingMonth {
  readonly view: MonthView;
  readonly prepared: PreparedMonth;
  readonly standing: MonthStanding;
  readonly runs: readonly RunRow[];
  /** Rows of the tab Runs with its header; 0 without one. */
  readonly runRows: number;
  /** Questions about its lines that nobody has answered yet. */
  readonly questions: readonly AskedQuestion[];
  /** What late data left open in the locked months before it. */
  readonly differences: readonly Difference[];
  /** Fingerprints of the rule tabs, the pasted tabs, and the result. */
  readonly prints: { readonly rules: string; readonly inputs: string; readonly result: string };
}

/**
 * Computes a month with the corrections of locked months before it. History of months that were
 * reopened does not count.
 */
export function computeClosing(grids: readonly Grid[], month: Month, lang: Lang): ClosingMonth {
  const runs = readRuns(grids);
  const settled = settledGrids(grids, runs);
  const prepared = prepareMonth(settled, month);
  const plain = computePrepared(prepared, lang);
  const late = lateOf(grids, prepared, runs);
  const { life } = prepared.rules.book.settings;
  const corrected = withCorrections(plain.result, late.differences, life.recoveryLimit);
  const ledger = new Ledger();
  ledger.addAll([...corrected.result.issues, ...late.issues, ...corrected.issues]);
  // A question is no part of the result: asking or answering one does not ask for another run.
  const unasked = { ...plain, result: { ...corrected.result, issues: ledger.list() } };
  const questions = openQuestions(grids, month.text);
  ledger.addAll(questionIssues(questions));
  const view = { ...unasked, result: { ...unasked.result, issues: ledger.list() } };
  return {
    view,
    questions,
    prepared,
    standing: standingOf(runs, month.text),
    runs,
    runRows: columnsOf(grids, RUNS_TAB)?.grid.rows.length ?? 0,
    differences: late.differences,
    prints: printsOf(prepared, settled, unasked),
  };
}

/** The tabs that a month is read from: no records, and of History only what is locked or was typed there. */
export function settledGrids(grids: readonly Grid[], runs: readonly RunRow[]): Grid[] {
  return withoutRecords(withoutOpenHistory(grids, runs));
}

/** The rule tabs of a workbook, as a snapshot keeps them. */
export function ruleGrids(grids: readonly Grid[]): Grid[] {
  const found = new Set([...findRuleTabs(grids).tabs.values()].map(({ grid }) => grid));
  return grids.filter((grid) => found.has(grid));
}

function printsOf(
  { rules }: PreparedMonth,
  grids: readonly Grid[],
  { result }: MonthView,
): ClosingMonth["prints"] {
  const all = (list: readonly Grid[]) => fingerprintText(list.map(fingerprintGrid).sort().join("\n"));
  return {
    rules: all(ruleGrids(grids)),
    inputs: all(rules.rawGrids),
    result: fingerprintText(JSON.stringify(resultJson({ ...result, state: "draft" }, "en"))),
  };
}

interface Late {
  readonly differences: readonly Difference[];
  readonly issues: readonly Issue[];
}

/** What is open in the locked months before this one, as many as Settings say, the earliest first. */
function lateOf(grids: readonly Grid[], { rules }: PreparedMonth, runs: readonly RunRow[]): Late {
  const { month, settings } = rules.book;
  const before = lockedMonths(runs).filter((standing) => standing.month < month.text);
  const differences: Difference[] = [];
  const issues: Issue[] = [];
  const looked = settings.life.lateMonths === 0 ? [] : before.slice(-settings.life.lateMonths);
  const snapshots = before.map((standing) => readSnapshot(grids, standing.approved?.run ?? ""));
  const posted: PostedLine[] = snapshots.flatMap((snapshot) => (snapshot ? postedBy(snapshot) : []));
  for (const standing of looked) {
    const snapshot = snapshots[before.indexOf(standing)] ?? null;
    const found = snapshot ? lateData(snapshot, rules.rawGrids, posted) : lost(standing);
    differences.push(...found.differences);
    issues.push(...found.issues, ...(snapshot ? editedRules(snapshot, grids) : []));
  }
  return { differences, issues };
}

function lost({ month }: MonthStanding): Late {
  return { differences: [], issues: [forHr(issueAt("warning", "snapshot-lost", null, { month }))] };
}

/** Rule tabs that were edited since a month was locked: its pay did not move, and HR is told so. */
function editedRules(snapshot: Snapshot, grids: readonly Grid[]): Issue[] {
  const now = new Map(grids.map((grid) => [grid.name, fingerprintGrid(grid)]));
  const edited = snapshot.rules.filter((grid) => now.get(grid.name) !== fingerprintGrid(grid));
  if (edited.length === 0) return [];
  const values = { month: snapshot.month, tabs: edited.map(({ name }) => name).join(", ") };
  return [forHr(issueAt("info", "rules-edited-since-locked", null, values))];
}

/** The tabs without the add-on's records, which are no pasted data whatever somebody calls them. */
function withoutRecords(grids: readonly Grid[]): Grid[] {
  const records = [RUNS_TAB, SNAPSHOTS_TAB, SHARES_TAB, QUESTIONS_TAB].map(
    (tab: RecordTab) => columnsOf(grids, tab)?.grid,
  );
  return grids.filter((grid) => !records.includes(grid));
}

/** History without the rows of runs that are not locked any more; rows without a run count. */
function withoutOpenHistory(grids: readonly Grid[], runs: readonly RunRow[]): Grid[] {
  const found = columnsOf(grids, HISTORY_TAB);
  if (!found) return [...grids];
  const counted = new Set(lockedMonths(runs).map(({ approved }) => approved?.run ?? ""));
  const { grid, columns } = found;
  const rows = grid.rows.filter((row, index) => {
    const run = recordText(row[columns.run]);
    return index === 0 || run === "" || counted.has(run);
  });
  return grids.map((one) => (one === grid ? { ...grid, rows } : one));
}

/** The months of which something is recorded, the latest first. */
export function recordedMonths(runs: readonly RunRow[]): Month[] {
  const texts = [...new Set(runs.map(({ month }) => month))].sort().reverse();
  return texts.flatMap((text) => parseMonth(text) ?? []);
}
