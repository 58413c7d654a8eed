import { type Day, isoOfDay, type Month, showRange } from "../../engine/calendar";
import { Exact } from "../../engine/exact";
import { type Issue, issueAt } from "../../engine/issue";

/**
 * Days of a month whose conversion is not final yet when the data end on a day: a buyer may still
 * order and pay. Null where all days are final.
 *
 * @param late days until the conversion of a day is final: the window and the day after it.
 */
export function provisionalDays(month: Month, asOf: Day, late: number): { first: Day; last: Day } | null {
  const first = Math.max(month.first, asOf - late + 1);
  const last = Math.min(month.last, asOf);
  return first <= last ? { first, last } : null;
}

/** The warning that conversion from chats and orders is provisional (DOMAIN part C, consequences). */
export function provisionalEvents(month: Month, asOf: Day | null, window: Exact): Issue[] {
  const late = window.round(Exact.ONE, "up").toNumber() + 1;
  const days = asOf === null ? null : provisionalDays(month, asOf, late);
  if (asOf === null || !days) return [];
  const values = { asOf: isoOfDay(asOf), days: showRange(days), final: isoOfDay(days.last + late) };
  return [issueAt("warning", "conversion-provisional", null, values)];
}

/**
 * The note that conversion of the month's last days is final only later than the exports may have
 * been made. Exports that end before those days need none: their month is not over.
 *
 * @param newest newest day of the daily exports that give a conversion; null without any.
 */
export function provisionalExports(month: Month, newest: Day | null, late: Exact): Issue[] {
  const span = late.round(Exact.ONE, "up").toNumber();
  if (newest === null || newest <= month.last - span) return [];
  const days = { first: Math.max(month.first, month.last - span + 1), last: newest };
  const values = { days: showRange(days), final: isoOfDay(newest + span), late: String(span) };
  return [issueAt("info", "conversion-late", null, values)];
}
