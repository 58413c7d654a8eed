import { type Day, isoOfDay } from "../engine/calendar";
import { Exact } from "../engine/exact";
import { WHOLE_MONTH } from "../engine/facts";
import { type Issue, issueAt } from "../engine/issue";
import type { AttendanceFacts } from "./attendance/read";
import type { ExportTab } from "./exports";
import type { View } from "./source-view";
import { signatureOf, type Table } from "./table";

/** How many rows a pasted tab has on each day of the month. */
export interface DailyRows {
  readonly tab: string;
  /** Tabs of one source are pieces of it: thirty files of a day each. */
  readonly source: string;
  readonly rows: ReadonlyMap<Day, number>;
  /** The rows are single events, of which a day may have none; else everybody's figures of a day. */
  readonly isOfEvents: boolean;
}

/** Fewer days with rows tell no rule. */
const FEWEST_DAYS = 7;
/** Of single days at most one in so many may be missing: more is how the shop works. */
const SINGLES = 4;
/** A list with more free days a week is none of every day: a register by weeks, say. */
const MOST_FREE = 2;
/** So many days in a row are no weekend. */
const LONG_RUN = 3;
/** Rows that even the quietest day must have for a day without any to be strange: events, people. */
const LEAST_EVENTS = 4;
const LEAST_PEOPLE = 2;
/** Where fewer people work on some day, all may well be off on another. */
const SMALL_TEAM = 3;
/** Day 0 was a Saturday. */
const SATURDAY = 6;
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const WEEKDAYS_ZH = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

/** One source, of however many tabs. */
interface Source {
  readonly tabs: readonly string[];
  readonly rows: ReadonlyMap<Day, number>;
  readonly isOfEvents: boolean;
}

/**
 * The days in the middle of a source that have no row, though the other days have: something was not
 * pasted. Days of the week on which the shop never works, or works by turns, are no gap. It is information
 * where the shop was likely closed, which is told apart day by day: every other source that spans the day
 * lacks it too, or nobody came by attendance, or without either it is in the middle of a holiday. So it is
 * where a team of two may have been off.
 *
 * @param attended days on which anybody came, by attendance; empty without such tables.
 */
export function gapIssues(daily: readonly DailyRows[], attended: ReadonlySet<Day> = new Set()): Issue[] {
  const sources = sourcesOf(daily);
  const worked: Source = { tabs: [], rows: new Map([...attended].map((day) => [day, 1])), isOfEvents: true };
  const all = attended.size > 0 ? [...sources, worked] : sources;
  return sources.flatMap((source) => {
    const runs = missingDays(source);
    const others = all.filter((other) => other !== source);
    const isSmall = !source.isOfEvents && quietest(source) < SMALL_TEAM;
    const closed = runs.flatMap((run) => run.filter((day) => isSmall || isClosed(day, run, others)));
    const open = runs.flat().filter((day) => !closed.includes(day));
    return [...gapIssue("warning", source, open), ...gapIssue("info", source, closed)];
  });
}

function gapIssue(severity: "warning" | "info", { tabs }: Source, days: readonly Day[]): Issue[] {
  if (days.length === 0) return [];
  const weekday = (names: readonly string[], day: Day) => names[(day + SATURDAY) % 7] ?? "";
  const values = {
    days: days.map((day) => `${isoOfDay(day)} (${weekday(WEEKDAYS, day)})`).join(", "),
    daysZh: days.map((day) => `${isoOfDay(day)}（${weekday(WEEKDAYS_ZH, day)}）`).join("、"),
    count: String(days.length),
  };
  return [issueAt(severity, "data-days-missing", { tab: tabs[tabs.length - 1] ?? "" }, values)];
}

/** Whether the shop was likely closed: no other source of those days has the day, or it is a holiday. */
function isClosed(day: Day, run: readonly Day[], others: readonly Source[]): boolean {
  const spanning = others.filter((other) => spans(other, day));
  if (spanning.length > 0) return !spanning.some(({ rows }) => rows.has(day));
  return run.filter(isHoliday).length >= LONG_RUN && isHoliday(day);
}

/** The holidays of several days, by month and day; that of the lunar New Year lies between these two. */
const HOLIDAYS = [
  ["01-01", "01-03"],
  ["01-20", "03-02"],
  ["05-01", "05-05"],
  ["10-01", "10-08"],
] as const;

function isHoliday(day: Day): boolean {
  const date = isoOfDay(day).slice("2026-".length);
  return HOLIDAYS.some(([first, last]) => first <= date && date <= last);
}

