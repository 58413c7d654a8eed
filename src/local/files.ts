/** Files of the command line: workbooks and exports in, results out. */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import type { Book, BookSheet } from "./book.ts";
import { addText, decodeText } from "./csv.ts";
import { projectRoot } from "./project.ts";

/** A mistake of the person at the command line: one line on standard error, exit code 2. */
export class UsageError extends Error {}

/** A path as the caller meant it: npm changes to the project's folder and says where it came from. */
export function callerPath(path: string): string {
  const cameFrom = process.cwd() === projectRoot ? process.env.INIT_CWD : undefined;
  return resolve(cameFrom ?? process.cwd(), path);
}

/** The path as the person typed it, with a reason of a system error in words. */
function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const words: Readonly<Record<string, string>> = {
    ENOENT: "there is no such file or folder",
    EEXIST: "a part of the path is no folder",
    EISDIR: "it is a folder",
    ENOTDIR: "a part of the path is no folder",
    EACCES: "access is denied",
    EROFS: "the disk is read-only",
    ENOSPC: "the disk is full",
  };
  return words[code ?? ""] ?? (message ?? String(error)).split("\n", 1)[0] ?? "";
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(callerPath(path));
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${reasonOf(error)}`);
  }
}

const isZip = (bytes: Buffer) => bytes.subarray(0, 2).toString("latin1") === "PK";

/** Reads a workbook. Throws a UsageError when the file is missing or no .xlsx file. */
export async function loadBook(path: string, locale: string): Promise<Book> {
  const bytes = readBytes(path);
  if (!isZip(bytes)) throw new UsageError(`cannot read ${path}: it is no .xlsx workbook`);
  try {
    const { readBook } = await import("./xlsx-read.ts");
    return await readBook(bytes, { name: basename(path, extname(path)), locale });
  } catch {
    // What the zip and XML readers say about a broken file helps nobody.
    throw new UsageError(`cannot read ${path}: it is damaged, or no .xlsx workbook`);
  }
}

/** Adds an export as tabs named like the file without its ending: a text file as one, a workbook as one a sheet. */
export async function addRawFile(book: Book, path: string): Promise<void> {
  const bytes = readBytes(path);
  const name = basename(path, extname(path));
  if (isZip(bytes)) return addWorkbook(book, name, await loadBook(path, book.locale));
  try {
    addText(book, name, decodeText(bytes));
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${reasonOf(error)}`);
  }
}

function addWorkbook(book: Book, name: string, source: Book): void {
  const filled = source.sheets.filter((sheet) => sheet.lastRow() > 0);
  for (const sheet of filled) {
    const tab = filled.length === 1 ? name : `${name} ${sheet.name}`;
    copyCells(sheet, book.addSheet(book.freeName(tab)), book);
  }
}

/** Values and styles only: a pasted table has no formulas of another file. */
function copyCells(from: BookSheet, to: BookSheet, book: Book): void {
  to.reach(from.maxRows, from.maxColumns);
  from.values.each((value, row, column) => to.values.set(row, column, value));
  from.styles.each((style, row, column) => to.styles.set(row, column, book.restyle(undefined, style)));
}

/** Writes a file whole or not at all, making its folder. Throws a UsageError when it cannot. */
export function saveFile(path: string, content: Buffer | string): void {
  const target = callerPath(path);
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    // A device such as /dev/null takes what is written; a rename would put a file in its place.
    if (isDevice(target)) writeFileSync(target, content);
    else replaceFile(target, draft, content);
  } catch (error) {
    removeDraft(draft);
    throw new UsageError(`cannot write ${path}: ${reasonOf(error)}`);
  }
}

function replaceFile(target: string, draft: string, content: Buffer | string): void {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(draft, content);
  renameSync(draft, target);
}

function isDevice(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && !found.isFile() && !found.isDirectory();
}

/** Even looking for a draft fails where its folder is none; what is told is why it could not be written. */
function removeDraft(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    return;
  }
}

/** Writes the book as an .xlsx file. */
export async function saveBook(path: string, book: Book): Promise<void> {
  const { writeBook } = await import("./xlsx-write.ts");
  saveFile(path, await writeBook(book));
}
