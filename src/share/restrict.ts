/** A month with everything taken away that a reader may not see: the base of every shared file. */
import type { Diagnosis, MonthDiagnosis, TeamSummary } from "../engine/diagnosis";
import { Exact } from "../engine/exact";
import type { Facts } from "../engine/facts";
import { issueAt } from "../engine/issue";
import { nameKey, personKey } from "../engine/name";
import type { RuleBook } from "../engine/plan";
import type { ItemResult, PayLine, PersonResult } from "../engine/result";
import type { Origin, Trace } from "../engine/trace";
import type { CheckedTab, MonthView } from "../report/view";

/** How much of one person's figures a file may show. */
export interface Sight {
  /** All the person's teams of the month are whole: their figures are shown. */
  readonly team: boolean;
  /** The team of the month's last day is the reader's, so that its name may be shown. */
  readonly home: boolean;
  /** The closed months were worked in the reader's teams. */
  readonly past: boolean;
  /** Figures over several people of the last closed month may be shown: nobody unseen stands behind them. */
  readonly pastTeam: boolean;
  /**
   * `nameKey` of the plans with days in another team, which are not the reader's to see, nor is
   * anything of the month as a whole; null for who was in the reader's teams all month.
   */
  readonly away: ReadonlySet<string> | null;
  /** The closed months, `2026-10`, whose corrections are the reader's to see: all days were under this manager. */
  readonly corrections: ReadonlySet<string>;
}

/** Of whom nothing is known, nothing but their own figures is shown. */
const BLIND: Sight = {
  team: false,
  home: true,
  past: false,
  pastTeam: false,
  away: null,
  corrections: new Set(),
};

/** Whom a file may show, and which figures over several people it may show with them. */
export interface Allowed {
  /** Names as on Staff. */
  readonly people: readonly string[];
  /** `personKey` of teams of three and more of which nobody unseen is part: only their figures are shown. */
  readonly wholeTeams: ReadonlySet<string>;
  /** By the name on Staff. */
  readonly sights: ReadonlyMap<string, Sight>;
  /** False for fewer than three teams: a shop's figure then tells one team what the other has. */
  readonly shop: boolean;
  readonly asks: { readonly targets: Asked; readonly any: Asked };
  readonly pay: boolean;
}

/** What formulas ask of other people, by the names of the functions in their texts. */
interface Asked {
  readonly team: boolean;
  readonly shop: boolean;
  readonly past: boolean;
  /** PREVIOUS of a team's or the shop's figure. */
  readonly pastTeam: boolean;
  /** The shop's best or a rank in it. */
  readonly shopBest: boolean;
}

/** What computed targets may ask of other people, and what any formula of the month may, where arithmetic does not tell. */
export function asksOf({
  targets,
  metrics,
  plans,
}: Pick<RuleBook, "targets" | "metrics" | "plans">): Allowed["asks"] {
  const computed = targets.flatMap(({ value }) => (value instanceof Exact ? [] : [value.text]));
  const named = metrics.flatMap(({ formula }) => formula?.text ?? []);
  const items = [...plans.values()].flatMap(({ scorecards }) =>
    [...scorecards.values()].flatMap((scorecard) => scorecard.items),
  );
  const scored = items.flatMap(({ formula }) => formula?.text ?? []);
  return {
    targets: askedIn(computed.length > 0 ? [...computed, ...named] : []),
    any: askedIn([...computed, ...named, ...scored]),
  };
}

