import { type CellStyle, type TabCell, text } from "../tab";
import { textUnits, wrapText } from "../wrap";

/** Columns of a statement in pixels; the last six hold sentences that run on, or figures. */
export const WIDTHS: readonly number[] = [156, 100, 100, 100, 100, 100, 100];
/**
 * Rows of an A4 portrait page of this width: at the normal margins of 0.75 and 0.7 inches a page is
 * 1.4845 times as high as wide, which is 53.4 rows of 21 pixels.
 */
export const PAGE_ROWS = 53;
export const ROW_PIXELS = 21;
/** Half-width units of 9 points that fit on a line: of the whole page, and beside a label and amount. */
const PAGE_UNITS = 116;
const BESIDE_UNITS = 76;
const LABEL_UNITS = 24;

/** A row of a statement before it is padded. */
export type PageRow = readonly (TabCell | null)[];

/** A sentence over the whole width, on as many rows as it takes. */
export function sentence(words: string, style: CellStyle): PageRow[] {
  return wrapText(words, PAGE_UNITS).map((line) => [text(line, style)]);
}

/** A label and an amount with a sentence beside them, on as many rows as it takes. */
export function line(label: TabCell, amount: TabCell | null, words: string, style: CellStyle): PageRow[] {
  const [first = "", ...more] = wrapText(words, BESIDE_UNITS);
  return [[label, amount, text(first, style)], ...more.map((rest) => [null, null, text(rest, style)])];
}

/** A label cut to its column. */
export function cutLabel(words: string): string {
  if (textUnits(words) <= LABEL_UNITS) return words;
  return `${wrapText(words, LABEL_UNITS - 1)[0] ?? ""}…`;
}
