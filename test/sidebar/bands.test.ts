/** Band tables while they are edited: order, checks, and what each stretch gives. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BandModel } from "../../src/api/contract";
import { checkBands, rangesOf, rowFor, sortBands, stepsOf } from "../../src/sidebar/bands";

/** Rows written as `when threshold -> result`, a letter each as id. */
function rows(...texts: string[]): BandModel[] {
  return texts.map((text, index) => {
    const [, when = "", threshold = "", result = ""] =
      /^(at least|above|up to|below)\s*(.*?)\s*->\s*(.*)$/.exec(text) ?? [];
    return { id: "abcdefgh"[index] ?? "", when, threshold, result };
  });
}

const ids = (list: readonly BandModel[]) => list.map(({ id }) => id).join("");
const COMMISSION = rows("at least 120% -> 0.4%", "at least 100% -> 0.2%", "at least -> 0.1%");
const SECONDS = rows("up to 30 -> 100", "up to 60 -> 80", "up to -> 50");

describe("sortBands", () => {
  it.each([
    {
      name: "rising: highest first",
      table: rows("at least 1 -> a", "at least 3 -> b", "at least 2 -> c"),
      order: "bca",
    },
    { name: "falling: lowest first", table: rows("up to 60 -> a", "up to 30 -> b"), order: "ba" },
    { name: "otherwise last", table: rows("at least -> a", "at least 1 -> b"), order: "ba" },
    { name: "above before at least", table: rows("at least 100% -> a", "above 100% -> b"), order: "ba" },
    {
      name: "percent and ratio compared exactly",
      table: rows("at least 1.199 -> a", "at least 120% -> b"),
      order: "ba",
    },
    { name: "thousands", table: rows("at least 9,000 -> a", "at least 10,000 -> b"), order: "ba" },
    {
      name: "unreadable ones before otherwise",
      table: rows("at least -> a", "at least 12,5 -> b", "at least 1 -> c"),
      order: "cba",
    },
    {
      name: "a new empty row before otherwise",
      table: rows("at least 1 -> a", "at least -> ", "at least -> c"),
      order: "abc",
    },
  ])("$name", ({ table, order }) => expect(ids(sortBands(table))).toBe(order));

  it("keeps every row, and sorting again changes nothing", () => {
    const text = fc.constantFrom("", "1", "2", "10", "120%", "1.2", "x");
    const row = fc.record({ when: fc.constantFrom("at least", "above"), threshold: text, result: text });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (list) => {
        const table = list.map((each, index) => ({ id: String(index), ...each }));
        const sorted = sortBands(table);
        expect([...sorted].sort((a, b) => a.id.localeCompare(b.id))).toEqual(table);
        expect(sortBands(sorted)).toEqual(sorted);
      }),
    );
  });
});

describe("rowFor", () => {
  it.each([
    { table: COMMISSION, value: "1.2", row: "a" },
    { table: COMMISSION, value: "1.199999999999", row: "b" },
    { table: COMMISSION, value: "1.200000000001", row: "a" },
    { table: COMMISSION, value: "0", row: "c" },
    { table: rows("above 1 -> a"), value: "1", row: undefined },
    { table: rows("above 1 -> a"), value: "1.01", row: "a" },
    { table: SECONDS, value: "30", row: "a" },
    { table: SECONDS, value: "30.01", row: "b" },
    { table: rows("below 30 -> a"), value: "30", row: undefined },
    { table: rows("below 30 -> a"), value: "29.99", row: "a" },
    { table: COMMISSION, value: "x", row: undefined },
  ])("$value reaches $row", ({ table, value, row }) => expect(rowFor(table, value)?.id).toBe(row));
});

describe("rangesOf", () => {
  it.each([
    { table: COMMISSION, ranges: ["120% ≤ x → 0.4%", "100% ≤ x < 120% → 0.2%", "x < 100% → 0.1%"] },
    { table: rows("above 5 -> 2", "at least 3 -> 1"), ranges: ["5 < x → 2", "3 ≤ x ≤ 5 → 1"] },
    { table: SECONDS, ranges: ["60 < x → 50", "30 < x ≤ 60 → 80", "x ≤ 30 → 100"] },
    { table: rows("below 30 -> 2", "up to 60 -> 1"), ranges: ["30 ≤ x ≤ 60 → 1", "x < 30 → 2"] },
  ])("$ranges", ({ table, ranges }) => expect(rangesOf(table)).toEqual(ranges));

  it("leaves out rows that cannot be placed yet", () => {
    const band = (threshold: string, result: string) => ({ id: "n", when: "at least", threshold, result });
    expect(rangesOf([band("", ""), band("", "0")])).toEqual(["x → 0"]);
    expect(rangesOf([band("12,5", "1"), band("10", "2")])).toEqual(["10 ≤ x → 2"]);
  });
});

describe("stepsOf", () => {
  it("begins each step of a rising table at its own threshold", () => {
    expect(stepsOf(COMMISSION)?.map(({ from, result }) => [from, result])).toEqual([
      [null, 0.001],
      [1, 0.002],
      [1.2, 0.004],
    ]);
  });

  it("begins each step of a falling table where the one before ends", () => {
    expect(stepsOf(SECONDS)?.map(({ from, result, fromText }) => [from, result, fromText])).toEqual([
      [null, 100, ""],
      [30, 80, "30"],
      [60, 50, "60"],
    ]);
  });

  it("has no picture for grades", () => expect(stepsOf(rows("at least 90 -> A1"))).toBeNull());
});

describe("checkBands", () => {
  const words = (table: BandModel[], result: Parameters<typeof checkBands>[1] = "points") =>
    checkBands(table, result).map(({ row, word }) => `${row} ${word}`);

  it.each([
    { name: "in order", table: COMMISSION, result: "rate", found: [] },
    { name: "unreadable", table: rows("at least 12,5 -> 1", "at least -> 0"), found: ["a band.unreadable"] },
    { name: "no result", table: rows("at least 1 -> ", "at least -> 0"), found: ["a band.noResult"] },
    {
      name: "equal",
      table: rows("at least 100% -> 1", "at least 1 -> 2", "at least -> 0"),
      found: ["b band.equal"],
    },
    {
      name: "above and at least of one threshold",
      table: rows("above 1 -> 2", "at least 1 -> 1", "at least -> 0"),
      found: [],
    },
    {
      name: "two otherwise",
      table: rows("at least 1 -> 1", "at least -> 0", "at least -> 2"),
      found: ["c band.twoOtherwise"],
    },
    { name: "no otherwise", table: rows("at least 1 -> 1"), found: ["a band.noOtherwise"] },
    {
      name: "both directions",
      table: rows("at least 1 -> 1", "up to 2 -> 3", "at least -> 0"),
      found: ["b band.direction"],
    },
    {
      name: "a rate without percent",
      table: rows("at least -> 0.1"),
      result: "rate",
      found: ["a band.unitSlip"],
    },
    { name: "a rate of exactly 5 %", table: rows("at least -> 0.05"), result: "rate", found: [] },
    {
      name: "a rate just above 5 %",
      table: rows("at least -> 5.01%"),
      result: "rate",
      found: ["a band.largeRate"],
    },
    { name: "points are never asked about", table: rows("at least -> 20"), found: [] },
    { name: "empty", table: [], found: [] },
  ] as const)("$name", ({ table, found, ...rest }) => {
    expect(words([...table], "result" in rest ? rest.result : "points")).toEqual(found);
  });
});
