/** Every request of the sidebar by its action: reads the payload, asks the part that answers it. */
import { ALL_KINDS } from "../advance";
import type { Grid } from "../engine/grid";
import { cellName } from "../engine/issue";
import { isRuleTab } from "../month";
import { findOutput, isOutputName, outputStamps } from "../report/names";
import type { OutputKind } from "../report/tab";
import { commitEdits, isClosed } from "../sheets/edits";
import { readGrids } from "../sheets/reader";
import type { RangeSurface, Services, SheetSurface } from "../sheets/surface";
import { answerWord } from "../text/answers";
import type { Lang } from "../text/template";
import { dayOfText, textCell } from "./cells";
import type {
  ChangesAnswer,
  DoneAnswer,
  ExplainAnswer,
  Refusal,
  SelectionAnswer,
  StateAnswer,
} from "./contract";
import { describeData } from "./data";
import { type Desk, isRefusal, openDesk, refusal } from "./desk";
import { cellOf, listed, readDraft } from "./draft";
import { lastFilledRow } from "./edit";
import { explainFigure } from "./explain";
import { checkFormula, worked } from "./formula";
import { nothingAt } from "./instead";
import { describeLife, restoreMonthTabs, stepOf, takeStep } from "./life";
import { saveMapping } from "./mapping";
import { planNames } from "./model";
import { describeNeeds } from "./needs";
import { openRules } from "./open";
import { countOf, listOf, type Payload, sourceRowOf, textOf } from "./payload";
import { proposeSources } from "./propose";
import { askQuestion, questionsAbout } from "./questions";
import { acceptGrades, gradeReview } from "./review";
import { describeRules } from "./rules";
import { runRequest } from "./run";
import { refusalOf, type SaveTools, saveRules, undoSave, writesOf } from "./save";
import { describeState, markOf, type Outside } from "./state";
import { whatIf } from "./what-if";

/** Answers one action. Bad requests are answered with a refusal; only failing services throw. */
export type Handler = (services: Services, request: Payload, lang: Lang) => object;

/** The handlers of the sidebar by action. */
export const HANDLERS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ["state", state],
  ["changes", changes],
  ["rules", rules],
  ["checkFormula", withDraft((desk, draft, request) => checkFormula(desk, draft, request))],
  ["worked", withDraft((desk, draft, request) => worked(desk, draft, request))],
  ["whatIf", withDraft((desk, draft) => whatIf(desk, draft))],
  ["needs", needs],
  [
    "saveRules",
    (services, request, lang) =>
      onDesk(services, request, lang, (desk) => saveRules(desk, request, tools(services))),
  ],
  ["undoSave", (services, request, lang) => undoSave(readAll(services), request, lang, tools(services))],
  ["data", (services, request, lang) => onDesk(services, request, lang, describeData)],
  ["propose", propose],
  ["saveMapping", mapping],
  ["run", run],
  ["life", life],
  ["step", step],
  ["gradeReview", (services, request, lang) => gradeReview(services, request, lang, tools(services))],
  ["acceptGrades", (services, request, lang) => acceptGrades(services, request, lang, tools(services))],
  ["explain", explain],
  ["ask", (services, request, lang) => askQuestion(services, () => readAll(services), request, lang)],
  ["goTo", goTo],
  ["selection", selection],
  ["language", language],
]);

/** Every tab but those that the add-on makes. */
export function readAll(services: Services): Grid[] {
  return readGrids(services, { skips: isOutputName, needsFormulas: isRuleTab });
}

function tools(services: Services): SaveTools {
  return {
    services,
    readAgain: () => readGrids(services, { skips: isOutputName, needsFormulas: isRuleTab }),
  };
}

function onDesk(services: Services, request: Payload, lang: Lang, answer: (desk: Desk) => object): object {
  const desk = openDesk(readAll(services), textOf(request.month), lang);
  return isRefusal(desk) ? desk : answer(desk);
}

function withDraft(
  answer: (desk: Desk, draft: Exclude<ReturnType<typeof readDraft>, Refusal>, request: Payload) => object,
): Handler {
  return (services, request, lang) =>
    onDesk(services, request, lang, (desk) => {
      const draft = readDraft(desk, request.draft);
      return isRefusal(draft) ? draft : answer(desk, draft, request);
    });
}

function state(services: Services, request: Payload, lang: Lang): StateAnswer {
  const { grids, outside } = lookAt(services, lang);
  return describeState(grids, lang, { ...outside, given: textOf(request.month) });
}

