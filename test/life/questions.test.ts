/** Questions about lines of pay: asked once, told to HR until answered, and no part of the result. */
import { describe, expect, test } from "vitest";
import { askQuestion } from "../../src/api/questions";
import { readAll } from "../../src/api/requests";
import { askAndAdvance } from "../../src/commands";
import type { Grid } from "../../src/engine/grid";
import { Book } from "../../src/local/book.ts";
import { done, refused, tabsOf } from "../api/shop";
import { tab } from "../readings/book";
import { type Workbook, workbook } from "../sheets/workbook";
import { bookOf } from "../worked/book-of";
import { textsOf } from "./review-book";

const GRIDS: readonly Grid[] = [
  tab("Staff", "Person | Plan | Base pay\nAmy | P | 3000\nBen | P | 2000"),
  tab("Pay", "Plan | Component | Formula\nP | base pay | =base"),
];
const ASKED = { month: "2026-10", person: "Amy", line: "base pay", question: "Why not 3,200?" };

function shop(): Workbook {
  return workbook(bookOf(GRIDS));
}

interface Checked {
  readonly issues: readonly { readonly code: string; readonly severity: string; readonly message: string }[];
}

function warningsOf(wb: Workbook, month = "2026-10", lang = "en"): string[] {
  const { issues } = done(wb, "checkData" as never, { month, lang }) as unknown as Checked;
  return issues
    .filter(({ code, severity }) => code === "question-open" && severity === "warning")
    .map(({ message }) => message);
}

function answerOf(wb: Workbook, row: number, text: string): void {
  const sheet = wb.book.sheets.find(({ name }) => name === "Questions") ?? expect.fail();
  sheet.values.set(row, 7, text);
}

/** The columns of a row whose texts are wrapped. */
function wrapped(wb: Workbook, name: string, row: number): number[] {
  const sheet = wb.book.sheets.find((one) => one.name === name) ?? expect.fail();
  const columns = Array.from({ length: sheet.lastColumn() }, (_, index) => index + 1);
  return columns.filter((column) => sheet.styles.get(row, column)?.wrap === true);
}

