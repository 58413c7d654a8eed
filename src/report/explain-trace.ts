/** The arithmetic of a trace in words: the values, and where each of them comes from. */
import { Exact } from "../engine/exact";
import { unpackCell } from "../engine/facts";
import type { Value } from "../engine/formula/value";
import { ATOM, STRENGTH } from "../engine/formula/write";
import { cellName } from "../engine/issue";
import type { Unit } from "../engine/plan";
import type { Origin, Trace } from "../engine/trace";
import type { Lang } from "../text/labels";
import { amount, resultText, valueText } from "./amounts";
import { explainSlices, hitLine, type Reached } from "./explain-hits";
import {
  type CallTrace,
  callName,
  measuredText,
  type NameTrace,
  nameOf,
  unitOfLookUp,
  unitOfTrace,
  withUnit,
} from "./explain-names";
import { type Explained, joinInputs, lineOf, placeText, type Setting, say } from "./explain-setting";

/** As in formulas, but for signs: readers take −2 ^ 2 for −(2 ^ 2), so that (−2) ^ 2 is written out. */
const READ_STRENGTH: Readonly<Record<string, number>> = {
  ...STRENGTH,
  "^": 6,
  negate: 5,
  plus: ATOM,
  "%": 7,
};
const SIGNS: Readonly<Record<string, string>> = {
  "*": "×",
  "/": "÷",
  "-": "−",
  "<=": "≤",
  ">=": "≥",
  "<>": "≠",
};

/** A trace as arithmetic over values, for example `92.00 ÷ 100 × 135,000.00 × 0.4%`. */
export function explainTrace(trace: Trace, setting: Setting): Explained {
  switch (trace.kind) {
    case "literal":
      return { text: literalText(trace, setting), strength: ATOM, inputs: [] };
    case "name":
      return explainName(trace, setting);
    case "operator":
      return explainOperator(
        trace.operator,
        trace.operands.map((operand, index) =>
          COMPARISONS.has(trace.operator)
            ? explainCompared(trace, index, setting)
            : explainTrace(operand, setting),
        ),
      );
    case "call":
      return explainCall(trace, setting);
  }
}

function literalText({ text, value }: Extract<Trace, { kind: "literal" }>, { lang }: Setting): string {
  return typeof value === "boolean" ? valueText(value, null, lang) : text;
}

const COMPARISONS: ReadonlySet<string> = new Set(["=", "<>", "<", "<=", ">", ">="]);

/**
 * Of a comparison each side is named, and shown apart from the other where it is the value compared; a number
 * written down has the unit of the other side.
 */
function explainCompared(
  { operands }: Extract<Trace, { kind: "operator" }>,
  index: number,
  setting: Setting,
): Explained {
  const [own, other] = [operands[index], operands[1 - index]];
  if (!own || !other) return EMPTY;
  if (own.kind === "literal" && own.value instanceof Exact)
    return { ...EMPTY, text: withUnit(own.text, unitOfTrace(other), setting.lang) };
  const isWhole = own.kind !== "operator" && other.value instanceof Exact;
  const edges = isWhole && other.value instanceof Exact ? { edges: [other.value] } : {};
  return explainTrace(own, { ...setting, named: true, ...edges });
}

function explainOperator(operator: string, operands: readonly Explained[]): Explained {
  const own = READ_STRENGTH[operator] ?? ATOM;
  const [left, right] = operands;
  const inputs = joinInputs(operands);
  if (!left) return { text: "", strength: ATOM, inputs };
  const leftText = wrap(left, own);
  if (!right) return { text: operator === "%" ? `${leftText}%` : `−${leftText}`, strength: own, inputs };
  const sign = SIGNS[operator] ?? operator;
  const stricter = operator === "-" || operator === "/" ? own + 1 : own;
  return { text: `${leftText} ${sign} ${wrap(right, stricter)}`, strength: own, inputs };
}

function wrap({ text, strength }: Explained, needed: number): string {
  return strength < needed ? `(${text})` : text;
}

function explainName(trace: NameTrace, setting: Setting): Explained {
  const { lang, edges } = setting;
  const { formula } = trace.origin;
  const inner = formula && formula.kind !== "name" ? explainTrace(formula, unnamed(setting)) : null;
  // A part month shows its day basis in the sum itself: 2,000.00 × 15/31.
  if (inner && trace.name === "base") return inner;
  const named = namedValue(trace, setting);
  const text = setting.named ? named : valueText(trace.value, trace.unit, lang, edges);
  const derived = inner ? `${named} = ${inner.text}` : named;
  const line = [derived, whereFrom(trace.origin, setting)].filter((part) => part !== "").join(" ");
  const onPaper = inner && setting.paper ? `${named} = ${namedText(trace.origin.formula, setting)}` : null;
  return { text, strength: ATOM, inputs: [{ text: line, onPaper }, ...(inner?.inputs ?? [])] };
}

