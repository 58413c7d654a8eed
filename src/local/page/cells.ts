/** Single cells of Univer: what was typed, what a typed text makes of them, what they have to show. */
import type { ICellData } from "@univerjs/core";
import type { BookSheet } from "../book.ts";
import type { Typed } from "../typing.ts";
import { univerValue } from "../univer-cells.ts";
import { plainText } from "./grid-edits.ts";
import { univerContent } from "./snapshot.ts";
import { toUniverStyle } from "./style.ts";

/** Univer's mark of a text that began with an apostrophe, which it has taken away. */
const FORCED_TEXT = 4;

/** The letters that a person typed. */
export function typedText(cell: ICellData): string {
  const text = cell.f ?? plainText(cell) ?? String(cell.v ?? "");
  return cell.t === FORCED_TEXT ? `'${text}` : text;
}

/** Parts that are left out of a change stay as they are; these take them away. */
const NOTHING = { v: null, f: null, si: null, p: null, t: null };

/** What a typed text makes of a cell of Univer, its look left out. */
export function contentOf({ formula, value }: Typed): ICellData {
  if (formula !== undefined) return { ...NOTHING, f: formula };
  return value === undefined ? NOTHING : ({ ...NOTHING, ...univerValue(value) } as ICellData);
}

/** What a cell of Univer has to hold to show the book. */
export function wantedCell(sheet: BookSheet, row: number, column: number): ICellData {
  const style = sheet.styles.get(row, column);
  const content = univerContent(sheet, row, column);
  return { ...NOTHING, ...content, s: style ? toUniverStyle(style) : null };
}

/** True where a cell shows the content that is wanted. */
export function sameContent(shown: ICellData, wanted: ICellData): boolean {
  if (shown.si || shown.p) return false;
  if (shown.f || wanted.f) return shown.f === wanted.f;
  return (shown.v ?? null) === (wanted.v ?? null) && (shown.t ?? null) === (wanted.t ?? null);
}
