/**
 * Dates in cells. A sheet keeps a date as a serial: days since 1899-12-30 on
 * the wall clock of the spreadsheet's time zone. A script sees a `Date`, a
 * moment. These functions go from one to the other.
 */

const DAY_MS = 86_400_000;
/** 1899-12-30 as milliseconds of UTC. */
const EPOCH_MS = Date.UTC(1899, 11, 30);
const BUCKET_MS = 900_000;

/** The parts of a moment on a wall clock; `month` counts from 1. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** The serial of a wall-clock time. Does not check the parts: month 13 is next January. */
export function serialOf(clock: WallClock): number {
  const ms = Date.UTC(2000, clock.month - 1, clock.day, clock.hour, clock.minute, clock.second);
  const moved = new Date(ms);
  moved.setUTCFullYear(moved.getUTCFullYear() - 2000 + clock.year);
  return (moved.getTime() - EPOCH_MS) / DAY_MS;
}

/** Milliseconds of UTC that a serial would be if its wall clock were UTC; whole milliseconds. */
export function serialToUtc(serial: number): number {
  return Math.round(serial * DAY_MS) + EPOCH_MS;
}

/** The opposite of `serialToUtc`. */
export function utcToSerial(ms: number): number {
  return (ms - EPOCH_MS) / DAY_MS;
}

/** A time zone, with its offset from UTC at any moment. */
export class TimeZone {
  private readonly format: Intl.DateTimeFormat;
  private readonly offsets = new Map<number, number>();

  /** Throws a RangeError for a name that is no time zone. */
  constructor(readonly name: string) {
    this.format = new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  }

  /** The moment, in milliseconds of UTC, at which this zone's wall clock shows the serial. */
  toMoment(serial: number): number {
    const wall = serialToUtc(serial);
    const first = wall - this.offsetAt(wall);
    return wall - this.offsetAt(first);
  }

  /** The serial that this zone's wall clock shows at a moment. */
  toSerial(moment: number): number {
    return utcToSerial(moment + this.offsetAt(moment));
  }

  /** Offset in milliseconds, east positive. Zones change at quarter hours only, so it is kept by quarter. */
  private offsetAt(moment: number): number {
    const bucket = Math.floor(moment / BUCKET_MS);
    let offset = this.offsets.get(bucket);
    if (offset === undefined) {
      offset = this.computeOffset(bucket * BUCKET_MS);
      this.offsets.set(bucket, offset);
    }
    return offset;
  }

  private computeOffset(moment: number): number {
    const parts: Record<string, string> = {};
    for (const { type, value } of this.format.formatToParts(moment)) parts[type] = value;
    const number = (name: string) => Number(parts[name]);
    const wall = serialOf({
      year: number("year"),
      month: number("month"),
      day: number("day"),
      hour: number("hour"),
      minute: number("minute"),
      second: number("second"),
    });
    return serialToUtc(wall) - moment;
  }
}

/** True when a number format shows a date, a time or a duration. */
export function isDateFormat(format: string | undefined): boolean {
  if (format === undefined || format === "General" || format === "@") return false;
  const bare = format
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[(h+|m+|s+)\]/gi, "$1")
    .replace(/\[[^\]]*\]/g, "");
  return /[ymdhs]/i.test(bare) && !/[0#?]\s*(?:e|%)|e[+-]/i.test(bare);
}
