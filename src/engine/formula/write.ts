/** Formulas as text again, such that parsing the text gives the same formula. */
import type { CallNode, FormulaNode } from "./node";

/** How strongly each operator binds its operands in a spreadsheet's grammar: `-2^2` is (-2)^2. */
export const STRENGTH: Readonly<Record<string, number>> = {
  "=": 1,
  "<>": 1,
  "<": 1,
  "<=": 1,
  ">": 1,
  ">=": 1,
  "&": 2,
  "+": 3,
  "-": 3,
  "*": 4,
  "/": 4,
  "^": 5,
  "%": 6,
  negate: 7,
  plus: 7,
};
/** What holds together by itself: numbers, names, calls. */
export const ATOM = 9;
/** A name that needs no brackets. */
export const NAME = /^[\p{L}_][\p{L}\p{N}\p{M}_.]*$/u;

/**
 * A formula as text without its leading `=`, with the parentheses that it needs and no others: two
 * formulas have one text only where they are one formula. `instead` may give another text for any part.
 */
export function writeFormula(
  node: FormulaNode,
  instead: (node: FormulaNode) => string | null = () => null,
): string {
  const other = instead(node);
  if (other !== null) return other;
  switch (node.kind) {
    case "number":
      return node.text;
    case "text":
      return `"${node.value.replace(/"/g, '""')}"`;
    case "boolean":
      return node.value ? "TRUE" : "FALSE";
    case "name":
      return NAME.test(node.name) ? node.name : `[${node.name}]`;
    case "call":
      return writeCall(node, instead);
    case "operator":
      return writeOperator(node, instead);
  }
}

/** A call as text, in the same way. */
export function writeCall(
  { name, operands }: Pick<CallNode, "name" | "operands">,
  instead?: (node: FormulaNode) => string | null,
): string {
  return `${name}(${operands.map((operand) => writeFormula(operand, instead)).join(",")})`;
}

function writeOperator(
  { operator, operands }: Extract<FormulaNode, { kind: "operator" }>,
  instead: (node: FormulaNode) => string | null,
): string {
  const own = STRENGTH[operator] ?? ATOM;
  const part = (node: FormulaNode | undefined, least: number): string => {
    if (!node) return "";
    const text = writeFormula(node, instead);
    const strength =
      node.kind === "operator" && instead(node) === null ? (STRENGTH[node.operator] ?? ATOM) : ATOM;
    return strength < least ? `(${text})` : text;
  };
  const [first, second] = operands;
  if (operator === "%") return `${part(first, own)}%`;
  if (operator === "negate" || operator === "plus")
    return `${operator === "negate" ? "-" : "+"}${part(first, own)}`;
  return `${part(first, own)}${operator}${part(second, own + 1)}`;
}

/** Every call of a formula, outer ones first. */
export function callsIn(node: FormulaNode): CallNode[] {
  if (node.kind !== "call" && node.kind !== "operator") return [];
  const inner = node.operands.flatMap(callsIn);
  return node.kind === "call" ? [node, ...inner] : inner;
}
