import { lostPoints } from "../engine/diagnosis-items";
import { Exact } from "../engine/exact";
import { nameKey } from "../engine/name";
import type { ItemResult, PersonResult } from "../engine/result";
import { amount } from "../report/amounts";
import { textBar } from "../report/figures";
import { LOOKS, TAB_COLORS } from "../report/looks";
import { stateLine } from "../report/reasons";
import { number, shorten, type TabCell, type TabDescription, TabRows, text, widthRuns } from "../report/tab";
import type { MonthView } from "../report/view";
import { fitWidth } from "../report/wrap";
import type { Lang } from "../text/labels";
import { shareWord } from "../text/share-words";

const BAR_WIDTH = 150;
/** Scores are counted in steps of ten points from here on; lower ones together. */
const LOWEST = 60;
const HIGHEST = 100;
const STEP = 10;

/** An item as the dashboard knows it: items of one name are one column. */
interface Column {
  readonly key: string;
  readonly name: string;
}

/** The dashboard of a team: who is on target, how scores spread, which items cost points. */
export function describeDashboard(view: MonthView): TabDescription {
  const { result, checked, lang } = view;
  const columns = columnsOf(result.people);
  const rows = new TabRows(Math.max(3, columns.length + 2));
  const name = shareWord("dashboard", lang, { month: result.month.text });
  rows.add([text(name, LOOKS.title)]);
  rows.add([text(stateLine(result, checked, lang), LOOKS.subtitle)]);
  for (const line of teamLines(view)) rows.add([text(line, LOOKS.text)]);
  addTargets(rows, result.people, columns, lang);
  addSpread(rows, result.people, lang);
  addLost(rows, result.people, columns, lang);
  const names = [...result.people.map(({ person }) => person), ...columns.map((column) => column.name)];
  const widths = [fitWidth(names, 150, 240), ...Array<number>(rows.columnCount - 1).fill(BAR_WIDTH)];
  return {
    name,
    stamps: [],
    kind: "scorecard",
    rows: rows.rows,
    columnCount: rows.columnCount,
    widths: widthRuns(widths),
    frozenRows: 2,
    frozenColumns: 1,
    borders: [],
    conditional: [],
    owned: null,
    typedSums: [],
    kept: null,
    tabColor: TAB_COLORS.scorecard,
  };
}

/** A line for each team whose average may be shown: heads and score. */
function teamLines({ result, lang }: MonthView): string[] {
  const listed = new Set(result.people.map(({ team }) => team));
  return result.diagnosis.teams().flatMap(({ team, heads, score }) => {
    if (!score || !listed.has(team)) return [];
    const said = shareWord("averageScore", lang, { score: amount(score, "points") });
    return [[shorten(team), shareWord("heads", lang, { n: String(heads) }), said].join(" · ")];
  });
}

function columnsOf(people: readonly PersonResult[]): Column[] {
  const found = new Map<string, Column>();
  for (const { item: name, kind } of people.flatMap(({ items }) => items)) {
    const key = nameKey(name);
    if (kind !== "gate" && !found.has(key)) found.set(key, { key, name });
  }
  return [...found.values()];
}

function itemOf({ items }: PersonResult, { key }: Column): ItemResult | null {
  return items.find(({ item }) => nameKey(item) === key) ?? null;
}

function addTargets(
  rows: TabRows,
  people: readonly PersonResult[],
  columns: readonly Column[],
  lang: Lang,
): void {
  const shares = people.flatMap(({ items }) => items.flatMap(({ attainment }) => attainment ?? []));
  const met = shares.filter((share) => share.atLeast(Exact.ONE)).length;
  const finding =
    shares.length === 0
      ? shareWord("noTargets", lang)
      : shareWord("onTarget", lang, { n: String(met), all: String(shares.length) });
  addTitle(rows, shareWord("whoIsOnTarget", lang), finding);
  if (shares.length === 0) return;
  rows.add([
    text(shareWord("person", lang), LOOKS.header),
    text(shareWord("score", lang), LOOKS.headerRight),
    ...columns.map(({ name }) => text(shorten(name), LOOKS.headerCenter)),
  ]);
  for (const person of people) rows.add([...personCells(person), ...columns.map(barOf(person))]);
}

