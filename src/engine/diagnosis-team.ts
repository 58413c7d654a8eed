import { measuresBehind, namesOf } from "./behind";
import type { Member, MonthContext } from "./context";
import { Exact } from "./exact";
import { evaluate } from "./formula/evaluate";
import type { CallNode, FormulaNode } from "./formula/node";
import { asNumber } from "./formula/operate";
import { Failure, Nothing } from "./formula/value";
import { writeFormula } from "./formula/write";
import { nameKey, personKey } from "./name";
import { meaningOf } from "./names";
import type { Person } from "./roster";
import { SubjectScope } from "./scope";
import type { Earnings, Subject } from "./subject";
import { SummedScope } from "./summed";
import { refuseQuotient, teamValue } from "./team";

/** Fewer people with a figure let each work out the others (DESIGN 11). */
const LEAST_HEADS = 3;

/** A team's figure. `whole-month` figures grow with days: a part month is held to its share of them. */
export interface TeamAmount {
  readonly value: Exact;
  readonly kind: "quotient" | "whole-month" | "a-head";
  /** People who have the figure; for a metric counted no further than to three. */
  readonly heads: number;
}

/** The number that a formula gives for a subject; null for no data, an error or a text. */
export function figureOf(context: MonthContext, subject: Subject, node: FormulaNode): Exact | null {
  const value = evaluate(node, new SubjectScope(context, subject));
  const number = value instanceof Failure || value instanceof Nothing ? value : asNumber(value);
  return number instanceof Exact ? number : null;
}

/** A metric, measure or manual score as a formula. */
export function nameNode(name: string): FormulaNode {
  return { kind: "name", name, key: nameKey(name) };
}

/** Two formulas with a sign between them. */
export function operatorNode(operator: "/" | "+", left: FormulaNode, right: FormulaNode): FormulaNode {
  return { kind: "operator", operator, operands: [left, right] };
}

function call(name: "TEAM.AVERAGE" | "TEAM.COUNT", argument: FormulaNode): CallNode {
  return { kind: "call", name, operands: [argument], text: `${name}(${writeFormula(argument)})` };
}

const NOBODY: Person = { key: "", name: "", accounts: [], assignments: [], problems: [] };

/** Somebody of a team whom no figure leaves out or counts: asks for the team's own line. */
export function outsider(subject: Subject): Subject {
  return { ...subject, person: NOBODY, memo: new Map() };
}

/** The figures of every team, each computed once, by the rules of TEAM.VALUE and TEAM.AVERAGE (READINGS 4.3, 5.6). */
export class TeamAmounts {
  private readonly known = new Map<string, TeamAmount | null>();

  constructor(private readonly context: MonthContext) {}

  /** A formula's figure for a subject's team; null where fewer than three people have it, or none can be had. */
  of(subject: Subject, node: FormulaNode): TeamAmount | null {
    return this.once(subject, writeFormula(node), () => this.compute(subject, node));
  }

  /** The average score, parts of a month counting as part heads; null where fewer than three people have one. */
  score(subject: Subject, earnings: Earnings | null): TeamAmount | null {
    const asking = { ...subject, earnings };
    return this.once(asking, "score", () =>
      this.average(asking, nameNode("score"), "a-head", Number.MAX_SAFE_INTEGER),
    );
  }

  private once(subject: Subject, text: string, compute: () => TeamAmount | null): TeamAmount | null {
    const self = this.context.book.settings.teamSelf ? "" : subject.person.key;
    const key = [personKey(subject.team), self, text].join("\n");
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const amount = compute();
    // Whoever is left out of the team's figure is a person with the figure all the same.
    const needed = self === "" ? LEAST_HEADS : LEAST_HEADS - 1;
    const shown = amount && amount.heads >= needed ? amount : null;
    this.known.set(key, shown);
    return shown;
  }

  private compute(subject: Subject, node: FormulaNode): TeamAmount | null {
    const size = this.ask(subject, call("TEAM.COUNT", { kind: "number", value: Exact.ONE, text: "1" }));
    if (!size) return null;
    const average = call("TEAM.AVERAGE", node);
    if (refuseQuotient(this.context, "AVERAGE", average, node)) return this.quotient(subject, node);
    const kind = this.kindOf(subject, node);
    return kind && this.average(subject, node, kind);
  }

  /** Also null where a setting of team values cannot be read. */
  private ask(subject: Subject, node: CallNode): Exact | null {
    const { context } = this;
    const scopes = {
      withEarnings: subject.earnings !== null,
      of: (member: Subject) => new SubjectScope(context, member),
    };
    const value = teamValue(context, subject, node, scopes);
    return value instanceof Exact ? value : null;
  }

  private quotient(subject: Subject, node: FormulaNode): TeamAmount | null {
    const { context } = this;
    const keys = [...measuresBehind(context, node, null)];
    const sums = new SummedScope(context, "team", this.members(subject), keys, writeFormula(node));
    const value = evaluate(node, sums);
    if (!(value instanceof Exact)) return null;
    // Who brings only zeros to the sums hides nobody.
    return { value, kind: "quotient", heads: this.withFigure(sums.counted, node) };
  }

  private average(
    subject: Subject,
    node: FormulaNode,
    kind: TeamAmount["kind"],
    most = LEAST_HEADS,
  ): TeamAmount | null {
    const value = this.ask(subject, call("TEAM.AVERAGE", node));
    return value && { value, kind, heads: this.withFigure(this.members(subject), node, most) };
  }

  private members(subject: Subject): readonly Member[] {
    return this.context.members("team", subject, subject.earnings !== null);
  }

  private withFigure(members: readonly Member[], node: FormulaNode, most = LEAST_HEADS): number {
    let heads = 0;
    for (const { subject } of members) {
      if (heads === most) break;
      if (figureOf(this.context, subject, node) !== null) heads++;
    }
    return heads;
  }

  /**
   * Sums and differences of counts grow with days, manual scores do not. Whether anything else does
   * is not known, so that its average means something only where everybody was there all month.
   */
  private kindOf(subject: Subject, node: FormulaNode): TeamAmount["kind"] | null {
    if (growsWithDays(this.context, node)) return "whole-month";
    const isManual = namesOf(node).every(
      (name) => meaningOf(this.context.book, nameKey(name), null).kind === "manual",
    );
    const areWhole = this.members(subject).every(({ weight }) => weight.equals(Exact.ONE));
    return isManual || areWhole ? "a-head" : null;
  }
}

const NO_NAMES: ReadonlySet<string> = new Set();

/**
 * Whether a formula is a sum or difference of measures that add up over days. `above` are the
 * metrics whose formulas it stands in: there their own names mean the measures.
 */
function growsWithDays(context: MonthContext, node: FormulaNode, above = NO_NAMES): boolean {
  if (node.kind === "operator")
    return (
      ["+", "-", "negate", "plus"].includes(node.operator) &&
      node.operands.every((operand) => growsWithDays(context, operand, above))
    );
  if (node.kind !== "name") return false;
  const key = context.metricKey(node.name);
  const formula = above.has(key) ? null : (context.book.metricsByName.get(key)?.formula?.node ?? null);
  if (formula) return growsWithDays(context, formula, new Set([...above, key]));
  const rollup = context.facts.measures.get(key)?.rollup;
  return rollup === "sum" || rollup === "distinct";
}
