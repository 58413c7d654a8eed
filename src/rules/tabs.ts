import type { Grid, GridCell } from "../engine/grid";
import { isBlank } from "../engine/grid";
import { type Issue, issueAt } from "../engine/issue";
import { headerKey, nameKey } from "../engine/name";
import { type ColumnSpec, RULE_TABS, type RuleTabKind, type RuleTabSpec } from "./columns";

/** A rule tab as it was found: where its header is and which column is which. */
export interface FoundTab {
  readonly kind: RuleTabKind;
  readonly grid: Grid;
  /** Index of the header row, from 0. */
  readonly headerRow: number;
  /** Column index, from 0, by column key. */
  readonly columns: ReadonlyMap<string, number>;
  /** Further columns under a header that is there already. */
  readonly doubled?: readonly DoubledColumn[];
}

/** A second column under one header: where the two differ, nobody knows which is meant. */
export interface DoubledColumn {
  readonly key: string;
  /** Index of the column, from 0. */
  readonly column: number;
  readonly issue: Issue;
}

/** The rule tabs of a workbook, and the tabs that are none. */
export interface RuleTabs {
  readonly tabs: ReadonlyMap<RuleTabKind, FoundTab>;
  /** Everything else that people pasted; output and record tabs are left out. */
  readonly rawGrids: readonly Grid[];
  readonly historyGrid: Grid | null;
  readonly issues: readonly Issue[];
}

const HEADER_ROWS = 10;

const OUTPUT_TAB = /^(?:scorecard|payroll|payslips|checks|绩效|工资|工资条|检查) ?\d{4}-\d{2}$/i;
const RECORD_TABS: ReadonlySet<string> = new Set([
  "history",
  "历史",
  "runs",
  "运行记录",
  "shares",
  "分享",
  "questions",
  "疑问",
  "snapshots",
  "存档",
]);

/** Names that the add-on keeps for tabs of its own, apart from rule tabs. */
function isOwnTab(name: string): boolean {
  return OUTPUT_TAB.test(name.trim()) || RECORD_TABS.has(nameKey(name)) || name.startsWith("__kpi");
}

/** Second usual Traditional forms of headers, by the form in `RULE_TABS`. */
const OTHER_FORMS: Readonly<Record<string, string>> = { 帳號: "賬號", 匯總方式: "彙總方式", 閾值: "閥值" };

function headersOf({ en, zh, zhHant }: ColumnSpec): string[] {
  return [en, zh, zhHant, OTHER_FORMS[zhHant] ?? zhHant];
}

const KEYS_BY_HEADER: ReadonlyMap<RuleTabKind, ReadonlyMap<string, string>> = new Map(
  RULE_TABS.map((tab) => [
    tab.kind,
    new Map(
      tab.columns.flatMap((column) => headersOf(column).map((header) => [headerKey(header), column.key])),
    ),
  ]),
);

const ALL_HEADERS: ReadonlySet<string> = new Set(
  [...KEYS_BY_HEADER.values()].flatMap((keys) => [...keys.keys()]),
);

/**
 * Finds the rule tabs by their header rows (READINGS 3.1): never by name, within the first ten
 * rows. Two tabs of one kind are an error, and nothing is read from either.
 */
export function findRuleTabs(grids: readonly Grid[]): RuleTabs {
  const known = FOUND.get(grids);
  if (known) return known;
  const found = computeRuleTabs(grids);
  FOUND.set(grids, found);
  return found;
}

/** The rule tabs by the list of tabs: each locked month of a year asks the same list. */
const FOUND = new WeakMap<readonly Grid[], RuleTabs>();

function computeRuleTabs(grids: readonly Grid[]): RuleTabs {
  const candidates = grids.filter((grid) => !isOwnTab(grid.name));
  const sources = candidates.flatMap((grid) => recognise(grid, ["sources"]) ?? []);
  const named = new Set(sources.flatMap(tabsNamedBySources));
  const found: FoundTab[] = [];
  const rawGrids: Grid[] = [];
  for (const grid of candidates) {
    const tab = named.has(nameKey(grid.name)) ? null : recognise(grid, null);
    if (tab) found.push(tab);
    else rawGrids.push(grid);
  }
  const historyGrid = grids.find((grid) => ["history", "历史"].includes(nameKey(grid.name))) ?? null;
  const { tabs, issues } = keepSingle(found);
  const absent = RULE_TABS.filter(({ kind }) => !found.some((tab) => tab.kind === kind));
  const lacking = absent.flatMap((spec) =>
    candidates.flatMap((grid) => {
      const asKind = found.find((tab) => tab.grid === grid)?.columns.size ?? 0;
      return lackingColumn(grid, spec, Math.max(asKind + 1, LEAST_MATCHES)) ?? [];
    }),
  );
  return { tabs, issues: [...issues, ...lacking], rawGrids, historyGrid };
}

const LEAST_MATCHES = 3;

/**
 * A tab that would be of a kind which the workbook lacks, but for one required column: a header
 * that is misspelt, most likely. Null for a tab that shares fewer than `least` columns with the kind.
 */
function lackingColumn(grid: Grid, spec: RuleTabSpec, least: number): Issue | null {
  const keys = KEYS_BY_HEADER.get(spec.kind);
  for (const [index, headers] of topOf(grid).known.entries()) {
    if (headers.length < least) continue;
    const present = new Set(headers.flatMap((header) => keys?.get(header) ?? []));
    const [missing, another] = spec.columns.filter((column) => column.required && !present.has(column.key));
    if (!missing || another || present.size < least) continue;
    const values = { kind: spec.en, kindZh: spec.zh, header: missing.en, headerZh: missing.zh };
    return issueAt("error", "tab-lacks-column", { tab: grid.name, row: index + 1 }, values);
  }
  return null;
}

