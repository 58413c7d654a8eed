/** Adjustments of locked months that were typed, changed or deleted since: told to HR as what they are. */
import { type Month, parseMonth } from "./engine/calendar";
import type { Grid } from "./engine/grid";
import { forHr, type Issue, issueAt } from "./engine/issue";
import { nameKey, personKey } from "./engine/name";
import type { Adjustment, RuleBook } from "./engine/plan";
import { fingerprintGrid } from "./life/fingerprint";
import type { AdjustedLine, RuleFacts } from "./life/snapshot";
import type { LockedMonth } from "./life/snapshots-tab";
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
  const typed = adjustmentsIn(grids, month);
  const values = { month: month.text, open: open.text };
  return [
    ...without(typed, paid).map((row) => toldOf("adjustment-for-locked", row, row.place, values)),
    ...without(paid, typed).map((row) => {
      const place = { tab: now?.name ?? row.tab };
      return toldOf("adjustment-gone-from-locked", row, place, values);
    }),
  ];
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
