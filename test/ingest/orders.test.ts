/** Tables of orders and refunds: layouts, numbers, states, refunds, conflicts, and what must always hold. */
import { describe, expect, it } from "vitest";
import { Exact } from "../../src/engine/exact";
import type { Grid, GridCell } from "../../src/engine/grid";
import { DEFAULT_SETTINGS, type Settings } from "../../src/engine/settings";
import type { SourceSettings } from "../../src/engine/settings-sources";
import type { Ingested } from "../../src/ingest/ingest";
import { dateInNumber, isRounded, readOrderNumber } from "../../src/ingest/orders/number";
import { isRefundDone, type StateCells, stateOf } from "../../src/ingest/orders/status";
import { recogniseOrders } from "../../src/ingest/orders/tables";
import { rosterOf, run, tab, told, total } from "./workbook";

function settings(changes: Partial<SourceSettings>): Settings {
  return { ...DEFAULT_SETTINGS, sources: { ...DEFAULT_SETTINGS.sources, ...changes } };
}

const roster = rosterOf(["Ann", "小美"], ["Bob", "shop:bob"]);

function read(grids: readonly Grid[], changes: Partial<SourceSettings> = {}): Ingested {
  return run({ grids, roster, settings: settings(changes) });
}

const ann = (ingested: Ingested, measure: string) => total(ingested.facts, measure, "Ann");
const codes = ({ issues }: Ingested) => told(issues);

describe("order numbers", () => {
  it.each<[GridCell, string]>([
    ['="1234567890123456"', "number 1234567890123456"],
    ["'1234567890123456", "number 1234567890123456"],
    ["\u200b1234567890123456 ", "number 1234567890123456"],
    ["１２３４", "number 1234"],
    [1234, "number 1234"],
    [123456789012345, "number 123456789012345"],
    [1234567890123451, "number 1234567890123451"],
    [1234567890123450, "lost 1234567890123450"],
    [9007199254740992, "lost 9007199254740992"],
    [1.23e18, "lost 1230000000000000000"],
    ["1.23E+18", "lost 1.23E+18"],
    ["1.23e18", "lost 1.23e18"],
    ["261003-123456789012345", "number 261003-123456789012345"],
    ["O1", "number O1"],
    ["", "missing"],
    ["-", "missing"],
    ["--", "missing"],
    [true, "missing"],
    [0, "missing"],
    [{ serial: 46000 }, "missing"],
  ])("%j is %s", (cell, expected) => {
    const found = readOrderNumber(cell);
    const said = found.kind === "number" ? found.key : found.kind === "lost" ? found.text : "";
    expect(`${found.kind} ${said}`.trim()).toBe(expected);
  });

  it("are rounded where most long ones of a column end in 000", () => {
    expect(isRounded(["1234567890123000", "2234567890124000"])).toBe(true);
    expect(isRounded(["1234567890123000", "2234567890124123"])).toBe(false);
    expect(isRounded(["1234567890123000"])).toBe(false);
    expect(isRounded(["123000", "124000"])).toBe(false);
  });

  it("of Pinduoduo begin with their date", () => {
    expect(dateInNumber("261003-123456789012345")).toEqual([2026, 10, 3]);
    expect(dateInNumber("1234567890123456")).toBeNull();
  });
});

