/** A month with its standing, and with what late data changed in the locked months before it. */
import { type Month, parseMonth } from "./engine/calendar";
import type { Grid } from "./engine/grid";
import { forHr, type Issue, issueAt } from "./engine/issue";
import { withLateRows } from "./late-rows";
import {
  type Difference,
  latestKnown,
  type PostedLine,
  stillOpen,
  withCorrections,
  withLatePay,
} from "./life/corrections";
import { type Digest, earnedIn, postedBy } from "./life/digest";
import { fingerprintGrid, fingerprintText } from "./life/fingerprint";
import { HISTORY_TAB } from "./life/history-rows";
import { runsOf } from "./life/lost-runs";
import { type PaidBefore, paidBefore, paidBeforeIssues } from "./life/paid-before";
import { type AskedQuestion, openQuestions, QUESTIONS_TAB, questionIssues } from "./life/questions";
import { columnsOf, type RecordTab, recordText } from "./life/record-tab";
import { RUNS_TAB, type RunRow } from "./life/runs";
import { type SettledLine, settle } from "./life/settled";
import { type LateTabs, marksOf, type Snapshot } from "./life/snapshot";
import { type LockedMonth, readLocked, readSnapshot, SNAPSHOTS_TAB } from "./life/snapshots-tab";
import { lockedMonths, type MonthStanding, standingOf } from "./life/states";
import { printOfTabs } from "./life/tab-prints";
import { lateData, recompute, restoreMonth, snapshotLost, withTold } from "./locked";
import {
  adjustmentsSince,
  isAdjustments,
  type SettlementsOf,
  settlements,
  withoutSettled,
} from "./locked-adjustments";
import { computePrepared, type PreparedMonth, prepareMonth } from "./month";
import { resultJson } from "./report/json";
import type { MonthView } from "./report/view";
import { findRuleTabs } from "./rules/tabs";
import { SHARES_TAB } from "./share/records";
import { type ShownMonth, shownMonth } from "./shown-tabs";
import { approvalsLost, heldSince, lostApproval, openAgain, paymentsLost } from "./standing-issues";
import type { Lang } from "./text/labels";
import { type OlderMonth, unlookedTabs } from "./unlooked-tabs";

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

interface Late {
  readonly differences: readonly Difference[];
  readonly issues: readonly Issue[];
  readonly lateTabs: readonly LateTabs[];
  readonly settled: readonly SettledLine[];
}

/** What is open in all months, with those that were looked through. */
interface AllLate extends Late {
  readonly looked: readonly LockedMonth[];
}

/** A locked month with what is stored of it; null where that is missing or damaged. */
interface Stored {
  readonly month: string;
  readonly locked: LockedMonth | null;
}

/**
 * What is open in the locked months before this one, the earliest first. As many as Settings say are
 * looked through for new data; of older ones what is known to be open is not forgotten.
 */
