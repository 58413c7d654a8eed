import { type Leak, leak, unknownFields } from "./leak";
import { type Json, listIn, objectIn } from "./resource";
import { type Secrets, wordLeaks } from "./secrets";

/** Fields that hold no words and no references, wherever they stand. `true` ends the walk there. */
const FORMAT_FIELDS = new Set([
  "userEnteredFormat",
  "effectiveFormat",
  "defaultFormat",
  "tabColorStyle",
  "tabColor",
]);
/** Within formats: numbers, truths and fixed words only; links and patterns are looked at. */
const LOOK_FIELDS = new Set([
  "backgroundColor",
  "backgroundColorStyle",
  "rgbColor",
  "themeColor",
  "red",
  "green",
  "blue",
  "alpha",
  "borders",
  "top",
  "bottom",
  "left",
  "right",
  "style",
  "width",
  "color",
  "colorStyle",
  "padding",
  "horizontalAlignment",
  "verticalAlignment",
  "wrapStrategy",
  "textDirection",
  "hyperlinkDisplayType",
  "textFormat",
  "foregroundColor",
  "foregroundColorStyle",
  "fontFamily",
  "fontSize",
  "bold",
  "italic",
  "strikethrough",
  "underline",
  "textRotation",
  "angle",
  "vertical",
  "numberFormat",
  "type",
  "pattern",
]);
const CELL_FIELDS = new Set([
  "userEnteredValue",
  "effectiveValue",
  "formattedValue",
  "userEnteredFormat",
  "effectiveFormat",
  "note",
]);
/** Marks of number formats: digits, separators, percent, dates; no quoted words. */
const PATTERN = /^(?:General|[#0,.%_)(@ ymdhs:/-]*)$/;
const FIXED_WORD = /^[A-Z_]+$|^[A-Za-z ,-]{1,40}$/;

/** Leaks of rows of cells, in a request or as they were read back. */
export function walkRows(rows: unknown, path: string, secrets: Secrets): Leak[] {
  return listIn(rows).flatMap((line, row) => [
    ...unknownFields(line, ["values"], `${path}[${row}]`),
    ...listIn(line.values).flatMap((cell, column) =>
      walkCell(cell, `${path}[${row}].values[${column}]`, secrets),
    ),
  ]);
}

function walkCell(cell: Json, path: string, secrets: Secrets): Leak[] {
  return Object.entries(cell).flatMap(([name, value]) => {
    const at = `${path}.${name}`;
    if (!CELL_FIELDS.has(name)) return [leak(at, "unknown-field")];
    if (FORMAT_FIELDS.has(name)) return walkLook(objectIn(value), at);
    if (name === "note" || name === "formattedValue") return wordLeaks(String(value), at, secrets);
    return walkValue(objectIn(value), at, secrets);
  });
}

function walkValue(value: Json, path: string, secrets: Secrets): Leak[] {
  return Object.entries(value).flatMap(([kind, one]) => {
    if (kind === "formulaValue") return [leak(`${path}.${kind}`, "formula")];
    if (kind === "stringValue") return wordLeaks(String(one), path, secrets);
    if (kind === "numberValue") return secrets.isSecretNumber(Number(one)) ? [leak(path, "secret")] : [];
    return [leak(`${path}.${kind}`, "unknown-field")];
  });
}

/** Leaks of a format, which holds numbers, truths and fixed words: no link, and no word inside a number format. */
export function walkLook(look: Json, path: string): Leak[] {
  return Object.entries(look).flatMap(([name, value]) => {
    const at = `${path}.${name}`;
    if (!LOOK_FIELDS.has(name)) return [leak(at, "unknown-field")];
    if (typeof value === "object" && value !== null) return walkLook(objectIn(value), at);
    if (typeof value !== "string") return [];
    return (name === "pattern" ? PATTERN : FIXED_WORD).test(value) ? [] : [leak(at, "content")];
  });
}
