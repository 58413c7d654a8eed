import type { Month } from "../engine/calendar";
import { isTimeCell, type Reading, readNumber, readSeconds, type SecondsForm } from "../engine/cell";
import { Exact } from "../engine/exact";
import { emptySeries, type FactSeries, packCell, type Rollup, WHOLE_MONTH } from "../engine/facts";
import type { Failure } from "../engine/formula/value";
import { type Grid, type GridCell, isBlank } from "../engine/grid";
import { cellName, type Issue, issueAt } from "../engine/issue";
import { nameKey } from "../engine/name";
import type { Person, Roster } from "../engine/roster";
import type { How, SourceRow } from "../engine/source";
import { type Dating, dateOfRow, datingOf, daysOf, otherMonthIssue } from "./dates";
import { pastedTwice } from "./duplicates";
import { type SeriesByPerson, seriesOf } from "./export-reader";
import { dateOrderIssue } from "./exports";
import { secondsForm } from "./layout";
import { PersonFinder } from "./people";
import {
  cellText,
  columnsByHeader,
  compareText,
  HEADER_ROWS,
  isEmpty,
  RowSorter,
  readHeaders,
  rowText,
  signatureOf,
  type Table,
} from "./table";
import { Tally } from "./tally";
import { unreadableIssue } from "./unread";
import { type CompiledWhere, columnsNamed, compileWhere, seenHeaders } from "./where";

/** A row of a table in the month, with its person (null: the shop's, or not on Staff). */
interface ViewRow {
  readonly row: number;
  readonly person: Person | null;
  readonly day: number;
  readonly dateIssue: Issue | null;
}

/** A table read by one person column and one date column; several Sources rows share it. */
export interface View {
  readonly table: Table;
  readonly rows: readonly ViewRow[];
  /** The table has a row in the month, whoever it is about. */
  readonly hasRows: boolean;
  readonly tally: Tally;
  readonly issues: readonly Issue[];
  /** First and last day of its rows; null without rows. */
  readonly days: { readonly first: number; readonly last: number } | null;
}

/** The columns of a Sources row in its table, counted from 0. */
interface SourceColumns {
  readonly person: number | null;
  readonly date: number | null;
  readonly value: number | null;
  readonly weight: number | null;
}

/** A Sources row that can be read. */
interface OpenSource {
  readonly source: SourceRow;
  readonly table: Table;
  readonly columns: SourceColumns;
  readonly view: View;
  readonly test: NonNullable<CompiledWhere["test"]> | null;
}

/** The facts of one measure from its Sources rows. */
export interface SourceFacts {
  readonly name: string;
  readonly rollup: Rollup;
  readonly absent: "zero" | "none";
  readonly people: SeriesByPerson;
  readonly shop: FactSeries | null;
  readonly broken: readonly Issue[];
}

const ROLLUPS: Readonly<Record<How, Rollup>> = {
  count: "sum",
  sum: "sum",
  average: "mean",
  weighted: "mean",
  min: "min",
  max: "max",
  distinct: "distinct",
};

/** Everything that the Sources tab asks for, read (READINGS 3.13). */
export class SourceReader {
  readonly facts = new Map<string, SourceFacts>();
  readonly issues: Issue[] = [];
  /** Views by tab name, for the Checks tab. */
  readonly views = new Map<string, View[]>();
  /** Measured columns by tab name. */
  readonly columns = new Map<string, { column: number; header: string; measure: string }[]>();
  readonly dropped = new Map<string, number>();
  private readonly tables = new Map<string, Table>();
  private readonly viewCache = new Map<string, View | Issue>();

  constructor(
    private readonly grids: readonly Grid[],
    private readonly sources: readonly SourceRow[],
    private readonly roster: Roster,
    private readonly month: Month,
  ) {
    for (const [key, rows] of groupByMeasure(sources)) this.facts.set(key, this.readMeasure(rows));
  }

