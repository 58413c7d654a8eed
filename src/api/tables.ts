/** What the saved rules and the month say about each table of a plan. */
import { findBand } from "../engine/bands";
import { MonthContext } from "../engine/context";
import type { Exact } from "../engine/exact";
import type { CallNode, FormulaNode } from "../engine/formula/node";
import { callsIn, writeFormula } from "../engine/formula/write";
import { metricKnownAs } from "../engine/known-as";
import { nameKey } from "../engine/name";
import type { BandTable, Plan, ScoringItem, Unit } from "../engine/plan";
import { findItemTable } from "../engine/points";
import type { PersonResult } from "../engine/result";
import { factsOf } from "../month";
import { nameOf } from "../report/explain-names";
import { answerWord } from "../text/answers";
import type { Lang } from "../text/template";
import { dayOfText } from "./cells";
import type { PlanModel, Standing, TableFacts, TableModel } from "./contract";
import type { Desk } from "./desk";
import { type LookUp, lookUpOfItem, lookUpsOfLine, shown } from "./lookups";
import { dayText } from "./model";
import { groupsOf, versionFrom } from "./open";

/** A call of a pay row that looks into a table. */
interface PayUse {
  readonly component: string;
  readonly id: string;
  readonly formula: FormulaNode;
  readonly call: CallNode;
}

/** The facts of every table of a model, in its order. */
export function tableFacts(desk: Desk, model: PlanModel): TableFacts[] {
  const { rules } = desk.prepared;
  const plan = rules.book.plans.get(nameKey(model.plan)) ?? null;
  const context = new MonthContext(rules.book, factsOf(desk.prepared), rules.closed);
  const people = desk.view.result.people.filter((person) => nameKey(person.plan) === nameKey(model.plan));
  const around = { plan, context, people, model, lang: desk.lang };
  return model.tables.map((table) => ({ ...factsOfTable(table, around), from: fromOf(desk, model, table) }));
}

interface Around {
  readonly plan: Plan | null;
  readonly context: MonthContext;
  readonly people: readonly PersonResult[];
  readonly model: PlanModel;
  readonly lang: Lang;
}

/** The day from which the rows of a table hold that are in force in a model. */
function fromOf({ rules }: Desk, model: PlanModel, { table, shared }: TableModel): string | null {
  const key = nameKey(table);
  const group = groupsOf(rules, "bands", model.plan).find((one) => one.key === key && one.shared === shared);
  const day = model.from === null ? null : dayOfText(model.from);
  return dayText(versionFrom(group?.rows ?? [], day));
}

function factsOfTable(table: TableModel, around: Around): Omit<TableFacts, "from"> {
  const key = nameKey(table.table);
  const read = around.plan?.bands.get(key) ?? null;
  const items = itemsUsing(key, around);
  const pay = payUses(around.plan, key, around.model);
  const looks = around.people.flatMap((person) => lookOf(person, key).map((look) => ({ person, look })));
  const [item] = items;
  const unit = looks[0]?.look.unit ?? (item?.measure === "attainment" ? "%" : null);
  const marginal = pay.some(({ call }) => call.name === "MARGINAL");
  return {
    table: table.id,
    direction: read?.direction ?? "rising",
    unit,
    measured: measuredName(item ?? null, pay[0] ?? null, around),
    usedByItems: items.map((one) => one.item),
    usedByPay: [...new Set(pay.map(({ component }) => component))],
    result: resultKind(item ?? null, pay[0] ?? null, read),
    mode: pay.length === 0 ? null : marginal ? "slices" : "whole",
    otherMode: pay.length === 0 ? null : turnedRound(pay, table.table, marginal),
    people: looks.map(({ person, look }) => standing(person, look, read, unit)),
  };
}

function itemsUsing(key: string, { plan, context }: Around): ScoringItem[] {
  if (!plan) return [];
  return [...plan.scorecards.values()]
    .flatMap(({ items }) => items)
    .filter((item) => item.method === "bands" || item.method === "band points")
    .filter((item) => {
      const table = findItemTable(plan.bands, item, (name) => context.metricKey(name));
      return table !== null && nameKey(table.name) === key;
    });
}

const LOOK_UPS: ReadonlySet<string> = new Set(["RATE", "BAND", "MARGINAL"]);

/** Name of the table that a call looks into; null for other calls. */
export function tableNamed({ name, operands: [first] }: CallNode): string | null {
  if (!LOOK_UPS.has(name)) return null;
  if (first?.kind === "text") return first.value;
  return first?.kind === "name" ? first.name : null;
}

