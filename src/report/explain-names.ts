/** What values of an explanation are called, and their units, in the reader's language. */
import { Exact } from "../engine/exact";
import type { Value } from "../engine/formula/value";
import type { Label, Unit } from "../engine/plan";
import type { Asked, Trace } from "../engine/trace";
import { type ExplainWord, explainWord, findExplainWord } from "../text/explain-words";
import { fillTemplate, type Lang } from "../text/labels";
import { amount, valueText } from "./amounts";

/** A trace of a name or of a function. */
export type NameTrace = Extract<Trace, { kind: "name" }>;
/** A trace of a function. */
export type CallTrace = Extract<Trace, { kind: "call" }>;

/** A label in a language; the other language's, else the name, where it has none. */
export function labelIn(label: Label | undefined, name: string, lang: Lang): string {
  const [own, other] = lang === "zh" ? [label?.zh, label?.en] : [label?.en, label?.zh];
  return own || (lang === "zh" ? other : "") || name;
}

function say(key: ExplainWord, lang: Lang, values: Readonly<Record<string, string>>): string {
  return fillTemplate(explainWord(key, lang), values);
}

/** A label inside an English sentence begins small, unless it is an abbreviation. */
function inside(label: string, lang: Lang): string {
  return lang === "en" && /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** What people call the value of a name: `Sales`, `绩效得分`, `销售额目标`. */
export function nameOf(trace: Pick<NameTrace, "name" | "label" | "isTarget">, lang: Lang): string {
  const own = findExplainWord(`name.${trace.name.toLowerCase()}`, lang);
  const label = trace.label ? labelIn(trace.label, plainName(trace), lang) : (own ?? plainName(trace));
  return trace.isTarget ? say("target", lang, { name: inside(label, lang) }) : label;
}

/** `sales` of `TARGET(sales)`. */
function plainName({ name, isTarget }: Pick<NameTrace, "name" | "isTarget">): string {
  return isTarget ? name.slice("TARGET(".length, -1) : name;
}

/** What people call the value of a function, for example `团队人均销售额` for `TEAM.AVERAGE(sales)`. */
export function callName({ name, asked }: Pick<CallTrace, "name" | "asked">, lang: Lang): string {
  const template = findExplainWord(`call.${name}`, lang);
  return template && asked ? fillTemplate(template, { name: inside(askedName(asked, lang), lang) }) : name;
}

function askedName({ text, label }: Asked, lang: Lang): string {
  return labelIn(label, findExplainWord(`name.${text.toLowerCase()}`, lang) ?? text, lang);
}

/** A number's text with the word for its unit behind it, where the unit has one. */
export function withUnit(text: string, unit: Unit | null, lang: Lang): string {
  if (unit !== "s" && unit !== "days" && unit !== "points") return text;
  const isOne = text === "1" || text === "1.00";
  return say(unit === "days" && isOne ? "unit.day" : `unit.${unit}`, lang, { n: text });
}

/** A value with its unit, for example `35 s`, `22 天`, `92.00 分`; `–` where there is none. */
export function measuredText(
  value: Value,
  unit: Unit | null,
  lang: Lang,
  edges: readonly Exact[] = [],
): string {
  if (!(value instanceof Exact)) return valueText(value, unit, lang, edges);
  return withUnit(amount(value, unit, edges), unit, lang);
}

/** The unit in which people know a value: a rate for ATTAINMENT, a metric's own for its name. */
export function unitOfTrace(trace: Trace): Unit | null {
  if (trace.kind === "name") return trace.unit;
  if (trace.kind !== "call") return null;
  if (trace.name === "ATTAINMENT") return "%";
  const taken = trace.operands[trace.operands.length - 1];
  return trace.unit ?? (taken && !trace.asked ? unitOfTrace(taken) : null);
}

/** The unit in which the rows of a call's table are compared. */
export function unitOfLookUp({ operands: [operand] }: CallTrace): Unit | null {
  return operand ? unitOfTrace(operand) : null;
}
