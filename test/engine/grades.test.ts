import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseMonth } from "../../src/engine/calendar";
import { Exact } from "../../src/engine/exact";
import {
  type GradeOutcome,
  gradeMove,
  monthMet,
  monthsBeforeQuarterEnd,
  reviewQuarter,
} from "../../src/engine/grades";
import type { Grade } from "../../src/engine/plan";

/** A ladder as the Grades tab reads: name, base pay, and where 3, 2, 1 and 0 months met lead. */
function ladderOf(rows: readonly (readonly [string, number, string, string, string, string])[]): Grade[] {
  return rows.map(([name, basePay, met3, met2, met1, met0]) => ({
    name,
    basePay: Exact.integer(basePay),
    moves: { met3, met2, met1, met0 },
    place: { tab: "Grades" },
    problems: [],
  }));
}

/** Article 002 to the letter: one month met leads to A0, from wherever. */
const TO_A0 = ladderOf([
  ["A0", 1800, "A1", "A0", "A0", "review"],
  ["A1", 2000, "A2", "A1", "A0", "review"],
  ["A2", 2500, "A3", "A2", "A0", "review"],
  ["A3", 3000, "A4", "A3", "A0", "review"],
  ["A4", 3500, "A4", "A4", "A0", "review"],
]);

/** The other reading: one month met is one step down. */
const ONE_STEP = ladderOf([
  ["A0", 1800, "A1", "A0", "A0", "review"],
  ["A1", 2000, "A2", "A1", "A0", "review"],
  ["A2", 2500, "A3", "A2", "A1", "review"],
  ["A3", 3000, "A3", "A3", "A2", "A0"],
]);

/** A ladder on which somebody in the middle may stay, whatever comes out. */
const STAYING = ladderOf([
  ["B0", 1, "B1", "B0", "B0", "B0"],
  ["B1", 2, "B1", "B1", "B1", "B1"],
  ["B2", 3, "B2", "B1", "B1", "B0"],
]);

const P = true;
const F = false;

type Case = readonly [
  why: string,
  ladder: readonly Grade[],
  grade: string,
  months: readonly (boolean | null)[],
  outcome: GradeOutcome,
  next: string | null,
];

const CASES: readonly Case[] = [
  ["WE06 q1", TO_A0, "A1", [P, P, P], "promote", "A2"],
  ["WE06 q2", TO_A0, "A2", [P, P, F], "hold", "A2"],
  ["WE06 q3: literally to A0", TO_A0, "A3", [F, P, F], "demote", "A0"],
  ["WE06 q4: a flag, nobody is dismissed", TO_A0, "A1", [F, F, F], "review", null],
  ["WE06 q5: stays at the top", TO_A0, "A4", [P, P, P], "top", "A4"],
  ["WE06 q6", TO_A0, "A0", [P, P, P], "promote", "A1"],
  ["WE06 q7: there is no lower grade", TO_A0, "A0", [F, F, P], "final-review", "A0"],
  ["WE06 q8", TO_A0, "A0", [P, P, F], "hold", "A0"],
  ["WE06 q9: two months count", TO_A0, "A2", [null, P, P], "pending", "A2"],
  ["no month counts", TO_A0, "A2", [null, null, null], "pending", "A2"],
  ["two met and one unknown is no 2 of 3", TO_A0, "A1", [P, P, null], "pending", "A1"],
  ["one step down", ONE_STEP, "A3", [F, P, F], "demote", "A2"],
  ["one step down to the first row", ONE_STEP, "A1", [P, F, F], "demote", "A0"],
  ["none met may name a grade", ONE_STEP, "A3", [F, F, F], "demote", "A0"],
  ["two of three at the top holds", TO_A0, "A4", [P, F, P], "hold", "A4"],
  ["one of three at A4", TO_A0, "A4", [F, F, P], "demote", "A0"],
  ["staying with one met is no last chance above the first row", STAYING, "B1", [P, F, F], "hold", "B1"],
  ["staying with three met is no top below the last row", STAYING, "B1", [P, P, P], "hold", "B1"],
  ["none met at the first row, which says so", STAYING, "B0", [F, F, F], "final-review", "B0"],
  ["two met may lead down", STAYING, "B2", [P, P, F], "demote", "B1"],
  ["case and blanks of the name", TO_A0, " a1 ", [P, P, P], "promote", "A2"],
];

