import type { Day, Month } from "../../engine/calendar";
import type { Grid, GridCell } from "../../engine/grid";
import { statedRange } from "../dates";
import type { FieldDictionary } from "../fields";
import type { PersonFinder } from "../people";
import { HEADER_ROWS, headerRepeats, isEmpty, readHeaders, type Table } from "../table";
import { type DayColumns, findDays, isWeekdayRow } from "./days";
import { isMark } from "./mark";

/** A table with a column a day, and in each cell how a person attended. */
export interface WideTable {
  readonly kind: "wide";
  readonly table: Table;
  readonly person: number;
  readonly columns: DayColumns;
}

/** A table with a row a punch, or a row a person and day with several punches. */
export interface PunchTable {
  readonly kind: "punches";
  readonly table: Table;
  readonly person: number;
  /** The column of dates; that of times where they carry their date. */
  readonly date: number;
  readonly times: readonly number[];
  readonly results: readonly number[];
}

/** A pasted table of attendance by day. */
export type AttendanceTable = WideTable | PunchTable;

const TIMES =
  /^(?:(?:上班|下班|签到|签退|打卡|考勤)\d?(?:打卡)?(?:时间)?|(?:clock|check|punch|sign)-?(?:in|out)?(?:time)?|time(?:in|out)|(?:in|out|punch)time)$/;
const RESULTS =
  /^(?:(?:上班|下班)?\d?(?:打卡|考勤)(?:结果|状态)|attendance(?:status|result)?|punchresult|status|result)$/;
/** Rows looked at, and the share of their filled cells that must say something of attendance. */
const SAMPLE_ROWS = 200;
const LEAST_SHARE = 0.6;

/**
 * Recognises a table of attendance by day: a column of people with a column a day, or a row a
 * punch. Null for any other table. Monthly summaries are exports and no business of this.
 */
export function recogniseAttendance(
  grid: Grid,
  tabIndex: number,
  dictionary: FieldDictionary,
  finder: PersonFinder,
  month: Month,
): AttendanceTable | null {
  for (let row = 0; row < Math.min(HEADER_ROWS, grid.rows.length); row++) {
    const table = tableAt(grid, tabIndex, row);
    const found = findWide(table, dictionary, finder, month) ?? findPunches(table, dictionary);
    if (found) return found;
  }
  return null;
}

function tableAt(grid: Grid, tabIndex: number, headerRow: number): Table {
  return { grid, tabIndex, headers: readHeaders(grid, headerRow), headerRow, firstRow: headerRow + 1 };
}

function columnsOf(table: Table, dictionary: FieldDictionary, kind: "agent" | "date"): number[] {
  return table.headers.flatMap((header, column) =>
    dictionary.find(header).some(({ field }) => field.kind === kind) ? [column] : [],
  );
}

function findWide(
  table: Table,
  dictionary: FieldDictionary,
  finder: PersonFinder,
  month: Month,
): WideTable | null {
  const { grid, headerRow } = table;
  const stated = statedRange(grid, headerRow);
  const agents = columnsOf(table, dictionary, "agent");
  const rows = [0, agents.length > 0 ? 1 : 0];
  for (const below of new Set(rows)) {
    const columns = findDays(grid.rows[headerRow + below] ?? [], stated, month);
    if (!columns) continue;
    let firstRow = headerRow + below + 1;
    if (isWeekdayRow(dayCells(grid, firstRow, columns.days))) firstRow++;
    // Some rows tell that these are no marks, before a million are searched for people.
    if (!holdsMarks(table, firstRow, columns.days)) continue;
    const person = personColumn(grid, firstRow, columns.days, agents, finder);
    if (person !== null) return { kind: "wide", table: { ...table, firstRow }, person, columns };
  }
  return null;
}

function dayCells(grid: Grid, row: number, days: ReadonlyMap<number, Day>): GridCell[] {
  const cells = grid.rows[row] ?? [];
  return [...days.keys()].map((column) => cells[column] ?? "");
}

/** The column in which most rows are somebody's account; else the first that is no day. */
function personColumn(
  grid: Grid,
  firstRow: number,
  days: ReadonlyMap<number, Day>,
  agents: readonly number[],
  finder: PersonFinder,
): number | null {
  const width = grid.rows[firstRow]?.length ?? 0;
  const others = Array.from({ length: width }, (_, column) => column).filter((column) => !days.has(column));
  const candidates = agents.length > 0 ? agents : others;
  const rows = grid.rows.slice(firstRow);
  const known = candidates.map(
    (column) => rows.filter((row) => finder.accountOf(row[column]).owners.length > 0).length,
  );
  return candidates[known.indexOf(Math.max(...known))] ?? null;
}

function holdsMarks(table: Table, firstRow: number, days: ReadonlyMap<number, Day>): boolean {
  const { grid } = table;
  const isHeader = headerRepeats({ ...table, firstRow });
  let filled = 0;
  let marks = 0;
  for (let row = firstRow; row < Math.min(grid.rows.length, firstRow + SAMPLE_ROWS); row++) {
    if (isHeader(grid.rows[row] ?? [])) continue;
    for (const cell of dayCells(grid, row, days)) {
      if (cell === "" || cell === "NA" || isEmpty([cell])) continue;
      filled++;
      if (isMark(cell)) marks++;
    }
  }
  return marks > 0 && marks >= filled * LEAST_SHARE;
}

function findPunches(table: Table, dictionary: FieldDictionary): PunchTable | null {
  const [person] = columnsOf(table, dictionary, "agent");
  if (person === undefined) return null;
  const named = (pattern: RegExp) =>
    table.headers.flatMap((header, column) => (pattern.test(header.field) ? [column] : []));
  const times = named(TIMES);
  const results = named(RESULTS);
  const [date = times[0]] = columnsOf(table, dictionary, "date");
  const judged = [...times, ...results];
  if (date === undefined || judged.length === 0 || markShare(table, judged) < LEAST_SHARE) return null;
  return { kind: "punches", table, person, date, times, results };
}

/** The share of filled cells in some columns that say something of attendance. */
function markShare(table: Table, columns: readonly number[]): number {
  const isHeader = headerRepeats(table);
  const cells = table.grid.rows
    .slice(table.firstRow, table.firstRow + SAMPLE_ROWS)
    .filter((row) => !isHeader(row))
    .flatMap((row) => columns.map((column) => row[column] ?? ""))
    .filter((cell) => !isEmpty([cell]));
  return cells.length === 0 ? 0 : cells.filter(isMark).length / cells.length;
}
