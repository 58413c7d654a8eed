import { readNumber } from "../engine/cell-number";
import { Exact } from "../engine/exact";
import { grouped, percent } from "../report/amounts";

/**
 * What a field's text means: nothing typed, a number (exact; `percent` where it was typed with a
 * percent sign and is already divided by 100), or a text that is no number.
 */
export type Typed =
  | { readonly kind: "blank" }
  | { readonly kind: "number"; readonly value: Exact; readonly percent: boolean }
  | { readonly kind: "unreadable" };

/** Reads a field as a cell of the sheet is read: `120 %` is 1.2, `1,200` is 1200, `12,5` is unreadable. */
export function parseTyped(text: string): Typed {
  if (text.trim() === "") return { kind: "blank" };
  const reading = readNumber(text.trim().replace(/\s+(?=[%％])/, ""));
  if (reading.kind !== "value") return { kind: "unreadable" };
  return { kind: "number", value: reading.value, percent: reading.percent };
}

/** The number in a field, or null for a blank and for a text that is no number. */
export function numberIn(text: string): Exact | null {
  const typed = parseTyped(text);
  return typed.kind === "number" ? typed.value : null;
}

/** A number in the same dress as a text beside it: as a percentage where that one has a percent sign. */
export function showLike(value: Exact, sample: string): string {
  const typed = parseTyped(sample);
  return typed.kind === "number" && typed.percent ? percent(value) : grouped(value.toText(6));
}

/** An amount in yuan from a decimal text, with thousands and two decimals: `2464` is `2,464.00`. */
export function showMoney(decimal: string): string {
  const value = Exact.parse(decimal);
  return value ? grouped(value.toFixed(2)) : decimal;
}

/** A score or points from a decimal text with two decimals; what is no number stays as it is. */
export const showPoints = showMoney;

/** The sign of a decimal text: 1, 0 or -1; 0 for what is no number. */
export function signOf(decimal: string): number {
  return Exact.parse(decimal)?.sign() ?? 0;
}

/** A difference without its sign, for `▲ 692.60`. */
export function showSize(decimal: string): string {
  const value = Exact.parse(decimal);
  return value ? grouped(value.abs().toFixed(2)) : decimal;
}

/**
 * The first day of a version as typed: `2026-11` (its first day), `2026-11-05`, `2026年11月`; null for
 * a blank, which means always; undefined for what is no month or day.
 */
export function parseFrom(text: string): string | null | undefined {
  const typed = text.trim();
  if (typed === "") return null;
  const match = /^(\d{4})[-/.年]?(\d{1,2})(?:[-/.月](\d{1,2})日?|月)?$/.exec(typed);
  if (!match) return undefined;
  const [, year = "", month = "", day = "1"] = match;
  const isMonth = Number(month) >= 1 && Number(month) <= 12;
  if (!isMonth || Number(day) < 1 || Number(day) > lastDayOf(Number(year), Number(month))) return undefined;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function lastDayOf(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
