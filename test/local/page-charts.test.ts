/** The charts of the workbench: figures read from cells, round axes, the parts of a drawing. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Book, type Chart } from "../../src/local/book.ts";
import { drawChart, type Mark } from "../../src/local/page/chart-drawing.ts";
import { scaleOf, shareOn, tickText } from "../../src/local/page/chart-scale.ts";
import { chartTable } from "../../src/local/page/chart-table.ts";

/** A tab with dates, promotion days, a rate with a gap, and counts. */
function book(): Book {
  const made = Book.blank("charts", "UTC");
  const [sheet] = made.sheets;
  if (!sheet) throw new Error("no tab");
  const rows = [
    ["Day", "Promotion", "Rate", "Count"],
    [46_296, 0, 0.4, 3],
    [46_297, 1, "–", 1],
    [46_298, 1, 0.2, 4],
    [46_299, 0, 0.3, 0],
  ];
  rows.forEach((cells, row) => {
    cells.forEach((value, column) => {
      sheet.values.set(row + 1, column + 1, value);
    });
    sheet.styles.set(row + 1, 1, made.restyle(undefined, { numberFormat: "yyyy-mm-dd" }));
    sheet.styles.set(row + 1, 3, made.restyle(undefined, { numberFormat: "0.00%" }));
  });
  return made;
}

function chart(
  type: Chart["type"],
  columns: readonly [number, number][],
  options: Chart["options"] = {},
): Chart {
  const sheetId = book().sheets[0]?.id ?? 0;
  const ranges = columns.map(([left, right]) => ({ sheetId, area: { top: 1, left, bottom: 5, right } }));
  const position = { row: 1, column: 1, offsetX: 0, offsetY: 0 };
  return {
    id: 1,
    type,
    ranges,
    headers: 1,
    position,
    options: { title: "T", width: 400, height: 300, ...options },
  };
}

const draw = (one: Chart) => drawChart(one, chartTable(book(), one));
const of = <Shape extends Mark["shape"]>(marks: readonly Mark[], shape: Shape) =>
  marks.filter((mark): mark is Extract<Mark, { shape: Shape }> => mark.shape === shape);
const words = (marks: readonly Mark[]) => of(marks, "words").map(({ words: each }) => each);

describe("the table of a chart", () => {
  it("takes names from the first column and headers from the first row; no number is a gap", () => {
    expect(
      chartTable(
        book(),
        chart("COMBO", [
          [1, 2],
          [3, 3],
        ]),
      ),
    ).toEqual({
      categories: ["10-01", "10-02", "10-03", "10-04"],
      series: [
        { name: "Promotion", values: [0, 1, 1, 0], isPercent: false },
        { name: "Rate", values: [0.4, null, 0.2, 0.3], isPercent: true },
      ],
    });
  });
});

describe("an axis", () => {
  it.each([
    [[0, 4], true, [0, 1, 2, 3, 4]],
    [[0.4412, 0.3824], false, [0, 0.1, 0.2, 0.3, 0.4, 0.5]],
    [[3.04], false, [0, 1, 2, 3, 4]],
    [[30_367.65], false, [0, 10_000, 20_000, 30_000, 40_000]],
    [[-86.4, 200], false, [-100, 0, 100, 200]],
    [[1], true, [0, 1]],
    [[], false, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  ] as const)("over %j", (values, whole, ticks) => {
    expect(scaleOf(values, whole).ticks).toEqual(ticks);
  });

  it("holds zero and every value, in few steps", () => {
    const numbers = fc.array(fc.double({ min: -1e7, max: 1e7, noNaN: true }), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(numbers, (values) => {
        const scale = scaleOf(values);
        expect(scale.ticks.length).toBeLessThanOrEqual(8);
        for (const value of [0, ...values]) {
          expect(shareOn(scale, value)).toBeGreaterThanOrEqual(-1e-6);
          expect(shareOn(scale, value)).toBeLessThanOrEqual(1 + 1e-6);
        }
      }),
    );
  });

  it.each([
    [10_000, [30_000], false, "10,000"],
    [0.4, [0.44], true, "40%"],
    [0.025, [0.12], true, "2.5%"],
    [2.5, [12], false, "2.5"],
  ] as const)("shows %d of %j", (tick, values, isPercent, shown) => {
    expect(tickText(tick, scaleOf(values), isPercent)).toBe(shown);
  });
});

describe("a drawing", () => {
  const series = {
    0: { type: "bars", color: "#bdc1c6", targetAxisIndex: 1 },
    1: { type: "line", color: "#0b57d0", targetAxisIndex: 0 },
  };
  const vAxes = { 1: { viewWindow: { min: 0, max: 1 } } };
  const combo = draw(
    chart(
      "COMBO",
      [
        [1, 2],
        [3, 3],
      ],
      { series, vAxes, legend: { position: "none" } },
    ),
  );

  it("has its title, its axis in the cells' own format, and the days under it", () => {
    expect(words(combo)).toEqual(expect.arrayContaining(["T", "0%", "40%", "10-01", "10-04"]));
    expect(words(combo)).not.toContain("Rate");
  });

  it("marks promotion days at full height behind the line", () => {
    const [first, second, ...more] = of(combo, "rect");
    expect(more).toEqual([]);
    // Days 2 and 3 of four: side by side, each a quarter of the plot.
    expect((second?.x ?? 0) - (first?.x ?? 0)).toBeCloseTo(first?.width ?? 0, 6);
    expect(first).toMatchObject({ fill: "#bdc1c6", height: 300 - 30 - 36 });
    expect(combo.indexOf(first as Mark)).toBeLessThan(combo.findIndex(({ shape }) => shape === "line"));
  });

  it("leaves a gap in a line where there is no figure, and shows a lone day as a dot", () => {
    const lines = of(combo, "line").filter(({ stroke }) => stroke === "#0b57d0");
    expect(lines.map(({ points }) => points.length)).toEqual([2]);
    expect(of(combo, "dot")).toHaveLength(3);
  });

  it("stacks columns on each other, with a legend", () => {
    const stacked = draw(
      chart(
        "COLUMN",
        [
          [1, 2],
          [4, 4],
        ],
        { isStacked: true, colors: ["#80868b", "#0b57d0"] },
      ),
    );
    const bars = of(stacked, "rect").filter(({ width, height }) => width !== 10 || height !== 10);
    // Two days with promotion, three with a count; 1 + 4 is the highest.
    expect(bars).toHaveLength(5);
    const [below, above] = ["#80868b", "#0b57d0"].map((fill) => bars.filter((bar) => bar.fill === fill)[1]);
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeCloseTo(below?.y ?? -1, 6);
    expect(words(stacked)).toEqual(expect.arrayContaining(["Promotion", "Count", "5"]));
  });

  it("lays bars down in proportion, and cuts a name that would fill the picture", () => {
    const made = book();
    made.sheets[0]?.values.set(2, 1, "a name of an item that is longer than the half of a picture is wide");
    const one = chart(
      "BAR",
      [
        [1, 1],
        [4, 4],
      ],
      { legend: { position: "none" } },
    );
    const marks = drawChart(one, chartTable(made, one));
    const [three, single, four] = of(marks, "rect").map(({ width }) => width);
    expect((three ?? 0) / (single ?? 1)).toBeCloseTo(3, 6);
    expect((four ?? 0) / (single ?? 1)).toBeCloseTo(4, 6);
    expect(words(marks).some((each) => /^a name of.*…$/.test(each))).toBe(true);
  });

  it("stands without figures", () => {
    expect(words(drawChart(chart("LINE", []), { categories: [], series: [] }))).toContain("T");
  });
});
