/** Cells that cannot be read are told in the first run, though the person's plan is wrong as well. */
import { expect, test } from "vitest";
import { runBook, tab } from "../readings/book";

const RULES = [
  tab("Metrics", "Metric | Formula | Unit\nnet | =sales-refunds |"),
  tab("Pay", "Plan | Component | Formula | Only if\nP | a | =net | =received>0"),
  tab("Scoring", "Plan | Item | Metric | Weight | Method\nQ | i | orders | 100 | ratio"),
  tab("Targets", "Month | Applies to | Metric | Target\n2026-10 | * | orders | 5"),
];
const DAY = "2026-10-01";

function raw(...rows: readonly string[]) {
  return tab("Raw", ["Agent | Date | sales | refunds | received | orders | items_sold", ...rows].join("\n"));
}

/** What is told of cells on Raw: severity, code, cell. */
function toldOf(staff: string, ...rows: readonly string[]): string[] {
  const result = runBook([...RULES, tab("Staff", staff), raw(...rows)]);
  return result.issues
    .filter(({ tab: name }) => name === "Raw")
    .map(({ severity, code, cell, holds = [] }) => [severity, code, cell, ...holds].join(" "));
}

// C net, D net, E the condition, F an item of Scoring; G is used by no plan.
const ALL = `Ann | ${DAY} | 1,5 | 2,5 | 3,5 | 4,5 | 5,5`;

test.each([
  ["unknown", "Person | Plan\nAnn | Nope\nBen | P"],
  ["blank", "Person | Plan\nAnn |\nBen | P"],
])("a plan that is %s: warnings for the columns that some plan uses, and for no others", (_what, staff) => {
  expect(toldOf(staff, ALL, `Ben | ${DAY} | 1 | 1 | 1 | 1 | 1`)).toEqual([
    "warning cell-comma C2",
    "warning cell-comma D2",
    "warning cell-comma E2",
    "warning cell-comma F2",
  ]);
});

test("a known plan: errors for the columns that it uses, as ever", () => {
  expect(toldOf("Person | Plan\nAnn | P\nBen | P", ALL.replace("3,5", "3"))).toEqual([
    "error cell-comma C2 Ann",
    "error cell-comma D2 Ann",
  ]);
});

test("a plan that is unknown from a day on: cells of those days alone", () => {
  const staff = "Person | Plan | From\nAnn | P |\nAnn | Nope | 2026-10-16";
  const rows = ["2026-10-15 | 1 | 1 | 1 | 4,5", "2026-10-16 | 1 | 1 | 1 | 4,5"].map(
    (row) => `Ann | ${row} | 1`,
  );
  expect(toldOf(staff, ...rows)).toEqual(["warning cell-comma F3"]);
});

test("nothing to read and nobody else's cells: nothing more is told", () => {
  const staff = "Person | Plan\nAnn | Nope";
  expect(toldOf(staff, `Ann | ${DAY} | 1 | 1 | 1 | 1 | x`, `Ann | 2026-09-30 | x | x | x | x | x`)).toEqual([
    "info rows-of-other-months ",
  ]);
});
