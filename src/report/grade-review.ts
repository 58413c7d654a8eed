import { isoOfDay } from "../engine/calendar";
import { Exact } from "../engine/exact";
import type { GradeReview, QuarterMonth } from "../engine/grades";
import type { Quarter } from "../engine/quarter";
import { label } from "../text/labels";
import { readAccept, reviewVariants, reviewWord } from "../text/review-words";
import type { Lang } from "../text/template";
import { amount, percent } from "./amounts";
import { LOOKS, TAB_COLORS } from "./looks";
import { reviewStamps } from "./names";
import {
  type CellStyle,
  type OwnedBlock,
  shorten,
  type TabCell,
  type TabDescription,
  TabRows,
  text,
  widthRuns,
} from "./tab";

/** Somebody's quarter, and what the grade after it pays. */
export interface PersonReview {
  readonly person: string;
  readonly team: string;
  readonly review: GradeReview;
  /** Base pay of the grade after it on the first day of the next quarter; null without one. */
  readonly nextBasePay: Exact | null;
}

/** A quarter of everybody. */
export interface QuarterReview {
  readonly quarter: Quarter;
  /** Language of the tabs. */
  readonly lang: Lang;
  /** Months that are neither locked nor in History: what hangs on them is provisional. */
  readonly open: readonly string[];
  /** Locked months of which neither History nor the snapshot is left: they count for nobody. */
  readonly lost: readonly string[];
  /** By Setting the score decides as well. */
  readonly needsScore: boolean;
  /** In the order of Staff. */
  readonly people: readonly PersonReview[];
  /** People without a grade that can be reviewed. */
  readonly ungraded: readonly string[];
}

/**
 * What becomes of an outcome on Staff. `open` waits for HR; `done` and `other` found a row that begins
 * with the next quarter, `other` with another grade; `flag` and `stays` ask for no row.
 */
export type MoveState = "open" | "done" | "other" | "flag" | "stays" | "left" | "changed" | "unreadable";

/** An outcome beside Staff. */
export interface Move {
  readonly state: MoveState;
  /** The Staff row that it speaks of; null for none. */
  readonly row: number | null;
  /** The grade of that row. */
  readonly grade: string;
  /** A base pay of the person's own, which no move changes; null where the grade's holds. */
  readonly ownPay: Exact | null;
}

/** One row of the tab. */
export interface ReviewLine {
  readonly one: PersonReview;
  readonly move: Move;
  /** What HR typed under Accept. */
  readonly accept: string;
}

/** Row of the headers; people follow. */
const HEADER_ROW = 6;
const MONTH_WIDTH = 130;
const WIDTHS = { before: [120, 110, 70], after: [80, 120, 90, 110, 100, 420, 80, 200] } as const;
const FIRST_MONTH = WIDTHS.before.length + 1;
const ACCEPT = FIRST_MONTH + 3 + WIDTHS.after.length - 2;

/** The tab of a quarter: everybody's evidence and outcome, with HR's own column Accept. */
export function describeReview(review: QuarterReview, lines: readonly ReviewLine[]): TabDescription {
  const { quarter, lang } = review;
  const widths = [...WIDTHS.before, ...quarter.months.map(() => MONTH_WIDTH), ...WIDTHS.after];
  const rows = new TabRows(widths.length);
  const stamps = reviewStamps(quarter.text);
  const name = `${label("tab.review", lang)} ${quarter.text}`;
  addHeading(rows, name, review);
  const people = new Map<string, number>();
  for (const line of lines) people.set(shorten(line.one.person), rows.add(lineCells(line, review)));
  const owned = ownedBlock(people);
  return {
    name,
    stamps,
    kind: "review",
    rows: rows.rows,
    columnCount: widths.length,
    widths: widthRuns(widths),
    frozenRows: HEADER_ROW,
    frozenColumns: 1,
    borders: [],
    conditional: [],
    owned,
    typedSums: [],
    kept: null,
    tabColor: TAB_COLORS.checks,
    lists: acceptList(lines.length, lang),
    guard: label("madeByAddOn", lang),
  };
}

function addHeading(rows: TabRows, name: string, review: QuarterReview): void {
  const { quarter, lang, open, lost, ungraded } = review;
  const months = quarter.months.map((month) => month.text).join(", ");
  const from = isoOfDay(quarter.next);
  rows.add([text(name, LOOKS.title)]);
  rows.add([text(reviewWord("stateLine", lang, { quarter: quarter.text, months, from }), LOOKS.subtitle)]);
  const warnings = [
    ...(lost.length > 0 ? [reviewWord("lost", lang, { months: lost.join(", ") })] : []),
    ...(open.length > 0 ? [reviewWord("provisional", lang, { months: open.join(", ") })] : []),
  ];
  rows.add([
    warnings.length > 0
      ? text(warnings.join(" "), LOOKS.warn)
      : text(reviewWord("settled", lang), LOOKS.good),
  ]);
  rows.add([text(reviewWord("how", lang), LOOKS.muted)]);
  const people = ungraded.join(lang === "zh" ? "、" : ", ");
  rows.add(people === "" ? [] : [text(reviewWord("ungraded", lang, { people }), LOOKS.warn)]);
  addHeaders(rows, review);
}

function addHeaders(rows: TabRows, { quarter, lang }: QuarterReview): void {
  const left = (key: Parameters<typeof reviewWord>[0]) => text(reviewWord(key, lang), LOOKS.header);
  rows.add([
    ...(["person", "team", "grade"] as const).map(left),
    ...quarter.months.map((month) => text(month.text, LOOKS.header)),
    ...(["met", "outcome", "nextGrade"] as const).map(left),
    text(reviewWord("nextPay", lang), LOOKS.headerRight),
    ...(["from", "letter"] as const).map(left),
    text(reviewWord("accept", lang), LOOKS.creamHeaderLeft),
    left("done"),
  ]);
}