function unnamed(setting: Setting): Setting {
  return { ...setting, named: false };
}

/** Arithmetic in which every value stands with its name. */
function namedText(trace: Trace | undefined, setting: Setting): string {
  return trace ? explainTrace(trace, { ...setting, named: true }).text : "";
}

/** `Sales 150,000.00`, but `probation: yes` and `grade: A1`. */
function namedValue(trace: NameTrace, setting: Setting): string {
  return valueUnder(nameOf(trace, setting.lang), trace, setting);
}

function valueUnder(name: string, { value, unit }: NameTrace | CallTrace, setting: Setting): string {
  const text = measuredText(value, unit, setting.lang, setting.edges);
  return value instanceof Exact ? `${name} ${text}` : say(setting, "is", { name, value: text });
}

/** How many people a team value covers, and as how many heads where part months count in part. */
function membersText(members: NonNullable<Origin["members"]>, setting: Setting): string {
  const heads = Exact.sum(members.map(({ weight }) => weight));
  const count = String(members.length);
  if (heads.equals(Exact.integer(members.length))) return say(setting, "members", { count });
  return say(setting, "heads", { count, heads: heads.toText(4) });
}

/** Where a value was read: the first cell and how many more, or the row of a rule tab. */
function whereFrom({ cells, place, members }: Origin, setting: Setting): string {
  if (members) return say(setting, "at", { place: membersText(members, setting) });
  if (place) return say(setting, "at", { place: placeText(place) });
  const [first] = cells ?? [];
  if (first === undefined || !cells) return "";
  const { tabIndex, row, column } = unpackCell(first);
  const where = `${setting.tabs[tabIndex] ?? ""}!${cellName(row, column)}`;
  const cell =
    cells.length === 1
      ? say(setting, "cell", { first: where })
      : say(setting, "cells", { first: where, more: String(cells.length - 1) });
  return say(setting, "at", { place: cell });
}

function explainCall(trace: CallTrace, setting: Setting): Explained {
  const [hit] = trace.hits;
  const isWorded = WORDED.has(trace.name) || (setting.paper === true && !hit);
  const outer = isWorded ? setting : { ...unnamed(setting), paper: false };
  const inner = hit ? { ...outer, edges: hit.edges } : outer;
  const parts = trace.operands.map((operand) => explainTrace(operand, inner));
  if ((trace.name === "IF" || trace.name === "IFS") && parts.length > 1)
    return explainChoice(trace, parts, setting);
  if (trace.hits.length > 0) return explainLookUp(trace, parts, setting);
  if (trace.name === "ATTAINMENT") return explainAttainment(trace, setting);
  if (trace.origin.members || parts.length === 0) return explainAsked(trace, setting);
  const joined = joinedText(trace.name, parts, setting);
  return { ...(joined ?? listedText(trace.name, parts)), inputs: joinInputs(parts) };
}

/** What a function of the field gives: a target, a team value, a value of the month before. */
function explainAsked(trace: CallTrace, setting: Setting): Explained {
  const { lang, edges } = setting;
  const named = valueUnder(callName(trace, lang), trace, setting);
  const where = whereFrom(trace.origin, setting);
  const line = where === "" ? named : `${named} ${where}`;
  const isTeam = /^(?:TEAM|SHOP)\./.test(trace.name);
  const whole = setting.paper ? line : named;
  return {
    text: setting.named ? whole : valueText(trace.value, trace.unit, lang, edges),
    strength: ATOM,
    inputs: [{ text: line, onPaper: isTeam ? line : null }],
  };
}

/** Functions of which a value may stand in a sentence as it is; others list values between brackets. */
const WORDED: ReadonlySet<string> = new Set(["IF", "IFS", "AND", "OR", "NOT"]);

/** AND, OR and NOT in words; UNITS as what it computes. */
function joinedText(
  name: string,
  parts: readonly Explained[],
  setting: Setting,
): Pick<Explained, "text" | "strength"> | null {
  const [first = EMPTY, second = EMPTY] = parts;
  if (name === "AND" || name === "OR") {
    const sign = say(setting, name === "AND" ? "and" : "or");
    const wrapped = parts.map(({ text, strength }) => (strength < 0 ? `(${text})` : text));
    return { text: wrapped.join(sign), strength: parts.length > 1 ? JOINED : first.strength };
  }
  if (name === "NOT") return { text: say(setting, "not", { condition: first.text }), strength: ATOM };
  if (name !== "UNITS") return null;
  return { text: `MAX(0, ${first.text} − ${wrap(second, (READ_STRENGTH["-"] ?? 0) + 1)})`, strength: ATOM };
}

/** Conditions joined by a word bind less than any sign. */
const JOINED = -1;

function listedText(name: string, parts: readonly Explained[]): Pick<Explained, "text" | "strength"> {
  return { text: `${name}(${parts.map(({ text }) => text).join(", ")})`, strength: ATOM };
}

