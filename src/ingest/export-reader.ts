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
import { type Issue, issueAt } from "../engine/issue";
import type { Input, Layout, Output, Recipe } from "./layout";
import type { DatedRow } from "./people";
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

  constructor(
    private readonly layout: Layout,
    rows: readonly DatedRow[],
  ) {
    const checks = layout.inputs.map((input) => checkRates(layout, input, rows));
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
    if (reading.kind !== "value" || reading.percent) return reading;
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
    if (recipe.kind === "difference") return a.minus(b);
    return recipe.kind === "weight" ? b : a.times(b);
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

const HIGHEST_FRACTION = Exact.scaled(15, 1);

/** A plain number in a column of rates: a fraction, or a percentage where the header says `%`. */
function readRate(
  reading: { readonly kind: "value"; readonly value: Exact; readonly percent: boolean },
  input: Input,
  isMixed: boolean,
  cell: GridCell,
): Reading<Exact> {
  if (input.isPercent) return { ...reading, value: reading.value.over(Exact.HUNDRED) };
  if (!isMixed || reading.value.compare(HIGHEST_FRACTION) <= 0) return reading;
  const text = String(cell).trim();
  const fraction = reading.value.over(Exact.HUNDRED).toText(8);
  return { kind: "unreadable", problem: { code: "rate-without-percent", values: { text, fraction } } };
}

interface RateCheck {
  readonly reading: UnreadableReading | null;
  readonly issue: Issue | null;
  readonly mixed: boolean;
}

const CLEAR: RateCheck = { reading: null, issue: null, mixed: false };

/**
 * A column of rates is decided as a whole (DOMAIN B.10): with percent signs, or as fractions. A
 * plain number above 1.5 in a column without any percent sign is asked about.
 */
function checkRates({ table, inputs }: Layout, input: Input, rows: readonly DatedRow[]): RateCheck {
  if (input.as !== "rate" || input.isPercent || !inputs.includes(input)) return CLEAR;
  let large: { row: number; value: Exact } | null = null;
  for (const { row } of rows) {
    const reading = readNumber(table.grid.rows[row]?.[input.column] ?? "");
    if (reading.kind !== "value") continue;
    if (reading.percent) return { ...CLEAR, mixed: true };
    if (!large && reading.value.compare(HIGHEST_FRACTION) > 0) large = { row, value: reading.value };
  }
  if (!large) return CLEAR;
  const number = large.value.toText(8);
  const values = {
    header: table.headers[input.column]?.text ?? "",
    text: number,
    fraction: large.value.over(Exact.HUNDRED).toText(8),
  };
  const place = { tab: table.grid.name, row: large.row + 1, column: input.column + 1 };
  return {
    reading: { kind: "unreadable", problem: { code: "rate-column-unclear", values } },
    issue: issueAt("error", "rate-column-unclear", place, values, number),
    mixed: false,
  };
}