  /** The grid that a Sources row names. */
  private gridOf({ tab }: SourceRow): Grid | undefined {
    const exact = this.grids.find((grid) => grid.name === tab);
    return exact ?? this.grids.find((grid) => nameKey(grid.name) === nameKey(tab));
  }

  private readMeasure(rows: readonly SourceRow[]): SourceFacts {
    const [first] = rows;
    if (!first) throw new Error("a measure without rows");
    const reader = new MeasureReader(first);
    const broken: Issue[] = [];
    if (rows.length > 1 && rows.some(({ how }) => how !== "sum" && how !== "count")) {
      broken.push(
        ...rows.slice(1).map((row) => sourceIssue("sources-measure-twice", row, null, { how: row.how })),
      );
    }
    const open: OpenSource[] = [];
    for (const row of broken.length > 0 ? [] : rows) {
      const opened = this.open(row);
      if (Array.isArray(opened)) broken.push(...opened);
      else open.push(opened);
    }
    const drops = repeatedRows(open);
    for (const issue of drops.issues) this.noteOnce(issue);
    for (const source of open) reader.read(source, drops.rowsOf(source));
    for (const issue of reader.issues) this.noteOnce(issue);
    return { name: first.measure, rollup: ROLLUPS[first.how], broken, ...reader.result() };
  }

  /** Several measures of one table meet the same doubled rows: they are told once. */
  private noteOnce(issue: Issue): void {
    const isKnown = this.issues.some(
      (known) =>
        known.code === issue.code && known.tab === issue.tab && known.values?.other === issue.values?.other,
    );
    if (isKnown) return;
    this.issues.push(issue);
    const count = Number(issue.values?.count ?? 0);
    if (issue.code === "rows-pasted-twice" && issue.tab) {
      this.dropped.set(issue.tab, Math.max(count, this.dropped.get(issue.tab) ?? 0));
    }
  }

  /** Resolves tab, columns, dates and condition; the issues of what cannot be resolved. */
  private open(source: SourceRow): OpenSource | Issue[] {
    const grid = this.gridOf(source);
    if (!grid) {
      const seen = this.grids.map(({ name }) => name).join(", ");
      return [sourceIssue("sources-tab-missing", source, "tab", { tab: source.tab, seen })];
    }
    const table = this.tableOf(grid);
    const columns = findColumns(table, source);
    if (Array.isArray(columns)) return columns;
    if (source.how === "weighted" && columns.weight === null) {
      return [sourceIssue("sources-weight-missing", source, "weightColumn")];
    }
    if (source.how !== "count" && columns.value === null)
      return [sourceIssue("sources-column-blank", source, "column")];
    const where = source.where === "" ? null : compileWhere(source.where, table);
    if (where?.problem)
      return [sourceIssue(where.problem.code, source, "where", where.problem.values, source.where)];
    const view = this.viewOf(table, columns);
    if ("severity" in view) return [view];
    this.noteColumns(source, table, columns);
    return { source, table, columns, view, test: where?.test ?? null };
  }

  private noteColumns({ measure }: SourceRow, { grid, headers }: Table, { value }: SourceColumns): void {
    const known = this.columns.get(grid.name) ?? [];
    const header = value === null ? "" : (headers[value]?.text ?? "");
    this.columns.set(grid.name, [...known, { column: value ?? 0, header, measure }]);
  }

  /** The table of a grid: the header row is the one that has most of the headers asked for. */
  private tableOf(grid: Grid): Table {
    const known = this.tables.get(grid.name);
    if (known) return known;
    const wanted = this.sources
      .filter((source) => this.gridOf(source) === grid)
      .flatMap(({ personColumn, dateColumn, column, weightColumn }) => [
        personColumn,
        dateColumn,
        column,
        weightColumn,
      ]);
    const table = findTable(
      grid,
      this.grids.indexOf(grid),
      wanted.filter((header) => header !== ""),
    );
    this.tables.set(grid.name, table);
    return table;
  }

