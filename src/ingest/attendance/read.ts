import type { Day, Month } from "../../engine/calendar";
import { dateOrder, readDate } from "../../engine/cell";
import { Exact } from "../../engine/exact";
import { packCell, WHOLE_MONTH } from "../../engine/facts";
import type { Grid, GridCell } from "../../engine/grid";
import { columnLetters, type Issue, issueAt } from "../../engine/issue";
import { isEmployedOn, type Person, type Roster } from "../../engine/roster";
import { otherMonthIssue } from "../dates";
import { type SeriesByPerson, seriesOf } from "../export-reader";
import type { ExportFacts } from "../exports";
import type { FieldDictionary } from "../fields";
import type { Contribution } from "../merge";
import { PersonFinder } from "../people";
import type { RecognisedColumn, RecognisedTab } from "../recognised";
import { cellText, compareText, RowSorter } from "../table";
import { TabTally, Tally } from "../tally";
import { unreadableIssue } from "../unread";
import { AttendanceBook, attendedOf, countMarks, type DayRecord } from "./book";
import { type Mark, readMark } from "./mark";
import { type AttendanceTable, type PunchTable, recogniseAttendance, type WideTable } from "./tables";

/** The measures that tables of attendance by day give. */
const MEASURES = [
  "scheduled_days",
  "attended_days",
  "late_count",
  "early_count",
  "absent_days",
  "leave_days",
] as const;
type AttendanceMeasure = (typeof MEASURES)[number];

/** What tables of attendance by day say of the month. */
export interface AttendanceFacts {
  /** Counted from days, so a monthly summary's own figures win over them. */
  readonly byMeasure: ReadonlyMap<string, Contribution>;
  /** Errors that hold everyone who needs a measure. */
  readonly broken: readonly { readonly measure: string; readonly issue: Issue }[];
  readonly issues: readonly Issue[];
  /** How each table was read, by the index of its tab. */
  readonly tabs: ReadonlyMap<number, RecognisedTab>;
}

/**
 * Reads the tables of attendance among grids that nothing else claims: a column a day, or a row a
 * punch. All of them together say of each person and day whether it was a working day, attended,
 * late, early, on leave or absent without leave; minutes are kept out. Order, splits and doubling
 * change nothing.
 *
 * @param grids the pasted tabs; null for a tab that another reader claims.
 */
export function readAttendance(
  grids: readonly (Grid | null)[],
  roster: Roster,
  month: Month,
  dictionary: FieldDictionary,
): AttendanceFacts {
  const finder = new PersonFinder(roster, true);
  const book = new AttendanceBook();
  const readings = grids.flatMap((grid, index) => {
    const found = grid ? recogniseAttendance(grid, index, dictionary, finder, month) : null;
    return found ? [new TabReading(found, finder, month, book)] : [];
  });
  readings.sort((a, b) => compareText(a.name, b.name));
  for (const reading of readings) reading.read();
  return {
    byMeasure: contributions(book),
    broken: readings.flatMap(({ broken }) =>
      broken.flatMap((issue) => MEASURES.map((measure) => ({ measure, issue }))),
    ),
    issues: readings.flatMap((reading) => reading.issues(!readings.some(({ isOfMonth }) => isOfMonth))),
    tabs: new Map(readings.map((reading) => [reading.index, reading.describe(book)])),
  };
}

/** Attendance counted from days joins what exports give: a summary's own figures win over it. */
export function withAttendance(facts: ExportFacts, { byMeasure }: AttendanceFacts): ExportFacts {
  const joined = new Map(facts.byMeasure);
  for (const [measure, contribution] of byMeasure)
    joined.set(measure, [...(joined.get(measure) ?? []), contribution]);
  return { ...facts, byMeasure: joined };
}

const WEEKDAY = /\s*(?:星期|周|週)[一二三四五六日天]\s*$/;

/** Reads one table into the book. */
class TabReading {
  readonly broken: Issue[] = [];
  private readonly tally = new Tally();
  private readonly days = new Set<Day>();
  private rowsRead = 0;

  constructor(
    private readonly found: AttendanceTable,
    private readonly finder: PersonFinder,
    private readonly month: Month,
    private readonly book: AttendanceBook,
  ) {}

  get name(): string {
    return this.found.table.grid.name;
  }

  get index(): number {
    return this.found.table.tabIndex;
  }

  read(): void {
    const { table, person } = this.found;
    const sorter = new RowSorter(table, person, null, (text) => this.finder.isAccount(text));
    const readRow = this.found.kind === "wide" ? this.wideReader(this.found) : this.punchReader(this.found);
    if (!readRow) return;
    for (let row = table.firstRow; row < table.grid.rows.length; row++) {
      const cells = table.grid.rows[row] ?? [];
      const kind = sorter.kindOf(cells);
      if (kind === "data") readRow(row, cells);
      else this.tally.leaveOut(kind, row);
    }
  }

