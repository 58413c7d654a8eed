/** Checks a formula where it would stand, and works a pay table at its thresholds. */
import { Exact } from "../engine/exact";
import { parseFormula } from "../engine/formula/parse";
import { callsIn, writeFormula } from "../engine/formula/write";
import { cellName, type Issue } from "../engine/issue";
import { nameKey } from "../engine/name";
import type { PersonResult, RunResult } from "../engine/result";
import { computePrepared } from "../month";
import { explainItem, explainLine } from "../report/explain";
import { holdReasons } from "../report/reasons";
import { answerWord } from "../text/answers";
import { renderMessage } from "../text/render";
import type { CheckFormulaAnswer, PlanModel, Refusal, Shown, WorkedAnswer } from "./contract";
import { type Desk, refusal } from "./desk";
import { type Preview, previewDraft } from "./draft";
import { lookUpsOfLine, shown } from "./lookups";
import { namesFor, offersAt } from "./names";
import { countOf, type Payload, payloadOf, textOf } from "./payload";
import { tableNamed } from "./tables";

type Part = "items" | "pay" | "onlyIf" | "targets";
const PARTS: readonly Part[] = ["items", "pay", "onlyIf", "targets"];
const LONGEST = 2000;

/** A field of the draft by its part and place. */
interface Field {
  readonly part: Part;
  readonly index: number;
}

/** Parses a formula and computes it for a person, as if it stood in the draft. */
export function checkFormula(desk: Desk, draft: PlanModel, request: Payload): CheckFormulaAnswer | Refusal {
  const field = fieldOf(request, draft);
  if (!field)
    return refusal({ code: "api.no-row", found: textOf(payloadOf(request.field).part) }, desk.lang, "field");
  const text = typeof request.text === "string" ? request.text.slice(0, LONGEST) : "";
  const caret = Math.min(countOf(request.caret) ?? text.length, text.length);
  const shownRows =
    field.part === "pay" || field.part === "onlyIf" ? draft.pay.slice(0, field.index) : draft.pay;
  const names = namesFor(desk.prepared.rules.book, { ...draft, pay: shownRows });
  const offers = offersAt(names, text, caret);
  const blank = { ok: true as const, person: "", value: null, because: "", offers };
  if (text.trim() === "") return { ...blank, problem: null };
  const parsed = parseFormula(text);
  if (parsed.problem)
    return { ...blank, problem: problemIn({ ...parsed.problem, severity: "error" }, text, desk) };
  return {
    ...blank,
    ...computeIn(desk, withFormula(draft, field, text), field, textOf(request.person), text),
  };
}

function fieldOf(request: Payload, draft: PlanModel): Field | null {
  const field = payloadOf(request.field);
  const part = PARTS.find((one) => one === textOf(field.part));
  const index = countOf(field.index);
  if (!part || index === null) return null;
  const rows = part === "items" ? draft.items : part === "targets" ? draft.targets : draft.pay;
  return index < rows.length ? { part, index } : null;
}

function withFormula(draft: PlanModel, { part, index }: Field, text: string): PlanModel {
  const put = <Row>(rows: readonly Row[], change: (row: Row) => Row): Row[] =>
    rows.map((row, at) => (at === index ? change(row) : row));
  const formula = text.trim();
  if (part === "items") return { ...draft, items: put(draft.items, (row) => ({ ...row, formula })) };
  if (part === "pay") return { ...draft, pay: put(draft.pay, (row) => ({ ...row, formula })) };
  if (part === "onlyIf") return { ...draft, pay: put(draft.pay, (row) => ({ ...row, onlyIf: formula })) };
  const target = formula.startsWith("=") ? formula : `=${formula}`;
  return { ...draft, targets: put(draft.targets, (row) => ({ ...row, target })) };
}

type Computed = Pick<CheckFormulaAnswer, "person" | "value" | "because" | "problem">;

function computeIn(desk: Desk, draft: PlanModel, field: Field, named: string, text: string): Computed {
  const preview = previewDraft(desk, draft);
  const result = computePrepared(preview.prepared, desk.lang).result;
  const person = personOf(result, draft.plan, named || firstPaid(desk, draft.plan));
  const path = pathOf(draft, field);
  const broken = preview.problems.find((problem) => problem.severity === "error" && problem.field === path);
  const place = placeOf(preview, path);
  const own = result.issues.find(
    (issue) => isAt(issue, place) && issue.severity === "error" && holds(issue, person),
  );
  if (own)
    return { person: person?.person ?? "", value: null, because: "", problem: problemIn(own, text, desk) };
  if (broken)
    return {
      person: person?.person ?? "",
      value: null,
      because: "",
      problem: { message: broken.message, from: null, to: null },
    };
  if (!person) return { person: "", value: null, because: "", problem: null };
  return { person: person.person, problem: null, ...shownValue(person, draft, field, result, desk) };
}