describe("states", () => {
  const blank: StateCells = {
    status: "",
    closeReason: "",
    afterSale: "",
    hasPaymentTime: null,
    hasPaidAmount: null,
  };
  it.each<[Partial<StateCells>, string]>([
    [{ status: "等待买家付款" }, "waiting"],
    [{ status: "等待买家付款", hasPaymentTime: true }, "paid"],
    [{ status: "WAIT_BUYER_PAY", hasPaymentTime: false }, "waiting"],
    [{ status: "买家已付款，等待卖家发货" }, "paid"],
    [{ status: "卖家部分发货" }, "paid"],
    [{ status: "卖家已发货，等待买家确认" }, "paid"],
    [{ status: "交易成功" }, "paid"],
    [{ status: "TRADE_FINISHED" }, "paid"],
    [{ status: "交易关闭", hasPaymentTime: false }, "lapsed"],
    [{ status: "交易关闭", hasPaymentTime: true }, "refunded"],
    [{ status: "交易关闭", closeReason: "买家未付款" }, "lapsed"],
    [{ status: "交易关闭", closeReason: "退款" }, "refunded"],
    [{ status: "交易关闭", closeReason: "买家未付款", hasPaidAmount: true }, "lapsed"],
    [{ status: "交易关闭", hasPaidAmount: true }, "refunded"],
    [{ status: "交易关闭", hasPaidAmount: false }, "lapsed"],
    [{ status: "交易关闭" }, "lapsed"],
    [{ status: "TRADE_CLOSED" }, "refunded"],
    [{ status: "TRADE_CLOSED_BY_TAOBAO" }, "lapsed"],
    [{ status: "已收货", hasPaymentTime: false }, "paid"],
    [{ status: "已收货", afterSale: "退款成功", hasPaymentTime: false }, "refunded"],
    [{ status: "已收货", afterSale: "无售后或售后取消" }, "paid"],
    [{ status: "已取消" }, "lapsed"],
    [{ hasPaymentTime: true }, "paid"],
    [{ hasPaymentTime: false }, "lapsed"],
    [{ hasPaidAmount: true }, "paid"],
    [{ closeReason: "订单未关闭", hasPaidAmount: true }, "paid"],
  ])("%j is %s", (cells, expected) => {
    expect(stateOf({ ...blank, ...cells })).toBe(expected);
  });

  it.each<[string | null, boolean, boolean]>([
    ["退款成功", true, true],
    ["退款关闭", true, false],
    ["等待卖家处理", false, false],
    ["SUCCESS", false, true],
    ["", true, false],
    [null, true, true],
    [null, false, false],
  ])("a refund %j, completed %j, counts: %j", (status, isCompleted, expected) => {
    expect(isRefundDone(status, isCompleted)).toBe(expected);
  });
});

const CLASSIC =
  "订单编号,买家会员名,买家支付宝账号,支付交易号,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址 ,运送方式,联系电话 ,联系手机,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝种类 ,物流单号 ,物流公司,订单备注,宝贝总数量,店铺Id,店铺名称,订单关闭原因,卖家服务费,买家服务费,发票抬头,是否手机订单";

/** A row under the classic headers from the cells that differ from blank. */
function classic(cells: Readonly<Record<string, GridCell>>): GridCell[] {
  return CLASSIC.split(",").map((header) => cells[header.trim()] ?? "");
}

