/** A value shown beside a threshold: as many digits as it takes to stand on its own side. */
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { findBand, sortRows } from "../../src/engine/bands";
import { parseMonth } from "../../src/engine/calendar";
import { Exact } from "../../src/engine/exact";
import { nameKey } from "../../src/engine/name";
import type { Unit } from "../../src/engine/plan";
import { kpiExplain } from "../../src/functions/functions";
import { amount, percent } from "../../src/report/amounts";
import { beside, gapUp } from "../../src/report/beside";
import { explainItem, explainLine } from "../../src/report/explain";
import { actualFigure, attainmentFigure } from "../../src/report/figures";
import { nextTiers } from "../../src/report/next-tier";
import { describePayslips } from "../../src/report/payslips";
import { describeStatements } from "../../src/report/statements/statements";
import { ruleGrid } from "../engine/cases";
import { computeMonth } from "../month";
import { exact, item } from "./fixtures";

const EDGES = ["0.4", "0.9", "1", "1.2"].map(exact);
const THIRD = Exact.integer(1).over(Exact.integer(3));
const MILLIONTH = exact("0.000001");
const TINY = exact("1e-18");

describe("a value beside the thresholds of its table", () => {
  test.each([
    ["exactly at an edge", exact("1.2"), "120%"],
    ["far from any", exact("1.10005"), "110.01%"],
    ["a cent of 100,000 below", exact("1.1999999"), "119.99999%"],
    ["a cent above", exact("1.2000001"), "120.00001%"],
    ["a millionth below", exact("1").minus(MILLIONTH), "99.9999%"],
    ["a millionth above", exact("1").plus(MILLIONTH), "100.0001%"],
    ["a third of a millionth below", exact("0.4").minus(MILLIONTH.times(THIRD)), "39.99997%"],
    ["a third of a millionth above", exact("0.4").plus(MILLIONTH.times(THIRD)), "40.00003%"],
    ["less than any digit below", exact("0.9").minus(TINY), "89.999999999999999%"],
    ["less than any digit above", exact("0.9").plus(TINY), "90.000000000000001%"],
  ])("%s", (_name, value, wanted) => {
    expect(amount(value, "%", EDGES)).toBe(wanted);
    expect(percent(value, 2, EDGES)).toBe(wanted);
  });

  test.each<[Unit | null, string, string, string]>([
    ["money", "99999.996", "100000", "99,999.996"],
    ["money", "100000", "100000", "100,000.00"],
    ["s", "29.9999", "30", "29.9999"],
    ["s", "30.001", "30", "30.001"],
    [null, "0.3999999", "0.4", "0.3999999"],
    ["count", "-0.0001", "0", "-0.0001"],
  ])("in %s: %s of %s", (unit, value, edge, wanted) => {
    expect(amount(exact(value), unit, [exact(edge)])).toBe(wanted);
  });

  it("shows a threshold whole", () => {
    expect(percent(exact("0.9999999"), 2, [exact("0.9999999")])).toBe("99.99999%");
  });

  test.each([
    ["0.000001", 2, "0.000001"],
    ["0.0000034", 2, "0.000004"],
    ["0.0101", 2, "0.02"],
    ["3.3333", 2, "3.34"],
    ["5", 2, "5"],
  ])("a gap of %s is rounded up, never to nothing", (size, places, wanted) => {
    const { value, places: shown } = gapUp(exact(size), places);
    expect(value.toText(shown)).toBe(wanted);
  });

  it("reaches the same row once it is read again", () => {
    const whole = fc.integer({ min: -2000, max: 2000 });
    const near = fc.record({
      edge: fc.nat({ max: 3 }),
      top: fc.integer({ min: -3, max: 3 }),
      bottom: fc.constantFrom(1, 3, 7, 1e6, 3e6, 1e9, 7e11),
    });
    const unit = fc.constantFrom<Unit | null>("%", "money", "s", "count", "points", null);
    const property = fc.property(
      fc.array(whole, { minLength: 4, maxLength: 4 }),
      near,
      unit,
      (all, at, u) => {
        const rows = sortRows(
          all.map((n) => ({ when: "at least" as const, threshold: Exact.scaled(n, 3) })),
          true,
        );
        const edges = rows.map(({ threshold }) => threshold);
        const value = Exact.scaled(all[at.edge] ?? 0, 3).plus(
          Exact.integer(at.top).over(Exact.integer(at.bottom)),
        );
        const text = amount(value, u, edges).replace(/,/g, "");
        const read = Exact.parse(text.replace("%", ""));
        const again = text.endsWith("%") ? read?.over(Exact.HUNDRED) : read;
        if (!again) throw new Error(text);
        expect(findBand(rows, again)?.threshold).toEqual(findBand(rows, value)?.threshold);
      },
    );
    fc.assert(property, { numRuns: 500 });
  });

  it("has no more digits than it takes", () => {
    const near = beside(exact("1.10005"), EDGES, 2);
    expect([near.value.toText(), near.places]).toEqual(["1.1", 2]);
    expect(beside(exact("99.5"), [], 0)).toEqual({ value: exact("99.5"), places: 0 });
  });
});

