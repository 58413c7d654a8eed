import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeChecks } from "../../src/report/checks";
import { textBar } from "../../src/report/figures";
import { findOutput } from "../../src/report/names";
import { describePayroll } from "../../src/report/payroll";
import { describePayslips } from "../../src/report/payslips";
import { describeScorecard } from "../../src/report/scorecard";
import { rankPeople } from "../../src/report/standing";
import { number, shorten, type TabDescription } from "../../src/report/tab";
import { textUnits, wrapText } from "../../src/report/wrap";
import { CHECKED, exact, held, item, line, person, shop, UNREADABLE, view } from "./fixtures";

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
      "No.|Person|Team|Plan|Grade|Days on staff|Score|base|commission|meal|Adjustment|Gross pay|Social insurance|Housing fund|Income tax|Other deductions|Deductions|Net pay|State|Note|Signature".split(
        "|",
      ),
    );
    expect(texts(describePayroll(view(shop(), "zh")))[3]).toEqual(
      "序号|姓名|团队|方案|等级|在职天数|绩效得分|base|commission|meal|调整|应发合计|社保(个人)|公积金(个人)|个税|其他扣款|扣款合计|实发|状态|备注|签名".split(
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
    // The title takes as many rows as a slip.
    expect(first + 1).toBe(2 * slip.length);
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

  it("says nothing more of a tab whose row on Sources has an error", () => {
    const why = { code: "tab-sources-error", values: {} };
    const deals = { ...CHECKED, tab: "Deals", as: "unknown", why, columns: [], rowsRead: 0 };
    const tab = describeChecks({ ...view([person("a", "80", [])]), checked: [CHECKED, deals] });
    const cells = tab.rows.map((row) => row.map((cell) => String(cell?.value ?? "")));
    expect(cells.filter(([first]) => first === "? Not used")).toEqual([]);
    expect(cells.flat().join("\n")).toContain("Not read: its row on Sources has an error. Mend that row.");
  });

  it("is not all-clear while a pasted tab could not be used, and says what to do about it", () => {
    const why = { code: "tab-unknown", values: {} };
    const sheet7 = { ...CHECKED, tab: "Sheet7", as: "unknown", why, columns: [], rowsRead: 0 };
    const month = { ...view([person("a", "80", [])]), checked: [CHECKED, sheet7] };
    const tab = describeChecks(month);
    expect(texts(tab)[2]?.[0]).toBe("⚠ Tabs that nobody could use: 1");
    const row = texts(tab).find(([first]) => first === "? Not used");
    expect(row?.[1]).toBe("Sheet7");
    expect(row?.[3]).toMatch(/^Not read: .* Or rename its headers/);
    expect(all(describeChecks({ ...month, lang: "zh" }))).toContain("⚠ 未能使用的工作表：1 个");
  });

  it("names what was read in the reader's language, and a count without a column", () => {
    const columns = [
      { header: "", measure: "won" },
      { header: "询单", measure: "inquirers" },
      { header: "客服", measure: "agent" },
    ];
    const measures = new Map([["inquirers", { en: "Inquirers", zh: "询单人数" }]]);
    const month = { ...view(shop()), checked: [{ ...CHECKED, columns }], measures };
    expect(all(describeChecks(month))).toContain("rows → won; 询单 → inquirers; 客服 → agent");
    expect(all(describeChecks({ ...month, lang: "zh" }))).toContain(
      "行数 → won；询单 → 询单人数；客服 → 员工",
    );
  });

  it("tells the error that holds somebody before those that only name them", () => {
    const naming = { ...UNREADABLE, cell: "A1", holds: [], values: { person: "阿明" } };
    const holding = { ...UNREADABLE, cell: "F14", holds: ["阿明"] };
    const ming = person("阿明", null, [], { held: true, total: null, issues: [naming, holding] });
    const rows = texts(describePayroll(view([ming])));
    expect(rows[4]?.join(" ")).toMatch(/✕ Raw!F14: /);
    expect(rows[5]?.join(" ")).toContain("Without 1 held");
  });

  it("counts what is alike beyond fifty", () => {
    const issues = Array.from({ length: 1000 }, (_, n) => ({ ...UNREADABLE, tab: `Tab ${n}`, cell: "F2" }));
    const tab = describeChecks(view(shop(), "en", { issues }));
    expect(all(tab)).toContain("… and 950 more like this");
    expect(tab.rows.length).toBeLessThan(80);
    const rest = tab.rows.flat().find((cell) => cell?.value === "… and 950 more like this")?.note ?? "";
    expect(rest.split("\n")[0]).toMatch(/^Tab 50!F2: /);
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

  it.each<[string, number, string[]]>([
    ["餐补：出勤 26 天 × 10 = 260.00；绩效", 28, ["餐补：出勤 26 天 × 10 =", "260.00；绩效"]],
    ["净销售额47,524.04取整", 14, ["净销售额", "47,524.04取整"]],
    ["实发（含餐补）合计", 6, ["实发", "（含餐", "补）合", "计"]],
    ["提成提，成", 6, ["提成", "提，成"]],
    ["123456789", 4, ["1234", "5678", "9"]],
  ])("cuts no number and no bracket off: %s", (text, width, expected) => {
    expect(wrapText(text, width)).toEqual(expected);
  });

  it("loses nothing, and no line is too long", () => {
    const words = fc.array(fc.constantFrom("提", "成", "12.50", "a", " ", "，", "（", "）", "×"), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 30 }), (parts, width) => {
        const text = parts.join("");
        const lines = wrapText(text, width);
        expect(lines.join("").replace(/ /g, "")).toBe(text.replace(/ /g, ""));
        for (const line of lines) expect(textUnits(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe("texts and numbers that no cell can hold", () => {
  const LONG = "长".repeat(50_000);

  it("are cut or written as text on every tab", () => {
    const people = [
      person(LONG, "80", [line("base", "1", { reason: LONG })], { team: LONG, plan: LONG, grade: LONG }),
      held("阿明", { ...UNREADABLE, found: LONG, values: { person: LONG } }),
    ];
    const month = { ...view(people), checked: [{ ...CHECKED, tab: LONG, as: "unknown" }] };
    for (const tab of [describePayroll, describePayslips, describeScorecard, describeChecks]) {
      for (const cell of tab(month).rows.flat()) {
        expect(String(cell?.value ?? "").length).toBeLessThanOrEqual(5000);
        expect((cell?.note ?? "").length).toBeLessThanOrEqual(5000);
      }
    }
    expect(describePayroll(month).rows[4]?.[1]?.value).toHaveLength(300);
    expect([...(describePayroll(month).owned?.rows.keys() ?? [])][0]).toHaveLength(300);
  });

  it("are not cut inside a sign", () => {
    expect(shorten("😀".repeat(200), 300).endsWith("😀…")).toBe(true);
    expect(shorten("abc", 3)).toBe("abc");
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])("%s is text", (value) => {
    expect(number(value, {})).toEqual({ kind: "text", value: String(value), style: {} });
  });
});
