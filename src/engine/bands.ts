import { Exact } from "./exact";
import type { BandRow, BandTable, When } from "./plan";

const RISING: ReadonlySet<When> = new Set<When>(["at least", "above"]);

/** Whether a value reaches a row; the "otherwise" row is reached by every value. */
export function reaches(row: Pick<BandRow, "when" | "threshold">, value: Exact): boolean {
  if (row.threshold === null) return true;
  const difference = value.compare(row.threshold);
  if (row.when === "at least") return difference >= 0;
  if (row.when === "above") return difference > 0;
  return row.when === "up to" ? difference <= 0 : difference < 0;
}

/** Whether a condition looks for values from a threshold upwards. */
export function isRising(when: When): boolean {
  return RISING.has(when);
}

const edgesByRows = new WeakMap<BandTable["rows"], readonly Exact[]>();

/** The thresholds of a table, in the order in which they are tried; kept, as every look-up names them. */
export function edgesOf(rows: BandTable["rows"]): readonly Exact[] {
  const known = edgesByRows.get(rows) ?? rows.flatMap(({ threshold }) => threshold ?? []);
  edgesByRows.set(rows, known);
  return known;
}

/**
 * Puts rows in the order in which they are tried: for rising tables from the highest threshold
 * down (`above` before `at least` of the same), for falling ones from the lowest up (`below`
 * before `up to`), the "otherwise" row last. The order in which people write rows does not matter.
 */
export function sortRows<Row extends Pick<BandRow, "when" | "threshold">>(
  rows: readonly Row[],
  rising: boolean,
): Row[] {
  const strictFirst = (row: Row) => (row.when === "above" || row.when === "below" ? 0 : 1);
  return [...rows].sort((a, b) => {
    if (a.threshold === null || b.threshold === null)
      return a.threshold === b.threshold ? 0 : a.threshold ? -1 : 1;
    const difference = a.threshold.compare(b.threshold);
    return (rising ? -difference : difference) || strictFirst(a) - strictFirst(b);
  });
}

/** The row that a value reaches, or null where no row does and none says "otherwise". */
export function findBand<Row extends Pick<BandRow, "when" | "threshold">>(
  rows: readonly Row[],
  value: Exact,
): Row | null {
  for (const row of rows) if (reaches(row, value)) return row;
  return null;
}

/** One slice of an amount, at one rate. */
export interface Slice {
  readonly from: Exact;
  readonly to: Exact;
  readonly rate: Exact;
  readonly row: BandRow;
}

/**
 * Cuts an amount into slices, each at its own rate (READINGS 4.4): a rate holds from its threshold
 * to the next; below the lowest threshold the "otherwise" rate holds, else nothing is paid. A
 * negative amount has no slices. Only tables of `at least` rows with number results can be cut;
 * null for others.
 */
export function sliceAmount(table: Pick<BandTable, "rows">, amount: Exact): Slice[] | null {
  const slices: Slice[] = [];
  let upper = amount;
  for (const row of table.rows) {
    if ((row.threshold !== null && row.when !== "at least") || !(row.result instanceof Exact)) return null;
    const from = (row.threshold ?? Exact.ZERO).max(Exact.ZERO);
    if (upper.compare(from) <= 0) continue;
    slices.push({ from, to: upper, rate: row.result, row });
    upper = from;
  }
  return slices;
}

/** Sum of the slices' amounts at their rates, unrounded. */
export function marginalAmount(slices: readonly Slice[]): Exact {
  return Exact.sum(slices.map((slice) => slice.to.minus(slice.from).times(slice.rate)));
}
