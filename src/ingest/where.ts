import { type DateOrder, dateOrder, readDate, readNumber } from "../engine/cell";
import { Exact } from "../engine/exact";
import { evaluate, type Scope } from "../engine/formula/evaluate";
import { type FormulaNode, type NameNode, namesIn, parseFormula } from "../engine/formula/parse";
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
  const node = readLiterals(parsed.node);
  const columns = new Map<string, number>();
  for (const name of namesIn(node)) {
    const found = columnsNamed(table, name.name);
    const [column] = found;
    if (column === undefined || found.length > 1)
      return { test: null, problem: nameProblem(table, name, found, text) };
    columns.set(name.key, column);
  }
  return { test: rowTest(node, columns, table), problem: null };
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
  const sized = namesComparedBySize(node);
  const readers = new Map<string, (cell: GridCell) => Value>();
  for (const [key, column] of columns) {
    const order = orderOfColumn(table, column);
    readers.set(key, (cell) => cellValue(cell, order, sized.has(key)));
  }
  const scope: Scope = {
    zeroDivision: "failure",
    name: ({ key }) => readers.get(key)?.(row[columns.get(key) ?? -1] ?? "") ?? new Nothing([]),
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

/** A cell as a condition sees it. */
function cellValue(cell: GridCell, order: DateOrder | undefined, mustBeSized: boolean): Value {
  if (typeof cell === "boolean") return cell;
  if (isDateCell(cell)) return Exact.fromNumber(cell.serial);
  const number = readNumber(cell);
  if (number.kind === "value") return number.value;
  if (number.kind === "missing") return String(cell).trim();
  const date = typeof cell === "string" && startsWithDigit(cell) ? readDate(cell, order) : null;
  if (date?.kind === "value") return serialOf(date.value);
  return mustBeSized ? new Failure([number.problem]) : String(cell).trim();
}

function startsWithDigit(cell: string): boolean {
  return /^\s*[\d０-９]/.test(cell);
}

function serialOf({ day, seconds }: { day: number; seconds: number }): Exact {
  const whole = Exact.integer(day);
  return seconds === 0 ? whole : whole.plus(Exact.integer(seconds).over(Exact.integer(86_400)));
}

/** Quoted numbers and dates beside a comparison are read like cells are: "2026-10-01" is a date. */
function readLiterals(node: FormulaNode): FormulaNode {
  if (node.kind === "call") return { ...node, operands: node.operands.map(readLiterals) };
  if (node.kind !== "operator") return node;
  const operands = node.operands.map(readLiterals);
  return { ...node, operands: COMPARISONS.has(node.operator) ? operands.map(readLiteral) : operands };
}

function readLiteral(node: FormulaNode): FormulaNode {
  if (node.kind !== "text") return node;
  const value = cellValue(node.value, undefined, false);
  return value instanceof Exact ? { kind: "number", value, text: `"${node.value}"` } : node;
}

/** Names that stand in a size comparison whose other side is a number, or in arithmetic. */
function namesComparedBySize(node: FormulaNode): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (part: FormulaNode): void => {
    if (part.kind !== "operator" && part.kind !== "call") return;
    part.operands.forEach(visit);
    if (part.kind === "call") return;
    const isSized =
      ORDERINGS.has(part.operator) && part.operands.some((operand) => operand.kind === "number");
    for (const operand of isSized ? part.operands : []) {
      if (operand.kind === "name") names.add(operand.key);
    }
  };
  visit(node);
  return names;
}
