import { measuresBehind } from "./behind";
import type { Day, Month } from "./calendar";
import { MonthContext } from "./context";
import { nameNode, operatorNode } from "./diagnosis-team";
import { Exact } from "./exact";
import { type FactSeries, type Facts, type MeasureFacts, WHOLE_MONTH } from "./facts";
import { evaluate, type Scope } from "./formula/evaluate";
import type { FormulaNode, NameNode } from "./formula/node";
import { Nothing, type Value } from "./formula/value";
import { rollUp, type Share } from "./measure";
import { nameKey } from "./name";
import { meaningOf } from "./names";
import type { Label, Metric, RuleBook, Unit } from "./plan";
import { isShopMeasure } from "./summed";

/** A metric day by day, over everybody who has what it needs on that day. */
export interface DailyLine {
  /** Name of the metric on Metrics, or of the catalogue's where the tab has none. */
  readonly metric: string;
  /** Blank where the metric has none. */
  readonly label: Label;
  readonly unit: Unit;
  /** An entry for each day of the month, not rounded; null: no data on that day. */
  readonly days: readonly (Exact | null)[];
  /** Recomputed from the month's summed counts, never an average of days. */
  readonly month: Exact | null;
}

/** What happened by day. */
export interface MonthDaily {
  readonly month: Month;
  /** For each day of the month whether Calendar calls it a promotion. */
  readonly promotion: readonly boolean[];
  /** Null where no day has data, as where the data are month totals. */
  readonly conversion: DailyLine | null;
  readonly response: DailyLine | null;
}

/** Profiles of Calendar that are promotions. */
const PROMOTIONS: ReadonlySet<string> = new Set(["promotion", "大促", "促销", "促銷"]);

/** A metric to try, and what it is where Metrics does not have it. */
interface Candidate {
  readonly metric: string;
  readonly unit: Unit;
  readonly quotient: readonly [above: string, below: string];
}

/** In the order in which they are tried; the first with data on a day counts, so that two are never mixed. */
const CONVERSIONS: readonly Candidate[] = [
  { metric: "conversion", unit: "%", quotient: ["final_payers", "inquirers"] },
  { metric: "conversion_received", unit: "%", quotient: ["orderers", "received"] },
];
const RESPONSES: readonly Candidate[] = [
  { metric: "first_response", unit: "s", quotient: ["first_response_seconds", "first_responses"] },
  { metric: "avg_response", unit: "s", quotient: ["response_seconds", "responses"] },
];

/**
 * Conversion and response of each day of a month. Every value is the metric's own formula over the
 * day's summed counts of everybody employed on it, by the rule of SHOP.VALUE: who lacks one of the
 * counts is left out, and so are cells that cannot be read. It warns of nothing and changes nothing.
 */
export function dailyFigures(book: RuleBook, facts: Facts): MonthDaily {
  const context = new MonthContext(book, facts, null);
  const { first, days } = book.month;
  const promoted = new Set<Day>(
    book.profiles.filter(({ profile }) => PROMOTIONS.has(nameKey(profile))).flatMap((one) => one.days),
  );
  return {
    month: book.month,
    promotion: Array.from({ length: days }, (_, index) => promoted.has(first + index)),
    conversion: firstLine(context, CONVERSIONS),
    response: firstLine(context, RESPONSES),
  };
}

function firstLine(context: MonthContext, candidates: readonly Candidate[]): DailyLine | null {
  for (const candidate of candidates) {
    const line = lineOf(context, candidate);
    if (line) return line;
  }
  return null;
}

function lineOf(context: MonthContext, { metric: name, unit, quotient }: Candidate): DailyLine | null {
  const metric = context.book.metricsByName.get(nameKey(name));
  const [above, below] = quotient;
  const node = metric ? nameNode(name) : operatorNode("/", nameNode(above), nameNode(below));
  const measures = personalMeasures(context, node);
  if (!measures) return null;
  const { month, byDay } = gather(context, measures);
  const figureOf = (counts: Counts) => {
    const value = evaluate(node, new CountsScope(context, counts));
    return value instanceof Exact ? value : null;
  };
  const days = byDay.map(figureOf);
  if (days.every((value) => value === null)) return null;
  return {
    metric: metric?.name ?? name,
    label: metric?.label ?? { en: "", zh: "" },
    unit: metric?.unit ?? unit,
    days,
    month: figureOf(month),
  };
}

