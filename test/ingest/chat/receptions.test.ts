/** Edges of chats, replies, midnight, service hours and filters: at, just below and just above each. */
import { describe, expect, it } from "vitest";
import { tab } from "../workbook";
import { factLines, figures, pasted, read } from "./read";

/** A table of lines `time|side` or `time|side|text` of b1 with 小雨 on 1 October, unless the time has a date. */
function chat(...lines: readonly string[]) {
  const rows = lines.map((line) => {
    const [time = "", side = "", text = "", customer = "b1", agent = "小雨"] = line.split("|");
    const at = time.includes("-") ? time : `2026-10-01 ${time}`;
    return `${at}|${customer}|${agent}|${side === "问" ? "买家" : side === "答" ? "客服" : side}|${text || time}`;
  });
  return tab("聊天", "时间|买家|客服|发送方|内容", ...rows);
}

describe("replies", () => {
  it.each([
    ["10:01:39", { slow_replies: undefined, timeouts: undefined, response_seconds: 99 }],
    ["10:01:40", { slow_replies: 1, timeouts: undefined, response_seconds: 100 }],
    ["10:01:41", { slow_replies: 1, timeouts: undefined, response_seconds: 101 }],
    ["10:03:00", { slow_replies: 1, timeouts: undefined, response_seconds: 180 }],
    ["10:03:01", { slow_replies: 1, timeouts: 1, response_seconds: 181 }],
  ])("slow from 100 seconds on, a timeout after 180: answer at %s", (time, expected) => {
    const all = figures(read([chat("10:00:00|问", `${time}|答`)]), "小雨");
    expect({
      slow_replies: all.slow_replies,
      timeouts: all.timeouts,
      response_seconds: all.response_seconds,
    }).toEqual(expected);
  });

  it("counts the first answer of the day once, and every gap", () => {
    const grid = chat(
      "10:00:00|问",
      "10:00:10|答",
      "10:01:00|问",
      "10:01:30|答",
      "15:00:00|问",
      "15:00:05|答",
    );
    expect(figures(read([grid]), "小雨")).toMatchObject({
      received: 1,
      first_response_seconds: 10,
      first_responses: 1,
      response_seconds: 45,
      responses: 3,
      resolutions: 2,
      resolution_seconds: 95,
    });
  });

  it("takes question and answer of one second as a gap of 0, whichever stands first", () => {
    for (const grid of [chat("10:00:00|问", "10:00:00|答"), chat("10:00:00|答", "10:00:00|问")]) {
      expect(figures(read([grid]), "小雨")).toMatchObject({ replied: 1, responses: 1 });
    }
  });

  it("finds no answer in what was said before the question", () => {
    expect(figures(read([chat("10:00:00|答", "10:00:30|问")]), "小雨")).toMatchObject({
      received: 1,
      unanswered: 1,
    });
  });

  it("caps each gap by Setting, and counts questions without an answer by Setting", () => {
    const grid = chat("10:00:00|问", "10:20:00|答", "10:30:00|问");
    expect(figures(read([grid], { responseCap: 600 }), "小雨")).toMatchObject({
      response_seconds: 600,
      responses: 1,
    });
    const official = figures(read([grid], { responseCap: 600, unansweredRounds: "cap" }), "小雨");
    expect(official).toMatchObject({ response_seconds: 1200, responses: 2, timeouts: 2 });
  });

  it("takes marked automatic replies for none, and configured ones within their time", () => {
    const marked = chat("10:00:00|问", "10:00:01|答|[自动回复] 您好", "10:00:50|答|在");
    expect(figures(read([marked]), "小雨")).toMatchObject({
      response_seconds: 50,
      responses: 1,
      messages_out: 1,
    });
    const plain = (seconds: string) => chat("10:00:00|问", `10:00:${seconds}|答|亲，在的呢`);
    const settings = { autoReplies: ["亲，在的"], autoReplySeconds: 3 };
    expect(figures(read([plain("03")], settings), "小雨")).toMatchObject({ unanswered: 1 });
    expect(figures(read([plain("04")], settings), "小雨")).toMatchObject({ replied: 1, response_seconds: 4 });
    expect(figures(read([chat("10:00:00|问", "10:00:01|机器人|在")]), "小雨")).toMatchObject({
      unanswered: 1,
    });
  });
});

