/** The whole way from the tabs of a workbook to the tabs of a month, without any service. */
import { type Month, monthOfDay, parseMonth } from "./engine/calendar";
import { type Grid, type GridCell, isDateCell } from "./engine/grid";
import type { Issue } from "./engine/issue";
import { headerKey } from "./engine/name";
import type { RunResult } from "./engine/result";
import { runMonth } from "./engine/run";
import { ingest } from "./ingest/ingest";
import { describeChecks } from "./report/checks";
import { findOutput } from "./report/names";
import { describePayroll } from "./report/payroll";
import { describePayslips } from "./report/payslips";
import { describeScorecard } from "./report/scorecard";
import type { OutputKind, TabDescription } from "./report/tab";
import type { MonthView } from "./report/view";
import { type ColumnSpec, RULE_TABS, type RuleTabKind, ruleTab } from "./rules/columns";
import { readRules } from "./rules/read";
import type { Lang } from "./text/labels";

const HEADER_ROWS = 10;

const DESCRIBE: Readonly<Record<OutputKind, (view: MonthView) => TabDescription>> = {
  scorecard: describeScorecard,
  payroll: describePayroll,
  payslips: describePayslips,
  checks: describeChecks,
};

/** Reads rules and data and computes a month. `lang` holds where Settings name no language. */
export function computeMonth(grids: readonly Grid[], month: Month, lang: Lang): MonthView {
  const rules = readRules(
    grids.filter((grid) => findOutput(grid) === null),
    month,
  );
  const { book } = rules;
  const read = ingest({ grids: rules.rawGrids, month, roster: book.roster, sources: rules.sources });
  const result = runMonth(book, read.facts);
  const issues = mergeIssues([...rules.issues, ...read.issues, ...result.issues]);
  const { language } = book.settings;
  return { result: { ...result, issues }, checked: read.tabs, lang: language === "auto" ? lang : language };
}

/** A month with the descriptions of its tabs, in the order in which the workbook shows them. */
export function generateMonth(
  grids: readonly Grid[],
  month: Month,
  lang: Lang,
  kinds: readonly OutputKind[],
): { result: RunResult; lang: Lang; tabs: TabDescription[] } {
  const view = computeMonth(grids, month, lang);
  return { result: view.result, lang: view.lang, tabs: kinds.map((kind) => DESCRIBE[kind](view)) };
}

const SEVERITIES = ["error", "warning", "info"];

/** Every issue once, who it holds brought together; errors first, otherwise in the order found. */
export function mergeIssues(issues: readonly Issue[]): Issue[] {
  const found = new Map<string, Issue>();
  for (const issue of issues) {
    const key = JSON.stringify([
      issue.severity,
      issue.code,
      issue.tab,
      issue.cell,
      issue.found,
      issue.values,
    ]);
    const before = found.get(key);
    const holds = [...new Set([...(before?.holds ?? []), ...(issue.holds ?? [])])];
    found.set(key, holds.length > 0 ? { ...issue, holds } : issue);
  }
  const merged = [...found.values()];
  return SEVERITIES.flatMap((severity) => merged.filter((issue) => issue.severity === severity));
}

/** The kind of rule tab that these first rows of a tab look like; null for any other tab. */
export function findRuleKind(firstRows: readonly (readonly GridCell[])[]): RuleTabKind | null {
  let best: { kind: RuleTabKind; matched: number } | null = null;
  for (const row of firstRows.slice(0, HEADER_ROWS)) {
    const headers = new Set(row.map((cell) => (typeof cell === "string" ? headerKey(cell) : "")));
    for (const { kind, columns } of RULE_TABS) {
      const present = columns.filter((column) => namesOf(column).some((name) => headers.has(name)));
      const complete = columns.every((column) => !column.required || present.includes(column));
      if (complete && present.length > (best?.matched ?? 1)) best = { kind, matched: present.length };
    }
  }
  return best?.kind ?? null;
}

const COLUMN_NAMES = new Map<ColumnSpec, readonly string[]>();

function namesOf(column: ColumnSpec): readonly string[] {
  const known = COLUMN_NAMES.get(column) ?? [column.en, column.zh, column.zhHant].map(headerKey);
  COLUMN_NAMES.set(column, known);
  return known;
}

/**
 * The month to offer: the latest of Targets that the pasted tabs reach, else the latest of either;
 * null where neither names one.
 */
export function latestMonth(grids: readonly Grid[]): Month | null {
  const raw: string[] = [];
  const targets: string[] = [];
  for (const grid of grids) {
    if (findOutput(grid)) continue;
    const kind = findRuleKind(grid.rows);
    if (kind === "targets") targets.push(...targetMonths(grid));
    else if (kind === null) raw.push(...monthsOf(grid));
  }
  const reached = raw.sort().pop();
  const within = targets.filter((month) => reached === undefined || month <= reached).sort();
  return parseMonth(within.pop() ?? reached ?? targets.sort().pop() ?? "");
}

function targetMonths(grid: Grid): string[] {
  const names = namesOf(ruleTab("targets").columns[0] as ColumnSpec);
  const column = firstColumn(grid, names);
  return grid.rows.flatMap((row) => monthOfCell(row[column]) ?? []);
}

function firstColumn(grid: Grid, names: readonly string[]): number {
  for (const row of grid.rows.slice(0, HEADER_ROWS)) {
    const column = row.findIndex((cell) => typeof cell === "string" && names.includes(headerKey(cell)));
    if (column >= 0) return column;
  }
  return -1;
}

function monthOfCell(cell: GridCell | undefined): string | null {
  if (cell === undefined || typeof cell === "boolean") return null;
  if (isDateCell(cell)) return monthOfDay(Math.floor(cell.serial)).text;
  return parseMonth(String(cell))?.text ?? null;
}

const DATED_TEXT = /^(20\d\d)[-/.年](\d{1,2})(?:[-/.月]\d|月)/;
const DATED_NAME = /(20\d\d)[-/.年]?(\d\d)/;
/** Serials of 2000-01-01 and 2100-01-01: other dates are times or slips. */
const PLAUSIBLE = [36_526, 73_051] as const;

/** The months that the dates of a pasted tab and its name show, each once. */
function monthsOf(grid: Grid): string[] {
  const days = new Set<number>();
  const texts = new Set<string>();
  addText(texts, DATED_NAME.exec(grid.name));
  for (const row of grid.rows) {
    for (const cell of row) {
      if (typeof cell === "string") {
        if (cell.charCodeAt(0) === 50) addText(texts, DATED_TEXT.exec(cell));
      } else if (isDateCell(cell) && cell.serial >= PLAUSIBLE[0] && cell.serial < PLAUSIBLE[1])
        days.add(Math.floor(cell.serial));
    }
  }
  return [...texts, ...[...days].map((day) => monthOfDay(day).text)];
}

function addText(texts: Set<string>, match: RegExpExecArray | null): void {
  const month = match ? parseMonth(`${match[1]}-${match[2]}`) : null;
  if (month) texts.add(month.text);
}
