/** A1 notation, and the references inside a formula's text. */

/** `1` is A, `27` is AA. */
function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** `A` is 1, `aa` is 27. */
function columnNumber(name: string): number {
  let number = 0;
  for (const letter of name.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** A rectangle of cells, counted from 1, both ends inside. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** `B2:D9`, or `B2` for one cell. */
export function areaName(area: Area): string {
  const from = `${columnName(area.left)}${area.top}`;
  const to = `${columnName(area.right)}${area.bottom}`;
  return from === to ? from : `${from}:${to}`;
}

/** The rectangle that `B2:D9` or `$B$2` names; undefined where it names none. */
export function parseArea(name: string): Area | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i.exec(name.trim());
  if (!match) return undefined;
  const [, left = "", top = "", right = left, bottom = top] = match;
  return { top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) };
}

/** A sheet's name as formulas write it. */
export function quoteSheet(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !parseArea(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

/** Strings, quoted sheet names and references, in the order in which they must be tried. */
const PIECES =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+)(?![\p{L}\p{N}_.(!])|[\p{L}_][\p{L}\p{N}_.]*|'(?:[^']|'')*'!/giu;

/** Rewrites each reference of a formula; `sheet` is empty for one without a sheet's name. */
export function mapReferences(formula: string, change: (sheet: string, reference: string) => string): string {
  return formula.replace(PIECES, (whole: string, sheet: string | undefined, reference: string | undefined) =>
    reference === undefined ? whole : change(sheet ?? "", reference),
  );
}

function shiftPart(part: string, rows: number, columns: number): string {
  const match = /^(\$?)([A-Z]*)(\$?)(\d*)$/i.exec(part);
  if (!match) return part;
  const [, fixedColumn = "", letters = "", fixedRow = "", digits = ""] = match;
  const fixesRow = letters === "" ? fixedColumn : fixedRow;
  const column = letters === "" || fixedColumn ? letters : columnName(columnNumber(letters) + columns);
  const row = digits === "" || fixesRow ? digits : String(Number(digits) + rows);
  const inside = (letters === "" || columnNumber(column) >= 1) && (digits === "" || Number(row) >= 1);
  return inside ? `${letters === "" ? "" : fixedColumn}${column}${fixesRow}${row}` : "#REF!";
}

/** The formula as it reads after a copy by so many rows and columns. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return mapReferences(formula, (sheet, reference) => {
    const parts = reference.split(":").map((part) => shiftPart(part, rows, columns));
    return parts.includes("#REF!") ? "#REF!" : sheet + parts.join(":");
  });
}

/** The sheet's name in `'My tab'!`, without quotes and mark. */
export function sheetOf(prefix: string): string {
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}
