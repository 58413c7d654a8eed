/** A file of the cloud as a book: what its readers see of it, to be shown and saved. */
import { Book, type BookSheet, type CellStyle, type CellValue } from "./book.ts";

/** The parts of a spreadsheet resource, with its cells, that a shared file can have. */
interface Resource {
  readonly properties: { readonly title: string; readonly locale: string; readonly timeZone: string };
  readonly sheets: readonly SheetResource[];
}

interface SheetResource {
  readonly properties: {
    readonly title: string;
    readonly hidden?: boolean;
    readonly tabColorStyle?: Color;
    readonly gridProperties: {
      readonly rowCount: number;
      readonly columnCount: number;
      readonly frozenRowCount?: number;
      readonly frozenColumnCount?: number;
      readonly hideGridlines?: boolean;
    };
  };
  readonly data: readonly [
    {
      readonly rowData: readonly { readonly values: readonly CellResource[] }[];
      readonly columnMetadata: readonly { readonly pixelSize: number; readonly hiddenByUser?: boolean }[];
    },
  ];
}

interface CellResource {
  readonly userEnteredValue?: {
    readonly stringValue?: string;
    readonly numberValue?: number;
    readonly boolValue?: boolean;
  };
  readonly userEnteredFormat?: FormatResource;
  readonly note?: string;
}

interface FormatResource {
  readonly numberFormat?: { readonly type: string; readonly pattern?: string };
  readonly backgroundColorStyle?: Color;
  readonly horizontalAlignment?: string;
  readonly verticalAlignment?: string;
  readonly wrapStrategy?: string;
  readonly textFormat?: {
    readonly foregroundColorStyle?: Color;
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly fontSize?: number;
  };
}

interface Color {
  readonly rgbColor: { readonly red?: number; readonly green?: number; readonly blue?: number };
}

const TEXT_FORMAT = "@";

/** The book of a spreadsheet resource that was asked for with its cells. */
export function bookOfResource(resource: object): Book {
  const { properties, sheets } = resource as Resource;
  const book = new Book(properties.title, properties.timeZone, properties.locale);
  for (const sheet of sheets) readSheet(book, sheet);
  book.activeSheet = book.sheets.find(({ hidden }) => !hidden);
  return book;
}

function readSheet(book: Book, { properties, data }: SheetResource): void {
  const { gridProperties: grid, tabColorStyle } = properties;
  const sheet = book.addSheet(properties.title);
  sheet.maxRows = grid.rowCount;
  sheet.maxColumns = grid.columnCount;
  sheet.frozenRows = grid.frozenRowCount ?? 0;
  sheet.frozenColumns = grid.frozenColumnCount ?? 0;
  sheet.hidesGridlines = grid.hideGridlines ?? false;
  sheet.hidden = properties.hidden ?? false;
  sheet.tabColor = hexOf(tabColorStyle) ?? null;
  const [{ rowData, columnMetadata }] = data;
  columnMetadata.forEach(({ pixelSize, hiddenByUser }, index) => {
    sheet.columnWidths.set(index + 1, pixelSize);
    if (hiddenByUser) sheet.hiddenColumns.add(index + 1);
  });
  rowData.forEach(({ values }, row) => {
    values.forEach((cell, column) => {
      readCell(book, sheet, cell, row + 1, column + 1);
    });
  });
}

function readCell(book: Book, sheet: BookSheet, cell: CellResource, row: number, column: number): void {
  const { userEnteredValue: value, userEnteredFormat: format, note } = cell;
  sheet.values.set(row, column, enteredValue(value));
  sheet.notes.set(row, column, note || undefined);
  if (format) sheet.styles.set(row, column, book.restyle(undefined, styleOf(format)));
}

function enteredValue(value: CellResource["userEnteredValue"]): CellValue | undefined {
  return value?.stringValue ?? value?.numberValue ?? value?.boolValue;
}

/** Google's names of alignments are those of the book in capitals. */
function styleOf(format: FormatResource): CellStyle {
  const { numberFormat, backgroundColorStyle, textFormat, wrapStrategy } = format;
  const pattern = numberFormat?.type === "TEXT" ? TEXT_FORMAT : numberFormat?.pattern;
  const style = {
    numberFormat: pattern,
    background: hexOf(backgroundColorStyle),
    fontColor: hexOf(textFormat?.foregroundColorStyle),
    bold: textFormat?.bold,
    italic: textFormat?.italic,
    fontSize: textFormat?.fontSize,
    horizontal: format.horizontalAlignment?.toLowerCase(),
    vertical: format.verticalAlignment?.toLowerCase(),
    wrap: wrapStrategy === "WRAP" || undefined,
  };
  const set = Object.entries(style).filter(([, part]) => part !== undefined);
  return Object.fromEntries(set) as CellStyle;
}

/** `#rrggbb` of shares of 1. */
function hexOf(color: Color | undefined): string | undefined {
  if (!color) return undefined;
  const { red = 0, green = 0, blue = 0 } = color.rgbColor;
  const channel = (share: number) =>
    Math.round(share * 255)
      .toString(16)
      .padStart(2, "0");
  return `#${channel(red)}${channel(green)}${channel(blue)}`;
}
