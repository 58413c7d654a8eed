/**
 * The leak walker (SHARING section 2). It visits every field of a request before it is sent, and of
 * the file, its Drive record and its permissions when they are read back. Whatever it does not know
 * is a leak: a field that Google adds tomorrow stops a share, and does not slip through.
 */
import type { TabDescription } from "../report/tab";
import type { SharedFile } from "./content";
import { type Leak, leak, unknownFields } from "./leak";
import { FIRST_SHEET, gridSize, type SheetsRequest } from "./requests";
import { type Json, listIn, numberIn, objectIn } from "./resource";
import { type Secrets, wordLeaks } from "./secrets";
import { walkLook, walkRows } from "./walk-cells";

/** Leaks of a batch before it is sent. */
export function walkRequests(requests: readonly SheetsRequest[], secrets: Secrets): Leak[] {
  return requests.flatMap((request, index) => {
    const path = `requests[${index}]`;
    const [[name = "", body] = []] = Object.entries(request);
    const walk = REQUEST_WALKS[name];
    if (!walk || Object.keys(request).length !== 1) return [leak(`${path}.${name}`, "unknown-field")];
    return walk(objectIn(body), `${path}.${name}`, secrets);
  });
}

type Walk = (body: Json, path: string, secrets: Secrets) => Leak[];

/** Requests that only remove carry ids; the others are walked to the last field. */
const REMOVES: Walk = (body, path) =>
  Object.entries(body).flatMap(([name, value]) =>
    typeof value === "number" || (typeof value === "string" && /^[\w-]+$/.test(value)) || name === "range"
      ? []
      : [leak(`${path}.${name}`, "unknown-field")],
  );

const REQUEST_WALKS: Readonly<Record<string, Walk>> = {
  updateSpreadsheetProperties: (body, path, secrets) => [
    ...unknownFields(body, ["properties", "fields"], path),
    ...(body.fields === "title,locale,timeZone" ? [] : [leak(`${path}.fields`, "unknown-field")]),
    ...walkFileProperties(objectIn(body.properties), `${path}.properties`, secrets),
  ],
  addSheet: (body, path, secrets) => [
    ...unknownFields(body, ["properties"], path),
    ...walkSheetProperties(objectIn(body.properties), `${path}.properties`, secrets),
  ],
  updateSheetProperties: (body, path, secrets) => [
    ...unknownFields(body, ["properties", "fields"], path),
    ...walkSheetProperties(objectIn(body.properties), `${path}.properties`, secrets),
  ],
  updateCells: (body, path, secrets) => [
    ...unknownFields(body, ["range", "fields", "rows"], path),
    ...(body.fields === "*" ? [] : [leak(`${path}.fields`, "unknown-field")]),
    ...walkRows(body.rows, `${path}.rows`, secrets),
  ],
  updateDimensionProperties: (body, path) => [
    ...unknownFields(body, ["range", "fields", "properties"], path),
    ...walkDimension(objectIn(body.properties), `${path}.properties`),
  ],
  deleteSheet: REMOVES,
  deleteNamedRange: REMOVES,
  deleteProtectedRange: REMOVES,
  deleteBanding: REMOVES,
  deleteFilterView: REMOVES,
  deleteEmbeddedObject: REMOVES,
  clearBasicFilter: REMOVES,
  unmergeCells: REMOVES,
  deleteConditionalFormatRule: REMOVES,
};

/** Leaks of a whole file as it was read back with its grid, and everything in which it differs from what was asked. */
export function walkSpreadsheet(resource: unknown, file: SharedFile, secrets: Secrets): Leak[] {
  const read = objectIn(resource);
  const properties = objectIn(read.properties);
  const sheets = listIn(read.sheets);
  return [
    ...unknownFields(read, ["spreadsheetId", "spreadsheetUrl", "properties", "sheets"], ""),
    ...walkFileProperties(properties, "properties", secrets),
    ...(properties.title === file.title ? [] : [leak("properties.title", "name")]),
    ...(sheets.length === file.tabs.length ? [] : [leak("sheets", "content")]),
    ...sheets.flatMap((sheet, index) =>
      walkSheet(sheet, file.tabs[index] ?? null, FIRST_SHEET + index, `sheets[${index}]`, secrets),
    ),
  ];
}