describe("chats and days", () => {
  it("counts a chat over midnight once, on the day of its first line", () => {
    const grid = chat(
      "2026-10-01 23:59:50|问",
      "2026-10-02 00:00:10|答",
      "2026-10-02 00:20:00|问",
      "2026-10-02 00:20:05|答",
    );
    expect(factLines(read([grid])).filter((line) => /^(received|response)/.test(line))).toEqual([
      "received 小雨 2026-10-01 1",
      "response_seconds 小雨 2026-10-01 25",
      "responses 小雨 2026-10-01 2",
    ]);
  });

  it.each([
    ["2026-10-02 00:29:59", ["received 小雨 2026-10-01 1"]],
    ["2026-10-02 00:30:00", ["received 小雨 2026-10-01 1"]],
    ["2026-10-02 00:30:01", ["received 小雨 2026-10-01 1", "received 小雨 2026-10-02 1"]],
  ])("begins a new chat after more than 30 minutes: next line at %s", (time, expected) => {
    const grid = chat("2026-10-01 23:59:50|问", "2026-10-02 00:00:00|答", `${time}|问`);
    expect(factLines(read([grid])).filter((line) => line.startsWith("received"))).toEqual(expected);
  });

  it("leaves a chat that began in the month before to that month", () => {
    const grid = chat(
      "2026-09-30 23:59:50|问",
      "2026-10-01 00:00:10|答",
      "2026-10-31 23:59:59|问",
      "2026-11-01 00:00:09|答",
    );
    expect(factLines(read([grid])).filter((line) => /^(received|response_s)/.test(line))).toEqual([
      "received 小雨 2026-10-31 1",
      "response_seconds 小雨 2026-10-31 10",
    ]);
  });

  it("answers a waiting question after any silence up to a day", () => {
    const late = (time: string) => figures(read([chat("10:00:00|问", `${time}|答`)]), "小雨");
    expect(late("2026-10-02 10:00:00")).toMatchObject({ replied: 1, response_seconds: 86_400 });
    expect(late("2026-10-02 10:00:01")).toMatchObject({ unanswered: 1 });
  });

  it.each([
    ["10:10:00", 2],
    ["10:09:59", 2],
    ["10:10:01", 1],
  ])("counts chats that touch as open at once: the second begins at %s", (time, most) => {
    const grid = chat("10:00:00|问", "10:10:00|答", `${time}|问||b2`, "10:20:00|答||b2");
    expect(figures(read([grid]), "小雨").max_chats).toBe(most);
  });
});

describe("service hours", () => {
  const hours = { serviceFrom: 8 * 3600, serviceTo: 23 * 3600 };

  it.each([
    ["07:59:59", { received: undefined, responses: undefined }],
    ["08:00:00", { received: 1, responses: 1 }],
    ["22:59:59", { received: 1, responses: 1 }],
    ["23:00:00", { received: undefined, responses: undefined }],
  ])("count questions from 8 to before 23: asked at %s", (time, expected) => {
    const answer = time === "22:59:59" ? "23:05:00" : time.replace(/:..$/, ":59");
    const all = figures(read([chat(`${time}|问`, `${answer}|答`)], hours), "小雨");
    expect({ received: all.received, responses: all.responses }).toEqual(expected);
    expect(all.consulted).toBe(1);
  });

  it("may run over midnight", () => {
    const night = { serviceFrom: 20 * 3600, serviceTo: 2 * 3600 };
    expect(figures(read([chat("01:00:00|问")], night), "小雨").received).toBe(1);
    expect(figures(read([chat("03:00:00|问")], night), "小雨").received).toBeUndefined();
  });
});

describe("filters", () => {
  const ad = chat(
    "10:00:00|问|刷单加微信",
    "10:00:01|问|低价流量",
    "10:00:00|问|在吗|b2",
    "10:00:10|答|在|b2",
  );

  it("do not let advertisements spoil the reply rate", () => {
    expect(figures(read([ad]), "小雨")).toMatchObject({
      consulted: 2,
      received: 2,
      replied: 1,
      unanswered: 1,
    });
    for (const changed of [{ adTexts: ["流量"] }, { adSenders: ["B1"] }]) {
      const chats = read([ad], changed);
      expect(figures(chats, "小雨")).toMatchObject({ consulted: 2, received: 1, replied: 1 });
      expect(figures(chats, "小雨").unanswered).toBeUndefined();
      expect(chats.issues.map(({ code, values }) => [code, values?.count])).toEqual([
        ["adTexts" in changed ? "chat-filter-ad-text" : "chat-filter-ad-sender", "1"],
      ]);
    }
  });

  const one = chat("10:00:00|问");
  const two = chat("10:00:00|问", "10:00:01|问|？");
  const agentOnly = chat("10:00:00|答");
  it.each([
    ["buyer's single line, counted", one, {}, 1],
    ["buyer's single line", one, { filterSingleLine: "leave_out" }, undefined],
    ["two lines are no single line", two, { filterSingleLine: "leave_out" }, 1],
    ["agent's monologue", agentOnly, {}, undefined],
    ["agent's monologue, counted", agentOnly, { filterMonologue: "count" }, 1],
    ["chosen agents", one, { filteredAgents: ["小雨"] }, undefined],
    ["code word", chat("10:00:00|问", "10:00:05|答|#77#"), { codeWords: ["#77#"] }, undefined],
    [
      "code word, not often enough",
      chat("10:00:00|问", "10:00:05|答|#77#"),
      { codeWords: ["#77#"], codeWordTimes: 2 },
      1,
    ],
    ["code word sent by the buyer", chat("10:00:00|问|#77#", "10:00:05|答"), { codeWords: ["#77#"] }, 1],
  ] as const)("%s", (_name, grid, changed, received) => {
    expect(figures(read([grid], changed), "小雨").received).toBe(received);
  });

  it.each([
    [1, undefined],
    [0, 1],
    [null, 1],
  ])("handed on with at most %s lines", (forwardedLines, received) => {
    const grid = chat("10:00:00|问", "10:00:05|答", "10:00:06|系统|由 小雨 转交给 小雪");
    expect(figures(read([grid], { forwardedLines }), "小雨").received).toBe(received);
  });

  it("leave out the shop's own accounts and colleagues", () => {
    const grid = chat("10:00:00|问||店主", "10:00:00|问||小雪", "10:00:00|问||b1");
    expect(figures(read([grid], {}, undefined, ["店主"]), "小雨")).toMatchObject({
      consulted: 3,
      received: 1,
    });
  });
});

