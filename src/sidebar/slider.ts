import { Exact } from "../engine/exact";
import { parseTyped, showLike } from "./typed";

/** The range of a slider, in whole steps from 0 to `last`. */
export interface SliderRange {
  readonly low: Exact;
  readonly step: Exact;
  readonly last: number;
}

const STEPS = 100;

/**
 * The range of a slider around a number: from half to one and a half of it, in steps of 1, 2 or 5
 * at a power of ten, so that every position is a round number. Null for what is no number, or 0.
 * Example: around 120 % from 60 % to 180 % in steps of 1 %.
 */
export function rangeAround(text: string): SliderRange | null {
  const typed = parseTyped(text);
  if (typed.kind !== "number" || typed.value.sign() <= 0) return null;
  const step = roundStep(typed.value.over(Exact.integer(STEPS)));
  const low = typed.value.over(Exact.integer(2)).round(step, "down");
  const span = typed.value.over(step).toNumber();
  return { low, step, last: Math.max(2, Math.round(span)) };
}

/** The range of a weight: 0 to 100 in whole points, in percent where it was typed so. */
export function weightRange(text: string): SliderRange {
  const typed = parseTyped(text);
  const isPercent = typed.kind === "number" && typed.percent;
  return { low: Exact.ZERO, step: isPercent ? Exact.CENT : Exact.ONE, last: 100 };
}

const NICE = [1, 2, 5].map(Exact.integer);

/** The largest of 1, 2, 5 × a power of ten that is at most so much. */
function roundStep(most: Exact): Exact {
  let power = Exact.ONE;
  while (power.compare(most) > 0) power = power.over(TEN);
  while (power.times(TEN).compare(most) <= 0) power = power.times(TEN);
  const fitting = NICE.map((nice) => nice.times(power)).filter((step) => step.compare(most) <= 0);
  return fitting[fitting.length - 1] ?? power;
}

const TEN = Exact.integer(10);

/** The position of a number on a slider; numbers outside stand at its ends. */
export function positionOf(text: string, range: SliderRange): number {
  const typed = parseTyped(text);
  if (typed.kind !== "number") return 0;
  const position = Math.round(typed.value.minus(range.low).over(range.step).toNumber());
  return Math.min(Math.max(position, 0), range.last);
}

/** The exact number at a position, as text in the dress of `sample` (`115%` where that is a percentage). */
export function textAt(position: number, range: SliderRange, sample: string): string {
  const value = range.low.plus(range.step.times(Exact.integer(position)));
  return showLike(value, sample).replace(/,/g, "");
}
