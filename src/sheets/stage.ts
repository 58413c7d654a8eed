import type {
  Area,
  CellStyle,
  ChartDescription,
  TabCell,
  TabCharts,
  TabDescription,
  ValueList,
} from "../report/tab";
import type { RangeSurface, Services, SheetCell, SheetSurface, SpreadsheetSurface } from "./surface";

const STAGE_PREFIX = "__kpi_stage_";
/** Number format of text cells. */
export const TEXT_FORMAT = "@";
const AUTOMATIC = "General";
const DEFAULT_SIZE = 10;

type Cells = readonly (readonly (TabCell | null)[])[];

/** True for the reserved name of a stage, which no reader looks at. */
export function isStage(name: string): boolean {
  return name.startsWith(STAGE_PREFIX);
}

/** A tab with its name: each asking for a name is a call. */
export interface NamedSheet {
  readonly sheet: SheetSurface;
  readonly name: string;
}

/** Every tab with its name. */
export function namedSheets(spreadsheet: SpreadsheetSurface): NamedSheet[] {
  return spreadsheet.getSheets().map((sheet) => ({ sheet, name: sheet.getName() }));
}

/** Deletes the stages of this or a dead run, and gives the tabs that stay. */
export function removeStages(spreadsheet: SpreadsheetSurface): NamedSheet[] {
  const sheets = namedSheets(spreadsheet);
  for (const { sheet, name } of sheets) if (isStage(name)) spreadsheet.deleteSheet(sheet);
  return sheets.filter(({ name }) => !isStage(name));
}

/** Deletes the stages that a run knows to be its own, without a look at the other tabs. */
export function deleteStages(spreadsheet: SpreadsheetSurface, stages: readonly SheetSurface[]): void {
  for (const stage of stages) spreadsheet.deleteSheet(stage);
}

/** A hidden sheet of at least so many rows and columns, after the last tab. */
export function insertStage(
  spreadsheet: SpreadsheetSurface,
  order: number,
  rows: number,
  columns: number,
): SheetSurface {
  const stage = spreadsheet.insertSheet(`${STAGE_PREFIX}${order}`, spreadsheet.getSheets().length);
  stage.hideSheet();
  growTo(stage, rows, columns);
  return stage;
}

/** Adds the rows and columns that a sheet lacks for a block of this size. */
export function growTo(sheet: SheetSurface, rows: number, columns: number): void {
  const missingRows = rows - sheet.getMaxRows();
  if (missingRows > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missingRows);
  const missingColumns = columns - sheet.getMaxColumns();
  if (missingColumns > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missingColumns);
}

/** The cells of a description, padded with empty ones to a block of this size. */
export function padCells(tab: TabDescription, rows: number, columns: number): (TabCell | null)[][] {
  return Array.from({ length: rows }, (_, r) => {
    const row = tab.rows[r];
    return Array.from({ length: columns }, (_, c) => row?.[c] ?? null);
  });
}

/** Writes a block of cells: formats before values, so that text stays text. */
export function writeCells(
  range: RangeSurface,
  cells: Cells,
  formats: string[][],
  values: SheetCell[][],
): void {
  range.setNumberFormats(formats);
  range.setValues(values);
  const style = <T>(pick: (style: CellStyle) => T, none: T): T[][] =>
    cells.map((row) => row.map((cell) => (cell ? pick(cell.style) : none)));
  range.setFontWeights(style((look) => (look.bold ? "bold" : "normal"), "normal"));
  range.setFontStyles(style((look) => (look.italic ? "italic" : "normal"), "normal"));
  range.setFontSizes(style((look) => look.size ?? DEFAULT_SIZE, DEFAULT_SIZE));
  range.setFontColors(style<string | null>((look) => look.color ?? null, null));
  range.setBackgrounds(style<string | null>((look) => look.background ?? null, null));
  range.setHorizontalAlignments(
    style<"left" | "center" | "right" | null>((look) => look.align ?? null, null),
  );
  range.setWraps(style((look) => look.wrap === true, false));
  range.setVerticalAlignment("middle");
  range.setNotes(notesOf(cells));
}

/** The notes of a block; an empty text clears. */
export function notesOf(cells: Cells): string[][] {
  return cells.map((row) => row.map((cell) => cell?.note ?? ""));
}

/** The number formats of a block; texts are `@`. */
export function formatsOf(cells: Cells): string[][] {
  return cells.map((row) =>
    row.map((cell) => (cell?.kind === "text" ? TEXT_FORMAT : (cell?.style.format ?? AUTOMATIC))),
  );
}

/** The values of a block as they are set. */
export function valuesOf(cells: Cells): SheetCell[][] {
  return cells.map((row) => row.map((cell) => cell?.value ?? ""));
}

