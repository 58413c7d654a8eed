/** Questions about a line of somebody's month: asked in the sidebar, kept on the tab Questions. */
import { parseMonth } from "../engine/calendar";
import type { Grid } from "../engine/grid";
import { personKey } from "../engine/name";
import {
  isAsked,
  openQuestions,
  QUESTIONS_TAB,
  type QuestionRow,
  questionCells,
  questionsOf,
} from "../life/questions";
import { columnsOf } from "../life/record-tab";
import { wallClock } from "../sheets/dates";
import type { Services } from "../sheets/surface";
import { commitTabs } from "../sheets/writer";
import { recordOf } from "../steps";
import { answerWord } from "../text/answers";
import type { Lang } from "../text/template";
import type { DoneAnswer, LineQuestion, Refusal } from "./contract";
import { refusal } from "./desk";
import { type Payload, textOf } from "./payload";

const LONGEST_QUESTION = 1000;

/** So many times others may be faster before the person is told that the workbook is busy. */
const MOST_TRIES = 3;

/**
 * The request `ask`: adds a row to Questions. A question that stands there already and waits for its
 * answer is not added again, not even by a second click before the first is done: what was read counts
 * only while nobody has added a row, which is looked at under the lock.
 */
export function askQuestion(
  services: Services,
  read: () => readonly Grid[],
  request: Payload,
  lang: Lang,
): DoneAnswer | Refusal {
  const month = parseMonth(textOf(request.month))?.text;
  if (month === undefined)
    return refusal({ code: "run.bad-month", found: textOf(request.month) }, lang, "month");
  const [person, line] = [textOf(request.person), textOf(request.line)];
  const question = textOf(request.question, LONGEST_QUESTION);
  if (person === "" || line === "") return refusal({ code: "question.no-line" }, lang, "line");
  if (question === "") return refusal({ code: "question.blank" }, lang, "question");
  const answer: DoneAnswer = { ok: true, message: answerWord("asked", lang, { tab: QUESTIONS_TAB[lang] }) };
  const asked = { ...asking(services), month, person, line, question };
  const row: QuestionRow = { ...asked, answer: "", answeredBy: "", adjustment: "" };
  return addOnce(services, read, row, lang) ? answer : refusal({ code: "run.busy" }, lang);
}

/** Whether the question stands on its tab now, as one that waits for its answer. */
function addOnce(services: Services, read: () => readonly Grid[], row: QuestionRow, lang: Lang): boolean {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const grids = read();
    if (isAsked(openQuestions(grids, row.month), row)) return true;
    const rows = columnsOf(grids, QUESTIONS_TAB)?.grid.rows.length ?? 0;
    const watched = { tab: recordOf(QUESTIONS_TAB, lang, []), rows };
    const records = [recordOf(QUESTIONS_TAB, lang, [questionCells(row)])];
    const outcome = commitTabs(services, [], "raw", { records, watched });
    if (outcome.kind !== "overtaken") return outcome.kind === "done";
  }
  return false;
}

/** What was asked about a line of somebody's month, as the contract has it. */
export function questionsAbout(
  grids: readonly Grid[],
  month: string,
  about: { readonly person: string; readonly name: string },
): LineQuestion[] {
  return questionsOf(grids, month)
    .filter(({ person, line }) => personKey(person) === personKey(about.person) && line === about.name)
    .map(({ question, askedBy, on, answer, answeredBy, adjustment, tab, row }) => ({
      question,
      askedBy,
      on,
      answer,
      answeredBy,
      adjustment,
      at: { tab, cell: `${row}:${row}` },
    }));
}

function asking(services: Services): Pick<QuestionRow, "askedBy" | "on"> {
  const zone = services.SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  return { askedBy: services.Session.getActiveUser().getEmail(), on: wallClock(new Date(), zone) };
}
