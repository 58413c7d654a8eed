/** The steps of a month, planned: which tabs are written and what is recorded. Nothing is touched here. */

import { type ClosingMonth, ruleGrids } from "./closing";
import { monthFigures } from "./engine/figures";
import type { Grid } from "./engine/grid";
import type { RunResult } from "./engine/result";
import { HISTORY_TAB, historyRows } from "./life/history-rows";
import { paymentRow } from "./life/lost-runs";
import { signedText } from "./life/paid-before";
import type { RecordTab } from "./life/record-tab";
import { ACTION_WORDS, nextRun, RUNS_TAB, type RunAction, type RunRow } from "./life/runs";
import { marksOf, paidOf, type ShownTab, type Snapshot } from "./life/snapshot";
import { SNAPSHOTS_TAB, snapshotRows } from "./life/snapshots-tab";
import { type MonthStanding, mayTake, type Step, standingOf } from "./life/states";
import { changedTabs } from "./life/tab-prints";
import { ruleFactsOf } from "./locked-adjustments";
import { factsOf } from "./month";
import type { RecordRows } from "./sheets/records";
import type { Beside } from "./sheets/writer";
import { lostValues, paymentValues } from "./standing-issues";
import { lifeWord } from "./text/life-words";
import type { Told } from "./text/message";
import type { Lang } from "./text/template";

/** Who asks for a step, when, and why. */
export interface Asking {
  /** E-mail; blank where the account does not tell it. */
  readonly by: string;
  /** Local time of the spreadsheet, `2026-11-02 09:30:00`. */
  readonly at: string;
  readonly reason: string;
  /** Language of a record tab that is made now. */
  readonly lang: Lang;
  /** The tabs that are written, as a snapshot keeps them in mind. */
  readonly shown: () => readonly ShownTab[];
}

/** A step that may be taken, or the code of the message that says why not. */
export type PlannedStep =
  | {
      readonly ok: true;
      readonly beside: Beside;
      /** What Runs records of it. */
      readonly row: RunRow;
    }
  | { readonly ok: false; readonly code: string; readonly values: Readonly<Record<string, string>> };

const ACTIONS: Readonly<Record<Step, RunAction>> = {
  generate: "generated",
  check: "checked",
  approve: "approved",
  pay: "paid",
  reopen: "reopened",
};

/** Where a month stands after a step. */
export const STATES: Readonly<Record<Step, RunResult["state"]>> = {
  generate: "draft",
  check: "checked",
  approve: "approved",
  pay: "paid",
  reopen: "draft",
};

/**
 * Plans a step. What is checked or approved must be what the tabs show: where rules or data have
 * changed since the month was generated, it has to be generated again. Approving stores History and
 * the snapshot; the row of Runs goes last and makes them count.
 */
export function planStep(
  month: ClosingMonth,
  step: Step,
  grids: readonly Grid[],
  asking: Asking,
): PlannedStep {
  const { standing, prepared } = month;
  const lost = refusalOfLost(month, step);
  if (lost) return { ok: false, code: lost.code, values: lost.values ?? {} };
  const { secondPerson } = prepared.rules.book.settings.life;
  const answer = mayTake(step, standing, { by: asking.by, reason: asking.reason, secondPerson });
  if (!answer.ok) return { ok: false, code: answer.code, values: whoAndWhen(standing, answer.code) };
  const values = { month: standing.month };
  if (step === "pay" && !month.isStored) return { ok: false, code: "snapshot-lost", values };
  const isJudged = step === "check" || step === "approve";
  if (isJudged && month.view.result.people.length === 0) return { ok: false, code: "life.nobody", values };
  if (isJudged && month.view.result.people.every(({ held }) => held))
    return { ok: false, code: "life.all-held", values };
  if (isJudged && showsOther(month)) return { ok: false, ...changedToldOf(month) };
  const run = runOf(step, month);
  const row = runRow(month, step, run, asking);
  const records = [
    ...(step === "approve" ? storedRecords(month, grids, run, asking) : []),
    // Says so where Runs is sorted, cleared or lost.
    ...(step === "pay" ? [recordOf(SNAPSHOTS_TAB, asking.lang, [paymentRow(row)])] : []),
    recordOf(RUNS_TAB, asking.lang, [cellsOf(row, asking.lang)]),
  ];
  const watched = { tab: recordOf(RUNS_TAB, asking.lang, []), rows: month.runRows };
  return { ok: true, row, beside: { records, watched } };
}

