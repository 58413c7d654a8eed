import type { Member, MonthContext, TeamScope } from "./context";
import { Exact } from "./exact";
import type { MeasureFacts } from "./facts";
import { evaluate, type Scope } from "./formula/evaluate";
import type { NameNode } from "./formula/node";
import { Failure, failure, Nothing, type Value } from "./formula/value";
import type { Issue } from "./issue";
import { failureFrom, placed } from "./ledger";
import { isDayCount, rollUp, type Share, shareOf, shopValue } from "./measure";
import { nameKey } from "./name";
import { meaningOf } from "./names";
import type { Metric } from "./plan";

/** Whether a measure comes without a person, so that it is the shop's. */
export function isShopMeasure(context: MonthContext, key: string): boolean {
  const facts = context.facts.measures.get(key);
  return facts !== undefined && facts.shop !== null && facts.byPerson.size === 0;
}

/** The issues of a failure. */
export function issuesIn(failed: Failure): Issue[] {
  return placed(failed, null).problems.flatMap((one) => one.issue ?? []);
}

/** A scope in which a measure is its sum over the members who have every measure needed. */
export class SummedScope implements Scope {
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
