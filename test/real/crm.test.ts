/**
 * A year of a sales team: 8,800 deals, 35 agents, March to December 2017, from workbook and export
 * to pay, against a count by a plain loop and pay in whole cents.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  changeRow,
  DATA,
  Desk,
  errorsOf,
  isAbsent,
  kpi,
  open,
  type Result,
  readResult,
  typeRows,
} from "./workbook.ts";

const DEALS = join(DATA, "crm_pipeline/sales_pipeline.csv");
const MONTHS = ["03", "04", "05", "06", "07", "08", "09", "10", "11", "12"];
const TARGET = 40_000;
/** Monthly base pay in cents, for a third of the agents each. */
const BASES = [300_000, 345_678, 412_350];

/** What an agent's deals of a month come to. */
interface Tally {
  won: number;
  lost: number;
  sales: number;
}

/** Counts every agent-month with a loop over the lines; the file has no quotes. */
function countDeals(text: string): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const line of text.split(/\r?\n/).slice(1)) {
    const [, agent, , , stage, , closed = "", value] = line.split(",");
    const [month = "", , year] = closed.split("/");
    if (stage !== "Won" && stage !== "Lost") continue;
    const key = `${agent} ${year}-${month.padStart(2, "0")}`;
    const tally = tallies.get(key) ?? { won: 0, lost: 0, sales: 0 };
    tally.won += stage === "Won" ? 1 : 0;
    tally.lost += stage === "Lost" ? 1 : 0;
    tally.sales += stage === "Won" ? Number(value) : 0;
    tallies.set(key, tally);
  }
  return tallies;
}

/** A ratio of whole numbers, half-up to so many decimals, as text. */
function quotient(above: bigint, below: bigint, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const rounded = (above * scale * 2n + below) / (below * 2n);
  return `${rounded / scale}.${String(rounded % scale).padStart(decimals, "0")}`;
}

/** 2 % from 120 % of the target on, 1.5 % from the target on, else 1 %; half-up to the cent. */
function commissionCents(sales: number): bigint {
  const perMille = sales * 100 >= TARGET * 120 ? 20n : sales >= TARGET ? 15n : 10n;
  return (BigInt(sales) * perMille + 5n) / 10n;
}

function scoreOf(own: Tally, team: Tally): string {
  // All over one denominator, so that nothing is rounded before the end.
  let [points, below, weights] = [0n, 1n, 0n];
  const add = (above: bigint, under: bigint, weight: bigint) => {
    points = points * under + above * below;
    below *= under;
    weights += weight;
  };
  const sales = BigInt(Math.min(own.sales, TARGET));
  add(50n * sales, BigInt(TARGET), 50n);
  const decided = own.won + own.lost;
  if (decided > 0) {
    const reached = [
      [45, 100],
      [40, 80],
      [35, 60],
    ].find(([edge = 0]) => own.won * 100 >= edge * decided);
    add(30n * BigInt(reached?.[1] ?? 0), 100n, 30n);
  }
  if (own.won > 0) {
    const reached = [
      [110, 20],
      [100, 16],
      [90, 12],
    ].find(
      ([edge = 0]) =>
        BigInt(own.sales) * BigInt(team.won) * 100n >= BigInt(edge) * BigInt(team.sales) * BigInt(own.won),
    );
    add(BigInt(reached?.[1] ?? 0), 1n, 20n);
  }
  return quotient(points * 100n, below * weights, 2);
}

const desk = new Desk();
const book = desk.path("sales.xlsx");
afterAll(() => desk.remove());

async function fillBook(team: readonly (readonly string[])[]): Promise<void> {
  await kpi("new", "--pack", "sales-team", "--out", book);
  const file = await open(book);
  typeRows(
    file,
    "Staff",
    team.map(([agent = "", manager = ""], index) => ({
      Person: agent,
      Team: manager,
      Manager: manager,
      Plan: "Sales team",
      "Base pay": (BASES[index % 3] ?? 0) / 100,
    })),
  );
  const months = MONTHS.map((month) => `2017-${month}`);
  typeRows(
    file,
    "Targets",
    months.map((month) => ({ Month: month, "Applies to": "*", Metric: "sales", Target: TARGET })),
  );
  const source = {
    Source: "Deals",
    Tab: "sales_pipeline",
    "Person column": "sales_agent",
    "Date column": "close_date",
  };
  const isWon = '=deal_stage="Won"';
  typeRows(file, "Sources", [
    { ...source, Measure: "won", How: "count", Where: isWon },
    { Source: "Deals", Measure: "lost", How: "count", Where: '=deal_stage="Lost"' },
    { Source: "Deals", Measure: "sales", How: "sum", Column: "close_value", Where: isWon },
    { Source: "Deals", Measure: "buyers", How: "count", Where: isWon },
    { Source: "Deals", Measure: "payers", How: "count", Where: isWon },
  ]);
  changeRow(file, "Metrics", "conversion", { Formula: "=won/(won+lost)" });
  changeRow(file, "Metrics", "aov", { Formula: "=sales/won" });
  // Two bonus items that give nothing: they put the counts themselves beside the scored items.
  const shown = { Plan: "Sales team", Kind: "bonus", Weight: 0, Method: "formula", Formula: "=0" };
  typeRows(file, "Scoring", [
    { ...shown, Item: "deals won", Metric: "won" },
    { ...shown, Item: "deals lost", Metric: "lost" },
  ]);
  await file.xlsx.writeFile(book);
}

