/** Reads JSON answers of Google's APIs without trusting their shape. */
import type { PresentFile, PresentSheet } from "./requests";

/** A JSON object of unknown fields. */
export type Json = Readonly<Record<string, unknown>>;

/** The object that a value is; one without fields where it is something else. */
export function objectIn(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** The objects in a list; none where the value is no list. */
export function listIn(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(objectIn) : [];
}

/** A number field; 0 where it is absent, as Google leaves zeros out. */
export function numberIn(value: unknown): number {
  return typeof value === "number" ? value : 0;
}

/** What a file holds, from the resource that `Spreadsheets.get` gives. */
export function presentFile(resource: unknown): PresentFile {
  const { sheets, namedRanges } = objectIn(resource);
  return {
    sheets: listIn(sheets).map(presentSheet),
    namedRanges: listIn(namedRanges).map(({ namedRangeId }) => String(namedRangeId)),
  };
}

function presentSheet(sheet: Json): PresentSheet {
  const properties = objectIn(sheet.properties);
  const grid = objectIn(properties.gridProperties);
  const ids = (list: unknown, name: string) => listIn(list).map((one) => numberIn(one[name]));
  return {
    sheetId: numberIn(properties.sheetId),
    rowCount: numberIn(grid.rowCount),
    columnCount: numberIn(grid.columnCount),
    protectedRanges: ids(sheet.protectedRanges, "protectedRangeId"),
    banding: ids(sheet.bandedRanges, "bandedRangeId"),
    filterViews: ids(sheet.filterViews, "filterViewId"),
    embedded: [...ids(sheet.charts, "chartId"), ...ids(sheet.slicers, "slicerId")],
    conditionalFormats: listIn(sheet.conditionalFormats).length,
    hasFilter: sheet.basicFilter !== undefined,
    hasMerges: listIn(sheet.merges).length > 0,
  };
}
