/** What the months before this one leave to be settled that no correction settles, told to HR. */
import { forHr, type Issue, issueAt } from "./engine/issue";
import { personKey } from "./engine/name";
import type { Difference, PostedLine } from "./life/corrections";
import type { RunRow } from "./life/runs";
import type { LockedMonth } from "./life/snapshots-tab";
import { lockedMonths, standingOf } from "./life/states";
import { recompute } from "./locked";
import { holdReasons } from "./report/reasons";

/** What is known of a locked month when a later one is generated. */
export interface HeldQuestion {
  readonly locked: LockedMonth;
  /** What is open in it by the data of today. */
  readonly differences: readonly Difference[];
  /** What all later months posted for it. */
  readonly posted: readonly PostedLine[];
}

/**
 * Who was held when a month was locked and has got nothing for it since: late data cannot mend what its own frozen
 * rules lack, so nobody may be forgotten in silence. Why is read from the snapshot; blank where that is lost.
 */
export function heldSince({ locked, differences, posted }: HeldQuestion): Issue[] {
  const { month, paid } = locked.digest;
  const later = [...differences, ...posted.filter(({ origin }) => origin === month)];
  const settled = new Set(later.map(({ person }) => personKey(person)));
  const waiting = paid.filter(({ person, held }) => held && !settled.has(personKey(person)));
  if (waiting.length === 0) return [];
  const snapshot = locked.snapshot();
  const people = new Map(snapshot && recompute(snapshot).result.people.map((one) => [one.person, one]));
  return waiting.map(({ person }) => {
    const then = people.get(person);
    const [why = ""] = then ? holdReasons(then, "en") : [];
    const [whyZh = ""] = then ? holdReasons(then, "zh") : [];
    return forHr(issueAt("warning", "held-since-locked", null, { person, month, why, whyZh }));
  });
}

/** Months before this one that were reopened and are not approved again: nothing of theirs is corrected meanwhile. */
export function openAgain(runs: readonly RunRow[], run: string): Issue[] {
  const months = [...new Set(runs.map(({ month }) => month))].filter((month) => month < run).sort();
  const locked = new Set(lockedMonths(runs).map(({ month }) => month));
  return months.flatMap((month) => {
    const reopened = runs.filter((row) => row.month === month && row.action === "reopened").pop();
    if (!reopened || locked.has(month)) return [];
    const { by, at, reason } = reopened;
    const paidAt = runs.filter((row) => row.month === month && row.action === "paid").pop()?.at ?? "";
    return [forHr(issueAt("warning", "month-open-again", null, { month, run, by, at, reason, paidAt }))];
  });
}

/** Months that Snapshots or History hold as approved while Runs has no row of it. */
export function approvalsLost(runs: readonly RunRow[], run: string): Issue[] {
  const months = lockedMonths(runs).filter(({ month, approved }) => month !== run && approved?.lostBut);
  return months.flatMap(({ month, approved }) =>
    approved ? [forHr(issueAt("warning", "runs-lost", null, { ...lostValues(approved), month }))] : [],
  );
}

/** Payments that Snapshots holds while Runs has no row of them: they took place all the same. */
export function paymentsLost(runs: readonly RunRow[], isAsked: (month: string) => boolean): Issue[] {
  return runs
    .filter(({ month, action, lostBut }) => action === "paid" && lostBut && isAsked(month))
    .map((row) => forHr(issueAt("warning", "payment-lost", null, paymentValues(row))));
}

/** What the messages name of a payment. */
export function paymentValues({ month, by, at, total }: RunRow): Record<string, string> {
  return { month, by, at, total };
}

/** What the messages name of an approval that is not in Runs any more. */
export function lostValues({ run, lostBut }: RunRow): Record<string, string> {
  return { run, tab: lostBut?.en ?? "", tabZh: lostBut?.zh ?? "" };
}

/** The approval of a month that Runs has lost, if it has. */
export function lostApproval(runs: readonly RunRow[], month: string): RunRow | null {
  const { approved } = standingOf(runs, month);
  return approved?.lostBut ? approved : null;
}
