/** The Dashboard: every figure counted by hand from the shop's five rows. */
import { describe, expect, test } from "vitest";
import { describeDashboard } from "../../src/report/dashboard/dashboard";
import { bulletBar, sparkline } from "../../src/report/figures";
import { COLORS } from "../../src/report/looks";
import { TAB_PHRASES } from "../../src/text/tab-words";
import { exact, item, person, view as viewOf } from "./fixtures";
import { section, shownOn, smallShop, valuesOf } from "./small-shop";

const view = smallShop();
const dashboard = describeDashboard(view, true);
const filled = (rows: (string | number)[][]) =>
  rows.map((row) => row.slice(0, row.findLastIndex((value) => value !== "") + 1));

test("who is on target: attainment where an item has a target, else points of weight; best score first", () => {
  // Ann 1,200 of 1,000 and 10 of 20: 60 (the cap) + 40.
  // Ben 0.6 x 60 + 0 = 36, Cid 0.1 x 60 + 0 = 6.
  expect(filled(section(dashboard, "Who is on target?"))).toEqual([
    ["Who is on target?"],
    ["1 of 3 figures with a target are on target; 1 of 3 people reach all of theirs."],
    ["n = 3 people · Data as of 2026-10-06"],
    ["│ marks 100 %. Blue: reached. Orange: not reached."],
    ["Person", "Score", "Sales · of target", "Conversion · points of weight"],
    ["Ann", 100, "██████████│██ 120 %", "██████████│░░ 100 %"],
    ["Ben", 36, "██████░░░░│░░ 60 %", "░░░░░░░░░░│░░ 0 %"],
    ["Cid", 6, "█░░░░░░░░░│░░ 10 %", "░░░░░░░░░░│░░ 0 %"],
  ]);
});

test("how scores spread: bins of ten that touch, and who is below a gate", () => {
  // Ben fails score >= 60 of the bonus, Cid the gate and the bonus.
  expect(filled(section(dashboard, "How do scores spread?")).slice(1, 6)).toEqual([
    ["Scores run from 6.00 to 100.00, the middle one is 36.00; 2 below a gate."],
    ["n = 3 people · Data as of 2026-10-06"],
    ["Score", "People", "Below a gate"],
    ["0 to below 10", 0, 1, "░"],
    ["10 to below 20", 0, 0],
  ]);
  expect(filled(section(dashboard, "90 to below 100"))).toEqual([
    ["90 to below 100", 0, 0],
    ["100 to below 110", 1, 0, "█"],
  ]);
});

test("what happened by day: summed counts, gaps blank, promotion days as 1", () => {
  // Day 1: (6 + 6) of (10 + 20), (300 + 900) s of 30. Day 3: 4 of 10, 10 s. Day 6: 1 of 10, 20 s.
  // Month: 17 of 50; 1,500 s of 50.
  const rows = section(dashboard, "What happened by day?");
  expect(filled(rows).slice(1, 5)).toEqual([
    ["Conversion: 34% in the month, highest on 2026-10-01 (40%), lowest on 2026-10-06 (10%)."],
    ["First response: 30 s in the month, highest on 2026-10-01 (40 s), lowest on 2026-10-03 (10 s)."],
    ["n = 3 days · Data as of 2026-10-06"],
    ["A blank is no data, not 0. Grey columns are promotion days."],
  ]);
  expect(rows[5]?.slice(0, 4)).toEqual(["Day", "Promotion day", "Conversion", "First response"]);
  const days = rows.slice(6, 37).map((row) => row.slice(1, 4));
  expect(days).toHaveLength(31);
  expect(days.slice(0, 7)).toEqual([
    [0, 0.4, 40],
    [0, "", ""],
    [1, 0.4, 10],
    [0, "", ""],
    [0, "", ""],
    [0, 0.1, 20],
    [0, "", ""],
  ]);
});

test("what costs points: summed over people, the greatest first", () => {
  // Sales: 0 + 24 + 54; Conversion: 0 + 40 + 40.
  expect(filled(section(dashboard, "What costs us points?"))).toEqual([
    ["What costs us points?"],
    ["Conversion costs most: 80.00 of 158.00 points lost in all."],
    ["n = 3 people · Data as of 2026-10-06"],
    ["Score item", "Lost points"],
    ["Conversion", 80, "█████░░░░░ 51 %"],
    ["Sales", 78, "████░░░░░░ 49 %"],
  ]);
});

test("what pay does: closed months from History, then this one", () => {
  // Ann 2000 + 24 + 50 - 20, Ben 2000 + 6, Cid 1000 x 27/31 = 870.97 and no rate below 50 %.
  expect(filled(section(dashboard, "What does pay do?"))).toEqual([
    ["What does pay do?"],
    ["2026-10 comes to 4,930.97, 1.2% of it variable; 891.97 more against 2026-09."],
    ["n = 3 people · Data as of 2026-10-06"],
    ["Unit: yuan"],
    ["Month", "Base pay", "Variable pay", "Total"],
    ["2026-08", 1900, 0, 1900],
    ["2026-09", 4000, 39, 4039],
    ["2026-10", 4870.97, 60, 4930.97],
  ]);
  const chinese = section(describeDashboard(smallShop("zh"), true), "工资怎么变化？");
  expect(filled(chinese).slice(3, 7)).toEqual([
    ["单位：万元"],
    ["月份", "底薪", "浮动", "合计"],
    ["2026-08", 0.19, 0, 0.19],
    ["2026-09", 0.4, 0.0039, 0.4039],
  ]);
});

