/** Every shape of pasted chats (DOMAIN B.3), with the same talk counted by hand. */
import { describe, expect, it } from "vitest";
import type { GridCell } from "../../../src/engine/grid";
import { figures, leftOut, pasted, read } from "./read";

/**
 * One talk: tb123 asks at 10:00:00 and 10:00:20, 小雨 answers at 10:00:50 (50 s), tb123 asks at 10:02:00,
 * 小雨 answers at 10:03:50 (110 s, slow) and adds a line at 10:04:00.
 */
const TALK = {
  consulted: 1,
  received: 1,
  inquirers: 1,
  replied: 1,
  first_response_seconds: 50,
  first_responses: 1,
  response_seconds: 160,
  responses: 2,
  slow_replies: 1,
  resolution_seconds: 240,
  resolutions: 1,
  max_chats: 1,
  messages_in: 3,
  messages_out: 3,
};

const SAID = [
  ["tb123", "10:00:00", "在吗"],
  ["tb123", "10:00:20", "这个有货吗"],
  ["旗舰店:小雨", "10:00:50", "有的"],
  ["tb123", "10:02:00", "什么时候发"],
  ["旗舰店:小雨", "10:03:50", "今天"],
  ["旗舰店:小雨", "10:04:00", "放心"],
] as const;

function text(line: (name: string, time: string, said: string) => string): string {
  return SAID.map(([name, time, said]) => line(name, time, said)).join("\n");
}
const other = (name: string) => (name === "tb123" ? "旗舰店:小雨" : "tb123");

const SHAPES: readonly (readonly [name: string, text: string])[] = [
  ["name and time, text below", text((n, t, s) => `${n} 2026-10-01 ${t}\n${s}`)],
  ["no zero padding", text((n, t, s) => `${n} 2026-10-1 ${t}\n${s}`)],
  ["slashes", text((n, t, s) => `${n} 2026/10/1 ${t}\n${s}`)],
  ["年月日", text((n, t, s) => `${n} 2026年10月1日 ${t}\n${s}`)],
  ["glued", text((n, t, s) => `${n}2026-10-01 ${t}\n${s}`)],
  ["name above, time below", text((n, t, s) => `${n}\n2026-10-01 ${t}\n${s}`)],
  ["name above, time below, blank lines", text((n, t, s) => `${n}\n2026-10-01 ${t}\n${s}\n`)],
  ["arrow", text((n, t, s) => `${n} --> ${other(n)} 2026-10-01 ${t}\n${s}`)],
  ["arrow without blanks", text((n, t, s) => `${n}-->${other(n)} 2026-10-01 ${t}\n${s}`)],
  ["brackets", text((n, t, s) => `[${n}] 2026-10-01 ${t}\n${s}`)],
  ["brackets around the time", text((n, t, s) => `${n} (2026-10-01 ${t})\n${s}`)],
  ["text behind the time", text((n, t, s) => `${n} 2026-10-01 ${t} ${s}`)],
  ["text behind the time, colon", text((n, t, s) => `${n} 2026-10-01 ${t}：${s}`)],
  ["time first", text((n, t, s) => `2026-10-01 ${t} ${n}\n${s}`)],
  ["time first, text behind", text((n, t, s) => `2026-10-01 ${t} ${n}: ${s}`)],
  ["CRLF", text((n, t, s) => `${n} 2026-10-01 ${t}\r\n${s}\r`)],
  ["status words at the end", text((n, t, s) => `${n} 2026-10-01 ${t} 已读\n${s}`)],
  ["status words of their own", text((n, t, s) => `${n} 2026-10-01 ${t}\n${s}\n未读`)],
  ["full-width colon", text((n, t, s) => `${n.replace(":", "：")} 2026-10-01 ${t}\n${s}`)],
  [
    "several lines",
    text((n, t, s) => `${n} 2026-10-01 ${t}\n${s}\n第二行\n\nhttps://item.taobao.com/item.htm?id=1`),
  ],
  ["commas", text((n, t, s) => `${n},2026-10-01 ${t},${s}`)],
  ["a title", `与 tb123 的聊天记录\n${text((n, t, s) => `${n} 2026-10-01 ${t}\n${s}`)}`],
];

describe("pasted text", () => {
  it.each(SHAPES)("%s", (_name, body) => {
    const chats = read([pasted("聊天", body)]);
    expect(figures(chats, "小雨")).toEqual(TALK);
    expect(leftOut(chats)["unread-line"]).toBeUndefined();
  });

  it("split over columns at tabs, the time a date cell", () => {
    const serial = (time: string) => {
      const [hour = 0, minute = 0, second = 0] = time.split(":").map(Number);
      return { serial: 46_296 + (hour * 3600 + minute * 60 + second) / 86_400 };
    };
    const rows: GridCell[][] = SAID.map(([name, time, said]) => [name, serial(time), said]);
    expect(figures(read([{ name: "聊天", rows }]), "小雨")).toEqual(TALK);
  });

  it("a whole talk in one cell", () => {
    const body = text((n, t, s) => `${n} 2026-10-01 ${t}\n${s}`);
    expect(figures(read([{ name: "聊天", rows: [[body]] }]), "小雨")).toEqual(TALK);
  });
});
