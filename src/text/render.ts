import { fillTemplate, type Lang } from "./labels";
import { MESSAGES } from "./messages/index";

/** What a message is made of; `Issue` of the engine is one. */
export interface Told {
  readonly code: string;
  readonly tab?: string;
  /** A1 notation, for example `F14`; a whole row is `14:14`. */
  readonly cell?: string;
  readonly found?: string;
  readonly values?: Readonly<Record<string, string>>;
}

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
export function renderMessage(issue: Told, lang: Lang, onUnknown = (code: string): string => code): string {
  const template = MESSAGES[issue.code];
  if (!template) return onUnknown(issue.code);
  const { tab = "", cell = "", found = "" } = issue;
  return fillTemplate(template[lang], { tab, cell, found, ...issue.values });
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
