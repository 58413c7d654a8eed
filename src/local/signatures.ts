/**
 * The signature of every member that scripts may call. `Record<keyof …Surface, string>` makes the
 * compiler ask for each member that `surface.ts` declares.
 */
import type {
  ChartOptionsSurface,
  ChartsSurface,
  ConditionalFormatRuleBuilderSurface,
  DataValidationBuilderSurface,
  DriveSurface,
  EmbeddedChartBuilderSurface,
  EmbeddedChartSurface,
  HtmlOutputSurface,
  HtmlServiceSurface,
  LockServiceSurface,
  LockSurface,
  MenuSurface,
  PromptResponseSurface,
  ProtectionSurface,
  RangeSurface,
  ScriptAppSurface,
  SessionSurface,
  SheetSurface,
  SheetsSurface,
  SpreadsheetAppSurface,
  SpreadsheetSurface,
  UiSurface,
  UserSurface,
  UtilitiesSurface,
} from "../sheets/surface.ts";

const range: Record<keyof RangeSurface, string> = {
  getValues: "",
  setValues: "grid",
  getFormulas: "",
  getNumberFormats: "",
  setNumberFormats: "grid",
  getNotes: "",
  setNotes: "grid",
  setBackgrounds: "grid",
  setFontColors: "grid",
  setFontWeights: "grid",
  setFontStyles: "grid",
  setFontSizes: "grid",
  setHorizontalAlignments: "grid",
  setVerticalAlignment: "text",
  setWraps: "grid",
  setBorder: "bool? bool? bool? bool? bool? bool?",
  copyTo: "Range",
  getA1Notation: "",
  getSheet: "",
  getRow: "",
  getColumn: "",
  getNumRows: "",
  getNumColumns: "",
  activate: "",
  setDataValidation: "DataValidation?",
  protect: "",
};

const conditionalFormatRuleBuilder: Record<keyof ConditionalFormatRuleBuilderSurface, string> = {
  setRanges: "list",
  whenTextContains: "text",
  whenTextEqualTo: "text",
  whenNumberLessThan: "number",
  whenNumberGreaterThanOrEqualTo: "number",
  whenFormulaSatisfied: "text",
  setBackground: "text",
  setFontColor: "text",
  setBold: "bool",
  build: "",
};

const dataValidationBuilder: Record<keyof DataValidationBuilderSurface, string> = {
  requireValueInList: "list bool",
  requireValueInRange: "Range bool",
  setAllowInvalid: "bool",
  setHelpText: "text",
  build: "",
};

const protection: Record<keyof ProtectionSurface, string> = {
  getDescription: "",
  setDescription: "text",
  isWarningOnly: "",
  setWarningOnly: "bool",
  canEdit: "",
  getEditors: "",
  addEditor: "text",
  removeEditors: "list",
  setUnprotectedRanges: "list",
  remove: "",
};

const chart: Record<keyof EmbeddedChartSurface, string> = { getChartId: "", getOptions: "", getRanges: "" };
const chartOptions: Record<keyof ChartOptionsSurface, string> = { get: "text" };
const chartBuilder: Record<keyof EmbeddedChartBuilderSurface, string> = {
  setChartType: "any",
  addRange: "Range",
  setNumHeaders: "int",
  setPosition: "int int int int",
  setOption: "text any",
  build: "",
};
const user: Record<keyof UserSurface, string> = { getEmail: "" };

const sheet: Record<keyof SheetSurface, string> = {
  getName: "",
  setName: "text",
  getSheetId: "",
  getLastRow: "",
  getLastColumn: "",
  getMaxRows: "",
  getMaxColumns: "",
  getRange: "int int int int",
  insertRowsAfter: "int int",
  insertColumnsAfter: "int int",
  setFrozenRows: "int",
  setFrozenColumns: "int",
  setColumnWidth: "int int",
  setColumnWidths: "int int int",
  setConditionalFormatRules: "list",
  setRowHeights: "int int int",
  setHiddenGridlines: "bool",
  protect: "",
  getProtections: "any",
  newChart: "",
  insertChart: "EmbeddedChart",
  removeChart: "EmbeddedChart",
  getCharts: "",
  setTabColor: "text?",
  hideSheet: "",
  showSheet: "",
  isSheetHidden: "",
};

