import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Grid } from "../../src/engine/grid";
import { warningsOf } from "../../src/report/reasons";
import { renderIssue } from "../../src/text/render";
import { checkCases, payTab, runBook, tab } from "./book";

/** Who is warned of what: `code person`, sorted. */
function warned(tabs: readonly Grid[], codes: readonly string[]): string[] {
  const { issues } = runBook(tabs);
  return issues
    .filter(({ code }) => codes.includes(code))
    .map(({ code, values }) => `${code} ${values?.person}`)
    .sort();
}

const STAFF = tab("Staff", "Person | Plan | Base pay\nAnn | P | 100\nBen | P | 100\nCid | P | 100");
const PAY = payTab("=base");
const RAW = tab(
  "raw",
  "Agent | Date | timeouts\nAnn | @2026-10-02 | 3\nBen | @2026-10-02 | 4\nCid | @2026-10-02 | --",
);

function scoring(kind: string, formula: string, more = ""): Grid {
  return tab(
    "Scoring",
    `Plan | Item | Kind | Method | Weight | Formula\nP | late answers | ${kind} | formula | | ${formula}\n${more}`,
  );
}

const RULE_CODES = ["warning-met", "warning-without-data", "warning-not-computed"];

describe("Scoring rows of kind warning", () => {
  test("warn where the condition is met, not at its edge, and only note what has no data", () => {
    expect(warned([STAFF, PAY, RAW, scoring("warning", "=timeouts>3")], RULE_CODES)).toEqual([
      "warning-met Ben",
      "warning-without-data Cid",
    ]);
  });

  test.each([["提醒"], ["人事提醒"], ["HR warning"], ["hr_warning"]])("the word %s", (word) => {
    expect(warned([STAFF, PAY, RAW, scoring(word, "=timeouts>3")], ["warning-met"])).toEqual([
      "warning-met Ben",
    ]);
  });

  test("name person, item and the figures", () => {
    const { issues } = runBook([STAFF, PAY, RAW, scoring("warning", "=timeouts>TEAM.AVERAGE(timeouts)")]);
    const told = issues.filter(({ code }) => code === "warning-met").map((issue) => renderIssue(issue, "en"));
    // (3 + 4) / 2 heads: Cid has no data.
    expect(told).toEqual([
      "Scoring!B2: Ben: late answers (timeouts 4). A reminder only: it changes neither score nor pay.",
    ]);
  });

  test("name no figure of colleagues, and no base pay", () => {
    const { issues } = runBook([STAFF, PAY, RAW, scoring("warning", "=AND(base>1,TEAM.SUM(timeouts)=7)")]);
    const told = issues.filter(({ code }) => code === "warning-met").map((issue) => renderIssue(issue, "zh"));
    expect(told).toEqual(
      ["Ann", "Ben", "Cid"].map((name) => `Scoring!B2：${name}：late answers。仅为提醒，不影响得分和工资。`),
    );
  });

  test("hold nobody, even where a figure cannot be read", () => {
    const raw = tab("raw", "Agent | Date | timeouts\nAnn | @2026-10-02 | 9\nBen | @2026-10-02 | 4?4");
    const tabs = [STAFF, PAY, raw, scoring("warning", "=timeouts>3")];
    expect(runBook(tabs).people.map(({ held }) => held)).toEqual([false, false, false]);
    expect(warned(tabs, RULE_CODES)).toEqual([
      "warning-met Ann",
      "warning-not-computed Ben",
      "warning-without-data Cid",
    ]);
  });

  test("for HR alone: on Checks and Payroll, not on the scorecard", () => {
    const seen = (kind: string, reader: "everybody" | "hr") =>
      runBook([STAFF, PAY, RAW, scoring(kind, "=timeouts>3")]).people.flatMap((person) =>
        warningsOf(person, "en", reader),
      ).length;
    expect([seen("warning", "everybody"), seen("warning", "hr")]).toEqual([1, 1]);
    expect([seen("hr warning", "everybody"), seen("hr warning", "hr")]).toEqual([0, 1]);
  });

  test("once a person in a month of two profiles", () => {
    const rows = "P | late answers | warning | formula | | =timeouts>3 | promotion";
    const both = tab(
      "Scoring",
      `Plan | Item | Kind | Method | Weight | Formula | Profile\n${rows}\n${rows.replace("promotion", "")}`,
    );
    const calendar = tab("Calendar", "From | To | Profile\n2026-10-01 | 2026-10-10 | promotion");
    expect(warned([STAFF, PAY, RAW, both, calendar], ["warning-met"])).toEqual(["warning-met Ben"]);
    const told = runBook([STAFF, PAY, RAW, both, calendar]).issues.filter(
      ({ code }) => code === "warning-met",
    );
    expect(told.map(({ cell }) => cell)).toEqual(["B2"]);
  });
});

