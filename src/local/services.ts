/**
 * The service globals, and the signature of every member that scripts may
 * call. `Record<keyof …Surface, string>` makes the compiler ask for each
 * member that `surface.ts` declares.
 */
import type {
  ConditionalFormatRuleBuilderSurface,
  HtmlOutputSurface,
  HtmlServiceSurface,
  LockServiceSurface,
  LockSurface,
  MenuSurface,
  PromptResponseSurface,
  RangeSurface,
  Services,
  SessionSurface,
  SheetSurface,
  SpreadsheetAppSurface,
  SpreadsheetSurface,
  UiSurface,
} from "../sheets/surface.ts";
import { LocalConditionalFormatRuleBuilder } from "./conditional.ts";
import { Modelled, ServiceError } from "./guard.ts";
import { LocalSpreadsheet } from "./spreadsheet.ts";
import { LocalUi } from "./ui.ts";
import type { World } from "./world.ts";

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
};
const spreadsheetApp: Record<keyof SpreadsheetAppSurface, string> = {
  getActiveSpreadsheet: "",
  getUi: "",
  flush: "",
  newConditionalFormatRule: "",
};
const lock: Record<keyof LockSurface, string> = { tryLock: "int", releaseLock: "" };
const lockService: Record<keyof LockServiceSurface, string> = { getDocumentLock: "" };
const session: Record<keyof SessionSurface, string> = { getScriptTimeZone: "", getActiveUserLocale: "" };
const htmlService: Record<keyof HtmlServiceSurface, string> = { createHtmlOutputFromFile: "text" };
const htmlOutput: Record<keyof HtmlOutputSurface, string> = { getContent: "" };

/** The signature of every member, by class. */
export const signatures = {
  Range: range,
  ConditionalFormatRuleBuilder: conditionalFormatRuleBuilder,
  ConditionalFormatRule: {},
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
};

class LocalSpreadsheetApp extends Modelled implements SpreadsheetAppSurface {
  readonly modelled = "SpreadsheetApp";
  private readonly spreadsheet: LocalSpreadsheet;
  private readonly ui: LocalUi;

  constructor(world: World) {
    super();
    this.spreadsheet = new LocalSpreadsheet(world);
    this.ui = new LocalUi(world);
  }

  getActiveSpreadsheet(): LocalSpreadsheet {
    return this.spreadsheet;
  }

  getUi(): LocalUi {
    return this.ui;
  }

  /** Writes take effect at once here, so there is nothing to do. */
  flush(): void {}

  newConditionalFormatRule(): LocalConditionalFormatRuleBuilder {
    return new LocalConditionalFormatRuleBuilder();
  }
}

class LocalLock extends Modelled implements LockSurface {
  readonly modelled = "Lock";

  constructor(private readonly world: World) {
    super();
  }

  /** False when another run holds the lock; there is no waiting here. */
  tryLock(_timeoutInMillis: number): boolean {
    if (this.world.lockedElsewhere) return false;
    this.world.locked = true;
    return true;
  }

  releaseLock(): void {
    this.world.locked = false;
  }
}

class LocalLockService extends Modelled implements LockServiceSurface {
  readonly modelled = "LockService";

  constructor(private readonly world: World) {
    super();
  }

  getDocumentLock(): LocalLock {
    return new LocalLock(this.world);
  }
}

class LocalSession extends Modelled implements SessionSurface {
  readonly modelled = "Session";

  constructor(private readonly world: World) {
    super();
  }

  getScriptTimeZone(): string {
    return this.world.scriptTimeZone;
  }

  getActiveUserLocale(): string {
    return this.world.userLocale;
  }
}

class LocalHtmlOutput extends Modelled implements HtmlOutputSurface {
  readonly modelled = "HtmlOutput";

  constructor(private readonly content: string) {
    super();
  }

  getContent(): string {
    return this.content;
  }
}

class LocalHtmlService extends Modelled implements HtmlServiceSurface {
  readonly modelled = "HtmlService";

  constructor(private readonly world: World) {
    super();
  }

  /** Only files that were pushed with the code, by their exact name; throws as Google does. */
  createHtmlOutputFromFile(filename: string): LocalHtmlOutput {
    const content = this.world.htmlFiles.get(filename);
    if (content === undefined) throw new ServiceError(`No HTML file named ${filename} was found.`);
    return new LocalHtmlOutput(content);
  }
}

/** The service globals, still without a guard. */
export function createServices(world: World): { readonly [Name in keyof Services]: Modelled } {
  return {
    SpreadsheetApp: new LocalSpreadsheetApp(world),
    LockService: new LocalLockService(world),
    Session: new LocalSession(world),
    HtmlService: new LocalHtmlService(world),
  };
}
