import type { PackRow, Words } from "../pack";

/** Languages in which a pack is written. */
export type PackLanguage = "en" | "zh";

/** A cell of a pack before its language is chosen: the same in both, or words of each. */
export type DraftCell = string | number | Words;

/** Fixed words of the rule tabs that packs write (READINGS 3.2). */
export const FIXED = {
  atLeast: { en: "at least", zh: "至少" },
  upTo: { en: "up to", zh: "不超过" },
  points: { en: "points", zh: "得分" },
  bands: { en: "bands", zh: "档位" },
  ratio: { en: "ratio", zh: "比例" },
  formula: { en: "formula", zh: "公式" },
  value: { en: "value", zh: "数值" },
  attainment: { en: "attainment", zh: "达成率" },
} as const satisfies Record<string, Words>;

/** The rows under these column keys in one language; a blank cell is left out of its row. */
export function inLanguage(
  lang: PackLanguage,
  columns: readonly string[],
  rows: readonly (readonly DraftCell[])[],
): PackRow[] {
  return rows.map((cells) => {
    const row: Record<string, string | number> = {};
    columns.forEach((column, index) => {
      const cell = cells[index] ?? "";
      const text = typeof cell === "object" ? cell[lang] : cell;
      if (text !== "") row[column] = text;
    });
    return row;
  });
}

/** A table of Bands: when its thresholds are reached, and `[threshold, result]`; a blank threshold is "otherwise". */
export interface DraftTable {
  readonly table: Words;
  readonly when: Words;
  readonly rows: readonly (readonly [threshold: string | number, result: string | number])[];
}

/** The Bands rows of a plan's tables in one language, in the order given. */
export function bandRows(lang: PackLanguage, plan: Words, tables: readonly DraftTable[]): PackRow[] {
  const cells = tables.flatMap(({ table, when, rows }) =>
    rows.map(([threshold, result]) => [plan, table, threshold === "" ? "" : when, threshold, result]),
  );
  return inLanguage(lang, ["plan", "table", "when", "threshold", "result"], cells);
}

/** An item of Scoring of kind points: `[item, metric, weight, method, measure, formula]`. */
export type DraftItem = readonly [
  item: Words,
  metric: string,
  weight: number,
  method: Words,
  measure: Words | "",
  formula?: Words,
];

/** The Scoring rows of a plan in one language, in the order given. */
export function scoringRows(lang: PackLanguage, plan: Words, items: readonly DraftItem[]): PackRow[] {
  const columns = ["plan", "item", "kind", "metric", "weight", "method", "measure", "formula"];
  const cells = items.map(([item, metric, weight, method, measure, formula]) => [
    plan,
    item,
    FIXED.points,
    metric,
    weight,
    method,
    measure,
    formula ?? "",
  ]);
  return inLanguage(lang, columns, cells);
}

/** A line of Pay: `[component, labels, formula, onlyIf]`. The component is the same in both languages. */
export type DraftComponent = readonly [
  component: string,
  label: Words,
  formula: string | Words,
  onlyIf?: string,
];

/** The Pay rows of a plan in one language, in the order given; both labels are always written. */
export function payRows(lang: PackLanguage, plan: Words, components: readonly DraftComponent[]): PackRow[] {
  const columns = ["plan", "component", "label", "labelZh", "formula", "onlyIf"];
  const cells = components.map(([component, label, formula, onlyIf]) => [
    plan,
    component,
    label.en,
    label.zh,
    formula,
    onlyIf ?? "",
  ]);
  return inLanguage(lang, columns, cells);
}
