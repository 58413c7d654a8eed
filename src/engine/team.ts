import { measuresBehind, namesOf } from "./behind";
import type { Member, MonthContext, TeamScope } from "./context";
import { Exact } from "./exact";
import { evaluate, type Scope } from "./formula/evaluate";
import type { CallNode, FormulaNode } from "./formula/node";
import { asNumber } from "./formula/operate";
import { Failure, failure, Nothing, type Value } from "./formula/value";
import { writeFormula } from "./formula/write";
import { failureFrom } from "./ledger";
import { shareOf } from "./measure";
import { nameKey, personKey } from "./name";
import { meaningOf } from "./names";
import type { SettingKey } from "./settings";
import type { Subject } from "./subject";
import { isShopMeasure, issuesIn, SummedScope } from "./summed";

/** How the scopes of members are made, in the stage of the formula that asks. */
export interface MemberScopes {
  readonly withEarnings: boolean;
  readonly of: (subject: Subject) => Scope;
}

interface MemberValue {
  readonly member: Member;
  readonly value: Exact;
}

/** One TEAM. or SHOP. function as a subject's formula calls it. */
interface TeamCall {
  readonly context: MonthContext;
  readonly subject: Subject;
  readonly node: CallNode;
  readonly argument: FormulaNode;
  readonly scopes: MemberScopes;
  readonly scope: TeamScope;
  /** What stands behind the dot: `AVERAGE`, `SUM`, `BEST`, `RANK`, `COUNT`, `VALUE`. */
  readonly how: string;
  /** The same for everybody for whom the function gives the same. */
  readonly key: string;
}

/** The value of a TEAM. or SHOP. function for a subject (READINGS 4.3, 5.6). */
export function teamValue(
  context: MonthContext,
  subject: Subject,
  node: CallNode,
  scopes: MemberScopes,
): Value {
  const [argument] = node.operands;
  if (!argument) return failure("formula-syntax", { formula: node.text });
  const scope: TeamScope = node.name.startsWith("SHOP.") ? "shop" : "team";
  const self = context.book.settings.teamSelf ? "" : subject.person.key;
  const team = scope === "team" ? personKey(subject.team) : "";
  const key = [node.text, team, self, scopes.withEarnings].join("\n");
  const how = node.name.slice(node.name.indexOf(".") + 1);
  const call: TeamCall = { context, subject, node, argument, scopes, scope, how, key };
  const known = context.teamValues.get(key) ?? computeOnce(call);
  return how === "RANK" ? rankOf(call, known) : known;
}

function computeOnce(call: TeamCall): Value {
  const { context, node, key } = call;
  context.teamValues.set(key, failure("team-value-cycle", { figure: node.text }));
  const value = computeTeamValue(call);
  context.teamValues.set(key, value);
  return value;
}

const TEAM_SETTINGS: readonly SettingKey[] = [
  "team_self",
  "team_probation",
  "team_managers",
  "team_early_leavers",
  "team_part_months",
  "proration",
];

/** Functions that may take a quotient: they compare members or count them, and average nothing. */
const COMPARING: ReadonlySet<string> = new Set(["BEST", "RANK", "COUNT"]);

function computeTeamValue(call: TeamCall): Value {
  const { context, subject, node, argument, scopes, scope, how } = call;
  const members = context.members(scope, subject, scopes.withEarnings);
  const needed = [...measuresBehind(context, argument, null)];
  const broken = needed.flatMap((key) => context.facts.measures.get(key)?.broken ?? []);
  if (broken.length > 0) return failureFrom(broken);
  const unset = context.brokenSettings(TEAM_SETTINGS);
  if (unset) return unset;
  if (how === "VALUE") return recompute(context, subject, scope, node, argument, members);
  const refused = refuseQuotient(context, how, node, argument);
  if (refused) return refused;
  const isOfShop = needed.length > 0 && needed.every((key) => isShopMeasure(context, key));
  if (scope === "shop" && !COMPARING.has(how) && isOfShop)
    return shopFigure(context, subject, node, argument, members);
  const { values, failed } = memberValues(context, node.text, argument, members, scopes);
  if (failed) return failed;
  // Who is ranked among nobody is the first of them, where there is a value of their own.
  if (values.length === 0 && how !== "RANK") return how === "COUNT" ? Exact.ZERO : new Nothing([node.text]);
  return combineAndRecord(call, values);
}

function combineAndRecord(call: TeamCall, values: readonly MemberValue[]): Value {
  const { context, subject, node, argument, scope, how } = call;
  if (how === "RANK") {
    context.rankings.set(
      call.key,
      values.map(({ value }) => value),
    );
    return Exact.ONE;
  }
  const value = combine(context, how, argument, values);
  const counted = values.map(({ member }) => member);
  context.recordFigure(scope, subject, node.text, value, counted);
  return value;
}

/** The place of the asker's own value among the members': 1 + how many are better, so that equals share one. */
function rankOf({ context, subject, argument, scopes, key }: TeamCall, found: Value): Value {
  if (!(found instanceof Exact)) return found;
  const value = evaluate(argument, scopes.of(subject));
  const own = value instanceof Failure || value instanceof Nothing ? value : asNumber(value);
  if (!(own instanceof Exact)) return own;
  const direction = isLowerBetter(context, argument) ? -1 : 1;
  const better = (context.rankings.get(key) ?? []).filter((other) => other.compare(own) * direction > 0);
  return Exact.integer(better.length + 1);
}

