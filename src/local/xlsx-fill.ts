/**
 * A book into a workbook of exceljs, whether it is written while it is filled or at the end. The same
 * book gives the same workbook: its times are fixed, cells go row by row.
 */
import type ExcelJS from "exceljs";
import stringWidth from "string-width";
import { type Area, areaName } from "./a1.ts";
import type { Book, BookSheet, CellStyle, CellValue, ConditionalFormat } from "./book.ts";
import { writeProtection, writeValidations } from "./xlsx-rules.ts";
import { styleToXlsx, toArgb } from "./xlsx-style.ts";

const FIXED_TIME = new Date(Date.UTC(2000, 0, 1));
const MAX_NAME = 31;
const DEFAULT_PIXELS = 100;
const ERRORS = new Set(["#N/A", "#REF!", "#NAME?", "#DIV/0!", "#NULL!", "#VALUE!", "#NUM!"]);
/** Functions that Excel writes with a prefix, or it does not know them. */
const NEWER =
  /\b(IFS|SWITCH|TEXTJOIN|CONCAT|XLOOKUP|MAXIFS|MINIFS|FILTER|UNIQUE|SORT|SORTBY|SEQUENCE|LET|LAMBDA)\(/gi;
const SHEETED = /^(FILTER|SORT)$/i;

/** exceljs leaves out columns of exactly 9 characters, which it takes for the default. */
const EXCELJS_DEFAULT = 9;

function charactersOf(pixels: number): number {
  const characters = Math.max(0, (pixels - 5) / 7);
  return characters === EXCELJS_DEFAULT ? characters + 0.001 : characters;
}

/** Names as Excel takes them: 31 characters, none of `* ? : \ / [ ]`, no two alike. */
export function xlsxNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const clean = name.replace(/[*?:\\/[\]]/g, "_").replace(/^'|'$/g, "_");
    let free = clean.slice(0, MAX_NAME);
    for (let n = 2; taken.has(free.toLowerCase()); n++) {
      const ending = ` (${n})`;
      free = clean.slice(0, MAX_NAME - ending.length) + ending;
    }
    taken.add(free.toLowerCase());
    return free;
  });
}

function xlsxFormula(formula: string): string {
  return formula.slice(1).replace(NEWER, (whole, name: string) => {
    return `_xlfn.${SHEETED.test(name) ? "_xlws." : ""}${whole}`;
  });
}

function xlsxValue(
  value: CellValue | undefined,
  formula: string | undefined,
  area: Area | undefined,
): ExcelJS.CellValue {
  if (formula === undefined) return value ?? null;
  const isError = typeof value === "string" && ERRORS.has(value);
  const result = isError ? { error: value } : value;
  return {
    formula: xlsxFormula(formula),
    ...(result !== undefined && { result }),
    // A result that fills more cells is what Excel calls an array formula.
    ...(area && { shareType: "array", ref: areaName(area) }),
  } as ExcelJS.CellValue;
}

function xlsxRule(format: ConditionalFormat): ExcelJS.ConditionalFormattingRule {
  const { condition, background, fontColor, bold } = format;
  if (condition.type === "foreign")
    return structuredClone(condition.rule) as ExcelJS.ConditionalFormattingRule;
  const style = {
    ...(background && { fill: { type: "pattern", pattern: "solid", bgColor: toArgb(background) } }),
    ...((fontColor || bold) && {
      font: { ...(bold && { bold }), ...(fontColor && { color: toArgb(fontColor) }) },
    }),
  };
  return { ...xlsxCondition(condition), style, priority: 1 } as ExcelJS.ConditionalFormattingRule;
}

function xlsxCondition(condition: Exclude<ConditionalFormat["condition"], { type: "foreign" }>): object {
  switch (condition.type) {
    case "contains":
      return { type: "containsText", operator: "containsText", text: condition.text };
    case "equals":
      return { type: "cellIs", operator: "equal", formulae: [`"${condition.text.replaceAll('"', '""')}"`] };
    case "formula":
      return { type: "expression", formulae: [condition.text.replace(/^=/, "")] };
    case "less":
      return { type: "cellIs", operator: "lessThan", formulae: [condition.value] };
    case "atLeast":
      return { type: "cellIs", operator: "greaterThanOrEqual", formulae: [condition.value] };
  }
}