/** Somebody of the plan who is paid under the saved rules; blank where nobody is. */
function firstPaid({ view }: Desk, plan: string): string {
  const people = view.result.people.filter((person) => nameKey(person.plan) === nameKey(plan));
  return people.find(({ held }) => !held)?.person ?? "";
}

function personOf(result: RunResult, plan: string, named: string): PersonResult | null {
  const ofPlan = result.people.filter((person) => nameKey(person.plan) === nameKey(plan));
  const asked = ofPlan.find(({ person }) => person === named);
  return asked ?? ofPlan.find(({ held }) => !held) ?? ofPlan[0] ?? null;
}

function pathOf(draft: PlanModel, { part, index }: Field): string {
  const list = part === "items" ? "items" : part === "targets" ? "targets" : "pay";
  const row = draft[list][index];
  const key = part === "targets" ? "target" : part === "onlyIf" ? "onlyIf" : "formula";
  return `${list}/${row?.id || `#${index}`}/${key}`;
}

/** Tab and cell where a field of the draft would stand. */
function placeOf({ planned, draft, prepared }: Preview, path: string): { tab: string; cell: string } | null {
  for (const [place, field] of planned.fields) {
    if (field !== path) continue;
    const cut = place.lastIndexOf("!");
    const [row, column] = place
      .slice(cut + 1)
      .split(",")
      .map(Number);
    return { tab: place.slice(0, cut), cell: cellName(row ?? 0, column) };
  }
  const row = prepared.rules.book.plans
    .get(nameKey(draft.plan))
    ?.pay.find(({ place }) => path.startsWith(`pay/pay-${place.row}/`));
  const cell = path.endsWith("/onlyIf") ? row?.onlyIf?.place : row?.formula.place;
  return cell?.row === undefined ? null : { tab: cell.tab, cell: cellName(cell.row, cell.column) };
}

function isAt(issue: Issue, place: { tab: string; cell: string } | null): boolean {
  return place !== null && issue.tab === place.tab && issue.cell === place.cell;
}

function holds(issue: Issue, person: PersonResult | null): boolean {
  return issue.holds === undefined || person === null || issue.holds.includes(person.person);
}

function shownValue(
  person: PersonResult,
  draft: PlanModel,
  { part, index }: Field,
  result: RunResult,
  { lang }: Desk,
): { value: Shown | null; because: string } {
  const { tabs } = result.facts;
  if (part === "items") {
    const item = person.items.find((one) => nameKey(one.item) === nameKey(draft.items[index]?.item ?? ""));
    if (!item) return { value: null, because: heldBecause(person, lang) };
    const isGate = item.kind === "gate";
    const value = isGate ? { value: null, text: item.met ? "TRUE" : "FALSE" } : shown(item.points, "points");
    return { value, because: explainItem(item, tabs, lang) };
  }
  if (part === "targets") return targetValue(person, draft.targets[index]?.metric ?? "");
  const line = person.pay.find(
    (one) => nameKey(one.component) === nameKey(draft.pay[index]?.component ?? ""),
  );
  if (!line) return { value: null, because: heldBecause(person, lang) };
  const value =
    part === "onlyIf" ? { value: null, text: line.due ? "TRUE" : "FALSE" } : shown(line.amount, "money");
  return { value, because: explainLine(line, tabs, lang) };
}

function heldBecause(person: PersonResult, lang: Desk["lang"]): string {
  return holdReasons(person, lang)
    .map((reason) => answerWord("nowHeld", lang, { reason }))
    .join("\n");
}

function targetValue(person: PersonResult, metric: string): { value: Shown | null; because: string } {
  const item = person.items.find((one) => nameKey(one.metric) === nameKey(metric) && one.target);
  return { value: item?.target ? shown(item.target, item.unit) : null, because: "" };
}

/** The message of a problem, with the part of the text that it names. */
function problemIn(
  problem: Pick<Issue, "code" | "values" | "severity">,
  text: string,
  { lang }: Desk,
): CheckFormulaAnswer["problem"] {
  const message = renderMessage({ ...problem, found: text }, lang);
  const named = ["function", "name", "part", "table", "argument"].flatMap(
    (key) => problem.values?.[key] ?? [],
  );
  for (const word of named) {
    const from = word === "" ? -1 : text.toLowerCase().indexOf(word.toLowerCase());
    if (from >= 0) return { message, from, to: from + word.length };
  }
  return { message, from: null, to: null };
}

