/** Advanced services and small tools: Sheets API v4, ScriptApp, Utilities. */
import type { ApiOptions } from "../sheets/surface.ts";
import { ApiError } from "./api-error.ts";
import type { Cloud } from "./cloud.ts";
import { Modelled, ServiceError } from "./guard.ts";
import type { World } from "./world.ts";

class LocalSpreadsheets extends Modelled {
  readonly modelled = "Sheets.Spreadsheets";

  constructor(
    private readonly cloud: Cloud,
    private readonly user: () => string,
  ) {
    super();
  }

  get(spreadsheetId: string, options: ApiOptions): object {
    const stray = Object.keys(options).find((name) => name !== "includeGridData");
    if (stray !== undefined) throw new Error(`Spreadsheets.get's option "${stray}" is not modelled`);
    return this.reach(spreadsheetId).content.resource(options.includeGridData === true);
  }

  batchUpdate(resource: { requests: object[] }, spreadsheetId: string): object {
    const { content, meta } = this.reach(spreadsheetId);
    content.apply(resource.requests);
    // A spreadsheet's title is the name of its file.
    Object.assign(meta, { name: content.state.properties.title });
    this.cloud.note("write", spreadsheetId, this.user());
    return { spreadsheetId, replies: resource.requests.map(() => ({})) };
  }

  /** Sheets says 403 where Drive says 404. */
  private reach(id: string) {
    try {
      return this.cloud.reach(id, this.user());
    } catch {
      throw new ApiError("sheets", 403, "forbidden", "The caller does not have permission");
    }
  }
}

/** The advanced service `Sheets`. */
export class LocalSheets extends Modelled {
  readonly modelled = "Sheets";
  readonly Spreadsheets: LocalSpreadsheets;

  constructor(world: World, cloud: Cloud) {
    super();
    this.Spreadsheets = new LocalSpreadsheets(cloud, () => world.person.email.toLowerCase());
  }
}

/** Knows which scopes the person granted. */
export class LocalScriptApp extends Modelled {
  readonly modelled = "ScriptApp";
  readonly AuthMode = { FULL: "FULL" };

  constructor(private readonly cloud: Cloud) {
    super();
  }

  requireScopes(_mode: unknown, scopes: readonly string[]): void {
    if (scopes.some((scope) => this.cloud.deniedScopes.has(scope)))
      throw new ServiceError("Authorization is required to perform that action.");
  }
}

/** Waits on the host's own clock, which no test has to wait for. */
export class LocalUtilities extends Modelled {
  readonly modelled = "Utilities";

  constructor(private readonly cloud: Cloud) {
    super();
  }

  /** Counted, so that two runs of one test make the same files. */
  getUuid(): string {
    this.cloud.uuids++;
    return `00000000-0000-4000-8000-${String(this.cloud.uuids).padStart(12, "0")}`;
  }

  sleep(milliseconds: number): void {
    this.cloud.sleptMs += milliseconds;
  }
}
