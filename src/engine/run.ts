import { checkRules } from "./check";
import { MonthContext } from "./context";
import { monthDiagnosis } from "./diagnosis-month";
import { Exact } from "./exact";
import type { Facts } from "./facts";
import { Failure, failure, type Value } from "./formula/value";
import { partMonthIssues, reviewIssue, reviewPerson } from "./grade-review";
import type { ClosedMonth } from "./history";
import { type Issue, issueAt } from "./issue";
import { failureFrom } from "./ledger";
import { nameKey, personKey } from "./name";
import { partMonthNotes } from "./part-month";
import { PaySheet } from "./pay";
import type { Adjustment, Plan, RuleBook } from "./plan";
import type { PayLine, PersonResult, PlanPart, RunResult } from "./result";
import { type Person, rowsOn } from "./roster";
import { issuesOf, type Scored, scoreSubject } from "./score";
import { daysByPlan, type Earnings, lastAssignment, type Subject, subjectOf } from "./subject";
import { payWarnings } from "./warnings";
import { unreadWithoutPlan } from "./without-plan";

/**
 * Computes one month: scores and pay of everybody on Staff with a day employed in it, each number
 * exact and with its trace. Pure; the same inputs give the same result. Problems never throw: they
 * are issues, and the errors among them hold exactly the people whose numbers need what is wrong.
 *
 * @param found issues of the pasted tabs; the errors among them hold the people they name, whatever
 * their plans use (rows that contradict each other, an account of two people).
 */
export function runMonth(
  book: RuleBook,
  facts: Facts,
  closed: ClosedMonth | null = null,
  found: readonly Issue[] = [],
): RunResult {
  const context = new MonthContext(book, facts, closed);
  context.ledger.addAll(checkRules(book, closed));
  const runs = new Map<Person, PersonRun>();
  for (const person of book.roster.people) {
    const days = context.employed(person);
    if (days.length > 0)
      runs.set(person, new PersonRun(context, person, days, holdingPerson(found, person.name)));
  }
  context.earningsOf = (person) => runs.get(person)?.earnings() ?? null;
  const results = [...runs.values()].map((run) => run.result());
  reportLostAdjustments(context, [...runs.keys()]);
  const issues = context.ledger.list();
  const people = results.map((result) => ({
    ...result,
    issues: issues.filter((issue) => concerns(issue, result.person)),
  }));
  const subjects = [...runs.values()].map((run) => run.subject());
  const diagnosed = people.flatMap((result, index) => {
    const subject = subjects[index];
    return subject ? [{ result, subject }] : [];
  });
  return {
    month: book.month,
    state: "draft",
    people,
    total: Exact.sum(people.flatMap(({ total }) => total ?? [])),
    teamFigures: [...context.teamFigures.values()],
    issues,
    facts,
    diagnosis: monthDiagnosis(context, diagnosed),
  };
}

function holdingPerson(issues: readonly Issue[], person: string): Issue[] {
  return issues.filter(({ severity, holds }) => severity === "error" && holds?.includes(person) === true);
}

function concerns(issue: Issue, person: string): boolean {
  return issue.holds?.includes(person) === true || issue.values?.person === person;
}

function reportLostAdjustments(context: MonthContext, listed: readonly Person[]): void {
  const keys = new Set(listed.map((person) => person.key));
  for (const row of context.book.adjustments) {
    if (keys.has(personKey(row.person))) continue;
    const values = { person: row.person, month: context.book.month.text };
    context.ledger.add(issueAt("error", "adjustment-for-nobody", row.place, values));
  }
}

/** One plan's part of a person's month. */
class PartRun {
  readonly plan: Plan | null;
  readonly sheet: PaySheet;
  private scoredOnce: Scored | null | undefined;
  private rounded: Value | undefined;

  constructor(
    private readonly context: MonthContext,
    readonly subject: Subject,
  ) {
    this.plan = context.book.plans.get(nameKey(subject.plan)) ?? null;
    this.sheet = new PaySheet(context, subject, this.plan?.pay ?? [], {
      score: () => this.score(),
      gates: () => this.gates(),
    });
  }