describe("layouts", () => {
  it("reads the classic Taobao report with blanks behind its headers", () => {
    const grid: Grid = {
      name: "ExportOrderList",
      rows: [
        CLASSIC.split(","),
        classic({
          订单编号: '="1234567890123456"',
          买家会员名: "b1",
          总金额: "112.00元",
          买家应付邮费: "12.00",
          买家实际支付金额: "￥112.00",
          订单状态: "交易成功",
          订单创建时间: "2026-10-03 10:00:00",
          订单付款时间: "2026-10-03 10:05:00",
          宝贝总数量: 3,
          订单备注: "客服：小美 已送赠品",
        }),
        classic({
          订单编号: '="1234567890123457"',
          买家会员名: "b2",
          总金额: "50.00",
          买家实际支付金额: "0.00",
          订单状态: "交易关闭",
          订单创建时间: "2026-10-04 10:00:00",
          订单关闭原因: "买家未付款",
          订单备注: "小美",
        }),
      ],
    };
    const ingested = read([grid]);
    expect(recogniseOrders(grid, 0)?.kind).toBe("orders");
    const measures = [
      "orders",
      "closed_orders",
      "closed_amount",
      "paid_orders",
      "payers",
      "items_sold",
      "sales",
      "postage",
    ];
    expect(measures.map((measure) => ann(ingested, measure))).toEqual([
      "2",
      "1",
      "50",
      "1",
      "1",
      "3",
      "100",
      "12",
    ]);
    expect(ann(read([grid], { salesPostage: "keep" }), "sales")).toBe("112");
    expect(ann(read([grid], { orderNotes: "ignore" }), "sales")).toBe("none");
    expect(codes(read([grid], { orderNotes: "ignore" }))).toEqual(["info orders-not-linked ExportOrderList"]);
  });

  it("reads the new Taobao report without buyer and payment time", () => {
    const grid = tab(
      "订单",
      "订单编号|支付单号|买家应付货款|买家应付邮费|总金额|买家实付金额|订单状态|订单创建时间|商品标题|备注标签|商家备注|宝贝总数量",
      "a1|p|10|0|10|10|交易成功|2026-10-03 10:00:00|x|红旗|小美|1",
      "a2|p|10|0|10|0|交易关闭|2026-10-03 10:00:00|x||小美|1",
      "a3|p|10|0|10|10|卖家已发货，等待买家确认|2026-10-03 10:00:00|x||小美|1",
    );
    expect(["orders", "closed_orders", "sales"].map((measure) => ann(read([grid]), measure))).toEqual([
      "3",
      "1",
      "20",
    ]);
    const flagged = read([grid], { excludedFlags: ["红旗"] });
    expect(["orders", "sales"].map((measure) => ann(flagged, measure))).toEqual(["2", "10"]);
    expect(flagged.tabs[0]?.rowsLeftOut).toEqual([{ reason: "order-excluded", count: 1 }]);
    expect(flagged.tabs[0]?.rowsRead).toBe(2);
  });

  it("adds up sub-orders, with text for refunds that were not asked for", () => {
    const grid = tab(
      "子订单",
      "子订单编号|主订单编号|商品标题|购买数量|买家实付金额|订单状态|退款状态|退款金额|订单创建时间|订单付款时间|客服",
      "s1|m1|x|2|30|交易成功|没有申请退款|无退款申请|2026-10-03 10:00|2026-10-03 10:01|Ann",
      "s2|m1|y|1|20|交易关闭|退款成功|20|2026-10-03 10:00|2026-10-03 10:01|Ann",
    );
    const ingested = read([grid]);
    const measures = ["paid_orders", "items_sold", "sales", "refunds"];
    expect(measures.map((measure) => ann(ingested, measure))).toEqual(["1", "3", "50", "20"]);
    expect(codes(ingested)).toEqual([]);
  });

  it("puts back a refund of which the paid amount is net already", () => {
    const grid = tab(
      "tmall",
      "订单编号|总金额|买家实际支付金额|订单创建时间|订单付款时间|退款金额|客服",
      "1|100|60|2026-10-03 10:00|2026-10-03 10:01|40|Ann",
      "2|100|0|2026-10-03 10:00|2026-10-03 10:01|100|Ann",
      "3|100|100|2026-10-03 10:00|2026-10-03 10:01|0|Ann",
      "4|120|100|2026-10-03 10:00|2026-10-03 10:01|10|Ann",
    );
    expect(["sales", "refunds"].map((measure) => ann(read([grid]), measure))).toEqual(["400", "150"]);
    expect(ann(read([grid], { salesRefunds: "deduct" }), "sales")).toBe("250");
  });

  it("reads Pinduoduo orders whose transaction time is empty", () => {
    const grid = tab(
      "拼多多订单",
      "商品|订单号|订单状态|商品总价(元)|邮费(元)|用户实付金额(元)|商家实收金额(元)|商品数量(件)|订单成交时间|商家备注|售后状态",
      "x|261003-123456789012345|已收货|30|0|25|30|2|2026-10-03 10:00:00|小美|无售后或售后取消",
      "x|261004-123456789012345|已收货|30|0|20|30|1||小美|无售后或售后取消",
      "x|bad-number|已收货|30|0|20|30|1||小美|",
    );
    const ingested = read([grid]);
    expect(["paid_orders", "sales", "items_sold"].map((measure) => ann(ingested, measure))).toEqual([
      "2",
      "45",
      "3",
    ]);
    expect(codes(ingested)).toEqual(["warning rows-without-date 拼多多订单!4:4"]);
  });

  it("reads JD and Douyin orders", () => {
    const jd = tab(
      "京东",
      "订单号|订购数量|下单时间|订单金额|应付金额|订单状态|下单帐号|订单备注|付款确认时间|运费金额",
      "J1|2|2026-10-03 10:00|60|60|完成|b1|小美|2026-10-03 10:01|6",
    );
    const douyin = tab(
      "抖音",
      "主订单编号|子订单编号|选购商品|商品数量|订单应付金额|运费|商家备注|订单提交时间|支付完成时间|订单状态|售后状态|取消原因",
      "D1|D1a|x|1|40|0|小美|2026-10-03 11:00|2026-10-03 11:01|已完成|-|",
      "D2|D2a|x|1|40|0|小美|2026-10-03 11:00||已关闭||超时未支付",
    );
    const ingested = read([jd, douyin]);
    expect(
      ["orders", "closed_orders", "paid_orders", "items_sold", "sales"].map((measure) =>
        ann(ingested, measure),
      ),
    ).toEqual(["3", "1", "2", "3", "94"]);
  });

  it("takes pieces from an item report and agents from a binding report", () => {
    const orders = tab(
      "订单",
      "订单编号|买家会员名|买家实际支付金额|订单创建时间|订单付款时间",
      "1|b1|10|2026-10-03 10:00|2026-10-03 10:01",
      "2|b2|20|2026-10-03 10:00|2026-10-03 10:01",
    );
    const items = tab(
      "宝贝报表",
      "订单编号|标题|价格|购买数量|订单状态",
      "1|x|5|2|交易成功",
      "1|y|5|3|交易成功",
      "1|y|5|3|交易成功",
    );
    const binding = tab("绑定", "订单编号|落实下单客服|落实付款客服", "1|小美|shop:bob", "2|Nobody|");
    const ingested = read([orders, items, binding]);
    expect(["sales", "items_sold", "orders"].map((measure) => ann(ingested, measure))).toEqual([
      "10",
      "5",
      "1",
    ]);
    expect(codes(ingested)).toEqual(["warning order-agent-nobody 绑定!B3"]);
    const byPayment = read([orders, items, binding], { attributionRule: "payment" });
    expect(total(byPayment.facts, "sales", "Bob")).toBe("10");
    const rival = tab("绑定2", "订单编号|落实下单客服", "1|shop:bob");
    const disputed = read([orders, items, binding, rival]);
    expect(
      disputed.facts.measures
        .get("sales")
        ?.byPerson.get("ann")
        ?.unreadable.map(({ issue }) => issue.code),
    ).toEqual(["order-agents-contradict"]);
    expect(disputed.facts.measures.get("sales")?.byPerson.get("bob")?.unreadable).toHaveLength(1);
  });

  it("warns of numbers that lost their digits and of masked buyers", () => {
    const rows: GridCell[][] = [
      ["订单编号", "买家会员名", "买家实际支付金额", "订单创建时间", "订单付款时间"],
      [1.23e18, "t***1", 10, "2026-10-03 10:00", "2026-10-03 10:01"],
      [1.23e18, "t***2", 10, "2026-10-03 10:00", "2026-10-03 10:01"],
    ];
    const chats = tab("chats", "buyer|agent|time", "b|Ann|2026-10-03 10:00:00");
    const ingested = read([{ name: "订单", rows }, chats]);
    expect(codes(ingested)).toEqual([
      "info orders-not-linked 订单",
      "warning conversion-provisional ",
      "warning order-number-lost 订单!A2",
    ]);
    expect(ann(ingested, "inquirers")).toBe("1");
    expect(ingested.facts.measures.has("sales")).toBe(false);
  });
});

