/**
 * What the menu items and the sidebar's requests do: read, compute, write, tell. build.mjs puts
 * this file and all that it imports into Month.html; `loader.ts` calls what it exports.
 */

import { ALL_KINDS, advance, refusalOfTabs } from "./advance";
import { lifeOf } from "./api/life";
import { payloadOf } from "./api/payload";
import { HANDLERS, readAll } from "./api/requests";
import { noticeOf } from "./api/run";
import { restore, restoreQuestion } from "./approve";
import { type ClosingMonth, computeClosing } from "./closing";
import { askText, askYesNo, showToast, showWords } from "./dialogs";
import { editedTabs, withEdited } from "./edited-tabs";
import { type Month, parseMonth } from "./engine/calendar";
import type { Grid } from "./engine/grid";
import type { Issue } from "./engine/issue";
import { userLang } from "./menu";
import { latestMonth } from "./month";
import { resultJson } from "./report/json";
import { countIssues } from "./report/reasons";
import type { OutputKind, TabDescription } from "./report/tab";
import type { Pack } from "./rules/pack";
import { findPack, PACKS } from "./rules/packs/index";
import { filledTabs, planSetUp } from "./setup";
import type { Services } from "./sheets/surface";
import { type CommitOutcome, commitTabs } from "./sheets/writer";
import { type Lang, label } from "./text/labels";
import { renderIssue, type Told } from "./text/render";

export { askAndAdvance } from "./approve";
export { askAndReview } from "./review";
export { askAndShare } from "./share-dialog";

/** Signs of a request; a plan of hundreds of rows stays far below. */
const LONGEST_REQUEST = 1_000_000;

/** What a command came to: a text for the caller, and what to tell the person at the screen. */
interface Answer {
  readonly json: Readonly<Record<string, unknown>> | object;
  /** Shown in passing. */
  readonly toast?: string;
  /** Shown until it is confirmed. */
  readonly alert?: string;
  /** A refusal with its way out, asked at the screen. */
  readonly offer?: { readonly question: string; readonly take: () => string };
}

/** Asks for the month, computes it and writes the tabs of these kinds. Returns DESIGN 9's JSON text. */
export function askAndGenerate(services: Services, kinds: readonly OutputKind[], active: OutputKind): string {
  const lang = userLang(services);
  const grids = readAll(services);
  const offered = latestMonth(grids);
  const question = offered ? label("askMonth", lang, { month: offered.text }) : label("askMonthBare", lang);
  const typed = askText(services, lang, question);
  if (typed === null) return JSON.stringify(failed({ code: "run.cancelled" }, lang).json);
  const month = typed === "" ? offered : parseMonth(typed);
  return tell(services, generate(services, grids, month, typed, { lang, kinds, active }), lang);
}

/** Shows a command's answer to the person and gives its JSON text. */
function tell(services: Services, answer: Answer, lang: Lang): string {
  if (answer.toast !== undefined) showToast(services, lang, answer.toast);
  const { alert, offer } = answer;
  if (offer) return askYesNo(services, lang, offer.question) ? offer.take() : JSON.stringify(answer.json);
  if (alert !== undefined) showWords(services, lang, alert);
  return JSON.stringify(answer.json);
}

function failed(told: Told, lang: Lang): Answer {
  const message = renderIssue(told, lang);
  return { json: { error: message }, alert: message };
}

interface Wanted {
  readonly lang: Lang;
  readonly kinds: readonly OutputKind[];
  /** The tab that is shown at the end. */
  readonly active: OutputKind;
  /** False for a rehearsal, which leaves no row in Runs. */
  readonly isRecorded?: boolean;
}

