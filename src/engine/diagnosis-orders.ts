import type { MonthContext } from "./context";
import type { OrderLoss } from "./diagnosis";
import { figureOf, nameNode, operatorNode, type TeamAmounts } from "./diagnosis-team";
import type { FormulaNode } from "./formula/node";
import { nameKey } from "./name";
import type { Subject } from "./subject";

/** What was closed of what was ordered, and the metric of the catalogue that is their quotient. */
interface LossPair {
  readonly by: OrderLoss["by"];
  readonly metric: string;
  readonly closed: FormulaNode;
  readonly whole: FormulaNode;
}

/**
 * The losses of orders that are worse than the team's, by count and by amount (DOMAIN A.1 d): orders
 * closed of orders landed; amount closed of the amount ordered where a source gives it, else of what
 * was paid and what was closed.
 */
export function diagnoseLosses(context: MonthContext, teams: TeamAmounts, subject: Subject): OrderLoss[] {
  return lossPairs(context).flatMap((pair) => compareLoss(context, teams, subject, pair) ?? []);
}

function lossPairs(context: MonthContext): LossPair[] {
  const closed = nameNode("closed_amount");
  const hasOrdered = context.facts.measures.has("ordered_amount");
  const whole = hasOrdered ? nameNode("ordered_amount") : operatorNode("+", nameNode("sales"), closed);
  return [
    { by: "count", metric: "loss_rate", closed: nameNode("closed_orders"), whole: nameNode("orders") },
    { by: "amount", metric: "loss_rate_amount", closed, whole },
  ];
}

function compareLoss(
  context: MonthContext,
  teams: TeamAmounts,
  subject: Subject,
  { by, metric, closed, whole }: LossPair,
): OrderLoss | null {
  const own = context.book.metricsByName.get(nameKey(metric))?.formula?.node;
  const node = own ? nameNode(metric) : operatorNode("/", closed, whole);
  const rate = figureOf(context, subject, node);
  const team = rate && teams.of(subject, node)?.value;
  if (!rate || !team || rate.compare(team) <= 0) return null;
  const [lost, of] = [figureOf(context, subject, closed), figureOf(context, subject, whole)];
  const isTheirs = lost && of && !of.isZero() && lost.over(of).equals(rate);
  return { by, rate, team, counts: isTheirs ? { closed: lost, whole: of } : null };
}
