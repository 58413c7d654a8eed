import { describe, expect, it } from "vitest";
import { describeChecks } from "../../src/report/checks";
import { textBar } from "../../src/report/figures";
import { findOutput } from "../../src/report/names";
import { describePayroll } from "../../src/report/payroll";
import { describePayslips } from "../../src/report/payslips";
import { describeScorecard } from "../../src/report/scorecard";
import { rankPeople } from "../../src/report/standing";
import type { TabDescription } from "../../src/report/tab";
import { wrapText } from "../../src/report/wrap";
import { exact, item, person, shop, UNREADABLE, view } from "./fixtures";

function texts(tab: TabDescription): string[][] {
  return tab.rows.map((row) => row.map((cell) => String(cell?.value ?? "")));
}

function all(tab: TabDescription): string {
  return tab.rows
    .flatMap((row) => row.flatMap((cell) => (cell ? [cell.value, cell.note ?? ""] : [])))
    .join("\n");
}

describe("the Payroll tab", () => {
  it("has the columns in order, in both languages", () => {
    expect(texts(describePayroll(view(shop())))[3]).toEqual(
      "No.|Person|Team|Plan|Grade|Days|Score|base|commission|meal|Adjustment|Gross pay|Social insurance|Housing fund|Income tax|Other deductions|Deductions|Net pay|State|Note|Signature".split(
        "|",
      ),
    );
    expect(texts(describePayroll(view(shop(), "zh")))[3]).toEqual(
      "序号|姓名|团队|方案|等级|出勤|绩效得分|base|commission|meal|调整|应发合计|社保(个人)|公积金(个人)|个税|其他扣款|扣款合计|实发|状态|备注|签名".split(
        "|",
      ),
    );
  });

  it("sums by formulas of the sheet, leaves blank what a plan has not, and no amount for who is held", () => {
    const rows = texts(describePayroll(view(shop())));
    expect(rows[4]?.slice(6, 18)).toEqual([
      "78",
      "2000",
      "528.1",
      "",
      "-20",
      "=SUM(H5:K5)",
      "",
      "",
      "",
      "",
      "=SUM(M5:P5)",
      "=L5-Q5",
    ]);
    expect(rows[5]?.slice(7, 11)).toEqual(["2500", "", "220", ""]);
    expect(rows[6]?.[7]).toMatch(/^✕ Raw!F14: /);
    expect(rows[6]?.slice(8, 18)).toEqual(Array(10).fill(""));
    expect(rows[6]?.[18]).toBe("✕ Held");
    expect(rows[7]?.slice(7, 12)).toEqual([
      "=SUM(H5:H7)",
      "=SUM(I5:I7)",
      "=SUM(J5:J7)",
      "=SUM(K5:K7)",
      "=SUM(L5:L7)",
    ]);
  });

  it("puts the reason of an adjustment in its note", () => {
    expect(describePayroll(view(shop())).rows[4]?.[10]?.note).toBe("refund: adjustment: refund");
  });

  it("stands without people", () => {
    expect(all(describePayroll(view([])))).not.toContain("=SUM");
  });
});

describe("the Scorecard tab", () => {
  it("ranks with ties and lists who has no score last", () => {
    const people = [
      person("a", "80", []),
      person("b", "90", []),
      person("c", "80", []),
      person("d", null, []),
    ];
    expect(rankPeople(people).map(({ person: { person: name }, rank }) => [name, rank])).toEqual([
      ["b", 1],
      ["a", 2],
      ["c", 2],
      ["d", null],
    ]);
  });

  it("shows no pay", () => {
    const shown = all(describeScorecard(view(shop())));
    for (const amount of ["2000", "2,000", "528", "2500", "220", "commission"])
      expect(shown).not.toContain(amount);
  });

  it("writes No data, the item that lost most, gates in words, and the arithmetic of the score", () => {
    const items = [
      item("conversion", "16", "20"),
      item("reply", "40", "60"),
      item("cost", null, "20"),
      item("praise", "3", "5", { kind: "bonus" }),
      item("rude", "-2", "10", { kind: "deduction" }),
      item("floor", null, "0", { kind: "gate", met: false, value: exact("0.9") }),
    ];
    const tab = describeScorecard(view([person("a", "57", [], { items })]));
    const shown = all(tab);
    for (const words of ["No data", "▼ loses most", "Gate ✕ not met", "Bonus"])
      expect(shown).toContain(words);
    expect(shown).toContain("16 (conversion) + 40 (reply) + 3 (praise) − 2 (rude) = 57.00");
  });
});