describe("asking", () => {
  test("adds a row to Questions, with who asked and when", () => {
    const wb = shop();
    expect(done(wb, "ask", ASKED).message).toBe("Noted on the tab Questions.");
    const [header, row] = textsOf(wb, "Questions");
    expect(header?.join(" · ")).toBe(
      "Month · Person · Line · Question · Asked by · On · Answer · Answered by · Adjustment",
    );
    expect(row?.slice(0, 5)).toEqual(["2026-10", "Amy", "base pay", "Why not 3,200?", "owner@example.com"]);
    expect(row?.[5]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    expect(row?.slice(6)).toEqual(["", "", ""]);
  });

  test("question and answer are wrapped, in a new tab and in one with its columns moved", () => {
    const moved =
      "备忘 | 疑问 | 月份 | 员工 | 项目 | 提问人 | 日期 | 答复 | 答复人 | 调整\n留 | x | 2026-09 | Ben | y";
    const wb = workbook(bookOf([...GRIDS, tab("我的疑问", moved)]));
    done(wb, "ask", ASKED);
    expect(wrapped(wb, "我的疑问", 3)).toEqual([2, 8]);
    const fresh = shop();
    for (const line of ["base pay", "bonus"]) done(fresh, "ask", { ...ASKED, line });
    expect([wrapped(fresh, "Questions", 2), wrapped(fresh, "Questions", 3)]).toEqual([
      [4, 7],
      [4, 7],
    ]);
  });

  test("a text is never a formula", () => {
    const wb = shop();
    done(wb, "ask", { ...ASKED, question: '=HYPERLINK("x")' });
    expect(textsOf(wb, "Questions")[1]?.[3]).toBe('=HYPERLINK("x")');
    expect(wb.book.sheets.find(({ name }) => name === "Questions")?.formulas.get(2, 4)).toBeUndefined();
  });

  test("the same open question is not asked twice; after its answer it may be", () => {
    const wb = shop();
    done(wb, "ask", ASKED);
    const once = tabsOf(wb);
    done(wb, "ask", { ...ASKED, person: "AMY" });
    expect(tabsOf(wb)).toEqual(once);
    done(wb, "ask", { ...ASKED, question: "And the bonus?" });
    answerOf(wb, 2, "Because of the plan.");
    done(wb, "ask", ASKED);
    expect(textsOf(wb, "Questions")).toHaveLength(4);
  });

  test("a second click before the first is done adds nothing; another question after it is added", () => {
    const wb = shop();
    const early = readAll(wb.services);
    done(wb, "ask", ASKED);
    const late = (fields: object) => {
      const reads = [early];
      return askQuestion(
        wb.services,
        () => reads.pop() ?? readAll(wb.services),
        { ...ASKED, ...fields },
        "en",
      );
    };
    expect(late({})).toMatchObject({ ok: true });
    expect(textsOf(wb, "Questions")).toHaveLength(2);
    expect(late({ line: "bonus" })).toMatchObject({ ok: true });
    expect(textsOf(wb, "Questions").map((row) => row[2])).toEqual(["Line", "base pay", "bonus"]);
  });

  test("where others are faster each time, the person is told and nothing is added", () => {
    const wb = shop();
    const early = readAll(wb.services);
    done(wb, "ask", ASKED);
    const answer = askQuestion(wb.services, () => early, { ...ASKED, line: "bonus" }, "en");
    expect(answer).toMatchObject({ code: "run.busy" });
    expect(textsOf(wb, "Questions")).toHaveLength(2);
  });

  test.each([
    [{ ...ASKED, month: "soon" }, "run.bad-month"],
    [{ ...ASKED, person: " " }, "question.no-line"],
    [{ ...ASKED, line: "" }, "question.no-line"],
    [{ ...ASKED, question: "  " }, "question.blank"],
  ])("%j is refused as %s, and no tab is made", (fields, code) => {
    const wb = shop();
    expect(refused(wb, "ask", fields).code).toBe(code);
    expect(wb.book.sheets).toHaveLength(2);
  });

  test("a Chinese tab in another order of columns is added to", () => {
    const book = bookOf([
      ...GRIDS,
      tab(
        "我的疑问",
        "备忘 | 疑问 | 月份 | 员工 | 项目 | 提问人 | 日期 | 答复 | 答复人 | 调整\n留 | x | 2026-09 | Ben | y",
      ),
    ]);
    const wb = workbook(book);
    done(wb, "ask", { ...ASKED, lang: "zh" });
    expect(textsOf(wb, "我的疑问")[2]?.slice(0, 5)).toEqual([
      "",
      "Why not 3,200?",
      "2026-10",
      "Amy",
      "base pay",
    ]);
  });
});

describe("an open question", () => {
  test("is a warning of its month until it is answered", () => {
    const wb = shop();
    done(wb, "ask", ASKED);
    expect(warningsOf(wb)).toEqual([
      "Questions row 2: Amy asks about base pay: Why not 3,200? Answer it on this tab; where pay changes, add a row to Adjustments. Asked by owner@example.com.",
    ]);
    expect(warningsOf(wb, "2026-10", "zh")[0]).toBe(
      "Questions 第 2 行：Amy 对“base pay”有疑问：Why not 3,200? 请在本表填写答复；如需改动工资，请在“调整”表添加一行。提问人：owner@example.com。",
    );
    expect(warningsOf(wb, "2026-11")).toEqual([]);
    answerOf(wb, 2, "3,200 begins in November.");
    expect(warningsOf(wb)).toEqual([]);
  });

  test("is listed before a month is checked and approved, and asks for no new run", () => {
    const wb = shop();
    done(wb, "run", { month: "2026-10" });
    done(wb, "ask", ASKED);
    expect(done(wb, "life", { month: "2026-10" }).questions).toEqual([
      {
        person: "Amy",
        line: "base pay",
        question: "Why not 3,200?",
        at: { tab: "Questions", cell: "2:2" },
      },
    ]);
    const answers = [{ button: "OK" as const, text: "2026-10" }];
    wb.world.answer = () => answers.shift() ?? { button: "YES" };
    expect(JSON.parse(askAndAdvance(wb.services)).state).toBe("checked");
    const asked = wb.world.dialogs.map(({ prompt }) => prompt ?? "").join("\n");
    expect(asked).toContain("Open questions: 1\n· Amy, base pay: Why not 3,200?");
    expect(done(wb, "step", { month: "2026-10", step: "approve" }).state).toBe("approved");
  });

  test("is on Checks, and its tab is no pasted data even under another name", () => {
    const wb = shop();
    done(wb, "ask", ASKED);
    const sheet = wb.book.sheets.find(({ name }) => name === "Questions") ?? expect.fail();
    sheet.name = "What people ask";
    done(wb, "run", { month: "2026-10" });
    const checks = textsOf(wb, "Checks 2026-10").flat().join("\n");
    expect(checks).toContain("Why not 3,200?");
    expect(checks).not.toContain("Not used");
  });
});

test("the explanation of a figure names its month, so that one can ask about it", () => {
  const wb = shop();
  done(wb, "run", { month: "2026-10" });
  const row = textsOf(wb, "Payroll 2026-10").findIndex((cells) => cells[1] === "Amy") + 1;
  const explained = done(wb, "explain", { tab: "Payroll 2026-10", cell: `H${row}` });
  expect([explained.month, explained.figure?.person, explained.figure?.name]).toEqual([
    "2026-10",
    "Amy",
    "base pay",
  ]);
});

test.each([
  ["en", ["refund", "complaint", "attendance", "correction", "award", "other"]],
  ["zh", ["退款", "投诉", "考勤", "更正", "奖励", "其他"]],
] as const)("Set up offers reason codes for adjustments (%s)", (lang, words) => {
  const wb = workbook(Book.blank("codes"));
  done(wb, "setUp", { pack: "simple", lang });
  const name = lang === "en" ? "Adjustments" : "调整";
  const sheet = wb.book.sheets.find((one) => one.name === name) ?? expect.fail();
  const column = textsOf(wb, name)[0]?.findIndex((text) => ["Reason", "原因"].includes(text)) ?? -1;
  const rule = sheet.validations.get(2, column + 1);
  expect(JSON.stringify(rule)).toContain(words.map((word) => JSON.stringify(word)).join(","));
});
