/** The table rows that decided a number, found in its trace. */
import { Exact } from "../engine/exact";
import { nameKey } from "../engine/name";
import type { Unit } from "../engine/plan";
import type { ItemResult, PayLine } from "../engine/result";
import type { RuleHit, Trace } from "../engine/trace";
import { amount, percent, resultText } from "../report/amounts";
import { unitOfTrace } from "../report/explain-names";
import type { Shown } from "./contract";

/** A table that was looked into: with what, and the row that was reached. */
export interface LookUp {
  /** `nameKey` of the table. */
  readonly table: string;
  readonly input: Exact | null;
  readonly unit: Unit | null;
  /** The highest row for MARGINAL. */
  readonly hit: RuleHit;
  readonly isMarginal: boolean;
}

/** Every look-up of a trace, in order. */
export function lookUpsIn(trace: Trace | null): LookUp[] {
  if (!trace || trace.kind === "literal") return [];
  if (trace.kind === "name") return trace.origin.formula ? lookUpsIn(trace.origin.formula) : [];
  const inner = trace.operands.flatMap(lookUpsIn);
  if (trace.kind === "operator") return inner;
  const [hit] = trace.hits;
  const [operand] = trace.operands;
  if (!hit || !operand) return inner;
  const input = operand.value instanceof Exact ? operand.value : null;
  const unit = unitOfTrace(operand);
  return [{ table: nameKey(hit.table), input, unit, hit, isMarginal: trace.name === "MARGINAL" }, ...inner];
}

/** The look-ups of a line of pay; none for an adjustment. */
export function lookUpsOfLine(line: PayLine): LookUp[] {
  return [...lookUpsIn(line.trace()), ...lookUpsIn(line.conditionTrace())];
}

/** The look-up of a banded item; null for other methods and without data. */
export function lookUpOfItem(item: ItemResult): LookUp | null {
  if (!item.hit) return null;
  const byTarget = item.measure === "attainment";
  return {
    table: nameKey(item.hit.table),
    input: byTarget ? item.attainment : item.value,
    unit: byTarget ? "%" : item.unit,
    hit: item.hit,
    isMarginal: false,
  };
}

/**
 * A value with the text under which people know it, apart from the thresholds that it was compared with;
 * `–` where there is none.
 */
export function shown(value: Exact | null, unit: Unit | null, edges: readonly Exact[] = []): Shown {
  if (!value) return { value: null, text: "–" };
  const text = unit === "%" ? percent(value, 4, edges) : amount(value, unit, edges);
  return { value: value.toText(12), text };
}

/** A threshold in the unit of what is compared with it. */
export function thresholdText(hit: RuleHit, unit: Unit | null): string {
  return hit.threshold ? shown(hit.threshold, unit, hit.edges).text : "";
}

/** A result as people read it. */
export function shownResult(hit: RuleHit): string {
  return resultText(hit.result);
}
