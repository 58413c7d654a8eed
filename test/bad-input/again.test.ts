/** Running again: the same bytes, the same tabs, and what HR typed is kept. */
import { readFileSync } from "node:fs";
import type ExcelJS from "exceljs";
import { afterAll, describe, expect, it } from "vitest";
import { Desk, kpi, open, sheetOf } from "../real/workbook.ts";
import { cell, writeBook } from "./book.ts";

const desk = new Desk();
afterAll(() => desk.remove());

const OUTPUTS = ["Scorecard 2026-10", "Payroll 2026-10", "Payslips 2026-10", "Checks 2026-10"];

async function run(from: string, to: string): Promise<void> {
  const { err } = await kpi(
    "payroll",
    desk.path(from),
    "--month",
    "2026-10",
    "--out",
    desk.path(`${to}.xlsx`),
    "--json",
    desk.path(`${to}.json`),
  );
  expect(err).toEqual([]);
}

/** Every cell of a tab with what shows: value, formula, format and colours. */
function picture(sheet: ExcelJS.Worksheet): unknown[] {
  const cells: unknown[] = [];
  sheet.eachRow({ includeEmpty: true }, (row) => {
    row.eachCell({ includeEmpty: true }, ({ address, value, style }) => cells.push([address, value, style]));
  });
  return cells;
}

/** The place of a header on the Payroll tab and the row of a person. */
function spotOf(sheet: ExcelJS.Worksheet, header: string, person: string): string {
  let [row, column] = [0, 0];
  sheet.eachRow((line, number) => {
    line.eachCell((one, at) => {
      if (one.value === header) column = at;
      if (one.value === person) row = number;
    });
  });
  return sheet.getCell(row, column).address;
}

describe("the same inputs", () => {
  it("give the same bytes, in workbook and result file", async () => {
    await writeBook(desk, "book.xlsx", cell("deals", "E4", "3,00"));
    await run("book.xlsx", "one");
    await run("book.xlsx", "two");
    for (const ending of ["xlsx", "json"]) {
      const [one, two] = ["one", "two"].map((name) => readFileSync(desk.path(`${name}.${ending}`)));
      expect(two?.equals(one ?? Buffer.alloc(0)), ending).toBe(true);
    }
  });

  it("give the same tabs and bytes on the workbook that a run wrote", async () => {
    await writeBook(desk, "book.xlsx");
    await run("book.xlsx", "first");
    await run("first.xlsx", "second");
    await run("second.xlsx", "third");
    const [first, second] = [await open(desk.path("first.xlsx")), await open(desk.path("second.xlsx"))];
    expect(second.worksheets.map(({ name }) => name)).toEqual(first.worksheets.map(({ name }) => name));
    for (const name of OUTPUTS) {
      expect(picture(sheetOf(second, name)), name).toEqual(picture(sheetOf(first, name)));
    }
    expect(readFileSync(desk.path("second.json")).equals(readFileSync(desk.path("first.json")))).toBe(true);
    expect(readFileSync(desk.path("third.xlsx")).equals(readFileSync(desk.path("second.xlsx")))).toBe(true);
  });
});

describe("another month", () => {
  it("leaves the tabs of the months before as they were", async () => {
    await writeBook(desk, "book.xlsx");
    await run("book.xlsx", "october");
    const [from, to] = [desk.path("october.xlsx"), desk.path("november.xlsx")];
    await kpi("payroll", from, "--month", "2026-11", "--out", to);
    const [before, after] = [await open(from), await open(to)];
    for (const name of OUTPUTS)
      expect(picture(sheetOf(after, name)), name).toEqual(picture(sheetOf(before, name)));
    await run("november.xlsx", "october-again");
    expect(
      readFileSync(desk.path("october-again.json")).equals(readFileSync(desk.path("october.json"))),
    ).toBe(true);
  });
});

describe("what HR typed on Payroll", () => {
  const TYPED: readonly (readonly [header: string, value: string | number])[] = [
    ["Social insurance", 231.5],
    ["Housing fund", 100],
    ["Income tax", 12.34],
    ["Other deductions", 5],
    ["Note", '=HYPERLINK("no")'],
    ["Signature", "B."],
  ];

  async function typeAndRun(
    name: string,
    change: (book: ExcelJS.Workbook) => void,
  ): Promise<ExcelJS.Worksheet> {
    await writeBook(desk, "book.xlsx");
    await run("book.xlsx", name);
    const book = await open(desk.path(`${name}.xlsx`));
    const sheet = sheetOf(book, "Payroll 2026-10");
    for (const [header, value] of TYPED) sheet.getCell(spotOf(sheet, header, "Bob")).value = value;
    change(book);
    await book.xlsx.writeFile(desk.path(`${name}-typed.xlsx`));
    await run(`${name}-typed.xlsx`, `${name}-again`);
    return sheetOf(await open(desk.path(`${name}-again.xlsx`)), "Payroll 2026-10");
  }

  function typedOf(sheet: ExcelJS.Worksheet, person: string): unknown[] {
    return TYPED.map(([header]) => sheet.getCell(spotOf(sheet, header, person)).value);
  }

  it("stays, and Net is computed with it", async () => {
    const sheet = await typeAndRun("kept", () => {});
    expect(typedOf(sheet, "Bob")).toEqual(TYPED.map(([, value]) => value));
    expect(typedOf(sheet, "Ann")).toEqual(TYPED.map(() => null));
    const net = sheet.getCell(spotOf(sheet, "Net pay", "Bob"));
    // 2130.00 - (231.50 + 100 + 12.34 + 5)
    expect(net.result).toBeCloseTo(1781.16, 6);
  });

  it("follows its person when Staff is sorted differently and somebody is new", async () => {
    const sheet = await typeAndRun("moved", (book) => {
      const staff = sheetOf(book, "Staff");
      staff.spliceRows(2, 0, ["Zoe", null, "East", null, null, "Sales team", null, 1500]);
      const [bob, dee] = [staff.getCell("A4").value, staff.getCell("A6").value];
      staff.getCell("A4").value = dee;
      staff.getCell("A6").value = bob;
    });
    expect(typedOf(sheet, "Bob")).toEqual(TYPED.map(([, value]) => value));
    for (const person of ["Zoe", "Ann", "Dee"]) expect(typedOf(sheet, person)).toEqual(TYPED.map(() => null));
  });

  it("stays in a copy that somebody made of the tab, and in the tab", async () => {
    const sheet = await typeAndRun("copied", (book) => {
      const copy = book.addWorksheet("Copy of Payroll 2026-10");
      sheetOf(book, "Payroll 2026-10").eachRow((row, number) => {
        row.eachCell((one, column) => {
          copy.getCell(number, column).value = one.value;
        });
      });
      copy.getCell(spotOf(copy, "Note", "Bob")).value = "of the copy";
    });
    expect(typedOf(sheet, "Bob")).toEqual(TYPED.map(([, value]) => value));
    const copy = sheetOf(await open(desk.path("copied-again.xlsx")), "Copy of Payroll 2026-10");
    expect(copy.getCell(spotOf(copy, "Note", "Bob")).value).toBe("of the copy");
  });

  it("stays where the person is held now", async () => {
    const sheet = await typeAndRun("held", cell("deals", "E4", "3,00"));
    expect(typedOf(sheet, "Bob")).toEqual(TYPED.map(([, value]) => value));
  });
});
