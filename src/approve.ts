/** The menu's dialogs for the life of a month: what comes next, asked one question at a time. */

import type { LifeAnswer } from "./api/contract";
import { isRefusal, openDesk, refusal } from "./api/desk";
import { describeLife, restoreMonthTabs, takeStep } from "./api/life";
import { readAll } from "./api/requests";
import { type ClosingMonth, recordedMonths } from "./closing";
import { askText, askYesNo, say, showToast } from "./dialogs";
import { runsOf } from "./life/lost-runs";
import type { RunRow } from "./life/runs";
import type { Step } from "./life/states";
import { userLang } from "./menu";
import { latestMonth } from "./month";
import { grouped } from "./report/amounts";
import type { Services } from "./sheets/surface";
import { changedToldOf, lostToldOf } from "./steps";
import { label } from "./text/labels";
import { type LifeWord, lifeWord } from "./text/life-words";
import type { Lang } from "./text/template";

/** What the person decided: a step with its reason, or nothing. */
interface Decision {
  readonly step: Step;
  readonly reason: string;
}

/** Asks for the month, shows where it stands, offers its next step and takes it. Returns JSON text. */
export function askAndAdvance(services: Services): string {
  const lang = userLang(services);
  const grids = readAll(services);
  const [recorded = latestMonth(grids)] = recordedMonths(runsOf(grids));
  const offered = recorded?.text ?? "";
  const typed = askText(services, lang, lifeWord("askMonth", lang, { month: offered }));
  if (typed === null) return JSON.stringify({ ok: false });
  const desk = openDesk(grids, typed || offered, lang);
  if (isRefusal(desk)) return say(services, lang, desk.error, desk);
  const life = describeLife(services, desk);
  const { lost } = desk.closing;
  const restores = life.edited && askYesNo(services, lang, restoreQuestion(life, lang));
  if (restores === null) return JSON.stringify(life);
  if (restores) return restore(services, desk.closing, lang);
  const decision =
    lost && life.next === null
      ? decideLost(services, lang, desk.closing, lost)
      : life.isStale
        ? decideStale(services, lang, life, desk.closing)
        : decide(services, lang, life);
  if (!decision) return JSON.stringify(life);
  const answer = takeStep(services, desk, decision.step, decision.reason);
  if (isRefusal(answer)) return say(services, lang, answer.error, answer);
  const values = {
    month: answer.month,
    state: label(answer.state === "none" ? "draft" : answer.state, lang),
  };
  const words = lifeWord(TOASTS[decision.step] ?? "done", lang, values);
  showToast(services, lang, words);
  return JSON.stringify(answer);
}

/** What is said of a step in words of its own. */
const TOASTS: Readonly<Partial<Record<Step, LifeWord>>> = { reopen: "reopened", generate: "generatedAgain" };

/** What was typed over the tabs of a locked month, and whether they are to be written again. */
export function restoreQuestion({ month, edited = [] }: LifeAnswer, lang: Lang): string {
  const lines = edited.map(({ at, more, ...cell }) =>
    lifeWord("editedLine", lang, { ...at, ...cell, n: more > 0 ? more : "" }),
  );
  return [lifeWord("edited", lang, { month }), ...lines, "", lifeWord("askRestore", lang, { month })].join(
    "\n",
  );
}

/** Writes a locked month's tabs again and tells so. Returns JSON text. */
export function restore(services: Services, closing: ClosingMonth, lang: Lang): string {
  const answer = restoreMonthTabs(services, closing, lang);
  if (isRefusal(answer)) return say(services, lang, answer.error, answer);
  showToast(services, lang, lifeWord("restored", lang, { month: answer.month }));
  return JSON.stringify(answer);
}

const QUESTIONS: Readonly<Partial<Record<string, { readonly word: LifeWord; readonly step: Step }>>> = {
  draft: { word: "askCheck", step: "check" },
  checked: { word: "askApprove", step: "approve" },
  approved: { word: "askPay", step: "pay" },
};

