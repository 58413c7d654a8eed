import type { Grid } from "../engine/grid";
import { cellName, type Issue, issueAt } from "../engine/issue";
import type { SourceRow } from "../engine/source";
import { HEADER_ROWS, readHeaders, type Table } from "./table";
import { columnsNamed, seenHeaders } from "./where";

/** The columns of a Sources row in its table, counted from 0. */
export interface SourceColumns {
  readonly person: number | null;
  readonly date: number | null;
  readonly value: number | null;
  readonly weight: number | null;
}

/** The error of a Sources row, at one of its cells, or at the whole row where `column` is null. */
export function sourceIssue(
  code: string,
  source: SourceRow,
  column: keyof SourceRow["columns"] | null,
  values: Readonly<Record<string, string>> = {},
  found?: string,
): Issue {
  const place = column === null ? source.place : { ...source.place, column: source.columns[column] };
  return issueAt("error", code, place, { measure: source.measure, source: source.source, ...values }, found);
}

/** The table of a grid: among its first rows the header row is the one with most of the wanted headers. */
export function findTable(grid: Grid, tabIndex: number, wanted: readonly string[]): Table {
  let best = { headerRow: 0, score: -1 };
  for (let headerRow = 0; headerRow < Math.min(HEADER_ROWS, grid.rows.length); headerRow++) {
    const headers = readHeaders(grid, headerRow);
    const table = { grid, tabIndex, headers, headerRow, firstRow: headerRow + 1 };
    const found =
      new Set(wanted).size === 0
        ? 0
        : wanted.filter((header) => columnsNamed(table, header).length > 0).length;
    const filled = headers.filter((header) => header.text !== "").length;
    const score = found + (filled > 0 ? 0.5 : 0);
    if (score > best.score) best = { headerRow, score };
  }
  const { headerRow } = best;
  return { grid, tabIndex, headers: readHeaders(grid, headerRow), headerRow, firstRow: headerRow + 1 };
}

/** The columns that a Sources row names; the issues where one is missing or stands twice. */
export function findColumns(table: Table, source: SourceRow): SourceColumns | Issue[] {
  const issues: Issue[] = [];
  const find = (part: "personColumn" | "dateColumn" | "column" | "weightColumn"): number | null => {
    const header = source[part];
    if (header === "") return null;
    const [column, rival] = columnsNamed(table, header);
    if (column === undefined) {
      const values = { header, tab: table.grid.name, seen: seenHeaders(table) };
      issues.push(sourceIssue("sources-column-missing", source, part, values, header));
    } else if (rival !== undefined) {
      const names = {
        first: cellName(table.headerRow + 1, column + 1),
        second: cellName(table.headerRow + 1, rival + 1),
      };
      issues.push(
        sourceIssue("sources-column-twice", source, part, { header, tab: table.grid.name, ...names }, header),
      );
    }
    return column ?? null;
  };
  const columns = {
    person: find("personColumn"),
    date: find("dateColumn"),
    value: find("column"),
    weight: source.how === "weighted" ? find("weightColumn") : null,
  };
  return issues.length > 0 ? issues : columns;
}
