import { Exact } from "../engine/exact";
import { emptySeries, type FactSeries, packCell, type Rollup } from "../engine/facts";
import type { Failure } from "../engine/formula/value";
import { type Issue, issueAt } from "../engine/issue";
import type { How, SourceRow } from "../engine/source";
import { type SeriesByPerson, seriesOf } from "./export-reader";
import { cellReader, type Measured } from "./source-cells";
import type { OpenSource, ViewRow } from "./source-view";

/** The facts of one measure from its Sources rows. */
export interface SourceFacts {
  readonly name: string;
  readonly rollup: Rollup;
  readonly absent: "zero" | "none";
  readonly people: SeriesByPerson;
  readonly shop: FactSeries | null;
  readonly broken: readonly Issue[];
}

/** How the values of a day, of a month and of a team are put together, by the word in How. */
export const ROLLUPS: Readonly<Record<How, Rollup>> = {
  count: "sum",
  sum: "sum",
  average: "mean",
  weighted: "mean",
  min: "min",
  max: "max",
  distinct: "distinct",
};

/** Collects the facts of one measure from its Sources rows. */
export class MeasureReader {
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
