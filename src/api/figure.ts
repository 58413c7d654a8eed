/** Which figure a cell of an output tab shows: found by the words around it, wherever rows stand now. */
import { type Grid, type GridCell, isDateCell } from "../engine/grid";
import type { ItemResult, PayLine, PersonResult, RunResult } from "../engine/result";
import { unitSuffix } from "../report/figures";
import { lineLabel } from "../report/payroll";
import { shorten } from "../report/tab";
import { type LabelKey, type Lang, labelVariants } from "../text/labels";

/** A figure that the rules made. */
export type Figure =
  | { readonly kind: "pay"; readonly person: PersonResult; readonly lines: readonly PayLine[] }
  | {
      readonly kind: "item";
      readonly person: PersonResult;
      readonly item: ItemResult;
      readonly column: LabelKey;
    }
  | { readonly kind: "score" | "total"; readonly person: PersonResult };

const LANGS: readonly Lang[] = ["en", "zh"];
const ITEM_COLUMNS: readonly LabelKey[] = [
  "item",
  "weight",
  "target",
  "actual",
  "pointsBar",
  "attainment",
  "points",
  "lostPoints",
  "remark",
];

/** The text of a cell as headers and names are compared. */
export function textAt(grid: Grid, row: number, column: number): string {
  const cell: GridCell = grid.rows[row - 1]?.[column - 1] ?? "";
  return isDateCell(cell) ? "" : String(cell).trim();
}

/** The figure of a cell, counted from 1; null where it is none of the month's. */
export function figureAt(grid: Grid, row: number, column: number, result: RunResult): Figure | null {
  const header = headerAbove(grid, row);
  if (!header) return null;
  const title = textAt(grid, header.row, column);
  return header.of === "item"
    ? itemFigure(grid, row, header, title, result)
    : personFigure(personNamed(result, textAt(grid, row, header.column)), title);
}

interface Header {
  readonly row: number;
  /** The column of people or items. */
  readonly column: number;
  readonly of: "person" | "item";
}

/** The nearest row above, or the row itself, that heads people or items. */
function headerAbove(grid: Grid, row: number): Header | null {
  for (let above = row - 1; above > 0; above--) {
    const cells = grid.rows[above - 1] ?? [];
    for (const of of ["item", "person"] as const) {
      const column = cells.findIndex((cell) => labelVariants(of).includes(String(cell).trim()));
      if (column >= 0 && cells.length > 2) return { row: above, column: column + 1, of };
    }
  }
  return null;
}

function personNamed(result: RunResult, name: string): PersonResult | null {
  return name === "" ? null : (result.people.find(({ person }) => shorten(person).trim() === name) ?? null);
}

function personFigure(person: PersonResult | null, title: string): Figure | null {
  if (!person || title === "") return null;
  if (labelVariants("score").includes(title)) return { kind: "score", person };
  if (labelVariants("gross").includes(title)) return { kind: "total", person };
  const adjusted = labelVariants("adjustment").includes(title);
  const lines = person.pay.filter((line) =>
    adjusted ? line.from === "adjustment" : line.from === "plan" && isCalled(line, title),
  );
  return lines.length > 0 ? { kind: "pay", person, lines } : null;
}

function isCalled(line: PayLine, title: string): boolean {
  return LANGS.some((lang) => shorten(lineLabel(line, lang)).trim() === title);
}

function itemFigure(
  grid: Grid,
  row: number,
  header: Header,
  title: string,
  result: RunResult,
): Figure | null {
  const person = personOver(grid, header, result);
  const name = textAt(grid, row, header.column);
  const item = person?.items.find((one) =>
    LANGS.some((lang) => one.item + unitSuffix(one.unit, lang) === name),
  );
  const column = ITEM_COLUMNS.find((key) => labelVariants(key).includes(title));
  if (!person) return null;
  if (!item) return labelVariants("total").includes(name) ? { kind: "score", person } : null;
  return column ? { kind: "item", person, item, column } : null;
}

/** The person of a block of items: the nearest name above its header. */
function personOver(grid: Grid, header: Header, result: RunResult): PersonResult | null {
  for (let row = header.row - 1; row > 0; row--) {
    const person = personNamed(result, textAt(grid, row, header.column));
    if (person) return person;
  }
  return null;
}
