/** The whole way from the tabs of a workbook to the tabs of a month, without any service. */
import { type Month, monthOfDay, parseMonth } from "./engine/calendar";
import { dailyFigures } from "./engine/daily";
import { type Facts, withBroken } from "./engine/facts";
import { type Grid, type GridCell, isBlank, isDateCell } from "./engine/grid";
import type { Issue } from "./engine/issue";
import { Ledger } from "./engine/ledger";
import { nameKey } from "./engine/name";
import { runMonth } from "./engine/run";
import { ingest } from "./ingest/ingest";
import { describeChecks } from "./report/checks";
import { describeDashboard } from "./report/dashboard/dashboard";
import { isOutput } from "./report/names";
import { pastMonths } from "./report/past";
import { describePayroll } from "./report/payroll";
import { describePayslips } from "./report/payslips";
import { describeScorecard } from "./report/scorecard";
import { describeStatements } from "./report/statements/statements";
import type { OutputKind, TabDescription } from "./report/tab";
import type { MonthView } from "./report/view";
import { MEASURES } from "./rules/catalogue";
import type { RuleTabKind } from "./rules/columns";
import { type ReadRules, readRules } from "./rules/read";
import { type FoundTab, findRuleTabs, isRuleTop } from "./rules/tabs";
import { type Lang, label } from "./text/labels";

type Describe = (view: MonthView, kinds: readonly OutputKind[]) => TabDescription;

const DESCRIBE: Readonly<Record<OutputKind, Describe>> = {
  scorecard: describeScorecard,
  // Whoever makes no payroll gets a dashboard without pay.
  dashboard: (view, kinds) => describeDashboard(view, kinds.includes("payroll")),
  payroll: describePayroll,
  payslips: describePayslips,
  statements: describeStatements,
  checks: describeChecks,
};

const MEASURE_NAMES = new Map(MEASURES.map(({ name, en, zh }) => [name, { en, zh }]));

/** What the pasted tabs say for a month, apart from the rules by which it is scored and paid. */
export type MonthData = ReturnType<typeof ingest>;

/** The rules of a month with its data, ready to be computed. */
export interface PreparedMonth {
  readonly rules: ReadRules;
  readonly data: MonthData;
}

/** Reads rules and data of a month. */
export function prepareMonth(grids: readonly Grid[], month: Month): PreparedMonth {
  const rules = readRules(withoutOutputs(grids), month);
  return { rules, data: readData(rules, rules.rawGrids) };
}

/** What pasted tabs say for the month of the rules. */
export function readData({ book, sources }: ReadRules, grids: readonly Grid[]): MonthData {
  const { month, roster, settings, metrics } = book;
  const given = metrics.flatMap(({ name, unit, formula }) =>
    unit && !formula ? [[nameKey(name), unit] as const] : [],
  );
  const data = ingest({
    grids,
    month,
    roster,
    sources,
    catalogue: MEASURES,
    units: new Map(given),
    settings,
  });
  const empty = new Set(
    grids.filter(({ rows }) => rows.every((row) => row.every(isBlank))).map(({ name }) => name),
  );
  // Of a tab that holds nothing there is nothing to tell, but where Sources names it.
  const issues = data.issues.map(withChineseNames);
  return {
    ...data,
    issues,
    tabs: data.tabs.filter(({ tab, why }) => why.code !== "tab-unknown" || !empty.has(tab)),
  };
}

const CHINESE_NAMES: ReadonlyMap<string, string> = new Map(MEASURES.map(({ name, zh }) => [name, zh]));

/** Exports know measures by their names only; in Chinese a message calls them as people do. */
function withChineseNames(issue: Issue): Issue {
  const { measures } = issue.values ?? {};
  if (measures === undefined) return issue;
  const measuresZh = measures
    .split(", ")
    .map((name) => CHINESE_NAMES.get(name) ?? name)
    .join("、");
  return { ...issue, values: { ...issue.values, measuresZh } };
}

/** The same data under the rules of other tabs, which may differ in anything but Staff, Sources, Metrics and Settings. */
export function withRulesOf(prepared: PreparedMonth, grids: readonly Grid[]): PreparedMonth {
  return { rules: readRules(withoutOutputs(grids), prepared.rules.book.month), data: prepared.data };
}

/** Computes a month. `lang` holds where Settings name no language. */
export function computePrepared({ rules, data }: PreparedMonth, lang: Lang): MonthView {
  const { book } = rules;
  const result = runMonth(book, factsOf({ rules, data }), rules.closed, data.issues);
  const ledger = new Ledger();
  ledger.addAll([...rules.issues, ...data.issues, ...result.issues]);
  const { language } = book.settings;
  return {
    result: { ...result, issues: ledger.list() },
    checked: data.tabs,
    lang: language === "auto" ? lang : language,
    measures: MEASURE_NAMES,
    hr: {
      daily: () => dailyFigures(book, result.facts),
      past: pastMonths(book, rules.closed),
      book,
    },
  };
}

/** The facts as formulas see them: a measure whose row on Sources is wrong cannot be read. */
export function factsOf({ rules, data }: PreparedMonth): Facts {
  return withBroken(data.facts, rules.brokenSources);
}

/** The descriptions of tabs of a computed month, in the order of `kinds`. */
export function describeMonth(view: MonthView, kinds: readonly OutputKind[]): TabDescription[] {
  const guard = label("madeByAddOn", view.lang);
  return kinds.map((kind) => ({ ...DESCRIBE[kind](view, kinds), guard }));
}

function withoutOutputs(grids: readonly Grid[]): Grid[] {
  return grids.filter((grid) => !isOutput(grid));
}

/** The kinds of rule tabs that a workbook has, with the name of the tab. */
export function listRuleTabs(grids: readonly Grid[]): Map<RuleTabKind, string> {
  const { tabs } = findRuleTabs(grids);
  return new Map([...tabs].map(([kind, { grid }]) => [kind, grid.name]));
}

/** Whether these first rows of a tab are those of a rule tab. */
export function isRuleTab(firstRows: readonly (readonly GridCell[])[]): boolean {
  return isRuleTop(firstRows);
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

/** Every month that Targets or the pasted tabs name, newest first. */
export function offeredMonths(grids: readonly Grid[]): string[] {
  const { tabs, rawGrids } = findRuleTabs(withoutOutputs(grids));
  const months = new Set([...targetMonths(tabs.get("targets")), ...rawGrids.flatMap(monthsOf)]);
  return [...months].sort().reverse();
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