function changes(services: Services, request: Payload, lang: Lang): ChangesAnswer {
  const { grids, outside } = lookAt(services, lang);
  return { ok: true, changed: markOf(grids, outside) !== textOf(request.mark) };
}

/** All that the answer to `state` depends on. */
function lookAt(services: Services, lang: Lang): { readonly grids: Grid[]; readonly outside: Outside } {
  const sheets = services.SpreadsheetApp.getActiveSpreadsheet().getSheets();
  const names = sheets.map((sheet) => sheet.getName());
  const grids = readAll(services);
  const generated = names.filter((name) => findOutput({ name, rows: [[name.trim()]] })?.kind === "payroll");
  return { grids, outside: { readOnly: readOnlyReason(services, grids, lang), generated } };
}

/** Whether a rule tab is protected from the person at the screen, in words. */
function readOnlyReason(services: Services, grids: readonly Grid[], lang: Lang): string | null {
  const spreadsheet = services.SpreadsheetApp.getActiveSpreadsheet();
  const { tabs } = openRules(grids);
  for (const kind of ["scoring", "bands", "pay"] as const) {
    const name = tabs.get(kind)?.grid.name;
    const sheet = name === undefined ? null : spreadsheet.getSheetByName(name);
    if (sheet && isClosed(services, sheet))
      return refusal({ code: "save.protected", values: { tab: sheet.getName() } }, lang).error;
  }
  return null;
}

function rules(services: Services, request: Payload, lang: Lang): object {
  return onDesk(services, request, lang, (desk) => {
    const plans = planNames(desk.rules);
    const asked = textOf(request.plan);
    const plan = asked === "" ? plans[0] : plans.find((name) => name.toLowerCase() === asked.toLowerCase());
    if (plan === undefined)
      return refusal(
        { code: "api.no-plan", found: asked, values: { known: listed(plans, lang) } },
        lang,
        "plan",
      );
    const from = textOf(request.from);
    const day = from === "" ? null : dayOfText(from);
    if (from !== "" && day === null) return refusal({ code: "save.bad-from", found: from }, lang, "from");
    return describeRules(desk, plan, request.from === undefined ? undefined : day);
  });
}

function needs(services: Services, request: Payload, lang: Lang): object {
  return onDesk(services, request, lang, (desk) => {
    if (request.draft === undefined || request.draft === null)
      return describeNeeds(desk, null, textOf(request.person));
    const draft = readDraft(desk, request.draft);
    return isRefusal(draft) ? draft : describeNeeds(desk, draft, textOf(request.person));
  });
}

function propose(services: Services, request: Payload, lang: Lang): object {
  return onDesk(services, request, lang, (desk) => {
    const name = textOf(request.tab);
    const grid = desk.grids.find((one) => one.name === name);
    if (!grid) return refusal({ code: "api.no-tab", found: name }, lang, "tab");
    return proposeSources(desk, grid, countOf(request.headerRow));
  });
}

function mapping(services: Services, request: Payload, lang: Lang): object {
  return saveMapping(readAll(services), listOf(request.rows).map(sourceRowOf), lang, tools(services));
}

function run(services: Services, request: Payload, lang: Lang): object {
  const wanted = listOf(request.kinds).map((kind) => textOf(kind));
  const kinds = ALL_KINDS.filter((kind: OutputKind) => wanted.includes(kind));
  const month = textOf(request.month);
  return runRequest(
    services,
    () => readAll(services),
    { month, kinds, lang },
    () => Date.now(),
  );
}

function life(services: Services, request: Payload, lang: Lang): object {
  return onDesk(services, request, lang, (desk) => describeLife(services, desk));
}

function step(services: Services, request: Payload, lang: Lang): object {
  const named = textOf(request.step);
  if (named === "restore")
    return onDesk(services, request, lang, (desk) => restoreMonthTabs(services, desk.closing, lang));
  const wanted = stepOf(named);
  if (!wanted) return refusal({ code: "api.bad-request", found: named }, lang, "step");
  return onDesk(services, request, lang, (desk) => takeStep(services, desk, wanted, textOf(request.reason)));
}

