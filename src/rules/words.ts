import type { ItemKind, Method, Unit, WarningKind, When } from "../engine/plan";
import type { How } from "../engine/source";

/** Fixed values of a column: each English word with the other words that mean the same. */
export type WordList<Word extends string> = readonly (readonly [Word, ...string[]])[];

/** Bands: When (READINGS 3.2). Each list: English, Simplified, Traditional. */
export const WHEN_WORDS: WordList<When> = [
  ["at least", "至少"],
  ["above", "高于", "高於"],
  ["up to", "不超过", "不超過"],
  ["below", "低于", "低於"],
];

/** Scoring: Kind (READINGS 3.2, and the two kinds of warning). Blank means `points`. */
export const KIND_WORDS: WordList<ItemKind | WarningKind> = [
  ["points", "得分"],
  ["bonus", "加分"],
  ["deduction", "扣分"],
  ["gate", "门槛", "門檻"],
  ["warning", "提醒"],
  ["hr warning", "人事提醒"],
];

/** Scoring: Method (READINGS 3.2). There is no default. */
export const METHOD_WORDS: WordList<Method> = [
  ["bands", "档位", "檔位"],
  ["band points", "档位得分", "檔位得分"],
  ["ratio", "比例"],
  ["manual", "手工"],
  ["formula", "公式"],
];

/** Scoring: Measure (READINGS 3.2). The default depends on the method (3.15). */
export const MEASURE_WORDS: WordList<"value" | "attainment"> = [
  ["value", "数值", "數值"],
  ["attainment", "达成率", "達成率"],
];

/** Metrics: Better (READINGS 3.2). Blank means `higher`. */
export const BETTER_WORDS: WordList<"higher" | "lower"> = [
  ["higher", "越高越好"],
  ["lower", "越低越好"],
];

/** Sources: How (READINGS 3.2). Blank means `sum`. */
export const HOW_WORDS: WordList<How> = [
  ["count", "计数", "計數"],
  ["sum", "求和"],
  ["average", "平均"],
  ["min", "最小"],
  ["max", "最大"],
  ["distinct", "去重计数", "去重計數"],
  ["weighted", "加权平均", "加權平均"],
];

/** Metrics: Unit (DESIGN 3). It changes display and checks, never a value. */
export const UNIT_WORDS: WordList<Unit> = [
  ["%", "百分比", "率"],
  ["money", "金额", "金額", "元"],
  ["s", "秒"],
  ["days", "天"],
  ["count", "数量", "數量", "个", "個"],
  ["points", "分"],
];

/** Pay: the word after the step in Round (READINGS 3.19). None means half-up. */
export const ROUNDING_WORDS: WordList<"up" | "down" | "even"> = [
  ["up", "向上"],
  ["down", "向下"],
  ["even", "银行家", "銀行家"],
];

/** Key under which a fixed word is found: NFKC, blanks folded away, case ignored. */
function wordKey(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s_-]+/g, "")
    .toLowerCase();
}

/** The English word that a text stands for; null where it stands for none. */
export function findWord<Word extends string>(list: WordList<Word>, text: string): Word | null {
  const key = wordKey(text);
  for (const [word, ...others] of list) {
    if ([word, ...others].some((one) => wordKey(one) === key)) return word;
  }
  return null;
}
