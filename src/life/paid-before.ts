import { Exact } from "../engine/exact";
import type { Grid } from "../engine/grid";
import { forHr, type Issue, issueAt } from "../engine/issue";
import { personKey } from "../engine/name";
import type { RunResult } from "../engine/result";
import { postedBy } from "./digest";
import type { RunRow } from "./runs";
import type { PaidPerson } from "./snapshot";
import { readLocked } from "./snapshots-tab";
import { lockedMonths, type MonthStanding } from "./states";

/** What one person was sent with a payment that was reopened since, and what the pay comes to now. */
export interface SentBefore {
  readonly person: string;
  /** 0 for who was held or not listed then. */
  readonly sent: Exact;
  /** 0 for who is held or not listed now. */
  readonly now: Exact;
  /** now − sent: positive is to be sent, negative to be taken back. */
  readonly difference: Exact;
  /** Held now: what was sent counts as not paid. */
  readonly held: boolean;
}

/** The last payment of a month before it was reopened, beside what the month comes to now. */
export interface PaidBefore {
  /** The row of Runs that says so. */
  readonly row: RunRow;
  /** Gross, of everybody. Null where neither Snapshots nor Runs can say. */
  readonly sent: Exact | null;
  readonly now: Exact;
  /** Whose pay differs, in the order of the month, then who is not in it any more. Null where Snapshots lost it. */
  readonly people: readonly SentBefore[] | null;
  /** What later locked months paid or took back for this one; their own lines settle it. */
  readonly posted: Exact;
}

/**
 * What was sent for a month before it was reopened: the last snapshot of it that was marked as paid. Null for a
 * month that was never paid, or is paid for the first time. No later month settles the difference, because
 * later months go by what is approved now.
 */
export function paidBefore(
  grids: readonly Grid[],
  runs: readonly RunRow[],
  standing: MonthStanding,
  result: RunResult,
): PaidBefore | null {
  const row = lastPayment(runs, standing);
  if (!row) return null;
  const digest = readLocked(grids, row.run)?.digest;
  const posted = lockedMonths(runs)
    .filter(({ month }) => month > standing.month)
    .flatMap(({ approved }) => readLocked(grids, approved?.run ?? "")?.digest ?? [])
    .flatMap(postedBy)
    .filter(({ origin }) => origin === standing.month);
  return {
    row,
    sent: digest ? Exact.sum(digest.paid.map(grossOf)) : Exact.parse(row.total),
    now: result.total,
    people: digest ? differing(digest.paid, result) : null,
    posted: Exact.sum(posted.map(({ amount }) => amount)),
  };
}

/** The last row that marked the month as paid before it was approved as it stands now. */
function lastPayment(runs: readonly RunRow[], { month, approved }: MonthStanding): RunRow | undefined {
  const rows = runs.filter((row) => row.month === month);
  const isApproval = ({ action, run }: RunRow) => action === "approved" && run === approved?.run;
  const end = approved ? rows.findIndex(isApproval) : rows.length;
  return rows
    .slice(0, end)
    .filter(({ action }) => action === "paid")
    .pop();
}

function grossOf({ lines }: PaidPerson): Exact {
  return Exact.sum(lines.map(({ amount }) => amount));
}

function differing(paid: readonly PaidPerson[], { people }: RunResult): SentBefore[] {
  const sent = new Map(paid.map((one) => [personKey(one.person), grossOf(one)]));
  const listed = new Set(people.map(({ person }) => personKey(person)));
  const gone = paid.filter(({ person }) => !listed.has(personKey(person)));
  const all = [
    ...people.map(({ person, total, held }) => ({ person, now: total ?? Exact.ZERO, held })),
    ...gone.map(({ person }) => ({ person, now: Exact.ZERO, held: false })),
  ];
  return all.flatMap(({ person, now, held }) => {
    const then = sent.get(personKey(person)) ?? Exact.ZERO;
    const difference = now.minus(then);
    return difference.isZero() ? [] : [{ person, sent: then, now, difference, held }];
  });
}

/** An amount to the cent with its sign: what is to be sent has a plus, what is to be taken back a minus. */
export function signedText(amount: Exact): string {
  return `${amount.sign() > 0 ? "+" : ""}${amount.toFixed(2)}`;
}

/** What is to be sent in all, and what is to be taken back in all; neither is negative. */
export function byHand(people: readonly SentBefore[]): { readonly more: Exact; readonly less: Exact } {
  const signed = (sign: number) =>
    Exact.sum(people.flatMap(({ difference }) => (difference.sign() === sign ? [difference.abs()] : [])));
  return { more: signed(1), less: signed(-1) };
}

/**
 * For HR: that the month was paid, until it is marked as paid again, and each person whose pay differs from what was
 * sent, with what is to be done by hand.
 */
export function paidBeforeIssues({ month, state }: MonthStanding, before: PaidBefore): Issue[] {
  const { by, at } = before.row;
  const amounts = { sent: before.sent?.toFixed(2) ?? "?", now: before.now.toFixed(2) };
  const told = forHr(issueAt("warning", "month-paid-before", null, { month, by, at, ...amounts }));
  return [...(state === "paid" ? [] : [told]), ...differenceIssues(month, before)];
}

function differenceIssues(month: string, { row, sent, now, people }: PaidBefore): Issue[] {
  const values = { month, at: row.at };
  if (!people) {
    const totals = { sent: sent?.toFixed(2) ?? "?", now: now.toFixed(2) };
    return [forHr(issueAt("warning", "paid-before-unknown", null, { ...values, ...totals }))];
  }
  return people.map(({ person, held, ...amounts }) => {
    const code = held ? "paid-before-held" : `paid-before-${amounts.difference.sign() > 0 ? "more" : "less"}`;
    const shown = {
      sent: amounts.sent.toFixed(2),
      now: amounts.now.toFixed(2),
      difference: amounts.difference.abs().toFixed(2),
    };
    return forHr(issueAt("warning", code, null, { ...values, person, ...shown }));
  });
}
