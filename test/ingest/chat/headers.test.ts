/** Headers of copied text whose time is damaged, or written in full-width signs. */
import { describe, expect, it } from "vitest";
import { rosterOf } from "../workbook";
import { factLines, figures, pasted, read } from "./read";

const STAFF = rosterOf(["小雪", "店:小雪"], ["小雨", "店:小雨"]);

const LINES = [
  "甲客 2026-10-19 19:58:15",
  "在吗",
  "店:小雪 2026-10-19 19:58:40",
  "在的亲",
  "甲客 2026-10-19 20:00:00",
  "有货吗",
  "店:小雪 2026-10-19 20:00:30",
  "有的",
  "乙客 2026-10-19 20:10:00",
  "在吗",
  "店:小雨 2026-10-19 20:10:05",
  "在的",
];

/** The chat with one row (counted from 1) written otherwise. */
function chatWith(row: number, line: string) {
  const text = LINES.map((one, index) => (index === row - 1 ? line : one)).join("\n");
  return read([pasted("聊天", text)], {}, STAFF);
}

/** Facts and held figures of a person, without the measure's name. */
const linesOf = (chats: ReturnType<typeof read>, person: string) =>
  factLines(chats).filter((line) => line.includes(` ${person} `));

describe("a header with a damaged time", () => {
  it.each([
    [7, "店:小雪 2O26-10-19 20:00:30"],
    [7, "店:小雪 2026-13-19 20:00:30"],
    [7, "店:小雪 2026-10-32 20:00:30"],
    [7, "店:小雪 2026-10-19 20:0?:30"],
    [7, "店:小雪 2026-10-19 20:00:3?"],
    [7, "店:小雪 2026-10-19 20:OO:30"],
    [7, "店:小雪 2026-10-19 24:00:30"],
    [7, "店:小雪 2026-10-19"],
    [7, "店:小雪2O26-10-19 20:00:30"],
    [7, "小雪 [2O26-10-19 20:00:30]"],
    [7, "店:小雪 --> 甲客 2O26-10-19 20:00:30"],
    [7, "店:小雪 ２０２６－１３－１９ ２０：００：３０"],
    [1, "甲客 2O26-10-19 19:58:15"],
    [5, "甲客 2O26-10-19 20:00:00"],
    [5, "甲客 --> 店:小雪 2026-10-19 20:0?:00"],
  ])("holds whoever the chat is with, and tells its cell: row %s, %s", (row, line) => {
    const chats = chatWith(row, line);
    expect(linesOf(chats, "小雪")).toContain(`response_seconds 小雪 chat-header-unreadable 聊天!A${row}`);
    expect(linesOf(chats, "小雨")).toEqual(linesOf(chatWith(1, LINES[0] ?? ""), "小雨"));
    expect(chats.damaged.map(({ buyer, person }) => [buyer, person?.name])).toEqual([["甲客", "小雪"]]);
    expect(chats.damaged[0]?.issue.values?.text).toBe(line);
    // The text of the damaged message is nobody's, and no part of the message before it.
    for (let at = 0; at < chats.log.count; at++) expect(chats.log.textOf(at)).not.toContain("\n");
  });

  it("begins another buyer's chat: the lines that follow are of that buyer", () => {
    const chats = chatWith(9, "乙客 2026-13-19 20:10:00");
    expect(linesOf(chats, "小雨")).toContain("response_seconds 小雨 chat-header-unreadable 聊天!A9");
    expect(linesOf(chats, "小雪")).toEqual(linesOf(chatWith(1, LINES[0] ?? ""), "小雪"));
    expect(chats.damaged.map(({ buyer, person }) => [buyer, person?.name])).toEqual([["乙客", "小雨"]]);
  });

  it("is found with its name on the line above", () => {
    const text = LINES.map((line) => line.replace(/^(\S+) (2026.*)$/, "$1\n$2")).join("\n");
    const chats = read([pasted("聊天", text.replace("20:00:30", "20:0?:30"))], {}, STAFF);
    expect(linesOf(chats, "小雪")).toContain("response_seconds 小雪 chat-header-unreadable 聊天!A11");
  });

  it.each([
    "您的订单 2026-13-19 20:00:30 发出",
    "小雪 说 2026-13-19 到货",
    "3件 10:30 前发",
    "小雪 12:30",
    "小雪 138-0013-8000",
  ])("is no sentence and no strange name: %s", (line) => {
    const chats = chatWith(8, line);
    expect(chats.damaged).toEqual([]);
    expect(figures(chats, "小雪")).toMatchObject({ responses: 2, response_seconds: 55 });
  });
});

describe("a header in full-width signs", () => {
  it.each([
    "店:小雪　２０２６－１０－１９　２０：００：３０",
    "店：小雪 ２０２６/１０/１９ ２０:００:３０",
    "店:小雪 2026-10-19 ２０：００：３０",
  ])("is read like any other: %s", (line) => {
    const chats = chatWith(7, line);
    expect(chats.damaged).toEqual([]);
    expect(figures(chats, "小雪")).toMatchObject({ responses: 2, response_seconds: 55, messages_out: 2 });
  });
});
