/** A calendar day: whole days since 1899-12-30, as a spreadsheet counts them. */
export type Day = number;

/** A calendar month with its first and last day, both inside. */
export interface Month {
  /** `2026-10` */
  readonly text: string;
  readonly first: Day;
  readonly last: Day;
  /** Number of days, 28 to 31. */
  readonly days: number;
}

const MS_PER_DAY = 86_400_000;
/** Serial of 1970-01-01. */
const UNIX_EPOCH_DAY = 25_569;

/** The day of a year, month (1 to 12) and day of month, or null where there is no such day. */
export function dayFromParts(year: number, month: number, dayOfMonth: number): Day | null {
  if (month < 1 || month > 12 || dayOfMonth < 1 || year < 1900 || year > 9999) return null;
  const ms = Date.UTC(year, month - 1, dayOfMonth);
  const date = new Date(ms);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== dayOfMonth) return null;
  return ms / MS_PER_DAY + UNIX_EPOCH_DAY;
}

/** `2026-10-03` of a day. */
export function isoOfDay(day: Day): string {
  return new Date((day - UNIX_EPOCH_DAY) * MS_PER_DAY).toISOString().slice(0, 10);
}

/** `2026-10-01 – 2026-10-31` of the days between two, both inside; `2026-10-01` of one day alone. */
export function showRange({ first, last }: { readonly first: Day; readonly last: Day }): string {
  return first === last ? isoOfDay(first) : `${isoOfDay(first)} – ${isoOfDay(last)}`;
}

/** The month with this year and number (1 to 12), or null where there is none. */
export function monthFromParts(year: number, month: number): Month | null {
  const first = dayFromParts(year, month, 1);
  if (first === null) return null;
  const next = month === 12 ? dayFromParts(year + 1, 1, 1) : dayFromParts(year, month + 1, 1);
  if (next === null) return null;
  const text = `${year}-${String(month).padStart(2, "0")}`;
  return { text, first, last: next - 1, days: next - first };
}

/** The month that a day lies in. */
export function monthOfDay(day: Day): Month {
  const [year, month] = isoOfDay(day).split("-").map(Number);
  const found = monthFromParts(year ?? 0, month ?? 0);
  if (!found) throw new Error(`no month for day ${day}`);
  return found;
}

/**
 * A month from text: `2026-10`, `2026/10`, `2026.10`, `202610`, `2026年10月`; null for anything
 * else. Dates are read by the ingest part; a date cell's month is `monthOfDay`.
 */
export function parseMonth(text: string): Month | null {
  const match = /^(\d{4})(?:[-/.年]\s*(\d{1,2})\s*月?|(\d{2}))$/.exec(text.normalize("NFKC").trim());
  if (!match) return null;
  return monthFromParts(Number(match[1]), Number(match[2] ?? match[3]));
}
