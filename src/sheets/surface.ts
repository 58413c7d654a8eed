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
  getSheet(): SheetSurface;
  /** Row and column of the first cell, counted from 1. */
  getRow(): number;
  getColumn(): number;
  getNumRows(): number;
  getNumColumns(): number;
  /** Selects the range and shows its tab. */
  activate(): RangeSurface;
  /** The same rule for each cell; null takes rules away. */
  setDataValidation(rule: DataValidationSurface | null): RangeSurface;
  /** A new protection of the range, which restricts nobody yet; repeated ones stack. */
  protect(): ProtectionSurface;
}

/** A finished rule about what a cell takes; the add-on only hands it on. */
export type DataValidationSurface = object;

/** Puts a rule together. Without `setAllowInvalid(false)` other values give a warning only. */
export interface DataValidationBuilderSurface {
  requireValueInList(values: string[], showDropdown: boolean): DataValidationBuilderSurface;
  requireValueInRange(range: RangeSurface, showDropdown: boolean): DataValidationBuilderSurface;
  setAllowInvalid(allowInvalidData: boolean): DataValidationBuilderSurface;
  setHelpText(helpText: string): DataValidationBuilderSurface;
  build(): DataValidationSurface;
}

/** Somebody with an account. */
export interface UserSurface {
  getEmail(): string;
}

/**
 * The protection of a range or a tab. The owner and whoever runs the script stay among the editors;
 * one with a warning only stops nobody.
 */
export interface ProtectionSurface {
  getDescription(): string;
  setDescription(description: string): ProtectionSurface;
  isWarningOnly(): boolean;
  setWarningOnly(warningOnly: boolean): ProtectionSurface;
  canEdit(): boolean;
  getEditors(): UserSurface[];
  addEditor(emailAddress: string): ProtectionSurface;
  removeEditors(emailAddresses: string[]): ProtectionSurface;
  /** Ranges of a protected tab that everybody may edit. Throws on the protection of a range. */
  setUnprotectedRanges(ranges: RangeSurface[]): ProtectionSurface;
  remove(): void;
}

/** The options of a chart, as `setOption` put them. */
export interface ChartOptionsSurface {
  get(option: string): unknown;
}

/** A chart on a tab. */
export interface EmbeddedChartSurface {
  /** Null until the chart is on a tab. */
  getChartId(): number | null;
  getOptions(): ChartOptionsSurface;
  getRanges(): RangeSurface[];
}

/** Puts a chart together: one type, one range at least, and a place whose offsets are pixels. */
export interface EmbeddedChartBuilderSurface {
  /** One of `ChartsSurface.ChartType`. */
  setChartType(type: unknown): EmbeddedChartBuilderSurface;
  addRange(range: RangeSurface): EmbeddedChartBuilderSurface;
  /** How many rows of the ranges are headers. */
  setNumHeaders(headers: number): EmbeddedChartBuilderSurface;
  setPosition(row: number, column: number, offsetX: number, offsetY: number): EmbeddedChartBuilderSurface;
  setOption(option: string, value: unknown): EmbeddedChartBuilderSurface;
  build(): EmbeddedChartSurface;
}

/** The kinds of charts. */
export interface ChartsSurface {
  readonly ChartType: {
    readonly BAR: unknown;
    readonly COLUMN: unknown;
    readonly COMBO: unknown;
    readonly LINE: unknown;
  };
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
  /** Each of these rows at least so many pixels high. */
  setRowHeights(startRow: number, numRows: number, height: number): SheetSurface;
  /** Without grid lines a tab prints as a form. */
  setHiddenGridlines(hideGridlines: boolean): SheetSurface;
  /** A new protection of the tab in place of an older one; it restricts nobody yet. */
  protect(): ProtectionSurface;
  /** The protections of one of `SpreadsheetAppSurface.ProtectionType`. */
  getProtections(type: unknown): ProtectionSurface[];
  newChart(): EmbeddedChartBuilderSurface;
  insertChart(chart: EmbeddedChartSurface): void;
  removeChart(chart: EmbeddedChartSurface): void;
  getCharts(): EmbeddedChartSurface[];
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
  getActiveSheet(): SheetSurface;
  /** What the person has selected on the tab in view; null where that is no range of cells. */
  getActiveRange(): RangeSurface | null;
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
  /** Opens a page at the right, 300 px wide, in the place of an earlier one. The script goes on. */
  showSidebar(userInterface: HtmlOutputSurface): void;
  /** Opens a page over the grid. The script goes on. */
  showModalDialog(userInterface: HtmlOutputSurface, title: string): void;
}