function payUses(plan: Plan | null, key: string, model: PlanModel): PayUse[] {
  return (plan?.pay ?? []).flatMap((row) => {
    const formula = row.formula.node;
    if (!formula) return [];
    const id = model.pay.find(({ component }) => nameKey(component) === nameKey(row.component))?.id ?? "";
    return callsIn(formula)
      .filter((call) => nameKey(tableNamed(call) ?? "") === key)
      .map((call) => ({ component: row.component, id, formula, call }));
  });
}

/** What is compared with the thresholds of a table, as people call it. */
function measuredName(item: ScoringItem | null, pay: PayUse | null, around: Around): string {
  const { lang } = around;
  if (item) {
    const name = calledName(item.metric, around);
    return item.measure === "attainment" ? targetMet(name, lang) : name;
  }
  const argument = pay?.call.operands[1];
  if (!argument) return "";
  const met = callsIn(argument).find(({ name }) => name === "ATTAINMENT")?.operands[0];
  return met ? targetMet(calledNode(met, around), lang) : calledNode(argument, around);
}

/** A name by its label; a formula as it is written. */
function calledNode(node: FormulaNode, around: Around): string {
  return node.kind === "name" ? calledName(node.name, around) : writeFormula(node);
}

function calledName(name: string, { context, lang }: Around): string {
  const { label } = metricKnownAs(context.book, nameKey(name), null);
  return nameOf({ name, ...(label ? { label } : {}) }, lang);
}

function targetMet(name: string, lang: Lang): string {
  return answerWord("targetMet", lang, { name });
}

function resultKind(
  item: ScoringItem | null,
  pay: PayUse | null,
  table: BandTable | null,
): TableFacts["result"] {
  if (item) return item.method === "bands" ? "percent of weight" : "points";
  if (pay && pay.call.name !== "BAND") return "rate";
  return table?.rows.every(({ isPercent }) => isPercent) ? "rate" : "amount";
}

function lookOf(person: PersonResult, key: string): LookUp[] {
  const items = person.items.flatMap((item) => lookUpOfItem(item) ?? []);
  const lines = person.pay.flatMap(lookUpsOfLine);
  return [...items, ...lines].filter(({ table }) => table === key).slice(0, 1);
}

function standing(person: PersonResult, look: LookUp, table: BandTable | null, unit: Unit | null): Standing {
  const row = look.input && table ? rowReached(table, look.input) : null;
  return {
    person: person.person,
    at: shown(look.input, unit, look.hit.edges),
    row: row === null ? "" : `bands-${row}`,
  };
}

function rowReached(table: BandTable, input: Exact): number | null {
  return findBand(table.rows, input)?.place.row ?? null;
}

/**
 * The formulas of pay with the table in its other mode, by id: `sales*RATE("t",sales)` is
 * `MARGINAL("t",sales)` where each slice counts. Null where a formula is of another form.
 */
function turnedRound(
  uses: readonly PayUse[],
  table: string,
  marginal: boolean,
): Record<string, string> | null {
  const found: Record<string, string> = {};
  for (const { id, formula, call } of uses) {
    const text = marginal ? asWhole(formula, call, table) : asSlices(formula, call, table);
    if (text === null || id === "") return null;
    found[id] = `=${text}`;
  }
  return found;
}

function quoted(table: string): string {
  return `"${table.replace(/"/g, '""')}"`;
}

function asWhole(formula: FormulaNode, call: CallNode, table: string): string | null {
  const amount = call.operands[1];
  if (!amount) return null;
  const text = amount.kind === "operator" ? `(${writeFormula(amount)})` : writeFormula(amount);
  return writeFormula(formula, (node) =>
    node === call ? `(${text}*RATE(${quoted(table)},${writeFormula(amount)}))` : null,
  );
}

function asSlices(formula: FormulaNode, call: CallNode, table: string): string | null {
  const amount = call.operands[1];
  if (!amount || call.name === "MARGINAL") return null;
  const text = writeFormula(amount);
  let turned = false;
  const written = writeFormula(formula, (node) => {
    if (node.kind !== "operator" || node.operator !== "*" || !node.operands.includes(call)) return null;
    const [other] = node.operands.filter((operand) => operand !== call);
    if (!other || writeFormula(other) !== text) return null;
    turned = true;
    return `MARGINAL(${quoted(table)},${text})`;
  });
  return turned ? written : null;
}
