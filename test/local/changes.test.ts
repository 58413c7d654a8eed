/** After a run only those formulas are computed whose results the run could change. */
import { describe, expect, it } from "vitest";
import { Book, type BookSheet } from "../../src/local/book.ts";
import { Moment, tabsToCompute } from "../../src/local/changes.ts";
import { Host } from "../../src/local/host.ts";
import { codeOf } from "./fixture.ts";

/** A new tab with formulas down column A, each with a result that the file is said to hold. */
function addTab(book: Book, name: string, ...formulas: string[]): BookSheet {
  const sheet = book.addSheet(name);
  formulas.forEach((formula, index) => {
    sheet.formulas.set(index + 1, 1, formula);
    sheet.values.set(index + 1, 1, "kept");
  });
  return sheet;
}

const names = (sheets: readonly BookSheet[]) => sheets.map(({ name }) => name);

describe("changes since a moment", () => {
  it("are values and formulas, not looks, and not the same again", () => {
    const book = Book.blank("changes");
    const [same, styled, typed] = ["same", "styled", "typed"].map((name) => addTab(book, name, "=1"));
    const moment = new Moment(book);
    same?.values.set(1, 1, "kept");
    same?.formulas.set(1, 1, "=1");
    styled?.styles.set(1, 1, { bold: true });
    typed?.values.set(5, 1, 1);
    book.addSheet("new");
    expect(names(moment.changedTabs())).toEqual(["typed", "new"]);
  });

  it("are rows and columns that move, and values taken away", () => {
    const book = Book.blank("changes");
    const [rows, columns, cleared] = ["rows", "columns", "cleared"].map((name) => addTab(book, name, "=1"));
    const moment = new Moment(book);
    rows?.values.insertRows(0, 1);
    columns?.values.insertColumns(0, 1);
    cleared?.values.clear();
    expect(names(moment.changedTabs())).toEqual(["rows", "columns", "cleared"]);
  });
});

describe("formulas to compute", () => {
  const book = Book.blank("chain");
  const out = addTab(book, "Payroll 2026-10", "=heavy!A1");
  addTab(book, "late", "=dash!A1");
  addTab(book, "dash", "='payroll 2026-10'!A1");
  addTab(book, "anywhere", '=INDIRECT("late!A1")');
  addTab(book, "heavy", "=SUM(B1:B9)", "=bare!A1");
  const bare = book.addSheet("bare");

  it("are those of changed tabs and of tabs that name them, through others too", () => {
    expect(names(tabsToCompute(book, [out]))).toEqual(["Payroll 2026-10", "late", "dash", "anywhere"]);
    expect(names(tabsToCompute(book, [bare]))).toEqual([
      "Payroll 2026-10",
      "late",
      "dash",
      "anywhere",
      "heavy",
    ]);
    expect(tabsToCompute(book, [])).toEqual([]);
  });
});

describe("calculating since a moment", () => {
  it("keeps results elsewhere and computes with them, dates, errors and spilled cells too", async () => {
    const book = Book.blank("kept");
    const heavy = addTab(book, "heavy", "=KIND(1)", "=1+1", "=1/1", "=SEQUENCE(1,2)");
    heavy.values.set(1, 1, 46296);
    heavy.styles.set(1, 1, book.restyle(undefined, { numberFormat: "yyyy-mm-dd" }));
    heavy.values.set(2, 1, 70);
    heavy.values.set(3, 1, "#DIV/0!");
    heavy.values.set(4, 2, 9);
    heavy.spilled.set(4, 2, true);
    const code = codeOf(
      `/** Says what it got. @customfunction */
function KIND(a) { return a instanceof Date ? "date" : typeof a; }`,
    );
    const host = new Host({ book, code });
    const moment = new Moment(book);
    const formulas = ["=KIND(heavy!A1)", "=heavy!A2+1", "=heavy!A3+1", "=heavy!B4+1"];
    const fresh = addTab(book, "fresh", ...formulas);
    await host.calculate(moment);
    expect(formulas.map((_, index) => fresh.values.get(index + 1, 1))).toEqual(["date", 71, "#DIV/0!", 10]);
    expect([1, 2, 3, 4].map((row) => heavy.values.get(row, 1))).toEqual([46296, 70, "#DIV/0!", "kept"]);
  });
});
