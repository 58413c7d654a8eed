/** Rates whose two sides are sums over different days: the figure stays, and the difference is told. */
import { describe, expect, test } from "vitest";
import type { Grid } from "../../src/engine/grid";
import { renderIssue } from "../../src/text/render";
import { payTab, runBook, tab } from "./book";

const STAFF = tab("Staff", "Person | Plan\nAnn | P\nBen | P");
const METRICS = tab(
  "Metrics",
  "Metric | Formula\nconversion | =final_payers/inquirers\nwhole | =conversion*2+refunds/inquirers*0",
);
const HEAD = "Agent | Date | inquirers | final_payers";
const day = (index: number) => `@2026-10-${String(index).padStart(2, "0")}`;

function uneven(pay: string, ...tabs: readonly Grid[]): { told: string[]; total: (string | undefined)[] } {
  const { issues, people } = runBook([STAFF, METRICS, payTab(pay), ...tabs]);
  return {
    told: issues
      .filter(({ code }) => code === "rate-over-uneven-days")
      .map(({ severity, tab, cell, values = {} }) =>
        [severity, `${tab}!${cell}`, values.person, values.given, values.givenDays].concat(
          [values.lacking, values.lackingDays, values.days].map((value) => value ?? ""),
        ),
      )
      .map((parts) => parts.join(" | ")),
    total: people.map(({ total }) => total?.toFixed(2)),
  };
}

describe("a rate over uneven days", () => {
  // 20 / (80 + 80) = 12.5 %, of 10000: 1250; Ben 20/80: 2500.
  const lines = ["Ann | @2026-10-01 | 80 | 20", "Ann | @2026-10-02 | 80 | 延迟统计"];
  const ben = "Ben | @2026-10-01 | 80 | 20";

  test("is computed and told, for whom it concerns", () => {
    expect(uneven("=conversion*10000", tab("raw", [HEAD, ...lines, ben].join("\n")))).toEqual({
      told: ["warning | raw!C3 | Ann | inquirers | 2 | final_payers | 1 | 2026-10-02"],
      total: ["1250.00", "2500.00"],
    });
  });

  test("is told whichever side lacks, also of a metric that another needs", () => {
    const swapped = tab("raw", [HEAD, lines[0], "Ann | @2026-10-02 | -- | 4", ben].join("\n"));
    expect(uneven("=whole", swapped).told).toEqual([
      "warning | raw!D3 | Ann | final_payers | 2 | inquirers | 1 | 2026-10-02",
    ]);
  });

  test.each([
    [3, "2026-10-02, 2026-10-03, 2026-10-04"],
    [4, "2026-10-02, 2026-10-03, 2026-10-04 … (4)"],
  ])("names at most three days (%i)", (count, days) => {
    const more = Array.from({ length: count }, (_, index) => `Ann | ${day(index + 2)} | 1 | -`);
    const { told } = uneven("=conversion", tab("raw", [HEAD, lines[0], ben, ...more].join("\n")));
    expect(told).toEqual([`warning | raw!C4 | Ann | inquirers | ${count + 1} | final_payers | 1 | ${days}`]);
  });

  test.each<[string, readonly string[]]>([
    ["both lack together", ["Ann | @2026-10-01 | 80 | 20", "Ann | @2026-10-02 | - | 延迟统计"]],
    ["what stands alone is 0", ["Ann | @2026-10-01 | 80 | 20", "Ann | @2026-10-02 | 0 | -"]],
    ["no day has both", ["Ann | @2026-10-01 | 80 | -", "Ann | @2026-10-02 | - | 20"]],
  ])("is not told where %s", (_name, rows) => {
    expect(uneven("=conversion", tab("raw", [HEAD, ...rows, ben].join("\n"))).told).toEqual([]);
  });

  test("is not told of a total of the month, of a plan that does not use it, or of a list of events", () => {
    const daily = tab(
      "raw",
      ["Agent | Date | inquirers", "Ann | @2026-10-01 | 8", "Ben | @2026-10-01 | 8"].join("\n"),
    );
    const total = tab("2026-10", "Agent | final_payers\nAnn | 2\nBen | 2");
    expect(uneven("=conversion", daily, total).told).toEqual([]);
    expect(uneven("=inquirers", tab("raw", [HEAD, ...lines, ben].join("\n"))).told).toEqual([]);
    const days = [1, 2, 3, 4].map((index) => `Ann | ${day(index)} | 8`);
    const apart = (...rows: readonly string[]) =>
      uneven(
        "=IF(SHOP.SUM(inquirers)>0,conversion,0)",
        tab("raw", ["Agent | Date | inquirers", ...days, "Ben | @2026-10-01 | 8"].join("\n")),
        tab("payers", ["Agent | Date | final_payers", ...rows, "Ben | @2026-10-01 | 1"].join("\n")),
      ).told;
    expect(apart(`Ann | ${day(1)} | 1`, `Ann | ${day(4)} | 1`)).toEqual([]);
    expect(apart(`Ann | ${day(1)} | 1`, `Ann | ${day(2)} | 1`)).toEqual([
      "warning | raw!C4 | Ann | inquirers | 4 | final_payers | 2 | 2026-10-03, 2026-10-04",
    ]);
  });

  test("says where and how to mend it", () => {
    const { issues } = runBook([
      STAFF,
      METRICS,
      payTab("=conversion"),
      tab("raw", [HEAD, ...lines, ben].join("\n")),
    ]);
    const issue = issues.find(({ code }) => code === "rate-over-uneven-days") ?? expect.fail("not told");
    const en = renderIssue(issue, "en");
    for (const part of ["raw!C3", "Ann", "conversion", "2026-10-02", "Paste"]) expect(en).toContain(part);
    const zh = renderIssue(issue, "zh");
    for (const part of ["重新粘贴", "询单人数 有", "最终付款人数 有"]) expect(zh).toContain(part);
    expect(zh).not.toMatch(/inquirers|final_payers/);
  });
});
