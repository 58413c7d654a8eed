import type { Day, Month } from "./calendar";
import { Exact } from "./exact";
import type { Value } from "./formula/value";
import { nameKey } from "./name";
import { type Assignment, assignmentOn, groupDays, type Person } from "./roster";

/** What is known of a subject in Pay only. */
export interface Earnings {
  score(): Value;
  gates(): Value;
  /** A component's rounded amount by `nameKey`; null where the name is no component here. */
  component(key: string): Value | null;
}

/** A person on some days of the month: what formulas are computed for. */
export interface Subject {
  readonly person: Person;
  readonly month: Month;
  readonly days: readonly Day[];
  /** Whether the subject covers all the person's days, so that month totals belong to it. */
  readonly whole: boolean;
  readonly team: string;
  readonly grade: string;
  readonly plan: string;
  readonly probation: boolean;
  /** Team values leave unreadable cells out; a person's own values fail on them. */
  readonly lenient: boolean;
  readonly memo: Map<string, Value>;
  /** Null outside Pay. */
  readonly earnings: Earnings | null;
}

/** The days of a month on which one plan holds for a person, in order of time. */
export interface PlanDays {
  readonly plan: string;
  readonly days: readonly Day[];
}

/** The assignment of the last of some days. */
export function lastAssignment(person: Person, days: readonly Day[]): Assignment | null {
  const last = days[days.length - 1];
  return last === undefined ? null : assignmentOn(person, last);
}

/** Whether a person is on probation: Probation until is on or after the month's last day. */
export function isOnProbation(person: Person, month: Month, days: readonly Day[]): boolean {
  const until = lastAssignment(person, days)?.probationUntil ?? null;
  return until !== null && until >= month.last;
}

/** A subject over some of the days that a person is employed in the month. */
export function subjectOf(
  person: Person,
  month: Month,
  days: readonly Day[],
  options: { readonly lenient: boolean; readonly employed: number },
): Subject {
  const row = lastAssignment(person, days);
  return {
    person,
    month,
    days,
    whole: days.length === options.employed,
    team: row?.team ?? "",
    grade: row?.grade ?? "",
    plan: row?.plan ?? "",
    probation: isOnProbation(person, month, days),
    lenient: options.lenient,
    memo: new Map(),
    earnings: null,
  };
}

/** Splits days by the plan in force; a plan that returns after another is one part (its days add up). */
export function daysByPlan(person: Person, days: readonly Day[]): PlanDays[] {
  const parts = new Map<string, { plan: string; days: Day[] }>();
  for (const [{ plan }, stretch] of groupDays(person, days)) {
    const part = parts.get(nameKey(plan));
    if (part) part.days.push(...stretch);
    else parts.set(nameKey(plan), { plan, days: stretch });
  }
  return [...parts.values()];
}

/** Days of one subject as a share of the month: calendar days, or scheduled days where all are known. */
export function shareOfMonth(
  days: readonly Day[],
  month: Month,
  scheduled: ReadonlyMap<Day, Exact> | null,
): Exact {
  if (!scheduled) return Exact.integer(days.length).over(Exact.integer(month.days));
  const whole = Exact.sum(scheduled.values());
  if (whole.isZero()) return Exact.integer(days.length).over(Exact.integer(month.days));
  return Exact.sum(days.map((day) => scheduled.get(day) ?? Exact.ZERO)).over(whole);
}
