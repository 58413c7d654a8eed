import type { Month } from "../engine/calendar";
import { dateOrder, isTimeCell, readDate, readNumber, readSeconds } from "../engine/cell";
import { isUsableName } from "../engine/formula/parse";
import type { Grid, GridCell } from "../engine/grid";
import { nameKey } from "../engine/name";
import type { Roster } from "../engine/roster";
import type { How } from "../engine/source";
import { statedRange } from "./dates";
import type { Field, FieldDictionary } from "./fields";
import { PersonFinder } from "./people";
import type { Certainty, Proposal, ProposedColumn, ProposedRow } from "./proposal";
import { cellText, HEADER_ROWS, isEmpty, RowSorter, readHeaders, type Table } from "./table";

const SAMPLE_ROWS = 300;
/** A column is of a kind where so many of its filled cells are. */
const MOST = 0.8;
const HALF = 0.5;
const MOST_MEASURES = 12;
const MOST_VALUES = 6;
const LONGEST_VALUE = 40;

const IDENTITY =
  /编号|單號|单号|订单号|号$|流水|(?:^|[^a-z])(?:id|no\.?|number|code|phone|tel|index)$|电话|手机/i;
const AVERAGED =
  /平均|均值|率$|比$|评分|得分|满意度|单价|价格|\b(?:average|avg|mean|rate|ratio|rating|score|satisfaction|speed)|avg|price/i;
/** Of several columns of dates the one on which a thing was done counts for a month. */
const DONE = /完成|付款|成交|结束|完结|close|paid|complet|finish|resolv|end(?:ed)?(?:[^a-z]|$)/i;
/** Columns of times that measure how long something took, not when it was. */
const DURATION = /时长|用时|耗时|duration|talk|handl|wait|avg|average/i;
const MONEY = /金额|额$|元|价|费|花费|薪|¥|amount|sales|revenue|cost|price|value|fee|pay\b|spend/i;
const MONEY_CELL = /[¥￥元$€£]/;

/** One column of a sample. */
interface Column {
  readonly index: number;
  readonly header: string;
  readonly fields: readonly Field[];
  readonly cells: readonly GridCell[];
}

/** A measure that a table may give; without a column it counts rows. */
interface Measure {
  readonly measure: string;
  readonly how: How;
  readonly column: Column | null;
  readonly where: string;
  readonly certainty: Certainty;
}

/** What `proposeSources` needs to know. */
export interface ProposeInput {
  readonly grid: Grid;
  /** Index of the tab among the pasted tabs. */
  readonly tabIndex: number;
  readonly roster: Roster;
  readonly dictionary: FieldDictionary;
  readonly month: Month;
  /** Header row that a person chose, counted from 1; absent: as found. */
  readonly headerRow?: number;
}

/**
 * What a table that nothing recognised could give: the column with people of Staff, the column of
 * dates and the columns that can be measured, as rows for the Sources tab. A guess is marked, and
 * nothing is applied. Null for a tab without a header row and rows below it.
 */
export function proposeSources(input: ProposeInput): Proposal | null {
  const { grid, dictionary, month } = input;
  const table = findHeader(input);
  if (!table) return null;
  const finder = new PersonFinder(input.roster);
  const sorter = new RowSorter(table, null, null, (text) => finder.isAccount(text));
  const rows = table.grid.rows.slice(table.firstRow).filter((row) => sorter.kindOf(row) === "data");
  const columns = columnsOf(table, rows.slice(0, SAMPLE_ROWS), dictionary);
  const isPerson = (cell: GridCell | undefined) => finder.accountOf(cell).owners.length > 0;
  const person = findBest(columns, "agent", 0, (column) => shareOf(column, isPerson));
  const others = columns.filter((column) => column !== person?.column);
  const date = findBest(others, "date", MOST, dateShare);
  const rest = others.filter((column) => column !== date?.column);
  const measures = proposeMeasures(grid.name, rest);
  const isDated = date !== null || statedRange(grid, table.headerRow) !== null;
  const names = { person: person?.column.header ?? "", date: date?.column.header ?? "" };
  return {
    tab: grid.name,
    headerRow: table.headerRow + 1,
    columns: columns.map((column) => describe(column, person, date, measures)),
    isDated,
    rows: measures.map((measure) => rowOf(measure, grid.name, isDated ? "" : month.text, names)),
    read: person ? rows.filter((row) => isPerson(row[person.column.index])).length : 0,
    of: rows.length,
  };
}

