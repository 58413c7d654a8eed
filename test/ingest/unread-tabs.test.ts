/** What is said of a pasted tab of which nothing is read. */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { Grid } from "../../src/engine/grid";
import type { SourceRow } from "../../src/engine/source";
import { lines, rosterOf, run, source, tab, told } from "./workbook";

const SALES = tab("Raw", "who|when|amount", "Ann|2026-10-01|5");

describe("a tab that Sources names", () => {
  const READ: Partial<SourceRow> = { personColumn: "who", dateColumn: "when", column: "amount" };

  it.each([
    ["a column that is not there", { ...READ, column: "sum" }, "sources-column-missing"],
    ["a broken condition", { ...READ, where: "=nothing>1" }, "where-unknown-header"],
  ])("%s: only that error, and no advice to add it to Sources", (_, parts, code) => {
    const { facts, issues, tabs } = run({ grids: [SALES], sources: [source("m", parts)] });
    expect(lines(facts)).toEqual([`m broken ${code}`]);
    expect(issues).toEqual([]);
    expect(tabs[0]).toMatchObject({ as: "unknown", why: { code: "tab-sources-error" } });
    expect(tabs[0]?.proposal).toBeUndefined();
  });

  it("is read by its other rows", () => {
    const sources = [source("m", READ), source("n", { ...READ, column: "sum" })];
    const { tabs } = run({ grids: [SALES], sources });
    expect(tabs[0]).toMatchObject({ as: "source", why: { code: "tab-in-sources" } });
  });
});

describe("a list of people", () => {
  const roster = rosterOf(["Anna Snelling"]);
  const whyOf = (grid: Grid) => {
    const { issues, tabs } = run({ grids: [grid], roster });
    expect(told(issues)).toEqual([`warning ${tabs[0]?.why.code} ${grid.name}`]);
    return tabs[0]?.why;
  };

  it.each([
    [
      "people of Staff",
      "sales_agent|manager|regional_office",
      "Anna Snelling|Dustin|Central",
      "Cecily|Dustin|East",
    ],
    ["people of nobody", "Name|Team", "Someone|A", "Another|A"],
    ["Chinese", "姓名|部门|入职日期", "林小雨|客服部|2026-01-05", "白小雪|客服部|2026-02-05"],
  ])("%s: its place is Staff", (_, header, ...rows) => {
    const why = whyOf(tab("list", header, ...rows));
    expect(why).toEqual({ code: "tab-like-staff", values: { headers: header.replaceAll("|", ", ") } });
  });

  it.each([
    ["somebody stands in it twice", "Name|Team", "Someone|A", "Someone|B"],
    ["it has figures", "Name|Team|Points", "Someone|A|5", "Another|A|6"],
    ["it has dates", "Name|Team|Closed", "Someone|A|2026-10-01", "Another|A|2026-10-02"],
    ["no team", "Name|Colour", "Someone|red", "Another|blue"],
    ["one person", "Name|Team", "Someone|A"],
  ])("is none: %s", (_, header, ...rows) => {
    expect(whyOf(tab("list", header, ...rows))?.code).toBe("tab-unknown");
  });

  const FILE = resolve(import.meta.dirname, "../../../shared/data/crm_pipeline/sales_teams.csv");
  it.skipIf(!existsSync(FILE))("of a real CRM", () => {
    const rows = readFileSync(FILE, "utf8").trim().split(/\r?\n/);
    const why = whyOf({ name: "sales_teams", rows: rows.map((row) => row.split(",")) });
    expect(why).toEqual({
      code: "tab-like-staff",
      values: { headers: "sales_agent, manager, regional_office" },
    });
  });
});