test("pay stands only where asked for, and what is HR's only in HR's view", () => {
  const plain = describeDashboard(view, false);
  expect(shownOn(plain)).not.toMatch(/What does pay do|4,930|Variable/);
  expect(plain.charts?.list.map(({ title }) => title)).not.toContain("What does pay do? · 2026-10");
  const { hr: _mine, ...restricted } = view;
  expect(shownOn(describeDashboard(restricted, true))).not.toMatch(/What does pay do|What happened by day/);
});

test("charts stand over the figures that they draw, beside them, with titles that a new run knows", () => {
  const { list = [], titles = [] } = dashboard.charts ?? {};
  const values = valuesOf(dashboard);
  const heads = list.map(({ ranges }) =>
    ranges.map(({ row, column, columns }) => values[row - 1]?.slice(column - 1, column - 1 + columns)),
  );
  expect(heads).toEqual([
    [["Score", "People", "Below a gate"]],
    [["Day", "Promotion day"], ["Conversion"]],
    [["Day", "Promotion day"], ["First response"]],
    [["Score item", "Lost points"]],
    [["Month", "Base pay", "Variable pay"]],
  ]);
  for (const { title, ranges, column, row, height } of list) {
    expect(titles).toContain(title);
    for (const block of ranges) {
      expect(column).toBeGreaterThan(block.column + block.columns - 1);
      expect(values[block.row + block.rows - 2]?.[0]).not.toBe("");
    }
    // There is room for it, and nothing begins beside or below it but the next one.
    expect(row * 21 + height).toBeLessThanOrEqual((values.length + 1) * 21 + 21);
    for (const other of list) {
      if (other.row > row) expect(other.row - row).toBeGreaterThanOrEqual(height / 21);
    }
  }
  const chinese = describeDashboard(smallShop("zh"), true).charts?.list ?? [];
  for (const { title } of chinese) expect(titles).toContain(title);
  expect(new Set(titles).size).toBe(titles.length);
});

describe("edges", () => {
  test.each([
    ["0.999999", "0 of 1", COLORS.warn],
    ["1", "1 of 1", COLORS.action],
    ["1.000001", "1 of 1", COLORS.action],
  ])("an attainment of %s: %s on target", (attainment, words, color) => {
    const items = [item("sales", "10", "20", { attainment: exact(attainment) })];
    const tab = describeDashboard(viewOf([person("a", "50", [], { items })]), false);
    expect(shownOn(tab)).toContain(`${words} figures with a target are on target`);
    const bars = tab.rows.flatMap((row) =>
      row.filter((cell) => String(cell?.value).includes("│█") || /█+░*│/.test(String(cell?.value))),
    );
    expect(bars.map((cell) => cell?.style.color)).toEqual([color]);
  });

  test("without people, and without daily data, it says so", () => {
    const { result } = view;
    const empty = { ...view, result: { ...result, people: [] } };
    const shown = shownOn(describeDashboard(empty, true));
    for (const words of [
      "Nobody has a score item with figures.",
      "Nobody has a score.",
      "Nobody lost a point.",
    ])
      expect(shown).toContain(words);
    const daily = () => ({ month: result.month, promotion: [], conversion: null, response: null });
    const hr = view.hr && { ...view.hr, daily };
    expect(shownOn(describeDashboard({ ...view, ...(hr && { hr }) }, true))).toContain("No daily figures:");
  });

  test.each([
    ["0", "░░░░░░░░░░│░░ 0 %"],
    ["0.999", "█████████░│░░ 99 %"],
    ["1", "██████████│░░ 100 %"],
    ["1.199", "██████████│█░ 120 %"],
    ["1.2", "██████████│██ 120 %"],
    ["3", "██████████│██ 300 %"],
    ["-1", "░░░░░░░░░░│░░ -100 %"],
  ])("draws %s", (share, bar) => {
    expect(bulletBar(exact(share))).toBe(bar);
  });

  test.each([
    [["60", null, "57.5"], "▇·▁"],
    [["1", "1"], "▃▃"],
    [["0", "50", "100"], "▁▅▇"],
    [[null], "·"],
    [[], ""],
  ])("a line over %j", (values, line) => {
    expect(sparkline(values.map((value) => value && exact(value)).map((value) => value || null))).toBe(line);
  });

  test("the words have both languages, the same placeholders, no exclamation marks", () => {
    for (const [en, zh] of TAB_PHRASES) {
      const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
      expect(holes(zh), en).toEqual(holes(en));
      expect(`${en}${zh}`).not.toMatch(/[!！]/);
    }
  });
});
