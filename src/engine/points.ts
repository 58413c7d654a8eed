import { edgesOf, findBand } from "./bands";
import { Exact } from "./exact";
import { type Failure, failure, Nothing, type Value } from "./formula/value";
import { nameKey } from "./name";
import type { BandRow, BandTable, ScoringItem } from "./plan";
import type { MissingPolicy } from "./settings";
import type { RuleHit } from "./trace";

/** Points of one item at its own weight, with the band row that gave them. */
export interface ItemPoints {
  readonly points: Exact | Nothing | Failure;
  readonly hit: RuleHit | null;
}

/** An item with what it came to. */
export interface CountedItem {
  readonly item: ScoringItem;
  readonly points: Value;
}

/**
 * The table of an item: the one named like the item, else like its metric, under any of the
 * metric's names (READINGS 3.15, 3.4). Null where there is none.
 */
export function findItemTable(
  tables: ReadonlyMap<string, BandTable>,
  { item, metric }: Pick<ScoringItem, "item" | "metric">,
  metricKey: (name: string) => string,
): BandTable | null {
  const named = tables.get(nameKey(item)) ?? tables.get(nameKey(metric));
  if (named || metric === "") return named ?? null;
  const key = metricKey(metric);
  return [...tables.values()].find((table) => metricKey(table.name) === key) ?? null;
}

/** The row of a table that a value reaches; a failure where no row does and none says "otherwise". */
export function bandFor(
  table: BandTable,
  x: Exact,
): { value: Exact | string | Failure; hit: RuleHit | null } {
  const row = findBand(table.rows, x);
  return row ? { value: row.result, hit: hitOf(table, row) } : { value: notReached(table, x), hit: null };
}

function notReached(table: BandTable, x: Exact): Failure {
  return failure("band-not-reached", { table: table.name, value: x.toText() });
}

/** A row of a table as a trace shows it. */
export function hitOf(table: BandTable, row: BandTable["rows"][number]): RuleHit {
  return {
    table: table.name,
    place: row.place,
    when: row.when,
    threshold: row.threshold,
    edges: edgesOf(table.rows),
    result: row.result,
  };
}

/**
 * Points by `bands` (the result is a percentage of the weight) or `band points` (the points
 * themselves), from the value or attainment that is measured.
 */
export function bandPoints(item: ScoringItem, table: BandTable, measured: Exact): ItemPoints {
  const row = findBand(table.rows, measured);
  if (!row) return { points: notReached(table, measured), hit: null };
  const ofItem = POINTS.get(item) ?? new Map<BandRow, ItemPoints>();
  POINTS.set(item, ofItem);
  const known = ofItem.get(row) ?? rowPoints(item, table, row);
  ofItem.set(row, known);
  return known;
}

/** What the rows of a table come to for an item: the same for whomever reaches them. */
const POINTS = new WeakMap<ScoringItem, Map<BandRow, ItemPoints>>();

function rowPoints(item: ScoringItem, table: BandTable, row: BandRow): ItemPoints {
  const hit = hitOf(table, row);
  const { result } = row;
  if (!(result instanceof Exact)) return { points: failure("text-is-not-a-number", { text: result }), hit };
  if (item.method !== "bands") return { points: result, hit };
  const percent = row.isPercent ? result.times(Exact.HUNDRED) : result;
  return { points: percent.times(item.weight).over(Exact.HUNDRED), hit: { ...hit, result: percent } };
}

/** Points by `ratio`: the weight times what is measured, held between floor and cap. */
export function ratioPoints(item: ScoringItem, measured: Exact): Exact {
  return item.weight.times(measured.min(item.cap).max(item.floor));
}

/**
 * Points of `manual` and `formula` lie between 0 and the weight; beyond is an error. A blank
 * weight of a bonus or deduction (0 here) sets no limit. Bands and ratios of a bonus or deduction
 * stop at its greatest points.
 */
export function withinRange(item: ScoringItem, points: Exact): Exact | Failure {
  const limited = item.kind === "points" || !item.weight.isZero();
  const isExtra = item.kind === "bonus" || item.kind === "deduction";
  if (item.method === "manual" || item.method === "formula" || (isExtra && points.sign() < 0)) {
    const beyond = points.sign() < 0 || (limited && points.compare(item.weight) > 0);
    const values = { item: item.item, points: points.toText(), weight: item.weight.toText() };
    return beyond ? failure("points-out-of-range", values) : points;
  }
  return item.kind === "points" || !limited ? points : points.min(item.weight);
}

/**
 * The score of items that have no failure among them (READINGS 3.15, 5.5): weights with data are
 * stretched to 100 under `rescale`; bonus and deduction stand outside; never below 0. Null where
 * no item has data. `factor` is the stretch.
 */
export function totalPoints(
  counted: readonly CountedItem[],
  missing: MissingPolicy,
  ceiling: Exact | null,
): { readonly score: Exact | null; readonly factor: Exact } {
  let count = 0;
  let own = Exact.ZERO;
  let weighed = Exact.ZERO;
  let outside = Exact.ZERO;
  for (const { item, points } of counted) {
    if (item.kind !== "points") {
      outside = outside.plus(extraPoints({ item, points }));
      continue;
    }
    const known = points instanceof Exact;
    if (known) {
      count += 1;
      own = own.plus(points);
    } else if (missing === "full" && points instanceof Nothing) {
      outside = outside.plus(item.weight);
    }
    if (known || missing !== "rescale") weighed = weighed.plus(item.weight);
  }
  const whole = weighed.isZero() || weighed.equals(Exact.HUNDRED);
  const factor = whole ? Exact.ONE : Exact.HUNDRED.over(weighed);
  if (count === 0) return { score: null, factor };
  const score = own.times(factor).plus(outside).max(Exact.ZERO);
  return { score: ceiling ? score.min(ceiling) : score, factor };
}

function extraPoints({ item, points }: CountedItem): Exact {
  if (!(points instanceof Exact) || item.kind === "points") return Exact.ZERO;
  return item.kind === "deduction" ? points.negated() : points;
}
