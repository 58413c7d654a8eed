import type { RuleTabKind } from "./columns";

/** A text in the two languages of the product. */
export interface Words {
  readonly en: string;
  readonly zh: string;
}

/** One row of a rule tab by column key (see `columns.ts`); a missing key is a blank cell. */
export type PackRow = Readonly<Record<string, string | number>>;

/**
 * A ready-made appraisal and pay system: rows of the rule tabs, and nothing else. The engine
 * knows no pack. Cell texts that people read (plan, item and component names) come in both
 * languages: write `{ en, zh }` in `PackRow` through `inLanguage`.
 */
export interface Pack {
  /** Name on the command line, for example `eight-part`. */
  readonly name: string;
  readonly label: Words;
  readonly help: Words;
  /** Where the numbers come from, and which of them are the pack's own choice. */
  readonly source: Words;
  /** The pack's rows in one language. */
  readonly tabs: (lang: "en" | "zh") => Readonly<Partial<Record<RuleTabKind, readonly PackRow[]>>>;
}
