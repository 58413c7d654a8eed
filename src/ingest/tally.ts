import { holding, type Issue, issueAt } from "../engine/issue";
import type { Person } from "../engine/roster";
import type { LeftOutReason } from "./recognised";

interface Sighting {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly people: readonly Person[];
  count: number;
}

/** Reasons that are told one by one: per account or per person. */
type SightedReason = "nobody" | "shared-account" | "not-employed";

const ISSUE_CODES = {
  nobody: "account-of-nobody",
  "shared-account": "account-shared",
  "not-employed": "outside-employment",
};

/** What one reading of a table left out, and why. A table may be read several times. */
export class Tally {
  readonly counts = new Map<LeftOutReason, number>();
  readonly firstRows = new Map<LeftOutReason, number>();
  readonly sightings = new Map<string, { readonly reason: SightedReason; readonly sighting: Sighting }>();

  /** Counts a row (from 0) as left out. */
  leaveOut(reason: LeftOutReason, row: number): void {
    this.counts.set(reason, (this.counts.get(reason) ?? 0) + 1);
    if (!this.firstRows.has(reason)) this.firstRows.set(reason, row);
  }

  /** Counts a row as left out because of its account or person. */
  sight(reason: SightedReason, key: string, at: Omit<Sighting, "count">): void {
    this.leaveOut(reason, at.row);
    const known = this.sightings.get(`${reason} ${key}`);
    if (known) known.sighting.count++;
    else this.sightings.set(`${reason} ${key}`, { reason, sighting: { ...at, count: 1 } });
  }
}

/** Brings the tallies of one tab together: what several readings saw is told once. */
export class TabTally {
  private readonly total = new Tally();

  constructor(private readonly tab: string) {}

  /** Takes in one reading: the larger count of each reason holds. */
  add(tally: Tally): void {
    for (const [reason, count] of tally.counts) {
      this.total.counts.set(reason, Math.max(count, this.total.counts.get(reason) ?? 0));
      const row = Math.min(
        tally.firstRows.get(reason) ?? 0,
        this.total.firstRows.get(reason) ?? Number.MAX_VALUE,
      );
      this.total.firstRows.set(reason, row);
    }
    for (const [key, seen] of tally.sightings) {
      const known = this.total.sightings.get(key);
      if (!known || known.sighting.count < seen.sighting.count) this.total.sightings.set(key, seen);
    }
  }

  /** Counts by reason, for the Checks tab. */
  leftOut(): { reason: LeftOutReason; count: number }[] {
    return [...this.total.counts].map(([reason, count]) => ({ reason, count }));
  }

  /** The warnings and errors about rows left out. */
  issues(month: string): Issue[] {
    const issues: Issue[] = [];
    const count = (reason: LeftOutReason) => String(this.total.counts.get(reason) ?? 0);
    const place = (reason: LeftOutReason) => ({
      tab: this.tab,
      row: (this.total.firstRows.get(reason) ?? 0) + 1,
    });
    if (this.total.counts.has("other-month")) {
      const values = { count: count("other-month"), month, rest: count("other-month") };
      issues.push(issueAt("info", "rows-of-other-months", { tab: this.tab }, values));
    }
    for (const [reason, code] of [
      ["no-date", "rows-without-date"],
      ["no-person", "rows-without-person"],
    ] as const) {
      if (this.total.counts.has(reason))
        issues.push(issueAt("warning", code, place(reason), { count: count(reason) }));
    }
    for (const { reason, sighting } of this.total.sightings.values())
      issues.push(this.sightedIssue(reason, sighting));
    return issues;
  }

  private sightedIssue(reason: SightedReason, { text, row, column, people, count }: Sighting): Issue {
    const names = people.map((person) => person.name);
    const issue = issueAt(
      reason === "shared-account" ? "error" : "warning",
      ISSUE_CODES[reason],
      { tab: this.tab, row: row + 1, column: column + 1 },
      { account: text.slice(0, 60), people: names.join(", "), person: names[0] ?? "", count: String(count) },
      text,
    );
    return reason === "shared-account" ? holding(issue, names) : issue;
  }
}
