import { describe, expect, test } from "vitest";
import { kpiExplain, kpiScore, nextGrade, weakPoint } from "../../src/functions/functions";
import {
  attainment,
  gate,
  parseNumbers,
  parseSeconds,
  quotient,
  teamBestValue,
} from "../../src/functions/rates";
import { bandResults, commissions, isMarginal, readTable } from "../../src/functions/tiers";

const rate = (top: unknown, bottom: unknown) =>
  quotient({ name: "buyers", value: top }, { name: "inquiries", value: bottom });
const band = (value: unknown, bands: unknown) =>
  bandResults({ name: "value", value }, readTable({ name: "bands", value: bands }));
const pay = (amount: unknown, tiers: unknown, mode?: unknown) =>
  commissions(
    { name: "amount", value: amount },
    readTable({ name: "tiers", value: tiers }),
    isMarginal(mode),
  );

describe("rates", () => {
  test.each([
    ["two cells", 28, 80, 0.35],
    ["an empty denominator is a blank", 28, 0, ""],
    ["a blank is a blank", "", 80, ""],
    ["a mark for missing data is a blank", "-", 80, ""],
    ["a text that is a number", "1,234", 2468, 0.5],
    ["0 of some is 0", 0, 80, 0],
    ["a column over a column", [[28], [9], [""]], [[80], [0], [5]], [[0.35], [""], [""]]],
    ["a column over one cell", [[1], [2]], 4, [[0.25], [0.5]]],
  ])("%s", (_name, top, bottom, expected) => {
    expect(rate(top, bottom)).toEqual(expected);
  });

  test("columns of unequal height are refused, with both sizes", () => {
    expect(() => rate([[1], [2], [3]], [[1], [2]])).toThrow(
      "inquiries: buyers is 3 × 1 cells, inquiries is 2 × 1.",
    );
  });

  test("a text that may be two numbers is refused, with the mend", () => {
    expect(() => rate("12,5", 80)).toThrow('buyers: "12,5" may be 12.5 or 125. Type 12.5 or 125.');
  });

  test("an argument left out is named", () => {
    expect(() => rate(28, undefined)).toThrow("inquiries: pass inquiries: a cell or a range.");
  });
});

describe("ATTAINMENT", () => {
  test.each([
    [144000, 120000, undefined, 1.2],
    [143999.99, 120000, "higher", 143999.99 / 120000],
    [40, 50, "lower", 1.25],
    [40, 50, "越低越好", 1.25],
    [0, 50, "lower", ""],
    [5, 0, "higher", ""],
  ])("%s of %s, %s", (actual, target, better, expected) => {
    expect(attainment(actual, target, better)).toBe(expected);
  });

  test("an unknown direction is refused", () => {
    expect(() => attainment(1, 2, "up")).toThrow(
      'better: "up" is not known here. Use one of: higher, lower.',
    );
  });
});

describe("bands and tiers", () => {
  const plain = [
    [0.35, 60],
    [0.4, 80],
    [0.45, 100],
  ];
  test.each([
    ["exactly at a threshold", 0.4, plain, 80],
    ["just below", 0.39999, plain, 60],
    ["below the lowest", 0.34, plain, ""],
    ["an otherwise row", 0.34, [...plain, ["", 0]], 0],
    ["a header row", 0.45, [["阈值", "结果"], ...plain], 100],
    [
      "rows in any order",
      0.36,
      [
        [0.45, 100],
        [0.35, 60],
        [0.4, 80],
      ],
      60,
    ],
    [
      "the Bands tab's columns",
      40,
      [
        ["Plan", "Table", "When", "Threshold", "Result"],
        ["P", "first", "up to", 35, 100],
        ["P", "first", "", 45, 80],
        ["P", "first", "", "", 0],
      ],
      80,
    ],
    [
      "up to, exactly",
      45,
      [
        ["不超过", 35, 100],
        ["不超过", 45, 80],
        ["", "", 0],
      ],
      80,
    ],
    [
      "up to, just above",
      45.01,
      [
        ["up to", 35, 100],
        ["up to", 45, 80],
        ["", "", 0],
      ],
      0,
    ],
    ["a column", [[0.46], [""], [0.1]], plain, [[100], [""], [""]]],
    [
      "0.36 of 0.3 is 120 %",
      0.36 / 0.3,
      [
        [1, 0.002],
        [1.2, 0.004],
      ],
      0.004,
    ],
  ])("%s", (_name, value, bands, expected) => {
    expect(band(value, bands)).toEqual(expected);
  });

  test("two tables in one range are refused", () => {
    const bands = [
      ["Plan", "Table", "Threshold", "Result"],
      ["P", "a", 1, 2],
      ["P", "b", 1, 3],
    ];
    expect(() => band(1, bands)).toThrow("bands: it holds several tables. Pass the rows of one.");
  });
});