/** The two sides of every threshold of a pay table for a person, all else as it is. */
export function worked(desk: Desk, draft: PlanModel, request: Payload): WorkedAnswer | Refusal {
  const table = draft.tables.find(({ id }) => id === textOf(request.table));
  const none = () =>
    refusal({ code: "api.no-worked", found: table?.table ?? textOf(request.table) }, desk.lang, "table");
  const row = table ? draft.pay.find(({ formula }) => usesTable(formula, table.table)) : undefined;
  if (!table || !row) return none();
  const before = computePrepared(previewDraft(desk, draft).prepared, desk.lang).result;
  const person = personOf(before, draft.plan, textOf(request.person));
  const line = person?.pay.find(({ component }) => nameKey(component) === nameKey(row.component));
  const look = line ? lookUpsOfLine(line).find((one) => one.table === nameKey(table.table)) : undefined;
  if (!person || !look) return none();
  const step = look.unit === "%" ? Exact.scaled(1, 4) : look.unit === "count" ? Exact.ONE : Exact.CENT;
  const edges = thresholdsOf(table);
  const points = edges.flatMap((edge) => [edge.minus(step), edge]);
  const amounts = amountsAt(
    desk,
    draft,
    { formula: row.formula, table: table.table, round: row.round },
    points,
    person.person,
  );
  const at = (index: number) => ({
    at: shown(points[index] ?? null, look.unit, edges),
    amount: amounts[index] ?? null,
  });
  const steps = edges.flatMap((edge, index) => {
    const [below, above] = [at(2 * index), at(2 * index + 1)];
    if (!below.amount || !above.amount) return [];
    return [
      {
        threshold: shown(edge, look.unit, edges),
        below: { at: below.at, amount: below.amount.toFixed(2) },
        at: { at: above.at, amount: above.amount.toFixed(2) },
        jump: above.amount.minus(below.amount).toFixed(2),
      },
    ];
  });
  return { ok: true, person: person.person, component: row.component, steps };
}

function usesTable(formula: string, table: string): boolean {
  const { node } = parseFormula(formula);
  return node !== null && callsIn(node).some((call) => nameKey(tableNamed(call) ?? "") === nameKey(table));
}

/** The thresholds of a table, the lowest first. */
function thresholdsOf(table: PlanModel["tables"][number]): Exact[] {
  const found = table.rows.flatMap(({ threshold }) => parseTyped(threshold) ?? []);
  return found.sort((a, b) => a.compare(b));
}

function parseTyped(text: string): Exact | null {
  const plain = text.normalize("NFKC").replace(/[\s,]/g, "");
  const percent = plain.endsWith("%");
  const value = Exact.parse(percent ? plain.slice(0, -1) : plain);
  return value && percent ? value.over(Exact.HUNDRED) : value;
}

interface WorkedFormula {
  readonly formula: string;
  readonly table: string;
  readonly round: string;
}

/** What a formula comes to where the value that its table looks at is each of these, for one person. */
function amountsAt(
  desk: Desk,
  draft: PlanModel,
  { formula, table, round }: WorkedFormula,
  values: readonly Exact[],
  person: string,
): (Exact | null)[] {
  const trial = values.map((value, index) => ({
    id: "",
    component: `worked__${index}`,
    label: "",
    labelZh: "",
    formula: `=${formulaAt(formula, table, value)}`,
    onlyIf: "",
    round,
  }));
  const preview = previewDraft(desk, { ...draft, pay: [...draft.pay, ...trial] });
  const found = computePrepared(preview.prepared, desk.lang).result.people.find(
    (one) => one.person === person,
  );
  return trial.map(
    ({ component }) => found?.pay.find((line) => line.component === component)?.amount ?? null,
  );
}

function formulaAt(formula: string, table: string, value: Exact): string {
  const { node } = parseFormula(formula);
  if (!node) return "0";
  const call = callsIn(node).find((one) => nameKey(tableNamed(one) ?? "") === nameKey(table));
  const looked = call?.operands[1];
  const text = looked ? writeFormula(looked) : "";
  const digits = value.sign() < 0 ? `(${value.toText(12)})` : value.toText(12);
  return writeFormula(node, (part) => (writeFormula(part) === text ? digits : null));
}
