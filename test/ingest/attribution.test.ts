/** Whose an order is: the judgement rules of DOMAIN part C and worked example WE13. */
import { describe, expect, it } from "vitest";
import { Exact } from "../../src/engine/exact";
import type { Grid } from "../../src/engine/grid";
import { DEFAULT_SETTINGS, type Settings } from "../../src/engine/settings";
import type { SourceSettings } from "../../src/engine/settings-sources";
import type { Ingested } from "../../src/ingest/ingest";
import { lines, rosterOf, run, tab, told, total } from "./workbook";

/** Settings with some of those of pasted tabs changed. */
function settings(changes: Partial<SourceSettings>): Settings {
  return { ...DEFAULT_SETTINGS, sources: { ...DEFAULT_SETTINGS.sources, ...changes } };
}

const days = (count: number) => ({ attributionDays: Exact.integer(count) });
const roster = rosterOf(["Wang"], ["Li"]);

function read(grids: readonly Grid[], changes: Partial<SourceSettings> = {}): Ingested {
  return run({ grids, roster, settings: settings(changes) });
}

/** Figures of Wang and Li, and of the shop for `silent_sales`. */
function figures({ facts }: Ingested, measure: string): Record<string, string> {
  const shop = facts.measures.get(measure)?.shop?.values.filter((value) => value instanceof Exact) ?? [];
  const people = { Wang: total(facts, measure, "Wang"), Li: total(facts, measure, "Li") };
  return shop.length > 0 ? { ...people, shop: Exact.sum(shop).toText(2) } : people;
}

/** Chats of WE13: each line is a contact of an agent with a buyer. */
const CHATS = tab(
  "chats",
  "buyer|agent|time",
  "b1|Wang|2026-10-01 10:00",
  "b1|Li|2026-10-01 10:30",
  "b2|Li|2026-10-01 11:00",
  "b2|Wang|2026-10-01 11:30",
  "b3|Li|2026-10-01 12:10",
  "b5|Wang|2026-10-01 15:00",
  "b7|Li|2026-10-01 17:00",
  "b8|Wang|2026-10-01 13:30",
);
const ORDERS = tab(
  "orders",
  "订单编号|买家会员名|买家实际支付金额|订单创建时间|订单付款时间 ",
  "O1|b1|300.00|2026-10-01 10:20|2026-10-01 10:40",
  "O2|b2|200.00|2026-10-01 11:40|2026-10-01 11:41",
  "O3|b3|150.00|2026-10-01 12:00|2026-10-01 12:30",
  "O4|b4|100.00|2026-10-01 13:00|2026-10-01 13:01",
  "O5|b5|500.00|2026-10-09 16:00|2026-10-09 16:05",
  "O8|b8|250.00|2026-10-01 14:00|",
);

describe("worked example WE13", () => {
  it.each([
    ["order_first", 7, "500", "150", "600"],
    ["order", 7, "500", "none", "750"],
    ["payment", 7, "200", "450", "600"],
    ["order_first", 15, "1000", "150", "100"],
  ] as const)("%s with %i days", (attributionRule, window, wang, li, silent) => {
    const ingested = read([CHATS, ORDERS], { attributionRule, ...days(window) });
    expect(figures(ingested, "sales")).toEqual({ Wang: wang, Li: li });
    expect(figures(ingested, "silent_sales").shop).toBe(silent);
  });

  it("counts inquirers, payers, assists and losses", () => {
    const ingested = read([CHATS, ORDERS]);
    expect(figures(ingested, "inquirers")).toEqual({ Wang: "4", Li: "1" });
    expect(figures(ingested, "final_payers")).toEqual({ Wang: "2", Li: "none" });
    expect(figures(ingested, "assisted_orders")).toEqual({ Wang: "none", Li: "1" });
    expect(figures(ingested, "assisted_followups")).toEqual({ Wang: "none", Li: "1" });
    expect(figures(ingested, "closed_orders")).toEqual({ Wang: "1", Li: "none" });
    expect(figures(ingested, "closed_amount")).toEqual({ Wang: "250", Li: "none" });
    const later = read([CHATS, ORDERS], days(15));
    expect(figures(later, "final_payers")).toEqual({ Wang: "3", Li: "none" });
    expect(ingested.facts.measures.get("final_payers")?.absent).toBe("zero");
  });

  it("tells how the tabs were read and which days are provisional", () => {
    const { tabs, issues } = read([CHATS, ORDERS]);
    expect(tabs.map(({ as }) => as)).toEqual(["chat", "orders"]);
    expect(told(issues)).toEqual(["warning conversion-provisional "]);
  });
});

