/** Every figure of the six tabs of a month is explained, or the answer says which cell to select instead. */
import { beforeAll, describe, expect, it } from "vitest";
import type { ExplainAnswer } from "../../src/api/contract";
import { cellName } from "../../src/engine/issue";
import { lock, refundLate, salesTab, shop } from "../life/shop";
import { done, sampleShop, tab, type Workbook } from "./shop";

let wb: Workbook;
beforeAll(() => {
  wb = sampleShop();
  done(wb, "run", { month: "2026-10" });
});

const explain = (name: string, cell: string): ExplainAnswer =>
  done(wb, "explain", { tab: `${name} 2026-10`, cell });
const at = (name: string, row: number, column: number) => tab(wb, `${name} 2026-10`).values.get(row, column);

const cellAt = (cell: string): [row: number, column: number] => [
  Number(cell.replace(/\D/g, "")),
  [...cell.replace(/\d/g, "")].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0),
];

/** The row of a tab in whose column a text stands first. */
function rowOf(name: string, text: string, column = 1): number {
  const sheet = tab(wb, `${name} 2026-10`);
  for (let row = 1; row <= sheet.lastRow(); row++)
    if (String(sheet.values.get(row, column) ?? "") === text) return row;
  throw new Error(`no ${text} on ${name}`);
}

describe("a figure of one person", () => {
  it("is explained on Statements: the large total, each line, the sums, the score", () => {
    const line = rowOf("Statements", "Performance pay");
    expect(explain("Statements", `B${line}`)).toMatchObject({
      figure: { kind: "pay", person: "Zhou Xiaoyu", name: "Performance pay", amount: "508.92" },
      changed: false,
    });
    expect(at("Statements", line, 2)).toBe(508.92);
    // 2,500.00 + 508.92 + 200.00
    const total = { kind: "total", person: "Zhou Xiaoyu", amount: "3208.92" };
    expect(explain("Statements", `B${rowOf("Statements", "Gross pay")}`).figure).toMatchObject(total);
    expect(explain("Statements", "G4").figure).toMatchObject(total);
    const score = rowOf("Statements", "Attendance") + 1;
    expect(explain("Statements", `F${score}`)).toMatchObject({
      figure: { kind: "score", person: "Zhou Xiaoyu", amount: "91.00" },
      changed: false,
    });
  });

  it("is explained on the dashboard: scores and bars", () => {
    const row = rowOf("Dashboard", "Person") + 1;
    const person = at("Dashboard", row, 1);
    expect(explain("Dashboard", `B${row}`).figure).toMatchObject({ kind: "score", person });
    expect(explain("Dashboard", `C${row}`).figure).toMatchObject({
      kind: "item",
      person,
      name: "Sales attainment",
    });
    expect(explain("Dashboard", `D${row}`).figure).toMatchObject({
      kind: "item",
      person,
      name: "Conversion",
    });
  });

  it("is explained beside the score of the ranking, and the cell is not called outdated", () => {
    const row = rowOf("Scorecard", "Rank") + 1;
    const weakest = String(at("Scorecard", row, 7));
    for (const letter of ["G", "H"])
      expect(explain("Scorecard", `${letter}${row}`)).toMatchObject({
        figure: { kind: "item", name: weakest },
        changed: false,
      });
    for (const letter of ["F", "I"])
      expect(explain("Scorecard", `${letter}${row}`)).toMatchObject({
        figure: { kind: "score" },
        changed: false,
      });
    expect(explain("Scorecard", `C${rowOf("Scorecard", "Total", 2)}`).changed).toBe(false);
  });
});

describe("a line of pay", () => {
  const line = () => explain("Statements", `B${rowOf("Statements", "Performance pay")}`);

  it("leads on to the score in it, which is explained by itself", () => {
    const part = line().data.find(({ text }) => text === "score 91.00 points");
    const next = part?.next ?? expect.fail("the score leads nowhere");
    expect(done(wb, "explain", next).figure).toMatchObject({
      kind: "score",
      person: "Zhou Xiaoyu",
      amount: "91.00",
    });
  });

  it("lists what each member brings into a team value, with the cells, for who asks", () => {
    const plain = line();
    expect(plain.team).toEqual([
      {
        figure: "team average of sales",
        shown: expect.stringMatching(/^[\d,]+\.\d\d$/),
        heads: "over 6 people",
        canList: true,
      },
    ]);
    const [team] = done(wb, "explain", { ...plain.at, members: true }).team;
    const members = team?.members ?? expect.fail("no members");
    const sum = members.reduce((total, { text }) => total + Number(text.replace(/,/g, "")), 0);
    // 508.92 = 91 % × 0.4 % × the average, to the cent.
    expect((sum / members.length) * 0.91 * 0.004).toBeCloseTo(508.92, 2);
    expect(Number(team?.shown.replace(/,/g, ""))).toBeCloseTo(sum / members.length, 2);
    for (const { links, more } of members) expect(links.length + more).toBeGreaterThan(0);
    const own = members.find(({ person }) => person === "Zhou Xiaoyu");
    const [first] = own?.links ?? [];
    expect(tab(wb, first?.tab ?? "").values.get(...cellAt(first?.cell ?? ""))).toBeGreaterThan(0);
  });
});

