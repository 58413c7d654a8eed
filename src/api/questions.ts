/** Questions about a line of somebody's month: asked in the sidebar, kept on the tab Questions. */
import { parseMonth } from "../engine/calendar";
import type { Grid } from "../engine/grid";
import { isAsked, openQuestions, QUESTIONS_TAB, type QuestionRow, questionCells } from "../life/questions";
import { wallClock } from "../sheets/dates";
import type { Services } from "../sheets/surface";
import { commitTabs } from "../sheets/writer";
import { recordOf } from "../steps";
import { answerWord } from "../text/answers";
import type { Lang } from "../text/template";
import type { DoneAnswer, Refusal } from "./contract";
import { refusal } from "./desk";
import { type Payload, textOf } from "./payload";

const LONGEST_QUESTION = 1000;

/**
 * The request `ask`: adds a row to Questions. A question that stands there already and waits for its
 * answer is not added again.
 */
export function askQuestion(
  services: Services,
  grids: readonly Grid[],
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
  if (isAsked(openQuestions(grids, month), { person, line, question })) return answer;
  const row = {
    ...asking(services),
    month,
    person,
    line,
    question,
    answer: "",
    answeredBy: "",
    adjustment: "",
  };
  return append(services, row, lang) ?? answer;
}

function asking(services: Services): Pick<QuestionRow, "askedBy" | "on"> {
  const zone = services.SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  return { askedBy: services.Session.getActiveUser().getEmail(), on: wallClock(new Date(), zone) };
}

/** Adds the row; null where it is there. */
function append(services: Services, row: QuestionRow, lang: Lang): Refusal | null {
  const records = [recordOf(QUESTIONS_TAB, lang, [questionCells(row)])];
  const outcome = commitTabs(services, [], "raw", { records, watched: null });
  return outcome.kind === "done" ? null : refusal({ code: "run.busy" }, lang);
}
