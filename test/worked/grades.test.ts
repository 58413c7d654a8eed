import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseMonth } from "../../src/engine/calendar";
import type { Grid } from "../../src/engine/grid";
import { runCli } from "../../src/local/cli.ts";
import { writeBook } from "../../src/local/xlsx-write.ts";
import { resultJson } from "../../src/report/json";
import { computeMonth } from "../month";
import { tab } from "../readings/book";
import { bookOf } from "./book-of";

interface ReviewJson {
  readonly grade: string;
  readonly outcome: string;
  readonly next: string | null;
  readonly next_base_pay: string | null;
  readonly met: number;
  readonly counted: number;
  readonly months: readonly {
    month: string;
    met: boolean | null;
    attainment: string | null;
    score: string | null;
  }[];
}

interface ResultJson {
  readonly people: readonly {
    readonly person: string;
    readonly total: string | null;
    readonly grade_review?: ReviewJson;
  }[];
  readonly issues: readonly { readonly severity: string; readonly code: string; readonly message: string }[];
}

/** WE06: person, grade, months passed (P) or failed (F) from July to September, and what comes out. */
const CASES: readonly (readonly [string, string, string, string, string | null, string | null])[] = [
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
/** Exactly the target passes, a cent below fails. */
const salesOf = (mark: string): number => (mark === "P" ? TARGET : TARGET - 0.01);

function historyRows(): string {
  return CASES.flatMap(([person, , marks]) =>
    [0, 1].flatMap((index) =>
      marks[index] === "-"
        ? []
        : [`2026-0${7 + index} | ${person} | T | sales | ${salesOf(marks[index] ?? "")}`],
    ),
  ).join("\n");
}

/** The workbook of the quarter's last month: sales of September pasted, July and August in History. */
function grids(history = historyRows()): Grid[] {
  const staff = CASES.map(([person, grade]) => `${person} | T | P | ${grade}`).join("\n");
  const sales = CASES.map(([person, , marks]) => `${person} | 2026-09-15 | ${salesOf(marks[2] ?? "")}`).join(
    "\n",
  );
  return [
    tab("Staff", `Person | Team | Plan | Grade\n${staff}`),
    tab(
      "Targets",
      ["07", "08", "09"].reduce(
        (text, month) => `${text}\n2026-${month} | * | sales | ${TARGET}`,
        "Month | Applies to | Metric | Target",
      ),
    ),
    tab("Grades", "Grade | Base pay\nA0 | 1800\nA1 | 2000\nA2 | 2500\nA3 | 3000\nA4 | 3500"),
    tab("Pay", "Plan | Component | Formula\nP | base | =base"),
    tab("raw", `Agent | Date | sales\n${sales}`),
    tab("History", `Month | Person | Team | Name | Value\n${history}`),
  ];
}

function checkReviews(json: ResultJson): void {
  const found = json.people.map(({ person, grade_review: review }) => [
    person,
    review?.grade,
    review?.months.map(({ met }) => (met === null ? "-" : met ? "P" : "F")).join(""),
    review?.outcome,
    review?.next,
    review?.next_base_pay,
  ]);
  expect(found).toEqual(CASES);
  // A flag and never an act: everybody is paid the grade that Staff says.
  expect(json.people.map(({ total }) => total)).toEqual(
    ["2000", "2500", "3000", "2000", "3500", "1800", "1800", "1800", "2500"].map((amount) => `${amount}.00`),
  );
}

function computed(tabs: readonly Grid[], month = "2026-09"): ResultJson {
  const found = parseMonth(month) ?? expect.fail("no month");
  return resultJson(computeMonth(tabs, found, "en").result, "en") as ResultJson;
}

describe("WE06, a quarter of nine people", () => {
  test("by the workbook", () => checkReviews(computed(grids())));

  test("by the command line", async () => {
    const folder = mkdtempSync(join(tmpdir(), "kpi-grades-"));
    const [book, json] = [join(folder, "book.xlsx"), join(folder, "result.json")];
    writeFileSync(book, await writeBook(bookOf(grids())));
    const terminal = { out: () => undefined, err: () => undefined };
    const code = await runCli(
      ["payroll", book, "--month", "2026-09", "--out", join(folder, "r.xlsx"), "--json", json],
      terminal,
    );
    expect(code).toBe(0);
    checkReviews(JSON.parse(readFileSync(json, "utf8")));
  });

  test("says in words what HR has to do, and who has to be looked at", () => {
    const { issues } = computed(grids());
    const told = issues.filter(({ code }) => code.startsWith("grade-"));
    expect(told.map(({ code, severity }) => `${severity} ${code}`).sort()).toEqual([
      "info grade-demote",
      "info grade-hold",
      "info grade-hold",
      "info grade-pending",
      "info grade-promote",
      "info grade-promote",
      "info grade-top",
      "warning grade-final-review",
      "warning grade-review",
    ]);
    expect(told.find(({ code }) => code === "grade-promote")?.message).toBe(
      "Staff!A2: q1: 3 of 3 months met, grade A1 moves up to A2. To confirm it, add a row on Staff with From 2026-10-01.",
    );
  });
});

describe("the evidence of closed months", () => {
  const ONE = (rows: string): Grid[] => [
    tab("Staff", "Person | Team | Plan | Grade\nq | T | P | A1"),
    tab(
      "Targets",
      "Month | Applies to | Metric | Target\n2026-09 | * | sales | 100\n2026-08 | T | sales | 80\n2026-08 | * | sales | 200",
    ),
    tab("Grades", "Grade | Base pay\nA0 | 1\nA1 | 2\nA2 | 3"),
    tab("Pay", "Plan | Component | Formula\nP | base | =base"),
    tab("raw", "Agent | Date | sales\nq | 2026-09-15 | 100"),
    tab("History", `Month | Person | Team | Name | Value\n${rows}`),
  ];

  test.each([
    [
      "its own attainment, before anything else",
      "2026-07 | q | T | ATTAINMENT(sales) | 0.9\n2026-07 | q | T | sales | 500\n2026-08 | q | T | sales | 80",
      "FPP",
      "0.900000 1.000000 1.000000",
    ],
    [
      "the target that History holds, before that of Targets",
      "2026-07 | q | T | sales | 50\n2026-07 | q | T | TARGET(sales) | 50\n2026-08 | q | T | sales | 80\n2026-08 | q | T | TARGET(sales) | 160",
      "PFP",
      "1.000000 0.500000 1.000000",
    ],
    [
      "a month without a target does not count",
      "2026-07 | q | T | sales | 50\n2026-08 | q | T | sales | 80",
      "-PP",
      "null 1.000000 1.000000",
    ],
  ])("%s", (_why, rows, marks, attainments) => {
    const [person] = computed(ONE(rows)).people;
    const months = person?.grade_review?.months ?? [];
    expect(months.map(({ met }) => (met === null ? "-" : met ? "P" : "F")).join("")).toBe(marks);
    expect(months.map(({ attainment }) => String(attainment)).join(" ")).toBe(attainments);
  });

  test("no review before the quarter's last month, nor without both months before it", () => {
    const early = computed(grids(), "2026-08");
    expect(early.people.filter((person) => "grade_review" in person)).toEqual([]);
    const half = computed(ONE("2026-08 | q | T | sales | 80"));
    expect(half.people.map((person) => "grade_review" in person)).toEqual([false]);
  });

  test("who is held has no settled month: pending", () => {
    const [staff, targets, ladder, , raw, history] = ONE(
      "2026-07 | q | T | ATTAINMENT(sales) | 1\n2026-08 | q | T | sales | 80",
    );
    const pay = tab("Pay", "Plan | Component | Formula\nP | x | =leads");
    const all = [staff, targets, ladder, pay, raw, history].flatMap((grid) => grid ?? []);
    const [person] = computed(all).people;
    expect(person?.total).toBeNull();
    expect(person?.grade_review).toMatchObject({ outcome: "pending", met: 2, counted: 2, next: "A1" });
  });

  test("by Settings another metric, and the score as well", () => {
    const rows = ["07", "08"].map(
      (month) => `2026-${month} | q | T | ATTAINMENT(orders) | 1\n2026-${month} | q | T | score | 60`,
    );
    const [staff, , ladder, pay, , history] = ONE(rows.join("\n"));
    const more = [
      tab("Targets", "Month | Applies to | Metric | Target\n2026-09 | * | orders | 10"),
      tab("raw", "Agent | Date | orders | sales\nq | 2026-09-15 | 10 | 1"),
      tab("Scoring", "Plan | Item | Weight | Method | Formula\nP | a | 100 | formula | =59.99"),
    ];
    const settings = (met: string) =>
      tab("Settings", `Setting | Value\ngrade_metric | orders\n等级达标条件 | ${met}`);
    const outcome = (met: string) =>
      computed([staff, ladder, pay, history, ...more, settings(met)].flatMap((grid) => grid ?? [])).people[0]
        ?.grade_review;
    expect(outcome("attainment")).toMatchObject({ outcome: "promote", met: 3 });
    expect(outcome("attainment_and_score")).toMatchObject({ outcome: "hold", met: 2, counted: 3 });
  });

  test("a metric of the grades that is none is an error, and nothing is reviewed", () => {
    const all = [
      ...ONE("2026-07 | q | T | ATTAINMENT(sales) | 1\n2026-08 | q | T | sales | 80"),
      tab("Settings", "Setting | Value\ngrade_metric | salse_total"),
    ];
    const { people, issues } = computed(all);
    expect(people[0]?.total).toBe("2.00");
    expect("grade_review" in (people[0] ?? {})).toBe(false);
    expect(issues.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual([
      "unknown-metric",
    ]);
  });
});
