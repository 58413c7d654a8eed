/**
 * Wrong cells, formulas, headers and tabs: who is held, which cell is named, how it is mended; and
 * nothing else changes. Every case also checks that the file and its tabs are left as they were.
 */
import type ExcelJS from "exceljs";
import { afterAll, describe, expect, it } from "vitest";
import { Desk, errorsOf, type IssueResult, sheetOf, typeRows } from "../real/workbook.ts";
import { all, cell, type Damage, heldOf, payMonth, RIGHT_TOTALS, totalsOf, writeBook } from "./book.ts";

const desk = new Desk();
afterAll(() => desk.remove());

const EVERYBODY = ["Ann", "Bob", "Cid", "Dee"];

/** Puts lines above a tab's header. */
function titled(...tabs: readonly string[]): Damage {
  return (book) => {
    for (const tab of tabs)
      sheetOf(book, tab).spliceRows(1, 0, ["Figures of the year"], ["made by hand"], []);
  };
}

/** Adds a tab with these rows. */
function added(name: string, ...rows: readonly (readonly (string | number)[])[]): Damage {
  return (book) => {
    book.addWorksheet(name).addRows(rows.map((row) => [...row]));
  };
}

function without(name: string): Damage {
  return (book) => book.removeWorksheet(sheetOf(book, name).id);
}

function renamed(name: string, to: string): Damage {
  return (book) => {
    sheetOf(book, name).name = to;
  };
}

/** Title, damage, who is held, and the errors in full. */
type Case = readonly [title: string, damage: Damage, held: readonly string[], errors: readonly string[]];

const CASES: readonly Case[] = [
  ["nothing wrong", () => {}, [], []],
  [
    "a number that can be read in two ways",
    cell("deals", "E4", "3,00"),
    ["Bob"],
    ['deals!E4: "3,00" may be 3.00 or 300. Type 3.00 or 300.'],
  ],
  [
    "a formula error in a raw tab",
    cell("deals", "E4", { error: "#REF!" }),
    ["Bob"],
    ['deals!E4: "#REF!" is a formula error. Mend the formula, or type the value.'],
  ],
  [
    "a day that does not exist",
    cell("deals", "B3", "2026-02-30"),
    ["Ann"],
    ['deals!B3: "2026-02-30" is not a day of the calendar. Correct the day or the month.'],
  ],
  [
    "a formula that breaks off, in Pay",
    cell("Pay", "F3", "=1+"),
    EVERYBODY,
    ["Pay!F3: =1+ cannot be read as a formula. Check signs, brackets and quotes."],
  ],
  [
    "an open bracket, in Pay",
    cell("Pay", "F3", "=foo("),
    EVERYBODY,
    ["Pay!F3: =foo( cannot be read as a formula. Check signs, brackets and quotes."],
  ],
  [
    "a formula that breaks off, in Metrics",
    cell("Metrics", "D2", "=1+"),
    EVERYBODY,
    ["Metrics!D2: =1+ cannot be read as a formula. Check signs, brackets and quotes."],
  ],
  [
    "a formula that breaks off, in a condition",
    cell("Sources", "I5", "=1+"),
    EVERYBODY,
    ["Sources!I5: =1+ cannot be read as a formula. Check signs, brackets and quotes."],
  ],
  [
    "an open bracket, in Scoring",
    cell("Scoring", "L4", "=foo("),
    EVERYBODY,
    ["Scoring!L4: =foo( cannot be read as a formula. Check signs, brackets and quotes."],
  ],
  [
    "weights that do not sum to 100",
    cell("Scoring", "G2", 40),
    EVERYBODY,
    ["Scoring!G2: Weights of plan Sales team sum to 90, must be 100 (rows 2 to 4). Change a weight."],
  ],
  [
    "a plan that is not there",
    cell("Staff", "F3", "Sales Team B"),
    ["Bob"],
    ['Staff!A3: There is no plan "Sales Team B" in force on Pay. Add its rows, or correct the name.'],
  ],
  [
    "two columns of one header on a rule tab",
    cell("Staff", "M1", "Base pay"),
    EVERYBODY,
    ['Staff!M1: Two columns are headed "Base pay". Rename or remove one.'],
  ],
  [
    "two columns of one header on a raw tab, of which one is needed",
    cell("deals", "C1", "Amount"),
    EVERYBODY,
    [
      'Sources!G5: The header "Amount" stands twice on the tab "deals", in C1 and E1. Rename one of them.',
      'Sources!G2: The tab "deals" has no column "Buyers". Seen: Agent, Date, Amount, Paid, Amount. Correct the name.',
    ],
  ],
  ["headers in row 4 under title lines", titled("Staff", "Targets", "Pay", "deals"), [], []],
  [
    "a merged title over a tab and merged headers",
    (book) => {
      titled("Targets", "deals")(book);
      sheetOf(book, "Targets").mergeCells("A1:D1");
      sheetOf(book, "deals").mergeCells("A1:E2");
      sheetOf(book, "deals").mergeCells("E4:F4");
    },
    [],
    [],
  ],
  [
    "two Staff tabs",
    added("Staff copy", ["Person", "Plan", "Team", "Base pay"], ["Eve", "Sales team", "East", 1000]),
    [],
    [
      "Staff: Staff and Staff copy are both Staff tabs, and nothing is read from either. Keep one, or change the header of the other.",
    ],
  ],
  ["no Staff tab", without("Staff"), [], ["There is no Staff tab. Add one with the columns Person, Plan."]],
  [
    "a person of two rows that begin on one day",
    cell("Staff", "A3", "Ann"),
    ["Ann"],
    ["Staff!L3: Ann has two rows that begin on one day; the other is row 2. Keep one."],
  ],
  [
    "adjustments that cannot be right",
    (book) =>
      typeRows(book, "Adjustments", [
        { Month: "2026-10", Person: "Ann", Component: "fine", Amount: -9999, Reason: "much" },
        { Month: "2026-10", Person: "Zed", Component: "bonus", Amount: 5, Reason: "who" },
        { Month: "2026-10", Person: "Bob", Component: "bonus", Amount: "12,5", Reason: "how much" },
      ]),
    ["Ann", "Bob"],
    [
      'Adjustments!D4: "12,5" may be 12.5 or 125. Type 12.5 or 125.',
      "Staff!A2: Ann: the total is below 0. Spread the deduction over months.",
      "Adjustments!D3: Zed is not listed in 2026-10, so the adjustment reaches nobody. Correct the name or the month.",
    ],
  ],
];

