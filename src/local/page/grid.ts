/** The spreadsheet that a person sees: Univer over the book. The book is the truth; this shows it. */
import type { ICellData, Workbook } from "@univerjs/core";
import { areaName } from "../a1.ts";
import type { Book, BookSheet } from "../book.ts";
import { type Typed, typeText } from "../typing.ts";
import { takeResults } from "../univer-cells.ts";
import { findCellField, focusCellField } from "./cell-field.ts";
import { contentOf, sameContent, typedText, wantedCell } from "./cells.ts";
import { GridReader } from "./grid-edits.ts";
import { type GridPlace, listenToScrolling, placeOf } from "./grid-place.ts";
import { painted } from "./screen.ts";
import { snapshotOf } from "./snapshot.ts";
import { toUniverStyle } from "./style.ts";
import { listenToTabNames } from "./tab-names.ts";
import { core, setUniverLanguage, startUniver, type UniverOptions, univerCore } from "./univer.ts";

/** What the grid tells the workbench. */
export interface GridEvents {
  /** A person changed something; the book gets it now. */
  editing(): void;
  /** The book has it. */
  edited(): void;
  /** Formulas have new results; the book has them already. */
  computed(): void;
  /** Another cell or tab is selected. */
  selected(): void;
  /** Cells may stand elsewhere on the screen. */
  moved(): void;
}

/** Changes of cells. With any other change a tab is taken over whole. */
const SET_VALUES = "sheet.mutation.set-range-values";
/** Opens the name of a tab. */
const RENAME_TAB = "sheet.operation.rename-sheet";
/** Changes of a tab that the book does not know. */
const UNKNOWN =
  /auto-height|protection|theme|mutation\.(?:empty|mark-dirty|set-workbook-name)|permission|right-to-left/;
const MUTATION = 2;

interface Change {
  readonly id: string;
  readonly params: Record<string, unknown>;
}

type CellGrid = Record<number, Record<number, ICellData | null>>;

/** The grid, over one book after another. */
export class Grid {
  private readonly parts;
  private book: Book | undefined;
  private unit = "";
  private count = 0;
  private readonly sheets = new Map<string, BookSheet>();
  /** True while the grid itself changes Univer, to show the book. */
  private showing = false;
  private changes: Change[] = [];
  /** True while results of formulas may still come. */
  private computing = false;
  private isEditable = true;

  constructor(
    options: UniverOptions,
    private readonly events: GridEvents,
  ) {
    this.parts = startUniver(options);
    listenToTabNames(options.container, () => this.renameTab());
    this.parts.commands.onCommandExecuted((command, how) => {
      const options = (how ?? {}) as Record<string, unknown>;
      const params = (command.params ?? {}) as Record<string, unknown>;
      this.events.moved();
      if (options.applyFormulaCalculationResult) this.takeResultsSoon();
      else if (this.showing) return;
      else if (/set-selections|worksheet-activ/.test(command.id)) this.events.selected();
      else if (command.type === MUTATION && !options.fromFormula) this.note({ id: command.id, params });
    });
  }

  /** Opens the name of the tab in view, where it may be changed. */
  private async renameTab(): Promise<void> {
    const sheet = this.parts.api.getActiveWorkbook()?.getActiveSheet();
    if (sheet && this.isEditable)
      await this.parts.commands.executeCommand(RENAME_TAB, { subUnitId: sheet.getSheetId() });
  }

  /** Univer's services are there once it has shown its first book. */
  private listenToTyping(): void {
    this.injector.get(core.SheetInterceptorService).writeCellInterceptor.intercept(core.AFTER_CELL_EDIT, {
      priority: 10_000,
      handler: (cell, { row, col, subUnitId }) => this.typed(cell as ICellData, subUnitId, row + 1, col + 1),
    });
  }

  /** Univer would take back what it did itself; the workbench takes back steps of the whole book. */
  private keepUndoAway(): void {
    this.parts.commands.beforeCommandExecuted(({ id }) => {
      const isStep = id === univerCore.UndoCommand.id || id === univerCore.RedoCommand.id;
      if (isStep && !this.isTyping) throw new univerCore.CanceledError();
    });
  }

  private get formulas() {
    return this.injector.get(core.FormulaDataModel);
  }

  private get injector() {
    return this.parts.univer.__getInjector();
  }

  private get workbook(): Workbook | undefined {
    const units = this.injector.get(univerCore.IUniverInstanceService);
    const type = univerCore.UniverInstanceType.UNIVER_SHEET;
    return units.getUnit<Workbook>(this.unit, type) ?? undefined;
  }

  setLanguage(language: UniverOptions["language"]): void {
    setUniverLanguage(this.parts, language);
  }

  /** Where the cells of the tab in view stand; null before they are painted. */
  get place(): GridPlace | null {
    return this.workbook ? placeOf(this.parts, this.workbook) : null;
  }

  /** True while a person types into a cell. */
  get isTyping(): boolean {
    return this.injector.get(core.IEditorBridgeService).isVisible().visible;
  }