/** The measures behind a formula by key; null where one is missing, broken or the shop's own. */
function personalMeasures(context: MonthContext, node: FormulaNode): Map<string, MeasureFacts> | null {
  const keys = [...measuresBehind(context, node, null)];
  const found = new Map(
    keys.flatMap((key) => {
      const facts = context.facts.measures.get(key);
      const isUsable = facts && facts.broken.length === 0 && !isShopMeasure(context, key);
      return isUsable ? [[key, facts] as const] : [];
    }),
  );
  return keys.length > 0 && found.size === keys.length ? found : null;
}

/** Entries of each measure that count on a day or in a month, over everybody; null: nobody counts. */
type Counts = ReadonlyMap<string, Share> | null;

/** Everybody's entries, day by day and over the month. */
function gather(
  context: MonthContext,
  measures: ReadonlyMap<string, MeasureFacts>,
): { readonly month: Counts; readonly byDay: readonly Counts[] } {
  const { first, days } = context.book.month;
  const byDay: (Map<string, Pile> | null)[] = Array(days).fill(null);
  let month: Map<string, Pile> | null = null;
  for (const person of context.book.roster.people) {
    const employed = context.employed(person);
    const own = [...measures].map(([key, facts]) => new OwnEntries(key, facts, person.key, employed));
    if (own.length === 0 || employed.length === 0) continue;
    if (own.every((entries) => entries.hasAny())) month = addTo(month, own, null);
    for (const day of employed) {
      if (own.every((entries) => entries.has(day)))
        byDay[day - first] = addTo(byDay[day - first] ?? null, own, day);
    }
  }
  return { month, byDay };
}

interface Pile extends Share {
  readonly values: (Exact | string)[];
  readonly weights: Exact[];
}

function addTo(
  piles: Map<string, Pile> | null,
  own: readonly OwnEntries[],
  day: Day | null,
): Map<string, Pile> {
  const all = piles ?? new Map<string, Pile>();
  for (const entries of own) entries.addTo(all, day);
  return all;
}

/** One person's entries of a measure on the days employed; a month's total belongs to no single day. */
class OwnEntries {
  private readonly byDay = new Map<Day, number[]>();
  private readonly series: FactSeries | undefined;

  constructor(
    private readonly key: string,
    private readonly facts: MeasureFacts,
    person: string,
    employed: readonly Day[],
  ) {
    this.series = facts.byPerson.get(person);
    const covered = new Set<Day>([...employed, WHOLE_MONTH]);
    this.series?.days.forEach((day, index) => {
      if (!covered.has(day)) return;
      const known = this.byDay.get(day);
      if (known) known.push(index);
      else this.byDay.set(day, [index]);
    });
  }

  has(day: Day): boolean {
    return this.byDay.has(day) || (this.facts.absent === "zero" && !this.byDay.has(WHOLE_MONTH));
  }

  hasAny(): boolean {
    return this.byDay.size > 0 || this.facts.absent === "zero";
  }

  /** @param day null for all of the month */
  addTo(piles: Map<string, Pile>, day: Day | null): void {
    const { facts, series } = this;
    const pile: Pile = piles.get(this.key) ?? { facts, values: [], weights: [], cells: [], leftOut: [] };
    piles.set(this.key, pile);
    for (const index of day === null ? [...this.byDay.values()].flat() : (this.byDay.get(day) ?? [])) {
      pile.values.push(series?.values[index] ?? Exact.ZERO);
      const weight = series?.weights[index];
      if (weight) pile.weights.push(weight);
    }
  }
}

/** A scope in which a measure is its sum over what was gathered. */
class CountsScope implements Scope {
  readonly zeroDivision = "nothing";

  constructor(
    private readonly context: MonthContext,
    private readonly counts: Counts,
    private readonly within: Metric | null = null,
  ) {}

  name(node: NameNode): Value {
    const meaning = meaningOf(this.context.book, node.key, this.within);
    const metric = meaning.kind === "metric" ? meaning.metric : null;
    const formula = metric?.formula?.node;
    if (metric && formula) return evaluate(formula, new CountsScope(this.context, this.counts, metric));
    const share = this.counts?.get(
      meaning.kind === "measure" ? meaning.key : nameKey(metric?.name ?? node.name),
    );
    return share ? rollUp(share.facts, [share]) : new Nothing([node.name]);
  }
}
