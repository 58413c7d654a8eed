/** Workbook files into a book. */
import ExcelJS from "exceljs";
import { parseArea } from "./a1.ts";
import { Book, type BookSheet, type CellStyle, type CellValue } from "./book.ts";
import { utcToSerial } from "./serial.ts";
import { readValidations } from "./xlsx-rules.ts";
import { fromArgb, styleFromXlsx } from "./xlsx-style.ts";

/** Pixels of a column whose width is so many characters. */
const pixelsOf = (characters: number) => Math.round(characters * 7 + 5);

/** What a cell's value amounts to; errors become their text, rich text its letters. */
function plainValue(value: ExcelJS.CellValue | undefined): CellValue | undefined {
  if (value === null || value === undefined || value === "") return undefined;
  if (value instanceof Date) return utcToSerial(value.getTime());
  if (typeof value !== "object") return value;
  if ("error" in value) return value.error;
  if ("richText" in value) return value.richText.map((piece) => piece.text).join("") || undefined;
  if ("text" in value) return plainValue(value.text as ExcelJS.CellValue);
  if ("result" in value) return plainValue(value.result as ExcelJS.CellValue);
  return undefined;
}

/**
 * The formula as Sheets would show it. Newer functions lose Excel's prefix, and
 * a custom function that Sheets exported as a dummy gets its own name back.
 */
function plainFormula(formula: string): string {
  const dummy = /^IFERROR\(__xludf\.DUMMYFUNCTION\("((?:[^"]|"")*)"\)/i.exec(formula);
  const text = dummy ? (dummy[1] ?? "").replaceAll('""', '"') : formula;
  return `=${text.replace(/_xlfn\.(?:_xlws\.)?/gi, "")}`;
}

function noteText(note: string | ExcelJS.Comment | undefined): string | undefined {
  if (note === undefined || typeof note === "string") return note || undefined;
  return note.texts?.map((piece) => piece.text).join("") || undefined;
}

/** Turns exceljs styles into the book's, each distinct one once. */
class StyleReader {
  private readonly known = new Map<object, CellStyle | undefined>();

  constructor(private readonly book: Book) {}

  read(style: Partial<ExcelJS.Style>): CellStyle | undefined {
    if (!this.known.has(style)) this.known.set(style, this.book.restyle(undefined, styleFromXlsx(style)));
    return this.known.get(style);
  }
}

function readFormula(sheet: BookSheet, cell: ExcelJS.Cell, formula: string): void {
  const { row, col: column } = cell.fullAddress;
  sheet.formulas.set(row, column, plainFormula(formula));
  sheet.values.set(row, column, plainValue(cell.result as ExcelJS.CellValue));
  const { shareType, ref } = cell.value as { shareType?: string; ref?: string };
  const area = shareType === "array" && ref ? parseArea(ref) : undefined;
  if (!area || (area.top === area.bottom && area.left === area.right)) return;
  sheet.spillAreas.set(row, column, area);
  for (let r = area.top; r <= area.bottom; r++) {
    for (let c = area.left; c <= area.right; c++)
      if (r !== row || c !== column) sheet.spilled.set(r, c, true);
  }
}

function readCell(sheet: BookSheet, cell: ExcelJS.Cell, styles: StyleReader): void {
  const { row, col: column } = cell.fullAddress;
  // The other cells of a merged block repeat the first one's value in exceljs; in Sheets they are blank.
  if (cell.type !== ExcelJS.ValueType.Merge) {
    if (cell.type === ExcelJS.ValueType.Formula && cell.formula) readFormula(sheet, cell, cell.formula);
    else sheet.values.set(row, column, plainValue(cell.value));
    sheet.notes.set(row, column, noteText(cell.note));
  }
  const style = cell.style && styles.read(cell.style);
  if (style) sheet.styles.set(row, column, style);
  if (style || sheet.values.get(row, column) !== undefined) sheet.reach(row, column);
}

function readColumns(sheet: BookSheet, source: ExcelJS.Worksheet): void {
  for (const column of source.columns ?? []) {
    if (column.number === undefined) continue;
    if (column.width !== undefined) sheet.columnWidths.set(column.number, pixelsOf(column.width));
    if (column.hidden) sheet.hiddenColumns.add(column.number);
  }
}

function readLook(sheet: BookSheet, source: ExcelJS.Worksheet): void {
  const view = source.views?.[0];
  if (view?.state === "frozen") {
    sheet.frozenRows = view.ySplit ?? 0;
    sheet.frozenColumns = view.xSplit ?? 0;
  }
  sheet.hidesGridlines = view?.showGridLines === false;
  sheet.hidden = source.state !== undefined && source.state !== "visible";
  sheet.tabColor = fromArgb(source.properties?.tabColor) ?? null;
  sheet.merges.push(...(source.model.merges ?? []));
  // exceljs types leave this property out.
  const { conditionalFormattings = [] } = source as unknown as {
    conditionalFormattings?: { ref: string; rules: unknown[] }[];
  };
  sheet.conditionalFormats = conditionalFormattings.flatMap(({ ref, rules }) =>
    rules.map((rule) => ({ ranges: ref.split(" "), condition: { type: "foreign" as const, rule } })),
  );
}

/** A method of exceljs rows that its types leave out: the cell, if there is one. */
interface SparseRow {
  findCell(column: number): ExcelJS.Cell | undefined;
}

function readSheet(book: Book, source: ExcelJS.Worksheet, styles: StyleReader): void {
  const sheet = book.addSheet(book.freeName(source.name));
  const columns = source.columnCount;
  // Not eachRow: it makes the rows and cells that are not there, or skips those with a style only.
  for (let number = 1; number <= source.rowCount; number++) {
    const row = source.findRow(number) as SparseRow | undefined;
    for (let column = 1; row && column <= columns; column++) {
      const cell = row.findCell(column);
      if (cell) readCell(sheet, cell, styles);
    }
  }
  readColumns(sheet, source);
  readLook(sheet, source);
  readValidations(sheet, source);
}

/** What to know about the spreadsheet that a file does not say. */
export interface BookOptions {
  readonly name: string;
  readonly timeZone?: string;
  readonly locale?: string;
}

/**
 * exceljs refuses a tab called History, as Excel does; Sheets has such tabs, and the add-on's own
 * record is one. The name is let through when a file is read.
 */
function allowHistory(workbook: ExcelJS.Workbook): void {
  const sheet = Object.getPrototypeOf(workbook.addWorksheet("probe"));
  const property = Object.getOwnPropertyDescriptor(sheet, "name");
  const set = property?.set;
  if (!property || !set) return;
  const setName = function (this: { _name: string }, name: string): void {
    if (name === RESERVED) this._name = name;
    else set.call(this, name);
  };
  Object.defineProperty(sheet, "name", { ...property, set: setName });
}

const RESERVED = "History";
allowHistory(new ExcelJS.Workbook());

/** Reads the bytes of an .xlsx file. Throws when they are none, or hold no sheet. */
export async function readBook(bytes: Uint8Array, options: BookOptions): Promise<Book> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  if (workbook.worksheets.length === 0) throw new Error("the file holds no sheet");
  const book = new Book(options.name, options.timeZone, options.locale);
  const styles = new StyleReader(book);
  for (const source of workbook.worksheets) readSheet(book, source, styles);
  book.activeSheet = book.sheets[workbook.views?.[0]?.activeTab ?? 0];
  return book;
}