const ORDER = "订单编号|买家会员名|买家实际支付金额|宝贝总数量|订单创建时间|订单付款时间|客服";
const REFUND = "订单编号|退款编号|买家退款金额|退款完结时间|退款状态|部分退款/全部退款";

describe("refunds", () => {
  const orders = tab(
    "订单",
    ORDER,
    "1|b|100|4|2026-09-20 10:00|2026-09-20 10:01|Ann",
    "2|c|50|1|2026-10-03 10:00|2026-10-03 10:01|Ann",
  );
  it.each<[string, readonly string[], Partial<SourceSettings>, string, string]>([
    [
      "of this month on an order of the last",
      ["1|r1|30|2026-10-01 00:00:00|退款成功|部分退款"],
      {},
      "30",
      "none",
    ],
    ["of the last month", ["1|r1|30|2026-09-30 23:59:59|退款成功|部分退款"], {}, "none", "none"],
    [
      "several of one order",
      ["1|r1|30|2026-10-05 10:00|退款成功|", "1|r2|20|2026-10-06 10:00|退款成功|"],
      {},
      "50",
      "none",
    ],
    [
      "pasted twice",
      ["1|r1|30|2026-10-05 10:00|退款成功|", "1|r1|30|2026-10-05 10:00|退款成功|"],
      {},
      "30",
      "none",
    ],
    ["that did not succeed", ["1|r1|30||退款关闭|"], {}, "none", "none"],
    ["of all of it", ["2|r1|50|2026-10-05 10:00|退款成功|全部退款"], {}, "50", "1"],
    ["of all of it by the amount", ["2|r1|50|2026-10-05 10:00|退款成功|"], {}, "50", "1"],
    [
      "by the sale's day, at the cut-off",
      ["2|r1|50|2026-11-05 23:59:59|退款成功|"],
      { refundsDated: "sale", refundCutoffDays: Exact.integer(5) },
      "50",
      "1",
    ],
    [
      "by the sale's day, after the cut-off",
      ["2|r1|50|2026-11-06 00:00:00|退款成功|"],
      { refundsDated: "sale", refundCutoffDays: Exact.integer(5) },
      "none",
      "none",
    ],
    [
      "by the sale's day, of the last month's sale",
      ["1|r1|30|2026-10-05 10:00|退款成功|"],
      { refundsDated: "sale" },
      "none",
      "none",
    ],
  ])("%s", (_name, rows, changes, refunds, items) => {
    const ingested = read([orders, tab("退款", REFUND, ...rows)], changes);
    expect([ann(ingested, "refunds"), ann(ingested, "refunded_items")]).toEqual([refunds, items]);
  });

  it("of orders that are not pasted are told", () => {
    const refunds = tab(
      "退款",
      REFUND,
      "8|r1|30|2026-10-05 10:00|退款成功|",
      "9|r2|30|2026-10-05 10:00|退款成功|",
    );
    expect(codes(read([orders, refunds]))).toEqual(["warning refund-without-order 退款!C2"]);
  });

  it("whose amount cannot be read hold their order's agent only", () => {
    const refunds = tab("退款", REFUND, "2|r1|5o|2026-10-05 10:00|退款成功|");
    const { facts } = read([orders, refunds]);
    expect(facts.measures.get("refunds")?.byPerson.get("ann")?.unreadable).toHaveLength(1);
    expect(facts.measures.get("refunds")?.byPerson.has("bob")).toBe(false);
    expect(facts.measures.get("sales")?.byPerson.get("ann")?.unreadable).toEqual([]);
  });
});

