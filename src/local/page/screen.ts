/** What the browser has to say: elements, the language, when a picture is there, errors; and what it saves. */
import type { PageLanguage } from "./words.ts";

/** An element of the page; all of them stand in `index.html`. */
export const byId = <Kind extends HTMLElement>(id: string) => document.getElementById(id) as Kind;

/** The language to begin with: the reader's. */
export function firstLanguage(): PageLanguage {
  return /^zh/i.test(navigator.language) ? "zh" : "en";
}

/** Two frames later, what was put on the page is to be seen. */
export function painted(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
}

/** What was thrown, in words. */
export function messageOf(error: unknown): string {
  const { message } = (error ?? {}) as { message?: unknown };
  return typeof message === "string" ? message : String(error);
}

/** Hands an .xlsx file to the person as a download. */
export function saveWorkbook(name: string, bytes: Uint8Array): void {
  const link = document.createElement("a");
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  link.href = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
