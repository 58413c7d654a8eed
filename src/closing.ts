/** A month with its standing, and with what late data changed in the locked months before it. */
import { type Month, parseMonth } from "./engine/calendar";
import type { Grid } from "./engine/grid";
import type { Issue } from "./engine/issue";
import { lateOf } from "./late-months";
import { withLateRows } from "./late-rows";
import { type Difference, withCorrections } from "./life/corrections";
import { fingerprintText } from "./life/fingerprint";
import { HISTORY_TAB } from "./life/history-rows";
import { runsOf } from "./life/lost-runs";
import { type PaidBefore, paidBefore, paidBeforeIssues } from "./life/paid-before";
import { type AskedQuestion, openQuestions, QUESTIONS_TAB, questionIssues } from "./life/questions";
import { columnsOf, type RecordTab, recordText } from "./life/record-tab";
import { RUNS_TAB, type RunRow } from "./life/runs";
import type { SettledLine } from "./life/settled";
import { type LateTabs, marksOf, type Snapshot } from "./life/snapshot";
import { readSnapshot, SNAPSHOTS_TAB } from "./life/snapshots-tab";
import { lockedMonths, type MonthStanding, standingOf } from "./life/states";
import { printOfTabs } from "./life/tab-prints";
import { recompute, restoreMonth, withTold } from "./locked";
import { withoutSettled } from "./locked-adjustments";
import { computePrepared, type PreparedMonth, prepareMonth } from "./month";
import { resultJson } from "./report/json";
import type { MonthView } from "./report/view";
import { findRuleTabs } from "./rules/tabs";
import { SHARES_TAB } from "./share/records";
import { type ShownMonth, shownMonth } from "./shown-tabs";
import { lostApproval, paymentsLost } from "./standing-issues";
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
  /** What was sent for it before it was reopened; absent where it was not paid before. */
  readonly paidBefore?: PaidBefore;
  /** What late data left open in the locked months before it. */
  readonly differences: readonly Difference[];
  /** The tabs that those months were read from. */
  readonly lateTabs: readonly LateTabs[];
  /** What HR settled of those months by hand, or does not take back. */
  readonly settled: readonly SettledLine[];
  /** Itself where it is locked, else the locked months before it that are looked through. */
  readonly shown: readonly ShownMonth[];
  /** What is told of those months, beside what waits or belongs to nobody. */
  readonly told: readonly Issue[];
  /** False for a locked month whose snapshot is lost: what it paid cannot be shown. */
  readonly isStored: boolean;
  /** Its approval, where Runs has lost it and Snapshots or History hold what was approved. */
  readonly lost: RunRow | null;
  /** Fingerprints of the rule tabs, the pasted tabs, and the result. */
  readonly prints: { readonly rules: string; readonly inputs: string; readonly result: string };
}

/**
 * Computes a month with the corrections of locked months before it. History of months that were
 * reopened does not count.
 */
export function computeClosing(grids: readonly Grid[], month: Month, lang: Lang): ClosingMonth {
  const runs = runsOf(grids);
  const torn = tornApproval(grids, runs, month, lang);
  if (torn) return withPaidBefore(torn, grids);
  const standing = standingOf(runs, month.text);
  const snapshot = standing.approved ? readSnapshot(grids, standing.approved.run) : null;
  const closing = snapshot
    ? lockedMonth(grids, runs, standing, snapshot)
    : openMonth(grids, runs, standing, month, lang);
  return withPaidBefore(closing, grids);
}

/**
 * A month whose approval was stored but died before its row of Runs was written: it is still checked and can be
 * approved. Null where Runs knows more or less than that, and where it does not come out any more as it was checked.
 */
function tornApproval(
  grids: readonly Grid[],
  runs: readonly RunRow[],
  month: Month,
  lang: Lang,
): ClosingMonth | null {
  const lost = lostApproval(runs, month.text);
  if (!lost) return null;
  const known = runs.filter((row) => row !== lost);
  const standing = standingOf(known, month.text);
  if (standing.state !== "checked" || standing.last?.run !== lost.run) return null;
  const open = openMonth(grids, known, standing, month, lang);
  return open.prints.result === standing.last.result ? { ...open, lost } : null;
}

/** With what was sent before the month was reopened. Like a question, that is no part of the result. */
function withPaidBefore(closing: ClosingMonth, grids: readonly Grid[]): ClosingMonth {
  const { view, standing, runs } = closing;
  const before = paidBefore(grids, runs, standing, view.result);
  const lost = paymentsLost(runs, (month) => month === standing.month);
  const told = withTold(view, [...lost, ...(before ? paidBeforeIssues(standing, before) : [])]);
  return { ...closing, view: told, ...(before ? { paidBefore: before } : {}) };
}

