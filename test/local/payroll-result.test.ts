/** What the command line prints of a month. */
import { describe, expect, it } from "vitest";
import { type PayrollResult, renderResult } from "../../src/local/payroll-result.ts";
import { cellText, flatText } from "../../src/local/text-table.ts";

const person = (name: string, total: string | null) => ({
  person: name,
  team: "A",
  plan: "p",
  score: total && "88.00",
  held: total === null,
  total,
});

const result = (...people: PayrollResult["people"]): PayrollResult => ({
  month: "2026-10",
  people,
  total: "10.00",
  issues: [{ severity: "error", tab: "Raw", cell: "F14", message: "two\nlines" }],
});

const files = { alerts: ["Somebody left."], savedAs: "/x.xlsx" };

describe("the printed month", () => {
  it("says at the total whom it leaves out, then what the add-on told", () => {
    expect(renderResult(result(person("Ann", "10.00"), person("Bo", null)), "en", files)).toEqual([
      "2026-10: 2 people, 1 held",
      "",
      "Person                Team  Plan  Score    Pay",
      "--------------------  ----  ----  -----  -----",
      "Ann                   A     p     88.00  10.00",
      "Bo                    A     p         -   held",
      "Total without 1 held                     10.00",
      "",
      "Somebody left.",
      "",
      "Errors (1)",
      "  Raw!F14: two lines",
      "",
      "Saved: /x.xlsx",
    ]);
  });

  it("does so in Chinese", () => {
    const lines = renderResult(result(person("安", "10.00"), person("波", null)), "zh", files);
    expect(lines).toContain(`合计（不含暂缓 1 人）${" ".repeat(21)}10.00`);
  });

  it("says just Total where nobody is held", () => {
    const lines = renderResult(result(person("Ann", "10.00")), "en", { ...files, alerts: [] });
    expect(lines.slice(5, 7)).toEqual(["Total                      10.00", ""]);
  });

  it("stays narrow with a long name", () => {
    const lines = renderResult(result(person("n".repeat(300), "10.00")), "en", files);
    expect(Math.max(...lines.map((line) => line.length))).toBe(40 + 2 + 4 + 2 + 4 + 2 + 5 + 2 + 5);
    expect(lines[4]?.startsWith(`${"n".repeat(39)}…  A`)).toBe(true);
  });
});

describe("texts of a table", () => {
  it.each([
    ["n".repeat(40), "n".repeat(40)],
    ["n".repeat(41), `${"n".repeat(39)}…`],
    // Two columns a letter: 19 and the ellipsis are 39, one more would be 41.
    ["名".repeat(20), "名".repeat(20)],
    ["名".repeat(21), `${"名".repeat(19)}…`],
    ["one\r\ntwo\tthree\u001b[31m", "one two three [31m"],
  ])("%j is shown as %j", (text, shown) => {
    expect(cellText(text)).toBe(shown);
  });

  it("keep single blanks between lines only", () => {
    expect(flatText(" a  b \n\n c ")).toBe("a  b c");
  });
});
