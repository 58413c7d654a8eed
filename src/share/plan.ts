/** Who gets which file with whom in it, and what HR is told before anything is shared. */
import type { Month } from "../engine/calendar";
import type { ClosedMonth } from "../engine/history";
import { type Issue, issueAt } from "../engine/issue";
import { personKey } from "../engine/name";
import type { RuleBook } from "../engine/plan";
import type { PersonResult } from "../engine/result";
import { addressKey, isLive, type ShareFor, type ShareRow, standings } from "./records";
import { type Allowed, asksOf } from "./restrict";
import {
  LEAST_TEAMS,
  type OriginStaff,
  ownStretches,
  type Staffed,
  sightsOf,
  staffOf,
  teamsOf,
} from "./stays";

/** What HR decides for one reader. */
export interface ShareChoice {
  readonly email: string;
  readonly holds: ShareFor;
  /** With the amounts of pay. */
  readonly pay: boolean;
  /** Left as it is: no file is made, changed or taken back. */
  readonly skip?: boolean;
  /** Gives up a file that cannot be reached any more, and makes a new one. */
  readonly again?: boolean;
}

/** What a plan is made of. */
export interface PlanInput {
  readonly month: Month;
  readonly people: readonly Pick<PersonResult, "person" | "team" | "manager" | "pay">[];
  /** Staff as it is today: it names the readers. */
  readonly book: Pick<RuleBook, "month" | "roster">;
  /** The rules that the month was computed by, which for a locked month are those of its own day. */
  readonly counted: Pick<RuleBook, "month" | "roster" | "targets" | "metrics" | "plans">;
  /** The closed months that it looks back to. */
  readonly closed: ClosedMonth | null;
  /** The closed months that its pay corrects, as far as their Staff is known. */
  readonly origins: readonly OriginStaff[];
  readonly shares: readonly ShareRow[];
  readonly choices: readonly ShareChoice[];
  /** Address of who shares; blank where the account does not tell it. */
  readonly me: string;
}

/** A team as far as it stands in a file. */
export interface SharedTeam {
  readonly team: string;
  /** Everybody with a day in the team in the month. */
  readonly heads: number;
  /** Nobody of the team is outside the file, not for a day, but the reader. */
  readonly whole: boolean;
}

/**
 * What is to be done with a reader's file: `replace` takes the old one back and makes another,
 * because a file keeps what once stood in it; `blocked` cannot be done by this person.
 */
export type ShareAction = "create" | "resume" | "update" | "replace" | "blocked" | "skip";

/** One reader's file. */
export interface PlannedShare {
  readonly reader: string;
  readonly email: string;
  readonly holds: ShareFor;
  readonly allowed: Allowed;
  readonly teams: readonly SharedTeam[];
  readonly action: ShareAction;
  /** Where the present file stands; null without one. */
  readonly current: ShareRow | null;
  /** Files of the reader that a run left half taken back. */
  readonly former: readonly ShareRow[];
  readonly isNewAddress: boolean;
  readonly isForeign: boolean;
  readonly looksLikeGroup: boolean;
  readonly again: boolean;
  readonly notes: readonly Issue[];
}

/** The whole of a share: files to make or bring up to date, and files to take back. */
export interface SharePlan {
  readonly files: readonly PlannedShare[];
  /** Files whose reader has nobody any more: revoked, then trashed. */
  readonly leaving: readonly ShareRow[];
  /** Keys of those that HR gives up, should they be out of reach. */
  readonly givenUp: ReadonlySet<string>;
  /** Who can get a file of their own: everybody with an address that is nobody else's. */
  readonly owners: readonly Owner[];
  readonly notes: readonly Issue[];
}

/** Somebody on Staff with an address. */
export interface Owner {
  readonly name: string;
  readonly email: string;
}

/** Figures of fewer heads let each work out the others (DESIGN 11). */
export const LEAST_HEADS = 3;

interface Reader {
  readonly name: string;
  readonly email: string;
  readonly holds: ShareFor;
  readonly people: string[];
}

