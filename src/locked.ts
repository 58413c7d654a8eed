/** Locked months: computed again from what was stored, and again on the data of today. */
import { type Month, parseMonth } from "./engine/calendar";
import { withSeriesOf } from "./engine/facts";
import type { Grid } from "./engine/grid";
import { forHr, type Issue, issueAt } from "./engine/issue";
import { Ledger } from "./engine/ledger";
import { nameKey, personKey } from "./engine/name";
import type { PersonResult, RunResult } from "./engine/result";
import { TabReach } from "./ingest/reach";
import { withCauses } from "./life/causes";
import {
  type Difference,
  differencesOf,
  type PaidLine,
  type PostedLine,
  stillOpen,
  withCorrections,
} from "./life/corrections";
import { type Digest, earnedIn, figuresPrint, rowsOf } from "./life/digest";
import { fingerprintGrid } from "./life/fingerprint";
import type { Snapshot } from "./life/snapshot";
import type { LockedMonth } from "./life/snapshots-tab";
import { computePrepared, type PreparedMonth, readData } from "./month";
import { holdingErrors, holdReasons } from "./report/reasons";
import type { MonthView } from "./report/view";
import { MEASURES } from "./rules/catalogue";
import { readRules } from "./rules/read";
import { tabsOfSources } from "./rules/tabs";

/** A locked month as it was prepared when it was locked. */
export function restoreMonth(snapshot: Snapshot): PreparedMonth {
  const rules = readRules(snapshot.rules, monthOf(snapshot));
  return { rules: { ...rules, closed: snapshot.closed }, data: snapshot.data };
}

function monthOf({ month: text }: { readonly month: string }): Month {
  const month = parseMonth(text);
  if (!month) throw new Error("a snapshot names its month");
  return month;
}

/**
 * A locked month computed from its snapshot alone, with what it paid or took back for months before
 * it: the same bytes as on the day it was locked.
 */
export function recompute(snapshot: Snapshot): MonthView {
  const prepared = restoreMonth(snapshot);
  const view = computePrepared(prepared, snapshot.lang);
  const { recoveryLimit } = prepared.rules.book.settings.life;
  const corrected = withCorrections(view.result, snapshot.differences, recoveryLimit);
  return withTold({ ...view, result: corrected.result }, [...(snapshot.told ?? []), ...corrected.issues]);
}

/** A month with what is to be told of the locked months before it. */
export function withTold(view: MonthView, issues: readonly Issue[]): MonthView {
  if (issues.length === 0) return view;
  const ledger = new Ledger();
  ledger.addAll([...view.result.issues, ...issues]);
  return { ...view, result: { ...view.result, issues: ledger.list() } };
}

/** What is asked about a locked month. */
export interface LateQuestion {
  readonly locked: LockedMonth;
  readonly rawGrids: readonly Grid[];
  /** What all other locked months posted. */
  readonly posted: readonly PostedLine[];
  /** What later months knew of it: stands where today's tabs cannot say. */
  readonly known: readonly Difference[];
  /** The tabs that later months read it from. */
  readonly lateTabs: readonly { readonly name: string; readonly rows: number }[];
}

/** What late data leaves open in a locked month, and what should be known about it. */
export interface LateData {
  readonly differences: readonly Difference[];
  readonly issues: readonly Issue[];
  /** The tabs that it was read from; empty where it was not read. */
  readonly tabs: readonly { readonly name: string; readonly rows: number }[];
}

/**
 * Computes a locked month with its own rules on the pasted tabs of today. Where a tab that it was
 * paid or corrected from is gone, or gives fewer rows of the month, somebody tidied up, which is no
 * refund: then what later months knew stands, and so it does for whomever today's data hold. The snapshot
 * itself is read only where the month's figures are not those that it was paid from.
 */
export function lateData(question: LateQuestion): LateData {
  const { digest } = question.locked;
  const { rawGrids } = question;
  if (isUntouched(digest, rawGrids)) return asPaid(question, digest.rows);
  return unconcerned(question) ?? reread(question);
}

