/** A number typed by hand over a locked month's tab is found, told, never shared, and taken back. */
import { describe, expect, test } from "vitest";
import { readAll } from "../../src/api/requests";
import { askAndAdvance } from "../../src/approve";
import { askAndGenerate } from "../../src/commands";
import { readLocked } from "../../src/life/snapshots-tab";
import type { World } from "../../src/local/world.ts";
import { readBook } from "../../src/local/xlsx-read.ts";
import { writeBook } from "../../src/local/xlsx-write.ts";
import { isAsWritten } from "../../src/shown-tabs";
import { ask, done, refused, sampleShop } from "../api/shop";
import { tab } from "../readings/book";
import { type Workbook, workbook } from "../sheets/workbook";
import { dump, lock, records, salesTab, sheetOf, shop } from "./shop";

const OCTOBER = { month: "2026-10" };
const NOVEMBER = { month: "2026-11" };

interface Told {
  readonly code: string;
  readonly severity: string;
  readonly tab: string;
  readonly cell: string;
  readonly found: string;
  readonly message: string;
}

function told(wb: Workbook, month: string, lang = "en"): Told[] {
  const { issues } = ask(wb, "checkData" as never, { month, lang }) as unknown as { issues: Told[] };
  return issues.filter(({ code }) => code === "locked-tab-edited");
}

/** The cell (from 1) that a tab of October shows under this header in this row of a person. */
function cellOf(wb: Workbook, tab: string, header: string, person: string): [row: number, column: number] {
  const sheet = sheetOf(wb, tab);
  const at = (row: number, column: number) => String(sheet.values.get(row, column) ?? "");
  const rows = Array.from({ length: sheet.lastRow() }, (_, r) => r + 1);
  const columns = Array.from({ length: sheet.lastColumn() }, (_, c) => c + 1);
  const top = rows.find((row) => columns.some((column) => at(row, column) === header)) ?? expect.fail(header);
  const column = columns.find((one) => at(top, one) === header) ?? expect.fail(header);
  const row = rows.find((one) => one > top && at(one, 2) === person) ?? expect.fail(person);
  return [row, column];
}

function paidOctober(): Workbook {
  const wb = shop(salesTab("Sales November", "2026-11"));
  lock(wb, "2026-10");
  done(wb, "step", { ...OCTOBER, step: "pay" });
  return wb;
}

function put(wb: Workbook, tab: string, [row, column]: readonly [number, number], value: unknown): void {
  sheetOf(wb, tab).formulas.set(row, column, undefined);
  sheetOf(wb, tab).values.set(row, column, value as never);
}

/** Takes a menu's dialogs: each answer goes to the next question. */
function prompts(wb: Workbook, run: () => unknown, ...answers: ReturnType<World["answer"]>[]): string {
  const before = wb.world.dialogs.length;
  wb.world.answer = () => answers.shift() ?? { button: "CLOSE" };
  run();
  return wb.world.dialogs
    .slice(before)
    .map(({ prompt }) => prompt)
    .join("\n");
}

const generate = (wb: Workbook) => () => askAndGenerate(wb.services, ["payroll", "checks"], "payroll");

