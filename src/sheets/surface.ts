/**
 * The whole of Google's services that the add-on uses, and nothing more.
 *
 * Two hosts implement it: Apps Script (checked against Google's own types in
 * `surface.google.ts`) and the local host (`src/local/services.ts`), which
 * throws by name on every member that is not listed here.
 */

/** A cell as `getValues` gives it and `setValues` takes it. */
export type SheetCell = string | number | boolean | Date;

/**
 * A block of cells. Grids of values and formats have exactly its rows and columns; the host throws for others.
 */
export interface RangeSurface {
  getValues(): SheetCell[][];
  setValues(values: SheetCell[][]): RangeSurface;
  getFormulas(): string[][];
  getNumberFormats(): string[][];
  setNumberFormats(formats: string[][]): RangeSurface;
  getNotes(): string[][];
  setNotes(notes: string[][]): RangeSurface;
  setBackgrounds(colors: (string | null)[][]): RangeSurface;
  setFontColors(colors: (string | null)[][]): RangeSurface;
  setFontWeights(weights: ("bold" | "normal" | null)[][]): RangeSurface;
  setFontStyles(styles: ("italic" | "normal" | null)[][]): RangeSurface;
  setFontSizes(sizes: number[][]): RangeSurface;
  setHorizontalAlignments(alignments: ("left" | "center" | "right" | null)[][]): RangeSurface;
  setVerticalAlignment(alignment: "top" | "middle" | "bottom"): RangeSurface;
  setWraps(wraps: boolean[][]): RangeSurface;
  setBorder(
    top: boolean | null,
    left: boolean | null,
    bottom: boolean | null,
    right: boolean | null,
    vertical: boolean | null,
    horizontal: boolean | null,
  ): RangeSurface;
  copyTo(destination: RangeSurface): void;
  getA1Notation(): string;
}

/** A finished rule; the add-on only hands it on. */
export type ConditionalFormatRuleSurface = object;

/** Puts a conditional format together: its ranges, one condition, the looks where it holds. */
export interface ConditionalFormatRuleBuilderSurface {
  setRanges(ranges: RangeSurface[]): ConditionalFormatRuleBuilderSurface;
  whenTextContains(text: string): ConditionalFormatRuleBuilderSurface;
  whenTextEqualTo(text: string): ConditionalFormatRuleBuilderSurface;
  whenNumberLessThan(value: number): ConditionalFormatRuleBuilderSurface;
  whenNumberGreaterThanOrEqualTo(value: number): ConditionalFormatRuleBuilderSurface;
  whenFormulaSatisfied(formula: string): ConditionalFormatRuleBuilderSurface;
  setBackground(color: string): ConditionalFormatRuleBuilderSurface;
  setFontColor(color: string): ConditionalFormatRuleBuilderSurface;
  setBold(bold: boolean): ConditionalFormatRuleBuilderSurface;
  build(): ConditionalFormatRuleSurface;
}

/**
 * One tab. Rows and columns are counted from 1; widths are in pixels. `getLastRow` and `getLastColumn` are 0
 * where the tab is empty.
 */
export interface SheetSurface {
  getName(): string;
  setName(name: string): SheetSurface;
  getSheetId(): number;
  getLastRow(): number;
  getLastColumn(): number;
  getMaxRows(): number;
  getMaxColumns(): number;
  getRange(row: number, column: number, numRows: number, numColumns: number): RangeSurface;
  insertRowsAfter(afterPosition: number, howMany: number): SheetSurface;
  insertColumnsAfter(afterPosition: number, howMany: number): SheetSurface;
  setFrozenRows(rows: number): void;
  setFrozenColumns(columns: number): void;
  setColumnWidth(column: number, width: number): SheetSurface;
  setColumnWidths(startColumn: number, numColumns: number, width: number): SheetSurface;
  setConditionalFormatRules(rules: ConditionalFormatRuleSurface[]): void;
  setTabColor(color: string | null): SheetSurface;
  hideSheet(): SheetSurface;
  showSheet(): SheetSurface;
  isSheetHidden(): boolean;
}

/**
 * The file and its tabs. `index` counts tabs from 0; the locale is like `zh_CN`; a toast lasts for seconds.
 */
export interface SpreadsheetSurface {
  getId(): string;
  getName(): string;
  getSheets(): SheetSurface[];
  getSheetByName(name: string): SheetSurface | null;
  insertSheet(name: string, index: number): SheetSurface;
  deleteSheet(sheet: SheetSurface): void;
  getSpreadsheetTimeZone(): string;
  getSpreadsheetLocale(): string;
  setActiveSheet(sheet: SheetSurface): SheetSurface;
  toast(message: string, title: string, timeoutSeconds: number): void;
}

/** What a person answered to a prompt: one of `UiSurface.Button`, and the typed text. */
export interface PromptResponseSurface {
  getSelectedButton(): unknown;
  getResponseText(): string;
}

/** A menu under construction; `functionName` names a top-level function of the built file. */
export interface MenuSurface {
  addItem(caption: string, functionName: string): MenuSurface;
  addSeparator(): MenuSurface;
  addToUi(): void;
}

/**
 * Menus and dialogues. They are there only where a person has the file open; dialogues wait for the answer.
 */
export interface UiSurface {
  readonly Button: {
    readonly OK: unknown;
    readonly CANCEL: unknown;
    readonly YES: unknown;
    readonly NO: unknown;
  };
  readonly ButtonSet: { readonly OK: unknown; readonly OK_CANCEL: unknown; readonly YES_NO: unknown };
  createAddonMenu(): MenuSurface;
  alert(title: string, prompt: string, buttons: unknown): unknown;
  prompt(title: string, prompt: string, buttons: unknown): PromptResponseSurface;
}

/** The entry to the open file. `flush` carries out every write that is still pending. */
export interface SpreadsheetAppSurface {
  getActiveSpreadsheet(): SpreadsheetSurface;
  getUi(): UiSurface;
  flush(): void;
  newConditionalFormatRule(): ConditionalFormatRuleBuilderSurface;
}

/**
 * A lock of the file. `tryLock` waits at most that many milliseconds and tells whether it got the lock.
 */
export interface LockSurface {
  tryLock(timeoutInMillis: number): boolean;
  releaseLock(): void;
}

/** Gives the lock of the file, so that two runs do not write at once. */
export interface LockServiceSurface {
  /** Null outside a container (a script that is bound to no document). */
  getDocumentLock(): LockSurface | null;
}

/** Where the script runs and for whom: a time zone like `Asia/Shanghai`, a language like `zh`. */
export interface SessionSurface {
  getScriptTimeZone(): string;
  getActiveUserLocale(): string;
}

/** An HTML file of the script as text. */
export interface HtmlOutputSurface {
  getContent(): string;
}

/** Gives the HTML files that are stored beside the code. */
export interface HtmlServiceSurface {
  /** Reads an HTML file of the script by its name without `.html`; throws where there is none. */
  createHtmlOutputFromFile(filename: string): HtmlOutputSurface;
}

/** Every service global that the built files may touch. */
export interface Services {
  readonly SpreadsheetApp: SpreadsheetAppSurface;
  readonly LockService: LockServiceSurface;
  readonly Session: SessionSurface;
  readonly HtmlService: HtmlServiceSurface;
}