  /** Null for a plan without Scoring. */
  scored(): Scored | null {
    if (this.scoredOnce === undefined) {
      const has = this.plan !== null && this.plan.scorecards.size > 0;
      this.scoredOnce = has && this.plan ? scoreSubject(this.context, this.subject, this.plan) : null;
    }
    return this.scoredOnce;
  }

  /** False for a plan without Scoring, or with gates alone. */
  hasScore(): boolean {
    return (this.scored()?.score ?? null) !== null;
  }

  /** The score as it meets money: rounded as Settings say. */
  score(): Value {
    this.rounded ??= this.roundedScore();
    return this.rounded;
  }

  private roundedScore(): Value {
    const scored = this.scored();
    if (!scored || scored.score === null) return failure("plan-without-scoring", { plan: this.subject.plan });
    const broken = this.context.brokenSettings(["score_decimals"]);
    if (broken) return broken;
    return scored.score instanceof Exact ? roundScore(this.context.book, scored.score) : scored.score;
  }

  private gates(): Value {
    return this.scored()?.gates ?? true;
  }

  /** What is wrong with the part as a whole, whatever its formulas need. */
  problems(): Issue[] {
    const { subject, plan } = this;
    // A blank plan has an error of its own on Staff.
    if (!plan && subject.plan === "") return [];
    if (!plan) return [issueAt("error", "unknown-plan", this.staffPlace(), { plan: subject.plan })];
    const values = [this.hasScore() ? this.score() : null, this.gates()];
    return [
      ...plan.problems,
      ...values.flatMap((value) => (value instanceof Failure ? issuesOf(value) : [])),
    ];
  }

  private staffPlace() {
    return lastAssignment(this.subject.person, this.subject.days)?.place ?? null;
  }

  result(): PlanPart {
    const score = this.hasScore() ? this.score() : null;
    return {
      plan: this.subject.plan,
      days: this.subject.days.length,
      score: score instanceof Exact ? score : null,
      items: this.scored()?.items ?? [],
    };
  }
}

function roundScore(book: RuleBook, score: Exact): Exact {
  const { scoreDecimals } = book.settings;
  return scoreDecimals === null ? score : score.round(Exact.ONE.over(Exact.integer(10 ** scoreDecimals)));
}

/** One person's month: the parts under each plan, and what they come to. */
class PersonRun {
  private readonly parts: readonly PartRun[];

  constructor(
    private readonly context: MonthContext,
    private readonly person: Person,
    private readonly days: readonly number[],
    private readonly found: readonly Issue[],
  ) {
    const { month } = context.book;
    this.parts = daysByPlan(person, days).map(
      (part) =>
        new PartRun(context, subjectOf(person, month, part.days, { lenient: false, employed: days.length })),
    );
  }

  /** The person on all the days of the month, whatever the plans. */
  subject(): Subject {
    const [only] = this.parts;
    if (only && this.parts.length === 1) return only.subject;
    const { person, days } = this;
    return subjectOf(person, this.context.book.month, days, { lenient: false, employed: days.length });
  }

  /** What team values of other people's pay may ask for. */
  earnings(): Earnings {
    return {
      score: () =>
        this.score() ?? failure("plan-without-scoring", { plan: this.parts[0]?.subject.plan ?? "" }),
      gates: () => true,
      component: (key) => this.component(key),
    };
  }

  private component(key: string): Value | null {
    const amounts = this.parts.map((part) => part.sheet.component(key)).filter((amount) => amount !== null);
    const failed = amounts.find((amount) => amount instanceof Failure);
    if (failed || amounts.length === 0) return failed ?? null;
    return Exact.sum(amounts.filter((amount) => amount instanceof Exact));
  }

