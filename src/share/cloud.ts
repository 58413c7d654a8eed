/** Calls to Drive and Sheets with the waiting, the retries and the reading of errors of SHARING section 1. */
import type { ApiOptions, DriveFile, DrivePermission, Services } from "../sheets/surface";
import { objectIn } from "./resource";
import { RECORD_FIELDS } from "./walk";

/** Why a call gave no answer. `unknown`: it may have had its effect; only reading tells. */
export type FailureKind = "rate" | "sharing-limit" | "refused" | "not-found" | "bad-request" | "unknown";

/** A call that gave no answer. It carries no text of Google's: that may name people. */
export class CloudFailure extends Error {
  constructor(readonly kind: FailureKind) {
    super(kind);
  }
}

/** What the calls need from outside: the services, and a number from 0 to 1 for the waits. */
export interface CloudTools {
  readonly services: Pick<Services, "Drive" | "Sheets" | "Utilities">;
  random(): number;
}

const TRIES = 5;
const LONGEST_WAIT = 32_000;
const SECOND = 1000;
const RATE_REASONS = new Set(["rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded"]);

/** What an error of an advanced service means. */
function failureKind(error: unknown): FailureKind {
  const { code, errors } = objectIn(objectIn(error).details);
  const [first] = Array.isArray(errors) ? errors : [];
  const reason = String(objectIn(first).reason ?? "");
  if (code === 429 || (code === 403 && RATE_REASONS.has(reason))) return "rate";
  if (code === 403 && reason === "sharingRateLimitExceeded") return "sharing-limit";
  if (code === 403) return "refused";
  if (code === 404) return "not-found";
  return code === 400 ? "bad-request" : "unknown";
}

/** The calls that a share makes. Each throws a {@link CloudFailure} where there is no answer. */
export class CloudCalls {
  constructor(private readonly tools: CloudTools) {}

  /** Files of this app and person, not in the trash, that carry a key. */
  search(key: string): DriveFile[] {
    return this.marked("key", key);
  }

  /** Files of this app and person, not in the trash, that a workbook's add-on made. */
  filesOf(source: string): DriveFile[] {
    return this.marked("src", source);
  }

  private marked(mark: "key" | "src", value: string): DriveFile[] {
    // Keys and ids are letters, digits, `_` and hyphens, so that nothing in them ends the quotes.
    if (!/^[\w-]+$/.test(value)) throw new CloudFailure("not-found");
    const q = `appProperties has { key='${mark}' and value='${value}' } and trashed = false`;
    const answer = this.call(({ Drive }) => Drive.Files.list({ q, fields: `files(${RECORD_FIELDS})` }));
    return answer.files ?? [];
  }

  create(name: string, key: string, source: string): DriveFile {
    const file = {
      name,
      mimeType: "application/vnd.google-apps.spreadsheet",
      appProperties: { key, src: source },
      copyRequiresWriterPermission: true,
      writersCanShare: false,
    };
    return this.call(({ Drive }) =>
      Drive.Files.create(file, null, { ignoreDefaultVisibility: true, fields: RECORD_FIELDS }),
    );
  }

  record(file: string): DriveFile {
    return this.call(({ Drive }) => Drive.Files.get(file, { fields: RECORD_FIELDS }));
  }

  trash(file: string): void {
    this.call(({ Drive }) => Drive.Files.update({ trashed: true }, file, null, { fields: "id" }));
  }

  permissions(file: string): DrivePermission[] {
    const fields = "permissions(id,type,role,emailAddress,deleted,pendingOwner)";
    return (
      this.call(({ Drive }) => Drive.Permissions.list(file, { fields, pageSize: 100 })).permissions ?? []
    );
  }

  grant(file: string, email: string): void {
    const options: ApiOptions = { sendNotificationEmail: true, fields: "id" };
    const permission = { type: "user", role: "reader", emailAddress: email };
    this.call(({ Drive }) => Drive.Permissions.create(permission, file, options));
  }

  revoke(file: string, permission: string): void {
    this.call(({ Drive }) => Drive.Permissions.remove(file, permission));
  }

  content(file: string): object {
    return this.call(({ Sheets }) => Sheets.Spreadsheets.get(file, { includeGridData: true }));
  }

  write(file: string, requests: object[]): void {
    this.call(({ Sheets }) => Sheets.Spreadsheets.batchUpdate({ requests }, file));
  }

  /** Waits and tries again where Google asks for it: 1, 2, 4 and 8 seconds and up to one more. */
  private call<Answer>(ask: (services: CloudTools["services"]) => Answer): Answer {
    for (let attempt = 1; ; attempt++) {
      try {
        return ask(this.tools.services);
      } catch (error) {
        const kind = failureKind(error);
        if (kind !== "rate" || attempt === TRIES) throw new CloudFailure(kind);
        this.wait(attempt);
      }
    }
  }

  private wait(attempt: number): void {
    const pause = 2 ** (attempt - 1) * SECOND + Math.floor(this.tools.random() * SECOND);
    this.tools.services.Utilities.sleep(Math.min(pause, LONGEST_WAIT));
  }
}