describe("wrong cells", () => {
  it.each(CASES)("%s", async (_title, damage, held, errors) => {
    const { code, result, out } = await payMonth(await writeBook(desk, "b.xlsx", damage));
    expect([...errorsOf(result)].sort()).toEqual([...errors].sort());
    expect(heldOf(result)).toEqual(held);
    expect(code).toBe(errors.length > 0 ? 1 : 0);
    for (const { person, total } of result.people) {
      expect(total, person).toBe(held.includes(person) ? null : RIGHT_TOTALS[person]);
    }
    for (const error of errors) expect(out.join("\n")).toContain(error);
  });
});

describe("wrong cells, told in Chinese", () => {
  it.each(CASES)("%s", async (_title, damage, held, errors) => {
    const { result } = await payMonth(await writeBook(desk, "b.xlsx", damage), "--lang", "zh");
    expect(heldOf(result)).toEqual(held);
    const told = errorsOf(result);
    expect(told).toHaveLength(errors.length);
    for (const message of result.issues.map((issue) => issue.message)) {
      expect(message).toMatch(/[\u4e00-\u9fff].*。$/);
      expect(message).not.toMatch(/\{\w*\}|\[\[|\]\]|undefined|！/);
    }
  });
});

describe("no Pay tab", () => {
  it("holds everybody, and says which columns it needs", async () => {
    const { code, result } = await payMonth(await writeBook(desk, "b.xlsx", without("Pay")));
    expect([code, heldOf(result)]).toEqual([1, EVERYBODY]);
    const errors = errorsOf(result);
    expect(errors).toContain("There is no Pay tab. Add one with the columns Plan, Component, Formula.");
    expect(errors.join("\n")).toMatch(/^Scoring!D2: Plan "Sales team" has no rows in force on Pay/im);
  });
});

describe("a missing raw tab", () => {
  it.each([
    ["gone", without("deals")],
    ["renamed", renamed("deals", "october")],
  ] satisfies [
    string,
    Damage,
  ][])("%s holds everybody and names the row of Sources", async (_title, damage) => {
    const { code, result } = await payMonth(await writeBook(desk, "b.xlsx", damage));
    expect([code, heldOf(result)]).toEqual([1, EVERYBODY]);
    const errors = result.issues.filter(({ severity }) => severity === "error");
    expect(errors.map(({ tab, cell: at }) => `${tab}!${at}`).sort()).toEqual([
      "Sources!B2",
      "Sources!B3",
      "Sources!B4",
      "Sources!B5",
    ]);
    for (const { message } of errors) expect(message).toMatch(/There is no tab "deals"/);
    // A tab that is not there is no cell that a team value could leave out.
    expect(result.issues.filter(({ code: each }) => each === "team-value-leaves-cell-out")).toEqual([]);
  });
});

describe("months", () => {
  it.each([
    "2026-09",
    "2099-01",
  ])("%s, of which there are no rows and no targets, holds everybody", async (month) => {
    const path = await writeBook(desk, "b.xlsx");
    const { code, result } = await payMonth(path, "--month", month);
    expect([code, heldOf(result), result.total]).toEqual([1, EVERYBODY, "0.00"]);
    for (const message of errorsOf(result)) expect(message).toMatch(/There is no target for sales in/);
    const left = result.issues.filter(({ code: each }) => each === "rows-of-other-months");
    expect(left.map(({ message }) => message)).toEqual([expect.stringMatching(/^deals: .*\b5\b/)]);
  });

  it("with targets but without rows holds everybody whose pay needs them", async () => {
    const damage: Damage = (book) =>
      typeRows(book, "Targets", [{ Month: "2026-09", "Applies to": "*", Metric: "sales", Target: 8000 }]);
    const path = await writeBook(desk, "b.xlsx", damage);
    const { code, result } = await payMonth(path, "--month", "2026-09");
    expect([code, heldOf(result)]).toEqual([1, EVERYBODY]);
    expect(errorsOf(result).join("\n")).toMatch(/^Pay!F3: There is no data for .*sales/m);
  });
});

