import type { Month } from "../engine/calendar";
import { Exact } from "../engine/exact";
import type { FormulaNode } from "../engine/formula/node";
import { monthsBeforeQuarterEnd } from "../engine/grades";
import type { Grid } from "../engine/grid";
import type { ClosedMonth } from "../engine/history";
import { type Issue, issueAt } from "../engine/issue";
import { isDayCount } from "../engine/measure";
import { nameKey, personKey } from "../engine/name";
import type { BandTable, Plan, RuleBook, TargetRow } from "../engine/plan";
import { assignmentOn, employedDays, type Roster } from "../engine/roster";
import type { SourceRow } from "../engine/source";
import { type BandTables, readBands } from "./bands";
import { MEASURES } from "./catalogue";
import { type RuleTabKind, ruleTab } from "./columns";
import { readHistory } from "./history";
import { type MetricCatalogue, readMetrics } from "./metrics";
import { type BrokenSource, readCalendar, readGrades, readSources } from "./others";
import { type PayTables, readPay } from "./pay";
import { type PeopleNames, readAdjustments, readManualScores, readTargets } from "./people-rows";
import { type RuleRow, rowsOf } from "./row";
import { readScoring, type Scorecards } from "./scoring";
import { checkGradeMetric, readSettings } from "./setting-rows";
import { readStaff } from "./staff";
import { findRuleTabs, type RuleTabs } from "./tabs";
import { findWord, METHOD_WORDS } from "./words";

/** Everything that the rule tabs say for one month. */
export interface ReadRules {
  readonly book: RuleBook;
  readonly sources: readonly SourceRow[];
  readonly brokenSources: readonly BrokenSource[];
  readonly closed: ClosedMonth | null;
  readonly issues: readonly Issue[];
  /** Pasted tabs: neither rule tabs nor tabs that the add-on writes. */
  readonly rawGrids: readonly Grid[];
}

/** Reads the rules of a workbook as they hold in one month. Mistakes become issues; nothing throws. */
export function readRules(grids: readonly Grid[], month: Month): ReadRules {
  const found = findRuleTabs(grids);
  const issues: Issue[] = [...found.issues];
  const rows = (kind: RuleTabKind): RuleRow[] => {
    const tab = found.tabs.get(kind);
    return tab ? rowsOf(tab) : [];
  };
  const typedSettings = readSettings(rows("settings"), issues);
  const roster = readStaff(rows("staff"), month, issues);
  issues.push(...missingTabs(found));
  const metricRows = rows("metrics");
  const { sources, broken } = readSources(rows("sources"), metricRows, issues);
  const measureNames = namesOfMeasures(sources, broken);
  const scoringRows = rows("scoring");
  const manualRows = rows("manual");
  const rated = ratedNames(manualRows, scoringRows);
  const isMeasure = (key: string) => measureNames.has(key) || isDayCount(key);
  const catalogue = readMetrics(
    metricRows,
    {
      all: new Set(measureNames.keys()),
      isKnown: (key) => isMeasure(key) || rated.has(key),
      isOwn: (key) => nameKey(measureNames.get(key) ?? "") === key,
    },
    issues,
  );
  const byHand = new Map([...rated, ...ratedMetrics(catalogue, isMeasure)]);
  const manualNames = withoutMetrics(byHand, catalogue, measureNames);
  const isMetric = (name: string) => isKnownMetric(name, catalogue, measureNames, manualNames);
  const settings = checkGradeMetric(typedSettings, rows("settings"), isMetric, issues);
  const metricKey = (name: string) => keyOfMetric(name, catalogue, measureNames);
  const bands = readBands(rows("bands"), month, issues);
  const scorecards = readScoring(
    scoringRows,
    month,
    { isMetric, metricKey, tablesOf: (plan) => tablesOf(bands, plan) },
    issues,
  );
  const pay = readPay(rows("pay"), month, settings, issues);
  const calendar = readCalendar(rows("calendar"), month, issues);
  const plans = assemblePlans(scorecards, pay, bands, calendar.problems);
  const grades = readGrades(rows("grades"), month, issues);
  const names = {
    roster,
    isMetric,
    findMetric: (name: string) => catalogue.byName.get(nameKey(name)) ?? null,
  };
  const book: RuleBook = {
    month,
    roster,
    plans,
    metrics: catalogue.metrics,
    metricsByName: catalogue.byName,
    measureNames,
    measureLabels: MEASURE_LABELS,
    manualNames,
    targets: readTargets(rows("targets"), month, names, issues),
    earlierTargets: readEarlierTargets(() => rows("targets"), month, names),
    manual: readManualScores(manualRows, month, names, issues),
    adjustments: readAdjustments(rows("adjustments"), month, issues),
    grades,
    profiles: calendar.profiles,
    settings,
  };
  issues.push(
    ...planProblems(plans),
    ...gradeWarnings(book),
    ...(settings.askHighRates ? rateWarnings(plans) : []),
  );
  return {
    book,
    sources,
    brokenSources: broken,
    closed: readHistory(found.historyGrid, month),
    issues,
    rawGrids: found.rawGrids,
  };
}

