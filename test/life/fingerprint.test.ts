import { describe, expect, test } from "vitest";
import type { Grid, GridCell } from "../../src/engine/grid";
import { fingerprintGrid } from "../../src/life/fingerprint";

const grid = (rows: GridCell[][], formulas?: [string, string][]): Grid => ({
  name: "x",
  rows,
  ...(formulas ? { formulas: new Map(formulas) } : {}),
});
const BASE: GridCell[][] = [
  ["a", 1],
  ["b", 2],
];

describe("a tab's fingerprint", () => {
  test.each([
    ["another name", { ...grid(BASE), name: "y" }],
    [
      "blank columns and rows at the end",
      grid([
        ["a", 1, ""],
        ["b", 2, " "],
        ["", "", ""],
      ]),
    ],
  ])("is the same with %s", (_what, other) => {
    expect(fingerprintGrid(other)).toBe(fingerprintGrid(grid(BASE)));
  });

  test.each<[string, Grid]>([
    [
      "a number",
      grid([
        ["a", 1],
        ["b", 3],
      ]),
    ],
    [
      "a number as text",
      grid([
        ["a", 1],
        ["b", "2"],
      ]),
    ],
    [
      "a date",
      grid([
        ["a", { serial: 1 }],
        ["b", 2],
      ]),
    ],
    [
      "a truth value",
      grid([
        ["a", true],
        ["b", 2],
      ]),
    ],
    [
      "texts joined otherwise",
      grid([
        ["a1", ""],
        ["b", 2],
      ]),
    ],
    [
      "rows in another order",
      grid([
        ["b", 2],
        ["a", 1],
      ]),
    ],
    [
      "a blank row between",
      grid([
        ["a", 1],
        ["", ""],
        ["b", 2],
      ]),
    ],
    [
      "a blank column before",
      grid([
        ["", "a", 1],
        ["", "b", 2],
      ]),
    ],
    ["a live formula", grid(BASE, [["0,1", "=1"]])],
  ])("is another with %s", (_what, other) => {
    expect(fingerprintGrid(other)).not.toBe(fingerprintGrid(grid(BASE)));
  });
});
