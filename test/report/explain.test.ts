import { describe, expect, it } from "vitest";
import { parseMonth } from "../../src/engine/calendar";
import type { RunResult } from "../../src/engine/result";
import { explainItem, explainLine } from "../../src/report/explain";
import { describePayslips } from "../../src/report/payslips";
import { MEASURES, METRICS } from "../../src/rules/catalogue";
import { CASE_FILES, caseGrids, ruleGrid } from "../engine/cases";
import { computeMonth } from "../month";
import { payTab, tab } from "../readings/book";

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

/** The same two people, scored by their first response: 350 s of 10 replies, at most 35 s for all points. */
function scored(formula: string, onlyIf = "") {
  const plan = { plan: "P" };
  const sheet = [
    ["日期", "客服昵称", "接待人数", "询单人数", "销售额", "首次响应时间"],
    ["2026-10-15", "Ming", 10, 10, 150000, 35],
    ["2026-10-15", "Yu", 10, 10, 150000, 35],
  ];
  const grids = [
    ruleGrid("staff", [
      { person: "Ming", ...plan, basePay: 2000, grade: "A1", team: "T" },
      { person: "Yu", ...plan, basePay: 2000, grade: "A2", team: "T" },
    ]),
    ruleGrid("metrics", [
      {
        metric: "first_response",
        label: "First response",
        labelZh: "首次响应时间",
        formula: "=first_response_seconds/first_responses",
        unit: "s",
        better: "lower",
      },
    ]),
    ruleGrid("targets", [
      { month: "2026-10", appliesTo: "*", metric: "sales", target: 100000 },
      { month: "2026-10", appliesTo: "*", metric: "first_response", target: 28 },
    ]),
    ruleGrid("bands", [
      { table: "commission", when: "at least", threshold: "120%", result: "0.4%" },
      { table: "commission", threshold: "", result: "0.1%" },
      { table: "none", when: "at least", threshold: 1, result: 1 },
      { table: "none", when: "at least", threshold: 2, result: 1 },
      { table: "none", when: "at least", threshold: 3, result: 1 },
      { plan: "P", table: "Speed", when: "up to", threshold: 35, result: 100 },
      { plan: "P", table: "Speed", threshold: "", result: 0 },
    ]),
    ruleGrid("scoring", [
      { ...plan, item: "Speed", kind: "points", metric: "first_response", weight: 100, method: "bands" },
    ]),
    ruleGrid("pay", [{ ...plan, component: "line", formula, onlyIf }]),
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
    expect(ming).toContain("150,000.00 × 0.1% = 150.00");
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

  it("leads to the cell that base pay stands in: of Staff, of the grade, of each in a month with both", () => {
    const staff = tab(
      "Staff",
      `Person | Plan | Grade | Base pay | From
Own | P | A1 | 1800 |
Graded | P | A2 | |
Both | P | A1 | |
Both | P | A1 | 1900 | @2026-10-17`,
    );
    const grades = tab("Grades", "Grade | Base pay\nA1 | 3000\nA2 | 3500");
    const month = parseMonth("2026-10") ?? expect.fail();
    const { result } = computeMonth([staff, grades, payTab("=base+0")], month, "en");
    const said = result.people.map(({ pay }) => pay.map((line) => explainLine(line, [], "en")).join());
    expect(said).toEqual([
      "1,800.00 + 0 = 1,800.00\nbase pay 1,800.00 (Staff!D2)",
      "3,500.00 + 0 = 3,500.00\nbase pay 3,500.00 (Grades!B3)",
      // 3,000 × 16/31 + 1,900 × 15/31 = 2,467.741935…
      "3,000.00 × 16/31 + 1,900.00 × 15/31 + 0 = 2,467.74, rounded from 2,467.741935\nbase pay 3,000.00 (Grades!B2)\nbase pay 1,900.00 (Staff!D5)",
    ]);
  });

  it("calls every value by the reader's word for it, with its unit", () => {
    const formula = '=score/100*TEAM.AVERAGE(sales)*RATE("commission",IF(probation,0,ATTAINMENT(sales)))';
    const { result } = scored(formula);
    const [, zh = ""] = wordsOf(result, "zh");
    // 35 s of up to 35 s: all 100 points. 150,000 a head, 0.4 % at 150 %.
    expect(zh.split("\n")).toEqual([
      "100.00 ÷ 100 × 150,000.00 × 0.4% = 600.00",
      "绩效得分 100.00 分",
      "团队人均销售额 150,000.00（共 2 人）",
      "commission：至少 120% → 0.4%，实际为 150%（Bands!F2）",
      "试用期：否（Staff!A3）",
      "销售额达成率 150% = 150,000.00 ÷ 100,000.00",
      "销售额 150,000.00（取自 客服日报!E3）",
      "销售额目标 100,000.00（Targets!D2）",
    ]);
    const [, en = ""] = wordsOf(result, "en");
    expect(en).toContain("\nteam average of sales 150,000.00 (over 2 people)\n");
    expect(en).toContain("\ntarget of sales 100,000.00 (Targets!D2)");
  });

  it("puts the unit behind the value and behind the threshold of an item", () => {
    const [, yu] = scored("=score").result.people;
    const item = yu?.items[0] ?? expect.fail("no item");
    expect(explainItem(item, ["客服日报"], "zh").split("\n")).toEqual([
      "Speed：不超过 35 秒 → 100%，实际为 35 秒（Bands!F7）；权重 100 的 100% = 100.00 分",
      "首次响应时间 35 秒 = 350 ÷ 10",
      "首次响应总秒数 350 秒（取自 客服日报!F3）",
      "首次响应次数 10（取自 客服日报!F3）",
    ]);
    expect(explainItem(item, ["客服日报"], "en")).toContain("up to 35 s → 100%, reached by 35 s");
  });

  it("names the values of a condition, and says AND in words", () => {
    const { result } = scored("=100", '=AND(score>=101,first_response<=30,grade="A1")');
    const [ming = ""] = wordsOf(result, "zh");
    expect(ming.split("\n")[0]).toBe(
      "0.00，因未满足条件：绩效得分 100.00 分 ≥ 101 分 且 首次响应时间 35 秒 ≤ 30 秒 且 等级：A1 = A1",
    );
  });

  it("says how a team's value of last month, a rank and a total are called", () => {
    const { result } = scored("=TEAM.RANK(score)+TEAM.COUNT(sales)+SHOP.SUM(sales)-299999");
    const [ming = ""] = wordsOf(result, "zh");
    expect(ming.split("\n").slice(0, 4)).toEqual([
      "1 + 2 + 300,000.00 − 299999 = 4.00",
      "绩效得分团队名次 1（共 2 人）",
      "团队有销售额的人数 2（共 2 人）",
      "全店销售额合计 300,000.00（共 2 人）",
    ]);
  });

  it("rounds behind a full-width comma, and divides the way the attainment does", () => {
    const { result } = scored("=ATTAINMENT(first_response)*sales/7");
    const [ming = ""] = wordsOf(result, "zh");
    // Lower is better: 28 s ÷ 35 s = 80 %. 0.8 × 150,000 ÷ 7 = 17,142.857142…
    expect(ming.split("\n").slice(0, 2)).toEqual([
      "80% × 150,000.00 ÷ 7 = 17,142.86，由 17,142.857143 取整",
      "首次响应时间达成率 80% = 28 ÷ 35",
    ]);
  });
});