function generate(
  services: Services,
  grids: readonly Grid[],
  month: Month | null,
  typed: string,
  wanted: Wanted,
): Answer {
  if (!month)
    return failed(
      typed === "" ? { code: "run.no-month" } : { code: "run.bad-month", found: typed },
      wanted.lang,
    );
  const closing = withEdited(services, grids, computeClosing(grids, month, wanted.lang));
  const advanced = advance(services, grids, closing, { ...wanted, step: "generate", reason: "" });
  if (!advanced.ok) return refusedRun(services, grids, closing, advanced.told, wanted.lang);
  const { result, lang } = advanced.month.view;
  const { outcome } = advanced;
  const { errors, warnings } = countIssues(result.issues);
  const toast = label("doneSummary", lang, {
    month: month.text,
    people: result.people.length,
    held: result.people.filter((person) => person.held).length,
    issues: errors + warnings,
  });
  return { json: resultJson(result, lang), toast, ...droppedAlert(outcome, lang) };
}

/** A locked month is not generated; where its tabs were typed over, they can be written again as they were locked. */
function refusedRun(
  services: Services,
  grids: readonly Grid[],
  closing: ClosingMonth,
  told: Told,
  lang: Lang,
): Answer {
  const answer = failed(told, lang);
  const edited = told.code === "life.locked" ? editedTabs(services, grids, closing) : [];
  if (edited.length === 0) return answer;
  const question = `${answer.alert ?? ""}\n\n${restoreQuestion(lifeOf(closing, edited), lang)}`;
  return { ...answer, offer: { question, take: () => restore(services, closing, lang) } };
}

function droppedAlert(outcome: CommitOutcome, lang: Lang): Pick<Answer, "alert"> {
  const alert = noticeOf(outcome, lang);
  return alert === "" ? {} : { alert };
}

/** Asks which system to set up and writes the rule tabs that the workbook lacks. */
export function askAndSetUp(services: Services): string {
  const lang = userLang(services);
  const list = PACKS.map((pack, index) => `${index + 1}  ${pack.label[lang]} (${pack.name})`).join("\n");
  const typed = askText(services, lang, `${label("askPack", lang)}\n\n${list}`);
  if (typed === null) return JSON.stringify(failed({ code: "run.cancelled" }, lang).json);
  const wanted = readSetUp(typed);
  return tell(services, setUp(services, wanted.pack, wanted.lang ?? lang, false, wanted.month), lang);
}

/** A system with the language of its tabs and the first month, as typed in any order: `1 zh 2026-11`. */
function readSetUp(typed: string): { pack: string; lang: Lang | null; month: Month | null } {
  const words = typed.split(/\s+/).filter((word) => word !== "");
  const langs = words.filter((word): word is Lang => word === "zh" || word === "en");
  const months = words.map((word) => parseMonth(word)).filter((month) => month !== null);
  const rest = words.filter((word) => word !== "zh" && word !== "en" && parseMonth(word) === null);
  return { pack: rest.join(" "), lang: langs[0] ?? null, month: months[0] ?? null };
}

/** Writes the first system with the sample shop; into an empty workbook only. */
export function loadSample(services: Services): string {
  const lang = userLang(services);
  const filled = filledTabs(readAll(services));
  if (filled.length > 0) {
    const tabs = filled.join(lang === "zh" ? "、" : ", ");
    return tell(services, failed({ code: "setup.not-empty", values: { tabs } }, lang), lang);
  }
  return tell(services, setUp(services, "", lang, true), lang);
}

/** A pack by its number in the list or its name; the first for a blank text; null where there is none. */
function choosePack(typed: string): Pack | null {
  const text = typed.trim();
  if (text === "") return PACKS[0] ?? null;
  return /^\d+$/.test(text) ? (PACKS[Number(text) - 1] ?? null) : findPack(text);
}

function setUp(
  services: Services,
  name: string,
  lang: Lang,
  withSample: boolean,
  month: Month | null = null,
): Answer {
  const pack = choosePack(name);
  const known = PACKS.map((each) => each.name).join(", ");
  if (!pack) return failed({ code: "setup.unknown-pack", found: name, values: { known } }, lang);
  const plan = planSetUp(readAll(services), pack, lang, withSample, month);
  const outcome = commitTabs(services, plan.tabs, "rules");
  const refusal = refusalOfTabs(outcome);
  if (refusal) return failed(refusal, lang);
  return setUpAnswer(plan.tabs, plan.kept, lang);
}