it("an inquiry that its agent never answered, bought from another, is neither inquiry nor assist", () => {
  const orders = tab("订单", ORDER.replace("|客服", ""), "1|b|100|1|2026-10-03 12:00|2026-10-03 12:01");
  const chats = (...own: readonly string[]) =>
    tab(
      "chats",
      "buyer|agent|time|sender|content",
      "b|Ann|2026-10-03 09:00:00|b|?",
      ...own,
      "b|shop:bob|2026-10-03 10:00:00|b|?",
      "b|shop:bob|2026-10-03 10:01:00|shop:bob|!",
    );
  const counted = (ingested: Ingested) =>
    ["received", "inquirers", "assisted_orders"].map((measure) => ann(ingested, measure));
  expect(counted(read([orders, chats()]))).toEqual(["1", "none", "none"]);
  const wrote = chats("b|Ann|2026-10-03 09:01:00|Ann|!");
  expect(counted(read([orders, wrote]))).toEqual(["1", "none", "1"]);
  const inquiryOf = (ingested: Ingested) =>
    ["inquirers", "orderers", "final_payers", "orders"].map((measure) =>
      total(ingested.facts, measure, "Bob"),
    );
  expect([inquiryOf(read([orders, chats()])), inquiryOf(read([orders, wrote]))]).toEqual([
    ["1", "1", "1", "1"],
    ["1", "1", "1", "1"],
  ]);
});

