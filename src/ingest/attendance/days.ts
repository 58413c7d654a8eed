import { type Day, dayFromParts, isoOfDay, type Month } from "../../engine/calendar";
import { type DayRange, dateOrder, readDate } from "../../engine/cell";
import { type GridCell, isDateCell } from "../../engine/grid";

/** Fewer columns of days make no wide table. */
const FEWEST_DAYS = 4;
const WEEKDAY =
  /(?:星期|周|週)?[一二三四五六日天]$|^(?:星期|周|週)?[一二三四五六日天]|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*/gi;
const BARE_DAY = /^(\d{1,2})[日号號]?$/;
const MONTH_DAY = /^(\d{1,2})(?:[-/.]|月)(\d{1,2})[日号號]?$/;

/** The columns of days of a wide table. */
export interface DayColumns {
  /** Day by column, counted from 0. */
  readonly days: ReadonlyMap<number, Day>;
  /** The headers name days without their month, and nothing says which month it is. */
  readonly needsMonth: boolean;
  /** The order of day and month in the headers cannot be told. */
  readonly order: "settled" | "unsettled" | "contradictory";
}

/**
 * The days that headers name: dates in any form, `10-01`, `10月1日`, or bare days `1`, `1日`, `1 四`
 * of the month that the tab states. Null where fewer than four columns name a day.
 *
 * @param stated the days that the tab's name or title states; null where it states none.
 */
export function findDays(
  headers: readonly GridCell[],
  stated: DayRange | null,
  month: Month,
): DayColumns | null {
  const texts = headers.map(headerText);
  const order = dateOrder(texts);
  const undecided = order === "unsettled" || order === "contradictory";
  const full = collect(texts, (text) =>
    fullDate(text, undecided ? "mdy" : order === "none" ? undefined : order),
  );
  if (full.size >= FEWEST_DAYS)
    return { days: full, needsMonth: false, order: undecided ? order : "settled" };
  const year = yearOf(stated ?? month);
  const dated = collect(texts, (text) => partDate(MONTH_DAY.exec(text), year));
  if (dated.size >= FEWEST_DAYS) return { days: dated, needsMonth: stated === null, order: "settled" };
  const { y, m } = monthParts(stated ?? month);
  const bare = collect(texts, (text) => bareDay(text, y, m));
  return bare.size >= FEWEST_DAYS ? { days: bare, needsMonth: stated === null, order: "settled" } : null;
}

function headerText(cell: GridCell): GridCell {
  if (typeof cell !== "string") return cell;
  const text = cell.normalize("NFKC").replace(/[()]/g, " ").replace(/\s+/g, " ").trim();
  return text.replace(WEEKDAY, "").trim();
}

/** Days by column; a day that stands twice is taken once, for a table of days has each once. */
function collect(texts: readonly GridCell[], read: (text: string) => Day | null): Map<number, Day> {
  const days = new Map<number, Day>();
  const seen = new Set<Day>();
  for (const [column, text] of texts.entries()) {
    const day = isDateCell(text) ? Math.floor(text.serial) : read(String(text));
    if (day === null || seen.has(day)) continue;
    seen.add(day);
    days.set(column, day);
  }
  return days;
}

function fullDate(text: string, order: "mdy" | "dmy" | undefined): Day | null {
  const date = readDate(text, order);
  return date.kind === "value" ? date.value.day : null;
}

function partDate(match: RegExpExecArray | null, year: number): Day | null {
  return match ? dayFromParts(year, Number(match[1]), Number(match[2])) : null;
}

function bareDay(text: string, year: number, month: number): Day | null {
  const match = BARE_DAY.exec(text);
  return match ? dayFromParts(year, month, Number(match[1])) : null;
}

function monthParts({ first }: DayRange): { y: number; m: number } {
  const [y = 0, m = 0] = isoOfDay(first).split("-").map(Number);
  return { y, m };
}

function yearOf(range: DayRange): number {
  return monthParts(range).y;
}

/** True for a row below the headers that names the days of the week. */
export function isWeekdayRow(cells: readonly GridCell[]): boolean {
  const filled = cells.filter((cell) => cell !== "");
  return filled.length > 0 && filled.every((cell) => typeof cell === "string" && headerText(cell) === "");
}