/** A month's standing after a step of it was recorded. */
export function standingAfter(
  { runs, standing }: ClosingMonth,
  row: RunRow,
): Pick<ClosingMonth, "runs" | "standing" | "lost"> {
  const grown = [...runs, row];
  return { runs: grown, standing: standingOf(grown, standing.month), lost: null };
}

/**
 * A month whose approval Runs has lost is only reopened, which records it anew; one whose approval died on its way
 * may still be approved. Nobody is paid again because the row of a payment is gone.
 */
function refusalOfLost(month: ClosingMonth, step: Step): Told | null {
  const { lost, standing } = month;
  if (lost && step !== "reopen" && !(step === "approve" && standing.state === "checked"))
    return lostToldOf(month, lost);
  const { last } = standing;
  return step === "pay" && last?.action === "paid" && last.lostBut
    ? { code: "life.payment-lost", values: paymentValues(last) }
    : null;
}

/** What is said of a month whose approval Runs has lost, and of its payment. */
export function lostToldOf({ runs, standing: { month } }: ClosingMonth, lost: RunRow): Told {
  const paid = runs.find((row) => row.month === month && row.action === "paid" && row.run === lost.run);
  const values = { ...lostValues(lost), month, paidAt: paid?.at ?? "", unknown: paid ? "" : month };
  return { code: "life.runs-lost", values };
}

/** How many people a month has and what they are paid; as Runs recorded it where its snapshot is lost. */
export function figuresOf({ view, standing, isStored }: ClosingMonth): {
  people: number;
  held: number;
  total: string;
} {
  const { approved } = standing;
  if (!isStored && approved)
    return { people: Number(approved.people) || 0, held: Number(approved.held) || 0, total: approved.total };
  const { people, total } = view.result;
  return { people: people.length, held: people.filter(({ held }) => held).length, total: total.toFixed(2) };
}

/** Whose step a refusal names: of a locked month who approved it, else who took the last step. */
function whoAndWhen({ month, approved, last }: MonthStanding, code: string): Record<string, string> {
  const row = code === "life.locked" ? approved : last;
  return { month, by: row?.by ?? "", at: row?.at ?? "" };
}

/** Whether a month comes out otherwise than the tabs show that were generated last. */
export function showsOther(month: ClosingMonth): boolean {
  return (generatedLast(month)?.result ?? "") !== month.prints.result;
}

function generatedLast({ standing, runs }: ClosingMonth): RunRow | undefined {
  return runs.filter(({ month, action }) => month === standing.month && action === "generated").pop();
}

/**
 * The rule tabs and pasted tabs that changed since the month was generated; null where Runs does not say. A tab that
 * came since and holds nothing of the month is none of them.
 */
export function changedSince(month: ClosingMonth): string[] | null {
  const last = generatedLast(month);
  const { prints, view } = month;
  const [rules, inputs] = [
    changedTabs(last?.rules ?? "", prints.rules),
    changedTabs(last?.inputs ?? "", prints.inputs),
  ];
  if (!rules || !inputs) return null;
  const silent = new Set(view.checked.filter(({ rowsRead }) => rowsRead === 0).map(({ tab }) => tab));
  return [...rules, ...inputs.filter(({ name, isNew }) => !isNew || !silent.has(name))].map(
    ({ name }) => name,
  );
}

