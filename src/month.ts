/** The whole way from the tabs of a workbook to the tabs of a month, without any service. */
import { type Month, monthOfDay, parseMonth } from "./engine/calendar";
import { withBroken } from "./engine/facts";
import { type Grid, type GridCell, isDateCell } from "./engine/grid";
import { Ledger } from "./engine/ledger";
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
import { MEASURES } from "./rules/catalogue";
import type { RuleTabKind } from "./rules/columns";
import { readRules } from "./rules/read";
import { type FoundTab, findRuleTabs } from "./rules/tabs";
import type { Lang } from "./text/labels";

const DESCRIBE: Readonly<Record<OutputKind, (view: MonthView) => TabDescription>> = {
  scorecard: describeScorecard,
  payroll: describePayroll,
  payslips: describePayslips,
  checks: describeChecks,
};

const MEASURE_NAMES = new Map(MEASURES.map(({ name, en, zh }) => [name, { en, zh }]));

/** Reads rules and data and computes a month. `lang` holds where Settings name no language. */
export function computeMonth(grids: readonly Grid[], month: Month, lang: Lang): MonthView {
  const rules = readRules(withoutOutputs(grids), month);
  const { book, sources, rawGrids } = rules;
  const read = ingest({ grids: rawGrids, month, roster: book.roster, sources, catalogue: MEASURES });
  const result = runMonth(book, withBroken(read.facts, rules.brokenSources), rules.closed, read.issues);
  const ledger = new Ledger();
  ledger.addAll([...rules.issues, ...read.issues, ...result.issues]);
  const { language } = book.settings;
  return {
    result: { ...result, issues: ledger.list() },
    checked: read.tabs,
    lang: language === "auto" ? lang : language,
    measures: MEASURE_NAMES,
  };
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

function withoutOutputs(grids: readonly Grid[]): Grid[] {
  return grids.filter((grid) => findOutput(grid) === null);
}

/** The kinds of rule tabs that a workbook has, with the name of the tab. */
export function listRuleTabs(grids: readonly Grid[]): Map<RuleTabKind, string> {
  const { tabs } = findRuleTabs(grids);
  return new Map([...tabs].map(([kind, { grid }]) => [kind, grid.name]));
}

/** Whether these first rows of a tab are those of a rule tab. */
export function isRuleTab(firstRows: readonly (readonly GridCell[])[]): boolean {
  return findRuleTabs([{ name: "", rows: firstRows }]).tabs.size > 0;
}

/**
 * The month to offer: the latest of Targets that the pasted tabs reach, else the latest of either;
 * null where neither names one.
 */
export function latestMonth(grids: readonly Grid[]): Month | null {
  const { tabs, rawGrids } = findRuleTabs(withoutOutputs(grids));
  const reached = rawGrids.flatMap(monthsOf).sort().pop();
  const targets = targetMonths(tabs.get("targets")).sort();
  const within = targets.filter((month) => reached === undefined || month <= reached);
  return parseMonth(within.pop() ?? reached ?? targets.pop() ?? "");
}

function targetMonths(tab: FoundTab | undefined): string[] {
  const column = tab?.columns.get("month");
  if (!tab || column === undefined) return [];
  return tab.grid.rows.slice(tab.headerRow + 1).flatMap((row) => monthOfCell(row[column] ?? "") ?? []);
}

function monthOfCell(cell: GridCell): string | null {
  if (typeof cell === "boolean") return null;
  if (isDateCell(cell)) return monthOfDay(Math.floor(cell.serial)).text;
  return parseMonth(String(cell))?.text ?? null;
}

const DATED_TEXT = /^(20\d\d)[-/.年](\d{1,2})(?:[-/.月]\d|月)/;
const DATED_NAME = /(20\d\d)[-/.年]?(\d\d)/;
const DIGIT_TWO = 50;
/** Serials of 2000-01-01 and 2100-01-01: other dates are times or slips. */
const FIRST_DAY = 36_526;
const END_DAY = 73_051;

/** The months that the dates of a pasted tab and its name show, each once. */
function monthsOf(grid: Grid): string[] {
  const days = new Set<number>();
  const texts = new Set<string>();
  addMonth(texts, DATED_NAME.exec(grid.name));
  for (const row of grid.rows) {
    for (const cell of row) {
      if (typeof cell === "string") {
        if (cell.charCodeAt(0) === DIGIT_TWO) addMonth(texts, DATED_TEXT.exec(cell));
      } else if (isDateCell(cell) && cell.serial >= FIRST_DAY && cell.serial < END_DAY)
        days.add(Math.floor(cell.serial));
    }
  }
  return [...texts, ...[...days].map((day) => monthOfDay(day).text)];
}

function addMonth(texts: Set<string>, match: RegExpExecArray | null): void {
  const month = match ? parseMonth(`${match[1]}-${match[2]}`) : null;
  if (month) texts.add(month.text);
}
