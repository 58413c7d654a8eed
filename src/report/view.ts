import type { RunResult } from "../engine/result";
import type { Lang } from "../text/labels";

/** A name in the two languages of the product. */
export interface Names {
  readonly en: string;
  readonly zh: string;
}

/** How many rows of a pasted tab were left out, and why. */
export interface LeftOutRows {
  /** Code of the reason; its words are in `text/messages`. */
  readonly reason: string;
  readonly count: number;
}

/** What one pasted tab was taken for. */
export interface CheckedTab {
  readonly tab: string;
  /** `agent-day`, `agent-month`, `source` or `unknown`. */
  readonly as: string;
  /** Why it was taken so: code and values of a sentence. */
  readonly why?: { readonly code: string; readonly values: Readonly<Record<string, string>> };
  readonly columns: readonly { readonly header: string; readonly measure: string }[];
  /** Days since 1899-12-30; null where the tab has no dates. */
  readonly firstDay: number | null;
  readonly lastDay: number | null;
  readonly rowsRead: number;
  readonly rowsLeftOut: readonly LeftOutRows[];
}

/** All that a report needs to know. */
export interface MonthView {
  readonly result: RunResult;
  readonly checked: readonly CheckedTab[];
  readonly lang: Lang;
  /** Labels of the measures of the catalogue, by name; others are shown by their names. */
  readonly measures?: ReadonlyMap<string, Names>;
}
