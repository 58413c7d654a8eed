/** A range of cells, as scripts see it. */
import type { DataValidationSurface, RangeSurface, SheetCell, SheetSurface } from "../sheets/surface.ts";
import { type Area, areaName, quoteSheet, shiftFormula } from "./a1.ts";
import type { BookSheet, BorderLine, CellStyle, StyleChange, Validation } from "./book.ts";
import { Modelled, ServiceError } from "./guard.ts";
import { type LocalProtection, protect, requireEditable } from "./protection.ts";
import { isDateFormat } from "./serial.ts";
import { defaultDateFormat, typeText } from "./typing.ts";
import { requireLive, type World } from "./world.ts";

/** What Sheets gives for a cell without a number format. */
const AUTOMATIC = "General";
const MAX_TEXT = 50_000;
const SOLID: BorderLine = { style: "thin", color: "#000000" };

/** One cell on its way from a range to another. */
interface Copied {
  readonly value: string | number | boolean | undefined;
  readonly formula: string | undefined;
  readonly style: CellStyle | undefined;
  readonly note: string | undefined;
  readonly validation: Validation | undefined;
}

/** The model of Google's Range. */
export class LocalRange extends Modelled implements RangeSurface {
  readonly modelled = "Range";

  constructor(
    private readonly world: World,
    readonly sheet: BookSheet,
    readonly area: Area,
  ) {
    super();
  }

  override place(): string {
    return `${quoteSheet(this.sheet.name)}!${areaName(this.area)}`;
  }

  getA1Notation(): string {
    return areaName(this.area);
  }

  getSheet(): SheetSurface {
    const face = this.world.faces.get(this.sheet);
    if (!face) throw new ServiceError(`Sheet ${this.sheet.id} not found`);
    return face;
  }

  getRow(): number {
    return this.area.top;
  }

  getColumn(): number {
    return this.area.left;
  }

  getNumRows(): number {
    return this.area.bottom - this.area.top + 1;
  }

  getNumColumns(): number {
    return this.area.right - this.area.left + 1;
  }

  activate(): LocalRange {
    requireLive(this.world, this.sheet);
    this.sheet.hidden = false;
    this.sheet.selection = this.area;
    this.world.book.activeSheet = this.sheet;
    return this;
  }

  setDataValidation(rule: DataValidationSurface | null): LocalRange {
    const validation = (rule as { validation?: Validation } | null | undefined)?.validation;
    return this.each((row, column) => this.sheet.validations.set(row, column, validation));
  }

  protect(): LocalProtection {
    requireLive(this.world, this.sheet);
    return protect(this.world, this.sheet, areaName(this.area));
  }

  getValues(): SheetCell[][] {
    return this.read((row, column) => {
      const value = this.sheet.values.get(row, column) ?? "";
      if (typeof value !== "number" || !isDateFormat(this.sheet.styles.get(row, column)?.numberFormat))
        return value;
      const { Date: ScriptDate } = this.world.realm();
      return new ScriptDate(this.world.zone.toMoment(value));
    });
  }

  getFormulas(): string[][] {
    return this.read((row, column) => this.sheet.formulas.get(row, column) ?? "");
  }

  getNumberFormats(): string[][] {
    return this.read((row, column) => this.sheet.styles.get(row, column)?.numberFormat ?? AUTOMATIC);
  }

  getNotes(): string[][] {
    return this.read((row, column) => this.sheet.notes.get(row, column) ?? "");
  }

  setValues(values: SheetCell[][]): LocalRange {
    return this.write(values, (row, column, value) => this.put(row, column, value));
  }

  setNumberFormats(formats: string[][]): LocalRange {
    return this.write(formats, (row, column, format) => {
      const automatic = format === "" || format === AUTOMATIC;
      this.restyle(row, column, { numberFormat: automatic ? null : format });
    });
  }

  setNotes(notes: string[][]): LocalRange {
    return this.write(notes, (row, column, note) => this.sheet.notes.set(row, column, note || undefined));
  }

  setBackgrounds(colors: (string | null)[][]): LocalRange {
    return this.style(colors, (color) => ({ background: colorOf(color) }));
  }

  setFontColors(colors: (string | null)[][]): LocalRange {
    return this.style(colors, (color) => ({ fontColor: colorOf(color) }));
  }

