import { parse, type Token, tokenize } from "@borgar/fx";
import { Exact } from "../exact";
import { nameKey } from "../name";
import { FUNCTIONS } from "./functions";
import type { FormulaNode, NameNode, Operator } from "./node";
import type { Problem } from "./value";
import { NAME, writeCall } from "./write";

/** A parsed formula, or why it cannot be parsed. */
export type ParsedFormula =
  | { readonly node: FormulaNode; readonly problem: null }
  | { readonly node: null; readonly problem: Problem };

/** The part of the library's syntax tree that formulas here may use. */
interface SyntaxNode {
  readonly type: string;
  readonly kind?: string;
  readonly value?: unknown;
  readonly raw?: string;
  readonly operator?: string;
  readonly callee?: { readonly name: string };
  readonly arguments?: readonly (SyntaxNode | null)[];
}

class Refusal {
  constructor(
    readonly code: string,
    readonly values: Readonly<Record<string, string>>,
  ) {}
}

const OPERATORS: ReadonlySet<string> = new Set([
  "+",
  "-",
  "*",
  "/",
  "^",
  "&",
  "=",
  "<>",
  "<",
  "<=",
  ">",
  ">=",
]);
const QUOTED = /"(?:[^"]|"")*"/g;
const LOOKALIKES: Readonly<Record<string, string>> = {
  "×": "*",
  "÷": "/",
  "≥": ">=",
  "≤": "<=",
  "≠": "<>",
  "−": "-",
};

/**
 * Full-width signs and the signs of schoolbook arithmetic become those of a spreadsheet, outside
 * quoted text, which stays as it is.
 */
function normalise(text: string): string {
  const straight = text.replace(/[“”＂]/g, '"');
  const plain = (part: string) =>
    part.normalize("NFKC").replace(/[×÷≥≤≠−]/g, (sign) => LOOKALIKES[sign] ?? sign);
  let result = "";
  let end = 0;
  for (const quoted of straight.matchAll(QUOTED)) {
    result += plain(straight.slice(end, quoted.index)) + quoted[0];
    end = quoted.index + quoted[0].length;
  }
  return result + plain(straight.slice(end));
}

/** Semicolons separate like commas; one-letter names (r, c) are names here, not R1C1 references. */
function tidyTokens(tokens: readonly Token[]): Token[] {
  return tokens.map((token) => {
    if (token.type === "operator" && token.value === ";") return { ...token, value: "," };
    if (token.type === "unknown" && NAME.test(token.value)) return { ...token, type: "range_named" };
    return token;
  });
}

/**
 * Parses a formula; the leading `=` may be missing. Function names and the number of their
 * arguments are checked here, names are not. Never throws for bad text.
 */
export function parseFormula(text: string): ParsedFormula {
  const source = normalise(text).trim();
  try {
    if (source === "" || source === "=") throw new Refusal("formula-empty", {});
    const tokens = tokenize(source.startsWith("=") ? source : `=${source}`);
    const tree = parse(tidyTokens(tokens)) as unknown as SyntaxNode;
    return { node: convert(tree, source), problem: null };
  } catch (thrown) {
    if (thrown instanceof Refusal) {
      return { node: null, problem: { code: thrown.code, values: { formula: text, ...thrown.values } } };
    }
    return { node: null, problem: { code: "formula-syntax", values: { formula: text } } };
  }
}

function convert(tree: SyntaxNode, source: string): FormulaNode {
  switch (tree.type) {
    case "Literal":
      return convertLiteral(tree);
    case "ReferenceIdentifier":
      return convertName(tree);
    case "UnaryExpression":
      return convertUnary(tree, source);
    case "BinaryExpression":
      return convertBinary(tree, source);
    case "CallExpression":
      return convertCall(tree, source);
    default:
      throw new Refusal("formula-not-here", { part: tree.raw ?? tree.type });
  }
}

function convertLiteral(tree: SyntaxNode): FormulaNode {
  if (typeof tree.value === "boolean") return { kind: "boolean", value: tree.value };
  if (typeof tree.value === "string") return { kind: "text", value: tree.value };
  const text = tree.raw ?? String(tree.value);
  const value = Exact.parse(text);
  if (!value) throw new Refusal("formula-not-here", { part: text });
  return { kind: "number", value, text };
}

function convertName(tree: SyntaxNode): FormulaNode {
  const written = String(tree.value);
  if (tree.kind === "table" && /^\[[^\][]*\]$/.test(written)) return nameNode(written.slice(1, -1));
  if (tree.kind === "range") throw new Refusal("name-is-cell-reference", { name: written });
  if (!NAME.test(written)) throw new Refusal("formula-bad-name", { name: written });
  return nameNode(written);
}

function nameNode(name: string): NameNode {
  return { kind: "name", name, key: nameKey(name) };
}

function operandsOf(tree: SyntaxNode, source: string): FormulaNode[] {
  return (tree.arguments ?? []).map((operand) => {
    if (operand === null)
      throw new Refusal("formula-missing-argument", { function: tree.callee?.name ?? "" });
    return convert(operand, source);
  });
}

function convertUnary(tree: SyntaxNode, source: string): FormulaNode {
  const operator = tree.operator === "-" ? "negate" : tree.operator === "+" ? "plus" : tree.operator;
  if (operator !== "negate" && operator !== "plus" && operator !== "%") {
    throw new Refusal("formula-not-here", { part: tree.operator ?? "" });
  }
  return { kind: "operator", operator, operands: operandsOf(tree, source) };
}

function convertBinary(tree: SyntaxNode, source: string): FormulaNode {
  const operator = tree.operator ?? "";
  if (!OPERATORS.has(operator)) {
    if (operator.trim() === "") throw new Refusal("formula-missing-operator", {});
    throw new Refusal("formula-not-here", { part: operator });
  }
  return { kind: "operator", operator: operator as Operator, operands: operandsOf(tree, source) };
}

function convertCall(tree: SyntaxNode, source: string): FormulaNode {
  const written = tree.callee?.name ?? "";
  const name = written.toUpperCase();
  const arity = FUNCTIONS.get(name);
  if (!arity) throw new Refusal("unknown-function", { function: written });
  const operands = operandsOf(tree, source);
  if (operands.length < arity.least || operands.length > arity.most) {
    throw new Refusal("wrong-argument-count", {
      function: name,
      usage: arity.usage,
      count: String(operands.length),
    });
  }
  return { kind: "call", name, operands, text: writeCall({ name, operands }) };
}

/** Every name in a formula, in order of appearance, repeats included. */
export function namesIn(node: FormulaNode): NameNode[] {
  if (node.kind === "name") return [node];
  if (node.kind === "operator" || node.kind === "call") return node.operands.flatMap(namesIn);
  return [];
}

/** Whether a name can be used in formulas: letters, digits, `_` and `.`, and not a cell reference. */
export function isUsableName(name: string): boolean {
  const parsed = parseFormula(name);
  return parsed.node?.kind === "name" && !name.includes("[");
}
