/** The command line on the built file. */
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseMonth, runCli } from "../../src/local/cli.ts";
import { readBook } from "../../src/local/xlsx-read.ts";

let folder = "";
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "kpi-cli-")));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(args, { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out, err };
}

function findRow(sheet: ExcelJS.Worksheet | undefined, word: string): ExcelJS.Row | undefined {
  let found: ExcelJS.Row | undefined;
  sheet?.eachRow((row) => {
    if (findColumn(row, word) > 0) found ??= row;
  });
  return found;
}

/** The column of a word in a row, 0 for none. */
function findColumn(row: ExcelJS.Row | undefined, word: string): number {
  let found = 0;
  row?.eachCell((cell, column) => {
    if (cell.value === word) found = column;
  });
  return found;
}

const file = (name: string) => join(folder, name);

describe("months", () => {
  it.each([
    "2026-10",
    "2026/10",
    "202610",
    "2026年10月",
    "2026-10-31",
    "2026年10月1日",
  ])("%s is 2026-10", (text) => {
    expect(parseMonth(text)).toBe("2026-10");
  });
  it.each(["2026-13", "10-2026", "2026", "october", "26-10", "2026-00"])("%s is none", (text) => {
    expect(() => parseMonth(text)).toThrow(`--month is "${text}"; write it like 2026-10`);
  });
});

describe("bad usage ends with 2 and one line", () => {
  it.each([
    [[], "kpi: no command; there are packs, new, payroll, formula"],
    [["nope"], 'kpi: no command "nope"; there are packs, new, payroll, formula'],
    [["payroll"], "kpi: the workbook is missing"],
    [["payroll", "b.xlsx"], "kpi: --month is missing"],
    [["payroll", "b.xlsx", "c.xlsx", "--month", "2026-10"], 'kpi: "c.xlsx" is one argument too many'],
    [
      ["payroll", "/nowhere/b.xlsx", "--month", "2026-10"],
      "kpi: cannot read /nowhere/b.xlsx: there is no such file or folder",
    ],
    [["payroll", "b.xlsx", "--month", "10/2026"], 'kpi: --month is "10/2026"; write it like 2026-10'],
    [
      ["payroll", "b.xlsx", "--month", "2026-10", "--out", "b.xlsx"],
      "kpi: --out is the workbook itself; name another file",
    ],
    [["payroll", "b.xlsx", "--month", "2026-10", "--nope"], "kpi: Unknown option '--nope'"],
    [["new", "--out", "b.xlsx"], "kpi: --pack is missing"],
    [
      ["new", "--pack", "eight-part", "--out", "b.xlsx", "--lang", "fr"],
      'kpi: --lang is "fr"; it can be zh or en',
    ],
    [["formula"], "kpi: the formula is missing"],
    [["formula", "="], "kpi: the formula is empty; write one like '=CONVRATE(28,80)'"],
    [["formula", " = "], "kpi: the formula is empty; write one like '=CONVRATE(28,80)'"],
  ])("%j", async (args, line) => {
    expect(await run(...args)).toEqual({ code: 2, out: [], err: [line] });
  });

  it("for a file that is no workbook, or a broken one", async () => {
    writeFileSync(file("text.xlsx"), "hello");
    writeFileSync(file("broken.xlsx"), "PK\u0003\u0004 broken");
    for (const name of ["text.xlsx", "broken.xlsx"]) {
      const { code, err } = await run("payroll", file(name), "--month", "2026-10");
      expect([code, err.length]).toEqual([2, 1]);
      expect(err[0]).toContain(`kpi: cannot read ${file(name)}: `);
    }
  });

  it("for a pack that does not exist, naming those that do", async () => {
    const { code, err } = await run("new", "--pack", "nope", "--out", file("nope.xlsx"));
    expect(code).toBe(2);
    expect(err[0]).toMatch(/^kpi: there is no pack "nope"; there are .*eight-part/);
    expect(existsSync(file("nope.xlsx"))).toBe(false);
  });
});