  private viewOf(table: Table, columns: SourceColumns): View | Issue {
    const key = `${table.tabIndex} ${columns.person} ${columns.date}`;
    const known = this.viewCache.get(key);
    if (known) return known;
    const view = openView(table, columns, this.roster, this.month);
    this.viewCache.set(key, view);
    if ("severity" in view) return view;
    const { name } = table.grid;
    this.views.set(name, [...(this.views.get(name) ?? []), view]);
    return view;
  }
}

function groupByMeasure(sources: readonly SourceRow[]): Map<string, SourceRow[]> {
  const groups = new Map<string, SourceRow[]>();
  for (const source of sources) {
    const key = nameKey(source.measure);
    const group = groups.get(key);
    if (group) group.push(source);
    else groups.set(key, [source]);
  }
  return groups;
}

function sourceIssue(
  code: string,
  source: SourceRow,
  column: keyof SourceRow["columns"] | null,
  values: Readonly<Record<string, string>> = {},
  found?: string,
): Issue {
  const place = column === null ? source.place : { ...source.place, column: source.columns[column] };
  return issueAt("error", code, place, { measure: source.measure, source: source.source, ...values }, found);
}

function findTable(grid: Grid, tabIndex: number, wanted: readonly string[]): Table {
  let best = { headerRow: 0, score: -1 };
  for (let headerRow = 0; headerRow < Math.min(HEADER_ROWS, grid.rows.length); headerRow++) {
    const headers = readHeaders(grid, headerRow);
    const table = { grid, tabIndex, headers, headerRow, firstRow: headerRow + 1 };
    const found =
      new Set(wanted).size === 0
        ? 0
        : wanted.filter((header) => columnsNamed(table, header).length > 0).length;
    const filled = headers.filter((header) => header.text !== "").length;
    const score = found + (filled > 0 ? 0.5 : 0);
    if (score > best.score) best = { headerRow, score };
  }
  const { headerRow } = best;
  return { grid, tabIndex, headers: readHeaders(grid, headerRow), headerRow, firstRow: headerRow + 1 };
}

function findColumns(table: Table, source: SourceRow): SourceColumns | Issue[] {
  const issues: Issue[] = [];
  const find = (part: "personColumn" | "dateColumn" | "column" | "weightColumn"): number | null => {
    const header = source[part];
    if (header === "") return null;
    const [column, rival] = columnsNamed(table, header);
    if (column === undefined) {
      const values = { header, tab: table.grid.name, seen: seenHeaders(table) };
      issues.push(sourceIssue("sources-column-missing", source, part, values, header));
    } else if (rival !== undefined) {
      const names = {
        first: cellName(table.headerRow + 1, column + 1),
        second: cellName(table.headerRow + 1, rival + 1),
      };
      issues.push(
        sourceIssue("sources-column-twice", source, part, { header, tab: table.grid.name, ...names }, header),
      );
    }
    return column ?? null;
  };
  const columns = {
    person: find("personColumn"),
    date: find("dateColumn"),
    value: find("column"),
    weight: source.how === "weighted" ? find("weightColumn") : null,
  };
  return issues.length > 0 ? issues : columns;
}

/** Sorts the rows of a table by month and person. An issue where it cannot be dated at all. */
function openView(table: Table, columns: SourceColumns, roster: Roster, month: Month): View | Issue {
  const dating = datingOf(table, columns.date, month);
  const problem = undatedIssue(table, dating, month);
  if (problem?.severity === "error") return problem;
  const finder = new PersonFinder(roster);
  const sorter = new RowSorter(table, columns.person, columns.date, (text) => finder.isAccount(text));
  const scan = new ViewScan(table, columns, dating, finder, month);
  for (let row = table.firstRow; row < table.grid.rows.length; row++) {
    const kind = sorter.kindOf(table.grid.rows[row] ?? []);
    if (kind === "data") scan.add(row);
    else scan.tally.leaveOut(kind, row);
  }
  return scan.view(problem ? [problem] : []);
}

class ViewScan {
  readonly tally = new Tally();
  private readonly rows: ViewRow[] = [];
  private first = Number.MAX_SAFE_INTEGER;
  private last = 0;

