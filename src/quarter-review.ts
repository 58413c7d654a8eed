/** The grades of a quarter: its last month computed with the two before it, as far as they are settled. */
import { type ClosingMonth, computeClosing, recordedMonths, settledGrids } from "./closing";
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
import { runsOf } from "./life/lost-runs";
import { recordText } from "./life/record-tab";
import type { RunRow } from "./life/runs";
import { isLocked, standingOf } from "./life/states";
import { factsOf, latestMonth } from "./month";
import type { PersonReview, QuarterReview } from "./report/grade-review";
import { isOutput } from "./report/names";
import { readHistory } from "./rules/history";
import { readRules } from "./rules/read";
import { findRuleTabs } from "./rules/tabs";
import type { Lang } from "./text/template";

/** The latest quarter whose last month was generated; else that of the offered month, if it ends one. */
export function latestQuarter(grids: readonly Grid[]): Quarter | null {
  const [ended] = recordedMonths(runsOf(grids)).filter(endsQuarter);
  const month = ended ?? latestMonth(grids);
  return month && endsQuarter(month) ? quarterOf(month) : null;
}

/**
 * Reviews a quarter. Months that are locked, or stand in History, count as they stood: what History lacks of a
 * locked month is taken from its snapshot, and is missing where that is lost. Of the other months counts what comes
 * out of rules and data now. New base pays are those of the Grades in force on the next quarter's first day.
 */
export function computeQuarter(grids: readonly Grid[], quarter: Quarter, lang: Lang): QuarterReview {
  const runs = runsOf(grids);
  const after = rulesAfter(grids, quarter, runs);
  const closed = closedMonths(after.closed);
  const last = quarter.months[2];
  const { filled, lost } = withOpenMonths(grids, quarter, closed, lang);
  const closing = computeClosing(filled, last, lang);
  const { view, prepared } = closing;
  const { book } = prepared.rules;
  const metric =
    book.metricsByName.get(nameKey(book.settings.gradeMetric))?.name ?? book.settings.gradeMetric;
  const lastKnown = closed.some(({ month }) => month === last.text);
  const settled = quarter.months.map((month) => settledMonth(grids, month, closed, { runs, lang, metric }));
  const reviewed = view.result.people.map((one) => ({ one, review: reviewOf(one, settled, book) }));
  return {
    quarter,
    lang: view.lang,
    open: quarter.months.map(({ text }) => text).filter((text) => !isSettled(text, closed, runs)),
    lost: closing.isStored || lastKnown ? lost : [...lost, last.text],
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

/**
 * The tabs with what the months before the last one come to that are not in History, as if they were there; of a
 * locked month whose snapshot is lost nothing but that it was.
 */
function withOpenMonths(
  grids: readonly Grid[],
  { months }: Quarter,
  closed: readonly ClosedMonth[],
  lang: Lang,
): { readonly filled: readonly Grid[]; readonly lost: readonly string[] } {
  const known = new Set(closed.map(({ month }) => month));
  const lost: string[] = [];
  let filled = grids;
  for (const month of months.slice(0, -1)) {
    if (known.has(month.text)) continue;
    const closing = computeClosing(filled, month, lang);
    if (!closing.isStored) lost.push(month.text);
    filled = withHistory(filled, rowsNow(closing));
  }
  return { filled, lost };
}

/** The rows that History would get of a month; one without a person where nobody has any, so that it is there. */
function rowsNow({ isStored, standing, view, prepared }: ClosingMonth): string[][] {
  const { rules } = prepared;
  const rows = isStored
    ? historyRows(view.result, monthFigures(rules.book, factsOf(prepared), rules.closed), "")
    : [];
  return rows.length > 0 ? rows : [[standing.month, "", "", "", "", ""]];
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

/** What a month came to for somebody; null where it is not known. */
type Figures = Pick<QuarterMonth, "attainment" | "score">;

/** A month that counts as it stood. */
interface SettledMonth {
  readonly month: string;
  readonly isLocked: boolean;
  readonly of: (person: string) => Figures;
}

/**
 * A month that is locked or stands in History. What History has counts; where it has no attainment of somebody,
 * the snapshot of a locked month is asked, once. Null for an open month.
 */
function settledMonth(
  grids: readonly Grid[],
  month: Month,
  closed: readonly ClosedMonth[],
  { runs, lang, metric }: { readonly runs: readonly RunRow[]; readonly lang: Lang; readonly metric: string },
): SettledMonth | null {
  const standing = standingOf(runs, month.text);
  const inHistory = closed.find((one) => one.month === month.text);
  if (!inHistory && !isLocked(standing)) return null;
  let stored: ClosedMonth | null | undefined;
  const of = (person: string): Figures => {
    const known = figuresIn(inHistory, person, metric);
    if (known.attainment || !isLocked(standing)) return known;
    // A lost one too is looked for once, and not again for each person.
    if (stored === undefined) stored = storedMonth(grids, month, lang);
    const figures = figuresIn(stored, person, metric);
    return figures.attainment ? figures : known;
  };
  return { month: month.text, isLocked: isLocked(standing), of };
}

function figuresIn(closed: ClosedMonth | null | undefined, person: string, metric: string): Figures {
  const values = closed?.people.get(personKey(person))?.values;
  const number = (name: string): Exact | null => {
    const value = values?.get(nameKey(name));
    return value instanceof Exact ? value : null;
  };
  return { attainment: number(`ATTAINMENT(${metric})`), score: number("score") };
}

/** A locked month out of its snapshot, as History would hold it; null where the snapshot is lost. */
function storedMonth(grids: readonly Grid[], month: Month, lang: Lang): ClosedMonth | null {
  const closing = computeClosing(grids, month, lang);
  const [tab] = closing.isStored ? withHistory([], rowsNow(closing)) : [];
  return tab ? readHistory(tab, monthOfDay(month.last + 1)) : null;
}

/**
 * A person's review with the months that count as they stood. The last month of a quarter that was typed into
 * History without an attainment is what comes out now, like an open one.
 */
function reviewOf(
  { person, gradeReview }: PersonResult,
  settled: readonly (SettledMonth | null)[],
  { grades, settings }: RuleBook,
): GradeReview | null {
  if (!gradeReview) return null;
  const months = gradeReview.months.map((month, index): QuarterMonth => {
    const known = settled[index];
    const figures = known?.of(person);
    if (!known || !figures || (!figures.attainment && !known.isLocked)) return month;
    const part = month.part ? { part: month.part } : {};
    return { month: known.month, ...figures, met: monthMet(figures, settings), ...part };
  });
  return reviewQuarter(grades, gradeReview.grade.name, months);
}

function personReview({ person, team }: PersonResult, review: GradeReview, after: RuleBook): PersonReview {
  const next = review.next ? findGrade(after.grades, review.next.name) : null;
  const isSound = next !== null && next.problems.length === 0;
  return { person, team, review, nextBasePay: isSound ? next.basePay : null };
}
