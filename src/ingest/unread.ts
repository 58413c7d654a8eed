import { isoOfDay } from "../engine/calendar";
import type { UnreadableReading } from "../engine/cell";
import { type Grid, type GridCell, isDateCell } from "../engine/grid";
import { type Issue, issueAt } from "../engine/issue";
import { cellText } from "./table";

/** The issue of a cell that cannot be read; row and column are counted from 0. */
export function unreadableIssue(
  grid: Grid,
  row: number,
  column: number,
  header: string,
  { problem }: Pick<UnreadableReading, "problem">,
): Issue {
  const cell: GridCell = grid.rows[row]?.[column] ?? "";
  const text = isDateCell(cell) ? isoOfDay(Math.floor(cell.serial)) : cellText(cell);
  const values = {
    ...problem.values,
    ...(problem.values.text ? {} : { text }),
    header,
    row: String(row + 1),
  };
  return issueAt("error", problem.code, { tab: grid.name, row: row + 1, column: column + 1 }, values, text);
}
