import { type Grid, type GridCell, isBlank, isDateCell } from "../engine/grid";

/**
 * Fingerprints tell whether a tab or a result is still what it was: 24 hexadecimal digits, the same
 * on every machine. They are no protection against somebody who wants to forge one.
 */

const SEEDS = [0x9e3779b9, 0x85ebca6b, 0xc2b2ae35] as const;
const PRIME = 0x01000193;
// A global is looked up anew at every use where the script runs in a context of its own, and this runs for each letter.
const { imul } = Math;
/** The two words of a number. Their order is that of the machine; every one that runs this has the same. */
const DOUBLE = new Float64Array(1);
const WORDS = new Int32Array(DOUBLE.buffer);

/** Collects text into one fingerprint. */
class Hasher {
  private readonly state: [number, number, number] = [...SEEDS];

  /** Adds a text; `mark` is a sign before it. */
  add(text: string, mark = 0): void {
    if (mark !== 0) this.mix(mark);
    let [a, b, c] = this.state;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      a = imul(a ^ code, PRIME);
      b = imul(b ^ code, 0x85ebca77) ^ (b >>> 13);
      c = imul(c ^ code, 0xc2b2ae3d) ^ (c >>> 15);
    }
    // The end of a text counts, so that "ab","c" is not "a","bc".
    this.state[0] = imul(a ^ 0x1f, PRIME);
    this.state[1] = imul(b ^ 0x2f, 0x85ebca77) ^ (b >>> 13);
    this.state[2] = imul(c ^ 0x3f, 0xc2b2ae3d) ^ (c >>> 15);
  }

  /** Adds a number by its bits: tabs are mostly numbers, and writing them out takes longest. */
  addNumber(value: number, mark: number): void {
    // 0 and -0 are one number.
    DOUBLE[0] = value + 0;
    this.mix(mark);
    this.mix(WORDS[0] ?? 0);
    this.mix(WORDS[1] ?? 0);
  }

  private mix(code: number): void {
    const [a, b, c] = this.state;
    this.state[0] = imul(a ^ code ^ (a >>> 16), PRIME);
    this.state[1] = imul(b ^ code, 0x85ebca77) ^ (b >>> 13);
    this.state[2] = imul(c ^ code, 0xc2b2ae3d) ^ (c >>> 15);
  }

  digest(): string {
    return this.state.map((part) => (part >>> 0).toString(16).padStart(8, "0")).join("");
  }
}

/** The fingerprint of a text. */
export function fingerprintText(text: string): string {
  const hasher = new Hasher();
  hasher.add(text);
  return hasher.digest();
}

/** The signs d, n, b and t, which tell the kinds of cells apart: the number 5 is not the text "5". */
const [DATE, NUMBER, BOOLEAN, TEXT] = [100, 110, 98, 116];

/** Adds one cell: the sign of its kind, then its text. */
function addCell(hasher: Hasher, cell: GridCell): void {
  if (typeof cell === "string") hasher.add(cell, TEXT);
  else if (typeof cell === "number") hasher.addNumber(cell, NUMBER);
  else if (isDateCell(cell)) hasher.addNumber(cell.serial, DATE);
  else hasher.add(String(cell), BOOLEAN);
}

/** Fingerprints by the rows that they are of: a run asks for those of a tab once for every locked month. */
const KNOWN = new WeakMap<Grid["rows"], { readonly formulas: Grid["formulas"]; readonly print: string }>();

/**
 * The fingerprint of a tab's content: its values, and its live formulas where they were read. Its
 * name, its looks, and blank rows and columns at the end do not count.
 */
export function fingerprintGrid(grid: Grid): string {
  const known = KNOWN.get(grid.rows);
  if (known && known.formulas === grid.formulas) return known.print;
  const print = computePrint(grid);
  KNOWN.set(grid.rows, { formulas: grid.formulas, print });
  return print;
}

function computePrint({ rows, formulas }: Grid): string {
  const hasher = new Hasher();
  let blankRows = 0;
  for (const row of rows) {
    let width = row.length;
    while (width > 0 && isBlank(row[width - 1])) width--;
    if (width === 0) {
      blankRows++;
      continue;
    }
    if (blankRows > 0) hasher.add(`r${blankRows}`);
    blankRows = 0;
    for (let column = 0; column < width; column++) addCell(hasher, row[column] ?? "");
    hasher.add("\n");
  }
  for (const [place, formula] of [...(formulas ?? [])].sort()) hasher.add(`${place} ${formula}`);
  return hasher.digest();
}
