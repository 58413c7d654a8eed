import { Failure, type Problem } from "./formula/value";
import { holding, type Issue, issueAt, type Place } from "./issue";

function identity(issue: Issue): string {
  return JSON.stringify([issue.severity, issue.code, issue.tab, issue.cell, issue.found, issue.values]);
}

const SEVERITY_ORDER = { error: 0, warning: 1, info: 2 } as const;

/** Collects issues: the same issue for many people is one, which names them all. */
export class Ledger {
  private readonly issues = new Map<string, Issue>();

  add(issue: Issue, people: readonly string[] = []): void {
    const key = identity(issue);
    const known = this.issues.get(key);
    this.issues.set(key, holding(known ?? issue, [...(issue.holds ?? []), ...people]));
  }

  addAll(issues: readonly Issue[], people: readonly string[] = []): void {
    for (const issue of issues) this.add(issue, people);
  }

  /** Errors first, then by tab and cell; without `holds` where nobody is held. */
  list(): Issue[] {
    return [...this.issues.values()]
      .map(({ holds, ...issue }) => (holds && holds.length > 0 ? { ...issue, holds } : issue))
      .map((issue) => ({ issue, key: sortKey(issue) }))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
      .map(({ issue }) => issue);
  }
}

const WIDTH = 9;

/** Text that orders issues by severity, tab, row and column; those without a place come last. */
function sortKey({ severity, tab = "\uffff", cell = "" }: Issue): string {
  const [, column = "", row = ""] = /^([A-Z]*)(\d*)/.exec(cell) ?? [];
  return [SEVERITY_ORDER[severity], tab, row.padStart(WIDTH, "0"), column.padStart(WIDTH)].join("\n");
}

/** The issue of a problem: its own, else one at the place of the formula that met it. */
export function issueOf(problem: Problem, place: Place | null): Issue {
  return problem.issue ?? issueAt("error", problem.code, place, problem.values);
}

/** A failure whose problems all carry an issue, so that they keep their place on the way up. */
export function placed(failed: Failure, place: Place | null, formula?: string): Failure {
  return new Failure(
    failed.problems.map((problem) => {
      if (problem.issue) return problem;
      const values = formula === undefined ? problem.values : { formula, ...problem.values };
      const found = formula;
      return { ...problem, values, issue: issueAt("error", problem.code, place, values, found) };
    }),
  );
}

/** A failure from issues that exist already. */
export function failureFrom(issues: readonly Issue[]): Failure {
  return new Failure(issues.map((issue) => ({ code: issue.code, values: issue.values ?? {}, issue })));
}
