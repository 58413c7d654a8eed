import type { Layout } from "./layout";
import type { ProposedRow } from "./proposal";
import { signatureOf } from "./table";
import { columnsNamed } from "./where";

/** An export with its rows of the month. */
interface OpenTab {
  readonly layout: Layout;
  readonly agentColumn: number;
  readonly rows: readonly unknown[];
}

/** Figures of a day or a month of which two do not add up. */
const NOT_ADDED = new Set(["max_chats", "scheduled_days", "attended_days", "paid_days"]);

/**
 * Whether rows for Sources can read all that an export gives, and add up its rows: every measure has a
 * plain column of its own, under a header of one row that names no other column. Averages and rates do not
 * add up.
 */
export function canAddUp({ table, outputs, inputs, ambiguous, unusable }: Layout): boolean {
  if (ambiguous.length + unusable.length > 0 || table.firstRow !== table.headerRow + 1) return false;
  return outputs.every(({ measure, recipe, column }) => {
    if (recipe.kind !== "direct" || NOT_ADDED.has(measure)) return false;
    const isPlain = inputs[recipe.input]?.factor === 1;
    return isPlain && columnsNamed(table, table.headers[column]?.text ?? "").length === 1;
  });
}

/** A list of single refunds, say, has a measure or two; exports by day have more. */
const MOST_OF_REGISTER = 2;

/** Whether each row of an export may be an event of its own, of which two can be equal. */
export function isRegister(layout: Layout): boolean {
  return layout.outputs.length <= MOST_OF_REGISTER && canAddUp(layout);
}

/**
 * Rows for Sources, by tab, for exports in which rows of one account and day differ though each may count:
 * a list of single refunds, or two shops. They name every tab with the same headers, for of two that give
 * one measure, one by Sources and one by itself, the figures would contradict each other. No rows where a tab
 * cannot be added up. Nothing is applied by itself: one of the two may be old.
 *
 * @param contradicting tabs with rows that contradict another.
 */
export function proposeSums(
  tabs: readonly OpenTab[],
  contradicting: ReadonlySet<string>,
): ReadonlyMap<string, readonly ProposedRow[]> {
  const proposed = new Map<string, readonly ProposedRow[]>();
  const alike = new Map<string, OpenTab[]>();
  for (const tab of tabs) {
    const signature = signatureOf(tab.layout.table);
    alike.set(signature, [...(alike.get(signature) ?? []), tab]);
  }
  for (const group of alike.values()) {
    const named = group.map(({ layout }) => layout.table.grid.name);
    if (!named.some((name) => contradicting.has(name))) continue;
    if (!group.every(({ layout }) => canAddUp(layout))) continue;
    const rows = group.filter((tab) => tab.rows.length > 0).flatMap(rowsOf);
    for (const name of named) if (contradicting.has(name)) proposed.set(name, rows);
  }
  return proposed;
}

function rowsOf({ layout, agentColumn }: OpenTab): ProposedRow[] {
  const { table, dateColumn, outputs } = layout;
  const { name } = table.grid;
  const header = (column: number | null) => (column === null ? "" : (table.headers[column]?.text ?? ""));
  return outputs.map(({ measure, column }) => ({
    source: name,
    tab: name,
    personColumn: header(agentColumn),
    dateColumn: header(dateColumn),
    measure,
    how: "sum",
    column: header(column),
    weightColumn: "",
    where: "",
    certainty: "guess",
  }));
}
