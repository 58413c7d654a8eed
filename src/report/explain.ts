import type { ItemResult, PayLine } from "../engine/result";

export type Lang = "en" | "zh";

/** The points of an item in words; replaced by the full version. */
export function explainItem(_item: ItemResult, _tabs: readonly string[], _lang: Lang): string {
  return "";
}

/** A line of pay in words, for example `0.92 × 135,000.00 × 0.4% = 496.80`. */
export function explainLine(_line: PayLine, _tabs: readonly string[], _lang: Lang): string {
  return "";
}