/** Plans a share from the people of a computed month, Staff, the rows of `Shares` and HR's choices. */
export function planShares(input: PlanInput): SharePlan {
  const staff = staffOf(input);
  const choices = new Map(input.choices.map((choice) => [readerKey(choice), choice]));
  const owners = ownersOf(staff);
  const readers = [...managersOf(staff), ...ownReaders(owners, choices)];
  const live = standings(input.shares).filter(isLive);
  const files = readers.map((reader) => planFile(reader, staff, live, choices, input));
  const known = new Set(readers.map(readerKey));
  // An older month does not tell who leads whom today: its share takes no later file back.
  const isDue = ({ month }: ShareRow) => month <= input.month.text;
  const leaving = live.filter(
    (row) => !known.has(readerKey(row)) && isDue(row) && !choices.get(readerKey(row))?.skip,
  );
  const givenUp = leaving.filter((row) => choices.get(readerKey(row))?.again).map(({ key }) => key);
  return {
    files,
    leaving,
    givenUp: new Set(givenUp),
    owners,
    notes: [...staffNotes(staff), ...addressNotes(staff)],
  };
}

/** What tells readers apart: one address may have a team's file and one of their own. */
function readerKey({ email, holds }: Pick<ShareRow, "email" | "holds">): string {
  return `${holds} ${addressKey(email)}`;
}

function managersOf(staff: readonly Staffed[]): Reader[] {
  const byEmail = new Map<string, Reader>();
  for (const { name, row } of staff) {
    const email = addressKey(row?.managerEmail ?? "");
    if (!isAddress(email)) continue;
    const known = byEmail.get(email);
    if (known) known.people.push(name);
    else byEmail.set(email, { name: row?.manager || email, email, holds: "team", people: [name] });
  }
  return [...byEmail.values()];
}

/** People who get their own figures in a file of their own, because HR chose so. */
function ownReaders(owners: readonly Owner[], choices: ReadonlyMap<string, ShareChoice>): Reader[] {
  return owners.flatMap(({ name, email }) => {
    const reader = { name, email, holds: "own" as const, people: [name] };
    return choices.has(readerKey(reader)) ? [reader] : [];
  });
}

/** Two people behind one address would read each other's pay: neither gets a file of their own. */
function ownersOf(staff: readonly Staffed[]): Owner[] {
  return [...namesByAddress(staff)].flatMap(([email, [name = "", another]]) =>
    another === undefined ? [{ name, email }] : [],
  );
}

function namesByAddress(staff: readonly Staffed[]): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const { name, row } of staff) {
    const email = addressKey(row?.email ?? "");
    if (isAddress(email)) names.set(email, [...(names.get(email) ?? []), name]);
  }
  return names;
}

const ADDRESS = /^[^\s@<>"(),:;\\[\]]{1,64}@[^\s@<>"(),:;\\[\]]{1,190}\.[^\s@.<>"(),:;\\[\]]{2,63}$/;

function isAddress(text: string): boolean {
  return ADDRESS.test(text);
}

function planFile(
  reader: Reader,
  staff: readonly Staffed[],
  live: readonly ShareRow[],
  choices: ReadonlyMap<string, ShareChoice>,
  { me, counted, closed }: PlanInput,
): PlannedShare {
  const choice = choices.get(readerKey(reader));
  const own = live.filter((row) => readerKey(row) === readerKey(reader));
  const isUsable = ({ state }: ShareRow) =>
    state === "creating" || state === "updating" || state === "shared";
  const current = own.filter(isUsable).pop() ?? null;
  const teams = sharedTeams(reader, staff);
  const wholeTeams = new Set(teams.filter(showsFigures).map(({ team }) => personKey(team)));
  const allowed: Allowed = {
    people: reader.people,
    wholeTeams,
    sights: sightsOf({ reader, staff, closed, wholeTeams }),
    shop: teamsOf(staff.flatMap(({ stretches }) => stretches)).size >= LEAST_TEAMS,
    asks: asksOf(counted),
    pay: choice?.pay ?? current?.pay ?? false,
  };
  const isOthers = own.some((row) => madeByOther(row, me));
  const again = choice?.again ?? false;
  return {
    reader: reader.name,
    email: reader.email,
    holds: reader.holds,
    allowed,
    teams,
    current,
    former: own.filter((row) => row !== current),
    action: choice?.skip ? "skip" : isOthers && !again ? "blocked" : actionOf(current, allowed, again),
    isNewAddress: own.length === 0,
    isForeign: me !== "" && domainOf(reader.email) !== domainOf(addressKey(me)),
    looksLikeGroup: GROUP_WORDS.test(reader.email),
    again,
    notes: [...teamNotes(teams), ...stayNotes(allowed), ...correctionNotes(staff, allowed)],
  };
}

/** Addresses that many people read, by their first word; only Google knows for certain. */
const GROUP_WORDS =
  /^(?:all|everyone|group|team|staff|hr|sales|support|service|kefu|info|office)(?:[-_.@]|$)/;

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf("@") + 1);
}

