import { type Day, dayFromParts } from "../../engine/calendar";
import { type DateOrder, readDate } from "../../engine/cell";
import { type GridCell, isDateCell } from "../../engine/grid";
import { timeOf } from "./model";

/** A cell without a time: blank, or a mark for missing data. */
export const NO_TIME = -1;
/** A cell that is present but is no time. */
export const BAD_TIME = -2;

const SECONDS_PER_DAY = 86_400;
/** Date cells below this serial are times of day. */
const FIRST_REAL_DATE = 366;
const YEAR_SIGN = 0x5e74; // 年
const MONTH_SIGN = 0x6708; // 月
const DAY_SIGN = 0x65e5; // 日
const WIDE_COLON = 0xff1a;
const WIDE_SPACE = 0x3000;

/** Scratch record of the time found last: one for all lines, because a million small objects would cost more than the scan. */
export const found = { start: 0, end: 0, time: 0 };

const knownDays = new Map<number, Day | null>();

/** The day of a date, looked up by its parts: chats have few days and many lines. */
function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  const key = (year * 100 + month) * 100 + dayOfMonth;
  let day = knownDays.get(key);
  if (day === undefined) {
    day = dayFromParts(year, month, dayOfMonth);
    knownDays.set(key, day);
  }
  return day;
}

const number = { value: 0, end: 0 };

/** Reads up to `most` digits into the scratch record; false where there is none. */
function scanNumber(text: string, from: number, most: number): boolean {
  let at = from;
  let value = 0;
  for (; at < text.length && at - from < most; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) break;
    value = value * 10 + code - 48;
  }
  number.value = value;
  number.end = at;
  return at > from;
}

function isSeparator(code: number): boolean {
  return code === 45 || code === 47 || code === 46 || code === YEAR_SIGN;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0 || code === WIDE_SPACE || code === 0xfeff;
}

/**
 * Reads `2026-10-01 9:03:04` from a position on: four digits of the year, `-`, `/`, `.` or 年月日,
 * no padding needed, `T` or blanks before the time, seconds may be missing. The result is in
 * `found`; false where the text has no such time there.
 */
function scanTimeAt(text: string, from: number): boolean {
  if (!scanNumber(text, from, 4) || number.end - from !== 4) return false;
  const year = number.value;
  const separator = text.charCodeAt(number.end);
  if (!isSeparator(separator) || !scanNumber(text, number.end + 1, 2)) return false;
  const month = number.value;
  const second = separator === YEAR_SIGN ? MONTH_SIGN : separator;
  if (text.charCodeAt(number.end) !== second || !scanNumber(text, number.end + 1, 2)) return false;
  const day = dayOf(year, month, number.value);
  let at = number.end;
  if (text.charCodeAt(at) === DAY_SIGN) at++;
  while (at < text.length && (isBlank(text.charCodeAt(at)) || text.charCodeAt(at) === 84)) at++;
  const seconds = scanClockAt(text, at);
  if (day === null || seconds < 0 || isTorn(text, number.end)) return false;
  found.start = from;
  found.end = number.end;
  found.time = timeOf(day, seconds);
  return true;
}

/** What a damaged clock goes on with behind the part that can be read: `20:0` of `20:0?:30`. */
const TORN = /[\dOoIl?*#]*[:：]\d/y;
const LOST_DIGITS = "OoIl?*#";

/** True where a clock that ends before a position does not end there. */
function isTorn(text: string, end: number): boolean {
  if (end >= text.length || isBlank(text.charCodeAt(end))) return false;
  const isOneDigit = isColon(text.charCodeAt(end - 2));
  TORN.lastIndex = end;
  return (isOneDigit && LOST_DIGITS.includes(text.charAt(end))) || TORN.test(text);
}

/** Seconds since midnight of `9:03:04` or `9:03` from a position on, or -1; `number.end` is after it. */
function scanClockAt(text: string, from: number): number {
  if (!scanNumber(text, from, 2) || number.value > 23) return -1;
  const hour = number.value;
  if (!isColon(text.charCodeAt(number.end)) || !scanNumber(text, number.end + 1, 2)) return -1;
  const minute = number.value;
  const end = number.end;
  let second = 0;
  if (isColon(text.charCodeAt(end)) && scanNumber(text, end + 1, 2)) second = number.value;
  else number.end = end;
  if (text.charCodeAt(number.end) === 46) scanNumber(text, number.end + 1, 6);
  return minute > 59 || second > 59 ? -1 : hour * 3600 + minute * 60 + second;
}

function isColon(code: number): boolean {
  return code === 58 || code === WIDE_COLON;
}

/** Finds the first time in a text, glued to what stands before it or not; the result is in `found`. */
export function findTime(text: string): boolean {
  for (let at = 4; at < text.length - 4; at++) {
    if (isSeparator(text.charCodeAt(at)) && isYearBefore(text, at) && scanTimeAt(text, at - 4)) return true;
  }
  return false;
}

/** A year of 1900 to 2099 stands before a position. */
function isYearBefore(text: string, at: number): boolean {
  const first = text.charCodeAt(at - 4);
  const second = text.charCodeAt(at - 3);
  return (first === 50 && second === 48) || (first === 49 && second === 57);
}

/**
 * The time of a cell in seconds since 1970, `NO_TIME` for a blank, `BAD_TIME` for anything that is
 * no date with a time. A date without a time is its midnight.
 *
 * @param order of day and month in the column, where a text does not settle it.
 */
export function timeOfCell(cell: GridCell | undefined, order?: DateOrder): number {
  if (typeof cell === "object") return timeOfSerial(cell.serial);
  if (cell === undefined || cell === "") return NO_TIME;
  if (typeof cell === "string" && scanTimeAt(cell, 0) && found.end === cell.length) return found.time;
  const date = readDate(cell, order);
  if (date.kind === "missing") return NO_TIME;
  return date.kind === "value" ? timeOf(date.value.day, date.value.seconds) : BAD_TIME;
}

function timeOfSerial(serial: number): number {
  return serial < FIRST_REAL_DATE ? BAD_TIME : timeOf(0, Math.round(serial * SECONDS_PER_DAY));
}

/** Seconds since midnight of a cell that holds a time of day: `9:03:04`, a time cell, a fraction. */
export function clockOfCell(cell: GridCell | undefined): number {
  const fraction = isDateCell(cell) ? cell.serial : cell;
  if (typeof fraction === "number") {
    return Math.round((fraction - Math.floor(fraction)) * SECONDS_PER_DAY) % SECONDS_PER_DAY;
  }
  if (typeof fraction !== "string") return BAD_TIME;
  const text = fraction.trim();
  if (text === "") return NO_TIME;
  const seconds = scanClockAt(text, 0);
  if (seconds >= 0 && number.end === text.length) return seconds;
  const whole = timeOfCell(cell);
  return whole >= 0 ? whole % SECONDS_PER_DAY : BAD_TIME;
}
