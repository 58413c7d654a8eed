/** Which tabs changed since a moment, and which formulas that leaves without a current result. */
import { mapReferences, sheetOf } from "./a1.ts";
import type { Book, BookSheet } from "./book.ts";

/** The content of a book's tabs at the moment when this is made, as counts of changes. */
export class Moment {
  private readonly counts: ReadonlyMap<BookSheet, number>;

  constructor(private readonly book: Book) {
    this.counts = new Map(book.sheets.map((sheet) => [sheet, changesOf(sheet)]));
  }

  /** The tabs whose values or formulas changed since, and those that are new. Looks do not count. */
  changedTabs(): BookSheet[] {
    return this.book.sheets.filter((sheet) => this.counts.get(sheet) !== changesOf(sheet));
  }
}

function changesOf({ values, formulas }: BookSheet): number {
  return values.changes + formulas.changes;
}

/** The tabs that the formulas of a tab name, itself left out; all tabs where a name is put together from text. */
export function tabsNamedBy(sheet: BookSheet, book: Book): ReadonlySet<BookSheet> {
  const named = new Set<BookSheet>();
  sheet.formulas.each((formula) => {
    if (/\bINDIRECT\(/i.test(formula)) for (const other of book.sheets) named.add(other);
    if (!formula.includes("!")) return;
    mapReferences(formula, (prefix, reference) => {
      const other = prefix === "" ? undefined : book.findSheet(sheetOf(prefix));
      if (other) named.add(other);
      return reference;
    });
  });
  named.delete(sheet);
  return named;
}

/**
 * The tabs whose formulas need computing after a change of some tabs: the changed ones, and those
 * that name one of them, directly or through others. Only tabs with formulas are among them.
 */
export function tabsToCompute(book: Book, changed: readonly BookSheet[]): BookSheet[] {
  const stale = new Set(changed);
  const rest = new Map(
    book.sheets
      .filter((sheet) => !stale.has(sheet) && !sheet.formulas.isEmpty())
      .map((sheet) => [sheet, tabsNamedBy(sheet, book)]),
  );
  // A set's own loop goes on to what is added meanwhile.
  for (const tab of stale) {
    for (const [sheet, named] of rest) {
      if (named.has(tab)) stale.add(sheet);
    }
  }
  return book.sheets.filter((sheet) => stale.has(sheet) && !sheet.formulas.isEmpty());
}

/** Cells with a formula and no result: the file was written by a program that computes nothing. */
export function uncomputedCells(book: Book): { sheet: BookSheet; row: number; column: number }[] {
  return book.sheets.flatMap((sheet) => {
    const cells: { sheet: BookSheet; row: number; column: number }[] = [];
    sheet.formulas.each((_formula, row, column) => {
      if (sheet.values.get(row, column) === undefined) cells.push({ sheet, row, column });
    });
    return cells;
  });
}
