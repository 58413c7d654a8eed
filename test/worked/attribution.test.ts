/**
 * Worked examples 1 and 13 from pasted chats and orders: through the workbook's rules in this process,
 * and as files through the command line, to the cent. Every line of pay shows one figure.
 */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseMonth } from "../../src/engine/calendar";
import type { Grid } from "../../src/engine/grid";
import { runCli } from "../../src/local/cli.ts";
import { writeBook } from "../../src/local/xlsx-write.ts";
import { findPack, packTabs } from "../../src/rules/packs/index";
import { ruleGrid } from "../engine/cases";
import { computeMonth } from "../month";
import { bookOf } from "./book-of";

/** A month to read: people, settings, lines of pay, pasted tabs, and what each line must pay. */
interface Example {
  readonly name: string;
  readonly people: readonly string[];
  readonly settings: Readonly<Record<string, string>>;
  readonly tabs: readonly Grid[];
  readonly expected: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly formulas: Readonly<Record<string, string>>;
}

const MONTH = "2026-10";

function table(name: string, header: string, rows: readonly (readonly (string | number)[])[]): Grid {
  return { name, rows: [header.split("|"), ...rows] };
}

/** The example's workbook: the catalogue's metrics of a pack, one plan whose lines are the formulas. */
function workbook({ people, settings, formulas, tabs }: Example): Grid[] {
  const pack = findPack("sales-team") ?? expect.fail("no pack");
  const staff = people.map((person) => ({ person, team: "T", plan: "Count" }));
  const pay = Object.entries(formulas).map(([component, formula]) => ({ plan: "Count", component, formula }));
  const set = Object.entries(settings).map(([setting, value]) => ({ setting, value }));
  return [
    ruleGrid("staff", staff),
    ruleGrid("metrics", packTabs(pack, "en").metrics ?? []),
    ruleGrid("pay", pay),
    ruleGrid("settings", set),
    ...tabs,
  ];
}

const EVENTS = {
  chats: table("chats", "buyer|agent|time", [
    ["b1", "Wang", "2026-10-01 10:00"],
    ["b1", "Li", "2026-10-01 10:30"],
    ["b2", "Li", "2026-10-01 11:00"],
    ["b2", "Wang", "2026-10-01 11:30"],
    ["b3", "Li", "2026-10-01 12:10"],
    ["b5", "Wang", "2026-10-01 15:00"],
    ["b6", "Wang", "2026-10-01 16:00"],
    ["b7", "Li", "2026-10-01 17:00"],
    ["b8", "Wang", "2026-10-01 13:30"],
  ]),
  orders: table("orders", "订单编号|买家会员名|买家实际支付金额|订单创建时间|订单付款时间 ", [
    ["O1", "b1", "300.00", "2026-10-01 10:20", "2026-10-01 10:40"],
    ["O2", "b2", "200.00", "2026-10-01 11:40", "2026-10-01 11:41"],
    ["O3", "b3", "150.00", "2026-10-01 12:00", "2026-10-01 12:30"],
    ["O4", "b4", "100.00", "2026-10-01 13:00", "2026-10-01 13:01"],
    ["O5", "b5", "500.00", "2026-10-09 16:00", "2026-10-09 16:05"],
    ["O8", "b8", "250.00", "2026-10-01 14:00", ""],
  ]),
};

const SALES = {
  sales: "=sales",
  silent: "=SHOP.VALUE(silent_sales)",
  shop: "=SHOP.SUM(sales)+SHOP.VALUE(silent_sales)",
};
const COUNTS = {
  inquirers: "=inquirers",
  conversion: "=conversion*100",
  before: "=assisted_orders",
  after: "=assisted_followups",
  lost: "=closed_orders",
  lost_amount: "=closed_amount",
  inquiry_loss: "=inquirers-orderers",
};

