import type { Day } from "../../engine/calendar";
import { Exact } from "../../engine/exact";
import type { PackedCell } from "../../engine/facts";
import type { Issue } from "../../engine/issue";
import type { Person } from "../../engine/roster";
import type { Mark } from "./mark";

/** All that is known of one person and day, from whatever tables. */
export interface DayRecord {
  /** The first cell that says something of the day. */
  readonly cell: PackedCell;
  readonly day: Day;
  present: boolean;
  rest: boolean;
  leave: Exact;
  absent: boolean;
  missed: boolean;
  /** A table of the schedule has this day, be it a blank: a list of punches alone has not. */
  planned: boolean;
  /** Texts of late and early marks, so that a mark that was pasted twice counts once. */
  readonly late: Marks;
  readonly early: Marks;
  readonly unreadable: Issue[];
}

/** Marks of wide tables and of punches: both may tell of one lateness. */
interface Marks {
  readonly wide: Set<string>;
  readonly punches: Set<string>;
}

/** One observation to enter; a null mark is a blank or a mark for no punch. */
export interface Observation {
  readonly person: Person;
  readonly day: Day;
  readonly mark: Mark | null;
  readonly cell: PackedCell;
  /** What tells this observation from another of the same day. */
  readonly text: string;
  readonly from: "wide" | "punches";
  readonly planned: boolean;
}

/** Brings tables of attendance together by person and day; their order changes nothing. */
export class AttendanceBook {
  private readonly people = new Map<Person, Map<Day, DayRecord>>();
  /** Days on which anybody came, people not on Staff among them: other days are holidays. */
  readonly busy = new Set<Day>();
  /** Some cell has a word of status, so lateness, leave and absence are told. */
  judged = false;
  /** Some cell says that a day is off, so a blank is no working day by itself. */
  marksRest = false;

  /** Notes what a cell says of its day, whoever it is about. */
  noteDay(day: Day, mark: Mark | null): void {
    if (!mark) return;
    if (mark.present) this.busy.add(day);
    if (mark.judged) this.judged = true;
    if (mark.rest) this.marksRest = true;
  }

  enter({ person, day, mark, cell, text, from, planned }: Observation): void {
    const record = this.recordOf(person, day, cell);
    if (planned) record.planned = true;
    if (!mark) return;
    record.present ||= mark.present;
    record.rest ||= mark.rest;
    record.leave = record.leave.max(mark.leave);
    record.absent ||= mark.absent;
    record.missed ||= mark.missed;
    if (mark.late) record.late[from].add(text);
    if (mark.early) record.early[from].add(text);
  }

  fail(person: Person, day: Day, cell: PackedCell, issue: Issue): void {
    this.recordOf(person, day, cell).unreadable.push(issue);
  }

  private recordOf(person: Person, day: Day, cell: PackedCell): DayRecord {
    let days = this.people.get(person);
    if (!days) {
      days = new Map();
      this.people.set(person, days);
    }
    let record = days.get(day);
    if (!record) {
      record = newRecord(day, cell);
      days.set(day, record);
    }
    return record;
  }

  /** Everybody's days, in the order of days. */
  *entries(): Generator<[person: Person, records: readonly DayRecord[]]> {
    for (const [person, days] of this.people)
      yield [person, [...days.values()].sort((a, b) => a.day - b.day)];
  }

  /**
   * Whether a day was to be worked: 1 or 0; null where nothing tells. A blank counts as a working
   * day where somebody came and no table marks days off (days without anybody are holidays).
   */
  scheduled(record: DayRecord): 0 | 1 | null {
    const { present, leave, absent, missed, rest, planned, day } = record;
    if (!planned) return null;
    if (present || absent || missed || leave.sign() > 0) return 1;
    if (rest) return 0;
    if (this.marksRest) return null;
    return this.busy.has(day) ? 1 : 0;
  }
}

function newRecord(day: Day, cell: PackedCell): DayRecord {
  return {
    cell,
    day,
    present: false,
    rest: false,
    leave: Exact.ZERO,
    absent: false,
    missed: false,
    planned: false,
    late: { wide: new Set(), punches: new Set() },
    early: { wide: new Set(), punches: new Set() },
    unreadable: [],
  };
}

/** How often somebody was late or early on a day: both kinds of table may tell of the same time. */
export function countMarks({ wide, punches }: Marks): number {
  return Math.max(wide.size, punches.size);
}

/** The part of a working day that was attended: 1, less the days of leave, or 0. */
export function attendedOf({ present, leave }: DayRecord): Exact {
  const isHalfLeave = leave.sign() > 0 && leave.compare(Exact.ONE) < 0;
  return present || isHalfLeave ? Exact.ONE.minus(leave) : Exact.ZERO;
}
