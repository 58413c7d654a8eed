import { textUnits } from "./wrap";

/** Pixels of the whole sheet that A4 landscape shows without making it smaller. */
export const SHEET_WIDTH = 980;

/** What a column needs: with less than `least` pixels figures or words are cut, with `wanted` everything stands on one line. */
export interface Need {
  readonly least: number;
  readonly wanted: number;
}

/** Points of the letters that the pixels below are of. */
const POINTS = 9;
/** Pixels of signs in Arial: of a digit, of a comma or point, of a Chinese sign. */
const DIGIT = 6.7;
const MARK = 3.4;
const FULL_WIDTH = 12;
/** Widths of Arial's letters in thousandths of their height; of any other sign that of `M`. */
const ARIAL: ReadonlyMap<string, number> = new Map(
  (
    [
      ["abdeghnopquL0123456789", 556],
      ["cksvxyzJ", 500],
      ["ijl'", 222],
      ["ft.,:;/! I", 278],
      ["r()-", 333],
      ["wCDHNRU", 722],
      ["ABEKPSVXY&", 667],
      ["FTZ", 611],
      ["GOQ", 778],
      ["%W@", 1015],
    ] as const
  ).flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const)),
);
const WIDEST = 833;
const LETTER_HEIGHT = 12;
/** What the edges of a cell take. */
const EDGES = 6;

function letterPixels(letter: string): number {
  const known = ARIAL.get(letter);
  if (known === undefined && textUnits(letter) === 2) return FULL_WIDTH;
  return ((known ?? WIDEST) * LETTER_HEIGHT) / 1000;
}

/** What a column of 9-point letters needs, in letters of other points: the edges of its cells stay. */
export function inPoints({ least, wanted }: Need, points: number): Need {
  const scaled = (pixels: number) => Math.ceil(((pixels - EDGES) * points) / POINTS) + EDGES;
  return { least: scaled(least), wanted: scaled(wanted) };
}

/** Pixels of a decimal as a cell of money shows it: `1,234.50`. */
export function moneyPixels(decimal: string): number {
  const [whole = ""] = decimal.replace("-", "").split(".");
  const digits = whole.length + 2;
  const marks = Math.floor((whole.length - 1) / 3) + 1 + (decimal.startsWith("-") ? 1 : 0);
  return Math.ceil(digits * DIGIT + marks * MARK) + EDGES;
}

/** Pixels of words on one line. */
export function wordsPixels(words: string): number {
  return Math.ceil([...words].reduce((sum, letter) => sum + letterPixels(letter), 0)) + EDGES;
}

/** Chinese signs that a line should have at least. */
const LEAST_SIGNS = 2;

/**
 * Pixels of the longest part that words cannot be broken at: between blanks, brackets and hyphens,
 * and of Chinese two signs.
 */
export function longestWordPixels(words: string): number {
  const parts = words.split(/[\s(（-]+/).map((part) => {
    const signs = [...part];
    return wordsPixels(textUnits(part) > signs.length ? signs.slice(0, LEAST_SIGNS).join("") : part);
  });
  return Math.max(EDGES, ...parts);
}

/**
 * Widths in pixels: what each column wants where all fits, else less of it in proportion, but never
 * below the least. What is left over goes to the columns of `spare`, in equal parts.
 */
export function shareWidths(needs: readonly Need[], spare: readonly number[]): number[] {
  const sum = (pick: (need: Need) => number) => needs.reduce((total, need) => total + pick(need), 0);
  const wanted = sum((need) => need.wanted);
  const slack = sum((need) => need.wanted - need.least);
  const over = wanted - SHEET_WIDTH;
  const cut = over <= 0 || slack === 0 ? 0 : Math.min(1, over / slack);
  const widths = needs.map((need) => Math.floor(need.wanted - (need.wanted - need.least) * cut));
  const left = SHEET_WIDTH - widths.reduce((total, width) => total + width, 0);
  if (left <= 0 || over > 0) return widths;
  return widths.map((width, index) =>
    spare.includes(index) ? width + Math.floor(left / spare.length) : width,
  );
}