  setFontWeights(weights: ("bold" | "normal" | null)[][]): LocalRange {
    return this.style(weights, (weight) => ({ bold: weight === "bold" || null }));
  }

  setFontStyles(styles: ("italic" | "normal" | null)[][]): LocalRange {
    return this.style(styles, (style) => ({ italic: style === "italic" || null }));
  }

  setFontSizes(sizes: number[][]): LocalRange {
    return this.style(sizes, (fontSize) => ({ fontSize }));
  }

  setHorizontalAlignments(alignments: ("left" | "center" | "right" | null)[][]): LocalRange {
    return this.style(alignments, (horizontal) => ({ horizontal }));
  }

  setVerticalAlignment(vertical: "top" | "middle" | "bottom"): LocalRange {
    return this.each((row, column) => this.restyle(row, column, { vertical }));
  }

  setWraps(wraps: boolean[][]): LocalRange {
    return this.style(wraps, (wrap) => ({ wrap: wrap || null }));
  }

  /** True draws a line, false takes it away, null leaves it. */
  setBorder(
    top: boolean | null,
    left: boolean | null,
    bottom: boolean | null,
    right: boolean | null,
    vertical: boolean | null,
    horizontal: boolean | null,
  ): LocalRange {
    const { area } = this;
    return this.each((row, column) => {
      this.restyle(row, column, {
        ...line("top", row === area.top ? top : horizontal),
        ...line("bottom", row === area.bottom ? bottom : horizontal),
        ...line("left", column === area.left ? left : vertical),
        ...line("right", column === area.right ? right : vertical),
      });
    });
  }

  /** Copies values, formulas, formats, notes and validation; blanks overwrite; relative references move. */
  copyTo(destination: RangeSurface): void {
    if (!(destination instanceof LocalRange))
      throw new ServiceError("copyTo needs a range of this spreadsheet");
    requireLive(this.world, this.sheet);
    requireLive(this.world, destination.sheet);
    this.checkSize(destination.area);
    const rows = destination.area.top - this.area.top;
    const columns = destination.area.left - this.area.left;
    const cells = this.read((row, column) => this.pick(row, column));
    destination.write(cells, (row, column, cell) => {
      destination.dropSpill(row, column);
      destination.sheet.values.set(row, column, cell.value);
      const { formula } = cell;
      const moved = formula === undefined ? undefined : shiftFormula(formula, rows, columns);
      destination.sheet.formulas.set(row, column, moved);
      destination.sheet.styles.set(row, column, cell.style);
      destination.sheet.notes.set(row, column, cell.note);
      destination.sheet.validations.set(row, column, cell.validation);
    });
  }

  private checkSize(to: Area): void {
    const rows = (area: Area) => area.bottom - area.top;
    const columns = (area: Area) => area.right - area.left;
    if (rows(to) !== rows(this.area) || columns(to) !== columns(this.area)) {
      throw new ServiceError(
        "Range.copyTo between ranges of different sizes is not modelled by the local host",
      );
    }
  }

  private pick(row: number, column: number): Copied {
    return {
      value: this.sheet.values.get(row, column),
      formula: this.sheet.formulas.get(row, column),
      style: this.sheet.styles.get(row, column),
      note: this.sheet.notes.get(row, column),
      validation: this.sheet.validations.get(row, column),
    };
  }

  private put(row: number, column: number, value: unknown): void {
    const style = this.sheet.styles.get(row, column);
    const { sheet } = this;
    this.dropSpill(row, column);
    sheet.formulas.set(row, column, undefined);
    if (value === "" || value === null || value === undefined) sheet.values.set(row, column, undefined);
    else if (typeof value === "string") this.type(row, column, value, style?.numberFormat);
    else if (isDate(value)) this.putDate(row, column, value, style?.numberFormat);
    else if (typeof value === "boolean" || Number.isFinite(value)) {
      sheet.values.set(row, column, value as number | boolean);
    } else
      throw new ServiceError(`A cell cannot hold ${typeof value === "number" ? value : `a ${typeof value}`}`);
  }