const HALF_WIDTH = /[\u4e00-\u9fff）] ?[,;:]|[,;:] ?[\u4e00-\u9fff（]/;

describe("explanations in Chinese", () => {
  it("hold no half-width signs and no names of formulas, under any system", () => {
    for (const { pack, lang, cases } of CASE_FILES) {
      const [one] = cases;
      const month = one && parseMonth(one.month);
      if (!month) throw new Error(`no case of ${pack}`);
      const { result } = computeMonth(caseGrids(pack, lang, one), month, "zh");
      const known = [...MEASURES, ...METRICS].map(({ name }) => name);
      // At the head of a value; a name that somebody typed, of an item say, stays as it is.
      const names = new RegExp(
        `(?:^|[：；，（])(?:${[...known, "score", "base", "probation"].join("|")})(?= [\\d–−]|：)`,
        "m",
      );
      for (const person of result.people)
        for (const words of [
          ...person.items.map((item) => explainItem(item, result.facts.tabs, "zh")),
          ...person.pay.map((line) => explainLine(line, result.facts.tabs, "zh")),
        ]) {
          expect(words).not.toMatch(HALF_WIDTH);
          expect(words, pack).not.toMatch(names);
          expect(words).not.toMatch(/\b(?:TEAM|SHOP)\.|TARGET\(|PREVIOUS|UNITS\(/);
        }
    }
  });
});
