import { showRange } from "../engine/calendar";
import { cellName, holding, type Issue, issueAt } from "../engine/issue";
import type { ExportRow } from "./export-reader";
import { canAddUp, isRegister } from "./sums";
import { cellText, columnsByHeader, comparableCell, compareText, rowText } from "./table";

/** What became of rows that stand twice in exports of one layout. */
export interface UniqueRows {
  readonly rows: readonly ExportRow[];
  /** Rows counted once only, by tab. */
  readonly dropped: ReadonlyMap<string, number>;
  /** Rows that say something else than an earlier one of the same account and day, by tab. */
  readonly contradicting: ReadonlyMap<string, number>;
  readonly issues: readonly Issue[];
}

/**
 * Keeps one of the rows that are equal in every cell, and takes from rows that contradict each
 * other (same account and day) what they contradict in; that is an error which holds the person
 * (READINGS 3.13). The rows must be of one layout; which tab comes first does not matter.
 */
export function uniqueRows(rows: readonly ExportRow[]): UniqueRows {
  const groups = groupRows(rows);
  if (groups.length === 0) return { rows, dropped: new Map(), contradicting: new Map(), issues: [] };
  const removed = new Set<ExportRow>();
  const repeats = new Repeats();
  const contradicting = new Map<string, number>();
  const issues: Issue[] = [];
  for (const group of groups) {
    const ordered = [...group].sort(byPlace);
    const [kept, ...others] = ordered;
    if (!kept) continue;
    for (const other of others) {
      removed.add(other);
      if (sameCells(kept, other)) {
        repeats.add(tabOf(other), tabOf(kept), other.row + 1, isRegister(other.layout));
        continue;
      }
      issues.push(contradiction(kept, other));
      contradicting.set(tabOf(other), (contradicting.get(tabOf(other)) ?? 0) + 1);
    }
    kept.disputed = disputedColumns(kept, others);
  }
  return {
    rows: rows.filter((row) => !removed.has(row)),
    dropped: repeats.byTab(),
    contradicting,
    issues: [...issues, ...repeats.issues()],
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
    sums: canAddUp(kept.layout) && canAddUp(other.layout) ? tabsOf(kept, other) : "",
  };
  const place = { tab: tabOf(other), row: other.row + 1, column: pair.b + 1 };
  return holding(issueAt("error", "rows-contradict", place, values, found), [kept.person.name]);
}

function tabsOf(kept: ExportRow, other: ExportRow): string {
  return [...new Set([tabOf(kept), tabOf(other)])].join(", ");
}

/** So many rows, or runs of rows, are named; the rest is counted. */
const MOST_ROWS = 10;

/** Rows that stand in another tab, or in the same one, as well. */
export class Repeats {
  private readonly pairs = new Map<
    string,
    { tab: string; other: string; rows: number[]; isRegister: boolean }
  >();

  /**
   * Notes a row (from 1) of a tab that is not counted, for it stands in the other tab.
   *
   * @param isRegister each row may be an event of its own, two of which can be equal.
   */
  add(tab: string, other: string, row: number, isRegister = false): void {
    const key = `${tab}\n${other}`;
    const known = this.pairs.get(key);
    if (known) known.rows.push(row);
    else this.pairs.set(key, { tab, other, rows: [row], isRegister });
  }

  /** How many rows of each tab are not counted. */
  byTab(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { tab, rows } of this.pairs.values()) counts.set(tab, (counts.get(tab) ?? 0) + rows.length);
    return counts;
  }

  issues(): Issue[] {
    return [...this.pairs.values()].map(({ tab, other, rows, isRegister }) =>
      pastedTwice(tab, other, rows, isRegister && tab === other ? tab : ""),
    );
  }
}

/**
 * The warning that rows (from 1) of a tab stand in another tab (or in the same one) as well.
 *
 * @param sums the tab that Sources may add up instead, where each row may count.
 */
export function pastedTwice(tab: string, other: string, rows: readonly number[], sums = ""): Issue {
  const code = tab === other ? "rows-repeated" : "rows-pasted-twice";
  const ordered = [...rows].sort((a, b) => a - b);
  const [first = 1] = ordered;
  const values = { other, count: String(rows.length), rows: rowWords(ordered), ...(sums && { sums }) };
  return issueAt("warning", code, { tab, row: first }, values);
}

/** Rows in order as `3, 7–9, …`. */
function rowWords(rows: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const row of rows) {
    const run = runs[runs.length - 1];
    if (run?.last === row - 1) run.last = row;
    else runs.push({ first: row, last: row });
  }
  const named = runs
    .slice(0, MOST_ROWS)
    .map(({ first, last }) => (first === last ? String(first) : `${first}–${last}`));
  return runs.length > MOST_ROWS ? `${named.join(", ")}, …` : named.join(", ");
}