/** One chat of Wang with b at 10:00:00 on 1 October, and an order of b paid a minute after it was placed. */
function oneOrder(created: string, paid: string): Grid[] {
  return [
    tab("chats", "buyer|agent|time", "b|Wang|2026-10-01 10:00:00"),
    tab(
      "orders",
      "订单编号|买家会员名|买家实际支付金额|订单创建时间|订单付款时间",
      `1|b|80|${created}|${paid}`,
    ),
  ];
}

describe("the window", () => {
  it.each([
    ["in the same second", "2026-10-01 10:00:00", "80"],
    ["a second before the chat", "2026-10-01 09:59:59", "none"],
    ["a second before its end", "2026-10-08 09:59:59", "80"],
    ["exactly at its end", "2026-10-08 10:00:00", "80"],
    ["a second after it", "2026-10-08 10:00:01", "none"],
  ])("of 7 days: an order %s", (_name, created, wang) => {
    const ingested = read(oneOrder(created, created), { attributionRule: "order" });
    expect(figures(ingested, "sales").Wang).toBe(wang);
    expect(figures(ingested, "final_payers").Wang).toBe(wang === "none" ? "none" : "1");
  });

  it.each([
    ["1.5", "2026-10-02 22:00:00", "80"],
    ["1.5", "2026-10-02 22:00:01", "none"],
    ["0", "2026-10-01 10:00:00", "80"],
    ["0", "2026-10-01 10:00:01", "none"],
  ])("of %s days reaches to %s", (count, created, wang) => {
    const attributionDays = Exact.parse(count) ?? expect.fail(count);
    const ingested = read(oneOrder(created, created), { attributionRule: "order", attributionDays });
    expect(figures(ingested, "sales").Wang).toBe(wang);
  });

  it.each([
    ["exactly at its end", "2026-10-08 10:00:00", "80"],
    ["a second after it", "2026-10-08 10:00:01", "none"],
  ])("counts from the chat to the payment where the payment decides: %s", (_name, paid, wang) => {
    const grids = oneOrder("2026-10-01 09:00:00", paid);
    expect(figures(read(grids, { attributionRule: "payment" }), "sales").Wang).toBe(wang);
    expect(figures(read(grids), "sales").Wang).toBe(wang);
    expect(figures(read(grids, { attributionRule: "order" }), "sales").Wang).toBe("none");
  });
});

describe("silent orders", () => {
  const chat = (time: string) => [
    tab("chats", "buyer|agent|time", `b|Li|${time}`),
    tab(
      "orders",
      "订单编号|买家会员名|买家实际支付金额|订单创建时间|订单付款时间",
      "1|b|80|2026-10-01 12:00:00|2026-10-01 15:00:00",
    ),
  ];

  it.each([
    ["urged a second after the order", "2026-10-01 12:00:01", "80", "none"],
    ["urged exactly 60 minutes after it", "2026-10-01 13:00:00", "80", "none"],
    ["urged a second later", "2026-10-01 13:00:01", "80", "80"],
    ["urged in the second of the payment", "2026-10-01 15:00:00", "80", "80"],
    ["served a second after the payment", "2026-10-01 15:00:01", "none", "none"],
  ])("%s", (_name, time, counted, ignored) => {
    expect(figures(read(chat(time)), "sales").Li).toBe(counted);
    expect(figures(read(chat(time), { urgedOrders: "ignore" }), "sales").Li).toBe(ignored);
  });

  it.each([
    ["a second after the payment", "2026-10-01 15:00:01", "80"],
    ["exactly 60 minutes after it", "2026-10-01 16:00:00", "80"],
    ["a second later", "2026-10-01 16:00:01", "none"],
  ])("followed up %s count only by Setting", (_name, time, counted) => {
    expect(figures(read(chat(time)), "sales").Li).toBe("none");
    expect(figures(read(chat(time), { silentFollowups: "count" }), "sales").Li).toBe(counted);
  });
});

/** Lines of a chat: `c` the customer, `w` and `l` the agents, one minute each from 10:00 on. */
function talk(...said: readonly string[]): Grid {
  const lines = said.map((who, minute) => {
    const time = `2026-10-01 10:${String(minute).padStart(2, "0")}`;
    const [side, agent] = who === "w" || who === "l" ? ["客服", who] : ["买家", who.slice(1)];
    return `b|${agent === "w" ? "Wang" : "Li"}|${time}|${side}|hello ${minute}`;
  });
  return tab("chats", "buyer|agent|time|side|text", ...lines);
}

