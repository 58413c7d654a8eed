/** Who joined inside a month and is measured against the target of all of it: the outcome stands, and HR is told. */
import { describe, expect, test } from "vitest";
import { done } from "../api/shop";
import { tab } from "../readings/book";
import type { Workbook } from "../sheets/workbook";
import { CASES, type Changes, type Lang, shop as quarter, review, textsOf } from "./review-book";
import { sheetOf, shop } from "./shop";

const CHECKS = { en: "Checks 2026-10", zh: "检查 2026-10" } as const;

/** The rows of Checks that tell of a part month. */
function told(wb: Workbook, lang: Lang = "en"): string[] {
  done(wb, "run", { month: "2026-10", lang });
  const words = lang === "zh" ? "整月目标" : "for the whole month";
  return textsOf(wb, CHECKS[lang]).flatMap((row) => row.find((cell) => cell.includes(words)) ?? []);
}

/** B is there from a day of October on; 46311 is the 16th, 46296 the 1st. */
function joining(day: number | "", left: number | "" = ""): Workbook {
  const wb = shop();
  const staff = sheetOf(wb, "Staff");
  staff.reach(5, 6);
  for (const [c, header] of ["Hired", "Left"].entries()) staff.values.set(1, c + 5, header);
  if (day !== "") staff.values.set(3, 5, day);
  if (left !== "") staff.values.set(3, 6, left);
  return wb;
}

// B sold 150,000 on the 20th against the target of 120,000: 125 %.
describe("a target of the whole month on Checks", () => {
  test.each([
    [
      "en",
      "B: 16 of 31 days of 2026-10 employed. The target of sales is for the whole month, so attainment is 125%; score or pay uses it. If these days have a target of their own, add a row for B on this tab.",
    ],
    [
      "zh",
      "B：2026-10 在职 16/31 天。sales 的目标为整月目标，达成率因此为 125%，并用于得分或工资。如这些天另有目标，请在本表为 B 添加一行。",
    ],
  ] as const)("is told once for who joined inside it (%s)", (lang, words) => {
    expect(told(joining(46311), lang)).toEqual([expect.stringContaining(words)]);
  });

  test.each([
    ["whoever is there all month", joining(46296, 46326), 0],
    ["whoever joined on the 2nd", joining(46297), 1],
    ["whoever left on the 30th", joining(46296, 46325), 1],
  ])("of %s", (_name, wb, times) => {
    expect(told(wb)).toHaveLength(times);
  });

  test.each([
    ["has a row of Targets", (wb: Workbook) => addTarget(wb, ["2026-10", "B", "sales", 60000])],
    [
      "has a formula there",
      (wb: Workbook) => sheetOf(wb, "Targets").values.set(2, 4, "=120000*paid_days/31"),
    ],
    ["is paid without it", (wb: Workbook) => sheetOf(wb, "Pay").values.set(3, 3, "=sales/100")],
  ])("is not told of whoever %s", (_name, change) => {
    const wb = joining(46311);
    change(wb);
    expect(told(wb)).toEqual([]);
  });

  test("is told where Scoring uses it, and not of a rate", () => {
    const scored = joining(46311);
    sheetOf(scored, "Pay").values.set(3, 3, "=100");
    const scoring = sheetOf(scored, "Scoring");
    for (const [c, cell] of ["P", "sales", "sales", 100, "ratio"].entries())
      scoring.values.set(2, c + 1, cell);
    expect(told(scored)).toHaveLength(1);
    const rate = joining(46311);
    sheetOf(rate, "Pay").values.set(3, 3, '=100*RATE("rate",ATTAINMENT(aov))');
    const metrics = tab("Metrics", "Metric | Formula | Unit\naov | =sales/2 | %");
    addRows(rate, metrics.rows);
    sheetOf(rate, "Targets").values.set(2, 3, "aov");
    expect(told(rate)).toEqual([]);
  });
});

function addTarget(wb: Workbook, cells: readonly (string | number)[]): void {
  const targets = sheetOf(wb, "Targets");
  targets.reach(5, 4);
  for (const [c, cell] of cells.entries()) targets.values.set(5, c + 1, cell);
}

function addRows(wb: Workbook, rows: readonly (readonly unknown[])[]): void {
  const sheet = wb.book.addSheet("Metrics");
  for (const [r, row] of rows.entries())
    for (const [c, cell] of row.entries()) {
      sheet.reach(r + 1, c + 1);
      sheet.values.set(r + 1, c + 1, String(cell));
    }
}

// q8 of WE06 met October and November and missed December by a cent. Hired on the 16th of a month (the serials of
// October, November and December): 16, 15 and 16 days.
const HIRED = { "2026-10": 46311, "2026-11": 46342, "2026-12": 46372 } as const;

function reviewed(changes: Changes, lang: Lang = "en"): string[] {
  const wb = quarter({ ...changes, lang });
  review(wb);
  const rows = textsOf(wb, lang === "zh" ? "等级评定 2026-Q4" : "Grade review 2026-Q4");
  return rows.find(([person]) => person === "q8") ?? [];
}

const staffWith = (hired: number) =>
  CASES.map(([person, grade]) => `${person} | T | P | ${grade} | | | ${person === "q8" ? hired : ""} |`);

describe("the grade review of a quarter", () => {
  test.each([
    [
      "en",
      "⚑ HR, before accepting: 2026-12: 16 of 31 days employed, target is for the whole month. Look at it first.",
    ],
    ["zh", "⚑ 采纳前请HR先核实：2026-12 在职 16/31 天，目标为整月目标。"],
  ] as const)("keeps the outcome and asks HR to look (%s)", (lang, words) => {
    const staff = staffWith(HIRED["2026-12"]);
    const [plain, part] = [reviewed({}, lang), reviewed({ staff }, lang)];
    expect(part.slice(3, 9)).toEqual([...plain.slice(3, 5), `${plain[5]} ⚑`, ...plain.slice(6, 9)]);
    expect(part.join("\n")).toContain(words);
    expect(plain.join("\n").includes("⚑")).toBe(false);
  });

  test("asks for nothing where the part month is met, but marks it", () => {
    const part = reviewed({ staff: staffWith(HIRED["2026-10"]) });
    expect(part[3]).toBe("✓ 100% ⚑");
    expect(part.join("\n")).not.toContain("before accepting");
  });

  test.each([
    // Sales are dated the 15th, the first of 17 days.
    ["warns on Checks of the part month that is not met", staffWith(HIRED["2026-12"] - 1), 1],
    ["and of no other", staffWith(HIRED["2026-11"]), 0],
  ])("%s", (_name, staff, times) => {
    const wb = quarter({ staff, closed: [0, 1] });
    done(wb, "run", { month: "2026-12", lang: "en" });
    const found = textsOf(wb, "Checks 2026-12").filter((row) =>
      row.some((cell) => cell.includes("q8: 17 of 31 days of 2026-12 employed, and attainment")),
    );
    expect(found).toHaveLength(times);
  });
});
