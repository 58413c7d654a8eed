/** The rows of tables in words: which one a value reached, or each slice of an amount at its own rate. */
import { Exact } from "../engine/exact";
import { ATOM } from "../engine/formula/write";
import type { Unit } from "../engine/plan";
import type { RuleHit } from "../engine/trace";
import type { ExplainWord } from "../text/explain-words";
import { amount, percent, resultText } from "./amounts";
import { type CallTrace, withUnit } from "./explain-names";
import { type Explained, type InputLine, joinInputs, placeText, type Setting, say } from "./explain-setting";

/** MARGINAL shows its amount; each slice with its rate is a line of its own, the lowest first. */
export function explainSlices(
  trace: CallTrace,
  paid: Exact,
  parts: readonly Explained[],
  setting: Setting,
): Explained {
  const sliced = trace.operands[0]?.value;
  const slices = sliced instanceof Exact ? slicesOf(trace.hits, sliced) : [];
  const lines = slices.map((slice) => sliceText(slice, setting));
  return { text: amount(paid, "money"), strength: ATOM, inputs: [...lines, ...joinInputs(parts)] };
}

/** One slice of an amount, at the rate of the row that was hit. */
interface ShownSlice {
  readonly hit: RuleHit;
  readonly rate: Exact;
  readonly from: Exact;
  readonly to: Exact;
}

/** The slices of an amount, whose hits come from the highest down. */
function slicesOf(hits: readonly RuleHit[], whole: Exact): ShownSlice[] {
  const slices: ShownSlice[] = [];
  let to = whole;
  for (const hit of hits) {
    if (!(hit.result instanceof Exact)) continue;
    const from = (hit.threshold ?? Exact.ZERO).max(Exact.ZERO);
    slices.unshift({ hit, rate: hit.result, from, to });
    to = from;
  }
  return slices;
}

function sliceText({ hit, rate, from, to }: ShownSlice, setting: Setting): InputLine {
  const text = say(setting, "slice", {
    table: hit.table,
    from: amount(from, "money", hit.edges),
    to: amount(to, "money", hit.edges),
    size: amount(to.minus(from), "money"),
    rate: resultText(rate),
    amount: amount(to.minus(from).times(rate), "money"),
  });
  return withPlace(text, hit, setting);
}

/** The value that reached a row with its unit, and what decided it where the formula writes it down. */
export interface Reached {
  readonly value: string;
  readonly unit: Unit | null;
  readonly because?: string | undefined;
  /** The value stands with its name. */
  readonly isNamed?: boolean;
  /** The result in words where it is more than a number. */
  readonly result?: string;
}

/** The row of a table that a value reached, its condition, its result and where it stands. */
export function hitLine(
  hit: RuleHit,
  { value, unit, because, result, isNamed }: Reached,
  setting: Setting,
): InputLine {
  const said = {
    table: hit.table,
    condition: conditionText(hit, value.endsWith("%") ? "%" : unit, setting),
    result: result ?? resultText(hit.result),
  };
  const text =
    because === undefined
      ? say(setting, isNamed ? "reachedBy" : "reached", { ...said, value })
      : say(setting, "decided", { ...said, because });
  return withPlace(text, hit, setting);
}

function withPlace(text: string, { place }: RuleHit, setting: Setting): InputLine {
  const screen = place ? `${text} ${say(setting, "at", { place: placeText(place) })}` : text;
  return { text: screen, onPaper: text };
}

function conditionText({ when, threshold, edges }: RuleHit, unit: Unit | null, setting: Setting): string {
  if (!threshold) return say(setting, "otherwise");
  const text = unit === "%" ? percent(threshold, 4, edges) : amount(threshold, null, edges);
  return say(setting, when as ExplainWord, { threshold: withUnit(text, unit, setting.lang) });
}
