/** What the parts of the sidebar's contract have in common. Types only. */

/** The two languages of the product. */
export type ApiLang = "en" | "zh";

/** A cell to go to: the tab's actual name, and A1 without the tab (`F14`; a whole row is `14:14`). */
export interface CellLink {
  readonly tab: string;
  readonly cell: string;
}

/** A decimal number as text: sign, digits, point. No thousands separators. */
export type Decimal = string;

/** A month, `2026-10`. */
export type MonthText = string;

/** A day, `2026-10-31`. */
export type DayText = string;

/** A text in both languages. */
export interface BothWords {
  readonly en: string;
  readonly zh: string;
}

/** Units of values: rates are ratios (1 = 100 %), durations are seconds. */
export type ValueUnit = "%" | "money" | "s" | "days" | "count" | "points" | null;

/** A value with the text under which people know it (`46.12%`, `1,234.00`). */
export interface Shown {
  /** Null: no data. */
  readonly value: Decimal | null;
  readonly text: string;
}

/** What is wrong, in words. `field` names the field of the draft or request that it belongs to. */
export interface FieldProblem {
  readonly field: string;
  readonly severity: "error" | "warning";
  readonly message: string;
  /** The cell of the saved rules, where there is one. */
  readonly at: CellLink | null;
}

/** Fingerprints of the rule tabs by kind (`scoring`, `bands`, …), for `saveRules`. */
export type Fingerprints = Readonly<Record<string, string>>;
