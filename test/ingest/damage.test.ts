/** What must hold for any paste: splits and doubling change nothing, damage stays with its own cell. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readNumber, readSeconds } from "../../src/engine/cell";
import { Exact } from "../../src/engine/exact";
import { unpackCell } from "../../src/engine/facts";
import type { Grid, GridCell } from "../../src/engine/grid";
import type { Ingested } from "../../src/ingest/ingest";
import { lines, rosterOf, run } from "./workbook";

const PEOPLE = ["小雨", "小雪", "Ann", "Bob"];
const ROSTER = rosterOf(...PEOPLE.map((name): [string] => [name]));
const HEADER = [
  "日期",
  "客服昵称",
  "接待人数",
  "未回复人数",
  "平均响应(秒)",
  "客户满意率",
  "评价量",
  "销售额",
];
/** Column of each measure that comes from one cell as it stands. */
const DIRECT = { received: 2, unanswered: 3, ratings: 6, sales: 7 } as const;

type Row = readonly GridCell[];

/** A valid export: one row a person and day, forms as exports have them. */
const exportRows = (dates: (day: number) => GridCell, rate: fc.Arbitrary<GridCell>) =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...PEOPLE), fc.integer({ min: 1, max: 28 })), {
      minLength: 2,
      maxLength: 24,
      selector: ([name, day]) => `${name} ${day}`,
    })
    .chain((keys) => fc.tuple(...keys.map(([name, day]) => rowOf(name, dates(day), rate))));

function rowOf(name: string, date: GridCell, rate: fc.Arbitrary<GridCell>): fc.Arbitrary<Row> {
  const count = fc.oneof(
    fc.integer({ min: 0, max: 400 }),
    fc.constantFrom<GridCell>("1,234", "12", "--", ""),
  );
  const seconds = fc.constantFrom<GridCell>(38, "38.5", "1分05秒", "00:01:20", "延迟统计");
  const amount = fc.constantFrom<GridCell>("￥1,234.50", "980.5元", 12.34, "(20.00)", "1.2万", "");
  return fc
    .tuple(count, count, seconds, rate, fc.integer({ min: 1, max: 50 }), amount)
    .map((figures) => [date, name, ...figures]);
}

const iso = (day: number) => `2026-10-${String(day).padStart(2, "0")}`;
const american = (day: number) => `10/${day}/2026`;
const percents = fc.constantFrom<GridCell>("98%", "97.5％", "100%");
const fractions = fc.constantFrom<GridCell>(0.98, "0.975", 1, "46.12%", "");

const grid = (name: string, rows: readonly Row[]): Grid => ({ name, rows: [HEADER, ...rows] });
const read = (...grids: readonly Grid[]): Ingested => run({ grids, roster: ROSTER });
/** Facts without their places; of a measure that is broken, which holds everyone, only that it is. */
const facts = (...grids: readonly Grid[]): string[] => {
  const all = lines(read(...grids).facts).map((line) => line.replace(/ [AB]![A-Z]+\d+/, ""));
  const broken = all.filter((line) => line.includes(" broken "));
  const names = new Set(broken.map((line) => line.split(" ")[0]));
  return [...new Set(broken), ...all.filter((line) => !names.has(line.split(" ")[0]))];
};

describe("pieces of one paste", () => {
  it.each([
    ["ISO dates and percent signs", exportRows(iso, percents)],
    ["ISO dates and fractions", exportRows(iso, fractions)],
    [
      "ISO dates and rates of all forms",
      exportRows(iso, fc.constantFrom<GridCell>("98%", 0.97, 46.12, "--")),
    ],
    ["American dates", exportRows(american, percents)],
  ])("any split and any doubling give the same facts: %s", (_name, rows) => {
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.boolean()), (all, coins) => {
        const sides = all.map(() => coins.next().value === true);
        const [a, b] = [true, false].map((side) => all.filter((_, index) => sides[index] === side));
        const whole = facts(grid("A", all));
        expect(facts(grid("A", a ?? []), grid("B", b ?? []))).toEqual(whole);
        expect(facts(grid("B", b ?? []), grid("A", a ?? []))).toEqual(whole);
        expect(facts(grid("A", all), grid("B", a ?? []))).toEqual(whole);
        expect(facts(grid("A", [...all, ...(b ?? [])]))).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });
});

