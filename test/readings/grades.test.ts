import { describe, expect, test } from "vitest";
import { parseMonth } from "../../src/engine/calendar";
import type { Grid } from "../../src/engine/grid";
import { readRules } from "../../src/rules/read";
import { checkCases, payTab, tab } from "./book";

const STAFF = tab("Staff", "Person | Plan | Grade\nAnn | P | A1\nBen | P | A2");

function movesOf(grid: Grid): Record<string, string> {
  const month = parseMonth("2026-10");
  if (!month) throw new Error("no month");
  const { book } = readRules([grid], month);
  return Object.fromEntries(book.grades.map(({ name, moves }) => [name, Object.values(moves).join(" ")]));
}

describe("Moves of grades (3.21)", () => {
  test("blank: 3 met the next row, 2 met the same, 1 met the first row, 0 met review", () => {
    expect(movesOf(tab("g", "Grade | Base pay\nA0 | 1\nA1 | 2\nA2 | 3"))).toEqual({
      A0: "A1 A0 A0 review",
      A1: "A2 A1 A0 review",
      A2: "A2 A2 A0 review",
    });
  });

  test("what is written wins, in either language, without case", () => {
    expect(
      movesOf(
        tab(
          "等级",
          "等级 | 底薪 | 3个月达标 | 2個月達標 | 1 met | 0个月达标\nA0 | 1 | a2 | REVIEW | a0 | A0\nA2 | 3 | | | |",
        ),
      ),
    ).toEqual({
      A0: "A2 review A0 A0",
      A2: "A2 A2 A0 review",
    });
  });

  test("each grade's version in force, in the order of the tab", () => {
    expect(
      movesOf(
        tab(
          "g",
          "Grade | Base pay | From | 1 met\nA0 | 1 | |\nA1 | 2 | | A1\nA1 | 3 | 2026-10-01 |\nA0 | 9 | 2026-11-01 | A1",
        ),
      ),
    ).toEqual({
      A0: "A1 A0 A0 review",
      A1: "A1 A1 A0 review",
    });
  });
});

checkCases("Grades as base pay (3.9, 3.14, 9.1)", [
  {
    name: "a base pay that cannot be read holds those of the grade",
    why: "9.1: Ann's A1 only",
    tabs: [STAFF, tab("Grades", "Grade | Base pay\nA1 | 2,5\nA2 | 2000"), payTab("=base")],
    expect: { held: ["Ann"], errors: ["cell-comma Grades!B2"], total: { Ben: "2000.00" } },
  },
  {
    name: "a grade twice",
    why: "DESIGN 5.9: two rows of A1 hold together",
    tabs: [STAFF, tab("Grades", "Grade | Base pay\nA1 | 1\na1 | 2\nA2 | 2000"), payTab("=base")],
    expect: { held: ["Ann"], errors: ["grade-twice Grades!A2"], total: { Ben: "2000.00" } },
  },
  {
    name: "a grade that is nowhere, beside a base pay",
    why: "3.9: base pay wins; the grade is asked about",
    tabs: [
      tab("Staff", "Person | Plan | Grade | Base pay\nAnn | P | Z | 7"),
      tab("Grades", "Grade | Base pay\nA1 | 1"),
      payTab('=IF(grade="z",base,0)'),
    ],
    expect: { total: { Ann: "7.00" }, warnings: ["grade-not-in-grades"] },
  },
]);

checkCases("Live formulas and division by zero (3.3, 4.1)", [
  {
    name: "live formulas in Only if, Where and Scoring",
    why: "3.3: their text is read, not what the cell shows",
    tabs: [
      tab("Staff", "Person | Plan\nAnn | P"),
      tab("L", "Who | When | N | Stage\nAnn | @2026-10-01 | 5 | won\nAnn | @2026-10-02 | 7 | lost"),
      tab(
        "Sources",
        "Source | Tab | Person column | Date column | Measure | Column | Where\ns | L | Who | When | n | N | #NAME?",
        { "1,6": '=Stage="won"' },
      ),
      tab("Scoring", "Plan | Item | Weight | Method | Formula\nP | a | 100 | formula | #NAME?", {
        "1,4": "=n*2",
      }),
      tab("Pay", "Plan | Component | Formula | Only if\nP | x | #NAME? | FALSE", {
        "1,2": "=score",
        "1,3": "=n=5",
      }),
    ],
    expect: { total: { Ann: "10.00" } },
  },
  {
    name: "in Scoring a division by zero is an error that holds",
    why: "4.1: Ben's is no division by zero",
    tabs: [
      tab("Staff", "Person | Plan\nAnn | P\nBen | P"),
      tab("raw", "Agent | Date | sales | refunds\nAnn | @2026-10-01 | 5 | 0\nBen | @2026-10-01 | 5 | 1"),
      tab("Scoring", "Plan | Item | Weight | Method | Formula\nP | a | 100 | formula | =sales/refunds"),
      payTab("=score"),
    ],
    expect: { held: ["Ann"], errors: ["division-by-zero Scoring!E2"], total: { Ben: "5.00" } },
  },
]);
