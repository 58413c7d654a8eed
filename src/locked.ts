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

/** What late data leaves open in a locked month, and what should be known about it. */
export interface LateData {
  readonly differences: readonly Difference[];
  readonly issues: readonly Issue[];
}

const NOTHING: LateData = { differences: [], issues: [] };

/**
 * Computes a locked month with its own rules on the pasted tabs of today. Nothing is compared where
 * a tab that the month was paid from is gone or cleared: that is tidying up, and not a refund.
 */
export function lateData(
  snapshot: Snapshot,
  rawGrids: readonly Grid[],
  posted: readonly PostedLine[],
): LateData {
  const known = new Set(snapshot.tabs.map(({ fingerprint }) => fingerprint));
  const prints = rawGrids.map(fingerprintGrid);
  const isSame = prints.every((print) => known.has(print));
  const gone = goneTabs(snapshot, rawGrids, new Set(prints));
  if (gone.length > 0) return { ...NOTHING, issues: gone };
  const stored = restoreMonth(snapshot);
  const data = isSame ? snapshot.data : readData(stored.rules, rawGrids);
  if (figuresOf(data) === figuresOf(snapshot.data)) return carried(snapshot, posted);
  const now = computePrepared({ rules: stored.rules, data }, snapshot.lang).result;
  return compare(snapshot, now, posted);
}

/** Without late data only what an earlier one posted and is now taken away again is open. */
function carried(snapshot: Snapshot, posted: readonly PostedLine[]): LateData {
  const paid = paidLines(snapshot);
  return { ...NOTHING, differences: differencesOf(snapshot.month, paid, paid, posted) };
}

function compare(snapshot: Snapshot, now: RunResult, posted: readonly PostedLine[]): LateData {
  const held = new Set(now.people.filter((one) => one.held).map(({ person }) => person));
  const before = recompute(snapshot).result;
  const counts = ({ person }: { readonly person: string }) => !held.has(person);
  const differences = differencesOf(
    snapshot.month,
    linesOf(before).filter(counts),
    linesOf(now).filter(counts),
    posted.filter(counts),
  );
  const wasHeld = new Set(before.people.filter((one) => one.held).map(({ person }) => person));
  const issues = [...held]
    .filter((person) => !wasHeld.has(person))
    .map((person) =>
      forHr(issueAt("warning", "late-data-unreadable", null, { person, month: snapshot.month })),
    );
  return { differences, issues };
}

/** Tabs that gave the month its figures and are neither there unchanged nor under their name with rows. */
function goneTabs(snapshot: Snapshot, rawGrids: readonly Grid[], prints: ReadonlySet<string>): Issue[] {
  const filled = new Set(rawGrids.filter(({ rows }) => rows.length > 1).map(({ name }) => name));
  const marks = new Map(snapshot.tabs.map(({ name, fingerprint }) => [name, fingerprint]));
  return snapshot.data.tabs
    .filter(({ tab, rowsRead }) => rowsRead > 0 && !filled.has(tab) && !prints.has(marks.get(tab) ?? ""))
    .map(({ tab }) => forHr(issueAt("info", "late-data-tab-gone", null, { tab, month: snapshot.month })));
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

function paidLines({ paid }: Snapshot): PaidLine[] {
  return paid.flatMap(({ person, lines }) =>
    lines
      .filter(({ from }) => from !== "correction")
      .map(({ component, amount }) => ({ person, component, amount })),
  );
}
