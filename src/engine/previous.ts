import { measuresBehind } from "./behind";
import type { MonthContext } from "./context";
import { Exact } from "./exact";
import type { FormulaNode } from "./formula/node";
import { failure, Nothing, type Value } from "./formula/value";
import { writeFormula } from "./formula/write";
import { nameKey, personKey } from "./name";
import { isComponent, meaningOf, unknownName } from "./names";
import type { Subject } from "./subject";
import { best, refuseQuotient } from "./team";

/**
 * PREVIOUS: the person's value in the previous closed month, or a team figure over that month's
 * people: its best or its sum. An average is refused, as History does not hold the heads of a
 * part-month. No data without a closed month.
 */
export function previousValue(context: MonthContext, subject: Subject, argument: FormulaNode): Value {
  const missing = new Nothing([`PREVIOUS(${writeFormula(argument)})`]);
  const { closed } = context;
  if (argument.kind === "name") {
    if (!isClosedName(context, argument.key))
      return failure("unknown-name", unknownName(context.book, argument));
    const value = closed?.people.get(subject.person.key)?.values.get(context.metricKey(argument.name));
    return value ?? missing;
  }
  const [inner] = argument.kind === "call" ? argument.operands : [];
  if (
    argument.kind !== "call" ||
    !/^(TEAM|SHOP)\.(BEST|SUM)$/.test(argument.name) ||
    inner?.kind !== "name"
  ) {
    return failure("previous-of-what", { argument: writeFormula(argument) });
  }
  const refused = refuseQuotient(context, argument.name.slice(5), argument, inner);
  if (refused) return refused;
  const unset = argument.name.endsWith("BEST") ? context.brokenSettings(["team_best_minimum"]) : null;
  if (unset) return unset;
  const values = closedValues(context, subject, argument.name, inner.name);
  if (values.length === 0) return missing;
  if (argument.name.endsWith("BEST")) return best(context, inner, values);
  return Exact.sum(values);
}

/**
 * The closed month's values of a name over the subject's team, or over the shop. For the best of a
 * quotient only people whose denominator reaches the Setting `team_best_minimum` count (DOMAIN A.12:
 * one lucky inquiry is no record); who has no denominator in History counts.
 */
function closedValues(context: MonthContext, subject: Subject, call: string, name: string): Exact[] {
  const key = context.metricKey(name);
  const people = [...(context.closed?.people.values() ?? [])];
  const team = personKey(subject.team);
  const counts = call.endsWith(".BEST") ? denominatorsOf(context, name) : [];
  const least = Exact.integer(context.book.settings.teamBestMinimum);
  return people
    .filter((person) => call.startsWith("SHOP.") || personKey(person.team) === team)
    .filter((person) => counts.every((count) => reaches(person.values.get(count), least)))
    .map((person) => person.values.get(key))
    .filter((value) => value instanceof Exact);
}

function reaches(count: Exact | string | undefined, least: Exact): boolean {
  return !(count instanceof Exact) || count.compare(least) >= 0;
}

/** Keys of the measures below the line of a metric `a/b`; none for a metric of another form. */
function denominatorsOf(context: MonthContext, name: string): string[] {
  const metric = context.book.metricsByName.get(nameKey(name));
  const node = metric?.formula?.node;
  if (!metric || node?.kind !== "operator" || node.operator !== "/") return [];
  const [, below] = node.operands;
  return below ? [...measuresBehind(context, below, metric)] : [];
}

/** Whether a closed month may have a value under a name: a metric, the score, or a component of any plan. */
export function isClosedName(context: MonthContext, key: string): boolean {
  if (meaningOf(context.book, key, null).kind !== "unknown" || isComponent(context.book, key)) return true;
  return [...(context.closed?.people.values() ?? [])].some(({ values }) => values.has(key));
}
