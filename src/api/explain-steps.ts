/** The first two steps of an explanation: the data and the rules behind a figure, with the way to each of them. */
import { Exact } from "../engine/exact";
import { unpackCell } from "../engine/facts";
import { cellName, type Place } from "../engine/issue";
import { nameKey } from "../engine/name";
import type { Unit } from "../engine/plan";
import type { PersonResult } from "../engine/result";
import type { MemberTrace, RuleHit, Trace } from "../engine/trace";
import { amount } from "../report/amounts";
import {
  type CallTrace,
  callName,
  measuredText,
  type NameTrace,
  nameOf,
  unitOfLookUp,
  unitOfTrace,
  withUnit,
} from "../report/explain-names";
import { answerWord } from "../text/answers";
import { explainWord } from "../text/explain-words";
import { fillTemplate, type Lang } from "../text/labels";
import type { CellLink, ExplainAnswer, ExplainMember, ExplainPart, ExplainTeam } from "./contract";
import type { Desk } from "./desk";
import type { FigureCells } from "./figure-cells";
import { shownResult, thresholdText } from "./lookups";

const MOST_LINKS = 20;
const MOST_MEMBERS = 50;

/** What the steps are made of. */
export interface Used {
  readonly person: PersonResult;
  readonly traces: readonly Trace[];
  /** Thresholds that the values of the traces were compared with. */
  readonly edges?: readonly Exact[];
  /** Rows of rule tabs that were used, with their names. */
  readonly places: readonly { readonly text: string; readonly place: Place }[];
}

/** What the steps look things up in, and whether they list the members of team values. */
export interface Lookups {
  readonly desk: Desk;
  readonly cells: FigureCells;
  readonly members: boolean;
}

/** The steps "data" and "rule", and the team values among the data. */
export type Steps = Pick<ExplainAnswer, "data" | "rule" | "team">;

/** Every input and rule of a figure, each once. */
export function stepsOf({ person, traces, places, edges }: Used, lookups: Lookups): Steps {
  const gathering = new Gathering(lookups, person);
  for (const trace of traces) gathering.add(trace, edges);
  const rows = places.map(({ text, place }) => ({ text, ...links([place]) }));
  return {
    data: once(gathering.data),
    rule: once([...gathering.rule, ...rows]),
    team: [...new Map(gathering.team.map((one) => [one.figure, one])).values()],
  };
}

function once(parts: readonly ExplainPart[]): ExplainPart[] {
  return [...new Map(parts.map((part) => [`${part.text}\n${JSON.stringify(part.links)}`, part])).values()];
}

/** Places as cells to go to; `more` counts those that are left out. */
export function links(places: readonly Place[], more = 0): Pick<ExplainPart, "links" | "more"> {
  const cells = places.flatMap(({ tab, row, column }): CellLink[] =>
    row === undefined ? [] : [{ tab, cell: cellName(row, column) }],
  );
  return { links: cells, more };
}

/** What the traces of one person's figure show. */
class Gathering {
  readonly data: ExplainPart[] = [];
  readonly rule: ExplainPart[] = [];
  readonly team: ExplainTeam[] = [];

  private readonly desk: Desk;
  private readonly cells: FigureCells;

  constructor(
    private readonly lookups: Lookups,
    private readonly person: PersonResult,
  ) {
    this.desk = lookups.desk;
    this.cells = lookups.cells;
  }

  /** `edges`: thresholds that the values shown were compared with. */
  add(trace: Trace, edges: readonly Exact[] = []): void {
    if (trace.kind === "literal") return;
    if (trace.kind === "name") {
      this.addName(trace, edges);
      return;
    }
    if (trace.kind === "call") this.addCall(trace, edges);
    const own = trace.kind === "call" ? trace.hits[0]?.edges : undefined;
    for (const operand of trace.operands) this.add(operand, own ?? edges);
  }

  private addName(trace: NameTrace, edges: readonly Exact[]): void {
    const { lang } = this.desk;
    const name = nameOf(trace, lang);
    const value = measuredText(trace.value, trace.unit, lang, edges);
    const isNumber = trace.value instanceof Exact;
    const text = isNumber ? `${name} ${value}` : fillTemplate(explainWord("is", lang), { name, value });
    const next = this.nextOf(trace);
    this.data.push({ text, ...this.linksOf(trace), ...(next ? { next } : {}) });
    if (trace.origin.formula) this.add(trace.origin.formula, edges);
  }

