import { marginalAmount, sliceAmount } from "./bands";
import type { MonthContext } from "./context";
import { Exact } from "./exact";
import { evaluate, type Scope } from "./formula/evaluate";
import type { CallNode, FormulaNode } from "./formula/node";
import { asNumber } from "./formula/operate";
import { Failure, failure, Nothing, type Value } from "./formula/value";
import { writeFormula } from "./formula/write";
import { failureFrom } from "./ledger";
import { nameKey } from "./name";
import type { BandTable } from "./plan";
import { bandFor, hitOf } from "./points";
import type { Subject } from "./subject";
import type { RuleHit } from "./trace";

/** A scope of somebody who has a plan, and with it tables. */
export interface PlanScope extends Scope {
  readonly context: MonthContext;
  readonly subject: Subject;
}

/** What a table lookup found, for the value and for its trace. */
export interface Lookup {
  readonly value: Value;
  readonly hits: readonly RuleHit[];
}

/** A table of the subject's plan; a failure where it is unknown or broken. */
export function tableOf(context: MonthContext, subject: Subject, name: string): BandTable | Failure {
  const plan = context.planOf(subject);
  const table = plan?.bands.get(nameKey(name));
  if (!table) return failure("unknown-table", { table: name, plan: plan?.name ?? subject.plan });
  return table.problems.length > 0 ? failureFrom(table.problems) : table;
}

/** What MARGINAL, RATE or BAND finds in a table for an argument; a failure where either cannot be had. */
export function lookUp(
  scope: PlanScope,
  node: CallNode,
  tableNode: FormulaNode,
  argument: FormulaNode,
): Lookup {
  const name =
    tableNode.kind === "text" ? tableNode.value : tableNode.kind === "name" ? tableNode.name : null;
  if (name === null)
    return none(failure("argument-is-no-table", { function: node.name, argument: writeFormula(tableNode) }));
  const table = tableOf(scope.context, scope.subject, name);
  const input = evaluate(argument, scope);
  if (table instanceof Failure) return none(table);
  const x = input instanceof Failure || input instanceof Nothing ? input : asNumber(input);
  if (!(x instanceof Exact)) return none(x);
  if (node.name === "MARGINAL") return marginal(table, x);
  const { value, hit } = bandFor(table, x);
  return { value, hits: hit ? [hit] : [] };
}

function none(value: Value): Lookup {
  return { value, hits: [] };
}

function marginal(table: BandTable, amount: Exact): Lookup {
  const slices = sliceAmount(table, amount);
  if (!slices) return none(failure("marginal-needs-at-least", { table: table.name }));
  return { value: marginalAmount(slices), hits: slices.map((slice) => hitOf(table, slice.row)) };
}
