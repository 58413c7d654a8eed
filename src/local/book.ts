/**
 * A spreadsheet in memory: what the cells hold, without any of Google's
 * manners. `services.ts` puts those in front of it.
 */
import type { Area } from "./a1.ts";
import { Layer } from "./layer.ts";

/** What a cell holds. Dates are serials in cells with a date format; errors are their text. */
export type CellValue = string | number | boolean;

/** One side of a cell's border. */
export interface BorderLine {
  readonly style: string;
  readonly color: string;
}

/** How a cell looks. Absent means the default. Colours are `#rrggbb`. */
export interface CellStyle {
  readonly numberFormat?: string;
  readonly background?: string;
  readonly fontColor?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly fontSize?: number;
  readonly fontName?: string;
  readonly horizontal?: "left" | "center" | "right";
  readonly vertical?: "top" | "middle" | "bottom";
  readonly wrap?: boolean;
  readonly top?: BorderLine;
  readonly left?: BorderLine;
  readonly bottom?: BorderLine;
  readonly right?: BorderLine;
}

/** A change to a style: null goes back to the default. */
export type StyleChange = { readonly [Key in keyof CellStyle]?: CellStyle[Key] | null };

/** A conditional format: ranges in A1 notation, one condition, one look. */
export interface ConditionalFormat {
  readonly ranges: readonly string[];
  readonly condition:
    | { readonly type: "contains" | "equals" | "formula"; readonly text: string }
    | { readonly type: "less" | "atLeast"; readonly value: number }
    /** A rule of a loaded file that scripts cannot make here; it is kept and written back. */
    | { readonly type: "foreign"; readonly rule: unknown };
  readonly background?: string;
  readonly fontColor?: string;
  readonly bold?: boolean;
}

/** What a cell takes, and whether other values are refused or only marked. */
export interface Validation {
  readonly source:
    | { readonly type: "list"; readonly values: readonly string[] }
    /** `Tab!$A$2:$A$9` */
    | { readonly type: "range"; readonly reference: string };
  readonly showDropdown: boolean;
  readonly allowInvalid: boolean;
  readonly help: string;
}

/** A protected range in A1 notation, or the whole tab where it is null. */
export interface Protection {
  readonly range: string | null;
  readonly description: string;
  readonly warningOnly: boolean;
  /** Who may edit besides the owner; null for everybody. */
  readonly editors: readonly string[] | null;
  readonly unprotected: readonly string[];
}

/** A chart. It has an id once it is on a tab; offsets are pixels. */
export interface Chart {
  readonly id: number | null;
  readonly type: "BAR" | "COLUMN" | "COMBO" | "LINE";
  readonly ranges: readonly { readonly sheetId: number; readonly area: Area }[];
  /** How many rows of the ranges are headers. */
  readonly headers: number;
  readonly position: {
    readonly row: number;
    readonly column: number;
    readonly offsetX: number;
    readonly offsetY: number;
  };
  readonly options: Readonly<Record<string, unknown>>;
}

/** One tab. */
export class BookSheet {
  readonly values = new Layer<CellValue>();
  readonly formulas = new Layer<string>();
  readonly styles = new Layer<CellStyle>();
  readonly notes = new Layer<string>();
  readonly validations = new Layer<Validation>();
  /** Cells that a formula elsewhere fills, and at that formula's cell the whole area of its result. */
  readonly spilled = new Layer<true>();
  readonly spillAreas = new Layer<Area>();
  readonly columnWidths = new Map<number, number>();
  /** Heights in pixels that were set; other rows are as high as their text. */
  readonly rowHeights = new Map<number, number>();
  readonly hiddenColumns = new Set<number>();
  readonly merges: string[] = [];
  conditionalFormats: readonly ConditionalFormat[] = [];
  protections: readonly Protection[] = [];
  charts: readonly Chart[] = [];
  /** What the person has selected here. */
  selection: Area = { top: 1, left: 1, bottom: 1, right: 1 };
  hidesGridlines = false;
  frozenRows = 0;
  frozenColumns = 0;
  hidden = false;
  tabColor: string | null = null;