/** The header row: the chosen one, or that of the first ten with most texts, with data below it. */
function findHeader({ grid, tabIndex, headerRow: chosen }: ProposeInput): Table | null {
  let headerRow = chosen === undefined ? -1 : chosen - 1;
  let most = 1;
  for (let row = 0; chosen === undefined && row < Math.min(HEADER_ROWS, grid.rows.length - 1); row++) {
    const texts = (grid.rows[row] ?? []).filter(isHeaderText).length;
    if (texts > most) [most, headerRow] = [texts, row];
  }
  if (headerRow < 0 || grid.rows.slice(headerRow + 1).every(isEmpty)) return null;
  return { grid, tabIndex, headers: readHeaders(grid, headerRow), headerRow, firstRow: headerRow + 1 };
}

function isHeaderText(cell: GridCell): boolean {
  if (typeof cell !== "string" || cell.trim() === "") return false;
  return readNumber(cell).kind === "unreadable" && readDate(cell).kind === "unreadable";
}

function columnsOf(
  table: Table,
  rows: readonly (readonly GridCell[])[],
  dictionary: FieldDictionary,
): Column[] {
  return table.headers.flatMap((header, index) => {
    const cells = rows.map((row) => row[index] ?? "").filter((cell) => !isEmpty([cell]));
    if (header.text === "" || cells.length === 0) return [];
    return [{ index, header: header.text, fields: dictionary.find(header).map(({ field }) => field), cells }];
  });
}

function shareOf({ cells }: Column, test: (cell: GridCell) => boolean): number {
  return cells.filter(test).length / cells.length;
}

function dateShare(column: Column): number {
  const order = dateOrder(column.cells);
  const given = order === "dmy" ? "dmy" : order === "none" ? undefined : "mdy";
  return shareOf(column, (cell) => typeof cell !== "number" && readDate(cell, given).kind === "value");
}

function hasField({ fields }: Column, ...kinds: readonly Field["kind"][]): boolean {
  return fields.some(({ kind }) => kinds.includes(kind));
}

interface Found {
  readonly column: Column;
  readonly certainty: Certainty;
}

/** The column with a known header and values of the kind, else the one with most such values. */
function findBest(
  columns: readonly Column[],
  kind: "agent" | "date",
  least: number,
  share: (column: Column) => number,
): Found | null {
  const shares = columns.map((column) => ({ column, share: share(column), isNamed: hasField(column, kind) }));
  const rank = ({ share: part, isNamed, column }: (typeof shares)[number]) =>
    part + (isNamed && part >= HALF ? 2 : 0) + (kind === "date" && DONE.test(column.header) ? 1 : 0);
  const [best] = shares
    .filter((one) => one.share > least || (one.isNamed && one.share >= HALF))
    .sort((a, b) => rank(b) - rank(a) || a.column.index - b.column.index);
  if (!best) {
    const named = kind === "agent" ? columns.find((column) => hasField(column, kind)) : undefined;
    return named ? { column: named, certainty: "guess" } : null;
  }
  const rivals = shares.filter((one) => one.share >= MOST).length;
  const isSure = best.isNamed ? kind === "agent" || best.share >= HALF : best.share >= MOST && rivals === 1;
  return { column: best.column, certainty: isSure ? "exact" : "guess" };
}

function describe(
  column: Column,
  person: Found | null,
  date: Found | null,
  measures: readonly Measure[],
): ProposedColumn {
  const { index, header, cells } = column;
  const measure = measures.find((one) => one.column === column);
  const found = [person, date].find((one) => one?.column === column);
  const role = found ? (found === person ? "person" : "date") : measure ? "measure" : "ignore";
  const texts = new Set(cells.map((cell) => cellText(cell).trim().slice(0, LONGEST_VALUE)));
  return {
    header,
    column: index + 1,
    role,
    measure: measure?.measure ?? "",
    how: measure?.how ?? "",
    certainty: found?.certainty ?? measure?.certainty ?? "guess",
    isMoney: MONEY.test(header) || cells.some((cell) => typeof cell === "string" && MONEY_CELL.test(cell)),
    samples: [...texts].slice(0, 2),
  };
}