/** Turns the book's styles into those of exceljs, each distinct one once. */
class StyleWriter {
  private readonly known = new Map<CellStyle, Partial<ExcelJS.Style>>();

  write(style: CellStyle): Partial<ExcelJS.Style> {
    const made = this.known.get(style) ?? styleToXlsx(style);
    this.known.set(style, made);
    return made;
  }
}

function writeCells(line: ExcelJS.Row, sheet: BookSheet, columns: number, styles: StyleWriter): void {
  const row = line.number;
  let filled = false;
  for (let column = 1; column <= columns; column++) {
    const value = sheet.values.get(row, column);
    const formula = sheet.formulas.get(row, column);
    const style = sheet.styles.get(row, column);
    const note = sheet.notes.get(row, column);
    if (value === undefined && formula === undefined && style === undefined && note === undefined) continue;
    const cell = line.getCell(column);
    if (value !== undefined || formula !== undefined) {
      cell.value = xlsxValue(value, formula, sheet.spillAreas.get(row, column));
      filled = true;
    }
    if (style) cell.style = styles.write(style);
    if (note) cell.note = note;
  }
  const lines = wrappedLines(sheet, row, columns);
  const height = sheet.rowHeights.get(row);
  if (height !== undefined) line.height = Math.max(height * POINTS_PER_PIXEL, LINE_POINTS * lines);
  // exceljs leaves out rows that hold styles only, unless their height is set.
  else if (!filled || lines > 1) line.height = LINE_POINTS * lines;
  line.commit();
}

const LINE_POINTS = 15;
/** Points of letters whose size is not set. */
const USUAL_POINTS = 10;
const POINTS_PER_PIXEL = 0.75;

/** How many lines the tallest wrapped cell of a row takes: Sheets grows the row by itself, files do not. */
export function wrappedLines(sheet: BookSheet, row: number, columns: number): number {
  let most = 1;
  for (let column = 1; column <= columns; column++) {
    const value = sheet.values.get(row, column);
    const style = sheet.styles.get(row, column);
    if (typeof value !== "string" || !style?.wrap) continue;
    const points = style.fontSize ?? USUAL_POINTS;
    const width = (charactersOf(sheet.columnWidths.get(column) ?? DEFAULT_PIXELS) * USUAL_POINTS) / points;
    const lines = value.split("\n").map((line) => Math.max(1, Math.ceil(stringWidth(line) / width)));
    most = Math.max(
      most,
      lines.reduce((sum, count) => sum + count, 0),
    );
  }
  return most;
}

function columnsOf(sheet: BookSheet): Partial<ExcelJS.Column>[] {
  const last = Math.max(0, ...sheet.columnWidths.keys(), ...sheet.hiddenColumns);
  return Array.from({ length: last }, (_, index) => ({
    width: charactersOf(sheet.columnWidths.get(index + 1) ?? DEFAULT_PIXELS),
    ...(sheet.hiddenColumns.has(index + 1) && { hidden: true }),
  }));
}

function viewOf(sheet: BookSheet): Partial<ExcelJS.WorksheetView> {
  const { frozenRows: ySplit, frozenColumns: xSplit, hidesGridlines } = sheet;
  const grid = hidesGridlines ? { showGridLines: false } : {};
  return xSplit || ySplit ? { state: "frozen", xSplit, ySplit, ...grid } : { state: "normal", ...grid };
}

/** Excel's rules stand by the first cell of their ranges; each range set is one block. */
function writeConditionalFormats(target: ExcelJS.Worksheet, sheet: BookSheet): void {
  sheet.conditionalFormats.forEach((format, index) => {
    const rule = { ...xlsxRule(format), priority: index + 1 };
    target.addConditionalFormatting({ ref: format.ranges.join(" "), rules: [rule] });
  });
}

