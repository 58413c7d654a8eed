/** A repeatable stream of numbers: the same seed gives the same stream. */
export interface Stream {
  /** A whole number from `low` to `high`, both inside. */
  readonly whole: (low: number, high: number) => number;
  /** True with this probability (0 to 1). */
  readonly chance: (probability: number) => boolean;
}

/** A stream from a whole-number seed (mulberry32). It decides sample data only, never a result. */
export function streamFrom(seed: number): Stream {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
  };
}
