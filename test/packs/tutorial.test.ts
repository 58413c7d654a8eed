import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseMonth } from "../../src/engine/calendar";
import type { Grid, GridCell } from "../../src/engine/grid";
import { computeMonth } from "../month";

const PAGE = readFileSync(new URL("../../src/rules/packs/README.md", import.meta.url), "utf8");
const OCTOBER = parseMonth("2026-10") ?? expect.fail("no October");
const TABS = ["Metrics", "Scoring", "Bands", "Pay", "Staff", "Agent report"];

function cellsOf(line: string): string[] {
  const inner = line.trim().replace(/^\||\|$/g, "");
  return inner.split("|").map((cell) => cell.trim().replace(/^`|`$/g, ""));
}

/** The table below a bold title of the page, header first. */
function tableBelow(title: string): string[][] {
  const [, after] = PAGE.split(`\n**${title}**\n`);
  const lines = (after ?? expect.fail(`no ${title}`)).trimStart().split("\n");
  const end = lines.findIndex((line) => !line.startsWith("|"));
  return lines
    .slice(0, end)
    .filter((line) => !/^\|[-|]+\|$/.test(line))
    .map(cellsOf);
}

/** Numbers as numbers, everything else as text, as typing gives it. */
function typed(cell: string): GridCell {
  return /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell;
}

function tab(title: string): Grid {
  return { name: title, rows: tableBelow(`Tab ${title}`).map((row) => row.map(typed)) };
}

/** The page's workbook with other people: `[person, good ratings of 40,000, paid orders]`. */
function workbook(people?: readonly (readonly [string, number, number | ""])[]): Grid[] {
  const tabs = TABS.map(tab);
  if (!people) return tabs;
  const replaced: Record<string, GridCell[][]> = {
    Staff: people.map(([person]) => [person, "Support", "Support", 3000]),
    "Agent report": people.map(([person, good, orders]) => [
      "2026-10-31",
      person,
      40000,
      good,
      5000,
      0,
      orders,
    ]),
  };
  return tabs.map(({ name, rows }) => ({
    name,
    rows: [rows[0] ?? [], ...(replaced[name] ?? rows.slice(1))],
  }));
}

function resultOf(grids: readonly Grid[]) {
  const { result } = computeMonth(grids, OCTOBER, "en");
  const people = result.people.map(({ person, score, pay, total }) => [
    person,
    score?.toFixed(2) ?? "",
    ...pay.map(({ amount }) => amount.toFixed(2)),
    total?.toFixed(2) ?? "",
  ]);
  return { people, errors: result.issues.filter(({ severity }) => severity === "error") };
}

describe("the system of the packs' README", () => {
  test("gives the results that the page promises", () => {
    const { people, errors } = resultOf(workbook());
    expect(errors).toEqual([]);
    const [header, ...rows] = tableBelow("Result");
    expect(header?.slice(0, 5)).toEqual(["Person", "Score", "base", "reward", "Total"]);
    expect(people).toEqual(rows.map((row) => row.slice(0, 5)));
  });

  test("doubles above 90.00, and the score is rounded before it is compared", () => {
    const { people, errors } = resultOf(
      workbook([
        ["90.00", 30000, 600],
        ["90.004", 30004, 600],
        ["90.005", 30005, 600],
        ["90.01", 30010, 600],
        ["89.99", 29990, 600],
      ]),
    );
    expect(errors).toEqual([]);
    expect(people).toEqual([
      ["90.00", "90.00", "3000.00", "1200.00", "4200.00"],
      ["90.004", "90.00", "3000.00", "1200.00", "4200.00"],
      ["90.005", "90.01", "3000.00", "2400.00", "5400.00"],
      ["90.01", "90.01", "3000.00", "2400.00", "5400.00"],
      ["89.99", "89.99", "3000.00", "1200.00", "4200.00"],
    ]);
  });

  test("stops at 3,000.00, doubled or not", () => {
    const { people, errors } = resultOf(
      workbook([
        ["doubled below", 30010, 749],
        ["doubled at", 30010, 750],
        ["doubled beyond", 30010, 751],
        ["single below", 30000, 1499],
        ["single at", 30000, 1500],
        ["single beyond", 30000, 1501],
      ]),
    );
    expect(errors).toEqual([]);
    expect(people.map(([person, , , reward]) => [person, reward])).toEqual([
      ["doubled below", "2996.00"],
      ["doubled at", "3000.00"],
      ["doubled beyond", "3000.00"],
      ["single below", "2998.00"],
      ["single at", "3000.00"],
      ["single beyond", "3000.00"],
    ]);
  });

  test("holds whoever's orders are missing instead of paying the cap", () => {
    const { people, errors } = resultOf(
      workbook([
        ["without orders", 30000, ""],
        ["with orders", 30000, 1],
      ]),
    );
    expect(errors.map(({ code }) => code)).toEqual(["no-data-in-pay"]);
    expect(people).toEqual([
      ["without orders", "", ""],
      ["with orders", "90.00", "3000.00", "2.00", "3002.00"],
    ]);
  });
});
