import {
  halfWidth,
  isSpace,
  MISSING,
  missingMark,
  type Reading,
  unreadable,
  type ValueReading,
} from "./cell-reading";
import { Exact } from "./exact";
import type { GridCell } from "./grid";

const COMMA = 44;
const POINT = 46;
const PERCENT = 37;
const PLUS = 43;
const MINUS = 45;
const MINUS_SIGN = 0x2212;
const OPEN = 40;
const CLOSE = 41;
const YUAN_SIGN = 0xa5;
const WIDE_YUAN_SIGN = 0xffe5;
const YUAN = 0x5143; // 元
const TEN_THOUSAND = new Set([0x4e07, 0x842c]); // 万 萬
const HUNDRED_MILLION = new Set([0x4ebf, 0x5104]); // 亿 億
/** The least number of so many digits: a group of thousands does not begin with 0. */
const SMALLEST = [1, 1, 10, 100];
/** So many digits always fit into a double without loss. */
const SAFE_DIGITS = 15;

type Fault = "" | "grouping" | "points";

/**
 * Scratch record of the digits scanned last. One record is reused for all cells, because two
 * million small objects a run would cost more than the scan itself.
 */
const numeral = { value: 0, digits: 0, places: 0, end: 0, fault: "" as Fault };

/** Scratch record of what stands before and after the digits. */
const dress = { negative: false, bracket: false, signed: false, currency: false, power: 0, percent: false };

/**
 * Reads a cell as a number, exactly (DOMAIN B.10). Commas count only where they group thousands;
 * `%` divides by 100; brackets mean below zero; `万` and `亿` multiply. A blank or a mark such as
 * `--` is missing, never 0. Text beyond these forms, booleans, dates and spreadsheet errors are
 * unreadable. Examples: `"1,234.50元"` is 1234.5, `"98％"` is 0.98, `"12,5"` is unreadable.
 */
export function readNumber(cell: GridCell): Reading<Exact> {
  if (typeof cell === "number") return readPlainNumber(cell);
  if (typeof cell === "string") return readNumberText(cell);
  if (typeof cell === "boolean") return unreadable("cell-boolean", cell ? "TRUE" : "FALSE");
  return unreadable("cell-is-date", "");
}

/** Most figures of an export are small counts: their readings are made once and shared. */
const SMALL_COUNTS: ValueReading<Exact>[] = [];
const FIRST_LARGE_COUNT = 1024;

function readPlainNumber(cell: number): Reading<Exact> {
  if (cell >= 0 && cell < FIRST_LARGE_COUNT && Number.isInteger(cell)) {
    const known = SMALL_COUNTS[cell];
    if (known) return known;
    const reading: ValueReading<Exact> = { kind: "value", value: Exact.integer(cell + 0), percent: false };
    SMALL_COUNTS[cell] = reading;
    return reading;
  }
  if (!Number.isFinite(cell)) return unreadable("cell-text", String(cell));
  return { kind: "value", value: Exact.fromNumber(cell), percent: false };
}

/** Digits with at most a minus in front, one point and a percent sign: most cells, in one short loop. */
function readSimple(text: string): Reading<Exact> | null {
  const end = text.length;
  const isNegative = text.charCodeAt(0) === MINUS;
  let at = isNegative ? 1 : 0;
  if (end > SAFE_DIGITS || at === end) return null;
  let value = 0;
  let point = -1;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) value = value * 10 + (code - 48);
    else if (code === POINT && point < 0) point = at;
    else break;
  }
  const percent = at === end - 1 && text.charCodeAt(at) === PERCENT;
  const digits = at - (isNegative ? 1 : 0) - (point < 0 ? 0 : 1);
  if (digits === 0 || (at < end && !percent)) return null;
  const places = (point < 0 ? 0 : at - point - 1) + (percent ? 2 : 0);
  const size = isNegative && value !== 0 ? -value : value;
  return { kind: "value", value: Exact.scaled(size, places), percent };
}

function readNumberText(text: string): Reading<Exact> {
  return readSimple(text) ?? readDressed(text);
}

/** Digits beyond which a text is an identifier or a slip, and no amount, count or rate. */
const LONGEST_NUMBER = 100;

function readDressed(text: string): Reading<Exact> {
  let from = 0;
  let end = text.length;
  while (from < end && isSpace(text.charCodeAt(from))) from++;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
  if (from === end) return MISSING;
  const first = text.charCodeAt(from);
  if (first < 48 || first > 57) {
    const mark = missingMark(text, from, end);
    if (mark) return mark;
  }
  scanNumeral(text, scanBefore(text, from, end), end);
  if (numeral.digits > LONGEST_NUMBER) return unreadable("cell-text", text.slice(from, end));
  if (numeral.digits === 0 || numeral.fault !== "" || !scanAfter(text, end)) return explain(text, from, end);
  return { kind: "value", value: numeralValue(text, from), percent: dress.percent };
}

/** Scans sign, bracket and currency sign; gives the position of the first digit. */
function scanBefore(text: string, from: number, end: number): number {
  dress.negative = dress.bracket = dress.signed = dress.currency = false;
  let at = from;
  for (; at < end; at++) {
    const code = halfWidth(text.charCodeAt(at));
    if ((code === MINUS || code === MINUS_SIGN || code === PLUS) && !dress.signed) {
      dress.signed = true;
      dress.negative = code !== PLUS;
    } else if (code === OPEN && !dress.bracket) dress.bracket = true;
    else if ((code === YUAN_SIGN || code === WIDE_YUAN_SIGN) && !dress.currency) dress.currency = true;
    else if (!isSpace(code)) break;
  }
  return at;
}

