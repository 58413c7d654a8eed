import { baseTrace, baseValue } from "./base";
import { type Member, type MetricName, type MonthContext, nothingFor } from "./context";
import { Exact } from "./exact";
import { type Detail, evaluate, type Scope, trace } from "./formula/evaluate";
import type { CallNode, FormulaNode, NameNode } from "./formula/node";
import { asNumber } from "./formula/operate";
import { Failure, failure, Nothing, type Value } from "./formula/value";
import { writeFormula } from "./formula/write";
import { givenOrigin, givenValue, manualValue } from "./given";
import { issueAt } from "./issue";
import { askedOf, componentKnownAs, metricKnownAs } from "./known-as";
import { failureFrom, placed } from "./ledger";
import { lookUp } from "./lookup";
import { isDayCount } from "./measure";
import { nameKey, personKey } from "./name";
import { isComponent, meaningOf, PAY_ONLY, unknownName } from "./names";
import type { Metric, TargetRow, Unit } from "./plan";
import { previousValue } from "./previous";
import { lastAssignment, type Subject } from "./subject";
import { teamValue } from "./team";
import type { Origin, Trace } from "./trace";
import { warnOfUnevenDays } from "./uneven";

/**
 * Attainment where lower is better and the actual is 0: beyond every threshold (READINGS 4.8).
 * Larger than any attainment that means something; Pay refuses amounts of this size.
 */
export const UNLIMITED = Exact.integer(1e15);

/** Formulas of one person (on some days): metrics, targets, scoring, and Pay where it has earnings. */
export class SubjectScope implements Scope {
  readonly zeroDivision: "nothing" | "failure";
  /** @param within the metric whose own formula is evaluated, else null. */
  constructor(
    readonly context: MonthContext,
    readonly subject: Subject,
    readonly within: Metric | null = null,
  ) {
    this.zeroDivision = within ? "nothing" : "failure";
  }

  onZeroDivision(): void {
    const { within, subject } = this;
    if (!within || subject.lenient) return;
    const values = { metric: within.name, person: subject.person.name };
    this.context.ledger.add(issueAt("warning", "empty-denominator", within.formula?.place ?? null, values));
  }

  name(node: NameNode): Value {
    const component = this.subject.earnings && !PAY_ONLY.has(node.key) ? this.componentValue(node.key) : null;
    if (component !== null) return component;
    const meaning = meaningOf(this.context.book, node.key, this.within);
    switch (meaning.kind) {
      case "built-in":
        return this.builtIn(meaning.name);
      case "metric":
        return metricValue(this.context, this.subject, meaning.metric, nameKey(meaning.metric.name));
      case "measure":
        return givenValue(this.context, this.subject, meaning.key, meaning.name);
      case "manual":
        return manualValue(this.context, this.subject, meaning.key, meaning.name);
      case "unknown":
        if (this.subject.lenient && isComponent(this.context.book, node.key)) return nothingFor(node.name);
        return failure("unknown-name", unknownName(this.context.book, node));
    }
  }

  private componentValue(key: string): Value | null {
    const meaning = meaningOf(this.context.book, key, this.within);
    if (meaning.kind === "built-in" || isDayCount(key)) return null;
    return this.subject.earnings?.component(key) ?? null;
  }

  private builtIn(name: "base" | "grade" | "probation" | "score" | "gates"): Value {
    const { subject } = this;
    if (name === "base") return baseValue(this.context, subject);
    if (name === "grade") return subject.grade;
    if (name === "probation") return subject.probation;
    const earnings = this.within ? null : subject.earnings;
    if (!earnings) return failure("name-only-in-pay", { name });
    return name === "score" ? earnings.score() : earnings.gates();
  }

  call(node: CallNode): Value {
    const [first, second] = node.operands;
    if (!first) return failure("formula-syntax", { formula: node.text });
    if (node.name === "TARGET")
      return this.withMetric(first, node, (metric) => targetValue(this.context, this.subject, metric));
    if (node.name === "ATTAINMENT") {
      return this.withMetric(first, node, (metric) => attainmentValue(this.context, this.subject, metric));
    }
    if (node.name === "PREVIOUS") return previousValue(this.context, this.subject, first);
    if (node.name.startsWith("TEAM.") || node.name.startsWith("SHOP."))
      return teamValue(this.context, this.subject, node, openScope(this));
    if (!second) return failure("formula-syntax", { formula: node.text });
    return lookUp(this, node, first, second).value;
  }

