import type { Month } from "../engine/calendar";
import { Exact } from "../engine/exact";
import { type Issue, issueAt } from "../engine/issue";
import { nameKey } from "../engine/name";
import type { BandTable, ItemKind, Scorecard, ScoringItem, WarningKind, WarningRule } from "../engine/plan";
import { findItemTable } from "../engine/points";
import { unknownMetric } from "./metrics";
import type { RuleRow, TypedNumber } from "./row";
import { groupBy, versionInForce, withDates } from "./versions";
import { KIND_WORDS, MEASURE_WORDS, METHOD_WORDS } from "./words";

/** What items may refer to. */
export interface ScoringNames {
  readonly isMetric: (name: string) => boolean;
  /** Key that a metric has under all its names. */
  readonly metricKey: (name: string) => string;
  readonly tablesOf: (planKey: string) => ReadonlyMap<string, BandTable>;
}

/** Scorecards in force by plan, then by profile (`normal` where blank), both by `nameKey`. */
export type Scorecards = ReadonlyMap<string, ReadonlyMap<string, Scorecard>>;

interface DraftItem {
  readonly row: RuleRow;
  readonly item: ScoringItem;
  readonly weight: TypedNumber | null;
}

const NORMAL = "normal";

/** Reads the Scoring tab as it holds in a month (READINGS 3.14 to 3.16). */
export function readScoring(
  rows: readonly RuleRow[],
  month: Month,
  names: ScoringNames,
  issues: Issue[],
): Scorecards {
  const plans = new Map<string, Map<string, Scorecard>>();
  const groups = groupBy(
    rows,
    (row) => `${nameKey(row.text("plan"))}\n${nameKey(row.text("profile")) || NORMAL}`,
  );
  for (const [key, group] of groups) {
    const [planKey = "", profileKey = NORMAL] = key.split("\n");
    const version = versionInForce(withDates(group), month, issues).map(({ row }) => row);
    if (version.length === 0) continue;
    const scorecard = readScorecard(version, profileKey, planKey, names);
    issues.push(...scorecard.items.flatMap((item) => fractionWarnings(item, names.tablesOf(planKey), names)));
    issues.push(
      ...scorecard.problems,
      ...[...scorecard.items, ...scorecard.warnings].flatMap(({ problems, formula }) => [
        ...problems,
        ...(formula?.problems ?? []),
      ]),
    );
    plans.set(planKey, (plans.get(planKey) ?? new Map()).set(profileKey, scorecard));
  }
  return plans;
}

function readScorecard(
  rows: readonly RuleRow[],
  profile: string,
  planKey: string,
  names: ScoringNames,
): Scorecard {
  const kinds = rows.map((row) => ({ row, kind: row.word("kind", KIND_WORDS) ?? "points" }));
  const drafts = kinds.flatMap(({ row, kind }) =>
    isWarning(kind) ? [] : [readItem(row, kind, planKey, names)],
  );
  const warnings = kinds.flatMap(({ row, kind }) => (isWarning(kind) ? [readWarning(row, kind)] : []));
  const items = settleWeights(drafts);
  return { profile, items, warnings, problems: [...sumProblems(drafts, items), ...twiceProblems(drafts)] };
}

function isWarning(kind: ItemKind | WarningKind): kind is WarningKind {
  return kind === "warning" || kind === "hr warning";
}

/** A warning is a condition, like a gate, but nothing depends on it. */
function readWarning(row: RuleRow, kind: WarningKind): WarningRule {
  const item = row.requiredText("item");
  row.requiredText("plan");
  const method = row.word("method", METHOD_WORDS);
  const weight = row.number("weight");
  const formula = row.formula("formula");
  if (method !== "formula" && (method || row.isBlank("method")))
    row.report("method", { code: "warning-needs-formula", values: { item } });
  else if (method && !formula) row.report("formula", { code: "formula-blank", values: { item } });
  if (weight && !weight.value.isZero())
    row.report("weight", { code: "warning-with-weight", values: { item } });
  return { item, kind, formula, place: row.place("item"), problems: row.problems };
}

function readItem(row: RuleRow, kind: ItemKind, planKey: string, names: ScoringNames): DraftItem {
  const item = row.requiredText("item");
  row.requiredText("plan");
  const metric = row.text("metric") || (kind !== "gate" && names.isMetric(item) ? item : "");
  if (metric !== "" && !names.isMetric(metric)) unknownMetric(row, "metric", metric);
  const method = row.word("method", METHOD_WORDS);
  if (!method && row.isBlank("method")) row.report("method", { code: "method-blank", values: { item } });
  const weight = row.number("weight");
  const draft: ScoringItem = {
    item,
    kind,
    metric,
    weight: weightOf(weight, false),
    method: method ?? "formula",
    measure: row.word("measure", MEASURE_WORDS) ?? (method === "ratio" ? "attainment" : "value"),
    cap: row.number("cap")?.value ?? Exact.ONE,
    floor: row.number("floor")?.value ?? Exact.ZERO,
    formula: row.formula("formula"),
    place: row.place("item"),
    problems: row.problems,
  };
  if (method) checkItem(row, draft, weight);
  if (method && kind !== "gate") checkTable(row, draft, planKey, names);
  return { row, item: draft, weight };
}

