const MS_PER_DAY = 86_400_000;
const UNIX_EPOCH_DAY = 25_569;

/** Gives the serial (days since 1899-12-30, time of day as the fraction) of a cell's Date. */
export type SerialOf = (date: Date) => number;

/** True for a Date of any realm; `instanceof` fails for those that Google's services make. */
export function isDate(cell: unknown): cell is Date {
  return typeof cell === "object" && Object.prototype.toString.call(cell) === "[object Date]";
}

function serialFromParts(year: number, month: number, day: number, ms: number): number {
  const start = new Date(0);
  start.setUTCFullYear(year, month, day);
  return start.getTime() / MS_PER_DAY + UNIX_EPOCH_DAY + ms / MS_PER_DAY;
}

/** The wall clock of the script's zone, which a Date's own getters show. */
function scriptSerial(date: Date): number {
  const ms =
    date.getHours() * 3_600_000 +
    date.getMinutes() * 60_000 +
    date.getSeconds() * 1000 +
    date.getMilliseconds();
  return serialFromParts(date.getFullYear(), date.getMonth(), date.getDate(), ms);
}

/**
 * The wall clock of a spreadsheet's zone. Where it differs from the script's zone each distinct
 * moment is formatted once (to be checked live: years before 1901 with odd offsets).
 */
export function serialsIn(spreadsheetZone: string, scriptZone: string): SerialOf {
  if (spreadsheetZone === scriptZone) return scriptSerial;
  const known = new Map<number, number>();
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: spreadsheetZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (date) => {
    const moment = date.getTime();
    const serial = known.get(moment) ?? zonedSerial(format, date);
    known.set(moment, serial);
    return serial;
  };
}

function zonedSerial(format: Intl.DateTimeFormat, date: Date): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(date)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const ms = hour * 3_600_000 + minute * 60_000 + second * 1000 + (((date.getTime() % 1000) + 1000) % 1000);
  return serialFromParts(year, month - 1, day, ms);
}

/** A moment as the clock on the wall of a time zone shows it, `2026-11-02 09:30:00`. */
export function wallClock(moment: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(moment);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return `${of("year")}-${of("month")}-${of("day")} ${of("hour")}:${of("minute")}:${of("second")}`;
}
