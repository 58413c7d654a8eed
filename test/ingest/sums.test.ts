import { describe, expect, it } from "vitest";
import type { Grid } from "../../src/engine/grid";
import { renderIssue, renderMessage } from "../../src/text/render";
import { run, source, tab, told, total } from "./workbook";

const HEADER = "日期|客服|成功退款金额";

/** Two refunds of 小雨 on one day, and a third of another day. */
const REGISTER = tab(
  "退款登记",
  HEADER,
  "2026-10-03|小雨|348.01",
  "2026-10-03|小雨|210.65",
  "2026-10-04|小雨|10",
  "2026-10-03|小雪|5.5",
);

function readOf(...grids: readonly Grid[]) {
  return run({ grids });
}

/** The rows that a tab offers, added to Sources. */
function addedUp(name: string, ...grids: readonly Grid[]) {
  const { tabs } = readOf(...grids);
  const offered = tabs.find((one) => one.tab === name)?.sums ?? [];
  const sources = offered.map(({ certainty, ...row }, index) =>
    source(row.measure, { ...row, place: { tab: "Sources", row: index + 2 } }),
  );
  return { offered, ...run({ grids, sources }) };
}

describe("rows of one person and day that differ", () => {
  it("hold the person, and are offered as rows of Sources that add them up", () => {
    const { issues, tabs } = readOf(REGISTER);
    expect(told(issues)).toEqual(["error rows-contradict 退款登记!C3 holds 小雨"]);
    expect(tabs[0]?.sums).toEqual([
      {
        source: "退款登记",
        tab: "退款登记",
        personColumn: "客服",
        dateColumn: "日期",
        measure: "refunds",
        how: "sum",
        column: "成功退款金额",
        weightColumn: "",
        where: "",
        certainty: "guess",
      },
    ]);
  });

  it("are no rows pasted twice", () => {
    const { tabs } = readOf(REGISTER);
    expect(tabs[0]).toMatchObject({ rowsRead: 3, rowsLeftOut: [{ reason: "contradicting", count: 1 }] });
    expect(renderMessage({ code: "left-out-contradicting" }, "zh")).toBe("与另一行矛盾");
  });

  it("add up to the cent once the offered rows stand on Sources: 348.01 + 210.65 + 10", () => {
    const { facts, issues, tabs } = addedUp("退款登记", REGISTER);
    expect([total(facts, "refunds", "小雨"), total(facts, "refunds", "小雪")]).toEqual(["568.66", "5.5"]);
    expect(issues).toEqual([]);
    expect(tabs[0]).toMatchObject({ as: "source", rowsRead: 4, rowsLeftOut: [] });
    expect(tabs[0]?.sums).toBeUndefined();
  });

  it("add up over two registers, of which each alone has no two rows of one day", () => {
    const grids = [
      tab("一", HEADER, "2026-10-03|小雨|348.01", "2026-10-04|小雪|1"),
      tab("二", HEADER, "2026-10-03|小雨|210.65", "2026-10-05|小雪|2"),
      tab("三", HEADER, "2026-10-06|小雨|7"),
    ];
    expect(told(readOf(...grids).issues)).toEqual(["error rows-contradict 二!C2 holds 小雨"]);
    const { offered, facts, issues } = addedUp("二", ...grids);
    expect(offered.map((row) => row.tab)).toEqual(["一", "二", "三"]);
    expect([total(facts, "refunds", "小雨"), total(facts, "refunds", "小雪")]).toEqual(["565.66", "3"]);
    expect(issues).toEqual([]);
  });

  it("give one row a measure", () => {
    const grid = tab("店", "日期|客服|接待人数|销售额", "2026-10-01|小雨|3|10", "2026-10-01|小雨|4|20.5");
    const { offered, facts } = addedUp("店", grid);
    expect(offered.map(({ measure, column }) => `${measure} ${column}`)).toEqual([
      "received 接待人数",
      "sales 销售额",
    ]);
    expect([total(facts, "received", "小雨"), total(facts, "sales", "小雨")]).toEqual(["7", "30.5"]);
  });

  it.each([
    ["averages", "日期|客服|接待人数|平均响应(秒)", "2026-10-01|小雨|3|20", "2026-10-01|小雨|4|30"],
    ["days of a month", "日期|客服|应出勤天数", "2026-10-01|小雨|22", "2026-10-01|小雨|23"],
    ["amounts in ten thousands", "日期|客服|销售额(万元)", "2026-10-01|小雨|2", "2026-10-01|小雨|3"],
  ])("are offered nothing where they do not add up: %s", (_what, header, ...rows) => {
    const { issues, tabs } = readOf(tab("表", header, ...rows));
    const [issue] = issues.filter(({ code }) => code === "rows-contradict");
    expect(tabs[0]?.sums).toBeUndefined();
    expect(renderIssue(issue as never, "en")).not.toContain("Sources");
    expect(renderIssue(issue as never, "zh")).toMatch(/请只保留一行。$/);
  });

  it("say in both languages that rows which both count are added up by Sources", () => {
    const [issue] = readOf(REGISTER).issues;
    if (!issue) throw new Error("no issue");
    expect(renderIssue(issue, "en")).toContain("add a row on Sources for 退款登记 with How sum");
    expect(renderIssue(issue, "zh")).toContain(
      "如两行都应计入（例如逐笔退款，或两家店铺），请勿删除，改在“数据源”表中为 退款登记",
    );
  });
});

