import type { Grid } from "../engine/grid";
import { columnsOf, type RecordTab, recordText } from "./record-tab";

/** What happened to a month. */
export type RunAction = "generated" | "checked" | "approved" | "paid" | "reopened";

/** One row of the record tab `Runs`. Texts as they stand there. */
export interface RunRow {
  /** `2026-10` */
  readonly month: string;
  readonly action: RunAction;
  /** Tells the runs of a month apart: `2026-10 #3`. */
  readonly run: string;
  readonly by: string;
  /** Local time of the spreadsheet, `2026-11-02 09:30:00`. */
  readonly at: string;
  readonly reason: string;
  readonly people: string;
  readonly held: string;
  readonly total: string;
  /** Fingerprints of the rule tabs, of the pasted tabs, and of the result. */
  readonly rules: string;
  readonly inputs: string;
  readonly result: string;
  /** For an approval or a payment that is not in Runs any more: the tab that holds what was approved or says it. */
  readonly lostBut?: { readonly en: string; readonly zh: string };
}

const KEYS = [
  "month",
  "action",
  "run",
  "by",
  "at",
  "reason",
  "people",
  "held",
  "total",
  "rules",
  "inputs",
  "result",
] as const satisfies readonly Exclude<keyof RunRow, "lostBut">[];

/** The tab `Runs`: who generated, checked, approved, paid or reopened which month, and when. */
export const RUNS_TAB: RecordTab<(typeof KEYS)[number]> = {
  en: "Runs",
  zh: "运行记录",
  columns: [
    { key: "month", en: "Month", zh: "月份", width: 80 },
    { key: "action", en: "Action", zh: "操作", width: 90 },
    { key: "run", en: "Run", zh: "运行", width: 110 },
    { key: "by", en: "By", zh: "经办人", width: 180 },
    { key: "at", en: "At", zh: "时间", width: 150 },
    { key: "reason", en: "Reason", zh: "原因", width: 240 },
    { key: "people", en: "People", zh: "人数", width: 70 },
    { key: "held", en: "Held", zh: "暂缓", width: 70 },
    { key: "total", en: "Total", zh: "合计", width: 110 },
    { key: "rules", en: "Rules fingerprint", zh: "规则指纹", width: 190 },
    { key: "inputs", en: "Data fingerprint", zh: "数据指纹", width: 190 },
    { key: "result", en: "Result fingerprint", zh: "结果指纹", width: 190 },
  ],
};

/** The word of each action in both languages. */
export const ACTION_WORDS: Readonly<Record<RunAction, { readonly en: string; readonly zh: string }>> = {
  generated: { en: "generated", zh: "生成" },
  checked: { en: "checked", zh: "核对" },
  approved: { en: "approved", zh: "审批并锁定" },
  paid: { en: "paid", zh: "已发放" },
  reopened: { en: "reopened", zh: "解除锁定" },
};

function actionOf(text: string): RunAction | null {
  const found = Object.entries(ACTION_WORDS).find(([, { en, zh }]) => text === en || text === zh);
  return found ? (found[0] as RunAction) : null;
}

/**
 * The rows of the tab `Runs` in the order in which they were written, however the tab is sorted; rows of another
 * action, typed by hand, are left out.
 */
export function readRuns(grids: readonly Grid[]): RunRow[] {
  const found = columnsOf(grids, RUNS_TAB);
  if (!found) return [];
  const rows = found.grid.rows.slice(found.headerRow + 1).flatMap((row): RunRow[] => {
    const texts = Object.fromEntries(KEYS.map((key) => [key, recordText(row[found.columns[key]])]));
    const action = actionOf(texts.action ?? "");
    return action === null || texts.month === "" ? [] : [{ ...(texts as unknown as RunRow), action }];
  });
  return inTime(rows);
}

/** The steps of one run, in the order in which they can follow each other. */
const ORDER: readonly RunAction[] = ["generated", "checked", "approved", "paid", "reopened"];

/**
 * A run's number and the step say the order within a month, whatever the clock of the spreadsheet was set to. Equal
 * steps go by their time, and those of one time as they stand. Where a run was renamed by hand, time alone is left.
 */
function inTime(rows: readonly RunRow[]): RunRow[] {
  const renamed = new Set(
    rows.filter(({ run, month }) => Number.isNaN(runNumber(run, month))).map(({ month }) => month),
  );
  return [...rows].sort((a, b) => {
    if (a.month !== b.month) return a.month < b.month ? -1 : 1;
    const byRun = renamed.has(a.month) ? 0 : runNumber(a.run, a.month) - runNumber(b.run, b.month);
    const byStep = ORDER.indexOf(a.action) - ORDER.indexOf(b.action);
    const byTime = a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
    return renamed.has(a.month) ? byTime : byRun || byStep || byTime;
  });
}

/** The number of a run of a month; NaN for a name that is none. */
export function runNumber(run: string, month: string): number {
  const [, of, number] = /^(.*) #(\d+)$/.exec(run) ?? [];
  return of === month ? Number(number) : Number.NaN;
}

/** The name of the next run of a month, counted from 1. */
export function nextRun(rows: readonly RunRow[], month: string): string {
  const numbers = rows
    .filter((row) => row.month === month)
    .map((row) => Number(/#(\d+)$/.exec(row.run)?.[1] ?? 0));
  return `${month} #${Math.max(0, ...numbers) + 1}`;
}
