import { isoOfDay } from "../engine/calendar";
import { dataAsOf, sourcesOf } from "../engine/coverage";
import type { Issue } from "../engine/issue";
import type { PersonResult, RunResult } from "../engine/result";
import { type Lang, label } from "../text/labels";
import { renderIssue } from "../text/render";
import type { CheckedTab } from "./view";

/** The errors that hold a person; none for who is not held. Errors that only name the person come last. */
export function holdingErrors({ held, person, issues }: PersonResult): Issue[] {
  if (!held) return [];
  const errors = issues.filter((issue) => issue.severity === "error");
  const holds = (issue: Issue) => issue.holds?.includes(person) === true;
  return [...errors.filter(holds), ...errors.filter((issue) => !holds(issue))];
}

/** The errors that hold a person, in words. */
export function holdReasons(person: PersonResult, lang: Lang): string[] {
  return holdingErrors(person).map((issue) => renderIssue(issue, lang));
}

/**
 * The warnings that name a person, in words. What is for HR alone is left out, unless the reader is
 * HR: scorecards and payslips are read by agents and their managers.
 */
export function warningsOf(
  person: PersonResult,
  lang: Lang,
  reader: "everybody" | "hr" = "everybody",
): string[] {
  return person.issues
    .filter((issue) => issue.severity === "warning" && (reader === "hr" || issue.audience !== "hr"))
    .map((issue) => renderIssue(issue, lang));
}

/** The line under a tab's title: month, state, people, held, and how far the data reach. */
export function stateLine(result: RunResult, checked: readonly CheckedTab[], lang: Lang): string {
  const held = result.people.filter((person) => person.held).length;
  const parts = [
    label("stateLine", lang, {
      month: result.month.text,
      state: label(result.state, lang),
      people: result.people.length,
      held,
    }),
  ];
  const lastDay = latestDay(result, checked);
  if (lastDay !== null) parts.push(label("dataAsOf", lang, { d: isoOfDay(lastDay) }));
  return parts.join(" · ");
}

/**
 * The day up to which every source of figures reaches (`dataAsOf` of the engine); null where no pasted
 * tab has dates.
 */
export function latestDay(result: RunResult, checked: readonly CheckedTab[]): number | null {
  return dataAsOf(sourcesOf(checked, result.month));
}

/** How many issues there are of each severity. */
export function countIssues(issues: readonly Issue[]): { errors: number; warnings: number } {
  const count = (severity: Issue["severity"]) => issues.filter((issue) => issue.severity === severity).length;
  return { errors: count("error"), warnings: count("warning") };
}
