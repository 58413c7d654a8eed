/** States of a book, to go back to. What did not change is shared between states, not copied. */
import type { Area } from "./a1.ts";
import type { Book, BookSheet } from "./book.ts";
import type { Layer } from "./layer.ts";

type Cells = readonly (readonly unknown[])[];

/** A tab at one moment. */
export interface SheetState {
  readonly sheet: BookSheet;
  /** Everything but cells, as text: equal texts look alike. */
  readonly frame: string;
  readonly layers: readonly { readonly cells: Cells; readonly changes: number }[];
}

/** A book at one moment. */
export interface BookState {
  readonly sheets: readonly SheetState[];
  readonly activeSheet: BookSheet | undefined;
}

/** What a tab has besides cells. */
interface Frame {
  readonly name: string;
  readonly maxRows: number;
  readonly maxColumns: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly hidden: boolean;
  readonly tabColor: string | null;
  readonly hidesGridlines: boolean;
  readonly columnWidths: readonly (readonly [number, number])[];
  readonly rowHeights: readonly (readonly [number, number])[];
  readonly hiddenColumns: readonly number[];
  readonly merges: readonly string[];
  readonly conditionalFormats: BookSheet["conditionalFormats"];
  readonly protections: BookSheet["protections"];
  readonly charts: BookSheet["charts"];
}

function frameOf(sheet: BookSheet): Frame {
  const { name, maxRows, maxColumns, frozenRows, frozenColumns, hidden, tabColor, hidesGridlines } = sheet;
  const { conditionalFormats, protections, charts } = sheet;
  return {
    ...{ name, maxRows, maxColumns, frozenRows, frozenColumns, hidden, tabColor, hidesGridlines },
    columnWidths: [...sheet.columnWidths],
    rowHeights: [...sheet.rowHeights],
    hiddenColumns: [...sheet.hiddenColumns],
    merges: [...sheet.merges],
    ...{ conditionalFormats, protections, charts },
  };
}

/** The layers of a tab whose cells a person or a script fills; results of formulas are among the values. */
function layersOf(sheet: BookSheet): Layer<unknown>[] {
  const results = [sheet.spilled, sheet.spillAreas] as Layer<unknown>[];
  return [...sheet.layers(), ...results];
}

function captureSheet(sheet: BookSheet, known: SheetState | undefined): SheetState {
  const frame = JSON.stringify(frameOf(sheet));
  const layers = layersOf(sheet).map((layer, index) => {
    const before = known?.layers[index];
    return before?.changes === layer.changes ? before : { cells: layer.copy(), changes: layer.changes };
  });
  const same = known?.frame === frame && layers.every((layer, index) => layer === known.layers[index]);
  return same ? known : { sheet, frame, layers };
}

/** The book now. Gives `known` itself where nothing changed since. */
export function captureBook(book: Book, known?: BookState): BookState {
  const earlier = new Map(known?.sheets.map((state) => [state.sheet, state]));
  const sheets = book.sheets.map((sheet) => captureSheet(sheet, earlier.get(sheet)));
  const same =
    known?.sheets.length === sheets.length && sheets.every((state, i) => state === known.sheets[i]);
  return same ? known : { sheets, activeSheet: book.activeSheet };
}

/** Whether two states have the same tabs in the same order, and these the same names, sizes and the like. */
export function hasSameTabs(one: BookState, other: BookState): boolean {
  const sameAt = ({ sheet, frame }: SheetState, index: number) =>
    sheet === other.sheets[index]?.sheet && frame === other.sheets[index]?.frame;
  return one.sheets.length === other.sheets.length && one.sheets.every(sameAt);
}

/** Makes a tab what it was; `layers` are in the order of `captureBook`. */
export function restoreSheet({ sheet, frame, layers }: SheetState): void {
  const { columnWidths, rowHeights, hiddenColumns, merges, ...plain } = JSON.parse(frame) as Frame;
  Object.assign(sheet, plain);
  refill(sheet.columnWidths, columnWidths);
  refill(sheet.rowHeights, rowHeights);
  sheet.hiddenColumns.clear();
  for (const column of hiddenColumns) sheet.hiddenColumns.add(column);
  sheet.merges.splice(0, sheet.merges.length, ...merges);
  for (const [index, layer] of layersOf(sheet).entries()) {
    const state = layers[index];
    if (state && state.changes !== layer.changes) layer.restore(state.cells);
  }
}

function refill(map: Map<number, number>, entries: Frame["columnWidths"]): void {
  map.clear();
  for (const [key, value] of entries) map.set(key, value);
}

/** Makes the book what it was, removed tabs included. */
export function restoreBook(book: Book, state: BookState): void {
  book.sheets.splice(0, book.sheets.length, ...state.sheets.map(({ sheet }) => sheet));
  for (const sheet of state.sheets) restoreSheet(sheet);
  book.activeSheet = state.activeSheet;
}

/** A step that can be taken back: what it is called, and where it was done. */
export interface Step {
  readonly caption: string;
  readonly sheet: BookSheet | undefined;
  readonly selection: Area | undefined;
}

/** Steps kept; older ones are forgotten. */
const MAX_STEPS = 100;

/** What was done to a book, to be undone and done again. */
export class History {
  private current: BookState;
  private readonly undone: { step: Step; state: BookState }[] = [];
  private readonly done: { step: Step; state: BookState }[] = [];

  constructor(private readonly book: Book) {
    this.current = captureBook(book);
  }

  /** The step that `undo` would take back. */
  get lastDone(): Step | undefined {
    return this.done.at(-1)?.step;
  }

  /** The step that `redo` would do again. */
  get lastUndone(): Step | undefined {
    return this.undone.at(-1)?.step;
  }

  /** Takes what is there as given: results of formulas are no step of a person. */
  settle(): void {
    this.current = captureBook(this.book, this.current);
  }

  /** What the last step left, results of formulas included. */
  get last(): BookState {
    return this.current;
  }

  /** Takes back what changed since the last step, as if it had not been done. */
  takeBack(): void {
    restoreBook(this.book, this.current);
    this.current = captureBook(this.book);
  }

  /** Records what changed since the last step; false where nothing did. */
  commit(caption: string): boolean {
    const next = captureBook(this.book, this.current);
    if (next === this.current) return false;
    const sheet = this.book.activeSheet;
    this.done.push({ step: { caption, sheet, selection: sheet?.selection }, state: this.current });
    if (this.done.length > MAX_STEPS) this.done.shift();
    this.undone.length = 0;
    this.current = next;
    return true;
  }

  /** Takes the last step back; undefined where there is none. */
  undo(): Step | undefined {
    return this.move(this.done, this.undone);
  }

  /** Does the last step again that was taken back; undefined where there is none. */
  redo(): Step | undefined {
    return this.move(this.undone, this.done);
  }

  private move(from: typeof this.done, to: typeof this.done): Step | undefined {
    const last = from.pop();
    if (!last) return undefined;
    to.push({ step: last.step, state: captureBook(this.book, this.current) });
    restoreBook(this.book, last.state);
    this.current = captureBook(this.book);
    return last.step;
  }
}
