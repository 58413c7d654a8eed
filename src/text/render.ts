import { sayFrom, type Told } from "./message";
import { MESSAGES } from "./messages/index";
import type { Lang } from "./template";

export type { Told };

const WHOLE_ROW = /^(\d+):\1$/;

/** The place of an issue in words, for example `Raw!F14` or `Raw row 14`; blank where it has none. */
export function renderPlace(issue: Pick<Told, "tab" | "cell">, lang: Lang): string {
  const { tab, cell } = issue;
  if (tab === undefined) return cell ?? "";
  if (cell === undefined) return tab;
  const row = WHOLE_ROW.exec(cell)?.[1];
  if (row === undefined) return `${tab}!${cell}`;
  return lang === "en" ? `${tab} row ${row}` : `${tab} 第 ${row} 行`;
}

/** The sentence of an issue without its place: what was found and how to mend it. */
export function renderMessage(issue: Told, lang: Lang, onUnknown?: (code: string) => string): string {
  return sayFrom(MESSAGES, issue, lang, onUnknown);
}

/**
 * An issue in words, with its place in front: `Raw!F14: "12,5" may be 12.5 or 125. Type 12.5 or 125.`
 * A code without words gives the code itself; tests pass a function that throws.
 */
export function renderIssue(issue: Told, lang: Lang, onUnknown?: (code: string) => string): string {
  const place = renderPlace(issue, lang);
  const message = renderMessage(issue, lang, onUnknown);
  if (place === "") return message;
  return lang === "en" ? `${place}: ${message}` : `${place}：${message}`;
}