describe("any other figure", () => {
  const others: readonly (readonly [string, () => string, string])[] = [
    ["Scorecard", () => `A${rowOf("Scorecard", "Rank") + 1}`, "The place by score"],
    ["Scorecard", () => `E${rowOf("Scorecard", "Team average", 2)}`, "The average of the team"],
    ["Payroll", () => "F5", "The days employed"],
    ["Payroll", () => "L5", "HR's own entry"],
    ["Payroll", () => "Q5", "Gross pay less"],
    ["Payroll", () => `K${rowOf("Payroll", "Total", 2)}`, "The sum of the figures above"],
    ["Payslips", () => "I12", "Gross pay less"],
    ["Statements", () => `B${rowOf("Statements", "Net pay")}`, "Gross pay less"],
    ["Dashboard", () => `B${rowOf("Dashboard", "70 to below 80")}`, "So many people"],
    ["Dashboard", () => `C${rowOf("Dashboard", "Day") + 1}`, "The figure of everybody on this day"],
    ["Dashboard", () => `B${rowOf("Dashboard", "What costs us points?") + 4}`, "The points that all people"],
    ["Dashboard", () => `D${rowOf("Dashboard", "Month") + 1}`, "The pay of all people"],
    ["Checks", () => `F${rowOf("Checks", "售后登记")}`, "So many rows"],
    ["Checks", () => `C${rowOf("Checks", "Pre-sale 2")}`, "A figure of the team"],
    ["Payroll", () => "A1", "No rule made this cell"],
  ];

  it.each(others)("of %s is named, with a cell that is explained", (name, cell, words) => {
    const answer = explain(name, cell());
    expect(answer.figure).toBeNull();
    expect(answer.sentence).toContain(words);
    const instead = answer.instead ?? expect.fail(`nothing instead of ${name}!${cell()}`);
    expect(answer.sentence).toContain(`${instead.tab}!${instead.cell}`);
    expect(done(wb, "explain", instead).figure).not.toBeNull();
  });

  it("is never left without either, on any tab", { timeout: 120_000 }, () => {
    const sheets = wb.book.sheets.filter(({ name }) => /^[A-Z]\w+ 2026-10$/.test(name));
    expect(sheets).toHaveLength(6);
    // Every 13th row: the tables are longer than that, and their rows alike.
    for (const sheet of sheets)
      for (let row = 4; row <= Math.min(sheet.lastRow(), 120); row += 13)
        for (let column = 1; column <= sheet.lastColumn(); column++) {
          if (typeof sheet.values.get(row, column) !== "number") continue;
          const { figure, instead } = done(wb, "explain", { tab: sheet.name, cell: cellName(row, column) });
          expect(figure ?? instead, `${sheet.name} ${cellName(row, column)}`).toBeTruthy();
        }
  });
});

it("explains a correction that stands alone among the adjustments", () => {
  const late = shop(salesTab("Sales November", "2026-11"));
  lock(late, "2026-10");
  refundLate(late);
  done(late, "run", { month: "2026-11" });
  const payroll = tab(late, "Payroll 2026-11");
  const column = Array.from({ length: payroll.lastColumn() }, (_, n) => n + 1).find(
    (one) => payroll.values.get(4, one) === "Adjustment",
  );
  const answer = done(late, "explain", { tab: "Payroll 2026-11", cell: cellName(5, column ?? 0) });
  expect(answer.figure).toMatchObject({ kind: "pay", person: "A" });
  expect(Number(answer.figure?.amount)).toBe(payroll.values.get(5, column ?? 0));
  expect(answer.changed).toBe(false);
});
