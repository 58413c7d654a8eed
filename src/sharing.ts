/** Sharing with managers from the menu or the sidebar: reads the workbook, previews, shares, tells. */
import { type ClosingMonth, computeClosing, settledGrids } from "./closing";
import { type EditedTab, editedTabs } from "./edited-tabs";
import { type Month, parseMonth } from "./engine/calendar";
import type { Grid } from "./engine/grid";
import type { RuleBook } from "./engine/plan";
import { fingerprintText } from "./life/fingerprint";
import { columnsOf } from "./life/record-tab";
import { isLocked } from "./life/states";
import { computePrepared, isRuleTab, latestMonth } from "./month";
import { isOutputName } from "./report/names";
import type { MonthView } from "./report/view";
import { readRules } from "./rules/read";
import { columnNames, describeShare, type SharedViews, tabNames } from "./share/content";
import { type PlannedShare, planShares, type ShareChoice, type SharePlan } from "./share/plan";
import { addressKey, readShares, SHARES_TAB, type ShareRow, shareCells } from "./share/records";
import { secretsOf } from "./share/secrets";
import { runShares, type ShareTools } from "./share/share";
import type { ShareOutcome, ShareTask } from "./share/task";
import { bookWithoutPay, closedWithoutPay } from "./share/unpaid";
import { originsOf } from "./share-origins";
import { wallClock } from "./sheets/dates";
import { readGrids } from "./sheets/reader";
import { appendRecords } from "./sheets/records";
import { removeStages } from "./sheets/stage";
import type { Services } from "./sheets/surface";
import { recordOf } from "./steps";
import type { Told } from "./text/message";
import { renderIssue } from "./text/render";
import type { Lang } from "./text/template";

/** What HR asks for: a month and, after the preview, a choice for each reader and the preview's token. */
export interface ShareRequest {
  /** Blank: the latest month. */
  readonly month: string;
  readonly choices: readonly ShareChoice[];
  /** Of the preview that HR saw; without it, or where it does not fit any more, nothing is shared. */
  readonly token?: string;
}

/** One file of the preview, in words where people read it. */
export interface PreviewedShare {
  readonly reader: string;
  readonly email: string;
  readonly holds: string;
  readonly action: string;
  readonly people: readonly string[];
  readonly teams: readonly { readonly team: string; readonly heads: number; readonly whole: boolean }[];
  readonly tabs: readonly string[];
  /** The figures of each person: score, items, components of pay. */
  readonly columns: readonly string[];
  readonly pay: boolean;
  /** The file that the reader has now shows pay: without a choice for it, it is taken away. */
  readonly sawPay: boolean;
  readonly isNewAddress: boolean;
  readonly isForeign: boolean;
  readonly looksLikeGroup: boolean;
  readonly notes: readonly string[];
}

/** What HR is shown before anything is shared. */
export interface SharePreview {
  readonly ok: true;
  readonly month: string;
  /** Where the month stands: `none`, `draft`, `checked`, `approved`, `paid`. */
  readonly state: string;
  readonly files: readonly PreviewedShare[];
  /** Readers whose file is taken back, because they have nobody any more. */
  readonly leaving: readonly { readonly reader: string; readonly email: string }[];
  /** People who can get a file of their own. */
  readonly agents: readonly OfferedFile[];
  readonly notes: readonly string[];
  readonly token: string;
}

/** Somebody who can get a file of their own. */
export interface OfferedFile {
  readonly person: string;
  readonly email: string;
  /** There is one already: who is not chosen again loses access to it. */
  readonly hasFile: boolean;
}

/** What a share came to. */
export interface ShareAnswer {
  readonly ok: boolean;
  readonly done: number;
  readonly of: number;
  /** "17 of 40 done", and why the run stopped, where it did. */
  readonly message: string;
  readonly files: readonly (ShareOutcome & { readonly message: string })[];
}

/** A sentence instead of an answer. */
export interface ShareRefusal {
  readonly error: string;
}

const SCOPE = "https://www.googleapis.com/auth/drive.file";
const LOCK_WAIT = 2000;

/**
 * Shows who would get which people, tabs and pay, which addresses are new, foreign or look like
 * groups, and what is taken back. It writes nothing. Google asks for the right to make files here,
 * and ends the run while it asks.
 */
export function sharePreview(
  services: Services,
  request: ShareRequest,
  lang: Lang,
): SharePreview | ShareRefusal {
  requireDriveScope(services);
  const desk = openShare(services, request, lang);
  return "error" in desk ? desk : previewOf(desk);
}

/**
 * Shares what the preview showed: under the document lock, and only while the plan is still the
 * previewed one. `clock` gives milliseconds, `random` a number from 0 to 1.
 */