/** The selected range, or the cell that a request names; a refusal where there is no such tab or cell. */
function rangeOf(
  services: Services,
  request: Payload,
  lang: Lang,
): { readonly range: RangeSurface | null } | Refusal {
  const spreadsheet = services.SpreadsheetApp.getActiveSpreadsheet();
  const [tab, a1] = [textOf(request.tab), textOf(request.cell).toUpperCase()];
  if (tab === "" && a1 === "") return { range: spreadsheet.getActiveRange() };
  const sheet = tab === "" ? spreadsheet.getActiveSheet() : spreadsheet.getSheetByName(tab);
  if (!sheet) return refusal({ code: "api.no-tab", found: tab }, lang, "tab");
  const wholeRow = /^(\d+):\1$/.exec(a1)?.[1];
  const cell = wholeRow === undefined ? cellOf(a1) : { row: Number(wholeRow), column: 1 };
  const isInside = cell && cell.row <= sheet.getMaxRows() && cell.column <= sheet.getMaxColumns();
  if (!cell || !isInside || cell.row < 1) return refusal({ code: "api.bad-cell", found: a1 }, lang, "cell");
  return { range: sheet.getRange(cell.row, cell.column, 1, 1) };
}

function linkTo(range: RangeSurface): { tab: string; cell: string } {
  return { tab: range.getSheet().getName(), cell: cellName(range.getRow(), range.getColumn()) };
}

function explain(services: Services, request: Payload, lang: Lang): ExplainAnswer | Refusal {
  const found = rangeOf(services, request, lang);
  if (isRefusal(found)) return found;
  const { range } = found;
  if (!range) return nothingAt({ tab: "", cell: "" }, answerWord("notAnOutput", lang));
  const at = linkTo(range);
  const grid = gridOf(range.getSheet());
  const output = findOutput(grid);
  if (!output) return nothingAt(at, answerWord("notAnOutput", lang));
  const desk = openDesk(readAll(services), output.month, lang);
  if (isRefusal(desk)) return desk;
  const { kind, month } = output;
  const selected = { grid, kind, row: range.getRow(), column: range.getColumn() };
  const explained = explainFigure(
    desk,
    selected,
    (of) => tabsOfPeople(services, of),
    request.members === true,
  );
  const questions = explained.figure ? questionsAbout(desk.grids, month, explained.figure) : [];
  return { ...explained, month, ...(questions.length > 0 ? { questions } : {}) };
}

/** What a tab shows, as far as it is filled; dates and other objects are blank. */
function gridOf(sheet: SheetSurface): Grid {
  const [height, width] = [sheet.getLastRow(), sheet.getLastColumn()];
  const values = height > 0 ? sheet.getRange(1, 1, height, width).getValues() : [];
  const rows = values.map((row) => row.map((cell) => (typeof cell === "object" ? "" : cell)));
  return { name: sheet.getName(), rows };
}

/** A month's Payroll and Scorecard, as far as they are there: each has a row of every person. */
function tabsOfPeople(services: Services, month: string): Grid[] {
  const spreadsheet = services.SpreadsheetApp.getActiveSpreadsheet();
  const names = (["payroll", "scorecard"] as const).flatMap((kind) => outputStamps(kind, month));
  return names.flatMap((name) => {
    const sheet = spreadsheet.getSheetByName(name);
    return sheet ? [gridOf(sheet)] : [];
  });
}

function goTo(services: Services, request: Payload, lang: Lang): SelectionAnswer | Refusal {
  const found = rangeOf(services, request, lang);
  if (isRefusal(found)) return found;
  const { range } = found;
  if (!range) return refusal({ code: "api.bad-cell", found: "" }, lang, "cell");
  range.activate();
  return { ok: true, at: linkTo(range) };
}

function selection(services: Services): SelectionAnswer {
  const range = services.SpreadsheetApp.getActiveSpreadsheet().getActiveRange();
  return { ok: true, at: range ? linkTo(range) : null };
}

/** Writes the setting `language` into Settings, in its own row or a new one. */
function language(services: Services, _request: Payload, lang: Lang): DoneAnswer | Refusal {
  const rulesNow = openRules(readAll(services));
  const tab = rulesNow.tabs.get("settings");
  const message = answerWord("languageIs", lang);
  if (!tab) return { ok: true, message };
  const row = rulesNow
    .rows("settings")
    .find((one) => ["language", "语言"].includes(one.text("setting").toLowerCase()));
  const at = row?.place("value").row ?? lastFilledRow(tab) + 1;
  const columns = [tab.columns.get("setting") ?? 0, tab.columns.get("value") ?? 1];
  const texts = row ? [null, lang] : ["language", lang];
  const edits = texts.flatMap((text, index) =>
    text === null
      ? []
      : [
          {
            kind: "settings" as const,
            tab: tab.grid.name,
            row: at,
            column: (columns[index] ?? 0) + 1,
            cell: textCell(text),
          },
        ],
  );
  const outcome = commitEdits(services, writesOf(edits), () => true);
  return refusalOf(outcome, lang) ?? { ok: true, message };
}
