import * as z from "zod/mini";
import type { Day, Month } from "../engine/calendar";
import { isoOfDay } from "../engine/calendar";
import { type DateOrder, dateOrder, readDate, readMonth, readNumber } from "../engine/cell";
import { Exact } from "../engine/exact";
import { parseFormula } from "../engine/formula/parse";
import { failure, type Problem } from "../engine/formula/value";
import { type Grid, type GridCell, isBlank, isDateCell } from "../engine/grid";
import { type Issue, issueAt, type Place } from "../engine/issue";
import { placed } from "../engine/ledger";
import type { FormulaCell } from "../engine/plan";
import type { FoundTab } from "./tabs";
import { findWord, type WordList } from "./words";

z.config({ jitless: true });

/** A number as it was typed: `percent` where the cell showed a percentage. */
export interface TypedNumber {
  readonly value: Exact;
  readonly percent: boolean;
}

/** A schema that reads a cell; what it cannot read becomes a zod issue with our code in `params`. */
function cellSchema<T>(read: (cell: GridCell) => T | Problem): z.ZodMiniType<T> {
  return z.pipe(
    z.custom<GridCell>(() => true),
    z.transform((cell: GridCell, context): T => {
      const result = read(cell);
      if (!isProblem(result)) return result;
      context.issues.push({ code: "custom", message: result.code, params: { problem: result }, input: cell });
      return z.NEVER;
    }),
  ) as unknown as z.ZodMiniType<T>;
}

function isProblem(result: unknown): result is Problem {
  return typeof result === "object" && result !== null && "code" in result && "values" in result;
}

const TEXT = cellSchema<string>(cellText);

const NUMBER = cellSchema<TypedNumber | null>((cell) => {
  const reading = readNumber(cell);
  if (reading.kind === "unreadable") return reading.problem;
  return reading.kind === "missing" ? null : { value: reading.value, percent: reading.percent };
});

const MONTHS: Readonly<Record<DateOrder | "none", z.ZodMiniType<Month | null>>> = {
  mdy: monthSchema("mdy"),
  dmy: monthSchema("dmy"),
  none: monthSchema(undefined),
};

function monthSchema(order: DateOrder | undefined): z.ZodMiniType<Month | null> {
  return cellSchema<Month | null>((cell) => {
    const reading = order ? readMonth(cell, order) : readMonth(cell);
    if (reading.kind === "unreadable") return reading.problem;
    return reading.kind === "missing" ? null : reading.value;
  });
}

const DATES: Readonly<Record<DateOrder | "none", z.ZodMiniType<Day | null>>> = {
  mdy: dateSchema("mdy"),
  dmy: dateSchema("dmy"),
  none: dateSchema(undefined),
};

function dateSchema(order: DateOrder | undefined): z.ZodMiniType<Day | null> {
  return cellSchema<Day | null>((cell) => {
    const reading = order ? readDate(cell, order) : readDate(cell);
    if (reading.kind === "unreadable") return reading.problem;
    return reading.kind === "missing" ? null : reading.value.day;
  });
}

function wordSchema<Word extends string>(list: WordList<Word>): z.ZodMiniType<Word | null> {
  return cellSchema<Word | null>((cell) => {
    const text = cellText(cell);
    if (text === "") return null;
    const allowed = list.map(([word]) => word).join(", ");
    return findWord(list, text) ?? { code: "unknown-word", values: { text, allowed } };
  });
}

/** The text of a cell, trimmed: numbers in plain decimals, dates as ISO days. */
export function cellText(cell: GridCell): string {
  if (typeof cell === "string") return cell.trim();
  if (typeof cell === "number")
    return Number.isFinite(cell) ? Exact.fromNumber(cell).toText(12) : String(cell);
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return isDateCell(cell) ? isoOfDay(Math.floor(cell.serial)) : "";
}

/** One row of a rule tab: reads its cells and collects what is wrong with them. */
export class RuleRow {
  readonly problems: Issue[] = [];
  private readonly cells: readonly GridCell[];

  constructor(
    private readonly tab: FoundTab,
    private readonly index: number,
    private readonly orders: ReadonlyMap<string, DateOrder | "none">,
  ) {
    this.cells = tab.grid.rows[index] ?? [];
    for (const { key, column, issue } of tab.doubled ?? []) {
      if (cellText(this.cells[column] ?? "") !== cellText(this.cell(key))) this.problems.push(issue);
    }
  }