  constructor(
    private readonly table: Table,
    private readonly columns: SourceColumns,
    private readonly dating: Dating,
    private readonly finder: PersonFinder,
    private readonly month: Month,
  ) {}

  add(row: number): void {
    const cells = this.table.grid.rows[row] ?? [];
    const date = dateOfRow(this.dating, cells);
    if (typeof date === "string" || date.kind === "other-month" || date.kind === "no-date") {
      this.tally.leaveOut(typeof date === "string" ? date : date.kind, row);
      return;
    }
    const days = daysOf(date, this.month);
    this.first = Math.min(this.first, days.first);
    this.last = Math.max(this.last, days.last);
    const { person } = this.columns;
    const owned =
      person === null ? null : this.finder.find(cells[person], days, { row, column: person }, this.tally);
    if (person !== null && !owned) return;
    this.rows.push({
      row,
      person: owned?.person ?? null,
      day: date.kind === "day" ? date.day : WHOLE_MONTH,
      dateIssue: date.kind === "unreadable" ? this.dateIssue(row, date.problem) : null,
    });
  }

  private dateIssue(row: number, problem: { code: string; values: Readonly<Record<string, string>> }): Issue {
    const column = this.columns.date ?? 0;
    return unreadableIssue(this.table.grid, row, column, this.table.headers[column]?.text ?? "", { problem });
  }

  view(issues: readonly Issue[]): View {
    const hasRows = this.last > 0;
    const days = hasRows ? { first: this.first, last: this.last } : null;
    return { table: this.table, rows: this.rows, hasRows, tally: this.tally, issues, days };
  }
}

function undatedIssue(table: Table, dating: Dating, month: Month): Issue | null {
  const { grid, headers, headerRow } = table;
  if (dating.kind === "undated") {
    return issueAt("error", "tab-without-date", { tab: grid.name }, { tab: grid.name, month: month.text });
  }
  if (dating.kind === "order")
    return dateOrderIssue(grid, headers[dating.column]?.text ?? "", headerRow, dating);
  if (dating.kind !== "other-month") return null;
  const count = grid.rows.slice(table.firstRow).filter((row) => !isEmpty(row)).length;
  return otherMonthIssue(grid.name, dating.span, month, count);
}

/**
 * Rows of several tables with one header that are equal in every cell count once: of each such
 * row the table that has it most often keeps its rows, and the others lose theirs.
 */
function repeatedRows(open: readonly OpenSource[]): {
  issues: Issue[];
  rowsOf: (source: OpenSource) => ReadonlySet<number> | null;
} {
  const issues: Issue[] = [];
  const kept = new Map<Table, RowTexts>();
  for (const { table, view } of open) if (!kept.has(table)) kept.set(table, new RowTexts(table, view));
  const tables = [...kept.values()].sort((a, b) => compareText(a.tab, b.tab));
  tables.forEach((table, index) => {
    for (const other of tables.slice(0, index)) {
      const count = table.signature === other.signature ? table.dropThoseIn(other) : 0;
      if (count > 0) issues.push(pastedTwice(table.tab, other.tab, count));
    }
  });
  return { issues, rowsOf: ({ table }) => kept.get(table)?.dropped ?? null };
}

/** The rows of a view as texts, less those that stand in an earlier table as well. */
class RowTexts {
  readonly dropped = new Set<number>();
  readonly tab: string;
  readonly signature: string;
  private readonly columns: readonly number[];

  constructor(
    private readonly table: Table,
    private readonly view: View,
  ) {
    this.tab = table.grid.name;
    this.signature = signatureOf(table);
    this.columns = columnsByHeader(table.headers);
  }

  /** Drops of each row as many as the other table keeps; gives their number. */
  dropThoseIn(other: RowTexts): number {
    const left = new Map<string, number>();
    for (const [, text] of other.rows()) left.set(text, (left.get(text) ?? 0) + 1);
    const found: number[] = [];
    for (const [row, text] of this.rows()) {
      const count = left.get(text) ?? 0;
      if (count === 0) continue;
      left.set(text, count - 1);
      found.push(row);
    }
    for (const row of found) this.dropped.add(row);
    return found.length;
  }

