/** The smallest change of one measure with which a person reaches another row of a table. */
import { findBand } from "../engine/bands";
import { MonthContext } from "../engine/context";
import { Exact } from "../engine/exact";
import { emptySeries, type FactSeries, type Facts, type MeasureFacts } from "../engine/facts";
import { evaluate } from "../engine/formula/evaluate";
import type { FormulaNode } from "../engine/formula/node";
import { asNumber } from "../engine/formula/operate";
import { nameKey } from "../engine/name";
import { edgeTowards } from "../engine/next-band";
import type { BandRow, BandTable, Plan, Unit } from "../engine/plan";
import type { PersonResult } from "../engine/result";
import type { Person } from "../engine/roster";
import { SubjectScope } from "../engine/scope";
import { subjectOf } from "../engine/subject";
import { factsOf, type PreparedMonth } from "../month";
import { MEASURES } from "../rules/catalogue";
import type { Lang } from "../text/template";

/** A table that a person's number depends on: what is looked up, and which results are better. */
export interface Tier {
  readonly for: "item" | "pay";
  readonly name: string;
  readonly table: BandTable;
  readonly argument: FormulaNode;
  readonly now: Exact;
  readonly unit: Unit | null;
  readonly smallerIsBetter: boolean;
}

/** A measure and how much of it more (negative: less). */
export interface Lever {
  readonly measure: MeasureFacts;
  readonly amount: Exact;
}

const MEASURE_SPECS = new Map(MEASURES.map((measure) => [nameKey(measure.name), measure]));
/** Doublings of a step: 2^46 cents are beyond any month. */
const MOST_DOUBLINGS = 46;
/** Steps by which one looks how fast a value moves. */
const PROBE = 1000;

/** The month with one measure of one person changed. */
export class Bench {
  readonly context: MonthContext;
  private readonly facts: Facts;

  constructor(private readonly prepared: PreparedMonth) {
    this.facts = factsOf(prepared);
    this.context = this.contextOf(this.facts);
  }

  private contextOf(facts: Facts): MonthContext {
    const { book, closed } = this.prepared.rules;
    return new MonthContext(book, facts, closed);
  }

  planOf(person: PersonResult): Plan | null {
    return this.prepared.rules.book.plans.get(nameKey(person.plan)) ?? null;
  }

  /** The unit of a measure: of the catalogue, of a metric of its name, or a count where all values are whole. */
  unitOf(measure: MeasureFacts): Unit | null {
    const key = nameKey(measure.name);
    return MEASURE_SPECS.get(key)?.unit ?? this.prepared.rules.book.metricsByName.get(key)?.unit ?? null;
  }

  labelOf(measure: MeasureFacts, lang: Lang): string {
    const name = MEASURE_SPECS.get(nameKey(measure.name))?.[lang] ?? measure.name;
    return lang === "en" ? name.charAt(0).toLowerCase() + name.slice(1) : name;
  }

  private stepOf(measure: MeasureFacts): Exact {
    const unit = this.unitOf(measure);
    if (unit === "money") return Exact.CENT;
    if (unit !== null) return Exact.ONE;
    const isWhole = (value: Exact | string) => typeof value === "string" || value.isInteger();
    return [...measure.byPerson.values()].every(({ values }) => values.every(isWhole))
      ? Exact.ONE
      : Exact.CENT;
  }

  /** The first measure that leads to a row by itself, with the smallest amount that does; null where none does. */
  smallestChange(name: string, tier: Tier, wanted: BandRow): Lever | null {
    const person = this.prepared.rules.book.roster.people.find((one) => one.name === name);
    if (!person) return null;
    const upwards = this.needsMore(tier, wanted);
    const measures = this.leversOf(tier.argument);
    const tries = [upwards ? 1 : -1, upwards ? -1 : 1].flatMap((sign) =>
      measures.map((measure) => ({ measure, sign })),
    );
    for (const { measure, sign } of tries) {
      const amount = this.search(person, tier, wanted, measure, sign);
      if (amount) return { measure, amount };
    }
    return null;
  }

  /** Whether the looked-up value has to rise. */
  private needsMore({ table, now }: Tier, wanted: BandRow): boolean {
    const current = findBand(table.rows, now);
    const isHarder = current !== null && table.rows.indexOf(wanted) < table.rows.indexOf(current);
    return (table.direction === "rising") === isHarder;
  }

  /** Summed measures behind a formula: those above the line of a quotient first, and alone where they suffice. */
  private leversOf(node: FormulaNode): MeasureFacts[] {
    const keys = [...new Set(this.measureKeys(node, new Set()))];
    return keys.flatMap((key) => {
      const measure = this.facts.measures.get(key);
      return measure && measure.rollup === "sum" && measure.broken.length === 0 ? [measure] : [];
    });
  }

