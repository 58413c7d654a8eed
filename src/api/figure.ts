/** Which figure a cell of an output tab shows: found by the words around it, wherever rows stand now. */
import { type Grid, type GridCell, isDateCell } from "../engine/grid";
import type { ItemResult, PayLine, PersonResult, RunResult } from "../engine/result";
import { unitSuffix } from "../report/figures";
import { findOutput } from "../report/names";
import { lineLabel } from "../report/payroll";
import { headerVariants } from "../report/payroll-columns";
import { cutLabel } from "../report/statements/page";
import { shorten } from "../report/tab";
import { type LabelKey, type Lang, labelVariants } from "../text/labels";
import { type TabWord, tabWord } from "../text/tab-words";

/** A figure that the rules made. */
export type Figure =
  | { readonly kind: "pay"; readonly person: PersonResult; readonly lines: readonly PayLine[] }
  | {
      readonly kind: "item";
      readonly person: PersonResult;
      readonly item: ItemResult;
      readonly column: LabelKey;
    }
  | {
      readonly kind: "score";
      readonly person: PersonResult;
      /** The cell shows the score itself, and not a bar of it or the points that were lost. */
      readonly isShown: boolean;
    }
  | { readonly kind: "total"; readonly person: PersonResult };

const LANGS: readonly Lang[] = ["en", "zh"];
/** As long as an item's name is over the bars of the dashboard. */
const BAR_LIMIT = 40;
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

/** A word of the tabs in both languages. */
export function tabVariants(key: TabWord, values: Readonly<Record<string, string>> = {}): string[] {
  return LANGS.map((lang) => tabWord(key, lang, values));
}

/** The figure of a cell, counted from 1; null where it is none of the month's. */
export function figureAt(grid: Grid, row: number, column: number, result: RunResult): Figure | null {
  const header = headerAbove(grid, row);
  const total = grossBeside(grid, row, column, result);
  if (total || !header) return total;
  const title = textAt(grid, header.row, column);
  if (header.of === "item") return itemFigure(grid, row, header, title, result);
  if (header.of === "line") return lineFigure(grid, row, header, title, result);
  const person = personNamed(result, textAt(grid, row, header.column));
  return person && (personFigure(person, title) ?? rankedFigure(grid, { row, header, title, person }));
}

interface Header {
  readonly row: number;
  /** The column of people, items or lines. */
  readonly column: number;
  readonly of: "person" | "item" | "line";
}

const HEADED: readonly { readonly of: Header["of"]; readonly words: readonly string[] }[] = [
  { of: "item", words: labelVariants("item") },
  { of: "person", words: labelVariants("person") },
  { of: "line", words: tabVariants("payLine") },
];

/** The nearest row above that heads people, items, or the lines of a statement. */
function headerAbove(grid: Grid, row: number): Header | null {
  for (let above = row - 1; above > 0; above--) {
    const cells = grid.rows[above - 1] ?? [];
    for (const { of, words } of HEADED) {
      const column = cells.findIndex((cell) => words.includes(String(cell).trim()));
      if (column >= 0 && cells.length > 2) return { row: above, column: column + 1, of };
    }
  }
  return null;
}

/** A name is cut to what its cell holds: on the large line of a statement shorter than elsewhere. */
const NAME_LIMITS = [undefined, 60] as const;

/** The person whose name a cell shows; null for any other text. */
export function personNamed(result: RunResult, name: string): PersonResult | null {
  const isNamed = ({ person }: PersonResult) =>
    NAME_LIMITS.some((limit) => shorten(person, limit).trim() === name);
  return name === "" ? null : (result.people.find(isNamed) ?? null);
}

/** The large total of a statement: beside the person's name, behind the words for it. */
function grossBeside(grid: Grid, row: number, column: number, result: RunResult): Figure | null {
  const isGross = [1, 2].some((back) => labelVariants("gross").includes(textAt(grid, row, column - back)));
  const person = isGross ? personNamed(result, textAt(grid, row, 1)) : null;
  return person && { kind: "total", person };
}