function setUpAnswer(tabs: readonly TabDescription[], kept: readonly string[], lang: Lang): Answer {
  const separator = lang === "zh" ? "、" : ", ";
  const written = tabs.map((tab) => tab.name);
  const answer: Answer = {
    json: { ok: true, written, kept },
    toast: label("setUpDone", lang, { written: written.join(separator) || label("none", lang) }),
  };
  if (kept.length === 0) return answer;
  return {
    ...answer,
    alert: renderIssue({ code: "setup.exists", values: { tabs: kept.join(separator) } }, lang),
  };
}

/** Shows the steps in short. */
export function showSteps(services: Services): void {
  const lang = userLang(services);
  showWords(services, lang, label("helpText", lang));
}

/** A request as JSON text: an action with its texts and switches. */
type Request = Readonly<Record<string, unknown>>;

type Action = (services: Services, request: Request, lang: Lang) => Answer;

const ACTIONS: Readonly<Record<string, Action>> = {
  packs: () => ({
    json: { packs: PACKS.map(({ name, label: words }) => ({ name, en: words.en, zh: words.zh })) },
  }),
  setUp: (services, request, lang) => {
    const typed = textOf(request.month);
    const month = parseMonth(typed);
    if (typed !== "" && !month) return failed({ code: "run.bad-month", found: typed }, lang);
    return setUp(services, textOf(request.pack), lang, request.sample === true, month);
  },
  checkData: (services, request, lang) => checkOnly(services, textOf(request.month), lang),
  generate: (services, request, lang) => {
    const typed = textOf(request.month);
    const grids = readAll(services);
    const month = typed === "" ? latestMonth(grids) : parseMonth(typed);
    const isRecorded = request.record !== false;
    const wanted = { lang, kinds: ALL_KINDS, active: "payroll", isRecorded } as const;
    const answer = generate(services, grids, month, typed, wanted);
    if (request.tell === true) tell(services, answer, lang);
    return answer;
  },
};

const ACTION_BY_NAME: ReadonlyMap<string, Action> = new Map<string, Action>([
  ...Object.entries(ACTIONS),
  ...[...HANDLERS].map(([name, handle]): [string, Action] => [
    name,
    (services, request, lang) => ({ json: handle(services, request, lang) }),
  ]),
]);

/** What is wrong with a month's data, without writing anything. */
function checkOnly(services: Services, typed: string, lang: Lang): Answer {
  const grids = readAll(services);
  const month = typed === "" ? latestMonth(grids) : parseMonth(typed);
  if (!month)
    return failed(typed === "" ? { code: "run.no-month" } : { code: "run.bad-month", found: typed }, lang);
  const { view } = withEdited(services, grids, computeClosing(grids, month, lang));
  return {
    json: { month: month.text, tabs: view.checked, issues: issuesInWords(view.result.issues, view.lang) },
  };
}

function issuesInWords(issues: readonly Issue[], lang: Lang): object[] {
  return issues.map((issue) => {
    const { severity, code, tab, cell, found } = issue;
    return { severity, code, tab, cell, found, message: renderIssue(issue, lang) };
  });
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value.trim().slice(0, 200) : "";
}

/**
 * The one entry for requests from outside the menu: JSON text in, JSON text out. Only listed
 * actions run; anything else, and any text that is not JSON, answers `{"error": …}`.
 */
export function answerRequest(services: Services, text: unknown): string {
  const isLong = String(text).length > LONGEST_REQUEST;
  const request = isLong ? {} : parseRequest(text);
  const lang: Lang = request.lang === "zh" || request.lang === "en" ? request.lang : userLang(services);
  const name = textOf(request.action);
  const action = ACTION_BY_NAME.get(name);
  if (isLong) return JSON.stringify(failed({ code: "api.too-long" }, lang).json);
  const answer = action
    ? action(services, request, lang)
    : failed({ code: "api.bad-request", found: name }, lang);
  return JSON.stringify(answer.json);
}

function parseRequest(text: unknown): Request {
  try {
    return payloadOf(JSON.parse(String(text)));
  } catch {
    return {};
  }
}