/** At the end of a quarter the Targets of its other months; what is wrong with them is told no more. */
function readEarlierTargets(
  rows: () => readonly RuleRow[],
  month: Month,
  names: PeopleNames,
): Map<string, TargetRow[]> {
  const earlier = monthsBeforeQuarterEnd(month) ?? [];
  return new Map(earlier.map((one) => [one.text, readTargets(rows(), one, names, [])]));
}

/** Tabs without which nobody can be paid; one that is there twice has an issue of its own. */
function missingTabs(found: RuleTabs): Issue[] {
  const twice = new Set(found.issues.map(({ values }) => values?.kind ?? ""));
  return (["staff", "pay"] as const)
    .filter((kind) => !found.tabs.has(kind) && !twice.has(ruleTab(kind).en))
    .map((kind) => {
      const { en, zh, columns } = ruleTab(kind);
      const required = columns.filter((column) => column.required);
      const headers = required.map((column) => column.en).join(", ");
      return issueAt("error", "missing-tab", null, {
        tab: en,
        tabZh: zh,
        headers,
        headersZh: required.map((column) => column.zh).join("、"),
      });
    });
}

const MEASURE_LABELS = new Map(
  MEASURES.map(({ name, en, zh, unit }) => [nameKey(name), { label: { en, zh }, unit }]),
);

/** Measures that an export or a Sources row can give, by name and Chinese name. */
function namesOfMeasures(
  sources: readonly SourceRow[],
  broken: readonly BrokenSource[],
): Map<string, string> {
  const names = new Map<string, string>();
  for (const { name, zh } of MEASURES) {
    names.set(nameKey(name), name);
    if (!names.has(nameKey(zh))) names.set(nameKey(zh), name);
  }
  for (const { measure } of [...sources, ...broken]) names.set(nameKey(measure), measure);
  return names;
}

/** Metrics that a supervisor rates: those of Manual scores, and of items scored by hand. */
function ratedNames(manualRows: readonly RuleRow[], scoringRows: readonly RuleRow[]): Map<string, string> {
  const scored = scoringRows
    .filter((row) => findWord(METHOD_WORDS, row.text("method")) === "manual")
    .map((row) => row.text("metric") || row.text("item"));
  const names = new Map<string, string>();
  for (const name of [...manualRows.map((row) => row.text("metric")), ...scored]) {
    if (name !== "" && !names.has(nameKey(name))) names.set(nameKey(name), name);
  }
  return names;
}

/** Metrics of the tab that have neither a formula nor a measure: somebody rates them by hand. */
function ratedMetrics(
  { metrics }: MetricCatalogue,
  isMeasure: (key: string) => boolean,
): [key: string, name: string][] {
  return metrics
    .filter(({ name, formula, problems }) => !formula && problems.length === 0 && !isMeasure(nameKey(name)))
    .map(({ name }) => [nameKey(name), name]);
}

/** A rated name that is a synonym of a metric is found under the metric's own name. */
function withoutMetrics(
  rated: ReadonlyMap<string, string>,
  { byName }: MetricCatalogue,
  measures: ReadonlyMap<string, string>,
): Map<string, string> {
  const names = new Map<string, string>();
  for (const [key, name] of rated) {
    const metric = byName.get(key);
    if (metric?.formula || (!metric && measures.has(key))) continue;
    names.set(nameKey(metric?.name ?? name), metric?.name ?? name);
  }
  return names;
}

