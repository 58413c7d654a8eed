/** Where figures stand on the tabs of a month: from an amount on to the score or the line behind it. */
import type { Grid } from "../engine/grid";
import { cellName } from "../engine/issue";
import type { Label } from "../engine/plan";
import type { PayLine, PersonResult, RunResult } from "../engine/result";
import { lineLabel } from "../report/payroll";
import { shorten } from "../report/tab";
import { labelVariants } from "../text/labels";
import type { CellLink } from "./contract";
import { personNamed, textAt } from "./figure";

/** Finds cells of figures, on the selected tab first and then on the others of its month. */
export class FigureCells {
  private all: readonly Grid[] | undefined;

  constructor(
    private readonly result: RunResult,
    private readonly selected: Grid,
    /** The other tabs with a row of each person; read when they are asked for. */
    private readonly others: () => readonly Grid[],
  ) {}

  /** The cell of a person's score; null where no tab shows it. */
  score(person: PersonResult): CellLink | null {
    return this.find(person, labelVariants("score"));
  }

  /** The cell of a line of pay; null where no tab shows it. */
  line(person: PersonResult, line: PayLine): CellLink | null {
    return this.find(
      person,
      (["en", "zh"] as const).map((lang) => shorten(lineLabel(line, lang)).trim()),
    );
  }

  private find(person: PersonResult, titles: readonly string[]): CellLink | null {
    this.all ??= [this.selected, ...this.others()];
    for (const grid of this.all) {
      const isRow = (name: string) => personNamed(this.result, name) === person;
      const cell = cellUnder(grid, titles, isRow);
      if (cell) return cell;
    }
    return null;
  }
}

/** The cell of a line of a month before, by what its tabs call it; null where no tab shows it. */
export function cellOfLine(grids: readonly Grid[], person: string, label: Label): CellLink | null {
  const titles = [label.en, label.zh].map((title) => shorten(title).trim());
  for (const grid of grids) {
    const cell = cellUnder(grid, titles, (name) => name === shorten(person).trim());
    if (cell) return cell;
  }
  return null;
}

/** The cell of a person's row in the first table with a column of such a title. */
function cellUnder(grid: Grid, titles: readonly string[], isRow: (name: string) => boolean): CellLink | null {
  let at: { readonly name: number; readonly figure: number } | null = null;
  for (let row = 1; row <= grid.rows.length; row++) {
    const name = columnOf(grid, row, labelVariants("person"));
    if (name > 0) at = { name, figure: columnOf(grid, row, titles) };
    if (!at || at.figure === 0 || name > 0) continue;
    if (isRow(textAt(grid, row, at.name)) && textAt(grid, row, at.figure) !== "")
      return { tab: grid.name, cell: cellName(row, at.figure) };
  }
  return null;
}

/** The first column of a row with one of these texts, counted from 1; 0 where there is none. */
function columnOf(grid: Grid, row: number, words: readonly string[]): number {
  const cells = grid.rows[row - 1] ?? [];
  return cells.findIndex((cell) => typeof cell === "string" && words.includes(cell.trim())) + 1;
}
