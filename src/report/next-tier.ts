import { edgesOf } from "../engine/bands";
import { Exact } from "../engine/exact";
import { nameKey } from "../engine/name";
import { type NextBand, nextBand } from "../engine/next-band";
import type { BandRow, Plan, Unit } from "../engine/plan";
import type { ItemResult, PayLine, PersonResult } from "../engine/result";
import type { Trace } from "../engine/trace";
import type { Lang } from "../text/labels";
import { tabWord } from "../text/tab-words";
import { amount, grouped, resultText } from "./amounts";
import { gapUp } from "./beside";
import { lineLabel } from "./pay-lines";

/** An actual value against its target. */
interface Quotient {
  readonly actual: Exact;
  readonly target: Exact;
  readonly unit: Unit | null;
}

/** A table that was looked into for an item or a line of pay. */
interface LookUp {
  readonly name: string;
  readonly table: string;
  readonly value: Exact;
  readonly unit: Unit | null;
  /** Behind an attainment of actual ÷ target; null for other values. */
  readonly quotient: Quotient | null;
  /** For deductions, whose smaller points are better. */
  readonly smallerIsBetter: boolean;
  /** A row's result as people know it: points of an item, a rate of a line. */
  readonly shownResult: (row: Pick<BandRow, "result" | "isPercent">) => string;
}

/**
 * What the next better row of each table takes that decided a person's points or pay, a sentence
 * each: how much more or less, the condition, and the two results. Tables of slices have no such step.
 * Empty for who is held, worked under two plans, or stands on the best rows.
 */
export function nextTiers(person: PersonResult, plan: Plan | undefined, lang: Lang): string[] {
  const ofItems = person.items.flatMap((item) => lookUpOfItem(item, lang));
  return sentencesOf([...ofItems, ...lookUpsOfPay(person, lang)], person, plan, lang);
}

/** The same of the lines of pay only, of which a slip has room for the first; null without one. */
export function nextPayTier(person: PersonResult, plan: Plan | undefined, lang: Lang): string | null {
  return sentencesOf(lookUpsOfPay(person, lang), person, plan, lang)[0] ?? null;
}

function lookUpsOfPay({ pay }: PersonResult, lang: Lang): LookUp[] {
  return pay.flatMap((line) => lookUpsOfLine(line, lang));
}

function sentencesOf(
  lookUps: readonly LookUp[],
  { held, parts }: PersonResult,
  plan: Plan | undefined,
  lang: Lang,
): string[] {
  if (!plan || held || parts.length > 1) return [];
  return [...new Set(lookUps.flatMap((lookUp) => sentenceOf(lookUp, plan, lang) ?? []))];
}

function lookUpOfItem(item: ItemResult, lang: Lang): LookUp[] {
  const byTarget = item.measure === "attainment";
  const value = byTarget ? item.attainment : item.value;
  if (!item.hit || !value) return [];
  return [
    {
      name: item.item,
      table: item.hit.table,
      value,
      unit: byTarget ? "%" : item.unit,
      quotient: byTarget ? quotientOf(item.value, item.target, value, item.unit) : null,
      smallerIsBetter: item.kind === "deduction",
      shownResult: (row) => tabWord("points", lang, { n: amount(pointsOf(row, item), "points") }),
    },
  ];
}

/** What a row gives of an item's own weight: a percentage of it, or the points themselves. */
function pointsOf({ result, isPercent }: Pick<BandRow, "result" | "isPercent">, item: ItemResult): Exact {
  if (!(result instanceof Exact)) return Exact.ZERO;
  if (item.method !== "bands") return result;
  const share = isPercent ? result : result.over(Exact.HUNDRED);
  return share.times(item.ownWeight);
}

function lookUpsOfLine(line: PayLine, lang: Lang): LookUp[] {
  return line.due ? lookUpsIn(line.trace(), lineLabel(line, lang)) : [];
}

const plainResult: LookUp["shownResult"] = ({ result }) => resultText(result);

