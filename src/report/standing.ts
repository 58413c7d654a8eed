import { lostPoints } from "../engine/diagnosis-items";
import { Exact } from "../engine/exact";
import type { PersonResult } from "../engine/result";

/** Where somebody stands: 1 is best, people with one score share a place, null is without a score. */
export interface Standing {
  readonly person: PersonResult;
  readonly rank: number | null;
  readonly lost: readonly (Exact | null)[];
  /** Index of the item that lost most points, -1 where nothing was lost. */
  readonly weakest: number;
  /** Points lost over all items; null where no item has points. */
  readonly lostInAll: Exact | null;
}

function indexOfLargest(values: readonly (Exact | null)[]): number {
  let found = -1;
  let largest = Exact.ZERO;
  values.forEach((value, index) => {
    if (value === null || value.compare(largest) <= 0) return;
    found = index;
    largest = value;
  });
  return found;
}

function standingOf(person: PersonResult, rank: number | null): Standing {
  const lost = person.items.map(lostPoints);
  const known = lost.filter((value) => value !== null);
  return {
    person,
    rank,
    lost,
    weakest: indexOfLargest(lost),
    lostInAll: known.length > 0 ? Exact.sum(known) : null,
  };
}

/** Everybody by score, best first; those without one last, in the order of Staff. */
export function rankPeople(people: readonly PersonResult[]): Standing[] {
  const scored = people.filter((person) => person.score !== null);
  const sorted = [...scored].sort((a, b) => (b.score ?? Exact.ZERO).compare(a.score ?? Exact.ZERO));
  const standings: Standing[] = [];
  sorted.forEach((person, index) => {
    const before = standings[index - 1];
    const tied = before?.person.score && person.score?.equals(before.person.score);
    standings.push(standingOf(person, tied ? (before?.rank ?? null) : index + 1));
  });
  const others = people.filter((person) => person.score === null);
  return [...standings, ...others.map((person) => standingOf(person, null))];
}
