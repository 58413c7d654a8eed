/**
 * The compiler's proof that Google's own services satisfy `surface.ts`. When Google's types and
 * the surface part, this file stops compiling.
 */
import type { DriveSurface, Services, SheetsSurface } from "./surface";

/** Google's service globals, as the add-on uses them. Called inside a run, never while loading. */
export function googleServices(): Services {
  return {
    SpreadsheetApp,
    LockService,
    Session,
    HtmlService,
    Charts,
    ScriptApp,
    Utilities,
    // A project without the advanced services has no such globals, and everything else must run there.
    get Drive() {
      return driveService();
    },
    get Sheets() {
      return sheetsService();
    },
  };
}

/** Google's types know no create or update without a file's bytes, though `null` stands for none. */
type Proven<Service, Members extends keyof Service> = Pick<Service, Members>;

function driveService(): DriveSurface {
  if (!Drive) throw new Error("the advanced service Drive is not enabled");
  const files: Proven<DriveSurface["Files"], "get" | "list"> = Drive.Files;
  const permissions: DriveSurface["Permissions"] = Drive.Permissions;
  return { Files: files as DriveSurface["Files"], Permissions: permissions };
}

function sheetsService(): SheetsSurface {
  if (!Sheets) throw new Error("the advanced service Sheets is not enabled");
  return Sheets;
}