describe.skipIf(isAbsent("crm_pipeline"))("a year of a sales team", () => {
  const tallies = new Map<string, Tally>();
  let team: string[][] = [];
  const tallyOf = (agent: string, month: string) =>
    tallies.get(`${agent} 2017-${month}`) ?? { won: 0, lost: 0, sales: 0 };

  beforeAll(async () => {
    for (const [key, tally] of countDeals(readFileSync(DEALS, "utf8"))) tallies.set(key, tally);
    const lines = readFileSync(join(DATA, "crm_pipeline/sales_teams.csv"), "utf8").trim().split(/\r?\n/);
    team = lines.slice(1).map((line) => line.split(","));
    await fillBook(team);
  });

  /** Compares every figure of the 35 people of a month with the loop's. */
  function checkMonth(result: Result, month: string): void {
    expect(errorsOf(result)).toEqual([]);
    expect(result.people.map(({ person }) => person)).toEqual(team.map(([agent]) => agent));
    let cents = 0n;
    team.forEach(([agent = "", manager], index) => {
      const own = tallyOf(agent, month);
      const peers = team.filter(([, other]) => other === manager).map(([name = ""]) => tallyOf(name, month));
      const sum = (key: keyof Tally) => peers.reduce((total, peer) => total + peer[key], 0);
      const decided = own.won + own.lost;
      const pay = [BigInt(BASES[index % 3] ?? 0), commissionCents(own.sales)];
      const total = (pay[0] ?? 0n) + (pay[1] ?? 0n);
      cents += total;
      const person = result.people[index];
      expect(
        {
          values: Object.fromEntries(person?.items.map(({ item, value }) => [item, value]) ?? []),
          score: person?.score,
          pay: person?.pay.map(({ amount }) => amount),
          total: person?.total,
        },
        `${agent} 2017-${month}`,
      ).toEqual({
        values: {
          "Sales attainment": `${own.sales}.000000`,
          Conversion: decided === 0 ? null : quotient(BigInt(own.won), BigInt(decided), 6),
          "Relative order value": own.won === 0 ? null : quotient(BigInt(own.sales), BigInt(own.won), 6),
          "deals won": `${own.won}.000000`,
          "deals lost": `${own.lost}.000000`,
        },
        score: scoreOf(own, { won: sum("won"), lost: sum("lost"), sales: sum("sales") }),
        pay: pay.map((amount) => quotient(amount, 100n, 2)),
        total: quotient(total, 100n, 2),
      });
    });
    expect(result.total).toBe(quotient(cents, 100n, 2));
  }

  it.each(MONTHS)("2017-%s: every agent's figures, score and pay", async (month) => {
    const json = desk.path(`${month}.json`);
    const { code, err } = await kpi(
      "payroll",
      book,
      "--month",
      `2017-${month}`,
      "--raw",
      DEALS,
      "--json",
      json,
      "--out",
      desk.path(`${month}.xlsx`),
    );
    expect({ code, err }).toEqual({ code: 0, err: [] });
    checkMonth(readResult(json), month);
  });

  it("gives the same from a process of its own", () => {
    const json = desk.path("spawned.json");
    const args = [
      "payroll",
      book,
      "--month",
      "2017-07",
      "--raw",
      DEALS,
      "--json",
      json,
      "--out",
      desk.path("s.xlsx"),
    ];
    const root = resolve(import.meta.dirname, "../..");
    const { status, stderr, stdout } = spawnSync("npm", ["run", "--silent", "kpi", "--", ...args], {
      cwd: root,
      encoding: "utf8",
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^2017-07: 35 people\n/);
    checkMonth(readResult(json), "07");
  });
});
