/** A book into the bytes of a workbook file, in a browser. */
import ExcelJS from "exceljs";
import type { Book } from "../book.ts";
import { fillWorkbook } from "../xlsx-fill.ts";

/** The bytes of an .xlsx file. Formulas carry the results that the book holds for them. */
export async function workbookBytes(book: Book): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  fillWorkbook(workbook, book);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
