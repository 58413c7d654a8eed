/** Where the people of a month worked, and how much of their figures is a reader's to see. */
import { type Month, parseMonth } from "../engine/calendar";
import { type ClosedMonth, closedMonths } from "../engine/history";
import { nameKey, personKey } from "../engine/name";
import type { RuleBook } from "../engine/plan";
import type { PersonResult } from "../engine/result";
import { type Assignment, employedDays, groupDays, type Person } from "../engine/roster";
import { lastAssignment } from "../engine/subject";
import { addressKey, type ShareFor } from "./records";
import type { Sight } from "./restrict";

/** A shop of fewer teams would tell a team what the other has. */
export const LEAST_TEAMS = 3;

/** The Staff that a closed month was locked with. */
export type OriginStaff = Pick<RuleBook, "month" | "roster">;

/** Who is on Staff today, and how the month was computed: a locked month by the Staff of its own day. */
export interface StaffInput {
  readonly people: readonly Pick<PersonResult, "person" | "team" | "manager" | "pay">[];
  readonly book: Pick<RuleBook, "month" | "roster">;
  readonly counted: Pick<RuleBook, "month" | "roster">;
  /** The closed months that the month looks back to. */
  readonly closed: ClosedMonth | null;
  /** The closed months that the month's pay corrects, as far as their Staff is known. */
  readonly origins: readonly OriginStaff[];
}

/** Days of a month under one row of Staff. */
interface Stretch {
  readonly team: string;
  /** `personKey` of the team; blank without one. */
  readonly key: string;
  readonly managerEmail: string;
  /** `nameKey` of the plan. */
  readonly plan: string;
}

/** A person of a month with today's row of Staff. */
export interface Staffed {
  readonly name: string;
  /** Null for who is not on Staff any more: nobody reads their figures, but teams count them. */
  readonly row: Assignment | null;
  /** The month, as it was computed. */
  readonly stretches: readonly Stretch[];
  /** The closed months in which the person has figures. */
  readonly past: readonly Stretch[];
  /** The closed months that the person's pay corrects, `2026-10`; without days where nothing is known of them. */
  readonly corrected: ReadonlyMap<string, readonly Stretch[]>;
}

/** Whom a reader may see; an own file holds one person, whose figures are no secret there. */
export interface Seeing {
  readonly name: string;
  readonly email: string;
  readonly holds: ShareFor;
  readonly people: readonly string[];
}

/** Everybody of a computed month, in its order. */
export function staffOf({ people, book, counted, closed, origins }: StaffInput): Staffed[] {
  const today = new Map(book.roster.people.map((person) => [person.name, person]));
  const then = new Map(counted.roster.people.map((person) => [person.name, person]));
  return people.map(({ person: name, team, manager, pay }) => {
    const person = then.get(name);
    const known = person ? stretchesOf(person, counted.month) : [];
    return {
      name,
      row: rowOf(today.get(name), book.month),
      // Who was computed was on some Staff; where it cannot be found, the result knows the last team.
      stretches: known.length > 0 ? known : [stretch({ team, managerEmail: manager, plan: "" })],
      past: pastOf(name, today.get(name), closed),
      corrected: correctedOf(name, pay, origins),
    };
  });
}

function rowOf(person: Person | undefined, month: Month): Assignment | null {
  return person ? lastAssignment(person, employedDays(person, month)) : null;
}

function stretchesOf(person: Person, month: Month): Stretch[] {
  return [...groupDays(person, employedDays(person, month)).keys()].map(stretch);
}

function stretch({ team, managerEmail, plan }: Pick<Assignment, "team" | "managerEmail" | "plan">): Stretch {
  return { team, key: personKey(team), managerEmail: addressKey(managerEmail), plan: nameKey(plan) };
}

/** History names the last team of a closed month; Staff knows those before it, where its rows are dated. */
function pastOf(name: string, person: Person | undefined, closed: ClosedMonth | null): Stretch[] {
  return closedMonths(closed).flatMap(({ month, people }) => {
    const known = people.get(personKey(name));
    const then = parseMonth(month);
    if (!known) return [];
    const rows = person && then ? stretchesOf(person, then) : [];
    const isTold = known.team === "" || rows.some(({ key }) => key === personKey(known.team));
    return isTold ? rows : [...rows, stretch({ team: known.team, managerEmail: "", plan: "" })];
  });
}

