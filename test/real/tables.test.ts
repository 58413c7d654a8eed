/**
 * Other people's tables through the Sources tab: repeated headers, blank rows, headers that end in a
 * blank, GBK, month-first dates with two digits, a wide table. The figures are those of a separate count.
 */
import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  DATA,
  Desk,
  errorsOf,
  isAbsent,
  kpi,
  open,
  type Result,
  type Row,
  readResult,
  sheetOf,
  type Typed,
  typeRows,
} from "./workbook.ts";

const desk = new Desk();
afterAll(() => desk.remove());

/** What to type on the rule tabs: people of one plan, Sources rows, and a pay line for each formula. */
interface Rules {
  readonly people: readonly string[];
  readonly sources: readonly Row[];
  readonly pay: Readonly<Record<string, string>>;
}

async function pay(rules: Rules, month: string, raw: string): Promise<Result> {
  const book = desk.path("book.xlsx");
  rmSync(book, { force: true });
  await kpi("new", "--pack", "sales-team", "--out", book);
  const file = await open(book);
  typeRows(
    file,
    "Staff",
    rules.people.map((Person) => ({ Person, Team: "T", Plan: "Count" })),
  );
  typeRows(file, "Sources", rules.sources);
  typeRows(
    file,
    "Pay",
    Object.entries(rules.pay).map(([Component, Formula]) => ({ Plan: "Count", Component, Formula })),
  );
  await file.xlsx.writeFile(book);
  const [json, out] = [desk.path("r.json"), desk.path("r.xlsx")];
  const { err } = await kpi("payroll", book, "--month", month, "--raw", raw, "--json", json, "--out", out);
  expect(err).toEqual([]);
  return readResult(json);
}

function amounts(result: Result): Record<string, string[]> {
  return Object.fromEntries(
    result.people.map(({ person, pay: lines }) => [person, lines.map(({ amount }) => amount)]),
  );
}

/** The row of a tab on the Checks tab of the last run. */
async function checkedRow(month: string, tab: string): Promise<Typed[]> {
  const sheet = sheetOf(await open(desk.path("r.xlsx")), `Checks ${month}`);
  let found: Typed[] = [];
  sheet.eachRow((row) => {
    if (row.getCell(1).value === tab) found = (row.values as Typed[]).slice(1);
  });
  return found;
}

describe.skipIf(isAbsent("orders_2019"))("orders of a shop, with repeated headers and blank rows", () => {
  it("counts January without them and without the rows of February", async () => {
    const source = { Source: "Orders", Tab: "Sales_January_2019", "Date column": "Order Date" };
    const result = await pay(
      {
        people: ["Ann", "Bob"],
        sources: [
          { ...source, Measure: "pieces", How: "sum", Column: "Quantity Ordered" },
          { Source: "Orders", Measure: "lines", How: "count" },
          { Source: "Orders", Measure: "order_count", How: "distinct", Column: "Order ID" },
        ],
        pay: {
          a: "=SHOP.VALUE(pieces)",
          b: "=SHOP.SUM(lines)",
          c: "=SHOP.VALUE(order_count)",
          d: "=SHOP.AVERAGE(pieces)",
        },
      },
      "2019-01",
      join(DATA, "orders_2019/Sales_January_2019.csv"),
    );
    expect(errorsOf(result)).toEqual([]);
    const each = ["10862.00", "9675.00", "9262.00", "5431.00"];
    expect(amounts(result)).toEqual({ Ann: each, Bob: each });
    expect((await checkedRow("2019-01", "Sales_January_2019")).slice(-2)).toEqual([
      "Blank rows: 26; Repeated headers: 16; Rows of other months: 6",
      9675,
    ]);
  });
});

describe.skipIf(isAbsent("tmall_orders"))("orders of Tmall, two of whose headers end in a blank", () => {
  it("adds amounts exactly and counts paid orders", async () => {
    const source = { Source: "订单", Tab: "tmall_order_report", "Date column": "订单创建时间" };
    const result = await pay(
      {
        people: ["Ann"],
        sources: [
          { ...source, Measure: "placed", How: "count" },
          { Source: "订单", Measure: "paid", How: "count", Column: "订单付款时间" },
          { Source: "订单", Measure: "sales", How: "sum", Column: "买家实际支付金额" },
          { Source: "订单", Measure: "refunds", How: "sum", Column: "退款金额" },
        ],
        pay: {
          a: "=SHOP.SUM(placed)",
          b: "=SHOP.SUM(paid)",
          c: "=SHOP.SUM(sales)",
          d: "=SHOP.VALUE(refunds)",
        },
      },
      "2020-02",
      join(DATA, "tmall_orders/tmall_order_report.csv"),
    );
    expect(errorsOf(result)).toEqual([]);
    expect(amounts(result)).toEqual({ Ann: ["28010.00", "24087.00", "1902487.15", "572335.92"] });
  });
});

