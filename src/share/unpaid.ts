/** Rules and closed months without pay: a month computed by them cannot depend on it. */
import { type ClosedMonth, closedMonths } from "../engine/history";
import { nameKey } from "../engine/name";
import { meaningOf } from "../engine/names";
import type { Plan, RuleBook } from "../engine/plan";
import type { Roster } from "../engine/roster";

/**
 * The rules without pay: no components, no base pay, no adjustments. What is computed by them
 * cannot depend on pay; a score that a formula takes from base pay has no figure then.
 */
export function bookWithoutPay(book: RuleBook): RuleBook {
  const plans = new Map([...book.plans].map(([key, plan]) => [key, planWithoutPay(plan)]));
  return {
    ...book,
    plans,
    roster: rosterWithoutPay(book.roster),
    adjustments: [],
    grades: book.grades.map((grade) => ({ ...grade, basePay: null })),
    settings: { ...book.settings, minimumWage: null, deductionLimit: null, probationPay: null },
  };
}

function planWithoutPay(plan: Plan): Plan {
  const problems = plan.problems.filter(({ code }) => code !== "plan-without-pay");
  return { ...plan, pay: [], problems };
}

function rosterWithoutPay({ people, byAccount }: Roster): Roster {
  const bare = new Map(
    people.map((person) => [
      person,
      { ...person, assignments: person.assignments.map((row) => ({ ...row, basePay: null })) },
    ]),
  );
  const of = (list: Roster["people"]) => list.map((person) => bare.get(person) ?? person);
  return {
    people: of(people),
    byAccount: new Map([...byAccount].map(([account, owners]) => [account, of(owners)])),
  };
}

/**
 * Closed months with their scores and the figures of metrics and measures alone. A component that was
 * renamed or removed since is in no plan of today, so what History holds is shown only where it is known
 * to be no pay.
 */
export function closedWithoutPay(closed: ClosedMonth | null, book: RuleBook): ClosedMonth | null {
  const paid = new Set(
    [...book.plans.values()].flatMap(({ pay }) => pay.map(({ component }) => nameKey(component))),
  );
  const isShown = (key: string) => !paid.has(key) && isFigure(book, key);
  const bare = closedMonths(closed).map(({ month, people }) => ({
    month,
    people: new Map([...people].map(([key, person]) => [key, unpaid(person, isShown)])),
  }));
  const [latest, ...earlier] = bare;
  return latest ? { ...latest, earlier } : null;
}

/** How History calls what a metric's target was and what was reached of it. */
const OF_METRIC = /^(?:target|attainment)\((.*)\)$/;

/** Whether a name of History is the score or a metric's, a measure's or a manual metric's own. */
function isFigure(book: RuleBook, key: string): boolean {
  if (key === "score") return true;
  const name = OF_METRIC.exec(key)?.[1] ?? key;
  const meaning = meaningOf(book, name, null);
  switch (meaning.kind) {
    case "metric":
      return nameKey(meaning.metric.name) === name;
    case "measure":
    case "manual":
      return meaning.key === name;
    default:
      return false;
  }
}

function unpaid<Person extends { readonly values: ReadonlyMap<string, unknown> }>(
  person: Person,
  isShown: (key: string) => boolean,
): Person {
  const values = [...person.values].filter(([key]) => isShown(key));
  return { ...person, values: new Map(values) };
}