describe("a quarter's outcome", () => {
  test.each(CASES)("%s", (_why, ladder, grade, months, outcome, next) => {
    const review = reviewQuarter(
      ladder,
      grade,
      months.map((met, index) => ({ month: `2026-0${7 + index}`, attainment: null, score: null, met })),
    );
    expect(review?.outcome).toBe(outcome);
    expect(review?.next?.name ?? null).toBe(next);
  });

  test("a grade that the ladder lacks, or a broken row, has none", () => {
    const broken = TO_A0.map((grade) => ({
      ...grade,
      problems: [{ severity: "error", code: "grade-twice" } as const],
    }));
    expect(reviewQuarter(TO_A0, "B1", [])).toBeNull();
    expect(reviewQuarter(TO_A0, "", [])).toBeNull();
    expect(reviewQuarter(broken, "A1", [])).toBeNull();
  });

  test("nobody leaves the ladder, and more months met never lead lower", () => {
    const grade = fc.constantFrom(...TO_A0);
    fc.assert(
      fc.property(
        grade,
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 0, max: 3 }),
        (from, met, counted) => {
          fc.pre(met <= counted);
          const { next, outcome } = gradeMove(TO_A0, from, met, counted);
          if (next) expect(TO_A0).toContain(next);
          expect(next === null).toBe(outcome === "review");
          expect(outcome === "pending").toBe(counted < 3);
          const place = (count: number) => TO_A0.indexOf(gradeMove(TO_A0, from, count, 3).next ?? from);
          if (met >= 2) expect(place(met)).toBeGreaterThanOrEqual(place(met - 1));
        },
      ),
    );
  });
});

describe("a month that is met", () => {
  const RULES = { attainment: Exact.integer(60), score: Exact.integer(60) };
  const both = { gradeMet: "attainment_and_score", gradeMetScore: RULES.score } as const;
  const sales = { gradeMet: "attainment", gradeMetScore: RULES.score } as const;

  test.each([
    ["exactly 100 %", "120000", "120000", null, sales, true],
    ["a cent below", "119999.99", "120000", null, sales, false],
    ["a cent above", "120000.01", "120000", null, sales, true],
    ["the score does not matter", "120000", "120000", "59.99", sales, true],
    ["100 % and exactly 60", "120000", "120000", "60", both, true],
    ["100 % and 59.99", "120000", "120000", "59.99", both, false],
    ["60.01 and a cent below 100 %", "119999.99", "120000", "60.01", both, false],
    ["no score, where one is asked for", "120000", "120000", null, both, null],
    ["no attainment", null, "1", "80", sales, null],
  ] as const)("%s", (_why, actual, target, score, rule, wanted) => {
    const exact = (text: string | null) => (text === null ? null : Exact.parse(text));
    const aim = exact(target);
    const attainment = aim && actual !== null ? (exact(actual)?.over(aim) ?? null) : null;
    expect(monthMet({ attainment, score: exact(score) }, rule)).toBe(wanted);
  });

  test.each([
    ["2026-03", "2026-01 2026-02"],
    ["2026-12", "2026-10 2026-11"],
    ["2028-03", "2028-01 2028-02"],
    ["2026-02", ""],
    ["2026-10", ""],
  ])("the quarter that %s ends", (text, before) => {
    const month = parseMonth(text) ?? expect.fail("no month");
    expect((monthsBeforeQuarterEnd(month) ?? []).map((one) => one.text).join(" ")).toBe(before);
  });
});
