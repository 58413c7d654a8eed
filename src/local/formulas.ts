/**
 * Formula cells, computed by Univer without a screen. Custom functions are
 * those of the built file. Loaded only when there is something to compute.
 */
import { createRequire } from "node:module";
import type { Area } from "./a1.ts";
import type { Book, BookSheet, CellValue } from "./book.ts";
import { type Moment, tabsNamedBy, tabsToCompute } from "./changes.ts";
import type { EntryPoint } from "./code.ts";
import { type Bridge, Converter, type Engine, type FunctionScope, functionClass } from "./function-bridge.ts";
import { isDateFormat, TimeZone } from "./serial.ts";
import { takeResults, type UniverBook, type UniverCell, univerValue } from "./univer-cells.ts";

// Univer's ES modules do not load in Node, its CommonJS ones do.
const require = createRequire(import.meta.url);

type Matrix = Record<number, Record<number, UniverCell>>;

/** What Univer's facade is used for here. */
interface Facade {
  getFormula(): { onCalculationResultApplied(): Promise<void> };
}

/** Messages that custom functions threw, by sheet and cell: `3!12!4`. */
type Messages = Map<string, string>;

const UNIT = "book";

function loadUniver() {
  const core = require("@univerjs/core") as typeof import("@univerjs/core");
  const { FUniver } = require("@univerjs/core/facade") as { FUniver: { newAPI(univer: object): Facade } };
  const engine = require("@univerjs/engine-formula") as Engine;
  const { UniverSheetsPlugin } = require("@univerjs/sheets") as typeof import("@univerjs/sheets");
  const formula = require("@univerjs/sheets-formula") as typeof import("@univerjs/sheets-formula");
  for (const name of ["engine-formula", "sheets", "sheets-formula"]) require(`@univerjs/${name}/facade`);
  return { core, FUniver, engine, UniverSheetsPlugin, formula };
}

type Univer = ReturnType<typeof loadUniver>;

/** The sheets whose formulas are to be computed (all with formulas, if not told), and those that they name. */
export function sheetsToLoad(book: Book, computed = withFormulas(book)): BookSheet[] {
  const wanted = new Set(computed);
  for (const sheet of computed) for (const named of tabsNamedBy(sheet, book)) wanted.add(named);
  return [...wanted];
}

function withFormulas(book: Book): readonly BookSheet[] {
  return book.sheets.filter((sheet) => !sheet.formulas.isEmpty());
}

/** The cells of a sheet; where it is not to be computed, results stand in the place of its formulas. */
function cellsOf(sheet: BookSheet, isComputed: boolean, dateStyle: (format: string) => string): Matrix {
  const cells: Matrix = {};
  const at = (row: number) => {
    cells[row - 1] ??= {};
    return cells[row - 1] as Record<number, UniverCell>;
  };
  sheet.values.each((value, row, column) => {
    const isResult = sheet.spilled.get(row, column) || sheet.formulas.get(row, column) !== undefined;
    if (isComputed && isResult) return;
    const format = sheet.styles.get(row, column)?.numberFormat;
    const isDate = typeof value === "number" && format !== undefined && isDateFormat(format);
    at(row)[column - 1] = { ...univerValue(value), ...(isDate && { s: dateStyle(format) }) };
  });
  if (isComputed) {
    sheet.formulas.each((formula, row, column) => {
      at(row)[column - 1] = { f: formula };
    });
  }
  return cells;
}

/** The book as Univer loads it. */
function snapshotOf(sheets: readonly BookSheet[], computed: readonly BookSheet[]) {
  const formats = new Map<string, string>();
  const dateStyle = (format: string) => {
    const id = formats.get(format) ?? `d${formats.size}`;
    formats.set(format, id);
    return id;
  };
  const entries = sheets.map((sheet) => {
    const { maxRows: rowCount, maxColumns: columnCount, name } = sheet;
    const cellData = cellsOf(sheet, computed.includes(sheet), dateStyle);
    return [String(sheet.id), { id: String(sheet.id), name, rowCount, columnCount, cellData }];
  });
  const styles = Array.from(formats, ([pattern, id]) => [id, { n: { pattern } }]);
  return {
    id: UNIT,
    sheetOrder: sheets.map((sheet) => String(sheet.id)),
    styles: Object.fromEntries(styles) as Record<string, object>,
    sheets: Object.fromEntries(entries) as Record<string, object>,
  };
}

/** What a host gives for its formulas to be computed. */
export interface FormulaHost {
  readonly book: Book;
  readonly customFunctions: readonly EntryPoint[];
  openFunctions(): FunctionScope;
}

/** One computation: Univer over a part of the book, with what it threw. */
class Calculation {
  readonly messages: Messages = new Map();
  private readonly parts: Univer = loadUniver();

