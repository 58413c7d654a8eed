import type { MonthDaily } from "../engine/daily";
import type { Exact } from "../engine/exact";
import type { RuleBook } from "../engine/plan";
import type { RunResult } from "../engine/result";
import type { Lang } from "../text/labels";
import type { PastMonth } from "./past";

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
  /** Of rows of another month: the locked month that was read from them, of which they are not left out. */
  readonly month?: string;
}

/** What one pasted tab was taken for. */
export interface CheckedTab {
  readonly tab: string;
  /** `agent-day`, `agent-month`, `attendance`, `chat`, `orders`, `source`, `shop` or `unknown`. */
  readonly as: string;
  /** Why it was taken so: code and values of a sentence. */
  readonly why?: { readonly code: string; readonly values: Readonly<Record<string, string>> };
  readonly columns: readonly { readonly header: string; readonly measure: string }[];
  /** Days since 1899-12-30; null where the tab has no dates. */
  readonly firstDay: number | null;
  readonly lastDay: number | null;
  readonly rowsRead: number;
  readonly rowsLeftOut: readonly LeftOutRows[];
  /** Summary and peer rows, as figures to compare with; they count for nobody. */
  readonly benchmarks?: readonly CheckedBenchmark[];
  /** For a tab that nothing recognised: what it looks like. */
  readonly proposal?: CheckedProposal;
}

/** A summary or peer row of a pasted tab. */
export interface CheckedBenchmark {
  readonly label: string;
  /** Whom it sums up. */
  readonly of: "agents" | "shop" | "peers" | "peers-best";
  /** Counts and amounts by measure. */
  readonly values: readonly { readonly measure: string; readonly value: Exact }[];
  /** Rates and averages by metric, with the header as pasted; 0.4612 is 46.12 %. */
  readonly rates: readonly CheckedRate[];
}

/** A rate or average of a summary row. */
export interface CheckedRate {
  readonly metric: string;
  readonly header: string;
  readonly isRate: boolean;
  readonly value: Exact;
}

/** What an unknown tab looks like, with rows for the Sources tab. */
export interface CheckedProposal {
  readonly columns: readonly {
    readonly header: string;
    readonly role: string;
    readonly certainty: string;
    readonly samples: readonly string[];
  }[];
  readonly rows: readonly {
    readonly measure: string;
    readonly how: string;
    readonly column: string;
    readonly where: string;
    readonly certainty: string;
  }[];
  readonly read: number;
}

/** All that a report needs to know. */
export interface MonthView {
  readonly result: RunResult;
  readonly checked: readonly CheckedTab[];
  readonly lang: Lang;
  /** Labels of the measures of the catalogue, by name; others are shown by their names. */
  readonly measures?: ReadonlyMap<string, Names>;
  /** Absent in a view that was restricted to a reader. */
  readonly hr?: HrView;
}

/** What only HR's own tabs may show, over everybody. */
export interface HrView {
  /** Computed when it is asked for. */
  readonly daily: () => MonthDaily;
  /** What closed months paid, the latest first; empty without History. */
  readonly past: readonly PastMonth[];
  readonly book: RuleBook;
}