/** The answer of {@link lateData} by reading all tabs of today anew, which it does only where it must. */
export function reread(question: LateQuestion): LateData {
  const { locked, rawGrids } = question;
  const { digest } = locked;
  const rules = locked.rules();
  if (!rules) return { ...asKnown(question), issues: [snapshotLost(digest.month)] };
  const data = readData(readRules(rules, monthOf(digest)), rawGrids);
  if (figuresPrint(data) === digest.figures) return asPaid(question, rowsOf(data));
  const gone = goneTabs(question, rowsOf(data));
  if (gone.length > 0) return { ...asKnown(question), issues: gone };
  const snapshot = locked.snapshot();
  if (!snapshot) return { ...asKnown(question), issues: [snapshotLost(digest.month)] };
  const told = { ...data, issues: data.issues.map((issue) => underFrozenRules(issue, digest.month)) };
  return { ...changed(question, snapshot, told), tabs: rowsOf(data) };
}

/** What today's data change, but for whom there is an error in them: of those, what later months knew stands. */
function changed(
  question: LateQuestion,
  snapshot: Snapshot,
  data: PreparedMonth["data"],
): Omit<LateData, "tabs"> {
  const before = recompute(snapshot).result;
  const now = computeOn(snapshot, data);
  const unread = newlyHeld(now, before);
  const keys = new Set(unread.map(({ person }) => personKey(person)));
  const rest = unread.length === 0 ? now : computeOn(snapshot, withoutReading(data, keys, snapshot.data));
  const held = [...unread, ...newlyHeld(rest, before)].map(({ person }) => person);
  const left = new Set([...held, ...leaning(question, now, rest)]);
  const counts = ({ person }: { readonly person: string }) => !left.has(person);
  const waiting = asKnown(question).differences.filter((one) => !counts(one));
  const open = compare(snapshot.month, before, rest, question.posted).filter(counts);
  return {
    differences: [...withCauses(open, before, rest), ...waiting],
    issues: unread.map((person) => unreadable(person, snapshot.month)),
  };
}

/**
 * Who was corrected for the month before, and whose lines hang on what cannot be read of others, by a team's average:
 * the figures that the month was paid from may not be those that they were corrected by.
 */
function leaning({ locked, posted, known }: LateQuestion, now: RunResult, rest: RunResult): string[] {
  const { month } = locked.digest;
  const before = [...posted, ...known].filter(({ origin }) => origin === month);
  const corrected = new Set(before.map(({ person }) => personKey(person)));
  return differencesOf(month, linesOf(now), linesOf(rest), [])
    .map(({ person }) => person)
    .filter((person) => corrected.has(personKey(person)));
}

function computeOn(snapshot: Snapshot, data: PreparedMonth["data"]): RunResult {
  return computePrepared({ rules: restoreMonth(snapshot).rules, data }, snapshot.lang).result;
}

function newlyHeld(now: RunResult, before: RunResult): PersonResult[] {
  const held = new Set(heldIn(before));
  return now.people.filter((one) => one.held && !held.has(one.person));
}

/**
 * Today's data with what the month was paid from for those in whose data there is an error: what stands in a team's
 * average for them is what stood there, so that nobody else's pay moves by the error.
 */
function withoutReading(
  data: PreparedMonth["data"],
  people: ReadonlySet<string>,
  then: PreparedMonth["data"],
): PreparedMonth["data"] {
  const isRead = (person: string) => !people.has(personKey(person));
  const issues = data.issues.map((issue) =>
    issue.holds ? { ...issue, holds: issue.holds.filter(isRead) } : issue,
  );
  return { ...data, facts: withSeriesOf(data.facts, people, then.facts), issues };
}

/** Whether the pasted tabs are those of the day on which the month was locked. */
function isUntouched({ tabs }: Digest, rawGrids: readonly Grid[]): boolean {
  const same = new Set(tabs.map(({ fingerprint }) => fingerprint));
  return rawGrids.length === same.size && rawGrids.every((grid) => same.has(fingerprintGrid(grid)));
}

/** Which tabs of other months say nothing of a locked one. */
const REACH = new TabReach(MEASURES);

/**
 * What is left of a locked month where no tab that came or changed since could say anything of it; null
 * where one might, or where a tab is gone that did not give it rows but may have been read with others.
 */