describe("rows that stand twice", () => {
  const day = (at: number) => `2026-10-${String(at).padStart(2, "0")}|小雨|5`;
  /** Each day twice, one after the other: rows 3, 5, 7 and so on repeat the row above. */
  const twice = (count: number) =>
    Array.from({ length: count }, (_, at) => [day(at + 1), day(at + 1)]).flat();
  const piece = Array.from({ length: 12 }, (_, at) => day(at + 1));

  it.each([
    ["ten rows", twice(10), "3, 5, 7, 9, 11, 13, 15, 17, 19, 21", 10],
    ["eleven rows", twice(11), "3, 5, 7, 9, 11, 13, 15, 17, 19, 21, …", 11],
    ["a piece", [...piece, ...piece], "14–25", 12],
  ] as const)("are named by row: %s", (_what, lines, rows, count) => {
    const { issues } = readOf(tab("表", HEADER, ...lines));
    const first = /^\d+/.exec(rows)?.[0];
    expect(issues).toMatchObject([
      { code: "rows-repeated", cell: `${first}:${first}`, values: { count: String(count), rows } },
    ]);
    const [issue] = issues;
    expect(renderIssue(issue as never, "zh")).toContain(`第 ${rows} 行`);
    expect(renderIssue(issue as never, "en")).toContain(`rows ${rows} repeat`);
  });

  it("of a register may both count: Sources adds them up", () => {
    const grid = tab("表", HEADER, day(1), day(1));
    const [issue] = readOf(grid).issues;
    expect(renderIssue(issue as never, "en")).toContain("add a row on Sources for 表 with How sum");
    expect(renderIssue(issue as never, "zh")).toContain("请改在“数据源”表中为 表 添加一行");
    const row = source("refunds", {
      tab: "表",
      personColumn: "客服",
      dateColumn: "日期",
      column: "成功退款金额",
    });
    const { facts, issues } = run({ grids: [grid], sources: [row] });
    expect([total(facts, "refunds", "小雨"), issues]).toEqual(["10", []]);
    const [daily] = readOf(
      tab("日报", "日期|客服|接待人数|销售额|退款金额", ...Array(2).fill("2026-10-01|小雨|1|2|3")),
    ).issues;
    expect(renderIssue(daily as never, "en")).toMatch(/Delete the repeats\.$/);
  });

  it("are named in the tab that loses them", () => {
    const { issues } = readOf(tab("一", HEADER, day(1), day(2)), tab("二", HEADER, day(3), day(2), day(1)));
    expect(issues).toMatchObject([
      { code: "rows-pasted-twice", tab: "二", cell: "3:3", values: { other: "一", rows: "3–4" } },
    ]);
  });
});
