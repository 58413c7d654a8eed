import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Grid, GridCell } from "../../src/engine/grid";
import { lines, rosterOf, run, source, tab, told } from "./workbook";

const PEOPLE = ["小雨", "小雪", "Ann", "Bob"];
const ROSTER = rosterOf(["小雨", "shop:小雨"], ["小雪"], ["Ann"], ["Bob"]);

const figure = fc.oneof(
  fc.integer({ min: 0, max: 500 }),
  fc.constantFrom<GridCell>("1,234.50", "--", "延迟统计", "12,5", "38.5", "", "￥7"),
);
const exportRow = fc.tuple(
  fc.constantFrom(...PEOPLE, "shop:小雨", "路人", "汇总"),
  fc.integer({ min: 1, max: 31 }),
  figure,
  figure,
  figure,
);
const eventRow = fc.tuple(
  fc.constantFrom(...PEOPLE, "路人"),
  fc.integer({ min: 1, max: 31 }),
  fc.constantFrom("Won", "Lost"),
  figure,
);

const day = (number: number) => `2026-10-${String(number).padStart(2, "0")}`;

type ExportRow = readonly [string, number, GridCell, GridCell, GridCell];

/** One row for each account and day, as an export has. */
function unique(rows: readonly ExportRow[]): ExportRow[] {
  return [...new Map(rows.map((row) => [`${row[0]} ${row[1]}`, row])).values()];
}

function exportGrid(name: string, rows: readonly ExportRow[]): Grid {
  const cells = rows.map(([agent, number, ...figures]): GridCell[] => [day(number), agent, ...figures]);
  return { name, rows: [["日期", "客服昵称", "接待人数", "未回复人数", "平均响应(秒)"], ...cells] };
}

function eventGrid(name: string, rows: readonly (readonly [string, number, string, GridCell])[]): Grid {
  const cells = rows.map(([agent, number, stage, amount]): GridCell[] => [agent, day(number), stage, amount]);
  return { name, rows: [["agent", "date", "stage", "amount"], ...cells] };
}

const SOURCES = [
  source("deals", { tab: "Events", how: "count" }),
  source("won", { tab: "Events", column: "amount", where: '=stage="Won"' }),
  source("best", { tab: "Events", how: "max", column: "amount" }),
];

const books = fc.record({
  exports: fc.array(exportRow, { maxLength: 40 }).map(unique),
  events: fc.array(eventRow, { maxLength: 40 }),
});

function read(grids: readonly Grid[]) {
  return run({ grids, sources: SOURCES, roster: ROSTER });
}

/** Facts and issues without their places. */
function placeless(grids: readonly Grid[]): string[] {
  const { facts, issues } = read(grids);
  const bare = (line: string) => line.replace(/![A-Z]*\d+(?::\d+)?/g, "");
  return [...lines(facts).map(bare), ...told(issues).map(bare)].sort();
}

/** The same table with its columns in another order. */
function permuteColumns(grid: Grid, order: readonly number[]): Grid {
  return { ...grid, rows: grid.rows.map((row) => order.map((column) => row[column] ?? "")) };
}

describe("ingest", () => {
  it("does not depend on the order of rows, columns and tabs", () => {
    fc.assert(
      fc.property(
        books.chain(({ exports, events }) =>
          fc.record({
            exports: fc.constant(exports),
            events: fc.constant(events),
            otherExports: fc.shuffledSubarray(exports, { minLength: exports.length }),
            otherEvents: fc.shuffledSubarray(events, { minLength: events.length }),
            columns: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
            eventColumns: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
          }),
        ),
        (book) => {
          const plain = placeless([exportGrid("Raw", book.exports), eventGrid("Events", book.events)]);
          const shuffled = placeless([
            permuteColumns(eventGrid("Events", book.otherEvents), book.eventColumns),
            permuteColumns(exportGrid("Raw", book.otherExports), book.columns),
          ]);
          expect(shuffled).toEqual(plain);
        },
      ),
    );
  });

  it("does not count a tab that was pasted twice", () => {
    fc.assert(
      fc.property(books, ({ exports, events }) => {
        const once = [exportGrid("Raw", exports), eventGrid("Events", events)];
        const twice = [...once, exportGrid("Raw (2)", exports)];
        expect(lines(read(twice).facts)).toEqual(lines(read(once).facts));
      }),
    );
  });

  it("does not count twice what two Sources rows read from two equal tabs", () => {
    fc.assert(
      fc.property(fc.array(eventRow, { maxLength: 30 }), (events) => {
        const sums = (tabs: readonly string[]) =>
          run({
            grids: tabs.map((name) => eventGrid(name, events)),
            sources: tabs.map((name) => source("m", { tab: name, column: "amount" })),
            roster: ROSTER,
          }).facts;
        const bare = (line: string) => line.replace("B!", "A!");
        expect(lines(sums(["A", "B"])).map(bare)).toEqual(lines(sums(["A"])));
      }),
    );
  });

  it("keeps damage to a cell with the person of its row", () => {
    fc.assert(
      fc.property(
        books,
        fc.nat(),
        fc.constantFrom(2, 3, 4),
        fc.constantFrom<GridCell>("x", "1.2.3", "12,5", true, "#REF!", { serial: 46_000 }),
        ({ exports, events }, pick, column, damage) => {
          fc.pre(exports.length > 0);
          const index = pick % exports.length;
          const damaged = exports.map((row, at) =>
            at === index
              ? (row.map((cell, part) => (part === column ? damage : cell)) as unknown as ExportRow)
              : row,
          );
          const others = (rows: readonly ExportRow[]) => {
            const victim = (exports[index]?.[0] ?? "").replace("shop:", "");
            const { facts } = read([exportGrid("Raw", rows), eventGrid("Events", events)]);
            return lines(facts, true).filter((line) => line.split(" ")[1] !== victim.toLowerCase());
          };
          expect(others(damaged)).toEqual(others(exports));
        },
      ),
    );
  });

  it("never throws, whatever is pasted", () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom<GridCell>(
        "客服",
        "日期",
        "销售额",
        "agent",
        "date",
        "amount",
        "stage",
        "小雨",
        "汇总",
        "2026-10-01",
        "3/4/26",
      ),
      fc.double(),
      fc.boolean(),
      fc.record({ serial: fc.double({ min: -10, max: 90_000, noNaN: true }) }),
    );
    const grid = fc.record({
      name: fc.constantFrom("Events", "Raw", "2026-10"),
      rows: fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(grid, { selector: (one) => one.name }), (grids) => {
        expect(() => read(grids)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  it("reads an empty workbook", () => {
    expect(run({ grids: [] })).toMatchObject({ issues: [], tabs: [] });
    expect(run({ grids: [{ name: "Empty", rows: [] }, tab("Blank", "")] }).tabs.map((one) => one.as)).toEqual(
      ["unknown", "unknown"],
    );
  });
});