function correctedOf(
  name: string,
  pay: PersonResult["pay"],
  origins: readonly OriginStaff[],
): Map<string, Stretch[]> {
  const months = new Set(pay.flatMap(({ correction }) => correction?.origin ?? []));
  return new Map(
    [...months].map((text) => {
      const staff = origins.find(({ month }) => month.text === text);
      const person = staff?.roster.people.find((one) => personKey(one.name) === personKey(name));
      return [text, staff && person ? stretchesOf(person, staff.month) : []];
    }),
  );
}

/**
 * The closed months of whose pay a reader sees the corrections: those in which every day was under this
 * manager. Whoever took a team over since did not lead it then.
 */
function ledMonths({ corrected }: Staffed, { holds, email }: Seeing): Set<string> {
  const led = [...corrected].filter(
    ([, days]) => holds === "own" || (days.length > 0 && days.every((part) => part.managerEmail === email)),
  );
  return new Set(led.map(([month]) => month));
}

/** The teams of people, by `personKey`; a blank team is none. */
export function teamsOf(stretches: readonly Stretch[]): Map<string, string> {
  return new Map(stretches.flatMap(({ key, team }) => (key === "" ? [] : [[key, team] as const])));
}

/**
 * Whether days were worked elsewhere: in another team and for another manager. Somebody who takes a
 * team over sees it from its first day; a shop that names no team is one team.
 */
function isElsewhere({ key, managerEmail }: Stretch, { row }: Staffed, { email }: Seeing): boolean {
  return managerEmail !== email && (key === "" || key !== personKey(row?.team ?? ""));
}

/** The days of one of a reader's people that were worked in the reader's teams. */
export function ownStretches(one: Staffed, reader: Seeing, staff: readonly Staffed[]): readonly Stretch[] {
  if (reader.holds === "own" || !staff.some(({ stretches }) => teamsOf(stretches).size > 0))
    return one.stretches;
  return one.stretches.filter((part) => !isElsewhere(part, one, reader));
}

/** A month's people for one reader. */
export interface SeenStaff {
  readonly staff: readonly Staffed[];
  readonly reader: Seeing;
  readonly closed: ClosedMonth | null;
  /** `personKey` of the teams whose figures may be shown. */
  readonly wholeTeams: ReadonlySet<string>;
}

/** What may be told of each of a reader's people. */
export function sightsOf(seen: SeenStaff): Map<string, Sight> {
  const { reader, staff } = seen;
  const shown = new Set(reader.people);
  const listed = staff.filter(({ name }) => shown.has(name));
  const teams = new Set(listed.flatMap((one) => [...teamsOf(ownStretches(one, reader, staff)).keys()]));
  return new Map(listed.map((one) => [one.name, sightOf(one, teams, seen)]));
}

function sightOf(one: Staffed, teams: ReadonlySet<string>, seen: SeenStaff): Sight {
  const { reader, staff, closed, wholeTeams } = seen;
  const own = new Set(ownStretches(one, reader, staff));
  const away = one.stretches.filter((part) => !own.has(part)).map(({ plan }) => plan);
  const isOurs = ({ key, managerEmail }: Stretch) =>
    reader.holds === "own" || key === "" || teams.has(key) || managerEmail === reader.email;
  return {
    home: one.stretches.slice(-1).every((last) => own.has(last)),
    team: one.stretches.every(({ key }) => wholeTeams.has(key)),
    past: one.past.every(isOurs),
    pastTeam: isPastSeen(one, reader, closed),
    away: away.length > 0 ? new Set(away) : null,
    corrections: ledMonths(one, reader),
  };
}

/** Whether the last closed month had three teams, and of the person's teams nobody who is not in the file. */
function isPastSeen({ stretches }: Staffed, reader: Seeing, closed: ClosedMonth | null): boolean {
  const then = [...(closed?.people.values() ?? [])];
  const shown = new Set([...reader.people, reader.name].map(personKey));
  const teams = new Set(stretches.map(({ key }) => key));
  const unseen = then.some(({ person, team }) => teams.has(personKey(team)) && !shown.has(personKey(person)));
  return !unseen && (!closed || new Set(then.map(({ team }) => personKey(team))).size >= LEAST_TEAMS);
}
