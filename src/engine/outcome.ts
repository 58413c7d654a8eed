/** What each item of a scorecard comes to by itself, and whether a gate is met. */
import type { MonthContext } from "./context";
import { Exact } from "./exact";
import { evaluate } from "./formula/evaluate";
import { asCondition, asNumber } from "./formula/operate";
import { Failure, failure, Nothing, type Value } from "./formula/value";
import { issueAt } from "./issue";
import { failureFrom, placed } from "./ledger";
import { tableOf } from "./lookup";
import type { ScoringItem } from "./plan";
import { bandPoints, findItemTable, ratioPoints, withinRange } from "./points";
import { attainmentValue, metricFigure, metricNamed, originOf, SubjectScope, targetValue } from "./scope";
import type { Subject } from "./subject";
import type { RuleHit } from "./trace";

/** What one item came to, before weights are rescaled. */
export interface Outcome {
  readonly item: ScoringItem;
  value: Value | null;
  target: Value | null;
  attainment: Value | null;
  /** At the item's own weight. */
  points: Value;
  hit: RuleHit | null;
}

const NO_POINTS = new Nothing([]);

/** Computes one item that gives points. */
export function computeOutcome(context: MonthContext, subject: Subject, item: ScoringItem): Outcome {
  const outcome: Outcome = {
    item,
    value: null,
    target: null,
    attainment: null,
    points: NO_POINTS,
    hit: null,
  };
  if (item.problems.length > 0) outcome.points = failureFrom(item.problems);
  else {
    const given =
      item.method === "formula"
        ? formulaPoints(context, subject, outcome)
        : metricPoints(context, subject, outcome);
    outcome.points = countedPoints(context, subject, item, given);
  }
  return outcome;
}

/** Points within what the item allows; without data by the policy of Settings; a failure at the cell to mend. */
function countedPoints(context: MonthContext, subject: Subject, item: ScoringItem, given: Value): Value {
  const points = given instanceof Exact ? withinRange(item, given) : given;
  if (points instanceof Nothing) return withoutData(context, subject, item, points);
  return points instanceof Failure ? mendable(context, subject, item, points) : points;
}

/** The failure at the cell to mend: of points that somebody typed, the Manual scores row; else Scoring's. */
function mendable(context: MonthContext, subject: Subject, item: ScoringItem, failed: Failure): Failure {
  const metric = item.method === "manual" ? metricNamed(context, item.metric) : null;
  const typed = metric && originOf(context, subject, metric).place;
  return placed(failed, typed ?? item.place);
}

/** The points that an item's formula gives; its metric's value goes into the outcome. */
function formulaPoints(context: MonthContext, subject: Subject, outcome: Outcome): Value {
  const { formula, metric } = outcome.item;
  if (!formula?.node) return failureFrom(formula?.problems ?? []);
  const value = evaluate(formula.node, new SubjectScope(context, subject));
  const points = asPoints(value);
  const named = metric === "" ? null : metricNamed(context, metric);
  outcome.value = named ? metricFigure(context, subject, named) : null;
  return points instanceof Failure ? placed(points, formula.place, formula.text) : points;
}

/** The points that an item's metric gives; value, target, attainment and band go into the outcome. */
function metricPoints(context: MonthContext, subject: Subject, outcome: Outcome): Value {
  const { item } = outcome;
  const metric = metricNamed(context, item.metric);
  if (!metric) return failure("unknown-metric", { metric: item.metric });
  outcome.value = metricFigure(context, subject, metric);
  if (item.method === "manual") return asPoints(outcome.value);
  if (item.measure === "attainment") {
    outcome.target = targetValue(context, subject, metric);
    outcome.attainment = attainmentValue(context, subject, metric);
  }
  const measured = asPoints(outcome.attainment ?? outcome.value);
  if (!(measured instanceof Exact)) return measured;
  if (item.method === "ratio") return ratioPoints(item, measured);
  const table = itemTable(context, subject, item);
  if (table instanceof Failure) return table;
  const { points, hit } = bandPoints(item, table, measured);
  outcome.hit = hit;
  return points;
}

function asPoints(value: Value): Exact | Nothing | Failure {
  return value instanceof Failure || value instanceof Nothing ? value : asNumber(value);
}

/** An item's table is the one named like the item, else like its metric (READINGS 3.15). */
function itemTable(context: MonthContext, subject: Subject, item: ScoringItem) {
  const known = context.itemTables.get(item);
  if (known) return known;
  const tables = context.planOf(subject)?.bands ?? new Map();
  const table = findItemTable(tables, item, (name) => context.metricKey(name));
  const found = tableOf(context, subject, table?.name ?? item.metric);
  context.itemTables.set(item, found);
  return found;
}

/** An item without data: the policy of Settings, with a warning. Bonus and deduction count 0. */
function withoutData(context: MonthContext, subject: Subject, item: ScoringItem, nothing: Nothing): Value {
  const values = { person: subject.person.name, item: item.item, names: nothing.names.join(", ") };
  if (item.kind !== "points") return nothing;
  const { missing } = context.book.settings;
  const broken = context.brokenSettings(["missing"]);
  if (broken) return broken;
  if (missing === "hold")
    return failureFrom([issueAt("error", "item-without-data-holds", item.place, values)]);
  context.ledger.add(issueAt("warning", `item-without-data-${missing}`, item.place, values));
  return nothing;
}

/** Whether a gate is met; without data it is not, with a warning. */
export function computeGate(context: MonthContext, subject: Subject, item: ScoringItem): boolean | Failure {
  if (item.problems.length > 0) return failureFrom(item.problems);
  const { formula } = item;
  if (!formula?.node) return failureFrom(formula?.problems ?? []);
  const condition = asCondition(evaluate(formula.node, new SubjectScope(context, subject)));
  if (condition instanceof Failure) return placed(condition, formula.place, formula.text);
  if (typeof condition === "boolean") return condition;
  const values = { person: subject.person.name, item: item.item, names: condition.names.join(", ") };
  context.ledger.add(issueAt("warning", "gate-without-data", item.place, values));
  return false;
}
