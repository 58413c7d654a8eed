/** Locked months: computed again from what was stored, and again on the data of today. */
import { parseMonth } from "./engine/calendar";
import type { Exact } from "./engine/exact";
import type { Grid } from "./engine/grid";
import { forHr, type Issue, issueAt } from "./engine/issue";
import type { RunResult } from "./engine/result";
import { encode } from "./life/codec";
import {
  type Difference,
  differencesOf,
  type PaidLine,
  type PostedLine,
  stillOpen,
  withCorrections,
} from "./life/corrections";
import { fingerprintGrid } from "./life/fingerprint";
import type { Snapshot } from "./life/snapshot";
import { computePrepared, type MonthData, type PreparedMonth, readData } from "./month";
import type { MonthView } from "./report/view";
import { readRules } from "./rules/read";

/** A locked month as it was prepared when it was locked. */
export function restoreMonth(snapshot: Snapshot): PreparedMonth {
  const month = parseMonth(snapshot.month);
  if (!month) throw new Error("a snapshot names its month");
  const rules = readRules(snapshot.rules, month);
  return { rules: { ...rules, closed: snapshot.closed }, data: snapshot.data };
}

/**
 * A locked month computed from its snapshot alone, with what it paid or took back for months before
 * it: the same bytes as on the day it was locked.
 */
export function recompute(snapshot: Snapshot): MonthView {
  const prepared = restoreMonth(snapshot);
  const view = computePrepared(prepared, snapshot.lang);
  const { recoveryLimit } = prepared.rules.book.settings.life;
  return { ...view, result: withCorrections(view.result, snapshot.differences, recoveryLimit).result };
}

/** What is asked about a locked month. */
export interface LateQuestion {
  readonly snapshot: Snapshot;
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
 * refund: then, and where today's data hold somebody, what later months knew stands.
 */
export function lateData(question: LateQuestion): LateData {
  const { snapshot, rawGrids, posted } = question;
  const stored = restoreMonth(snapshot);
  const same = new Set(snapshot.tabs.map(({ fingerprint }) => fingerprint));
  const prints = rawGrids.map(fingerprintGrid);
  const isSame = prints.length === same.size && prints.every((print) => same.has(print));
  const data = isSame ? snapshot.data : readData(stored.rules, rawGrids);
  const tabs = rowsOf(data);
  const gone = goneTabs(question, new Set(prints), tabs);
  if (gone.length > 0) return { ...asKnown(question), issues: gone };
  if (figuresOf(data) === figuresOf(snapshot.data)) {
    const paid = linesOf(recompute(snapshot).result);
    return { differences: differencesOf(snapshot.month, paid, paid, posted), issues: [], tabs };
  }
  const now = computePrepared({ rules: stored.rules, data }, snapshot.lang).result;
  const before = recompute(snapshot).result;
  const newlyHeld = heldIn(now).filter((person) => !heldIn(before).includes(person));
  if (newlyHeld.length > 0) return { ...asKnown(question), issues: unreadable(newlyHeld, snapshot.month) };
  return { differences: compare(snapshot.month, before, now, posted), issues: [], tabs };
}

function asKnown({ known, posted }: LateQuestion): Omit<LateData, "issues"> {
  return { differences: stillOpen(known, posted), tabs: [] };
}

function unreadable(people: readonly string[], month: string): Issue[] {
  return people.map((person) => forHr(issueAt("warning", "late-data-unreadable", null, { person, month })));
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

function rowsOf({ tabs }: MonthData): { name: string; rows: number }[] {
  return tabs
    .filter(({ rowsRead }) => rowsRead > 0)
    .map(({ tab, rowsRead }) => ({ name: tab, rows: rowsRead }));
}

/** Tabs that gave the month its figures and are neither there unchanged nor under their name with as many rows. */
function goneTabs(
  { snapshot, lateTabs }: LateQuestion,
  prints: ReadonlySet<string>,
  tabs: readonly { readonly name: string; readonly rows: number }[],
): Issue[] {
  const marks = new Map(snapshot.tabs.map(({ name, fingerprint }) => [name, fingerprint]));
  const rows = new Map(tabs.map((tab) => [tab.name, tab.rows]));
  const needed = [...rowsOf(snapshot.data), ...lateTabs];
  const gone = needed.filter(
    (tab) => !prints.has(marks.get(tab.name) ?? "") && (rows.get(tab.name) ?? 0) < tab.rows,
  );
  return [...new Set(gone.map(({ name }) => name))].map((tab) =>
    forHr(issueAt("warning", "late-data-tab-gone", null, { tab, month: snapshot.month })),
  );
}

/** The figures of a month without the cells in which they stand, which move when rows are added. */
function figuresOf({ facts }: MonthData): string {
  return encode(
    [...facts.measures]
      .map(([name, { byPerson, shop, broken }]) => [
        name,
        [...byPerson]
          .map(([person, { days, values, weights, unreadable }]) => [
            person,
            sorted(days, values, weights),
            unreadable.length,
          ])
          .sort(byText),
        shop ? sorted(shop.days, shop.values, shop.weights) : null,
        broken.length,
      ])
      .sort(byText),
  );
}

function sorted(days: readonly number[], values: readonly (Exact | string)[], weights: readonly Exact[]) {
  return days.map((day, index) => encode([day, values[index], weights[index] ?? null])).sort();
}

function byText(a: readonly unknown[], b: readonly unknown[]): number {
  return String(a[0]) < String(b[0]) ? -1 : 1;
}

/** Lines of the month itself; corrections of months before it are no part of what it earned. */
function linesOf({ people }: RunResult): PaidLine[] {
  return people.flatMap(({ person, pay }) =>
    pay
      .filter(({ from }) => from !== "correction")
      .map(({ component, amount }) => ({ person, component, amount })),
  );
}