describe("the way from nothing to a paid month", () => {
  it("lists packs", async () => {
    const { code, out } = await run("packs");
    expect(code).toBe(0);
    expect(out.join("\n")).toMatch(/eight-part/);
  });

  it("makes the sample workbook and pays its October, twice the same", async () => {
    expect((await run("new", "--pack", "eight-part", "--sample", "--out", file("shop.xlsx"))).err).toEqual(
      [],
    );
    const before = readFileSync(file("shop.xlsx"));
    const pay = (n: number) =>
      run(
        "payroll",
        file("shop.xlsx"),
        "--month",
        "2026-10",
        "--out",
        file(`${n}.xlsx`),
        "--json",
        file(`${n}.json`),
      );
    const { code, out, err } = await pay(1);
    expect(err).toEqual([]);
    expect(code).toBe(0);
    expect(out[0]).toMatch(/^2026-10: \d+ people/);
    await pay(2);
    expect(readFileSync(file("2.xlsx")).equals(readFileSync(file("1.xlsx")))).toBe(true);
    expect(readFileSync(file("2.json"), "utf8")).toBe(readFileSync(file("1.json"), "utf8"));
    expect(readFileSync(file("shop.xlsx")).equals(before)).toBe(true);
    const book = await readBook(readFileSync(file("1.xlsx")), { name: "1" });
    const names = book.sheets.map((sheet) => sheet.name).join("|");
    for (const kind of ["Scorecard", "Payroll", "Payslips", "Checks"])
      expect(names).toContain(`${kind} 2026-10`);
  });

  it("computes what the run wrote and leaves other formulas their results", async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file("shop.xlsx"));
    const mine = book.addWorksheet("Mine");
    mine.getCell("A1").value = { formula: "1+1", result: 70 };
    book.addWorksheet("Dash").getCell("A1").value = {
      formula: "'Payroll 2026-10'!A1&Mine!A1",
      result: "old",
    };
    await book.xlsx.writeFile(file("mine.xlsx"));
    await run("payroll", file("mine.xlsx"), "--month", "2026-10", "--out", file("mine-out.xlsx"));
    const result = await readBook(readFileSync(file("mine-out.xlsx")), { name: "m" });
    const payroll = result.findSheet("Payroll 2026-10");
    expect(result.findSheet("Mine")?.values.get(1, 1)).toBe(70);
    expect(result.findSheet("Dash")?.values.get(1, 1)).toBe(`${payroll?.values.get(1, 1)}70`);
    const computed: unknown[] = [];
    payroll?.formulas.each((_, row, column) => computed.push(payroll.values.get(row, column)));
    expect(computed.length).toBeGreaterThan(0);
    expect(computed.every((value) => typeof value === "number")).toBe(true);
  });

  it("prints what the add-on told: typed cells of somebody who left", async () => {
    await run("payroll", file("shop.xlsx"), "--month", "2026-10", "--out", file("first.xlsx"));
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file("first.xlsx"));
    const payroll = book.getWorksheet("Payroll 2026-10");
    const header = findRow(payroll, "Note");
    const note = findColumn(header, "Note");
    const leaver = payroll?.getRow((header?.number ?? 0) + 1);
    const name = String(leaver?.getCell(findColumn(header, "Person")).value);
    if (leaver) leaver.getCell(note).value = "advance 100";
    const staff = book.getWorksheet("Staff");
    const rows: number[] = [];
    staff?.eachRow((row, number) => row.getCell(1).value === name && rows.push(number));
    for (const number of rows.reverse()) staff?.spliceRows(number, 1);
    await book.xlsx.writeFile(file("left.xlsx"));
    const { out } = await run(
      "payroll",
      file("left.xlsx"),
      "--month",
      "2026-10",
      "--out",
      file("left-out.xlsx"),
    );
    const line = out.findIndex((text) => text.startsWith(`${name} left this month's payroll`));
    expect(line).toBeGreaterThan(out.findIndex((text) => text.startsWith("Total")));
    expect(out[line]).toMatch(/Enter it as Adjustments where it is still due\.$/);
  });

  it("tells a refusal without the dialog's title", async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file("shop.xlsx"));
    book.addWorksheet("Payroll 2026-10").getCell("A1").value = "mine";
    await book.xlsx.writeFile(file("taken.xlsx"));
    expect(await run("payroll", file("taken.xlsx"), "--month", "2026-10")).toEqual({
      code: 2,
      out: [],
      err: [
        "kpi: Payroll 2026-10: A tab of that name holds something else. Nothing was changed. Rename it, then generate again.",
      ],
    });
  });

  it("pastes files as tabs, and saves next to the workbook when told nothing else", async () => {
    writeFileSync(file("extra 2026-10.csv"), "a,b\n1,01234\n");
    const { out } = await run(
      "payroll",
      file("shop.xlsx"),
      "--month",
      "2026-10",
      "--raw",
      file("extra 2026-10.csv"),
    );
    expect(out.at(-1)).toBe(`Saved: ${file("shop-2026-10.xlsx")}`);
    const book = await readBook(readFileSync(file("shop-2026-10.xlsx")), { name: "b" });
    expect(book.findSheet("extra 2026-10")?.values.get(2, 2)).toBe("01234");
  });
});

describe("formula", () => {
  it.each([
    ["=CONVRATE(28,80)", "0.35"],
    ["=CONVRATE(0,0)", '""'],
    ["=1+1", "2"],
  ])("%s is %s", async (formula, json) => {
    expect(await run("formula", formula)).toEqual({ code: 0, out: [json], err: [] });
  });

  it("sends a thrown message to standard error", async () => {
    const { code, out, err } = await run("formula", '=CONVRATE("abc",80)');
    expect([code, out, err.length]).toEqual([1, [], 1]);
  });
});
