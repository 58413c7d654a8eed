import type { Month } from "../engine/calendar";
import type { Grid } from "../engine/grid";
import type { Issue } from "../engine/issue";
import { nameKey } from "../engine/name";
import type { Roster } from "../engine/roster";
import type { SourceRow } from "../engine/source";
import { PersonFinder } from "./people";
import { findColumns, findTable, type SourceColumns, sourceIssue } from "./source-columns";
import { MeasureReader, ROLLUPS, type SourceFacts } from "./source-measure";
import { repeatedRows } from "./source-repeats";
import { type OpenSource, openView, type View } from "./source-view";
import type { Table } from "./table";
import { compileWhere } from "./where";

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
    private readonly isCounted: (measure: string) => boolean = () => false,
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
    if (issue.tab && (issue.code === "rows-pasted-twice" || issue.code === "rows-repeated")) {
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
    const isCounted = this.isCounted(nameKey(source.measure));
    return { source, table, columns, view, test: where?.test ?? null, isCounted };
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
    const key = [table.tabIndex, columns.person, columns.date].join("\n");
    const known = this.viewCache.get(key);
    if (known) return known;
    const tabKey = nameKey(table.grid.name);
    const isSchedule = this.sources.some(
      ({ tab, measure }) => nameKey(tab) === tabKey && nameKey(measure) === "scheduled_days",
    );
    const view = openView(table, columns, new PersonFinder(this.roster, isSchedule), this.month);
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
