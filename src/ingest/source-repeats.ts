import type { Issue } from "../engine/issue";
import { pastedTwice } from "./duplicates";
import type { OpenSource, View } from "./source-view";
import { columnsByHeader, compareText, headerRepeats, rowText, signatureOf, type Table } from "./table";

/**
 * Rows of several tables with one header that are equal in every cell count once: of each such
 * row the table that has it most often keeps its rows, and the others lose theirs. Within a table a
 * row that stands twice is two events, unless its header stands again between the two: then the rows
 * behind it that are the last ones before it were pasted with both pieces.
 */
export function repeatedRows(open: readonly OpenSource[]): {
  issues: Issue[];
  rowsOf: (source: OpenSource) => ReadonlySet<number> | null;
} {
  const issues: Issue[] = [];
  const kept = new Map<Table, RowTexts>();
  for (const { table, view } of open) if (!kept.has(table)) kept.set(table, new RowTexts(table, view));
  const tables = [...kept.values()].sort((a, b) => compareText(a.tab, b.tab));
  for (const table of tables) {
    const rows = table.dropOverlaps();
    if (rows.length > 0) issues.push(pastedTwice(table.tab, table.tab, rows));
  }
  tables.forEach((table, index) => {
    for (const other of tables.slice(0, index)) {
      const rows = table.signature === other.signature ? table.dropThoseIn(other) : [];
      if (rows.length > 0) issues.push(pastedTwice(table.tab, other.tab, rows));
    }
  });
  return { issues, rowsOf: ({ table }) => kept.get(table)?.dropped ?? null };
}

type Row = readonly [row: number, text: string];

/** The rows of a view as texts, less those that stand in an earlier table as well. */
class RowTexts {
  readonly dropped = new Set<number>();
  readonly tab: string;
  readonly signature: string;
  private readonly columns: readonly number[];

  constructor(
    private readonly table: Table,
    private readonly view: View,
  ) {
    this.tab = table.grid.name;
    this.signature = signatureOf(table);
    this.columns = columnsByHeader(table.headers);
  }

  /** Drops the rows behind a repeated header with which the rows before it end; gives them, from 1. */
  dropOverlaps(): number[] {
    const pieces = this.pieces();
    const found: number[] = [];
    pieces.slice(1).forEach((piece, index) => {
      const count = overlapOf(pieces[index] ?? [], piece);
      found.push(...piece.slice(0, count).map(([row]) => row));
    });
    return this.drop(found);
  }

  /** The rows between repeated headers. */
  private pieces(): Row[][] {
    const { firstRow, grid } = this.table;
    const isHeader = headerRepeats(this.table);
    const headers = grid.rows.flatMap((row, at) => (at >= firstRow && isHeader(row) ? [at] : []));
    if (headers.length === 0) return [];
    const pieces: Row[][] = [[], ...headers.map(() => [])];
    let piece = 0;
    for (const [row, text] of this.rows()) {
      while (piece < headers.length && row > (headers[piece] ?? 0)) piece++;
      pieces[piece]?.push([row, text]);
    }
    return pieces;
  }

  private drop(rows: readonly number[]): number[] {
    for (const row of rows) this.dropped.add(row);
    return rows.map((row) => row + 1);
  }

  /** Drops of each row as many as the other table keeps; gives them, from 1. */
  dropThoseIn(other: RowTexts): number[] {
    const left = new Map<string, number>();
    for (const [, text] of other.rows()) left.set(text, (left.get(text) ?? 0) + 1);
    const found: number[] = [];
    for (const [row, text] of this.rows()) {
      const count = left.get(text) ?? 0;
      if (count === 0) continue;
      left.set(text, count - 1);
      found.push(row);
    }
    return this.drop(found);
  }

  private *rows(): Generator<Row> {
    for (const { row } of this.view.rows) {
      if (!this.dropped.has(row)) yield [row, rowText(this.table.grid.rows[row] ?? [], this.columns)];
    }
  }
}

/** How many of the first rows of a piece are the last rows of the one before. */
function overlapOf(before: readonly Row[], piece: readonly Row[]): number {
  for (let count = Math.min(before.length, piece.length); count > 0; count--) {
    const from = before.length - count;
    if (piece.slice(0, count).every(([, text], at) => text === before[from + at]?.[1])) return count;
  }
  return 0;
}
