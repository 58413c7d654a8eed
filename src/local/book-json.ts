/** A book as JSON text and back, whole: an .xlsx file keeps neither charts nor who may edit what. */
import { Book, type BookSheet, type CellStyle } from "./book.ts";
import { type BookState, captureBook, restoreSheet, type SheetState } from "./history.ts";

/** A book as it is kept. The texts of its tabs are JSON themselves, so that each is made once. */
interface KeptBook {
  readonly name: string;
  readonly timeZone: string;
  readonly locale: string;
  /** Index of the tab in view; -1 for none. */
  readonly active: number;
  readonly sheets: readonly string[];
}

interface KeptSheet {
  readonly id: number;
  readonly frame: string;
  readonly selection: BookSheet["selection"];
  readonly layers: readonly KeptLayer[];
}

/** One property of every cell. Null where nothing lies. */
interface KeptLayer {
  readonly cells: readonly (readonly unknown[] | null)[];
  /** What cells share, such as looks: then a cell is an index of this list. */
  readonly shared?: readonly unknown[];
}

/** Index of the styles among the layers of a state. */
const STYLES = 2;
const texts = new WeakMap<SheetState, string>();

/** The text of a book; `state` is what `captureBook` gives of it. Tabs that did not change cost nothing. */
export function bookToJson(book: Book, state: BookState = captureBook(book)): string {
  const { name, timeZone, locale } = book;
  const active = state.sheets.findIndex(({ sheet }) => sheet === book.activeSheet);
  const sheets = state.sheets.map(textOf);
  return JSON.stringify({ name, timeZone, locale, active, sheets } satisfies KeptBook);
}

function textOf(state: SheetState): string {
  const { sheet, frame, layers } = state;
  const known = texts.get(state);
  if (known !== undefined) return known;
  const { id, selection } = sheet;
  const kept: KeptSheet = { id, frame, selection, layers: layers.map(({ cells }) => keptLayer(cells)) };
  const text = JSON.stringify(kept);
  texts.set(state, text);
  return text;
}

/** Looks and lists of choices are the same in many cells, and long. */
function keptLayer(cells: KeptLayer["cells"]): KeptLayer {
  const indexes = new Map<object, number>();
  const indexOf = (cell: unknown) => {
    if (typeof cell !== "object" || cell === null) return cell;
    const index = indexes.get(cell) ?? indexes.size;
    indexes.set(cell, index);
    return index;
  };
  const rows = cells.map((row) => row?.map(indexOf) ?? null);
  return indexes.size === 0 ? { cells } : { cells: rows, shared: [...indexes.keys()] };
}

/** The book of such a text. Throws where the text is none. */
export function bookFromJson(text: string): Book {
  const { name, timeZone, locale, active, sheets } = JSON.parse(text) as KeptBook;
  const book = new Book(name, timeZone, locale);
  for (const sheet of sheets) readSheet(book, JSON.parse(sheet) as KeptSheet);
  book.activeSheet = book.sheets[active];
  return book;
}

function readSheet(book: Book, { id, frame, selection, layers }: KeptSheet): void {
  const sheet = book.addKnownSheet(id, "");
  sheet.selection = selection;
  const states = layers.map((layer, index) => ({ cells: cellsOf(book, layer, index), changes: -1 }));
  restoreSheet({ sheet, frame, layers: states });
}

function cellsOf(book: Book, { cells, shared }: KeptLayer, index: number): unknown[][] {
  // Equal styles are one object in a book.
  const things =
    index === STYLES ? shared?.map((style) => book.restyle(undefined, style as CellStyle)) : shared;
  const cellOf = (cell: unknown) => (cell === null ? undefined : things ? things[cell as number] : cell);
  return cells.map((row) => (row ?? []).map(cellOf));
}
