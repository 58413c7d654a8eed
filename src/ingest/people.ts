import type { DayRange } from "../engine/cell";
import type { WHOLE_MONTH } from "../engine/facts";
import type { GridCell } from "../engine/grid";
import { personKey } from "../engine/name";
import { findOwner, isEmployedOn, type Person, type Roster } from "../engine/roster";
import { nearestPeople } from "./nearest";
import { cellText } from "./table";
import type { Tally } from "./tally";

/** A row's account with whom it belongs to. */
export interface OwnedRow {
  readonly account: string;
  readonly person: Person;
}

interface KnownAccount {
  readonly key: string;
  readonly text: string;
  readonly owners: readonly Person[];
}

/** Finds the person of each row of a table. Rows of nobody, of two people at once, or of days
 * outside employment are left out and tallied. */
export class PersonFinder {
  private readonly accounts = new Map<GridCell, KnownAccount>();
  private readonly near = new Map<string, readonly Person[]>();
  private readonly employed = new Map<Person, Map<number, boolean>>();

  /**
   * @param keepsOutside rows outside employment are kept, though tallied: a schedule of the whole
   * month tells what part of it a joiner or leaver worked. The engine leaves their figures out.
   */
  constructor(
    private readonly roster: Roster,
    private readonly keepsOutside = false,
  ) {}

  /** The account that a cell names; an empty key for a blank cell. */
  accountOf(cell: GridCell | undefined): KnownAccount {
    const known = cell === undefined ? undefined : this.accounts.get(cell);
    if (known) return known;
    const text = cellText(cell).trim();
    const key = personKey(text);
    const account = { key, text, owners: this.roster.byAccount.get(key) ?? [] };
    if (cell !== undefined && typeof cell !== "object") this.accounts.set(cell, account);
    return account;
  }

  /** True where a text is somebody's account. */
  isAccount(text: string): boolean {
    return this.accountOf(text).owners.length > 0;
  }

  /** The owner of a row on its days, or null with the reason in the tally. */
  find(
    cell: GridCell | undefined,
    days: DayRange,
    place: { row: number; column: number },
    tally: Tally,
  ): OwnedRow | null {
    const account = this.accountOf(cell);
    if (account.key === "") {
      tally.leaveOut("no-person", place.row);
      return null;
    }
    const owner = this.ownerOf(account, days);
    const at = { ...place, text: account.text };
    if (owner.kind === "nobody")
      tally.sight("nobody", account.key, { ...at, people: this.nearTo(account.key) });
    if (owner.kind === "shared") tally.sight("shared-account", account.key, { ...at, people: owner.people });
    if (owner.kind !== "person") return null;
    if (this.worksWithin(owner.person, days)) return { account: account.key, person: owner.person };
    tally.sight("not-employed", owner.person.key, { ...at, people: [owner.person] });
    return this.keepsOutside ? { account: account.key, person: owner.person } : null;
  }

  /** People whom an unknown account may mean, found once an account. */
  private nearTo(key: string): readonly Person[] {
    const known = this.near.get(key) ?? nearestPeople(this.roster, key);
    this.near.set(key, known);
    return known;
  }

  private ownerOf(account: KnownAccount, days: DayRange): ReturnType<typeof findOwner> {
    const [only] = account.owners;
    if (only && account.owners.length === 1) return { kind: "person", person: only };
    return findOwner(this.roster, account.text, days);
  }

  private worksWithin(person: Person, { first, last }: DayRange): boolean {
    for (let day = first; day <= last; day++) {
      if (this.worksOn(person, day)) return true;
    }
    return false;
  }

  private worksOn(person: Person, day: number): boolean {
    let days = this.employed.get(person);
    if (!days) {
      days = new Map();
      this.employed.set(person, days);
    }
    let works = days.get(day);
    if (works === undefined) {
      works = isEmployedOn(person, day);
      days.set(day, works);
    }
    return works;
  }
}

/** A row of a table that counts: whose it is, and when. */
export interface DatedRow {
  readonly row: number;
  readonly account: string;
  readonly person: Person;
  /** `WHOLE_MONTH` where `span` holds. */
  readonly day: number | typeof WHOLE_MONTH;
  readonly span: DayRange | null;
}