  /** Shows a book from scratch. */
  show(book: Book): void {
    this.quietly(() => {
      const old = this.unit;
      this.count += 1;
      this.unit = `book${this.count}`;
      this.book = book;
      this.sheets.clear();
      for (const sheet of book.sheets) this.sheets.set(String(sheet.id), sheet);
      this.computing = book.sheets.some((sheet) => !sheet.formulas.isEmpty());
      this.parts.univer.createUnit(univerCore.UniverInstanceType.UNIVER_SHEET, snapshotOf(book, this.unit));
      listenToScrolling(this.parts, this.unit, () => this.events.moved());
      // Not before there is another: without any, Univer takes its editor off the page.
      if (old !== "") this.parts.api.disposeUnit(old);
      if (this.count === 1) {
        this.listenToTyping();
        this.keepUndoAway();
      }
      this.select();
      this.applyRights();
    });
  }

  /** Whether cells can be typed into. */
  set editable(may: boolean) {
    this.isEditable = may;
    this.applyRights();
  }

  private applyRights(): void {
    this.quietly(() => this.parts.api.getActiveWorkbook()?.setEditable(this.isEditable));
  }

  /** Shows the cells of these tabs as the book has them now; nothing else of the tabs has changed. */
  showCells(sheets: readonly BookSheet[]): void {
    this.quietly(() => {
      for (const sheet of sheets) this.patch(sheet);
      this.select();
    });
  }

  private patch(sheet: BookSheet): void {
    const { book } = this;
    const source = this.workbook?.getSheetBySheetId(this.idOf(sheet));
    const styles = this.workbook?.getStyles();
    if (!source || !styles || !book) return;
    const cells: CellGrid = {};
    const rows = Math.max(sheet.lastRow(), sheet.styles.lastRow(), source.getLastRowWithContent() + 1);
    const columns = Math.max(
      sheet.lastColumn(),
      sheet.styles.lastColumn(),
      source.getLastColumnWithContent() + 1,
    );
    for (let row = 1; row <= rows; row++) {
      for (let column = 1; column <= columns; column++) {
        const shown = source.getCellRaw(row - 1, column - 1) ?? {};
        const cell = wantedCell(sheet, row, column);
        const look = styles.getStyleByCell(shown) ?? {};
        if (sameContent(shown, cell) && JSON.stringify(look) === JSON.stringify(cell.s ?? {})) continue;
        cells[row - 1] ??= {};
        Object.assign(cells[row - 1] as object, { [column - 1]: cell });
      }
    }
    this.setCells(sheet, cells);
  }

  /** Empty cells are cleared, others replaced whole. */
  private setCells(sheet: BookSheet, cellValue: CellGrid): void {
    if (Object.keys(cellValue).length === 0) return;
    this.computing = true;
    this.parts.commands.syncExecuteCommand(SET_VALUES, {
      unitId: this.unit,
      subUnitId: this.idOf(sheet),
      cellValue,
    });
  }

  /** Selects what the book has selected, and brings it into view. */
  showSelection(): void {
    this.quietly(() => this.select());
  }

  private select(): void {
    const sheet = this.book?.activeSheet ?? this.book?.sheets.find(({ hidden }) => !hidden);
    const workbook = this.parts.api.getActiveWorkbook();
    const shown = sheet && workbook?.getSheetBySheetId(this.idOf(sheet));
    if (!workbook || !shown) return;
    if (workbook.getActiveSheet().getSheetId() !== shown.getSheetId()) shown.activate();
    const { top, left } = sheet.selection;
    shown.getRange(areaName(sheet.selection)).activate();
    if (top > 20 || left > 10) shown.scrollToCell(Math.max(0, top - 5), Math.max(0, left - 4));
  }

  /** Tells the book what is selected now. */
  takeSelection(): void {
    const workbook = this.parts.api.getActiveWorkbook();
    const sheet = workbook && this.sheets.get(workbook.getActiveSheet().getSheetId());
    if (!sheet || !this.book) return;
    this.book.activeSheet = sheet;
    const range = workbook.getActiveRange()?.getRange();
    if (!range) return;
    const { startRow, startColumn, endRow, endColumn } = range;
    sheet.selection = {
      top: startRow + 1,
      left: startColumn + 1,
      bottom: Math.min(endRow + 1, sheet.maxRows),
      right: Math.min(endColumn + 1, sheet.maxColumns),
    };
  }

  /** Waits until what was typed is computed. */
  async settle(): Promise<void> {
    this.flush();
    if (!this.computing) return;
    await this.parts.api.getFormula().onCalculationResultApplied();
    this.takeAllResults();
  }

  /**
   * Waits until cells can be typed into. Univer's field is on the page before anything listens to it: what
   * opens a cell's editor comes with the stage "rendered", a moment after the first picture.
   */
  async ready(): Promise<void> {
    await this.injector.get(univerCore.LifecycleService).onStage(univerCore.LifecycleStages.Rendered);
    while (!findCellField()) await painted();
    await painted();
    await painted();
  }