checkCases("Warnings beside a score", [
  {
    name: "have no weight and no points",
    why: "100 points of one item; the warning adds nothing",
    tabs: [
      STAFF,
      RAW,
      payTab("=score"),
      scoring("warning", "=timeouts>3", "P | a | points | formula | 100 | =70"),
    ],
    expect: {
      total: { Ann: "70.00", Ben: "70.00", Cid: "70.00" },
      weights: { Ben: { a: "100" } },
      warnings: ["warning-met Scoring!B2"],
    },
  },
  {
    name: "a plan of warnings alone has no score and pays",
    why: "like one of gates alone",
    tabs: [STAFF, RAW, PAY, scoring("warning", "=timeouts>3")],
    expect: { score: { Ben: null }, total: { Ben: "100.00" } },
  },
  {
    name: "another method",
    why: "a warning is a condition",
    tabs: [
      STAFF,
      PAY,
      tab("Scoring", "Plan | Item | Kind | Method | Metric\nP | a | warning | bands | sales"),
    ],
    expect: { errors: ["warning-needs-formula Scoring!D2"], total: { Ben: "100.00" } },
  },
  {
    name: "a weight",
    why: "a warning has no points",
    tabs: [
      STAFF,
      PAY,
      tab("Scoring", "Plan | Item | Kind | Method | Formula | Weight\nP | a | warning | formula | =TRUE | 5"),
    ],
    expect: { errors: ["warning-with-weight Scoring!F2"], total: { Ben: "100.00" } },
  },
  {
    name: "an unknown name",
    why: "an error of the row; nobody's pay needs it",
    tabs: [STAFF, PAY, scoring("warning", "=nonsense>3")],
    expect: { errors: ["unknown-name Scoring!F2"], total: { Ann: "100.00", Ben: "100.00" } },
  },
]);

const PAY_CODES = ["total-below-minimum-wage", "deductions-above-limit", "probation-pay-low"];

