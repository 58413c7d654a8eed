/** The arithmetic of a trace in words: the values, and where each of them comes from. */
import { Exact } from "../engine/exact";
import { unpackCell } from "../engine/facts";
import { ATOM, STRENGTH } from "../engine/formula/write";
import { cellName, type Place } from "../engine/issue";
import type { Origin, RuleHit, Trace } from "../engine/trace";
import { type ExplainWord, explainWord } from "../text/explain-words";
import { fillTemplate, type Lang } from "../text/labels";
import { amount, percent, resultText, valueText } from "./amounts";

/** What the words need to know besides the trace. */
export interface Setting {
  /** Names of the raw tabs, by the index in packed cells. */
  readonly tabs: readonly string[];
  readonly lang: Lang;
  /** Thresholds that the values shown were compared with: they are shown apart from them. */
  readonly edges?: readonly Exact[];
}

/** Arithmetic in values, and a line for each input that it names. */
export interface Explained {
  readonly text: string;
  readonly strength: number;
  readonly inputs: readonly string[];
  /** What decided a value that a formula writes down, for example `probation: yes`. */
  readonly because?: string;
}

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

/** A sentence of the explanations, with its placeholders filled. */
export function say(
  setting: Setting,
  key: ExplainWord,
  values: Readonly<Record<string, string>> = {},
): string {
  return fillTemplate(explainWord(key, setting.lang), values);
}

function joinInputs(parts: readonly Explained[]): string[] {
  return [...new Set(parts.flatMap(({ inputs }) => inputs))];
}

/** A trace as arithmetic over values, for example `92.00 ÷ 100 × 135,000.00 × 0.4%`. */
export function explainTrace(trace: Trace, setting: Setting): Explained {
  switch (trace.kind) {
    case "literal":
      return { text: trace.text, strength: ATOM, inputs: [] };
    case "name":
      return explainName(trace, setting);
    case "operator":
      return explainOperator(
        trace.operator,
        trace.operands.map((operand, index) =>
          explainTrace(
            operand,
            COMPARISONS.has(trace.operator) ? besideOther(trace, index, setting) : setting,
          ),
        ),
      );
    case "call":
      return explainCall(trace, setting);
  }
}

const COMPARISONS: ReadonlySet<string> = new Set(["=", "<>", "<", "<=", ">", ">="]);

