/** The nine people of WE06 in a workbook, and the menu action on it. */
import { askAndReview } from "../../src/commands";
import type { Grid, GridCell } from "../../src/engine/grid";
import { Book } from "../../src/local/book.ts";
import type { Answer } from "../../src/local/world.ts";
import { tab } from "../readings/book";
import { type Workbook, workbook } from "../sheets/workbook";

/** A language of the workbook and of the person. */
export type Lang = "en" | "zh";

/** WE06: person, grade, months passed (P) or failed (F), outcome, grade and base pay after it. */
export const CASES: readonly (readonly [
  person: string,
  grade: string,
  marks: string,
  outcome: string,
  next: string | null,
  pay: string | null,
])[] = [
  ["q1", "A1", "PPP", "promote", "A2", "2500.00"],
  ["q2", "A2", "PPF", "hold", "A2", "2500.00"],
  ["q3", "A3", "FPF", "demote", "A0", "1800.00"],
  ["q4", "A1", "FFF", "review", null, null],
  ["q5", "A4", "PPP", "top", "A4", "3500.00"],
  ["q6", "A0", "PPP", "promote", "A1", "2000.00"],
  ["q7", "A0", "FFP", "final-review", "A0", "1800.00"],
  ["q8", "A0", "PPF", "hold", "A0", "1800.00"],
  ["q9", "A2", "-PP", "pending", "A2", "2500.00"],
];

const TARGET = 120_000;
const MONTHS = ["2026-10", "2026-11", "2026-12", "2027-01"] as const;

const HEADERS = {
  en: {
    staff: "Person | Team | Plan | Grade | Base pay | From | Hired | Left",
    targets: "Month | Applies to | Metric | Target",
    grades: "Grade | Base pay",
    pay: "Plan | Component | Formula",
    history: "Month | Person | Team | Name | Value | Run",
    names: ["Staff", "Targets", "Grades", "Pay", "History"],
  },
  zh: {
    staff: "员工 | 团队 | 方案 | 等级 | 底薪 | 生效日期 | 入职日期 | 离职日期",
    targets: "月份 | 适用对象 | 指标 | 目标",
    grades: "等级 | 底薪",
    pay: "方案 | 薪酬项 | 公式",
    history: "月份 | 员工 | 团队 | 名称 | 数值 | 运行",
    names: ["员工", "目标", "等级", "薪酬", "历史"],
  },
} as const;

/** Exactly the target passes, a cent below fails. */
function salesOf(mark: string): number {
  return mark === "P" ? TARGET : TARGET - 0.01;
}

function historyRows(months: readonly number[]): string {
  return CASES.flatMap(([person, , marks]) =>
    months.flatMap((index) =>
      marks[index] === "-"
        ? []
        : [`${MONTHS[index]} | ${person} | T | ATTAINMENT(sales) | ${salesOf(marks[index] ?? "") / TARGET}`],
    ),
  ).join("\n");
}

/** What a case changes of the workbook. */
export interface Changes {
  readonly lang?: Lang;
  /** Rows of Staff instead of the nine people's. */
  readonly staff?: readonly string[];
  readonly staffHeader?: string;
  /** Months of the quarter (0 to 2) that History holds; the others are computed from pasted sales. */
  readonly closed?: readonly number[];
  readonly more?: readonly Grid[];
}

/** The rows of the nine people. */
export const STAFF_ROWS: readonly string[] = CASES.map(([person, grade]) => `${person} | T | P | ${grade}`);

/** The tabs: History of closed months, sales of the open ones and of January. */
export function grids({
  lang = "en",
  staff = STAFF_ROWS,
  staffHeader,
  closed = [0, 1, 2],
  more = [],
}: Changes): Grid[] {
  const words = HEADERS[lang];
  const [staffName, targets, grades, pay, history] = words.names;
  const open = [0, 1, 2].filter((index) => !closed.includes(index));
  const sales = CASES.flatMap(([person, , marks]) => [
    ...open
      .filter((index) => marks[index] !== "-")
      .map((index) => `${person} | ${MONTHS[index]}-15 | ${salesOf(marks[index] ?? "")}`),
    `${person} | 2027-01-15 | 1`,
  ]);
  const aims = MONTHS.map((month) => `${month} | * | sales | ${TARGET}`).join("\n");
  return [
    tab(staffName, `${staffHeader ?? words.staff}\n${staff.join("\n")}`),
    tab(targets, `${words.targets}\n${aims}`),
    tab(grades, `${words.grades}\nA0 | 1800\nA1 | 2000\nA2 | 2500\nA3 | 3000\nA4 | 3500`),
    tab(pay, `${words.pay}\nP | base | =base`),
    tab("raw", `Agent | Date | sales\n${sales.join("\n")}`),
    tab(history, `${words.history}\n${historyRows(closed)}`),
    ...more,
  ];
}

function addTab(book: Book, { name, rows, formulas }: Grid): void {
  const sheet = book.addSheet(name);
  rows.forEach((row, r) => {
    row.forEach((cell: GridCell, c) => {
      sheet.reach(r + 1, c + 1);
      if (cell !== "" && typeof cell !== "object") sheet.values.set(r + 1, c + 1, cell);
      const formula = formulas?.get(`${r},${c}`);
      if (formula !== undefined) sheet.formulas.set(r + 1, c + 1, formula);
    });
  });
}

/** The workbook, with the person's language that of its tabs. */
export function shop(changes: Changes = {}): Workbook {
  const book = new Book("review");
  for (const grid of grids(changes)) addTab(book, grid);
  const wb = workbook(book);
  Object.assign(wb.world, { userLocale: changes.lang === "zh" ? "zh-CN" : "en" });
  return wb;
}

/** Chooses the menu item: the quarter is typed, a question about Staff is answered. */
export function review(
  wb: Workbook,
  quarter = "2026-Q4",
  toStaff: Answer["button"] = "YES",
): Record<string, unknown> {
  const answers: Answer[] = [{ button: "OK", text: quarter }];
  wb.world.answer = () => answers.shift() ?? { button: toStaff };
  return JSON.parse(askAndReview(wb.services)) as Record<string, unknown>;
}

/** A tab's texts, row by row. */
export function textsOf(wb: Workbook, name: string): string[][] {
  const sheet = wb.book.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no tab ${name}`);
  return Array.from({ length: sheet.lastRow() }, (_, r) =>
    Array.from({ length: sheet.lastColumn() }, (_cell, c) => String(sheet.values.get(r + 1, c + 1) ?? "")),
  );
}

const ACCEPT = /^(?:Accept|采纳)$/;

/** Types something under Accept for somebody. */
export function typeAccept(wb: Workbook, tabName: string, person: string, typed: string): void {
  const texts = textsOf(wb, tabName);
  const header = texts.findIndex((row) => row.some((text) => ACCEPT.test(text)));
  const column = texts[header]?.findIndex((text) => ACCEPT.test(text)) ?? -1;
  const row = texts.findIndex((one, index) => index > header && one[0] === person);
  const sheet = wb.book.sheets.find((one) => one.name === tabName);
  if (header < 0 || row < 0 || !sheet) throw new Error(`no ${person} on ${tabName}`);
  sheet.values.set(row + 1, column + 1, typed);
}