  private owner(row: number, cells: readonly GridCell[], first: Day, last: Day): Person | null {
    const column = this.found.person;
    return this.finder.find(cells[column], { first, last }, { row, column }, this.tally)?.person ?? null;
  }

  private wideReader({
    columns,
    table,
  }: WideTable): ((row: number, cells: readonly GridCell[]) => void) | null {
    if (columns.needsMonth || columns.order !== "settled") {
      this.broken.push(undatedIssue(table.grid, columns.order, this.month));
      return null;
    }
    const { first, last } = this.month;
    const inside = [...columns.days].filter(([, day]) => day >= first && day <= last);
    return (row, cells) => {
      if (inside.length === 0) {
        this.tally.leaveOut("tab-of-other-month", row);
        return;
      }
      const person = this.owner(row, cells, first, last);
      if (person) this.rowsRead++;
      for (const [column, day] of inside) this.enter(row, column, day, cells[column] ?? "", person, "wide");
    };
  }

  private punchReader(found: PunchTable): ((row: number, cells: readonly GridCell[]) => void) | null {
    const { table, date } = found;
    const dateCell = (cells: readonly GridCell[]): GridCell => {
      const cell = cells[date] ?? "";
      return typeof cell === "string" ? cell.replace(WEEKDAY, "") : cell;
    };
    const order = dateOrder(table.grid.rows.slice(table.firstRow).map(dateCell));
    if (order === "unsettled" || order === "contradictory") {
      this.broken.push(dateOrderIssue(found, order));
      return null;
    }
    return (row, cells) => {
      const reading = readDate(dateCell(cells), order === "none" ? undefined : order);
      if (reading.kind === "missing") this.tally.leaveOut("no-date", row);
      else if (reading.kind === "unreadable") this.failRow(row, cells, reading.problem);
      else this.enterPunch(found, row, cells, reading.value.day);
    };
  }

  private failRow(
    row: number,
    cells: readonly GridCell[],
    problem: { code: string; values: Readonly<Record<string, string>> },
  ): void {
    const { date, table } = this.found as PunchTable;
    const person = this.owner(row, cells, this.month.first, this.month.last);
    const issue = unreadableIssue(table.grid, row, date, table.headers[date]?.text ?? "", { problem });
    if (person) this.book.fail(person, WHOLE_MONTH, packCell(table.tabIndex, row + 1, date + 1), issue);
  }

  private enterPunch(
    { times, results }: PunchTable,
    row: number,
    cells: readonly GridCell[],
    day: Day,
  ): void {
    if (day < this.month.first || day > this.month.last) {
      this.tally.leaveOut("other-month", row);
      return;
    }
    const person = this.owner(row, cells, day, day);
    if (person) this.rowsRead++;
    const time = times.map((column) => cellText(cells[column])).join(" ");
    for (const column of [...times, ...results])
      this.enter(row, column, day, cells[column] ?? "", person, "punches", time);
  }

  private enter(
    row: number,
    column: number,
    day: Day,
    content: GridCell,
    person: Person | null,
    from: "wide" | "punches",
    time = "",
  ): void {
    const { table } = this.found;
    this.days.add(day);
    const cell = packCell(table.tabIndex, row + 1, column + 1);
    const mark = readMark(content);
    if (mark && "kind" in mark) {
      const issue = unreadableIssue(table.grid, row, column, table.headers[column]?.text ?? "", mark);
      if (person && isEmployedOn(person, day)) this.book.fail(person, day, cell, issue);
      return;
    }
    this.book.noteDay(day, mark);
    if (!person) return;
    const planned = from === "wide" || (this.found as PunchTable).results.length > 0;
    this.book.enter({ person, day, mark, cell, text: textOf(mark, content, time), from, planned });
  }

  /** @param isAlone no table of attendance is of the month. */
  issues(isAlone: boolean): Issue[] {
    const tally = new TabTally(this.name);
    tally.add(this.tally);
    return [...tally.issues(this.month.text), ...this.otherMonth(isAlone)];
  }

  /** A table of another month is told once, as a warning where it may have been meant for this one. */
  private otherMonth(isAlone: boolean): Issue[] {
    const count = this.tally.counts.get("tab-of-other-month");
    if (!count || this.found.kind !== "wide") return [];
    const days = [...this.found.columns.days.values()];
    const span = { first: Math.min(...days), last: Math.max(...days) };
    const issue = otherMonthIssue(this.name, span, this.month, count);
    return [isAlone ? { ...issue, severity: "warning" } : issue];
  }

