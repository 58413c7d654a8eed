import { type Day, dayFromParts, type Month, monthFromParts, monthOfDay, parseMonth } from "./calendar";
import { halfWidth, isSpace, MISSING, missingMark, type Reading, unreadable } from "./cell-reading";
import { dayOf, type GridCell, isDateCell } from "./grid";

/** The order of day and month in dates such as `3/4/2026`. */
export type DateOrder = "mdy" | "dmy";

/** A date with its time of day. */
export interface DateReading {
  readonly day: Day;
  /** Seconds since midnight; 0 where the cell has no time. */
  readonly seconds: number;
}

/** A span of days, both inside. */
export interface DayRange {
  readonly first: Day;
  readonly last: Day;
}

const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 80_000;
const FIRST_REAL_DATE = 366;
const SECONDS_PER_DAY = 86_400;
/** Two-digit years below this are of the 2000s. */
const CENTURY_TURN = 70;
const LONGEST_DATE = 40;

/** Scratch record of the three numbers of a date text and their digits. */
const parts = { a: 0, b: 0, c: 0, lengthA: 0, lengthC: 0, separator: 0, end: 0 };
const YEAR_SIGN = 0x5e74; // 年
const MONTH_SIGN = 0x6708; // 月
const DAY_SIGNS = new Set([0x65e5, 0x53f7, 0x865f]); // 日 号 號
const TIME = /^(?:t|\s+|)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:\s*([ap])m)?$/;

/**
 * Reads a cell as a date (DOMAIN B.10): a date cell, an Excel serial from 20000 to 80000, the
 * number or text 20260419, or a text such as `2026-04-19`, `2026/4/9`, `2026年4月19日`, with or
 * without a time. `3/4/2026` needs the order of its column (see `dateOrder`); without one only a
 * part above 12 settles it. A day that is not in the calendar is unreadable.
 */
export function readDate(cell: GridCell, order?: DateOrder): Reading<DateReading> {
  if (typeof cell === "string") return readDateText(cell, order);
  if (typeof cell === "number") return readDateNumber(cell);
  if (!isDateCell(cell)) return unreadable("cell-not-date", cell ? "TRUE" : "FALSE");
  if (cell.serial < FIRST_REAL_DATE) return unreadable("cell-time-only", "");
  return serialDate(cell.serial);
}

function found(day: Day, seconds: number): Reading<DateReading> {
  return { kind: "value", value: { day, seconds }, percent: false };
}

function serialDate(serial: number): Reading<DateReading> {
  const day = dayOf({ serial });
  return found(day, Math.round((serial - day) * SECONDS_PER_DAY));
}

function readDateNumber(value: number): Reading<DateReading> {
  if (value >= FIRST_SERIAL && value <= LAST_SERIAL) return serialDate(value);
  const day = Number.isInteger(value) ? compactDay(value) : null;
  return day === null ? unreadable("cell-not-date", String(value)) : found(day, 0);
}

function compactDay(value: number): Day | null {
  return dayFromParts(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100);
}

function readDateText(text: string, order?: DateOrder): Reading<DateReading> {
  let from = 0;
  let end = text.length;
  while (from < end && isSpace(text.charCodeAt(from))) from++;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
  if (from === end) return MISSING;
  const mark = missingMark(text, from, end);
  if (mark) return mark;
  if (end - from > LONGEST_DATE || !scanParts(text, from, end)) return unreadable("cell-not-date", text);
  const seconds = parts.end === end ? 0 : timeOfDay(text.slice(parts.end, end));
  if (seconds === null) return unreadable("cell-not-date", text);
  if (parts.lengthA === 4) return yearFirst(text, seconds);
  if (parts.separator === 0) return compactText(text, seconds);
  return yearLast(text, seconds, order);
}

function yearFirst(text: string, seconds: number): Reading<DateReading> {
  const day = dayFromParts(parts.a, parts.b, parts.c);
  return day === null ? unreadable("cell-no-such-day", text) : found(day, seconds);
}

function compactText(text: string, seconds: number): Reading<DateReading> {
  const day = compactDay(parts.a);
  return day === null ? unreadable("cell-no-such-day", text) : found(day, seconds);
}

