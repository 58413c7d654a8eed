import type { How } from "../engine/source";

/** How sure a guess is: `exact` by a known header or by the values, `guess` to be confirmed by a person. */
export type Certainty = "exact" | "guess";

/** A column of a table that nobody knows, with what it may be. */
export interface ProposedColumn {
  /** As written. */
  readonly header: string;
  /** Counted from 1. */
  readonly column: number;
  readonly role: "person" | "date" | "measure" | "ignore";
  /** Name of the measure and how it is summed up; blank for other roles. */
  readonly measure: string;
  readonly how: How | "";
  readonly certainty: Certainty;
  /** The header or the cells say an amount of money: a guess of it must be confirmed. */
  readonly isMoney: boolean;
  /** Up to two different cells as they stand. */
  readonly samples: readonly string[];
}

/** A row for the Sources tab, field by field as its columns. */
export interface ProposedRow {
  readonly source: string;
  readonly tab: string;
  readonly personColumn: string;
  readonly dateColumn: string;
  readonly measure: string;
  readonly how: How;
  readonly column: string;
  readonly weightColumn: string;
  readonly where: string;
  readonly certainty: Certainty;
}

/** What a table that nothing recognised looks like, with rows for the Sources tab. */
export interface Proposal {
  readonly tab: string;
  /** Counted from 1. */
  readonly headerRow: number;
  /** Every column with a header and cells, in the order of the table. */
  readonly columns: readonly ProposedColumn[];
  /** The tab's name or a title line states the days; matters where no column has dates. */
  readonly isDated: boolean;
  /** Rows to add to Sources. Nothing is applied by itself. */
  readonly rows: readonly ProposedRow[];
  /** Of how many rows below the header the person is on Staff. */
  readonly read: number;
  readonly of: number;
}
