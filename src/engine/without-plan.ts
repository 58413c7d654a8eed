/** Cells that cannot be read of people whose plan is not known yet, told before the plan is mended. */
import { measuresBehind } from "./behind";
import type { MonthContext } from "./context";
import { WHOLE_MONTH } from "./facts";
import type { FormulaNode } from "./formula/node";
import type { Issue } from "./issue";
import { nameKey } from "./name";
import type { FormulaCell, Plan } from "./plan";
import type { Subject } from "./subject";

/**
 * The cells of a person that cannot be read, on the days without a known plan, in measures that some plan uses: warnings,
 * for nobody knows yet whether the pay will need them. Once the plan is known, those that it needs are errors.
 */
export function unreadWithoutPlan(context: MonthContext, subject: Subject): Issue[] {
  const days = new Set([...subject.days, WHOLE_MONTH]);
  return [...usedMeasures(context)].flatMap((key) => {
    const series = context.facts.measures.get(key)?.byPerson.get(subject.person.key);
    const unread = series?.unreadable.filter(({ day }) => days.has(day)) ?? [];
    return unread.map(({ issue }): Issue => ({ ...issue, severity: "warning" }));
  });
}

const USED = new WeakMap<MonthContext, ReadonlySet<string>>();

/** Keys of the measures that any plan names, through metrics. */
function usedMeasures(context: MonthContext): ReadonlySet<string> {
  const known = USED.get(context);
  if (known) return known;
  const nodes = [...context.book.plans.values()].flatMap(nodesOf);
  const used = new Set(nodes.flatMap((node) => [...measuresBehind(context, node, null)]));
  USED.set(context, used);
  return used;
}

function nodesOf({ scorecards, pay }: Plan): FormulaNode[] {
  const items = [...scorecards.values()].flatMap((card) => card.items);
  const named = items.flatMap(({ metric }) =>
    metric === "" ? [] : [{ kind: "name" as const, name: metric, key: nameKey(metric) }],
  );
  const cells: (FormulaCell | null)[] = [
    ...items.map(({ formula }) => formula),
    ...pay.flatMap(({ formula, onlyIf }) => [formula, onlyIf]),
  ];
  return [...named, ...cells.flatMap((cell) => cell?.node ?? [])];
}
