import type { Day } from "../engine/calendar";
import type { Exact } from "../engine/exact";
import type { Proposal, ProposedRow } from "./proposal";

/** Why a row of a pasted tab is not read. */
export type LeftOutReason =
  | "empty"
  | "repeated-header"
  | "summary"
  | "other-month"
  | "tab-of-other-month"
  | "undated"
  | "no-date"
  | "no-person"
  | "nobody"
  | "shared-account"
  | "not-employed"
  | "pasted-twice"
  | "contradicting"
  | "of-shop"
  // Lines of chats.
  | "no-agent"
  | "no-customer"
  | "no-speaker"
  | "system-line"
  | "unread-line"
  // Rows of order and refund tables.
  | "refund-not-done"
  | "order-excluded";

/** A column that is read, and the measure it serves. */
export interface RecognisedColumn {
  readonly header: string;
  /** Counted from 1. */
  readonly column: number;
  /** The measure; `agent` or `date` for those columns. */
  readonly measure: string;
}

/** A summary or peer row of an export, kept as a benchmark; it never counts. */
export interface Benchmark {
  readonly label: string;
  /** Whom it sums up: the agents of the table, the whole shop, shops like it, the best of those. */
  readonly of: "agents" | "shop" | "peers" | "peers-best";
  /** Counted from 1. */
  readonly row: number;
  readonly values: readonly { readonly measure: string; readonly value: Exact }[];
  /** Rates and averages as the row shows them, by metric of the catalogue; 0.4612 for 46.12 %. */
  readonly rates: readonly {
    readonly metric: string;
    /** The column's header as written. */
    readonly header: string;
    /** A share of 1; else seconds, an amount or a count. */
    readonly isRate: boolean;
    readonly value: Exact;
  }[];
}

/** What a pasted tab was recognised as, for the Checks tab and the sidebar. */
export interface RecognisedTab {
  readonly tab: string;
  readonly as: "agent-day" | "agent-month" | "source" | "chat" | "orders" | "attendance" | "shop" | "unknown";
  /** Code and values of the sentence that says why (`src/text/messages/ingest.ts`). */
  readonly why: { readonly code: string; readonly values: Readonly<Record<string, string>> };
  /** Counted from 1; 0 where there is none. */
  readonly headerRow: number;
  readonly columns: readonly RecognisedColumn[];
  /** First and last day read; null where the tab gives nothing for the month. */
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
  readonly rowsRead: number;
  readonly rowsLeftOut: readonly { readonly reason: LeftOutReason; readonly count: number }[];
  readonly benchmarks: readonly Benchmark[];
  /** For a tab that nothing recognised: what it looks like, with rows for Sources. */
  readonly proposal?: Proposal;
  /** For an export of which rows contradict each other: rows for Sources that add them up instead. */
  readonly sums?: readonly ProposedRow[];
}
