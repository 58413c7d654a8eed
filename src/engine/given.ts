/** Values that no formula makes: measures of the pasted data, days, and scores that somebody typed. */
import { type MonthContext, nothingFor } from "./context";
import { Exact } from "./exact";
import { Failure, failure, type Value } from "./formula/value";
import { issueAt } from "./issue";
import { failureFrom } from "./ledger";
import { isDayCount, measureValue, shareOf } from "./measure";
import type { Subject } from "./subject";
import type { Origin } from "./trace";

/** The value of a measure, a manual score or a count of days; no data where there is none. */
export function givenValue(context: MonthContext, subject: Subject, key: string, name: string): Value {
  const facts = context.facts.measures.get(key);
  if (facts?.shop && facts.byPerson.size === 0) return failure("shop-measure-only", { measure: facts.name });
  if (facts) return measureValue(facts, subject);
  if (context.book.manualNames.has(key)) return manualValue(context, subject, key, name);
  if (!isDayCount(key)) return nothingFor(name);
  warnOfMixedDays(context, name);
  return Exact.integer(subject.days.length);
}

/** One day count from data and another from the calendar do not divide: 31 calendar days ÷ 22 scheduled. */
function warnOfMixedDays(context: MonthContext, name: string): void {
  const other = [...context.facts.measures.keys()].find(isDayCount);
  if (other === undefined) return;
  context.ledger.add(issueAt("warning", "day-count-from-calendar", null, { name, other }));
}

/** The score that somebody typed for a subject; a failure where it was typed twice. */
export function manualValue(context: MonthContext, subject: Subject, key: string, name: string): Value {
  const rows = context.manualScores(subject, key);
  const [row, second] = rows;
  if (!row) return nothingFor(name);
  const problems = rows.flatMap((one) => one.problems);
  if (problems.length > 0) return failureFrom(problems);
  if (second) {
    const values = {
      person: row.person,
      metric: row.metric,
      other: `${second.place.tab}!${second.place.row ?? ""}`,
    };
    return failureFrom([issueAt("error", "manual-score-twice", row.place, values)]);
  }
  return row.value ?? nothingFor(name);
}

/** Where a measure's or manual score's value comes from. */
export function givenOrigin(context: MonthContext, subject: Subject, key: string): Origin {
  const facts = context.facts.measures.get(key);
  const share = facts ? shareOf(facts, subject) : null;
  if (share && !(share instanceof Failure)) return { cells: share.cells };
  const [row] = context.manualScores(subject, key);
  return row ? { place: row.place } : {};
}
