/** What a quarter's outcomes mean for Staff: who has a row for the next quarter, and the rows to add. */
import type { Day } from "../engine/calendar";
import type { Exact } from "../engine/exact";
import { type GridCell, isDateCell } from "../engine/grid";
import { personKey } from "../engine/name";
import { isMove, type Move, type PersonReview, type QuarterReview } from "../report/grade-review";
import type { RuleRow } from "../rules/row";
import type { FoundTab } from "../rules/tabs";
import { groupBy, withDates } from "../rules/versions";
import { type CellEdit, dateCell, type NewCell, numberCell, textCell } from "./cells";
import { lastFilledRow } from "./edit";
import { type OpenRules, rowNumber, versionAt, versionOn } from "./open";

/** A move with the Staff row that it copies; null where nothing can be added. */
export interface StaffMove extends Move {
  readonly source: RuleRow | null;
  /** The base pay that the new row states instead of the copied one; null: it is copied. */
  readonly newPay: Exact | null;
}

/** What becomes of each outcome of a quarter, by `personKey` (READINGS 3.7). */
export function staffMoves(rules: OpenRules, { people, quarter }: QuarterReview): Map<string, StaffMove> {
  const rows = groupBy(rules.rows("staff"), (row) => personKey(row.text("person")));
  return new Map(
    people.map((one) => {
      const key = personKey(one.person);
      return [key, moveOf(one, rows.get(key) ?? [], quarter.next)];
    }),
  );
}

const NO_ROW = { row: null, grade: "", source: null, newPay: null } as const;

function moveOf(one: PersonReview, rows: readonly RuleRow[], next: Day): StaffMove {
  const dated = withDates(rows);
  const [begun] = versionAt(dated, next);
  const [source] = versionOn(dated, next).map(({ row }) => row);
  const known = source ?? null;
  const ownPay = known ? ownPayOf(known, one) : null;
  if (!isMove(one.review)) return { ...NO_ROW, state: one.review.next ? stayState(one) : "flag", ownPay };
  if (begun) return { ...NO_ROW, ...beganOf(begun.row, one), ownPay };
  const isUnreadable = !known || dated.some(({ undated }) => undated) || isBroken(known) || !one.nextBasePay;
  if (isUnreadable) return { ...NO_ROW, state: "unreadable", ownPay };
  const left = known.date("left");
  if (left !== null && left < next) return { ...NO_ROW, state: "left", ownPay };
  const grade = known.text("grade");
  if (personKey(grade) !== personKey(one.review.grade.name))
    return { ...NO_ROW, state: "changed", grade, ownPay };
  const takesNewPay = ownPay === null && known.text("basePay") !== "";
  return {
    ...NO_ROW,
    state: "open",
    source: known,
    grade,
    ownPay,
    newPay: takesNewPay ? one.nextBasePay : null,
  };
}

/** Pending and final review are for a person to look at, though the grade stays. */
function stayState({ review }: PersonReview): "flag" | "stays" {
  return review.outcome === "hold" || review.outcome === "top" ? "stays" : "flag";
}

function beganOf(row: RuleRow, { review }: PersonReview): Pick<StaffMove, "state" | "row" | "grade"> {
  const grade = row.text("grade");
  const isSame = personKey(grade) === personKey(review.next?.name ?? "");
  return { state: isSame ? "done" : "other", row: rowNumber(row), grade };
}

function isBroken(row: RuleRow): boolean {
  row.number("basePay");
  return row.problems.length > 0;
}

/** A base pay that is not that of the grade; null where it is, or is blank. */
function ownPayOf(row: RuleRow, { review }: PersonReview): Exact | null {
  const pay = row.number("basePay")?.value ?? null;
  return pay && !(review.grade.basePay && pay.equals(review.grade.basePay)) ? pay : null;
}

/**
 * The cells that add a row to Staff for each move, below its last row: the row in force copied whole,
 * people's own columns among them (but no formulas of those), with the new grade and From. Null where
 * Staff lacks a column that they need.
 */
export function planStaffRows(
  tab: FoundTab,
  moves: readonly { readonly one: PersonReview; readonly move: StaffMove }[],
  next: Day,
): CellEdit[] | null {
  if (!tab.columns.has("from") || !tab.columns.has("grade")) return null;
  const end = lastFilledRow(tab);
  return moves.flatMap(({ one, move }, index) => rowEdits(tab, end + 1 + index, one, move, next));
}

function rowEdits(tab: FoundTab, at: number, one: PersonReview, move: StaffMove, next: Day): CellEdit[] {
  const { source, newPay } = move;
  if (!source) return [];
  const keys = new Map([...tab.columns].map(([key, column]) => [column, key]));
  const cells = tab.grid.rows[rowNumber(source) - 1] ?? [];
  const width = Math.max(cells.length, ...[...keys.keys()].map((column) => column + 1));
  return Array.from({ length: width }, (_, column): CellEdit => {
    const key = keys.get(column);
    const isForeignFormula =
      key === undefined && tab.grid.formulas?.has(`${rowNumber(source) - 1},${column}`) === true;
    const cell = newCellOf(key, { next, newPay, grade: one.review.next?.name ?? "" });
    const copied = isForeignFormula ? textCell("") : copyOf(cells[column] ?? "");
    return { kind: "staff", tab: tab.grid.name, row: at, column: column + 1, cell: cell ?? copied };
  });
}

/** What the new row says otherwise than the copied one; null for a column that it copies. */
function newCellOf(
  key: string | undefined,
  { next, newPay, grade }: { readonly next: Day; readonly newPay: Exact | null; readonly grade: string },
): NewCell | null {
  if (key === "from") return dateCell(next);
  if (key === "grade") return textCell(grade);
  return key === "basePay" && newPay ? numberCell(newPay.toText(MOST_DECIMALS)) : null;
}

const MOST_DECIMALS = 12;

/** A cell as it reads, whatever kind it is of. */
function copyOf(cell: GridCell): NewCell {
  if (isDateCell(cell)) return dateCell(Math.floor(cell.serial));
  if (typeof cell === "number") return { kind: "number", value: cell, typed: String(cell) };
  if (typeof cell === "boolean") return textCell(cell ? "TRUE" : "FALSE");
  return /^-?\d+(?:\.\d+)?%$/.test(cell) ? numberCell(cell) : textCell(cell);
}
