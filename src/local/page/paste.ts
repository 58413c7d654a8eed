/** Blocks of cells from elsewhere, pasted as Sheets does: every cell as if it were typed. */
import Papa from "papaparse";
import type { Book, BookSheet } from "../book.ts";
import { typeText } from "../typing.ts";

/** The cells of a clipboard: a table of HTML, or a text with tabs. Undefined for Univer's own copies. */
export function pastedCells(clipboard: Pick<DataTransfer, "getData">): string[][] | undefined {
  const html = clipboard.getData("text/html");
  // A copy of the grid's own cells moves formulas and looks; Univer does that.
  if (/data-copy-id/.test(html)) return undefined;
  const text = clipboard.getData("text/plain");
  if (text !== "") return textCells(text);
  const cells = tableCells(html);
  return cells.length > 0 ? cells : undefined;
}

/** Rows of a text with tabs; quotes around a cell hold its line breaks, as Excel writes them. */
function textCells(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text.replace(/\r\n?/g, "\n"), { delimiter: "\t", newline: "\n" });
  const last = data.at(-1);
  if (data.length > 1 && last?.length === 1 && last[0] === "") data.pop();
  return data;
}

function tableCells(html: string): string[][] {
  const page = new DOMParser().parseFromString(html, "text/html");
  return Array.from(page.querySelectorAll("tr"), (row) =>
    Array.from(row.querySelectorAll("td, th"), (cell) => (cell.textContent ?? "").trim()),
  );
}

/** Types every cell into the tab from a cell on; the grid grows as needed. Selects what was pasted. */
export function pasteCells(book: Book, sheet: BookSheet, cells: readonly (readonly string[])[]): void {
  const { top, left } = sheet.selection;
  const width = Math.max(1, ...cells.map((row) => row.length));
  sheet.reach(top + cells.length - 1, left + width - 1);
  for (const [rowIndex, row] of cells.entries()) {
    for (const [columnIndex, text] of row.entries())
      typeInto(book, sheet, { row: top + rowIndex, column: left + columnIndex }, text);
  }
  sheet.selection = { top, left, bottom: top + cells.length - 1, right: left + width - 1 };
}

function typeInto(book: Book, sheet: BookSheet, at: { row: number; column: number }, text: string): void {
  const style = sheet.styles.get(at.row, at.column);
  const typed = typeText(text, book.locale, style?.numberFormat);
  sheet.formulas.set(at.row, at.column, typed.formula);
  sheet.values.set(at.row, at.column, typed.value);
  if (typed.format !== undefined && style?.numberFormat === undefined)
    sheet.styles.set(at.row, at.column, book.restyle(style, { numberFormat: typed.format }));
}
