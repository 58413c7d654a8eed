import { isoOfDay } from "../engine/calendar";
import { type Grid, type GridCell, isBlank, isDateCell } from "../engine/grid";
import { type FieldDictionary, isSummaryWord } from "./fields";
import { fieldKey, type Header, readHeader } from "./header";

/** Rows among which the header is looked for (DESIGN section 3). */
export const HEADER_ROWS = 10;

/** A pasted tab with its header row. Rows and columns are counted from 0. */
export interface Table {
  readonly grid: Grid;
  /** Index in `Facts.tabs`. */
  readonly tabIndex: number;
  readonly headers: readonly Header[];
  readonly headerRow: number;
  /** First row of data: after a second header row where there is one. */
  readonly firstRow: number;
}

/** What a row of a table is. */
export type RowKind = "data" | "empty" | "repeated-header" | "summary";

/** The text of a cell as people see it, shortened by nothing. */
export function cellText(cell: GridCell | undefined): string {
  if (cell === undefined) return "";
  if (isDateCell(cell)) return isoOfDay(Math.floor(cell.serial));
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return String(cell);
}

/** The headers of one row of a grid. */
export function readHeaders(grid: Grid, row: number): Header[] {
  return (grid.rows[row] ?? []).map(readHeader);
}

/** Headers over a second header row that stand for all of what the groups beside them are parts of. */
const TOTAL_GROUPS = new Set(["总", "总计", "总体", "整体", "全部", "合计", "total", "all", "overall"]);

/**
 * The headers of a row together with a second header row below it, where the lower cells are
 * names of known fields and none is data: attendance tables have groups above and names below,
 * tables of ratings have the same names under 总, 邀请 and 自主, of which the first counts.
 */
export function withSecondRow(
  grid: Grid,
  headerRow: number,
  headers: readonly Header[],
  dictionary: FieldDictionary,
): { headers: readonly Header[]; firstRow: number } {
  const lower = grid.rows[headerRow + 1] ?? [];
  const below = lower.map(readHeader);
  const known = (header: Header | undefined) => header !== undefined && dictionary.find(header).length > 0;
  const isHeader =
    below.some(known) &&
    lower.every((cell) => isBlank(cell) || typeof cell === "string") &&
    !below.some((header, column) => header.text !== "" && headers[column]?.key === header.key);
  const keyAbove = headers.findIndex((header) =>
    dictionary.find(header).some(({ field }) => field.kind === "agent" || field.kind === "date"),
  );
  if (!isHeader || keyAbove < 0 || !isBlank(lower[keyAbove])) return { headers, firstRow: headerRow + 1 };
  const groups = groupsAbove(headers, below);
  const totals = new Set(below.filter((_, column) => isTotal(groups[column])).map((header) => header.key));
  const joined = headers.map((header, column) => {
    const under = below[column];
    if (!under || under.text === "") return header;
    if (header.text !== "" && (!known(under) || known(header))) return header;
    const group = groups[column] ?? "";
    return totals.has(under.key) && !isTotal(group) ? partOf(group, under) : under;
  });
  return { headers: joined, firstRow: headerRow + 2 };
}

/** The group over each lower header: merged cells have their text in the first column only. */
function groupsAbove(headers: readonly Header[], below: readonly Header[]): string[] {
  let group = "";
  return headers.map((header, column) => {
    const under = below[column];
    if (header.text !== "") group = under && under.text !== "" ? header.text : "";
    return group;
  });
}

function isTotal(group: string | undefined): boolean {
  return group !== undefined && TOTAL_GROUPS.has(fieldKey(group));
}

/** A header of a part of what another column counts whole: it is no field. */
function partOf(group: string, under: Header): Header {
  const text = `${group} ${under.text}`;
  return { ...under, text, key: `${readHeader(group).key}${under.key}`, field: "" };
}

/** A filled cell of a header row: its trimmed text, or the number that heads a column of a day. */
interface HeaderCell {
  readonly column: number;
  readonly content: string | number;
}