const spreadsheet: Record<keyof SpreadsheetSurface, string> = {
  getId: "",
  getName: "",
  getSheets: "",
  getSheetByName: "text",
  insertSheet: "text int",
  deleteSheet: "Sheet",
  getSpreadsheetTimeZone: "",
  getSpreadsheetLocale: "",
  getActiveSheet: "",
  getActiveRange: "",
  setActiveSheet: "Sheet",
  toast: "text text number",
};

const menu: Record<keyof MenuSurface, string> = { addItem: "text text", addSeparator: "", addToUi: "" };
const promptResponse: Record<keyof PromptResponseSurface, string> = {
  getSelectedButton: "",
  getResponseText: "",
};
const ui: Record<keyof UiSurface, string> = {
  Button: "",
  ButtonSet: "",
  createAddonMenu: "",
  alert: "text text any",
  prompt: "text text any",
  showSidebar: "HtmlOutput",
  showModalDialog: "HtmlOutput text",
};
const spreadsheetApp: Record<keyof SpreadsheetAppSurface, string> = {
  getActiveSpreadsheet: "",
  getUi: "",
  flush: "",
  newConditionalFormatRule: "",
  newDataValidation: "",
  ProtectionType: "",
};
const lock: Record<keyof LockSurface, string> = { tryLock: "int", releaseLock: "" };
const lockService: Record<keyof LockServiceSurface, string> = { getDocumentLock: "" };
const session: Record<keyof SessionSurface, string> = {
  getScriptTimeZone: "",
  getActiveUserLocale: "",
  getActiveUser: "",
};
const htmlService: Record<keyof HtmlServiceSurface, string> = { createHtmlOutputFromFile: "text" };
const htmlOutput: Record<keyof HtmlOutputSurface, string> = {
  getContent: "",
  setTitle: "text",
  setWidth: "int",
  setHeight: "int",
};
const driveFiles: Record<keyof DriveSurface["Files"], string> = {
  create: "any any any",
  get: "text any",
  list: "any",
  update: "any text any any",
};
const drivePermissions: Record<keyof DriveSurface["Permissions"], string> = {
  create: "any text any",
  list: "text any",
  remove: "text text",
};
const drive: Record<keyof DriveSurface, string> = { Files: "", Permissions: "" };
const sheets: Record<keyof SheetsSurface, string> = { Spreadsheets: "" };
const spreadsheets: Record<keyof SheetsSurface["Spreadsheets"], string> = {
  get: "text any",
  batchUpdate: "any text",
};
const scriptApp: Record<keyof ScriptAppSurface, string> = { AuthMode: "", requireScopes: "any list" };
const utilities: Record<keyof UtilitiesSurface, string> = { getUuid: "", sleep: "int" };
const charts: Record<keyof ChartsSurface, string> = { ChartType: "" };

/** The signature of every member, by class. */
export const signatures = {
  Range: range,
  ConditionalFormatRuleBuilder: conditionalFormatRuleBuilder,
  ConditionalFormatRule: {},
  DataValidationBuilder: dataValidationBuilder,
  DataValidation: {},
  Protection: protection,
  User: user,
  EmbeddedChart: chart,
  EmbeddedChartBuilder: chartBuilder,
  ChartOptions: chartOptions,
  Charts: charts,
  Sheet: sheet,
  Spreadsheet: spreadsheet,
  Menu: menu,
  PromptResponse: promptResponse,
  Ui: ui,
  SpreadsheetApp: spreadsheetApp,
  Lock: lock,
  LockService: lockService,
  Session: session,
  HtmlService: htmlService,
  HtmlOutput: htmlOutput,
  Drive: drive,
  "Drive.Files": driveFiles,
  "Drive.Permissions": drivePermissions,
  Sheets: sheets,
  "Sheets.Spreadsheets": spreadsheets,
  ScriptApp: scriptApp,
  Utilities: utilities,
};
