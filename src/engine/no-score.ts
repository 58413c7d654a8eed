/** What somebody without a score lacks: the columns to paste and the ratings to give. */
import { measuresBehind } from "./behind";
import type { MonthContext } from "./context";
import type { FormulaNode } from "./formula/node";
import type { Failure } from "./formula/value";
import { issueAt } from "./issue";
import { failureFrom } from "./ledger";
import { nameKey } from "./name";
import { meaningOf } from "./names";
import type { Label, ScoringItem } from "./plan";
import { lastAssignment, type Subject } from "./subject";

/** So many columns are named; the others follow from the same table as a rule. */
const MOST_NAMED = 8;

/** The error of a person for whom no item has data, at the row on Staff that names the accounts. */
export function noScore(context: MonthContext, subject: Subject, items: readonly ScoringItem[]): Failure {
  const lacking = new Map<string, Label>();
  const rated = new Set<string>();
  for (const item of items.filter(({ kind }) => kind === "points")) {
    for (const node of nodesOf(item)) {
      for (const key of measuresBehind(context, node, null)) addMeasure(context, key, lacking, rated);
      if (node.kind === "name" && meaningOf(context.book, node.key, null).kind === "manual")
        rated.add(node.name);
    }
  }
  const columns = [...lacking.values()].slice(0, MOST_NAMED);
  const place = lastAssignment(subject.person, subject.days)?.place ?? null;
  const values = {
    person: subject.person.name,
    plan: subject.plan,
    month: context.book.month.text,
    columns: columns.map(({ en }) => en).join(", "),
    columnsZh: columns.map(({ zh }) => zh).join("、"),
    rated: [...rated].slice(0, MOST_NAMED).join(", "),
  };
  return failureFrom([issueAt("error", "no-item-has-data", place, values)]);
}

function nodesOf({ metric, formula }: ScoringItem): FormulaNode[] {
  if (formula?.node) return [formula.node];
  return metric === "" ? [] : [{ kind: "name", name: metric, key: nameKey(metric) }];
}

/** A measure under what people call it; one that a supervisor rates is no column of an export. */
function addMeasure(
  { book }: MonthContext,
  key: string,
  lacking: Map<string, Label>,
  rated: Set<string>,
): void {
  const manual = book.manualNames.get(key);
  if (manual !== undefined) {
    rated.add(manual);
    return;
  }
  const name = book.measureNames.get(key) ?? key;
  lacking.set(key, book.measureLabels.get(key)?.label ?? { en: name, zh: name });
}
