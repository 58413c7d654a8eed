import { parseMonth } from "../engine/calendar";
import type { Grid } from "../engine/grid";
import { type Lang, label, labelVariants } from "../text/labels";
import type { OutputKind } from "./tab";

const KINDS: readonly OutputKind[] = [
  "scorecard",
  "dashboard",
  "payroll",
  "payslips",
  "statements",
  "checks",
];

/** Name of an output tab, for example `Payroll 2026-10` or `工资 2026-10`; also the text of its A1. */
export function outputName(kind: OutputKind, month: string, lang: Lang): string {
  return `${label(`tab.${kind}`, lang)} ${month}`;
}

/** The names of an output tab in every language. */
export function outputStamps(kind: OutputKind, month: string): string[] {
  return labelVariants(`tab.${kind}`).map((name) => `${name} ${month}`);
}

/** Name of the tab of a quarter's grades, `Grade review 2026-Q4`, in every language; also the text of its A1. */
export function reviewStamps(quarter: string): string[] {
  return labelVariants("tab.review").map((name) => `${name} ${quarter}`);
}

function isReviewStamp(stamp: unknown): boolean {
  const quarter = typeof stamp === "string" ? (/ (\d{4}-Q[1-4])$/.exec(stamp)?.[1] ?? "") : "";
  return quarter !== "" && reviewStamps(quarter).includes(String(stamp));
}

/** Whether a tab of this name is one that an earlier run made. */
export function isOutputName(name: string): boolean {
  return isOutput({ name, rows: [[name.trim()]] });
}

/** Whether the A1 of a tab says that an earlier run made it, for a month or for a quarter. */
export function isOutput(grid: Grid): boolean {
  return findOutput(grid) !== null || isReviewStamp(grid.rows[0]?.[0]);
}

/** Kind and month of the output tab whose A1 this is, or null where a tab is none of ours. */
export function findOutput(grid: Grid): { kind: OutputKind; month: string } | null {
  const stamp = grid.rows[0]?.[0];
  if (typeof stamp !== "string") return null;
  const space = stamp.lastIndexOf(" ");
  const month = parseMonth(stamp.slice(space + 1))?.text;
  if (space < 0 || month === undefined) return null;
  const kind = KINDS.find((candidate) => outputStamps(candidate, month).includes(stamp));
  return kind ? { kind, month } : null;
}
