import { describe, expect, it } from "vitest";
import type { Issue } from "../../src/engine/issue";
import { describeChecks } from "../../src/report/checks";
import { resultJson } from "../../src/report/json";
import { groupRepairs } from "../../src/report/repairs";
import type { CheckedTab } from "../../src/report/view";
import { CHECKED, exact, shop, view } from "./fixtures";

function cellIssue(code: string, cell: string, found: string, values = {}, holds: string[] = []): Issue {
  const told = { text: found, header: "回复率", fraction: "0.98", ...values };
  return { severity: "error", code, tab: "Raw", cell, found, values: told, holds };
}

const rates = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    cellIssue("rate-without-percent", `F${index + 2}`, `${90 + (index % 2)}`, {}, [`P${index % 3}`]),
  );

function shown(
  issues: readonly Issue[],
  lang: "en" | "zh" = "en",
  checked: readonly CheckedTab[] = [CHECKED],
) {
  const tab = describeChecks({ ...view(shop(), lang, { issues }), checked });
  return tab.rows.map((row) => row.map((cell) => String(cell?.value ?? "")));
}

describe("problems by repair", () => {
  it("37 alike are one line with their number and first cells", () => {
    const rows = shown(rates(37)).filter(([severity]) => severity === "✕ Error");
    expect(rows).toEqual([
      [
        "✕ Error",
        "Raw!F2, F3, F4, F5, F6 … (37)",
        "90 · 91",
        '37 rates of "回复率" have no percent sign, and others of the column have one. If all are percentages, add % to them; if all are fractions, type them between 0 and 1.',
        "P0, P1, P2",
        "",
      ],
    ]);
  });

  it("says so in Chinese", () => {
    const [row] = shown(rates(3), "zh").filter(([severity]) => severity === "✕ 错误");
    expect(row?.[1]).toBe("Raw!F2, F3, F4 (3)");
    expect(row?.[3]).toMatch(/^“回复率”列中有 3 个比率没有百分号/);
  });

  it.each([
    [1, 1],
    [2, 2],
    [3, 1],
    [4, 1],
  ])("%d alike are %d lines", (count, expected) => {
    expect(groupRepairs(rates(count))).toHaveLength(expected);
  });

  it("other columns, tabs, reasons and severities stand apart", () => {
    const other = [
      ...rates(3),
      ...rates(3).map((issue) => ({ ...issue, tab: "Raw 2" })),
      ...rates(3).map((issue) => ({ ...issue, cell: issue.cell?.replace("F", "G") ?? "" })),
      ...rates(3).map((issue) => ({ ...issue, code: "cell-text" })),
      ...rates(3).map((issue) => ({ ...issue, severity: "warning" as const })),
    ];
    expect(groupRepairs(other).map(({ all }) => all.length)).toEqual([3, 3, 3, 3, 3]);
  });

  it("people of nobody stay one by one, for each has its own mend", () => {
    const nobody = ["甲", "乙", "丙", "丁"].map(
      (account, index): Issue => ({
        severity: "warning",
        code: "account-of-nobody",
        tab: "Raw",
        cell: `A${index + 2}`,
        found: account,
        values: { account, count: "1", people: index === 0 ? "林小雨" : "" },
      }),
    );
    const rows = shown(nobody).filter(([severity]) => severity === "⚠ Warning");
    expect(rows.map(([, place]) => place)).toEqual(["Raw!A2", "Raw!A3", "Raw!A4", "Raw!A5"]);
    expect(rows[0]?.[3]).toContain("Names like it on Staff: 林小雨. ");
    expect(rows[1]?.[3]).not.toContain("Names like it");
  });
});

