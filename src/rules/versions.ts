import type { Day, Month } from "../engine/calendar";
import { type Issue, issueAt } from "../engine/issue";
import type { RuleRow } from "./row";

/** A rule row with the day from which it holds. */
export interface Dated {
  readonly row: RuleRow;
  readonly from: Day | null;
}

/** Reads the From of rows; an unreadable one is a problem of its row. */
export function withDates(rows: readonly RuleRow[]): Dated[] {
  return rows.map((row) => ({ row, from: row.date("from") }));
}

/**
 * The version in force in a month (READINGS 3.14): the rows with the latest From on or before the
 * month's first day, all of them and no others. A From inside the month counts from the next one,
 * with a warning.
 */
export function versionInForce<Item extends Dated>(
  rows: readonly Item[],
  month: Month,
  issues: Issue[],
): Item[] {
  const begun = rows.filter(({ from }) => from === null || from <= month.first);
  for (const { row, from } of rows) {
    if (from === null || from <= month.first || from > month.last) continue;
    issues.push(issueAt("warning", "from-inside-month", row.place("from"), { month: month.text }));
  }
  const latest = begun.reduce<Day | null>(
    (best, { from }) => (from !== null && (best === null || from > best) ? from : best),
    null,
  );
  return begun.filter(({ from }) => from === latest);
}

/** Groups items by a key, in the order in which the keys first appear. */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
