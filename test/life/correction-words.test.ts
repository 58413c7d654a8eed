/** What a correction that is taken back in part says: the limit in numbers, what is carried, and what caused it. */
import { describe, expect, test } from "vitest";
import { Exact } from "../../src/engine/exact";
import { postDifferences } from "../../src/life/corrections";
import { limitSum } from "../../src/report/explain-correction";
import type { Lang } from "../../src/text/template";
import { done } from "../api/shop";
import { tab } from "../readings/book";
import type { Workbook } from "../sheets/workbook";
import { addTab, lock, salesTab, sheetOf, shop } from "./shop";

/** The month's sales and refunds in one tab, so that refunds are known to be 0. */
function withRefunds(name: string, month: string, cents = ""): ReturnType<typeof tab> {
  const rows = ["A | 180000", "B | 150000", `C | 120000${cents}`, "D | 90000"].map((row) => {
    const [person, sales] = row.split(" | ");
    return `${person} | ${month}-20 | ${sales} | 0`;
  });
  return tab(name, `Agent | Date | sales | refunds\n${rows.join("\n")}`);
}

/** Everybody gets 1 % of sales less refunds; 10 % of a month's pay may be taken back. November waits to be run. */
function refunded(): Workbook {
  const wb = shop(
    tab("Settings", "Setting | Value\nrecovery_limit | 10%\nlate_months | 3"),
    withRefunds("November", "2026-11", ".50"),
  );
  const pay = sheetOf(wb, "Pay");
  pay.values.set(3, 3, "=(sales-refunds)/100");
  pay.values.set(3, 4, "");
  const october = sheetOf(wb, "Sales October");
  october.reach(5, 4);
  for (const [r, cell] of ["refunds", 0, 0, 0, 0].entries()) october.values.set(r + 1, 4, cell);
  lock(wb, "2026-10");
  addTab(
    wb.book,
    tab("Late refunds", "Agent | Date | refunds\nC | 2026-10-22 | 45000\nB | 2026-10-25 | 1000"),
  );
  return wb;
}

/** The explanation of somebody's adjustment in November. */
function explained(wb: Workbook, person: string, lang: Lang) {
  done(wb, "run", { month: "2026-11", lang });
  const name = lang === "zh" ? "工资 2026-11" : "Payroll 2026-11";
  const sheet = sheetOf(wb, name);
  const find = (row: number, text: string) =>
    Array.from({ length: sheet.lastColumn() }, (_, c) => c + 1).find(
      (c) => sheet.values.get(row, c) === text,
    ) ?? 0;
  const header = [1, 2, 3, 4, 5, 6].find((row) => find(row, lang === "zh" ? "调整" : "Adjustment") > 0) ?? 0;
  const column = find(header, lang === "zh" ? "调整" : "Adjustment");
  const rows = Array.from({ length: sheet.lastRow() }, (_, r) => r + 1);
  const row = rows.find((one) => one > header && find(one, person) > 0) ?? 0;
  return done(wb, "explain", { tab: name, cell: `${String.fromCharCode(64 + column)}${row}`, lang });
}