describe("many of one kind in one column, each with its own mend", () => {
  const nobody = (count: number) =>
    Array.from(
      { length: count },
      (_, index): Issue => ({
        severity: "warning",
        code: "account-of-nobody",
        tab: "Raw",
        cell: `A${index + 2}`,
        found: `n${index}`,
        values: { account: `n${index}`, count: "1", people: "" },
      }),
    );
  const cells = (count: number) => {
    const tab = describeChecks({ ...view(shop(), "en", { issues: nobody(count) }), checked: [CHECKED] });
    return tab.rows.filter(([first]) => first?.value === "⚠ Warning");
  };

  it.each([
    [10, 10],
    [11, 1],
    [33, 1],
  ])("%d are %d lines", (count, expected) => {
    expect(cells(count)).toHaveLength(expected);
  });

  it("shows the first of 33 and lists all of them in the note", () => {
    const [row] = cells(33);
    expect(row?.[1]?.value).toBe("Raw!A2, A3, A4, A5, A6 … (33)");
    expect(row?.[2]?.value).toBe("n0 · n1 · n2 …");
    const lines = String(row?.[3]?.value).split("\n");
    expect(lines.map((line) => line.slice(0, 5))).toEqual(['"n0" ', '"n1" ', '"n2" ', "… and"]);
    expect(lines[3]).toBe("… and 30 more of this kind: the note of the cell under Place lists them all.");
    const listed = (row?.[1]?.note ?? "").split("\n");
    expect(listed).toHaveLength(33);
    expect(listed[32]).toMatch(/^Raw!A34: "n32" is nobody's account on Staff/);
  });

  it("one issue of many accounts is one line, with every cell in the note and in the JSON", () => {
    const alike = Array.from({ length: 1161 }, (_, index) => ({ cell: `A${index + 2}`, found: `n${index}` }));
    const issue: Issue = {
      severity: "warning",
      code: "accounts-of-nobody",
      tab: "Raw",
      cell: "A2",
      found: "n0",
      values: { accounts: "1161", count: "2000", names: "n0, n1, n2" },
      alike,
    };
    const whole = view(shop(), "en", { issues: [issue] });
    const tab = describeChecks({ ...whole, checked: [CHECKED] });
    const rows = tab.rows.filter(([first]) => first?.value === "⚠ Warning");
    expect(rows.map((row) => row.slice(0, 4).map((cell) => cell?.value))).toEqual([
      [
        "⚠ Warning",
        "Raw!A2, A3, A4, A5, A6 … (1161)",
        "n0 · n1 · n2 …",
        "1161 accounts are nobody's on Staff (rows left out: 2000): n0, n1, n2 … Add those of your people under Accounts on Staff.",
      ],
    ]);
    expect(rows[0]?.[1]?.note?.split("\n").slice(0, 2)).toEqual(["A2 n0", "A3 n1"]);
    expect(resultJson(whole.result, "en")).toMatchObject({
      issues: [{ code: "accounts-of-nobody", tab: "Raw", cell: "A2", found: "n0", cells: alike }],
    });
  });

  it("lists cells of one mend beyond the first five by cell and text", () => {
    const issues = rates(7);
    const tab = describeChecks({ ...view(shop(), "en", { issues }), checked: [CHECKED] });
    const [row] = tab.rows.filter(([first]) => first?.value === "✕ Error");
    expect(row?.[1]?.note?.split("\n")).toEqual([
      "F2 90",
      "F3 91",
      "F4 90",
      "F5 91",
      "F6 90",
      "F7 91",
      "F8 90",
    ]);
    const few = describeChecks({ ...view(shop(), "en", { issues: rates(5) }), checked: [CHECKED] });
    expect(few.rows.flat().some((cell) => cell?.note?.includes("F2"))).toBe(false);
  });

  it("whole rows are one line by their numbers", () => {
    const issues = nobody(12).map((issue, index) => ({ ...issue, cell: `${index + 2}:${index + 2}` }));
    const rows = shown(issues).filter(([severity]) => severity === "⚠ Warning");
    expect(rows.map(([, place]) => place)).toEqual(["Raw!2, 3, 4, 5, 6 … (12)"]);
  });
});

describe("what was read", () => {
  it("says what a tab was taken for and why", () => {
    const why = { code: "tab-is-attendance", values: { agent: "姓名", days: "19" } };
    const rows = shown([], "en", [{ ...CHECKED, as: "attendance", why }]);
    const row = rows.find(([tab]) => tab === "Raw");
    expect(row?.[1]).toMatch(/^Attendance by day\nRead as attendance, one column a day, by 姓名\./);
  });

  it("lists peer rows apart, and nothing where there are none", () => {
    const rate = (metric: string, header: string, value: string, isRate: boolean) => ({
      metric,
      header,
      isRate,
      value: exact(value),
    });
    const peers = {
      label: "同行同层优秀",
      of: "peers-best" as const,
      values: [{ measure: "inquirers", value: exact("120") }],
      rates: [
        rate("conversion", "询单转化率", "0.45", true),
        rate("first_response", "首次响应(秒)", "8.5", false),
      ],
    };
    const own = { ...peers, label: "汇总值", of: "agents" as const };
    const rows = shown([], "en", [{ ...CHECKED, benchmarks: [own, peers] }]);
    const at = rows.findIndex(([title]) => title === "To compare with (counts for nobody)");
    expect(rows[at + 2]?.slice(0, 4)).toEqual([
      "Raw",
      "同行同层优秀",
      "the best of shops like it",
      "inquirers 120; 询单转化率 45.00%; 首次响应(秒) 8.5",
    ]);
    expect((rows[at + 3] ?? []).join("")).toBe("");
    expect(shown([]).flat()).not.toContain("To compare with (counts for nobody)");
  });

  it("says what an unknown tab looks like, below it", () => {
    const unknown: CheckedTab = {
      ...CHECKED,
      tab: "deals",
      as: "unknown",
      why: { code: "tab-unknown", values: {} },
      columns: [],
      rowsRead: 0,
      proposal: {
        columns: [
          { header: "rep", role: "person", certainty: "guess", samples: ["Ann"] },
          { header: "closed", role: "date", certainty: "exact", samples: ["2026-10-01"] },
        ],
        rows: [
          { measure: "deals_rows", how: "count", column: "", where: "", certainty: "exact" },
          { measure: "won", how: "count", column: "", where: '=stage="Won"', certainty: "guess" },
        ],
        read: 12,
      },
    };
    const rows = shown([], "en", [unknown]);
    const at = rows.findIndex(([first]) => first === "? Not used");
    expect(rows.slice(at + 1, at + 4).map((row) => row[3])).toEqual([
      "It looks like a table of people in rep and dates in closed. Rows for Sources (or click Map in the sidebar):",
      "deals_rows: count",
      'won: count where =stage="Won" (a guess: check it)',
    ]);
  });
});
