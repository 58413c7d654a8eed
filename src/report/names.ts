import { parseMonth } from "../engine/calendar";
import type { Grid } from "../engine/grid";
import { type Lang, label, labelVariants } from "../text/labels";
import type { OutputKind } from "./tab";

const KINDS: readonly OutputKind[] = ["scorecard", "payroll", "payslips", "checks"];

/** Name of an output tab, for example `Payroll 2026-10` or `工资 2026-10`; also the text of its A1. */
export function outputName(kind: OutputKind, month: string, lang: Lang): string {
  return `${label(`tab.${kind}`, lang)} ${month}`;
}

/** The names of an output tab in every language. */
export function outputStamps(kind: OutputKind, month: string): string[] {
  return labelVariants(`tab.${kind}`).map((name) => `${name} ${month}`);
}

/** Whether a tab of this name is one that an earlier run made. */
export function isOutputName(name: string): boolean {
  return findOutput({ name, rows: [[name.trim()]] }) !== null;
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
