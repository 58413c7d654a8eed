/** The rule tabs of a workbook as the sidebar reads and edits them. */
import type { Day } from "../engine/calendar";
import type { Grid } from "../engine/grid";
import { cellName } from "../engine/issue";
import { nameKey } from "../engine/name";
import type { RuleTabKind } from "../rules/columns";
import { type RuleRow, rowsOf } from "../rules/row";
import { type FoundTab, findRuleTabs } from "../rules/tabs";
import { type Dated, groupBy, withDates } from "../rules/versions";
import type { CellLink } from "./contract";

/** The rule tabs with their rows; a kind that is missing or there twice has none. */
export interface OpenRules {
  readonly tabs: ReadonlyMap<RuleTabKind, FoundTab>;
  readonly rows: (kind: RuleTabKind) => readonly RuleRow[];
}

/** Finds the rule tabs; the rows of each are read once. */
export function openRules(grids: readonly Grid[]): OpenRules {
  const { tabs } = findRuleTabs(grids);
  const known = new Map<RuleTabKind, readonly RuleRow[]>();
  return {
    tabs,
    rows: (kind) => {
      const tab = tabs.get(kind);
      const rows = known.get(kind) ?? (tab ? rowsOf(tab) : []);
      known.set(kind, rows);
      return rows;
    },
  };
}

/** Number (from 1) of a row on its tab. */
export function rowNumber(row: RuleRow): number {
  return row.place("").row ?? 0;
}

/** Where a cell of a row stands; the whole row for a column that the tab lacks. */
export function linkOf(row: RuleRow, key: string): CellLink {
  const place = row.place(key);
  return { tab: place.tab, cell: cellName(place.row ?? 1, place.column) };
}

/** Rows that are versioned together (READINGS 3.14): one plan and profile, one plan and table, one plan's pay. */
export interface RowGroup {
  /** `nameKey` of the profile (Scoring) or table (Bands); blank for Pay. */
  readonly key: string;
  /** The group has no plan of its own (Bands only). */
  readonly shared: boolean;
  /** Every row of every version, in the order of the tab. */
  readonly rows: readonly Dated[];
}

/** A tab whose rows are versioned. */
export type VersionedKind = "scoring" | "bands" | "pay";

const NORMAL = "normal";
const GROUP_COLUMN: Readonly<Record<VersionedKind, string>> = { scoring: "profile", bands: "table", pay: "" };

/** The groups of a plan on one tab; on Bands also the shared tables of which the plan has no own. */
export function groupsOf(rules: OpenRules, kind: VersionedKind, plan: string): RowGroup[] {
  const rows = rules.rows(kind);
  const own = splitGroups(rows, kind, nameKey(plan), false);
  if (kind !== "bands") return own;
  const names = new Set(own.map(({ key }) => key));
  return [...own, ...splitGroups(rows, kind, "", true).filter(({ key }) => !names.has(key))];
}

function splitGroups(
  rows: readonly RuleRow[],
  kind: VersionedKind,
  planKey: string,
  shared: boolean,
): RowGroup[] {
  const ofPlan = rows.filter((row) => nameKey(row.text("plan")) === planKey);
  return [...groupBy(ofPlan, (row) => groupKey(row, kind))].map(([key, group]) => ({
    key,
    shared,
    rows: withDates(group),
  }));
}

function groupKey(row: RuleRow, kind: VersionedKind): string {
  const column = GROUP_COLUMN[kind];
  const key = column === "" ? "" : nameKey(row.text(column));
  return kind === "scoring" ? key || NORMAL : key;
}

/**
 * The rows in force on a day; with null those that hold always. Rows whose From cannot be read are in
 * every version, as they are for a run.
 */
export function versionOn(rows: readonly Dated[], day: Day | null): readonly Dated[] {
  const from = versionFrom(rows, day);
  return rows.filter((row) => row.undated || row.from === from);
}

/** The From of the version in force on a day; null where only rows without one are. */
export function versionFrom(rows: readonly Dated[], day: Day | null): Day | null {
  if (day === null) return null;
  return rows.reduce<Day | null>(
    (best, { from, undated }) =>
      !undated && from !== null && from <= day && (best === null || from > best) ? from : best,
    null,
  );
}

/** The rows that begin on exactly this day (or that hold always), those with an unreadable From left out. */
export function versionAt(rows: readonly Dated[], from: Day | null): readonly Dated[] {
  return rows.filter((row) => !row.undated && row.from === from);
}
