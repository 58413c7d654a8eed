/** The figures that a chart draws, read from the cells of its ranges. */
import type { Book, BookSheet, Chart } from "../book.ts";
import { isDateFormat, serialToUtc } from "../serial.ts";

/** One column of figures. */
export interface ChartSeries {
  readonly name: string;
  /** Null where a cell holds no number: a gap. */
  readonly values: readonly (number | null)[];
  /** Its cells are shown as percentages. */
  readonly isPercent: boolean;
}

/** Rows by name, and a series for each column of figures. */
export interface ChartTable {
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
}

interface Column {
  readonly sheet: BookSheet;
  readonly column: number;
  /** Rows of figures, from and to. */
  readonly first: number;
  readonly last: number;
  readonly name: string;
}

/** What a chart draws: the first column of its ranges names the rows, each other one is a series. */
export function chartTable(book: Book, { ranges, headers }: Chart): ChartTable {
  const columns = ranges.flatMap(({ sheetId, area }): Column[] => {
    const sheet = book.sheets.find(({ id }) => id === sheetId);
    if (!sheet) return [];
    const first = area.top + headers;
    return Array.from({ length: area.right - area.left + 1 }, (_, n) => {
      const column = area.left + n;
      const name = headers > 0 ? String(sheet.values.get(first - 1, column) ?? "") : "";
      return { sheet, column, first, last: area.bottom, name };
    });
  });
  const [names, ...figures] = columns;
  return {
    categories: names ? rowsOf(names).map((row) => categoryAt(names, row)) : [],
    series: figures.map(seriesOf),
  };
}

function rowsOf({ first, last }: Column): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n);
}

function seriesOf(column: Column): ChartSeries {
  const { sheet, name, first } = column;
  const values = rowsOf(column).map((row) => {
    const value = sheet.values.get(row, column.column);
    return typeof value === "number" ? value : null;
  });
  const isPercent = /%/.test(sheet.styles.get(first, column.column)?.numberFormat ?? "");
  return { name, values, isPercent };
}

/** A date as month and day, anything else as it is. */
function categoryAt({ sheet, column }: Column, row: number): string {
  const value = sheet.values.get(row, column);
  const format = sheet.styles.get(row, column)?.numberFormat ?? "";
  if (typeof value !== "number" || !isDateFormat(format)) return String(value ?? "");
  return new Date(serialToUtc(value)).toISOString().slice("2026-".length, "2026-10-01".length);
}