  /** Whether the table has a day of the month. */
  get isOfMonth(): boolean {
    return this.days.size > 0;
  }

  describe(book: AttendanceBook): RecognisedTab {
    const { table, person } = this.found;
    const header = (column: number) => table.headers[column]?.text ?? "";
    const days = [...this.days].sort((a, b) => a - b);
    const tally = new TabTally(this.name);
    tally.add(this.tally);
    const agent: RecognisedColumn = { header: header(person), column: person + 1, measure: "agent" };
    return {
      tab: this.name,
      as: "attendance",
      why: {
        code: this.found.kind === "wide" ? "tab-is-attendance" : "tab-is-punches",
        values: { agent: header(person) || columnLetters(person + 1), days: String(book.busy.size) },
      },
      headerRow: table.headerRow + 1,
      columns: [agent, ...this.dayColumns(header)],
      firstDay: days[0] ?? null,
      lastDay: days[days.length - 1] ?? null,
      rowsRead: this.rowsRead,
      rowsLeftOut: tally.leftOut(),
      benchmarks: [],
    };
  }

  private dayColumns(header: (column: number) => string): RecognisedColumn[] {
    if (this.found.kind === "wide") {
      const [first] = this.found.columns.days.keys();
      return first === undefined
        ? []
        : [{ header: header(first), column: first + 1, measure: "attended_days" }];
    }
    const { date, times, results } = this.found;
    const named = (column: number, measure: string) => ({
      header: header(column),
      column: column + 1,
      measure,
    });
    return [
      named(date, "date"),
      ...times.map((column) => named(column, "attended_days")),
      ...results.map((column) => named(column, "late_count")),
    ];
  }
}

/** What tells a mark from another of its day; a lateness seen twice in one place is one. */
function textOf(mark: Mark | null, content: GridCell, time: string): string {
  return mark?.judged ? `${time} ${cellText(content)}`.trim() : "";
}

function undatedIssue(grid: Grid, order: string, month: Month): Issue {
  const place = { tab: grid.name };
  if (order === "settled")
    return issueAt("error", "tab-without-date", place, { tab: grid.name, month: month.text });
  return issueAt("error", `date-order-${order}`, place, { header: grid.name });
}

function dateOrderIssue({ table, date }: PunchTable, order: string): Issue {
  const header = table.headers[date]?.text ?? "";
  const place = { tab: table.grid.name, row: table.headerRow + 1, column: date + 1 };
  return issueAt("error", `date-order-${order}`, place, { header }, header);
}

function contributions(book: AttendanceBook): Map<string, Contribution> {
  const people = new Map<AttendanceMeasure, SeriesByPerson>();
  const targetOf = (measure: AttendanceMeasure): SeriesByPerson => {
    const known = people.get(measure) ?? new Map();
    people.set(measure, known);
    return known;
  };
  const given = MEASURES.filter((measure) => measure.endsWith("d_days") || book.judged);
  for (const [person, records] of book.entries()) {
    for (const record of records) {
      for (const measure of given)
        addFact(targetOf(measure), person, record, measureOf(book, record, measure));
    }
  }
  return new Map(
    [...people].map(([measure, series]) => [
      measure,
      { source: "attendance", span: null, derived: true, people: series },
    ]),
  );
}

function addFact(target: SeriesByPerson, person: Person, record: DayRecord, value: Exact | null): void {
  const { day, cell, unreadable } = record;
  if (unreadable.length === 0 && value === null) return;
  const series = seriesOf(target, person.key);
  for (const issue of unreadable) series.unreadable.push({ day, cell, issue });
  if (unreadable.length > 0 || value === null) return;
  series.days.push(day);
  series.values.push(value);
  series.cells.push(cell);
}

/** The figure of a day; null where the day says nothing of it. */
function measureOf(book: AttendanceBook, record: DayRecord, measure: AttendanceMeasure): Exact | null {
  const scheduled = book.scheduled(record);
  if (measure === "scheduled_days") return scheduled === null ? null : Exact.integer(scheduled);
  // A list of punches without results knows no schedule, but whoever punched was there.
  const isWorkday = scheduled === 1 || (scheduled === null && record.present);
  if (!isWorkday) return null;
  if (measure === "attended_days") return attendedOf(record);
  if (measure === "leave_days") return record.leave;
  if (measure === "absent_days") return record.absent ? Exact.ONE : Exact.ZERO;
  return Exact.integer(countMarks(measure === "late_count" ? record.late : record.early));
}
