import { type Day, isoOfDay } from "./calendar";
import type { MonthContext } from "./context";
import { Exact } from "./exact";
import { type FactSeries, type PackedCell, unpackCell, WHOLE_MONTH } from "./facts";
import type { FormulaNode } from "./formula/node";
import { issueAt } from "./issue";
import { metricKnownAs } from "./known-as";
import { isDayCount } from "./measure";
import { nameKey } from "./name";
import { meaningOf } from "./names";
import type { Metric } from "./plan";
import type { Subject } from "./subject";

/** So many days are named; of more only how many they are. */
const SHOWN_DAYS = 3;
/** Values of other people and months, and thresholds, are no sums of the person's days. */
const OTHER_VALUES = /^(?:(?:TEAM|SHOP)\.|(?:PREVIOUS|TARGET|ATTAINMENT)$)/;

/** What a person has of one measure, day by day. */
interface Daily {
  readonly name: string;
  readonly byDay: ReadonlyMap<Day, { readonly sum: Exact; readonly cell: PackedCell }>;
  readonly tabs: ReadonlySet<number>;
}

/**
 * Warns where a quotient of a metric divides sums over different days: one measure has a figure on a
 * day on which the other has none (a mark such as 延迟统计, a column that starts later). The value
 * stays: sums are over the days with data. One warning a metric and person, at the first cell without
 * a partner. Measures that come for the month as a whole, that count 0 where nothing is told, or that
 * share no day are apart by nature; so is a table that lists events. A 0 changes no sum. Never fails.
 */
export function warnOfUnevenDays(context: MonthContext, subject: Subject, metric: Metric): void {
  const node = metric.formula?.node;
  if (!node || subject.lenient) return;
  for (const sides of quotientsOf(node)) {
    const [above, below] = sides.map((side) => dailyOf(context, subject, measuresOf(context, side, metric)));
    for (const over of above ?? [])
      for (const under of below ?? []) if (warned(context, subject, metric, [over, under])) return;
  }
}

/** Both sides of each division of a formula, its own metrics left closed: they warn by themselves. */
function quotientsOf(node: FormulaNode): (readonly FormulaNode[])[] {
  if (node.kind !== "operator" && node.kind !== "call") return [];
  if (node.kind === "call" && OTHER_VALUES.test(node.name)) return [];
  const inner = node.operands.flatMap(quotientsOf);
  return node.kind === "operator" && node.operator === "/" ? [node.operands, ...inner] : inner;
}

/** Keys of the measures that a side sums; those of a metric that divides are not, for it is a rate. */
function measuresOf(context: MonthContext, node: FormulaNode, within: Metric | null): string[] {
  if (node.kind === "operator" || node.kind === "call") {
    if (node.kind === "call" && OTHER_VALUES.test(node.name)) return [];
    return node.operands.flatMap((operand) => measuresOf(context, operand, within));
  }
  if (node.kind !== "name") return [];
  const meaning = meaningOf(context.book, node.key, within);
  if (meaning.kind === "measure") return [meaning.key];
  if (meaning.kind !== "metric") return [];
  const inner = meaning.metric.formula?.node;
  if (!inner) return [nameKey(meaning.metric.name)];
  return quotientsOf(inner).length > 0 ? [] : measuresOf(context, inner, meaning.metric);
}

function dailyOf(context: MonthContext, { person, days }: Subject, keys: readonly string[]): Daily[] {
  const own = new Set(days);
  return [...new Set(keys)].flatMap((key) => {
    const facts = context.facts.measures.get(key);
    const series = facts?.byPerson.get(person.key);
    if (!facts || !series || facts.rollup !== "sum" || facts.absent === "zero" || isDayCount(key)) return [];
    if (series.days.includes(WHOLE_MONTH)) return [];
    return [{ name: facts.name, ...byDayOf(series, own) }];
  });
}

function byDayOf({ days, values, cells }: FactSeries, own: ReadonlySet<Day>): Pick<Daily, "byDay" | "tabs"> {
  const byDay = new Map<Day, { sum: Exact; cell: PackedCell }>();
  const tabs = new Set<number>();
  days.forEach((day, index) => {
    const value = values[index];
    if (!own.has(day) || !(value instanceof Exact)) return;
    const cell = cells[index] ?? 0;
    const known = byDay.get(day);
    byDay.set(day, { sum: known ? known.sum.plus(value) : value, cell: known?.cell ?? cell });
    tabs.add(unpackCell(cell).tabIndex);
  });
  return { byDay, tabs };
}

function warned(
  context: MonthContext,
  subject: Subject,
  metric: Metric,
  [over, under]: readonly [Daily, Daily],
): boolean {
  if (over.name === under.name || ![...over.byDay.keys()].some((day) => under.byDay.has(day))) return false;
  const ofOver = daysWithout(under, over);
  const [lacking, given, days] =
    ofOver.length > 0 ? [over, under, ofOver] : [under, over, daysWithout(over, under)];
  const [first] = days;
  if (first === undefined || isListOfEvents(lacking, given, days)) return false;
  const { tabIndex, row, column } = unpackCell(given.byDay.get(first)?.cell ?? 0);
  const values = {
    person: subject.person.name,
    metric: metric.name,
    metricZh: metricKnownAs(context.book, nameKey(metric.name), metric).label?.zh ?? "",
    given: given.name,
    givenZh: inChinese(context, given),
    lackingZh: inChinese(context, lacking),
    givenDays: String(given.byDay.size),
    lacking: lacking.name,
    lackingDays: String(lacking.byDay.size),
    days: shownDays(days),
  };
  const place = { tab: context.facts.tabs[tabIndex] ?? "", row, column };
  context.ledger.add(issueAt("warning", "rate-over-uneven-days", place, values));
  return true;
}

/** What people call a measure in Chinese; blank where nothing says. */
function inChinese({ book }: MonthContext, { name }: Daily): string {
  return metricKnownAs(book, nameKey(name), null).label?.zh ?? "";
}

/** A table of its own with gaps between its days may list single events, of which most days have none. */
function isListOfEvents(lacking: Daily, given: Daily, days: readonly Day[]): boolean {
  if ([...lacking.tabs].some((tab) => given.tabs.has(tab))) return false;
  const first = Math.min(...lacking.byDay.keys());
  const last = Math.max(...lacking.byDay.keys());
  return days.some((day) => day > first && day < last);
}

/** Days, in order, on which one measure has a figure other than 0 and the other has none. */
function daysWithout({ byDay }: Daily, other: Daily): Day[] {
  const days = [...byDay].filter(([day, { sum }]) => !sum.isZero() && !other.byDay.has(day));
  return days.map(([day]) => day).sort((a, b) => a - b);
}

function shownDays(days: readonly Day[]): string {
  const shown = days.slice(0, SHOWN_DAYS).map(isoOfDay).join(", ");
  return days.length > SHOWN_DAYS ? `${shown} … (${days.length})` : shown;
}
