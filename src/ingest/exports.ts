import type { Month } from "../engine/calendar";
import type { DayRange } from "../engine/cell";
import { WHOLE_MONTH } from "../engine/facts";
import { columnLetters, type Issue, issueAt } from "../engine/issue";
import type { Roster } from "../engine/roster";
import { readBenchmark } from "./benchmarks";
import { SECONDS_MEASURES } from "./columns";
import {
  type Dating,
  dateOfRow,
  datingIssue,
  datingOf,
  daysOf,
  type RowDate,
  type TwinOrders,
} from "./dates";
import { uniqueRows } from "./duplicates";
import { ExportReader, type ExportRow, type SeriesByPerson, seriesOf } from "./export-reader";
import type { Layout } from "./layout";
import type { Contribution } from "./merge";
import { PersonFinder } from "./people";
import { RateColumns } from "./rates";
import type { Output } from "./recipes";
import type { Benchmark } from "./recognised";
import { cellText, RowSorter, signatureOf } from "./table";
import { Tally } from "./tally";
import { unreadableIssue } from "./unread";

/** One recognised export with the rows of it that count. */
export interface ExportTab {
  readonly layout: Layout;
  readonly agentColumn: number;
  readonly dating: Dating;
  readonly rows: ExportRow[];
  readonly tally: Tally;
  readonly benchmarks: readonly Benchmark[];
  /** Errors that hold everyone who needs a measure of this tab. */
  readonly broken: readonly { readonly measure: string; readonly issue: Issue }[];
  readonly issues: readonly Issue[];
}

/** Finds the rows of a recognised export that count in the month, with person and day. */
export function openExport(layout: Layout, roster: Roster, month: Month, twins?: TwinOrders): ExportTab {
  const { table, dateColumn } = layout;
  const finder = new PersonFinder(
    roster,
    layout.outputs.some(({ measure }) => measure === "scheduled_days"),
  );
  const agentColumn = likeliestAgentColumn(layout, finder);
  const dating = datingOf(table, dateColumn, month, twins);
  const tally = new Tally();
  const benchmarks: Benchmark[] = [];
  const rows: ExportRow[] = [];
  const sorter = new RowSorter(table, agentColumn, dateColumn, (text) => finder.isAccount(text));
  const reader = new RowFinder(layout, agentColumn, dating, finder, month, tally);
  for (let row = table.firstRow; row < table.grid.rows.length; row++) {
    const cells = table.grid.rows[row] ?? [];
    const kind = sorter.kindOf(cells);
    if (kind === "summary") benchmarks.push(readBenchmark(layout, row));
    if (kind !== "data") tally.leaveOut(kind, row);
    else {
      const found = reader.find(row);
      if (found) rows.push(found);
    }
  }
  return {
    layout,
    agentColumn,
    dating,
    rows,
    tally,
    benchmarks,
    ...tabIssues(layout, dating, month, rows.length),
  };
}

/** Among several columns of names the one in which most rows are somebody's. */
function likeliestAgentColumn({ table, agentColumns }: Layout, finder: PersonFinder): number {
  const [only] = agentColumns;
  if (only !== undefined && agentColumns.length === 1) return only;
  const rows = table.grid.rows.slice(table.firstRow);
  const known = agentColumns.map(
    (column) => rows.filter((row) => finder.accountOf(row[column]).owners.length > 0).length,
  );
  const best = Math.max(...known);
  return agentColumns[known.indexOf(best)] ?? 0;
}

/** Finds out for one row at a time whose it is and when. */
class RowFinder {
  constructor(
    private readonly layout: Layout,
    private readonly agentColumn: number,
    private readonly dating: Dating,
    private readonly finder: PersonFinder,
    private readonly month: Month,
    private readonly tally: Tally,
  ) {}

  find(row: number): ExportRow | null {
    const cells = this.layout.table.grid.rows[row] ?? [];
    const date = this.dateOf(row);
    if (typeof date === "string" || date.kind === "other-month" || date.kind === "no-date") {
      this.tally.leaveOut(typeof date === "string" ? date : date.kind, row);
      return null;
    }
    const place = { row, column: this.agentColumn };
    const owned = this.finder.find(cells[this.agentColumn], daysOf(date, this.month), place, this.tally);
    if (!owned) return null;
    const { shopColumn } = this.layout;
    const shop = shopColumn === null ? "" : cellText(cells[shopColumn]).trim();
    return {
      row,
      person: owned.person,
      account: shop === "" ? owned.account : `${owned.account}\n${shop}`,
      layout: this.layout,
      day: date.kind === "day" ? date.day : WHOLE_MONTH,
      span: date.kind === "span" ? date.span : date.kind === "day" ? null : this.month,
      dateIssue: date.kind === "unreadable" ? this.dateIssue(row, date.problem) : null,
      disputed: null,
    };
  }

  private dateOf(row: number): RowDate | "tab-of-other-month" | "undated" {
    const { dating, layout } = this;
    return dateOfRow(dating, layout.table.grid.rows[row] ?? []);
  }

  private dateIssue(row: number, problem: { code: string; values: Readonly<Record<string, string>> }): Issue {
    const { grid, headers } = this.layout.table;
    const column = this.layout.dateColumn ?? 0;
    return unreadableIssue(grid, row, column, headers[column]?.text ?? "", { problem });
  }
}

