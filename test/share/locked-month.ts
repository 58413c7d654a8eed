/** What the workbook of a made-up shop holds once October is locked. */
import type { Grid } from "../../src/engine/grid";
import { RUNS_TAB } from "../../src/life/runs";
import { marksOf, paidOf } from "../../src/life/snapshot";
import { SNAPSHOTS_TAB, snapshotRows } from "../../src/life/snapshots-tab";
import { computePrepared } from "../../src/month";
import { compute } from "./bench";
import { MONTH } from "./harness";
import { gridsOf, type Team } from "./world";

/** The records of October locked as the shop stood then. */
export function records(teams: readonly Team[]): Grid[] {
  const { closing } = compute(teams);
  const { result } = computePrepared(closing.prepared, "en");
  const grids = gridsOf(teams);
  const raw = grids.filter(({ name }) => name === "Raw export");
  const stored = { format: 1, month: MONTH, run: `${MONTH} #1`, lang: "en", closed: null } as const;
  const rules = grids.filter(({ name }) => name !== "Raw export" && name !== "History");
  const paid = paidOf(result);
  const { data } = closing.prepared;
  const rows = snapshotRows({
    ...stored,
    rules,
    data,
    tabs: marksOf(raw),
    differences: [],
    lateTabs: [],
    paid,
  });
  const approved = RUNS_TAB.columns.map(
    ({ key }) => ({ month: MONTH, action: "approved", run: `${MONTH} #1` })[key as string] ?? "",
  );
  return [
    { name: "Runs", rows: [RUNS_TAB.columns.map(({ en }) => en), approved] },
    { name: "Snapshots", rows: [SNAPSHOTS_TAB.columns.map(({ en }) => en), ...rows] },
  ];
}
