import type { Exact } from "./exact";

/** How many closed months are read from History: the latest, and those before it. */
export const HISTORY_MONTHS = 6;

/** What one person had in a closed month: metrics, measures, score and components by `nameKey`. */
export interface ClosedPerson {
  readonly person: string;
  readonly team: string;
  readonly values: ReadonlyMap<string, Exact | string>;
}

/** The closed month before the one that is run, by `personKey`; null where there is none. */
export interface ClosedMonth {
  /** `2026-10` */
  readonly month: string;
  readonly people: ReadonlyMap<string, ClosedPerson>;
  /** The closed months before this one, the latest first; absent where only one is known. */
  readonly earlier?: readonly ClosedMonth[];
}

/** The closed months, the latest first; empty without one. */
export function closedMonths(closed: ClosedMonth | null): readonly ClosedMonth[] {
  return closed ? [closed, ...(closed.earlier ?? [])] : [];
}
