import { isoOfDay } from "../engine/calendar";
import { dayOf, type Grid, type GridCell, isDateCell } from "../engine/grid";
import { headerKey } from "../engine/name";

/** One column of a record tab. */
export interface RecordColumn<Key extends string> {
  readonly key: Key;
  readonly en: string;
  readonly zh: string;
  /** Pixels. */
  readonly width: number;
  /** What people write at length: the row grows with it. */
  readonly wrap?: true;
}

/** A tab that the add-on appends rows to and people read (DESIGN section 3). Every cell is text. */
export interface RecordTab<Key extends string = string> {
  readonly en: string;
  readonly zh: string;
  readonly columns: readonly RecordColumn<Key>[];
}

/** A record tab as it stands in a workbook. */
export interface FoundRecord<Key extends string> {
  readonly grid: Grid;
  /** Counted from 0. */
  readonly headerRow: number;
  /** Column of each key, counted from 0. */
  readonly columns: Readonly<Record<Key, number>>;
}

/**
 * Finds a record tab by its whole header row, in any order of columns and either language: the tab of
 * our name, or else the first of several under any name.
 */
export function columnsOf<Key extends string>(
  grids: readonly Grid[],
  tab: RecordTab<Key>,
): FoundRecord<Key> | null {
  const own = [tab.en, tab.zh].flatMap((name) => grids.find((grid) => grid.name === name) ?? []);
  for (const grid of [...own, ...grids]) {
    const header = headerOf(grid);
    const places = tab.columns.map(({ key, en, zh }) => {
      const names = [headerKey(en), headerKey(zh)];
      return [key, header.findIndex((text) => names.includes(text))] as const;
    });
    if (places.every(([, column]) => column >= 0))
      return { grid, headerRow: 0, columns: Object.fromEntries(places) as Record<Key, number> };
  }
  return null;
}

/** First rows by the rows that they stand over: a run looks for each record tab several times. */
const HEADERS = new WeakMap<Grid["rows"], readonly string[]>();

function headerOf({ rows }: Grid): readonly string[] {
  const known = HEADERS.get(rows);
  if (known) return known;
  const header = rows[0]?.map((cell) => headerKey(recordText(cell))) ?? [];
  HEADERS.set(rows, header);
  return header;
}

/** The text of a record's cell; a date that somebody typed is written out. */
export function recordText(cell: GridCell | undefined): string {
  if (cell === undefined) return "";
  if (isDateCell(cell)) return isoOfDay(dayOf(cell));
  return String(cell).trim();
}
