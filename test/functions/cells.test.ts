/** Every custom function as people meet it: in cells, on the shipped file, over a real spreadsheet engine. */
import { beforeAll, describe, expect, test } from "vitest";
import { Book, type BookSheet, type CellValue } from "../../src/local/book.ts";
import { Moment } from "../../src/local/changes.ts";
import { Host } from "../../src/local/host.ts";

const TABS: Readonly<Record<string, readonly (readonly (CellValue | null)[])[]>> = {
  // Row 4 is blank, row 5 has a zero denominator, row 6 a mark for missing data.
  Data: [
    ["buyers", "inquiries", "sales", "seconds", "target", "sales target"],
    [28, 80, 144000, 900, 0.35, 120000],
    [40, 100, 119999.99, 1200, 0.35, 100000],
    [null, null, null, null, null, null],
    [5, 0, 0, 0, 0.35, 100000],
    ["-", 50, "1,200.50元", "1分20秒", 0.35, 100000],
  ],
  Tiers: [
    [0, 0.001],
    [100000, 0.002],
    [120000, 0.004],
  ],
  Scoring: [
    ["Plan", "Item", "Metric", "Weight", "Method", "Measure"],
    ["P", "conversion", "conversion", 60, "bands", "value"],
    ["P", "sales", "sales", 40, "bands", "attainment"],
  ],
  Bands: [
    ["Table", "When", "Threshold", "Result"],
    ["conversion", "at least", 0.4, 100],
    ["conversion", "at least", 0.35, 80],
    ["conversion", null, null, 0],
    ["sales", "at least", 1.2, 100],
    ["sales", "at least", 1, 50],
    ["sales", null, null, 0],
  ],
  Values: [
    ["conversion", "sales", "sales target"],
    [0.35, 144000, 120000],
    [0.349999, 143999.99, 120000],
    [0.4, null, 100000],
    [null, null, null],
    [0.4, 100000, 0],
  ],
  Grades: [
    ["Grade", "Base pay", "3 met", "2 met", "1 met", "0 met"],
    ["A0", 1800, "A1", "A0", "A0", "review"],
    ["A1", 2000, "A2", "A1", "A0", "review"],
    ["A2", 2500, "A2", "A2", "A0", "review"],
  ],
};

const RULES = "Scoring!A1:F3,Bands!A1:D7";

/** A formula and what its cells show: a value, or the rows of its spill. Undefined is a blank cell. */
const CASES: readonly (readonly [formula: string, shown: unknown])[] = [
  ["=CONVRATE(Data!A2,Data!B2)", 0.35],
  ["=CONVRATE(28,80)", 0.35],
  ["=CONVRATE(Data!A2:A6,Data!B2:B6)", [[0.35], [0.4], [undefined], [undefined], [undefined]]],
  ["=CONVRATE(Data!A5,Data!B5)", undefined],
  ["=CONVRATE(Data!A2:A4,Data!B2:B3)", "#ERROR!"],
  ['=CONVRATE("12,5",80)', "#ERROR!"],
  ["=CONVRATE(1/0,80)", "#DIV/0!"],
  ["=AOV(Data!C2,Data!A2)", 144000 / 28],
  ["=AOV(Data!C4,Data!A4)", undefined],
  ["=REPLYRATE(Data!A2:A3,Data!B2:B3)", [[0.35], [0.4]]],
  ["=LOSSRATE(1,4)", 0.25],
  ["=LOSSRATE(0,0)", undefined],
  ["=AVGRESPONSE(Data!D2:D5,Data!A2:A5)", [[900 / 28], [30], [undefined], [0]]],
  ['=REFUNDRATE("¥30.00",Data!C6)', 30 / 1200.5],
  ["=ATTAINMENT(Data!C2:C5,Data!F2:F5)", [[1.2], [1.1999999], [undefined], [0]]],
  ['=ATTAINMENT(40,50,"lower")', 1.25],
  ['=ATTAINMENT(0,50,"lower")', undefined],
  ['=ATTAINMENT(40,50,"sideways")', "#ERROR!"],
  ["=BANDPOINTS(0.35,Bands!C2:D3)", 80],
  ["=BANDPOINTS(0.3499999,Bands!C2:D3)", undefined],
  ["=TIERRATE(Data!C2:C5,Tiers!A1:B3)", [[0.004], [0.002], [undefined], [0.001]]],
  ["=TIERRATE(-1,Tiers!A1:B3)", undefined],
  ["=TIERRATE(5,Tiers!A1:A3)", "#ERROR!"],
  ["=COMMISSION(144000,Tiers!A1:B3)", 576],
  ['=COMMISSION(144000,Tiers!A1:B3,"marginal")', 100 + 40 + 96],
  ["=COMMISSION(Data!C2:C4,Tiers!A1:B3)", [[576], [240], [undefined]]],
  [`=KPISCORE(Values!A2:C6,Values!A1:C1,${RULES})`, [[88], [20], [100], [undefined], [100]]],
  [`=KPISCORE(Values!A2:C2,Values!A1:C1,${RULES})`, 88],
  [`=KPISCORE(Values!A2:C2,Values!A1:B1,${RULES})`, "#ERROR!"],
  ["=GATE(Data!A2:B3,{30,80})", [[false], [true]]],
  ["=GATE(Data!A2:B2,{28,80})", true],
  ["=NEXTGRADE(Grades!A2:A4,{3;2;1},Grades!A1:F4)", [["A1"], ["A1"], ["A0"]]],
  ['=NEXTGRADE("A1",0,Grades!A1:F4)', "review"],
  ['=NEXTGRADE("",3,Grades!A1:F4)', undefined],
  ['=NEXTGRADE("B7",3,Grades!A1:F4)', "#ERROR!"],
  ["=TEAMBEST(Values!A2:A5,5%)", 0.45],
  ['=TEAMBEST(Values!A2:A5,5%,"relative")', 0.42],
  ["=WEAKPOINT(Values!A2:B2,Values!A1:B1,{0.4,144000},Scoring!A1:F3)", "conversion"],
  ["=WEAKPOINT({0.4,1},Values!A1:B1,{0.4,1},Scoring!A1:F3)", undefined],
  ["=PARSENUM(Data!A6)", undefined],
  ["=PARSENUM(Data!C6)", 1200.5],
  ['=PARSENUM("1.2.3")', "#ERROR!"],
  ["=PARSETIME(Data!D6)", 80],
  ['=PARSETIME("00:01:20")', 80],
];

