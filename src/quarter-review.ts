/** The grades of a quarter: its last month computed with the two before it, as far as they are settled. */
import { computeClosing, recordedMonths, settledGrids } from "./closing";
import { type Month, monthOfDay } from "./engine/calendar";
import { Exact } from "./engine/exact";
import { monthFigures } from "./engine/figures";
import { findGrade, type GradeReview, monthMet, type QuarterMonth, reviewQuarter } from "./engine/grades";
import type { Grid } from "./engine/grid";
import { type ClosedMonth, closedMonths } from "./engine/history";
import { headerKey, nameKey, personKey } from "./engine/name";
import type { RuleBook } from "./engine/plan";
import { endsQuarter, type Quarter, quarterOf } from "./engine/quarter";
import type { PersonResult } from "./engine/result";
import { HISTORY_TAB, historyRows } from "./life/history-rows";
import { recordText } from "./life/record-tab";
import { type RunRow, readRuns } from "./life/runs";
import { isLocked, standingOf } from "./life/states";
import { factsOf, latestMonth } from "./month";
import type { PersonReview, QuarterReview } from "./report/grade-review";
import { isOutput } from "./report/names";
import { readRules } from "./rules/read";
import { findRuleTabs } from "./rules/tabs";
import type { Lang } from "./text/template";

/** The latest quarter whose last month was generated; else that of the offered month, if it ends one. */
export function latestQuarter(grids: readonly Grid[]): Quarter | null {
  const [ended] = recordedMonths(readRuns(grids)).filter(endsQuarter);
  const month = ended ?? latestMonth(grids);
  return month && endsQuarter(month) ? quarterOf(month) : null;
}

/**
 * Reviews a quarter. Months that are locked, or stand in History, count as they stood; of the others
 * what comes out of rules and data now. New base pays are those of the Grades in force on the next
 * quarter's first day.
 */
export function computeQuarter(grids: readonly Grid[], quarter: Quarter, lang: Lang): QuarterReview {
  const runs = readRuns(grids);
  const after = rulesAfter(grids, quarter, runs);
  const closed = closedMonths(after.closed);
  const last = quarter.months[2];
  const filled = withOpenMonths(grids, quarter, closed, lang);
  const { view, prepared } = computeClosing(filled, last, lang);
  const { book } = prepared.rules;
  const settled = closed.find(({ month }) => month === last.text) ?? null;
  const reviewed = view.result.people.map((one) => ({ one, review: reviewOf(one, settled, book) }));
  return {
    quarter,
    lang: view.lang,
    open: quarter.months.map(({ text }) => text).filter((text) => !isSettled(text, closed, runs)),
    needsScore: book.settings.gradeMet !== "attainment",
    people: reviewed.flatMap(({ one, review }) => (review ? [personReview(one, review, after.book)] : [])),
    ungraded: reviewed.flatMap(({ one, review }) => (review ? [] : [one.person])),
  };
}

/** The rules of the first month after a quarter: its Grades, and History up to the quarter's end. */
function rulesAfter(grids: readonly Grid[], { next }: Quarter, runs: readonly RunRow[]) {
  const settled = settledGrids(grids, runs).filter((grid) => !isOutput(grid));
  return readRules(settled, monthOfDay(next));
}

function isSettled(month: string, closed: readonly ClosedMonth[], runs: readonly RunRow[]): boolean {
  return closed.some((one) => one.month === month) || isLocked(standingOf(runs, month));
}

/** The tabs with what the open months before the last one come to now, as if they were in History. */
function withOpenMonths(
  grids: readonly Grid[],
  { months }: Quarter,
  closed: readonly ClosedMonth[],
  lang: Lang,
): readonly Grid[] {
  const known = new Set(closed.map(({ month }) => month));
  return months
    .slice(0, -1)
    .filter(({ text }) => !known.has(text))
    .reduce<readonly Grid[]>((filled, month) => withHistory(filled, rowsNow(filled, month, lang)), grids);
}

/** The rows that History would get of a month; one without a person where nobody has any, so that it is there. */
function rowsNow(grids: readonly Grid[], month: Month, lang: Lang): string[][] {
  const { view, prepared } = computeClosing(grids, month, lang);
  const { rules } = prepared;
  const rows = historyRows(view.result, monthFigures(rules.book, factsOf(prepared), rules.closed), "");
  return rows.length > 0 ? rows : [[month.text, "", "", "", "", ""]];
}

function withHistory(grids: readonly Grid[], rows: readonly (readonly string[])[]): Grid[] {
  const history = findRuleTabs(grids).historyGrid;
  const header = history?.rows[0];
  const own = HISTORY_TAB.columns;
  if (!history || !header)
    return [
      ...grids.filter((grid) => grid !== history),
      { name: HISTORY_TAB.en, rows: [own.map(({ en }) => en), ...rows] },
    ];
  const places = header.map((cell) => {
    const text = headerKey(recordText(cell));
    return own.findIndex(({ en, zh }) => text === headerKey(en) || text === headerKey(zh));
  });
  const more = rows.map((row) => places.map((place) => row[place] ?? ""));
  return grids.map((grid) => (grid === history ? { ...history, rows: [...history.rows, ...more] } : grid));
}

/** A person's review, with the last month as it was locked where History holds it. */
function reviewOf(
  { person, gradeReview }: PersonResult,
  settled: ClosedMonth | null,
  { grades, settings, metricsByName }: RuleBook,
): GradeReview | null {
  if (!gradeReview || !settled) return gradeReview ?? null;
  const metric = metricsByName.get(nameKey(settings.gradeMetric))?.name ?? settings.gradeMetric;
  const values = settled.people.get(personKey(person))?.values;
  const attainment = values?.get(nameKey(`ATTAINMENT(${metric})`));
  const score = values?.get("score");
  if (!(attainment instanceof Exact)) return gradeReview;
  const figures = { attainment, score: score instanceof Exact ? score : null };
  const month: QuarterMonth = { month: settled.month, ...figures, met: monthMet(figures, settings) };
  return reviewQuarter(grades, gradeReview.grade.name, [...gradeReview.months.slice(0, -1), month]);
}

function personReview({ person, team }: PersonResult, review: GradeReview, after: RuleBook): PersonReview {
  const next = review.next ? findGrade(after.grades, review.next.name) : null;
  const isSound = next !== null && next.problems.length === 0;
  return { person, team, review, nextBasePay: isSound ? next.basePay : null };
}
