/** Two columns copied from anywhere become rows of a band table. */
import { describe, expect, it } from "vitest";
import { isBlock, parsePastedRows } from "../../src/sidebar/paste";

const CASES: readonly { name: string; text: string; rows: string[][]; unused?: number[] }[] = [
  {
    name: "two columns of a sheet",
    text: "120%\t0.4%\n100%\t0.2%\n\t0.1%",
    rows: [
      ["120%", "0.4%"],
      ["100%", "0.2%"],
      ["", "0.1%"],
    ],
  },
  {
    name: "CRLF and a last line break",
    text: "1\t2\r\n3\t4\r\n",
    rows: [
      ["1", "2"],
      ["3", "4"],
    ],
  },
  { name: "a header line", text: "Threshold\tResult\n100\t5", rows: [["100", "5"]] },
  { name: "a Chinese header line", text: "阈值\t结果\n100\t5", rows: [["100", "5"]] },
  {
    name: "three columns with a condition",
    text: "至少\t120%\t0.4%\n其余\t\t0.1%",
    rows: [
      ["120%", "0.4%"],
      ["", "0.1%"],
    ],
  },
  { name: "the word otherwise", text: "otherwise\t5", rows: [["", "5"]] },
  {
    name: "a condition before the threshold",
    text: "at least 120 %\t0.4 %\n≥100%\t0.2%\n至少（含） 80%\t0.1%",
    rows: [
      ["120 %", "0.4 %"],
      ["100%", "0.2%"],
      ["80%", "0.1%"],
    ],
  },
  { name: "thousands", text: "120,000\t0.4%", rows: [["120,000", "0.4%"]] },
  {
    name: "commas between columns",
    text: "120,5\n100,3",
    rows: [
      ["120", "5"],
      ["100", "3"],
    ],
  },
  {
    name: "blanks between columns",
    text: "120% 0.4%\n100 %  0.2 %",
    rows: [
      ["120%", "0.4%"],
      ["100 %", "0.2 %"],
    ],
  },
  {
    name: "a grade as result",
    text: "90\tA1\n80\tA2",
    rows: [
      ["90", "A1"],
      ["80", "A2"],
    ],
  },
  {
    name: "an unreadable line in the middle",
    text: "90\t5\nabc\t4\n70\t3",
    rows: [
      ["90", "5"],
      ["70", "3"],
    ],
    unused: [2],
  },
  { name: "one column", text: "90\n80", rows: [], unused: [2] },
  { name: "a threshold without result", text: "90\t5\n80\t", rows: [["90", "5"]], unused: [2] },
  { name: "nothing", text: " \n", rows: [] },
];

describe("parsePastedRows", () => {
  it.each(CASES)("$name", ({ text, rows, unused = [] }) => {
    const pasted = parsePastedRows(text);
    expect(pasted.rows.map(({ threshold, result }) => [threshold, result])).toEqual(rows);
    expect(pasted.unused).toEqual(unused);
  });
});

describe("isBlock", () => {
  it.each([
    ["120%", false],
    ["120%\n", false],
    ["120%\t0.4%", true],
    ["120%\n100%", true],
  ])("%j: %s", (text, is) => expect(isBlock(text)).toBe(is));
});
