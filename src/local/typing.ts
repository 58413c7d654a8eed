/**
 * What Sheets makes of a text that is typed, or written by `setValues`: a
 * number, a date, a formula, or just the text.
 */
import { serialOf } from "./serial.ts";

/** The outcome: a value or a formula, with the number format that the text implies. */
export interface Typed {
  readonly value?: string | number | boolean;
  readonly formula?: string;
  readonly format?: string;
}

type DateOrder = "mdy" | "dmy" | "ymd";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The order in which a locale writes day, month and year. */
export function dateOrder(locale: string): DateOrder {
  if (/^(zh|ja|ko|sv|hu|lt)/i.test(locale)) return "ymd";
  return /^en_(US|PH)$/i.test(locale) ? "mdy" : "dmy";
}

/** The format that a date gets in a cell without one. */
export function defaultDateFormat(locale: string, withTime: boolean): string {
  const date = { ymd: "yyyy-mm-dd", mdy: "m/d/yyyy", dmy: "dd/mm/yyyy" }[dateOrder(locale)];
  return withTime ? `${date} h:mm:ss` : date;
}

/** Full year of a typed one: two digits mean 1930 to 2029. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

function validDate(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1) return undefined;
  if (day > new Date(Date.UTC(2000, month, 0)).getUTCDate()) return undefined;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2 && day === 29 && !leap) return undefined;
  return serialOf({ year, month, day, hour: 0, minute: 0, second: 0 });
}

function parseNumericDate(text: string, order: DateOrder): number | undefined {
  const first = /^(\d{4})([-/.年])(\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  if (first) return validDate(Number(first[1]), Number(first[3]), Number(first[4]));
  const match = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/.exec(text);
  if (!match) return undefined;
  const [a, b, c] = [match[1] ?? "", match[2] ?? "", match[3] ?? ""];
  if (order === "ymd") return c.length === 2 ? validDate(fullYear(a), Number(b), Number(c)) : undefined;
  const [month, day] = order === "mdy" ? [a, b] : [b, a];
  return validDate(fullYear(c), Number(month), Number(day));
}

function parseNamedDate(text: string): number | undefined {
  const match =
    /^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/i.exec(text) ??
    /^(\d{1,2})[\s-]([a-z]{3,9})[\s-](\d{4}|\d{2})$/i.exec(text);
  if (!match) return undefined;
  const [, a = "", b = "", year = ""] = match;
  const [name, day] = /^\d/.test(a) ? [b, a] : [a, b];
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? undefined : validDate(fullYear(year), month, Number(day));
}

/** Days of a typed time; a time may pass 24 hours, which makes it a duration. */
function parseTime(text: string): number | undefined {
  const match = /^(\d{1,4}):(\d{2})(?::(\d{2}(?:\.\d{1,3})?))?(?:\s*(am|pm))?$/i.exec(text);
  if (!match) return undefined;
  const [, h = "0", m = "0", s = "0", half] = match;
  let hours = Number(h);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return undefined;
    hours = (hours % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
  }
  if (Number(m) > 59 || Number(s) >= 60) return undefined;
  return hours / 24 + Number(m) / 1440 + Number(s) / 86_400;
}

function timeFormat(days: number, text: string): string {
  if (days >= 1) return "[h]:mm:ss";
  if (/[ap]m$/i.test(text)) return "h:mm:ss am/pm";
  return text.split(":").length === 3 ? "h:mm:ss" : "h:mm";
}

function parseMoment(text: string, locale: string): Typed | undefined {
  const time = parseTime(text);
  if (time !== undefined) return { value: time, format: timeFormat(time, text) };
  const order = dateOrder(locale);
  const day = parseNumericDate(text, order) ?? parseNamedDate(text);
  if (day !== undefined) return { value: day, format: defaultDateFormat(locale, false) };
  const split = /^(.*\d日?)[ T]+(\d{1,2}:.*)$/.exec(text);
  const date = split && (parseNumericDate(split[1] ?? "", order) ?? parseNamedDate(split[1] ?? ""));
  const clock = split ? parseTime(split[2] ?? "") : undefined;
  if (date === undefined || date === null || clock === undefined || clock >= 1) return undefined;
  return { value: date + clock, format: defaultDateFormat(locale, true) };
}

function parseNumber(text: string): Typed | undefined {
  const match = /^(\()?([-+]?)([$¥€£]?)\s*([-+]?)((?:\d[\d, ]*)?(?:\.\d*)?(?:e[-+]?\d+)?)\s*(%?)(\))?$/i.exec(
    text,
  );
  if (!match || !/\d/.test(match[5] ?? "")) return undefined;
  const [, open, sign1 = "", currency = "", sign2 = "", digits = "", percent = "", close] = match;
  if ((open === undefined) !== (close === undefined) || (sign1 !== "" && sign2 !== "")) return undefined;
  if (/,\d{0,2}(?:,|\.|$|e)/i.test(digits) || /^,/.test(digits)) return undefined;
  const size = Number(digits.replace(/[, ]/g, ""));
  if (!Number.isFinite(size)) return undefined;
  const negative = open !== undefined || sign1 === "-" || sign2 === "-";
  // Dividing the parsed number would give 0.46119999999999994; the text with a shifted point does not.
  const exact = percent === "" ? size : Number(`${digits.replace(/[, ]/g, "")}e-2`);
  const value = Number.isNaN(exact) ? size / 100 : exact;
  return withFormat(negative ? -value : value, { digits, currency, percent });
}

function withFormat(value: number, text: { digits: string; currency: string; percent: string }): Typed {
  const decimals = text.digits.includes(".");
  if (text.percent !== "") return { value, format: decimals ? "0.00%" : "0%" };
  if (text.currency !== "") return { value, format: `"${text.currency}"#,##0${decimals ? ".00" : ""}` };
  if (/e/i.test(text.digits)) return { value, format: "0.00E+00" };
  if (text.digits.includes(",")) return { value, format: decimals ? "#,##0.00" : "#,##0" };
  return { value };
}

/**
 * What a cell holds after `text` was typed into it.
 *
 * `format` is the cell's number format: in a text cell (`@`) everything stays
 * as typed. Elsewhere `01234` is 1234, `=1+1` and `+1` are formulas, `12%` is
 * 0.12, dates follow the locale, and a leading apostrophe makes text.
 */
export function typeText(text: string, locale: string, format?: string): Typed {
  if (text === "") return {};
  if (format === "@") return { value: text };
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (text.startsWith("=") && text.length > 1) return { formula: text };
  if (text.startsWith("+") && text.length > 1) return { formula: `=${text}` };
  const bare = text.trim();
  if (/^(true|false)$/i.test(bare)) return { value: bare.toLowerCase() === "true" };
  return parseMoment(bare, locale) ?? parseNumber(bare) ?? { value: text };
}
