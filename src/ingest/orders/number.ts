import { type GridCell, isDateCell } from "../../engine/grid";

/** What a cell says as an order number. */
export type OrderNumber =
  | { readonly kind: "number"; readonly key: string }
  /** A spreadsheet made a number of it and lost its last digits: it names no order any more. */
  | { readonly kind: "lost"; readonly text: string }
  | { readonly kind: "missing" };

const MISSING: OrderNumber = { kind: "missing" };
const SAFE = 2 ** 53;
/** Digits that a spreadsheet keeps of a number. */
const KEPT_DIGITS = 15;
const WRAPPING = /^[\s='"‘’“”\u200b\ufeff]+|[\s'"‘’“”\u200b\ufeff]+$/g;
const EXPONENT = /^\d(?:\.\d+)?e\+?\d+$/i;

/**
 * Reads a cell as an order number: `="123…"`, `'123…` and plain digits are the same number. A
 * number cell of more than 15 digits that ends in 0 or lies beyond what a number can hold exactly,
 * and a text such as `1.23E+18`, have lost their last digits (DOMAIN B.10).
 */
export function readOrderNumber(cell: GridCell | undefined): OrderNumber {
  if (typeof cell === "number") return readNumeric(cell);
  if (cell === undefined || typeof cell === "boolean" || isDateCell(cell)) return MISSING;
  const text = cell.normalize("NFKC").replace(WRAPPING, "");
  if (text === "" || /^[-—/]+$/.test(text)) return MISSING;
  if (EXPONENT.test(text)) return { kind: "lost", text };
  return { kind: "number", key: text.toUpperCase() };
}

function readNumeric(value: number): OrderNumber {
  if (!Number.isFinite(value) || value <= 0) return MISSING;
  const isLong = value >= 10 ** KEPT_DIGITS;
  if (isLong && (value >= SAFE || value % 10 === 0)) {
    return { kind: "lost", text: BigInt(Math.round(value)).toString() };
  }
  return { kind: "number", key: String(value) };
}

const LONG_ROUND = /^\d{13,}000$/;
const LONG = /^\d{16,}$/;

/**
 * True where the texts of a column are numbers whose last digits were lost before they became
 * text: most of its long numbers end in 000, which by chance one in a thousand does.
 */
export function isRounded(cells: Iterable<GridCell>): boolean {
  let long = 0;
  let round = 0;
  for (const cell of cells) {
    if (typeof cell !== "string") continue;
    const text = cell.replace(WRAPPING, "");
    if (LONG.test(text)) long++;
    if (LONG_ROUND.test(text)) round++;
  }
  return round > 1 && round * 2 > long;
}

const DATED_NUMBER = /^(\d\d)(\d\d)(\d\d)-\d{6,}$/;

/** The date that a Pinduoduo order number begins with (`261003-123…`), as year, month and day. */
export function dateInNumber(key: string): readonly [year: number, month: number, day: number] | null {
  const match = DATED_NUMBER.exec(key);
  return match ? [2000 + Number(match[1]), Number(match[2]), Number(match[3])] : null;
}
