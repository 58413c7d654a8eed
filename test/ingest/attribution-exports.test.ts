/** Judgement rules that exports state, figures that are not final, and broken settings. */
import { describe, expect, it } from "vitest";
import { parseMonth } from "../../src/engine/calendar";
import { Exact } from "../../src/engine/exact";
import { issueAt } from "../../src/engine/issue";
import { DEFAULT_SETTINGS } from "../../src/engine/settings";
import type { AttributionRule } from "../../src/engine/settings-sources";
import { ORDER_DEFINITIONS } from "../../src/ingest/orders/definitions";
import { provisionalDays } from "../../src/ingest/orders/late";
import { ORDER_MEASURES } from "../../src/ingest/orders/measures";
import { dayOf, lines, rosterOf, run, tab, told } from "./workbook";

const roster = rosterOf(["Ann"], ["Bob"]);

function read(rule: AttributionRule, ...names: readonly string[]) {
  const grids = names.map((name, index) =>
    tab(
      `${name}_2026-10-0${index + 1}至2026-10-0${index + 1}`,
      "客服|接待人数|销售额|询单最终付款人数",
      "Ann|10|100|4",
    ),
  );
  const sources = { ...DEFAULT_SETTINGS.sources, attributionRule: rule };
  return run({ grids, roster, settings: { ...DEFAULT_SETTINGS, sources } });
}

describe("exports that state a judgement rule", () => {
  it.each<[AttributionRule, readonly string[], readonly string[]]>([
    ["order_first", ["日报_下单优先判定"], []],
    ["order_first", ["日报"], []],
    ["payment", ["日报_付款判定", "日报_付款判定"], []],
    ["order_first", ["日报_付款判定"], ["error judgement-rule-differs 日报_付款判定_2026-10-01至2026-10-01"]],
    [
      "payment",
      ["日报_付款判定", "日报_下单判定"],
      ["error judgement-rules-mixed 日报_下单判定_2026-10-02至2026-10-02"],
    ],
  ])("under %s: %j", (rule, names, issues) => {
    const { facts, issues: found } = read(rule, ...names);
    expect(told(found)).toEqual(issues);
    const broken = ["sales", "final_payers"].map((measure) => facts.measures.get(measure)?.broken.length);
    expect(broken).toEqual(issues.length > 0 ? [1, 1] : [0, 0]);
    expect(facts.measures.get("received")?.broken).toEqual([]);
    expect(lines(facts)).toContain("received ann 2026-10-01 10");
  });
});

describe("figures that are not final", () => {
  const month = parseMonth("2026-10") ?? expect.fail("no month");
  const oct = (day: number) => dayOf(`2026-10-${String(day).padStart(2, "0")}`);
  it.each<[string, number, number, readonly [number, number] | null]>([
    ["the last days up to the newest", oct(31), 4, [oct(28), oct(31)]],
    ["inside the month", oct(10), 4, [oct(7), oct(10)]],
    ["from the month's first day on", oct(2), 4, [oct(1), oct(2)]],
    ["a last one", oct(31) + 3, 4, [oct(31), oct(31)]],
    ["none", oct(31) + 4, 4, null],
    ["none before the month", oct(1) - 1, 4, null],
    ["of a window of 7 days", oct(31), 8, [oct(24), oct(31)]],
  ])("%s", (_name, asOf, late, days) => {
    const found = provisionalDays(month, asOf, late);
    expect(found && [found.first, found.last]).toEqual(days);
  });

  it("are told of exports that reach the month's last four days", () => {
    const report = (...days: readonly string[]) =>
      tab("日报", "日期|客服|询单最终付款人数", ...days.map((day) => `2026-10-${day}|Ann|1`));
    const late = (days: readonly string[], lateDays = 4) => {
      const sources = { ...DEFAULT_SETTINGS.sources, lateDays: Exact.integer(lateDays) };
      const { issues } = run({
        grids: [report(...days)],
        roster,
        settings: { ...DEFAULT_SETTINGS, sources },
      });
      return issues.map(({ code, values }) => [code, values?.days, values?.final]);
    };
    expect(late(["27"])).toEqual([]);
    expect(late(["28"])).toEqual([["conversion-late", "2026-10-28", "2026-11-01"]]);
    expect(late(["01", "31"])).toEqual([["conversion-late", "2026-10-28 – 2026-10-31", "2026-11-04"]]);
    expect(late(["01", "31"], 8)).toEqual([["conversion-late", "2026-10-24 – 2026-10-31", "2026-11-08"]]);
  });

  it("are told of orders and chats by the newest of them", () => {
    const chats = tab("chats", "buyer|agent|time", "b|Ann|2026-10-05 10:00");
    const order = (day: string) =>
      tab(
        "orders",
        "订单编号|买家会员名|买家实际支付金额|订单创建时间|订单付款时间",
        `1|b|5|${day} 10:00|${day} 10:01`,
      );
    const warned = (day: string) =>
      run({ grids: [chats, order(day)], roster }).issues.map(({ code, values }) => [code, values?.days]);
    expect(warned("2026-11-07")).toEqual([["conversion-provisional", "2026-10-31"]]);
    expect(warned("2026-11-08")).toEqual([]);
  });
});

describe("a setting that cannot be used", () => {
  it("holds whoever needs a figure of orders", () => {
    const issue = issueAt("error", "unknown-setting-value", { tab: "Settings", row: 2, column: 2 });
    const settings = { ...DEFAULT_SETTINGS, broken: new Map([["attribution_days" as const, issue]]) };
    const orders = tab(
      "o",
      "订单编号|买家实际支付金额|订单创建时间|订单付款时间|客服",
      "1|5|2026-10-03 10:00|2026-10-03 10:01|Ann",
    );
    expect(run({ grids: [orders], roster, settings }).facts.measures.get("sales")?.broken).toEqual([issue]);
  });
});

describe("the table of definitions", () => {
  it("has every measure that orders give, each once", () => {
    const names = ORDER_DEFINITIONS.map(({ measure }) => measure);
    const given = [...ORDER_MEASURES, "inquirers", "orderers", "final_payers", "silent_sales"];
    expect([...names].sort()).toEqual([...given].sort());
  });
});
