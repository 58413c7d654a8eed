import { type DateOrder, dateOrder, readDate, readNumber } from "../engine/cell";
import { Exact } from "../engine/exact";
import { evaluate, type Scope } from "../engine/formula/evaluate";
import type { FormulaNode, NameNode } from "../engine/formula/node";
import { namesIn, parseFormula } from "../engine/formula/parse";
import { Failure, Nothing, type Problem, type Value } from "../engine/formula/value";
import { type GridCell, isDateCell } from "../engine/grid";
import { headerKey } from "../engine/name";
import type { Table } from "./table";

/** What a condition says of one row; a failure holds whoever the row is about. */
export type WhereResult = boolean | Failure;

/** A condition that was understood, or why it was not. */
export type CompiledWhere =
  | { readonly test: (row: readonly GridCell[]) => WhereResult; readonly problem: null }
  | { readonly test: null; readonly problem: Problem };

const ORDERINGS = new Set(["<", "<=", ">", ">="]);
const COMPARISONS = new Set([...ORDERINGS, "=", "<>"]);

/**
 * Prepares the condition of a Sources row for the rows of its table (READINGS 3.13): names are
 * headers, cells are numbers or dates where they parse, else texts. A cell that is compared by
 * size with a number but cannot be read fails, so that it is never counted by accident.
 */
export function compileWhere(text: string, table: Table): CompiledWhere {
  const parsed = parseFormula(text);
  if (!parsed.node) return { test: null, problem: parsed.problem };
  const columns = new Map<string, number>();
  for (const name of namesIn(parsed.node)) {
    const found = columnsNamed(table, name.name);
    const [column] = found;
    if (column === undefined || found.length > 1)
      return { test: null, problem: nameProblem(table, name, found, text) };
    columns.set(name.key, column);
  }
  return { test: rowTest(readLiterals(parsed.node), columns, table), problem: null };
}

/** Columns (from 0) whose header is this name in its normalised form. */
export function columnsNamed(table: Table, name: string): number[] {
  const key = headerKey(name);
  return table.headers.flatMap((header, column) => (header.key === key && key !== "" ? [column] : []));
}

/** The headers of a table, for messages. */
export function seenHeaders(table: Table): string {
  const texts = table.headers.map((header) => header.text).filter((text) => text !== "");
  return texts.length > 30 ? `${texts.slice(0, 30).join(", ")}, …` : texts.join(", ");
}

function nameProblem(table: Table, name: NameNode, found: readonly number[], formula: string): Problem {
  const code = found.length === 0 ? "where-unknown-header" : "where-header-twice";
  return { code, values: { name: name.name, formula, seen: seenHeaders(table) } };
}

function rowTest(
  node: FormulaNode,
  columns: ReadonlyMap<string, number>,
  table: Table,
): (row: readonly GridCell[]) => WhereResult {
  let row: readonly GridCell[] = [];
  const uses = usesOf(node);
  const readers = new Map<string, (cell: GridCell) => Value>();
  for (const [key, column] of columns) {
    const order = orderOfColumn(table, column);
    const use = uses.get(key) ?? "compared";
    readers.set(key, (cell) => cellValue(cell, order, use));
  }
  const cellOf = (key: string): GridCell => row[columns.get(key) ?? -1] ?? "";
  const scope: Scope = {
    zeroDivision: "failure",
    name: ({ key }) => {
      const blank = BLANK_TEST.exec(key);
      if (blank) return String(cellOf(blank[1] ?? "")).trim() === blank[2];
      return readers.get(key)?.(cellOf(key)) ?? new Nothing([]);
    },
  };
  return (cells) => {
    row = cells;
    return decided(evaluate(node, scope));
  };
}

function decided(value: Value): WhereResult {
  if (typeof value === "boolean" || value instanceof Failure) return value;
  if (value instanceof Exact) return !value.isZero();
  if (value instanceof Nothing) return false;
  return new Failure([{ code: "where-not-a-condition", values: { text: value.slice(0, 60) } }]);
}

function orderOfColumn(table: Table, column: number): DateOrder | undefined {
  const order = dateOrder(table.grid.rows.slice(table.firstRow).map((row) => row[column] ?? ""));
  return order === "mdy" || order === "dmy" ? order : undefined;
}