describe("COMMISSION", () => {
  const tiers = [
    [0, 0.001],
    [100000, 0.002],
    [140000, 0.004],
  ];
  test.each([
    ["whole, the default", 150000, undefined, 600],
    ["whole, exactly at a tier", 140000, "whole", 560],
    ["whole, one cent below", 139999.99, "whole", 280],
    ["each slice", 150000, "marginal", 220],
    ["each slice, exactly at a tier", 100000, "分段", 100],
    ["half a cent goes up", 2150.5, "whole", 2.15],
    ["a blank", "", "whole", ""],
    ["below the lowest", -1, "whole", ""],
  ])("%s", (_name, amount, mode, expected) => {
    expect(pay(amount, tiers, mode)).toBe(expected);
  });

  test("2150 × 60.29 % is 1,296.24, where doubles say 1,296.23", () => {
    expect(pay(2150, [[0, 0.6029]])).toBe(1296.24);
  });
});

const HEADERS = [["conversion", "sales", "sales target", "attitude"]];
const SCORING = [
  ["Plan", "Item", "Kind", "Metric", "Weight", "Method", "Measure"],
  ["P", "conversion", "points", "conversion", 50, "bands", "value"],
  ["P", "sales", "", "sales", 40, "ratio", ""],
  ["P", "attitude", "", "attitude", 10, "manual", ""],
];
const BANDS = [
  ["Plan", "Table", "When", "Threshold", "Result"],
  ["P", "conversion", "at least", "40%", 80],
  ["P", "conversion", "at least", "45%", 100],
  ["P", "conversion", "", "", 0],
];

describe("KPISCORE and KPIEXPLAIN", () => {
  test.each([
    ["80 of 50, 75 % of 40, 9 of 10", [[0.4, 90000, 120000, 9]], 79],
    ["ratio stops at 100 %", [[0.45, 240000, 120000, 10]], 100],
    ["an item without data is left out: (40 + 30) ÷ 90", [[0.4, 90000, 120000, ""]], 77.78],
    ["a blank row is blank", [["", "", "", ""]], ""],
    [
      "rows in, rows out",
      [
        [0.4, 90000, 120000, 9],
        ["", "", "", ""],
      ],
      [[79], [""]],
    ],
  ])("%s", (_name, values, expected) => {
    expect(kpiScore(values, HEADERS, SCORING, BANDS)).toEqual(expected);
  });

  test("a changed band changes the score", () => {
    const changed = BANDS.map((row) =>
      row[3] === "40%" ? ["P", "conversion", "at least", "40.01%", 80] : row,
    );
    expect(kpiScore([[0.4, 90000, 120000, 9]], HEADERS, SCORING, changed)).toBe(39);
  });

  test("the score in words", () => {
    expect(kpiExplain([[0.4, 90000, 120000, 9]], HEADERS, SCORING, BANDS)).toBe(
      "79.00 = conversion 40% (≥ 40%) → 40.00/50; sales 75% → 30.00/40; attitude 9 → 9.00/10",
    );
  });

  test("Chinese headers mean the same", () => {
    expect(
      kpiScore(
        [[0.4, 90000, 120000, 9]],
        [["咨询转化率", "销售额", "销售额目标", "attitude"]],
        SCORING,
        BANDS,
      ),
    ).toBe(79);
  });

  test.each([
    [
      "weights that do not sum to 100",
      HEADERS,
      SCORING.slice(0, 3),
      "scoring G2: Weights of plan P sum to 90, must be 100",
    ],
    [
      "a missing column",
      [["conversion", "sales", "sales target", "x"]],
      SCORING,
      "headers: no column for attitude",
    ],
    [
      "two plans",
      HEADERS,
      [...SCORING, ["Q", "sales", "", "sales", 100, "ratio", ""]],
      "scoring: pass the rows of one plan; found 2.",
    ],
  ])("%s", (_name, headers, scoring, message) => {
    const text = message.replace("G2", "E2");
    expect(() => kpiScore([[0.4, 90000, 120000, 9]], headers, scoring, BANDS)).toThrow(text);
  });
});

