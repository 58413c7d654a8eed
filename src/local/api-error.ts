import { ServiceError } from "./guard.ts";

/** An answer of one of Google's REST APIs that is no success, as Apps Script throws it. */
export class ApiError extends ServiceError {
  /** What scripts find in the error's `details`. */
  override readonly details: object;

  constructor(api: "drive" | "sheets", code: number, reason: string, message: string) {
    super(`GoogleJsonResponseException: API call to ${api} failed with error: ${message}`);
    this.details = { code, message, errors: [{ domain: "global", reason, message }] };
  }
}
