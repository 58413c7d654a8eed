import type { Day, Month } from "../engine/calendar";
import { type Issue, issueAt } from "../engine/issue";
import type { RuleRow } from "./row";

/** A rule row with the day from which it holds. */
export interface Dated {
  readonly row: RuleRow;
  readonly from: Day | null;
  /** The From cannot be read, so that nobody knows when the row holds. */
  readonly undated: boolean;
}

/** Reads the From of rows; an unreadable one is a problem of its row. */
export function withDates(rows: readonly RuleRow[]): Dated[] {
  return rows.map((row) => {
    const known = row.problems.length;
    const from = row.date("from");
    return { row, from, undated: row.problems.length > known };
  });
}

/**
 * The version in force in a month (READINGS 3.14): the rows with the latest From on or before the
 * month's first day, all of them and no others. A From inside the month counts from the next one,
 * with a warning. A row whose From cannot be read is in every version: it holds whoever needs it.
 */
export function versionInForce<Item extends Dated>(
  rows: readonly Item[],
  month: Month,
  issues: Issue[],
): Item[] {
  const begun = rows.filter(({ from, undated }) => !undated && (from === null || from <= month.first));
  for (const { row, from } of rows) {
    if (from === null || from <= month.first || from > month.last) continue;
    issues.push(issueAt("warning", "from-inside-month", row.place("from"), { month: month.text }));
  }
  const latest = begun.reduce<Day | null>(
    (best, { from }) => (from !== null && (best === null || from > best) ? from : best),
    null,
  );
  return rows.filter(({ from, undated }) => undated || from === latest);
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
