import { describe, expect, it } from "vitest";
import type { PersonResult } from "../../src/engine/result";
import { describeChecks } from "../../src/report/checks";
import { describePayroll } from "../../src/report/payroll";
import { commitTabs } from "../../src/sheets/writer";
import type { Lang } from "../../src/text/labels";
import { line, person, shop, view } from "../report/fixtures";
import { dumpBook, type Workbook, workbook } from "./workbook";

const PAYROLL = "Payroll 2026-10";
const CHECKS = "Checks 2026-10";
const INSURANCE = 13;
const NOTE = 20;
const TITLE = "Typed by HR for people who are no longer listed";

function run(wb: Workbook, people: readonly PersonResult[], lang: Lang = "en") {
  const shown = view(people, lang);
  return commitTabs(wb.services, [describePayroll(shown), describeChecks(shown)], "payroll");
}

function type(wb: Workbook, row: number, column: number, value: string | number) {
  wb.book.sheets.find(({ name }) => name === PAYROLL)?.values.set(row, column, value);
}

/** The listed cells as `person column value`, and the heading's title; empty where nothing is listed. */
function listed(wb: Workbook, title = TITLE): string[] {
  const sheet = wb.book.sheets.find(({ name }) => name === CHECKS);
  const rows = Array.from({ length: sheet?.lastRow() ?? 0 }, (_, n) =>
    [1, 2, 3].map((column) => String(sheet?.values.get(n + 1, column) ?? "")),
  );
  const start = rows.findIndex(([first]) => first === title);
  if (start < 0) return [];
  const list = rows.slice(start + 3);
  return list
    .slice(
      0,
      list.findIndex(([first]) => first === ""),
    )
    .map((row) => row.join(" "));
}

/** A shop of three where HR typed for the first, who then leaves. */
function left(): Workbook {
  const wb = workbook();
  run(wb, shop());
  type(wb, 5, INSURANCE, 412.5);
  type(wb, 5, NOTE, "=see file");
  expect(run(wb, shop().slice(1))).toEqual({ kind: "done", dropped: ["小雨"] });
  return wb;
}

describe("what HR typed for people who left Payroll", () => {
  it("is listed on Checks, and again by every later run", () => {
    const wb = left();
    expect(listed(wb)).toEqual(["小雨 Social insurance 412.5", "小雨 Note =see file"]);
    const once = dumpBook(wb.book);
    expect(run(wb, shop().slice(1))).toEqual({ kind: "done", dropped: [] });
    expect(dumpBook(wb.book)).toEqual(once);
  });

  it("is kept in the other language, and beside what comes later", () => {
    const wb = left();
    type(wb, 5, INSURANCE - 1, 7);
    run(wb, shop().slice(2), "zh");
    expect(listed(wb, "HR为已不在名单的人员填写的内容")).toEqual([
      "阿北 社保(个人) 7",
      "小雨 Social insurance 412.5",
      "小雨 Note =see file",
    ]);
  });

  it("goes back to Payroll when the person is back, unless something else was typed", () => {
    const wb = left();
    run(wb, shop());
    expect(listed(wb)).toEqual([]);
    const payroll = wb.book.sheets.find(({ name }) => name === PAYROLL);
    expect([payroll?.values.get(5, INSURANCE), payroll?.values.get(5, NOTE)]).toEqual([412.5, "=see file"]);
    expect(payroll?.formulas.get(5, NOTE)).toBeUndefined();
  });

  it("goes back also where the Payroll tab was deleted", () => {
    const wb = left();
    const services = wb.services.SpreadsheetApp.getActiveSpreadsheet();
    const sheet = services.getSheetByName(PAYROLL);
    if (sheet) services.deleteSheet(sheet);
    run(wb, shop());
    expect(wb.book.sheets.find(({ name }) => name === PAYROLL)?.values.get(5, INSURANCE)).toBe(412.5);
  });

  it("stays on Checks when that tab is written alone, and leaves with its rows", () => {
    const wb = left();
    commitTabs(wb.services, [describeChecks(view(shop().slice(1)))], "checks");
    expect(listed(wb)).toHaveLength(2);
    const checks = wb.book.sheets.find(({ name }) => name === CHECKS);
    const row = Array.from({ length: 40 }, (_, n) => n + 1).find((n) => checks?.values.get(n, 2) === "Note");
    for (const column of [1, 2, 3]) checks?.values.set(row ?? 0, column, "");
    run(wb, shop().slice(1));
    expect(listed(wb)).toEqual(["小雨 Social insurance 412.5"]);
  });

  it("stands before the all-clear", () => {
    const wb = workbook();
    const [one, two] = [person("a", "80", [line("base", "1")]), person("b", "80", [line("base", "1")])];
    run(wb, [one, two]);
    type(wb, 6, INSURANCE - 2, 3);
    const checks = wb.book.sheets.find(({ name }) => name === CHECKS);
    expect(checks?.values.get(3, 1)).toBe("✓ Nothing to mend.");
    run(wb, [one]);
    expect(checks?.values.get(3, 1)).toMatch(/^⚠ See what HR typed/);
  });

  it("takes along what is typed while the tabs are staged", () => {
    const wb = left();
    let typed = false;
    const SpreadsheetApp = new Proxy(wb.services.SpreadsheetApp, {
      get(target, name, receiver) {
        if (name !== "flush") return Reflect.get(target, name, receiver);
        return () => {
          if (!typed) type(wb, 5, INSURANCE, 55);
          typed = true;
          target.flush();
        };
      },
    });
    const shown = view(shop().slice(2));
    commitTabs(
      { ...wb.services, SpreadsheetApp },
      [describePayroll(shown), describeChecks(shown)],
      "payroll",
    );
    expect(listed(wb)).toContain("阿北 Housing fund 55");
    expect(wb.book.sheets.filter(({ name }) => name.startsWith("__"))).toEqual([]);
  });

  const deaths = [
    ["before", "dead"],
    ["after", "dead"],
  ] as const;

  it.each(deaths)("is on one of the tabs whatever call fails (%s)", (when, then) => {
    const ready = () => {
      const wb = workbook();
      run(wb, shop());
      type(wb, 5, INSURANCE, 412.5);
      wb.guard.reset();
      return wb;
    };
    const clean = ready();
    run(clean, shop().slice(1));
    for (let k = 1; k <= clean.guard.total; k++) {
      const wb = ready();
      wb.guard.failure = { at: k, when, then };
      expect(() => run(wb, shop().slice(1)), `call ${k}`).toThrow();
      const outputs = Object.entries(dumpBook(wb.book)).filter(([name]) => !name.startsWith("__"));
      expect(JSON.stringify(outputs), `call ${k}`).toContain("412.5");
      wb.guard.reset();
      wb.world.locked = false;
      run(wb, shop().slice(1));
      expect(listed(wb), `call ${k}`).toEqual(["小雨 Social insurance 412.5"]);
    }
  });
});