describe("the Payslips tab", () => {
  it("names nobody but the person on a slip, and all slips are of one height", () => {
    const tab = describePayslips(view(shop()));
    const cuts = texts(tab).flatMap((row, index) => (row[0]?.startsWith("✂") ? [index] : []));
    expect(cuts).toHaveLength(2);
    const [first = 0, second = 0] = cuts;
    const slip = tab.rows.slice(first + 1, second + 1);
    expect(slip).toHaveLength(first - 3);
    expect(slip.flatMap((row) => row.map((cell) => `${cell?.value} ${cell?.note}`)).join("\n")).not.toContain(
      "小雨",
    );
  });
});

describe("the Checks tab", () => {
  it("says that there is nothing to mend", () => {
    const shown = all(describeChecks(view([person("a", "80", [])])));
    expect(shown).toContain("✓ Nothing to mend.");
    expect(shown).toContain("Nobody is held.");
    expect(shown).toContain("询单人数 → inquirers");
    expect(shown).toContain("Summary rows: 6");
  });

  it("counts what is alike beyond fifty", () => {
    const issues = Array.from({ length: 1000 }, (_, n) => ({ ...UNREADABLE, cell: `F${n + 2}` }));
    const tab = describeChecks(view(shop(), "en", { issues }));
    expect(all(tab)).toContain("… and 950 more like this");
    expect(tab.rows.length).toBeLessThan(80);
  });

  it("lists team figures and warns of small teams", () => {
    const members = [
      { person: "a", weight: exact("1") },
      { person: "b", weight: exact("0.483871") },
    ];
    const figure = {
      scope: "team",
      team: "East",
      figure: "TEAM.AVERAGE(sales)",
      value: exact("123456.78"),
      members,
    } as const;
    const shown = all(describeChecks(view(shop(), "en", { teamFigures: [figure] })));
    expect(shown).toContain("a 1, b 0.4839");
    expect(shown).toContain("fewer than 3 people");
  });
});

describe("helpers", () => {
  it.each([
    ["0.62", "██████░░░░ 62 %"],
    ["0", "░░░░░░░░░░ 0 %"],
    ["0.95", "█████████░ 95 %"],
    ["0.996", "█████████░ 99 %"],
    ["1", "██████████ 100 %"],
    ["1.3", "██████████ 130 %"],
    ["-0.1", "░░░░░░░░░░ -10 %"],
  ])("draws %s", (share, bar) => {
    expect(textBar(exact(share))).toBe(bar);
  });

  it("knows output tabs by A1, in every language, and no other tab", () => {
    const grid = (stamp: string) => ({ name: "any", rows: [[stamp]] });
    expect(findOutput(grid("工资条 2026-10"))).toEqual({ kind: "payslips", month: "2026-10" });
    expect(findOutput(grid("Payroll 2026-10"))).toEqual({ kind: "payroll", month: "2026-10" });
    for (const other of ["Payroll", "Payroll 2026-13", "Orders 2026-10", ""])
      expect(findOutput(grid(other))).toBeNull();
  });

  it("breaks lines by width, Chinese signs counting two", () => {
    expect(wrapText("aa bb cc", 5)).toEqual(["aa bb", "cc"]);
    expect(wrapText("提成提成提成", 8)).toEqual(["提成提成", "提成"]);
  });
});