export function shareNow(
  services: Services,
  request: ShareRequest,
  lang: Lang,
  clock: () => number = Date.now,
  random: () => number = Math.random,
): ShareAnswer | ShareRefusal {
  const start = clock();
  requireDriveScope(services);
  const lock = services.LockService.getDocumentLock();
  if (!lock?.tryLock(LOCK_WAIT)) return refusal("share.locked", lang);
  try {
    const desk = openShare(services, request, lang);
    if ("error" in desk) return desk;
    if (request.token !== tokenOf(desk)) return refusal("share.changed", desk.lang);
    const spreadsheet = services.SpreadsheetApp.getActiveSpreadsheet();
    // Of a run that died after its rows had arrived.
    removeStages(spreadsheet);
    // A tab that is inserted comes into view: afterwards the one that was is shown again.
    const shown = spreadsheet.getActiveSheet();
    const answer = carryOut(
      desk,
      toolsOf(desk, random, () => clock() - start),
    );
    spreadsheet.setActiveSheet(shown);
    return answer;
  } finally {
    lock.releaseLock();
  }
}

function requireDriveScope({ ScriptApp }: Services): void {
  ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, [SCOPE]);
}

function refusal(code: string, lang: Lang, values: Readonly<Record<string, string>> = {}): ShareRefusal {
  return { error: renderIssue({ code, values }, lang) };
}

/** All that a share needs of the workbook. */
interface ShareDesk {
  readonly services: Services;
  readonly lang: Lang;
  readonly month: Month;
  readonly state: string;
  readonly book: RuleBook;
  /** The rules that the month was computed by. */
  readonly counted: RuleBook;
  readonly views: SharedViews;
  readonly rawTabs: readonly string[];
  readonly plan: SharePlan;
  /** Tabs of a locked month that were typed over: the files go by what was locked. */
  readonly edited: readonly EditedTab[];
  /** Keys of the files on the tab `Shares`. */
  readonly listed: ReadonlySet<string>;
  readonly me: string;
}

function openShare(services: Services, request: ShareRequest, userLang: Lang): ShareDesk | ShareRefusal {
  const grids = readGrids(services, { skips: isOutputName, needsFormulas: isRuleTab });
  const settled = withoutShares(grids);
  const month = request.month === "" ? latestMonth(settled) : parseMonth(request.month);
  if (!month)
    return request.month === ""
      ? refusal("run.no-month", userLang)
      : { error: renderIssue({ code: "run.bad-month", found: request.month }, userLang) };
  const closing = computeClosing(settled, month, userLang);
  if (!closing.isStored) return refusal("snapshot-lost", userLang, { month: month.text });
  // Whoever may read is a matter of Staff as it is today, even where the month is locked.
  const rules = readRules(settledGrids(settled, closing.runs), month);
  const views = viewsOf(closing);
  const { lang } = views.withPay;
  const counted = closing.prepared.rules.book;
  const me = addressKey(services.Session.getActiveUser().getEmail());
  const shares = readShares(grids);
  const plan = planShares({
    month,
    people: views.withPay.result.people,
    book: rules.book,
    counted,
    closed: closing.prepared.rules.closed,
    origins: originsOf(settled, closing.runs, views.withPay.result),
    shares,
    choices: request.choices,
    me,
  });
  if (plan.files.length === 0 && plan.leaving.length === 0)
    return refusal("share.nobody", lang, { month: month.text });
  return {
    services,
    lang,
    month,
    state: closing.standing.state,
    book: rules.book,
    counted,
    views,
    rawTabs: [...rules.rawGrids.map(({ name }) => name), ...closing.view.checked.map(({ tab }) => tab)],
    plan,
    edited: isLocked(closing.standing) ? editedTabs(services, grids, closing) : [],
    listed: new Set(shares.map(({ key }) => key)),
    me,
  };
}

/** The month with pay and without, in its state. A locked month is the one that was locked, whatever has come since. */
function viewsOf({ standing, view, prepared }: ClosingMonth): SharedViews {
  const { rules, data } = prepared;
  const book = bookWithoutPay(rules.book);
  const bare = { ...rules, book, closed: closedWithoutPay(rules.closed, rules.book) };
  const state = standing.state === "none" ? "draft" : standing.state;
  const inState = (one: MonthView): MonthView => ({ ...one, result: { ...one.result, state } });
  return {
    withPay: inState(view),
    withoutPay: inState(computePrepared({ rules: bare, data }, view.lang)),
  };
}

/** The tab `Shares` is no pasted data, whatever somebody calls it. */
function withoutShares(grids: readonly Grid[]): Grid[] {
  const found = columnsOf(grids, SHARES_TAB)?.grid;
  return grids.filter((grid) => grid !== found);
}

