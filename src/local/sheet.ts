/** A tab, as scripts see it. */
import type { ConditionalFormatRuleSurface, EmbeddedChartSurface, SheetSurface } from "../sheets/surface.ts";
import { mapReferences, quoteSheet, sheetOf } from "./a1.ts";
import type { Book, BookSheet } from "./book.ts";
import { insertChart, LocalEmbeddedChart, LocalEmbeddedChartBuilder, removeChart } from "./chart.ts";
import { LocalConditionalFormatRule } from "./conditional.ts";
import { nameIn } from "./enumeration.ts";
import { Modelled, ServiceError } from "./guard.ts";
import { LocalProtection, PROTECTION_TYPE, protect } from "./protection.ts";
import { LocalRange } from "./range.ts";
import { requireLive, type World } from "./world.ts";

/** Cells that one spreadsheet may have. */
const MAX_CELLS = 10_000_000;
const MAX_COLUMNS = 18_278;
const MAX_NAME = 100;

/** The model of Google's Sheet. */
export class LocalSheet extends Modelled implements SheetSurface {
  readonly modelled = "Sheet";

  constructor(
    private readonly world: World,
    readonly sheet: BookSheet,
  ) {
    super();
    world.faces.set(sheet, this);
  }

  override place(): string {
    return quoteSheet(this.sheet.name);
  }

  getName(): string {
    return this.live().name;
  }

  /** Renames the tab and every reference to it. */
  setName(name: string): LocalSheet {
    const sheet = this.live();
    checkSheetName(this.world.book, name, sheet);
    const old = sheet.name;
    sheet.name = name;
    pointReferences(this.world.book, old, (reference) => `${quoteSheet(name)}!${reference}`);
    return this;
  }

  getSheetId(): number {
    return this.live().id;
  }

  getLastRow(): number {
    return this.live().lastRow();
  }

  getLastColumn(): number {
    return this.live().lastColumn();
  }

  getMaxRows(): number {
    return this.live().maxRows;
  }

  getMaxColumns(): number {
    return this.live().maxColumns;
  }

  getRange(row: number, column: number, numRows: number, numColumns: number): LocalRange {
    const sheet = this.live();
    if (row < 1 || column < 1)
      throw new ServiceError("The starting row or column of the range is too small.");
    if (numRows < 1) throw new ServiceError("The number of rows in the range must be at least 1.");
    if (numColumns < 1) throw new ServiceError("The number of columns in the range must be at least 1.");
    const area = { top: row, left: column, bottom: row + numRows - 1, right: column + numColumns - 1 };
    if (area.bottom > sheet.maxRows || area.right > sheet.maxColumns) {
      throw new ServiceError("The coordinates of the range are outside the dimensions of the sheet.");
    }
    return new LocalRange(this.world, sheet, area);
  }

  insertRowsAfter(afterPosition: number, howMany: number): LocalSheet {
    const sheet = this.live();
    this.checkInsert(afterPosition, howMany, sheet.maxRows);
    this.checkCells(howMany * sheet.maxColumns);
    for (const layer of sheet.layers()) layer.insertRows(afterPosition, howMany);
    sheet.maxRows += howMany;
    return this;
  }

  insertColumnsAfter(afterPosition: number, howMany: number): LocalSheet {
    const sheet = this.live();
    this.checkInsert(afterPosition, howMany, sheet.maxColumns);
    if (sheet.maxColumns + howMany > MAX_COLUMNS)
      throw new ServiceError("A sheet has at most 18278 columns.");
    this.checkCells(howMany * sheet.maxRows);
    for (const layer of sheet.layers()) layer.insertColumns(afterPosition, howMany);
    sheet.maxColumns += howMany;
    return this;
  }

  setFrozenRows(rows: number): void {
    const sheet = this.live();
    if (rows < 0 || rows >= sheet.maxRows)
      throw new ServiceError("You can't freeze all visible rows on the sheet.");
    sheet.frozenRows = rows;
  }

  setFrozenColumns(columns: number): void {
    const sheet = this.live();
    if (columns < 0 || columns >= sheet.maxColumns) {
      throw new ServiceError("You can't freeze all visible columns on the sheet.");
    }
    sheet.frozenColumns = columns;
  }

  setColumnWidth(column: number, width: number): LocalSheet {
    return this.setColumnWidths(column, 1, width);
  }

