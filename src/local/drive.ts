/**
 * The files that the add-on made outside the open spreadsheet: a strict model of the parts of Drive
 * API v3 that `surface.ts` lists. A file can be reached by the user for whom the app made it, and by
 * nobody else's app (`drive.file`).
 */
import type { ApiOptions, DriveFile, DrivePermission } from "../sheets/surface.ts";
import { ApiError } from "./api-error.ts";
import { type Cloud, type CloudFile, permissionId } from "./cloud.ts";
import { Modelled } from "./guard.ts";
import type { World } from "./world.ts";

/** Refuses a field or option that the model does not know. */
function requireKnown(given: object, known: readonly string[], what: string): void {
  const stray = Object.keys(given).find((name) => !known.includes(name));
  if (stray !== undefined) throw new Error(`${what} "${stray}" is not modelled by the local host`);
}

const SHEET_TYPE = "application/vnd.google-apps.spreadsheet";
const NEW_FILE = ["name", "mimeType", "appProperties", "copyRequiresWriterPermission", "writersCanShare"];

/** The fields that `fields=a,b(c)` asks for, of those that a file has. */
function pick(file: CloudFile, fields: unknown): DriveFile {
  if (typeof fields !== "string") return pick(file, "id,name,mimeType");
  const all: Record<string, unknown> = {
    ...file.meta,
    trashed: file.meta.trashed ?? false,
    ownedByMe: true,
    shared: file.permissions.length > 1,
  };
  const names = fields.replace(/^files\((.*)\)$/, "$1").split(",");
  return structuredClone(
    Object.fromEntries(names.filter((name) => name in all).map((name) => [name, all[name]])),
  );
}

class LocalFiles extends Modelled {
  readonly modelled = "Drive.Files";

  constructor(
    private readonly cloud: Cloud,
    private readonly user: () => string,
  ) {
    super();
  }

  create(resource: DriveFile, _media: null, options: ApiOptions): DriveFile {
    requireKnown(resource, NEW_FILE, "a new file's field");
    requireKnown(options, ["ignoreDefaultVisibility", "fields"], "Files.create's option");
    if (resource.mimeType !== SHEET_TYPE) throw new Error("only spreadsheets are modelled by the local host");
    const file = this.cloud.add(this.user(), structuredClone({ ...resource }));
    this.cloud.note("create", file.id, this.user());
    return pick(file, options.fields);
  }

  get(fileId: string, options: ApiOptions): DriveFile {
    requireKnown(options, ["fields"], "Files.get's option");
    return pick(this.cloud.reach(fileId, this.user()), options.fields);
  }

  /** Knows one query: an app property and not in the trash. */
  list(options: ApiOptions): { files: DriveFile[] } {
    requireKnown(options, ["q", "fields", "spaces", "pageSize"], "Files.list's option");
    const asked = /^appProperties has \{ key='(\w+)' and value='([^'\\]+)' \} and trashed = false$/.exec(
      String(options.q),
    );
    if (!asked) throw new ApiError("drive", 400, "invalid", "Invalid Value");
    const [, name = "", value = ""] = asked;
    const files = [...this.cloud.files.values()].filter(
      ({ madeFor, meta }) => madeFor === this.user() && !meta.trashed && meta.appProperties?.[name] === value,
    );
    return { files: files.map((file) => pick(file, options.fields)) };
  }

  update(resource: DriveFile, fileId: string, _media: null, options: ApiOptions): DriveFile {
    requireKnown(resource, ["trashed"], "a file's changed field");
    requireKnown(options, ["fields"], "Files.update's option");
    const file = this.cloud.reach(fileId, this.user());
    Object.assign(file.meta, resource);
    if (resource.trashed) this.cloud.note("trash", fileId, this.user());
    return pick(file, options.fields);
  }
}

class LocalPermissions extends Modelled {
  readonly modelled = "Drive.Permissions";

  constructor(
    private readonly cloud: Cloud,
    private readonly user: () => string,
  ) {
    super();
  }

  create(resource: DrivePermission, fileId: string, options: ApiOptions): DrivePermission {
    requireKnown(resource, ["type", "role", "emailAddress"], "a permission's field");
    requireKnown(options, ["sendNotificationEmail", "fields"], "Permissions.create's option");
    const file = this.cloud.reach(fileId, this.user());
    const email = (resource.emailAddress ?? "").toLowerCase();
    if (this.cloud.withoutAccount.has(email) && options.sendNotificationEmail === false)
      throw new ApiError("drive", 400, "invalidSharingRequest", "Bad Request. User message: no account");
    const id = permissionId(email);
    const type = this.cloud.groups.has(email) ? "group" : (resource.type ?? "user");
    const made = { id, type, role: resource.role ?? "reader", emailAddress: email };
    // The id tells who is meant: a repeated grant is the same permission.
    file.permissions = [...file.permissions.filter((one) => one.id !== id), made];
    this.cloud.note("grant", fileId, email);
    return { ...made };
  }

  list(fileId: string, options: ApiOptions): { permissions: DrivePermission[] } {
    requireKnown(options, ["fields", "pageSize"], "Permissions.list's option");
    return { permissions: structuredClone(this.cloud.reach(fileId, this.user()).permissions) };
  }

  remove(fileId: string, permission: string): void {
    const file = this.cloud.reach(fileId, this.user());
    const found = file.permissions.find(({ id }) => id === permission);
    if (!found) throw new ApiError("drive", 404, "notFound", `Permission not found: ${permission}.`);
    if (found.role === "owner")
      throw new ApiError(
        "drive",
        403,
        "insufficientFilePermissions",
        "The owner of a file cannot be removed.",
      );
    file.permissions = file.permissions.filter((one) => one !== found);
    this.cloud.note("revoke", fileId, found.emailAddress ?? "");
  }
}

/** The advanced service `Drive`. */
export class LocalDrive extends Modelled {
  readonly modelled = "Drive";
  readonly Files: LocalFiles;
  readonly Permissions: LocalPermissions;

  constructor(world: World, cloud: Cloud) {
    super();
    const user = () => world.person.email.toLowerCase();
    this.Files = new LocalFiles(cloud, user);
    this.Permissions = new LocalPermissions(cloud, user);
  }
}