it("who lands an order of a buyer who wrote to another alone has the order, and no inquiry", () => {
  const orders = tab("订单", ORDER.replace("|客服", ""), "1|b|100|1|2026-10-03 12:00|2026-10-03 12:01");
  const chats = tab(
    "chats",
    "buyer|agent|time|sender|content",
    "b|Ann|2026-10-03 09:00:00|b|?",
    "b|shop:bob|2026-10-03 10:01:00|shop:bob|!",
  );
  const ingested = read([orders, chats]);
  const figures = (person: string) =>
    ["received", "unanswered", "inquirers", "final_payers", "orders", "sales"].map((measure) =>
      total(ingested.facts, measure, person),
    );
  expect(figures("Ann")).toEqual(["1", "1", "none", "none", "none", "none"]);
  expect(figures("Bob")).toEqual(["none", "none", "none", "none", "1", "100"]);
});

const SALES = (ingested: Ingested, person: string) =>
  ["sales", "items_sold", "refunds", "refunded_items"].map((measure) =>
    ingested.facts.measures
      .get(measure)
      ?.byPerson.get(person)
      ?.unreadable.map(({ issue }) => issue.code),
  );

describe("order numbers that were lost", () => {
  const lost = (second: GridCell, number: GridCell = 3e18): Grid => ({
    name: "订单",
    rows: [
      ORDER.split("|"),
      [number, "b", 100, 1, "2026-10-03 10:00", "2026-10-03 10:01", "Ann"],
      [second, "c", 50, 1, "2026-10-03 10:00", "2026-10-03 10:01", "shop:bob"],
    ],
  });
  const refund = (number: string, day = "2026-10-05") =>
    tab("退款", REFUND, `${number}|r1|30|${day} 10:00|退款成功|`);
  const held = (ingested: Ingested) =>
    ["ann", "bob"].filter((person) => SALES(ingested, person)[2]?.includes("refunds-not-matched"));

  it("hold the refunds of their owners, and nobody else's", () => {
    const ingested = read([lost("3000000000000000002"), refund("3000000000000000001")]);
    expect(held(ingested)).toEqual(["ann"]);
    expect(SALES(ingested, "ann").slice(0, 2)).toEqual([[], []]);
    expect(ann(ingested, "sales")).toBe("100");
    expect(codes(ingested)).toEqual(["warning order-number-lost 订单!A2"]);
    const [cell] = ingested.facts.measures.get("refunds")?.byPerson.get("ann")?.unreadable ?? [];
    expect([cell?.issue.severity, cell?.issue.tab, cell?.issue.cell]).toEqual(["error", "订单", "A2"]);
    expect(cell?.issue.values).toEqual({ count: "1", order: "3000000000000000001", people: "Ann" });
  });

  it("hold everybody with a paid order where the refund's own number is lost", () => {
    expect(held(read([lost("2", "1"), refund("3.00E+18")]))).toEqual(["ann", "bob"]);
  });

  it("hold nobody where every refund is matched or of another month", () => {
    expect(held(read([lost("3000000000000000002"), refund("3000000000000000002")]))).toEqual([]);
    const november = read([lost("3000000000000000002"), refund("3000000000000000001", "2026-11-05")]);
    expect(held(november)).toEqual([]);
    expect(codes(november)).toContain("warning refund-without-order 退款!C2");
  });

  it("hold the sales too where refunds are taken off them", () => {
    const ingested = read([lost("2"), refund("9")], { salesRefunds: "deduct" });
    expect(SALES(ingested, "ann")[0]).toEqual(["refunds-not-matched"]);
  });
});