function proposeMeasures(tab: string, columns: readonly Column[]): Measure[] {
  const names = new Set<string>();
  const nameOf = (text: string): string => {
    const base = measureName(text);
    let name = base;
    for (let count = 2; names.has(name); count++) name = `${base}_${count}`;
    names.add(name);
    return name;
  };
  const measure = nameOf(`${tab} rows`);
  const rows: Measure = { measure, how: "count", column: null, where: "", certainty: "exact" };
  const figures = columns.flatMap((column) => figureOf(column, nameOf));
  const counts = columns.flatMap((column) => countsOf(column, nameOf));
  return [rows, ...figures, ...counts].slice(0, MOST_MEASURES);
}

/** A column of numbers is summed or averaged; of numbers that name things the different ones are counted. */
function figureOf(column: Column, nameOf: (text: string) => string): Measure[] {
  if (IDENTITY.test(column.header)) {
    if (new Set(column.cells).size < 2) return [];
    return [{ measure: nameOf(column.header), how: "distinct", column, where: "", certainty: "guess" }];
  }
  const isTimed = column.cells.every(isTimeCell) && DURATION.test(column.header);
  const readings = column.cells
    .map((cell) => (isTimed ? readSeconds(cell) : readNumber(cell)))
    .filter(({ kind }) => kind !== "missing");
  if (readings.length === 0 || readings.some(({ kind }) => kind !== "value")) return [];
  const known = column.fields.find((field) => field.kind === "measure");
  if (known) return [{ measure: nameOf(known.name), how: "sum", column, where: "", certainty: "exact" }];
  const isRate = readings.some((reading) => reading.kind === "value" && reading.percent);
  const how = isRate || AVERAGED.test(column.header) ? "average" : "sum";
  return [{ measure: nameOf(column.header), how, column, where: "", certainty: "guess" }];
}

/** A column of few words: how often each stands. */
function countsOf({ cells, header }: Column, nameOf: (text: string) => string): Measure[] {
  if (header.includes("]") || cells.some((cell) => typeof cell !== "string")) return [];
  const values = new Map<string, number>();
  for (const cell of cells) {
    const text = cellText(cell).trim();
    if (readNumber(text).kind !== "unreadable" || text.length > LONGEST_VALUE || text.includes('"'))
      return [];
    values.set(text, (values.get(text) ?? 0) + 1);
  }
  const isFew = values.size > 1 && values.size <= MOST_VALUES && cells.length >= values.size * 2;
  if (!isFew || IDENTITY.test(header)) return [];
  const named = isUsableName(header) ? header : `[${header}]`;
  return [...values.keys()].sort().map((value) => ({
    measure: nameOf(`${header} ${value}`),
    how: "count",
    column: null,
    where: `=${named}="${value}"`,
    certainty: "guess",
  }));
}

/** A name that formulas can use: letters, digits and `_`, and no cell reference (READINGS 3.4). */
function measureName(text: string): string {
  const plain = nameKey(text)
    .replace(/[^\p{L}\d]+/gu, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, LONGEST_VALUE);
  const name = /^\d/.test(plain) || plain === "" ? `n_${plain}` : plain;
  return isUsableName(name) ? name : `${name}_`;
}

/** A row for Sources; a tab without any date has to be renamed with its month, as the row says. */
function rowOf(
  { measure, how, column, where, certainty }: Measure,
  tab: string,
  month: string,
  { person, date }: { person: string; date: string },
): ProposedRow {
  return {
    source: tab,
    tab: month === "" ? tab : `${tab} ${month}`,
    personColumn: person,
    dateColumn: date,
    measure,
    how,
    column: column?.header ?? "",
    weightColumn: "",
    where,
    certainty,
  };
}
