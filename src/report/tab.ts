/** The tabs that the add-on makes; `rules` are the tabs that Set up writes, `raw` the sample's pasted ones. */
export type OutputKind = "scorecard" | "dashboard" | "payroll" | "payslips" | "statements" | "checks";

/** How a cell looks. What is absent is the sheet's default. Styles are shared objects: never change one. */
export interface CellStyle {
  /** Number format; text cells are always written as `@`. */
  readonly format?: string;
  readonly bold?: true;
  readonly italic?: true;
  /** Points; 10 where absent. */
  readonly size?: number;
  readonly color?: string;
  readonly background?: string;
  readonly align?: "left" | "center" | "right";
  readonly wrap?: true;
}

/**
 * One cell. `text` is never parsed, whatever it begins with. `live` is typed into the sheet as it
 * is: a formula of ours, or a pasted text of the sample that the sheet may read as a number.
 */
export interface TabCell {
  readonly kind: "text" | "number" | "live" | "blank";
  readonly value: string | number;
  readonly style: CellStyle;
  readonly note?: string;
}

/** A block of cells, counted from 1. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Colours a block by what its cells come to hold. */
export interface ConditionalFormat {
  readonly area: Area;
  readonly when:
    | { readonly kind: "textContains"; readonly text: string }
    | { readonly kind: "numberBelow"; readonly value: number };
  readonly background: string;
  readonly color: string;
}

/** A column that belongs to the people who type in it. */
export interface OwnedColumn {
  readonly column: number;
  /** The header in every language, to find the column on a tab of an earlier run. */
  readonly headers: readonly string[];
  /** `money` columns are summed where a slip asks for the deductions. */
  readonly kind: "money" | "text";
}

/** What people typed and a new run keeps, found by the person's name. */
export interface OwnedBlock {
  readonly headerRow: number;
  readonly personColumn: number;
  /** The person column's header in every language. */
  readonly personHeaders: readonly string[];
  readonly columns: readonly OwnedColumn[];
  /** What stands in the person column of the row after the last person, in every language. */
  readonly endLabels: readonly string[];
  /** Row of each person. */
  readonly rows: ReadonlyMap<string, number>;
}

/** A cell that shows the sum of what HR typed for a person on Payroll; blank where nothing is typed. */
export interface TypedSum {
  readonly row: number;
  readonly column: number;
  readonly person: string;
}

/**
 * Where a tab keeps what HR typed on Payroll for people who have no row there any more. A writer
 * puts the heading and a row for each such cell (person, column, value) in front of row `before`;
 * it finds the rows of an earlier run under a heading of any language.
 */
export interface KeptBlock {
  readonly before: number;
  /** Text of the heading's first cell in every language. */
  readonly titles: readonly string[];
  /** The heading's rows; the rows of cells follow, up to the first empty one. */
  readonly heading: readonly (readonly (TabCell | null)[])[];
  readonly looks: { readonly person: CellStyle; readonly column: CellStyle; readonly value: CellStyle };
  /** What stands at a row instead, once there is something to keep; null where nothing changes. */
  readonly notice: { readonly row: number; readonly cell: TabCell } | null;
}

/** Values that cells offer in a list; other values are taken too, with a hint. */
export interface ValueList {
  readonly area: Area;
  readonly values: readonly string[];
  readonly help: string;
}

/** Several columns of one width in pixels. */
export interface WidthRun {
  readonly column: number;
  readonly count: number;
  readonly width: number;
}

