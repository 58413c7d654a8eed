/** A tab that holds nothing is nothing to tell: a new spreadsheet has one. */
import { describe, expect, it } from "vitest";
import { parseMonth } from "../../src/engine/calendar";
import type { Grid } from "../../src/engine/grid";
import { prepareMonth } from "../../src/month";

const month = parseMonth("2026-10");

/** The tabs that a month of these pasted tabs tells of. */
function told(...pasted: Grid[]): string[] {
  if (!month) throw new Error("it is a month");
  return prepareMonth(pasted, month).data.tabs.map(({ tab }) => tab);
}

describe("a tab that holds nothing", () => {
  it.each<[string, Grid["rows"]]>([
    ["no row", []],
    ["blank cells", [["", " "], ["\n"]]],
  ])("is not told of: %s", (_, rows) => {
    expect(told({ name: "Sheet1", rows }, { name: "notes", rows: [["call Amy"]] })).toEqual(["notes"]);
  });

  it("is told of where Sources names it", () => {
    const sources: Grid = {
      name: "Sources",
      rows: [
        [
          "Source",
          "Tab",
          "Person column",
          "Date column",
          "Measure",
          "How",
          "Column",
          "Weight column",
          "Where",
        ],
        ["crm", "Sheet1", "Agent", "Day", "sales", "sum", "Amount", "", ""],
      ],
    };
    expect(told({ name: "Sheet1", rows: [] }, sources)).toEqual(["Sheet1"]);
  });
});