/** Columns of people that tell of the score, besides the score itself. */
const SCORE_COLUMNS: readonly LabelKey[] = ["scoreBar", "lostInAll"];
const WEAKEST_COLUMNS: readonly LabelKey[] = ["weakestItem", "lostHere"];

function personFigure(person: PersonResult, title: string): Figure | null {
  if (title === "") return null;
  const isShown = labelVariants("score").includes(title);
  if (isShown || SCORE_COLUMNS.some((key) => labelVariants(key).includes(title)))
    return { kind: "score", person, isShown };
  if (labelVariants("gross").includes(title)) return { kind: "total", person };
  const adjusted = headerVariants("adjustment").includes(title);
  const lines = person.pay.filter((line) =>
    adjusted ? line.from !== "plan" : line.from === "plan" && isCalled(line, title),
  );
  return lines.length > 0 ? { kind: "pay", person, lines } : null;
}

interface Ranked {
  readonly row: number;
  readonly header: Header;
  readonly title: string;
  readonly person: PersonResult;
}

/** An item in a row of people: the one that lost most in the ranking, or a bar of the dashboard. */
function rankedFigure(grid: Grid, { row, header, title, person }: Ranked): Figure | null {
  const found = (item: ItemResult | undefined, column: LabelKey): Figure | null =>
    item ? { kind: "item", person, item, column } : null;
  if (WEAKEST_COLUMNS.some((key) => labelVariants(key).includes(title))) {
    const at = (grid.rows[header.row - 1] ?? []).findIndex((cell) =>
      labelVariants("weakestItem").includes(String(cell).trim()),
    );
    const name = textAt(grid, row, at + 1);
    return found(
      person.items.find(({ item }) => shorten(item) === name),
      "lostPoints",
    );
  }
  const isBar = (key: "targets.ofTarget" | "targets.ofWeight") => (one: ItemResult) =>
    tabVariants(key, { item: shorten(one.item, BAR_LIMIT) }).includes(title);
  return (
    found(person.items.find(isBar("targets.ofTarget")), "attainment") ??
    found(person.items.find(isBar("targets.ofWeight")), "pointsBar")
  );
}

/** A line of a statement; of lines with one label the first row is the first line. */
function lineFigure(
  grid: Grid,
  row: number,
  header: Header,
  title: string,
  result: RunResult,
): Figure | null {
  const person = personOver(grid, header, result);
  const name = textAt(grid, row, header.column);
  if (!person || name === "" || title === "") return null;
  if (labelVariants("gross").includes(name)) return { kind: "total", person };
  const names = grid.rows.slice(header.row, row - 1).map((cells) => String(cells[header.column - 1] ?? ""));
  const earlier = names.filter((one) => one.trim() === name).length;
  const lines = person.pay.filter((line) => LANGS.some((lang) => cutLabel(lineLabel(line, lang)) === name));
  const line = lines[earlier];
  return line ? { kind: "pay", person, lines: [line] } : null;
}

function isCalled(line: PayLine, title: string): boolean {
  return LANGS.some((lang) => shorten(lineLabel(line, lang)).trim() === title);
}

/** What the dashboard says of an item is of everybody, so it is no person's figure. */
function itemFigure(
  grid: Grid,
  row: number,
  header: Header,
  title: string,
  result: RunResult,
): Figure | null {
  const person = findOutput(grid)?.kind === "dashboard" ? null : personOver(grid, header, result);
  const name = textAt(grid, row, header.column);
  const item = person?.items.find((one) =>
    LANGS.some((lang) => {
      const shown = one.item + unitSuffix(one.unit, lang);
      return [shown, shorten(shown), cutLabel(shown)].includes(name);
    }),
  );
  const column = ITEM_COLUMNS.find((key) => labelVariants(key).includes(title));
  if (!person) return null;
  const isSum = (["total", "score"] as const).some((key) => labelVariants(key).includes(name));
  const isShown = labelVariants("points").includes(title);
  if (!item) return isSum ? { kind: "score", person, isShown } : null;
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
