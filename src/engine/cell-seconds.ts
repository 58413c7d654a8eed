import { readNumber } from "./cell-number";
import { type Reading, unreadable } from "./cell-reading";
import { Exact } from "./exact";
import { type GridCell, isDateCell } from "./grid";

/** How `1:20` is meant: as minutes and seconds or as hours and minutes. */
export type ClockForm = "m:s" | "h:m";

/** What a column's header says about its durations. */
export interface SecondsForm {
  /** Seconds in one unit of a plain number: 1, 60 or 3600. */
  readonly unit?: number;
  readonly clock?: ClockForm;
}

/** Cells below this serial (the year 1900) are times or durations, not dates. */
const FIRST_REAL_DATE = 366;
const SECONDS_PER_DAY = 86_400;
const SIXTY = Exact.integer(60);

const AMOUNT = "(\\d+(?:\\.\\d+)?)";
const SPOKEN = new RegExp(
  `^(?:${AMOUNT}(?:天|d))?(?:${AMOUNT}(?:小时|小時|时|時|h|hr|hrs|hours?))?` +
    `(?:${AMOUNT}(?:分钟|分鐘|分|m|min|mins|minutes?))?(?:${AMOUNT}(?:秒钟|秒鐘|秒|s|sec|secs|seconds?))?$`,
);
const SPOKEN_UNITS = [86_400, 3600, 60, 1].map((seconds) => Exact.integer(seconds));
const TICKS = /^(?:(\d+)')?(?:(\d+(?:\.\d+)?)(?:"|''))?$/;
const MONEY = /[¥￥元]/;
const CLOCK = /^(\d+):(\d{1,2})(?::(\d{1,2}(?:\.\d+)?))?$/;

/**
 * Reads a cell as a duration in seconds: a number (of the header's unit, seconds unless said),
 * `38秒`, `1分20秒`, `1'20"`, `00:01:20`, `1小时2分`, `1.5小时`, or a time cell. `1:20` may be
 * minutes or hours and is unreadable unless the column's form says which. Amounts of money,
 * percentages, durations below zero and slips such as `1分90秒` are unreadable.
 */
export function readSeconds(cell: GridCell, form: SecondsForm = {}): Reading<Exact> {
  if (isDateCell(cell)) return readTimeCell(cell.serial);
  const plain = readNumber(cell);
  if (plain.kind === "value") {
    const isMoney = typeof cell === "string" && MONEY.test(cell);
    if (plain.percent || isMoney || plain.value.sign() < 0)
      return unreadable("cell-not-seconds", String(cell));
    return form.unit === undefined || form.unit === 1
      ? plain
      : { ...plain, value: plain.value.times(Exact.integer(form.unit)) };
  }
  if (plain.kind === "missing" || typeof cell !== "string") return plain;
  return readSpoken(cell, form, plain);
}

/** True for a time or duration cell, which has no date. */
export function isTimeCell(cell: GridCell | undefined): boolean {
  return isDateCell(cell) && cell.serial >= 0 && cell.serial < FIRST_REAL_DATE;
}

function readTimeCell(serial: number): Reading<Exact> {
  if (serial < 0 || serial >= FIRST_REAL_DATE) return unreadable("cell-is-date", "");
  const milliseconds = Math.round(serial * SECONDS_PER_DAY * 1000);
  return { kind: "value", value: Exact.scaled(milliseconds, 3), percent: false };
}

function readSpoken(cell: string, form: SecondsForm, plain: Reading<Exact>): Reading<Exact> {
  if (cell.length > 40) return plain;
  const text = cell
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/g, "")
    .replace(/[′’‘]/g, "'")
    .replace(/[″”“]/g, '"');
  const clock = CLOCK.exec(text);
  if (clock) return readClock(cell, clock, form.clock);
  const spoken = SPOKEN.exec(text);
  if (spoken) return total(cell, spoken.slice(1), SPOKEN_UNITS);
  const ticks = TICKS.exec(text);
  if (ticks) return total(cell, ticks.slice(1), SPOKEN_UNITS.slice(2));
  const named = plain.kind === "unreadable" && NAMED.has(plain.problem.code);
  return named ? unreadable("cell-not-seconds", cell) : plain;
}

/** What a number's reader says of texts that are none; a duration's mend is another. */
const NAMED = new Set(["cell-text", "cell-unit"]);

/** Only the largest unit may exceed its next, and only the smallest may have a fraction. */
function total(
  cell: string,
  amounts: readonly (string | undefined)[],
  units: readonly Exact[],
): Reading<Exact> {
  let value = Exact.ZERO;
  let larger: Exact | null = null;
  for (const [index, amount] of amounts.entries()) {
    const parsed = amount === undefined ? null : Exact.parse(amount);
    const unit = units[index];
    if (!parsed || !unit) continue;
    const seconds = parsed.times(unit);
    if (larger && (seconds.atLeast(larger) || !value.over(larger).isInteger())) {
      return unreadable("cell-not-seconds", cell);
    }
    value = value.plus(seconds);
    larger = unit;
  }
  return { kind: "value", value, percent: false };
}

function readClock(
  cell: string,
  [, first, second, third]: RegExpExecArray,
  form?: ClockForm,
): Reading<Exact> {
  const parts = [first, second, third].map((part) => (part === undefined ? null : Exact.parse(part)));
  const [a, b, c] = parts;
  if (!a || !b || !b.min(SIXTY).equals(b) || b.equals(SIXTY) || c?.atLeast(SIXTY)) {
    return unreadable("cell-not-seconds", cell);
  }
  if (c) return { kind: "value", value: a.times(SIXTY).plus(b).times(SIXTY).plus(c), percent: false };
  const value = a.times(SIXTY).plus(b);
  if (form === "m:s") return { kind: "value", value, percent: false };
  if (form === "h:m") return { kind: "value", value: value.times(SIXTY), percent: false };
  const shown = `${first}:${second}`;
  return unreadable("cell-clock", cell, { minutes: `00:${pad(shown)}`, hours: `${pad(shown)}:00` });
}

function pad(clock: string): string {
  return clock.padStart(5, "0");
}