/** Scans digits, thousands commas and the decimal point into the scratch record. */
function scanNumeral(text: string, from: number, end: number): void {
  let value = 0;
  let digits = 0;
  let places = -1;
  let group = 0;
  let commas = 0;
  let fault: Fault = "";
  let at = from;
  for (; at < end; at++) {
    const code = halfWidth(text.charCodeAt(at));
    if (code >= 48 && code <= 57) {
      value = value * 10 + (code - 48);
      digits++;
      if (places >= 0) places++;
      else group++;
    } else if (code === COMMA) {
      const fits = commas === 0 ? group >= 1 && group <= 3 && value >= (SMALLEST[group] ?? 0) : group === 3;
      if (!fits || places >= 0) fault ||= "grouping";
      commas++;
      group = 0;
    } else if (code === POINT) {
      if (places >= 0) fault = "points";
      places = 0;
    } else break;
  }
  if (commas > 0 && group !== 3) fault ||= "grouping";
  numeral.value = value;
  numeral.digits = digits;
  numeral.places = places < 0 ? 0 : places;
  numeral.end = at;
  numeral.fault = fault;
}

/** Scans the unit and the closing bracket; false where something else follows the digits. */
function scanAfter(text: string, end: number): boolean {
  let at = numeral.end;
  dress.power = 0;
  dress.percent = false;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  let code = at < end ? halfWidth(text.charCodeAt(at)) : 0;
  if (code === PERCENT && !dress.currency) {
    dress.percent = true;
    dress.power = -2;
    at++;
  } else if (code > 255) {
    if (TEN_THOUSAND.has(code)) dress.power = 4;
    else if (HUNDRED_MILLION.has(code)) dress.power = 8;
    if (dress.power > 0) at++;
    if (at < end && text.charCodeAt(at) === YUAN) at++;
  }
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  if (dress.bracket) {
    code = at < end ? halfWidth(text.charCodeAt(at)) : 0;
    if (code !== CLOSE || dress.signed) return false;
    dress.negative = true;
    at++;
  }
  return at === end;
}

function numeralValue(text: string, from: number): Exact {
  const places = numeral.places - dress.power;
  if (numeral.digits > SAFE_DIGITS) return longValue(text.slice(from, numeral.end), places);
  const size = dress.negative && numeral.value !== 0 ? -numeral.value : numeral.value;
  if (places >= 0) return Exact.scaled(size, places);
  const whole = size * 10 ** -places;
  if (Number.isSafeInteger(whole)) return Exact.integer(whole);
  return Exact.integer(size).times(Exact.integer(10 ** -places));
}

function longValue(text: string, places: number): Exact {
  const digits = text.normalize("NFKC").replace(/\D/g, "");
  const value = Exact.parse(`${dress.negative ? "-" : ""}${digits}e${-places}`);
  if (!value) throw new Error("digits are a number");
  return value;
}

const LONGEST_UNIT = 6;

/** Why a text is not a number, from what the scan left behind. */
function explain(text: string, from: number, end: number): Reading<Exact> {
  const shown = from === 0 && end === text.length ? text : text.slice(from, end);
  if (text.charCodeAt(from) === 35) return unreadable("cell-error", shown);
  if (numeral.digits === 0) return unreadable("cell-text", shown);
  if (numeral.end === end) {
    if (numeral.fault === "points") return unreadable("cell-points", shown);
    return numeral.fault === "grouping" ? explainCommas(shown) : unreadable("cell-text", shown);
  }
  if (numeral.fault !== "" || dress.bracket) return unreadable("cell-text", shown);
  if (isExponent(text, numeral.end, end)) return unreadable("cell-exponent", shown);
  if (!isUnit(text, numeral.end, end)) return unreadable("cell-text", shown);
  return unreadable("cell-unit", shown, { number: text.slice(from, numeral.end).trim() });
}

/** `e5`, `E+18`, `e5元`: what is left of a number that was shortened for display. */
function isExponent(text: string, from: number, end: number): boolean {
  const letter = text.charCodeAt(from) | 32;
  return letter === 101 && /^e[+-]?\d+\D*$/i.test(text.slice(from, end));
}

/** A short word after the digits; more digits, dashes, dots and brackets are no unit. */
function isUnit(text: string, from: number, end: number): boolean {
  if (end - from > LONGEST_UNIT) return false;
  let at = from;
  while (isSpace(text.charCodeAt(at))) at++;
  const code = halfWidth(text.charCodeAt(at));
  if (code <= 58 && code >= CLOSE) return false;
  for (; at < end; at++) if (isDigit(halfWidth(text.charCodeAt(at)))) return false;
  return true;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** One comma between plain digits may be a decimal point or a slip; anything else is a muddle. */
function explainCommas(text: string): Reading<Exact> {
  const plain =
    text.charCodeAt(text.length - 1) < 128 && !text.includes("，") ? text : text.normalize("NFKC");
  const comma = plain.indexOf(",");
  const before = plain.slice(0, comma).replace("¥", "");
  const after = plain.slice(comma + 1);
  const isMuddled = after.includes(",") || plain.includes(".") || /^0\d/.test(before);
  if (before === "" || after === "" || isMuddled) {
    return unreadable("cell-commas", text);
  }
  return unreadable("cell-comma", text, { decimal: `${before}.${after}`, whole: dropZeros(before + after) });
}

function dropZeros(digits: string): string {
  return digits.charCodeAt(0) === 48 ? digits.replace(/^0+(?=\d)/, "") : digits;
}