/** What is said of a month that has to be generated again: the tabs that changed, or that the months before it did. */
export function changedToldOf(month: ClosingMonth): Required<Pick<Told, "code" | "values">> {
  const tabs = changedSince(month);
  const { month: text } = month.standing;
  const values = { month: text, tabs: tabs?.join(", ") ?? "", elsewhere: tabs?.length === 0 ? text : "" };
  return { code: "life.changed-since", values };
}

/** Generating begins a run, and so does whatever follows reopening; the other steps belong to the run before. */
function runOf(step: Step, { runs, standing }: ClosingMonth): string {
  const { last } = standing;
  const isNew = step === "generate" || last === null || last.action === "reopened";
  return isNew ? nextRun(runs, standing.month) : last.run;
}

function runRow(month: ClosingMonth, step: Step, run: string, asking: Asking): RunRow {
  const { people, held, total } = figuresOf(month);
  return {
    month: month.standing.month,
    action: ACTIONS[step],
    run,
    by: asking.by,
    at: asking.at,
    reason: step === "pay" ? withPaidAgain(asking, month) : asking.reason,
    people: String(people),
    held: String(held),
    total,
    ...month.prints,
  };
}

function cellsOf(row: RunRow, lang: Lang): string[] {
  return RUNS_TAB.columns.map(({ key }) => (key === "action" ? ACTION_WORDS[row.action][lang] : row[key]));
}

/** The reason of a second payment says what of it is settled by hand. */
function withPaidAgain({ reason, lang }: Asking, { paidBefore }: ClosingMonth): string {
  if (!paidBefore?.sent) return reason;
  const { row, sent, now } = paidBefore;
  const difference = signedText(now.minus(sent));
  const note = lifeWord("paidAgain", lang, {
    at: row.at,
    sent: sent.toFixed(2),
    now: now.toFixed(2),
    difference,
  });
  return reason === "" ? note : `${reason} · ${note}`;
}

function storedRecords(
  month: ClosingMonth,
  grids: readonly Grid[],
  run: string,
  { lang, shown }: Asking,
): RecordRows[] {
  const { prepared, view } = month;
  const { rules, data } = prepared;
  const figures = monthFigures(rules.book, factsOf(prepared), rules.closed);
  const snapshot: Snapshot = {
    format: 1,
    month: month.standing.month,
    run,
    lang: view.lang,
    rules: ruleGrids(grids),
    closed: rules.closed,
    data,
    tabs: marksOf(rules.rawGrids),
    differences: month.differences,
    lateTabs: month.lateTabs,
    told: month.told,
    paid: paidOf(view.result),
    shown: shown(),
    ruleFacts: ruleFactsOf(rules.book, ruleGrids(grids)),
    settled: month.settled,
  };
  return [
    {
      ...recordOf(HISTORY_TAB, lang, historyRows(view.result, figures, run)),
      run: { column: columnOf(HISTORY_TAB, "run"), name: run },
    },
    {
      ...recordOf(SNAPSHOTS_TAB, lang, snapshotRows(snapshot)),
      run: { column: columnOf(SNAPSHOTS_TAB, "run"), name: run },
    },
  ];
}

/** Rows of a record tab as the writer takes them; a tab that is made now is in this language. */
export function recordOf(tab: RecordTab, lang: Lang, rows: readonly (readonly string[])[]): RecordRows {
  const words = (one: Lang) => tab.columns.map((column) => column[one]);
  return {
    name: tab[lang],
    names: [tab.en, tab.zh],
    headers: lang === "zh" ? [words("zh"), words("en")] : [words("en"), words("zh")],
    widths: tab.columns.map(({ width }) => width),
    wraps: tab.columns.map(({ wrap }) => wrap === true),
    rows,
  };
}

function columnOf<Key extends string>({ columns }: RecordTab<Key>, key: Key): number {
  return columns.findIndex((column) => column.key === key);
}