describe("texts that look like formulas", () => {
  const NAMES = ['=HYPERLINK("http://x","y")', "+1", "-1", "@x", "a\tb", "c\rd", "__proto__", "constructor"];
  const damage: Damage = (book) => {
    typeRows(
      book,
      "Staff",
      NAMES.map((Person) => ({ Person, Team: "=1+1", Plan: "Sales team", "Base pay": 1000 })),
    );
    for (const name of NAMES) sheetOf(book, "deals").addRow([name, "2026-10-05", 10, 5, 1000]);
    typeRows(book, "Adjustments", [
      { Month: "2026-10", Person: "+1", Component: "=2+2", Amount: 1, Reason: "@SUM(A1)" },
    ]);
  };

  it("stay names: each is paid, and no tab has a formula that is not ours", async () => {
    const { code, result, written } = await payMonth(await writeBook(desk, "b.xlsx", damage));
    expect([code, errorsOf(result)]).toEqual([0, []]);
    const totals = totalsOf(result);
    expect(Object.keys(totals)).toHaveLength(12);
    expect(totals).toMatchObject({
      "+1": "1011.00",
      "-1": "1010.00",
      "@x": "1010.00",
      constructor: "1010.00",
    });
    const formulas: string[] = [];
    for (const sheet of written.worksheets) {
      sheet.eachRow((row) =>
        row.eachCell(({ formula }) => {
          if (formula !== undefined && formula !== "") formulas.push(formula);
        }),
      );
    }
    expect(
      formulas.filter((text) => !/^(SUM\([A-Z]+\d+:[A-Z]+\d+\)|[A-Z]+\d+-[A-Z]+\d+)$/.test(text)),
    ).toEqual([]);
    const names = sheetOf(written, "Payroll 2026-10").getColumn(2).values.map(String);
    for (const name of ['=HYPERLINK("http://x","y")', "+1", "-1", "@x"]) expect(names).toContain(name);
  });
});

describe("very long cells", () => {
  const LONG = "x".repeat(50_000);
  it.each([
    ["an amount", cell("deals", "E4", LONG), ["Bob"]],
    ["digits", cell("deals", "E4", "9".repeat(50_000)), ["Bob"]],
    ["a date", cell("deals", "B4", LONG), ["Bob"]],
    ["a person in a raw tab", cell("deals", "A4", LONG), ["Bob"]],
    ["a column that nobody uses", cell("deals", "F4", LONG), []],
    ["a header that nobody uses", cell("deals", "F1", LONG), []],
  ] satisfies [string, Damage, string[]][])("%s", async (_title, damage, held) => {
    const { result } = await payMonth(await writeBook(desk, "b.xlsx", damage));
    expect(heldOf(result)).toEqual(held);
    const isShort = ({ message }: IssueResult) => message.length < 500;
    expect(result.issues.filter((issue) => !isShort(issue))).toEqual([]);
  });
});

describe("cells of every kind in a tab that the run does not use", () => {
  const day = new Date(Date.UTC(2026, 9, 1));
  const damage: Damage = (book) => {
    const sheet = book.addWorksheet("Everything");
    const values: ExcelJS.CellValue[] = [
      day,
      new Date(Date.UTC(2026, 9, 1, 13, 14, 15)),
      0.1 + 0.2,
      1e-12,
      123456789012345680,
      true,
      false,
      "007",
      "=1+1",
      " spaced ",
      "line\nbreak",
      "x".repeat(32_767),
      "😀 中文",
      { formula: "1+1", result: 2 },
      { formula: "SUM(deals!E2:E6)", result: 18100 },
      { formula: "FOO(1)", result: 7 },
    ];
    for (const [index, value] of values.entries()) sheet.getCell(index + 1, 1).value = value;
    sheet.getCell("A1").numFmt = "yyyy-mm-dd";
    sheet.getCell("A2").numFmt = "yyyy-mm-dd hh:mm:ss";
    sheet.mergeCells("C1:D2");
    sheet.getCell("C1").value = "merged";
    book.addWorksheet("Empty");
  };

  it("are written as they were", async () => {
    const { code, result } = await payMonth(await writeBook(desk, "b.xlsx", damage));
    expect([code, totalsOf(result)]).toEqual([0, RIGHT_TOTALS]);
  });
});

describe("what stands in two cells at once", () => {
  it("is told for each", async () => {
    const damage = all(cell("deals", "E4", "3,00"), cell("deals", "E6", "four"));
    const { result } = await payMonth(await writeBook(desk, "b.xlsx", damage));
    expect(heldOf(result)).toEqual(["Bob", "Dee"]);
    expect(errorsOf(result).map((message) => message.split(":")[0])).toEqual(["deals!E4", "deals!E6"]);
  });
});
