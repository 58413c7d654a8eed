/** Whatever is pasted, nothing throws, and nothing is counted for people who are not in it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Grid, GridCell } from "../../../src/engine/grid";
import { figures, pasted, read } from "./read";

const pieces = fc.constantFrom(
  "b1",
  "旗舰店:小雨",
  "小雪",
  "[小雨]",
  "-->",
  "2026-10-01 10:00:00",
  "2026-10-1 9:03",
  "2026年10月1日 9:03:04",
  "2026-13-01 10:00:00",
  "10:00:00",
  "已读",
  "小雪撤回了一条消息",
  "由 小雪 转交给 小雨",
  "原因：【离线留言自动分配】",
  "与 b1 的聊天记录",
  "买家：b2",
  "在吗",
  "：",
  "\t",
  "\r",
  "",
);
const textLine = fc.array(pieces, { maxLength: 5 }).map((parts) => parts.join(" "));

const cell: fc.Arbitrary<GridCell> = fc.oneof(
  fc.string({ maxLength: 12 }),
  pieces,
  fc.double({ noNaN: false }),
  fc.boolean(),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((serial) => ({ serial })),
  fc.constantFrom("时间", "买家", "客服", "发送方", "内容", "sender", "receiver", "客服", "日期", "状态"),
);

describe("anything pasted", () => {
  it("is read without a throw, as text", () => {
    fc.assert(
      fc.property(fc.array(textLine, { maxLength: 30 }), (lines) => {
        const chats = read([pasted("聊天", lines.join("\n"))]);
        expect(chats.log.count).toBeLessThanOrEqual(lines.length * 2);
      }),
      { numRuns: 500 },
    );
  });

  it("is read without a throw, as a table", () => {
    const rows = fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { maxLength: 12 });
    fc.assert(
      fc.property(rows, fc.boolean(), (body, hasHeader) => {
        const header: GridCell[] = ["时间", "买家", "客服", "发送方", "内容"];
        const grid: Grid = { name: "聊天", rows: hasHeader ? [header, ...body] : body };
        const { consulted = 0, received = 0 } = figures(read([grid]), "小雨");
        expect(received).toBeLessThanOrEqual(consulted);
      }),
      { numRuns: 500 },
    );
  });

  it("has a line of the log for every message of pasted text", () => {
    const talk = fc.array(
      fc.record({
        name: fc.constantFrom("b1", "b2", "小雨", "旗舰店:小雪"),
        more: fc.integer({ min: 1, max: 3 }),
      }),
      { minLength: 2, maxLength: 20 },
    );
    fc.assert(
      fc.property(talk, (said) => {
        const lines = said.flatMap(({ name, more }, index) => [
          `${name} 2026-10-01 10:${String(index).padStart(2, "0")}:00`,
          ...Array.from({ length: more }, (_, part) => `话 ${part}`),
        ]);
        const agents = said.some(({ name }) => name === "小雨" || name === "旗舰店:小雪");
        const customers = said.some(({ name }) => name.startsWith("b"));
        const chats = read([pasted("聊天", lines.join("\n"))]);
        if (agents && customers) expect(chats.log.count).toBe(said.length);
      }),
    );
  });
});
