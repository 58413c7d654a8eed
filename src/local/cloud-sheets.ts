/**
 * The content of a spreadsheet in the cloud, as Sheets API v4 sees it: a JSON resource, and the
 * requests of `batchUpdate` that the add-on sends. A request or field that is not listed throws by
 * name. A batch is applied whole or not at all.
 */
import { ApiError } from "./api-error.ts";

type Json = Record<string, unknown>;

/** One sheet: what `Spreadsheets.get` gives of it, with its cells as rows of cell data. */
interface CloudSheet extends Json {
  properties: Json & { sheetId: number; title: string; index: number; gridProperties: Json };
  rows: Json[][];
  rowMetadata: Json[];
  columnMetadata: Json[];
}

interface State {
  properties: Json;
  sheets: CloudSheet[];
  namedRanges: Json[];
  developerMetadata: Json[];
  [extra: string]: unknown;
}

const NEW_ROWS = 1000;
const NEW_COLUMNS = 26;
const DEFAULT_WIDTH = 100;

/** A spreadsheet of Google's. `state` is open, so that tests can plant what nobody should find. */
export class CloudSheets {
  state: State;
  /** Every batch that was applied, as JSON: old content stays in a file's history. */
  readonly history: string[] = [];

  constructor(
    readonly id: string,
    title: string,
  ) {
    const properties = { title, locale: "en_US", autoRecalc: "ON_CHANGE", timeZone: "Etc/GMT" };
    this.state = { properties, sheets: [newSheet(0, "Sheet1", 0)], namedRanges: [], developerMetadata: [] };
  }

  /** Applies a batch: all of it, or it throws and nothing is changed. */
  apply(requests: readonly object[]): void {
    const next = structuredClone(this.state);
    requests.forEach((request, index) => {
      const [name = "", more] = Object.keys(request);
      const apply = REQUESTS[name];
      if (!apply || more !== undefined)
        throw new Error(`the request "${name}" is not modelled by the local host`);
      apply(next, (request as Record<string, Json>)[name] ?? {}, (reason) => refuse(index, name, reason));
    });
    next.sheets.forEach((sheet, index) => {
      sheet.properties.index = index;
    });
    this.state = next;
    this.history.push(JSON.stringify(requests));
  }

