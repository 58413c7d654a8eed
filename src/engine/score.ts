import type { Day } from "./calendar";
import type { MonthContext } from "./context";
import { Exact } from "./exact";
import { trace } from "./formula/evaluate";
import { Failure, Nothing, type Value } from "./formula/value";
import { type Issue, issueAt } from "./issue";
import { metricKnownAs } from "./known-as";
import { failureFrom, placed } from "./ledger";
import { nameKey } from "./name";
import { noScore } from "./no-score";
import { computeGate, computeOutcome, type Outcome } from "./outcome";
import type { Plan, ProfileDays, Scorecard, ScoringItem } from "./plan";
import { totalPoints } from "./points";
import type { ItemResult } from "./result";
import { isComputedTarget, metricFigure, metricNamed, originOf, SubjectScope, UNLIMITED } from "./scope";
import type { Subject } from "./subject";
import type { Trace } from "./trace";
import { ruleWarnings } from "./warnings";

/** What a scorecard gives: a score (or why there is none), its items, and whether its gates are met. */
export interface Scored {
  /** Not rounded. Null for gates alone, a failure where no item has data or one cannot be computed. */
  readonly score: Value | null;
  readonly items: readonly ItemResult[];
  readonly gates: boolean | Failure;
}

/**
 * Scores a subject under every profile of the month and weighs the scores by days. Points, weights
 * and values are exact; rounding is the caller's.
 */
export function scoreSubject(context: MonthContext, subject: Subject, plan: Plan): Scored {
  const parts = profileParts(context, subject, plan);
  if (parts instanceof Failure) return { score: parts, items: [], gates: parts };
  const rules = parts.flatMap(({ scorecard }) => scorecard.warnings);
  context.ledger.addAll(ruleWarnings(context, subject, rules));
  const scored = parts.map(({ scorecard, share }) => ({
    share,
    ...scoreByScorecard(context, subject, scorecard),
  }));
  const [only] = scored;
  if (only && scored.length === 1) return only;
  return {
    score: weigh(scored.map(({ score, share }) => ({ score, share }))),
    items: mergeItems(scored),
    gates: scored.reduce<boolean | Failure>((all, { gates }) => bothMet(all, gates), true),
  };
}

/** The scorecards of the month with the share of the subject's days under each. */
function profileParts(
  context: MonthContext,
  subject: Subject,
  plan: Plan,
): { scorecard: Scorecard; share: Exact }[] | Failure {
  const days = new Map<Scorecard, number>();
  for (const profile of context.book.profiles) {
    const scorecard = scorecardFor(plan, profile.profile);
    const covered = daysOf(profile);
    let count = 0;
    for (const day of subject.days) if (covered.has(day)) count++;
    if (!scorecard && count > 0) return profileWithoutItems(plan, profile.profile);
    if (scorecard && count > 0) days.set(scorecard, (days.get(scorecard) ?? 0) + count);
  }
  const total = Exact.integer([...days.values()].reduce((a, b) => a + b, 0));
  return [...days].map(([scorecard, count]) => ({ scorecard, share: Exact.integer(count).over(total) }));
}

/** The days of a profile as a set, made once. */
const DAYS = new WeakMap<ProfileDays, ReadonlySet<Day>>();

function daysOf(profile: ProfileDays): ReadonlySet<Day> {
  const known = DAYS.get(profile);
  if (known) return known;
  const days = new Set(profile.days);
  DAYS.set(profile, days);
  return days;
}

/** A plan that is scored under other profiles only: its people have no score on these days. */
function profileWithoutItems(plan: Plan, profile: string): Failure {
  const [other] = plan.scorecards.values();
  const place = other?.items[0]?.place ?? null;
  return failureFrom([issueAt("error", "profile-without-items", place, { plan: plan.name, profile })]);
}

function scorecardFor(plan: Plan, profile: string): Scorecard | null {
  return (
    plan.scorecards.get(nameKey(profile)) ?? plan.scorecards.get("normal") ?? plan.scorecards.get("") ?? null
  );
}

/** The scores weighed by days; profiles of gates alone have none and do not count. */
function weigh(parts: readonly { readonly score: Value | null; readonly share: Exact }[]): Value | null {
  const scored = parts.filter(({ score }) => score !== null);
  if (scored.length === 0) return null;
  let total = Exact.ZERO;
  for (const { score, share } of scored) {
    if (!(score instanceof Exact)) return score;
    total = total.plus(score.times(share));
  }
  return total.over(Exact.sum(scored.map(({ share }) => share)));
}

function bothMet(a: boolean | Failure, b: boolean | Failure): boolean | Failure {
  if (a instanceof Failure) return a;
  return b instanceof Failure ? b : a && b;
}

/** Items of several profiles as one list: weights and points are weighed by days like the score. */
function mergeItems(
  parts: readonly { readonly items: readonly ItemResult[]; readonly share: Exact }[],
): ItemResult[] {
  const merged = new Map<string, ItemResult>();
  for (const { items, share } of parts) {
    for (const item of items) {
      const key = `${item.kind}\n${nameKey(item.item)}`;
      const known = merged.get(key);
      const points = item.points?.times(share) ?? null;
      merged.set(key, {
        ...(known ?? item),
        weight: (known?.weight ?? Exact.ZERO).plus(item.weight.times(share)),
        ownWeight: (known?.ownWeight ?? Exact.ZERO).plus(item.ownWeight.times(share)),
        points: known?.points && points ? known.points.plus(points) : (points ?? known?.points ?? null),
        met: known && known.met !== null && item.met !== null ? known.met && item.met : item.met,
      });
    }
  }
  return [...merged.values()];
}

