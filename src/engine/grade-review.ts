import { isoOfDay, parseMonth } from "./calendar";
import type { MetricName, MonthContext } from "./context";
import { Exact } from "./exact";
import {
  type GradeReview,
  monthMet,
  monthsBeforeQuarterEnd,
  type QuarterMonth,
  reviewQuarter,
} from "./grades";
import { type ClosedMonth, closedMonths } from "./history";
import { forHr, type Issue, issueAt } from "./issue";
import { nameKey, personKey } from "./name";
import { partMonth, partValues, shown } from "./part-month";
import type { TargetRow } from "./plan";
import type { Person } from "./roster";
import { attainmentOf, attainmentValue, metricNamed } from "./scope";
import { lastAssignment, subjectOf } from "./subject";

/** What is known of this month when the quarter is reviewed. */
export interface ReviewedMonth {
  readonly days: readonly number[];
  readonly score: Exact | null;
  /** Somebody who is held has no settled figures: the month does not count. */
  readonly held: boolean;
}

/**
 * The quarter of a person (DOMAIN A.10): this month and the two closed ones before it. Null where
 * the month does not end a quarter, History lacks one of the two, there are no Grades, or a setting
 * of the grades cannot be used.
 */
export function reviewPerson(
  context: MonthContext,
  person: Person,
  current: ReviewedMonth,
): GradeReview | null {
  const { grades, month } = context.book;
  const earlier = grades.length > 0 ? quarterBehind(context) : null;
  if (!earlier) return null;
  const metric = metricNamed(context, context.book.settings.gradeMetric);
  const unset = context.brokenSettings(["grade_metric", "grade_met", "grade_met_score", "lower_attainment"]);
  if (!metric || unset) return null;
  const row = lastAssignment(person, current.days);
  const months = [
    ...earlier.map((closed) => closedFigures(context, closed, person, metric)),
    { month: month.text, ...currentFigures(context, person, current, metric) },
  ].map((one) => ({ ...one, ...partOf(context, person, one.month, metric) }));
  const counted = months.map((one): QuarterMonth => ({ ...one, met: monthMet(one, context.book.settings) }));
  return reviewQuarter(grades, row?.grade ?? "", counted);
}

/** How much of a month the person was employed, where that month's target is one of all its days. */
function partOf(
  context: MonthContext,
  person: Person,
  text: string,
  metric: MetricName,
): Pick<QuarterMonth, "part"> {
  const { month: current, targets, earlierTargets } = context.book;
  const month = parseMonth(text);
  if (!month) return {};
  const rows = text === current.text ? targets : (earlierTargets.get(text) ?? []);
  const part = partMonth(context, person, month, metric, rows);
  return part ? { part } : {};
}

/** The two closed months behind the last month of a quarter, in order of time; null where one is not there. */
function quarterBehind(context: MonthContext): readonly ClosedMonth[] | null {
  const wanted = monthsBeforeQuarterEnd(context.book.month);
  if (!wanted) return null;
  const found = wanted.flatMap(
    ({ text }) => closedMonths(context.closed).find(({ month }) => month === text) ?? [],
  );
  return found.length === wanted.length ? found : null;
}

type Figures = Omit<QuarterMonth, "met">;

function currentFigures(
  context: MonthContext,
  person: Person,
  { days, score, held }: ReviewedMonth,
  metric: MetricName,
): Omit<Figures, "month"> {
  if (held) return { attainment: null, score: null };
  const subject = subjectOf(person, context.book.month, days, { lenient: false, employed: days.length });
  const attainment = attainmentValue(context, subject, metric);
  return { attainment: attainment instanceof Exact ? attainment : null, score };
}

/**
 * What History holds of a closed month: `ATTAINMENT(sales)` itself, else `sales` against
 * `TARGET(sales)`, else against the number that Targets still has for that month.
 */
function closedFigures(
  context: MonthContext,
  { month, people }: ClosedMonth,
  person: Person,
  metric: MetricName,
): Figures {
  const values = people.get(person.key)?.values;
  const number = (name: string): Exact | null => {
    const value = values?.get(nameKey(name));
    return value instanceof Exact ? value : null;
  };
  const score = number("score");
  const known = number(`ATTAINMENT(${metric.key})`);
  const actual = number(metric.key);
  const target =
    number(`TARGET(${metric.key})`) ??
    earlierTarget(context, month, person, people.get(person.key)?.team ?? "", metric);
  if (known || !actual || !target || target.isZero()) return { month, attainment: known, score };
  return { month, attainment: attainmentOf(context, metric, actual, target), score };
}

/** The number on Targets for a closed month: the person's, else the team's, else that of `*`. */
function earlierTarget(
  context: MonthContext,
  month: string,
  person: Person,
  team: string,
  metric: MetricName,
): Exact | null {
  const rows = (context.book.earlierTargets.get(month) ?? []).filter(
    (row) => row.problems.length === 0 && context.metricKey(row.metric) === metric.key,
  );
  const ranks = [person.key, personKey(team), "*"];
  const found = ranks.map((rank) => (rank === "" ? undefined : rows.find(appliesTo(rank))));
  const [first] = found.filter((row) => row !== undefined);
  return first?.value instanceof Exact ? first.value : null;
}

function appliesTo(rank: string): (row: TargetRow) => boolean {
  return (row) => personKey(row.appliesTo) === rank;
}

const FOR_A_PERSON_TO_LOOK_AT: ReadonlySet<string> = new Set(["review", "final-review"]);

/** The outcome as an issue for HR, at the person's row of Staff; the mend is a row that begins next quarter. */
export function reviewIssue(
  context: MonthContext,
  person: Person,
  days: readonly number[],
  review: GradeReview,
): Issue {
  const { outcome, grade, next, met, counted } = review;
  const severity = FOR_A_PERSON_TO_LOOK_AT.has(outcome) ? "warning" : "info";
  const values = {
    person: person.name,
    grade: grade.name,
    next: next?.name ?? "",
    met: String(met),
    counted: String(counted),
    from: isoOfDay(context.book.month.last + 1),
  };
  return forHr(issueAt(severity, `grade-${outcome}`, lastAssignment(person, days)?.place ?? null, values));
}

/**
 * Months that count as not met while the person was there on some of their days only, against a target of all of
 * them: the outcome stands, and HR is asked to look at it first.
 */
export function partMonthIssues(person: Person, days: readonly number[], { months }: GradeReview): Issue[] {
  const place = lastAssignment(person, days)?.place ?? null;
  return months.flatMap(({ month, part, met, attainment }) => {
    if (!part || met !== false || !attainment) return [];
    const values = { person: person.name, month, ...partValues(part), attainment: shown(attainment) };
    return [forHr(issueAt("warning", "grade-part-month", place, values))];
  });
}
