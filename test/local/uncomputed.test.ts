import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { runCli } from "../../src/local/cli.ts";

const TERMINAL = { out: () => undefined, err: () => undefined };

/** A workbook by a program that writes formulas and computes none. */
async function uncomputedBook(path: string): Promise<void> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("Staff").addRows([
    ["Person", "Plan", "Base pay"],
    ["Ann", "P", { formula: "1000+2000" }],
    ["Bob", "P", { formula: "1000+500" }],
  ]);
  book.addWorksheet("Pay").addRows([
    ["Plan", "Component", "Formula"],
    ["P", "base", "=base"],
  ]);
  writeFileSync(path, Buffer.from(await book.xlsx.writeBuffer()));
}

test("formulas without a result are computed before the run reads them", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kpi-uncomputed-"));
  const [book, json] = [join(folder, "book.xlsx"), join(folder, "r.json")];
  await uncomputedBook(book);
  await runCli(
    ["payroll", book, "--month", "2026-10", "--json", json, "--out", join(folder, "o.xlsx")],
    TERMINAL,
  );
  const result = JSON.parse(readFileSync(json, "utf8"));
  expect(result.people.map((one: { person: string; total: string }) => [one.person, one.total])).toEqual([
    ["Ann", "3000.00"],
    ["Bob", "1500.00"],
  ]);
});

test("new writes over nothing but an empty file or the same workbook", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kpi-new-"));
  const out = join(folder, "book.xlsx");
  writeFileSync(out, "");
  expect(await runCli(["new", "--pack", "payslip", "--out", out], TERMINAL)).toBe(0);
  const first = readFileSync(out);
  expect(await runCli(["new", "--pack", "payslip", "--out", out], TERMINAL)).toBe(0);
  expect(readFileSync(out).equals(first)).toBe(true);
  expect(await runCli(["new", "--pack", "eight-part", "--out", out], TERMINAL)).toBe(2);
  expect(readFileSync(out).equals(first)).toBe(true);
});
