import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { Exact } from "../../src/engine/exact";
import type { Grid, GridCell } from "../../src/engine/grid";
import { rosterOf, run, source, total } from "./workbook";

const DATA = resolve(import.meta.dirname, "../../../shared/data");

/** Rows of a plain CSV file; these two have no quoted cells. */
function rowsOf(path: string): string[][] {
  const text = readFileSync(resolve(DATA, path), "utf8").replace(/^\ufeff/, "");
  const rows = text.split(/\r?\n/).filter((line) => line !== "");
  expect(rows.some((line) => line.includes('"'))).toBe(false);
  return rows.map((line) => line.split(","));
}

/** A CSV file as a sheet holds it: plain numbers are numbers, everything else is text. */
function gridOf(name: string, rows: readonly (readonly string[])[]): Grid {
  const typed = (text: string): GridCell => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text);
  return { name, rows: rows.map((row) => row.map(typed)) };
}

const columns = { personColumn: "sales_agent", dateColumn: "close_date", tab: "sales_pipeline" };
const DEALS = [
  source("final_payers", { ...columns, how: "count", where: '=deal_stage="Won"' }),
  source("inquirers", { ...columns, how: "count", where: '=OR(deal_stage="Won",deal_stage="Lost")' }),
  source("sales", { ...columns, column: "close_value", where: '=deal_stage="Won"' }),
];

describe.skipIf(!existsSync(resolve(DATA, "crm_pipeline")))("crm_pipeline", () => {
  it("agrees with an independent count of each agent and month", () => {
    const rows = rowsOf("crm_pipeline/sales_pipeline.csv");
    const agents = rowsOf("crm_pipeline/sales_teams.csv")
      .slice(1)
      .map(([name]) => name ?? "");
    const roster = rosterOf(...agents.map((name): [string] => [name]));
    for (const month of [3, 7, 12]) {
      const { facts, issues } = run({
        grids: [gridOf("sales_pipeline", rows)],
        sources: DEALS,
        roster,
        month: `2017-${String(month).padStart(2, "0")}`,
      });
      for (const agent of agents) {
        const own = rows.filter(
          ([, who, , , , , closed]) =>
            who === agent && closed?.startsWith(`${month}/`) && closed.endsWith("/2017"),
        );
        const won = own.filter((row) => row[4] === "Won");
        const decided = own.filter((row) => row[4] === "Won" || row[4] === "Lost");
        const value = won.reduce((sum, row) => sum + Number(row[7]), 0);
        const shown = (count: number) => (count === 0 ? "none" : String(count));
        expect(total(facts, "final_payers", agent)).toBe(shown(won.length));
        expect(total(facts, "inquirers", agent)).toBe(shown(decided.length));
        expect(total(facts, "sales", agent)).toBe(shown(value));
      }
      expect(issues.filter((issue) => issue.severity === "error")).toEqual([]);
      expect(facts.measures.get("sales")?.absent).toBe("zero");
    }
  });
});

describe.skipIf(!existsSync(resolve(DATA, "call_center")))("call_center", () => {
  it("agrees with an independent count of each agent", () => {
    const rows = rowsOf("call_center/variant_us_seconds.csv");
    const header = rows[0] ?? [];
    const at = (row: readonly string[], name: string) => row[header.indexOf(name)] ?? "";
    const agents = [...new Set(rows.slice(1).map((row) => at(row, "agent")))];
    const names = { tab: "calls", personColumn: "Agent", dateColumn: "date" };
    const { facts, issues } = run({
      grids: [gridOf("calls", rows)],
      roster: rosterOf(...agents.map((name): [string] => [name])),
      month: "2021-02",
      sources: [
        source("calls", { ...names, how: "count" }),
        source("answered", { ...names, how: "count", where: '=answeredY/N="Y"' }),
        source("talk", { ...names, column: "talk duration", where: '=[answered (Y/N)]="Y"' }),
        source("rating", { ...names, how: "average", column: "satisfaction rating" }),
      ],
    });
    expect(facts.measures.get("answered")?.broken.length).toBeGreaterThan(0);
    expect(issues.map((issue) => issue.code)).toEqual(["rows-of-other-months"]);
    for (const agent of agents) {
      const own = rows
        .slice(1)
        .filter((row) => at(row, "agent") === agent && /^2\/\d+\/2021$/.test(at(row, "date")));
      const answered = own.filter((row) => at(row, "answered (Y/N)") === "Y");
      expect(total(facts, "calls", agent)).toBe(String(own.length));
      const talk = answered.reduce((sum, row) => sum + Number(at(row, "talk duration")), 0);
      expect(total(facts, "talk", agent)).toBe(String(talk));
      const ratings = own.map((row) => at(row, "satisfaction rating")).filter((text) => text !== "");
      const series = facts.measures.get("rating")?.byPerson.get(agent.toLowerCase());
      expect(series?.values.length).toBe(ratings.length);
      expect(Exact.sum(series?.weights ?? []).toText()).toBe(String(ratings.length));
    }
  });
});