/**
 * What a condition does with a column: `compared` as it is, `asked` as a condition of its own,
 * `sized` against a number by < or >, or `counted` with, in arithmetic.
 */
type Use = "compared" | "asked" | "sized" | "counted";

/** A cell as a condition sees it. */
function cellValue(cell: GridCell, order: DateOrder | undefined, use: Use): Value {
  if (typeof cell === "boolean") return cell;
  if (isDateCell(cell)) return Exact.fromNumber(cell.serial);
  const number = readNumber(cell);
  if (number.kind === "value") return number.value;
  if (number.kind === "missing")
    return use === "counted" || use === "asked" ? new Nothing([]) : String(cell).trim();
  const date = typeof cell === "string" && startsWithDigit(cell) ? readDate(cell, order) : null;
  if (date?.kind === "value") return serialOf(date.value);
  return use === "compared" || use === "asked" ? String(cell).trim() : new Failure([number.problem]);
}

function startsWithDigit(cell: string): boolean {
  return /^\s*[\d０-９]/.test(cell);
}

function serialOf({ day, seconds }: { day: number; seconds: number }): Exact {
  const whole = Exact.integer(day);
  return seconds === 0 ? whole : whole.plus(Exact.integer(seconds).over(Exact.integer(86_400)));
}

/** Key of a name that stands for "the cell of this column is this mark": no header has it. */
const BLANK_TEST = /^\ue000(.*)\ue000(.*)$/s;

/**
 * Quoted numbers and dates beside a comparison are read like cells are: "2026-10-01" is a date.
 * `paid<>""` asks whether the cell is blank, whatever else may stand in it.
 */
function readLiterals(node: FormulaNode): FormulaNode {
  if (node.kind === "call") return { ...node, operands: node.operands.map(readLiterals) };
  if (node.kind !== "operator") return node;
  if (node.operator === "=" || node.operator === "<>") {
    const test = blankTest(node.operands);
    if (test) return node.operator === "=" ? test : { kind: "call", name: "NOT", operands: [test], text: "" };
  }
  const operands = node.operands.map(readLiterals);
  return { ...node, operands: COMPARISONS.has(node.operator) ? operands.map(readLiteral) : operands };
}

function blankTest(operands: readonly FormulaNode[]): NameNode | null {
  const name = operands.find((operand) => operand.kind === "name");
  const mark = operands.find((operand) => operand.kind === "text");
  if (!name || !mark || readNumber(mark.value).kind !== "missing") return null;
  return { kind: "name", name: name.name, key: `\ue000${name.key}\ue000${mark.value.trim()}` };
}

function readLiteral(node: FormulaNode): FormulaNode {
  if (node.kind !== "text") return node;
  const value = cellValue(node.value, undefined, "compared");
  return value instanceof Exact ? { kind: "number", value, text: `"${node.value}"` } : node;
}

/** The strictest use that a condition makes of each of its names. */
function usesOf(node: FormulaNode): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>();
  const note = (part: FormulaNode, use: Use): void => {
    if (part.kind === "name") {
      uses.set(part.key, strictest(uses.get(part.key), use));
    } else if (part.kind === "operator" || part.kind === "call") {
      const inner = innerUse(part);
      for (const operand of part.operands) note(operand, inner);
    }
  };
  note(node, "asked");
  return uses;
}

const STRICTNESS: readonly Use[] = ["compared", "asked", "sized", "counted"];
const JUNCTIONS = new Set(["AND", "OR", "NOT"]);

function strictest(known: Use | undefined, use: Use): Use {
  return known && STRICTNESS.indexOf(known) > STRICTNESS.indexOf(use) ? known : use;
}

function innerUse(part: Extract<FormulaNode, { readonly kind: "operator" | "call" }>): Use {
  if (part.kind === "call") return JUNCTIONS.has(part.name) ? "asked" : "counted";
  if (!COMPARISONS.has(part.operator)) return part.operator === "&" ? "compared" : "counted";
  const hasNumber = part.operands.some((operand) => operand.kind === "number");
  return ORDERINGS.has(part.operator) && hasNumber ? "sized" : "compared";
}
