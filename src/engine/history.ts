import type { Exact } from "./exact";

/** What one person had in a closed month: metrics, measures, score and components by `nameKey`. */
export interface ClosedPerson {
  readonly person: string;
  readonly team: string;
  readonly values: ReadonlyMap<string, Exact | string>;
}

/** The closed month before the one that is run, by `personKey`; null where there is none. */
export interface ClosedMonth {
  readonly month: string;
  readonly people: ReadonlyMap<string, ClosedPerson>;
}