describe("who landed an order", () => {
  const order = tab(
    "orders",
    "订单编号|买家会员名|买家实际支付金额|订单创建时间|订单付款时间",
    "1|b|80|2026-10-01 11:00|2026-10-01 11:00",
  );
  it.each([
    ["one round each: the later", ["cw", "w", "cl", "l"], "Li", "Li"],
    ["two rounds and one", ["cw", "w", "cw", "w", "cl", "l"], "Li", "Wang"],
    ["lines are no rounds", ["cw", "w", "w", "w", "cl", "l"], "Li", "Li"],
    ["a tie goes to the later", ["cl", "l", "cw", "w", "cl", "l", "cw", "w"], "Wang", "Wang"],
    ["who never answered lands nothing", ["cw", "w", "cl"], "Wang", "Wang"],
  ])("%s", (_name, said, last, rounds) => {
    const grids = [talk(...said), order];
    const owner = (ingested: Ingested) =>
      Object.entries(figures(ingested, "sales"))
        .filter(([, amount]) => amount === "80")
        .map(([name]) => name)
        .join();
    expect(owner(read(grids))).toBe(last);
    expect(owner(read(grids, { attributionAgent: "rounds" }))).toBe(rounds);
  });
});

describe("inquirers", () => {
  const orders = (...rows: readonly string[]) =>
    tab("orders", "订单编号|买家会员名|买家实际支付金额|订单创建时间|订单付款时间", ...rows);
  const chats = (...rows: readonly string[]) => tab("chats", "buyer|agent|time", ...rows);
  const far = "9|z|1|2026-10-01 10:00|2026-10-01 10:00";
  it.each([
    ["asks and buys nothing", ["b|Li|2026-10-20 10:00"], [far], "1", "none"],
    [
      "asks exactly 15 days after an order",
      ["b|Li|2026-10-20 10:00"],
      ["1|b|5|2026-10-05 10:00|2026-10-05 10:00"],
      "none",
      "none",
    ],
    [
      "asks a second later",
      ["b|Li|2026-10-20 10:00:01"],
      ["1|b|5|2026-10-05 10:00|2026-10-05 10:00"],
      "1",
      "none",
    ],
    [
      "asks after one order and places another",
      ["b|Li|2026-10-20 10:00"],
      ["1|b|5|2026-10-19 10:00|2026-10-19 10:00", "2|b|5|2026-10-20 11:00|2026-10-20 11:00"],
      "1",
      "1",
    ],
    [
      "asks on two days and buys once",
      ["b|Li|2026-10-20 10:00", "b|Li|2026-10-21 10:00"],
      ["1|b|5|2026-10-21 11:00|2026-10-21 11:00"],
      "2",
      "2",
    ],
    [
      "asks twice on one day",
      ["b|Li|2026-10-20 10:00", "b|Li|2026-10-20 12:00"],
      ["1|b|5|2026-10-20 13:00|2026-10-20 13:00"],
      "1",
      "1",
    ],
    ["orders and does not pay", ["b|Li|2026-10-20 10:00"], ["1|b|5|2026-10-20 13:00|"], "1", "none"],
    [
      "asks on the last day and buys in the next month",
      ["b|Li|2026-10-31 23:59"],
      ["1|b|5|2026-11-02 13:00|2026-11-02 13:00"],
      "1",
      "1",
    ],
  ])("who %s", (_name, talks, rows, inquirers, payers) => {
    const ingested = read([chats(...talks), orders(...rows)]);
    expect(figures(ingested, "inquirers").Li).toBe(inquirers);
    expect(figures(ingested, "final_payers").Li).toBe(payers);
  });
});

describe("dates of sales", () => {
  const grids = oneOrder("2026-10-05 23:59:59", "2026-10-06 00:00:01");
  it.each([
    ["order", "2026-10-05"],
    ["order_first", "2026-10-06"],
    ["payment", "2026-10-06"],
  ] as const)("under %s are %s", (attributionRule, day) => {
    const { facts } = read(grids, { attributionRule });
    expect(lines(facts)).toContain(`sales wang ${day} 80`);
    expect(lines(facts)).toContain("orders wang 2026-10-05 1");
  });
});