function yearLast(text: string, seconds: number, given?: DateOrder): Reading<DateReading> {
  const order = given ?? orderOfParts();
  if (order === null) return unreadable("cell-date-order", text, bothReadings());
  const day = dayIn(order);
  return day === null ? unreadable("cell-no-such-day", text) : found(day, seconds);
}

function dayIn(order: DateOrder): Day | null {
  const year = fullYear();
  return order === "mdy" ? dayFromParts(year, parts.a, parts.b) : dayFromParts(year, parts.b, parts.a);
}

function fullYear(): number {
  if (parts.lengthC === 4) return parts.c;
  return parts.c < CENTURY_TURN ? 2000 + parts.c : 1900 + parts.c;
}

/** The order that a date settles on its own; where day and month are one number any order does. */
function orderOfParts(): DateOrder | null {
  if (parts.a > 12 && parts.b <= 12) return "dmy";
  return parts.b > 12 || parts.a === parts.b ? "mdy" : null;
}

function bothReadings(): Readonly<Record<string, string>> {
  const two = (part: number) => String(part).padStart(2, "0");
  const year = fullYear();
  return {
    monthFirst: `${year}-${two(parts.a)}-${two(parts.b)}`,
    dayFirst: `${year}-${two(parts.b)}-${two(parts.a)}`,
  };
}

/** Scans up to three numbers with one kind of separator; false where the text is no date. */
function scanParts(text: string, from: number, end: number): boolean {
  let at = scanPart(text, from, end);
  parts.a = part.value;
  parts.lengthA = part.length;
  parts.separator = 0;
  parts.end = at;
  if (part.length === 8) return at === end || !isDigit(text, at);
  const first = at < end ? halfWidth(text.charCodeAt(at)) : 0;
  if (part.length === 0 || !isSeparator(first)) return false;
  at = scanPart(text, at + 1, end);
  parts.b = part.value;
  const second = at < end ? halfWidth(text.charCodeAt(at)) : 0;
  if (part.length < 1 || part.length > 2 || second !== (first === YEAR_SIGN ? MONTH_SIGN : first))
    return false;
  at = scanPart(text, at + 1, end);
  parts.c = part.value;
  parts.lengthC = part.length;
  parts.separator = first;
  if (first === YEAR_SIGN && at < end && DAY_SIGNS.has(text.charCodeAt(at))) at++;
  parts.end = at;
  return hasDateShape();
}

/** Year first with four digits, or last with four; two digits only in the form 3/20/20. */
function hasDateShape(): boolean {
  if (parts.lengthA === 4) return parts.lengthC >= 1 && parts.lengthC <= 2;
  if (parts.separator === YEAR_SIGN || parts.lengthA > 2) return false;
  return parts.lengthC === 4 || (parts.lengthC === 2 && parts.separator === 47);
}

const part = { value: 0, length: 0 };

function scanPart(text: string, from: number, end: number): number {
  part.value = 0;
  let at = from;
  for (; at < end && isDigit(text, at); at++)
    part.value = part.value * 10 + halfWidth(text.charCodeAt(at)) - 48;
  part.length = at - from;
  return at;
}

function isDigit(text: string, at: number): boolean {
  const code = halfWidth(text.charCodeAt(at));
  return code >= 48 && code <= 57;
}

/** `-`, `/`, `.` or 年. */
function isSeparator(code: number): boolean {
  return code === 45 || code === 47 || code === 46 || code === YEAR_SIGN;
}

function timeOfDay(text: string): number | null {
  const match = TIME.exec(text.normalize("NFKC").toLowerCase());
  if (!match) return null;
  const [, hourText, minuteText, secondText = "0", half] = match;
  const [hour, minute, second] = [Number(hourText), Number(minuteText), Number(secondText)];
  if (minute > 59 || second > 59 || hour > (half ? 12 : 23) || (half && hour === 0)) return null;
  const hours = half ? (hour % 12) + (half === "p" ? 12 : 0) : hour;
  return hours * 3600 + minute * 60 + second;
}

/** Most columns of dates are written so; what follows needs no order, whatever it is. */
const YEAR_FIRST = /^\d{4}\D/;