/** Whether somebody else's add-on made a file: the grant of `drive.file` is theirs alone. */
export function madeByOther({ madeBy }: ShareRow, me: string): boolean {
  return madeBy !== "" && me !== "" && madeBy !== addressKey(me);
}

function actionOf(current: ShareRow | null, allowed: Allowed, again: boolean): ShareAction {
  if (!current) return "create";
  if (again || isNarrower(current, allowed)) return "replace";
  return current.state === "creating" ? "resume" : "update";
}

/** Whether a file has ever held more of somebody, or pay, than its reader is to see now. */
export function isNarrower({ people, pay }: ShareRow, allowed: Allowed): boolean {
  const shown = new Set(heldNames(allowed));
  const listed = new Set(allowed.people.map(inPart));
  return (pay && !allowed.pay) || people.some((name) => !shown.has(name) && !listed.has(name));
}

/** The people of a file as `Shares` names them: a mark tells whose month stands there in part only. */
export function heldNames({ people, sights }: Allowed): string[] {
  return people.map((name) => (sights.get(name)?.away ? inPart(name) : name));
}

/** No name on Staff ends like this. */
function inPart(name: string): string {
  return `${name} (*)`;
}

/** The teams of a reader's people. The reader's own figures are no secret to the reader. */
function sharedTeams(reader: Reader, staff: readonly Staffed[]): SharedTeam[] {
  const shown = new Set(reader.people);
  const isReader = ({ name, row }: Staffed) =>
    addressKey(row?.email ?? "") === reader.email || personKey(name) === personKey(reader.name);
  const isSeen = (one: Staffed) =>
    shown.has(one.name) && ownStretches(one, reader, staff).length === one.stretches.length;
  const listed = staff.filter(({ name }) => shown.has(name));
  const names = teamsOf(listed.flatMap((one) => ownStretches(one, reader, staff)));
  return [...names].map(([key, team]) => {
    const members = staff.filter(({ stretches }) => stretches.some((part) => part.key === key));
    const whole = members.every((one) => isSeen(one) || isReader(one));
    return { team, heads: members.length, whole };
  });
}

function showsFigures({ whole, heads }: SharedTeam): boolean {
  return whole && heads >= LEAST_HEADS;
}

function teamNotes(teams: readonly SharedTeam[]): Issue[] {
  return teams.flatMap(({ team, heads, whole }) => {
    const values = { team, heads: String(heads) };
    if (!whole) return [issueAt("info", "share.part-team", null, values)];
    return heads < LEAST_HEADS ? [issueAt("info", "share.small-team", null, values)] : [];
  });
}

function stayNotes({ sights }: Allowed): Issue[] {
  const moved = [...sights].filter(([, { away }]) => away !== null);
  return moved.map(([person]) => issueAt("info", "share.moved-person", null, { person }));
}

/** Whose corrections stay out of a file with pay, and of which months. */
function correctionNotes(staff: readonly Staffed[], { sights, pay }: Allowed): Issue[] {
  return staff.flatMap(({ name: person, corrected }) => {
    const sight = sights.get(person);
    if (!pay || !sight || sight.away) return [];
    const hidden = [...corrected.keys()].filter((month) => !sight.corrections.has(month));
    if (hidden.length === 0) return [];
    return [issueAt("info", "share.hidden-correction", null, { person, months: hidden.join(", ") })];
  });
}

/** Addresses of several people. */
function addressNotes(staff: readonly Staffed[]): Issue[] {
  return [...namesByAddress(staff)].flatMap(([email, people]) => {
    const values = { email, people: people.join(", "), peopleZh: people.join("、") };
    return people.length > 1 ? [issueAt("warning", "share.one-address", null, values)] : [];
  });
}

/** People whom no file can reach, and addresses that are none. */
function staffNotes(staff: readonly Staffed[]): Issue[] {
  return staff.flatMap(({ name, row }) => {
    if (!row) return [];
    const { managerEmail, place } = row;
    if (managerEmail.trim() === "")
      return [issueAt("info", "share.no-address", place, { person: name, manager: row.manager })];
    if (isAddress(addressKey(managerEmail))) return [];
    return [issueAt("warning", "share.bad-address", place, { person: name }, managerEmail)];
  });
}