  /** The cell of a figure that rules made: the score, or a line of pay above this one. */
  private nextOf({ name, origin }: NameTrace): CellLink | null {
    if (nameKey(name) === "score") return this.cells.score(this.person);
    if (origin.cells || origin.place || origin.formula) return null;
    const line = this.person.pay.find(
      ({ component, from }) => from === "plan" && nameKey(component) === nameKey(name),
    );
    return line ? this.cells.line(this.person, line) : null;
  }

  /** The cells that a value was read from: its own, else those of its formula. */
  private linksOf({ origin }: NameTrace): Pick<ExplainPart, "links" | "more"> {
    const { cells = [], place } = origin;
    if (place) return links([place]);
    const { tabs } = this.desk.view.result.facts;
    const places = cells.slice(0, MOST_LINKS).map((cell): Place => {
      const { tabIndex, row, column } = unpackCell(cell);
      return { tab: tabs[tabIndex] ?? "", row, column };
    });
    return links(places, Math.max(0, cells.length - MOST_LINKS));
  }

  private addCall(trace: CallTrace, edges: readonly Exact[]): void {
    const { lang } = this.desk;
    const { place, members } = trace.origin;
    const name = callName(trace, lang);
    const value = measuredText(trace.value, trace.unit, lang, edges);
    if (members) this.team.push(this.teamOf(trace, name, value));
    else if (place && trace.name === "TARGET")
      this.data.push({ text: `${name} ${value}`, ...links([place]) });
    else if (trace.name === "PREVIOUS") this.data.push({ text: `${name} ${value}`, ...links([]) });
    else if (trace.name === "ATTAINMENT") this.rule.push({ text: `${name} ${value}`, ...links([]) });
    const unit = unitOfLookUp(trace);
    for (const hit of trace.hits)
      this.rule.push({ text: hitWords(hit, unit, lang), ...links(hit.place ? [hit.place] : []) });
  }

  private teamOf({ origin: { members = [], each } }: CallTrace, figure: string, shown: string): ExplainTeam {
    const heads = Exact.sum(members.map(({ weight }) => weight)).toText(4);
    const count = String(members.length);
    const words = explainWord(heads === count ? "members" : "heads", this.desk.lang);
    const said = { figure, shown, heads: fillTemplate(words, { count, heads }) };
    if (!each || members.length === 0) return said;
    if (!this.lookups.members) return { ...said, canList: true };
    const all = each();
    const told = all.slice(0, MOST_MEMBERS).map((member) => this.memberOf(member));
    return { ...said, members: told, moreMembers: all.length - told.length };
  }

  private memberOf({ person, weight, trace }: MemberTrace): ExplainMember {
    const { lang, view } = this.desk;
    const value = measuredText(trace.value, unitOfTrace(trace), lang);
    const part = weight.equals(Exact.ONE) ? "" : answerWord("countsAs", lang, { heads: weight.toText(4) });
    const own = trace.kind === "name" ? trace : null;
    const found = own && nameKey(own.name) === "score" ? view.result.people : [];
    const result = found.find((one) => one.person === person);
    const next = result ? this.cells.score(result) : null;
    return {
      person,
      text: `${value}${part}`,
      ...(own ? this.linksOf(own) : links([])),
      ...(next ? { next } : {}),
    };
  }
}

/** A row of a table that was reached, in words: `commission: at least 120% → 0.4%`. */
export function hitWords(
  hit: RuleHit,
  unit: Unit | null,
  lang: Lang,
  result: string = shownResult(hit),
): string {
  const { when, threshold: from, table } = hit;
  const threshold = withUnit(
    unit === null && from ? amount(from, null) : thresholdText(hit, unit),
    unit,
    lang,
  );
  const condition = from
    ? fillTemplate(explainWord(when as "at least", lang), { threshold })
    : explainWord("otherwise", lang);
  return fillTemplate(explainWord("is", lang), { name: table, value: `${condition} → ${result}` });
}
