/** A book as Univer loads it. */
import type { ICellData, IStyleData, IWorkbookData, IWorksheetData } from "@univerjs/core";
import { type Area, parseArea } from "../a1.ts";
import type { Book, BookSheet, CellStyle, ConditionalFormat } from "../book.ts";
import { univerValue } from "../univer-cells.ts";
import { wrappedLines } from "../xlsx-fill.ts";
import { toUniverStyle } from "./style.ts";

const COLUMN_PIXELS = 100;
const ROW_PIXELS = 21;
const LINE_PIXELS = 18;

/** A rectangle as Univer counts it, from 0. */
function univerRange({ top, left, bottom, right }: Area) {
  return { startRow: top - 1, startColumn: left - 1, endRow: bottom - 1, endColumn: right - 1 };
}

/** Looks by a name each; equal looks are one object in the book. */
class Styles {
  readonly byId: Record<string, IStyleData> = {};
  private readonly ids = new Map<CellStyle, string>();

  idOf(style: CellStyle): string {
    const known = this.ids.get(style) ?? `s${this.ids.size}`;
    if (!this.ids.has(style)) this.byId[known] = toUniverStyle(style);
    this.ids.set(style, known);
    return known;
  }
}

/** What a cell of the book is to Univer, its look left out. A formula waits for its result. */
export function univerContent(sheet: BookSheet, row: number, column: number): ICellData | undefined {
  const formula = sheet.formulas.get(row, column);
  if (formula !== undefined) return { f: formula };
  const value = sheet.values.get(row, column);
  if (value === undefined || sheet.spilled.get(row, column)) return undefined;
  return univerValue(value) as ICellData;
}

type Cells = Record<number, Record<number, ICellData>>;

function cellsOf(sheet: BookSheet, styles: Styles): Cells {
  const cells: Cells = {};
  const cellAt = (row: number, column: number): ICellData => {
    cells[row - 1] ??= {};
    const line = cells[row - 1] as Record<number, ICellData>;
    line[column - 1] ??= {};
    return line[column - 1] as ICellData;
  };
  const put = (_: unknown, row: number, column: number) =>
    Object.assign(cellAt(row, column), univerContent(sheet, row, column));
  sheet.values.each(put);
  sheet.formulas.each(put);
  sheet.styles.each((style, row, column) => {
    cellAt(row, column).s = styles.idOf(style);
  });
  return cells;
}

function freezeOf({ frozenRows, frozenColumns }: BookSheet) {
  return {
    xSplit: frozenColumns,
    ySplit: frozenRows,
    startRow: frozenRows > 0 ? frozenRows : -1,
    startColumn: frozenColumns > 0 ? frozenColumns : -1,
  };
}

/** Heights that were set, and those that wrapped text needs. */
function heightsOf(sheet: BookSheet): Record<number, object> {
  const heights: Record<number, object> = {};
  const columns = sheet.lastColumn();
  for (let row = 1; row <= sheet.lastRow(); row++) {
    const lines = wrappedLines(sheet, row, columns);
    if (lines > 1) heights[row - 1] = { ia: 1, ah: LINE_PIXELS * lines + 3 };
  }
  for (const [row, h] of sheet.rowHeights) heights[row - 1] = { ia: 0, h };
  return heights;
}

function sheetOf(sheet: BookSheet, styles: Styles): Partial<IWorksheetData> {
  const columns = [...new Set([...sheet.columnWidths.keys(), ...sheet.hiddenColumns])];
  return {
    id: String(sheet.id),
    name: sheet.name,
    tabColor: sheet.tabColor ?? "",
    hidden: sheet.hidden ? 1 : 0,
    freeze: freezeOf(sheet),
    rowCount: sheet.maxRows,
    columnCount: sheet.maxColumns,
    defaultColumnWidth: COLUMN_PIXELS,
    defaultRowHeight: ROW_PIXELS,
    showGridlines: sheet.hidesGridlines ? 0 : 1,
    mergeData: sheet.merges.flatMap((name) => {
      const area = parseArea(name);
      return area ? [univerRange(area)] : [];
    }),
    cellData: cellsOf(sheet, styles),
    rowData: heightsOf(sheet),
    columnData: Object.fromEntries(
      columns.map((column) => [
        column - 1,
        { w: sheet.columnWidths.get(column) ?? COLUMN_PIXELS, hd: sheet.hiddenColumns.has(column) ? 1 : 0 },
      ]),
    ),
  } as Partial<IWorksheetData>;
}

function conditionOf(condition: ConditionalFormat["condition"]): object | undefined {
  switch (condition.type) {
    case "contains":
      return { subType: "text", operator: "containsText", value: condition.text };
    case "equals":
      return { subType: "text", operator: "equal", value: condition.text };
    case "formula":
      return { subType: "formula", value: condition.text };
    case "less":
      return { subType: "number", operator: "lessThan", value: condition.value };
    case "atLeast":
      return { subType: "number", operator: "greaterThanOrEqual", value: condition.value };
    default:
      return undefined;
  }
}

function ruleOf(format: ConditionalFormat, index: number): object[] {
  const condition = conditionOf(format.condition);
  if (!condition) return [];
  const ranges = format.ranges.flatMap((name) => {
    const area = parseArea(name);
    return area ? [univerRange(area)] : [];
  });
  const { background, fontColor, bold } = format;
  const style = toUniverStyle({
    ...(background && { background }),
    ...(fontColor && { fontColor }),
    ...(bold && { bold }),
  });
  return [
    { ranges, cfId: `cf${index}`, stopIfTrue: false, rule: { type: "highlightCell", style, ...condition } },
  ];
}

function notesOf(sheet: BookSheet): Record<number, Record<number, object>> {
  const notes: Record<number, Record<number, object>> = {};
  sheet.notes.each((note, row, column) => {
    notes[row - 1] ??= {};
    const line = notes[row - 1] as Record<number, object>;
    const height = Math.min(240, 40 + 20 * Math.ceil(note.length / 22));
    const id = `n${row}-${column}`;
    line[column - 1] = { id, row: row - 1, col: column - 1, width: 260, height, note };
  });
  return notes;
}

function resource(name: string, book: Book, dataOf: (sheet: BookSheet) => object) {
  const data = Object.fromEntries(book.sheets.map((sheet) => [String(sheet.id), dataOf(sheet)]));
  return { name, data: JSON.stringify(data) };
}

/** The whole book, for Univer to show and to compute. */
export function snapshotOf(book: Book, unit: string): Partial<IWorkbookData> {
  const styles = new Styles();
  const sheets = book.sheets.map((sheet) => [String(sheet.id), sheetOf(sheet, styles)] as const);
  return {
    id: unit,
    name: book.name,
    sheetOrder: sheets.map(([id]) => id),
    sheets: Object.fromEntries(sheets),
    styles: styles.byId,
    resources: [
      resource("SHEET_CONDITIONAL_FORMATTING_PLUGIN", book, (sheet) =>
        sheet.conditionalFormats.flatMap((format, index) => ruleOf(format, index)),
      ),
      resource("SHEET_NOTE_PLUGIN", book, notesOf),
    ],
  };
}
