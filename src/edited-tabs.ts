/** Numbers that somebody typed over the tabs of a locked month: found, and told to HR. */
import type { ClosingMonth } from "./closing";
import type { Grid } from "./engine/grid";
import { forHr, type Issue } from "./engine/issue";
import type { ShownTab } from "./life/snapshot";
import { isLocked } from "./life/states";
import { withTold } from "./locked";
import { describeMonth } from "./month";
import { findOutput } from "./report/names";
import type { MonthView } from "./report/view";
import type { Services, SheetSurface } from "./sheets/surface";
import { type EditedCell, editedCells, isAsWritten, type ShownMonth, type StandingCells } from "./shown-tabs";

/** An output tab of a locked month that does not show what was locked. */
export interface EditedTab {
  readonly month: string;
  readonly tab: string;
  /** Not empty. */
  readonly cells: readonly EditedCell[];
}

/** Kinds that are looked at when another month is run: a reading each, and no more where they are as written. */
const LOOKED_KINDS = ["payroll", "scorecard"];

/**
 * The tabs that were typed over: of a locked month all that show figures, else Payroll and Scorecard of the locked
 * months before it that are looked through for late data, so that a year of months costs no more than a quarter.
 */
export function editedTabs(services: Services, grids: readonly Grid[], closing: ClosingMonth): EditedTab[] {
  const isItself = isLocked(closing.standing);
  return closing.shown.flatMap((shown) => {
    const tabs = shown.tabs.filter(({ kind }) => isItself || LOOKED_KINDS.includes(kind));
    const view = lockedView(shown);
    return tabs.flatMap((tab) => editedTab(services, grids, tab, shown.month, view) ?? []);
  });
}

/** The month as it was locked, computed at most once. */
function lockedView(shown: ShownMonth): () => MonthView | null {
  let view: MonthView | null | undefined;
  return () => {
    if (view === undefined) view = shown.view();
    return view && { ...view, result: { ...view.result, state: "approved" } };
  };
}

function editedTab(
  services: Services,
  grids: readonly Grid[],
  shown: ShownTab,
  month: string,
  view: () => MonthView | null,
): EditedTab | null {
  const sheet = sheetOf(services, grids, shown, month);
  const standing = sheet && standingCells(sheet);
  if (!standing || isAsWritten(shown, standing)) return null;
  const locked = view();
  const [described] = locked ? describeMonth(locked, [shown.kind]) : [];
  const cells = described ? editedCells(described, standing) : [];
  return cells.length === 0 ? null : { month, tab: sheet.getName(), cells };
}

/** The tab under the name that it was given, or under the one that somebody gave it since; null where it is gone. */
function sheetOf(
  { SpreadsheetApp }: Services,
  grids: readonly Grid[],
  { kind, name }: ShownTab,
  month: string,
): SheetSurface | null {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const renamed = grids.find((grid) => {
    const output = findOutput(grid);
    return output?.kind === kind && output.month === month;
  });
  return spreadsheet.getSheetByName(name) ?? (renamed ? spreadsheet.getSheetByName(renamed.name) : null);
}

function standingCells(sheet: SheetSurface): StandingCells | null {
  const [height, width] = [sheet.getLastRow(), sheet.getLastColumn()];
  if (height === 0 || width === 0) return null;
  const range = sheet.getRange(1, 1, height, width);
  return { values: range.getValues(), formulas: range.getFormulas() };
}

/** The month with what was typed over locked months told; that is no part of its result. */
export function withEdited(services: Services, grids: readonly Grid[], closing: ClosingMonth): ClosingMonth {
  const edited = editedTabs(services, grids, closing);
  return { ...closing, view: withTold(closing.view, edited.map(editedIssue)) };
}

/** One tab is one decision, however many cells of it were typed over. */
export function editedIssue({ month, tab, cells }: EditedTab): Issue {
  const [first, ...more] = cells;
  const { cell = "", what = "", found = "", locked = "" } = first ?? {};
  const rest = more.slice(0, MOST_CELLS).map((one) => one.cell);
  const values = {
    month,
    what,
    locked,
    n: more.length === 0 ? "" : String(more.length),
    more: rest.join(", ") + (more.length > rest.length ? ", …" : ""),
  };
  return forHr({ severity: "warning", code: "locked-tab-edited", tab, cell, found, values });
}

/** So many more cells are named; all are counted. */
const MOST_CELLS = 5;