/** The names (`nameKey`) of the tabs that Sources among these tabs reads. */
export function tabsOfSources(grids: readonly Grid[]): ReadonlySet<string> {
  return new Set(grids.flatMap((grid) => recognise(grid, ["sources"]) ?? []).flatMap(tabsNamedBySources));
}

function tabsNamedBySources(tab: FoundTab): string[] {
  const column = tab.columns.get("tab");
  if (column === undefined) return [];
  const names = tab.grid.rows.slice(tab.headerRow + 1).map((row) => row[column] ?? "");
  return names.filter((name) => !isBlank(name)).map((name) => nameKey(String(name)));
}

/** Whether these first rows of a tab are those of a rule tab of any kind. */
export function isRuleTop(rows: readonly (readonly GridCell[])[]): boolean {
  return recognise({ name: "", rows }, null) !== null;
}

/** The header of a rule tab in rows that are passed to a custom function; null where there is none. */
export function findRuleTab(rows: readonly (readonly GridCell[])[], kind: RuleTabKind): FoundTab | null {
  return recognise({ name: "", rows }, [kind]);
}

/** The first rows of a tab as keys of headers, with the rule tab that they make among all kinds. */
interface TabTop {
  readonly headers: readonly (readonly string[])[];
  /** Those of each row that some rule tab has; rows of data have none. */
  readonly known: readonly (readonly string[])[];
  /** Undefined before it was asked for. */
  found?: FoundTab | null;
}

/** Tops by their tab: one run asks for the rule tabs many times, once for each locked month among others. */
const TOPS = new WeakMap<Grid, TabTop>();

function topOf(grid: Grid): TabTop {
  const known = TOPS.get(grid);
  if (known) return known;
  const keyOf = (cell: GridCell) => (typeof cell === "string" ? headerKey(cell) : "");
  const headers = grid.rows.slice(0, HEADER_ROWS).map((row) => row.map(keyOf));
  const top: TabTop = { headers, known: headers.map((row) => row.filter((key) => ALL_HEADERS.has(key))) };
  TOPS.set(grid, top);
  return top;
}

/** The kind of which a tab matches most columns, in the first row that has all its required ones. */
function recognise(grid: Grid, kinds: readonly RuleTabKind[] | null): FoundTab | null {
  const top = topOf(grid);
  if (kinds) return bestOf(grid, top, kinds);
  if (top.found === undefined) top.found = bestOf(grid, top, null);
  return top.found;
}

function bestOf(grid: Grid, top: TabTop, kinds: readonly RuleTabKind[] | null): FoundTab | null {
  const specs = kinds ? RULE_TABS.filter((tab) => kinds.includes(tab.kind)) : RULE_TABS;
  let best: FoundTab | null = null;
  top.headers.forEach((headers, headerRow) => {
    if (top.known[headerRow]?.length === 0 || headers.filter((header) => header !== "").length < 2) return;
    for (const spec of specs) {
      const columns = matchColumns(spec, headers);
      if (columns && columns.size > (best?.columns.size ?? 0))
        best = { kind: spec.kind, grid, headerRow, columns };
    }
  });
  return best;
}

function matchColumns(spec: RuleTabSpec, headers: readonly string[]): Map<string, number> | null {
  const keys = KEYS_BY_HEADER.get(spec.kind);
  const columns = new Map<string, number>();
  headers.forEach((header, index) => {
    const key = keys?.get(header);
    if (key !== undefined && !columns.has(key)) columns.set(key, index);
  });
  return spec.columns.every((column) => !column.required || columns.has(column.key)) ? columns : null;
}

function keepSingle(found: readonly FoundTab[]): Pick<RuleTabs, "tabs" | "issues"> {
  const tabs = new Map<RuleTabKind, FoundTab>();
  const issues: Issue[] = [];
  for (const { kind, en, zh } of RULE_TABS) {
    const same = found.filter((tab) => tab.kind === kind);
    const [first, second] = same;
    if (first && second) {
      const values = { kind: en, kindZh: zh, tab: first.grid.name, other: second.grid.name };
      issues.push(issueAt("error", "two-tabs-of-one-kind", { tab: first.grid.name }, values));
    } else if (first) {
      const doubled = duplicateHeaders(first);
      issues.push(...doubled.map(({ issue }) => issue));
      tabs.set(kind, { ...first, doubled });
    }
  }
  return { tabs, issues };
}

/** Two columns under one header: which of them is meant cannot be known. */
function duplicateHeaders({ kind, grid, headerRow, columns }: FoundTab): DoubledColumn[] {
  const keys = KEYS_BY_HEADER.get(kind);
  const headers = grid.rows[headerRow] ?? [];
  return headers.flatMap((cell: GridCell, index) => {
    const key = typeof cell === "string" ? keys?.get(headerKey(cell)) : undefined;
    if (key === undefined || columns.get(key) === index) return [];
    const place = { tab: grid.name, row: headerRow + 1, column: index + 1 };
    const issue = issueAt("error", "duplicate-header", place, { header: String(cell) }, String(cell));
    return [{ key, column: index, issue }];
  });
}