function personCells({ person, score }: PersonResult): TabCell[] {
  const name = text(shorten(person), LOOKS.strongWrapped);
  return [name, score ? number(score.toNumber(), LOOKS.points) : text("–", LOOKS.mutedRight)];
}

function barOf(person: PersonResult): (column: Column) => TabCell | null {
  return (column) => {
    const attainment = itemOf(person, column)?.attainment ?? null;
    return attainment ? text(textBar(attainment), LOOKS.center) : null;
  };
}

function addTitle(rows: TabRows, title: string, finding: string): void {
  rows.skip();
  rows.add([text(title, LOOKS.section)]);
  if (finding !== "") rows.add([text(finding, LOOKS.text)]);
}

function addSpread(rows: TabRows, people: readonly PersonResult[], lang: Lang): void {
  addTitle(rows, shareWord("howSpread", lang), "");
  rows.add([
    text(shareWord("scoreBand", lang), LOOKS.header),
    text(shareWord("count", lang), LOOKS.headerRight),
    text("", LOOKS.header),
  ]);
  for (const [words, count] of spreadOf(people, lang)) {
    rows.add([
      text(words, LOOKS.text),
      number(count, LOOKS.whole),
      text("█".repeat(Math.min(30, count)), LOOKS.text),
    ]);
  }
}

/** How many people have a score in each step, the highest first; people without one last. */
function spreadOf(people: readonly PersonResult[], lang: Lang): [string, number][] {
  const counts = new Map<number, number>();
  for (const { score } of people) {
    const step = score === null ? -1 : stepOf(score);
    counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  const steps: [string, number][] = [];
  for (let from = HIGHEST; from >= LOWEST - STEP; from -= STEP)
    steps.push([stepWords(from, lang), counts.get(from) ?? 0]);
  const without = counts.get(-1) ?? 0;
  return without > 0 ? [...steps, [shareWord("noScore", lang), without]] : steps;
}

/** The step of an exact score: exactly 90 is in the step from 90. */
function stepOf(score: Exact): number {
  for (let from = HIGHEST; from >= LOWEST; from -= STEP) if (score.atLeast(Exact.integer(from))) return from;
  return LOWEST - STEP;
}

function stepWords(from: number, lang: Lang): string {
  if (from === HIGHEST) return shareWord("from", lang, { from: String(from) });
  if (from < LOWEST) return shareWord("below", lang, { to: String(LOWEST) });
  return shareWord("between", lang, { from: String(from), to: String(from + STEP) });
}

function addLost(
  rows: TabRows,
  people: readonly PersonResult[],
  columns: readonly Column[],
  lang: Lang,
): void {
  const lost = columns
    .map((column) => ({ column, lost: lostOf(people, column) }))
    .filter((one) => one.lost.sign() > 0)
    .sort((a, b) => b.lost.compare(a.lost));
  const [most] = lost;
  const finding = most
    ? shareWord("mostLost", lang, { item: shorten(most.column.name, 40), lost: amount(most.lost, "points") })
    : shareWord("nothingLost", lang);
  addTitle(rows, shareWord("whatCosts", lang), finding);
  if (!most) return;
  rows.add([
    text(shareWord("item", lang), LOOKS.header),
    text(shareWord("lost", lang), LOOKS.headerRight),
    text("", LOOKS.header),
  ]);
  for (const one of lost) {
    const bar = text(textBar(one.lost.over(most.lost)), LOOKS.center);
    rows.add([text(shorten(one.column.name), LOOKS.text), number(one.lost.toNumber(), LOOKS.points), bar]);
  }
}

function lostOf(people: readonly PersonResult[], column: Column): Exact {
  const items = people.flatMap(({ items: own }) => own.filter(({ item }) => nameKey(item) === column.key));
  return Exact.sum(items.flatMap((item) => lostPoints(item) ?? []));
}
