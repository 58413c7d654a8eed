import type { Month } from "../engine/calendar";
import { holding, type Issue, issueAt } from "../engine/issue";
import { personKey } from "../engine/name";
import { type Assignment, buildRoster, isEmployedOn, type Person, type Roster } from "../engine/roster";
import type { RuleRow } from "./row";
import { groupBy } from "./versions";

interface StaffRow {
  readonly name: string;
  readonly row: RuleRow;
  readonly accounts: readonly string[];
  readonly assignment: Assignment;
  /** The From cell cannot be read, so that nobody knows when the row holds. */
  readonly undated: boolean;
}

const ACCOUNT_SEPARATORS = /[;；\r\n]+/;

/** Everybody on Staff (READINGS 3.6 to 3.10). Rows without a person are left out with a warning. */
export function readStaff(rows: readonly RuleRow[], month: Month, issues: Issue[]): Roster {
  const read: StaffRow[] = [];
  for (const row of rows) {
    const name = row.text("person").replace(/\s+/g, " ");
    if (name === "") issues.push(issueAt("warning", "staff-row-without-person", row.place("person")));
    else read.push(readRow(name, row));
  }
  const people = [...groupBy(read, ({ name }) => personKey(name)).values()].map(personOf);
  const clashes = sharedAccounts(buildRoster(people), read, month);
  return buildRoster(
    people.map((person) => {
      const own = clashes.filter(({ holds }) => holds?.includes(person.name));
      return own.length === 0 ? person : { ...person, problems: [...person.problems, ...own] };
    }),
  );
}

/** Accounts that two people have on one day of the month: errors that hold them (READINGS 3.6). */
function sharedAccounts({ byAccount }: Roster, rows: readonly StaffRow[], month: Month): Issue[] {
  return [...byAccount].flatMap(([account, owners]) => {
    const names = owners.length > 1 ? workingTogether(owners, month).map(({ name }) => name) : [];
    if (names.length < 2) return [];
    const keys = new Set(names.map(personKey));
    const own = rows.filter(({ name }) => keys.has(personKey(name)));
    const written = own.filter(({ accounts }) => accounts.includes(account)).pop();
    const place = written ? written.row.place("accounts") : (own.pop()?.assignment.place ?? null);
    const values = { account, people: names.join(", ") };
    return [holding(issueAt("error", "account-of-two-people", place, values), names)];
  });
}

/** Those of some people who work on a day of the month on which another of them works. */
function workingTogether(people: readonly Person[], month: Month): Person[] {
  const together = new Set<Person>();
  for (let day = month.first; day <= month.last; day++) {
    const working = people.filter((person) => isEmployedOn(person, day));
    if (working.length > 1) for (const person of working) together.add(person);
  }
  return people.filter((person) => together.has(person));
}

function readRow(name: string, row: RuleRow): StaffRow {
  const known = row.problems.length;
  const from = row.date("from");
  const undated = row.problems.length > known;
  const basePay = row.number("basePay")?.value ?? null;
  if (basePay && basePay.sign() < 0) row.report("basePay", { code: "base-pay-below-zero", values: {} });
  const fields = {
    team: row.text("team"),
    manager: row.text("manager"),
    managerEmail: row.text("managerEmail"),
    email: row.text("email"),
    plan: row.requiredText("plan"),
    grade: row.text("grade"),
    hired: row.date("hired"),
    left: row.date("left"),
    probationUntil: row.date("probationUntil"),
  };
  const contradicts = fields.hired !== null && fields.left !== null && fields.left < fields.hired;
  if (contradicts) row.report("left", { code: "left-before-hired", values: {} });
  const accounts = row
    .text("accounts")
    .split(ACCOUNT_SEPARATORS)
    .map(personKey)
    .filter((account) => account !== "");
  return {
    name,
    row,
    accounts,
    undated,
    assignment: {
      from,
      basePay,
      basePayAt: row.place("basePay"),
      ...fields,
      // Nobody knows when the person left: they stay listed, and held.
      left: contradicts ? null : fields.left,
      place: row.place("person"),
      unreadable: row.problems,
    },
  };
}

function personOf(rows: readonly StaffRow[]): Person {
  const first = rows[0];
  if (!first) throw new Error("a person without a row");
  const dated = rows.filter(({ undated }) => !undated);
  const used = dated.length > 0 ? dated : rows;
  const assignments = used.map(({ assignment }) => assignment).sort((a, b) => (a.from ?? 0) - (b.from ?? 0));
  return {
    key: personKey(first.name),
    name: first.name,
    accounts: [...new Set([personKey(first.name), ...rows.flatMap(({ accounts }) => accounts)])],
    assignments,
    problems: [
      ...rows.filter(({ undated }) => undated).flatMap(({ row }) => row.problems),
      ...sameDates(used),
    ],
  };
}

/** Two rows of one person that begin on one day: an error that holds the person. */
function sameDates(rows: readonly StaffRow[]): Issue[] {
  const byFrom = groupBy(rows, ({ assignment }) => String(assignment.from));
  return [...byFrom.values()].flatMap(([first, second]) => {
    if (!first || !second) return [];
    const values = { person: first.name, other: String(first.assignment.place.row ?? "") };
    return [issueAt("error", "staff-row-twice", second.row.place("from"), values)];
  });
}
