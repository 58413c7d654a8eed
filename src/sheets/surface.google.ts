/**
 * The compiler's proof that Google's own services satisfy `surface.ts`. When Google's types and
 * the surface part, this file stops compiling.
 */
import type { Services } from "./surface";

/** Google's service globals, as the add-on uses them. Called inside a run, never while loading. */
export function googleServices(): Services {
  return { SpreadsheetApp, LockService, Session, HtmlService };
}