function sourcesOf(daily: readonly DailyRows[]): Source[] {
  const sources = new Map<string, Source>();
  for (const { tab, source, rows, isOfEvents } of daily) {
    const known = sources.get(source);
    const all = new Map(known?.rows);
    for (const [day, count] of rows) all.set(day, count + (all.get(day) ?? 0));
    sources.set(source, { tabs: [...(known?.tabs ?? []), tab], rows: all, isOfEvents });
  }
  return [...sources.values()].filter(({ rows }) => rows.size > 0);
}

/** The first and the last day of a source. */
function spanOf({ rows }: Source): { first: Day; last: Day } {
  const days = [...rows.keys()];
  return { first: Math.min(...days), last: Math.max(...days) };
}

function spans(source: Source, day: Day): boolean {
  const { first, last } = spanOf(source);
  return first <= day && day <= last;
}

/** The number of rows on the day that has fewest of those that have any. */
function quietest({ rows }: Source): number {
  return Math.min(...rows.values());
}

function missingDays(source: Source): Day[][] {
  const { rows, isOfEvents } = source;
  const least = isOfEvents ? LEAST_EVENTS : LEAST_PEOPLE;
  if (rows.size < FEWEST_DAYS || quietest(source) < least) return [];
  const isRegular = regularDaysOff(source);
  const all = runsWithout(source);
  const free = all.flatMap((run) => run.filter((day) => isRegular(day, run.length)));
  if (new Set(free.map((day) => day % 7)).size > MOST_FREE) return [];
  const runs = all.map((run) => run.filter((day) => !isRegular(day, run.length)));
  const singles = runs.filter((run) => run.length < LONG_RUN).flat();
  const isUsual = singles.length * SINGLES > rows.size;
  return runs.filter((run) => run.length > 0 && !(run.length < LONG_RUN && isUsual));
}

/** The days without rows between the first and the last, as runs of days in a row. */
function runsWithout(source: Source): Day[][] {
  const { first, last } = spanOf(source);
  const runs: Day[][] = [];
  for (let day = first; day <= last; day++) {
    if (source.rows.has(day)) continue;
    const run = runs[runs.length - 1];
    if (run?.[run.length - 1] === day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs;
}

/** Whether a day is one on which the shop never works, or by turns: every other Saturday. */
function regularDaysOff(source: Source): (day: Day, run: number) => boolean {
  const { first, last } = spanOf(source);
  const [worked, missed] = [new Array<number>(7).fill(0), new Array<number>(7).fill(0)];
  for (let day = first; day <= last; day++) {
    const counts = source.rows.has(day) ? worked : missed;
    counts[day % 7] = (counts[day % 7] ?? 0) + 1;
  }
  return (day, run) => {
    const [on, off] = [worked[day % 7] ?? 0, missed[day % 7] ?? 0];
    return on === 0 || (run < LONG_RUN && off > 1 && on <= off + 1);
  };
}

/** The days on which anybody came, by tables of attendance. */
export function attendedDays({ byMeasure }: AttendanceFacts): Set<Day> {
  const days = new Set<Day>();
  for (const { days: own, values } of byMeasure.get("attended_days")?.people.values() ?? []) {
    own.forEach((day, index) => {
      const value = values[index];
      if (value instanceof Exact && value.sign() > 0) days.add(day);
    });
  }
  return days;
}

/** The rows by day of exports, of tables that Sources reads, and of lists of events. */
export function dailyRows(
  exports: readonly (ExportTab | null)[],
  views: ReadonlyMap<string, readonly View[]>,
  events: readonly DailyRows[],
): DailyRows[] {
  const isExport = new Set(exports.map((tab) => tab?.layout.table.grid.name));
  const ofExports = exports.flatMap((tab) => {
    const dated = tab?.rows.filter(({ span, dateIssue }) => span === null && !dateIssue) ?? [];
    return tab && dated.length > 0 ? [dailyOf(tab.layout.table, dated, false)] : [];
  });
  const ofViews = [...views.values()].flatMap(([view]) => {
    if (!view || isExport.has(view.table.grid.name)) return [];
    const dated = view.rows.filter(({ day, dateIssue }) => day !== WHOLE_MONTH && !dateIssue);
    return [dailyOf(view.table, dated, true)];
  });
  return [...ofExports, ...ofViews, ...events];
}

function dailyOf(table: Table, dated: readonly { readonly day: Day }[], isOfEvents: boolean): DailyRows {
  const rows = new Map<Day, number>();
  for (const { day } of dated) rows.set(day, (rows.get(day) ?? 0) + 1);
  return { tab: table.grid.name, source: signatureOf(table), rows, isOfEvents };
}
