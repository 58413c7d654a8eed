import type { Grid, GridCell } from "../../src/engine/grid";
import { type RuleTabKind, ruleTab } from "../../src/rules/columns";
import type { PackRow } from "../../src/rules/pack";
import { findPack, packTabs } from "../../src/rules/packs/index";

/** One case of a pack's case file: a month's rule rows and pasted tabs, and what must come out. */
export interface PackCase {
  readonly name: string;
  readonly why: string;
  readonly month: string;
  readonly rules?: Partial<Record<RuleTabKind, PackRow[]>>;
  readonly staff?: PackRow[];
  readonly targets?: PackRow[];
  readonly manual?: PackRow[];
  readonly adjustments?: PackRow[];
  readonly raw: { readonly tab: string; readonly rows: GridCell[][] }[];
  readonly expect: {
    readonly total?: string;
    readonly people: Record<
      string,
      { score?: string; total?: string; pay?: Record<string, string>; items?: Record<string, string> }
    >;
  };
}

/** A rule tab as a grid with its English headers. */
export function ruleGrid(kind: RuleTabKind, rows: readonly PackRow[]): Grid {
  const { en, columns } = ruleTab(kind);
  const header = columns.map((column) => column.en);
  return { name: en, rows: [header, ...rows.map((row) => columns.map((column) => row[column.key] ?? ""))] };
}

/** The workbook of a case: the pack's rule tabs, with the case's own in place of theirs, and raw tabs. */
export function caseGrids(packName: string, lang: "en" | "zh", one: PackCase): Grid[] {
  const pack = findPack(packName);
  if (!pack) throw new Error(`no pack ${packName}`);
  const own: Partial<Record<RuleTabKind, readonly PackRow[]>> = {
    ...packTabs(pack, lang),
    staff: one.staff ?? [],
    targets: one.targets ?? [],
    manual: one.manual ?? [],
    adjustments: one.adjustments ?? [],
    ...one.rules,
  };
  const rules = Object.entries(own).map(([kind, rows]) => ruleGrid(kind as RuleTabKind, rows ?? []));
  return [...rules, ...one.raw.map(({ tab, rows }) => ({ name: tab, rows: squared(rows) }))];
}

function squared(rows: readonly GridCell[][]): GridCell[][] {
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array<GridCell>(width - row.length).fill("")]);
}