  /** The place of a cell of the row, or of the whole row where the tab has no such column. */
  place(key: string): Place {
    const column = this.tab.columns.get(key);
    const row = { tab: this.tab.grid.name, row: this.index + 1 };
    return column === undefined ? row : { ...row, column: column + 1 };
  }

  /** Number of a column on the tab, from 1; 0 where the tab has no such column. */
  column(key: string): number {
    return (this.tab.columns.get(key) ?? -1) + 1;
  }

  cell(key: string): GridCell {
    const column = this.tab.columns.get(key);
    return column === undefined ? "" : (this.cells[column] ?? "");
  }

  isBlank(key: string): boolean {
    return isBlank(this.cell(key)) && this.liveFormula(key) === "";
  }

  /** Adds a problem at a cell of the row. */
  report(key: string, problem: Problem): Issue {
    const issue = this.issue("error", key, problem);
    this.problems.push(issue);
    return issue;
  }

  /** An issue at a cell of the row, not counted among the row's problems. */
  issue(severity: Issue["severity"], key: string, problem: Problem): Issue {
    const header = this.tab.grid.rows[this.tab.headerRow]?.[this.column(key) - 1] ?? "";
    const values = { header: cellText(header), ...problem.values };
    return issueAt(severity, problem.code, this.place(key), values, cellText(this.cell(key)));
  }

  private parse<T>(key: string, schema: z.ZodMiniType<T | null>): T | null {
    const parsed = schema.safeParse(this.cell(key));
    if (parsed.success) return parsed.data;
    for (const { code, ...issue } of parsed.error.issues) {
      const problem = code === "custom" && "params" in issue ? issue.params?.problem : null;
      this.report(key, isProblem(problem) ? problem : { code: "unreadable-cell", values: {} });
    }
    return null;
  }

  text(key: string): string {
    return this.parse(key, TEXT) ?? "";
  }

  /** A text that must not be blank; a blank is a problem and gives the empty text. */
  requiredText(key: string): string {
    const text = this.text(key);
    if (text === "") this.report(key, { code: "blank-cell", values: {} });
    return text;
  }

  number(key: string): TypedNumber | null {
    return this.parse(key, NUMBER);
  }

  date(key: string): Day | null {
    return this.parse(key, DATES[this.orders.get(key) ?? "none"]);
  }

  month(key: string): Month | null {
    return this.parse(key, MONTHS[this.orders.get(key) ?? "none"]);
  }

  word<Word extends string>(key: string, list: WordList<Word>): Word | null {
    return this.parse(key, wordSchema(list));
  }

  /** The text of a live formula in the cell, with its `=`; empty where there is none. */
  liveFormula(key: string): string {
    return this.tab.grid.formulas?.get(`${this.index},${this.column(key) - 1}`) ?? "";
  }

  /** A formula column; null where the cell is blank. A live formula's own text is read. */
  formula(key: string): FormulaCell | null {
    const text = this.liveFormula(key) || cellText(this.cell(key));
    return text === "" ? null : formulaCell(text, this.place(key));
  }
}

/** A formula with its place; text that cannot be parsed is a problem of the cell. */
export function formulaCell(text: string, place: Place): FormulaCell {
  const { node, problem } = parseFormula(text);
  if (node) return { text, node, place, problems: [] };
  const failed = placed(failure(problem.code, problem.values), place, text);
  return { text, node: null, place, problems: failed.problems.flatMap((one) => one.issue ?? []) };
}

/** The rows of a rule tab below its header; rows that are blank in every known column are left out. */
export function rowsOf(tab: FoundTab): RuleRow[] {
  const orders = new Map<string, DateOrder | "none">();
  for (const [key, column] of tab.columns) orders.set(key, columnOrder(tab.grid, tab.headerRow, column));
  const rows: RuleRow[] = [];
  for (let index = tab.headerRow + 1; index < tab.grid.rows.length; index++) {
    const row = new RuleRow(tab, index, orders);
    if ([...tab.columns.keys()].some((key) => !row.isBlank(key))) rows.push(row);
  }
  return rows;
}

function columnOrder(grid: Grid, headerRow: number, column: number): DateOrder | "none" {
  const cells = grid.rows.slice(headerRow + 1).map((row) => row[column] ?? "");
  const order = dateOrder(cells.filter((cell) => typeof cell === "string" && /\d[/.-]\d/.test(cell)));
  return order === "mdy" || order === "dmy" ? order : "none";
}
