import type { Member, MonthContext, TeamScope } from "./context";
import { Exact } from "./exact";
import type { MeasureFacts } from "./facts";
import { evaluate, type Scope } from "./formula/evaluate";
import { asNumber } from "./formula/operate";
import { type CallNode, type FormulaNode, formulaText, type NameNode } from "./formula/parse";
import { Failure, failure, Nothing, type Value } from "./formula/value";
import type { Issue } from "./issue";
import { failureFrom, placed } from "./ledger";
import { isDayCount, rollUp, type Share, shareOf, shopValue } from "./measure";
import { nameKey, personKey } from "./name";
import { isComponent, meaningOf, unknownName } from "./names";
import type { Metric } from "./plan";
import type { SettingKey } from "./settings";
import type { Subject } from "./subject";

/** How the scopes of members are made, in the stage of the formula that asks. */
export interface MemberScopes {
  readonly withEarnings: boolean;
  readonly of: (subject: Subject) => Scope;
}

interface MemberValue {
  readonly member: Member;
  readonly value: Exact;
}

/** The value of a TEAM. or SHOP. function for a subject (READINGS 4.3, 5.6). */
export function teamValue(
  context: MonthContext,
  subject: Subject,
  node: CallNode,
  scopes: MemberScopes,
): Value {
  const scope: TeamScope = node.name.startsWith("SHOP.") ? "shop" : "team";
  const [argument] = node.operands;
  if (!argument) return failure("formula-syntax", { formula: node.text });
  const self = context.book.settings.teamSelf ? "" : subject.person.key;
  const team = scope === "team" ? personKey(subject.team) : "";
  const key = [node.text, team, self, scopes.withEarnings].join("\n");
  const known = context.teamValues.get(key);
  if (known !== undefined) return known;
  context.teamValues.set(key, failure("team-value-cycle", { figure: node.text }));
  const value = computeTeamValue(context, subject, node, argument, scopes);
  context.teamValues.set(key, value);
  return value;
}

const TEAM_SETTINGS: readonly SettingKey[] = [
  "team_self",
  "team_probation",
  "team_managers",
  "team_early_leavers",
  "proration",
];

function computeTeamValue(
  context: MonthContext,
  subject: Subject,
  node: CallNode,
  argument: FormulaNode,
  scopes: MemberScopes,
): Value {
  const scope: TeamScope = node.name.startsWith("SHOP.") ? "shop" : "team";
  const members = context.members(scope, subject, scopes.withEarnings);
  const how = node.name.slice(node.name.indexOf(".") + 1);
  const needed = [...measuresBehind(context, argument, null)];
  const broken = needed.flatMap((key) => context.facts.measures.get(key)?.broken ?? []);
  if (broken.length > 0) return failureFrom(broken);
  const unset = context.brokenSettings(TEAM_SETTINGS);
  if (unset) return unset;
  if (how === "VALUE") return recompute(context, subject, scope, node, argument, members);
  const refused = refuseQuotient(context, how, node, argument);
  if (refused) return refused;
  if (
    scope === "shop" &&
    how !== "BEST" &&
    needed.length > 0 &&
    needed.every((key) => isShopMeasure(context, key))
  )
    return shopFigure(context, subject, node, argument, members);
  const { values, failed } = memberValues(context, node.text, argument, members, scopes);
  if (values.length === 0) return failed ?? new Nothing([node.text]);
  const value = combine(context, how, argument, values);
  context.recordFigure(
    scope,
    subject,
    node.text,
    value,
    values.map(({ member }) => member),
  );
  return value;
}