  private withMetric(node: FormulaNode, call: CallNode, compute: (metric: MetricName) => Value): Value {
    const metric = metricNameOf(this.context, node);
    return metric
      ? compute(metric)
      : failure("argument-is-no-metric", { function: call.name, argument: writeFormula(node) });
  }

  describeName(node: NameNode): Detail {
    return describeName(this, node);
  }

  describeCall(node: CallNode): Detail {
    return describeCall(this, node);
  }
}

/** Scopes of other people, in the same stage of the computation (metric, score or pay). */
function openScope(scope: SubjectScope): { withEarnings: boolean; of: (subject: Subject) => Scope } {
  return {
    withEarnings: scope.subject.earnings !== null,
    of: (subject) => new SubjectScope(scope.context, subject),
  };
}

/** The metric that an argument names (a name or a text); null where it is something else. */
export function metricNameOf(context: MonthContext, node: FormulaNode): MetricName | null {
  if (node.kind !== "name" && node.kind !== "text") return null;
  return metricNamed(context, node.kind === "name" ? node.name : node.value);
}

/** The metric, measure or manual score of a name; null where there is none. A month asks for the same few. */
export function metricNamed(context: MonthContext, name: string): MetricName | null {
  const known = context.metricNames.get(name);
  if (known !== undefined) return known;
  const found = findMetricNamed(context, name);
  context.metricNames.set(name, found);
  return found;
}

function findMetricNamed(context: MonthContext, name: string): MetricName | null {
  const meaning = meaningOf(context.book, nameKey(name), null);
  if (meaning.kind === "metric")
    return { key: nameKey(meaning.metric.name), name: meaning.metric.name, metric: meaning.metric };
  if (meaning.kind === "measure" || meaning.kind === "manual")
    return { key: meaning.key, name: meaning.name, metric: null };
  return null;
}

/** Value of a metric for a subject, computed once. Divisions by zero are no data under its name. */
function metricValue(context: MonthContext, subject: Subject, metric: Metric, key: string): Value {
  const known = subject.memo.get(key);
  if (known !== undefined) return known;
  const value = computeMetric(context, subject, metric, key);
  subject.memo.set(key, value);
  return value;
}

function computeMetric(context: MonthContext, subject: Subject, metric: Metric, key: string): Value {
  const { formula } = metric;
  if (metric.problems.length > 0) return failureFrom(metric.problems);
  if (!formula) return givenValue(context, subject, key, metric.name);
  if (!formula.node) return failureFrom(formula.problems);
  const value = evaluate(formula.node, new SubjectScope(context, subject, metric));
  if (value instanceof Failure) return placed(value, formula.place, formula.text);
  if (value instanceof Exact) warnOfUnevenDays(context, subject, metric);
  return value instanceof Nothing ? nothingFor(metric.name) : value;
}

/** Value by metric name, whatever kind of metric it is. */
export function metricFigure(
  context: MonthContext,
  subject: Subject,
  { metric, key, name }: MetricName,
): Value {
  return metric ? metricValue(context, subject, metric, key) : givenValue(context, subject, key, name);
}

/** The most specific rows of Targets for a subject: the person's, else the team's, else `*`. */
export function targetRows(context: MonthContext, subject: Subject, key: string): readonly TargetRow[] {
  for (const rank of [subject.person.key, personKey(subject.team), "*"]) {
    const found = rank === "" ? [] : context.targetsFor(key, rank);
    if (found.length > 0) return found;
  }
  return [];
}

/** Whether the target in force is computed: it may then stand for what other people reached. */
export function isComputedTarget(context: MonthContext, subject: Subject, { key }: MetricName): boolean {
  const [row] = targetRows(context, subject, key);
  return row !== undefined && !(row.value instanceof Exact);
}

