/** How a figure of an output tab came about: one sentence, four steps, and the way to every cell. */
import { Exact } from "../engine/exact";
import type { Grid } from "../engine/grid";
import { cellName, type Place } from "../engine/issue";
import { nameKey, personKey } from "../engine/name";
import type { Unit } from "../engine/plan";
import type { ItemResult, PayLine, PersonResult, RunResult } from "../engine/result";
import type { Trace } from "../engine/trace";
import { amount } from "../report/amounts";
import { explainItem, explainLine, resultOf } from "../report/explain";
import { measuredText, nameOf } from "../report/explain-names";
import { lineLabel } from "../report/payroll";
import { scoreNote } from "../report/scorecard";
import { answerWord } from "../text/answers";
import { explainWord } from "../text/explain-words";
import { type Lang, label } from "../text/labels";
import type { CellLink, ExplainAnswer } from "./contract";
import type { Desk } from "./desk";
import { correctionRound, correctionSteps, correctionSum, NO_STEPS } from "./explain-correction";
import { hitWords, stepsOf } from "./explain-steps";
import { type Figure, figureAt } from "./figure";
import { FigureCells } from "./figure-cells";
import { describeOther, firstFigure, nearestFigure, nothingAt, type SelectedCell } from "./instead";
import { lookUpOfItem, shown } from "./lookups";

/**
 * Explains the figure of a cell. Without one the sentence says what the cell shows and what to select:
 * a figure near it, else the first one of `tabsOf` the month, the tabs with a row of each person.
 */
export function explainFigure(
  desk: Desk,
  selected: SelectedCell,
  tabsOf: (month: string) => readonly Grid[],
  members = false,
): ExplainAnswer {
  const { grid, row, column } = selected;
  const at = { tab: grid.name, cell: cellName(row, column) };
  const { result } = desk.view;
  const others = () => tabsOf(result.month.text);
  const figure = figureAt(grid, row, column, result);
  if (!figure) {
    const instead = nearestFigure(selected, result) ?? firstOf(others(), result);
    const sentence = describeOther(selected, result, instead, desk.lang);
    return { ...nothingAt(at, sentence), ...(instead ? { instead } : {}) };
  }
  const told = tell(figure, desk);
  const steps = stepsOf(
    { ...told, person: figure.person },
    { desk, cells: new FigureCells(result, grid, others), members },
  );
  const corrected = figure.kind === "pay" ? correctionSteps(figure, desk, tabsOf) : NO_STEPS;
  return {
    ok: true,
    at,
    figure: told.figure,
    sentence: told.sentence,
    data: [...corrected.data, ...steps.data],
    rule: [...corrected.rule, ...steps.rule],
    team: steps.team,
    sum: told.sum,
    round: told.round,
    before: told.before,
    changed: hasChanged(grid, row, column, told.expected),
  };
}

function firstOf(grids: readonly Grid[], result: RunResult): CellLink | null {
  for (const grid of grids) {
    const found = firstFigure(grid, result);
    if (found) return found;
  }
  return null;
}

/** A row of a rule tab that a figure used; a row of Bands in the words of its look-up. */
interface UsedRow {
  readonly text: string;
  readonly place: Place;
}

/** What there is to say about one figure. */
interface Told {
  readonly figure: NonNullable<ExplainAnswer["figure"]>;
  readonly sentence: string;
  readonly traces: readonly Trace[];
  /** Thresholds that the values of the traces were compared with. */
  readonly edges?: readonly Exact[];
  /** Rows of rule tabs that were used, with their names. */
  readonly places: readonly UsedRow[];
  readonly sum: string;
  readonly round: string;
  readonly before: ExplainAnswer["before"];
  /** What the cell should show; null where it shows no such number. */
  readonly expected: Exact | null;
}

function tell(figure: Figure, desk: Desk): Told {
  switch (figure.kind) {
    case "pay":
      return tellPay(figure.person, figure.lines, desk);
    case "item":
      return tellItem(figure, desk);
    case "score":
      return tellScore(figure, desk);
    case "total":
      return tellTotal(figure.person, desk);
  }
}

