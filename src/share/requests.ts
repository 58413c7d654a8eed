/** A described file as requests of Sheets API v4: the same description gives the same bytes. */
import type { CellStyle, TabCell, TabDescription } from "../report/tab";
import type { SharedFile } from "./content";

/** A request of `batchUpdate`: one name with its body. */
export type SheetsRequest = Readonly<Record<string, object>>;

/** What a file holds now, as far as it decides what is to be removed. */
export interface PresentFile {
  readonly sheets: readonly PresentSheet[];
  readonly namedRanges: readonly string[];
}

/** A sheet of a file with the ids of everything on it that no file of ours has. */
export interface PresentSheet {
  readonly sheetId: number;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly protectedRanges: readonly number[];
  readonly banding: readonly number[];
  readonly filterViews: readonly number[];
  readonly embedded: readonly number[];
  readonly conditionalFormats: number;
  readonly hasFilter: boolean;
  readonly hasMerges: boolean;
}

/** Sheet ids are ours to choose and never change: the first tab is 1. */
export const FIRST_SHEET = 1;
const LEAST_ROWS = 20;
const TEXT_FORMAT = { type: "TEXT" };
const DEFAULT_SIZE = 10;

/** Columns and rows of a tab's grid; no cell of an earlier month lies outside it. */
export function gridSize(tab: TabDescription): { readonly rowCount: number; readonly columnCount: number } {
  return { rowCount: Math.max(LEAST_ROWS, tab.rows.length), columnCount: tab.columnCount };
}

/**
 * One batch that brings a file from what it is to what is described: name and places, our sheets in
 * their order, every cell of their whole grids, nothing else. All of it happens at once or not at all.
 */
export function buildRequests(file: SharedFile, present: PresentFile): SheetsRequest[] {
  const { title, locale, timeZone, tabs } = file;
  const there = new Map(present.sheets.map((sheet) => [sheet.sheetId, sheet]));
  const ours = new Set(tabs.map((_, index) => FIRST_SHEET + index));
  const stray = present.sheets.filter(({ sheetId }) => !ours.has(sheetId));
  const removed = stray.map(({ sheetId }): SheetsRequest => ({ deleteSheet: { sheetId } }));
  const kept = present.sheets.filter(({ sheetId }) => ours.has(sheetId));
  // A file always has a sheet: the first of ours comes before the last of others goes.
  return [
    {
      updateSpreadsheetProperties: {
        properties: { title, locale, timeZone },
        fields: "title,locale,timeZone",
      },
    },
    ...present.namedRanges.map((namedRangeId): SheetsRequest => ({ deleteNamedRange: { namedRangeId } })),
    ...kept.flatMap(clearSheet),
    ...(kept.length > 0 ? removed : []),
    ...tabs.flatMap((tab, index) => tabRequests(tab, index, there.get(FIRST_SHEET + index) ?? null)),
    ...(kept.length > 0 ? [] : removed),
  ];
}

/** Takes away what somebody put on a sheet of ours. */
function clearSheet(sheet: PresentSheet): SheetsRequest[] {
  const { sheetId } = sheet;
  const rules = Array.from(
    { length: sheet.conditionalFormats },
    (): SheetsRequest => ({ deleteConditionalFormatRule: { sheetId, index: 0 } }),
  );
  return [
    ...sheet.protectedRanges.map((protectedRangeId) => ({ deleteProtectedRange: { protectedRangeId } })),
    ...sheet.banding.map((bandedRangeId) => ({ deleteBanding: { bandedRangeId } })),
    ...sheet.filterViews.map((filterId) => ({ deleteFilterView: { filterId } })),
    ...sheet.embedded.map((objectId) => ({ deleteEmbeddedObject: { objectId } })),
    ...(sheet.hasFilter ? [{ clearBasicFilter: { sheetId } }] : []),
    ...(sheet.hasMerges ? [{ unmergeCells: { range: { sheetId } } }] : []),
    ...rules,
  ];
}

/** The fields of a sheet's properties that are asked to change. */
const SHEET_FIELDS = [
  "title",
  "index",
  "hidden",
  "tabColorStyle",
  "rightToLeft",
  "gridProperties.rowCount",
  "gridProperties.columnCount",
  "gridProperties.frozenRowCount",
  "gridProperties.frozenColumnCount",
  "gridProperties.hideGridlines",
].join(",");

function tabRequests(tab: TabDescription, index: number, present: PresentSheet | null): SheetsRequest[] {
  const sheetId = FIRST_SHEET + index;
  const properties = sheetProperties(tab, sheetId, index);
  const add: SheetsRequest = present
    ? { updateSheetProperties: { properties, fields: SHEET_FIELDS } }
    : { addSheet: { properties } };
  return [add, cellsRequest(tab, sheetId), ...dimensionRequests(tab, sheetId)];
}

function sheetProperties(tab: TabDescription, sheetId: number, index: number): object {
  const gridProperties = {
    ...gridSize(tab),
    frozenRowCount: tab.frozenRows,
    frozenColumnCount: tab.frozenColumns,
    hideGridlines: false,
  };
  const color = tab.tabColor === null ? {} : { tabColorStyle: colorStyle(tab.tabColor) };
  return { sheetId, title: tab.name, index, hidden: false, rightToLeft: false, ...color, gridProperties };
}

