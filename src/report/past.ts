import { Exact } from "../engine/exact";
import { type ClosedMonth, type ClosedPerson, closedMonths } from "../engine/history";
import { nameKey, personKey } from "../engine/name";
import type { RuleBook } from "../engine/plan";
import type { PayLine } from "../engine/result";

/** What one person was paid in a closed month. */
export interface PastPay {
  /** By `nameKey` of the component. */
  readonly lines: ReadonlyMap<string, Exact>;
  readonly base: Exact;
  readonly total: Exact;
}

/** The pay of a closed month. */
export interface PastMonth {
  /** `2026-10` */
  readonly month: string;
  /** By `personKey`; people without a line of pay in History are not there. */
  readonly people: ReadonlyMap<string, PastPay>;
}

/**
 * What closed months paid, the latest first. History keeps figures and lines of pay under their
 * names alike: a line is what a plan of today calls a component, or what stands behind a person's
 * score and is no metric, measure or manual score. Empty without History.
 */
export function pastMonths(book: RuleBook, closed: ClosedMonth | null): PastMonth[] {
  const components = new Set(
    [...book.plans.values()].flatMap(({ pay }) => pay.map(({ component }) => nameKey(component))),
  );
  const base = baseComponents(book);
  return closedMonths(closed)
    .map(({ month, people }) => ({
      month,
      people: new Map(
        [...people].flatMap(([key, person]) => {
          const pay = payOf(person, { components, base, book });
          return pay ? [[key, pay] as const] : [];
        }),
      ),
    }))
    .filter(({ people }) => people.size > 0);
}

interface Known {
  readonly components: ReadonlySet<string>;
  readonly base: ReadonlySet<string>;
  readonly book: RuleBook;
}

function payOf({ values }: ClosedPerson, { components, base, book }: Known): PastPay | null {
  const keys = [...values.keys()];
  const scoreAt = keys.indexOf("score");
  const isLine = (key: string, index: number) =>
    components.has(key) || (scoreAt >= 0 && index > scoreAt && !isFigure(key, book));
  const lines = new Map<string, Exact>();
  keys.forEach((key, index) => {
    const value = values.get(key);
    if (value instanceof Exact && isLine(key, index)) lines.set(key, value);
  });
  if (lines.size === 0) return null;
  const baseLines = [...lines].filter(([key]) => base.has(key)).map(([, amount]) => amount);
  return { lines, base: Exact.sum(baseLines), total: Exact.sum(lines.values()) };
}

/** A metric, measure or manual score, or what History keeps beside a metric: its target and attainment. */
function isFigure(key: string, { metricsByName, measureNames, manualNames }: RuleBook): boolean {
  if (/^(target|attainment)\(/.test(key)) return true;
  return metricsByName.has(key) || measureNames.has(key) || manualNames.has(key);
}

/** Components that are base pay: those called `base`, and those whose formula is nothing but `base`. */
function baseComponents({ plans }: RuleBook): ReadonlySet<string> {
  const rows = [...plans.values()].flatMap(({ pay }) => pay);
  const plain = rows.filter(({ formula: { node } }) => node?.kind === "name" && node.key === "base");
  return new Set(["base", ...plain.map(({ component }) => nameKey(component))]);
}

/** The part of some lines that is base pay; adjustments are none, whatever they are called. */
export function baseOfLines(lines: readonly PayLine[], book: RuleBook): Exact {
  const keys = baseComponents(book);
  const base = lines.filter(({ from, component }) => from === "plan" && keys.has(nameKey(component)));
  return Exact.sum(base.map(({ amount }) => amount));
}

/** What a person was paid in the last closed month; null where nothing is known of it. */
export function paidBefore(past: readonly PastMonth[] | undefined, person: string): PastPay | null {
  return past?.[0]?.people.get(personKey(person)) ?? null;
}
