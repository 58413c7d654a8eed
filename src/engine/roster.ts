import type { Day, Month } from "./calendar";
import type { Exact } from "./exact";
import type { Issue, Place } from "./issue";
import { personKey } from "./name";

/** One row of Staff: what holds for a person from a day on. */
export interface Assignment {
  /** First day on which the row holds; null: always. */
  readonly from: Day | null;
  readonly team: string;
  readonly manager: string;
  readonly managerEmail: string;
  readonly email: string;
  readonly plan: string;
  readonly grade: string;
  /** The row's own base pay for a whole month; null where blank. */
  readonly basePay: Exact | null;
  /** The cell that it stands in. */
  readonly basePayAt?: Place;
  /** First and last day worked, both inside; null: open. */
  readonly hired: Day | null;
  readonly left: Day | null;
  readonly probationUntil: Day | null;
  readonly place: Place;
  /** Cells of the row that cannot be read; they hold the person where the row is in force. */
  readonly unreadable: readonly Issue[];
}

/** A person of Staff with the rows in order of their From. */
export interface Person {
  readonly key: string;
  readonly name: string;
  /** `personKey` of every account of all rows, the person's own name among them. */
  readonly accounts: readonly string[];
  readonly assignments: readonly Assignment[];
  /** Issues of the person as a whole, such as two rows with one From: they hold the person. */
  readonly problems: readonly Issue[];
}

/** Everybody on Staff, in the order of the tab. */
export interface Roster {
  readonly people: readonly Person[];
  /** Persons by `personKey` of each account. */
  readonly byAccount: ReadonlyMap<string, readonly Person[]>;
}

/** Who an account belongs to on a day. */
export type AccountOwner =
  | { readonly kind: "person"; readonly person: Person }
  | { readonly kind: "nobody" }
  | { readonly kind: "shared"; readonly people: readonly Person[] };

/** Builds a roster from people. */
export function buildRoster(people: readonly Person[]): Roster {
  const byAccount = new Map<string, Person[]>();
  for (const person of people) {
    for (const account of new Set(person.accounts)) {
      const owners = byAccount.get(account);
      if (owners) owners.push(person);
      else byAccount.set(account, [person]);
    }
  }
  return { people, byAccount };
}

/** The row in force on a day: the one with the latest From on or before it; null before the first. */
export function assignmentOn(person: Person, day: Day): Assignment | null {
  let found: Assignment | null = null;
  for (const row of person.assignments) {
    if (row.from === null || row.from <= day) found = row;
  }
  return found;
}

/** Whether the person works on a day by the row in force: Hired and Left are both days worked. */
export function isEmployedOn(person: Person, day: Day): boolean {
  const row = assignmentOn(person, day);
  if (!row) return false;
  return (row.hired === null || row.hired <= day) && (row.left === null || day <= row.left);
}

/** The only row of a person, where it is in force on all of some days in order; most people have no other. */
function onlyRow({ assignments }: Person, first: Day): Assignment | null {
  const [row] = assignments;
  return row && assignments.length === 1 && (row.from === null || row.from <= first) ? row : null;
}

/** The rows in force on some days, in order of time. */
export function rowsOn(person: Person, days: readonly Day[]): readonly Assignment[] {
  const only = onlyRow(person, days[0] ?? 0);
  return only ? [only] : [...groupDays(person, days).keys()];
}

/** The days of a month on which the person works, in order. */
export function employedDays(person: Person, month: Month): Day[] {
  const days: Day[] = [];
  for (let day = month.first; day <= month.last; day++) {
    if (isEmployedOn(person, day)) days.push(day);
  }
  return days;
}

/** Days of a person by the row in force, rows in order of time. */
export function groupDays(person: Person, days: readonly Day[]): Map<Assignment, Day[]> {
  const groups = new Map<Assignment, Day[]>();
  const only = days.length > 0 ? onlyRow(person, days[0] ?? 0) : null;
  if (only) return groups.set(only, [...days]);
  for (const day of days) {
    const row = assignmentOn(person, day);
    if (!row) continue;
    const group = groups.get(row);
    if (group) group.push(day);
    else groups.set(row, [day]);
  }
  return groups;
}

/**
 * Who an account in an export means. Where several people had it, those employed on the day (or,
 * for a table without dates, in the month) decide; two of them on one day are `shared`.
 */
export function findOwner(roster: Roster, account: string, days: { first: Day; last: Day }): AccountOwner {
  const owners = roster.byAccount.get(personKey(account)) ?? [];
  const [only] = owners;
  if (!only) return { kind: "nobody" };
  if (owners.length === 1) return { kind: "person", person: only };
  const employed = owners.filter((person) => worksWithin(person, days));
  const [first] = employed;
  if (employed.length === 1 && first) return { kind: "person", person: first };
  return { kind: "shared", people: employed.length > 0 ? employed : owners };
}

function worksWithin(person: Person, { first, last }: { first: Day; last: Day }): boolean {
  for (let day = first; day <= last; day++) {
    if (isEmployedOn(person, day)) return true;
  }
  return false;
}
