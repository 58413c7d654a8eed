import type { Grid } from "../engine/grid";
import { Columns } from "./columns";
import type { FieldDictionary } from "./fields";
import { LayoutBuilder } from "./outputs";
import type { AmbiguousColumn, Input, Output, ShownRate, UnusableColumn } from "./recipes";
import { HEADER_ROWS, readHeaders, type Table, withSecondRow } from "./table";

/** An export that was recognised: its columns and the measures it gives. */
export interface Layout {
  readonly table: Table;
  /** Columns that may name the agent, the likeliest header first. */
  readonly agentColumns: readonly number[];
  readonly dateColumn: number | null;
  /** An account's rows for two shops are two rows, not one that was pasted twice. */
  readonly shopColumn: number | null;
  readonly inputs: readonly Input[];
  readonly outputs: readonly Output[];
  /** Columns of rates and averages by the metric that they show: summary rows are read by them. */
  readonly rates: readonly ShownRate[];
  readonly ambiguous: readonly AmbiguousColumn[];
  readonly unusable: readonly UnusableColumn[];
  /** A column of single events (an order number, say): then the table is a list, no export. */
  readonly eventColumn: number | null;
}

/**
 * Recognises an export of agents' figures: the row among the first ten that has an agent column
 * and the most columns of known figures. Null where no row has both.
 *
 * @param excluded names of measures that Sources reads from this tab.
 */
export function recogniseLayout(
  grid: Grid,
  tabIndex: number,
  dictionary: FieldDictionary,
  excluded: ReadonlySet<string>,
): Layout | null {
  return layoutOn(mainHeader(grid, dictionary), { grid, tabIndex, excluded });
}

/** Header rows by dictionary and tab: a run asks for those of a tab for its month and for each locked one. */
const MAIN = new WeakMap<FieldDictionary, WeakMap<Grid, HeaderRow | { readonly none: true }>>();

function mainHeader(grid: Grid, dictionary: FieldDictionary): HeaderRow | null {
  const ofDictionary = MAIN.get(dictionary) ?? new WeakMap<Grid, HeaderRow | { readonly none: true }>();
  MAIN.set(dictionary, ofDictionary);
  const known = ofDictionary.get(grid) ??
    bestHeader(grid, dictionary, ({ score }) => score) ?? { none: true };
  ofDictionary.set(grid, known);
  return "none" in known ? null : known;
}

/** So many columns of known figures make a table of the shop's; fewer may be by chance. */
const SHOP_FIGURES = 2;

/**
 * Recognises a table of the shop's own figures: days or products instead of agents. It counts for
 * nobody; null also where the table has a column of agents or of single events.
 */
export function recogniseShopLayout(
  grid: Grid,
  tabIndex: number,
  dictionary: FieldDictionary,
): Layout | null {
  const score = (columns: Columns) =>
    columns.all("agent").length > 0 || columns.figures < SHOP_FIGURES ? 0 : columns.figures;
  const layout = layoutOn(bestHeader(grid, dictionary, score), { grid, tabIndex, excluded: new Set() });
  return layout === null || layout.eventColumn !== null ? null : layout;
}

/** The header of a table: the row, and the first row of data below it, both from 0. */
interface HeaderRow {
  readonly columns: Columns;
  readonly headerRow: number;
  readonly firstRow: number;
}

function bestHeader(
  grid: Grid,
  dictionary: FieldDictionary,
  score: (columns: Columns) => number,
): HeaderRow | null {
  let best: HeaderRow | null = null;
  let most = 0;
  for (let headerRow = 0; headerRow < Math.min(HEADER_ROWS, grid.rows.length); headerRow++) {
    const plain = readHeaders(grid, headerRow);
    const { headers, firstRow } = withSecondRow(grid, headerRow, plain, dictionary);
    const columns = new Columns(headers, dictionary);
    if (score(columns) <= most) continue;
    most = score(columns);
    best = { columns, headerRow, firstRow };
  }
  return best;
}

/** What a layout is of, apart from its header. */
interface LayoutPlace {
  readonly grid: Grid;
  readonly tabIndex: number;
  readonly excluded: ReadonlySet<string>;
}

function layoutOn(header: HeaderRow | null, { grid, tabIndex, excluded }: LayoutPlace): Layout | null {
  if (!header) return null;
  const { columns, headerRow, firstRow } = header;
  const builder = new LayoutBuilder(columns, excluded);
  builder.addMeasures();
  builder.addRecomputed();
  return {
    table: { grid, tabIndex, headers: columns.headers, headerRow, firstRow },
    agentColumns: columns.all("agent"),
    dateColumn: columns.first("date") ?? columns.first("month"),
    shopColumn: columns.first("shop"),
    inputs: builder.inputs,
    outputs: builder.outputs,
    rates: builder.rates(),
    ambiguous: builder.ambiguous,
    unusable: builder.unusable,
    eventColumn: columns.first("event"),
  };
}
