import type { Day } from "./calendar";

/**
 * A date or date-time cell: days since 1899-12-30, the time of day as the fraction, in the
 * spreadsheet's own time zone. A time without a date has a serial below 1.
 */
export interface DateCell {
  readonly serial: number;
}

/** A cell as the engine sees it. A blank cell is the empty text. */
export type GridCell = string | number | boolean | DateCell;

/** A tab as plain data. */
export interface Grid {
  readonly name: string;
  /** Rows from the tab's first row on, all of one length. */
  readonly rows: readonly (readonly GridCell[])[];
  /** The text of live formulas by `row,column` counted from 0, where the reader asked for them. */
  readonly formulas?: ReadonlyMap<string, string>;
}

/** True for a date or date-time cell. */
export function isDateCell(cell: GridCell | undefined): cell is DateCell {
  return typeof cell === "object" && cell !== null;
}

/** The calendar day of a date cell. */
export function dayOf(cell: DateCell): Day {
  return Math.floor(cell.serial);
}

/** True for a cell that holds nothing but white space. */
export function isBlank(cell: GridCell | undefined): boolean {
  return cell === undefined || (typeof cell === "string" && cell.trim() === "");
}
