import type { Grid, GridCell } from "../engine/grid";
import { isDate, type SerialOf, serialsIn } from "./dates";
import { isStage, namedSheets } from "./stage";
import type { RangeSurface, Services, SheetCell, SheetSurface } from "./surface";

/** Which tabs to read, and how much of them. */
export interface ReadingPlan {
  /** Says from a tab's name that it need not be read. */
  readonly skips: (name: string) => boolean;
  /** Says from the first rows of a tab whether formulas and percent signs of its cells matter. */
  readonly needsFormulas: (firstRows: readonly (readonly GridCell[])[]) => boolean;
}

const HEADER_ROWS = 10;
const SIGNIFICANT_DIGITS = 15;

/**
 * Every tab of the workbook as plain data, hidden ones too, but not the stage of a run that died.
 * A tab costs a constant number of calls. Rule tabs (`needsFormulas`) also give the text of live
 * formulas, and their percentages as they are shown: `20%` and 0.2 are different there.
 */
export function readGrids(services: Services, plan: ReadingPlan): Grid[] {
  const spreadsheet = services.SpreadsheetApp.getActiveSpreadsheet();
  const serialOf = serialsIn(spreadsheet.getSpreadsheetTimeZone(), services.Session.getScriptTimeZone());
  return namedSheets(spreadsheet)
    .filter(({ name }) => !isStage(name) && !plan.skips(name))
    .map(({ sheet, name }) => readGrid(sheet, name, serialOf, plan));
}

function readGrid(
  sheet: SheetSurface,
  name: string,
  serialOf: SerialOf,
  { needsFormulas }: ReadingPlan,
): Grid {
  const [height, width] = [sheet.getLastRow(), sheet.getLastColumn()];
  if (height === 0 || width === 0) return { name, rows: [] };
  const range = sheet.getRange(1, 1, height, width);
  const rows = range.getValues().map((row) => toGridCells(row, serialOf));
  if (!needsFormulas(rows.slice(0, HEADER_ROWS))) return { name, rows };
  return { name, rows: withPercents(rows, range.getNumberFormats()), formulas: liveFormulas(range) };
}

/** The row itself where it holds no date, as most do. */
function toGridCells(row: SheetCell[], serialOf: SerialOf): GridCell[] {
  const hasNoDate = (cells: (SheetCell | GridCell)[]): cells is GridCell[] => !cells.some(isDate);
  return hasNoDate(row) ? row : row.map((cell) => (isDate(cell) ? { serial: serialOf(cell) } : cell));
}

function withPercents(rows: readonly GridCell[][], formats: readonly string[][]): GridCell[][] {
  return rows.map((row, r) =>
    row.map((cell, c) =>
      typeof cell === "number" && formats[r]?.[c]?.includes("%") ? percentText(cell) : cell,
    ),
  );
}

/** The percentage that a cell shows, for example 0.35 as `35%`; all digits that the number has. */
function percentText(value: number): string {
  return `${Number((value * 100).toPrecision(SIGNIFICANT_DIGITS))}%`;
}

function liveFormulas(range: RangeSurface): Map<string, string> {
  const found = new Map<string, string>();
  range.getFormulas().forEach((row, r) => {
    row.forEach((formula, c) => {
      if (formula !== "") found.set(`${r},${c}`, formula);
    });
  });
  return found;
}