/** A chart over cells of the same tab. */
export interface ChartDescription {
  /** `combo` draws each series as its option `series` says. */
  readonly kind: "bar" | "column" | "combo";
  /** Blocks of whole columns side by side, each with its header row; the first column names the rows. */
  readonly ranges: readonly Area[];
  readonly title: string;
  /** The cell at whose upper left corner it begins; sizes in pixels. */
  readonly row: number;
  readonly column: number;
  readonly width: number;
  readonly height: number;
  /** Further options by their names in Sheets. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** The charts of a tab. A new run replaces those that it finds under one of the titles, and no others. */
export interface TabCharts {
  readonly list: readonly ChartDescription[];
  /** Every title, in every language, that a chart of ours has had on this tab. */
  readonly titles: readonly string[];
}

/** Rows of one height in pixels, from the first one on. */
export interface RowHeights {
  readonly count: number;
  readonly height: number;
}

/** A whole tab as data. A writer puts it into a sheet. */
export interface TabDescription {
  /** The name that a new tab gets. */
  readonly name: string;
  /** Text of A1 in every language, by which an earlier run's tab is known; empty for other tabs. */
  readonly stamps: readonly string[];
  readonly kind: OutputKind | "rules" | "raw" | "review";
  /** Rows from the first on, all of `columnCount` cells; null is an empty cell of default looks. */
  readonly rows: readonly (readonly (TabCell | null)[])[];
  readonly columnCount: number;
  readonly widths: readonly WidthRun[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly borders: readonly Area[];
  readonly conditional: readonly ConditionalFormat[];
  readonly owned: OwnedBlock | null;
  readonly typedSums: readonly TypedSum[];
  readonly kept: KeptBlock | null;
  readonly tabColor: string | null;
  /** Lists of values; none where absent. */
  readonly lists?: readonly ValueList[];
  /** Warns, in these words, whoever types outside people's own columns; nothing where absent. */
  readonly guard?: string;
  /** The month is approved: nobody but the owner and whoever locked it may type, in any column. */
  readonly locked?: boolean;
  /** None where absent; then no chart is touched either. */
  readonly charts?: TabCharts;
  /** Rows are as high as their text where absent. */
  readonly rowHeights?: RowHeights;
  /** For tabs that are printed as forms. */
  readonly hidesGridlines?: true;
}

const PLAIN: CellStyle = {};
/** Google refuses a whole block for one cell of more than 50,000 signs: texts stay far below. */
const TEXT_LIMIT = 300;
/** Wrapped cells hold sentences and lists of names; notes hold arithmetic. */
const LONG_LIMIT = 5000;

/** A text of at most so many signs (of a cell that is not wrapped: 300); a longer one ends in `…`. */
export function shorten(value: string, limit = TEXT_LIMIT): string {
  if (value.length <= limit) return value;
  const cut = value.slice(0, limit - 1);
  // Never half of a sign that takes two units.
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** A text cell of a report, shortened to what a cell can hold. */
export function text(value: string, style: CellStyle = PLAIN, note?: string): TabCell {
  const limit = style.wrap ? LONG_LIMIT : TEXT_LIMIT;
  return withNote({ kind: "text", value: shorten(value, limit), style }, note);
}

/** A text cell of an input tab, whole. */
export function wholeText(value: string, style: CellStyle = PLAIN): TabCell {
  return { kind: "text", value, style };
}

/** A number cell; a value that is no finite number is written as text. */
export function number(value: number, style: CellStyle, note?: string): TabCell {
  if (!Number.isFinite(value)) return text(String(value), style, note);
  return withNote({ kind: "number", value, style }, note);
}

/** A formula of ours, or a text that the sheet reads as if it were typed. */
export function live(value: string, style: CellStyle = PLAIN, note?: string): TabCell {
  return withNote({ kind: "live", value, style }, note);
}

/** An empty cell that has looks. */
export function blank(style: CellStyle): TabCell {
  return { kind: "blank", value: "", style };
}

function withNote(cell: TabCell, note: string | undefined): TabCell {
  return note === undefined || note === "" ? cell : { ...cell, note: shorten(note, LONG_LIMIT) };
}

/** Runs of equal widths, so that a sheet is told once a run. */
export function widthRuns(widths: readonly number[]): WidthRun[] {
  const runs: { column: number; count: number; width: number }[] = [];
  widths.forEach((width, index) => {
    const last = runs[runs.length - 1];
    if (last && last.width === width) last.count++;
    else runs.push({ column: index + 1, count: 1, width });
  });
  return runs;
}

/** Gathers the rows of a tab of a fixed number of columns. */
export class TabRows {
  readonly rows: (TabCell | null)[][] = [];

  constructor(readonly columnCount: number) {}

  /** Number (from 1) of the row that comes next. */
  get next(): number {
    return this.rows.length + 1;
  }

  /** Adds a row, padded with empty cells (of looks `fill`, if given), and returns its number. */
  add(cells: readonly (TabCell | null)[], fill?: CellStyle): number {
    const padding = fill ? blank(fill) : null;
    const row: (TabCell | null)[] = [];
    for (let n = 0; n < this.columnCount; n++) row.push(cells[n] ?? padding);
    this.rows.push(row);
    return this.rows.length;
  }

  /** Adds an empty row. */
  skip(): void {
    this.add([]);
  }
}
