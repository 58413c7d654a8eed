import type { Month } from "./calendar";
import type { MetricName, MonthContext } from "./context";
import { Exact } from "./exact";
import type { PartMonth } from "./grades";
import { forHr, type Issue, issueAt } from "./issue";
import { metricKnownAs } from "./known-as";
import { personKey } from "./name";
import type { TargetRow, Unit } from "./plan";
import type { ItemResult, PayLine } from "./result";
import { employedDays, type Person } from "./roster";
import { attainmentValue, metricNamed, targetRows } from "./scope";
import { subjectOf } from "./subject";
import type { Trace } from "./trace";

/**
 * What of a month somebody was employed, where a target of the whole month is held against it: targets are not
 * pro-rated (READINGS 5.7). Null for a whole month, for a metric that does not grow with the days, and where
 * Targets has a row for the person or a formula, which may say what the days ask for.
 *
 * @param rows the rows of Targets for that month; where there is none left, the target counts as one of the month.
 */
export function partMonth(
  context: MonthContext,
  person: Person,
  month: Month,
  metric: MetricName,
  rows: readonly TargetRow[],
): PartMonth | null {
  const days = employedDays(person, month).length;
  if (days === 0 || days === month.days || !isTotal(context, metric)) return null;
  const own = rows.filter((row) => context.metricKey(row.metric) === metric.key);
  const isForDays = ({ appliesTo, value }: TargetRow) =>
    personKey(appliesTo) === person.key || !(value instanceof Exact);
  return own.some(isForDays) ? null : { days, of: month.days };
}

const RATES: ReadonlySet<Unit | null> = new Set(["%", "s", "points"]);

/** Whether a metric grows with the days: a sum or a count, no rate, mean or rating. */
function isTotal(context: MonthContext, { key, metric }: MetricName): boolean {
  const { book, facts } = context;
  if (RATES.has(metricKnownAs(book, key, metric).unit)) return false;
  if (metric?.formula) return !context.isQuotient(metric);
  const rollup = facts.measures.get(key)?.rollup;
  return rollup ? rollup === "sum" || rollup === "distinct" : book.measureNames.has(key);
}

/**
 * Who joined or left inside the month and is measured against targets of the whole month, told to HR once a metric:
 * only where the person's score or pay uses that attainment.
 */
export function partMonthNotes(
  context: MonthContext,
  person: Person,
  items: readonly ItemResult[],
  pay: readonly PayLine[],
): Issue[] {
  const { month, targets } = context.book;
  const days = context.employed(person);
  if (days.length === month.days) return [];
  const used = new Map(usedTargets(context, items, pay).map((metric) => [metric.key, metric]));
  return [...used.values()].flatMap((metric) => {
    const part = partMonth(context, person, month, metric, targets);
    const subject = subjectOf(person, month, days, { lenient: false, employed: days.length });
    const attainment = part ? attainmentValue(context, subject, metric) : null;
    if (!part || !(attainment instanceof Exact)) return [];
    const values = { ...partValues(part), person: person.name, month: month.text, metric: metric.name };
    const place = targetRows(context, subject, metric.key)[0]?.place ?? null;
    return [forHr(issueAt("info", "part-month-target", place, { ...values, attainment: shown(attainment) }))];
  });
}

/** The metrics whose attainment or target a score or a line of pay used. */
function usedTargets(
  context: MonthContext,
  items: readonly ItemResult[],
  pay: readonly PayLine[],
): MetricName[] {
  const traces = [
    ...items.map((item) => item.trace()),
    ...pay.flatMap((line) => [line.trace(), line.conditionTrace()]),
  ];
  const ofItems = items.flatMap((item) =>
    item.measure === "attainment" && item.attainment ? [item.metric] : [],
  );
  const names = [...ofItems, ...traces.flatMap((trace) => (trace ? aimedIn(trace) : []))];
  return names.flatMap((name) => metricNamed(context, name) ?? []);
}

function aimedIn(trace: Trace): string[] {
  if (trace.kind === "literal") return [];
  if (trace.kind === "name") return trace.origin.formula ? aimedIn(trace.origin.formula) : [];
  const isAimed = trace.kind === "call" && (trace.name === "ATTAINMENT" || trace.name === "TARGET");
  const own = isAimed && trace.asked ? [trace.asked.text] : [];
  return [...own, ...trace.operands.flatMap(aimedIn)];
}

/** The values of a part month as messages name them. */
export function partValues({ days, of }: PartMonth): { readonly days: string; readonly of: string } {
  return { days: String(days), of: String(of) };
}

/** A share as messages show it: `56.99%`. */
export function shown(attainment: Exact): string {
  return `${attainment.times(Exact.HUNDRED).toText(2)}%`;
}
