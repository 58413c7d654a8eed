/** What a person changed in the grid, taken over into the book. */
import type { ICellData, IStyleData, Workbook, Worksheet } from "@univerjs/core";
import { areaName } from "../a1.ts";
import type { Book, BookSheet, CellStyle } from "../book.ts";
import { bookValue } from "../univer-cells.ts";
import { fromUniverStyle } from "./style.ts";
import type { core } from "./univer.ts";

/** Where a formula that shares another cell's text is looked up. */
type Formulas = InstanceType<typeof core.FormulaDataModel>;

/** Text of several lines, or with looks of its own inside, is kept by Univer as a document. */
export function plainText(cell: ICellData): string | undefined {
  const stream = cell.p?.body?.dataStream;
  return stream?.replace(/\r\n$/, "").replaceAll("\r", "\n");
}

/** Reads the cells of one workbook of Univer. */
export class GridReader {
  constructor(
    private readonly book: Book,
    private readonly workbook: Workbook,
    private readonly formulas: Formulas,
  ) {}

  /** Takes one cell over, counted from 1. */
  takeCell(sheet: BookSheet, source: Worksheet, row: number, column: number): void {
    const cell = source.getCellRaw(row - 1, column - 1) ?? {};
    const formula = this.formulaOf(cell, source, row, column);
    sheet.reach(row, column);
    sheet.formulas.set(row, column, formula);
    const value = plainText(cell) ?? bookValue(cell);
    // The result of a formula arrives when it is computed.
    if (formula === undefined) sheet.values.set(row, column, value);
    sheet.styles.set(row, column, this.styleOf(cell));
  }

  private formulaOf(cell: ICellData, source: Worksheet, row: number, column: number): string | undefined {
    if (cell.f) return cell.f;
    if (!cell.si) return undefined;
    const unit = this.workbook.getUnitId();
    return this.formulas.getFormulaStringByCell(row - 1, column - 1, source.getSheetId(), unit) ?? undefined;
  }

  private styleOf(cell: ICellData): CellStyle | undefined {
    const style = this.workbook.getStyles().getStyleByCell(cell);
    return style ? this.book.restyle(undefined, fromUniverStyle(style as IStyleData)) : undefined;
  }

  /** Takes a whole tab over: rows and columns were moved, or looks of the tab itself changed. */
  takeSheet(sheet: BookSheet, source: Worksheet): void {
    this.takeFrame(sheet, source);
    for (const layer of [sheet.values, sheet.formulas, sheet.styles, sheet.spilled, sheet.spillAreas])
      layer.clear();
    source.getCellMatrix().forValue((row, column) => {
      this.takeCell(sheet, source, row + 1, column + 1);
    });
  }

  /** Name, size, widths, frozen rows, merged blocks. */
  takeFrame(sheet: BookSheet, source: Worksheet): void {
    const { freeze } = source.getConfig();
    sheet.name = source.getName();
    sheet.maxRows = source.getRowCount();
    sheet.maxColumns = source.getColumnCount();
    sheet.frozenRows = Math.max(0, freeze.ySplit);
    sheet.frozenColumns = Math.max(0, freeze.xSplit);
    sheet.hidden = source.isSheetHidden() === 1;
    sheet.tabColor = source.getConfig().tabColor || null;
    const merges = source
      .getMergeData()
      .map(({ startRow, startColumn, endRow, endColumn }) =>
        areaName({ top: startRow + 1, left: startColumn + 1, bottom: endRow + 1, right: endColumn + 1 }),
      );
    sheet.merges.splice(0, sheet.merges.length, ...merges);
    this.takeSizes(sheet, source);
  }

  private takeSizes(sheet: BookSheet, source: Worksheet): void {
    const { columnData, rowData } = source.getConfig();
    sheet.columnWidths.clear();
    sheet.hiddenColumns.clear();
    for (const [index, column] of Object.entries(columnData)) {
      if (column?.w !== undefined) sheet.columnWidths.set(Number(index) + 1, column.w);
      if (column?.hd === 1) sheet.hiddenColumns.add(Number(index) + 1);
    }
    for (const [index, row] of Object.entries(rowData)) {
      // Other heights follow the text.
      if (row?.ia === 0 && row.h !== undefined) sheet.rowHeights.set(Number(index) + 1, row.h);
    }
  }
}