describe("pieces that cannot be read", () => {
  const orders = tab("订单", ORDER, "1|b|100|1件?|2026-10-03 10:00|2026-10-03 10:01|Ann");
  it("touch the pieces only, also those of a whole refund", () => {
    const ingested = read([orders, tab("退款", REFUND, "1|r1|100|2026-10-05 10:00|退款成功|")]);
    expect(["sales", "refunds"].map((measure) => ann(ingested, measure))).toEqual(["100", "100"]);
    expect(SALES(ingested, "ann")).toEqual([[], ["cell-unit"], [], ["cell-unit"]]);
  });

  it("touch the sales where price times pieces is all there is", () => {
    const priced = tab(
      "订单",
      "订单编号|买家会员名|价格|购买数量|订单创建时间|订单付款时间|客服",
      "1|b|100|1件?|2026-10-03 10:00|2026-10-03 10:01|Ann",
    );
    expect(SALES(read([priced]), "ann")[0]).toEqual(["cell-unit"]);
  });
});

describe("statuses that are not known", () => {
  const table = (...rows: readonly string[]) => read([tab("订单", `${ORDER}|订单状态`, ...rows)]);
  const paid = "50|1|2026-10-03 10:00|2026-10-03 10:01|Ann";
  const unpaid = "50|1|2026-10-03 10:00||Ann";

  it("are told once a text, with how the order was taken", () => {
    const ingested = table(
      `1|b|${paid}|???`,
      `2|c|${paid}|???`,
      `3|d|${unpaid}|已关闭??`,
      `4|e|${unpaid}|神秘`,
    );
    const found = ingested.issues.filter(({ code }) => code.startsWith("order-status-unknown"));
    expect(found.map(({ severity, code, cell, values }) => [severity, code, cell, values?.count])).toEqual([
      ["warning", "order-status-unknown-paid", "H2", "2"],
      ["warning", "order-status-unknown-lapsed", "H4", "1"],
      ["warning", "order-status-unknown-lapsed", "H5", "1"],
    ]);
    expect(ann(ingested, "sales")).toBe("100");
  });

  it.each(["交易成功", "", "-", "无", "等待买家付款", "TRADE_FINISHED"])("leave %j alone", (status) => {
    expect(codes(table(`1|b|${paid}|${status}`))).toEqual([]);
  });
});

