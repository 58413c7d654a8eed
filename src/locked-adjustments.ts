/** Adjustments of locked months that were typed, changed or deleted since: told to HR as what they are. */
import { type Month, parseMonth } from "./engine/calendar";
import { Exact } from "./engine/exact";
import type { Grid } from "./engine/grid";
import { forHr, holding, type Issue, issueAt } from "./engine/issue";
import { nameKey, personKey } from "./engine/name";
import type { Adjustment, RuleBook } from "./engine/plan";
import { fingerprintGrid } from "./life/fingerprint";
import type { RunRow } from "./life/runs";
import { type SettlementRow, settlementKind } from "./life/settled";
import type { AdjustedLine, RuleFacts } from "./life/snapshot";
import { type LockedMonth, readLocked } from "./life/snapshots-tab";
import type { PreparedMonth } from "./month";
import { readAdjustments } from "./rules/people-rows";
import { rowsOf } from "./rules/row";
import { findRuleTabs, tabsOfSources } from "./rules/tabs";

/**
 * What differs on Adjustments in the rows of a locked month from those that it was paid by: a row more is paid to
 * nobody, a row less is taken back from nobody. A change of an amount is both. `open` is the month that is run.
 */
export function adjustmentsSince(locked: LockedMonth, grids: readonly Grid[], open: Month): Issue[] {
  const month = parseMonth(locked.digest.month);
  const now = adjustmentsTab(grids);
  if (!month || (now && isKnown(now, locked))) return [];
  const paid = paidBy(locked, month);
  if (!paid) return [];
  const rows = adjustmentsIn(grids, month);
  const settling = new Set(settlingIn(rows, paid));
  const typed = rows.filter((row) => !settling.has(row));
  const values = { month: month.text, open: open.text };
  return [
    ...without(typed, paid).map((row) => toldOf("adjustment-for-locked", row, row.place, values)),
    ...without(paid, typed).map((row) => {
      const place = { tab: now?.name ?? row.tab };
      return toldOf("adjustment-gone-from-locked", row, place, values);
    }),
  ];
}

/** Whether a row typed for a locked month settles a correction and is no pay. */
function isSettlement({ reason, amount, problems }: Adjustment): boolean {
  return settlementKind(reason) !== null && amount !== null && problems.length === 0;
}

/**
 * The rows of a locked month that settle corrections of it. A row that it was paid by settles none, whatever its
 * reason says; a settlement may have the amount of such a row.
 */
function settlingIn(rows: readonly Adjustment[], paid: readonly Paid[]): Adjustment[] {
  const plain = rows.filter((row) => !isSettlement(row));
  return without(rows.filter(isSettlement), without(paid, plain));
}

/** Finds what is typed to settle corrections of a locked month. */
export type SettlementsOf = (locked: LockedMonth) => readonly SettlementRow[];

/** The rows on Adjustments that settle corrections of a locked month, components known by any label of today. */
export function settlements(grids: readonly Grid[], { book }: PreparedMonth["rules"]): SettlementsOf {
  const names = new Map<string, string>();
  for (const { component, label } of [...book.plans.values()].flatMap(({ pay }) => pay))
    for (const text of [label.en, label.zh]) if (text !== "") names.set(nameKey(text), component);
  return (locked) => settlementsOf(locked, grids, (typed) => names.get(nameKey(typed)) ?? typed);
}

/** An open month; where it was locked before, whoever is named by a row that settled a correction of it is held. */
export function withoutSettled(
  prepared: PreparedMonth,
  grids: readonly Grid[],
  runs: readonly RunRow[],
): PreparedMonth {
  const { month } = prepared.rules.book;
  const approved = runs.filter((row) => row.month === month.text && row.action === "approved").pop();
  const found = approved ? settlementsInOpen(readLocked(grids, approved.run), grids, month) : [];
  if (found.length === 0) return prepared;
  return { ...prepared, data: { ...prepared.data, issues: [...prepared.data.issues, ...found] } };
}

