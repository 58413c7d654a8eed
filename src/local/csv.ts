/**
 * Text files of exports, read as a pasted tab.
 *
 * Pasting into Sheets turns `3/1/2017` into a date by the spreadsheet's locale
 * and long numbers into rounded ones. A file on the command line has no such
 * locale, so a text becomes a number or a date only where that loses nothing:
 * the number prints as the text again, the date begins with its year.
 * Everything else stays the text that it is, and the reader of the raw tab
 * decides by column.
 */
import Papa from "papaparse";
import type { Book, BookSheet } from "./book.ts";
import { serialOf, serialToUtc } from "./serial.ts";

/** The text of a file in UTF-8, UTF-16 with its mark, or GB18030 where it is no UTF-8. Throws for other bytes. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decodeGb18030(bytes);
  }
}

function decodeGb18030(bytes: Uint8Array): string {
  const text = new TextDecoder("gb18030").decode(bytes);
  const wrong = text.match(/[\uFFFD\0]/g)?.length ?? 0;
  // One broken character at the end is a file that was cut; more than a few are another encoding.
  if (wrong > 2) throw new Error("the text is neither UTF-8, UTF-16 nor GB18030");
  return text;
}

/** How evenly a mark splits lines: how many of them it cuts into the same number of pieces, and that number. */
function evenness(lines: readonly string[], mark: string): { lines: number; pieces: number } {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const pieces = line.split(mark).length;
    if (pieces > 1) counts.set(pieces, (counts.get(pieces) ?? 0) + 1);
  }
  const [pieces, even] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
  return { lines: even, pieces };
}

/** Tab, comma or semicolon: the one that splits the first lines most evenly, quotes left out. */
function findDelimiter(text: string): string {
  const start = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, "");
  const lines = start.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
  const marks = ["\t", ",", ";"].map((mark) => ({ mark, ...evenness(lines.slice(0, 50), mark) }));
  marks.sort((a, b) => b.lines - a.lines || b.pieces - a.pieces);
  return marks[0]?.lines ? marks[0].mark : ",";
}

/** The rows of a delimited text; lines without anything are rows of one blank. */
export function parseRows(text: string): string[][] {
  const delimiter = findDelimiter(text);
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), { delimiter });
  const last = data.at(-1);
  if (last?.length === 1 && last[0] === "") data.pop();
  return data;
}

/** A date that starts with its year, as serial and format; undefined for any other text. */
function parseYearFirst(text: string): { value: number; numberFormat: string } | undefined {
  const match = /^(\d{4})([-/])(\d\d)\2(\d\d)(?:([ T])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text);
  if (!match) return undefined;
  const [, year, mark, month, day, gap, hour = "0", minute = "0", second] = match;
  const clock = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second ?? "0"),
  };
  const value = serialOf(clock);
  const back = new Date(serialToUtc(value)).toISOString().slice(0, 19);
  const wanted = `${year}-${month}-${day}T${hour.padStart(2, "0")}:${minute.padStart(2, "0")}:${second ?? "00"}`;
  if (back !== wanted || clock.year < 1900) return undefined;
  const time = gap === undefined ? "" : ` hh:mm${second === undefined ? "" : ":ss"}`;
  return { value, numberFormat: `yyyy${mark}mm${mark}dd${time}` };
}

function putCell(book: Book, sheet: BookSheet, at: { row: number; column: number }, text: string): void {
  const { row, column } = at;
  if (text === "") return;
  const number = Number(text);
  if (Number.isFinite(number) && String(number) === text) {
    sheet.values.set(row, column, number);
    return;
  }
  const date = parseYearFirst(text);
  sheet.values.set(row, column, date ? date.value : text);
  if (date) sheet.styles.set(row, column, book.restyle(undefined, { numberFormat: date.numberFormat }));
}

/** Adds a delimited text as a tab. */
export function addText(book: Book, name: string, text: string): BookSheet {
  const sheet = book.addSheet(book.freeName(name));
  parseRows(text).forEach((cells, rowIndex) => {
    for (const [columnIndex, cell] of cells.entries()) {
      sheet.reach(rowIndex + 1, columnIndex + 1);
      putCell(book, sheet, { row: rowIndex + 1, column: columnIndex + 1 }, cell);
    }
  });
  return sheet;
}