  constructor(
    private readonly host: FormulaHost,
    private readonly computed: readonly BookSheet[] = withFormulas(host.book),
  ) {}

  /** Computes every formula of the sheets and puts the results into the book. */
  async run(): Promise<void> {
    const { core, engine, FUniver } = this.parts;
    const { LocaleType, LogLevel } = core;
    const univer = new core.Univer({ locale: LocaleType.EN_US, locales: {}, logLevel: LogLevel.SILENT });
    try {
      this.register(univer);
      const data = snapshotOf(sheetsToLoad(this.host.book, this.computed), this.computed);
      const unit = univer.createUnit(core.UniverInstanceType.UNIVER_SHEET, data);
      const workbook = unit as unknown as UniverBook;
      await FUniver.newAPI(univer).getFormula().onCalculationResultApplied();
      const spills = univer.__getInjector().get(engine.FormulaDataModel);
      for (const sheet of this.computed)
        takeResults(sheet, { unit: UNIT, id: String(sheet.id), workbook }, spills);
    } finally {
      silenceProgress(univer, core);
      // Without this the process does not end.
      univer.dispose();
    }
  }

  private register(univer: InstanceType<Univer["core"]["Univer"]>): void {
    const { engine, formula, UniverSheetsPlugin } = this.parts;
    const bridge = this.bridge();
    const functions = this.host.customFunctions.map(
      (entry) => [functionClass(bridge, entry), entry.name] as const,
    );
    univer.registerPlugin(engine.UniverFormulaEnginePlugin, { function: functions as never });
    univer.registerPlugin(UniverSheetsPlugin);
    univer.registerPlugin(formula.UniverSheetsFormulaPlugin, {
      initialFormulaComputing: formula.CalculationMode.FORCED,
    });
  }

  private bridge(): Bridge {
    const functions = this.host.openFunctions();
    const { engine } = this.parts;
    const { messages, host } = this;
    return {
      engine,
      converter: new Converter(engine, new TimeZone(host.book.timeZone), functions.makeDate),
      call: functions.call,
      thrown: ({ sheet, row, column }, message) => {
        const key = `${sheet}!${row}!${column}`;
        if (!messages.has(key)) messages.set(key, message);
      },
    };
  }
}

/**
 * A timer of Univer that tells of progress after a second may outlive the disposal, which takes the
 * words away: it would throw where nobody catches. Its words are shown nowhere.
 */
function silenceProgress(univer: InstanceType<Univer["core"]["Univer"]>, core: Univer["core"]): void {
  univer.__getInjector().get(core.LocaleService).t = (key: string) => key;
}

/**
 * Computes the formulas of the host's book; with a moment, those only that changes since then leave
 * without a current result, and the others keep theirs. Loads nothing where there is none to compute.
 */
export async function calculateBook(host: FormulaHost, since?: Moment): Promise<void> {
  const { book } = host;
  const computed = since ? tabsToCompute(book, since.changedTabs()) : withFormulas(book);
  if (computed.length > 0) await new Calculation(host, computed).run();
}

/** The value of a formula, or the error in its place with the message that was thrown. */
export type FormulaResult =
  | { readonly value: unknown; readonly error?: undefined }
  | { readonly error: string };

/**
 * Computes one formula as if it stood in a free cell of the first tab.
 * A blank is the empty text, an array its rows.
 */
export async function evaluateFormula(host: FormulaHost, formula: string): Promise<FormulaResult> {
  const sheet = host.book.sheets[0] ?? host.book.addSheet("Sheet1");
  const cell = { row: sheet.lastRow() + 2, column: sheet.lastColumn() + 2 };
  sheet.reach(cell.row, cell.column);
  sheet.formulas.set(cell.row, cell.column, formula);
  const calculation = new Calculation(host);
  await calculation.run();
  const message = calculation.messages.get(`${sheet.id}!${cell.row}!${cell.column}`);
  const value = sheet.values.get(cell.row, cell.column);
  if (message !== undefined && isError(value)) return { error: message };
  if (isError(value)) return { error: `${value} in ${formula}` };
  const area = sheet.spillAreas.get(cell.row, cell.column);
  return { value: area ? readArea(sheet, area) : (value ?? "") };
}

function isError(value: CellValue | undefined): value is string {
  return typeof value === "string" && /^#(?:[A-Z0-9/]+[!?]|N\/A)$/.test(value);
}

function readArea(sheet: BookSheet, area: Area): CellValue[][] {
  return Array.from({ length: area.bottom - area.top + 1 }, (_, row) =>
    Array.from(
      { length: area.right - area.left + 1 },
      (__, column) => sheet.values.get(area.top + row, area.left + column) ?? "",
    ),
  );
}