  /** Hands the keyboard to the cells. */
  focus(): void {
    // An open dialog keeps the keyboard.
    if (document.querySelector("dialog[open]")) return;
    this.injector.get(univerCore.IUniverInstanceService).focusUnit(this.unit);
    focusCellField();
  }

  private quietly(work: () => void): void {
    const before = this.showing;
    this.showing = true;
    try {
      work();
    } finally {
      this.showing = before;
    }
  }

  /** What a person typed becomes what Sheets would make of it. */
  private typed(cell: ICellData, subUnitId: string, row: number, column: number): ICellData {
    const sheet = this.sheets.get(subUnitId);
    if (!sheet || !this.book || typeof cell.v === "boolean") return cell;
    const style = sheet.styles.get(row, column);
    const typed = typeText(typedText(cell), this.book.locale, style?.numberFormat);
    return { ...contentOf(typed), ...this.styleAfter(sheet, row, column, typed) };
  }

  private styleAfter(sheet: BookSheet, row: number, column: number, typed: Typed): ICellData {
    const style = sheet.styles.get(row, column);
    if (typed.format === undefined || style?.numberFormat !== undefined || !this.book) return {};
    const changed = this.book.restyle(style, { numberFormat: typed.format });
    return changed ? { s: toUniverStyle(changed) } : {};
  }

  /** Changes come one by one while a command runs; they are taken over when it is done. */
  private note(change: Change): void {
    if (!change.id.startsWith("sheet.mutation.") || UNKNOWN.test(change.id)) return;
    if (change.params.unitId !== undefined && change.params.unitId !== this.unit) return;
    this.changes.push(change);
    if (this.changes.length === 1) queueMicrotask(() => this.flush());
  }

  private flush(): void {
    const { changes, workbook, book } = this;
    this.changes = [];
    if (changes.length === 0 || !workbook || !book) return;
    this.events.editing();
    const reader = new GridReader(book, workbook, this.formulas);
    this.followTabs(workbook, book, reader);
    const whole = new Set(changes.filter(({ id }) => id !== SET_VALUES).flatMap((c) => this.sheetsOf(c)));
    for (const sheet of whole) this.takeWhole(reader, workbook, sheet);
    for (const change of changes)
      if (change.id === SET_VALUES) this.takeCells(reader, workbook, change, whole);
    this.computing = true;
    this.takeSelection();
    this.events.edited();
  }

  /** Tabs that were added, removed or put into another order. */
  private followTabs(workbook: Workbook, book: Book, reader: GridReader): void {
    const present = workbook.getSheets().map((source) => {
      const id = source.getSheetId();
      const sheet = this.sheets.get(id) ?? book.addSheet(book.freeName(source.getName()));
      if (!this.sheets.has(id)) reader.takeSheet(sheet, source);
      this.sheets.set(id, sheet);
      return sheet;
    });
    book.sheets.splice(0, book.sheets.length, ...present);
  }

  private sheetsOf({ params }: Change): BookSheet[] {
    const places = [params, params.fromRange, params.toRange, params.from, params.to];
    const ids = places.flatMap((place) => {
      const { subUnitId, sheetId } = (place ?? {}) as { subUnitId?: string; sheetId?: string };
      return subUnitId ?? sheetId ?? [];
    });
    return ids.flatMap((id) => this.sheets.get(id) ?? []);
  }

  private takeWhole(reader: GridReader, workbook: Workbook, sheet: BookSheet): void {
    const source = workbook.getSheetBySheetId(this.idOf(sheet));
    if (source) reader.takeSheet(sheet, source);
  }

  private takeCells(
    reader: GridReader,
    workbook: Workbook,
    { params }: Change,
    whole: ReadonlySet<BookSheet>,
  ): void {
    const source = workbook.getSheetBySheetId(String(params.subUnitId));
    const sheet = this.sheets.get(String(params.subUnitId));
    if (!source || !sheet || whole.has(sheet)) return;
    for (const [row, cells] of Object.entries((params.cellValue ?? {}) as CellGrid)) {
      for (const column of Object.keys(cells ?? {}))
        reader.takeCell(sheet, source, Number(row) + 1, Number(column) + 1);
    }
  }

  /** The name that Univer has for a tab. */
  idOf(sheet: BookSheet): string {
    for (const [id, known] of this.sheets) if (known === sheet) return id;
    return String(sheet.id);
  }

  /** Results come in several changes; they are taken over when all are there. */
  private takeResultsSoon(): void {
    queueMicrotask(() => this.takeAllResults());
  }

  private takeAllResults(): void {
    const { workbook } = this;
    if (!workbook) return;
    this.flush();
    this.computing = false;
    const read = { getSheetBySheetId: (id: string) => workbook.getSheetBySheetId(id) ?? null };
    for (const [id, sheet] of this.sheets) {
      if (!sheet.formulas.isEmpty())
        takeResults(sheet, { unit: this.unit, id, workbook: read }, this.formulas);
    }
    this.events.computed();
  }
}
