/** Late data of locked months that are too far back to be looked through. */
import { parseMonth } from "./engine/calendar";
import type { Grid } from "./engine/grid";
import { forHr, type Issue, issueAt } from "./engine/issue";
import { TabReach } from "./ingest/reach";
import type { Digest } from "./life/digest";
import { fingerprintGrid } from "./life/fingerprint";
import { MEASURES } from "./rules/catalogue";

/** What is known of the tabs when a month is generated. */
export interface UnlookedQuestion {
  /** The locked months that are further back than Settings say, the earliest first. */
  readonly older: readonly Digest[];
  /** All locked months. */
  readonly locked: readonly Digest[];
  readonly rawGrids: readonly Grid[];
  /** Setting `late_months`. */
  readonly lateMonths: number;
}

const REACH = new TabReach(MEASURES);

/**
 * Tabs that gave such months their figures and have changed, by their fingerprints alone: a warning, or only a
 * note for a tab that later months were read from too, because such a tab grows. What a locked month saw already
 * was told when it was made; a tab that is gone or holds other months now was tidied up.
 */
export function unlookedTabs({ older, locked, rawGrids, lateMonths }: UnlookedQuestion): Issue[] {
  const seen = new Set(locked.flatMap(({ tabs }) => tabs.map(({ fingerprint }) => fingerprint)));
  return rawGrids.flatMap((grid) => {
    if (seen.has(fingerprintGrid(grid))) return [];
    const gave = locked.filter(({ rows }) => rows.some(({ name }) => name === grid.name));
    const months = older.filter((digest) => gave.includes(digest) && !isOutside(grid, digest));
    const [first] = months;
    if (!first) return [];
    const severity = gave.some(({ month }) => month > first.month) ? "info" : "warning";
    const values = { months: months.map(({ month }) => month).join(", "), n: String(lateMonths) };
    return [forHr(issueAt(severity, "late-data-unlooked", null, { tab: grid.name, ...values }))];
  });
}

function isOutside(grid: Grid, { month: text }: Digest): boolean {
  const month = parseMonth(text);
  return month !== null && REACH.isOutside(grid, month);
}
