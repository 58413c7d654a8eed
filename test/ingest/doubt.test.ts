/** A damaged line of a chat that may decide whose an order is: nobody gains or loses it in silence. */
import { describe, expect, it } from "vitest";
import type { Grid } from "../../src/engine/grid";
import { DEFAULT_SETTINGS } from "../../src/engine/settings";
import { renderIssue } from "../../src/text/render";
import { lines, rosterOf, run, tab, total } from "./workbook";

const roster = rosterOf(["小雨"], ["小雪"], ["Ann"]);

/** 小雨 answers b1 at 10:00:30, 小雪 at the time given; b2 is Ann's throughout. */
const chats = (time: string, side = "客服"): Grid =>
  tab(
    "聊天",
    "时间|买家|客服|发送方|内容",
    "2026-10-03 10:00:00|b1|小雨|买家|在吗",
    "2026-10-03 10:00:30|b1|小雨|客服|在",
    `${time}|b1|小雪|${side}|优惠`,
    "2026-10-03 10:00:00|b2|Ann|买家|在吗",
    "2026-10-03 10:00:30|b2|Ann|客服|在",
  );
const HEAD = "订单编号|买家会员名|买家实际支付金额|订单创建时间|订单付款时间|订单状态";
const ORDERS = tab(
  "订单",
  HEAD,
  "11|b1|80|2026-10-03 12:00:00|2026-10-03 12:01:00|交易成功",
  "22|b2|50|2026-10-03 12:00:00|2026-10-03 12:01:00|交易成功",
);

const read = (...grids: Grid[]) => run({ grids, roster, settings: DEFAULT_SETTINGS });
const held = (person: string, ...grids: Grid[]) =>
  lines(read(...grids).facts).filter(
    (line) => line.includes(` ${person} `) && line.endsWith("decides-orders"),
  );

describe("an unreadable time of a chat", () => {
  it("whole, the order is of who spoke last", () => {
    const { facts } = read(chats("2026-10-03 11:00:00"), ORDERS);
    expect([total(facts, "sales", "小雨"), total(facts, "sales", "小雪")]).toEqual(["none", "80"]);
  });

  it.each([
    "昨天",
    "2026-13-01 10:00:00",
  ])("%s holds both between whom it decides, and nobody else", (time) => {
    expect(held("小雨", chats(time), ORDERS)).toContain("sales 小雨 聊天!A4 chat-line-decides-orders");
    expect(held("小雪", chats(time), ORDERS)).toContain("sales 小雪 聊天!A4 chat-line-decides-orders");
    expect(held("ann", chats(time), ORDERS)).toEqual([]);
    expect(total(read(chats(time), ORDERS).facts, "sales", "Ann")).toBe("50");
  });

  it("so does an unreadable side", () => {
    const grid = chats("2026-10-03 11:00:00", "?!");
    expect(held("小雨", grid, ORDERS)).toContain("sales 小雨 聊天!D4 chat-line-decides-orders");
  });

  it("names the orders and the people", () => {
    const { facts } = read(chats("昨天"), ORDERS);
    const found = facts.measures.get("sales")?.byPerson.get("小雨")?.unreadable[0]?.issue;
    expect(found && renderIssue(found, "en")).toBe(
      '聊天!A4: Row 4, "时间": "昨天" cannot be read, and this line may decide whose the orders of its buyer are (11). Until then the order figures of 小雪, 小雨 are held. Correct the cell.',
    );
  });

  it("of a buyer without orders holds nobody else", () => {
    const none = tab("订单", HEAD, "22|b2|50|2026-10-03 12:00:00|2026-10-03 12:01:00|交易成功");
    expect(held("小雨", chats("昨天"), none)).toEqual([]);
  });

  it("of an order of another month neither", () => {
    const september = tab("订单", HEAD, "11|b1|80|2026-09-03 12:00:00|2026-09-03 12:01:00|交易成功");
    expect(held("小雨", chats("昨天"), september)).toEqual([]);
  });

  it("where a table names the agent, chats decide nothing", () => {
    const named = tab(
      "订单",
      `${HEAD}|客服`,
      "11|b1|80|2026-10-03 12:00:00|2026-10-03 12:01:00|交易成功|小雨",
    );
    expect(held("小雨", chats("昨天"), named)).toEqual([]);
    expect(total(read(chats("昨天"), named).facts, "sales", "小雨")).toBe("80");
  });
});