/** The target in force for a subject; a failure where there is none, two, or where it is 0. */
export function targetValue(context: MonthContext, subject: Subject, metric: MetricName): Value {
  const memoKey = `target\n${metric.key}`;
  const known = subject.memo.get(memoKey);
  if (known !== undefined) return known;
  subject.memo.set(memoKey, failure("target-cycle", { metric: metric.name }));
  const value = computeTarget(context, subject, metric);
  subject.memo.set(memoKey, value);
  return value;
}

function computeTarget(context: MonthContext, subject: Subject, metric: MetricName): Value {
  const [row, second] = targetRows(context, subject, metric.key);
  const { month } = context.book;
  if (!row) return failure("no-target", { metric: metric.name, month: month.text, team: subject.team });
  const problems = [...row.problems, ...(second?.problems ?? [])];
  if (problems.length > 0) return failureFrom(problems);
  if (second) {
    const values = { metric: metric.name, appliesTo: row.appliesTo, other: String(second.place.row ?? "") };
    return failureFrom([issueAt("error", "target-twice", row.place, values)]);
  }
  const value = targetAmount(context, subject, row);
  if (value instanceof Exact && value.isZero()) {
    return failureFrom([issueAt("error", "target-zero", row.place, { metric: metric.name })]);
  }
  return value;
}

function targetAmount(context: MonthContext, subject: Subject, row: TargetRow): Value {
  if (row.value instanceof Exact) return row.value;
  if (!row.value.node) return failureFrom(row.value.problems);
  const outsidePay: Subject = { ...subject, earnings: null };
  const value = evaluate(row.value.node, new SubjectScope(context, outsidePay));
  const number = value instanceof Failure || value instanceof Nothing ? value : asNumber(value);
  if (number instanceof Nothing) {
    return placed(
      failure("target-without-data", { names: number.names.join(", ") }),
      row.value.place,
      row.value.text,
    );
  }
  return number instanceof Failure ? placed(number, row.value.place, row.value.text) : number;
}

/** Actual against target: actual ÷ target, or for lower-is-better as Settings say. */
export function attainmentValue(context: MonthContext, subject: Subject, metric: MetricName): Value {
  const actual = metricFigure(context, subject, metric);
  const target = targetValue(context, subject, metric);
  if (target instanceof Failure || actual instanceof Failure)
    return target instanceof Failure ? target : actual;
  if (actual instanceof Nothing) return actual;
  const [reached, aim] = [asNumber(actual), asNumber(target)];
  if (!(reached instanceof Exact) || !(aim instanceof Exact)) return reached instanceof Exact ? aim : reached;
  const broken = metric.metric?.better === "lower" ? context.brokenSettings(["lower_attainment"]) : null;
  return broken ?? attainmentOf(context, metric, reached, aim);
}

/** Attainment of an actual and a target that is not 0; lower is better as Settings say. */
export function attainmentOf(
  context: MonthContext,
  { metric }: MetricName,
  actual: Exact,
  target: Exact,
): Exact {
  if (metric?.better !== "lower") return actual.over(target);
  if (context.book.settings.lowerAttainment === "mirror") return Exact.integer(2).minus(actual.over(target));
  return actual.isZero() ? UNLIMITED : target.over(actual);
}

function describeName(scope: SubjectScope, node: NameNode): Detail {
  const { context, subject } = scope;
  const { book } = context;
  const meaning = meaningOf(book, node.key, scope.within);
  if (meaning.kind === "metric") {
    const { metric } = meaning;
    return {
      ...metricKnownAs(book, nameKey(metric.name), metric),
      origin: metricOrigin(context, subject, metric),
    };
  }
  if (meaning.kind === "measure" || meaning.kind === "manual")
    return { ...metricKnownAs(book, meaning.key, null), origin: givenOrigin(context, subject, meaning.key) };
  if (meaning.kind !== "built-in")
    return { ...componentKnownAs(context.planOf(subject), node.key), origin: {} };
  return { unit: unitOfBuiltIn(meaning.name), origin: baseOrigin(scope, meaning.name) };
}

