import type { Grid } from "../../src/engine/grid";
import { Book } from "../../src/local/book.ts";

/** A workbook of these tabs: numbers, texts and truths as they are. Write dates as text. */
export function bookOf(grids: readonly Grid[]): Book {
  return fillBook(new Book("case"), grids);
}

/** Puts tabs into a book, their texts and numbers. */
export function fillBook(book: Book, grids: readonly Grid[]): Book {
  for (const { name, rows } of grids) {
    const sheet = book.addSheet(name);
    for (const [r, row] of rows.entries()) {
      for (const [c, cell] of row.entries()) {
        if (cell === "" || typeof cell === "object") continue;
        sheet.reach(r + 1, c + 1);
        sheet.values.set(r + 1, c + 1, cell);
      }
    }
  }
  return book;
}
