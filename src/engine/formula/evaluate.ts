import type { Label, Unit } from "../plan";
import type { Asked, Origin, RuleHit, Trace } from "../trace";
import type { CallNode, FormulaNode, NameNode } from "./node";
import { applyFunction, asCondition, operate, type ZeroDivision } from "./operate";
import { failure, type Value } from "./value";

/** What a trace tells about a name or a function of the field, besides its value. */
export interface Detail {
  readonly unit: Unit | null;
  readonly origin: Origin;
  readonly label?: Label;
  readonly asked?: Asked;
  readonly hits?: readonly RuleHit[];
  /** Traces of operands that are worth showing, for example the x of RATE(table, x). */
  readonly operands?: readonly Trace[];
}

/** Where a formula finds its names and the functions of the field. */
export interface Scope {
  readonly zeroDivision: ZeroDivision;
  /** Told of each division by zero in a scope where it gives no data. */
  readonly onZeroDivision?: () => void;
  name(node: NameNode): Value;
  /** Functions of the field; absent where there are none (Where). */
  call?(node: CallNode): Value;
  /** For traces only. */
  describeName?(node: NameNode): Detail;
  describeCall?(node: CallNode): Detail;
}

/** How results are put together: plain values, or traces. */
interface Builder<T> {
  valueOf(result: T): Value;
  literal(text: string, value: Value): T;
  name(node: NameNode, value: Value, scope: Scope): T;
  operator(operator: string, operands: readonly T[], value: Value): T;
  call(node: CallNode, operands: readonly T[], value: Value, scope: Scope | null): T;
}

const NO_DETAIL: Detail = { unit: null, origin: {} };

const VALUES: Builder<Value> = {
  valueOf: (value) => value,
  literal: (_text, value) => value,
  name: (_node, value) => value,
  operator: (_operator, _operands, value) => value,
  call: (_node, _operands, value) => value,
};

const TRACES: Builder<Trace> = {
  valueOf: (trace) => trace.value,
  literal: (text, value) => ({ kind: "literal", text, value }),
  name: (node, value, scope) => {
    const { unit, origin, label } = scope.describeName?.(node) ?? NO_DETAIL;
    return { kind: "name", name: node.name, ...(label ? { label } : {}), unit, value, origin };
  },
  operator: (operator, operands, value) => ({ kind: "operator", operator, operands, value }),
  call: (node, operands, value, scope) => {
    const detail = scope?.describeCall?.(node) ?? NO_DETAIL;
    return {
      kind: "call",
      name: node.name,
      ...(detail.asked ? { asked: detail.asked } : {}),
      operands: detail.operands ?? operands,
      value,
      unit: detail.unit,
      origin: detail.origin,
      hits: detail.hits ?? [],
    };
  },
};

/** The value of a formula in a scope. */
export function evaluate(node: FormulaNode, scope: Scope): Value {
  return interpret(node, scope, VALUES);
}

/** The same value with the tree of how it came about. */
export function trace(node: FormulaNode, scope: Scope): Trace {
  return interpret(node, scope, TRACES);
}

function interpret<T>(node: FormulaNode, scope: Scope, build: Builder<T>): T {
  switch (node.kind) {
    case "number":
      return build.literal(node.text, node.value);
    case "text":
      return build.literal(node.value, node.value);
    case "boolean":
      return build.literal(node.value ? "TRUE" : "FALSE", node.value);
    case "name":
      return build.name(node, scope.name(node), scope);
    case "operator":
      return interpretOperator(node.operator, node.operands, scope, build);
    case "call":
      return interpretCall(node, scope, build);
  }
}

function interpretOperator<T>(
  operator: Parameters<typeof operate>[0],
  nodes: readonly FormulaNode[],
  scope: Scope,
  build: Builder<T>,
): T {
  const operands = nodes.map((operand) => interpret(operand, scope, build));
  const values = operands.map(build.valueOf);
  const value = operate(operator, values, scope.zeroDivision);
  if (operator === "/" && scope.onZeroDivision && isZeroDivision(values)) scope.onZeroDivision();
  return build.operator(operator, operands, value);
}

function isZeroDivision([, divisor]: readonly Value[]): boolean {
  return typeof divisor === "object" && "isZero" in divisor && divisor.isZero();
}

function interpretCall<T>(node: CallNode, scope: Scope, build: Builder<T>): T {
  if (node.name === "IF") return interpretIf(node, scope, build);
  if (node.name === "IFS") return interpretIfs(node, scope, build);
  if (isPlain(node.name)) {
    const operands = node.operands.map((operand) => interpret(operand, scope, build));
    const value = applyFunction(node.name, operands.map(build.valueOf));
    return build.call(node, operands, value ?? failure("unknown-function", { function: node.name }), null);
  }
  const value = scope.call?.(node) ?? failure("function-not-here", { function: node.name });
  return build.call(node, [], value, scope);
}

function isPlain(name: string): boolean {
  return !FIELD_FUNCTIONS.test(name);
}

const FIELD_FUNCTIONS = /^(?:TARGET|ATTAINMENT|BAND|RATE|MARGINAL|PREVIOUS|(?:TEAM|SHOP)\..*)$/;

/** Only the branch taken is evaluated (READINGS 4.6). */
function interpretIf<T>(node: CallNode, scope: Scope, build: Builder<T>): T {
  const [condition, then, otherwise] = node.operands;
  if (!condition || !then) throw new Error("IF without its arguments");
  const test = interpret(condition, scope, build);
  const decided = asCondition(build.valueOf(test));
  if (typeof decided !== "boolean") return build.call(node, [test], decided, null);
  const branch = decided ? then : otherwise;
  if (!branch) return build.call(node, [test], false, null);
  const taken = interpret(branch, scope, build);
  return build.call(node, [test, taken], build.valueOf(taken), null);
}

function interpretIfs<T>(node: CallNode, scope: Scope, build: Builder<T>): T {
  const operands: T[] = [];
  for (let index = 0; index + 1 < node.operands.length; index += 2) {
    const test = interpret(node.operands[index] as FormulaNode, scope, build);
    const decided = asCondition(build.valueOf(test));
    operands.push(test);
    if (typeof decided !== "boolean") return build.call(node, operands, decided, null);
    if (!decided) continue;
    const taken = interpret(node.operands[index + 1] as FormulaNode, scope, build);
    return build.call(node, [...operands, taken], build.valueOf(taken), null);
  }
  return build.call(node, operands, failure("ifs-no-match", { formula: node.text }), null);
}