describe("GATE", () => {
  test.each([
    ["all reached, exactly", [[180, 0.98, -40]], [[176, 0.98, -40]], [[true]]],
    ["one just below", [[180, 0.9799, -40]], [[176, 0.98, -40]], [[false]]],
    ["a maximum just passed", [[180, 0.98, -40.01]], [[176, 0.98, -40]], [[false]]],
    ["a blank minimum is no gate", [[1, 0.98]], [["", 0.98]], [[true]]],
    ["a value without data is not met", [["", 0.98]], [[176, 0.98]], [[false]]],
    ["a blank row is blank", [["", ""]], [[176, 0.98]], [[""]]],
  ])("%s", (_name, values, minimums, expected) => {
    expect(gate(values, minimums)).toEqual(expected);
  });
});

describe("NEXTGRADE", () => {
  const grades = [
    ["Grade", "Base pay", "3 met", "2 met", "1 met", "0 met"],
    ["A0", 1800, "", "", "", ""],
    ["A1", 2000, "", "", "", ""],
    ["A2", 2500, "", "", "", ""],
  ];
  test.each([
    ["A1", 3, "A2"],
    ["A1", 2, "A1"],
    ["A2", 1, "A0"],
    ["A1", 0, "review"],
    ["A2", 3, "A2"],
    ["a1", 3, "A2"],
    ["", 3, ""],
    ["A1", "", ""],
  ])("%s with %s months met", (grade, met, expected) => {
    expect(nextGrade(grade, met, grades)).toBe(expected);
  });
  test("a fourth month is refused", () => {
    expect(() => nextGrade("A1", 4, grades)).toThrow("months_met: pass 0, 1, 2 or 3; found 4.");
  });
});

describe("TEAMBEST, WEAKPOINT, PARSENUM, PARSETIME", () => {
  test.each([
    [[[0.3], [0.38], [""]], 0.05, undefined, 0.43],
    [[[0.3], [0.38]], "5%", "relative", 0.399],
    [[[""], ["-"]], 0.05, "points", ""],
  ])("TEAMBEST %#", (values, uplift, mode, expected) => {
    expect(teamBestValue(values, uplift, mode)).toBe(expected);
  });

  const scoring = [
    ["Plan", "Item", "Metric", "Weight", "Method"],
    ["P", "转化", "conversion", 60, "bands"],
    ["P", "响应", "first_response", 40, "bands"],
  ];
  test.each([
    ["conversion falls 10 % short of 60, response 10 % of 40", [[0.36, 44]], "conversion"],
    ["response falls 50 % short of 40", [[0.36, 60]], "first_response"],
    ["nothing falls short", [[0.5, 30]], ""],
  ])("WEAKPOINT: %s", (_name, values, expected) => {
    expect(weakPoint(values, [["conversion", "first_response"]], [[0.4, 40]], scoring)).toBe(expected);
  });

  test.each([
    ["¥1,234.50", 1234.5],
    ["98％", 0.98],
    ["1.2万", 12000],
    ["暂无数据", ""],
  ])("PARSENUM %s", (text, expected) => {
    expect(parseNumbers(text)).toBe(expected);
  });
  test.each([
    ["1分20秒", 80],
    ["00:01:20", 80],
    ["38秒", 38],
    ["--", ""],
  ])("PARSETIME %s", (text, expected) => {
    expect(parseSeconds(text)).toBe(expected);
  });
});
