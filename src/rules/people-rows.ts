import type { Month } from "../engine/calendar";
import { readNumber } from "../engine/cell";
import { Exact } from "../engine/exact";
import { namesIn, parseFormula } from "../engine/formula/parse";
import { type Issue, issueAt } from "../engine/issue";
import { nameKey, personKey } from "../engine/name";
import type { Adjustment, ManualScore, Metric, TargetRow } from "../engine/plan";
import type { Roster } from "../engine/roster";
import { unknownMetric } from "./metrics";
import { formulaCell, type RuleRow } from "./row";
import { groupBy } from "./versions";

/** Rows of a month: those whose month is this one, and those whose month cannot be read. */
function rowsOfMonth(rows: readonly RuleRow[], month: Month): RuleRow[] {
  return rows.filter((row) => {
    const stated = row.month("month");
    if (stated === null && row.problems.length === 0) row.report("month", { code: "blank-cell", values: {} });
    return stated === null || stated.text === month.text;
  });
}

/** What rows about people and metrics may refer to. */
export interface PeopleNames {
  readonly roster: Roster;
  readonly findMetric: (name: string) => Metric | null;
  readonly isMetric: (name: string) => boolean;
}

const HIGHEST_PERCENT = Exact.scaled(15, 1);

/** The Targets of a month (READINGS 3.11). */
export function readTargets(
  rows: readonly RuleRow[],
  month: Month,
  names: PeopleNames,
  issues: Issue[],
): TargetRow[] {
  const read = rowsOfMonth(rows, month).map((row) => readTarget(row, names, issues));
  const keyOf = (target: TargetRow) =>
    `${personKey(target.appliesTo)}\n${nameKey(names.findMetric(target.metric)?.name ?? target.metric)}`;
  const groups = groupBy(read, keyOf);
  const targets = read.map((target) => {
    const other = (groups.get(keyOf(target)) ?? []).find((one) => one !== target);
    if (!other) return target;
    const values = {
      metric: target.metric,
      appliesTo: target.appliesTo,
      other: String(other.place.row ?? ""),
    };
    return {
      ...target,
      problems: [...target.problems, issueAt("error", "target-twice", target.place, values)],
    };
  });
  issues.push(
    ...targets.flatMap(({ problems, value }) => [
      ...problems,
      ...("problems" in value ? value.problems : []),
    ]),
  );
  return targets;
}

function readTarget(row: RuleRow, names: PeopleNames, issues: Issue[]): TargetRow {
  const appliesTo = row.requiredText("appliesTo");
  const metric = row.requiredText("metric");
  if (metric !== "" && !names.isMetric(metric)) unknownMetric(row, "metric", metric);
  if (appliesTo !== "" && !isKnownScope(appliesTo, names.roster)) {
    issues.push(row.issue("error", "appliesTo", { code: "applies-to-unknown", values: { name: appliesTo } }));
  }
  const value = readTargetValue(row, names.findMetric(metric), issues);
  return { appliesTo, metric, value, place: row.place("target"), problems: row.problems };
}

function isKnownScope(name: string, { people }: Roster): boolean {
  const key = personKey(name);
  if (key === "*") return true;
  return people.some(
    (person) => person.key === key || person.assignments.some((one) => personKey(one.team) === key),
  );
}

/** Text that begins with `=`, or that is no number and combines names: the `=` may be missing (READINGS 3.3). */
function readsAsFormula(text: string): boolean {
  if (/^\s*[=＝]/.test(text)) return true;
  if (readNumber(text).kind !== "unreadable") return false;
  const { node } = parseFormula(text);
  return node !== null && node.kind !== "name" && namesIn(node).length > 0;
}

/** A number, or a formula: text that begins with `=`, or a live formula that gives no number here. */
function readTargetValue(row: RuleRow, metric: Metric | null, issues: Issue[]): TargetRow["value"] {
  const live = row.liveFormula("target");
  const cell = row.cell("target");
  if (live !== "" && typeof cell !== "number") return formulaCell(live, row.place("target"));
  if (typeof cell === "string" && readsAsFormula(cell)) return formulaCell(cell, row.place("target"));
  const number = row.number("target");
  if (!number && row.isBlank("target")) row.requiredText("target");
  const value = number?.value ?? Exact.ZERO;
  if (number && value.isZero())
    row.report("target", { code: "target-zero", values: { metric: metric?.name ?? "" } });
  askAboutPercent(row, "target", metric, value, issues);
  return value;
}

/** A figure above 1.5 of a metric in % was likely typed without its sign: it is asked about, never divided. */
function askAboutPercent(
  row: RuleRow,
  key: string,
  metric: Metric | null,
  value: Exact,
  issues: Issue[],
): void {
  if (metric?.unit !== "%" || value.compare(HIGHEST_PERCENT) <= 0) return;
  const values = { metric: metric.name, value: value.toText() };
  issues.push(row.issue("warning", key, { code: "target-looks-like-percent", values }));
}

/** The Manual scores of a month (READINGS 3.17). */
export function readManualScores(
  rows: readonly RuleRow[],
  month: Month,
  names: PeopleNames,
  issues: Issue[],
): ManualScore[] {
  const read = rowsOfMonth(rows, month).map((row): ManualScore => {
    const person = personCell(row, names.roster, issues);
    const metric = row.requiredText("metric");
    const value = row.number("value")?.value ?? null;
    if (value === null && row.isBlank("value")) row.report("value", { code: "blank-cell", values: {} });
    if (value) askAboutPercent(row, "value", names.findMetric(metric), value, issues);
    return {
      person,
      metric,
      value,
      by: row.text("by"),
      reason: row.text("reason"),
      place: row.place("value"),
      problems: row.problems,
    };
  });
  const keyOf = (score: ManualScore) => `${personKey(score.person)}\n${nameKey(score.metric)}`;
  const groups = groupBy(read, keyOf);
  const scores = read.map((score) => {
    const other = (groups.get(keyOf(score)) ?? []).find((one) => one !== score);
    if (!other) return score;
    const values = { person: score.person, metric: score.metric, other: String(other.place.row ?? "") };
    return {
      ...score,
      problems: [...score.problems, issueAt("error", "manual-score-twice", score.place, values)],
    };
  });
  issues.push(...scores.flatMap(({ problems }) => problems));
  return scores;
}

/** The Adjustments of a month (READINGS 3.22). Somebody who is not listed is reported by the run. */
export function readAdjustments(rows: readonly RuleRow[], month: Month, issues: Issue[]): Adjustment[] {
  return rowsOfMonth(rows, month).map((row): Adjustment => {
    const person = row.requiredText("person");
    const component = row.requiredText("component");
    const amount = row.number("amount")?.value ?? null;
    if (amount === null && row.isBlank("amount")) row.report("amount", { code: "blank-cell", values: {} });
    const reason = row.text("reason");
    if (reason === "")
      issues.push(row.issue("warning", "reason", { code: "adjustment-without-reason", values: { person } }));
    issues.push(...row.problems);
    return {
      person,
      component,
      amount,
      reason,
      by: row.text("by"),
      on: row.text("on"),
      place: row.place("amount"),
      problems: row.problems,
    };
  });
}

function personCell(row: RuleRow, roster: Roster, issues: Issue[]): string {
  const person = row.requiredText("person");
  if (person !== "" && !roster.people.some(({ key }) => key === personKey(person))) {
    issues.push(row.issue("error", "person", { code: "unknown-person", values: { person } }));
  }
  return person;
}