/** A month whose tabs show something else than what comes out now cannot be judged: it is generated again, or left. */
function decideStale(
  services: Services,
  lang: Lang,
  life: LifeAnswer,
  closing: ClosingMonth,
): Decision | null {
  const { error: said } = refusal(changedToldOf(closing), lang);
  const question = [summaryOf(life, lang), said, "", lifeWord("askGenerate", lang, { month: life.month })];
  return askYesNo(services, lang, question.join("\n")) ? { step: "generate", reason: "" } : null;
}

function summaryOf({ month, state, by, at, people, held, total }: LifeAnswer, lang: Lang): string {
  const named = label(state === "none" ? "draft" : state, lang);
  return lifeWord("summary", lang, { month, state: named, by, at, people, held, ...shownAmounts({ total }) });
}

function decide(services: Services, lang: Lang, life: LifeAnswer): Decision | null {
  if (life.state === "none") return { step: "check", reason: "" };
  const { month, state, by, at, held, total } = life;
  const summary = summaryOf(life, lang);
  const note =
    (held > 0 ? `\n${lifeWord("heldNote", lang)}` : "") +
    questionNote(life, lang) +
    paidBeforeNote(life, lang);
  const question = QUESTIONS[state];
  if (question) {
    const text = `${summary}${note}\n\n${lifeWord(question.word, lang)}`;
    const answer = askYesNo(services, lang, text);
    if (answer) return { step: question.step, reason: "" };
    if (state !== "approved" || answer === null) return null;
  }
  const paid =
    state === "paid"
      ? `\n${lifeWord("reopenPaid", lang, { month, by, at, ...shownAmounts({ total }) })}`
      : "";
  const reason = askText(services, lang, `${summary}${paid}\n\n${lifeWord("askReopen", lang, { month })}`);
  return reason === null ? null : { step: "reopen", reason };
}

/** Of a month whose approval Runs has lost nothing is offered but to reopen it, which records it anew. */
function decideLost(services: Services, lang: Lang, closing: ClosingMonth, lost: RunRow): Decision | null {
  const { error: said } = refusal(lostToldOf(closing, lost), lang);
  const { month } = closing.standing;
  const reason = askText(services, lang, `${said}\n\n${lifeWord("askReopen", lang, { month })}`);
  return reason === null ? null : { step: "reopen", reason };
}

const AMOUNT = /^([+-]?)(\d+\.\d\d)$/;

/** Amounts to the cent as the tabs show them, `24,047.51`; other values stay as they are. */
function shownAmounts<Values extends Readonly<Record<string, string>>>(values: Values): Values {
  const shown = Object.entries(values).map(([name, value]) => {
    const [, sign = "", digits] = AMOUNT.exec(value) ?? [];
    return [name, digits === undefined ? value : sign + grouped(digits)];
  });
  return Object.fromEntries(shown) as Values;
}

/** So many people whose pay differs from what was sent are written out; the rest is counted. */
const MOST_PEOPLE = 10;

/** What was sent for a month before it was reopened, where it is approved or marked as paid again. */
function paidBeforeNote({ month, state, paidBefore }: LifeAnswer, lang: Lang): string {
  if (!paidBefore || state === "paid") return "";
  const { people, sent, ...values } = paidBefore;
  const amounts = shownAmounts({ ...values, sent: sent || "?" });
  const total = lifeWord("paidBefore", lang, { ...amounts, month });
  if (!people) return `\n\n${total}\n${lifeWord("paidBeforeUnknown", lang)}`;
  const lines = people
    .slice(0, MOST_PEOPLE)
    .map((one) => lifeWord("paidBeforeLine", lang, shownAmounts(one)));
  const more = people.length - lines.length;
  const rest = more > 0 ? [lifeWord("paidBeforeMore", lang, { n: more })] : [];
  return ["", "", total, ...lines, ...rest].join("\n");
}

/** So many open questions are written out; the rest is counted. */
const MOST_QUESTIONS = 10;

/** The open questions of a month that is still to be approved; blank where there is none. */
function questionNote({ state, questions = [] }: LifeAnswer, lang: Lang): string {
  if (questions.length === 0 || state === "approved" || state === "paid") return "";
  const lines = questions
    .slice(0, MOST_QUESTIONS)
    .map(({ person, line, question }) => lifeWord("openQuestion", lang, { person, line, question }));
  return ["", lifeWord("openQuestions", lang, { n: questions.length }), ...lines].join("\n");
}
