/** The service globals, implemented. */
import type {
  LockServiceSurface,
  LockSurface,
  Services,
  SessionSurface,
  SpreadsheetAppSurface,
} from "../sheets/surface.ts";
import { LocalScriptApp, LocalSheets, LocalUtilities } from "./advanced.ts";
import { LocalCharts } from "./chart.ts";
import { Cloud } from "./cloud.ts";
import { LocalConditionalFormatRuleBuilder } from "./conditional.ts";
import { LocalDrive } from "./drive.ts";
import { Modelled } from "./guard.ts";
import { LocalHtmlService } from "./html.ts";
import { LocalUser, PROTECTION_TYPE } from "./protection.ts";
import { LocalSpreadsheet } from "./spreadsheet.ts";
import { LocalUi } from "./ui.ts";
import { LocalDataValidationBuilder } from "./validation.ts";
import type { World } from "./world.ts";

class LocalSpreadsheetApp extends Modelled implements SpreadsheetAppSurface {
  readonly modelled = "SpreadsheetApp";
  readonly ProtectionType = PROTECTION_TYPE;
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

  newDataValidation(): LocalDataValidationBuilder {
    return new LocalDataValidationBuilder();
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

  getActiveUser(): LocalUser {
    return new LocalUser(this.world.person.email);
  }
}

/** The service globals, still without a guard. */
export function createServices(world: World): { readonly [Name in keyof Services]: Modelled } {
  const cloud = world.cloud ?? new Cloud();
  return {
    SpreadsheetApp: new LocalSpreadsheetApp(world),
    LockService: new LocalLockService(world),
    Session: new LocalSession(world),
    HtmlService: new LocalHtmlService(world),
    Charts: new LocalCharts(),
    ScriptApp: new LocalScriptApp(cloud),
    Utilities: new LocalUtilities(cloud),
    Drive: new LocalDrive(world, cloud),
    Sheets: new LocalSheets(world, cloud),
  };
}
