/** Tabs that say nothing of a locked month are told without reading them: the answer is that of reading them all. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayFromParts, parseMonth } from "../../src/engine/calendar";
import type { Grid, GridCell } from "../../src/engine/grid";
import { marksOf, paidOf, type Snapshot } from "../../src/life/snapshot";
import { readLocked, SNAPSHOTS_TAB, snapshotRows } from "../../src/life/snapshots-tab";
import { type LateData, type LateQuestion, reread, unconcerned } from "../../src/locked";
import { ruleFactsOf } from "../../src/locked-adjustments";
import { computePrepared, prepareMonth } from "../../src/month";
import { tab } from "../readings/book";

const OCTOBER = parseMonth("2026-10") ?? expect.fail("no October");

const RULES: readonly Grid[] = [
  tab("Staff", "Person | Team | Plan | Base pay\nA | T | P | 3000\nB | T | P | 2000"),
  tab("Sources", "Measure | Tab | Agent column | Date column | Value column\nnotes | Notes | Who | When | N"),
  tab("Pay", "Plan | Component | Formula\nP | share | =sales*1%-refunds\nP | days | =attended_days*10"),
];

/** How the days of a tab are written; the last two need an order of day and month. */
const FORMS: readonly ((month: number, day: number) => GridCell)[] = [
  (month, day) => `2026-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
  (month, day) => ({ serial: dayFromParts(2026, month, day) ?? 0 }),
  (month) => `2026年${month}月`,
  (month, day) => `${month}/${day}/2026`,
  (month, day) => `${day}/${month}/2026`,
];

const HEADERS: readonly (readonly string[])[] = [
  ["Agent", "Date", "sales", "refunds"],
  ["客服", "日期", "销售额", "成功退款金额"],
  ["Agent", "Date", "sales", "sales"],
  ["Agent", "", "sales", "refunds"],
  ["姓名", "日期", "上班打卡时间", "下班打卡时间"],
  ["订单编号", "订单付款时间", "买家实际支付金额", "买家会员名"],
  ["Who", "When", "N", ""],
];

const row = fc.record({
  who: fc.constantFrom("A", "B", "Stranger", "合计", ""),
  month: fc.constantFrom(9, 11, 11, 11, 12, 10),
  day: fc.integer({ min: 1, max: 28 }),
  a: fc.oneof(fc.integer({ min: -5, max: 900 }), fc.constantFrom("", "约100", "9:00", "12%")),
  b: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom("", "18:00", "x")),
});

const later: fc.Arbitrary<Grid> = fc
  .record({
    name: fc.constantFrom("November", "Notes", "2026-11", "2026-10 more", "Sales"),
    header: fc.constantFrom(...HEADERS.slice(0, 2), ...HEADERS),
    form: fc.constantFrom(...FORMS.slice(0, 1), ...FORMS),
    rows: fc.array(row, { maxLength: 5 }),
    onlyLater: fc.boolean(),
  })
  .map(({ name, header, form, rows, onlyLater }) => ({
    name,
    rows: [
      [...header],
      ...rows.map(({ who, month, day, a, b }) => [who, form(onlyLater ? 11 : month, day), a, b]),
    ],
  }));

const RAW = tab(
  "Sales October",
  "Agent | Date | sales | refunds\nA | @2026-10-20 | 180000 | 0\nB | @2026-10-21 | 150000 | 7\nA | @2026-11-02 | 5 | 0",
);
const EMPTY: Grid = { name: "Sheet9", rows: [] };

function lockedOn(raw: readonly Grid[]) {
  const prepared = prepareMonth([...RULES, ...raw], OCTOBER);
  const { result, lang } = computePrepared(prepared, "en");
  const snapshot: Snapshot = {
    ...{ format: 1, month: "2026-10", run: "2026-10 #1", lang, rules: RULES, closed: null },
    ...{ data: prepared.data, tabs: marksOf(raw), differences: [], lateTabs: [], paid: paidOf(result) },
    ruleFacts: ruleFactsOf(prepared.rules.book, RULES),
  };
  const rows = [SNAPSHOTS_TAB.columns.map(({ en }) => en), ...snapshotRows(snapshot)];
  return readLocked([{ name: "Snapshots", rows }], "2026-10 #1") ?? expect.fail("nothing stored");
}

function distinct(tabs: readonly Grid[]): Grid[] {
  return [...new Map(tabs.map((one) => [one.name, one])).values()];
}

function inOrder({ differences, issues, tabs }: LateData) {
  return { differences, issues, tabs: [...tabs].sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

describe("tabs that say nothing of a locked month", () => {
  test("answer without being read as they do when they are read", () => {
    let skipped = 0;
    fc.assert(
      fc.property(
        fc.array(later, { maxLength: 2 }),
        fc.array(later, { maxLength: 3 }),
        fc.constantFrom("kept", "kept", "kept", "gone", "longer"),
        (then, since, fate) => {
          const before = distinct([RAW, EMPTY, ...then]);
          const locked = lockedOn(before);
          const longer = { ...RAW, rows: [...RAW.rows, ["B", "2026-10-30", 100, 0]] };
          const own = { kept: [RAW], gone: [], longer: [longer] }[fate] ?? [];
          const rawGrids = distinct([...before.slice(1), ...own, ...since]);
          const question: LateQuestion = { locked, rawGrids, posted: [], known: [], lateTabs: [] };
          const quick = unconcerned(question);
          if (!quick) return;
          skipped++;
          expect(inOrder(quick)).toEqual(inOrder(reread(question)));
        },
      ),
      { numRuns: 400 },
    );
    expect(skipped).toBeGreaterThan(20);
  });
});