// October paid C 1 % of 120,000 = 1,200.00; with 45,000 refunded it is 750.00. November pays C 2,500 + 1,200.01
// (1 % of 120,000.50 is 1,200.005): a tenth of 3,700.01 is 370.001, so that 370.00 of 450.00 are taken back.
describe("a correction that a limit cuts", () => {
  test.each([
    [
      "en",
      "late data of 2026-10: bonus was 1,200.00, comes out as 750.00; -450.00 is open, -370.00 now, the most that may be taken back: 10% × 3,700.01 = 370.00; 80.00 more to be taken back in a later month",
    ],
    [
      "zh",
      "2026-10 迟到数据更正：bonus 原为 1,200.00，现为 750.00；尚有 -450.00 未结清，本月 -370.00，追回上限：10% × 3,700.01 = 370.00；另有 80.00 结转下月追回",
    ],
  ] as const)("says the limit in numbers, what is open and what is carried (%s)", (lang, words) => {
    const wb = refunded();
    expect(explained(wb, "C", lang).sentence).toContain(words);
    const slips = sheetOf(wb, lang === "zh" ? "工资条 2026-11" : "Payslips 2026-11");
    const paper = Array.from({ length: slips.lastRow() }, (_, r) => slips.values.get(r + 1, 1) ?? "").join(
      " ",
    );
    expect(paper.replace(/\s/g, "")).toContain(words.replace(/\s/g, ""));
    expect(paper).toContain("0.00 → 45,000.00");
    expect(paper.includes("Late refunds!")).toBe(false);
  });

  test("leads to the late row, to October's own line and to the limit", () => {
    const wb = refunded();
    const { data, rule, sum, round } = explained(wb, "C", "en");
    expect(data.map(({ text, links, next }) => [text, links, next?.tab])).toEqual([
      ["bonus 1,200.00, as paid with 2026-10", [], "Payroll 2026-10"],
      ["Refunds: 0.00 → 45,000.00", [{ tab: "Late refunds", cell: "C2" }], undefined],
    ]);
    const line = done(wb, "explain", { ...data[0]?.next });
    expect(line.figure).toMatchObject({ person: "C", amount: "1200.00" });
    expect(rule.at(-1)).toEqual({
      text: "at most so much of a month's pay is taken back (Settings: recovery_limit): 10%",
      links: [{ tab: "Settings", cell: "B2" }],
      more: 0,
    });
    expect(sum).toBe("750.00 − 1,200.00 = -450.00; 10% × 3,700.01 = 370.00; -450.00 + 370.00 = -80.00");
    expect(round).toBe("down, 0.01: 370.001 → 370.00");
  });

  test("says nothing of a limit that it does not reach", () => {
    const wb = refunded();
    const { sentence, sum, round, rule } = explained(wb, "B", "en");
    expect(sentence).toContain("bonus was 1,500.00, comes out as 1,490.00");
    expect(sentence).not.toContain("the most");
    expect(sum).toBe("1,490.00 − 1,500.00 = -10.00");
    expect(round).toBe("nothing to round");
    expect(rule).toHaveLength(1);
  });

  test("says the same of a month that is locked with it", () => {
    const wb = refunded();
    const before = explained(wb, "C", "en");
    done(wb, "step", { month: "2026-11", step: "check" });
    done(wb, "step", { month: "2026-11", step: "approve" });
    const after = done(wb, "explain", { ...before.at });
    expect({ ...after, rule: [] }).toEqual({ ...before, rule: [] });
  });

  test("of a colleague's late data names the team's value and nobody", () => {
    const wb = shop(salesTab("Sales November", "2026-11"));
    lock(wb, "2026-10");
    sheetOf(wb, "Sales October").values.set(4, 3, 108000);
    const { data } = explained(wb, "A", "en");
    expect(data.map(({ text }) => text)).toEqual([
      "bonus 496.80, as paid with 2026-10",
      "team average of sales: 135,000.00 → 132,000.00",
    ]);
  });
});

describe("the most that may be taken back, in numbers", () => {
  const money = (text: string) => Exact.parse(text) ?? Exact.ZERO;
  const sums = (pay: string, limit: string | null, ...parts: [string, string][]) =>
    postDifferences(
      money(pay),
      parts.map(([origin, open]) => ({
        origin,
        person: "A",
        component: "x",
        was: Exact.ZERO,
        now: money(open),
        open: money(open),
      })),
      limit === null ? null : money(limit),
    ).flatMap(({ limited }) => (limited ? [limitSum(limited, { tabs: [], lang: "en" })] : []));

  test.each([
    ["the limit alone", "1000", "0.2", [["2026-08", "-200.01"]], ["20% × 1,000.00 = 200.00"]],
    ["nothing where it is reached exactly", "1000", "0.2", [["2026-08", "-200"]], []],
    [
      "what is set off",
      "900",
      "0.2",
      [
        ["2026-08", "100"],
        ["2026-09", "-500"],
      ],
      ["100.00 set off + 20% × 900.00 = 280.00"],
    ],
    [
      "what a line before took of it",
      "1000",
      "0.2",
      [
        ["2026-08", "-150"],
        ["2026-09", "-150"],
      ],
      ["20% × 1,000.00 − 150.00 for other lines = 50.00"],
    ],
    ["all of the pay without a limit", "100", null, [["2026-08", "-150"]], ["100.00"]],
    ["nothing of a month without pay", "0", "0.2", [["2026-08", "-150"]], ["20% × 0.00 = 0.00"]],
  ] as const)("%s", (_name, pay, limit, parts, expected) => {
    expect(sums(pay, limit, ...parts.map(([origin, open]): [string, string] => [origin, open]))).toEqual(
      expected,
    );
  });
});
