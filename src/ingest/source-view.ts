import type { Month } from "../engine/calendar";
import { WHOLE_MONTH } from "../engine/facts";
import type { Issue } from "../engine/issue";
import type { Person } from "../engine/roster";
import type { SourceRow } from "../engine/source";
import { type Dating, dateOfRow, datingIssue, datingOf, daysOf } from "./dates";
import type { PersonFinder } from "./people";
import type { SourceColumns } from "./source-columns";
import { RowSorter, type Table } from "./table";
import { Tally } from "./tally";
import { unreadableIssue } from "./unread";
import type { CompiledWhere } from "./where";

/** A row of a table in the month, with its person (null: the shop's, or not on Staff). */
export interface ViewRow {
  readonly row: number;
  readonly person: Person | null;
  readonly day: number;
  readonly dateIssue: Issue | null;
}

/** A table read by one person column and one date column; several Sources rows share it. */
export interface View {
  readonly table: Table;
  readonly rows: readonly ViewRow[];
  /** The table has a row in the month, whoever it is about. */
  readonly hasRows: boolean;
  readonly tally: Tally;
  readonly issues: readonly Issue[];
  /** First and last day of its rows; null without rows. */
  readonly days: { readonly first: number; readonly last: number } | null;
}

/** A Sources row that can be read. */
export interface OpenSource {
  readonly source: SourceRow;
  readonly table: Table;
  readonly columns: SourceColumns;
  readonly view: View;
  readonly test: NonNullable<CompiledWhere["test"]> | null;
  /** The measure is a number of things, seconds or days, which is never below zero. */
  readonly isCounted: boolean;
}

/** Sorts the rows of a table by month and person. An issue where it cannot be dated at all. */
export function openView(
  table: Table,
  columns: SourceColumns,
  finder: PersonFinder,
  month: Month,
): View | Issue {
  const dating = datingOf(table, columns.date, month);
  const problem = datingIssue(table, dating, month);
  if (problem?.severity === "error") return problem;
  const sorter = new RowSorter(table, columns.person, columns.date, (text) => finder.isAccount(text));
  const scan = new ViewScan(table, columns, dating, finder, month);
  for (let row = table.firstRow; row < table.grid.rows.length; row++) {
    const kind = sorter.kindOf(table.grid.rows[row] ?? []);
    if (kind === "data") scan.add(row);
    else scan.tally.leaveOut(kind, row);
  }
  return scan.view(problem ? [problem] : []);
}

class ViewScan {
  readonly tally = new Tally();
  private readonly rows: ViewRow[] = [];
  private first = Number.MAX_SAFE_INTEGER;
  private last = 0;

  constructor(
    private readonly table: Table,
    private readonly columns: SourceColumns,
    private readonly dating: Dating,
    private readonly finder: PersonFinder,
    private readonly month: Month,
  ) {}

  add(row: number): void {
    const cells = this.table.grid.rows[row] ?? [];
    const date = dateOfRow(this.dating, cells);
    if (typeof date === "string" || date.kind === "other-month" || date.kind === "no-date") {
      this.tally.leaveOut(typeof date === "string" ? date : date.kind, row);
      return;
    }
    const days = daysOf(date, this.month);
    this.first = Math.min(this.first, days.first);
    this.last = Math.max(this.last, days.last);
    const { person } = this.columns;
    const owned =
      person === null ? null : this.finder.find(cells[person], days, { row, column: person }, this.tally);
    if (person !== null && !owned) return;
    this.rows.push({
      row,
      person: owned?.person ?? null,
      day: date.kind === "day" ? date.day : WHOLE_MONTH,
      dateIssue: date.kind === "unreadable" ? this.dateIssue(row, date.problem) : null,
    });
  }

  private dateIssue(row: number, problem: { code: string; values: Readonly<Record<string, string>> }): Issue {
    const column = this.columns.date ?? 0;
    return unreadableIssue(this.table.grid, row, column, this.table.headers[column]?.text ?? "", { problem });
  }

  view(issues: readonly Issue[]): View {
    const hasRows = this.last > 0;
    const days = hasRows ? { first: this.first, last: this.last } : null;
    return { table: this.table, rows: this.rows, hasRows, tally: this.tally, issues, days };
  }
}