function lateOf(grids: readonly Grid[], { rules }: PreparedMonth, runs: readonly RunRow[]): AllLate {
  const { month, settings } = rules.book;
  const others = lockedMonths(runs)
    .filter((standing) => standing.month !== month.text)
    .map(
      ({ month: text, approved }): Stored => ({
        month: text,
        locked: readLocked(grids, approved?.run ?? ""),
      }),
    );
  const before = others.filter((stored) => stored.month < month.text);
  const looked = settings.life.lateMonths === 0 ? [] : before.slice(-settings.life.lateMonths);
  const rowsOf = settlements(grids, rules);
  const found = before.map((stored) =>
    openIn(stored, others, looked.includes(stored) ? rules.rawGrids : null, rowsOf),
  );
  const edited = looked.flatMap(({ locked }) => (locked ? editedRules(locked.digest, grids) : []));
  const adjusted = others.flatMap(({ locked }) => (locked ? adjustmentsSince(locked, grids, month) : []));
  return {
    differences: found.flatMap(({ differences }) => differences),
    issues: [
      ...found.flatMap(({ issues }) => issues),
      ...adjusted,
      ...edited,
      ...unlookedTabs({
        older: before.flatMap((one, index): OlderMonth[] => {
          if (!one.locked || looked.includes(one)) return [];
          const look = (tabs: readonly Grid[]) => openIn(one, others, tabs, rowsOf);
          const known = found[index]?.differences ?? [];
          return [{ digest: one.locked.digest, known, needed: before.length - index, look }];
        }),
        locked: others.flatMap(({ locked }) => locked?.digest ?? []),
        rawGrids: rules.rawGrids,
        lateMonths: settings.life.lateMonths,
        run: month.text,
      }),
      ...openAgain(runs, month.text),
      ...approvalsLost(runs, month.text),
      ...paymentsLost(runs, (one) => one !== month.text),
    ],
    lateTabs: found.flatMap(({ lateTabs }) => lateTabs),
    settled: found.flatMap(({ settled }) => settled),
    looked: looked.flatMap(({ locked }) => locked ?? []),
  };
}

/** What is open in one locked month. What a month with a lost snapshot posted is not known: nothing is posted again. */
function openIn(
  { month, locked }: Stored,
  others: readonly Stored[],
  rawGrids: readonly Grid[] | null,
  rowsOf: SettlementsOf,
): Late {
  const later = others.filter((one) => one.month > month);
  const lost = [{ month, locked }, ...later].filter((one) => one.locked === null);
  if (!locked || lost.length > 0)
    return { differences: [], issues: lost.map((one) => snapshotLost(one.month)), lateTabs: [], settled: [] };
  const digests = later.flatMap((one) => one.locked?.digest ?? []);
  const posted: PostedLine[] = digests.flatMap(postedBy);
  const ofMonth = ({ origin }: { readonly origin: string }) => origin === month;
  const known = latestKnown(digests.map(({ differences }) => differences.filter(ofMonth)));
  const late = rawGrids
    ? lateData({ locked, rawGrids, posted, known, lateTabs: lateTabsOf(digests, month) })
    : { differences: stillOpen(known, posted), issues: [], tabs: [] };
  const held = heldSince({ locked, differences: late.differences, posted });
  const stored = digests.flatMap((one) => (one.settled ? [one.settled.filter(ofMonth)] : [])).pop() ?? [];
  const [rows, earned] = [rowsOf(locked), earnedIn(locked.digest)];
  const done = settle({ origin: month, open: late.differences, rows, stored, earned, posted });
  return {
    differences: withLatePay(done.differences, locked.digest.paid),
    issues: [...late.issues, ...held, ...done.issues],
    lateTabs: late.tabs.length > 0 ? [{ origin: month, tabs: late.tabs }] : [],
    settled: done.settled,
  };
}

/** The tabs that later months read a locked month from. */
function lateTabsOf(digests: readonly Digest[], month: string): LateTabs["tabs"][number][] {
  const ofMonth = ({ origin }: LateTabs) => origin === month;
  return digests.flatMap((one) => one.lateTabs.filter(ofMonth).flatMap(({ tabs }) => tabs));
}

/**
 * Rule tabs that were edited since a month was locked: its pay did not move, and HR is told so. Adjustments is
 * not among them: it grows each month, and what is typed there for a locked month is told row by row.
 */
function editedRules({ month, rules }: Digest, grids: readonly Grid[]): Issue[] {
  const now = new Map(grids.map((grid) => [grid.name, grid]));
  const edited = rules.filter(({ name, fingerprint }) => {
    const grid = now.get(name);
    return !grid || (fingerprintGrid(grid) !== fingerprint && !isAdjustments(grid));
  });
  if (edited.length === 0) return [];
  const values = { month, tabs: edited.map(({ name }) => name).join(", ") };
  return [forHr(issueAt("info", "rules-edited-since-locked", null, values))];
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