describe("pasted text of several people", () => {
  it("gives a customer's lines to whoever answers, and counts a transfer", () => {
    const text = `b1 2026-10-01 10:00:00
你好
旗舰店:小雨 2026-10-01 10:00:10
您好
由 旗舰店:小雨 转交给 旗舰店:小雪
b1 2026-10-01 10:01:00
能退吗
旗舰店:小雪 2026-10-01 10:01:30
可以
小雪撤回了一条消息
b2 2026-10-01 10:05:00
在吗
旗舰店:小雨 2026-10-01 10:05:20
在`;
    const chats = read([pasted("聊天", text)]);
    expect(figures(chats, "小雨")).toMatchObject({
      received: 2,
      replied: 2,
      response_seconds: 30,
      transfers: 1,
    });
    expect(figures(chats, "小雪")).toMatchObject({ received: 1, replied: 1, response_seconds: 30 });
  });

  it("does not take a sentence with a time for a sender", () => {
    const text = `b1 2026-10-01 10:00:00
几点发
我 2026-10-01 09:00:00 下的单
小雨 2026-10-01 10:00:10
您的包裹发出时间是 2026-10-01 09:00:00
b1 2026-10-01 10:00:30
好`;
    const chats = read([pasted("聊天", text)]);
    expect(chats.log.customers).toEqual(["b1"]);
    expect(figures(chats, "小雨")).toMatchObject({ received: 1, messages_in: 2, messages_out: 1 });
  });

  it("gives an agent's first line to the customer who comes next", () => {
    const text = `小雨 2026-10-01 10:00:00
欢迎光临
b1 2026-10-01 10:00:30
你好
小雨 2026-10-01 10:00:40
在`;
    expect(figures(read([pasted("聊天", text)]), "小雨")).toMatchObject({
      received: 1,
      messages_out: 2,
      response_seconds: 10,
    });
  });

  it("tells lines that belong to no message", () => {
    const chats = read([
      pasted("聊天", "复制自千牛\n第二行\nb1 2026-10-01 10:00:00\n你好\n小雨 2026-10-01 10:00:10\n在"),
    ]);
    expect(chats.issues.map(({ code, cell, values }) => [code, cell, values?.count])).toEqual([
      ["chat-lines-unread", "1:1", "2"],
    ]);
  });

  it("counts overlapping pastes once, read or unread", () => {
    const first = "b1 2026-10-01 10:00:00\n你好 未读\n小雨 2026-10-01 10:00:10\n在 未读";
    const second =
      "b1 2026-10-01 10:00:00\n你好 已读\n小雨 2026-10-01 10:00:10\n在 已读\nb1 2026-10-01 10:00:20\n好";
    const chats = read([pasted("一", first), pasted("二", second)]);
    expect(figures(chats, "小雨")).toMatchObject({ messages_in: 2, messages_out: 1, response_seconds: 10 });
    expect(chats.issues.map(({ code, values }) => [code, values?.count])).toEqual([
      ["chat-lines-repeated", "2"],
    ]);
  });

  it("leaves unanswered lines with the only agent of the tab", () => {
    const text = "b1 2026-10-01 10:00:00\n你好\n小雨 2026-10-01 10:00:10\n在\nb2 2026-10-01 12:00:00\n有人吗";
    expect(figures(read([pasted("聊天", text)]), "小雨")).toMatchObject({
      received: 2,
      replied: 1,
      unanswered: 1,
    });
  });
});