function walkSheet(
  sheet: Json,
  tab: TabDescription | null,
  sheetId: number,
  path: string,
  secrets: Secrets,
): Leak[] {
  const properties = objectIn(sheet.properties);
  const blocks = listIn(sheet.data);
  return [
    ...unknownFields(sheet, ["properties", "data"], path),
    ...walkSheetProperties(properties, `${path}.properties`, secrets),
    ...(tab && isAsked(properties, tab, sheetId) ? [] : [leak(`${path}.properties`, "content")]),
    ...blocks.flatMap((block, index) => walkBlock(block, `${path}.data[${index}]`, secrets)),
    ...(tab ? compareCells(blocks, tab, `${path}.data`) : []),
  ];
}

function isAsked(properties: Json, tab: TabDescription, sheetId: number): boolean {
  const grid = objectIn(properties.gridProperties);
  const { rowCount, columnCount } = gridSize(tab);
  const hasSize = grid.rowCount === rowCount && grid.columnCount === columnCount;
  return properties.title === tab.name && numberIn(properties.sheetId) === sheetId && hasSize;
}

const BLOCK_FIELDS = ["rowData", "rowMetadata", "columnMetadata", "startRow", "startColumn"];

function walkBlock(block: Json, path: string, secrets: Secrets): Leak[] {
  const starts = numberIn(block.startRow) + numberIn(block.startColumn);
  const dimensions = [...listIn(block.rowMetadata), ...listIn(block.columnMetadata)];
  return [
    ...unknownFields(block, BLOCK_FIELDS, path),
    ...(starts === 0 ? [] : [leak(path, "content")]),
    ...walkRows(block.rowData, `${path}.rowData`, secrets),
    ...dimensions.flatMap((one) => walkDimension(one, `${path}.metadata`)),
  ];
}

/** Rows and columns are shown, have no groups and carry no metadata. */
function walkDimension(dimension: Json, path: string): Leak[] {
  const hidden = dimension.hiddenByUser === true ? [leak(path, "hidden")] : [];
  return [...hidden, ...unknownFields(dimension, ["pixelSize", "hiddenByUser"], path)];
}

/** A theme holds colours and a font; recalculation one fixed word. */
const FILE_FIELDS = ["title", "locale", "timeZone", "autoRecalc", "defaultFormat", "spreadsheetTheme"];

function walkFileProperties(properties: Json, path: string, secrets: Secrets): Leak[] {
  const { title, locale, timeZone, defaultFormat } = properties;
  const isPlain = [locale, timeZone].every((text) => typeof text === "string" && /^[\w/+-]+$/.test(text));
  return [
    ...unknownFields(properties, FILE_FIELDS, path),
    ...wordLeaks(String(title), `${path}.title`, secrets),
    ...(isPlain ? [] : [leak(path, "content")]),
    ...walkLook(objectIn(defaultFormat), `${path}.defaultFormat`),
  ];
}

const SHEET_FIELDS = [
  "sheetId",
  "title",
  "index",
  "sheetType",
  "hidden",
  "rightToLeft",
  "gridProperties",
  "tabColor",
  "tabColorStyle",
];
const GRID_FIELDS = ["rowCount", "columnCount", "frozenRowCount", "frozenColumnCount", "hideGridlines"];

function walkSheetProperties(properties: Json, path: string, secrets: Secrets): Leak[] {
  const { title, sheetType, hidden, tabColor, tabColorStyle, gridProperties } = properties;
  return [
    ...unknownFields(properties, SHEET_FIELDS, path),
    ...wordLeaks(String(title), `${path}.title`, secrets),
    ...(hidden === true ? [leak(`${path}.hidden`, "hidden")] : []),
    ...(sheetType === undefined || sheetType === "GRID" ? [] : [leak(`${path}.sheetType`, "unknown-field")]),
    ...walkLook(objectIn(tabColorStyle), `${path}.tabColorStyle`),
    ...walkLook(objectIn(tabColor), `${path}.tabColor`),
    ...unknownFields(objectIn(gridProperties), GRID_FIELDS, `${path}.gridProperties`),
  ];
}