/** Whether a measure comes without a person, so that it is the shop's. */
function isShopMeasure(context: MonthContext, key: string): boolean {
  const facts = context.facts.measures.get(key);
  return facts !== undefined && facts.shop !== null && facts.byPerson.size === 0;
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
  if (how === "BEST") return null;
  if (context.isDivision(argument)) {
    const values = {
      function: node.name,
      argument: formulaText(argument),
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

function namesOf(node: FormulaNode): string[] {
  if (node.kind === "name") return [node.name];
  return node.kind === "operator" || node.kind === "call" ? node.operands.flatMap(namesOf) : [];
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

function issuesIn(failed: Failure): Issue[] {
  return placed(failed, null).problems.flatMap((one) => one.issue ?? []);
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
  if (how === "BEST")
    return best(
      context,
      argument,
      values.map(({ value }) => value),
    );
  const weights = Exact.sum(values.map(({ member }) => member.weight));
  if (weights.isZero()) return new Nothing([formulaText(argument)]);
  const perHead = isPerHead(context, argument);
  return Exact.sum(values.map(({ value, member }) => (perHead ? value.times(member.weight) : value))).over(
    weights,
  );
}

/** Scores and manual scores do not grow with days, so that their average is the weighted mean. */
function isPerHead(context: MonthContext, argument: FormulaNode): boolean {
  return namesOf(argument).some(
    (name) => nameKey(name) === "score" || meaningOf(context.book, nameKey(name), null).kind === "manual",
  );
}

function best(context: MonthContext, argument: FormulaNode, values: readonly Exact[]): Exact {
  const metric = argument.kind === "name" ? context.book.metricsByName.get(argument.key) : undefined;
  return values.reduce((a, b) => (metric?.better === "lower" ? a.min(b) : a.max(b)));
}

/** Keys of the measures that a formula needs, through metrics. */
function measuresBehind(
  context: MonthContext,
  node: FormulaNode,
  within: Metric | null,
  seen = new Set<Metric>(),
): Set<string> {
  const keys = new Set<string>();
  const add = (more: Iterable<string>) => {
    for (const key of more) keys.add(key);
  };
  if (node.kind === "operator" || node.kind === "call") {
    for (const operand of node.operands) add(measuresBehind(context, operand, within, seen));
  }
  if (node.kind !== "name") return keys;
  const meaning = meaningOf(context.book, node.key, within);
  if (meaning.kind === "measure") keys.add(meaning.key);
  if (meaning.kind === "metric") add(measuresOfMetric(context, meaning.metric, seen));
  return keys;
}

function measuresOfMetric(context: MonthContext, metric: Metric, seen: Set<Metric>): Iterable<string> {
  if (seen.has(metric)) return [];
  seen.add(metric);
  const node = metric.formula?.node ?? null;
  return node ? measuresBehind(context, node, metric, seen) : [nameKey(metric.name)];
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
    return failure("argument-is-no-metric", { function: node.name, argument: formulaText(argument) });
  const keys = [...measuresBehind(context, argument, null)];
  const sums = new SummedScope(context, scope, members, keys, node.text);
  const value = evaluate(argument, sums);
  const result = value instanceof Nothing ? new Nothing([node.text]) : value;
  context.recordFigure(scope, subject, node.text, result, sums.counted);
  return result;
}

/** A scope in which a measure is its sum over the members who have every measure needed. */
class SummedScope implements Scope {
  readonly zeroDivision = "nothing";
  readonly counted: readonly Member[];
  private readonly shares = new Map<string, Share[]>();

  constructor(
    private readonly context: MonthContext,
    private readonly scope: TeamScope,
    members: readonly Member[],
    keys: readonly string[],
    figure: string,
    private readonly within: Metric | null = null,
  ) {
    const personal = keys.filter((key) => !this.isOfShop(key));
    // A figure of the shop's own measures has no members.
    const isOfShopOnly = keys.length > 0 && personal.length === 0;
    this.counted = isOfShopOnly ? [] : members.filter((member) => this.addShares(member, personal, figure));
  }

  private isOfShop(key: string): boolean {
    return this.scope === "shop" && isShopMeasure(this.context, key);
  }

  private addShares({ subject }: Member, keys: readonly string[], figure: string): boolean {
    const found: [string, Share][] = [];
    for (const key of keys) {
      const facts = this.context.facts.measures.get(key);
      if (!facts && isDayCount(key)) continue;
      const share = facts ? shareOf(facts, subject) : null;
      const left = share instanceof Failure ? issuesIn(share) : (share?.leftOut ?? []);
      this.context.warnLeftOut(left, figure, subject.person.name);
      if (!share || share instanceof Failure) return false;
      if (share.values.length === 0 && share.facts.absent === "none") return false;
      found.push([key, share]);
    }
    for (const [key, share] of found) this.shares.set(key, [...(this.shares.get(key) ?? []), share]);
    return true;
  }

  name(node: NameNode): Value {
    return this.valueOf(node, this.within);
  }

  private valueOf(node: NameNode, within: Metric | null): Value {
    const meaning = meaningOf(this.context.book, node.key, within);
    if (meaning.kind === "measure") return this.measure(meaning.key, meaning.name);
    if (meaning.kind !== "metric") return failure("not-in-team-value", { name: node.name });
    const { metric } = meaning;
    if (metric.problems.length > 0) return failureFrom(metric.problems);
    if (!metric.formula) return this.measure(nameKey(metric.name), metric.name);
    if (!metric.formula.node) return failureFrom(metric.formula.problems);
    const inner: Scope = { zeroDivision: "nothing", name: (name) => this.valueOf(name, metric) };
    const value = evaluate(metric.formula.node, inner);
    return value instanceof Failure ? placed(value, metric.formula.place, metric.formula.text) : value;
  }

  private measure(key: string, name: string): Value {
    const facts: MeasureFacts | undefined = this.context.facts.measures.get(key);
    if (!facts && isDayCount(key)) return this.calendarDays(name);
    if (!facts) return new Nothing([name]);
    if (this.isOfShop(key)) return shopValue(facts);
    if (isShopMeasure(this.context, key)) return failure("shop-measure-only", { measure: facts.name });
    if (facts.broken.length > 0) return failureFrom(facts.broken);
    return this.counted.length === 0 ? new Nothing([name]) : rollUp(facts, this.shares.get(key) ?? []);
  }

  /** Day counts that no source gives: the calendar days employed (READINGS 4.7). */
  private calendarDays(name: string): Value {
    if (this.counted.length === 0) return new Nothing([name]);
    return Exact.integer(this.counted.reduce((sum, { subject }) => sum + subject.days.length, 0));
  }
}

/**
 * PREVIOUS: the person's value in the previous closed month, or a team figure over that month's
 * people. No data without a closed month.
 */
export function previousValue(context: MonthContext, subject: Subject, argument: FormulaNode): Value {
  const missing = new Nothing([`PREVIOUS(${formulaText(argument)})`]);
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
    !/^(TEAM|SHOP)\.(BEST|SUM|AVERAGE)$/.test(argument.name) ||
    inner?.kind !== "name"
  ) {
    return failure("previous-of-what", { argument: formulaText(argument) });
  }
  const refused = refuseQuotient(context, argument.name.slice(5), argument, inner);
  if (refused) return refused;
  const values = closedValues(context, subject, argument.name, inner.name);
  if (values.length === 0) return missing;
  if (argument.name.endsWith("BEST")) return best(context, inner, values);
  const sum = Exact.sum(values);
  return argument.name.endsWith("SUM") ? sum : sum.over(Exact.integer(values.length));
}

function closedValues(context: MonthContext, subject: Subject, call: string, name: string): Exact[] {
  const key = context.metricKey(name);
  const people = [...(context.closed?.people.values() ?? [])];
  const team = personKey(subject.team);
  return people
    .filter((person) => call.startsWith("SHOP.") || personKey(person.team) === team)
    .map((person) => person.values.get(key))
    .filter((value) => value instanceof Exact);
}

/** Whether a closed month may have a value under a name: a metric, the score, or a component of any plan. */
export function isClosedName(context: MonthContext, key: string): boolean {
  if (meaningOf(context.book, key, null).kind !== "unknown" || isComponent(context.book, key)) return true;
  return [...(context.closed?.people.values() ?? [])].some(({ values }) => values.has(key));
}