/** Of a comparison each side is shown apart from the other. */
function besideOther(
  { operands }: Extract<Trace, { kind: "operator" }>,
  index: number,
  setting: Setting,
): Setting {
  const other = operands[1 - index]?.value;
  return other instanceof Exact ? { ...setting, edges: [other] } : setting;
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

function explainName(trace: Extract<Trace, { kind: "name" }>, setting: Setting): Explained {
  const text = valueText(trace.value, trace.unit, setting.lang, setting.edges);
  const { formula } = trace.origin;
  const inner = formula && formula.kind !== "name" ? explainTrace(formula, setting) : null;
  // A part month shows its day basis in the sum itself: 2,000.00 × 15/31.
  if (inner && trace.name === "base") return inner;
  const named = namedValue(trace, setting);
  const derived = inner ? `${named} = ${inner.text}` : named;
  const line = [derived, whereFrom(trace.origin, setting)].filter((part) => part !== "").join(" ");
  return { text, strength: ATOM, inputs: [line, ...(inner?.inputs ?? [])] };
}

/** `sales 150,000.00`, but `probation: yes` and `grade: A1`. */
function namedValue({ name, unit, value }: Extract<Trace, { kind: "name" }>, setting: Setting): string {
  const text = valueText(value, unit, setting.lang, setting.edges);
  if (value instanceof Exact) return `${name} ${text}`;
  const known = name === "probation" || name === "grade" ? explainWord(name, setting.lang) : name;
  return say(setting, "is", { name: known, value: text });
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
  if (members) return membersText(members, setting);
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

function placeText({ tab, row, column }: Place): string {
  return row === undefined ? tab : `${tab}!${cellName(row, column)}`;
}

function explainCall(trace: Extract<Trace, { kind: "call" }>, setting: Setting): Explained {
  const [hit] = trace.hits;
  const inner = hit ? { ...setting, edges: hit.edges } : setting;
  const parts = trace.operands.map((operand) => explainTrace(operand, inner));
  if ((trace.name === "IF" || trace.name === "IFS") && parts.length > 1)
    return explainChoice(trace, parts, setting);
  if (trace.hits.length > 0) return explainLookUp(trace, parts, setting);
  if (trace.name === "ATTAINMENT") return explainAttainment(trace, parts, setting);
  if (trace.origin.members || parts.length === 0) {
    const text = valueText(trace.value, trace.unit, setting.lang, setting.edges);
    const line = [`${trace.name} ${text}`, whereFrom(trace.origin, setting)]
      .filter((part) => part !== "")
      .join(" ");
    return { text, strength: ATOM, inputs: [line] };
  }
  return {
    text: `${trace.name}(${parts.map(({ text }) => text).join(", ")})`,
    strength: ATOM,
    inputs: joinInputs(parts),
  };
}

/** IF and IFS show the branch taken; where it is a value written down, the conditions are the reason. */
function explainChoice(
  trace: Extract<Trace, { kind: "call" }>,
  parts: readonly Explained[],
  setting: Setting,
): Explained {
  const [taken = EMPTY] = parts.slice(-1);
  const inputs = joinInputs(parts);
  if (trace.operands[trace.operands.length - 1]?.kind !== "literal") return { ...taken, inputs };
  const names = trace.operands.slice(0, -1).flatMap(namesIn);
  const because = [...new Set(names.map((name) => namedValue(name, setting)))];
  if (because.length === 0) return { ...taken, inputs };
  const reason = because.join(", ");
  return {
    text: `${taken.text} ${say(setting, "at", { place: reason })}`,
    strength: ATOM,
    inputs,
    because: reason,
  };
}

const EMPTY: Explained = { text: "", strength: ATOM, inputs: [] };

/** The names whose values a condition looks at. */
function namesIn(trace: Trace): Extract<Trace, { kind: "name" }>[] {
  if (trace.kind === "name") return [trace];
  return trace.kind === "literal" ? [] : trace.operands.flatMap(namesIn);
}

function explainAttainment(
  trace: Extract<Trace, { kind: "call" }>,
  parts: readonly Explained[],
  setting: Setting,
): Explained {
  const text = valueText(trace.value, "%", setting.lang, setting.edges);
  const [actual, target] = parts;
  const line = actual && target ? [`${text} = ${actual.text} ÷ ${target.text}`] : [];
  return { text, strength: ATOM, inputs: [...line, ...joinInputs(parts)] };
}

/** RATE and BAND show their result; the row that was reached is a line of its own. */
function explainLookUp(
  trace: Extract<Trace, { kind: "call" }>,
  parts: readonly Explained[],
  setting: Setting,
): Explained {
  const text =
    trace.value instanceof Exact ? resultText(trace.value) : valueText(trace.value, null, setting.lang);
  if (trace.name === "MARGINAL" && trace.value instanceof Exact)
    return explainSlices(trace, trace.value, parts, setting);
  const reached: Reached = { value: comparedText(trace, parts), because: parts[0]?.because };
  const lines = trace.hits.map((hit) => hitText(hit, reached, setting));
  return { text, strength: ATOM, inputs: [...lines, ...joinInputs(parts)] };
}

/** The value that was compared; of arithmetic, whose parts are rounded for show, with its own result. */
function comparedText(
  { operands, hits }: Extract<Trace, { kind: "call" }>,
  [first]: readonly Explained[],
): string {
  const [value, hit] = [operands[0]?.value, hits[0]];
  if (first === undefined || !hit || !(value instanceof Exact)) return first?.text ?? "";
  if (first.strength === ATOM && !first.text.endsWith(")")) return first.text;
  return `${first.text} = ${amount(value, null, hit.edges)}`;
}

/** MARGINAL shows its amount; each slice with its rate is a line of its own, the lowest first. */
function explainSlices(
  trace: Extract<Trace, { kind: "call" }>,
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

function sliceText({ hit, rate, from, to }: ShownSlice, setting: Setting): string {
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

/** The value that reached a row, and what decided it where the formula writes it down. */
export interface Reached {
  readonly value: string;
  readonly because?: string | undefined;
}

/** The row of a table that a value reached, its condition, its result and where it stands. */
export function hitText(hit: RuleHit, { value, because }: Reached, setting: Setting): string {
  const said = {
    table: hit.table,
    condition: conditionText(hit, value.endsWith("%"), setting),
    result: resultText(hit.result),
  };
  const text =
    because === undefined
      ? say(setting, "reached", { ...said, value })
      : say(setting, "decided", { ...said, because });
  return withPlace(text, hit, setting);
}

function withPlace(text: string, { place }: RuleHit, setting: Setting): string {
  return place ? `${text} ${say(setting, "at", { place: placeText(place) })}` : text;
}

function conditionText({ when, threshold, edges }: RuleHit, asPercent: boolean, setting: Setting): string {
  if (!threshold) return say(setting, "otherwise");
  const text = asPercent ? percent(threshold, 4, edges) : amount(threshold, null, edges);
  return say(setting, when as ExplainWord, { threshold: text });
}