/**
 * The order of day and month in a column: any part above 12 settles it. `none`: no cell needs an
 * order. `unsettled`: no cell settles it. `contradictory`: some say month first, some day first.
 */
export function dateOrder(cells: Iterable<GridCell>): DateOrder | "none" | "unsettled" | "contradictory" {
  const seen = { mdy: false, dmy: false, open: false };
  for (const cell of cells) {
    if (typeof cell !== "string" || cell.length > LONGEST_DATE || YEAR_FIRST.test(cell)) continue;
    const text = cell.trim();
    if (!scanParts(text, 0, text.length) || parts.lengthA === 4 || parts.separator === 0) continue;
    if (parts.a === parts.b) continue;
    const order = orderOfParts();
    if (order === null) seen.open = true;
    else seen[order] = true;
  }
  if (seen.mdy && seen.dmy) return "contradictory";
  if (seen.mdy) return "mdy";
  if (seen.dmy) return "dmy";
  return seen.open ? "unsettled" : "none";
}

/**
 * Reads a cell as a month (READINGS 3.5): any date in it, or `2026-10`, `2026/10`, `202610`,
 * `2026年10月`, as text or number.
 */
export function readMonth(cell: GridCell, order?: DateOrder): Reading<Month> {
  const month =
    typeof cell === "string" ? parseMonth(cell) : typeof cell === "number" ? compactMonth(cell) : null;
  if (month) return { kind: "value", value: month, percent: false };
  const date = readDate(cell, order);
  if (date.kind === "value") return { kind: "value", value: monthOfDay(date.value.day), percent: false };
  const plain = date.kind === "unreadable" && date.problem.code === "cell-not-date";
  return plain ? unreadable("cell-not-month", String(cell)) : date;
}

function compactMonth(value: number): Month | null {
  const isCompact = Number.isInteger(value) && value >= 190_001 && value <= 999_912;
  return isCompact ? monthFromParts(Math.floor(value / 100), value % 100) : null;
}

const FULL_DATE =
  /(?<!\d)(\d{4})(?:([-/._])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})|(\d{2})(\d{2}))(?!\d)/g;
const YEAR_MONTH = /(?<!\d)(\d{4})(?:[-/._](\d{1,2})|年(\d{1,2})月|(\d{2}))(?!\d)/g;
const MONTH_NAMES = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const NAMED_MONTH =
  /(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s._,-]*(\d{4})(?!\d)|(?<!\d)(\d{4})[\s._-]*(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?![a-z])/g;
const LONGEST_TITLE = 500;

/**
 * The days that a tab's name, a file's name or a title line states: `2026-04-19至2026-04-19`,
 * `20260809_20260809`, `2026-10-01~2026-10-31`, one day, or a month (`2026-10`, `October 2026`).
 * Null where it states none, or more than two dates.
 */
export function readRange(text: string): DayRange | null {
  const plain = text.slice(0, LONGEST_TITLE).normalize("NFKC").toLowerCase();
  const days = [...plain.matchAll(FULL_DATE)].map(([, year, , m1, d1, m2, d2, m3, d3]) =>
    dayFromParts(Number(year), Number(m1 ?? m2 ?? m3), Number(d1 ?? d2 ?? d3)),
  );
  if (days.length > 0) return rangeOf(days.map((day) => day && { first: day, last: day }));
  const months = [...plain.matchAll(YEAR_MONTH)].map(([, year, m1, m2, m3]) =>
    monthFromParts(Number(year), Number(m1 ?? m2 ?? m3)),
  );
  if (months.length > 0) return rangeOf(months);
  const named = [...plain.matchAll(NAMED_MONTH)].map(([, m1, y1, y2, m2]) =>
    monthFromParts(Number(y1 ?? y2), MONTH_NAMES.indexOf(m1 ?? m2 ?? "") + 1),
  );
  return rangeOf(named);
}

function rangeOf(spans: readonly (DayRange | null | 0)[]): DayRange | null {
  const [first, second = first] = spans;
  if (!first || !second || spans.length > 2 || second.first < first.first) return null;
  return { first: first.first, last: second.last };
}
