import type { Issue } from "../engine/issue";
import { pastedTwice } from "./duplicates";
import type { OpenSource, View } from "./source-view";
import { columnsByHeader, compareText, rowText, signatureOf, type Table } from "./table";

/**
 * Rows of several tables with one header that are equal in every cell count once: of each such
 * row the table that has it most often keeps its rows, and the others lose theirs.
 */
export function repeatedRows(open: readonly OpenSource[]): {
  issues: Issue[];
  rowsOf: (source: OpenSource) => ReadonlySet<number> | null;
} {
  const issues: Issue[] = [];
  const kept = new Map<Table, RowTexts>();
  for (const { table, view } of open) if (!kept.has(table)) kept.set(table, new RowTexts(table, view));
  const tables = [...kept.values()].sort((a, b) => compareText(a.tab, b.tab));
  tables.forEach((table, index) => {
    for (const other of tables.slice(0, index)) {
      const count = table.signature === other.signature ? table.dropThoseIn(other) : 0;
      if (count > 0) issues.push(pastedTwice(table.tab, other.tab, count));
    }
  });
  return { issues, rowsOf: ({ table }) => kept.get(table)?.dropped ?? null };
}

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

  /** Drops of each row as many as the other table keeps; gives their number. */
  dropThoseIn(other: RowTexts): number {
    const left = new Map<string, number>();
    for (const [, text] of other.rows()) left.set(text, (left.get(text) ?? 0) + 1);
    const found: number[] = [];
    for (const [row, text] of this.rows()) {
      const count = left.get(text) ?? 0;
      if (count === 0) continue;
      left.set(text, count - 1);
      found.push(row);
    }
    for (const row of found) this.dropped.add(row);
    return found.length;
  }

  private *rows(): Generator<[row: number, text: string]> {
    for (const { row } of this.view.rows) {
      if (!this.dropped.has(row)) yield [row, rowText(this.table.grid.rows[row] ?? [], this.columns)];
    }
  }
}
