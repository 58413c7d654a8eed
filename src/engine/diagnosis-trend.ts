import type { MonthContext } from "./context";
import type { Move, NamedItem, Trend } from "./diagnosis";
import type { MeasuredItem } from "./diagnosis-items";
import { Exact } from "./exact";
import { type ClosedMonth, closedMonths } from "./history";
import type { Subject } from "./subject";

/** History keeps values to 6 decimals (READINGS 9.6): what differs beyond them did not move. */
const KEPT_STEP = Exact.scaled(1, 6);

/** One month's score; null: none. */
type MonthScore = Trend["scores"][number];

/**
 * A person's months: scores of up to six closed months and this one, and the metrics that moved since
 * the last closed month with figures of the person. Null without two periods to compare.
 */
export function diagnoseTrend(
  context: MonthContext,
  subject: Subject,
  score: Exact | null,
  items: readonly MeasuredItem[],
): Trend | null {
  const closed = closedMonths(context.closed).filter((month) => month.people.has(subject.person.key));
  const scores = scoresOf(closed, context, subject, score);
  const before = [...scores.slice(0, -1)].reverse().find((month) => month.score !== null);
  const change = score && before?.score ? score.minus(before.score) : null;
  const [last] = closed;
  const moves = last ? movesSince(subject, last, items) : [];
  if (!change && moves.length === 0) return null;
  return {
    scores: change ? scores : [],
    change,
    changeSince: change && before ? before.month : "",
    movesSince: last && moves.length > 0 ? last.month : "",
    moves,
  };
}

/** Oldest first, from the first month with a score on. */
function scoresOf(
  closed: readonly ClosedMonth[],
  context: MonthContext,
  subject: Subject,
  score: Exact | null,
): MonthScore[] {
  const past = closed.map(({ month, people }) => ({
    month,
    score: exactOrNull(people.get(subject.person.key)?.values.get("score")),
  }));
  const scores = [...past.reverse(), { month: context.book.month.text, score }];
  return scores.slice(
    Math.max(
      0,
      scores.findIndex((month) => month.score !== null),
    ),
  );
}

function exactOrNull(value: Exact | string | undefined): Exact | null {
  return value instanceof Exact ? value : null;
}

function movesSince(subject: Subject, closed: ClosedMonth, items: readonly MeasuredItem[]): Move[] {
  const values = closed.people.get(subject.person.key)?.values;
  return items
    .flatMap(({ named, key, value }) => {
      const before = exactOrNull(values?.get(key));
      return value && before ? moveOf(named, before, value) : [];
    })
    .map((move) => ({ move, size: sizeOf(move) }))
    .sort((a, b) => compareSizes(a.size, b.size))
    .map(({ move }) => move);
}

function moveOf(item: NamedItem, before: Exact, now: Exact): Move[] {
  const change = now.round(KEPT_STEP).minus(before.round(KEPT_STEP)).sign();
  if (change === 0) return [];
  const isBetter = item.better === "lower" ? change < 0 : change > 0;
  return [{ ...item, before, now, to: isBetter ? "better" : "worse" }];
}

/** The change as a share of the earlier figure; null, the most there is, from 0. */
function sizeOf({ before, now }: Move): Exact | null {
  return before.isZero() ? null : now.minus(before).over(before).abs();
}

function compareSizes(a: Exact | null, b: Exact | null): number {
  if (!a || !b) return (a ? 1 : 0) - (b ? 1 : 0);
  return b.compare(a);
}
