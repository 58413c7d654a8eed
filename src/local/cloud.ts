/** Google's side of files that lie outside the open spreadsheet. */
import type { DriveFile, DrivePermission } from "../sheets/surface.ts";
import { ApiError } from "./api-error.ts";
import { CloudSheets } from "./cloud-sheets.ts";

/** A file of Drive with what is in it. */
export interface CloudFile {
  readonly id: string;
  /** Whoever's app made it. */
  readonly madeFor: string;
  readonly meta: DriveFile;
  permissions: DrivePermission[];
  readonly content: CloudSheets;
}

/** What happened in the cloud, in order: for tests that check the order of steps. */
export interface CloudEvent {
  readonly kind: "create" | "write" | "grant" | "revoke" | "trash";
  readonly file: string;
  readonly who: string;
}

/** The cloud at one moment, as plain data. Batches that were applied are not in it: no one can read them. */
export interface CloudState {
  readonly files: readonly CloudFileState[];
  readonly events: readonly CloudEvent[];
  readonly uuids: number;
}

interface CloudFileState {
  readonly id: string;
  readonly madeFor: string;
  readonly meta: DriveFile;
  readonly permissions: readonly DrivePermission[];
  readonly content: CloudSheets["state"];
}

/** Google's side: it outlives runs and workbooks, and is the same for every user. */
export class Cloud {
  readonly files = new Map<string, CloudFile>();
  readonly events: CloudEvent[] = [];
  /** Addresses without a Google account: sharing with them needs the notification. */
  readonly withoutAccount = new Set<string>();
  /** Addresses that are groups. */
  readonly groups = new Set<string>();
  /** Permissions that a new file inherits from the folder it lands in. */
  inherited: DrivePermission[] = [];
  /** Scopes that the person did not grant. */
  readonly deniedScopes = new Set<string>();
  /** Milliseconds that scripts slept: nobody waits for them here. */
  sleptMs = 0;
  uuids = 0;
  private made = 0;

  /** What is there now. It is not copied: what changes later is put in the place of what is there. */
  capture(): CloudState {
    const files = [...this.files.values()].map(({ id, madeFor, meta, permissions, content }) => {
      return { id, madeFor, meta: { ...meta }, permissions, content: content.state };
    });
    return { files, events: [...this.events], uuids: this.uuids };
  }

  /** Makes the cloud what it was. */
  restore({ files, events, uuids }: CloudState): void {
    this.files.clear();
    for (const { id, madeFor, meta, permissions, content } of files) {
      const sheets = new CloudSheets(id, meta.name ?? "Untitled");
      sheets.state = content;
      const file = { id, madeFor, meta: { ...meta }, permissions: [...permissions], content: sheets };
      this.files.set(id, file);
    }
    this.events.splice(0, this.events.length, ...events);
    this.uuids = uuids;
    this.made = this.files.size;
  }

  add(madeFor: string, meta: DriveFile): CloudFile {
    this.made++;
    const id = `file${this.made}`;
    const owner = { id: permissionId(madeFor), type: "user", role: "owner", emailAddress: madeFor };
    const file: CloudFile = {
      id,
      madeFor,
      meta: { ...meta, id },
      permissions: [owner, ...this.inherited],
      content: new CloudSheets(id, meta.name ?? "Untitled"),
    };
    this.files.set(id, file);
    return file;
  }

  note(kind: CloudEvent["kind"], file: string, who: string): void {
    this.events.push({ kind, file, who });
  }

  /** The file, if this user's app made it; Drive says 404 for others and for none. */
  reach(id: string, user: string): CloudFile {
    const file = this.files.get(id);
    if (!file || file.madeFor !== user)
      throw new ApiError("drive", 404, "notFound", `File not found: ${id}.`);
    return file;
  }

  /** What a reader's browser shows of a file; null without access. The trash hides nothing from readers. */
  view(id: string, reader: string): object | null {
    const file = this.files.get(id);
    const email = reader.toLowerCase();
    const may = file?.permissions.some(({ emailAddress }) => emailAddress?.toLowerCase() === email);
    return file && may ? file.content.resource(true) : null;
  }
}

/** Permissions are known by whom they are for: an id of digits, the same for one address. */
export function permissionId(email: string): string {
  let id = 7;
  for (const sign of email.toLowerCase()) id = (id * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_000_007;
  return String(id);
}