  constructor(
    readonly id: number,
    public name: string,
    public maxRows = 1000,
    public maxColumns = 26,
  ) {}

  /** The last row with a value or a formula, 0 for an empty tab. */
  lastRow(): number {
    return Math.max(this.values.lastRow(), this.formulas.lastRow());
  }

  /** The last column with a value or a formula, 0 for an empty tab. */
  lastColumn(): number {
    return Math.max(this.values.lastColumn(), this.formulas.lastColumn());
  }

  /** The layers that move when rows or columns are inserted. */
  layers(): Layer<unknown>[] {
    return [this.values, this.formulas, this.styles, this.notes, this.validations] as Layer<unknown>[];
  }

  /** Makes the grid large enough for a cell. */
  reach(row: number, column: number): void {
    this.maxRows = Math.max(this.maxRows, row);
    this.maxColumns = Math.max(this.maxColumns, column);
  }
}

/** A spreadsheet. A new one has no tabs; Google's has one, which `Book.blank` adds. */
export class Book {
  readonly sheets: BookSheet[] = [];
  private readonly styles = new Map<string, CellStyle>();
  private readonly changed = new Map<CellStyle | undefined, Map<string, CellStyle | undefined>>();
  /** The tab in view. */
  activeSheet: BookSheet | undefined;
  private nextId = 0;

  constructor(
    readonly name: string,
    readonly timeZone = "Asia/Shanghai",
    readonly locale = "en_US",
  ) {}

  /** A new spreadsheet as Google makes it: one empty tab. */
  static blank(name: string, timeZone?: string, locale?: string): Book {
    const book = new Book(name, timeZone, locale);
    book.addSheet(locale?.startsWith("zh") ? "工作表1" : "Sheet1");
    return book;
  }

  /** Adds a tab at the end or at an index from 0. The name must be free. */
  addSheet(name: string, index = this.sheets.length): BookSheet {
    const sheet = new BookSheet(this.nextId === 0 ? 0 : 1000 + this.nextId, name);
    this.nextId += 1;
    this.sheets.splice(index, 0, sheet);
    return sheet;
  }

  /** Adds a tab at the end that has an id already, as one of a kept book has. */
  addKnownSheet(id: number, name: string): BookSheet {
    const sheet = new BookSheet(id, name);
    this.nextId = Math.max(this.nextId, id - 1000 + 1, 1);
    this.sheets.push(sheet);
    return sheet;
  }

  /** The tab of a name, case ignored, as Sheets does. */
  findSheet(name: string): BookSheet | undefined {
    const wanted = name.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
  }

  /** `name`, or `name (2)`, `name (3)` where the name is taken. */
  freeName(name: string): string {
    let free = name;
    for (let n = 2; this.findSheet(free); n++) free = `${name} (${n})`;
    return free;
  }

  /** How many cells the grids of all tabs have. */
  cellCount(): number {
    return this.sheets.reduce((sum, sheet) => sum + sheet.maxRows * sheet.maxColumns, 0);
  }

  /** The style with a change made. Equal styles are one object, so a large sheet stays small. */
  restyle(style: CellStyle | undefined, change: StyleChange): CellStyle | undefined {
    let known = this.changed.get(style);
    if (known === undefined) {
      known = new Map();
      this.changed.set(style, known);
    }
    const key = JSON.stringify(change);
    if (!known.has(key)) known.set(key, this.shared({ ...style, ...change }));
    return known.get(key);
  }

  private shared(style: StyleChange): CellStyle | undefined {
    const set = Object.entries(style).filter(([, value]) => value !== null && value !== undefined);
    if (set.length === 0) return undefined;
    const clean = Object.fromEntries(set.sort(([a], [b]) => (a < b ? -1 : 1))) as CellStyle;
    const key = JSON.stringify(clean);
    const known = this.styles.get(key) ?? clean;
    this.styles.set(key, known);
    return known;
  }
}
