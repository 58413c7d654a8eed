import type { Month } from "../engine/calendar";
import { dateOrder } from "../engine/cell";
import { type Grid, isBlank } from "../engine/grid";
import { type Dating, datingOf } from "./dates";
import { type CatalogueName, FieldDictionary } from "./fields";
import { type Layout, recogniseLayout } from "./layout";
import { RowSorter } from "./table";

/**
 * Tells tabs that say nothing of a month from their dates alone, without reading their figures. Only a
 * plain export of agents' figures is ever told so: what events, attendance by day and tables of Sources
 * say of a month may hang on rows outside it.
 */
export class TabReach {
  private readonly layouts = new WeakMap<Grid, { readonly layout: Layout | null }>();

  /** @param catalogue measures whose names and labels are headers too. */
  constructor(private readonly catalogue: readonly CatalogueName[]) {}

  /**
   * Whether an export, which Sources must not name, gives a month no figure and no error, and settles
   * nothing in other tabs; an empty tab gives none either. False also where that cannot be told: without
   * dates, with a date that is unreadable or written with the day and month in either order, or with days
   * inside and outside.
   */
  isOutside(grid: Grid, month: Month): boolean {
    const layout = this.layoutOf(grid);
    if (!layout) return grid.rows.every((row) => row.every(isBlank));
    const dating = datingOf(layout.table, layout.dateColumn, month);
    if (dating.kind === "other-month")
      return dating.span.last < month.first || dating.span.first > month.last;
    return dating.kind === "column" && areOutside(layout, dating);
  }

  /** Whether a tab is a plain export of agents' figures, of whatever months. */
  isPlainExport(grid: Grid): boolean {
    return this.layoutOf(grid) !== null;
  }

  /** The layout of a plain export; null for every other tab. */
  private layoutOf(grid: Grid): Layout | null {
    const known = this.layouts.get(grid);
    if (known) return known.layout;
    const found = recogniseLayout(grid, 0, FieldDictionary.of(this.catalogue), new Set());
    const layout = found && isPlain(found) ? found : null;
    this.layouts.set(grid, { layout });
    return layout;
  }
}

/** Headers that stand twice or cannot be used are errors in every month. */
function isPlain({ outputs, ambiguous, unusable, eventColumn }: Layout): boolean {
  return outputs.length > 0 && ambiguous.length + unusable.length === 0 && eventColumn === null;
}

function areOutside({ table, agentColumns }: Layout, dating: Extract<Dating, { kind: "column" }>): boolean {
  const { column, read } = dating;
  const rows = table.grid.rows.slice(table.firstRow);
  // An order that these dates settle would be that of other tabs with the same headers too.
  if (dateOrder(rows.map((row) => row[column] ?? "")) !== "none") return false;
  const sorter = new RowSorter(table, agentColumns[0] ?? null, column, () => false);
  return rows.every((row) => {
    const { kind } = read(row[column] ?? "");
    return kind === "other-month" || kind === "no-date" || sorter.kindOf(row) !== "data";
  });
}
