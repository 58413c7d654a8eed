/** Tables of chats in many headers, with figures counted by hand. */
import { describe, expect, it } from "vitest";
import type { Grid } from "../../../src/engine/grid";
import { rosterOf, tab, told } from "../workbook";
import { factLines, figures, leftOut, read } from "./read";

/** b1 asks at 10:00:00 and 10:00:10, 小雨 answers at 10:00:30: 30 s; b2 asks at 10:05:00 and is never answered. */
const FIGURES = {
  consulted: 2,
  received: 2,
  inquirers: 2,
  replied: 1,
  unanswered: 1,
  first_response_seconds: 30,
  first_responses: 1,
  response_seconds: 30,
  responses: 1,
  resolution_seconds: 30,
  resolutions: 1,
  max_chats: 1,
  messages_in: 3,
  messages_out: 1,
};

const TABLES: readonly (readonly [name: string, grid: Grid])[] = [
  [
    "side in Chinese",
    tab(
      "聊天记录",
      "时间|买家|客服|发送方|内容",
      "2026-10-01 10:00:00|b1|小雨|买家|在吗",
      "2026-10-01 10:00:10|b1|小雨|买家|？",
      "2026-10-01 10:00:30|b1|小雨|客服|在",
      "2026-10-01 10:05:00|b2|小雨|买家|在吗",
    ),
  ],
  [
    "traditional, other order, direction",
    tab(
      "聊天",
      "方向|客服暱稱|買家|發送時間",
      "收|小雨|b1|2026/10/1 10:00:00",
      "收|小雨|b1|2026/10/1 10:00:10",
      "发|小雨|b1|2026/10/1 10:00:30",
      "收|小雨|b2|2026/10/1 10:05",
    ),
  ],
  [
    "English, month first",
    tab(
      "chats",
      "Timestamp|Customer|Agent|Direction|Message",
      "10/01/2026 10:00:00|b1|小雨|inbound|hi",
      "10/01/2026 10:00:10|b1|小雨|inbound|?",
      "10/01/2026 10:00:30|b1|小雨|outbound|yes",
      "10/13/2026 10:05:00|b2|小雨|inbound|hi",
    ),
  ],
  [
    "sender and receiver",
    tab(
      "聊天",
      "发送人|接收人|发送时间|消息内容",
      "b1|旗舰店:小雨|2026-10-01 10:00:00|在吗",
      "b1|旗舰店：小雨|2026-10-01 10:00:10|？",
      "旗舰店:小雨|b1|2026-10-01 10:00:30|在",
      "b2|小雨|2026-10-01 10:05:00|在吗",
    ),
  ],
  [
    "sender beside customer and agent",
    tab(
      "聊天",
      "客服|买家|发送方|时间|内容",
      "小雨|b1|b1|2026-10-01 10:00:00|在吗",
      "小雨|b1|b1|2026-10-01 10:00:10|？",
      "小雨|b1|小雨|2026-10-01 10:00:30|在",
      "小雨|b2|b2|2026-10-01 10:05:00|在吗",
    ),
  ],
  [
    "date and time apart, status",
    tab(
      "聊天",
      "日期|时间|买家|客服|角色|状态",
      "2026-10-01|10:00:00|b1|小雨|客户|已读",
      "2026-10-01|10:00:10|b1|小雨|客户|已读",
      "2026-10-01|10:00:30|b1|小雨|坐席|未读",
      "2026-10-01|10:05:00|b2|小雨|客户|",
    ),
  ],
  [
    "title lines above, empty and repeated header below",
    tab(
      "聊天",
      "聊天记录导出||||",
      "||||",
      "时间|买家|客服|发送方|内容",
      "2026-10-01 10:00:00|b1|小雨|买家|在吗",
      "||||",
      "2026-10-01 10:00:10|b1|小雨|买家|？",
      "时间|买家|客服|发送方|内容",
      "2026-10-01 10:00:30|b1|小雨|客服|在",
      "2026-10-01 10:05:00|b2|小雨|买家|在吗",
    ),
  ],
];

describe("tables of chats", () => {
  it.each(TABLES)("%s", (_name, grid) => {
    const chats = read([grid]);
    expect(figures(chats, "小雨")).toEqual(FIGURES);
    expect(told(chats.issues)).toEqual([]);
  });

  it("tells how it read a tab", () => {
    const [, grid] = TABLES[0] ?? [];
    const found = read(grid ? [grid] : []).tabs.get(0);
    expect(found?.as).toBe("chat");
    expect(found?.why.values).toEqual({
      lines: "4",
      customers: "2",
      agents: "1",
      columns: "时间, 买家, 客服, 发送方, 内容",
    });
    expect([found?.firstDay, found?.lastDay, found?.rowsRead]).toEqual([46_296, 46_296, 4]);
  });

  it("reads no other tables", () => {
    const others = [
      tab(
        "订单",
        "订单编号|买家会员名|客服|订单创建时间|买家实际支付金额",
        "1|b1|小雨|2026-10-01 10:00:00|5",
      ),
      tab("日报", "日期|客服昵称|接待人数", "2026-10-01|小雨|5"),
      tab("calls", "time|agent|call_id|talk", "2026-10-01 10:00:00|小雨|1|5", "2026-10-01 11:00:00|小雪|2|5"),
      tab("评价", "时间|买家|客服|内容", "2026-10-01 10:00:00|b1|小雨|很好"),
      tab("sales", "time|account|customer|qty", "2026-10-01 10:00:00|小雨|b1|5"),
      tab("visits", "date|agent|customer", "2026-10-01|小雨|b1"),
      tab("notes", "2026-10-01 10:00:00 meeting", "buy milk"),
      tab(
        "考勤",
        "小雨|2026-10-01 09:00:00|2026-10-01 18:00:00",
        "小雪|2026-10-01 09:00:00|2026-10-01 18:00:00",
      ),
    ];
    expect([...read(others).tabs.keys()]).toEqual([]);
  });
});

