import type { Place } from "./issue";

/** How the rows of a table become one number (READINGS 3.13). */
export type How = "count" | "sum" | "average" | "min" | "max" | "distinct" | "weighted";

/** One row of the Sources tab, blanks already taken from the row above of the same Source. */
export interface SourceRow {
  readonly source: string;
  /** Name of the pasted tab. */
  readonly tab: string;
  /** Header of the person column; empty: the measure is the shop's. */
  readonly personColumn: string;
  /** Header of the date column; empty: all rows belong to the month that the tab's name states. */
  readonly dateColumn: string;
  readonly measure: string;
  readonly how: How;
  /** Header of the column measured; empty only for `count` of rows. */
  readonly column: string;
  readonly weightColumn: string;
  /** Formula over the row's columns; empty: every row. */
  readonly where: string;
  /** The row on the Sources tab, with the columns (from 1) of those of its cells that can be wrong. */
  readonly place: Place;
  readonly columns: Readonly<
    Record<"tab" | "personColumn" | "dateColumn" | "column" | "weightColumn" | "where", number>
  >;
}
