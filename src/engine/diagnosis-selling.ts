import { measuresBehind } from "./behind";
import type { MonthContext } from "./context";
import type { Inflow, SellingDiagnosis } from "./diagnosis";
import { expectedOf } from "./diagnosis-items";
import { figureOf, nameNode, operatorNode, type TeamAmounts } from "./diagnosis-team";
import { Exact } from "./exact";
import type { FormulaNode } from "./formula/node";
import { namesIn } from "./formula/parse";
import { nameKey } from "./name";
import { meaningOf } from "./names";
import type { Plan } from "./plan";
import type { Subject } from "./subject";

/** Who came, and who of them bought. */
export interface SellingPair {
  readonly inflow: Inflow;
  readonly sold: "final_payers" | "orderers";
  /** The metric of the catalogue that is their quotient; blank for none. */
  readonly metric: string;
}

/** In the order in which they are tried: inquirers where the shop has them, else people received (DOMAIN A.1). */
export const SELLING_PAIRS: readonly SellingPair[] = [
  { inflow: "inquirers", sold: "final_payers", metric: "conversion" },
  { inflow: "received", sold: "final_payers", metric: "" },
  { inflow: "received", sold: "orderers", metric: "conversion_received" },
];

/**
 * Too few inquiries, or weak selling (DOMAIN A.6): inquiries against the team's average a head,
 * conversion against the team's. Null where either figure or the team's is not to be had.
 */
export function diagnoseSelling(
  context: MonthContext,
  teams: TeamAmounts,
  subject: Subject,
): SellingDiagnosis | null {
  for (const pair of SELLING_PAIRS) {
    const found = comparePair(context, teams, subject, pair);
    if (found) return found;
  }
  return null;
}

function comparePair(
  context: MonthContext,
  teams: TeamAmounts,
  subject: Subject,
  pair: SellingPair,
): SellingDiagnosis | null {
  const inflow = nameNode(pair.inflow);
  const quotient = quotientOf(context, pair);
  const people = figureOf(context, subject, inflow);
  const conversion = figureOf(context, subject, quotient);
  if (!people || !conversion) return null;
  const heads = teams.of(subject, inflow);
  const teamConversion = teams.of(subject, quotient)?.value;
  if (!heads || !teamConversion) return null;
  const teamPeople = expectedOf(context, subject, heads);
  const few = people.compare(teamPeople) < 0;
  const weak = conversion.compare(teamConversion) < 0;
  return {
    verdict: few ? (weak ? "both" : "few") : weak ? "weak" : "neither",
    inflow: pair.inflow,
    people,
    teamPeople,
    wholeMonth: heads.kind !== "whole-month" || context.share(subject).equals(Exact.ONE),
    conversion,
    teamConversion,
  };
}

/** The user's own conversion where its formula is over this inflow, else the plain quotient. */
function quotientOf(context: MonthContext, { inflow, sold, metric }: SellingPair): FormulaNode {
  const own = nameNode(metric);
  const hasFormula = context.book.metricsByName.get(nameKey(metric))?.formula?.node;
  if (hasFormula && measuresBehind(context, own, null).has(inflow)) return own;
  return operatorNode("/", nameNode(sold), nameNode(inflow));
}

const SELLING_MEASURES = ["sales", "final_payers", "orderers", "payers"];

/** Whether a plan scores or pays for selling: whoever is not paid for it is not told about it. */
export function isSellingPlan(context: MonthContext, plan: Plan): boolean {
  const items = [...plan.scorecards.values()].flatMap((scorecard) => scorecard.items);
  const nodes = [
    ...items.map(({ formula }) => formula?.node),
    ...plan.pay.flatMap(({ formula, onlyIf }) => [formula.node, onlyIf?.node]),
  ].flatMap((node) => node ?? []);
  const names = [
    ...items.map(({ metric }) => metric),
    ...nodes.flatMap((node) => namesIn(node)).map(({ name }) => name),
  ];
  return names.some((name) => name !== "" && isSellingName(context, name));
}

/** A metric over sales or buyers of which more is better; a refund rate is none. */
function isSellingName(context: MonthContext, name: string): boolean {
  const meaning = meaningOf(context.book, nameKey(name), null);
  if (meaning.kind !== "metric" && meaning.kind !== "measure") return false;
  if (meaning.kind === "metric" && meaning.metric.better === "lower") return false;
  const behind = measuresBehind(context, nameNode(name), null);
  return SELLING_MEASURES.some((measure) => behind.has(measure));
}
