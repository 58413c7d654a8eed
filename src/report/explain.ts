import { Exact } from "../engine/exact";
import type { Unit } from "../engine/plan";
import type { ItemResult, PayLine } from "../engine/result";
import type { Lang } from "../text/labels";
import { amount, percent } from "./amounts";
import { causeLines, correctionWords } from "./explain-correction";
import { hitLine } from "./explain-hits";
import { measuredText, withUnit } from "./explain-names";
import { type Explained, type InputLine, lineOf, type Setting, say } from "./explain-setting";
import { attainedBy, explainTrace } from "./explain-trace";

function lines(first: string | InputLine, inputs: readonly InputLine[] = []): readonly InputLine[] {
  const sum = typeof first === "string" ? lineOf(first) : first;
  const told = [sum, ...inputs].filter(({ text }) => text !== "");
  return told.map(({ text, onPaper }) => ({ text: tight(text), onPaper: onPaper && tight(onPaper) }));
}

/** Full-width brackets bring their own blank. */
function tight(text: string): string {
  return text.replace(/ （/g, "（").replace(/） (?=[−+×÷])/g, "）");
}

function joined(told: readonly InputLine[]): string {
  return told.map(({ text }) => text).join("\n");
}

/**
 * A line of pay in words: the arithmetic in values on the first line, for example
 * `92.00 ÷ 100 × 135,000.00 × 0.4% = 496.80`, then what each value is called, its unit, and where it comes
 * from. It names no colleague: a team value tells how many people it covers.
 */
export function explainLine(line: PayLine, tabs: readonly string[], lang: Lang): string {
  return joined(linesOfPay(line, tabs, lang));
}

/** The words of {@link explainLine} line by line, with what paper keeps of each. */
export function linesOfPay(line: PayLine, tabs: readonly string[], lang: Lang): readonly InputLine[] {
  return once(line, lang, () => wordsOfLine(line, { tabs, lang }));
}

const written = new WeakMap<object, Map<Lang, readonly InputLine[]>>();

/** Several tabs show the words of one line or item: they are written once. */
function once(subject: object, lang: Lang, write: () => readonly InputLine[]): readonly InputLine[] {
  const texts = written.get(subject) ?? new Map<Lang, readonly InputLine[]>();
  written.set(subject, texts);
  const text = texts.get(lang) ?? write();
  texts.set(lang, text);
  return text;
}

function wordsOfLine(line: PayLine, setting: Setting): readonly InputLine[] {
  const paid = amount(line.amount, "money");
  if (line.from === "adjustment")
    return lines(say(setting, "adjustment", { reason: line.reason || line.component }));
  if (line.correction)
    return lines(
      correctionWords(line.correction, line.amount, setting),
      causeLines(line.correction, setting),
    );
  const condition = line.conditionTrace();
  if (!line.due && condition) {
    const unmet = explainTrace(condition, setting);
    return lines(say(setting, "notDue", { condition: unmet.text }), unmet.inputs);
  }
  const trace = line.trace();
  if (!trace) return lines(paid);
  const { text } = explainTrace(trace, setting);
  // On paper every value has its name; the lines below are the same on both.
  const paper = explainTrace(trace, { ...setting, named: true, paper: true });
  const rounded = line.unrounded && say(setting, "rounded", { value: amount(line.unrounded, null) });
  const sumOf = (words: string) => {
    const sum = text === paid ? paid : `${words} = ${paid}`;
    return rounded ? sum + say(setting, "comma") + rounded : sum;
  };
  return lines({ text: sumOf(text), onPaper: sumOf(paper.text) }, paper.inputs);
}

/** The points of an item in words: its value, the band or ratio, the weight. */
export function explainItem(item: ItemResult, tabs: readonly string[], lang: Lang): string {
  return joined(once(item, lang, () => wordsOfItem(item, tabs, lang)));
}

function wordsOfItem(item: ItemResult, tabs: readonly string[], lang: Lang): readonly InputLine[] {
  const setting: Setting = { tabs, lang, edges: item.hit?.edges ?? [] };
  const trace = item.trace();
  const explained = trace ? explainTrace(trace, setting) : null;
  if (item.kind === "gate") return lines(gateText(item, explained, setting), explained?.inputs);
  if (item.missing) return lines(missingText(item, setting), explained?.inputs);
  if (!item.points) return lines("", explained?.inputs);
  const points = amount(item.points, "points");
  const stretched = item.kind === "points" && !item.weight.equals(item.ownWeight);
  const note = stretched
    ? say(setting, "weightNote", { own: item.ownWeight.toText(), weight: item.weight.toText(2) })
    : "";
  const how = pointsText(item, explained, setting);
  const given = withUnit(points, "points", setting.lang);
  return lines(how === item.points.toText() ? given : `${how} = ${given}`, [
    ...attainmentLine(item, setting),
    ...(explained?.inputs ?? []),
    lineOf(note),
  ]);
}

function gateText(item: ItemResult, explained: Explained | null, setting: Setting): string {
  return say(setting, "is", {
    name: explained?.text ?? "",
    value: say(setting, item.met ? "met" : "notMet"),
  });
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
  const shown = value ? measuredText(value, unit, setting.lang, setting.edges) : "";
  if (item.hit) {
    const hit = hitLine(item.hit, { value: shown, unit, result: resultOf(item, setting.lang) }, setting).text;
    if (item.method !== "bands" || !(item.hit.result instanceof Exact)) return hit;
    const share = { percent: item.hit.result.toText(), weight: item.weight.toText(2) };
    return `${hit}${say(setting, "semicolon")}${say(setting, "ofWeight", share)}`;
  }
  if (item.method === "ratio" && value) return ratioText(item, value, setting);
  return explained?.text ?? shown;
}

/** What a row of an item's table gives: a percentage of the weight, or points. Blank without a row. */
export function resultOf({ hit, method }: ItemResult, lang: Lang): string {
  if (!hit) return "";
  if (!(hit.result instanceof Exact)) return hit.result;
  const text = hit.result.toText(6);
  return method === "bands" ? `${text}%` : withUnit(text, "points", lang);
}

function ratioText(item: ItemResult, value: Exact, setting: Setting): string {
  const counted = item.points && !item.weight.isZero() ? item.points.abs().over(item.weight) : value;
  const limit = say(setting, "at", { place: say(setting, "capped", { value: percent(counted) }) });
  const limited = counted.equals(value) ? "" : ` ${limit}`;
  const own =
    item.measure === "attainment"
      ? say(setting, "attained", { value: percent(value) })
      : say(setting, "actual", { value: percent(value) });
  return say(setting, "weighed", { value: own + limited, weight: item.weight.toText(2) });
}

function attainmentLine(item: ItemResult, setting: Setting): InputLine[] {
  const { attainment, value, target, unit } = item;
  if (item.measure !== "attainment" || !attainment || !value || !target) return [];
  const worded = (key: "actual" | "targeted", number: Exact) => ({
    value: number,
    text: say(setting, key, { value: measuredText(number, unit, setting.lang) }),
  });
  const how = attainedBy(attainment, worded("actual", value), worded("targeted", target));
  const shown = say(setting, "attained", { value: percent(attainment, 2, item.hit?.edges) });
  return how === "" ? [] : [lineOf(`${shown} = ${how}`)];
}
