import { MonthContext } from "./context";
import type { Facts } from "./facts";
import type { CallNode, FormulaNode } from "./formula/node";
import { type Failure, failure } from "./formula/value";
import { writeFormula } from "./formula/write";
import type { ClosedMonth } from "./history";
import type { Issue } from "./issue";
import { placed } from "./ledger";
import { nameKey } from "./name";
import { meaningOf, PAY_ONLY, unknownName } from "./names";
import type { FormulaCell, Metric, Plan, RuleBook } from "./plan";
import { isClosedName } from "./previous";
import { metricNameOf } from "./scope";
import { refuseQuotient } from "./team";

const NO_FACTS: Facts = { tabs: [], measures: new Map() };

/** Where a formula stands, for what it may name. */
interface Setting {
  readonly within: Metric | null;
  readonly plan: Plan | null;
  /** Components above and below the row, by `nameKey`; null outside Pay. */
  readonly components: {
    readonly above: ReadonlySet<string>;
    readonly all: ReadonlyMap<string, string>;
  } | null;
  /** Inside PREVIOUS, which knows the names of the closed month. */
  readonly closed?: true;
}

/**
 * What is wrong with formulas whether anybody's pay needs them or not: unknown names and tables,
 * arguments that are no metrics, averages of quotients, components below their row. The same
 * problem met by a computation has the same issue, so that it is told once.
 */
export function checkRules(book: RuleBook, closed: ClosedMonth | null = null): Issue[] {
  const context = new MonthContext(book, NO_FACTS, closed);
  const plain: Setting = { within: null, plan: null, components: null };
  return [
    ...book.metrics.flatMap((metric) => check(context, metric.formula, { ...plain, within: metric })),
    ...book.targets.flatMap(({ value }) => ("text" in value ? check(context, value, plain) : [])),
    ...[...book.plans.values()].flatMap((plan) => checkPlan(context, plan, plain)),
  ];
}

function checkPlan(context: MonthContext, plan: Plan, plain: Setting): Issue[] {
  const items = [...plan.scorecards.values()].flatMap(({ items, warnings }) => [...items, ...warnings]);
  const all = new Map(plan.pay.map((row) => [nameKey(row.component), row.component]));
  const above = new Set<string>();
  const pay = plan.pay.flatMap((row) => {
    const setting: Setting = { ...plain, plan, components: { above: new Set(above), all } };
    above.add(nameKey(row.component));
    return [...check(context, row.formula, setting), ...check(context, row.onlyIf, setting)];
  });
  return [...items.flatMap((item) => check(context, item.formula, { ...plain, plan })), ...pay];
}

function check(context: MonthContext, cell: FormulaCell | null, setting: Setting): Issue[] {
  if (!cell?.node) return [];
  const failures = problemsOf(context, cell.node, setting);
  return failures.flatMap((failed) =>
    placed(failed, cell.place, cell.text).problems.flatMap((problem) => problem.issue ?? []),
  );
}

function problemsOf(context: MonthContext, node: FormulaNode, setting: Setting): Failure[] {
  if (node.kind === "name") return nameProblem(context, node, setting);
  if (node.kind === "operator")
    return node.operands.flatMap((operand) => problemsOf(context, operand, setting));
  return node.kind === "call" ? callProblems(context, node, setting) : [];
}

function nameProblem(
  context: MonthContext,
  node: FormulaNode & { kind: "name" },
  { within, components, closed }: Setting,
): Failure[] {
  const meaning = meaningOf(context.book, node.key, within);
  if (meaning.kind === "built-in" && PAY_ONLY.has(meaning.name) && !components && !closed)
    return [failure("name-only-in-pay", { name: meaning.name })];
  if (meaning.kind !== "unknown" || components?.above.has(node.key)) return [];
  if (closed && isClosedName(context, node.key)) return [];
  const below = closed ? undefined : components?.all.get(node.key);
  return [
    below === undefined
      ? failure("unknown-name", unknownName(context.book, node))
      : failure("component-below", { component: below }),
  ];
}

const METRIC_CALLS: ReadonlySet<string> = new Set(["TARGET", "ATTAINMENT", "TEAM.VALUE", "SHOP.VALUE"]);
const TABLE_CALLS: ReadonlySet<string> = new Set(["BAND", "RATE", "MARGINAL"]);

function callProblems(context: MonthContext, node: CallNode, setting: Setting): Failure[] {
  const [first, ...rest] = node.operands;
  if (!first) return [];
  if (METRIC_CALLS.has(node.name)) {
    const known = metricNameOf(context, first) !== null;
    return known
      ? []
      : [failure("argument-is-no-metric", { function: node.name, argument: writeFormula(first) })];
  }
  if (TABLE_CALLS.has(node.name)) {
    return [
      ...tableProblem(node, first, setting),
      ...rest.flatMap((operand) => problemsOf(context, operand, setting)),
    ];
  }
  const refused = /^(?:TEAM|SHOP)\./.test(node.name)
    ? refuseQuotient(context, node.name.slice(5), node, first)
    : null;
  if (refused) return [refused];
  if (node.name === "PREVIOUS") return problemsOf(context, first, { ...setting, closed: true });
  return node.operands.flatMap((operand) => problemsOf(context, operand, setting));
}

function tableProblem(node: CallNode, first: FormulaNode, { plan }: Setting): Failure[] {
  const table = first.kind === "text" ? first.value : first.kind === "name" ? first.name : null;
  if (table === null)
    return [failure("argument-is-no-table", { function: node.name, argument: writeFormula(first) })];
  if (!plan || plan.bands.has(nameKey(table))) return [];
  return [failure("unknown-table", { table, plan: plan.name })];
}