function lookUpsIn(trace: Trace | null, name: string): LookUp[] {
  if (!trace || trace.kind === "literal") return [];
  if (trace.kind === "name") return lookUpsIn(trace.origin.formula ?? null, name);
  const inner = trace.operands.flatMap((operand) => lookUpsIn(operand, name));
  if (trace.kind === "operator") return inner;
  const [[hit], [operand]] = [trace.hits, trace.operands];
  const isStep = trace.name === "RATE" || trace.name === "BAND";
  if (!isStep || !hit || !operand || !(operand.value instanceof Exact)) return inner;
  const { value } = operand;
  const rest = { unit: unitOf(operand), smallerIsBetter: false, shownResult: plainResult };
  return [{ name, table: hit.table, value, quotient: quotientIn(operand), ...rest }, ...inner];
}

/** The actual and the target, if the attainment is their quotient: lower-is-better ones are not. */
function quotientOf(
  actual: Exact | null,
  target: Exact | null,
  attainment: Exact,
  unit: Unit | null,
): Quotient | null {
  if (!actual || !target || target.sign() <= 0) return null;
  return actual.over(target).equals(attainment) ? { actual, target, unit } : null;
}

function quotientIn(trace: Trace): Quotient | null {
  if (trace.kind !== "call" || trace.name !== "ATTAINMENT" || !(trace.value instanceof Exact)) return null;
  const [actual, target] = trace.operands;
  if (!(actual?.value instanceof Exact) || !(target?.value instanceof Exact)) return null;
  return quotientOf(actual.value, target.value, trace.value, unitOf(actual));
}

/** A rate for ATTAINMENT, a metric's own unit for its name; of IF what its branch has. */
function unitOf(trace: Trace): Unit | null {
  if (trace.kind === "name") return trace.unit;
  if (trace.kind !== "call") return null;
  if (trace.name === "ATTAINMENT") return "%";
  const taken = trace.operands[trace.operands.length - 1];
  return trace.unit ?? (taken ? unitOf(taken) : null);
}

function sentenceOf(look: LookUp, { bands }: Plan, lang: Lang): string | null {
  const rows = bands.get(nameKey(look.table))?.rows ?? [];
  const next = nextBand(rows, look.value, look.smallerIsBetter);
  if (!next) return null;
  const edges = edgesOf(rows);
  return tabWord("nextTier", lang, {
    name: look.name,
    now: amount(look.value, look.unit, edges),
    gap: gapWords(next, look, lang),
    condition: tabWord(next.when, lang, { t: amount(next.threshold, look.unit, edges) }),
    result: look.shownResult(next.to),
    current: look.shownResult(next.from),
  });
}

/**
 * How much more or less it takes: for an attainment in the measure's own unit, else in the value's. Rounded
 * up as shown, so that nobody is told too little; "just over" where the threshold itself is not enough, and
 * "a little" where the value stands on it.
 */
function gapWords({ gap, when }: NextBand, { quotient, unit }: LookUp, lang: Lang): string {
  const size = quotient ? gap.abs().times(quotient.target) : gap.abs();
  const isStrict = when === "above" || when === "below";
  const words = size.isZero()
    ? tabWord("gap.any", lang)
    : roundedUp(size, quotient ? quotient.unit : unit, lang);
  return tabWord(gap.sign() > 0 || when === "above" ? "gap.more" : "gap.less", lang, {
    gap: isStrict && !size.isZero() ? tabWord("gap.over", lang, { gap: words }) : words,
    actual: quotient ? amount(quotient.actual, quotient.unit) : "",
  });
}

/** Money has no smaller coin than a cent; all else takes as many digits as a small gap needs. */
function roundedUp(size: Exact, unit: Unit | null, lang: Lang): string {
  if (unit === "money") return amount(size.round(Exact.CENT, "up"), unit);
  if (unit === "%") {
    const { value, places } = gapUp(size.times(Exact.HUNDRED), 2);
    return tabWord("gap.points", lang, { n: value.toText(places) });
  }
  const { value, places } = gapUp(size, unit === null ? 6 : 2);
  return unit === "points" && places === 2 ? amount(value, unit) : grouped(value.toText(places));
}
