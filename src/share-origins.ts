/** The Staff of the closed months that a month's pay corrects. */
import { parseMonth } from "./engine/calendar";
import type { Grid } from "./engine/grid";
import type { RunResult } from "./engine/result";
import type { RunRow } from "./life/runs";
import { readLocked } from "./life/snapshots-tab";
import { standingOf } from "./life/states";
import { readRules } from "./rules/read";
import type { OriginStaff } from "./share/stays";

/**
 * The Staff by which each month was locked that a result has correction lines of. A month that is open
 * again, or whose snapshot is lost, is left out: who led whom then is not known.
 */
export function originsOf(
  grids: readonly Grid[],
  runs: readonly RunRow[],
  { people }: Pick<RunResult, "people">,
): OriginStaff[] {
  const lines = people.flatMap(({ pay }) => pay);
  const months = new Set(lines.flatMap(({ correction }) => correction?.origin ?? []));
  return [...months].flatMap((text) => {
    const run = standingOf(runs, text).approved?.run;
    const month = parseMonth(text);
    const rules = run === undefined ? null : readLocked(grids, run)?.rules();
    return month && rules ? [readRules(rules, month).book] : [];
  });
}
