/** What it takes to reach the next tier: the smallest change of one measure that does it. */

import { edgesOf } from "../engine/bands";
import type { Exact } from "../engine/exact";
import type { FormulaNode } from "../engine/formula/node";
import { callsIn } from "../engine/formula/write";
import { nameKey } from "../engine/name";
import { nextBand } from "../engine/next-band";
import type { Plan, Unit } from "../engine/plan";
import { findItemTable } from "../engine/points";
import type { ItemResult, PayLine, PersonResult } from "../engine/result";
import { computePrepared } from "../month";
import { resultText } from "../report/amounts";
import { lineLabel } from "../report/payroll";
import { answerWord } from "../text/answers";
import type { Lang } from "../text/template";
import type { Need, NeedsAnswer, PlanModel } from "./contract";
import type { Desk } from "./desk";
import { previewDraft } from "./draft";
import { Bench, type Tier } from "./levers";
import { lookUpOfItem, lookUpsOfLine, shown } from "./lookups";
import { tableNamed } from "./tables";

/**
 * The next tiers of everybody who is not held; of a draft's plan only, where there is a draft, and of one
 * person only, where one is named.
 */
export function describeNeeds(desk: Desk, draft: PlanModel | null, only: string): NeedsAnswer {
  const prepared = draft ? previewDraft(desk, draft).prepared : desk.prepared;
  const result = draft ? computePrepared(prepared, desk.lang).result : desk.view.result;
  const people = result.people.filter(
    ({ person, held, plan, parts }) =>
      !held &&
      parts.length <= 1 &&
      (only === "" || person === only) &&
      (!draft || nameKey(plan) === nameKey(draft.plan)),
  );
  const bench = new Bench(prepared);
  return {
    ok: true,
    month: desk.month.text,
    people: people.map((person) => ({ person: person.person, needs: needsOf(person, bench, desk.lang) })),
  };
}

function needsOf(person: PersonResult, bench: Bench, lang: Lang): Need[] {
  const plan = bench.planOf(person);
  if (!plan) return [];
  const tiers = [
    ...person.items.flatMap((item) => itemTier(item, plan, bench) ?? []),
    ...person.pay.flatMap((line) => lineTiers(line, plan, lang)),
  ];
  return tiers.flatMap((tier) => needOf(person, tier, bench, lang) ?? []);
}

function itemTier(item: ItemResult, plan: Plan, bench: Bench): Tier | null {
  const look = lookUpOfItem(item);
  if (!look?.input || item.metric === "") return null;
  const table = findItemTable(plan.bands, item, (name) => bench.context.metricKey(name));
  const metric: FormulaNode = { kind: "name", name: item.metric, key: nameKey(item.metric) };
  const attainment: FormulaNode = { kind: "call", name: "ATTAINMENT", operands: [metric], text: "" };
  if (!table) return null;
  return {
    for: "item",
    name: item.item,
    table,
    argument: item.measure === "attainment" ? attainment : metric,
    now: look.input,
    unit: look.unit,
    smallerIsBetter: item.kind === "deduction",
  };
}

function lineTiers(line: PayLine, plan: Plan, lang: Lang): Tier[] {
  const row = plan.pay.find(({ component }) => nameKey(component) === nameKey(line.component));
  const node = row?.formula.node;
  if (!node || !line.due) return [];
  const looks = lookUpsOfLine(line);
  return callsIn(node).flatMap((call): Tier[] => {
    const name = nameKey(tableNamed(call) ?? "");
    const table = plan.bands.get(name);
    const look = looks.find((one) => one.table === name);
    const argument = call.operands[1];
    if (!table || !look?.input || !argument) return [];
    return [
      {
        for: "pay",
        name: lineLabel(line, lang),
        table,
        argument,
        now: look.input,
        unit: look.unit,
        smallerIsBetter: false,
      },
    ];
  });
}

function needOf(person: PersonResult, tier: Tier, bench: Bench, lang: Lang): Need | null {
  const next = nextBand(tier.table.rows, tier.now, tier.smallerIsBetter);
  if (!next) return null;
  const lever = bench.smallestChange(person.person, tier, next.to);
  const edges = edgesOf(tier.table.rows);
  const threshold = shown(next.threshold, tier.unit, edges);
  const now = shown(tier.now, tier.unit, edges);
  const unit = lever ? bench.unitOf(lever.measure) : tier.unit;
  const measure = lever ? bench.labelOf(lever.measure, lang) : null;
  const amount = lever ? shown(lever.amount.abs(), unit).text : "";
  const words = { amount, measure: measure ?? "", threshold: threshold.text, now: now.text };
  const key = !lever ? "reachTo" : lever.amount.sign() < 0 ? "lessOf" : "moreOf";
  return {
    for: tier.for,
    name: tier.name,
    table: tier.table.name,
    now,
    threshold,
    measure,
    amount: lever ? plainAmount(lever.amount, unit) : null,
    unit,
    result: resultText(next.to.result),
    text: answerWord(key, lang, words),
  };
}

function plainAmount(value: Exact, unit: Unit | null): string {
  return unit === "money" ? value.toFixed(2) : value.toText();
}
