import {
  type MissingReading,
  type Reading,
  readNumber,
  readSeconds,
  type UnreadableReading,
} from "../engine/cell";
import { Exact } from "../engine/exact";
import { emptySeries, type FactSeries, packCell } from "../engine/facts";
import type { GridCell } from "../engine/grid";
import type { Issue } from "../engine/issue";
import type { Layout } from "./layout";
import type { DatedRow } from "./people";
import { type RateColumns, readRate } from "./rates";
import type { Input, Output, Recipe } from "./recipes";
import { unreadableIssue } from "./unread";

/** A row of an export with the measures that a contradicting row takes away from it. */
export interface ExportRow extends DatedRow {
  readonly layout: Layout;
  /** Set where the date cannot be read: nobody knows whether the row counts. */
  readonly dateIssue: Issue | null;
  /** Columns in which another row of the same account and day says something else. */
  disputed: ReadonlySet<number> | null;
}

/** Facts of one measure by person (`personKey`). */
export type SeriesByPerson = Map<string, FactSeries>;

const MISSING_READING: MissingReading = { kind: "missing", notReady: false };

/** Reads the rows of one export into series of facts, one map of persons per output. */
export class ExportReader {
  /** Cells whose figures come later (`延迟统计`). */
  notReady = 0;
  private readonly readings: Reading<Exact>[] = [];
  private readonly unclear: readonly (UnreadableReading | null)[];
  private readonly unclearIssues: readonly (Issue | null)[];

  /** @param rates decides the columns of rates over all tabs with these headers. */
  constructor(
    private readonly layout: Layout,
    rates: RateColumns,
  ) {
    const checks = layout.inputs.map((input) => rates.check(layout, input));
    this.unclearIssues = checks.map((check) => check.issue);
    this.unclear = checks.map((check) => check.reading);
    this.mixed = checks.map((check) => check.mixed);
  }

  /** Inputs in which some rates carry a percent sign and some do not. */
  private readonly mixed: readonly boolean[];

  /** Adds one person's rows to the person's series, which are in the order of the outputs. */
  readRows(rows: readonly ExportRow[], series: readonly FactSeries[]): void {
    const { outputs } = this.layout;
    for (const row of rows) {
      this.readInputs(row);
      for (let index = 0; index < outputs.length; index++) {
        const output = outputs[index] as Output;
        if (row.disputed && this.isDisputed(row.disputed, output.recipe)) continue;
        this.addOutput(row, output, series[index] as FactSeries);
      }
    }
  }

  private readInputs(row: ExportRow): void {
    const { inputs, table } = this.layout;
    const cells = table.grid.rows[row.row] ?? [];
    for (let index = 0; index < inputs.length; index++) {
      const input = inputs[index] as Input;
      const reading = this.unclear[index] ?? this.readInput(input, index, cells[input.column] ?? "");
      if (reading.kind === "missing" && reading.notReady) this.notReady++;
      this.readings[index] = reading;
    }
  }

  private readInput(input: Input, index: number, cell: GridCell): Reading<Exact> {
    if (input.as === "seconds") return readSeconds(cell, input.form);
    const reading = readNumber(cell);
    if (reading.kind !== "value") return reading;
    if (reading.percent && input.as !== "rate") return unusable("cell-percent", cell);
    if (!input.isMoney && reading.value.sign() < 0) return unusable("cell-negative", cell);
    if (reading.percent) return reading;
    if (input.as === "rate") return readRate(reading, input, this.mixed[index] === true, cell);
    return input.factor === 1
      ? reading
      : { ...reading, value: reading.value.times(Exact.integer(input.factor)) };
  }

  private isDisputed(disputed: ReadonlySet<number>, recipe: Recipe): boolean {
    return inputsOf(recipe).some((input) => disputed.has(this.layout.inputs[input]?.column ?? -1));
  }

  private addOutput(row: ExportRow, output: Output, series: FactSeries): void {
    const cell = packCell(this.layout.table.tabIndex, row.row + 1, output.column + 1);
    if (row.dateIssue) {
      series.unreadable.push({ day: row.day, cell, issue: row.dateIssue });
      return;
    }
    const value = this.applyRecipe(output.recipe);
    if (value instanceof Exact) {
      series.days.push(row.day);
      series.values.push(value);
      series.cells.push(cell);
    } else if (value !== null) {
      series.unreadable.push({ day: row.day, cell, issue: this.issueOf(row, value) });
    }
  }

  /** A value, null for missing, or the index of the input that cannot be read. */
  private applyRecipe(recipe: Recipe): Exact | null | number {
    if (recipe.kind === "direct") return this.valueOf(recipe.input);
    if (recipe.kind === "total") return this.totalOf(recipe.inputs);
    const [first, second] = inputsOf(recipe);
    const a = this.valueOf(first ?? 0);
    const b = this.valueOf(second ?? 0);
    if (typeof a === "number") return a;
    if (typeof b === "number") return b;
    if (!a || !b) return null;
    if (recipe.kind === "difference") return this.differenceOf(recipe, a.minus(b));
    return recipe.kind === "weight" ? b : a.times(b);
  }

  /** More unanswered than received buyers: one of the two cells is wrong, and nobody knows which. */
  private differenceOf({ from, less }: Recipe & { kind: "difference" }, value: Exact): Exact | number {
    const { inputs, table } = this.layout;
    const reading = this.readings[less];
    if (value.sign() >= 0 || inputs[less]?.isMoney || reading?.kind !== "value") return value;
    const other = table.headers[inputs[from]?.column ?? 0]?.text ?? "";
    const values = { text: reading.value.toText(8), other };
    this.readings[less] = { kind: "unreadable", problem: { code: "cell-above-other", values } };
    return less;
  }

  private valueOf(input: number): Exact | null | number {
    const reading = this.readings[input] ?? MISSING_READING;
    if (reading.kind === "value") return reading.value;
    return reading.kind === "missing" ? null : input;
  }

  /** Parts that are missing are left out of a total; a total without any part is missing. */
  private totalOf(inputs: readonly number[]): Exact | null | number {
    let total: Exact | null = null;
    for (const input of inputs) {
      const value = this.valueOf(input);
      if (typeof value === "number") return value;
      if (value) total = total ? total.plus(value) : value;
    }
    return total;
  }

  private issueOf(row: DatedRow, input: number): Issue {
    const unclear = this.unclearIssues[input];
    const reading = this.readings[input];
    if (unclear) return unclear;
    if (reading?.kind !== "unreadable") throw new Error("a readable cell has no issue");
    const { grid, headers } = this.layout.table;
    const column = this.layout.inputs[input]?.column ?? 0;
    return unreadableIssue(grid, row.row, column, headers[column]?.text ?? "", reading);
  }
}

/** The series of a person in a map, made where it is not there. */
export function seriesOf(target: SeriesByPerson, key: string): FactSeries {
  const known = target.get(key);
  if (known) return known;
  const series = emptySeries();
  target.set(key, series);
  return series;
}

function inputsOf(recipe: Recipe): readonly number[] {
  if (recipe.kind === "direct") return [recipe.input];
  if (recipe.kind === "total") return recipe.inputs;
  return recipe.kind === "difference" ? [recipe.from, recipe.less] : [recipe.value, recipe.weight];
}

/** A number that its column cannot hold: a percentage among counts or amounts, a count below zero. */
function unusable(code: string, cell: GridCell): UnreadableReading {
  return { kind: "unreadable", problem: { code, values: { text: String(cell).trim() } } };
}
