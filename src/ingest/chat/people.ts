import type { Day, Month } from "../../engine/calendar";
import { findOwner, isEmployedOn, type Person, type Roster } from "../../engine/roster";
import type { Tally } from "../tally";
import { type ChatLog, dayOfTime, NOBODY, timeOf } from "./model";
import type { OrderedLines } from "./order";

/** Why lines of an account on a day are nobody's. */
type Reason = "nobody" | "shared-account" | "not-employed";

/** Whose an account is on one day: a person of the roster, or why nobody's. */
type Ownership =
  | { readonly person: number }
  | { readonly reason: Reason; readonly people: readonly Person[] };

interface Loss {
  readonly reason: Reason;
  readonly agent: number;
  readonly tab: number;
  readonly row: number;
  readonly people: readonly Person[];
  count: number;
}

/**
 * Gives every line the person who had its account on its day (an account may move). Lines of the
 * month whose account is nobody's, of two people at once, or outside employment are tallied.
 */
export function withPeople(
  log: OrderedLines["log"],
  roster: Roster,
  month: Month,
  tallies: ReadonlyMap<number, Tally>,
): ChatLog {
  const finder = new OwnerFinder(log, roster);
  const person = new Int32Array(log.count);
  const losses = new Map<string, Loss>();
  let day: Day = 0;
  let midnight = Number.NEGATIVE_INFINITY;
  let isInside = false;
  for (let at = 0; at < log.count; at++) {
    // Lines are in order of time: a day ends with the first line after its midnight.
    if ((log.time[at] as number) >= midnight) {
      day = dayOfTime(log.time[at] as number);
      midnight = timeOf(day + 1, 0);
      isInside = day >= month.first && day <= month.last;
      finder.openDay();
    }
    const agent = log.agent[at] as number;
    const owner = finder.ownerOn(agent, day);
    person[at] = owner;
    if (!isInside) tallies.get(log.tab[at] as number)?.leaveOut("other-month", (log.row[at] as number) - 1);
    else if (owner === NOBODY) noteLoss(losses, log, at, finder.ownership(agent, day));
  }
  for (const loss of losses.values()) tellLoss(loss, log, tallies.get(loss.tab));
  return { ...log, person, people: roster.people };
}

const UNKNOWN = -2;

/** Finds the owner of an account once a day. */
class OwnerFinder {
  private readonly today: Int32Array;
  private readonly indexOf: ReadonlyMap<Person, number>;

  constructor(
    private readonly log: OrderedLines["log"],
    private readonly roster: Roster,
  ) {
    this.today = new Int32Array(log.agents.length).fill(UNKNOWN);
    this.indexOf = new Map(roster.people.map((person, index) => [person, index]));
  }

  openDay(): void {
    this.today.fill(UNKNOWN);
  }

  ownerOn(agent: number, day: Day): number {
    if (agent === NOBODY) return NOBODY;
    const known = this.today[agent] as number;
    if (known !== UNKNOWN) return known;
    const ownership = this.ownership(agent, day);
    const owner = ownership && "person" in ownership ? ownership.person : NOBODY;
    this.today[agent] = owner;
    return owner;
  }

  /** Null for a line without an account. */
  ownership(agent: number, day: Day): Ownership | null {
    if (agent === NOBODY) return null;
    const owner = findOwner(this.roster, this.log.agentNames[agent] ?? "", { first: day, last: day });
    if (owner.kind === "nobody") return { reason: "nobody", people: [] };
    if (owner.kind === "shared") return { reason: "shared-account", people: owner.people };
    if (!isEmployedOn(owner.person, day)) return { reason: "not-employed", people: [owner.person] };
    return { person: this.indexOf.get(owner.person) ?? NOBODY };
  }
}

function noteLoss(
  losses: Map<string, Loss>,
  { agent, tab, row }: OrderedLines["log"],
  at: number,
  ownership: Ownership | null,
): void {
  if (ownership && "person" in ownership) return;
  const reason = ownership?.reason ?? "nobody";
  const key = `${reason} ${agent[at]} ${tab[at]}`;
  const known = losses.get(key);
  if (known) known.count++;
  else {
    const place = { agent: agent[at] as number, tab: tab[at] as number, row: (row[at] as number) - 1 };
    losses.set(key, { reason, ...place, people: ownership?.people ?? [], count: 1 });
  }
}

/** A line without any account is tallied as such; the others tell their account. */
function tellLoss(
  { reason, agent, row, people, count }: Loss,
  log: OrderedLines["log"],
  tally?: Tally,
): void {
  for (let left = count; tally && left > 0; left--) {
    if (agent === NOBODY) tally.leaveOut("no-agent", row);
    else {
      const [person] = people;
      const key = reason === "not-employed" && person ? person.key : (log.agents[agent] ?? "");
      tally.sight(reason, key, { text: log.agentNames[agent] ?? "", row, column: 0, people });
    }
  }
}
