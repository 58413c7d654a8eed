import type { NameOffer } from "../api/contract";
import type { Lang } from "../text/template";

/** The word that is being typed: its text up to the caret, and where it starts and ends. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What completion needs to know of a name. */
export type Offered = Pick<NameOffer, "insert" | "name" | "label">;

const WORD_SIGN = /[\p{L}\p{N}_.]/u;
const NO_MATCH = 3;

/** The word around the caret; null inside a text in quotes and where no word is begun. */
export function wordAt(formula: string, caret: number): Word | null {
  if (isInQuotes(formula, caret)) return null;
  let start = caret;
  while (start > 0 && WORD_SIGN.test(formula[start - 1] ?? "")) start--;
  let end = caret;
  while (end < formula.length && WORD_SIGN.test(formula[end] ?? "")) end++;
  const text = formula.slice(start, caret);
  return text === "" || /^\d/.test(text) ? null : { text, start, end };
}

function isInQuotes(formula: string, caret: number): boolean {
  return (formula.slice(0, caret).match(/"/g)?.length ?? 0) % 2 === 1;
}

const folded = (text: string) => text.normalize("NFKC").toLowerCase();

/**
 * The names and functions for a word, best first: those that begin with it, then those whose
 * label in either language begins with it, then those that hold it anywhere. At most `most`.
 */
export function offersFor<Name extends Offered>(
  word: string,
  offers: readonly Name[],
  lang: Lang,
  most = 8,
): Name[] {
  const wanted = folded(word);
  const ranked = offers
    .map((offer) => ({ offer, rank: rankOf(offer, wanted) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank || compareNames(a.offer, b.offer, lang));
  return ranked.slice(0, most).map(({ offer }) => offer);
}

function rankOf({ name, label }: Offered, wanted: string): number {
  const labels = [label.en, label.zh].map(folded);
  if (folded(name).startsWith(wanted)) return 0;
  if (labels.some((text) => text.startsWith(wanted))) return 1;
  return [folded(name), ...labels].some((text) => text.includes(wanted)) ? 2 : NO_MATCH;
}

/** Short names first, because a long one is reached by typing on. */
function compareNames(a: Offered, b: Offered, lang: Lang): number {
  return a.name.length - b.name.length || (a.label[lang] < b.label[lang] ? -1 : 1);
}

/** A formula with an offer in the place of the word, and where the caret stands then. */
export function acceptOffer(formula: string, word: Word, offer: Offered): { text: string; caret: number } {
  const rest = formula.slice(word.end);
  const inserted = rest.startsWith("(") ? offer.insert.replace(/\($/, "") : offer.insert;
  return { text: formula.slice(0, word.start) + inserted + rest, caret: word.start + inserted.length };
}
