/** What people call the names of formulas, and in which unit they know their values: for show only. */
import type { FormulaNode } from "./formula/node";
import { writeFormula } from "./formula/write";
import { nameKey } from "./name";
import { meaningOf } from "./names";
import type { Label, Metric, Plan, RuleBook, Unit } from "./plan";
import type { Asked } from "./trace";

/** Label and unit of a name; without a label people know it by its name. */
export interface KnownAs {
  readonly unit: Unit | null;
  readonly label?: Label;
}

/**
 * A metric, measure or manual score (by its `nameKey`) as people know it: as its row of Metrics says, else
 * as the catalogue does.
 */
export function metricKnownAs(book: RuleBook, key: string, metric: Metric | null): KnownAs {
  const row = metric ?? book.metricsByName.get(key) ?? null;
  const known = book.measureLabels.get(row ? nameKey(row.name) : key);
  const own = row && (row.label.en !== "" || row.label.zh !== "") ? row.label : undefined;
  const label = own ?? known?.label;
  return { unit: row ? row.unit : (known?.unit ?? null), ...(label ? { label } : {}) };
}

/** A line of pay as a formula below it knows it. */
export function componentKnownAs(plan: Plan | null, key: string): KnownAs {
  const row = plan?.pay.find(({ component }) => nameKey(component) === key);
  return { unit: "money", ...(row ? { label: row.label } : {}) };
}

/** What a function of the field is asked for. */
export function askedOf(book: RuleBook, node: FormulaNode): Asked {
  const text = node.kind === "text" ? node.value : writeFormula(node);
  const name = node.kind === "name" || node.kind === "text" ? nameKey(text) : null;
  const label = name === null ? undefined : labelOfName(book, name);
  return { text, ...(label ? { label } : {}) };
}

function labelOfName(book: RuleBook, name: string): Label | undefined {
  const meaning = meaningOf(book, name, null);
  if (meaning.kind === "metric")
    return metricKnownAs(book, nameKey(meaning.metric.name), meaning.metric).label;
  if (meaning.kind === "measure" || meaning.kind === "manual")
    return metricKnownAs(book, meaning.key, null).label;
  const rows = [...book.plans.values()].flatMap(({ pay }) => pay);
  return rows.find(({ component }) => nameKey(component) === name)?.label;
}
