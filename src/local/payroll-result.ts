/** What the add-on returns for a month, and how the command line shows it. */
import { flatText, renderTable } from "./text-table.ts";

/** One person of the result. Amounts and scores are decimal strings; null for who is held. */
export interface PersonResult {
  readonly person: string;
  readonly team: string | null;
  readonly plan: string | null;
  readonly score: string | null;
  readonly held: boolean;
  readonly total: string | null;
}

/** One problem of the run. */
export interface IssueResult {
  readonly severity: "error" | "warning" | "info";
  readonly tab?: string | null;
  readonly cell?: string | null;
  readonly message: string;
}

/** The part of the result that the command line reads; the rest passes through to the JSON file. */
export interface PayrollResult {
  readonly month: string;
  readonly people: readonly PersonResult[];
  readonly total: string | null;
  readonly issues: readonly IssueResult[];
}

/** The result in a text that the add-on returned; undefined when it holds none. */
export function parseResult(text: unknown): PayrollResult | undefined {
  if (typeof text !== "string") return undefined;
  const result = JSON.parse(text) as Partial<PayrollResult> | null;
  return result && Array.isArray(result.people) && Array.isArray(result.issues)
    ? (result as PayrollResult)
    : undefined;
}

/** True when somebody's pay is held, or the run has an error. */
export function needsAttention(result: PayrollResult): boolean {
  return (
    result.people.some((person) => person.held) || result.issues.some((issue) => issue.severity === "error")
  );
}

const WORDS = {
  en: {
    columns: ["Person", "Team", "Plan", "Score", "Pay"],
    held: "held",
    total: (held: number) => (held ? `Total without ${held} held` : "Total"),
    people: (count: number, held: number) => `${count} people${held ? `, ${held} held` : ""}`,
    error: "Errors",
    warning: "Warnings",
    info: "Notes",
    more: (count: number) => `... and ${count} more in the Checks tab`,
    saved: "Saved",
  },
  zh: {
    columns: ["员工", "团队", "方案", "得分", "应发"],
    held: "暂缓",
    total: (held: number) => (held ? `合计（不含暂缓 ${held} 人）` : "合计"),
    people: (count: number, held: number) => `${count} 人${held ? `，暂缓 ${held} 人` : ""}`,
    error: "错误",
    warning: "警告",
    info: "提示",
    more: (count: number) => `……另有 ${count} 条，见“检查”表`,
    saved: "已保存",
  },
} as const;

/** The languages of the command line. */
export type Language = keyof typeof WORDS;

const ALIGN = ["left", "left", "left", "right", "right"] as const;
const SHOWN = { error: 30, warning: 10, info: 3 } as const;

/** What a run left besides its result. */
export interface Aftermath {
  /** What the add-on told the person in dialogs, a line each. */
  readonly alerts: readonly string[];
  /** Where the workbook is. */
  readonly savedAs: string;
}

/** The lines to print: people with score and pay, the total, alerts, what needs attention, where the file is. */
export function renderResult(
  result: PayrollResult,
  language: Language,
  { alerts, savedAs }: Aftermath,
): string[] {
  const words = WORDS[language];
  const held = result.people.filter((person) => person.held).length;
  const rows = result.people.map((person) => [
    person.person,
    person.team ?? "",
    person.plan ?? "",
    person.score ?? "-",
    person.held ? words.held : (person.total ?? "-"),
  ]);
  const columns = words.columns.map((heading, index) => ({ heading, align: ALIGN[index] ?? "left" }));
  const total = [words.total(held), "", "", "", result.total ?? "-"];
  return [
    `${result.month}: ${words.people(result.people.length, held)}`,
    "",
    ...renderTable(columns, [...rows, total]),
    ...alerts.flatMap((alert) => ["", alert]),
    ...(["error", "warning", "info"] as const).flatMap((severity) =>
      renderIssues(result, language, severity),
    ),
    "",
    `${words.saved}: ${savedAs}`,
  ];
}

function renderIssues(
  result: PayrollResult,
  language: Language,
  severity: IssueResult["severity"],
): string[] {
  const issues = result.issues.filter((issue) => issue.severity === severity);
  if (issues.length === 0) return [];
  const words = WORDS[language];
  const shown = issues.slice(0, SHOWN[severity]).map((issue) => `  ${placed(issue)}`);
  const hidden = issues.length - shown.length;
  return [
    "",
    `${words[severity]} (${issues.length})`,
    ...shown,
    ...(hidden ? [`  ${words.more(hidden)}`] : []),
  ];
}

/** The message on one line, with its place in front where the add-on did not put it there. */
function placed({ tab, cell, message }: IssueResult): string {
  if (!tab || message.startsWith(tab)) return flatText(message);
  return flatText(`${cell ? `${tab}!${cell}` : tab}: ${message}`);
}