function lineCells(line: ReviewLine, { quarter, lang, needsScore }: QuarterReview): TabCell[] {
  const { one, move } = line;
  const { review } = one;
  const pay = payAfter(line);
  const moves = isMove(review);
  return [
    text(shorten(one.person), LOOKS.strongWrapped),
    text(shorten(one.team), LOOKS.wrapped),
    text(review.grade.name, LOOKS.wrapped),
    ...review.months.map((month) => monthCell(month, needsScore, lang)),
    text(reviewWord("metOf", lang, { met: review.met, counted: review.counted }), LOOKS.center),
    text(reviewWord(`outcome.${review.outcome}`, lang), outcomeLook(review)),
    text(review.next?.name ?? "–", moves ? LOOKS.strong : LOOKS.text),
    text(pay ? amount(pay, "money") : "–", { ...LOOKS.text, align: "right" }, ownNote(move, lang)),
    text(moves ? isoOfDay(quarter.next) : "–", LOOKS.text),
    text(letterOf(line, quarter, lang) + lookFirst(review, lang), LOOKS.wrapped),
    { kind: "blank", value: "", style: LOOKS.creamText },
    text(doneOf(line, lang), move.state === "done" ? LOOKS.good : LOOKS.wrapped),
  ];
}

/** Whether an outcome asks for a row on Staff. */
export function isMove({ outcome }: GradeReview): boolean {
  return outcome === "promote" || outcome === "demote";
}

/** Base pay after the review: the person's own where there is one, else that of the grade; null without a grade. */
export function payAfter({ one, move }: Pick<ReviewLine, "one" | "move">): Exact | null {
  return one.review.next ? (move.ownPay ?? one.nextBasePay) : null;
}

function ownNote({ ownPay }: Move, lang: Lang): string | undefined {
  return ownPay ? reviewWord("ownPay", lang, { pay: amount(ownPay, "money") }) : undefined;
}

function outcomeLook({ outcome }: GradeReview): CellStyle {
  if (outcome === "promote" || outcome === "top") return LOOKS.good;
  return outcome === "hold" ? LOOKS.text : LOOKS.warn;
}

/** `✓ 125.03%`, with the score behind it where it decides too; `–` for a month that does not count. */
function monthCell({ attainment, score, met, part }: QuarterMonth, needsScore: boolean, lang: Lang): TabCell {
  const mark = met === null ? "–" : met ? "✓" : "✕";
  const parts = [attainment ? attainmentText(attainment) : "", needsScore && score ? score.toFixed(2) : ""];
  const shown = parts.filter((part) => part !== "").join(" · ");
  const look = met === null ? LOOKS.muted : met ? LOOKS.good : LOOKS.warn;
  const isPart = part !== undefined && met !== null;
  const flag = isPart ? " ⚑" : "";
  return text(
    shown === "" ? mark : `${mark} ${shown}${flag}`,
    look,
    isPart ? partText(part, lang) : undefined,
  );
}

function partText({ days, of }: NonNullable<QuarterMonth["part"]>, lang: Lang): string {
  return reviewWord("partMonth", lang, { days, of });
}

/** Asks HR to look at months that are not met where the person was there on some of their days only. */
function lookFirst({ months }: GradeReview, lang: Lang): string {
  const told = months.flatMap(({ month, met, part }) =>
    part && met === false
      ? [lang === "zh" ? `${month} ${partText(part, lang)}` : `${month}: ${partText(part, lang)}`]
      : [],
  );
  if (told.length === 0) return "";
  return `\n${reviewWord("lookFirst", lang, { months: told.join(lang === "zh" ? "；" : "; ") })}`;
}

/** A percentage to 2 decimals, or more where it takes more to stand apart from 100 %. */
function attainmentText(value: Exact): string {
  return percent(value, 2, [Exact.ONE]);
}

function letterOf(line: ReviewLine, quarter: Quarter, lang: Lang): string {
  const { one } = line;
  const { outcome, grade, next, met, counted } = one.review;
  const pay = payAfter(line);
  return reviewWord(`letter.${outcome}`, lang, {
    person: one.person,
    quarter: quarter.text,
    from: isoOfDay(quarter.next),
    grade: grade.name,
    next: next?.name ?? "",
    pay: pay && !line.move.ownPay ? amount(pay, "money") : "",
    met,
    counted,
  });
}

/** What became of the row: only a move that waits for HR has nothing to say. */
function doneOf({ move, accept }: ReviewLine, lang: Lang): string {
  const { state, row, grade } = move;
  if (state === "flag" || state === "stays")
    return readAccept(accept) === "yes" ? reviewWord(`done.${state}`, lang) : "";
  if (state !== "open") return reviewWord(`done.${state}`, lang, { row: row ?? "", grade });
  return readAccept(accept) === "unclear" ? reviewWord("done.unclear", lang, { found: accept }) : "";
}

function ownedBlock(people: ReadonlyMap<string, number>): OwnedBlock {
  return {
    headerRow: HEADER_ROW,
    personColumn: 1,
    personHeaders: reviewVariants("person"),
    columns: [{ column: ACCEPT, headers: reviewVariants("accept"), kind: "text" }],
    endLabels: [],
    rows: people,
  };
}

function acceptList(people: number, lang: Lang): NonNullable<TabDescription["lists"]> {
  if (people === 0) return [];
  const values = [reviewWord("yes", lang), reviewWord("no", lang)];
  const area = { row: HEADER_ROW + 1, column: ACCEPT, rows: people, columns: 1 };
  return [{ area, values, help: reviewWord("how", lang) }];
}
