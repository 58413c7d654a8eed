import { Exact } from "../engine/exact";

/** Digits behind the point beyond which no more are shown: a cell's number has no more either. */
const MOST_PLACES = 15;

/** A number as it is to be shown: rounded, and the digits behind the point that this takes. */
export interface Beside {
  readonly value: Exact;
  readonly places: number;
}

/**
 * A value rounded for show beside the thresholds that it was compared with: half-up to `places`, with more
 * digits where these would put it on a threshold or past one. So what is shown, read again, reaches the
 * same row, and a threshold itself is shown whole. With 15 digits it is rounded to its own side instead.
 * All are in the unit of show: percentages are multiplied by 100 before.
 */
export function beside(value: Exact, edges: readonly Exact[], places: number): Beside {
  if (edges.length === 0) return { value, places };
  for (let more = places; more <= MOST_PLACES; more++) {
    const rounded = value.round(Exact.scaled(1, more));
    if (!edgeCrossed(value, rounded, edges)) return { value: rounded, places: more };
  }
  const step = Exact.scaled(1, MOST_PLACES);
  const edge = edgeCrossed(value, value.round(step), edges);
  const isBelow = edge !== undefined && value.compare(edge) < 0;
  const ownSide = isBelow === value.sign() < 0 ? "up" : "down";
  return { value: value.round(step, ownSide), places: MOST_PLACES };
}

/** The threshold to which a value and its rounded form stand differently. */
function edgeCrossed(value: Exact, rounded: Exact, edges: readonly Exact[]): Exact | undefined {
  return edges.find((edge) => Math.sign(value.compare(edge)) !== Math.sign(rounded.compare(edge)));
}

/**
 * A gap rounded up to `places`, so that nobody is told too little. A smaller one than the last digit is
 * shown by its own first digit: never as 0, and never as many times of what is needed.
 */
export function gapUp(size: Exact, places: number): Beside {
  let more = places;
  while (more < MOST_PLACES && size.sign() > 0 && size.compare(Exact.scaled(1, more)) < 0) more++;
  return { value: size.round(Exact.scaled(1, more), "up"), places: more };
}