const APART = 8;

function fill(sheet: BookSheet, rows: (typeof TABS)[string]): void {
  rows.forEach((row, r) => {
    row.forEach((value, c) => {
      if (value !== null) sheet.values.set(r + 1, c + 1, value);
    });
  });
}

function newBook(formulas: readonly string[]): Book {
  const book = Book.blank("cells");
  const [first] = book.sheets;
  if (!first) throw new Error("a new book has a tab");
  formulas.forEach((formula, index) => {
    first.formulas.set(index * APART + 1, 1, formula);
  });
  for (const [name, rows] of Object.entries(TABS)) fill(book.addSheet(name), rows);
  return book;
}

/** What stands in a formula's cell, or in as many rows and columns as are expected. */
function shownAt(book: Book, index: number, expected: unknown): unknown {
  const at = (row: number, column: number) => book.sheets[0]?.values.get(index * APART + 1 + row, 1 + column);
  if (!Array.isArray(expected)) return at(0, 0);
  return expected.map((row: unknown[], r) => row.map((_, c) => at(r, c)));
}

describe("custom functions in cells", () => {
  const book = newBook(CASES.map(([formula]) => formula));

  beforeAll(async () => {
    await new Host({ book }).calculate();
  });

  test.each(CASES.map(([formula, shown], index) => ({ formula, shown, index })))("$formula", ({
    shown,
    index,
  }) => {
    expect(shownAt(book, index, shown)).toEqual(shown);
  });

  test("every function that must exist is tried", () => {
    const tried = new Set(CASES.map(([formula]) => /^=(\w+)/.exec(formula)?.[1]));
    const named =
      "CONVRATE AOV REPLYRATE LOSSRATE AVGRESPONSE REFUNDRATE ATTAINMENT BANDPOINTS TIERRATE COMMISSION KPISCORE GATE NEXTGRADE TEAMBEST WEAKPOINT PARSENUM PARSETIME";
    expect(named.split(" ").filter((name) => !tried.has(name))).toEqual([]);
  });
});

describe("a changed rule", () => {
  /** Value of a formula before and after one cell of a rule tab changes. */
  async function change(formula: string, tab: string, row: number, column: number, to: CellValue) {
    const book = newBook([formula]);
    const host = new Host({ book });
    await host.calculate();
    const before = book.sheets[0]?.values.get(1, 1);
    const since = new Moment(book);
    book.sheets.find(({ name }) => name === tab)?.values.set(row, column, to);
    await host.calculate(since);
    return [before, book.sheets[0]?.values.get(1, 1)];
  }

  test.each([
    ["a tier", "=COMMISSION(144000,Tiers!A1:B3)", "Tiers", 3, 2, 0.005, [576, 720]],
    ["a tier's threshold", "=TIERRATE(144000,Tiers!A1:B3)", "Tiers", 3, 1, 144000.01, [0.004, 0.002]],
    ["a band", `=KPISCORE(Values!A2:C2,Values!A1:C1,${RULES})`, "Bands", 3, 3, 0.36, [88, 40]],
    ["a weight", `=KPISCORE(Values!A2:C2,Values!A1:C1,${RULES})`, "Scoring", 2, 4, 50, [88, "#ERROR!"]],
    ["a ladder", '=NEXTGRADE("A1",3,Grades!A1:F4)', "Grades", 3, 3, "A1", ["A2", "A1"]],
    ["a gate", "=GATE(Data!A2:B2,Data!A3:B3)", "Data", 3, 1, 28, [false, false]],
  ] as const)("%s recalculates the cells that name it", async (_what, formula, tab, row, column, to, shown) => {
    expect(await change(formula, tab, row, column, to)).toEqual(shown);
  });

  test("KPIEXPLAIN says value, threshold and points in one cell, with the new ones after a change", async () => {
    const formula = `=KPIEXPLAIN(Values!A2:C2,Values!A1:C1,${RULES})`;
    const [before, after] = (await change(formula, "Bands", 3, 4, 90)).map(String);
    for (const part of ["35", "48", "120", "40", "88"]) expect(before).toContain(part);
    expect(before).not.toContain("54");
    for (const part of ["54", "94"]) expect(after).toContain(part);
  });
});
