import type { FormulaNode } from "../engine/formula/node";
import { isUsableName, namesIn, parseFormula } from "../engine/formula/parse";
import { failure } from "../engine/formula/value";
import { type Issue, issueAt } from "../engine/issue";
import { placed } from "../engine/ledger";
import { nameKey } from "../engine/name";
import { isBuiltIn, namesNear } from "../engine/names";
import type { Metric } from "../engine/plan";
import type { RuleRow } from "./row";
import { groupBy } from "./versions";
import { BETTER_WORDS, findWord, UNIT_WORDS } from "./words";

/** The metrics of the Metrics tab and the names under which formulas find them. */
export interface MetricCatalogue {
  readonly metrics: readonly Metric[];
  readonly byName: ReadonlyMap<string, Metric>;
}

/** What the names of Metrics are read against, all by `nameKey`. */
export interface MeasureNames {
  /** Names and synonyms of measures. */
  readonly all: ReadonlySet<string>;
  /** Whether a metric of this name needs no formula: a measure, a day count, or rated by hand. */
  readonly isKnown: (key: string) => boolean;
  /** Whether it is a measure's own name and no synonym. */
  readonly isOwn: (key: string) => boolean;
}

/**
 * Reads the Metrics tab. A name that no formula can use, a name twice, a metric that leads back to
 * itself and a blank formula with a name that looks like a misspelt measure are problems of the
 * metric: they hold who needs it. Any other blank formula without a measure is a metric that
 * somebody rates by hand (READINGS 3.12), with a note until the first rating.
 */
export function readMetrics(
  rows: readonly RuleRow[],
  measures: MeasureNames,
  issues: Issue[],
): MetricCatalogue {
  const isMeasureName = measures.isOwn;
  const read = rows.map((row) => readMetric(row, measures, issues));
  const metrics = markTwice(read);
  const byName = nameMetrics(metrics, isMeasureName, issues);
  const cyclic = markCycles(metrics, byName);
  issues.push(...cyclic.flatMap((metric) => [...metric.problems, ...(metric.formula?.problems ?? [])]));
  return { metrics: cyclic, byName: nameMetrics(cyclic, isMeasureName, []) };
}

function readMetric(row: RuleRow, measures: MeasureNames, issues: Issue[]): Metric {
  const name = row.requiredText("metric");
  if (name !== "" && !isUsableName(name)) {
    const { problem } = parseFormula(name);
    const isCell = problem?.code === "name-is-cell-reference";
    row.report("metric", isCell ? problem : { code: "formula-bad-name", values: { name } });
  }
  if (isBuiltIn(nameKey(name))) row.report("metric", { code: "metric-is-built-in", values: { name } });
  const formula = row.formula("formula");
  if (formula === null && name !== "" && !measures.isKnown(nameKey(name)))
    issues.push(...withoutFormula(row, name, measures));
  const unit = findWord(UNIT_WORDS, row.text("unit"));
  if (unit === null && !row.isBlank("unit")) issues.push(unknownUnit(row));
  return {
    name,
    label: { en: row.text("label"), zh: row.text("labelZh") },
    formula,
    unit,
    better: row.word("better", BETTER_WORDS) ?? "higher",
    place: row.place("metric"),
    problems: row.problems,
  };
}

/** Letters by which a name may differ from a measure's and still be a slip of the keyboard. */
const SLIP = 2;
const SHORT_NAME = 4;

/** A metric without formula and measure: a misspelt measure, which is a problem, else rated by hand. */
function withoutFormula(row: RuleRow, metric: string, measures: MeasureNames): Issue[] {
  const [near] = namesNear(nameKey(metric), measures.all, metric.length <= SHORT_NAME ? 1 : SLIP);
  if (near === undefined)
    return [row.issue("info", "metric", { code: "metric-taken-as-rated", values: { metric } })];
  row.report("formula", { code: "metric-without-formula", values: { metric, near } });
  return [];
}

