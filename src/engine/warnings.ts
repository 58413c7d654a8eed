import type { MonthContext } from "./context";
import { Exact } from "./exact";
import { evaluate } from "./formula/evaluate";
import type { FormulaNode } from "./formula/node";
import { asCondition } from "./formula/operate";
import { type Failure, Nothing } from "./formula/value";
import { findGrade } from "./grades";
import { forHr, type Issue, issueAt } from "./issue";
import { placed } from "./ledger";
import { nameKey } from "./name";
import type { Unit, WarningRule } from "./plan";
import type { PayLine } from "./result";
import { assignmentOn, type Person } from "./roster";
import { metricFigure, metricNamed, SubjectScope } from "./scope";
import { isOnProbation, type Subject } from "./subject";

/**
 * The warnings of a subject by rows of Scoring of kind `warning`: one where the condition is TRUE,
 * a note where it has no data. Nothing here changes a score or pay, or holds anybody. A rule that
 * several profiles of the month hold speaks once.
 */
export function ruleWarnings(
  context: MonthContext,
  subject: Subject,
  rules: readonly WarningRule[],
): Issue[] {
  const once = new Map<string, WarningRule>();
  for (const rule of rules) if (!once.has(nameKey(rule.item))) once.set(nameKey(rule.item), rule);
  return [...once.values()].flatMap((rule) => ruleWarning(context, subject, rule));
}

function ruleWarning(context: MonthContext, subject: Subject, rule: WarningRule): Issue[] {
  const { formula, item, place } = rule;
  if (rule.problems.length > 0 || !formula?.node) return [];
  const values = { person: subject.person.name, item };
  const condition = asCondition(evaluate(formula.node, new SubjectScope(context, subject)));
  if (condition === false) return [];
  const issue =
    condition === true
      ? issueAt("warning", "warning-met", place, {
          ...values,
          figures: figuresOf(context, subject, formula.node),
        })
      : condition instanceof Nothing
        ? issueAt("info", "warning-without-data", place, { ...values, names: condition.names.join(", ") })
        : issueAt("warning", "warning-not-computed", place, { ...values, cells: cellsOf(condition) });
  return [rule.kind === "hr warning" ? forHr(issue) : issue];
}

/** Where the problems of a failure stand, for example `Raw!F14`. */
function cellsOf(failed: Failure): string {
  const issues = placed(failed, null).problems.flatMap((problem) => problem.issue ?? []);
  const cells = issues.flatMap(({ tab, cell }) => (tab === undefined ? [] : cell ? `${tab}!${cell}` : tab));
  return [...new Set(cells)].join(", ");
}

/**
 * The figures that a condition names, for example `timeouts 4`: metrics, measures and ratings of the
 * person, never base pay or a colleague's.
 */
function figuresOf(context: MonthContext, subject: Subject, node: FormulaNode): string {
  const figures = namesOfPerson(node).flatMap((name) => {
    const metric = metricNamed(context, name);
    const value = metric ? metricFigure(context, subject, metric) : null;
    return metric && value instanceof Exact
      ? `${metric.name} ${shown(value, metric.metric?.unit ?? null)}`
      : [];
  });
  return [...new Set(figures)].join(", ");
}

function shown(value: Exact, unit: Unit | null): string {
  return unit === "%" ? `${value.times(Exact.HUNDRED).toText(2)}%` : value.toText(2);
}

function namesOfPerson(node: FormulaNode): string[] {
  if (node.kind === "name") return [node.name];
  if (node.kind !== "operator" && node.kind !== "call") return [];
  if (node.kind === "call" && /^(?:(?:TEAM|SHOP)\.|PREVIOUS$)/.test(node.name)) return [];
  return node.operands.flatMap(namesOfPerson);
}

/**
 * What HR should look at in a person's pay: a total below the minimum wage, deductions above their
 * limit, a base on probation below its share of the grade's. Exactly at a limit there is no warning.
 * Amounts stay out of the messages: only limits and shares are named.
 */
export function payWarnings(
  context: MonthContext,
  person: Person,
  days: readonly number[],
  lines: readonly PayLine[],
): Issue[] {
  return [
    ...wageWarning(context, person, days, lines),
    ...deductionWarning(context, person, lines),
    ...probationWarnings(context, person, days),
  ].map(forHr);
}

function wageWarning(
  context: MonthContext,
  person: Person,
  days: readonly number[],
  lines: readonly PayLine[],
): Issue[] {
  const { settings, month } = context.book;
  if (!settings.minimumWage || settings.broken.has("minimum_wage")) return [];
  const least = settings.minimumWage.times(Exact.integer(days.length)).over(Exact.integer(month.days));
  if (Exact.sum(lines.map(({ amount }) => amount)).atLeast(least)) return [];
  const values = {
    person: person.name,
    least: least.toFixed(2),
    days: String(days.length),
    of: String(month.days),
  };
  return [issueAt("warning", "total-below-minimum-wage", null, values)];
}

function deductionWarning(context: MonthContext, person: Person, lines: readonly PayLine[]): Issue[] {
  const { deductionLimit, broken } = context.book.settings;
  if (!deductionLimit || broken.has("deduction_limit")) return [];
  const amounts = lines.map(({ amount }) => amount);
  const taken = Exact.sum(amounts.filter((amount) => amount.sign() < 0)).negated();
  const given = Exact.sum(amounts.filter((amount) => amount.sign() > 0));
  if (taken.compare(given.times(deductionLimit)) <= 0) return [];
  const limit = deductionLimit.times(Exact.HUNDRED).toText();
  return [issueAt("warning", "deductions-above-limit", null, { person: person.name, limit })];
}

/** By rows of Staff: a row of the month whose own base pay is too small a share of its grade's. */
function probationWarnings(context: MonthContext, person: Person, days: readonly number[]): Issue[] {
  const { settings, grades, month } = context.book;
  const { probationPay, broken } = settings;
  if (!probationPay || broken.has("probation_pay") || !isOnProbation(person, month, days)) return [];
  const rows = new Set(days.map((day) => assignmentOn(person, day)));
  return [...rows].flatMap((row) => {
    const whole = row?.grade ? findGrade(grades, row.grade)?.basePay : null;
    if (!row?.basePay || !whole || row.basePay.atLeast(whole.times(probationPay))) return [];
    const share = probationPay.times(Exact.HUNDRED).toText();
    return [
      issueAt("warning", "probation-pay-low", row.place, { person: person.name, grade: row.grade, share }),
    ];
  });
}
