import { describe, expect, it } from "vitest";
import { Book } from "../../src/local/book.ts";
import { evaluateFormula, sheetsToLoad } from "../../src/local/formulas.ts";
import { Host } from "../../src/local/host.ts";
import { codeOf } from "./fixture.ts";

const code = codeOf(
  `/** Says what it got. @customfunction */
function KIND(a, b) {
  const one = a instanceof Date ? "date " + a.getHours() : Array.isArray(a) ? JSON.stringify(a) : typeof a + ":" + a;
  return one + (b === undefined ? "" : " " + b);
}`,
  `/** Doubles. @customfunction */
function TWICE(a) {
  if (a === "boom") throw new Error("TWICE: pass a number.");
  return Array.isArray(a) ? a.map((row) => row.map((x) => (x === "" ? "" : x * 2))) : a === "" ? "" : a * 2;
}`,
  "/** No cell's business. */\nfunction hidden() { return 1; }",
);

/** A book with values in A1:B2 and a formula in each given cell of column E. */
function bookOf(...formulas: string[]): Book {
  const book = Book.blank("formulas");
  const sheet = book.sheets[0];
  sheet?.values.set(1, 1, 5);
  sheet?.values.set(2, 1, "boom");
  sheet?.values.set(1, 2, 46296.5);
  sheet?.styles.set(1, 2, book.restyle(undefined, { numberFormat: "yyyy-mm-dd" }));
  sheet?.values.set(2, 2, true);
  formulas.forEach((formula, index) => {
    sheet?.formulas.set(index * 5 + 1, 5, formula);
  });
  return book;
}

describe("formula cells", () => {
  const cases: [string, unknown][] = [
    ["=A1*2", 10],
    ["=KIND(A1)", "number:5"],
    ["=KIND(B1)", "date 12"],
    ["=KIND(B2,1)", "boolean:true 1"],
    ["=KIND(C1)", "string:"],
    ["=KIND(A1:A2)", '[[5],["boom"]]'],
    ["=KIND(A1:A1)", "number:5"],
    ["=KIND(12%)", "number:0.12"],
    ["=KIND(1/0)", "#DIV/0!"],
    ["=TWICE(A2)", "#ERROR!"],
    ["=TWICE(C1)", undefined],
    ['=IF(TWICE(1)=2,"y","n")', "y"],
    ["=hidden()", "#NAME?"],
    ["=A1>3", true],
    ["=1/0", "#DIV/0!"],
  ];

  it("get what Sheets would pass and show", async () => {
    const book = bookOf(...cases.map(([formula]) => formula));
    await new Host({ book, code }).calculate();
    const results = cases.map(([formula], index) => [formula, book.sheets[0]?.values.get(index * 5 + 1, 5)]);
    expect(results).toEqual(cases);
  });

  it("spill, the same at each calculation, and make way for what is typed", async () => {
    const book = bookOf("=TWICE(A1:A1)", "=TWICE({1,2;3,4})");
    const sheet = book.sheets[0];
    const host = new Host({ book, code });
    const block = () => [6, 7].map((row) => [5, 6].map((column) => sheet?.values.get(row, column)));
    await host.calculate();
    await host.calculate();
    expect(block()).toEqual([
      [2, 4],
      [6, 8],
    ]);
    sheet?.spilled.set(7, 6, undefined);
    sheet?.values.set(7, 6, "in the way");
    await host.calculate();
    expect(block()).toEqual([
      ["#REF!", undefined],
      [undefined, "in the way"],
    ]);
  });

  it("keep the file's result where the function is unknown here", async () => {
    const book = bookOf("=SPARKLINE(A1:A2)");
    book.sheets[0]?.values.set(1, 5, "kept");
    await new Host({ book, code }).calculate();
    expect(book.sheets[0]?.values.get(1, 5)).toBe("kept");
  });

  it("load only the tabs that formulas reach", () => {
    const book = bookOf("='my data'!A1");
    book.addSheet("my data").formulas.set(1, 1, "=third!A1");
    book.addSheet("third");
    book.addSheet("apart");
    expect(sheetsToLoad(book).map((sheet) => sheet.name)).toEqual(["Sheet1", "my data", "third"]);
    expect(sheetsToLoad(Book.blank("none"))).toEqual([]);
  });
});

describe("Univer's timer of progress", () => {
  it("throws nothing after the calculation is over", async () => {
    const thrown: unknown[] = [];
    const keep = (error: unknown) => thrown.push(error);
    process.on("uncaughtException", keep);
    await evaluateFormula(new Host({ book: Book.blank("empty"), code }), "=");
    await new Promise((resolve) => setTimeout(resolve, 1300));
    process.off("uncaughtException", keep);
    expect(thrown).toEqual([]);
  });
});

describe("one formula", () => {
  const evaluate = (formula: string) => evaluateFormula(new Host({ book: bookOf(), code }), formula);

  it("gives a scalar, a blank, or rows", async () => {
    expect(await evaluate("=1/4")).toEqual({ value: 0.25 });
    expect(await evaluate("=TWICE(C9)")).toEqual({ value: "" });
    expect(await evaluate("=TWICE({1,2;3,4})")).toEqual({
      value: [
        [2, 4],
        [6, 8],
      ],
    });
  });

  it("gives the message that was thrown, or the error", async () => {
    expect(await evaluate("=TWICE(A2)")).toEqual({ error: "TWICE: pass a number." });
    expect(await evaluate("=NOPE(1)")).toEqual({ error: "#NAME? in =NOPE(1)" });
  });
});