function unitOfBuiltIn(name: string): Unit | null {
  return name === "base" ? "money" : name === "score" ? "points" : null;
}

function baseOrigin({ context, subject }: SubjectScope, name: string): Origin {
  if (name === "score" || name === "gates") return {};
  const formula = name === "base" ? baseTrace(context, subject) : null;
  if (formula) return formula.kind === "name" ? formula.origin : { formula };
  const place = lastAssignment(subject.person, subject.days)?.place;
  return place ? { place } : {};
}

/** Where a metric's value comes from: the cells of its measure, or the arithmetic of its formula. */
function metricOrigin(context: MonthContext, subject: Subject, metric: Metric): Origin {
  const node = metric.formula?.node ?? null;
  if (!node) return givenOrigin(context, subject, nameKey(metric.name));
  return { formula: trace(node, new SubjectScope(context, subject, metric)) };
}

/** Where a value comes from, whatever kind of metric its name means. */
export function originOf(context: MonthContext, subject: Subject, { metric, key }: MetricName): Origin {
  return metric ? metricOrigin(context, subject, metric) : givenOrigin(context, subject, key);
}

function describeCall(scope: SubjectScope, node: CallNode): Detail {
  const [first, second] = node.operands;
  if (!first) return { unit: null, origin: {} };
  if (node.name === "TARGET" || node.name === "ATTAINMENT") return describeTarget(scope, node, first);
  if (second)
    return {
      unit: null,
      origin: {},
      hits: lookUp(scope, node, first, second).hits,
      operands: [trace(second, scope)],
    };
  const { context, subject } = scope;
  const asked = askedOf(context.book, first);
  const unit = unitOfAnswer(context, node, first);
  if (node.name === "PREVIOUS") return { unit, asked, origin: {} };
  const teamScope = node.name.startsWith("SHOP.") ? "shop" : "team";
  const members = context.members(teamScope, subject, subject.earnings !== null);
  return { unit, asked, origin: teamOrigin(scope, first, members) };
}

/** A rank and a number of people are counts, whatever they are asked of. */
function unitOfAnswer(context: MonthContext, node: CallNode, first: FormulaNode): Unit | null {
  if (/\.(?:RANK|COUNT)$/.test(node.name)) return "count";
  if (first.kind === "name" && first.key === "score") return "points";
  const metric = metricNameOf(context, first);
  return metric ? metricKnownAs(context.book, metric.key, metric.metric).unit : null;
}

function teamOrigin(scope: SubjectScope, asked: FormulaNode, members: readonly Member[]): Origin {
  const scopes = openScope(scope);
  return {
    members: members.map(({ subject, weight }) => ({ person: subject.person.name, weight })),
    each: () =>
      members.map(({ subject, weight }) => ({
        person: subject.person.name,
        weight,
        trace: trace(asked, scopes.of(subject)),
      })),
  };
}

function describeTarget(scope: SubjectScope, node: CallNode, first: FormulaNode): Detail {
  const { context, subject } = scope;
  const metric = metricNameOf(context, first);
  if (!metric) return { unit: null, origin: {} };
  const [row] = targetRows(context, subject, metric.key);
  const origin: Origin = row ? { place: row.place } : {};
  const asked = askedOf(context.book, first);
  if (node.name === "TARGET")
    return { unit: metricKnownAs(context.book, metric.key, metric.metric).unit, asked, origin };
  return { unit: "%", asked, origin, operands: attainmentOperands(scope, metric, origin) };
}

/** The actual and the target behind an attainment, as traces. */
function attainmentOperands(scope: SubjectScope, metric: MetricName, targetOrigin: Origin): Trace[] {
  const { context, subject } = scope;
  const known = metricKnownAs(context.book, metric.key, metric.metric);
  return [
    {
      kind: "name",
      name: metric.name,
      ...known,
      value: metricFigure(context, subject, metric),
      origin: originOf(context, subject, metric),
    },
    {
      kind: "name",
      name: `TARGET(${metric.name})`,
      isTarget: true,
      ...known,
      value: targetValue(context, subject, metric),
      origin: targetOrigin,
    },
  ];
}