describe("Warnings about pay", () => {
  const settings = (rows: string) => tab("Settings", `Setting | Value\n${rows}`);

  test("a total below the minimum wage, by days employed", () => {
    // 2,480 of 31 days is 80 a day: 2,480.00 for the month, 1,200.00 for Dee's 15 days.
    const staff = tab(
      "Staff",
      "Person | Plan | Base pay | Hired\nat | P | 2480 |\nbelow | P | 2479.99 |\npart at | Q | 1200 | @2026-10-17\npart below | Q | 1199.99 | @2026-10-17",
    );
    const pay = tab("Pay", "Plan | Component | Formula\nP | x | =base\nQ | x | =base*31/15");
    expect(warned([staff, pay, settings("minimum_wage | 2480")], PAY_CODES)).toEqual([
      "total-below-minimum-wage below",
      "total-below-minimum-wage part below",
    ]);
    expect(warned([staff, pay], PAY_CODES)).toEqual([]);
    expect(warned([staff, pay, settings("最低工资 | none")], PAY_CODES)).toEqual([]);
  });

  test("none for who is held: the lines that are known are no total", () => {
    const staff = tab("Staff", "Person | Plan\nAnn | P");
    const pay = tab("Pay", "Plan | Component | Formula\nP | x | =3000+timeouts*0\nP | y | =-100");
    const raw = tab("raw", "Agent | Date | timeouts\nAnn | @2026-10-02 | 1,5");
    expect(warned([staff, pay, raw, settings("minimum_wage | 2480")], PAY_CODES)).toEqual([]);
  });

  const deducted = (limit: string) => {
    const staff = tab("Staff", "Person | Plan\nat | P\nabove | P\nbelow | P");
    const pay = payTab("=1000");
    const adjustments = tab(
      "Adjustments",
      "Month | Person | Component | Amount | Reason\n2026-10 | at | d | -200 | r\n2026-10 | above | d | -200.01 | r\n2026-10 | below | d | -199.99 | r",
    );
    return warned(
      [staff, pay, adjustments, ...(limit === "" ? [] : [settings(`deduction_limit | ${limit}`)])],
      PAY_CODES,
    );
  };

  test.each([
    ["", ["deductions-above-limit above"]],
    ["20%", ["deductions-above-limit above"]],
    ["0.2", ["deductions-above-limit above"]],
    ["20.001%", []],
    ["19.999%", ["deductions-above-limit above", "deductions-above-limit at"]],
    ["none", []],
  ])("deductions above %s of the positive lines", (limit, wanted) => {
    expect(deducted(limit)).toEqual(wanted);
  });

  const probation = (rows: string) => {
    const staff = tab(
      "Staff",
      "Person | Plan | Grade | Base pay | Probation until\nat | P | A1 | 1600 | @2026-10-31\nbelow | P | A1 | 1599.99 | @2026-10-31\nover | P | A1 | 1599.99 | @2026-10-30\nby grade | P | A1 | | @2026-10-31",
    );
    const grades = tab("Grades", "Grade | Base pay\nA1 | 2000");
    return warned([staff, grades, payTab("=base"), ...(rows === "" ? [] : [settings(rows)])], PAY_CODES);
  };

  test("base pay on probation below its share of the grade's", () => {
    expect(probation("")).toEqual(["probation-pay-low below"]);
    expect(probation("probation_pay | 81%")).toEqual(["probation-pay-low at", "probation-pay-low below"]);
    expect(probation("试用期底薪比例 | none")).toEqual([]);
  });

  test("are for HR, and change no pay", () => {
    const staff = tab("Staff", "Person | Plan | Base pay\nAnn | P | 100");
    const result = runBook([staff, payTab("=base"), settings("minimum_wage | 101")]);
    expect(result.total.toFixed(2)).toBe("100.00");
    const [person] = result.people;
    if (!person) throw new Error("no person");
    expect(warningsOf(person, "zh")).toEqual([]);
    expect(warningsOf(person, "zh", "hr")).toEqual([
      "Ann：应发合计低于最低工资 101.00（按 31/31 天计）。请检查方案，或在“调整”表补足；标准见设置“最低工资”。",
    ]);
  });

  test.each([
    ["deduction_limit", "20", "setting-share-too-large"],
    ["probation_pay", "100.01%", "setting-share-too-large"],
    ["probation_pay", "100%", null],
    ["minimum_wage", "-1", "unknown-setting-value"],
    ["minimum_wage", "a lot", "unknown-setting-value"],
    ["minimum_wage", "'2,490", null],
    ["grade_met_score", "none", "unknown-setting-value"],
    ["late_months", "12", null],
    ["late_months", "13", "setting-too-large"],
  ])("%s = %s", (key, value, code) => {
    const { issues, people } = runBook([STAFF, PAY, settings(`${key} | ${value}`)]);
    const errors = issues.filter(({ severity }) => severity === "error").map((issue) => issue.code);
    expect(errors).toEqual(code === null ? [] : [code]);
    expect(people.every(({ held }) => !held)).toBe(true);
  });
});

describe("Whatever is warned of", () => {
  const percent = fc.integer({ min: 0, max: 100 }).map((share) => `${share}%`);
  const limits = fc.record({
    minimum_wage: fc.integer({ min: 0, max: 5000 }).map(String),
    deduction_limit: percent,
    probation_pay: percent,
  });

  test("score and pay are what they are without it", () => {
    const staff = tab(
      "Staff",
      "Person | Team | Plan | Grade | Base pay | Probation until\nAnn | T | P | A | 900 | @2026-12-31\nBen | T | P | A | |",
    );
    const rules = [
      tab("Grades", "Grade | Base pay\nA | 2000"),
      tab("raw", "Agent | Date | sales\nAnn | @2026-10-02 | 100\nBen | @2026-10-02 | 300"),
      tab("Adjustments", "Month | Person | Component | Amount | Reason\n2026-10 | Ann | d | -300 | r"),
      payTab("=base*score/100"),
    ];
    const points = "P | a | points | formula | 100 | =50+sales/10";
    const amounts = (tabs: readonly Grid[]) =>
      runBook(tabs).people.map(({ score, total, held }) => [score?.toText(), total?.toText(), held]);
    const plain = amounts([
      staff,
      ...rules,
      tab("Scoring", `Plan | Item | Kind | Method | Weight | Formula\n${points}`),
    ]);
    expect(plain).toEqual([
      ["60", "240", false],
      ["80", "1600", false],
    ]);
    fc.assert(
      fc.property(
        limits,
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom("warning", "hr warning"),
        (set, edge, kind) => {
          const settings = tab(
            "Settings",
            `Setting | Value\n${Object.entries(set)
              .map((row) => row.join(" | "))
              .join("\n")}`,
          );
          expect(amounts([staff, ...rules, settings, scoring(kind, `=sales>${edge}`, points)])).toEqual(
            plain,
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});