/** The rows of a header, of which a second one has fields under groups, without their blank cells. */
function headerRowsOf({
  grid,
  headerRow,
  firstRow,
}: Pick<Table, "grid" | "headerRow" | "firstRow">): HeaderCell[][] {
  const rows = grid.rows.slice(headerRow, firstRow).map((row) =>
    row.flatMap((cell, column): HeaderCell[] => {
      if (typeof cell === "number") return [{ column, content: cell }];
      const content = typeof cell === "string" ? cell.trim() : "";
      return content === "" ? [] : [{ column, content }];
    }),
  );
  return rows.filter((cells) => cells.length > 0);
}

/** Tells of a row whether it is a row of the table's header once more: an export was pasted below another. */
export function headerRepeats(
  table: Pick<Table, "grid" | "headerRow" | "firstRow">,
): (row: readonly GridCell[]) => boolean {
  const rows = headerRowsOf(table);
  return (row) => rows.some((cells) => cells.every((cell) => holds(row, cell)));
}

function holds(row: readonly GridCell[], { column, content }: HeaderCell): boolean {
  const cell = row[column];
  return cell === content || (typeof cell === "string" && cell.trim() === content);
}

/** Sorts the rows of a table into data and what is left out before anything else is asked. */
export class RowSorter {
  private readonly repeatsHeader: (row: readonly GridCell[]) => boolean;
  /** Columns in which a summary row may have its label. */
  private readonly labels: readonly number[];
  private readonly known = new Map<string, boolean>();

  /** @param isAccount true for a text that is somebody's account: then the row is no summary. */
  constructor(
    table: Table,
    private readonly person: number | null,
    date: number | null,
    private readonly isAccount: (text: string) => boolean,
  ) {
    this.repeatsHeader = headerRepeats(table);
    this.labels = [...new Set([person, date, 0].filter((column) => column !== null))];
  }

  /** The kind of a row of the grid. */
  kindOf(row: readonly GridCell[]): RowKind {
    if (isEmpty(row)) return "empty";
    if (this.repeatsHeader(row)) return "repeated-header";
    return this.isSummary(row) ? "summary" : "data";
  }

  private isSummaryLabel(text: string): boolean {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const isLabel = isSummaryWord(text);
    this.known.set(text, isLabel);
    return isLabel;
  }

  private isSummary(row: readonly GridCell[]): boolean {
    const isLabelled = this.labels.some((column) => {
      const cell = row[column];
      return typeof cell === "string" && this.isSummaryLabel(cell);
    });
    return isLabelled && (this.person === null || !this.isAccount(cellText(row[this.person])));
  }
}

/** True for a row without anything but white space. */
export function isEmpty(row: readonly GridCell[]): boolean {
  for (const cell of row) {
    if (cell !== "" && !isBlank(cell)) return false;
  }
  return true;
}

/** Columns of a table in the order of their headers, so that two pastes compare cell by cell. */
export function columnsByHeader(headers: readonly Header[]): number[] {
  const keys = headers.map((header) => header.key);
  return keys
    .map((_, column) => column)
    .filter((column) => keys[column] !== "")
    .sort((a, b) => compareText(keys[a] ?? "", keys[b] ?? "") || a - b);
}

/** Two tables with the same signature have the same headers, in any order of columns. */
export function signatureOf(table: Table): string {
  return columnsByHeader(table.headers)
    .map((column) => table.headers[column]?.key)
    .join("\t");
}

/** Everything a row says, in the order of its headers; equal texts are rows equal in every cell. */
export function rowText(row: readonly GridCell[], columns: readonly number[]): string {
  return columns.map((column) => comparableCell(row[column])).join("\t");
}

/** A cell such that equal cells give equal texts, and a number differs from its text only in form. */
export function comparableCell(cell: GridCell | undefined): string {
  if (cell === undefined) return "";
  if (typeof cell === "string") return cell.trim();
  return isDateCell(cell) ? `@${cell.serial}` : String(cell);
}

/** Plain order of code units, the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