/** Draws the lines of a description's bordered blocks. */
export function drawBorders(sheet: SheetSurface, areas: readonly Area[]): void {
  for (const { row, column, rows, columns } of areas) {
    sheet.getRange(row, column, rows, columns).setBorder(true, true, true, true, true, true);
  }
}

/** Widths and heights, frozen rows and columns, conditional formats, lists of values, charts, the tab's colour. */
export function applyLayout(services: Services, sheet: SheetSurface, tab: TabDescription): void {
  for (const { column, count, width } of tab.widths) sheet.setColumnWidths(column, count, width);
  sheet.setFrozenRows(tab.frozenRows);
  sheet.setFrozenColumns(tab.frozenColumns);
  sheet.setConditionalFormatRules(tab.conditional.map((format) => buildRule(services, sheet, format)));
  if (tab.tabColor !== null) sheet.setTabColor(tab.tabColor);
  if (tab.rowHeights) sheet.setRowHeights(1, tab.rowHeights.count, tab.rowHeights.height);
  if (tab.hidesGridlines) sheet.setHiddenGridlines(true);
  for (const list of tab.lists ?? []) offerValues(services, sheet, list);
  if (tab.charts) replaceCharts(services, sheet, tab.charts);
  if (tab.guard === undefined) return;
  if (tab.locked === true) lockTab(sheet, tab.guard);
  else warnTypists(services, sheet, tab, tab.guard);
}

/** How the description of a locked tab's protection begins, by which it is known again. */
const LOCK_MARK = "\u{1f512} ";

/** Takes the tab from everybody's hands but the owner's and those of whoever runs this. */
function lockTab(sheet: SheetSurface, words: string): void {
  const protection = sheet
    .protect()
    .setDescription(LOCK_MARK + words)
    .setWarningOnly(false);
  const editors = protection.getEditors().map((editor) => editor.getEmail());
  if (editors.length > 0) protection.removeEditors(editors);
}

/** Ours go, known by their titles, and come anew; charts that people made stay. */
function replaceCharts(services: Services, sheet: SheetSurface, { list, titles }: TabCharts): void {
  for (const chart of sheet.getCharts()) {
    if (titles.includes(String(chart.getOptions().get("title")))) sheet.removeChart(chart);
  }
  for (const chart of list) sheet.insertChart(buildChart(services, sheet, chart));
}

function buildChart({ Charts }: Services, sheet: SheetSurface, chart: ChartDescription) {
  const types = { bar: Charts.ChartType.BAR, column: Charts.ChartType.COLUMN, combo: Charts.ChartType.COMBO };
  const builder = sheet.newChart().setChartType(types[chart.kind]).setNumHeaders(1);
  for (const { row, column, rows, columns } of chart.ranges)
    builder.addRange(sheet.getRange(row, column, rows, columns));
  const options = { ...chart.options, title: chart.title, width: chart.width, height: chart.height };
  for (const [option, value] of Object.entries(options)) builder.setOption(option, value);
  return builder.setPosition(chart.row, chart.column, 0, 0).build();
}

/** A warning before typing, except in people's own columns. A protection that somebody set stays as it is. */
function warnTypists(
  { SpreadsheetApp }: Services,
  sheet: SheetSurface,
  { owned }: TabDescription,
  words: string,
): void {
  const known = sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET);
  const isForeign = known.some(
    (protection) => !protection.isWarningOnly() && !protection.getDescription().startsWith(LOCK_MARK),
  );
  if (isForeign) return;
  const protection = sheet.protect().setDescription(words).setWarningOnly(true);
  const height = owned?.rows.size ?? 0;
  if (!owned || height === 0) return;
  protection.setUnprotectedRanges(
    owned.columns.map(({ column }) => sheet.getRange(owned.headerRow + 1, column, height, 1)),
  );
}

/** A list in cells, which also take what is not on it: the words of the other language, say. */
function offerValues(
  { SpreadsheetApp }: Services,
  sheet: SheetSurface,
  { area, values, help }: ValueList,
): void {
  const rule = SpreadsheetApp.newDataValidation()
    .requireValueInList([...values], true)
    .setAllowInvalid(true)
    .setHelpText(help)
    .build();
  sheet.getRange(area.row, area.column, area.rows, area.columns).setDataValidation(rule);
}

function buildRule(services: Services, sheet: SheetSurface, format: TabDescription["conditional"][number]) {
  const { area, when, background, color } = format;
  const builder = services.SpreadsheetApp.newConditionalFormatRule();
  if (when.kind === "textContains") builder.whenTextContains(when.text);
  else builder.whenNumberLessThan(when.value);
  return builder
    .setBackground(background)
    .setFontColor(color)
    .setRanges([sheet.getRange(area.row, area.column, area.rows, area.columns)])
    .build();
}