/** The entry to the open file. `flush` carries out every write that is still pending. */
export interface SpreadsheetAppSurface {
  getActiveSpreadsheet(): SpreadsheetSurface;
  getUi(): UiSurface;
  flush(): void;
  newConditionalFormatRule(): ConditionalFormatRuleBuilderSurface;
  newDataValidation(): DataValidationBuilderSurface;
  readonly ProtectionType: { readonly RANGE: unknown; readonly SHEET: unknown };
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
  /** Whose e-mail is blank where the account's domain does not tell it. */
  getActiveUser(): UserSurface;
}

/** An HTML file of the script, as text and as a page to be shown. Sizes are pixels. */
export interface HtmlOutputSurface {
  getContent(): string;
  /** The heading of a sidebar. */
  setTitle(title: string): HtmlOutputSurface;
  setWidth(width: number): HtmlOutputSurface;
  setHeight(height: number): HtmlOutputSurface;
}

/** Gives the HTML files that are stored beside the code. */
export interface HtmlServiceSurface {
  /** Reads an HTML file of the script by its name without `.html`; throws where there is none. */
  createHtmlOutputFromFile(filename: string): HtmlOutputSurface;
}

/** Options of a call to one of Google's REST APIs: its query parameters. */
export type ApiOptions = Readonly<Record<string, unknown>>;

/** The fields of a Drive file that the add-on sets or asks for. */
export interface DriveFile {
  id?: string | undefined;
  name?: string | undefined;
  mimeType?: string | undefined;
  description?: string | undefined;
  /** Private to the app; `properties` are seen by every app. */
  appProperties?: { [name: string]: string } | undefined;
  properties?: { [name: string]: string } | undefined;
  trashed?: boolean | undefined;
  shared?: boolean | undefined;
  ownedByMe?: boolean | undefined;
  driveId?: string | undefined;
  copyRequiresWriterPermission?: boolean | undefined;
  writersCanShare?: boolean | undefined;
}

/** Who may do what with a file. */
export interface DrivePermission {
  id?: string | undefined;
  type?: string | undefined;
  role?: string | undefined;
  emailAddress?: string | undefined;
  deleted?: boolean | undefined;
  pendingOwner?: boolean | undefined;
}

/** Drive API v3 as an advanced service, under the scope `drive.file`: the files that the add-on made for this user. */
export interface DriveSurface {
  readonly Files: {
    create(resource: DriveFile, mediaData: null, optionalArgs: ApiOptions): DriveFile;
    get(fileId: string, optionalArgs: ApiOptions): DriveFile;
    list(optionalArgs: ApiOptions): { files?: DriveFile[] | undefined };
    update(resource: DriveFile, fileId: string, mediaData: null, optionalArgs: ApiOptions): DriveFile;
  };
  readonly Permissions: {
    create(resource: DrivePermission, fileId: string, optionalArgs: ApiOptions): DrivePermission;
    list(fileId: string, optionalArgs: ApiOptions): { permissions?: DrivePermission[] | undefined };
    remove(fileId: string, permissionId: string): void;
  };
}

/** Sheets API v4 as an advanced service, under the same scope. Resources are JSON as Google documents them. */
export interface SheetsSurface {
  readonly Spreadsheets: {
    get(spreadsheetId: string, optionalArgs: ApiOptions): object;
    /** All requests together or none. */
    batchUpdate(resource: { requests: object[] }, spreadsheetId: string): object;
  };
}

/** Rights of the script. */
export interface ScriptAppSurface {
  readonly AuthMode: { readonly FULL: unknown };
  /** Asks for scopes that the person did not grant; the run ends there, and begins anew afterwards. */
  requireScopes(authMode: unknown, oAuthScopes: string[]): void;
}

/** Small tools of the platform. */
export interface UtilitiesSurface {
  getUuid(): string;
  sleep(milliseconds: number): void;
}

/** Every service global that the built files may touch. */
export interface Services {
  readonly SpreadsheetApp: SpreadsheetAppSurface;
  readonly LockService: LockServiceSurface;
  readonly Session: SessionSurface;
  readonly HtmlService: HtmlServiceSurface;
  readonly Charts: ChartsSurface;
  readonly ScriptApp: ScriptAppSurface;
  readonly Utilities: UtilitiesSurface;
  /** Read only where something is shared: a project without the advanced services lacks them. */
  readonly Drive: DriveSurface;
  readonly Sheets: SheetsSurface;
}