function tellPay(person: PersonResult, lines: readonly PayLine[], desk: Desk): Told {
  const { lang, view } = desk;
  const paid = Exact.sum(lines.map((line) => line.amount));
  const [first] = lines;
  const name = first ? lineLabel(first, lang) : "";
  const words = lines.map((line) => explainLine(line, view.result.facts.tabs, lang).split("\n")[0] ?? "");
  const before = first?.from === "plan" ? beforeOf(person, first.component, paid, lines, desk) : null;
  return {
    figure: figureOf("pay", person, name, paid),
    sentence: colon(name, words.join(explainWord("semicolon", lang)), lang),
    traces: lines.flatMap((line) => [line.trace(), line.conditionTrace()].flatMap((trace) => trace ?? [])),
    places: lines.flatMap((line) =>
      line.correction ? [] : [{ text: lineLabel(line, lang), place: line.place }],
    ),
    sum: sumOfLines(lines, lang),
    round: lines.map((line) => roundWords(line, desk)).join(explainWord("semicolon", lang)),
    before,
    expected: paid,
  };
}

function figureOf(
  kind: "pay" | "item" | "score" | "total",
  { person }: PersonResult,
  name: string,
  value: Exact | null,
): Told["figure"] {
  const unit = kind === "pay" || kind === "total" ? "money" : "points";
  return { kind, person, name, amount: value?.toFixed(2) ?? null, shown: shown(value, unit).text };
}

function colon(name: string, words: string, lang: Lang): string {
  return lang === "zh" ? `${name}：${words}` : `${name}: ${words}`;
}

/** The lines as they are added; of a correction how it came about. */
function sumOfLines(lines: readonly PayLine[], lang: Lang): string {
  const own = lines.flatMap(({ correction, amount: posted }) =>
    correction ? [correctionSum(correction, posted, lang)] : [],
  );
  const [first] = lines;
  if (lines.length === 1 && first?.correction) return own.join("");
  const sum = lines.map((line) => (line.unrounded ?? line.amount).toText(6)).join(" + ");
  return [sum, ...own].join(explainWord("semicolon", lang));
}

/** `half-up, 0.01: 264.0049 → 264.00`; adjustments and whole cents say that there is nothing to round. */
function roundWords(line: PayLine, desk: Desk): string {
  if (line.correction) return correctionRound(line.correction, desk.lang);
  const plan = desk.prepared.rules.book.plans.get(nameKey(line.plan));
  const row = plan?.pay.find(({ component }) => nameKey(component) === nameKey(line.component));
  if (!line.unrounded) return answerWord("noRounding", desk.lang);
  const how = answerWord(`round.${row?.rounding ?? "half-up"}`, desk.lang);
  const rule = answerWord("roundHow", desk.lang, { how, step: (row?.step ?? Exact.CENT).toText() });
  const moved = { before: line.unrounded.toText(6), after: line.amount.toFixed(2) };
  return colon(rule, answerWord("roundedTo", desk.lang, moved), desk.lang);
}

function tellItem(figure: Extract<Figure, { kind: "item" }>, desk: Desk): Told {
  const { person, item, column } = figure;
  const { lang, view } = desk;
  const trace = item.trace();
  const byColumn: Partial<Record<typeof column, Exact | null>> = {
    points: item.points,
    actual: item.value,
    target: item.target,
    attainment: item.attainment,
  };
  const [sentence = ""] = explainItem(item, view.result.facts.tabs, lang).split("\n");
  return {
    figure: figureOf("item", person, item.item, item.points),
    sentence: colon(item.item, sentence, lang),
    traces: trace ? [trace] : [],
    edges: item.hit?.edges ?? [],
    places: rowsOfItem(item, lang),
    sum: item.points?.toText(6) ?? "",
    round: answerWord("noRounding", lang),
    before: null,
    expected: byColumn[column] ?? null,
  };
}

function rowsOfItem(item: ItemResult, lang: Lang): UsedRow[] {
  const look = lookUpOfItem(item);
  const band = look?.hit.place
    ? [{ text: hitWords(look.hit, look.unit, lang, resultOf(item, lang)), place: look.hit.place }]
    : [];
  return [{ text: item.item, place: item.place }, ...band];
}

