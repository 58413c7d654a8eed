/** A month with everything taken away that a reader may not see: the base of every shared file. */
import type { Diagnosis, MonthDiagnosis } from "../engine/diagnosis";
import { Exact } from "../engine/exact";
import type { Facts } from "../engine/facts";
import { type ClosedMonth, closedMonths } from "../engine/history";
import { nameKey, personKey } from "../engine/name";
import type { Plan, RuleBook } from "../engine/plan";
import type { ItemResult, PayLine, PersonResult } from "../engine/result";
import type { Roster } from "../engine/roster";
import type { Origin, Trace } from "../engine/trace";
import type { CheckedTab, MonthView } from "../report/view";

/** Whom a file may show, and which figures over several people it may show with them. */
export interface Allowed {
  /** Names as on Staff. */
  readonly people: readonly string[];
  /** `personKey` of teams of three and more of which nobody unseen is part: only their figures are shown. */
  readonly wholeTeams: ReadonlySet<string>;
  /** False for fewer than three teams: a shop's figure then tells one team what the other has. */
  readonly shop: boolean;
  readonly pay: boolean;
}

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

/** Closed months without the components of any plan: what was paid is no figure of a scorecard. */
export function closedWithoutPay(closed: ClosedMonth | null, { plans }: RuleBook): ClosedMonth | null {
  const paid = new Set(
    [...plans.values()].flatMap(({ pay }) => pay.map(({ component }) => nameKey(component))),
  );
  const bare = closedMonths(closed).map(({ month, people }) => ({
    month,
    people: new Map([...people].map(([key, person]) => [key, unpaid(person, paid)])),
  }));
  const [latest, ...earlier] = bare;
  return latest ? { ...latest, earlier } : null;
}

function unpaid<Person extends { readonly values: ReadonlyMap<string, unknown> }>(
  person: Person,
  paid: ReadonlySet<string>,
): Person {
  const values = [...person.values].filter(([key]) => !paid.has(key) && key !== "base");
  return { ...person, values: new Map(values) };
}

/**
 * The month with these people only. Everything that points elsewhere is gone: issues, cells and rows
 * of other tabs, team figures in which somebody unseen counts, colleagues' names, how far the other
 * teams' data reach. To be called with a view computed without pay where `pay` is false.
 */
export function restrictTo(view: MonthView, allowed: Allowed): MonthView {
  const { result } = view;
  const listed = new Set(allowed.people);
  const people = result.people
    .filter(({ person }) => listed.has(person))
    .map((person) => restrictPerson(person, allowed));
  const totals = people.flatMap(({ total }) => (total && allowed.pay ? [total] : []));
  return {
    lang: view.lang,
    checked: [lastDayOf(result.facts, people)],
    result: {
      month: result.month,
      state: result.state,
      people,
      total: Exact.sum(totals),
      teamFigures: [],
      issues: [],
      facts: { tabs: [], measures: new Map() },
      diagnosis: restrictDiagnosis(result.diagnosis, people, allowed),
    },
  };
}

/** How far these people's own facts reach, in the form of a pasted tab without a name. */
function lastDayOf(facts: Facts, people: readonly PersonResult[]): CheckedTab {
  const keys = people.map(({ person }) => personKey(person));
  let last: number | null = null;
  for (const { byPerson } of facts.measures.values()) {
    for (const key of keys) for (const day of byPerson.get(key)?.days ?? []) last = Math.max(last ?? 0, day);
  }
  return {
    tab: "",
    as: "agent-day",
    columns: [],
    firstDay: null,
    lastDay: last,
    rowsRead: 0,
    rowsLeftOut: [],
  };
}

function restrictPerson(person: PersonResult, allowed: Allowed): PersonResult {
  const { pay, total, parts, score, held, days } = person;
  const items = (list: readonly ItemResult[]) =>
    list.map((item) => restrictItem(item, personKey(person.team), allowed));
  return {
    person: person.person,
    team: person.team,
    manager: "",
    plan: person.plan,
    grade: allowed.pay ? person.grade : "",
    days,
    score,
    held,
    items: items(person.items),
    parts: parts.map((part) => ({ ...part, items: items(part.items) })),
    pay: allowed.pay ? pay.map(restrictLine) : [],
    total: allowed.pay ? total : null,
    issues: [],
  };
}

