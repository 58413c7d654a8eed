import type { Exact } from "../engine/exact";
import type { Grid } from "../engine/grid";
import type { ClosedMonth } from "../engine/history";
import type { Issue } from "../engine/issue";
import type { PersonResult, RunResult } from "../engine/result";
import type { Ingested } from "../ingest/ingest";
import type { Lang } from "../text/template";
import type { Difference } from "./corrections";
import { fingerprintGrid } from "./fingerprint";
import type { SettledLine } from "./settled";

/** A tab as it was when a month was locked. */
export interface TabMark {
  readonly name: string;
  readonly fingerprint: string;
}

/** An output tab as it was written when a month was locked: what a number typed over it later is told by. */
export interface ShownTab {
  readonly kind: "payroll" | "scorecard" | "payslips" | "statements";
  readonly name: string;
  /** Columns (from 1) that are people's own. */
  readonly open: readonly number[];
  /** The fingerprint of all other cells; the words of the month's state do not count. */
  readonly print: string;
}

/** The tabs that gave a closed month rows when a later month was computed. */
export interface LateTabs {
  readonly origin: string;
  readonly tabs: readonly { readonly name: string; readonly rows: number }[];
}

/** What one person was paid. */
export interface PaidPerson {
  readonly person: string;
  /** To 2 decimals or as Settings say; null without a score. */
  readonly score: Exact | null;
  readonly held: boolean;
  readonly lines: readonly {
    readonly component: string;
    readonly amount: Exact;
    readonly from: "plan" | "adjustment" | "correction";
    /** The closed month that a correction is about; blank for other lines. */
    readonly origin: string;
    /** The component of that month; blank for other lines. */
    readonly corrected: string;
  }[];
}

/** A row of Adjustments that a locked month was paid by. */
export interface AdjustedLine {
  readonly person: string;
  readonly component: string;
  /** Null where it could not be read. */
  readonly amount: Exact | null;
  readonly tab: string;
}

/** What later months ask of the rule tabs of a locked one; the whole tabs need not be decoded for it. */
export interface RuleFacts {
  /** The rows of Adjustments for the month. */
  readonly adjusted: readonly AdjustedLine[];
  /** The tabs that Sources names, by `nameKey`. */
  readonly sourceTabs: readonly string[];
}

/**
 * Everything that a locked month was computed from and what it came to, so that it can be computed
 * again years later, whatever has become of the tabs.
 */
export interface Snapshot {
  readonly format: 1;
  readonly month: string;
  readonly run: string;
  readonly lang: Lang;
  /** The rule tabs as they stood. */
  readonly rules: readonly Grid[];
  readonly closed: ClosedMonth | null;
  /** What the pasted tabs were read as. */
  readonly data: Ingested;
  readonly tabs: readonly TabMark[];
  /** What late data had left open in the months before it. */
  readonly differences: readonly Difference[];
  /** The tabs that those months were read from then. */
  readonly lateTabs: readonly LateTabs[];
  readonly paid: readonly PaidPerson[];
  /** What was told of the months before it; absent, like what follows, in those of an older version. */
  readonly told?: readonly Issue[];
  readonly shown?: readonly ShownTab[];
  readonly ruleFacts?: RuleFacts;
  /** The corrections that HR settled by hand or waived, as they counted then. */
  readonly settled?: readonly SettledLine[];
}

/** The marks of tabs, in the order of the workbook. */
export function marksOf(grids: readonly Grid[]): TabMark[] {
  return grids.map((grid) => ({ name: grid.name, fingerprint: fingerprintGrid(grid) }));
}

/** What everybody is paid in a result. */
export function paidOf({ people }: RunResult): PaidPerson[] {
  return people.map(paidPerson);
}

function paidPerson({ person, score, held, pay }: PersonResult): PaidPerson {
  const lines = pay.map(({ component, amount, from, correction }) => ({
    component,
    amount,
    from,
    origin: correction?.origin ?? "",
    corrected: correction?.component ?? "",
  }));
  return { person, score, held, lines };
}