describe("a number over a paid month's Payroll", () => {
  const wb = paidOctober();
  const bonus = cellOf(wb, "Payroll 2026-10", "bonus", "A");
  const locked = dump(wb, "Payroll 2026-10");

  test("nothing is said where nothing was typed", () => {
    expect(told(wb, "2026-10")).toEqual([]);
    expect(told(wb, "2026-11")).toEqual([]);
    expect(done(wb, "life", OCTOBER)).not.toHaveProperty("edited");
  });

  test("is told by that month and by the next, with what was locked", () => {
    put(wb, "Payroll 2026-10", bonus, 9999);
    for (const month of ["2026-10", "2026-11"]) {
      const [one, ...more] = told(wb, month);
      expect(more).toEqual([]);
      expect(one).toMatchObject({ severity: "warning", tab: "Payroll 2026-10", found: "9999" });
      expect(one?.message).toContain('bonus · A: "9999" stands here, but 2026-10 was locked with "496.8"');
    }
    expect(told(wb, "2026-11", "zh")[0]?.message).toContain("此处现为“9999”，而 2026-10 锁定时为“496.8”");
  });

  test("stands on Checks of the month that is generated, which pays as if nothing was typed", () => {
    expect(done(wb, "run", NOVEMBER).total).toBe("10466.40");
    expect(dump(wb, "Checks 2026-11")).toContain("was locked with");
    // It is no part of the result: nothing asks for another run.
    expect(done(wb, "life", NOVEMBER).isStale).toBe(false);
    done(wb, "step", { ...NOVEMBER, step: "check" });
  });

  test("the sidebar is told the cell", () => {
    const { edited } = done(wb, "life", OCTOBER);
    expect(edited).toMatchObject([{ what: "bonus · A", found: "9999", locked: "496.8", more: 0 }]);
  });

  test("Generate is refused as before, and offers to write the tabs as they were locked", () => {
    expect(refused(wb, "run", OCTOBER).code).toBe("life.locked");
    const asked = prompts(wb, generate(wb), { button: "OK", text: "2026-10" }, { button: "NO" });
    for (const words of ["2026-10 is locked", '"9999", locked with "496.8"', "as they were locked?"])
      expect(asked).toContain(words);
    expect(dump(wb, "Payroll 2026-10")).toContain("9999");
  });

  test("is taken back by Yes, what HR typed in the own columns stays, and the month is where it was", () => {
    const tax = cellOf(wb, "Payroll 2026-10", "Income tax", "A");
    put(wb, "Payroll 2026-10", tax, 12.5);
    const runs = records(wb, "Runs");
    prompts(wb, generate(wb), { button: "OK", text: "2026-10" }, { button: "YES" });
    expect(sheetOf(wb, "Payroll 2026-10").values.get(...tax)).toBe(12.5);
    put(wb, "Payroll 2026-10", tax, undefined);
    expect(dump(wb, "Payroll 2026-10")).toBe(locked);
    expect(told(wb, "2026-10")).toEqual([]);
    expect(done(wb, "life", OCTOBER)).toMatchObject({ state: "paid" });
    expect(records(wb, "Runs")).toEqual(runs);
  });

  test("the menu of the month's life shows it first and takes it back", () => {
    put(wb, "Payroll 2026-10", bonus, 1);
    const advance = () => askAndAdvance(wb.services);
    const asked = prompts(wb, advance, { button: "OK", text: "2026-10" }, { button: "YES" });
    expect(asked).toContain('"1", locked with "496.8"');
    expect(dump(wb, "Payroll 2026-10")).toBe(locked);
    expect(prompts(wb, advance, { button: "OK", text: "2026-10" })).not.toContain("locked with");
  });

  test("the sidebar takes it back", () => {
    put(wb, "Payroll 2026-10", bonus, 1);
    done(wb, "step", { ...OCTOBER, step: "restore" });
    expect(dump(wb, "Payroll 2026-10")).toBe(locked);
    expect(refused(wb, "step", { ...NOVEMBER, step: "restore" }).code).toBe("life.not-locked");
  });
});

