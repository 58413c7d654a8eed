/** What it takes to reach the next better row of a table. */
import { findBand } from "./bands";
import { Exact } from "./exact";
import type { BandRow, When } from "./plan";

/** The condition under which a row is entered or left. */
export interface Edge {
  readonly when: When;
  readonly threshold: Exact;
}

/** The neighbouring row with the better result, and the way there. */
export interface NextBand extends Edge {
  readonly from: BandRow;
  readonly to: BandRow;
  /** From the value to the threshold; above zero where the value has to rise, zero where it stands on it. */
  readonly gap: Exact;
}

/** The condition of leaving a row. */
const LEAVING: Readonly<Record<When, When>> = {
  "at least": "below",
  above: "up to",
  "up to": "above",
  below: "at least",
};

/**
 * The condition that leads from the row of a value to a neighbouring one: that of the wanted row where it
 * is tried earlier, else that of no longer reaching the value's own row. Null where none is known.
 * `rows` are in the order in which they are tried.
 */
export function edgeTowards(rows: readonly BandRow[], value: Exact, wanted: BandRow): Edge | null {
  const from = findBand(rows, value);
  if (from && rows.indexOf(wanted) < rows.indexOf(from))
    return wanted.threshold && { when: wanted.when, threshold: wanted.threshold };
  return from?.threshold ? { when: LEAVING[from.when], threshold: from.threshold } : null;
}

/**
 * The neighbouring row whose result is better: greater, or smaller where `smallerIsBetter`. Null on the
 * best row, where no row reaches the value, and where results are words.
 */
export function nextBand(rows: readonly BandRow[], value: Exact, smallerIsBetter: boolean): NextBand | null {
  const from = findBand(rows, value);
  const current = from?.result;
  if (!from || !(current instanceof Exact)) return null;
  const at = rows.indexOf(from);
  const isBetter = (row: BandRow | undefined): row is BandRow =>
    row?.result instanceof Exact && row.result.compare(current) * (smallerIsBetter ? -1 : 1) > 0;
  const to = [rows[at - 1], rows[at + 1]].find(isBetter);
  const edge = to && edgeTowards(rows, value, to);
  return to && edge ? { ...edge, from, to, gap: edge.threshold.minus(value) } : null;
}