describe("orders in several tabs", () => {
  const row = "1|b|100|1|2026-10-03 10:00|2026-10-03 10:01|Ann";
  it("count once where they are equal", () => {
    const ingested = read([tab("a", ORDER, row, row), tab("b", ORDER, row)]);
    expect(ann(ingested, "sales")).toBe("100");
    expect(codes(ingested)).toEqual(["warning rows-pasted-twice b!2:2", "warning rows-repeated a!3:3"]);
  });

  it("are paid where the later paste says so", () => {
    const early = tab("a", ORDER, "1|b|0|1|2026-10-03 10:00||Ann");
    const ingested = read([early, tab("b", ORDER, row)]);
    expect(["sales", "closed_orders"].map((measure) => ann(ingested, measure))).toEqual(["100", "none"]);
  });

  it("hold their agent where they differ", () => {
    const { facts } = read([tab("a", ORDER, row), tab("b", ORDER, row.replace("100", "90"))]);
    const series = facts.measures.get("sales")?.byPerson.get("ann");
    expect(series?.values).toEqual([]);
    expect(series?.unreadable.map(({ issue }) => [issue.code, issue.tab, issue.cell])).toEqual([
      ["order-contradicts", "b", "C2"],
    ]);
  });

  it("hold their agent where pieces or the order's own refund differ, in either order of the tabs", () => {
    const withRefund = `${ORDER}|退款金额`;
    const [ten, thirty] = ["10", "30"].map((refund) => `${row}|${refund}`);
    for (const [first, second] of [
      [ten, thirty],
      [thirty, ten],
    ] as const) {
      const { facts } = read([tab("a", withRefund, first ?? ""), tab("b", withRefund, second ?? "")]);
      const refunds = facts.measures.get("refunds")?.byPerson.get("ann");
      expect(refunds?.unreadable.map(({ issue }) => issue.code)).toContain("order-contradicts");
    }
    const pieces = read([tab("a", ORDER, row), tab("b", ORDER, row.replace("|1|", "|2|"))]);
    const items = pieces.facts.measures.get("items_sold")?.byPerson.get("ann");
    expect(items?.unreadable.map(({ issue }) => issue.code)).toEqual(["order-contradicts"]);
  });

  it("hold their agent where one refund has two amounts", () => {
    const refund = (amount: string) =>
      tab(`退款 ${amount}`, REFUND, `1|r1|${amount}|2026-10-05 10:00|退款成功|`);
    const { facts } = read([tab("a", ORDER, row), refund("10"), refund("30")]);
    const refunds = facts.measures.get("refunds")?.byPerson.get("ann");
    expect(refunds?.unreadable.map(({ issue }) => issue.code)).toContain("order-contradicts");
  });

  it("hold whoever spoke with the buyer where a time cannot be read", () => {
    const orders = tab(
      "a",
      "订单编号|买家会员名|买家实际支付金额|订单创建时间|订单付款时间",
      "1|b|100|2026-10-03 25:00|2026-10-03 10:01",
      "2|c|7|2026-10-03 10:00|2026-10-03 10:01",
    );
    const chats = tab("chats", "buyer|agent|time", "b|Ann|2026-10-03 09:00", "c|Bob|2026-10-03 09:00");
    const { facts } = read([orders, chats]);
    expect(facts.measures.get("sales")?.byPerson.get("ann")?.unreadable).toHaveLength(1);
    expect(facts.measures.get("sales")?.byPerson.get("bob")?.unreadable).toEqual([]);
    expect(total(facts, "sales", "Bob")).toBe("7");
  });

  it("ask for an amount of a paid order", () => {
    const { facts } = read([tab("a", ORDER, "1|b|-|1|2026-10-03 10:00|2026-10-03 10:01|Ann")]);
    expect(
      facts.measures
        .get("sales")
        ?.byPerson.get("ann")
        ?.unreadable.map(({ issue }) => issue.code),
    ).toEqual(["order-without-amount"]);
    expect(ann({ facts } as Ingested, "paid_orders")).toBe("1");
  });
});

describe("exports beside orders", () => {
  const orders = tab("订单", ORDER, "1|b|100|1|2026-10-03 10:00|2026-10-03 10:01|Ann");
  const report = (sales: number) =>
    tab("日报", "日期|客服|销售额", `2026-10-03|Ann|${sales}`, "2026-10-04|Ann|0");
  const sales = (ingested: Ingested) => [
    ann(ingested, "sales"),
    ingested.facts.measures.get("sales")?.byPerson.get("ann")?.unreadable.length,
  ];

  it("count once where they agree", () => {
    const ingested = read([orders, report(100)]);
    expect(sales(ingested)).toEqual(["100", 0]);
    expect(codes(ingested)).toEqual(["info figures-twice 订单"]);
  });

  it.each([
    ["none", "none", 1, ["error figures-contradict 日报!C2"]],
    ["exports", "90", 0, ["info figures-overruled 订单"]],
    ["events", "100", 0, ["info figures-overruled 日报"]],
  ] as const)("differ, and %s wins", (sourcePriority, amount, held, issues) => {
    const ingested = read([orders, report(90)], { sourcePriority });
    expect(sales(ingested)).toEqual([amount, held]);
    expect(codes(ingested)).toEqual(issues);
  });

  it("differ where the export has another day for the same sale", () => {
    const other = tab("日报", "日期|客服|销售额", "2026-10-03|Ann|0", "2026-10-04|Ann|100");
    expect(sales(read([orders, other]))).toEqual(["none", 1]);
    expect(sales(read([orders, other], { sourcePriority: "exports" }))).toEqual(["100", 0]);
  });

  it("agree in the month's total", () => {
    const month = (amount: number) => tab("月报_2026-10", "客服|销售额", `Ann|${amount}`);
    expect(sales(read([orders, month(100)]))).toEqual(["100", 0]);
    expect(sales(read([orders, month(99)]))).toEqual(["none", 1]);
  });
});
