import type { Grid } from "../engine/grid";
import { decode, encode } from "./codec";
import { HISTORY_TAB } from "./history-rows";
import { columnsOf, recordText } from "./record-tab";
import { type RunRow, readRuns, runNumber } from "./runs";
import { PAID, SNAPSHOTS_TAB } from "./snapshots-tab";

/** The tabs that hold what a month was locked with, the fuller one first. */
const STORES = [SNAPSHOTS_TAB, HISTORY_TAB];

/** Steps that say of a run that it was locked, or was and is not any more. */
const SETTLED: readonly RunRow["action"][] = ["approved", "reopened"];

/**
 * The rows of Runs, and one for each month whose approval is stored on Snapshots or History but is not in Runs
 * any more: it stays locked. A later approval or reopening in Runs settles the runs before it. A payment that
 * Snapshots holds and Runs has lost took place all the same.
 */
export function runsOf(grids: readonly Grid[]): RunRow[] {
  const all = withApprovals(readRuns(grids), grids);
  for (const payment of storedPayments(grids)) addPayment(all, payment);
  return all;
}

/** The row of Snapshots that says of a run that it was paid, in the order of the tab's columns. */
export function paymentRow({ month, run, by, at, people, held, total }: Payment): string[] {
  return [month, run, PAID, encode({ by, at, people, held, total })];
}

/** What a payment is known by. */
export type Payment = Pick<RunRow, "month" | "run" | "by" | "at" | "people" | "held" | "total">;

function storedPayments(grids: readonly Grid[]): RunRow[] {
  const found = columnsOf(grids, SNAPSHOTS_TAB);
  if (!found) return [];
  const { grid, headerRow, columns } = found;
  return grid.rows.slice(headerRow + 1).flatMap((row) => {
    if (recordText(row[columns.part]) !== PAID) return [];
    const [month, run] = [recordText(row[columns.month]), recordText(row[columns.run])];
    return Number.isNaN(runNumber(run, month)) ? [] : lostPayment(month, run, recordText(row[columns.text]));
  });
}

/** A row that somebody damaged still says that the run was paid. */
function lostPayment(month: string, run: string, text: string): RunRow {
  let told: Readonly<Record<string, unknown>> = {};
  try {
    told = Object(decode(text));
  } catch {
    // Who and when is lost.
  }
  const said = (key: keyof Payment) => (typeof told[key] === "string" ? told[key] : "");
  const known = { by: said("by"), at: said("at"), people: said("people"), held: said("held") };
  const prints = { rules: "", inputs: "", result: "" };
  const row = { month, run, reason: "", ...known, total: said("total"), ...prints };
  return { ...row, action: "paid", lostBut: SNAPSHOTS_TAB };
}

/** Puts a payment where it belongs among the rows of its month, unless it is there. */
function addPayment(rows: RunRow[], payment: RunRow): void {
  const { month, run } = payment;
  const isOf = (row: RunRow) => row.month === month;
  if (rows.some((row) => isOf(row) && row.run === run && row.action === "paid")) return;
  const number = runNumber(run, month);
  const next = rows.findIndex((row) => {
    const its = runNumber(row.run, month);
    return isOf(row) && (its > number || (its === number && row.action === "reopened"));
  });
  rows.splice(next < 0 ? rows.length : next, 0, payment);
}

function withApprovals(rows: readonly RunRow[], grids: readonly Grid[]): RunRow[] {
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
