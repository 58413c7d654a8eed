import type { Grid } from "../engine/grid";
import { HISTORY_TAB } from "./history-rows";
import { columnsOf, recordText } from "./record-tab";
import { type RunRow, readRuns, runNumber } from "./runs";
import { SNAPSHOTS_TAB } from "./snapshots-tab";

/** The tabs that hold what a month was locked with, the fuller one first. */
const STORES = [SNAPSHOTS_TAB, HISTORY_TAB];

/** Steps that say of a run that it was locked, or was and is not any more. */
const SETTLED: readonly RunRow["action"][] = ["approved", "reopened"];

/**
 * The rows of Runs, and one for each month whose approval is stored on Snapshots or History but is not in Runs
 * any more: it stays locked. A later approval or reopening in Runs settles the runs before it.
 */
export function runsOf(grids: readonly Grid[]): RunRow[] {
  const rows = readRuns(grids);
  const all = [...rows];
  for (const [month, stored] of storedRuns(grids)) {
    const number = runNumber(stored.run, month);
    const isLater = ({ run, action }: RunRow) => SETTLED.includes(action) && runNumber(run, month) >= number;
    if (rows.some((row) => row.month === month && isLater(row))) continue;
    // What was paid was approved before.
    const paid = all.findIndex(({ run, action }) => run === stored.run && action === "paid");
    all.splice(paid < 0 ? all.length : paid, 0, lostApproval(month, stored));
  }
  return all;
}

interface StoredRun {
  readonly run: string;
  readonly store: NonNullable<RunRow["lostBut"]>;
}

/** The latest run of each month that is stored. Rows that were typed by hand name no run. */
function storedRuns(grids: readonly Grid[]): Map<string, StoredRun> {
  const latest = new Map<string, StoredRun>();
  for (const store of STORES) {
    const found = columnsOf(grids, store);
    if (!found) continue;
    const { grid, headerRow, columns } = found;
    const runs = new Set(grid.rows.slice(headerRow + 1).map((row) => recordText(row[columns.run])));
    for (const run of runs) {
      const month = /^\d{4}-\d\d(?= #\d+$)/.exec(run)?.[0];
      if (month === undefined) continue;
      const known = latest.get(month);
      if (!known || runNumber(run, month) > runNumber(known.run, month)) latest.set(month, { run, store });
    }
  }
  return latest;
}

function lostApproval(month: string, { run, store }: StoredRun): RunRow {
  const unknown = { by: "", at: "", reason: "", people: "", held: "", total: "" };
  return { month, action: "approved", run, ...unknown, rules: "", inputs: "", result: "", lostBut: store };
}
