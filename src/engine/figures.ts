import { MonthContext } from "./context";
import { Exact } from "./exact";
import type { Facts } from "./facts";
import type { ClosedMonth } from "./history";
import { nameKey } from "./name";
import type { RuleBook } from "./plan";
import type { Person } from "./roster";
import { attainmentValue, metricFigure, metricNamed, targetValue } from "./scope";
import { type Subject, subjectOf } from "./subject";

/** One figure of a person's month under the name by which formulas know it. */
export interface Figure {
  /** A metric, a measure, `TARGET(metric)` or `ATTAINMENT(metric)`. */
  readonly name: string;
  /** Exact, not rounded. */
  readonly value: Exact;
}

/**
 * Every metric and measure that each listed person has a value of, by the person's name, and the
 * targets in force with what was reached of them: what History keeps of a month (READINGS 4.5).
 * What has no data, or cannot be read, is not there.
 */
export function monthFigures(
  book: RuleBook,
  facts: Facts,
  closed: ClosedMonth | null,
): Map<string, readonly Figure[]> {
  const context = new MonthContext(book, facts, closed);
  const names = figureNames(book, facts);
  const aimed = new Set(book.targets.map(({ metric }) => context.metricKey(metric)));
  const found = new Map<string, readonly Figure[]>();
  for (const person of book.roster.people) {
    const subject = wholeMonth(context, person);
    if (subject)
      found.set(
        person.name,
        names.flatMap((name) => figuresOf(context, subject, name, aimed)),
      );
  }
  return found;
}

/** Metrics in the order of their tab, then measures that are no metrics; each once. */
function figureNames(book: RuleBook, facts: Facts): string[] {
  const names = new Map(book.metrics.map(({ name }) => [nameKey(name), name]));
  for (const { name } of facts.measures.values())
    if (!names.has(nameKey(name))) names.set(nameKey(name), name);
  for (const [key, name] of book.manualNames) if (!names.has(key)) names.set(key, name);
  return [...names.values()];
}

function wholeMonth(context: MonthContext, person: Person): Subject | null {
  const days = context.employed(person);
  if (days.length === 0) return null;
  return subjectOf(person, context.book.month, days, { lenient: false, employed: days.length });
}

function figuresOf(
  context: MonthContext,
  subject: Subject,
  name: string,
  aimed: ReadonlySet<string>,
): Figure[] {
  const metric = metricNamed(context, name);
  if (!metric) return [];
  const value = metricFigure(context, subject, metric);
  if (!(value instanceof Exact)) return [];
  const figures = [{ name: metric.name, value }];
  if (!aimed.has(metric.key)) return figures;
  const [target, attainment] = [
    targetValue(context, subject, metric),
    attainmentValue(context, subject, metric),
  ];
  if (target instanceof Exact) figures.push({ name: `TARGET(${metric.name})`, value: target });
  if (attainment instanceof Exact) figures.push({ name: `ATTAINMENT(${metric.name})`, value: attainment });
  return figures;
}