/** Every cell that was read holds what was asked for, and no other cell holds anything. */
function compareCells(blocks: readonly Json[], tab: TabDescription, path: string): Leak[] {
  const rows = listIn(blocks[0]?.rowData);
  const leaks: Leak[] = [];
  const height = Math.max(rows.length, tab.rows.length);
  for (let row = 0; row < height; row++) {
    const cells = listIn(rows[row]?.values);
    const asked = tab.rows[row] ?? [];
    for (let column = 0; column < Math.max(cells.length, asked.length); column++) {
      if (!isSame(cells[column] ?? {}, asked[column] ?? null))
        leaks.push(leak(`${path}[${row}][${column}]`, "content"));
    }
  }
  return leaks;
}

function isSame(cell: Json, asked: TabDescription["rows"][number][number]): boolean {
  const value = objectIn(cell.userEnteredValue);
  const [read] = Object.values(value);
  const wanted = asked && asked.kind !== "blank" && asked.value !== "" ? asked.value : undefined;
  return read === wanted && (cell.note ?? "") === (asked?.note ?? "");
}

/** What the Drive record of a file must be. */
export interface FileRecord {
  readonly id: string;
  readonly title: string;
  readonly key: string;
  /** Id of the workbook whose add-on made it. */
  readonly source: string;
}

/** The fields of the Drive record that are asked for and walked. */
export const RECORD_FIELDS =
  "id,name,mimeType,description,appProperties,properties,trashed,ownedByMe,driveId,copyRequiresWriterPermission,writersCanShare";

const KNOWN_RECORD = [
  "id",
  "name",
  "mimeType",
  "appProperties",
  "trashed",
  "ownedByMe",
  "copyRequiresWriterPermission",
  "writersCanShare",
];

/** Leaks of a Drive record: another name, a description, public properties, a shared drive. */
export function walkRecord(read: unknown, wanted: FileRecord): Leak[] {
  const record = objectIn(read);
  const marks = objectIn(record.appProperties);
  const isOurs = record.id === wanted.id && marks.key === wanted.key && marks.src === wanted.source;
  const isClosed = record.copyRequiresWriterPermission === true && record.writersCanShare === false;
  const isKept = record.ownedByMe === true && record.trashed !== true;
  const isSheet = String(record.mimeType).endsWith(".spreadsheet");
  return [
    ...(isOurs && isClosed && isKept && isSheet ? [] : [leak("file", "record")]),
    ...(record.name === wanted.title ? [] : [leak("file.name", "name")]),
    ...unknownFields(marks, ["key", "src"], "file.appProperties"),
    ...unknownFields(record, KNOWN_RECORD, "file"),
  ];
}

/** Leaks of the permissions: exactly the owner, and the reader where `reader` names one. */
export function walkPermissions(
  permissions: readonly unknown[],
  owner: string,
  reader: string | null,
): Leak[] {
  const found = permissions.map(objectIn);
  const leaks = found.flatMap((one, index) =>
    isOwner(one, owner) || (reader !== null && isReader(one, reader))
      ? []
      : [leak(`permissions[${index}]`, "permission")],
  );
  const expected = reader === null ? 1 : 2;
  return leaks.length > 0 || found.length === expected ? leaks : [leak("permissions", "permission")];
}

/** An owner whose address is not known is taken from the permission itself. */
function isOwner({ type, role, emailAddress, pendingOwner }: Json, owner: string): boolean {
  const isMine = owner === "" || String(emailAddress).toLowerCase() === owner;
  return type === "user" && role === "owner" && isMine && pendingOwner !== true;
}

/** Whether a permission is the one that was asked for: a person with this address who may read. */
export function isReader({ type, role, emailAddress, deleted }: Json, reader: string): boolean {
  return (
    type === "user" && role === "reader" && String(emailAddress).toLowerCase() === reader && deleted !== true
  );
}