/** October of people whose sales stand around the tiers of a target of 100,000. */
function october(sales: readonly number[], lang: "en" | "zh" = "en") {
  const people = sales.map((_, index) => `P${index}`);
  const tiers = [
    ["120%", "0.4%"],
    ["100%", "0.2%"],
    ["", "0.1%"],
  ] as const;
  const points = [
    ["120%", 100],
    ["100%", 85],
    ["", 0],
  ] as const;
  const grids = [
    ruleGrid(
      "staff",
      people.map((person) => ({ person, plan: "P", basePay: 2000 })),
    ),
    ruleGrid("targets", [{ month: "2026-10", appliesTo: "*", metric: "sales", target: 100000 }]),
    ruleGrid("scoring", [
      { plan: "P", item: "Sales", metric: "sales", measure: "attainment", weight: 100, method: "bands" },
    ]),
    ruleGrid("bands", [
      ...tiers.map(([threshold, result]) => ({
        plan: "P",
        table: "commission",
        when: "at least",
        threshold,
        result,
      })),
      ...points.map(([threshold, result]) => ({
        plan: "P",
        table: "Sales",
        when: "at least",
        threshold,
        result,
      })),
    ]),
    ruleGrid("pay", [
      { plan: "P", component: "line", formula: '=sales*RATE("commission",ATTAINMENT(sales))' },
    ]),
    {
      name: "客服日报",
      rows: [
        ["日期", "客服昵称", "接待人数", "询单人数", "销售额"],
        ...sales.map((amount, index) => ["2026-10-15", people[index] ?? "", 10, 10, amount]),
      ],
    },
  ];
  const month = parseMonth("2026-10");
  if (!month) throw new Error("no month");
  return computeMonth(grids, month, lang);
}

describe("words of what a value reached", () => {
  const cases: readonly (readonly [number, string, string])[] = [
    [119999.99, "119.99999%", "at least 100% → 0.2%"],
    [120000, "120%", "at least 120% → 0.4%"],
    [120000.01, "120.00001%", "at least 120% → 0.4%"],
    [99999.99, "99.99999%", "otherwise → 0.1%"],
    [100000, "100%", "at least 100% → 0.2%"],
    [100000.01, "100.00001%", "at least 100% → 0.2%"],
  ];
  const month = october(cases.map(([sales]) => sales));
  const plan = month.hr?.book.plans.get(nameKey("P"));

  test.each(
    cases.map((one, index) => [...one, index] as const),
  )("%s of 100,000", (_sales, shown, row, index) => {
    const one = month.result.people[index];
    const [line, scored] = [one?.pay[0], one?.items[0]];
    if (!one || !line || !scored) throw new Error("held");
    const { tabs } = month.result.facts;
    const words = explainLine(line, tabs, "en");
    expect(words).toContain(`commission: ${row}, reached by ${shown} (`);
    expect(words).toContain(`${shown} = `);
    expect(explainItem(scored, tabs, "en")).toContain(`, reached by ${shown} (`);
    const tiers = nextTiers(one, plan, "en");
    for (const tier of tiers) expect(tier).toContain(`: ${shown} now; `);
    expect(tiers).toHaveLength(row.includes("0.4%") ? 0 : 2);
    if (shown === "119.99999%")
      expect(tiers).toContain(
        "line: 119.99999% now; 0.01 more than 119,999.99 (at least 120%) gives 0.4% instead of 0.2%",
      );
    const cell = attainmentFigure(scored);
    const places = shown.includes(".") ? "00000" : "00";
    expect(cell).toMatchObject({ style: { format: `0.${places}%` } });
  });

  it("stand on slips and statements alike", () => {
    for (const tabs of [[describePayslips(month)], [describeStatements(month)]]) {
      // A sentence goes on in the row below.
      const cells = tabs.flatMap(({ rows }) => rows.flat().flatMap((cell) => cell?.value ?? []));
      const shown = cells.filter((value) => value !== "").join(" ");
      expect(shown).toContain("reached by attainment of sales 119.99999%");
      expect(shown).not.toContain("at least 100% → 0.2%, reached by attainment of sales 120%");
    }
  });

  it("stand in the cells with as many digits", () => {
    const hit = {
      table: "t",
      place: null,
      when: "at least",
      threshold: exact("25"),
      edges: [exact("30")],
      result: "",
    };
    const slow = item("Reply", "1", "10", { value: exact("29.96"), unit: "s", hit });
    expect(actualFigure(slow, "en")).toMatchObject({ style: { format: "#,##0.00" } });
  });

  it("holds in the custom function too", () => {
    const row = { plan: "P", table: "Sales", when: "at least" };
    const scoring = ruleGrid("scoring", [
      { plan: "P", item: "Sales", metric: "sales", measure: "attainment", weight: 100, method: "bands" },
    ]).rows;
    const bands = ruleGrid("bands", [
      { ...row, threshold: "120%", result: 100 },
      { ...row, threshold: "100%", result: 85 },
      { ...row, threshold: "", result: 0 },
    ]).rows;
    const words = kpiExplain([[119999.99, 100000]], [["sales", "sales target"]], scoring, bands);
    expect(String(words)).toContain("Sales 119.99999% (≥ 100%) → 85.00/100");
  });
});
