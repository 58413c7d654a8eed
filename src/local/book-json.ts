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
  /** Null where nothing lies. */
  readonly layers: readonly (readonly (readonly unknown[] | null)[])[];
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
  const cells = layers.map((layer) => layer.cells as KeptSheet["layers"][number]);
  const text = JSON.stringify({ id: sheet.id, frame, selection: sheet.selection, layers: cells });
  texts.set(state, text);
  return text;
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
  // Equal styles are one object in a book.
  const cellOf = (cell: unknown, layer: number) => {
    if (cell === null) return undefined;
    return layer === STYLES ? book.restyle(undefined, cell as CellStyle) : cell;
  };
  const states = layers.map((rows, layer) => {
    const cells = rows.map((row) => (row ?? []).map((cell) => cellOf(cell, layer)));
    return { cells, changes: -1 };
  });
  restoreSheet({ sheet, frame, layers: states });
}
