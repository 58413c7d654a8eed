import type { MonthContext } from "./context";
import type { FormulaNode } from "./formula/node";
import { nameKey } from "./name";
import { meaningOf } from "./names";
import type { Metric } from "./plan";

/** Every name that a formula says, as written. */
export function namesOf(node: FormulaNode): string[] {
  if (node.kind === "name") return [node.name];
  return node.kind === "operator" || node.kind === "call" ? node.operands.flatMap(namesOf) : [];
}

/** Keys of the measures that a formula needs, through metrics. */
export function measuresBehind(
  context: MonthContext,
  node: FormulaNode,
  within: Metric | null,
  seen = new Set<Metric>(),
): Set<string> {
  const keys = new Set<string>();
  const add = (more: Iterable<string>) => {
    for (const key of more) keys.add(key);
  };
  if (node.kind === "operator" || node.kind === "call") {
    for (const operand of node.operands) add(measuresBehind(context, operand, within, seen));
  }
  if (node.kind !== "name") return keys;
  const meaning = meaningOf(context.book, node.key, within);
  if (meaning.kind === "measure") keys.add(meaning.key);
  if (meaning.kind === "metric") add(measuresOfMetric(context, meaning.metric, seen));
  return keys;
}

function measuresOfMetric(context: MonthContext, metric: Metric, seen: Set<Metric>): Iterable<string> {
  if (seen.has(metric)) return [];
  seen.add(metric);
  const node = metric.formula?.node ?? null;
  return node ? measuresBehind(context, node, metric, seen) : [nameKey(metric.name)];
}
