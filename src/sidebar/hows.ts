/** The ways of adding up, in the order in which they are offered (READINGS 3.13). */
export const HOWS = ["sum", "count", "distinct", "average", "min", "max", "weighted"] as const;

/** A way of adding up; `sum` for what is none, which a blank means. */
export function howOf(how: string): (typeof HOWS)[number] {
  return HOWS.find((each) => each === how) ?? "sum";
}
