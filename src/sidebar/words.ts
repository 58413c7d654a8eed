import { type Lang, sayingOf, type WordTable, type WordValues } from "../text/template";
import { BAND_WORDS } from "./words-bands";
import { DATA_WORDS } from "./words-data";
import { RULES_WORDS } from "./words-rules";
import { RUN_WORDS } from "./words-run";
import { SHELL_WORDS } from "./words-shell";
import { TRIAL_WORDS } from "./words-trial";

/** Every word of the page by pane. Sentences about the workbook's content come from the server. */
export const WORDS = {
  ...SHELL_WORDS,
  ...RULES_WORDS,
  ...BAND_WORDS,
  ...TRIAL_WORDS,
  ...DATA_WORDS,
  ...RUN_WORDS,
} as const satisfies WordTable;

/** Key of a word. */
export type WordKey = keyof typeof WORDS;

const word = sayingOf(WORDS);

/** A word or sentence in a language, with its placeholders filled. */
export function say(lang: Lang, key: WordKey, values?: WordValues): string {
  return word(key, lang, values);
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A month such as `2026-10` as people read it: `Oct 2026` or `2026年10月`; anything else as it stands. */
export function showMonth(month: string, lang: Lang): string {
  const match = /^(\d{4})-(\d{2})$/.exec(month);
  if (!match) return month;
  const [, year = "", number = ""] = match;
  if (lang === "zh") return `${year}年${Number(number)}月`;
  return `${MONTHS[Number(number) - 1] ?? number} ${year}`;
}