function scoreByScorecard(context: MonthContext, subject: Subject, scorecard: Scorecard): Scored {
  const scoring = scorecard.items.filter((item) => item.kind !== "gate");
  const outcomes = scoring.map((item) => computeOutcome(context, subject, item));
  const gates = scorecard.items
    .filter((item) => item.kind === "gate")
    .map((item) => ({ item, met: computeGate(context, subject, item) }));
  const total = totalScore(context, subject, scorecard, outcomes);
  const results = new Map<ScoringItem, ItemResult>();
  for (const outcome of outcomes)
    results.set(outcome.item, itemResult(context, subject, outcome, total.factor));
  for (const gate of gates) results.set(gate.item, gateResult(context, subject, gate.item, gate.met));
  return {
    score: total.score,
    items: scorecard.items.flatMap((item) => results.get(item) ?? []),
    gates: gates.reduce<boolean | Failure>((all, { met }) => bothMet(all, met), true),
  };
}

/** The score and the factor by which the weights with data are stretched to 100. */
function totalScore(
  context: MonthContext,
  subject: Subject,
  scorecard: Scorecard,
  outcomes: readonly Outcome[],
): { score: Value | null; factor: Exact } {
  const { missing, scoreCeiling } = context.book.settings;
  const { score, factor } = totalPoints(outcomes, missing, scoreCeiling);
  const failures = outcomes.flatMap(({ points }) => (points instanceof Failure ? points.problems : []));
  const ceiling = context.brokenSettings(["score_ceiling"])?.problems ?? [];
  const problems = [...failureFrom(scorecard.problems).problems, ...ceiling, ...failures];
  if (problems.length > 0) return { score: new Failure(problems), factor };
  return {
    score: outcomes.length === 0 ? null : (score ?? noScore(context, subject, scorecard.items)),
    factor,
  };
}

/** An attainment without limit (an actual of 0 where lower is better) is no number to show. */
function boundedOrNull(value: Value | null): Exact | null {
  return value instanceof Exact && value.compare(UNLIMITED) < 0 ? value : null;
}

function exactOrNull(value: Value | null): Exact | null {
  return value instanceof Exact ? value : null;
}

function itemResult(context: MonthContext, subject: Subject, outcome: Outcome, factor: Exact): ItemResult {
  const { item, points, hit } = outcome;
  const missing = points instanceof Nothing;
  const stretched = item.kind === "points" && !missing ? factor : Exact.ONE;
  const isLeftOut = missing && context.book.settings.missing === "rescale" && item.kind === "points";
  const result = newResult(context, subject, item);
  result.value = exactOrNull(outcome.value);
  result.target = exactOrNull(outcome.target);
  const metric = result.target === null ? null : metricNamed(context, item.metric);
  if (metric && isComputedTarget(context, subject, metric)) result.isTargetComputed = true;
  result.attainment = boundedOrNull(outcome.attainment);
  result.points = shownPoints(context, item, points, stretched);
  result.weight = isLeftOut ? Exact.ZERO : item.weight.times(stretched);
  result.missing = missing;
  result.hit = hit;
  return result;
}

/** Points as they count: rescaled; negative for a deduction; by the policy where there is no data. */
function shownPoints(context: MonthContext, item: ScoringItem, points: Value, factor: Exact): Exact | null {
  if (points instanceof Exact) return item.kind === "deduction" ? points.negated() : points.times(factor);
  if (!(points instanceof Nothing)) return null;
  if (item.kind !== "points") return Exact.ZERO;
  const { missing } = context.book.settings;
  if (missing === "full") return item.weight;
  return missing === "zero" ? Exact.ZERO : null;
}

function gateResult(
  context: MonthContext,
  subject: Subject,
  item: ScoringItem,
  met: boolean | Failure,
): ItemResult {
  const named = item.metric === "" ? null : metricNamed(context, item.metric);
  const result = newResult(context, subject, item);
  result.value = named ? exactOrNull(metricFigure(context, subject, named)) : null;
  result.met = typeof met === "boolean" ? met : null;
  return result;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** An item without any figure. A month has thousands of items: one literal keeps them of one shape. */
function newResult(context: MonthContext, subject: Subject, item: ScoringItem): Writable<ItemResult> {
  const metric = item.metric === "" ? null : metricNamed(context, item.metric);
  return {
    item: item.item,
    kind: item.kind,
    method: item.method,
    measure: item.measure,
    metric: metric?.name ?? item.metric,
    unit: metric?.metric?.unit ?? null,
    better: metric?.metric?.better ?? "higher",
    value: null,
    target: null,
    attainment: null,
    points: null,
    weight: Exact.ZERO,
    ownWeight: item.weight,
    missing: false,
    met: null,
    hit: null,
    place: item.place,
    trace: () => itemTrace(context, subject, item),
  };
}

/** The arithmetic behind an item: of its formula, else of its metric. */
function itemTrace(context: MonthContext, subject: Subject, item: ScoringItem): Trace | null {
  if (item.formula?.node) return trace(item.formula.node, new SubjectScope(context, subject));
  const metric = metricNamed(context, item.metric);
  if (!metric) return null;
  const origin = originOf(context, subject, metric);
  return {
    kind: "name",
    name: metric.name,
    ...metricKnownAs(context.book, metric.key, metric.metric),
    value: metricFigure(context, subject, metric),
    origin,
  };
}

/** The issues of a failure, each with a place where it has one. */
export function issuesOf(failed: Failure): Issue[] {
  return placed(failed, null).problems.flatMap((problem) => problem.issue ?? []);
}