/**
 * The rows that settle corrections of a locked month: those that came after it was locked and whose reason says so.
 * `nameOf` knows a component by what the tabs call it.
 */
function settlementsOf(
  locked: LockedMonth,
  grids: readonly Grid[],
  nameOf: (typed: string) => string,
): SettlementRow[] {
  const month = parseMonth(locked.digest.month);
  if (!month) return [];
  const rows = adjustmentsIn(grids, month);
  const paid = rows.some(isSettlement) ? paidBy(locked, month) : [];
  return settlingIn(rows, paid ?? []).flatMap(({ person, component, amount, reason, by, on = "", place }) => {
    const kind = settlementKind(reason);
    const known = nameOf(component.replace(`${month.text} `, ""));
    return kind && amount
      ? [{ person, component: known, kind, amount: amount.round(Exact.CENT), reason, by, on, place }]
      : [];
  });
}

/**
 * Rows that settle corrections of a month which is open again: as adjustments they would pay what was settled. They
 * hold the people that they name until they are deleted.
 */
function settlementsInOpen(locked: LockedMonth | null, grids: readonly Grid[], month: Month): Issue[] {
  const paid = locked ? paidBy(locked, month) : null;
  return settlingIn(adjustmentsIn(grids, month), paid ?? []).map((row) => {
    const { person, amount, component } = row;
    const values = { month: month.text, person, component, amount: amount?.toFixed(2) ?? "" };
    return holding(issueAt("error", "settlement-in-open-month", row.place, values), [person]);
  });
}

/** What later months ask of the rule tabs by which a month was paid. */
export function ruleFactsOf({ adjustments }: RuleBook, rules: readonly Grid[]): RuleFacts {
  return { adjusted: adjustments.map(adjustedLine), sourceTabs: [...tabsOfSources(rules)].sort() };
}

function adjustedLine({ person, component, amount, place }: Adjustment): AdjustedLine {
  return { person, component, amount, tab: place.tab };
}

/** The rows that a month was paid by; null where the snapshot that knows them is lost. */
function paidBy(locked: LockedMonth, month: Month): readonly AdjustedLine[] | null {
  const { ruleFacts } = locked.digest;
  if (ruleFacts) return ruleFacts.adjusted;
  const rules = locked.rules();
  return rules && adjustmentsIn(rules, month).map(adjustedLine);
}

/** Whether a tab holds the adjustments of some month: what changed there is told row by row. */
export function isAdjustments(grid: Grid): boolean {
  return adjustmentsTab([grid]) !== null;
}

function adjustmentsTab(grids: readonly Grid[]): Grid | null {
  return findRuleTabs(grids).tabs.get("adjustments")?.grid ?? null;
}

function isKnown(grid: Grid, { digest }: LockedMonth): boolean {
  const print = fingerprintGrid(grid);
  return digest.rules.some(({ fingerprint }) => fingerprint === print);
}

/** The rows of a month. What is wrong with them is told by the month that they belong to, or was. */
function adjustmentsIn(grids: readonly Grid[], month: Month): Adjustment[] {
  const tab = findRuleTabs(grids).tabs.get("adjustments");
  return tab ? readAdjustments(rowsOf(tab), month, []) : [];
}

/** The rows that the other list lacks; a row that stands there once answers for one. */
function without<Row extends Paid>(rows: readonly Row[], others: readonly Paid[]): Row[] {
  const left = others.map(keyOf);
  return rows.filter((row) => {
    const index = left.indexOf(keyOf(row));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

/** What tells one row from another. */
type Paid = Pick<Adjustment, "person" | "component" | "amount">;

function keyOf({ person, component, amount }: Paid): string {
  return JSON.stringify([personKey(person), nameKey(component), amount?.toFraction() ?? ""]);
}

function toldOf(
  code: string,
  { person, component, amount }: Paid,
  place: Adjustment["place"],
  values: Readonly<Record<string, string>>,
): Issue {
  const shown = amount?.toFixed(2) ?? "?";
  return forHr(issueAt("warning", code, place, { ...values, person, component, amount: shown }));
}
