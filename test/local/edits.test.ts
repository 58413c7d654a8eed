import { describe, expect, it } from "vitest";
import { Book, type BookSheet, type Protection } from "../../src/local/book.ts";
import { barredTab } from "../../src/local/edits.ts";
import { captureBook } from "../../src/local/history.ts";

const OWNER = { email: "hr@example.com", isOwner: true };
const BOSS = { email: "boss@example.com", isOwner: false };

const LOCKED: Protection = {
  ...{ range: null, description: "locked", warningOnly: false },
  ...{ editors: [OWNER.email], unprotected: ["C2:C4"] },
};

type Change = (sheet: BookSheet, book: Book) => unknown;

/** The name of the tab that bars a person's change; the tab's formula is in B2. */
function barredBy(protection: Protection, person: typeof OWNER, change: Change): string | undefined {
  const book = Book.blank("test");
  const [sheet] = book.sheets as [BookSheet];
  book.addSheet("other");
  sheet.formulas.set(2, 2, "=1+1");
  sheet.values.set(2, 2, 2);
  sheet.protections = [protection];
  const before = captureBook(book);
  change(sheet, book);
  return barredTab(person, before, book)?.name;
}

const typeInto =
  (row: number, column: number): Change =>
  (sheet) =>
    sheet.values.set(row, column, "x");

describe("what somebody changed by hand on a protected tab", () => {
  it.each<[string, Change, string | undefined]>([
    ["a cell", typeInto(5, 5), "Sheet1"],
    ["a cell above the ones that are left open", typeInto(1, 3), "Sheet1"],
    ["the first cell that is left open", typeInto(2, 3), undefined],
    ["the last cell that is left open", typeInto(4, 3), undefined],
    ["a cell below those", typeInto(5, 3), "Sheet1"],
    ["a formula", (sheet) => sheet.formulas.set(2, 2, "=2"), "Sheet1"],
    ["a formula, typed over", (sheet) => sheet.formulas.set(2, 2, undefined), "Sheet1"],
    ["the result of a formula", (sheet) => sheet.values.set(2, 2, 3), undefined],
    ["a colour", (sheet, book) => sheet.styles.set(1, 1, book.restyle(undefined, { bold: true })), "Sheet1"],
    ["its name", (sheet) => Object.assign(sheet, { name: "renamed" }), "renamed"],
    ["that it is there", (_, book) => book.sheets.shift(), "Sheet1"],
    ["another tab", (_, book) => book.sheets[1]?.values.set(1, 1, "x"), undefined],
    ["nothing", () => undefined, undefined],
  ])("%s", (_, change, tab) => {
    expect(barredBy(LOCKED, BOSS, change)).toBe(tab);
    expect(barredBy(LOCKED, OWNER, change)).toBeUndefined();
  });

  it("is allowed where a protection only warns, or has the person among its editors", () => {
    const warns = { ...LOCKED, warningOnly: true, editors: null };
    const names = { ...LOCKED, editors: [OWNER.email, BOSS.email] };
    expect(barredBy(warns, BOSS, typeInto(5, 5))).toBeUndefined();
    expect(barredBy(names, BOSS, typeInto(5, 5))).toBeUndefined();
  });
});
