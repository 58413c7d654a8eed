/**
 * One property of every cell of a sheet (its value, its formula, its style),
 * kept sparse. Rows and columns count from 1, as they do in Sheets.
 */
export class Layer<T> {
  private rows: (T | undefined)[][] = [];
  private changed = 0;

  /** Grows with every change of what lies here; putting the same value again is none. */
  get changes(): number {
    return this.changed;
  }

  /** What lies at a cell; undefined where nothing does. */
  get(row: number, column: number): T | undefined {
    return this.rows[row - 1]?.[column - 1];
  }

  /** Puts a value at a cell; undefined takes away what was there. */
  set(row: number, column: number, value: T | undefined): void {
    let cells = this.rows[row - 1];
    if (cells?.[column - 1] === value) return;
    if (cells === undefined) {
      cells = [];
      this.rows[row - 1] = cells;
    }
    cells[column - 1] = value;
    this.changed += 1;
  }

  /** The last row that holds something, 0 for none. */
  lastRow(): number {
    for (let row = this.rows.length; row > 0; row--) {
      if (this.rows[row - 1]?.some((cell) => cell !== undefined)) return row;
    }
    return 0;
  }

  /** The last column that holds something, 0 for none. */
  lastColumn(): number {
    let last = 0;
    for (const cells of this.rows) {
      for (let column = cells?.length ?? 0; column > last; column--) {
        if (cells?.[column - 1] !== undefined) last = column;
      }
    }
    return last;
  }

  /** Moves everything below `row` down by `count` rows. */
  insertRows(row: number, count: number): void {
    if (this.rows.length > row) {
      this.changed += 1;
      this.rows = [
        ...this.rows.slice(0, row),
        ...Array.from({ length: count }, () => []),
        ...this.rows.slice(row),
      ];
    }
  }

  /** Moves everything right of `column` to the right by `count` columns. */
  insertColumns(column: number, count: number): void {
    this.changed += 1;
    for (const cells of this.rows) {
      if (cells && cells.length > column)
        cells.splice(column, 0, ...new Array<undefined>(count).fill(undefined));
    }
  }

  /** Calls back for every cell that holds something, row by row. */
  each(visit: (value: T, row: number, column: number) => void): void {
    this.rows.forEach((cells, rowIndex) => {
      cells?.forEach((value, columnIndex) => {
        if (value !== undefined) visit(value, rowIndex + 1, columnIndex + 1);
      });
    });
  }

  /** What lies here now, to be put back later. */
  copy(): readonly (readonly (T | undefined)[])[] {
    return this.rows.map((cells) => cells?.slice());
  }

  /** Puts back what `copy` gave. */
  restore(rows: readonly (readonly (T | undefined)[])[]): void {
    this.changed += 1;
    this.rows = rows.map((cells) => cells?.slice());
  }

  /** Takes everything away. */
  clear(): void {
    this.changed += 1;
    this.rows = [];
  }

  /** True when no cell holds anything. */
  isEmpty(): boolean {
    return this.lastRow() === 0;
  }
}
