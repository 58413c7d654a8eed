import { findBand } from "../engine/bands";
import { Exact } from "../engine/exact";
import { nameKey } from "../engine/name";
import type { BandRow, Plan, Unit, When } from "../engine/plan";
import type { ItemResult, PayLine, PersonResult } from "../engine/result";
import type { Trace } from "../engine/trace";
import type { Lang } from "../text/labels";
import { tabWord } from "../text/tab-words";
import { amount, percent, resultText } from "./amounts";
import { lineLabel } from "./pay-lines";

/** A table that was looked into for an item or a line of pay. */
interface LookUp {
  readonly name: string;
  readonly table: string;
  readonly value: Exact;
  readonly unit: Unit | null;
  /** For deductions, whose smaller points are better. */
  readonly smallerIsBetter: boolean;
  /** A row's result as people know it: points of an item, a rate of a line. */
  readonly shownResult: (row: Pick<BandRow, "result" | "isPercent">) => string;
}

/**
 * What the next better row of each table takes that decided a person's points or pay, a sentence
 * each: the condition and the two results. Tables of slices have no such step. Empty for who is
 * held, worked under two plans, or stands on the best rows.
 */
export function nextTiers(person: PersonResult, plan: Plan | undefined, lang: Lang): string[] {
  if (!plan || person.held || person.parts.length > 1) return [];
  const looks = [
    ...person.items.flatMap((item) => lookUpOfItem(item, lang)),
    ...person.pay.flatMap((line) => lookUpsOfLine(line, lang)),
  ];
  const sentences = looks.flatMap((look) => sentenceOf(look, plan, lang) ?? []);
  return [...new Set(sentences)];
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
  return [{ name, table: hit.table, value, ...rest }, ...inner];
}

/** A rate for ATTAINMENT, a metric's own unit for its name; of IF what its branch has. */
function unitOf(trace: Trace): Unit | null {
  if (trace.kind === "name") return trace.unit;
  if (trace.kind !== "call") return null;
  if (trace.name === "ATTAINMENT") return "%";
  const taken = trace.operands[trace.operands.length - 1];
  return trace.unit ?? (taken ? unitOf(taken) : null);
}

/** What has to be reached, and what stands there. */
interface Step {
  readonly when: When;
  readonly threshold: Exact;
  readonly to: BandRow;
  readonly from: BandRow;
}

function sentenceOf(look: LookUp, { bands }: Plan, lang: Lang): string | null {
  const rows = bands.get(nameKey(look.table))?.rows ?? [];
  const step = stepOf(rows, look);
  if (!step) return null;
  return tabWord("nextTier", lang, {
    name: look.name,
    now: shown(look.value, look.unit),
    condition: tabWord(step.when, lang, { t: shown(step.threshold, look.unit) }),
    result: look.shownResult(step.to),
    current: look.shownResult(step.from),
  });
}

function shown(value: Exact, unit: Unit | null): string {
  return unit === "%" ? percent(value, 2) : amount(value, unit);
}

/** The neighbouring row with the better result; null on the best row, and where results are words. */
function stepOf(rows: readonly BandRow[], { value, smallerIsBetter }: LookUp): Step | null {
  const from = findBand(rows, value);
  const current = from?.result;
  if (!from || !(current instanceof Exact)) return null;
  const at = rows.indexOf(from);
  const isBetter = ({ result }: BandRow) =>
    result instanceof Exact && result.compare(current) * (smallerIsBetter ? -1 : 1) > 0;
  const [harder, easier] = [rows[at - 1], rows[at + 1]];
  if (harder?.threshold && isBetter(harder))
    return { when: harder.when, threshold: harder.threshold, to: harder, from };
  if (!easier || !from.threshold || !isBetter(easier)) return null;
  return { when: LEAVING[from.when], threshold: from.threshold, to: easier, from };
}

/** The condition of leaving a row. */
const LEAVING: Readonly<Record<When, When>> = {
  "at least": "below",
  above: "up to",
  "up to": "above",
  below: "at least",
};