/** A line with its amount alone: its arithmetic and an adjustment's reason name other people and tabs. */
function restrictLine(line: PayLine): PayLine {
  const { component, label, amount, from, due, plan } = line;
  return {
    component,
    label,
    amount,
    from,
    due,
    plan,
    reason: "",
    place: NOWHERE,
    trace: () => null,
    conditionTrace: () => null,
    unrounded: null,
  };
}

const NOWHERE = { tab: "" };

/** An item without its places; only its points where a figure of unseen people stands behind it. */
function restrictItem(item: ItemResult, team: string, allowed: Allowed): ItemResult {
  const trace = item.trace();
  const hit = item.hit && { ...item.hit, place: null };
  // A computed target, "team best + 5 %" say, tells what unseen people reached.
  const isOthers = item.isTargetComputed === true && !(allowed.shop && allowed.wholeTeams.has(team));
  if (!isOthers && !hidesFigures(trace, team, allowed))
    return { ...item, hit, place: NOWHERE, trace: () => trace && bareTrace(trace) };
  const none = { value: null, target: null, attainment: null, hit: null };
  return { ...item, ...none, metric: "", place: NOWHERE, trace: () => HIDDEN };
}

/** What an item shows whose figures are hidden. */
const HIDDEN: Trace = { kind: "literal", text: "–", value: "–" };

function hidesFigures(trace: Trace | null, team: string, { shop, wholeTeams }: Allowed): boolean {
  if (!trace) return false;
  return (!shop && uses(trace, /^SHOP\./)) || (!wholeTeams.has(team) && uses(trace, /^TEAM\./));
}

/** Whether a function of this kind stands anywhere in the arithmetic, the metrics' own included. */
function uses(trace: Trace, name: RegExp): boolean {
  if (trace.kind === "literal") return false;
  const formula = trace.kind === "operator" ? undefined : trace.origin.formula;
  if (formula && uses(formula, name)) return true;
  if (trace.kind === "name") return false;
  // The arithmetic of a closed month is not kept: PREVIOUS may be of a team's figure.
  const isOurs = trace.kind === "call" && (name.test(trace.name) || trace.name === "PREVIOUS");
  return isOurs || trace.operands.some((one) => uses(one, name));
}

/** The same arithmetic without cells, rows and colleagues. */
function bareTrace(trace: Trace): Trace {
  switch (trace.kind) {
    case "literal":
      return trace;
    case "operator":
      return { ...trace, operands: trace.operands.map(bareTrace) };
    case "name":
      return { ...trace, origin: bareOrigin(trace.origin) };
    case "call":
      return {
        ...trace,
        operands: trace.operands.map(bareTrace),
        origin: { ...bareOrigin(trace.origin), ...heads(trace.name, trace.origin) },
        hits: trace.hits.map((hit) => ({ ...hit, place: null })),
      };
  }
}

function bareOrigin({ formula }: Origin): Origin {
  return formula ? { formula: bareTrace(formula) } : {};
}

/** How many count in a team's figure, without their names; how many a shop has is nobody's business. */
function heads(name: string, { members }: Origin): Origin {
  if (!members || name.startsWith("SHOP.")) return {};
  return { members: members.map(({ weight }) => ({ person: "", weight })) };
}

function restrictDiagnosis(
  diagnosis: MonthDiagnosis,
  people: readonly PersonResult[],
  allowed: Allowed,
): MonthDiagnosis {
  const byName = new Map(people.map((person) => [person.person, person]));
  return {
    of: (name) => {
      const person = byName.get(name);
      const found = person ? diagnosis.of(name) : null;
      return person && found ? restrictWords(found, person, allowed) : null;
    },
    teams: () => diagnosis.teams().filter(({ team }) => allowed.wholeTeams.has(personKey(team))),
  };
}

/** A diagnosis without what compares with unseen people, and without figures that the items hide. */
function restrictWords(diagnosis: Diagnosis, person: PersonResult, { wholeTeams }: Allowed): Diagnosis {
  const hidden = new Set(person.items.filter(({ trace }) => trace() === HIDDEN).map(({ item }) => item));
  const shown = ({ item }: { readonly item: string }) => !hidden.has(item);
  const lost = diagnosis.lost.map((one) => (shown(one) ? one : { ...one, metric: "", value: null }));
  const trend = diagnosis.trend && { ...diagnosis.trend, moves: diagnosis.trend.moves.filter(shown) };
  if (wholeTeams.has(personKey(person.team)))
    return { ...diagnosis, lost, trend, behind: diagnosis.behind.filter(shown) };
  return { ...diagnosis, lost, trend, behind: [], selling: null, losses: [], weakest: lost[0] ?? null };
}
