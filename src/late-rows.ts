/** Rows of other months in pasted tabs that were read after all: for a locked month that they may correct. */
import type { Issue } from "./engine/issue";
import type { LateTabs } from "./life/snapshot";
import type { CheckedTab, LeftOutRows, MonthView } from "./report/view";

/** Reasons for which rows of another month are left out of this one. */
const OTHER_MONTHS: ReadonlySet<string> = new Set(["other-month", "tab-of-other-month"]);
const OTHER_MONTH_CODES: ReadonlySet<string> = new Set(["rows-of-other-months", "tab-of-other-month"]);

/** Rows of a tab by the locked month that was read from them. */
type ReadRows = ReadonlyMap<string, readonly { readonly month: string; readonly rows: number }[]>;

/**
 * The same month, with rows of other months told for what they were: those from which a locked month was read
 * are not called left out. Of rows that no locked month was read from nothing changes.
 *
 * @param lateTabs the tabs that locked months were read from, with their rows of those months.
 */
export function withLateRows(view: MonthView, lateTabs: readonly LateTabs[]): MonthView {
  const read = new Map<string, { month: string; rows: number }[]>();
  for (const { origin, tabs } of lateTabs) {
    for (const { name, rows } of tabs)
      if (rows > 0) read.set(name, [...(read.get(name) ?? []), { month: origin, rows }]);
  }
  if (read.size === 0) return view;
  const issues = view.result.issues.map((issue) => toldOf(issue, read));
  return {
    ...view,
    result: { ...view.result, issues },
    checked: view.checked.map((tab) => checkedOf(tab, read)),
  };
}

function toldOf(issue: Issue, read: ReadRows): Issue {
  const own = OTHER_MONTH_CODES.has(issue.code) ? read.get(issue.tab ?? "") : undefined;
  if (!own) return issue;
  const left = Number(issue.values?.rest) - own.reduce((sum, { rows }) => sum + rows, 0);
  const values = {
    ...issue.values,
    read: own.map(({ month, rows }) => `${month} (${rows})`).join(", "),
    rest: left > 0 ? String(left) : "",
  };
  return { ...issue, values };
}

function checkedOf(tab: CheckedTab, read: ReadRows): CheckedTab {
  const own = read.get(tab.tab);
  if (!own || !tab.rowsLeftOut.some(({ reason }) => OTHER_MONTHS.has(reason))) return tab;
  let taken = own.reduce((sum, { rows }) => sum + rows, 0);
  const left = tab.rowsLeftOut.map((row): LeftOutRows => {
    if (!OTHER_MONTHS.has(row.reason)) return row;
    const count = Math.max(0, row.count - taken);
    taken -= row.count - count;
    return { ...row, count };
  });
  const late = own.map(({ month, rows }): LeftOutRows => ({ reason: "read-for", count: rows, month }));
  return { ...tab, rowsLeftOut: [...late, ...left.filter(({ count }) => count > 0)] };
}
