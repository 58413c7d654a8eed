/** A book into the bytes of a workbook file. The same book gives the same bytes. */
import { PassThrough } from "node:stream";
import ExcelJS from "exceljs";
import type { Book } from "./book.ts";
import { fillWorkbook } from "./xlsx-fill.ts";

/** A sheet that goes into the file while it is filled. */
type StreamedSheet = ExcelJS.Worksheet & { commit(): void };

/** Sets the times inside a zip file, which the archiver took from the clock, to 1980-01-01. */
function fixZipTimes(zip: Buffer): Buffer {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    zip.writeUInt32LE(0x00210000, at + 12);
    zip.writeUInt32LE(0x00210000, zip.readUInt32LE(at + 42) + 10);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return zip;
}

/** The bytes of an .xlsx file. Formulas carry the results that the book holds for them. */
export async function writeBook(book: Book): Promise<Buffer> {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true });
  fillWorkbook(writer, book, (sheet) => (sheet as StreamedSheet).commit());
  await writer.commit();
  return fixZipTimes(Buffer.concat(chunks));
}