  /** The resource that `Spreadsheets.get` answers. Empty lists are left out, as Google does. */
  resource(withGrid: boolean): object {
    const { properties, sheets, namedRanges, developerMetadata, ...more } = structuredClone(this.state);
    return {
      spreadsheetId: this.id,
      properties,
      sheets: sheets.map((sheet) => sheetResource(sheet, withGrid)),
      ...(namedRanges.length > 0 ? { namedRanges } : {}),
      ...(developerMetadata.length > 0 ? { developerMetadata } : {}),
      spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${this.id}/edit`,
      ...more,
    };
  }
}

function refuse(index: number, name: string, reason: string): never {
  throw new ApiError("sheets", 400, "badRequest", `Invalid requests[${index}].${name}: ${reason}`);
}

function newSheet(sheetId: number, title: string, index: number): CloudSheet {
  const gridProperties = { rowCount: NEW_ROWS, columnCount: NEW_COLUMNS };
  const sheet: CloudSheet = {
    properties: { sheetId, title, index, sheetType: "GRID", gridProperties },
    rows: [],
    rowMetadata: [],
    columnMetadata: [],
  };
  resize(sheet);
  return sheet;
}

/** Brings dimension data and cells in line with the grid's size. */
function resize(sheet: CloudSheet): void {
  const { rowCount, columnCount } = sizeOf(sheet);
  const reach = (list: Json[], count: number, pixelSize: number) => {
    list.length = Math.min(list.length, count);
    while (list.length < count) list.push({ pixelSize });
  };
  reach(sheet.rowMetadata, rowCount, 21);
  reach(sheet.columnMetadata, columnCount, DEFAULT_WIDTH);
  sheet.rows = sheet.rows.slice(0, rowCount).map((row) => row.slice(0, columnCount));
}

function sizeOf({ properties }: CloudSheet): { rowCount: number; columnCount: number } {
  const { rowCount, columnCount } = properties.gridProperties;
  return { rowCount: Number(rowCount), columnCount: Number(columnCount) };
}

function sheetResource(sheet: CloudSheet, withGrid: boolean): Json {
  const { properties, rows, rowMetadata, columnMetadata, ...more } = sheet;
  const lists = Object.fromEntries(
    Object.entries(more).filter(([, value]) => !Array.isArray(value) || value.length > 0),
  );
  if (!withGrid) return { properties, ...lists };
  const rowData = rows.map((row) => ({ values: row.map(shownCell) }));
  return { properties, data: [{ rowData, rowMetadata, columnMetadata }], ...lists };
}

/** A cell with what Google adds to it: the value in force and its text. */
function shownCell(cell: Json): Json {
  const value = cell.userEnteredValue as Json | undefined;
  if (!value) return cell;
  const formattedValue = String(value.stringValue ?? value.numberValue ?? value.boolValue ?? "");
  return { ...cell, effectiveValue: value, formattedValue };
}

type Refuse = (reason: string) => never;
type Apply = (state: State, request: Json, refuse: Refuse) => void;

function sheetOf(state: State, id: unknown, refuse: Refuse): CloudSheet {
  return (
    state.sheets.find(({ properties }) => properties.sheetId === id) ??
    refuse(`No grid with id: ${String(id)}`)
  );
}

/** Copies the fields that a mask names, like `title,gridProperties.rowCount`. */
function copyFields(
  target: Json,
  source: Json,
  mask: unknown,
  known: readonly string[],
  refuse: Refuse,
): void {
  for (const path of String(mask).split(",")) {
    if (!known.includes(path)) refuse(`Invalid field: ${path}`);
    const [first = "", second] = path.split(".");
    if (second === undefined) target[first] = source[first];
    else
      target[first] = { ...(target[first] as Json), [second]: (source[first] as Json | undefined)?.[second] };
  }
}

/**
 * What the model knows to change. The add-on has such a list of its own: this one stands for Google,
 * and must not grow with it.
 */
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
];

function requireFreeTitle(state: State, sheet: CloudSheet, refuse: Refuse): void {
  const { title } = sheet.properties;
  const taken = state.sheets.some(
    (one) => one !== sheet && one.properties.title.toLowerCase() === title.toLowerCase(),
  );
  if (taken) refuse(`A sheet with the name "${title}" already exists.`);
}

function updateCells(state: State, request: Json, refuse: Refuse): void {
  const range = request.range as Record<string, number>;
  const sheet = sheetOf(state, range.sheetId, refuse);
  if (request.fields !== "*") refuse("only fields=* is modelled");
  const { rowCount, columnCount } = sizeOf(sheet);
  const { startRowIndex = 0, endRowIndex = 0, startColumnIndex = 0, endColumnIndex = 0 } = range;
  if (endRowIndex > rowCount || endColumnIndex > columnCount) refuse("Attempting to write outside the grid");
  const rows = (request.rows ?? []) as { values?: Json[] }[];
  if (rows.length > endRowIndex - startRowIndex) refuse("Attempting to write more rows than the range has");
  for (let row = startRowIndex; row < endRowIndex; row++) {
    const values = rows[row - startRowIndex]?.values ?? [];
    if (values.length > endColumnIndex - startColumnIndex) refuse("more cells than the range has");
    const line = sheet.rows[row] ?? [];
    for (let column = startColumnIndex; column < endColumnIndex; column++)
      line[column] = checkedCell(values[column - startColumnIndex] ?? {}, refuse);
    for (let column = 0; column < line.length; column++) line[column] ??= {};
    sheet.rows[row] = line;
  }
  for (let row = 0; row < sheet.rows.length; row++) sheet.rows[row] ??= [];
}

const CELL_FIELDS = ["userEnteredValue", "userEnteredFormat", "note"];

function checkedCell(cell: Json, refuse: Refuse): Json {
  const stray = Object.keys(cell).find((name) => !CELL_FIELDS.includes(name));
  if (stray !== undefined) throw new Error(`the cell field "${stray}" is not modelled by the local host`);
  const value = (cell.userEnteredValue ?? {}) as Json;
  const kinds = Object.keys(value);
  if (kinds.length > 1) refuse("a value of two kinds");
  if (typeof value.stringValue === "string" && value.stringValue.length > 50_000)
    refuse("too many characters");
  return cell;
}

function updateDimensions(state: State, request: Json, refuse: Refuse): void {
  const range = request.range as Json;
  const sheet = sheetOf(state, range.sheetId, refuse);
  const list = range.dimension === "ROWS" ? sheet.rowMetadata : sheet.columnMetadata;
  const end = Number(range.endIndex ?? list.length);
  if (end > list.length) refuse("Invalid dimension range");
  const known = ["pixelSize", "hiddenByUser"];
  for (const one of list.slice(Number(range.startIndex ?? 0), end))
    copyFields(one, request.properties as Json, request.fields, known, refuse);
}

/** Takes the object with an id away from a list of the file or of any sheet. */
function remover(list: string, idName: string, requestId: string): Apply {
  return (state, request, refuse) => {
    const holders: Json[] = [state, ...state.sheets];
    const holder = holders.find((one) =>
      asList(one[list]).some((each) => each[idName] === request[requestId]),
    );
    if (!holder) refuse(`No ${list} with id: ${String(request[requestId])}`);
    else holder[list] = asList(holder[list]).filter((each) => each[idName] !== request[requestId]);
  };
}

function asList(value: unknown): Json[] {
  return Array.isArray(value) ? (value as Json[]) : [];
}

const REQUESTS: Readonly<Record<string, Apply>> = {
  updateSpreadsheetProperties: (state, request, refuse) =>
    copyFields(
      state.properties,
      request.properties as Json,
      request.fields,
      ["title", "locale", "timeZone"],
      refuse,
    ),
  addSheet: (state, request, refuse) => {
    const { sheetId, title, ...more } = request.properties as CloudSheet["properties"];
    if (state.sheets.some(({ properties }) => properties.sheetId === sheetId)) refuse("sheetId is taken");
    const sheet = newSheet(sheetId, title, state.sheets.length);
    Object.assign(sheet.properties, more);
    requireFreeTitle(state, sheet, refuse);
    resize(sheet);
    state.sheets.splice(Number(more.index ?? state.sheets.length), 0, sheet);
  },
  updateSheetProperties: (state, request, refuse) => {
    const properties = request.properties as Json;
    const sheet = sheetOf(state, properties.sheetId, refuse);
    copyFields(sheet.properties, properties, request.fields, SHEET_FIELDS, refuse);
    requireFreeTitle(state, sheet, refuse);
    resize(sheet);
    state.sheets = state.sheets.filter((one) => one !== sheet);
    state.sheets.splice(sheet.properties.index, 0, sheet);
  },
  deleteSheet: (state, request, refuse) => {
    const sheet = sheetOf(state, request.sheetId, refuse);
    if (state.sheets.length === 1) refuse("You can't remove all the sheets in a document.");
    state.sheets = state.sheets.filter((one) => one !== sheet);
  },
  updateCells,
  updateDimensionProperties: updateDimensions,
  deleteNamedRange: remover("namedRanges", "namedRangeId", "namedRangeId"),
  deleteProtectedRange: remover("protectedRanges", "protectedRangeId", "protectedRangeId"),
  deleteBanding: remover("bandedRanges", "bandedRangeId", "bandedRangeId"),
  deleteFilterView: remover("filterViews", "filterViewId", "filterId"),
  deleteEmbeddedObject: (state, request, refuse) => {
    const isChart = state.sheets.some(({ charts }) =>
      asList(charts).some((one) => one.chartId === request.objectId),
    );
    const [list, id] = isChart ? ["charts", "chartId"] : ["slicers", "slicerId"];
    remover(list ?? "", id ?? "", "objectId")(state, request, refuse);
  },
  clearBasicFilter: (state, request, refuse) => {
    delete sheetOf(state, request.sheetId, refuse).basicFilter;
  },
  deleteConditionalFormatRule: (state, request, refuse) => {
    const sheet = sheetOf(state, request.sheetId, refuse);
    const rules = asList(sheet.conditionalFormats);
    if (!rules[Number(request.index)])
      refuse(`No conditional format on sheet at index: ${String(request.index)}`);
    sheet.conditionalFormats = rules.filter((_, index) => index !== request.index);
  },
  unmergeCells: (state, request, refuse) => {
    const range = request.range as Json;
    delete sheetOf(state, range.sheetId, refuse).merges;
  },
};