  /** A typed cell is no result any more, and a formula that is gone fills no cells. */
  private dropSpill(row: number, column: number): void {
    const { spilled, spillAreas, values } = this.sheet;
    spilled.set(row, column, undefined);
    const area = spillAreas.get(row, column);
    if (!area) return;
    spillAreas.set(row, column, undefined);
    spilled.each((_, r, c) => {
      if (r < area.top || r > area.bottom || c < area.left || c > area.right) return;
      spilled.set(r, c, undefined);
      values.set(r, c, undefined);
    });
  }

  private type(row: number, column: number, text: string, format: string | undefined): void {
    if (text.length > MAX_TEXT) {
      throw new ServiceError(
        "Your input contains more than the maximum of 50000 characters in a single cell.",
      );
    }
    const typed = typeText(text, this.world.book.locale, format);
    this.sheet.formulas.set(row, column, typed.formula);
    this.sheet.values.set(row, column, typed.value);
    if (typed.format !== undefined && format === undefined)
      this.restyle(row, column, { numberFormat: typed.format });
  }

  private putDate(row: number, column: number, date: Date, format: string | undefined): void {
    if (Number.isNaN(date.getTime())) throw new ServiceError("A cell cannot hold an invalid Date");
    const serial = this.world.zone.toSerial(date.getTime());
    this.sheet.values.set(row, column, serial);
    if (isDateFormat(format)) return;
    const numberFormat = defaultDateFormat(this.world.book.locale, !Number.isInteger(serial));
    this.restyle(row, column, { numberFormat });
  }

  private restyle(row: number, column: number, change: StyleChange): void {
    const { styles } = this.sheet;
    styles.set(row, column, this.world.book.restyle(styles.get(row, column), change));
  }

  private style<T>(grid: T[][], change: (value: T) => StyleChange): LocalRange {
    return this.write(grid, (row, column, value) => this.restyle(row, column, change(value)));
  }

  private each(visit: (row: number, column: number) => void): LocalRange {
    requireLive(this.world, this.sheet);
    requireEditable(this.world, this.sheet, this.area);
    for (let row = this.area.top; row <= this.area.bottom; row++) {
      for (let column = this.area.left; column <= this.area.right; column++) visit(row, column);
    }
    return this;
  }

  private read<T>(cellAt: (row: number, column: number) => T): T[][] {
    requireLive(this.world, this.sheet);
    const { Array: ScriptArray } = this.world.realm();
    const { top, left, bottom, right } = this.area;
    const rows = new ScriptArray<T[]>(bottom - top + 1);
    for (let row = top; row <= bottom; row++) {
      const cells = new ScriptArray<T>(right - left + 1);
      for (let column = left; column <= right; column++) cells[column - left] = cellAt(row, column);
      rows[row - top] = cells;
    }
    return rows;
  }

  private write<T>(grid: T[][], put: (row: number, column: number, value: T) => void): LocalRange {
    requireLive(this.world, this.sheet);
    requireEditable(this.world, this.sheet, this.area);
    this.checkDimensions(grid);
    const { top, left } = this.area;
    grid.forEach((cells, rowIndex) => {
      for (const [columnIndex, value] of cells.entries()) put(top + rowIndex, left + columnIndex, value);
    });
    return this;
  }

  private checkDimensions(grid: readonly (readonly unknown[])[]): void {
    const rows = this.area.bottom - this.area.top + 1;
    const columns = this.area.right - this.area.left + 1;
    const mismatch = (what: string, has: number, wants: number) =>
      new ServiceError(
        `The number of ${what} in the data does not match the number of ${what} in the range. ` +
          `The data has ${has} but the range has ${wants}.`,
      );
    if (grid.length !== rows) throw mismatch("rows", grid.length, rows);
    const wrong = grid.find((cells) => cells.length !== columns);
    if (wrong) throw mismatch("columns", wrong.length, columns);
  }
}

function line(side: "top" | "left" | "bottom" | "right", drawn: boolean | null): StyleChange {
  if (drawn === null || drawn === undefined) return {};
  return { [side]: drawn ? SOLID : null };
}

/** Null and the empty text take the colour away. */
function colorOf(color: string | null): string | null {
  if (color === null || color === undefined || color === "") return null;
  if (!/^#[0-9a-f]{6}$/i.test(color))
    throw new ServiceError(`Colour ${color} is not modelled by the local host: use #rrggbb`);
  return color.toLowerCase();
}

/** Dates of the script's realm are no `instanceof` ours. */
function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]";
}