/** Every cell of the grid: what is not described is cleared, notes and formats too. */
function cellsRequest(tab: TabDescription, sheetId: number): SheetsRequest {
  const { rowCount, columnCount } = gridSize(tab);
  const range = {
    sheetId,
    startRowIndex: 0,
    endRowIndex: rowCount,
    startColumnIndex: 0,
    endColumnIndex: columnCount,
  };
  const rows = tab.rows.map((row) => ({ values: withoutTail(row).map(cellData) }));
  return { updateCells: { range, fields: "*", rows } };
}

function withoutTail(row: readonly (TabCell | null)[]): readonly (TabCell | null)[] {
  let end = row.length;
  while (end > 0 && row[end - 1] === null) end--;
  return row.slice(0, end);
}

/** Texts are literal, whatever they begin with, and stay so when somebody edits them. */
function cellData(cell: TabCell | null): object {
  if (!cell) return {};
  const { kind, value, style, note } = cell;
  if (kind === "live") throw new Error("a shared file holds no formulas");
  const isNumber = kind === "number";
  const entered = isNumber ? { numberValue: value } : { stringValue: String(value) };
  const isEmpty = kind === "blank" || value === "";
  return {
    ...(isEmpty ? {} : { userEnteredValue: entered }),
    userEnteredFormat: cellFormat(style, isNumber),
    ...(note === undefined ? {} : { note }),
  };
}

function cellFormat(style: CellStyle, isNumber: boolean): object {
  const { format, bold, italic, size, color, background, align, wrap } = style;
  const pattern = isNumber && format !== undefined ? { type: "NUMBER", pattern: format } : null;
  return {
    ...(isNumber ? (pattern ? { numberFormat: pattern } : {}) : { numberFormat: TEXT_FORMAT }),
    ...(background === undefined ? {} : { backgroundColorStyle: colorStyle(background) }),
    ...(align === undefined ? {} : { horizontalAlignment: align.toUpperCase() }),
    verticalAlignment: "MIDDLE",
    ...(wrap ? { wrapStrategy: "WRAP" } : {}),
    textFormat: {
      ...(color === undefined ? {} : { foregroundColorStyle: colorStyle(color) }),
      ...(bold ? { bold } : {}),
      ...(italic ? { italic } : {}),
      ...(size === undefined || size === DEFAULT_SIZE ? {} : { fontSize: size }),
    },
  };
}

/** Eight bits a channel, as shares of 1 with four decimals. */
function colorStyle(hex: string): object {
  const channel = (start: number) =>
    Math.round((Number.parseInt(hex.slice(start, start + 2), 16) / 255) * 10_000) / 10_000;
  return { rgbColor: { red: channel(1), green: channel(3), blue: channel(5) } };
}

function dimensionRequests(tab: TabDescription, sheetId: number): SheetsRequest[] {
  const rows = { sheetId, dimension: "ROWS", startIndex: 0, endIndex: gridSize(tab).rowCount };
  const shown = { range: rows, properties: { hiddenByUser: false }, fields: "hiddenByUser" };
  const widths = tab.widths.map(({ column, count, width }) => ({
    updateDimensionProperties: {
      range: { sheetId, dimension: "COLUMNS", startIndex: column - 1, endIndex: column - 1 + count },
      properties: { pixelSize: width, hiddenByUser: false },
      fields: "pixelSize,hiddenByUser",
    },
  }));
  return [{ updateDimensionProperties: shown }, ...widths];
}

/** Google advises two megabytes a call; signs count, of which some take several bytes. */
const BATCH_SIGNS = 1_000_000;

/**
 * The requests in as few batches as Google's advice on size allows, in their order. One batch is
 * applied whole or not at all; several are not, so that nobody may read the file meanwhile.
 */
export function inBatches(requests: readonly SheetsRequest[], limit = BATCH_SIGNS): SheetsRequest[][] {
  const batches: SheetsRequest[][] = [];
  let room = 0;
  for (const request of requests.flatMap((one) => splitCells(one, limit))) {
    const size = JSON.stringify(request).length;
    if (size > room || batches.length === 0) {
      batches.push([]);
      room = limit;
    }
    batches[batches.length - 1]?.push(request);
    room -= size;
  }
  return batches;
}

/** A request for many cells as several for some of its rows each; others as they are. */
function splitCells(request: SheetsRequest, limit: number): SheetsRequest[] {
  const cells = request.updateCells as
    | { range: Record<string, number>; fields: string; rows: object[] }
    | undefined;
  const size = cells ? JSON.stringify(cells).length : 0;
  if (!cells || size <= limit) return [request];
  const { range, fields, rows } = cells;
  const height = Math.max(1, Math.floor((rows.length * limit) / size / 2));
  return Array.from({ length: Math.ceil(rows.length / height) }, (_, block): SheetsRequest => {
    const [from, to] = [block * height, (block + 1) * height];
    const isLast = to >= rows.length;
    const part = { ...range, startRowIndex: from, endRowIndex: isLast ? (range.endRowIndex ?? to) : to };
    return { updateCells: { range: part, fields, rows: rows.slice(from, to) } };
  });
}