describe("a list of contacts, which does not say who spoke", () => {
  const grid = tab(
    "chats",
    "buyer|agent|time",
    "b1|小雨|2026-10-01 10:00",
    "b1|小雨|2026-10-01 15:00",
    "b2|小雨|2026-10-02 11:00",
  );

  it("gives who was received, and nothing about replies", () => {
    expect(factLines(read([grid]))).toEqual(
      ["consulted", "inquirers", "received"].flatMap((measure) => [
        `${measure} 小雨 2026-10-01 1`,
        `${measure} 小雨 2026-10-02 1`,
      ]),
    );
  });
});

describe("lines that do not count", () => {
  it("takes kind and status at their word", () => {
    const grid = tab(
      "聊天",
      "时间|买家|客服|发送方|消息类型|状态|内容",
      "2026-10-01 10:00:00|b1|小雨|买家|文本|已读|在吗",
      "2026-10-01 10:00:01|b1|小雨|客服|自动回复|已读|您好",
      "2026-10-01 10:00:02|b1|小雨|客服|系统消息||已接入",
      "2026-10-01 10:00:03|b1|小雨|客服|文本|发送失败|在",
      "2026-10-01 10:00:09|b1|小雨|客服|文本|未读|在的",
    );
    const chats = read([grid]);
    expect(figures(chats, "小雨")).toMatchObject({ response_seconds: 9, messages_in: 1, messages_out: 1 });
    expect(leftOut(chats)).toEqual({ "system-line": 2 });
  });

  it("leaves out and tells each with its reason", () => {
    const grid = tab(
      "聊天",
      "时间|买家|客服|发送方|内容",
      "2026-10-01 10:00:00|b1|小雨|买家|在吗",
      "2026-10-01 10:00:01||小雨|买家|在吗",
      "2026-10-01 10:00:02|b1||买家|在吗",
      "2026-10-01 10:00:03|b1|小雨||在吗",
      "--|b1|小雨|买家|在吗",
      "2026-10-01 10:00:04|b1|路人|客服|在",
      "2026-11-01 10:00:05|b1|小雨|客服|在",
      "2026-10-01 10:00:06|b1|小雨|客服|小雨撤回了一条消息",
      "2026-10-01 10:00:07|b1|小雨|系统|当前用户来自 商品详情页",
      "2026-10-01 10:00:08|b1|小雨|客服|由 小雨 转交给 小雪",
      "2026-10-01 10:00:09|b1|小雨|买家|原因：【离线留言自动分配】",
    );
    const chats = read([grid]);
    expect(leftOut(chats)).toEqual({
      "no-customer": 1,
      "no-person": 1,
      "no-speaker": 1,
      "no-date": 1,
      nobody: 1,
      "other-month": 1,
      "system-line": 4,
    });
    expect(told(chats.issues)).toEqual([
      "info rows-of-other-months 聊天",
      "warning account-of-nobody 聊天!A7",
      "warning chat-lines-without-customer 聊天!3:3",
      "warning chat-lines-without-speaker 聊天!5:5",
      "warning rows-without-date 聊天!6:6",
      "warning rows-without-person 聊天!4:4",
    ]);
    expect(figures(chats, "小雨")).toMatchObject({
      received: 1,
      unanswered: 1,
      messages_in: 1,
      transfers: 1,
    });
  });

  it("holds whoever a damaged cell is about, and nobody else", () => {
    const grid = tab(
      "聊天",
      "时间|买家|客服|发送方",
      "2026-10-01 10:00:00|b1|小雨|买家",
      "2026-10-01 10:00:05|b1|小雨|客服",
      "昨天下午|b2|小雪|买家",
      "2026-10-01 10:00:20|b3|小雪|谁",
    );
    const chats = read([grid]);
    expect(figures(chats, "小雨")).toMatchObject({ received: 1, replied: 1, response_seconds: 5 });
    expect(factLines(chats).filter((line) => line.startsWith("received"))).toEqual([
      "received 小雨 2026-10-01 1",
      "received 小雪 chat-side-unreadable 聊天!D5",
      "received 小雪 chat-time-unreadable 聊天!A4",
    ]);
  });

  it("keeps an account's lines with whoever had it on the day", () => {
    const roster = rosterOf(["甲", "店:01", "", "2026-10-15"], ["乙", "店:01", "2026-10-16"]);
    const grid = tab(
      "聊天",
      "时间|买家|客服|发送方",
      "2026-10-15 10:00:00|b1|店:01|买家",
      "2026-10-16 10:00:00|b2|店:01|买家",
      "2026-10-17 10:00:00|b3|店:01|买家",
    );
    const chats = read([grid], {}, roster);
    expect([figures(chats, "甲").received, figures(chats, "乙").received]).toEqual([1, 2]);
  });
});