function thirteen(
  name: string,
  settings: Readonly<Record<string, string>>,
  formulas: Readonly<Record<string, string>>,
  Wang: Readonly<Record<string, string>>,
  Li: Readonly<Record<string, string>>,
): Example {
  const tabs = [EVENTS.chats, EVENTS.orders];
  return {
    name: `13, ${name}`,
    people: ["Wang", "Li"],
    settings: { ad_senders: "b6", ...settings },
    tabs,
    formulas,
    expected: { Wang, Li },
  };
}

const shop = "1250.00";
const THIRTEEN = [
  thirteen(
    "order first, 7 days",
    {},
    { ...SALES, ...COUNTS },
    {
      sales: "500.00",
      silent: "600.00",
      shop,
      inquirers: "4.00",
      conversion: "50.00",
      before: "0.00",
      after: "0.00",
      lost: "1.00",
      lost_amount: "250.00",
      // b5 ordered too late; b8 ordered and did not pay, which is a loss of payment.
      inquiry_loss: "1.00",
    },
    {
      sales: "150.00",
      silent: "600.00",
      shop,
      inquirers: "1.00",
      conversion: "0.00",
      before: "1.00",
      after: "1.00",
      lost: "0.00",
      lost_amount: "0.00",
      inquiry_loss: "1.00",
    },
  ),
  thirteen(
    "order, 7 days",
    { attribution_rule: "order" },
    SALES,
    { sales: "500.00", silent: "750.00", shop },
    { sales: "0.00", silent: "750.00", shop },
  ),
  thirteen(
    "payment, 7 days",
    { attribution_rule: "付款判定" },
    SALES,
    { sales: "200.00", silent: "600.00", shop },
    { sales: "450.00", silent: "600.00", shop },
  ),
  thirteen(
    "order first, 15 days",
    { attribution_days: "15" },
    { ...SALES, conversion: "=conversion*100" },
    { sales: "1000.00", silent: "100.00", shop, conversion: "75.00" },
    { sales: "150.00", silent: "100.00", shop, conversion: "0.00" },
  ),
];

/** A time on a day of October (or of September, below 1), so many seconds after 9:00. */
function at(day: number, seconds: number): string {
  const date = day > 0 ? `2026-10-${String(day).padStart(2, "0")}` : `2026-09-${30 + day}`;
  const clock = 9 * 3600 + seconds;
  const [hour, minute, second] = [Math.floor(clock / 3600), Math.floor(clock / 60) % 60, clock % 60];
  return `${date} ${[hour, minute, second].map((part) => String(part).padStart(2, "0")).join(":")}`;
}

