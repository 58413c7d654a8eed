import type { Day } from "./calendar";
import type { MonthContext } from "./context";
import type { PromotionEffect } from "./diagnosis";
import { SELLING_PAIRS, type SellingPair } from "./diagnosis-selling";
import { Exact } from "./exact";
import type { FactSeries, MeasureFacts } from "./facts";
import { Failure } from "./formula/value";
import { rollUp, shareOf } from "./measure";
import { nameKey } from "./name";
import type { Subject } from "./subject";

/** Profiles of Calendar that are promotions. */
const PROMOTIONS: ReadonlySet<string> = new Set(["promotion", "大促", "促销", "促銷"]);
const LEAST_PROMOTION_DAYS = 1;
const LEAST_OTHER_DAYS = 3;

/** One stretch of days: people a day, and the share of them who bought. */
interface Stretch {
  readonly perDay: Exact;
  readonly conversion: Exact;
}

/**
 * Whether promotion days brought more people a day of whom a smaller share bought (DOMAIN A.6), from
 * daily rows: at least one promotion day and three others with data. Null for anything else, as
 * where no row of Calendar says promotion, a cell is unreadable, or the data are month totals.
 */
export function diagnosePromotion(context: MonthContext, subject: Subject): PromotionEffect | null {
  const promoted = new Set<Day>(
    context.book.profiles
      .filter(({ profile }) => PROMOTIONS.has(nameKey(profile)))
      .flatMap(({ days }) => days),
  );
  if (promoted.size === 0) return null;
  for (const pair of SELLING_PAIRS) {
    const inflow = dailyFacts(context, pair.inflow);
    const sold = dailyFacts(context, pair.sold);
    const days = inflow && sold ? daysWithData(inflow, sold, subject) : [];
    // The first pair of which the person has days decides: two definitions are never mixed.
    if (inflow && sold && days.length > 0) return compareDays(subject, pair, inflow, sold, days, promoted);
  }
  return null;
}

/** A measure whose values over some days can be brought to one: counts, and different buyers. */
function dailyFacts(context: MonthContext, measure: string): MeasureFacts | null {
  const facts = context.facts.measures.get(measure);
  return facts && (facts.rollup === "sum" || facts.rollup === "distinct") ? facts : null;
}

function daysWithData(inflow: MeasureFacts, sold: MeasureFacts, subject: Subject): Day[] {
  const key = subject.person.key;
  const came = new Set(daysOf(inflow.byPerson.get(key)));
  const bought = new Set(daysOf(sold.byPerson.get(key)));
  return subject.days.filter((day) => came.has(day) && (bought.has(day) || sold.absent === "zero"));
}

function daysOf(series: FactSeries | undefined): readonly Day[] {
  return series && series.unreadable.length === 0 ? series.days : [];
}

function compareDays(
  subject: Subject,
  { inflow }: SellingPair,
  came: MeasureFacts,
  bought: MeasureFacts,
  days: readonly Day[],
  promoted: ReadonlySet<Day>,
): PromotionEffect | null {
  const promotionDays = days.filter((day) => promoted.has(day));
  const otherDays = days.filter((day) => !promoted.has(day));
  if (promotionDays.length < LEAST_PROMOTION_DAYS || otherDays.length < LEAST_OTHER_DAYS) return null;
  const promotion = stretchOf(subject, came, bought, promotionDays);
  const other = stretchOf(subject, came, bought, otherDays);
  if (!promotion || !other) return null;
  const moreCame = promotion.perDay.compare(other.perDay) > 0;
  const fewerBought = promotion.conversion.compare(other.conversion) < 0;
  if (!moreCame || !fewerBought) return null;
  return {
    inflow,
    promotionDays: promotionDays.length,
    otherDays: otherDays.length,
    perPromotionDay: promotion.perDay,
    perOtherDay: other.perDay,
    promotionConversion: promotion.conversion,
    otherConversion: other.conversion,
  };
}

function stretchOf(
  subject: Subject,
  came: MeasureFacts,
  bought: MeasureFacts,
  days: readonly Day[],
): Stretch | null {
  const part: Subject = { ...subject, days, whole: false };
  const people = amountOver(came, part);
  const buyers = amountOver(bought, part);
  if (!people || !buyers || people.isZero()) return null;
  return { perDay: people.over(Exact.integer(days.length)), conversion: buyers.over(people) };
}

function amountOver(facts: MeasureFacts, part: Subject): Exact | null {
  const share = shareOf(facts, part);
  const value = share instanceof Failure ? share : rollUp(facts, [share]);
  return value instanceof Exact ? value : null;
}
