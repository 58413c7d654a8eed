/** Figures below zero: an amount may be, a count, a rate or a number of days never is. */
import { describe, expect, it } from "vitest";
import type { Unit } from "../../src/engine/plan";
import type { SourceRow } from "../../src/engine/source";
import { MONEY_MEASURES } from "../../src/ingest/columns";
import { MEASURES } from "../../src/rules/catalogue";
import { lines, rosterOf, run, source, tab } from "./workbook";

const roster = rosterOf(["小雨"], ["小雪"]);

/** What one cell under a header gives for 小雨; 小雪's 7 stays. */
function of(header: string, cell: string): string[] {
  const { facts } = run({ roster, grids: [tab("2026-10-05", `客服|${header}`, `小雨|${cell}`, "小雪|7")] });
  return lines(facts).filter((line) => line.includes("小雨"));
}

describe("a figure of an export below zero", () => {
  it.each([
    ["询单人数", "inquirers"],
    ["接待人数", "received"],
    ["下单笔数", "orders"],
    ["销售量", "items_sold"],
    ["迟到次数", "late_count"],
    ["出勤天数", "attended_days"],
    ["退货数", "returns"],
  ])("%s holds the figure at -3 and -0.01, and not at 0", (header, measure) => {
    expect(of(header, "-3")).toEqual([`${measure} 小雨 2026-10-05!B2 cell-negative`]);
    expect(of(header, "-0.01")).toEqual([`${measure} 小雨 2026-10-05!B2 cell-negative`]);
    expect(of(header, "(3)")).toEqual([`${measure} 小雨 2026-10-05!B2 cell-negative`]);
    expect(of(header, "0")).toEqual([`${measure} 小雨 2026-10-05 0`]);
  });

  it.each([
    ["销售额", "sales"],
    ["退款金额", "refunds"],
    ["邮费", "postage"],
  ])("%s may be", (header, measure) => {
    expect(of(header, "-3.5")).toEqual([`${measure} 小雨 2026-10-05 -3.5`]);
  });

  it("tells the cell, its text and its header", () => {
    const { facts } = run({ roster, grids: [tab("2026-10-05", "客服|询单人数", "小雨|-3")] });
    expect(facts.measures.get("inquirers")?.byPerson.get("小雨")?.unreadable[0]?.issue).toEqual({
      severity: "error",
      code: "cell-negative",
      tab: "2026-10-05",
      cell: "B2",
      found: "-3",
      values: { text: "-3", header: "询单人数", row: "2" },
    });
  });

  it("a rate below zero gives no count", () => {
    const { facts } = run({
      roster,
      grids: [tab("2026-10-05", "客服|接待人数|回复率", "小雨|10|-5%", "小雪|10|100%")],
    });
    expect(lines(facts).filter((line) => line.startsWith("replied "))).toEqual([
      "replied 小雨 2026-10-05!C2 cell-negative",
      "replied 小雪 2026-10-05 10",
    ]);
  });

  it("more unanswered than received buyers is asked about", () => {
    const rows = ["小雨|10|11", "小雪|10|10"];
    const { facts } = run({ roster, grids: [tab("2026-10-05", "客服|接待人数|未回复人数", ...rows)] });
    expect(lines(facts).filter((line) => line.startsWith("replied "))).toEqual([
      "replied 小雨 2026-10-05!B2 cell-above-other",
      "replied 小雪 2026-10-05 0",
    ]);
  });

  it("knows all amounts of the catalogue", () => {
    const amounts = MEASURES.filter(({ unit }) => unit === "money").map(({ name }) => name);
    expect([...MONEY_MEASURES].sort()).toEqual(amounts.sort());
  });
});

describe("a figure of an order below zero", () => {
  const head = "订单编号|买家会员名|订单创建时间|订单付款时间|订单状态|买家实际支付金额|宝贝总数量|客服";
  const order = (amount: string, pieces: string) =>
    tab("订单", head, `1|b1|2026-10-03 10:00:00|2026-10-03 10:01:00|交易成功|${amount}|${pieces}|小雨`);

  it("pieces hold whoever has the order", () => {
    const { facts } = run({ roster, grids: [order("50", "-1")] });
    const [problem] = facts.measures.get("items_sold")?.byPerson.get("小雨")?.unreadable ?? [];
    expect([problem?.issue.code, problem?.issue.cell]).toEqual(["cell-negative", "G2"]);
  });

  it("an amount counts", () => {
    const { facts } = run({ roster, grids: [order("-50", "1")] });
    expect(facts.measures.get("sales")?.byPerson.get("小雨")?.unreadable).toEqual([]);
  });
});

describe("a figure that Sources reads below zero", () => {
  const read = (measure: string, parts: Partial<SourceRow>, cells: readonly string[], units?: Unit) =>
    lines(
      run({
        roster,
        grids: [tab("Raw", "agent|date|n|w", ...cells.map((cell) => `小雨|2026-10-05|${cell}`))],
        sources: [source(measure, { column: "n", ...parts })],
        ...(units ? { units: new Map([[measure, units]]) } : {}),
      }).facts,
    );

  it.each([
    "complaints",
    "late_count",
    "response_seconds",
    "contact_gap_days",
    "attended_days",
  ])("%s of the catalogue holds at -1 and -0.01, and not at 0", (measure) => {
    expect(read(measure, {}, ["-1"])).toEqual([`${measure} 小雨 Raw!C2 cell-negative`]);
    expect(read(measure, {}, ["-0.01"])).toEqual([`${measure} 小雨 Raw!C2 cell-negative`]);
    expect(read(measure, {}, ["(1)"])).toEqual([`${measure} 小雨 Raw!C2 cell-negative`]);
    expect(read(measure, {}, ["0"])).toEqual([`${measure} 小雨 2026-10-05 0`]);
  });

  it.each(["sales", "refunds", "ad_spend"])("%s may be: a refund is an amount", (measure) => {
    expect(read(measure, {}, ["-3.5"])).toEqual([`${measure} 小雨 2026-10-05 -3.5`]);
  });

  it.each([
    ["count", false],
    ["s", false],
    ["days", false],
    ["money", true],
    ["points", true],
    ["%", true],
    [undefined, true],
  ] as const)("one's own measure in %s: %s", (unit, isKept) => {
    expect(read("own", {}, ["-2"], unit)).toEqual([
      isKept ? "own 小雨 2026-10-05 -2" : "own 小雨 Raw!C2 cell-negative",
    ]);
  });

  it("the unit on Metrics wins over the catalogue's", () => {
    expect(read("complaints", {}, ["-2"], "money")).toEqual(["complaints 小雨 2026-10-05 -2"]);
  });

  it("a count of rows looks at no sign, and a weight is never below zero", () => {
    expect(read("complaints", { how: "count" }, ["-2"])).toEqual(["complaints 小雨 2026-10-05 1"]);
    const parts = { how: "weighted" as const, weightColumn: "w" };
    expect(read("own", parts, ["-2|-1"])).toEqual(["own 小雨 Raw!C2 cell-negative"]);
    expect(read("own", parts, ["-2|1"])).toEqual(["own 小雨 2026-10-05 -2 ×1"]);
  });
});
