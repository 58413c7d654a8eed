import type { Grid } from "../engine/grid";
import { forHr, type Issue, issueAt } from "../engine/issue";
import { personKey } from "../engine/name";
import { columnsOf, type RecordTab, recordText } from "./record-tab";

/** One row of the record tab `Questions`. Texts as they stand there. */
export interface QuestionRow {
  /** `2026-10` */
  readonly month: string;
  readonly person: string;
  /** The item or line of pay as its tab names it. */
  readonly line: string;
  readonly question: string;
  readonly askedBy: string;
  /** Local time of the spreadsheet, `2026-11-02 09:30:00`. */
  readonly on: string;
  /** Blank while the question is open. */
  readonly answer: string;
  readonly answeredBy: string;
  /** The row of Adjustments that it led to, as somebody typed it. */
  readonly adjustment: string;
}

const KEYS = [
  "month",
  "person",
  "line",
  "question",
  "askedBy",
  "on",
  "answer",
  "answeredBy",
  "adjustment",
] as const satisfies readonly (keyof QuestionRow)[];

/** The tab `Questions`: a disputed line keeps its question, answer, adjustment and authors. */
export const QUESTIONS_TAB: RecordTab<(typeof KEYS)[number]> = {
  en: "Questions",
  zh: "疑问",
  columns: [
    { key: "month", en: "Month", zh: "月份", width: 80 },
    { key: "person", en: "Person", zh: "员工", width: 110 },
    { key: "line", en: "Line", zh: "项目", width: 140 },
    { key: "question", en: "Question", zh: "疑问", width: 300, wrap: true },
    { key: "askedBy", en: "Asked by", zh: "提问人", width: 170 },
    { key: "on", en: "On", zh: "日期", width: 150 },
    { key: "answer", en: "Answer", zh: "答复", width: 300, wrap: true },
    { key: "answeredBy", en: "Answered by", zh: "答复人", width: 120 },
    { key: "adjustment", en: "Adjustment", zh: "调整", width: 110 },
  ],
};

/** A question with its row on the tab, from 1. */
export interface AskedQuestion extends QuestionRow {
  readonly tab: string;
  readonly row: number;
}

/** The questions of a month that nobody has answered yet, in the order of the tab. */
export function openQuestions(grids: readonly Grid[], month: string): AskedQuestion[] {
  return questionsOf(grids, month).filter(({ answer }) => answer === "");
}

/** Every question about a month's lines, answered or not, in the order of the tab. */
export function questionsOf(grids: readonly Grid[], month: string): AskedQuestion[] {
  const found = columnsOf(grids, QUESTIONS_TAB);
  if (!found) return [];
  const { grid, headerRow, columns } = found;
  return grid.rows.slice(headerRow + 1).flatMap((row, index) => {
    const texts = KEYS.map((key) => [key, recordText(row[columns[key]])] as const);
    const asked = Object.fromEntries(texts) as unknown as QuestionRow;
    const isAbout = asked.month.slice(0, 7) === month && asked.question !== "";
    return isAbout ? [{ ...asked, tab: grid.name, row: headerRow + 2 + index }] : [];
  });
}

/** Whether somebody has put this very question already and waits for the answer. */
export function isAsked(
  open: readonly QuestionRow[],
  { person, line, question }: Pick<QuestionRow, "person" | "line" | "question">,
): boolean {
  return open.some(
    (one) => personKey(one.person) === personKey(person) && one.line === line && one.question === question,
  );
}

/** Open questions as warnings for HR, at their rows. */
export function questionIssues(open: readonly AskedQuestion[]): Issue[] {
  return open.map(({ tab, row, person, line, question, askedBy }) =>
    forHr(issueAt("warning", "question-open", { tab, row }, { person, line, question, by: askedBy })),
  );
}

/** The texts of a row in the order of the tab's columns. */
export function questionCells(row: QuestionRow): string[] {
  return KEYS.map((key) => row[key]);
}