/** SUM or AVERAGE of the shop's own measures: their value, for the average by the shop's heads. */
function shopFigure(
  context: MonthContext,
  subject: Subject,
  node: CallNode,
  argument: FormulaNode,
  members: readonly Member[],
): Value {
  const keys = [...measuresBehind(context, argument, null)];
  const value = evaluate(argument, new SummedScope(context, "shop", [], keys, node.text));
  if (!(value instanceof Exact)) return value instanceof Nothing ? new Nothing([node.text]) : value;
  const isAverage = node.name.endsWith("AVERAGE");
  const heads = isAverage ? Exact.sum(members.map(({ weight }) => weight)) : Exact.ONE;
  if (heads.isZero()) return new Nothing([node.text]);
  const figure = value.over(heads);
  context.recordFigure("shop", subject, node.text, figure, isAverage ? members : []);
  return figure;
}

/** A mean of means appears nowhere: quotients and measures that are means are refused. */
export function refuseQuotient(
  context: MonthContext,
  how: string,
  node: CallNode,
  argument: FormulaNode,
): Failure | null {
  if (COMPARING.has(how)) return null;
  if (context.isDivision(argument)) {
    const values = {
      function: node.name,
      argument: writeFormula(argument),
      instead: `${node.name.slice(0, 4)}.VALUE`,
    };
    return failure("team-average-of-division", values);
  }
  const quotient = namesOf(argument).find((name) => isQuotientName(context, name));
  if (quotient === undefined) return null;
  return failure("team-average-of-quotient", {
    function: node.name,
    metric: quotient,
    instead: `${node.name.slice(0, 4)}.VALUE`,
  });
}

function isQuotientName(context: MonthContext, name: string): boolean {
  const meaning = meaningOf(context.book, nameKey(name), null);
  if (meaning.kind === "metric" && meaning.metric.formula) return context.isQuotient(meaning.metric);
  const key =
    meaning.kind === "metric" ? nameKey(meaning.metric.name) : meaning.kind === "measure" ? meaning.key : "";
  return context.facts.measures.get(key)?.rollup === "mean";
}

function memberValues(
  context: MonthContext,
  figure: string,
  argument: FormulaNode,
  members: readonly Member[],
  scopes: MemberScopes,
): { values: MemberValue[]; failed: Failure | null } {
  const values: MemberValue[] = [];
  const failures: { failed: Failure; person: string }[] = [];
  for (const member of members) {
    warnUnreadable(context, figure, argument, member.subject);
    const value = evaluate(argument, scopes.of(member.subject));
    const number = value instanceof Failure || value instanceof Nothing ? value : asNumber(value);
    if (number instanceof Exact) values.push({ member, value: number });
    if (number instanceof Failure) failures.push({ failed: number, person: member.subject.person.name });
  }
  // What is wrong with the formula itself, and so for everybody, is no cell that could be left out.
  const own = failures.find(({ failed }) => failed.problems.some(({ issue }) => issue === undefined));
  if (values.length === 0 && own) return { values, failed: own.failed };
  for (const { failed, person } of failures) context.warnLeftOut(issuesIn(failed), figure, person);
  return { values, failed: null };
}

/** Says which cells a team value leaves out because they cannot be read. */
function warnUnreadable(
  context: MonthContext,
  figure: string,
  argument: FormulaNode,
  subject: Subject,
): void {
  for (const key of measuresBehind(context, argument, null)) {
    const facts = context.facts.measures.get(key);
    const share = facts ? shareOf(facts, subject) : null;
    if (share && !(share instanceof Failure)) context.warnLeftOut(share.leftOut, figure, subject.person.name);
  }
}

function combine(
  context: MonthContext,
  how: string,
  argument: FormulaNode,
  values: readonly MemberValue[],
): Value {
  if (how === "SUM") return Exact.sum(values.map(({ value }) => value));
  if (how === "COUNT") return Exact.integer(values.length);
  if (how === "BEST")
    return best(
      context,
      argument,
      values.map(({ value }) => value),
    );
  const weights = Exact.sum(values.map(({ member }) => member.weight));
  if (weights.isZero()) return new Nothing([writeFormula(argument)]);
  const perHead = isPerHead(context, argument);
  return Exact.sum(values.map(({ value, member }) => (perHead ? value.times(member.weight) : value))).over(
    weights,
  );
}

/** Scores and manual scores do not grow with days, so that their average is the weighted mean. */
function isPerHead(context: MonthContext, argument: FormulaNode): boolean {
  const { book } = context;
  return namesOf(argument).some((name) => {
    const key = nameKey(name);
    const meaning = meaningOf(book, key, null);
    if (meaning.kind !== "metric") return key === "score" || meaning.kind === "manual";
    return !meaning.metric.formula && book.manualNames.has(nameKey(meaning.metric.name));
  });
}

/** The best of values by the direction of the metric that a formula names. */
export function best(context: MonthContext, argument: FormulaNode, values: readonly Exact[]): Exact {
  return values.reduce((a, b) => (isLowerBetter(context, argument) ? a.min(b) : a.max(b)));
}

function isLowerBetter(context: MonthContext, argument: FormulaNode): boolean {
  const metric = argument.kind === "name" ? context.book.metricsByName.get(argument.key) : undefined;
  return metric?.better === "lower";
}

/** VALUE: the metric over the summed measures of the members that have all of them. */
function recompute(
  context: MonthContext,
  subject: Subject,
  scope: TeamScope,
  node: CallNode,
  argument: FormulaNode,
  members: readonly Member[],
): Value {
  if (argument.kind !== "name")
    return failure("argument-is-no-metric", { function: node.name, argument: writeFormula(argument) });
  const keys = [...measuresBehind(context, argument, null)];
  const sums = new SummedScope(context, scope, members, keys, node.text);
  const value = evaluate(argument, sums);
  const result = value instanceof Nothing ? new Nothing([node.text]) : value;
  context.recordFigure(scope, subject, node.text, result, sums.counted);
  return result;
}
