import type { Month } from "../engine/calendar";
import { readMonth, readNumber } from "../engine/cell";
import { Exact } from "../engine/exact";
import type { Grid, GridCell } from "../engine/grid";
import { type ClosedMonth, type ClosedPerson, HISTORY_MONTHS } from "../engine/history";
import { headerKey, nameKey, personKey } from "../engine/name";
import { cellText } from "./row";

/** Headers of History: month, person, team, name and value, each in its languages. */
const HISTORY_COLUMNS: readonly (readonly string[])[] = [
  ["month", "月份"],
  ["person", "员工", "員工"],
  ["team", "团队", "團隊"],
  ["name", "名称", "名稱"],
  ["value", "数值", "數值"],
];

/** Where each column of History stands, from 0; -1 for one that is not there. */
interface HistoryColumns {
  readonly month: number;
  readonly person: number;
  readonly team: number;
  readonly name: number;
  readonly value: number;
}

/**
 * The closed months before one on the History tab (Month · Person · Team · Name · Value): the latest,
 * which holds the ones before it, at most `HISTORY_MONTHS` in all. Null without a closed month, or
 * where a column is missing. Rows without a readable month belong to none.
 */
export function readHistory(grid: Grid | null, month: Month): ClosedMonth | null {
  const columns = grid ? columnsOf(grid) : null;
  if (!grid || !columns) return null;
  const byMonth = rowsByMonth(grid, columns.month, month);
  const recent = [...byMonth.keys()].sort().slice(-HISTORY_MONTHS);
  let closed: ClosedMonth | null = null;
  for (const text of recent) {
    const people = peopleOf(byMonth.get(text) ?? [], columns);
    closed = { month: text, people, earlier: closed ? [closed, ...(closed.earlier ?? [])] : [] };
  }
  return closed;
}

function columnsOf(grid: Grid): HistoryColumns | null {
  const header = grid.rows[0]?.map((cell) => headerKey(cellText(cell))) ?? [];
  const [month = -1, person = -1, team = -1, name = -1, value = -1] = HISTORY_COLUMNS.map((names) =>
    header.findIndex((text) => names.includes(text)),
  );
  return Math.min(month, person, name, value) < 0 ? null : { month, person, team, name, value };
}

function rowsByMonth(grid: Grid, column: number, before: Month): Map<string, (readonly GridCell[])[]> {
  const byMonth = new Map<string, (readonly GridCell[])[]>();
  // History grows by a few thousand rows a month, whose month cells are mostly one text.
  const texts = new Map<GridCell, string>();
  for (const row of grid.rows.slice(1)) {
    const cell = row[column] ?? "";
    const text = texts.get(cell) ?? monthText(cell);
    texts.set(cell, text);
    if (text === "" || text >= before.text) continue;
    const rows = byMonth.get(text);
    if (rows) rows.push(row);
    else byMonth.set(text, [row]);
  }
  return byMonth;
}

function monthText(cell: GridCell): string {
  const reading = readMonth(cell);
  return reading.kind === "value" ? reading.value.text : "";
}

function peopleOf(
  rows: readonly (readonly GridCell[])[],
  columns: HistoryColumns,
): Map<string, ClosedPerson & { values: Map<string, Exact | string> }> {
  const people = new Map<string, ClosedPerson & { values: Map<string, Exact | string> }>();
  // A person has dozens of rows, and everybody has the same names.
  const [personKeyOf, nameKeyOf] = [remembered(personKey), remembered(nameKey)];
  for (const row of rows) {
    const person = cellText(row[columns.person] ?? "");
    const key = personKeyOf(person);
    const known = people.get(key) ?? { person, team: cellText(row[columns.team] ?? ""), values: new Map() };
    known.values.set(nameKeyOf(cellText(row[columns.name] ?? "")), storedValue(row[columns.value] ?? ""));
    people.set(key, known);
  }
  return people;
}

/** As the add-on writes most values; there are thousands of them, and other forms may be typed. */
const PLAIN = /^-?\d{1,12}(?:\.\d{1,6})?$/;

function storedValue(cell: GridCell): Exact | string {
  const plain = typeof cell === "string" && PLAIN.test(cell) ? Exact.parse(cell) : null;
  if (plain) return plain;
  const reading = readNumber(cell);
  return reading.kind === "value" ? reading.value : cellText(cell);
}

/** The same function of a text, which works out each text once. */
function remembered(keyOf: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const key = known.get(text) ?? keyOf(text);
    known.set(text, key);
    return key;
  };
}