  /** The parts' scores weighed by days, rounded; null where no plan of the month scores. */
  private score(): Value | null {
    const scored = this.parts.filter((part) => part.hasScore());
    const [only] = scored;
    if (!only) return null;
    if (scored.length === 1) return only.score();
    const failed = scored.map((part) => part.score()).find((score) => !(score instanceof Exact));
    if (failed !== undefined) return failed;
    const days = Exact.integer(scored.reduce((sum, part) => sum + part.subject.days.length, 0));
    const weighed = scored.map((part) => {
      const score = part.score();
      return score instanceof Exact ? score.times(Exact.integer(part.subject.days.length)) : Exact.ZERO;
    });
    return roundScore(this.context.book, Exact.sum(weighed).over(days));
  }

  result(): Omit<PersonResult, "issues"> {
    const lines = this.parts.flatMap((part) => part.sheet.lines());
    const adjusted = this.adjustments();
    const problems = this.problems([...lines, ...adjusted]);
    const pay = [...lines, ...adjusted].filter((line): line is PayLine => !(line instanceof Failure));
    const total = Exact.sum(pay.map((line) => line.amount));
    if (problems.length === 0 && total.sign() < 0) problems.push(this.negativeTotal());
    const held = problems.length > 0;
    if (held) this.context.ledger.addAll(problems, [this.person.name]);
    else this.context.ledger.addAll(payWarnings(this.context, this.person, this.days, pay));
    for (const { plan, subject } of this.parts)
      if (!plan) this.context.ledger.addAll(unreadWithoutPlan(this.context, subject));
    const rounded = held ? null : this.score();
    const score = rounded instanceof Exact ? rounded : null;
    const items = this.parts.flatMap((part) => part.scored()?.items ?? []);
    if (!held) this.context.ledger.addAll(partMonthNotes(this.context, this.person, items, pay));
    return {
      ...this.identity(),
      score,
      held,
      ...this.review(score, held),
      items,
      parts: this.parts.map((part) => part.result()),
      pay: held ? [] : pay,
      total: held ? null : total,
    };
  }

  /** The quarter's review, which HR is told of. */
  private review(score: Exact | null, held: boolean): Pick<PersonResult, "gradeReview"> {
    const { context, person, days } = this;
    const gradeReview = reviewPerson(context, person, { days, score, held });
    if (!gradeReview) return {};
    context.ledger.add(reviewIssue(context, person, days, gradeReview));
    context.ledger.addAll(partMonthIssues(person, days, gradeReview));
    return { gradeReview };
  }

  private identity() {
    const row = lastAssignment(this.person, this.days);
    return {
      person: this.person.name,
      team: row?.team ?? "",
      manager: row?.manager ?? "",
      plan: row?.plan ?? "",
      grade: row?.grade ?? "",
      days: this.days.length,
    };
  }

  private problems(lines: readonly (PayLine | Failure)[]): Issue[] {
    const staff = rowsOn(this.person, this.days).flatMap((row) => row.unreadable);
    const parts = this.parts.flatMap((part) => part.problems());
    const pay = lines.flatMap((line) => (line instanceof Failure ? issuesOf(line) : []));
    return [...this.person.problems, ...staff, ...this.found, ...parts, ...pay];
  }

  private negativeTotal(): Issue {
    return issueAt("error", "total-below-zero", lastAssignment(this.person, this.days)?.place ?? null, {
      person: this.person.name,
    });
  }

  private adjustments(): (PayLine | Failure)[] {
    return this.context.book.adjustments
      .filter((row) => personKey(row.person) === this.person.key)
      .map(adjustmentLine);
  }
}

/** An adjustment is a line of its own, rounded to the cent and never pro-rated (READINGS 3.22). */
function adjustmentLine(row: Adjustment): PayLine | Failure {
  if (row.problems.length > 0 || row.amount === null) return failureFrom(row.problems);
  const amount = row.amount.round(Exact.CENT);
  return {
    component: row.component,
    label: { en: row.component, zh: row.component },
    amount,
    from: "adjustment",
    due: true,
    reason: row.reason,
    plan: "",
    place: row.place,
    trace: () => null,
    conditionTrace: () => null,
    unrounded: row.amount.equals(amount) ? null : row.amount,
  };
}
