import { headerKey } from "./name";

/** A figure that formulas know, with what people call it. */
export interface FigureName {
  /** As formulas name it. */
  readonly name: string;
  readonly en: string;
  readonly zh: string;
  /** Headers of exports that mean it. */
  readonly also: readonly string[];
}

/**
 * The name by which formulas know what somebody typed: the figure of that name, label or header (blanks,
 * brackets and case ignored); else the text itself, trimmed, as a name of one's own. A name wins over a label,
 * a label over a header.
 */
export function figureNamed(typed: string, known: readonly FigureName[]): string {
  const key = headerKey(typed);
  const spelled = (names: (figure: FigureName) => readonly string[]) =>
    known.find((figure) => names(figure).some((name) => headerKey(name) === key));
  const found =
    spelled(({ name }) => [name]) ?? spelled(({ en, zh }) => [en, zh]) ?? spelled(({ also }) => also);
  return found?.name ?? typed.trim();
}

/** A name like a text that formulas can use: other signs become `_`, and a digit or a cell does not begin it. */
export function usableName(text: string): string {
  const joined = text
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}\p{M}_.]+/gu, "_")
    .replace(/^_+|_+$/g, "");
  return /^\p{L}/u.test(joined) && !isLikeCell(joined) ? joined : `n_${joined}`;
}

/** Whether a name reads as a cell of a sheet: `A1`, `SKU100`. */
export function isLikeCell(name: string): boolean {
  return /^\$?[A-Z]{1,3}\$?\d{1,7}$/i.test(name);
}
