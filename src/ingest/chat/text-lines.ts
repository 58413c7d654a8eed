import { isoOfDay } from "../../engine/calendar";
import { type Grid, type GridCell, isBlank, isDateCell } from "../../engine/grid";
import { cellText } from "../table";

/** A line of pasted text with its row, counted from 0. */
export interface TextLine {
  readonly text: string;
  readonly row: number;
}

/** The lines of the text that was pasted into a tab, of its first so many rows; blank rows give empty ones. */
export function* textLines(grid: Grid, rows: number): Generator<TextLine> {
  for (let row = 0; row < Math.min(rows, grid.rows.length); row++) {
    const cells = (grid.rows[row] ?? []).filter((cell) => !isBlank(cell));
    if (cells.length === 0) yield { text: "", row };
    else for (const text of pastedText(cells).split(/\r?\n|\r/)) yield { text, row };
  }
}

/** The cells of a row as the text that was pasted: a sheet splits it at tabs and makes times of it. */
export function pastedText(cells: readonly GridCell[]): string {
  const [only] = cells;
  if (cells.length === 1) return lineText(only);
  return cells.map(lineText).join("\t");
}

function lineText(cell: GridCell | undefined): string {
  if (!isDateCell(cell) || cell.serial < 1) return cellText(cell);
  const seconds = Math.round((cell.serial - Math.floor(cell.serial)) * 86_400);
  const two = (part: number) => String(Math.floor(part)).padStart(2, "0");
  const clock = `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${isoOfDay(Math.floor(cell.serial))} ${clock}`;
}