describe("what counts as typed over", () => {
  const CASES: readonly [what: string, tab: string, header: string, found: unknown, locked: string][] = [
    ["a sum that was a formula", "Payroll 2026-10", "Gross pay", 4000, "3496.80"],
    ["the net amount", "Payroll 2026-10", "Net pay", 4000, "3496.80"],
    ["a score", "Payroll 2026-10", "Score", 99, "92"],
    ["a number as text", "Payroll 2026-10", "bonus", "496.8", "496.8"],
    ["a cleared cell", "Payroll 2026-10", "bonus", undefined, "496.8"],
    ["a text", "Payroll 2026-10", "Plan", "Z", "P"],
    ["a score of the scorecard", "Scorecard 2026-10", "Score", 99, "92"],
    ["an amount of a payslip", "Payslips 2026-10", "bonus", 1, "496.8"],
  ];

  test.each(CASES)("%s (%s, %s)", (_what, tab, header, found, locked) => {
    const wb = paidOctober();
    put(wb, tab, cellOf(wb, tab, header, "A"), found);
    const { edited = [] } = done(wb, "life", OCTOBER);
    expect(edited.map(({ at, ...cell }) => [at.tab, cell.locked, cell.more])).toEqual([[tab, locked, 0]]);
    // Payslips are compared where their month is opened.
    expect(told(wb, "2026-11")).toHaveLength(tab.startsWith("Payslips") ? 0 : 1);
  });

  test("people's own cells do not: deductions, notes, signatures, names beside the labels at the foot", () => {
    const wb = shop(salesTab("Sales November", "2026-11"));
    done(wb, "run", OCTOBER);
    put(wb, "Payroll 2026-10", cellOf(wb, "Payroll 2026-10", "Income tax", "A"), 30);
    done(wb, "step", { ...OCTOBER, step: "check" });
    done(wb, "step", { ...OCTOBER, step: "approve" });
    put(wb, "Payroll 2026-10", cellOf(wb, "Payroll 2026-10", "Income tax", "B"), 20);
    put(wb, "Payroll 2026-10", cellOf(wb, "Payroll 2026-10", "Note", "B"), "new account");
    const { values } = sheetOf(wb, "Payroll 2026-10");
    const foot = sheetOf(wb, "Payroll 2026-10").lastRow() - 1;
    expect(values.get(foot, 2)).toBe("Prepared by:");
    values.set(foot, 3, "Li");
    expect(told(wb, "2026-11")).toEqual([]);
    expect(done(wb, "life", OCTOBER)).not.toHaveProperty("edited");
    // The net amount that was locked goes by what HR types.
    put(wb, "Payroll 2026-10", cellOf(wb, "Payroll 2026-10", "Net pay", "A"), 1);
    expect(done(wb, "life", OCTOBER).edited).toMatchObject([{ locked: "3466.80" }]);
  });

  test("a tab that was renamed is found, one that was deleted is not missed", () => {
    const wb = paidOctober();
    put(wb, "Payroll 2026-10", cellOf(wb, "Payroll 2026-10", "bonus", "A"), 1);
    sheetOf(wb, "Payroll 2026-10").name = "October pay";
    expect(told(wb, "2026-11")).toMatchObject([{ tab: "October pay" }]);
    wb.book.sheets.splice(wb.book.sheets.indexOf(sheetOf(wb, "October pay")), 1);
    expect(told(wb, "2026-11")).toEqual([]);
  });

  test("many cells of a tab are one warning", () => {
    const wb = paidOctober();
    for (const person of ["A", "B", "C", "D"])
      put(wb, "Payroll 2026-10", cellOf(wb, "Payroll 2026-10", "base pay", person), 1);
    const [one, ...more] = told(wb, "2026-11");
    expect(more).toEqual([]);
    expect(one?.message).toContain("3 more cells of this tab differ too");
  });
});

describe("the fingerprint of what was written", () => {
  test.each(["en", "zh"] as const)("is that of the tabs of a pack in every state (%s)", (lang) => {
    const wb = sampleShop("eight-part", lang);
    const month = done(wb, "state", { month: "" }).month;
    done(wb, "run", { month, lang });
    done(wb, "step", { month, step: "check", lang });
    for (const step of ["approve", "pay"] as const) {
      done(wb, "step", { month, step, lang });
      const digest = readLocked(readAll(wb.services), `${month} #1`)?.digest;
      const shown = digest?.shown ?? expect.fail("nothing stored");
      expect(shown.map(({ kind }) => kind)).toEqual(["payroll", "scorecard", "payslips", "statements"]);
      for (const tab of shown) {
        const sheet = wb.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab.name);
        const range =
          sheet?.getRange(1, 1, sheet.getLastRow(), sheet.getLastColumn()) ?? expect.fail(tab.name);
        const cells = { values: range.getValues(), formulas: range.getFormulas() };
        expect(isAsWritten(tab, cells), `${tab.name} ${step}`).toBe(true);
      }
    }
  });
});

test("a year of locked months is looked at no further than late data are", () => {
  const calls = (locked: number) => {
    const months = ["2026-10", "2026-11", "2026-12"];
    const wb = shop(tab("Settings", "Setting | Value\nlate_months | 1"));
    for (const month of months.slice(0, locked)) lock(wb, month);
    wb.guard.reset();
    done(wb, "run", { month: "2027-01" });
    return wb.guard.counts["Spreadsheet.getSheetByName"];
  };
  expect(calls(1)).toBeGreaterThanOrEqual(2);
  expect(calls(3)).toBe(calls(1));
});

test("a workbook that was saved as a file and opened again shows what was locked", async () => {
  const saved = await writeBook(paidOctober().book);
  const wb = workbook(await readBook(saved, { name: "again" }));
  expect(done(wb, "life", OCTOBER)).not.toHaveProperty("edited");
  put(wb, "Payroll 2026-10", cellOf(wb, "Payroll 2026-10", "bonus", "A"), 1);
  expect(done(wb, "life", OCTOBER).edited).toHaveLength(1);
});
