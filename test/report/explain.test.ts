import { describe, expect, it } from "vitest";
import { parseMonth } from "../../src/engine/calendar";
import type { RunResult } from "../../src/engine/result";
import { explainLine } from "../../src/report/explain";
import { describePayslips } from "../../src/report/payslips";
import { ruleGrid } from "../engine/cases";
import { computeMonth } from "../month";

/** October of two people with sales of 150,000; Ming is on probation. */
function october(formula: string) {
  const plan = { plan: "P" };
  const sheet = [
    ["日期", "客服昵称", "接待人数", "询单人数", "销售额"],
    ["2026-10-15", "Ming", 10, 10, 150000],
    ["2026-10-15", "Yu", 10, 10, 150000],
  ];
  const grids = [
    ruleGrid("staff", [
      { person: "Ming", ...plan, basePay: 2000, grade: "A1", probationUntil: "2026-12-31" },
      { person: "Yu", ...plan, basePay: 2000, grade: "A2" },
    ]),
    ruleGrid("targets", [{ month: "2026-10", appliesTo: "*", metric: "sales", target: 100000 }]),
    ruleGrid("bands", [
      { table: "commission", when: "at least", threshold: "120%", result: "0.4%" },
      { table: "commission", threshold: "", result: "0.1%" },
      { table: "slices", when: "at least", threshold: 0, result: "1%" },
      { table: "slices", when: "at least", threshold: 50000, result: "2%" },
      { table: "slices", when: "at least", threshold: 120000, result: "3%" },
    ]),
    ruleGrid("pay", [{ ...plan, component: "line", formula }]),
    { name: "客服日报", rows: sheet },
  ];
  const month = parseMonth("2026-10");
  if (!month) throw new Error("no month");
  return computeMonth(grids, month, "en");
}

function wordsOf(result: RunResult, lang: "en" | "zh"): string[] {
  return result.people.map(({ pay: [line] }) => (line ? explainLine(line, result.facts.tabs, lang) : "held"));
}

describe("a line of pay in words", () => {
  it("says that probation decided a tier, not an attainment of 0", () => {
    const { result } = october('=sales*RATE("commission",IF(probation,0,ATTAINMENT(sales)))');
    const [ming = "", yu = ""] = wordsOf(result, "en");
    expect(ming).toContain("150,000 × 0.1% = 150.00");
    expect(ming).toContain("commission: otherwise → 0.1%, because probation: yes (");
    expect(ming).not.toContain("reached by 0");
    expect(yu).toContain("commission: at least 120% → 0.4%, reached by 150%");
    expect(wordsOf(result, "zh")[0]).toContain("commission：其余 → 0.1%，因试用期：是（");
  });

  it("names what decided a value that the formula writes down", () => {
    const { result } = october('=IF(grade="A1",100,200)*2');
    expect(wordsOf(result, "en").map((words) => words.split("\n")[0])).toEqual([
      "100 (grade: A1) × 2 = 200.00",
      "200 (grade: A2) × 2 = 400.00",
    ]);
  });

  it("shows each slice of an amount at its own rate, on the slip too", () => {
    const month = october('=MARGINAL("slices",sales)');
    const [words = ""] = wordsOf(month.result, "en");
    expect(words.split("\n").slice(0, 4)).toEqual([
      "2,800.00",
      "slices: 0.00 to 50,000.00 → 50,000.00 × 1% = 500.00 (Bands!F4)",
      "slices: 50,000.00 to 120,000.00 → 70,000.00 × 2% = 1,400.00 (Bands!F5)",
      "slices: 120,000.00 to 150,000.00 → 30,000.00 × 3% = 900.00 (Bands!F6)",
    ]);
    const slips = JSON.stringify(describePayslips(month).rows);
    expect(slips).toContain("30,000.00 × 3% = 900.00");
  });
});
