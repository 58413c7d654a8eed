import type { MonthContext } from "./context";
import type { BehindItem, LostItem, NamedItem } from "./diagnosis";
import { figureOf, nameNode, type TeamAmount, type TeamAmounts } from "./diagnosis-team";
import { Exact } from "./exact";
import type { FormulaNode } from "./formula/node";
import type { ItemResult } from "./result";
import { metricNamed } from "./scope";
import type { Subject } from "./subject";

/** Points that an item lost: weight less points, or a deduction's size; null where that makes no sense. */
export function lostPoints(item: ItemResult): Exact | null {
  if (item.points === null) return null;
  if (item.kind === "points") return item.weight.minus(item.points).max(Exact.ZERO);
  return item.kind === "deduction" ? item.points.negated() : null;
}

/**
 * The items that lost points, most first; equals in the order of Scoring. Beside an item that cannot
 * be computed the others stand at their own weights: what they are rescaled to depends on it.
 */
export function lostItems(items: readonly ItemResult[]): LostItem[] {
  const isBroken = items.some(cannotBeComputed);
  return items
    .flatMap((item) => {
      const lost = lostPoints(item);
      if (!lost || lost.sign() <= 0) return [];
      const isOwn = isBroken && !item.weight.isZero();
      const [weight, factor] = isOwn
        ? [item.ownWeight, item.ownWeight.over(item.weight)]
        : [item.weight, Exact.ONE];
      const value = item.missing ? null : item.value;
      return [{ ...named(item), lost: lost.times(factor), weight, value }];
    })
    .sort((a, b) => b.lost.compare(a.lost));
}

function cannotBeComputed({ kind, points, missing }: ItemResult): boolean {
  return (kind === "points" || kind === "bonus" || kind === "deduction") && points === null && !missing;
}

/** How people know an item. */
function named({ item, metric, unit, better }: ItemResult): NamedItem {
  return { item, metric, unit, better };
}

const COMPARED: ReadonlySet<string> = new Set(["points", "bonus", "deduction", "gate"]);

/** An item whose metric one person's value can be set against others' or an earlier month's. */
export interface ComparedItem {
  readonly named: NamedItem;
  /** Key of the metric: synonyms meet. */
  readonly key: string;
  /** The metric as a formula. */
  readonly node: FormulaNode;
}

/** Finds what can be compared; what a metric's name means is looked up once a month. */
export class ComparedItems {
  private readonly known = new Map<string, Pick<ComparedItem, "key" | "node"> | null>();

  constructor(private readonly context: MonthContext) {}

  /** The items with a metric, each metric once, in the order of Scoring. */
  of(items: readonly ItemResult[]): ComparedItem[] {
    const byMetric = new Map<string, ComparedItem>();
    for (const item of items) {
      const metric = COMPARED.has(item.kind) ? this.find(item.metric) : null;
      if (metric && !byMetric.has(metric.key)) byMetric.set(metric.key, { named: named(item), ...metric });
    }
    return [...byMetric.values()];
  }

  private find(metric: string): Pick<ComparedItem, "key" | "node"> | null {
    const known = this.known.get(metric);
    if (known !== undefined) return known;
    const isMetric = metric !== "" && metricNamed(this.context, metric) !== null;
    const found = isMetric ? { key: this.context.metricKey(metric), node: nameNode(metric) } : null;
    this.known.set(metric, found);
    return found;
  }
}

/** An item with the person's value; null: no data, or a cell that cannot be read. */
export interface MeasuredItem extends ComparedItem {
  readonly value: Exact | null;
}

/** The items with a subject's values. */
export function measuredItems(
  context: MonthContext,
  subject: Subject,
  items: readonly ComparedItem[],
): MeasuredItem[] {
  return items.map((item) => ({ ...item, value: figureOf(context, subject, item.node) }));
}

/** The team's figure for one person: what grows with days only over the person's share of the month. */
export function expectedOf(context: MonthContext, subject: Subject, { value, kind }: TeamAmount): Exact {
  return kind === "whole-month" ? value.times(context.share(subject)) : value;
}

/** The items on which a subject is worse than the team, furthest first; equal to it is not worse. */
export function behindItems(
  context: MonthContext,
  teams: TeamAmounts,
  subject: Subject,
  items: readonly MeasuredItem[],
): BehindItem[] {
  return items
    .flatMap(({ named: item, node, value }) => {
      const amount = value && teams.of(subject, node);
      return value && amount ? behindItem(item, value, expectedOf(context, subject, amount)) : [];
    })
    .sort((a, b) => b.distance.compare(a.distance));
}

function behindItem(item: NamedItem, value: Exact, team: Exact): BehindItem[] {
  const short = item.better === "lower" ? value.minus(team) : team.minus(value);
  // Of a team's figure of 0 nothing is a share.
  if (short.sign() <= 0 || team.isZero()) return [];
  return [{ ...item, value, team, distance: short.over(team.abs()) }];
}