/** A locked month is what it was on the day it was locked, whatever has been edited or pasted since. */
function lockedMonth(
  grids: readonly Grid[],
  runs: readonly RunRow[],
  standing: MonthStanding,
  snapshot: Snapshot,
): ClosingMonth {
  const { rules, inputs, result } = standing.approved ?? { rules: "", inputs: "", result: "" };
  const view = withLateRows(recompute(snapshot), snapshot.lateTabs);
  return {
    view,
    shown: [{ month: standing.month, tabs: snapshot.shown ?? [], view: () => view }],
    questions: openQuestions(grids, standing.month),
    prepared: restoreMonth(snapshot),
    standing,
    runs,
    runRows: rowsOfRuns(grids),
    differences: snapshot.differences,
    lateTabs: snapshot.lateTabs,
    settled: snapshot.settled ?? [],
    told: snapshot.told ?? [],
    isStored: true,
    lost: lostApproval(runs, standing.month),
    prints: { rules, inputs, result },
  };
}

function rowsOfRuns(grids: readonly Grid[]): number {
  return columnsOf(grids, RUNS_TAB)?.grid.rows.length ?? 0;
}

function openMonth(
  grids: readonly Grid[],
  runs: readonly RunRow[],
  standing: MonthStanding,
  month: Month,
  lang: Lang,
): ClosingMonth {
  const settled = settledGrids(grids, runs);
  const read = prepareMonth(settled, month);
  const prepared = standing.approved ? read : withoutSettled(read, grids, runs);
  const plain = computePrepared(prepared, lang);
  const late = lateOf(grids, prepared, runs);
  const { life } = prepared.rules.book.settings;
  const corrected = withCorrections(plain.result, late.differences, life.recoveryLimit);
  // A question is no part of the result: asking or answering one does not ask for another run.
  const unasked = withTold({ ...plain, result: corrected.result }, [...late.issues, ...corrected.issues]);
  const questions = openQuestions(grids, month.text);
  const view = withLateRows(withTold(unasked, questionIssues(questions)), late.lateTabs);
  return {
    view,
    questions,
    prepared,
    standing,
    runs,
    runRows: rowsOfRuns(grids),
    differences: late.differences,
    lateTabs: late.lateTabs,
    settled: late.settled,
    shown: late.looked.map(shownMonth),
    told: late.issues,
    isStored: standing.approved === null,
    lost: lostApproval(runs, standing.month),
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
  return {
    rules: printOfTabs(marksOf(ruleGrids(grids))),
    inputs: printOfTabs(marksOf(rules.rawGrids)),
    result: fingerprintText(JSON.stringify(resultJson({ ...result, state: "draft" }, "en"))),
  };
}

/** The tabs without the add-on's records, which are no pasted data whatever somebody calls them. */
function withoutRecords(grids: readonly Grid[]): Grid[] {
  const records = [RUNS_TAB, SNAPSHOTS_TAB, SHARES_TAB, QUESTIONS_TAB].map(
    (tab: RecordTab) => columnsOf(grids, tab)?.grid,
  );
  return grids.filter((grid) => !records.includes(grid));
}

/**
 * History without the rows of runs that are not locked any more. Rows without a run count, and so do
 * rows of a run of which Runs knows nothing: its tab was lost, not the month.
 */
function withoutOpenHistory(grids: readonly Grid[], runs: readonly RunRow[]): Grid[] {
  const found = columnsOf(grids, HISTORY_TAB);
  if (!found) return [...grids];
  const counted = new Set(lockedMonths(runs).map(({ approved }) => approved?.run ?? ""));
  const recorded = new Set(runs.map(({ run }) => run));
  const { grid, columns } = found;
  const rows = grid.rows.filter((row, index) => {
    const run = recordText(row[columns.run]);
    return index === 0 || run === "" || counted.has(run) || !recorded.has(run);
  });
  return grids.map((one) => (one === grid ? { ...grid, rows } : one));
}

/** The months of which something is recorded, the latest first. */
export function recordedMonths(runs: readonly RunRow[]): Month[] {
  const texts = [...new Set(runs.map(({ month }) => month))].sort().reverse();
  return texts.flatMap((text) => parseMonth(text) ?? []);
}
