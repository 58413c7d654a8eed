import { Exact } from "../engine/exact";
import { parseTyped } from "./typed";

/** What the weights of a scorecard come to. */
export interface WeightSum {
  /** Sum of the readable weights, in points of 100. */
  readonly sum: Exact;
  /** 100 less the sum; above 0 where points are still to be given. */
  readonly missing: Exact;
  /** How many fields hold no number, or one below 0. */
  readonly unreadable: number;
}

/** A weight in points of 100: `20` and `20%` are both 20 (READINGS 3.15). Null where it is no weight. */
export function weightOf(text: string): Exact | null {
  const typed = parseTyped(text);
  if (typed.kind === "blank") return Exact.ZERO;
  if (typed.kind === "unreadable" || typed.value.sign() < 0) return null;
  return typed.percent ? typed.value.times(Exact.HUNDRED) : typed.value;
}

/** Adds up the weights of the items of kind `points`, exactly. */
export function sumWeights(texts: readonly string[]): WeightSum {
  const weights = texts.map(weightOf);
  const sum = Exact.sum(weights.map((weight) => weight ?? Exact.ZERO));
  return {
    sum,
    missing: Exact.HUNDRED.minus(sum),
    unreadable: weights.filter((weight) => weight === null).length,
  };
}

/** Whether the weights are all readable and come to exactly 100. */
export function isFull(sum: WeightSum): boolean {
  return sum.unreadable === 0 && sum.missing.isZero();
}

/**
 * The weights in proportion, in hundredths, summing to exactly 100. Each is rounded down; the
 * hundredths left over go to the largest remainders, the first item first among equals. Null where
 * a weight is unreadable or all are 0. Example: 1, 1, 1 gives 33.34, 33.33, 33.33.
 */
export function rescaleWeights(texts: readonly string[]): string[] | null {
  const weights = texts.map(weightOf);
  const sum = Exact.sum(weights.map((weight) => weight ?? Exact.ZERO));
  if (sum.isZero() || weights.includes(null)) return null;
  const shares = weights.map((weight) => (weight ?? Exact.ZERO).times(Exact.HUNDRED).over(sum));
  return allocate(shares).map((share) => share.toText(2));
}

/** Shares of 100 brought to hundredths without changing their sum. */
function allocate(shares: readonly Exact[]): Exact[] {
  const floors = shares.map((share) => share.round(Exact.CENT, "down"));
  const left = Exact.HUNDRED.minus(Exact.sum(floors)).over(Exact.CENT).toNumber();
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: share.minus(floors[index] ?? share) }))
    .sort((a, b) => b.remainder.compare(a.remainder) || a.index - b.index);
  const raised = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return floors.map((floor, index) => (raised.has(index) ? floor.plus(Exact.CENT) : floor));
}
