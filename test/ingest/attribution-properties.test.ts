/** What must hold for any chats and orders: a plain count agrees, and the order of rows and tabs changes nothing. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Grid, GridCell } from "../../src/engine/grid";
import { DEFAULT_SETTINGS } from "../../src/engine/settings";
import type { AttributionRule } from "../../src/engine/settings-sources";
import { lines, rosterOf, run } from "./workbook";

const AGENTS = ["Wang", "Li", "Stranger"];
const FIRST = 46_296; // 2026-10-01 as a serial
const roster = rosterOf(["Wang"], ["Li"]);

interface Chat {
  readonly buyer: string;
  readonly agent: string;
  /** Minutes since the beginning of October. */
  readonly at: number;
}

interface Order {
  readonly buyer: string;
  readonly amount: number;
  readonly created: number;
  readonly paid: number | null;
}

const minute = fc.integer({ min: 0, max: 20 * 1440 });
const buyer = fc.constantFrom("a", "b", "c", "d");
const chats = fc.array(fc.record({ buyer, agent: fc.constantFrom(...AGENTS), at: minute }), {
  maxLength: 12,
});
const orders = fc.array(
  fc
    .record({
      buyer,
      amount: fc.integer({ min: 1, max: 500 }),
      created: minute,
      wait: fc.option(fc.integer({ min: 0, max: 3000 })),
    })
    .map(({ wait, ...order }) => ({ ...order, paid: wait === null ? null : order.created + wait })),
  { minLength: 1, maxLength: 8 },
);
const rule = fc.constantFrom<AttributionRule>("order_first", "order", "payment");

const time = (at: number): GridCell => ({ serial: FIRST + at / 1440 });

function grids(said: readonly Chat[], placed: readonly Order[]): [Grid, Grid] {
  const talk = said.map(({ buyer: who, agent, at }): GridCell[] => [who, agent, time(at)]);
  const rows = placed.map(({ buyer: who, amount, created, paid }, index): GridCell[] => [
    `N${index}`,
    who,
    amount,
    time(created),
    paid === null ? "" : time(paid),
  ]);
  return [
    { name: "chats", rows: [["buyer", "agent", "time"], ...talk] },
    {
      name: "orders",
      rows: [["订单编号", "买家会员名", "买家实际支付金额", "订单创建时间", "订单付款时间"], ...rows],
    },
  ];
}

function facts(tabs: readonly Grid[], attributionRule: AttributionRule): string[] {
  const settings = { ...DEFAULT_SETTINGS, sources: { ...DEFAULT_SETTINGS.sources, attributionRule } };
  return lines(run({ grids: tabs, roster, settings }).facts);
}

/** The last agent who spoke with a buyer within seven days up to a moment; two in one minute are a tie. */
function lastAgent(said: readonly Chat[], who: string, moment: number): string | null | "tie" {
  let found: Chat | null = null;
  let isTie = false;
  for (const chat of said) {
    if (chat.buyer !== who || chat.at > moment || chat.at < moment - 7 * 1440) continue;
    if (!found || chat.at > found.at) [found, isTie] = [chat, false];
    else if (chat.at === found.at && chat.agent !== found.agent) isTie = true;
  }
  return isTie ? "tie" : (found?.agent ?? null);
}

/** Sales of October by owner, counted by hand; null where a tie leaves it open. */
function countedSales(
  said: readonly Chat[],
  placed: readonly Order[],
  by: AttributionRule,
): Record<string, number> | null {
  const sales: Record<string, number> = { Wang: 0, Li: 0, silent: 0 };
  for (const { buyer: who, amount, created, paid } of placed) {
    if (paid === null) continue;
    const lander = lastAgent(said, who, created);
    const payer = lastAgent(said, who, paid);
    if (lander === "tie" || payer === "tie") return null;
    const owner = by === "order" ? lander : by === "payment" ? payer : (lander ?? payer);
    const name = owner ?? "silent";
    if (name in sales) sales[name] = (sales[name] ?? 0) + amount;
  }
  return sales;
}

/** The same from the facts. */
function factSales(found: readonly string[]): Record<string, number> {
  const sales: Record<string, number> = { Wang: 0, Li: 0, silent: 0 };
  const names: Readonly<Record<string, string>> = {
    "sales wang": "Wang",
    "sales li": "Li",
    "silent_sales *": "silent",
  };
  for (const line of found) {
    const [measure, person, , value] = line.split(" ");
    const name = names[`${measure} ${person}`];
    if (name) sales[name] = (sales[name] ?? 0) + Number(value);
  }
  return sales;
}

/** Whether each column of times has one off midnight: days without a time are read as the whole day. */
function hasTimes(placed: readonly Order[]): boolean {
  const columns = [placed.map(({ created }) => created), placed.flatMap(({ paid }) => paid ?? [])];
  return columns.every((times) => times.length === 0 || times.some((time) => time % 1440 !== 0));
}

describe("any chats and orders", () => {
  it("give the sales that a plain count gives", () => {
    fc.assert(
      fc.property(chats, orders, rule, (said, placed, by) => {
        const counted = countedSales(said, placed, by);
        fc.pre(counted !== null && said.length > 0 && hasTimes(placed));
        expect(factSales(facts(grids(said, placed), by))).toEqual(counted);
      }),
      { numRuns: 300 },
    );
  });

  it("give the same facts in any order of rows and tabs, in two tabs, and pasted twice", () => {
    fc.assert(
      fc.property(chats, orders, rule, fc.nat(), (said, placed, by, cut) => {
        const [talk, list] = grids(said, placed);
        const expected = facts([talk, list], by);
        expect(facts([list, talk], by)).toEqual(expected);
        const turned = ({ name, rows }: Grid): Grid => ({
          name,
          rows: [...rows.slice(0, 1), ...rows.slice(1).reverse()],
        });
        expect(facts([turned(talk), turned(list)], by)).toEqual(expected);
        const at = 1 + (cut % list.rows.length);
        const halves = [list.rows.slice(0, at), [...list.rows.slice(0, 1), ...list.rows.slice(at)]];
        const split = halves.map((rows, index): Grid => ({ name: `orders${index}`, rows }));
        expect(facts([talk, ...split], by)).toEqual(expected);
        expect(facts([talk, list, { ...list, name: "again" }], by)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  it("credit every paid order to one agent, to an outsider or to nobody", () => {
    fc.assert(
      fc.property(chats, orders, rule, (said, placed, by) => {
        fc.pre(said.length > 0 && said.every(({ agent }) => agent !== "Stranger"));
        const total = placed.reduce((sum, { amount, paid }) => sum + (paid === null ? 0 : amount), 0);
        const { Wang = 0, Li = 0, silent = 0 } = factSales(facts(grids(said, placed), by));
        expect(Wang + Li + silent).toBe(total);
      }),
      { numRuns: 200 },
    );
  });
});
