import { showRange } from "../engine/calendar";
import { cellName, holding, type Issue, issueAt } from "../engine/issue";
import type { ExportRow } from "./export-reader";
import { cellText, columnsByHeader, comparableCell, compareText, rowText } from "./table";

/** What became of rows that stand twice in exports of one layout. */
export interface UniqueRows {
  readonly rows: readonly ExportRow[];
  /** Rows counted once only, by tab. */
  readonly dropped: ReadonlyMap<string, number>;
  readonly issues: readonly Issue[];
}

/**
 * Keeps one of the rows that are equal in every cell, and takes from rows that contradict each
 * other (same account and day) what they contradict in; that is an error which holds the person
 * (READINGS 3.13). The rows must be of one layout; which tab comes first does not matter.
 */
export function uniqueRows(rows: readonly ExportRow[]): UniqueRows {
  const groups = groupRows(rows);
  if (groups.length === 0) return { rows, dropped: new Map(), issues: [] };
  const removed = new Set<ExportRow>();
  const pairs = new Map<string, { tab: string; other: string; count: number }>();
  const issues: Issue[] = [];
  for (const group of groups) {
    const ordered = [...group].sort(byPlace);
    const [kept, ...others] = ordered;
    if (!kept) continue;
    for (const other of others) {
      if (sameCells(kept, other)) countPair(pairs, kept, other);
      else issues.push(contradiction(kept, other));
      removed.add(other);
    }
    kept.disputed = disputedColumns(kept, others);
  }
  const dropped = new Map<string, number>();
  for (const { tab } of [...removed].map((row) => ({ tab: tabOf(row) })))
    dropped.set(tab, (dropped.get(tab) ?? 0) + 1);
  return {
    rows: rows.filter((row) => !removed.has(row)),
    dropped,
    issues: [...issues, ...pairIssues(pairs)],
  };
}

/** Groups of two or more rows of one account and day. */
function groupRows(rows: readonly ExportRow[]): ExportRow[][] {
  const accounts = new Map<string, number>();
  const firsts = new Map<number, ExportRow>();
  const groups = new Map<number, ExportRow[]>();
  for (const row of rows) {
    // Without a date nobody knows whether two rows are of one day; the date's own error holds.
    if (row.dateIssue) continue;
    let account = accounts.get(row.account);
    if (account === undefined) {
      account = accounts.size;
      accounts.set(row.account, account);
    }
    const key = account * 2 ** 20 + row.day;
    const first = firsts.get(key);
    if (!first) {
      firsts.set(key, row);
      continue;
    }
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [first, row]);
  }
  return [...groups.values()];
}

function tabOf(row: ExportRow): string {
  return row.layout.table.grid.name;
}

function byPlace(a: ExportRow, b: ExportRow): number {
  return compareText(tabOf(a), tabOf(b)) || a.row - b.row;
}

function sameCells(a: ExportRow, b: ExportRow): boolean {
  const text = (row: ExportRow) =>
    rowText(row.layout.table.grid.rows[row.row] ?? [], columnsByHeader(row.layout.table.headers));
  return text(a) === text(b);
}

/** Pairs of columns with one header in two rows whose cells differ. */
function differences(a: ExportRow, b: ExportRow): { a: number; b: number }[] {
  const columnsA = columnsByHeader(a.layout.table.headers);
  const columnsB = columnsByHeader(b.layout.table.headers);
  const pairs = columnsA.map((column, index) => ({ a: column, b: columnsB[index] ?? column }));
  const rowA = a.layout.table.grid.rows[a.row] ?? [];
  const rowB = b.layout.table.grid.rows[b.row] ?? [];
  return pairs.filter((pair) => comparableCell(rowA[pair.a]) !== comparableCell(rowB[pair.b]));
}

function disputedColumns(kept: ExportRow, others: readonly ExportRow[]): ReadonlySet<number> | null {
  const columns = others.flatMap((other) => differences(kept, other).map((pair) => pair.a));
  return columns.length === 0 ? null : new Set(columns);
}

function contradiction(kept: ExportRow, other: ExportRow): Issue {
  const all = differences(kept, other);
  const read = new Set(kept.layout.inputs.map((input) => input.column));
  const pair = all.find(({ a }) => read.has(a)) ?? all[0] ?? { a: 0, b: 0 };
  const found = cellText(other.layout.table.grid.rows[other.row]?.[pair.b]);
  const values = {
    person: kept.person.name,
    day: showRange(kept.span ?? { first: kept.day, last: kept.day }),
    header: kept.layout.table.headers[pair.a]?.text ?? "",
    text: found.slice(0, 60),
    other: `${tabOf(kept)}!${cellName(kept.row + 1, pair.a + 1)}`,
    otherText: cellText(kept.layout.table.grid.rows[kept.row]?.[pair.a]).slice(0, 60),
  };
  const place = { tab: tabOf(other), row: other.row + 1, column: pair.b + 1 };
  return holding(issueAt("error", "rows-contradict", place, values, found), [kept.person.name]);
}

function countPair(
  pairs: Map<string, { tab: string; other: string; count: number }>,
  kept: ExportRow,
  row: ExportRow,
): void {
  const key = `${tabOf(kept)}\n${tabOf(row)}`;
  const known = pairs.get(key);
  if (known) known.count++;
  else pairs.set(key, { tab: tabOf(row), other: tabOf(kept), count: 1 });
}

function pairIssues(pairs: ReadonlyMap<string, { tab: string; other: string; count: number }>): Issue[] {
  return [...pairs.values()].map(({ tab, other, count }) => pastedTwice(tab, other, count));
}

/** The warning that rows of a tab stand in another tab (or in the same one) as well. */
export function pastedTwice(tab: string, other: string, count: number): Issue {
  const code = tab === other ? "rows-repeated" : "rows-pasted-twice";
  return issueAt("warning", code, { tab }, { other, count: String(count) });
}