  private measureKeys(node: FormulaNode, seen: ReadonlySet<string>): string[] {
    const [above, below] = node.kind === "operator" && node.operator === "/" ? node.operands : [node];
    if (above && below) {
      const under = new Set(this.measureKeys(below, seen));
      const own = this.measureKeys(above, seen).filter((key) => !under.has(key));
      return own.length > 0 ? own : [...under];
    }
    if (node.kind === "name") return this.keysOfName(node.key, seen);
    if (node.kind === "call" && /^(?:TEAM|SHOP|PREVIOUS)/.test(node.name)) return [];
    if (node.kind !== "operator" && node.kind !== "call") return [];
    return node.operands.flatMap((operand) => this.measureKeys(operand, seen));
  }

  private keysOfName(key: string, seen: ReadonlySet<string>): string[] {
    const metric = this.prepared.rules.book.metricsByName.get(key);
    const formula = metric?.formula?.node;
    const own = nameKey(metric?.name ?? this.prepared.rules.book.measureNames.get(key) ?? key);
    if (!formula || seen.has(own)) return [own];
    return this.measureKeys(formula, new Set([...seen, own]));
  }

  /** The smallest number of steps with which the row, or a better one in its direction, is reached. */
  private search(
    person: Person,
    tier: Tier,
    wanted: BandRow,
    measure: MeasureFacts,
    sign: number,
  ): Exact | null {
    const step = this.stepOf(measure).times(Exact.integer(sign));
    const amountOf = (steps: number) => step.times(Exact.integer(steps));
    const reached = (steps: number) => this.reaches(person, tier, wanted, measure, amountOf(steps));
    const guess = this.guess(person, tier, wanted, measure, step);
    const steps =
      [guess, guess + 1].find((each) => each > 0 && reached(each) && !reached(each - 1)) ??
      firstReached(reached, (many) => this.isBeyond(person, measure, amountOf(many)));
    if (steps === null || this.isBeyond(person, measure, amountOf(steps))) return null;
    return amountOf(steps);
  }

  /** Where the row is reached if the value moves evenly, as it does above the line of a quotient; 0 for no guess. */
  private guess(person: Person, tier: Tier, wanted: BandRow, measure: MeasureFacts, step: Exact): number {
    const edge = edgeTowards(tier.table.rows, tier.now, wanted)?.threshold;
    const probe = Exact.integer(PROBE);
    const moved = this.valueWith(person, tier.argument, measure, step.times(probe));
    if (!edge || !moved || moved.equals(tier.now)) return 0;
    const steps = edge.minus(tier.now).over(moved.minus(tier.now)).times(probe);
    const whole = steps.round(Exact.ONE, "up").toNumber();
    return Number.isSafeInteger(whole) && whole > 0 ? whole : 0;
  }

  /** Whether taking so much away would leave less than nothing. */
  private isBeyond(person: Person, measure: MeasureFacts, amount: Exact): boolean {
    if (amount.sign() > 0) return false;
    const values = measure.byPerson.get(person.key)?.values ?? [];
    return (
      Exact.sum(values.filter((value) => value instanceof Exact))
        .plus(amount)
        .sign() < 0
    );
  }

  private reaches(
    person: Person,
    tier: Tier,
    wanted: BandRow,
    measure: MeasureFacts,
    amount: Exact,
  ): boolean {
    const value = this.valueWith(person, tier.argument, measure, amount);
    const row = value ? findBand(tier.table.rows, value) : null;
    if (!row) return false;
    const rows = tier.table.rows;
    const [at, goal, now] = [
      rows.indexOf(row),
      rows.indexOf(wanted),
      rows.indexOf(findBand(rows, tier.now) ?? row),
    ];
    return goal < now ? at <= goal : at >= goal;
  }

  /** The looked-up value once the person has so much more of a measure. */
  private valueWith(person: Person, node: FormulaNode, measure: MeasureFacts, amount: Exact): Exact | null {
    const days = this.context.employed(person);
    const facts = withMore(this.facts, measure, person.key, amount, days[days.length - 1] ?? 0);
    const context = this.contextOf(facts);
    const { month } = this.prepared.rules.book;
    const subject = subjectOf(person, month, days, { lenient: false, employed: days.length });
    const value = asNumber(evaluate(node, new SubjectScope(context, subject)));
    return value instanceof Exact ? value : null;
  }
}

/** The smallest number of steps that reaches, by doubling and halving; null where none does. */
function firstReached(
  reached: (steps: number) => boolean,
  isBeyond: (steps: number) => boolean,
): number | null {
  let high = 1;
  let doublings = 0;
  while (!reached(high)) {
    doublings += 1;
    if (doublings > MOST_DOUBLINGS || isBeyond(high)) return null;
    high *= 2;
  }
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (reached(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** The facts with one more entry of a measure for a person. */
function withMore(facts: Facts, measure: MeasureFacts, person: string, amount: Exact, day: number): Facts {
  const series: FactSeries = measure.byPerson.get(person) ?? emptySeries();
  const more: FactSeries = {
    days: [...series.days, day],
    values: [...series.values, amount],
    weights: series.weights,
    cells: [...series.cells, 0],
    unreadable: series.unreadable,
  };
  const byPerson = new Map(measure.byPerson).set(person, more);
  return { ...facts, measures: new Map(facts.measures).set(nameKey(measure.name), { ...measure, byPerson }) };
}