/** Texts that happen to cells, beside any text at all. */
const damage = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.string({ unit: "binary", maxLength: 4 }),
  fc.constantFrom<GridCell>(
    "12,5",
    "1.2.3",
    "3分",
    "1e5元",
    "1e5",
    "O",
    "12%",
    "￥",
    "2026-02-30",
    "3/4/2026",
    "#REF!",
    "汇总",
    "--",
    "98",
    5000,
    true,
    { serial: 46_000 },
    { serial: 0.5 },
  ),
);

const damaged = (rows: fc.Arbitrary<readonly Row[]>, columns: readonly number[]) =>
  fc.tuple(rows, fc.nat(), fc.constantFrom(...columns), damage).map(([all, pick, column, cell]) => {
    const index = pick % all.length;
    const after = all.map((row, at) =>
      at === index ? row.map((old, part) => (part === column ? cell : old)) : row,
    );
    return { all, after, index, column, cell, victim: String(all[index]?.[1]) };
  });

const EVERY_COLUMN = [0, 1, 2, 3, 4, 5, 6, 7];

describe("damage to a cell", () => {
  const of = (rows: readonly Row[], victim: string) =>
    facts(grid("A", rows)).filter((line) => line.split(" ")[1] !== victim.toLowerCase());

  it("never changes another person's figures", () => {
    fc.assert(
      fc.property(
        damaged(exportRows(iso, percents), EVERY_COLUMN),
        ({ all, after, cell, column, victim }) => {
          const other = String(cell).trim().toLowerCase();
          fc.pre(column !== 1 || !PEOPLE.some((name) => name.toLowerCase() === other));
          expect(of(after, victim)).toEqual(of(all, victim));
        },
      ),
      { numRuns: 200 },
    );
  });

  it("in a column of fractions others are the same or asked about, never other numbers", () => {
    fc.assert(
      fc.property(damaged(exportRows(iso, fractions), [5]), ({ all, after, victim }) => {
        const before = new Set(of(all, victim));
        const changed = of(after, victim).filter((line) => !before.has(line));
        expect(changed.filter((line) => !/rate-column-unclear|rate-without-percent/.test(line))).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it("never passes as a number, unless it is one", () => {
    fc.assert(
      fc.property(
        damaged(exportRows(iso, percents), Object.values(DIRECT)),
        ({ after, index, column, cell, victim }) => {
          const measure = Object.entries(DIRECT).find(([, at]) => at === column)?.[0] ?? "";
          const series = read(grid("A", after))
            .facts.measures.get(measure)
            ?.byPerson.get(victim.toLowerCase());
          const isCell = (packed: number) => unpackCell(packed).row === index + 2;
          const value = series?.values[series.cells.findIndex(isCell)];
          const reading = readNumber(cell);
          if (reading.kind === "value" && !reading.percent) {
            expect(value instanceof Exact && value.equals(reading.value)).toBe(true);
          } else {
            expect(value).toBeUndefined();
            const told = series?.unreadable.some((one) => isCell(one.cell)) ?? false;
            expect(told).toBe(reading.kind !== "missing");
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it("never passes as seconds, unless it is a duration", () => {
    fc.assert(
      fc.property(damaged(exportRows(iso, percents), [4]), ({ after, index, cell, victim }) => {
        const measures = read(grid("A", after)).facts.measures;
        const series = measures.get("response_seconds")?.byPerson.get(victim.toLowerCase());
        const received = readNumber(after[index]?.[2] ?? "");
        const isCell = (packed: number) => unpackCell(packed).row === index + 2;
        const value = series?.values[series.cells.findIndex(isCell)];
        const reading = readSeconds(cell, { unit: 1 });
        const isGiven = reading.kind === "value" && received.kind === "value";
        expect(value !== undefined).toBe(isGiven);
        if (reading.kind === "unreadable")
          expect(series?.unreadable.some((one) => isCell(one.cell))).toBe(true);
      }),
      { numRuns: 120 },
    );
  });
});