describe.skipIf(isAbsent("gbk"))("a table in GBK without dates", () => {
  const rules: Rules = {
    people: ["Ann"],
    sources: [
      { Source: "订单", Tab: "orders 2020-02", Measure: "bought", How: "count", Column: "客户ID" },
      { Source: "订单", Measure: "bikes", How: "count", Where: '=产品名称="山地自行车"' },
    ],
    pay: { a: "=SHOP.SUM(bought)", b: "=SHOP.SUM(bikes)" },
  };

  it("belongs to the month that the file's name states", async () => {
    const raw = desk.path("orders 2020-02.csv");
    copyFileSync(join(DATA, "gbk/orders_gbk.csv"), raw);
    const result = await pay(rules, "2020-02", raw);
    expect(errorsOf(result)).toEqual([]);
    expect(amounts(result)).toEqual({ Ann: ["7263.00", "866.00"] });
  });
});

describe.skipIf(isAbsent("helpdesk"))("the event log of a help desk", () => {
  it("counts events and cases of each agent", async () => {
    const source = { "Person column": "org:resource", "Date column": "completeTime" };
    const result = await pay(
      {
        people: ["Value 1", "Value 2", "Value 3", "Value 5"],
        sources: [
          { Source: "Log", Tab: "Helpdesk", ...source, Measure: "events", How: "count" },
          { Source: "Log", Measure: "cases", How: "distinct", Column: "case" },
          { Source: "Log", Measure: "solved", How: "count", Where: '=Activity="Resolve ticket"' },
        ],
        pay: { a: "=events", b: "=cases", c: "=solved" },
      },
      "2012-10",
      join(DATA, "helpdesk/Helpdesk.csv"),
    );
    expect(errorsOf(result)).toEqual([]);
    expect(amounts(result)).toEqual({
      "Value 1": ["43.00", "25.00", "4.00"],
      "Value 2": ["48.00", "34.00", "10.00"],
      "Value 3": ["40.00", "40.00", "0.00"],
      "Value 5": ["0.00", "0.00", "0.00"],
    });
  });
});

describe.skipIf(isAbsent("gp_calls"))("calls of a practice", () => {
  it("counts calls and seconds of each desk, and names the desks of nobody", async () => {
    const source = { Source: "Calls", Tab: "inbound_calls_2021", "Person column": "to", "Date column": "t" };
    const result = await pay(
      {
        people: ["Reception 1", "Reception 2"],
        sources: [
          { ...source, Measure: "calls", How: "count" },
          { Source: "Calls", Measure: "talk", How: "sum", Column: "duration", Where: '=status="ANSWERED"' },
        ],
        pay: { a: "=calls", b: "=talk" },
      },
      "2021-03",
      join(DATA, "gp_calls/inbound_calls_2021.csv"),
    );
    expect(errorsOf(result)).toEqual([]);
    expect(amounts(result)).toEqual({
      "Reception 1": ["918.00", "87490.00"],
      "Reception 2": ["690.00", "65132.00"],
    });
    const nobody = result.issues.filter(({ found }) => found === "unnamed");
    expect(nobody.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^inbound_calls_2021!F3540: "unnamed" is nobody's account on Staff.*\b875\b/),
    ]);
  });
});

describe.skipIf(isAbsent("attendance"))("a wide table, one column a day", () => {
  it("is read as attendance without a row on Sources", async () => {
    const raw = join(DATA, "attendance/in_time.csv");
    const rules = { people: ["1", "2"], sources: [], pay: { a: "=attended_days", b: "=scheduled_days" } };
    const result = await pay(rules, "2015-01", raw);
    expect(errorsOf(result)).toEqual([]);
    expect(amounts(result)).toEqual({ "1": ["18.00", "19.00"], "2": ["18.00", "19.00"] });
    expect((await checkedRow("2015-01", "in_time"))[1]).toMatch(/^Attendance by day/);
  });
});