/** Issues of a tab as a whole: no date, another month, an undecided order, double headers, rates. */
function tabIssues(
  layout: Layout,
  dating: Dating,
  month: Month,
  rows: number,
): Pick<ExportTab, "broken" | "issues"> {
  const { grid, headers, headerRow } = layout.table;
  const header = (column: number) => headers[column]?.text ?? "";
  const broken = layout.ambiguous.map(({ measure, columns: [first, second] }) => {
    const values = {
      header: header(first),
      first: columnLetters(first + 1),
      second: columnLetters(second + 1),
    };
    const place = { tab: grid.name, row: headerRow + 1, column: second + 1 };
    return { measure, issue: issueAt("error", "header-twice", place, values, header(second)) };
  });
  for (const { measure, column, code } of layout.unusable) {
    const place = { tab: grid.name, row: headerRow + 1, column: column + 1 };
    const values = { header: header(column), measure };
    broken.push({ measure, issue: issueAt("error", code, place, values, header(column)) });
  }
  const dateIssue = datingIssue(layout.table, dating, month);
  if (dateIssue?.severity === "error") {
    broken.push(...layout.outputs.map(({ measure }) => ({ measure, issue: dateIssue })));
  }
  const issues = dateIssue && dateIssue.severity !== "error" ? [dateIssue] : [];
  const derived = layout.outputs.filter((output) => output.derived && rows > 0);
  for (const column of new Set(derived.map((output) => output.column))) {
    const own = derived.filter((output) => output.column === column);
    const place = { tab: grid.name, row: headerRow + 1, column: column + 1 };
    issues.push(
      issueAt("info", "recomputed-from-rate", place, {
        header: header(column),
        measures: own.map((output) => output.measure).join(", "),
        ...weightOf(layout, own),
      }),
    );
  }
  return { broken, issues };
}

/** The header of the weight by which measures come from their average; by receptions it says so. */
function weightOf(
  { inputs, outputs, table }: Layout,
  [first]: readonly Output[],
): { weight: string; receptions: string } {
  const recipe = first?.recipe;
  if (!first || (recipe?.kind !== "product" && recipe?.kind !== "weight"))
    return { weight: "", receptions: "" };
  const { column = 0 } = inputs[recipe.weight] ?? {};
  const header = table.headers[column]?.text ?? "";
  const isReceived = outputs.some((output) => output.measure === "received" && output.column === column);
  return isReceived && SECONDS_MEASURES.has(first.measure)
    ? { weight: "", receptions: header }
    : { weight: header, receptions: "" };
}

/** All exports of one layout and one kind of date, read together. */
interface Stratum {
  readonly key: string;
  readonly span: DayRange | null;
  readonly rows: ExportRow[];
}

/** The facts that exports give, by measure, with what is wrong. */
export interface ExportFacts {
  readonly byMeasure: ReadonlyMap<string, readonly Contribution[]>;
  readonly issues: readonly Issue[];
  /** Rows counted once only, by tab. */
  readonly dropped: ReadonlyMap<string, number>;
  /** Rows that contradict another one, by tab; neither counts. */
  readonly contradicting: ReadonlyMap<string, number>;
}

/** Reads all recognised exports of the month. */
export function readExports(tabs: readonly ExportTab[]): ExportFacts {
  const byMeasure = new Map<string, Contribution[]>();
  const issues: Issue[] = [];
  const dropped = new Map<string, number>();
  const contradicting = new Map<string, number>();
  for (const stratum of strataOf(tabs)) {
    const unique = uniqueRows(stratum.rows);
    issues.push(...unique.issues);
    addCounts(dropped, unique.dropped);
    addCounts(contradicting, unique.contradicting);
    for (const [measure, contribution] of readStratum(stratum, unique.rows, issues)) {
      const known = byMeasure.get(measure);
      if (known) known.push(contribution);
      else byMeasure.set(measure, [contribution]);
    }
  }
  return { byMeasure, issues, dropped, contradicting };
}

function addCounts(total: Map<string, number>, added: ReadonlyMap<string, number>): void {
  for (const [tab, count] of added) total.set(tab, (total.get(tab) ?? 0) + count);
}

function strataOf(tabs: readonly ExportTab[]): Stratum[] {
  const strata = new Map<string, Stratum>();
  for (const tab of tabs) {
    const signature = signatureOf(tab.layout.table);
    for (const [span, rows] of groupBy(tab.rows, (row) => row.span)) {
      const key = `${signature}\n${span ? `${span.first}-${span.last}` : ""}`;
      const known = strata.get(key);
      if (known) for (const row of rows) known.rows.push(row);
      else strata.set(key, { key, span, rows });
    }
  }
  return [...strata.values()];
}

function groupBy<K>(rows: readonly ExportRow[], keyOf: (row: ExportRow) => K): Map<K, ExportRow[]> {
  const groups = new Map<K, ExportRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function readStratum(
  stratum: Stratum,
  rows: readonly ExportRow[],
  issues: Issue[],
): Map<string, Contribution> {
  const contributions = new Map<string, Contribution & { people: SeriesByPerson }>();
  const rates = new RateColumns(rows);
  for (const [layout, own] of groupBy(rows, (row) => row.layout)) {
    const reader = new ExportReader(layout, rates);
    const targets = layout.outputs.map(({ measure, derived }) => {
      const known = contributions.get(measure);
      if (known) return known.people;
      const people: SeriesByPerson = new Map();
      contributions.set(measure, { source: stratum.key, span: stratum.span, derived, people });
      return people;
    });
    for (const [person, rows] of groupBy(own, (row) => row.person)) {
      reader.readRows(
        rows,
        targets.map((target) => seriesOf(target, person.key)),
      );
    }
    if (reader.notReady > 0) {
      const place = { tab: layout.table.grid.name };
      issues.push(issueAt("warning", "figures-not-ready", place, { count: String(reader.notReady) }));
    }
  }
  return contributions;
}