const named = (letter: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
const GAPS = [20, 35, 50, 95];

/**
 * Worked example 1 as events. Mei received 120 genuine buyers in October, 118 of whom she answered: 28
 * who asked and bought, 52 who only asked (two in vain), and 40 who wrote after an order, six of them
 * after one that Lan landed. 72 of Mei's 100 paid buyers had asked on the last day of September. Ten
 * senders of advertisements had no answer. 80 buyers bought in silence for 15,000.00.
 */
function one(): { readonly chats: Grid; readonly orders: Grid } {
  const [bought, asked, earlier, lans, ads, silent] = [
    named("p", 28),
    named("q", 52),
    named("s", 72),
    named("r", 6),
    named("ad", 10),
    named("x", 80),
  ];
  const chats: string[][] = [];
  const orders: string[][] = [];
  let answers = 0;
  const ask = (buyer: string, agent: string, day: number, seconds: number, gap: number | null) => {
    chats.push([at(day, seconds), buyer, agent, "买家", "在吗"]);
    if (gap !== null) chats.push([at(day, seconds + gap), buyer, agent, "客服", "您好"]);
  };
  // 29 rounds of the four gaps and twice 50 seconds: 118 answers of 50 seconds on average.
  const gap = () => (answers < 116 ? (GAPS[answers++ % 4] ?? 0) : 50);
  const buy = (buyer: string, amount: string, day: number, seconds: number) =>
    orders.push([`N-${buyer}`, buyer, amount, at(day, seconds), at(day, seconds + 30)]);
  bought.forEach((buyer, index) => {
    ask(buyer, "Mei", 5, index * 200, gap());
    buy(buyer, "300.00", 5, index * 200 + 150);
  });
  asked.forEach((buyer, index) => {
    ask(buyer, "Mei", 6, index * 200, index < 50 ? gap() : null);
  });
  earlier.forEach((buyer, index) => {
    ask(buyer, "Mei", 0, index * 200, 10);
    buy(buyer, "300.00", 2, index * 200);
    if (index < 34) ask(buyer, "Mei", 7, index * 200, gap());
  });
  lans.forEach((buyer, index) => {
    ask(buyer, "Lan", 8, index * 200, 10);
    buy(buyer, "100.00", 8, index * 200 + 60);
    ask(buyer, "Mei", 8, index * 200 + 7200, gap());
  });
  ads.forEach((buyer, index) => {
    ask(buyer, "Mei", 9, index * 200, null);
  });
  silent.forEach((buyer, index) => {
    buy(buyer, "187.50", 10, index * 200);
  });
  return {
    chats: table("聊天记录", "时间|买家|客服|方向|内容", chats),
    orders: table("订单", "订单编号|买家会员名|买家实际支付金额|订单创建时间|订单付款时间", orders),
  };
}

const ONE_EVENTS = one();
const ONE_FORMULAS = {
  aov: "=aov",
  sales: "=sales",
  buyers: "=payers",
  silent_aov: "=SHOP.VALUE(silent_sales)/80",
  replies: "=reply_rate*100",
  success: "=conversion*100",
  followups: "=assisted_followups",
  response: "=avg_response",
};
const ONE_FIGURES = {
  aov: "300.00",
  sales: "30000.00",
  buyers: "100.00",
  silent_aov: "187.50",
  followups: "6.00",
  response: "50.00",
};

function first(name: string, settings: Record<string, string>, rates: Record<string, string>): Example {
  return {
    name: `1, ${name}`,
    people: ["Mei", "Lan"],
    settings,
    tabs: [ONE_EVENTS.chats, ONE_EVENTS.orders],
    formulas: ONE_FORMULAS,
    expected: { Mei: { ...ONE_FIGURES, ...rates } },
  };
}

const EXAMPLES: readonly Example[] = [
  first(
    "senders of advertisements left out",
    { ad_senders: named("ad", 10).join(";") },
    { replies: "98.33", success: "35.00" },
  ),
  first("senders of advertisements counted", {}, { replies: "90.77", success: "31.11" }),
  ...THIRTEEN,
];

describe.each(EXAMPLES)("worked example $name", (example) => {
  const wanted = Object.entries(example.expected);

  test("from the tabs", () => {
    const month = parseMonth(MONTH) ?? expect.fail("no month");
    const { result } = computeMonth(workbook(example), month, "en");
    expect(result.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    for (const [name, lines] of wanted) {
      const person = result.people.find((one) => one.person === name);
      const paid = person?.pay.map(({ component, amount }) => [component, amount.toFixed(2)]) ?? [];
      expect({ name, ...Object.fromEntries(paid) }).toMatchObject({ name, ...lines });
    }
  });

  test("by the command line", async () => {
    const folder = mkdtempSync(join(tmpdir(), "kpi-attribution-"));
    const [book, out, json] = [join(folder, "book.xlsx"), join(folder, "out.xlsx"), join(folder, "out.json")];
    writeFileSync(book, await writeBook(bookOf(workbook(example))));
    const terminal = { out: () => undefined, err: () => undefined };
    const code = await runCli(["payroll", book, "--month", MONTH, "--out", out, "--json", json], terminal);
    const result = JSON.parse(readFileSync(json, "utf8"));
    expect(code).toBe(0);
    for (const [name, lines] of wanted) {
      const person = result.people.find((one: { person: string }) => one.person === name);
      const paid = person.pay.map((line: { component: string; amount: string }) => [
        line.component,
        line.amount,
      ]);
      expect({ name, ...Object.fromEntries(paid) }).toMatchObject({ name, ...lines });
    }
  });
});
