import { Exact } from "../engine/exact";
import { Failure, Nothing, type Value } from "../engine/formula/value";
import type { Unit } from "../engine/plan";
import { explainWord } from "../text/explain-words";
import type { Lang } from "../text/labels";
import { beside } from "./beside";

/** Decimal text with commas between thousands: `150000.00` becomes `150,000.00`. */
export function grouped(decimal: string): string {
  const point = decimal.indexOf(".");
  const first = decimal.startsWith("-") ? 1 : 0;
  let end = point < 0 ? decimal.length : point;
  let rest = decimal.slice(end);
  for (; end - first > 3; end -= 3) rest = `,${decimal.slice(end - 3, end)}${rest}`;
  return decimal.slice(0, end) + rest;
}

/**
 * A ratio as a percentage with at most so many decimals: 0.004 is `0.4%`. Beside `edges`, the thresholds
 * that it was compared with, more where it takes more to stand apart from them.
 */
export function percent(value: Exact, places = 4, edges: readonly Exact[] = []): string {
  const shown = beside(
    value.times(Exact.HUNDRED),
    edges.map((edge) => edge.times(Exact.HUNDRED)),
    places,
  );
  return `${grouped(shown.value.toText(shown.places))}%`;
}

/** A number in its unit, as people read it; rounded for show only, and apart from `edges` as in {@link percent}. */
export function amount(value: Exact, unit: Unit | null, edges: readonly Exact[] = []): string {
  if (unit === "%") return percent(value, 2, edges);
  const isFixed = unit === "money" || unit === "points";
  const shown = beside(value, edges, isFixed || unit !== null ? 2 : 6);
  return grouped(isFixed ? shown.value.toFixed(shown.places) : shown.value.toText(shown.places));
}

/** Any value of a formula in words, apart from the thresholds that it was compared with. */
export function valueText(value: Value, unit: Unit | null, lang: Lang, edges: readonly Exact[] = []): string {
  if (value instanceof Exact) return amount(value, unit, edges);
  if (typeof value === "boolean") return explainWord(value ? "yes" : "no", lang);
  return value instanceof Nothing || value instanceof Failure ? "–" : value;
}

/** A rate or result of a band: a share below 1 as a percentage, anything else as a number. */
export function resultText(result: Exact | string): string {
  if (!(result instanceof Exact)) return result;
  const isShare = !result.isZero() && result.abs().compare(Exact.ONE) < 0;
  return isShare ? percent(result) : grouped(result.toText(6));
}