/** Key of the metric or measure that a name or synonym means. */
function keyOfMetric(
  name: string,
  { byName }: MetricCatalogue,
  measures: ReadonlyMap<string, string>,
): string {
  const key = nameKey(name);
  return nameKey(byName.get(key)?.name ?? measures.get(key) ?? name);
}

function isKnownMetric(
  name: string,
  { byName }: MetricCatalogue,
  measures: ReadonlyMap<string, string>,
  manual: ReadonlyMap<string, string>,
): boolean {
  const key = nameKey(name);
  return byName.has(key) || measures.has(key) || manual.has(key) || isDayCount(key);
}

/** A plan's own tables, and the shared ones (blank Plan) of which it has no own (READINGS 3.18). */
function tablesOf(bands: BandTables, planKey: string): ReadonlyMap<string, BandTable> {
  return new Map([...(bands.get("") ?? []), ...(bands.get(planKey) ?? [])]);
}

function assemblePlans(
  scorecards: Scorecards,
  pay: PayTables,
  bands: BandTables,
  calendarProblems: readonly Issue[],
): Map<string, Plan> {
  const plans = new Map<string, Plan>();
  for (const key of new Set([...pay.keys(), ...scorecards.keys()])) {
    if (key === "") continue;
    const scored = scorecards.get(key) ?? new Map();
    const paid = pay.get(key);
    const firstItem = [...scored.values()][0]?.items[0];
    const problems: Issue[] = paid
      ? []
      : [issueAt("error", "plan-without-pay", firstItem?.place ?? null, { plan: key })];
    if (scored.size > 1) problems.push(...calendarProblems);
    plans.set(key, {
      name: paid?.name ?? key,
      scorecards: scored,
      pay: paid?.rows ?? [],
      bands: tablesOf(bands, key),
      problems,
    });
  }
  return plans;
}

function planProblems(plans: ReadonlyMap<string, Plan>): Issue[] {
  return [...plans.values()].flatMap(({ problems }) =>
    problems.filter(({ code }) => code === "plan-without-pay"),
  );
}

/** A grade that is in no row of Grades, where base pay does not need it: a likely slip. */
function gradeWarnings({ roster, grades, month }: RuleBook): Issue[] {
  if (grades.length === 0) return [];
  const known = new Set(grades.map(({ name }) => personKey(name)));
  return assignmentsOf(roster, month)
    .filter(({ grade, basePay }) => grade !== "" && basePay !== null && !known.has(personKey(grade)))
    .map(({ grade, place }) => issueAt("warning", "grade-not-in-grades", place, { grade }));
}

function assignmentsOf(roster: Roster, month: Month) {
  const rows = roster.people.flatMap((person) =>
    employedDays(person, month).map((day) => assignmentOn(person, day)),
  );
  return [...new Set(rows)].filter((row) => row !== null);
}

const HIGH_RATE = Exact.scaled(5, 2);

/** Rates above 5 % in tables that Pay uses as rates: 0.1 typed for 0.1 % pays a hundred times too much. */
function rateWarnings(plans: ReadonlyMap<string, Plan>): Issue[] {
  const seen = new Map<string, Issue>();
  for (const plan of plans.values()) {
    const nodes = plan.pay.flatMap(({ formula, onlyIf }) => [formula.node, onlyIf?.node ?? null]);
    for (const name of nodes.flatMap((node) => (node ? rateTables(node) : []))) {
      for (const row of plan.bands.get(nameKey(name))?.rows ?? []) {
        if (!(row.result instanceof Exact) || row.result.compare(HIGH_RATE) <= 0) continue;
        const issue = issueAt("warning", "rate-above-5-percent", row.place, {
          table: name,
          rate: row.result.toText(12),
        });
        seen.set(`${row.place.tab}!${row.place.row}`, issue);
      }
    }
  }
  return [...seen.values()];
}

function rateTables(node: FormulaNode): string[] {
  if (node.kind !== "call" && node.kind !== "operator") return [];
  const inner = node.operands.flatMap(rateTables);
  const [first] = node.operands;
  if (node.kind !== "call" || (node.name !== "RATE" && node.name !== "MARGINAL")) return inner;
  if (first?.kind === "text") return [first.value, ...inner];
  return first?.kind === "name" ? [first.name, ...inner] : inner;
}
