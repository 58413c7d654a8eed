/** What somebody changed by hand, against what protections let them change. */
import type { Area } from "./a1.ts";
import type { Book, BookSheet } from "./book.ts";
import { type BookState, captureBook, type SheetState } from "./history.ts";
import { isBarred } from "./protection.ts";
import type { Person } from "./world.ts";

type Cells = SheetState["layers"][number]["cells"];

/** Layers of a state, in the order of `captureBook`. */
const [VALUES, FORMULAS, STYLES] = [0, 1, 2];

/** The tab on which a person changed what a protection keeps from them; undefined where all was allowed. */
export function barredTab(person: Person, before: BookState, book: Book): BookSheet | undefined {
  const after = new Map(captureBook(book, before).sheets.map((state) => [state.sheet, state]));
  const barred = before.sheets.find((state) => {
    const { sheet } = state;
    const now = after.get(sheet);
    if (now === state || sheet.protections.length === 0) return false;
    // A tab that was removed, renamed, hidden or moved is touched as a whole.
    if (!now || now.frame !== state.frame) return isBarred(person, sheet, wholeOf(sheet));
    return changedCells(state, now).some((area) => isBarred(person, sheet, area));
  });
  return barred?.sheet;
}

function wholeOf({ maxRows, maxColumns }: BookSheet): Area {
  return { top: 1, left: 1, bottom: maxRows, right: maxColumns };
}

function changedCells(before: SheetState, after: SheetState): Area[] {
  const formula = (row: number, column: number) => cellsOf(after, FORMULAS)[row]?.[column];
  const typed = differences(cellsOf(before, VALUES), cellsOf(after, VALUES)).filter(
    // The result of a formula is nobody's typing.
    ([row, column]) => formula(row, column) === undefined,
  );
  const others = [FORMULAS, STYLES].flatMap((layer) =>
    differences(cellsOf(before, layer), cellsOf(after, layer)),
  );
  return [...typed, ...others].map(([row, column]) => {
    return { top: row + 1, left: column + 1, bottom: row + 1, right: column + 1 };
  });
}

function cellsOf(state: SheetState, layer: number): Cells {
  return state.layers[layer]?.cells ?? [];
}

/** Places, from 0, where two layers differ. */
function differences(one: Cells, other: Cells): [number, number][] {
  if (one === other) return [];
  const places: [number, number][] = [];
  for (let row = 0; row < Math.max(one.length, other.length); row++) {
    const [left, right] = [one[row] ?? [], other[row] ?? []];
    for (let column = 0; column < Math.max(left.length, right.length); column++)
      if (left[column] !== right[column]) places.push([row, column]);
  }
  return places;
}