/** IF and IFS show the branch taken; where it is a value written down, the conditions are the reason. */
function explainChoice(trace: CallTrace, parts: readonly Explained[], setting: Setting): Explained {
  const [taken = EMPTY] = parts.slice(-1);
  const inputs = joinInputs(parts);
  if (trace.operands[trace.operands.length - 1]?.kind !== "literal") return { ...taken, inputs };
  const names = trace.operands.slice(0, -1).flatMap(namesIn);
  const because = [...new Set(names.map((name) => namedValue(name, setting)))];
  if (because.length === 0) return { ...taken, inputs };
  const reason = because.join(say(setting, "comma"));
  return {
    text: `${taken.text} ${say(setting, "at", { place: reason })}`,
    strength: ATOM,
    inputs,
    because: reason,
  };
}

const EMPTY: Explained = { text: "", strength: ATOM, inputs: [] };

/** The names whose values a condition looks at. */
function namesIn(trace: Trace): NameTrace[] {
  if (trace.kind === "name") return [trace];
  return trace.kind === "literal" ? [] : trace.operands.flatMap(namesIn);
}

function explainAttainment(trace: CallTrace, setting: Setting): Explained {
  const text = valueText(trace.value, "%", setting.lang, setting.edges);
  const parts = trace.operands.map((operand) => explainTrace(operand, unnamed(setting)));
  const named = `${callName(trace, setting.lang)} ${text}`;
  const [actual, target] = trace.operands.map(({ value }, index) => ({
    value,
    text: parts[index]?.text ?? "",
  }));
  const how = actual && target ? attainedBy(trace.value, actual, target) : "";
  const line = how === "" ? [] : [lineOf(`${named} = ${how}`)];
  return {
    text: setting.named ? named : text,
    strength: ATOM,
    inputs: [...line, ...joinInputs(parts)],
  };
}

/** A value with its text. */
interface Worded {
  readonly value: Value | null;
  readonly text: string;
}

/**
 * The division that gives an attainment: actual ÷ target, for lower is better target ÷ actual, or 2 − actual ÷
 * target as Settings say. Blank for an attainment without limit, where the actual is 0.
 */
export function attainedBy(attainment: Value | null, actual: Worded, target: Worded): string {
  const [a, t] = [actual.value, target.value];
  if (!(attainment instanceof Exact) || !(a instanceof Exact) || !(t instanceof Exact) || t.isZero())
    return "";
  const share = a.over(t);
  if (attainment.equals(share)) return `${actual.text} ÷ ${target.text}`;
  if (attainment.equals(Exact.integer(2).minus(share))) return `2 − ${actual.text} ÷ ${target.text}`;
  return a.isZero() ? "" : `${target.text} ÷ ${actual.text}`;
}

/** RATE and BAND show their result; the row that was reached is a line of its own. */
function explainLookUp(trace: CallTrace, parts: readonly Explained[], setting: Setting): Explained {
  const text =
    trace.value instanceof Exact ? resultText(trace.value) : valueText(trace.value, null, setting.lang);
  if (trace.name === "MARGINAL" && trace.value instanceof Exact)
    return explainSlices(trace, trace.value, parts, setting);
  const unit = unitOfLookUp(trace);
  const value = comparedText(trace, parts, unit, setting.lang);
  const reached: Reached = { value, unit, because: parts[0]?.because };
  const told = setting.paper
    ? { ...reached, value: comparedOnPaper(trace, setting), isNamed: true }
    : reached;
  const lines = trace.hits.map((hit) => ({
    ...hitLine(hit, reached, setting),
    onPaper: hitLine(hit, told, setting).onPaper,
  }));
  return { text, strength: ATOM, inputs: [...lines, ...joinInputs(parts)] };
}

/** The value that was compared with its name; of arithmetic, with each value's name and its own result. */
function comparedOnPaper(trace: CallTrace, setting: Setting): string {
  const [operand] = trace.operands;
  if (!operand) return "";
  const edges = trace.hits[0]?.edges ?? [];
  const first = explainTrace(operand, { ...setting, named: true, paper: false, edges });
  return operand.kind === "operator" ? comparedText(trace, [first], null, setting.lang) : first.text;
}

/** The value that was compared; of arithmetic, whose parts are rounded for show, with its own result. */
function comparedText(
  { operands, hits }: CallTrace,
  [first]: readonly Explained[],
  unit: Unit | null,
  lang: Lang,
): string {
  const [operand, hit] = [operands[0], hits[0]];
  const value = operand?.value;
  if (first === undefined || !hit || !(value instanceof Exact)) return first?.text ?? "";
  if (operand?.kind !== "operator" && first.strength === ATOM && !first.text.endsWith(")"))
    return withUnit(first.text, unit, lang);
  return `${first.text} = ${amount(value, null, hit.edges)}`;
}
