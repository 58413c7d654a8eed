import { Exact } from "../engine/exact";
import type { Unit } from "../engine/plan";
import type { CorrectedLine, ItemResult, PayLine } from "../engine/result";
import type { Lang } from "../text/labels";
import { amount, percent } from "./amounts";
import { type Explained, explainTrace, hitText, type Setting, say } from "./explain-trace";

function lines(first: string, inputs: readonly string[]): string {
  const told = [first, ...inputs].filter((line) => line !== "");
  // Full-width brackets bring their own blank.
  return told.join("\n").replace(/ （/g, "（");
}

/**
 * A line of pay in words: the arithmetic in values on the first line, for example
 * `92.00 ÷ 100 × 135,000.00 × 0.4% = 496.80`, then where each value comes from. It names no
 * colleague: a team value tells how many people it covers.
 */
export function explainLine(line: PayLine, tabs: readonly string[], lang: Lang): string {
  return once(line, lang, () => wordsOfLine(line, tabs, lang));
}

const written = new WeakMap<object, Map<Lang, string>>();

/** Several tabs show the words of one line or item: they are written once. */
function once(subject: object, lang: Lang, write: () => string): string {
  const texts = written.get(subject) ?? new Map<Lang, string>();
  written.set(subject, texts);
  const text = texts.get(lang) ?? write();
  texts.set(lang, text);
  return text;
}

function wordsOfLine(line: PayLine, tabs: readonly string[], lang: Lang): string {
  const setting: Setting = { tabs, lang };
  const paid = amount(line.amount, "money");
  if (line.from === "adjustment")
    return say(setting, "adjustment", { reason: line.reason || line.component });
  if (line.correction) return wordsOfCorrection(line.correction, setting);
  const condition = line.conditionTrace();
  if (!line.due && condition) {
    const unmet = explainTrace(condition, setting);
    return lines(say(setting, "notDue", { condition: unmet.text }), unmet.inputs);
  }
  const trace = line.trace();
  if (!trace) return paid;
  const explained = explainTrace(trace, setting);
  const rounded = line.unrounded
    ? `, ${say(setting, "rounded", { value: amount(line.unrounded, null) })}`
    : "";
  const sum = explained.text === paid ? paid : `${explained.text} = ${paid}`;
  return lines(sum + rounded, explained.inputs);
}

/** A closed month's line before and after its late data, and what waits for a later month. */
function wordsOfCorrection(line: CorrectedLine, setting: Setting): string {
  const { origin, label, was, now, carried } = line;
  const values = { month: origin, line: label[setting.lang], was: was.toFixed(2), now: now.toFixed(2) };
  const settled = Exact.sum(line.earlier.map((one) => one.amount));
  const changed = settled.isZero()
    ? say(setting, "corrected", values)
    : wordsOfAnother(line, settled, values, setting);
  if (carried.isZero()) return changed;
  return `${changed}${say(setting, "carried", { amount: carried.abs().toFixed(2) })}`;
}

/**
 * A line for which months before posted something: either more came late, or what they posted does not hold any
 * more, because the late data is gone or the closed month was approved anew with it. The amounts add up.
 */
function wordsOfAnother(
  { was, now, earlier }: CorrectedLine,
  settled: Exact,
  values: Readonly<Record<string, string>>,
  setting: Setting,
): string {
  const returned = say(setting, settled.sign() < 0 ? "givenBack" : "takenBack");
  const posted = earlier
    .map((one) => say(setting, "postedIn", { month: one.month, amount: one.amount.toFixed(2) }))
    .join(setting.lang === "zh" ? "、" : ", ");
  const terms = [was, ...earlier.map((one) => one.amount)].map(taken);
  const sum = `${now.toFixed(2)}${terms.join("")} = ${now.minus(was).minus(settled).toFixed(2)}`;
  const before = earlier.find((one) => one.was && !one.was.equals(was))?.was;
  const all = { ...values, returned, posted, sum, first: before?.toFixed(2) ?? "" };
  if (before) return say(setting, now.equals(was) ? "reopenedWith" : "reopenedSince", all);
  return say(setting, now.equals(was) ? "undone" : "correctedMore", all);
}

/** An amount as a term that is taken away. */
function taken(term: Exact): string {
  return ` ${term.sign() < 0 ? "+" : "−"} ${term.abs().toFixed(2)}`;
}

/** The points of an item in words: its value, the band or ratio, the weight. */
export function explainItem(item: ItemResult, tabs: readonly string[], lang: Lang): string {
  return once(item, lang, () => wordsOfItem(item, tabs, lang));
}

function wordsOfItem(item: ItemResult, tabs: readonly string[], lang: Lang): string {
  const setting: Setting = { tabs, lang, edges: item.hit?.edges ?? [] };
  const trace = item.trace();
  const explained = trace ? explainTrace(trace, setting) : null;
  if (item.kind === "gate") return lines(gateText(item, explained, setting), explained?.inputs ?? []);
  if (item.missing) return lines(missingText(item, setting), explained?.inputs ?? []);
  if (!item.points) return lines("", explained?.inputs ?? []);
  const points = amount(item.points, "points");
  const stretched = item.kind === "points" && !item.weight.equals(item.ownWeight);
  const note = stretched
    ? say(setting, "weightNote", { own: item.ownWeight.toText(), weight: item.weight.toText(2) })
    : "";
  return lines(`${pointsText(item, explained, setting)} = ${points}`, [
    ...attainmentLine(item),
    ...(explained?.inputs ?? []),
    note,
  ]);
}

function gateText(item: ItemResult, explained: Explained | null, setting: Setting): string {
  return `${explained?.text ?? ""}: ${say(setting, item.met ? "met" : "notMet")}`;
}

function missingText(item: ItemResult, setting: Setting): string {
  if (!item.points) return say(setting, "noData");
  return say(setting, "noDataCounts", { points: amount(item.points, "points") });
}

function measured(item: ItemResult): { value: Exact | null; unit: Unit | null } {
  return item.measure === "attainment"
    ? { value: item.attainment, unit: "%" }
    : { value: item.value, unit: item.unit };
}

function pointsText(item: ItemResult, explained: Explained | null, setting: Setting): string {
  const { value, unit } = measured(item);
  const shown = value ? amount(value, unit, setting.edges) : "";
  if (item.hit) {
    const hit = hitText(item.hit, { value: shown }, setting);
    if (item.method !== "bands" || !(item.hit.result instanceof Exact)) return hit;
    const share = { percent: item.hit.result.toText(), weight: item.weight.toText(2) };
    return `${hit}; ${say(setting, "ofWeight", share)}`;
  }
  if (item.method === "ratio" && value) return ratioText(item, value, setting);
  return explained?.text ?? shown;
}

function ratioText(item: ItemResult, value: Exact, setting: Setting): string {
  const counted = item.points && !item.weight.isZero() ? item.points.abs().over(item.weight) : value;
  const limited = counted.equals(value) ? "" : ` (${say(setting, "capped", { value: percent(counted) })})`;
  return `${percent(value)}${limited} × ${item.weight.toText(2)}`;
}

function attainmentLine(item: ItemResult): string[] {
  if (item.measure !== "attainment" || !item.attainment || !item.value || !item.target) return [];
  const [actual, target] = [amount(item.value, item.unit), amount(item.target, item.unit)];
  const division = item.better === "lower" ? `${target} ÷ ${actual}` : `${actual} ÷ ${target}`;
  return [`${percent(item.attainment, 2, item.hit?.edges)} = ${division}`];
}
