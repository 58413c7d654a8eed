import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Book } from "../../src/local/book.ts";
import { captureBook, History, restoreBook } from "../../src/local/history.ts";

/** Everything that a book holds, as text, counted apart from the states themselves. */
function dump(book: Book): string {
  const sheets = book.sheets.map((sheet) => {
    const cells: unknown[] = [];
    sheet.values.each((value, row, column) => cells.push([row, column, value]));
    sheet.formulas.each((formula, row, column) => cells.push([row, column, formula]));
    sheet.styles.each((style, row, column) => cells.push([row, column, style]));
    const { name, frozenRows, hidden, merges, protections } = sheet;
    return { name, frozenRows, hidden, merges, protections, widths: [...sheet.columnWidths], cells };
  });
  return JSON.stringify(sheets);
}

type Change = (book: Book, n: number) => void;

const CHANGES: readonly Change[] = [
  (book, n) => book.sheets[0]?.values.set(1 + (n % 4), 1 + (n % 3), n),
  (book, n) => book.sheets[0]?.values.set(1 + (n % 4), 1 + (n % 3), undefined),
  (book, n) => book.sheets[0]?.formulas.set(2, 2, `=${n}`),
  (book, n) => book.sheets.at(-1)?.styles.set(1, 1, book.restyle(undefined, { bold: n % 2 === 0 || null })),
  (book) => void book.addSheet(book.freeName("more")),
  (book) => void (book.sheets.length > 1 && book.sheets.pop()),
  (book, n) => void book.sheets[0]?.columnWidths.set(1 + (n % 5), 50 + n),
  (book, n) => Object.assign(book.sheets[0] ?? {}, { name: `tab ${n}`, frozenRows: n % 3 }),
];

describe("a state of a book", () => {
  it("is the same object while nothing changes, and shares what did not change", () => {
    const book = Book.blank("test");
    book.addSheet("other");
    const before = captureBook(book);
    expect(captureBook(book, before)).toBe(before);
    book.sheets[0]?.values.set(1, 1, "x");
    const after = captureBook(book, before);
    expect(after.sheets[0]).not.toBe(before.sheets[0]);
    expect(after.sheets[1]).toBe(before.sheets[1]);
  });

  it("brings a removed tab back", () => {
    const book = Book.blank("test");
    book.addSheet("gone").values.set(3, 3, 7);
    const state = captureBook(book);
    book.sheets.pop();
    restoreBook(book, state);
    expect(book.findSheet("gone")?.values.get(3, 3)).toBe(7);
  });
});

describe("history", () => {
  it("undoes to the beginning and does all again, whatever was done", () => {
    const changes = fc.array(fc.tuple(fc.nat(CHANGES.length - 1), fc.nat(20)), { maxLength: 12 });
    fc.assert(
      fc.property(changes, (list) => {
        const book = Book.blank("test");
        const history = new History(book);
        const dumps = [dump(book)];
        for (const [which, n] of list) {
          CHANGES[which]?.(book, n);
          if (history.commit("step")) dumps.push(dump(book));
        }
        for (const wanted of dumps.slice(0, -1).reverse()) {
          history.undo();
          expect(dump(book)).toBe(wanted);
        }
        expect(history.undo()).toBeUndefined();
        for (const wanted of dumps.slice(1)) {
          history.redo();
          expect(dump(book)).toBe(wanted);
        }
        expect(history.redo()).toBeUndefined();
      }),
    );
  });

  it("takes results of formulas for no step, and forgets what was undone when something is done", () => {
    const book = Book.blank("test");
    const history = new History(book);
    book.sheets[0]?.values.set(1, 1, 1);
    history.settle();
    expect(history.commit("nothing")).toBe(false);
    book.sheets[0]?.values.set(1, 1, 2);
    history.commit("two");
    history.undo();
    expect([book.sheets[0]?.values.get(1, 1), history.lastUndone?.caption]).toEqual([1, "two"]);
    book.sheets[0]?.values.set(1, 1, 3);
    history.commit("three");
    expect([history.lastDone?.caption, history.lastUndone]).toEqual(["three", undefined]);
  });
});
