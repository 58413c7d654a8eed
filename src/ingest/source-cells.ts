import { isTimeCell, type Reading, readNumber, readSeconds, type SecondsForm } from "../engine/cell";
import { Exact } from "../engine/exact";
import { type GridCell, isBlank } from "../engine/grid";
import { type Issue, issueAt } from "../engine/issue";
import { secondsForm } from "./outputs";
import type { OpenSource } from "./source-view";
import { cellText, type Table } from "./table";
import { unreadableIssue } from "./unread";

/** A measured cell: a value, nothing, or an issue. */
export type Measured = { readonly value: Exact | string; readonly weight: Exact | null } | Issue | null;

/** How the cells of a Sources row's column are read. */
export function cellReader(
  open: OpenSource,
  issues: Issue[],
): (row: number, cells: readonly GridCell[]) => Measured {
  const { source, columns, isCounted } = open;
  const { value } = columns;
  if (source.how === "count")
    return (_row, cells) => (value === null || isFilled(cells[value]) ? COUNTED : null);
  if (value === null) throw new Error("a measured column was checked before");
  if (source.how === "distinct") return distinctReader(open, value, issues);
  const measure = numberReader(open, value, isCounted);
  const { weight } = columns;
  if (weight === null) return (row, cells) => toMeasured(measure(row, cells), Exact.ONE);
  const weigh = numberReader(open, weight, true);
  return (row, cells) => {
    const number = measure(row, cells);
    if (number === null || !(number instanceof Exact)) return number;
    const weighed = weigh(row, cells);
    return weighed instanceof Exact ? toMeasured(number, weighed) : weighed;
  };
}

const COUNTED = { value: Exact.ONE, weight: null };

function toMeasured(value: Exact | Issue | null, weight: Exact): Measured {
  return value instanceof Exact ? { value, weight } : value;
}

/** `count` with a column counts cells that hold something; marks for missing data do not. */
function isFilled(cell: GridCell | undefined): boolean {
  if (typeof cell !== "string") return cell !== undefined;
  return !isBlank(cell) && readNumber(cell).kind !== "missing";
}

function numberReader(
  { table }: OpenSource,
  column: number,
  isCounted: boolean,
): (row: number, cells: readonly GridCell[]) => Exact | Issue | null {
  const header = table.headers[column];
  const form = header ? durationForm(table, column) : null;
  const isMixed = form === null && hasPercent(table, column);
  return (row, cells) => {
    const cell = cells[column] ?? "";
    const number = form
      ? readSeconds(cell, form)
      : plainNumber(cell, isMixed, header?.unit.isPercent === true);
    const reading = isCounted ? notNegative(number, cell) : number;
    if (reading.kind === "value") return reading.value;
    if (reading.kind === "missing") return null;
    return unreadableIssue(table.grid, row, column, header?.text ?? "", reading);
  };
}

/** Nobody has answered minus three buyers: a number of things, seconds or days below zero is a slip. */
function notNegative(reading: Reading<Exact>, cell: GridCell): Reading<Exact> {
  if (reading.kind !== "value" || reading.value.sign() >= 0) return reading;
  return { kind: "unreadable", problem: { code: "cell-negative", values: { text: cellText(cell).trim() } } };
}

const HIGHEST_FRACTION = Exact.scaled(15, 1);

/** Beside cells with percent signs a plain number above 1.5 may have lost its sign. */
function plainNumber(cell: GridCell, isMixed: boolean, isPercentColumn: boolean): Reading<Exact> {
  const reading = readNumber(cell);
  if (reading.kind !== "value" || reading.percent) return reading;
  if (isPercentColumn && isMixed) return { ...reading, value: reading.value.over(Exact.HUNDRED) };
  if (!isMixed || reading.value.compare(HIGHEST_FRACTION) <= 0) return reading;
  const fraction = reading.value.over(Exact.HUNDRED).toText(8);
  return {
    kind: "unreadable",
    problem: { code: "rate-without-percent", values: { text: cellText(cell).trim(), fraction } },
  };
}

function hasPercent(table: Table, column: number): boolean {
  return table.grid.rows.some((row, index) => {
    const cell = row[column];
    return index >= table.firstRow && typeof cell === "string" && /[%％]\s*$/.test(cell);
  });
}

const SECONDS_HEADER = /秒|时长|時長|响应时间|響應時間|回應時間|second|duration|\(s\)|mm:ss/i;

/** Set for a column of durations: its header says so, or it holds time cells. */
function durationForm(table: Table, column: number): SecondsForm | null {
  const header = table.headers[column];
  if (!header) return null;
  const isTime = SECONDS_HEADER.test(header.text.normalize("NFKC")) || header.unit.isTime;
  if (isTime || table.grid.rows.some((row, index) => index >= table.firstRow && isTimeCell(row[column]))) {
    return secondsForm(header);
  }
  return null;
}

/** Numbers from this size on have lost digits where they were order numbers. */
const LONG_NUMBER = 1e15;

function distinctReader(
  { table }: OpenSource,
  column: number,
  issues: Issue[],
): (row: number, cells: readonly GridCell[]) => Measured {
  let isTold = false;
  return (row, cells) => {
    const cell = cells[column] ?? "";
    if (!isFilled(cell)) return null;
    if (!isTold && typeof cell === "number" && Math.abs(cell) >= LONG_NUMBER) {
      isTold = true;
      const place = { tab: table.grid.name, row: row + 1, column: column + 1 };
      issues.push(
        issueAt("warning", "long-number", place, { header: table.headers[column]?.text ?? "" }, String(cell)),
      );
    }
    return { value: identity(cell), weight: null };
  };
}

/** A value as it is told apart from others: `="123"`, `'123` and 123 are one. */
function identity(cell: GridCell): string {
  if (typeof cell === "object") return `@${cell.serial}`;
  const text = cellText(cell).normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
  return text.replace(/^="(.*)"$/, "$1").replace(/^'/, "");
}
