import { describe, expect, it } from "vitest";
import { Book } from "../../src/local/book.ts";
import { isRuleTab } from "../../src/month";
import { isOutputName } from "../../src/report/names";
import { serialsIn } from "../../src/sheets/dates";
import { readGrids } from "../../src/sheets/reader";
import { type Workbook, workbook } from "./workbook";

const PLAN = { skips: isOutputName, needsFormulas: isRuleTab };

function fill(wb: Workbook, name: string, rows: (string | number | boolean)[][], format?: string) {
  const sheet = wb.services.SpreadsheetApp.getActiveSpreadsheet().insertSheet(name, 0);
  const range = sheet.getRange(1, 1, rows.length, rows[0]?.length ?? 1);
  if (format)
    range.setNumberFormats(rows.map((row) => row.map((cell) => (typeof cell === "number" ? format : "@"))));
  range.setValues(rows);
  return sheet;
}

describe("readGrids", () => {
  it("gives percentages of rule tabs as typed, and leaves those of pasted tabs", () => {
    const wb = workbook();
    fill(
      wb,
      "Bands",
      [
        ["Table", "Threshold", "Result"],
        ["rate", 1.2, 0.004],
        ["rate", 0.35, 0.28999999999999998],
      ],
      "0.00%",
    );
    fill(
      wb,
      "Raw",
      [
        ["agent", "rate"],
        ["a", 0.4612],
      ],
      "0.00%",
    );
    const [raw, bands] = readGrids(wb.services, PLAN);
    expect(raw?.rows).toEqual([
      ["agent", "rate"],
      ["a", 0.4612],
    ]);
    expect(bands?.rows.slice(1)).toEqual([
      ["rate", "120%", "0.4%"],
      ["rate", "35%", "29%"],
    ]);
  });

  it("gives the text of live formulas on rule tabs", () => {
    const wb = workbook();
    fill(wb, "Pay", [
      ["Plan", "Component", "Formula"],
      ["a", "base", "=base"],
    ]);
    const [pay] = readGrids(wb.services, PLAN);
    expect([...(pay?.formulas ?? [])]).toEqual([["1,2", "=base"]]);
  });

  it("reads dates and times as serials in the spreadsheet's zone", () => {
    for (const zone of ["Asia/Shanghai", "America/New_York", "Europe/London"]) {
      const wb = workbook(Book.blank("test", zone));
      const sheet = fill(wb, "Raw", [
        ["date", "time"],
        ["x", "y"],
      ]);
      sheet.getRange(2, 1, 1, 2).setNumberFormats([["yyyy-mm-dd hh:mm:ss", "h:mm:ss"]]);
      sheet.getRange(2, 1, 1, 2).setValues([[46_297.5, 80 / 86_400]]);
      const [date, time] = readGrids(wb.services, PLAN)[0]?.rows[1] ?? [];
      expect(date).toEqual({ serial: 46_297.5 });
      expect((time as { serial: number }).serial).toBeCloseTo(80 / 86_400, 9);
    }
  });

  it("passes over earlier results and the stage of a run that died, and reads hidden and empty tabs", () => {
    const wb = workbook();
    fill(wb, "__kpi_stage_0", [["x"]]);
    fill(wb, "工资条 2026-09", [["x"]]);
    fill(wb, "Hidden", [["x"]]).hideSheet();
    expect(readGrids(wb.services, PLAN)).toEqual([
      { name: "Hidden", rows: [["x"]] },
      { name: "Sheet1", rows: [] },
    ]);
  });

  it("costs the same number of calls for 10 and for 5,000 rows", () => {
    const calls = [10, 5000].map((rows) => {
      const wb = workbook();
      const sheet = wb.services.SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
      if (rows > 1000) sheet?.insertRowsAfter(1000, rows);
      sheet?.getRange(1, 1, rows, 3).setValues(Array.from({ length: rows }, () => [1, 2, 3]));
      const before = wb.guard.total;
      readGrids(wb.services, PLAN);
      return wb.guard.total - before;
    });
    expect(calls[0]).toBe(calls[1]);
  });
});

describe("serialsIn", () => {
  it("agrees with the zone's wall clock over a change of summer time", () => {
    process.env.TZ = "Asia/Shanghai";
    const serialOf = serialsIn("Europe/London", "Asia/Shanghai");
    expect(serialOf(new Date("2026-10-25T00:30:00Z"))).toBe(46_320 + 1.5 / 24);
    expect(serialOf(new Date("2026-10-25T01:30:00Z"))).toBe(46_320 + 1.5 / 24);
  });
});
