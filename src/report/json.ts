import type { Exact } from "../engine/exact";
import type { GradeReview } from "../engine/grades";
import type { Issue } from "../engine/issue";
import type { ItemResult, PayLine, PersonResult, RunResult } from "../engine/result";
import type { Lang } from "../text/labels";
import { renderIssue } from "../text/render";
import { explainItem, explainLine } from "./explain";

const VALUE_PLACES = 6;

function fixed(value: Exact | null, places: number): string | null {
  return value ? value.toFixed(places) : null;
}

/**
 * The result of a month as the command line writes it (DESIGN section 9): amounts and points with
 * 2 decimals, values with 6, weights as short as they are; null for what is held or has no data.
 */
export function resultJson(result: RunResult, lang: Lang): object {
  return {
    month: result.month.text,
    state: result.state,
    people: result.people.map((person) => personJson(person, result, lang)),
    total: result.total.toFixed(2),
    issues: result.issues.map((issue) => issueJson(issue, lang)),
  };
}

function personJson(person: PersonResult, { facts }: RunResult, lang: Lang): object {
  return {
    person: person.person,
    team: person.team,
    plan: person.plan,
    grade: person.grade,
    score: fixed(person.score, 2),
    held: person.held,
    items: person.items.map((item) => itemJson(item, facts.tabs, lang)),
    pay: person.pay.map((line) => lineJson(line, facts.tabs, lang)),
    total: fixed(person.total, 2),
    ...(person.gradeReview ? { grade_review: reviewJson(person.gradeReview) } : {}),
  };
}

/** The quarter of a person, in its last month only: an outcome to confirm, with its evidence. */
function reviewJson({ grade, outcome, next, met, counted, months }: GradeReview): object {
  return {
    grade: grade.name,
    outcome,
    next: next?.name ?? null,
    next_base_pay: fixed(next?.basePay ?? null, 2),
    met,
    counted,
    months: months.map((month) => ({
      month: month.month,
      met: month.met,
      attainment: fixed(month.attainment, VALUE_PLACES),
      score: fixed(month.score, 2),
    })),
  };
}

function itemJson(item: ItemResult, tabs: readonly string[], lang: Lang): object {
  return {
    item: item.item,
    kind: item.kind,
    metric: item.metric,
    value: fixed(item.value, VALUE_PLACES),
    target: fixed(item.target, VALUE_PLACES),
    attainment: fixed(item.attainment, VALUE_PLACES),
    points: fixed(item.points, 2),
    weight: item.weight.toText(),
    ...(item.kind === "gate" ? { met: item.met } : {}),
    because: explainItem(item, tabs, lang),
  };
}

function lineJson(line: PayLine, tabs: readonly string[], lang: Lang): object {
  return {
    component: line.component,
    amount: line.amount.toFixed(2),
    because: explainLine(line, tabs, lang),
  };
}

function issueJson(issue: Issue, lang: Lang): object {
  return {
    severity: issue.severity,
    code: issue.code,
    tab: issue.tab ?? null,
    cell: issue.cell ?? null,
    found: issue.found ?? null,
    message: renderIssue(issue, lang),
    people: issue.holds ?? [],
    ...(issue.alike ? { cells: issue.alike } : {}),
  };
}