function tellScore({ person, isShown }: Extract<Figure, { kind: "score" }>, desk: Desk): Told {
  const { lang } = desk;
  const name = label("score", lang);
  const traces = person.items.flatMap((item) => item.trace() ?? []);
  return {
    figure: figureOf("score", person, name, person.score),
    sentence: scoreNote(person, lang),
    traces,
    places: person.items.flatMap((item) => rowsOfItem(item, lang)),
    sum: Exact.sum(person.items.flatMap(({ points }) => points ?? [])).toText(6),
    round: answerWord("roundHow", lang, { how: answerWord("round.half-up", lang), step: "0.01" }),
    before: beforeScore(person, desk),
    expected: isShown ? person.score : null,
  };
}

function tellTotal(person: PersonResult, desk: Desk): Told {
  const { lang } = desk;
  const name = label("gross", lang);
  const sum = person.pay
    .map((line) => `${amount(line.amount, "money")} (${lineLabel(line, lang)})`)
    .join(" + ");
  return {
    figure: figureOf("total", person, name, person.total),
    sentence: `${sum} = ${person.total ? amount(person.total, "money") : "–"}`,
    traces: [],
    places: person.pay.map((line) => ({ text: lineLabel(line, lang), place: line.place })),
    sum: person.pay.map((line) => line.amount.toFixed(2)).join(" + "),
    round: answerWord("sumOfLines", lang),
    before: null,
    expected: person.total,
  };
}

/** Whether the cell shows another number than a computation of now; a formula without a result does not. */
function hasChanged(grid: Grid, row: number, column: number, expected: Exact | null): boolean {
  const cell = grid.rows[row - 1]?.[column - 1];
  if (expected === null || typeof cell !== "number") return false;
  const now = Exact.fromNumber(expected.toNumber());
  return !Exact.fromNumber(cell).equals(now);
}

/** Against the closed month before: what the line was, and which of its inputs differ. */
function beforeOf(
  person: PersonResult,
  component: string,
  paid: Exact,
  lines: readonly PayLine[],
  desk: Desk,
): ExplainAnswer["before"] {
  const { closed } = desk.prepared.rules;
  const values = closed?.people.get(personKey(person.person))?.values;
  const was = values?.get(nameKey(component));
  if (!closed || !values || !(was instanceof Exact)) return null;
  const traces = lines.flatMap((line) => line.trace() ?? []);
  const inputs = new Map(traces.flatMap(namesOf).map((name) => [nameKey(name.name), name]));
  const reasons = [...inputs].flatMap(([key, trace]) => {
    const { value, unit } = trace;
    const old = values.get(key);
    if (!(old instanceof Exact) || !(value instanceof Exact) || sameShown(old, value, unit)) return [];
    return [movedWords(nameOf(trace, desk.lang), old, value, unit, desk.lang)];
  });
  return { month: closed.month, amount: was.toFixed(2), reasons: was.equals(paid) ? [] : reasons };
}

/** `首次响应时间：30 秒 → 35 秒`. */
function movedWords(name: string, old: Exact, value: Exact, unit: Unit | null, lang: Lang): string {
  const moved = { name, before: measuredText(old, unit, lang), after: measuredText(value, unit, lang) };
  return answerWord("changedWas", lang, moved);
}

/** History keeps rounded figures: what shows the same is the same. */
function sameShown(one: Exact, other: Exact, unit: Parameters<typeof amount>[1]): boolean {
  return amount(one, unit) === amount(other, unit);
}

function namesOf(trace: Trace): Extract<Trace, { kind: "name" }>[] {
  if (trace.kind === "literal") return [];
  if (trace.kind === "name") return [trace, ...(trace.origin.formula ? namesOf(trace.origin.formula) : [])];
  return trace.operands.flatMap(namesOf);
}

function beforeScore(person: PersonResult, desk: Desk): ExplainAnswer["before"] {
  const { closed } = desk.prepared.rules;
  const values = closed?.people.get(personKey(person.person))?.values;
  const was = values?.get("score");
  if (!closed || !values || !(was instanceof Exact)) return null;
  const reasons = person.items.flatMap(({ item, metric, value, unit }) => {
    const old = values.get(nameKey(metric));
    if (!(old instanceof Exact) || !value || sameShown(old, value, unit)) return [];
    return [movedWords(item, old, value, unit, desk.lang)];
  });
  return { month: closed.month, amount: was.toFixed(2), reasons };
}
