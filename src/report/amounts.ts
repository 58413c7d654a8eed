import { Exact } from "../engine/exact";
import { Failure, Nothing, type Value } from "../engine/formula/value";
import type { Unit } from "../engine/plan";
import { explainWord } from "../text/explain-words";
import type { Lang } from "../text/labels";

/** Decimal text with commas between thousands: `150000.00` becomes `150,000.00`. */
export function grouped(decimal: string): string {
  const point = decimal.indexOf(".");
  const first = decimal.startsWith("-") ? 1 : 0;
  let end = point < 0 ? decimal.length : point;
  let rest = decimal.slice(end);
  for (; end - first > 3; end -= 3) rest = `,${decimal.slice(end - 3, end)}${rest}`;
  return decimal.slice(0, end) + rest;
}

/** A ratio as a percentage with at most so many decimals: 0.004 is `0.4%`. */
export function percent(value: Exact, places = 4): string {
  return `${grouped(value.times(Exact.HUNDRED).toText(places))}%`;
}

/** A number in its unit, as people read it; rounded for show only. */
export function amount(value: Exact, unit: Unit | null): string {
  if (unit === "money" || unit === "points") return grouped(value.toFixed(2));
  if (unit === "%") return percent(value, 2);
  return grouped(value.toText(unit === null ? 6 : 2));
}

/** Any value of a formula in words. */
export function valueText(value: Value, unit: Unit | null, lang: Lang): string {
  if (value instanceof Exact) return amount(value, unit);
  if (typeof value === "boolean") return explainWord(value ? "yes" : "no", lang);
  return value instanceof Nothing || value instanceof Failure ? "–" : value;
}

/** A rate or result of a band: a share below 1 as a percentage, anything else as a number. */
export function resultText(result: Exact | string): string {
  if (!(result instanceof Exact)) return result;
  const isShare = !result.isZero() && result.abs().compare(Exact.ONE) < 0;
  return isShare ? percent(result) : grouped(result.toText(6));
}