function checkItem(row: RuleRow, item: ScoringItem, weight: TypedNumber | null): void {
  const values = { item: item.item };
  if (item.kind === "gate") {
    checkGate(row, item, weight);
    return;
  }
  if (needsWeight(item) && weight === null && row.isBlank("weight"))
    row.report("weight", { code: "weight-blank", values });
  if (weight && weight.value.sign() < 0) row.report("weight", { code: "weight-below-zero", values });
  if (item.method === "formula") {
    if (!item.formula) row.report("formula", { code: "formula-blank", values });
    return;
  }
  if (item.metric === "" && row.isBlank("metric")) row.report("metric", { code: "metric-blank", values });
  if (item.method === "ratio" && item.floor.compare(item.cap) > 0)
    row.report("floor", { code: "floor-above-cap", values });
}

/** Bonus and deduction may do without a greatest number of points, unless they are a part of it. */
function needsWeight({ kind, method }: ScoringItem): boolean {
  return kind === "points" || method === "bands" || method === "ratio";
}

function checkGate(row: RuleRow, item: ScoringItem, weight: TypedNumber | null): void {
  const values = { item: item.item };
  if (item.method !== "formula") row.report("method", { code: "gate-needs-formula", values });
  else if (!item.formula) row.report("formula", { code: "formula-blank", values });
  if (weight && !weight.value.isZero()) row.report("weight", { code: "gate-with-weight", values });
}

function checkTable(row: RuleRow, item: ScoringItem, planKey: string, names: ScoringNames): void {
  if (item.method !== "bands" && item.method !== "band points") return;
  const table = findItemTable(names.tablesOf(planKey), item, names.metricKey);
  if (!table)
    row.report("method", { code: "item-without-table", values: { item: item.item, metric: item.metric } });
}

/** Results of at most 1 for `bands` are at most 1 % of the weight: 0.8 was likely meant as 80 %. */
function fractionWarnings(
  item: ScoringItem,
  tables: ReadonlyMap<string, BandTable>,
  { metricKey }: ScoringNames,
): Issue[] {
  const table = item.method === "bands" ? findItemTable(tables, item, metricKey) : null;
  const highest = table?.rows.reduce(
    (best, { result }) => (result instanceof Exact ? best.max(result) : best),
    Exact.ZERO,
  );
  const [first] = table?.rows ?? [];
  if (!table || !first || !highest || highest.isZero() || highest.compare(Exact.ONE) > 0) return [];
  if (table.rows.some(({ isPercent }) => isPercent)) return [];
  const values = {
    table: table.name,
    result: highest.toText(),
    percent: highest.times(Exact.HUNDRED).toText(),
  };
  return [issueAt("warning", "band-results-look-like-fractions", first.place, values)];
}

function weightOf(weight: TypedNumber | null, asFraction: boolean): Exact {
  if (!weight) return Exact.ZERO;
  return weight.percent || asFraction ? weight.value.times(Exact.HUNDRED) : weight.value;
}

/**
 * `20` and `20%` mean the same. A percentage whose cell shows no sign (0.2) cannot be told from a
 * weight of 0.2 by itself: it counts as a percentage where only that makes the weights sum to 100.
 */
function settleWeights(drafts: readonly DraftItem[]): ScoringItem[] {
  const plain = drafts.map(({ item }) => item);
  if (sumOfPoints(plain).equals(Exact.HUNDRED)) return plain;
  const lifted = drafts.map(({ item, weight }) => ({
    ...item,
    weight: weightOf(weight, weight !== null && weight.value.compare(Exact.ONE) <= 0),
  }));
  return sumOfPoints(lifted).equals(Exact.HUNDRED) ? lifted : plain;
}

function sumOfPoints(items: readonly ScoringItem[]): Exact {
  return Exact.sum(items.filter(({ kind }) => kind === "points").map(({ weight }) => weight));
}

/** What may be wrong with a row without making the sum of the weights doubtful. */
const BESIDE_WEIGHTS: ReadonlySet<string> = new Set([
  "item-without-table",
  "unknown-metric",
  "metric-blank",
  "method-blank",
  "formula-blank",
  "floor-above-cap",
]);

/** Weights of points sum to 100; a plan of gates alone has none. */
function sumProblems(drafts: readonly DraftItem[], items: readonly ScoringItem[]): Issue[] {
  const points = drafts.filter(({ item }) => item.kind === "points");
  const scored = points.length > 0 ? points : drafts.filter(({ item }) => item.kind !== "gate");
  const sum = sumOfPoints(items);
  const [first] = scored;
  if (!first || sum.equals(Exact.HUNDRED)) return [];
  if (scored.some(({ row }) => row.problems.some(({ code }) => !BESIDE_WEIGHTS.has(code)))) return [];
  const last = scored[scored.length - 1] ?? first;
  const values = {
    plan: first.row.text("plan"),
    sum: sum.toText(),
    first: String(first.item.place.row ?? ""),
    last: String(last.item.place.row ?? ""),
  };
  return [issueAt("error", "weights-not-100", first.row.place("weight"), values, first.row.text("weight"))];
}

function twiceProblems(drafts: readonly DraftItem[]): Issue[] {
  const readable = drafts.filter(({ row }) => row.problems.length === 0);
  const groups = groupBy(readable, ({ item }) => nameKey(item.item));
  return [...groups.values()].flatMap(([first, second]) => {
    if (!first || !second || first.item.item === "") return [];
    const values = { item: first.item.item, other: String(first.item.place.row ?? "") };
    return [issueAt("error", "item-twice", second.row.place("item"), values)];
  });
}
