import { isoOfDay, showRange } from "../engine/calendar";
import { type DataSource, sourceName, sourcesOf } from "../engine/coverage";
import { Exact } from "../engine/exact";
import { type Issue, issueAt } from "../engine/issue";
import { amount } from "./amounts";
import type { MonthView } from "./view";

/** What should be known of a month's data as a whole: how far they reach, and what counts for nobody. */
export function dataNotes(view: MonthView): Issue[] {
  const { month } = view.result;
  const sources = sourcesOf(view.checked, month);
  return [...partOfMonth(sources, view), ...reachOf(sources), ...silentOrders(view)];
}

/** All sources together do not reach to both ends of the month: it may not be over yet. */
function partOfMonth(sources: readonly DataSource[], { result: { month } }: MonthView): Issue[] {
  const first = Math.min(...sources.map((source) => source.first));
  const last = Math.max(...sources.map((source) => source.last));
  const missing = month.days - (last - first + 1);
  if (sources.length === 0 || missing === 0) return [];
  const days = showRange({ first, last });
  const values = { days, month: month.text, end: isoOfDay(month.last), count: String(missing) };
  return [issueAt("info", "data-of-part-month", null, values)];
}

/** The last day of each source, where they differ: "data as of" is the earliest of those of work. */
function reachOf(sources: readonly DataSource[]): Issue[] {
  if (new Set(sources.map(({ last }) => last)).size < 2) return [];
  const reach = sources.map((source) => `${sourceName(source)} ${isoOfDay(source.last)}`);
  return [issueAt("info", "data-reach", null, { reach: reach.join("; ") })];
}

/** Paid orders that are nobody's: with the agents' they make up what the shop sold. */
function silentOrders({ result: { facts } }: MonthView): Issue[] {
  const series = facts.measures.get("silent_sales")?.shop;
  if (!series || series.days.length === 0) return [];
  const amounts = series.values.filter((value) => value instanceof Exact);
  const values = { count: String(amounts.length), amount: amount(Exact.sum(amounts), "money") };
  return [issueAt("info", "orders-silent", null, values)];
}