/** A unit changes display and checks, never a value, so that an unknown one holds nobody (READINGS 3.12). */
function unknownUnit(row: RuleRow): Issue {
  const values = { text: row.text("unit"), allowed: UNIT_WORDS.map(([word]) => word).join(", ") };
  return row.issue("warning", "unit", { code: "unknown-word", values });
}

function markTwice(metrics: readonly Metric[]): Metric[] {
  const groups = groupBy(metrics, ({ name }) => nameKey(name));
  return metrics.map((metric) => {
    const others = (groups.get(nameKey(metric.name)) ?? []).filter((other) => other !== metric);
    const [other] = others;
    if (!other || metric.name === "") return metric;
    const values = { metric: metric.name, other: String(other.place.row ?? "") };
    return {
      ...metric,
      problems: [...metric.problems, issueAt("error", "metric-twice", metric.place, values)],
    };
  });
}

/**
 * Names first, of metrics and of measures, then labels and Chinese names; a synonym of two is the
 * name's, or nobody's, with a warning.
 */
function nameMetrics(
  metrics: readonly Metric[],
  isMeasureName: (key: string) => boolean,
  issues: Issue[],
): Map<string, Metric> {
  const byName = new Map<string, Metric>();
  for (const metric of metrics) {
    if (!byName.has(nameKey(metric.name))) byName.set(nameKey(metric.name), metric);
  }
  const synonyms = new Map<string, Set<Metric>>();
  for (const metric of metrics) {
    for (const label of [metric.label.en, metric.label.zh]) {
      const key = nameKey(label);
      if (key === "" || byName.has(key)) continue;
      if (isMeasureName(key)) issues.push(synonymTwice(key, metric, key));
      else synonyms.set(key, (synonyms.get(key) ?? new Set()).add(metric));
    }
  }
  for (const [key, owners] of synonyms) {
    const [first, second] = owners;
    if (first && !second) byName.set(key, first);
    if (first && second) issues.push(synonymTwice(key, second, first.name));
  }
  return byName;
}

function synonymTwice(name: string, { name: metric, place }: Metric, other: string): Issue {
  return issueAt("warning", "synonym-twice", place, { name, metric, other });
}

/** Gives every metric that leads back to itself an error that shows the way round. */
function markCycles(metrics: readonly Metric[], byName: ReadonlyMap<string, Metric>): Metric[] {
  const next = (metric: Metric): Metric[] => {
    const node = metric.formula?.node ?? null;
    return node ? namesOfOthers(node, metric, byName) : [];
  };
  return metrics.map((metric) => {
    const way = findWay(metric, metric, next, new Set());
    if (!way) return metric;
    const values = { way: [...way, metric].map(({ name }) => name).join(" → ") };
    const issue = issueAt(
      "error",
      "metric-cycle",
      metric.formula?.place ?? metric.place,
      values,
      metric.formula?.text,
    );
    return { ...metric, problems: [...metric.problems, issue] };
  });
}

function namesOfOthers(node: FormulaNode, metric: Metric, byName: ReadonlyMap<string, Metric>): Metric[] {
  return namesIn(node).flatMap(({ key }) => {
    const other = byName.get(key);
    return other && other !== metric ? [other] : [];
  });
}

function findWay(
  from: Metric,
  goal: Metric,
  next: (metric: Metric) => Metric[],
  seen: Set<Metric>,
): Metric[] | null {
  if (seen.has(from)) return null;
  seen.add(from);
  for (const other of next(from)) {
    if (other === goal) return [from];
    const way = findWay(other, goal, next, seen);
    if (way) return [from, ...way];
  }
  return null;
}

/** An unknown metric at a cell that names one. */
export function unknownMetric(row: RuleRow, key: string, name: string): Issue {
  const failed = placed(failure("unknown-metric", { metric: name }), row.place(key), name);
  const [issue] = failed.problems.flatMap((problem) => problem.issue ?? []);
  if (!issue) throw new Error("a placed failure has an issue");
  row.problems.push(issue);
  return issue;
}
