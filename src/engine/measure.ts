import type { Day } from "./calendar";
import { Exact } from "./exact";
import { type FactSeries, type Facts, type MeasureFacts, type PackedCell, WHOLE_MONTH } from "./facts";
import { Failure, failure, Nothing, type Value } from "./formula/value";
import type { Issue } from "./issue";
import { failureFrom } from "./ledger";
import type { Subject } from "./subject";

/** The entries of a series that belong to a subject, not yet brought to one value. */
export interface Share {
  readonly facts: MeasureFacts;
  readonly values: readonly (Exact | string)[];
  readonly weights: readonly Exact[];
  readonly cells: readonly PackedCell[];
  /** Errors of cells that were left out (lenient subjects only). */
  readonly leftOut: readonly Issue[];
}

/**
 * The entries of a measure that belong to a subject; a failure where a cell cannot be read, the
 * measure is broken, or a month total would have to be split between two plans or teams.
 */
export function shareOf(facts: MeasureFacts, subject: Subject): Share | Failure {
  if (facts.broken.length > 0) return failureFrom(facts.broken);
  const series = facts.byPerson.get(subject.person.key);
  if (!series) return { facts, values: [], weights: [], cells: [], leftOut: [] };
  // Whoever works all month has all there is; others only the facts of their days.
  const { whole, days, month } = subject;
  if (whole && days.length === month.days) return wholeShare(facts, series, subject.lenient);
  const covered = new Set<Day>(days);
  if (whole) covered.add(WHOLE_MONTH);
  const unreadable = series.unreadable.filter((cell) => covered.has(cell.day)).map((cell) => cell.issue);
  if (unreadable.length > 0 && !subject.lenient) return failureFrom(unreadable);
  const hasTotal =
    series.days.includes(WHOLE_MONTH) || series.unreadable.some(({ day }) => day === WHOLE_MONTH);
  if (hasTotal && !whole) {
    return failure("month-total-for-part", { measure: facts.name });
  }
  return pick(facts, series, covered, unreadable);
}

function wholeShare(facts: MeasureFacts, series: FactSeries, lenient: boolean): Share | Failure {
  const leftOut = series.unreadable.map((cell) => cell.issue);
  if (leftOut.length > 0 && !lenient) return failureFrom(leftOut);
  return { facts, values: series.values, weights: series.weights, cells: series.cells, leftOut };
}

function pick(
  facts: MeasureFacts,
  series: FactSeries,
  covered: ReadonlySet<Day>,
  leftOut: readonly Issue[],
): Share {
  const share = {
    facts,
    values: [] as (Exact | string)[],
    weights: [] as Exact[],
    cells: [] as PackedCell[],
    leftOut,
  };
  series.days.forEach((day, index) => {
    if (!covered.has(day)) return;
    share.values.push(series.values[index] ?? Exact.ZERO);
    share.cells.push(series.cells[index] ?? 0);
    const weight = series.weights[index];
    if (weight) share.weights.push(weight);
  });
  return share;
}

function numbers(values: readonly (Exact | string)[]): Exact[] {
  return values.filter((value) => value instanceof Exact);
}

/**
 * Brings entries of one measure to one value, over as many subjects as are given. No entries give
 * 0 where no matching row means none, else no data; so does a mean over weights that sum to 0.
 */
export function rollUp(facts: MeasureFacts, shares: readonly Share[]): Exact | Nothing {
  if (facts.rollup === "sum") return sumUp(facts, shares);
  const all = shares.length === 1 && shares[0] ? shares[0] : join(shares);
  if (all.values.length === 0) return facts.absent === "zero" ? Exact.ZERO : new Nothing([facts.name]);
  switch (facts.rollup) {
    case "distinct":
      return Exact.integer(new Set(all.values).size);
    case "min":
      return numbers(all.values).reduce((a, b) => a.min(b));
    case "max":
      return numbers(all.values).reduce((a, b) => a.max(b));
    case "mean":
      return weightedMean(facts.name, numbers(all.values), all.weights);
  }
}

/** Sums of lists of entries: one person's days are asked for again by each team value over them. */
const SUMS = new WeakMap<readonly (Exact | string)[], Exact>();

function sumUp(facts: MeasureFacts, shares: readonly Share[]): Exact | Nothing {
  let sum: Exact | null = null;
  for (const { values } of shares) {
    if (values.length === 0) continue;
    const own = sumOf(values);
    sum = sum ? sum.plus(own) : own;
  }
  return sum ?? (facts.absent === "zero" ? Exact.ZERO : new Nothing([facts.name]));
}

function sumOf(values: readonly (Exact | string)[]): Exact {
  const [only] = values;
  if (values.length === 1 && only instanceof Exact) return only;
  const known = SUMS.get(values);
  if (known) return known;
  const sum = Exact.sum(numbers(values));
  SUMS.set(values, sum);
  return sum;
}

function join(shares: readonly Share[]): Pick<Share, "values" | "weights"> {
  return {
    values: shares.flatMap((share) => share.values),
    weights: shares.flatMap((share) => share.weights),
  };
}

function weightedMean(name: string, values: readonly Exact[], weights: readonly Exact[]): Exact | Nothing {
  const total = Exact.sum(weights);
  if (total.isZero()) return new Nothing([name]);
  return Exact.sum(values.map((value, index) => value.times(weights[index] ?? Exact.ZERO))).over(total);
}

/** The value of a measure for one subject. */
export function measureValue(facts: MeasureFacts, subject: Subject): Value {
  const share = shareOf(facts, subject);
  return share instanceof Failure ? share : rollUp(facts, [share]);
}

/** The shop's own value of a measure that comes without a person; no data where there is none. */
export function shopValue(facts: MeasureFacts): Value {
  if (facts.broken.length > 0) return failureFrom(facts.broken);
  const series = facts.shop;
  if (!series) return new Nothing([facts.name]);
  if (series.unreadable.length > 0) return failureFrom(series.unreadable.map((cell) => cell.issue));
  return rollUp(facts, [
    { facts, values: series.values, weights: series.weights, cells: series.cells, leftOut: [] },
  ]);
}

const DAY_COUNTS: ReadonlySet<string> = new Set(["scheduled_days", "attended_days", "paid_days"]);

/** Whether a name is one of the day counts that fall back to calendar days (READINGS 4.7). */
export function isDayCount(key: string): boolean {
  return DAY_COUNTS.has(key);
}

/**
 * Scheduled days by day of the month, where the whole month's schedule of a person is known: a
 * fact on every calendar day. Null otherwise, as for a month total.
 */
export function wholeSchedule(facts: Facts, subject: Subject): ReadonlyMap<Day, Exact> | null {
  const series = facts.measures.get("scheduled_days")?.byPerson.get(subject.person.key);
  if (!series || series.unreadable.length > 0) return null;
  const byDay = new Map<Day, Exact>();
  series.days.forEach((day, index) => {
    const value = series.values[index];
    if (value instanceof Exact) byDay.set(day, (byDay.get(day) ?? Exact.ZERO).plus(value));
  });
  for (let day = subject.month.first; day <= subject.month.last; day++) {
    if (!byDay.has(day)) return null;
  }
  return byDay;
}