  private *rows(): Generator<[row: number, text: string]> {
    for (const { row } of this.view.rows) {
      if (!this.dropped.has(row)) yield [row, rowText(this.table.grid.rows[row] ?? [], this.columns)];
    }
  }
}

/** A measured cell: a value, nothing, or an issue. */
type Measured = { readonly value: Exact | string; readonly weight: Exact | null } | Issue | null;

/** Collects the facts of one measure from its Sources rows. */
class MeasureReader {
  private readonly people: SeriesByPerson = new Map();
  private shop: FactSeries | null = null;
  private isZeroWhereAbsent = false;
  readonly issues: Issue[] = [];

  constructor(private readonly first: SourceRow) {}

  read(open: OpenSource, dropped: ReadonlySet<number> | null): void {
    const { source, view, table } = open;
    const isCounted =
      source.how === "count" || source.how === "distinct" || (source.how === "sum" && open.test !== null);
    if (isCounted && view.hasRows) this.isZeroWhereAbsent = true;
    if (open.columns.person === null) this.shop ??= emptySeries();
    const read = cellReader(open, this.issues);
    for (const viewRow of view.rows) {
      if (dropped?.has(viewRow.row)) continue;
      const cells = table.grid.rows[viewRow.row] ?? [];
      const kept = open.test ? open.test(cells) : true;
      if (kept === false) continue;
      const measured =
        kept === true ? (viewRow.dateIssue ?? read(viewRow.row, cells)) : whereIssue(open, viewRow.row, kept);
      if (measured !== null) this.add(open, viewRow, measured);
    }
  }

  private add(
    { table, columns, source }: OpenSource,
    { row, person, day }: ViewRow,
    measured: NonNullable<Measured>,
  ): void {
    const series = person ? seriesOf(this.people, person.key) : this.shop;
    if (!series) return;
    const cell = packCell(table.tabIndex, row + 1, (columns.value ?? columns.person ?? 0) + 1);
    if ("severity" in measured) {
      series.unreadable.push({ day, cell, issue: measured });
      return;
    }
    series.days.push(day);
    series.values.push(measured.value);
    series.cells.push(cell);
    if (ROLLUPS[source.how] === "mean") series.weights.push(measured.weight ?? Exact.ONE);
  }

  result(): Pick<SourceFacts, "absent" | "people" | "shop"> {
    const shop = this.shop ?? (this.first.personColumn === "" ? emptySeries() : null);
    return { absent: this.isZeroWhereAbsent ? "zero" : "none", people: this.people, shop };
  }
}

function whereIssue({ table, source }: OpenSource, row: number, failed: Failure): Issue {
  const [problem] = failed.problems;
  const values = { ...problem?.values, formula: source.where, row: String(row + 1) };
  return issueAt(
    "error",
    problem?.code ?? "where-not-a-condition",
    { tab: table.grid.name, row: row + 1 },
    values,
  );
}

/** How the cells of a Sources row's column are read. */
function cellReader(
  open: OpenSource,
  issues: Issue[],
): (row: number, cells: readonly GridCell[]) => Measured {
  const { source, columns } = open;
  const { value } = columns;
  if (source.how === "count")
    return (_row, cells) => (value === null || isFilled(cells[value]) ? COUNTED : null);
  if (value === null) throw new Error("a measured column was checked before");
  if (source.how === "distinct") return distinctReader(open, value, issues);
  const measure = numberReader(open, value);
  const { weight } = columns;
  if (weight === null) return (row, cells) => toMeasured(measure(row, cells), Exact.ONE);
  const weigh = numberReader(open, weight);
  return (row, cells) => {
    const number = measure(row, cells);
    if (number === null || !(number instanceof Exact)) return number;
    const weighed = weigh(row, cells);
    return weighed instanceof Exact ? toMeasured(number, weighed) : weighed;
  };
}