function previewOf(desk: ShareDesk): SharePreview {
  const { month, state, plan, edited, lang } = desk;
  return {
    ok: true,
    month: month.text,
    state,
    files: plan.files.map((share) => previewedShare(share, desk)),
    leaving: plan.leaving.map(({ reader, email }) => ({ reader, email })),
    agents: offeredFiles(plan),
    notes: [...plan.notes, ...edited.map(editedNote)].map((note) => renderIssue(note, lang)),
    token: tokenOf(desk),
  };
}

function editedNote({ tab, cells: [first] }: EditedTab): Told {
  return { code: "share.tab-edited", tab, cell: first?.cell ?? "" };
}

function offeredFiles({ leaving, files, owners }: SharePlan): OfferedFile[] {
  const known = [...leaving, ...files.flatMap(({ current }) => current ?? [])];
  const having = new Set(known.flatMap(({ email, holds }) => (holds === "own" ? addressKey(email) : [])));
  return owners.map(({ name, email }) => ({ person: name, email, hasFile: having.has(email) }));
}

function previewedShare(share: PlannedShare, { views, lang }: ShareDesk): PreviewedShare {
  const { reader, email, holds, action, allowed, teams, isNewAddress, isForeign, looksLikeGroup } = share;
  const blocked = action === "blocked" ? [renderIssue({ code: "share.made-by-other" }, lang)] : [];
  return {
    reader,
    email,
    holds,
    action,
    people: allowed.people,
    teams,
    tabs: tabNames(views.withPay, allowed),
    columns: columnNames(views, allowed),
    pay: allowed.pay,
    sawPay: share.current?.pay ?? false,
    isNewAddress,
    isForeign,
    looksLikeGroup,
    notes: [...blocked, ...share.notes.map((note) => renderIssue(note, lang))],
  };
}

/** Tells whether a plan is still the one that HR saw: readers, people, pay, and what is taken back. */
function tokenOf({ month, plan }: ShareDesk): string {
  const files = plan.files.map(({ email, holds, action, allowed }) => [
    email,
    holds,
    action === "skip" || action === "blocked" ? action : "share",
    allowed.people,
    allowed.pay,
  ]);
  const leaving = plan.leaving.map(({ key, email }) => [key, email]);
  return fingerprintText(JSON.stringify([month.text, files, leaving]));
}

function carryOut(desk: ShareDesk, tools: ShareTools): ShareAnswer {
  const { plan, lang } = desk;
  const tasks = plan.files.map((share) => taskOf(share, desk));
  const { done, of, outcomes, stopped } = runShares(tools, tasks, plan.leaving, plan.givenUp);
  const words = [
    renderIssue({ code: "share.progress", values: { done: String(done), of: String(of) } }, lang),
    ...(stopped === null ? [] : [renderIssue({ code: stopped }, lang)]),
  ];
  return {
    ok: done === of,
    done,
    of,
    message: words.join(lang === "en" ? " " : ""),
    files: outcomes.map((outcome) => ({ ...outcome, message: renderIssue({ code: outcome.code }, lang) })),
  };
}

function taskOf(share: PlannedShare, desk: ShareDesk): ShareTask {
  const { services, views, book, counted, rawTabs, month, lang } = desk;
  const spreadsheet = services.SpreadsheetApp.getActiveSpreadsheet();
  const setting = {
    locale: spreadsheet.getSpreadsheetLocale(),
    timeZone: spreadsheet.getSpreadsheetTimeZone(),
  };
  const { allowed, reader, email } = share;
  const file = describeShare(views, share, setting);
  const { result } = views.withPay;
  return {
    share,
    file,
    secrets: secretsOf({ book, counted, result, tabs: rawTabs, allowed, reader }),
    tabs: tabNames(views.withPay, allowed).join(lang === "zh" ? "、" : ", "),
    month: month.text,
    print: fingerprintText(JSON.stringify([email, file])),
  };
}

function toolsOf(
  { services, lang, listed, me }: ShareDesk,
  random: () => number,
  elapsed: () => number,
): ShareTools {
  const spreadsheet = services.SpreadsheetApp.getActiveSpreadsheet();
  const zone = spreadsheet.getSpreadsheetTimeZone();
  return {
    services,
    random,
    elapsed,
    newKey: () => services.Utilities.getUuid(),
    at: () => wallClock(new Date(), zone),
    record: (rows) => appendShares(services, rows, lang),
    listed,
    source: spreadsheet.getId(),
    me,
  };
}

function appendShares({ SpreadsheetApp }: Services, rows: readonly ShareRow[], lang: Lang): void {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const cells = rows.map((row) => shareCells(row, lang));
  removeStages(spreadsheet);
  appendRecords(spreadsheet, recordOf(SHARES_TAB, lang, cells), 1);
  SpreadsheetApp.flush();
  removeStages(spreadsheet);
}
