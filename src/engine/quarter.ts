import { type Day, type Month, monthFromParts, parseMonth } from "./calendar";
import { QUARTER_MONTHS } from "./grades";

/** A calendar quarter (READINGS 3.21). */
export interface Quarter {
  /** `2026-Q4` */
  readonly text: string;
  /** Its three months in order. */
  readonly months: readonly [Month, Month, Month];
  /** First day of the next quarter, on which a new grade begins. */
  readonly next: Day;
}

/** The quarter that a month lies in. */
export function quarterOf(month: Month): Quarter {
  const [year = 0, number = 1] = month.text.split("-").map(Number);
  return quarterFromParts(year, Math.ceil(number / QUARTER_MONTHS));
}

function quarterFromParts(year: number, number: number): Quarter {
  const end = number * QUARTER_MONTHS;
  const [first, second, third] = [end - 2, end - 1, end].map((month) => monthFromParts(year, month));
  if (!first || !second || !third) throw new Error(`no quarter ${number} of ${year}`);
  return { text: `${year}-Q${number}`, months: [first, second, third], next: third.last + 1 };
}

/** Whether a month is the last of its quarter. */
export function endsQuarter(month: Month): boolean {
  return quarterOf(month).months[2].text === month.text;
}

const CHINESE_DIGITS = "一二三四";
const YEAR_FIRST = /^(20\d\d)\s*[-/.年]?\s*第?\s*Q?\s*([1-4一二三四])\s*(?:季度?)?$/i;
const QUARTER_FIRST = /^Q\s*([1-4])\s*[-/ ]?\s*(20\d\d)$/i;

/**
 * A quarter from text: `2026-Q4`, `2026Q4`, `Q4 2026`, `2026年第4季度`, `2026年四季度`, or a month of it
 * (`2026-11`); null for anything else. Example: `2026-12` is `2026-Q4`.
 */
export function parseQuarter(text: string): Quarter | null {
  const plain = text.normalize("NFKC").trim();
  const byYear = /[Q季]/i.test(plain) ? YEAR_FIRST.exec(plain) : null;
  if (byYear) return quarterFromParts(Number(byYear[1]), digitOf(byYear[2] ?? ""));
  const byNumber = QUARTER_FIRST.exec(plain);
  if (byNumber) return quarterFromParts(Number(byNumber[2]), Number(byNumber[1]));
  const month = parseMonth(plain);
  return month ? quarterOf(month) : null;
}

function digitOf(sign: string): number {
  return CHINESE_DIGITS.includes(sign) ? CHINESE_DIGITS.indexOf(sign) + 1 : Number(sign);
}
