/** What must hold for any chats, with a plain count as the yardstick. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Grid, GridCell } from "../../../src/engine/grid";
import { factLines, figures, read } from "./read";

interface Line {
  readonly at: number;
  readonly customer: number;
  readonly agent: "小雨" | "小雪";
  readonly isCustomer: boolean;
}

const FIRST_DAY = 46_296;
const HEADER: readonly GridCell[] = ["时间", "买家", "客服", "发送方", "内容"];

/** Lines in the first days of the month and around it, many of them in the same seconds. */
const lines = fc.array(
  fc.record({
    at: fc.oneof(fc.integer({ min: -600, max: 3600 }), fc.integer({ min: -90_000, max: 4 * 86_400 })),
    customer: fc.integer({ min: 0, max: 3 }),
    agent: fc.constantFrom("小雨" as const, "小雪" as const),
    isCustomer: fc.boolean(),
  }),
  { maxLength: 40 },
);

function rowOf({ at, customer, agent, isCustomer }: Line): GridCell[] {
  const time = { serial: FIRST_DAY + at / 86_400 };
  return [time, `b${customer}`, agent, isCustomer ? "买家" : "客服", `${isCustomer ? "?" : "!"}${at % 7}`];
}

function gridOf(name: string, all: readonly Line[]): Grid {
  return { name, rows: [HEADER, ...all.map(rowOf)] };
}

/** Pairs of what holds and what was shuffled by the numbers. */
const shuffled = lines.chain((all) =>
  fc.tuple(
    fc.constant(all),
    fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: all.length, maxLength: all.length }),
  ),
);

function byNumbers<T>(all: readonly T[], numbers: readonly number[]): T[] {
  return all
    .map((one, index) => ({ one, key: numbers[index] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one);
}

/** Received buyers and reply gaps of one person by a plain loop over that person's lines. */
function countPlainly(
  all: readonly Line[],
  agent: Line["agent"],
): { received: number; gaps: number; replies: number } {
  const seen = new Set<string>();
  let [gaps, replies] = [0, 0];
  for (const customer of [0, 1, 2, 3]) {
    const own = all
      .filter((line) => line.agent === agent && line.customer === customer)
      .sort((a, b) => a.at - b.at || Number(b.isCustomer) - Number(a.isCustomer));
    let [day, last, asked] = [Number.NaN, Number.NEGATIVE_INFINITY, Number.NaN];
    let isAnswered = false;
    for (const { at, isCustomer } of own) {
      const waits = !Number.isNaN(asked);
      const sameDay = Math.floor(at / 86_400) === Math.floor(last / 86_400);
      const mayWait = isCustomer ? sameDay && !isAnswered : at - asked <= 86_400;
      const goesOn = at - last <= 1800 || (waits && mayWait);
      if (!goesOn) [day, asked, isAnswered] = [Math.floor(at / 86_400), Number.NaN, false];
      last = at;
      if (!isCustomer) isAnswered = true;
      if (day < 0) {
        asked = isCustomer ? (Number.isNaN(asked) ? at : asked) : Number.NaN;
        continue;
      }
      if (isCustomer) {
        seen.add(`${customer} ${day}`);
        if (Number.isNaN(asked)) asked = at;
      } else if (!Number.isNaN(asked)) {
        gaps += at - asked;
        replies++;
        asked = Number.NaN;
      }
    }
  }
  return { received: seen.size, gaps, replies };
}

describe("chats", () => {
  it("count as a plain loop does", () => {
    fc.assert(
      fc.property(lines, (all) => {
        const chats = read([gridOf("聊天", all)]);
        for (const agent of ["小雨", "小雪"] as const) {
          const plain = countPlainly(all, agent);
          const { received = 0, response_seconds = 0, responses = 0 } = figures(chats, agent);
          expect({ received, gaps: response_seconds, replies: responses }).toEqual(plain);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("give the same facts in any order of rows", () => {
    fc.assert(
      fc.property(shuffled, ([all, numbers]) => {
        expect(factLines(read([gridOf("聊天", byNumbers(all, numbers))]))).toEqual(
          factLines(read([gridOf("聊天", all)])),
        );
      }),
    );
  });

  it("give the same facts from two tabs, in either order, and pasted twice", () => {
    fc.assert(
      fc.property(
        lines,
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 10 }),
        (all, at, overlap) => {
          const whole = factLines(read([gridOf("聊天", all)]));
          const first = gridOf("一", all.slice(0, at + overlap));
          const second = gridOf("二", all.slice(at));
          expect(factLines(read([first, second]))).toEqual(whole);
          expect(factLines(read([second, first]))).toEqual(whole);
          expect(factLines(read([gridOf("一", [...all, ...all])]))).toEqual(whole);
        },
      ),
    );
  });

  it("never change another person's figures by a damaged cell", () => {
    const damage = fc.record({
      row: fc.nat(),
      column: fc.constantFrom(0, 1, 3),
      text: fc.constantFrom("", "???", "昨天", "12,5", "2026-13-01 10:00:00"),
    });
    fc.assert(
      fc.property(lines, damage, (all, { row, column, text }) => {
        const whole = gridOf("聊天", all);
        const mine = all
          .map(({ agent }, index) => ({ agent, index: index + 1 }))
          .filter(({ agent }) => agent === "小雨");
        const chosen = mine[row % Math.max(1, mine.length)];
        if (!chosen) return;
        const rows = whole.rows.map((cells, index) =>
          index === chosen.index ? cells.map((cell, at) => (at === column ? text : cell)) : cells,
        );
        const others = (grid: Grid) => factLines(read([grid])).filter((line) => line.includes("小雪"));
        expect(others({ ...whole, rows })).toEqual(others(whole));
      }),
    );
  });
});