/** Rows after which a page ends where the title comes again: the tab is made of pages. */
function titledPageEnds(sheet: BookSheet): number[] {
  const title = sheet.values.get(1, 1);
  if (typeof title !== "string") return [];
  const ends: number[] = [];
  for (let row = 2; row <= sheet.lastRow(); row++) if (sheet.values.get(row, 1) === title) ends.push(row - 1);
  return ends;
}

/** Rows of a page of strips to be cut; no strip is higher. */
const STRIP_PAGE_ROWS = 30;

/** Rows after which a page of strips ends: a whole page's rows, where a line to cut along is there. */
function stripPageEnds(sheet: BookSheet): number[] {
  const pages = Math.floor(sheet.lastRow() / STRIP_PAGE_ROWS);
  return Array.from({ length: pages }, (_, page) => (page + 1) * STRIP_PAGE_ROWS).filter((row) =>
    String(sheet.values.get(row, 1) ?? "").startsWith("✂"),
  );
}

/** Inches. Wide tables take the room, so that their letters are not made smaller. */
const NARROW_MARGINS: ExcelJS.Margins = {
  left: 0.25,
  right: 0.25,
  top: 0.5,
  bottom: 0.5,
  header: 0.3,
  footer: 0.3,
};

/** A4, as wide as the page, frozen rows repeated: files are printed, Sheets asks when it prints. */
function pageOf(sheet: BookSheet): Partial<ExcelJS.PageSetup> {
  const isPaged = titledPageEnds(sheet).length > 0;
  const isTable = !isPaged && stripPageEnds(sheet).length === 0 && sheet.frozenRows > 0;
  return {
    paperSize: 9,
    orientation: isPaged ? "portrait" : "landscape",
    ...(isTable && { margins: NARROW_MARGINS }),
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    ...(sheet.frozenRows > 0 && { printTitlesRow: `1:${sheet.frozenRows}` }),
  };
}

function fillSheet(writer: ExcelJS.Workbook, sheet: BookSheet, name: string): ExcelJS.Worksheet {
  const target = writer.addWorksheet(name, {
    views: [viewOf(sheet)],
    state: sheet.hidden ? "hidden" : "visible",
    pageSetup: pageOf(sheet),
    properties: {
      defaultColWidth: charactersOf(DEFAULT_PIXELS),
      ...(sheet.tabColor && { tabColor: toArgb(sheet.tabColor) as ExcelJS.Color }),
    },
  });
  target.columns = columnsOf(sheet);
  for (const merge of sheet.merges) target.mergeCells(merge);
  const heights = Math.max(0, ...sheet.rowHeights.keys());
  const rows = Math.max(sheet.lastRow(), sheet.styles.lastRow(), sheet.notes.lastRow(), heights);
  const columns = Math.max(sheet.lastColumn(), sheet.styles.lastColumn(), sheet.notes.lastColumn());
  const styles = new StyleWriter();
  const ends = new Set([...titledPageEnds(sheet), ...stripPageEnds(sheet)]);
  for (let row = 1; row <= rows; row++) {
    const line = target.getRow(row);
    // Before the row's cells: a writer that streams gives each row away when it is complete.
    if (ends.has(row)) line.addPageBreak();
    writeCells(line, sheet, columns, styles);
  }
  writeConditionalFormats(target, sheet);
  writeValidations(target, sheet);
  writeProtection(target, sheet);
  return target;
}

/** Fills a new workbook; `done` is told of each sheet that is complete. */
export function fillWorkbook(
  writer: ExcelJS.Workbook,
  book: Book,
  done: (sheet: ExcelJS.Worksheet) => void = () => {},
): void {
  writer.creator = "KPI Payroll";
  writer.lastModifiedBy = "KPI Payroll";
  writer.created = FIXED_TIME;
  writer.modified = FIXED_TIME;
  const active = Math.max(0, book.activeSheet ? book.sheets.indexOf(book.activeSheet) : 0);
  writer.views = [
    { x: 0, y: 0, width: 28_000, height: 16_000, firstSheet: 0, activeTab: active, visibility: "visible" },
  ];
  const names = xlsxNames(book.sheets.map((sheet) => sheet.name));
  book.sheets.forEach((sheet, index) => {
    done(fillSheet(writer, sheet, names[index] ?? sheet.name));
  });
}