function askedIn(formulas: readonly string[]): Asked {
  const text = formulas.join("\n").normalize("NFKC");
  return {
    team: /TEAM\s*\./i.test(text),
    shop: /SHOP\s*\./i.test(text),
    past: /PREVIOUS/i.test(text),
    pastTeam: /PREVIOUS\s*\(\s*(?:TEAM|SHOP)\s*\./i.test(text),
    shopBest: /SHOP\s*\.\s*(?:BEST|RANK)/i.test(text),
  };
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
    checked: [lastDayOf(result.facts, people, allowed)],
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
function lastDayOf(facts: Facts, people: readonly PersonResult[], allowed: Allowed): CheckedTab {
  const keys = people.flatMap(({ person }) => (sightOf(person, allowed).away ? [] : [personKey(person)]));
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

function sightOf(person: string, { sights }: Allowed): Sight {
  return sights.get(person) ?? BLIND;
}

function restrictPerson(person: PersonResult, allowed: Allowed): PersonResult {
  const sight = sightOf(person.person, allowed);
  const items = (list: readonly ItemResult[]) => list.map((item) => restrictItem(item, sight, allowed));
  const parts = person.parts.map((part) => ({ ...part, items: items(part.items) }));
  const team = sight.home ? person.team : "";
  const common = { person: person.person, team, manager: "", plan: person.plan };
  if (sight.away) return { ...common, ...stayOf(parts, sight.away) };
  const { score, held, days } = person;
  const { pay, total, isCut } = shownPay(person, allowed);
  return {
    ...common,
    grade: allowed.pay ? person.grade : "",
    days,
    score,
    held,
    items: items(person.items),
    parts,
    pay: pay.map(restrictLine),
    total,
    issues: isCut ? [issueAt("warning", "share.correction-elsewhere", null)] : [],
  };
}

/** What of somebody's pay a file shows. */
interface ShownPay {
  readonly pay: readonly PayLine[];
  readonly total: PersonResult["total"];
  /** Corrections are left out, and the total with them: the difference would tell them. */
  readonly isCut: boolean;
}

/**
 * The lines and the total that stand in a file. Corrections of months under other managers do not, nor do
 * others beside them: one limit holds for all that is taken back, so that one amount tells of the other.
 */
export function shownPay(
  { person, pay, total }: Pick<PersonResult, "person" | "pay" | "total">,
  allowed: Allowed,
): ShownPay {
  const { away, corrections } = sightOf(person, allowed);
  if (!allowed.pay || away) return { pay: [], total: null, isCut: false };
  const isCut = pay.some(
    ({ from, correction }) => from === "correction" && !corrections.has(correction?.origin ?? ""),
  );
  if (!isCut) return { pay, total, isCut };
  return { pay: pay.filter(({ from }) => from !== "correction"), total: null, isCut };
}

/**
 * Somebody who was in another team for part of the month: of plans that held in the reader's teams
 * alone the items and the score are shown, of the month as a whole nothing.
 */
function stayOf(
  all: PersonResult["parts"],
  away: ReadonlySet<string>,
): Omit<PersonResult, "person" | "team" | "manager" | "plan"> {
  const parts = all.filter(({ plan }) => !away.has(nameKey(plan)));
  const [only] = parts;
  return {
    grade: "",
    days: parts.reduce((sum, { days }) => sum + days, 0),
    score: only && parts.length === 1 ? only.score : null,
    held: false,
    items: parts.flatMap((part) => part.items),
    parts,
    pay: [],
    total: null,
    issues: [issueAt("warning", "share.elsewhere", null)],
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
function restrictItem(item: ItemResult, sight: Sight, allowed: Allowed): ItemResult {
  const trace = item.trace();
  const hit = item.hit && { ...item.hit, place: null };
  const isTold = item.isTargetComputed === true && hidesTargets(sight, allowed);
  if (!isTold && !hidesFigures(trace, sight, allowed))
    return { ...item, hit, place: NOWHERE, trace: () => trace && bareTrace(trace) };
  const none = { value: null, target: null, attainment: null, hit: null };
  return { ...item, ...none, metric: "", place: NOWHERE, trace: () => HIDDEN };
}

/** What an item shows whose figures are hidden. */
const HIDDEN: Trace = { kind: "literal", text: "–", value: "–" };

/** A computed target, "team best + 5 %" say, tells what unseen people reached, now or in the closed month. */
function hidesTargets(sight: Sight, { shop, asks: { targets } }: Allowed): boolean {
  return (
    (targets.team && !sight.team) ||
    (targets.shop && !shop) ||
    (targets.past && !(sight.past && sight.pastTeam)) ||
    targets.shopBest
  );
}

/** The arithmetic of a closed month is not kept: PREVIOUS may be of any figure that some formula asks of it. */
function hidesPast({ team, past, pastTeam }: Sight, { shop, asks: { any } }: Allowed): boolean {
  return !past || (any.pastTeam && (!(shop && team && pastTeam) || any.shopBest));
}

function hidesFigures(trace: Trace | null, sight: Sight, allowed: Allowed): boolean {
  const { shop } = allowed;
  const hides = (name: string) =>
    // Another team's best and a rank among all are nobody's, however many teams there are (DESIGN 11).
    /^SHOP\.(?:BEST|RANK)$/.test(name) ||
    (!shop && name.startsWith("SHOP.")) ||
    (!sight.team && name.startsWith("TEAM.")) ||
    (name === "PREVIOUS" && hidesPast(sight, allowed)) ||
    (/^(?:TARGET|ATTAINMENT)$/.test(name) && hidesTargets(sight, allowed));
  return trace !== null && uses(trace, hides);
}

/** Whether such a function stands anywhere in the arithmetic, the metrics' own included. */
function uses(trace: Trace, hides: (name: string) => boolean): boolean {
  if (trace.kind === "literal") return false;
  const formula = trace.kind === "operator" ? undefined : trace.origin.formula;
  if (formula && uses(formula, hides)) return true;
  if (trace.kind === "name") return false;
  return (trace.kind === "call" && hides(trace.name)) || trace.operands.some((one) => uses(one, hides));
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
      const sight = sightOf(name, allowed);
      const found = person && !sight.away ? diagnosis.of(name) : null;
      return person && found ? restrictWords(found, person, sight) : null;
    },
    teams: () =>
      diagnosis
        .teams()
        .filter(({ team }) => allowed.wholeTeams.has(personKey(team)))
        .map((team) => withoutHidden(team, people)),
  };
}

function hiddenItems(people: readonly PersonResult[]): ReadonlySet<string> {
  const items = people.flatMap((person) => person.items);
  return new Set(items.filter(({ trace }) => trace() === HIDDEN).map(({ item }) => nameKey(item)));
}

/** A team's line without the items whose figures its people do not show. */
function withoutHidden(summary: TeamSummary, people: readonly PersonResult[]): TeamSummary {
  const hidden = hiddenItems(people.filter(({ team }) => personKey(team) === personKey(summary.team)));
  return { ...summary, metrics: summary.metrics.filter(({ item }) => !hidden.has(nameKey(item))) };
}

/** A diagnosis without what compares with unseen people, and without figures that the items hide. */
function restrictWords(diagnosis: Diagnosis, person: PersonResult, sight: Sight): Diagnosis {
  const hidden = hiddenItems([person]);
  const shown = ({ item }: { readonly item: string }) => !hidden.has(nameKey(item));
  const lost = diagnosis.lost.map((one) => (shown(one) ? one : { ...one, metric: "", value: null }));
  const moves = diagnosis.trend?.moves.filter(shown) ?? [];
  const trend = sight.past && diagnosis.trend ? { ...diagnosis.trend, moves } : null;
  const behind = sight.team ? diagnosis.behind.filter(shown) : [];
  const { selling, losses } = sight.team ? diagnosis : { selling: null, losses: [] };
  return { ...diagnosis, lost, trend, behind, selling, losses, weakest: lost[0] ?? behind[0] ?? null };
}
