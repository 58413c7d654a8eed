/**
 * The whole of Google's services that the add-on uses, and nothing more.
 *
 * Two hosts implement it: Apps Script (checked against Google's own types in
 * `surface.google.ts`) and the local host (`src/local/services.ts`), which
 * throws by name on every member that is not listed here.
 */

/** A cell as `getValues` gives it and `setValues` takes it. */
export type SheetCell = string | number | boolean | Date;

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

export interface PromptResponseSurface {
  getSelectedButton(): unknown;
  getResponseText(): string;
}

export interface MenuSurface {
  addItem(caption: string, functionName: string): MenuSurface;
  addSeparator(): MenuSurface;
  addToUi(): void;
}

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

export interface SpreadsheetAppSurface {
  getActiveSpreadsheet(): SpreadsheetSurface;
  getUi(): UiSurface;
  flush(): void;
  newConditionalFormatRule(): ConditionalFormatRuleBuilderSurface;
}

export interface LockSurface {
  tryLock(timeoutInMillis: number): boolean;
  releaseLock(): void;
}

export interface LockServiceSurface {
  /** Null outside a container (a script that is bound to no document). */
  getDocumentLock(): LockSurface | null;
}

export interface SessionSurface {
  getScriptTimeZone(): string;
  getActiveUserLocale(): string;
}

export interface HtmlOutputSurface {
  getContent(): string;
}

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
