import { describe, expect, it } from "vitest";
import { Book, type BookSheet } from "../../src/local/book.ts";
import { bookFromJson, bookToJson } from "../../src/local/book-json.ts";

/** All that a tab holds, cell by cell, in an order of its own. */
function held(sheet: BookSheet): unknown {
  const cells: unknown[] = [];
  const layers = [...sheet.layers(), sheet.spilled, sheet.spillAreas];
  for (const [index, layer] of layers.entries())
    layer.each((value, row, column) => cells.push([index, row, column, value]));
  const { id, name, selection, merges, protections, charts, hidden, frozenRows, maxRows, tabColor } = sheet;
  const sizes = [...sheet.columnWidths, ...sheet.rowHeights, ...sheet.hiddenColumns];
  return {
    id,
    name,
    selection,
    merges,
    protections,
    charts,
    hidden,
    frozenRows,
    maxRows,
    tabColor,
    sizes,
    cells,
  };
}

function filledBook(): Book {
  const book = Book.blank("Shop", "Asia/Shanghai", "zh_CN");
  const [first] = book.sheets as [BookSheet];
  const bold = book.restyle(undefined, { bold: true, numberFormat: "0.00" });
  first.values.set(3, 2, 24047.51);
  first.values.set(3, 4, '客服\n"quoted"');
  first.values.set(7, 1, false);
  first.values.set(7, 2, 0);
  first.formulas.set(7, 2, "=B3*0");
  first.styles.set(3, 2, bold);
  first.styles.set(9, 9, bold);
  first.notes.set(3, 2, "a note");
  first.validations.set(2, 2, {
    source: { type: "list", values: ["yes", "no"] },
    ...{ showDropdown: true, allowInvalid: true, help: "" },
  });
  first.spilled.set(8, 2, true);
  first.spillAreas.set(7, 2, { top: 7, left: 2, bottom: 8, right: 2 });
  first.selection = { top: 3, left: 2, bottom: 4, right: 2 };
  first.columnWidths.set(2, 77);
  first.rowHeights.set(3, 40);
  first.hiddenColumns.add(5);
  first.merges.push("A1:B1");
  const second = book.addSheet("工资 2026-10");
  second.protections = [
    { range: null, description: "locked", warningOnly: false, editors: ["hr@example.com"], unprotected: [] },
  ];
  second.charts = [
    {
      ...{ id: 5, type: "BAR", headers: 1, options: { title: "Scores" } },
      ranges: [{ sheetId: second.id, area: { top: 1, left: 1, bottom: 4, right: 2 } }],
      position: { row: 1, column: 1, offsetX: 0, offsetY: 0 },
    },
  ];
  second.tabColor = "#112233";
  book.activeSheet = second;
  return book;
}

describe("a book as text", () => {
  it("comes back with everything that it held", () => {
    const book = filledBook();
    const back = bookFromJson(bookToJson(book));
    expect([back.name, back.timeZone, back.locale]).toEqual(["Shop", "Asia/Shanghai", "zh_CN"]);
    expect(back.sheets.map(held)).toEqual(book.sheets.map(held));
    expect(back.activeSheet).toBe(back.sheets[1]);
  });

  it("has one object for equal looks, and gives a new tab an id of its own", () => {
    const back = bookFromJson(bookToJson(filledBook()));
    const [first] = back.sheets as [BookSheet];
    expect(first.styles.get(9, 9)).toBe(first.styles.get(3, 2));
    expect(new Set([...back.sheets.map(({ id }) => id), back.addSheet("new").id]).size).toBe(3);
  });

  it("sees what changed since its last text", () => {
    const book = filledBook();
    bookToJson(book);
    book.sheets[0]?.values.set(1, 1, "later");
    expect(bookFromJson(bookToJson(book)).sheets[0]?.values.get(1, 1)).toBe("later");
  });

  it("is nothing where a text is none", () => {
    expect(() => bookFromJson("{")).toThrow();
  });
});
