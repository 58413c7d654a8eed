import type { PackRow, Words } from "../pack";
import { type DraftCell, inLanguage, type PackLanguage } from "./language";

/** Fixed words of Scoring and Bands beside those of `language.ts` (READINGS 3.2). */
export const MORE_FIXED = {
  above: { en: "above", zh: "高于" },
  below: { en: "below", zh: "低于" },
  bonus: { en: "bonus", zh: "加分" },
  deduction: { en: "deduction", zh: "扣分" },
  gate: { en: "gate", zh: "门槛" },
  warning: { en: "warning", zh: "提醒" },
  hrWarning: { en: "hr warning", zh: "人事提醒" },
  bandPoints: { en: "band points", zh: "档位得分" },
  manual: { en: "manual", zh: "手工" },
} as const satisfies Record<string, Words>;

/** A row of Scoring of any kind and profile; what is missing is a blank cell. */
export interface ScoringDraft {
  readonly profile?: string;
  readonly item: Words;
  readonly kind: Words;
  /** The same in both languages, or words where a supervisor types the name. */
  readonly metric?: string | Words;
  /** Share of 100, or the greatest points of a bonus or deduction. */
  readonly weight?: number;
  readonly method: Words;
  readonly measure?: Words;
  readonly formula?: string | Words;
}

/** The Scoring rows of a plan in one language, in the order given. */
export function scorecardRows(lang: PackLanguage, plan: Words, items: readonly ScoringDraft[]): PackRow[] {
  const columns = ["plan", "profile", "item", "kind", "metric", "weight", "method", "measure", "formula"];
  const cells = items.map((draft): DraftCell[] => [
    plan,
    draft.profile ?? "",
    draft.item,
    draft.kind,
    draft.metric ?? "",
    draft.weight ?? "",
    draft.method,
    draft.measure ?? "",
    draft.formula ?? "",
  ]);
  return inLanguage(lang, columns, cells);
}

/** A metric of a pack's own: `[metric, label, Chinese name, formula, unit, better]`. */
export type OwnMetric = readonly [
  metric: string,
  label: string,
  labelZh: string,
  formula: string,
  unit: string,
  better?: "lower",
];

/** The rows of Metrics for a pack's own metrics; a blank formula is one that a supervisor enters. */
export function ownMetricRows(metrics: readonly OwnMetric[]): PackRow[] {
  const columns = ["metric", "label", "labelZh", "formula", "unit", "better"];
  return inLanguage(
    "en",
    columns,
    metrics.map((metric) => metric.map((cell) => cell ?? "")),
  );
}