export function unconcerned(question: LateQuestion): LateData | null {
  const { digest } = question.locked;
  const named = sourceTabsOf(question.locked);
  if (!named) return null;
  const then = new Map(digest.tabs.map(({ name, fingerprint }) => [name, fingerprint]));
  const isKept = (grid: Grid) => then.get(grid.name) === fingerprintGrid(grid);
  const month = monthOf(digest);
  const isSilent = (grid: Grid) => !named.has(nameKey(grid.name)) && REACH.isOutside(grid, month);
  if (!question.rawGrids.every((grid) => isKept(grid) || isSilent(grid))) return null;
  const kept = new Set(question.rawGrids.filter(isKept).map(({ name }) => name));
  const gave = new Set(digest.rows.map(({ name }) => name));
  if (!digest.tabs.every(({ name }) => kept.has(name) || gave.has(name))) return null;
  return asPaid(
    question,
    digest.rows.filter(({ name }) => kept.has(name)),
  );
}

/** The tabs that the month's Sources name; null where nobody knows. */
function sourceTabsOf({ digest, rules }: LockedMonth): ReadonlySet<string> | null {
  if (digest.ruleFacts) return new Set(digest.ruleFacts.sourceTabs);
  const tabs = rules();
  return tabs && tabsOfSources(tabs);
}

/** The month's figures are those that it was paid from: open is what was posted and does not hold any more. */
function asPaid(question: LateQuestion, tabs: LateData["tabs"]): LateData {
  const { digest } = question.locked;
  const gone = goneTabs(question, tabs);
  if (gone.length > 0) return { ...asKnown(question), issues: gone };
  const paid = earnedIn(digest);
  return { differences: differencesOf(digest.month, paid, paid, question.posted), issues: [], tabs };
}

/** HR is told that a locked month's stored copy is missing or damaged. */
export function snapshotLost(month: string): Issue {
  return forHr(issueAt("warning", "snapshot-lost", null, { month }));
}

function asKnown({ known, posted }: LateQuestion): Omit<LateData, "issues"> {
  return { differences: stillOpen(known, posted), tabs: [] };
}

/** Rows that contradict each other are not added up by Sources of today: a locked month has rules of its own. */
function underFrozenRules(issue: Issue, month: string): Issue {
  if (issue.code !== "rows-contradict" || !issue.values?.sums) return issue;
  return { ...issue, values: { ...issue.values, sums: "", locked: month } };
}

/** The cell that today's data cannot be read in, with what is wrong there. */
function unreadable(held: PersonResult, month: string): Issue {
  const [first] = holdingErrors(held);
  const [why = ""] = holdReasons(held, "en");
  const [whyZh = ""] = holdReasons(held, "zh");
  const { tab, cell, found } = first ?? {};
  const values = { person: held.person, month, why, whyZh };
  const place = { ...(tab && { tab }), ...(cell && { cell }), ...(found !== undefined && { found }) };
  return forHr({ severity: "warning", code: "late-data-unreadable", ...place, values });
}

function heldIn({ people }: RunResult): string[] {
  return people.filter(({ held }) => held).map(({ person }) => person);
}

/** Who is held then and now is left out: nothing was paid, and nothing can be. */
function compare(
  month: string,
  before: RunResult,
  now: RunResult,
  posted: readonly PostedLine[],
): Difference[] {
  const held = new Set(heldIn(now));
  const counts = ({ person }: { readonly person: string }) => !held.has(person);
  return differencesOf(
    month,
    linesOf(before).filter(counts),
    linesOf(now).filter(counts),
    posted.filter(counts),
  );
}

/** Tabs that gave the month its figures and are neither there unchanged nor under their name with as many rows. */
function goneTabs(
  { locked: { digest }, rawGrids, lateTabs }: LateQuestion,
  tabs: readonly { readonly name: string; readonly rows: number }[],
): Issue[] {
  const prints = new Set(rawGrids.map(fingerprintGrid));
  const marks = new Map(digest.tabs.map(({ name, fingerprint }) => [name, fingerprint]));
  const rows = new Map(tabs.map((tab) => [tab.name, tab.rows]));
  const needed = [...digest.rows, ...lateTabs];
  const gone = needed.filter(
    (tab) => !prints.has(marks.get(tab.name) ?? "") && (rows.get(tab.name) ?? 0) < tab.rows,
  );
  return [...new Set(gone.map(({ name }) => name))].map((tab) =>
    forHr(issueAt("warning", "late-data-tab-gone", null, { tab, month: digest.month })),
  );
}

/** Lines of the month itself; corrections of months before it are no part of what it earned. */
function linesOf({ people }: RunResult): PaidLine[] {
  return people.flatMap(({ person, pay }) =>
    pay
      .filter(({ from }) => from !== "correction")
      .map(({ component, amount }) => ({ person, component, amount })),
  );
}