const COUNTED = { value: Exact.ONE, weight: null };

function toMeasured(value: Exact | Issue | null, weight: Exact): Measured {
  return value instanceof Exact ? { value, weight } : value;
}

/** `count` with a column counts cells that hold something; marks for missing data do not. */
function isFilled(cell: GridCell | undefined): boolean {
  if (typeof cell !== "string") return cell !== undefined;
  return !isBlank(cell) && readNumber(cell).kind !== "missing";
}

function numberReader(
  { table }: OpenSource,
  column: number,
): (row: number, cells: readonly GridCell[]) => Exact | Issue | null {
  const header = table.headers[column];
  const form = header ? durationForm(table, column) : null;
  const isMixed = form === null && hasPercent(table, column);
  return (row, cells) => {
    const cell = cells[column] ?? "";
    const reading = form
      ? readSeconds(cell, form)
      : plainNumber(cell, isMixed, header?.unit.isPercent === true);
    if (reading.kind === "value") return reading.value;
    if (reading.kind === "missing") return null;
    return unreadableIssue(table.grid, row, column, header?.text ?? "", reading);
  };
}

const HIGHEST_FRACTION = Exact.scaled(15, 1);

/** Beside cells with percent signs a plain number above 1.5 may have lost its sign. */
function plainNumber(cell: GridCell, isMixed: boolean, isPercentColumn: boolean): Reading<Exact> {
  const reading = readNumber(cell);
  if (reading.kind !== "value" || reading.percent) return reading;
  if (isPercentColumn && isMixed) return { ...reading, value: reading.value.over(Exact.HUNDRED) };
  if (!isMixed || reading.value.compare(HIGHEST_FRACTION) <= 0) return reading;
  const fraction = reading.value.over(Exact.HUNDRED).toText(8);
  return {
    kind: "unreadable",
    problem: { code: "rate-without-percent", values: { text: cellText(cell).trim(), fraction } },
  };
}

function hasPercent(table: Table, column: number): boolean {
  return table.grid.rows.some((row, index) => {
    const cell = row[column];
    return index >= table.firstRow && typeof cell === "string" && /[%％]\s*$/.test(cell);
  });
}

const SECONDS_HEADER = /秒|时长|時長|响应时间|響應時間|回應時間|second|duration|\(s\)|mm:ss/i;

/** Set for a column of durations: its header says so, or it holds time cells. */
function durationForm(table: Table, column: number): SecondsForm | null {
  const header = table.headers[column];
  if (!header) return null;
  const isTime = SECONDS_HEADER.test(header.text.normalize("NFKC")) || header.unit.isTime;
  if (isTime || table.grid.rows.some((row, index) => index >= table.firstRow && isTimeCell(row[column]))) {
    return secondsForm(header);
  }
  return null;
}

/** Numbers from this size on have lost digits where they were order numbers. */
const LONG_NUMBER = 1e15;

function distinctReader(
  { table }: OpenSource,
  column: number,
  issues: Issue[],
): (row: number, cells: readonly GridCell[]) => Measured {
  let isTold = false;
  return (row, cells) => {
    const cell = cells[column] ?? "";
    if (!isFilled(cell)) return null;
    if (!isTold && typeof cell === "number" && Math.abs(cell) >= LONG_NUMBER) {
      isTold = true;
      const place = { tab: table.grid.name, row: row + 1, column: column + 1 };
      issues.push(
        issueAt("warning", "long-number", place, { header: table.headers[column]?.text ?? "" }, String(cell)),
      );
    }
    return { value: identity(cell), weight: null };
  };
}

/** A value as it is told apart from others: `="123"`, `'123` and 123 are one. */
function identity(cell: GridCell): string {
  if (typeof cell === "object") return `@${cell.serial}`;
  const text = cellText(cell).normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
  return text.replace(/^="(.*)"$/, "$1").replace(/^'/, "");
}