  /** Widths are pixels. */
  setColumnWidths(startColumn: number, numColumns: number, width: number): LocalSheet {
    const sheet = this.live();
    if (startColumn < 1 || numColumns < 1 || startColumn + numColumns - 1 > sheet.maxColumns || width < 1) {
      throw new ServiceError("Those columns are out of bounds.");
    }
    for (let n = 0; n < numColumns; n++) sheet.columnWidths.set(startColumn + n, width);
    return this;
  }

  /** Replaces all rules of the tab. */
  setConditionalFormatRules(rules: ConditionalFormatRuleSurface[]): void {
    this.live().conditionalFormats = rules.map((rule) => {
      if (!(rule instanceof LocalConditionalFormatRule))
        throw new ServiceError("A rule must be built first.");
      return rule.format;
    });
  }

  setRowHeights(startRow: number, numRows: number, height: number): LocalSheet {
    const sheet = this.live();
    if (startRow < 1 || numRows < 1 || startRow + numRows - 1 > sheet.maxRows || height < 1)
      throw new ServiceError("Those rows are out of bounds.");
    for (let n = 0; n < numRows; n++) sheet.rowHeights.set(startRow + n, height);
    return this;
  }

  setHiddenGridlines(hideGridlines: boolean): LocalSheet {
    this.live().hidesGridlines = hideGridlines;
    return this;
  }

  protect(): LocalProtection {
    return protect(this.world, this.live(), null);
  }

  getProtections(type: unknown): LocalProtection[] {
    const name = nameIn(PROTECTION_TYPE, type);
    if (!name) throw new ServiceError("Sheet.getProtections needs one of SpreadsheetApp.ProtectionType");
    const sheet = this.live();
    return sheet.protections
      .filter(({ range }) => (range === null) === (name === "SHEET"))
      .map((protection) => new LocalProtection(this.world, sheet, protection));
  }

  newChart(): LocalEmbeddedChartBuilder {
    this.live();
    return new LocalEmbeddedChartBuilder(this.world);
  }

  insertChart(chart: EmbeddedChartSurface): void {
    insertChart(this.world, this.live(), ours(chart));
  }

  removeChart(chart: EmbeddedChartSurface): void {
    removeChart(this.live(), ours(chart));
  }

  getCharts(): LocalEmbeddedChart[] {
    return this.live().charts.map((chart) => new LocalEmbeddedChart(this.world, chart));
  }

  setTabColor(color: string | null): LocalSheet {
    this.live().tabColor = color;
    return this;
  }

  hideSheet(): LocalSheet {
    const sheet = this.live();
    const others = this.world.book.sheets.some((other) => other !== sheet && !other.hidden);
    if (!others) throw new ServiceError("You can't hide all the sheets in a document.");
    sheet.hidden = true;
    return this;
  }

  showSheet(): LocalSheet {
    this.live().hidden = false;
    return this;
  }

  isSheetHidden(): boolean {
    return this.live().hidden;
  }

  private live(): BookSheet {
    requireLive(this.world, this.sheet);
    return this.sheet;
  }

  private checkInsert(after: number, count: number, max: number): void {
    if (after < 1 || after > max || count < 1)
      throw new ServiceError("Those rows or columns are out of bounds.");
  }

  private checkCells(more: number): void {
    if (this.world.book.cellCount() + more <= MAX_CELLS) return;
    throw new ServiceError(
      `This action would increase the number of cells in the workbook above the limit of ${MAX_CELLS} cells.`,
    );
  }
}

function ours(chart: EmbeddedChartSurface): LocalEmbeddedChart {
  if (!(chart instanceof LocalEmbeddedChart)) throw new ServiceError("A chart must be built first.");
  return chart;
}

/** Throws for a name that Sheets refuses; `self` may keep its own. */
export function checkSheetName(book: Book, name: string, self?: BookSheet): void {
  if (name.trim() === "") throw new ServiceError("A sheet's name cannot be empty.");
  if (name.length > MAX_NAME) throw new ServiceError("A sheet's name has at most 100 characters.");
  const taken = book.findSheet(name);
  if (taken && taken !== self) {
    throw new ServiceError(`A sheet with the name "${name}" already exists. Please enter another name.`);
  }
}

/** Rewrites each reference to a tab in the formulas of all tabs. */
export function pointReferences(book: Book, name: string, change: (reference: string) => string): void {
  const wanted = name.toLowerCase();
  for (const sheet of book.sheets) {
    sheet.formulas.each((formula, row, column) => {
      if (!formula.includes("!")) return;
      const changed = mapReferences(formula, (prefix, reference) =>
        prefix !== "" && sheetOf(prefix).toLowerCase() === wanted ? change(reference) : prefix + reference,
      );
      sheet.formulas.set(row, column, changed);
    });
  }
}
