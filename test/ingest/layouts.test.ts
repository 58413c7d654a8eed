/** Banners, two header rows, tables of the shop, peer rows, columns of slips, tables nobody knows. */
import { describe, expect, it } from "vitest";
import { FieldDictionary } from "../../src/ingest/fields";
import { nearestPeople } from "../../src/ingest/nearest";
import { proposeSources } from "../../src/ingest/propose";
import { proposalLines } from "../../src/report/pasted";
import { MEASURES } from "../../src/rules/catalogue";
import { lines, rosterOf, run, source, tab, told, total } from "./workbook";

const RATINGS = [
  "旺旺昵称|总||||||邀请||||||自主|||||",
  "|发出|收到|很满意|满意|一般|很不满|发出|收到|很满意|满意|一般|很不满|收到|很满意|满意|一般|很不满|满意率",
];

describe("two header rows", () => {
  it("of the groups 总, 邀请 and 自主 the first counts", () => {
    const { facts, issues, tabs } = run({
      grids: [tab("评价 2026-10-05", ...RATINGS, "小雨|20|12|8|2|1|1|9|6|4|1|1|0|6|4|1|0|1|83%")],
    });
    expect(lines(facts)).toEqual(["good_ratings 小雨 2026-10-05 10", "ratings 小雨 2026-10-05 12"]);
    expect(issues).toEqual([]);
    expect(tabs[0]).toMatchObject({ as: "agent-day", headerRow: 1, rowsRead: 1 });
  });

  it("without a group for all of them the doubled headers are asked about", () => {
    const { facts } = run({
      grids: [tab("2026-10-05", "旺旺昵称|邀请||自主|", "|很满意|一般|很满意|一般", "小雨|1|2|3|4")],
    });
    expect(lines(facts).every((line) => line.endsWith("broken header-twice"))).toBe(true);
    expect(lines(facts).length).toBeGreaterThan(0);
  });

  it("a group that is repeated over each of its columns is the same", () => {
    const { facts } = run({
      grids: [tab("2026-10-05", "旺旺昵称|总|总|邀请|邀请", "|很满意|一般|很满意|一般", "小雨|1|2|3|4")],
    });
    expect(lines(facts)).toEqual(["good_ratings 小雨 2026-10-05 1", "ratings 小雨 2026-10-05 3"]);
  });
});

describe("tables of the whole shop", () => {
  it("count for nobody, and keep the rows of peers", () => {
    const { facts, issues, tabs } = run({
      grids: [
        tab(
          "询单",
          "日期|询单人数|当日询单人数|最终付款人数|最终付款金额|询单最终付款转化率",
          "2026-10-01|100|90|延迟统计|延迟统计|延迟统计",
          "2026-10-02|120|100|50|6000|41.67%",
          "同行同层优秀|-|-|-|-|55.00%",
          "同行同层均值|-|-|-|-|38.5%",
        ),
      ],
    });
    expect(lines(facts)).toEqual([]);
    expect(issues).toEqual([]);
    const [found] = tabs;
    expect(found).toMatchObject({
      as: "shop",
      why: { code: "tab-of-shop" },
      rowsRead: 0,
      rowsLeftOut: [
        { reason: "of-shop", count: 2 },
        { reason: "summary", count: 2 },
      ],
    });
    expect(
      found?.benchmarks.map(({ of, rates }) => [of, ...rates.map((rate) => rate.value.toText())]),
    ).toEqual([
      ["peers-best", "0.55"],
      ["peers", "0.385"],
    ]);
  });

  it("products: banner rows, the header in row 6, texts for numbers, only summary rows", () => {
    const { tabs } = run({
      grids: [
        tab(
          "商品询单",
          "下载数据最多5000条，超出部分会被截断！||||",
          "统计日期 2026-10-01||||",
          "||||",
          "||||",
          "||||",
          "商品名称|商品编号|咨询人数|询单人数|最终付款金额",
          "平均值|-|-|3|延迟统计",
          "汇总值|-|-|12|延迟统计",
        ),
      ],
    });
    expect(tabs[0]).toMatchObject({
      as: "shop",
      headerRow: 6,
      rowsLeftOut: [{ reason: "summary", count: 2 }],
    });
  });

  it("figures of a shop's table are read by Sources all the same", () => {
    const { facts, tabs } = run({
      grids: [tab("询单", "日期|询单人数|最终付款人数", "2026-10-01|100|40")],
      sources: [source("asked", { tab: "询单", personColumn: "", dateColumn: "日期", column: "询单人数" })],
    });
    expect(lines(facts)).toEqual(["asked * 2026-10-01 100"]);
    expect(tabs[0]?.as).toBe("source");
  });
});

describe("peer rows of agents' tables", () => {
  it("are benchmarks by metric, as they stand", () => {
    const { tabs } = run({
      grids: [
        tab(
          "客服绩效_20261001_20261031",
          "旺旺昵称|询单人数|询单最终付款转化率|首次响应时长（秒)|平均响应时长（秒)|客户满意率|旺旺回复率|客单价",
          "小雨|80|35%|12.5|37.79|98%|99.5%|130",
          "汇总值|80|35%|-|-|98%|99.5%|130",
          "同行同层优秀|-|45.00%|8|25秒|99%|0.999|--",
          "同行同层均值|-|31|14|40|97%|98%|120.5",
        ),
      ],
    });
    const shown = tabs[0]?.benchmarks.map(({ label, of, values, rates }) => [
      label,
      of,
      ...values.map(({ measure, value }) => `${measure} ${value.toText()}`),
      ...rates.map(({ metric, value }) => `${metric} ${value.toText()}`),
    ]);
    expect(shown).toEqual([
      [
        "汇总值",
        "agents",
        "inquirers 80",
        "reply_rate 0.995",
        "conversion 0.35",
        "aov 130",
        "satisfaction 0.98",
      ],
      [
        "同行同层优秀",
        "peers-best",
        "avg_response 25",
        "first_response 8",
        "reply_rate 0.999",
        "conversion 0.45",
        "satisfaction 0.99",
      ],
      // 31 without a percent sign may be 31 % or a slip: it is left out.
      [
        "同行同层均值",
        "peers",
        "avg_response 40",
        "first_response 14",
        "reply_rate 0.98",
        "aov 120.5",
        "satisfaction 0.97",
      ],
    ]);
  });
});

describe("columns of slips", () => {
  it("a percentage among counts and amounts cannot be read", () => {
    const { facts } = run({
      grids: [tab("2026-10-05", "客服|接待人数|销售额", "小雨|98%|5", "小雪|40|12％", "Ann|40|12")],
    });
    expect(lines(facts)).toEqual([
      "received ann 2026-10-05 40",
      "received 小雨 2026-10-05!B2 cell-percent",
      "received 小雪 2026-10-05 40",
      "sales ann 2026-10-05 12",
      "sales 小雨 2026-10-05 5",
      "sales 小雪 2026-10-05!C3 cell-percent",
    ]);
  });

  it("a date whose order is open, beside dates that are clear, holds its own row only", () => {
    const { facts } = run({
      grids: [tab("Raw", "日期|客服|询单人数", "2026-10-01|小雪|5", "3/4/2026|小雨|6", "2026-10-02|小雪|7")],
    });
    expect(lines(facts)).toEqual([
      "inquirers 小雨 Raw!C3 cell-date-order",
      "inquirers 小雪 2026-10-01 5",
      "inquirers 小雪 2026-10-02 7",
    ]);
  });

  it("another tab of the same export settles the order of day and month", () => {
    const { facts } = run({
      grids: [
        tab("A", "日期|客服|询单人数", "10/2/2026|小雪|5"),
        tab("B", "日期|客服|询单人数", "10/20/2026|小雨|6"),
      ],
    });
    expect(lines(facts)).toEqual(["inquirers 小雨 2026-10-20 6", "inquirers 小雪 2026-10-02 5"]);
  });

  it("sales less refunds tell the refunds", () => {
    const { facts } = run({
      grids: [tab("2026-10-05", "客服账号|客服销售额(元)|去退销售额(元)", "小雨|810|700")],
    });
    expect(total(facts, "refunds", "小雨")).toBe("110");
  });
});

describe("accounts of nobody", () => {
  const roster = rosterOf(
    ["林小雨", "旗舰店:小雨"],
    ["白小雪", "kefu08x"],
    ["Anna Lee", "caller_1020"],
    ["Bob"],
    ["王建国"],
  );

  it.each([
    ["旗舰店:小雨1", "林小雨"],
    ["小宇", ""],
    ["王芳", ""],
    ["小雨01", "林小雨"],
    ["专卖店:客服小雨", "林小雨"],
    ["客服小赵", ""],
    ["专卖店:小雨", "林小雨"],
    ["林晓雨", "林小雨"],
    ["建国", "王建国"],
    ["ana lee", "Anna Lee"],
    ["bobb", "Bob"],
    ["rob", ""],
    ["rod", ""],
    ["bob2", "Bob"],
    ["kefu07", ""],
    ["caller_996", ""],
    ["赵四", ""],
    ["anna smith", ""],
  ])("%s is like %s", (account, names) => {
    expect(
      nearestPeople(roster, account)
        .map(({ name }) => name)
        .join(","),
    ).toBe(names);
  });

  it.each([9, 10, 1161])("%d of them are told one by one up to ten, and at once above", (count) => {
    const accounts = Array.from({ length: count }, (_, index) => `foreign${index}x`);
    const rows = accounts.flatMap((account) => [`${account}|1`, `${account}|2`]);
    const grid = tab("2026-10-05", "客服|销售额", "林晓雨|5", ...rows);
    const { issues } = run({ roster, grids: [grid] });
    const [near, ...others] = issues;
    expect(near).toMatchObject({ code: "account-of-nobody", cell: "A2", values: { people: "林小雨" } });
    if (count + 1 <= 10) expect(others).toHaveLength(count);
    else {
      expect(others).toHaveLength(1);
      expect(others[0]).toMatchObject({ code: "accounts-of-nobody", cell: "A3", found: "foreign0x" });
      expect(others[0]?.values).toMatchObject({ accounts: String(count), count: String(2 * count) });
      const alike = others[0]?.alike ?? [];
      expect([alike.length, alike[count - 1]]).toEqual([
        count,
        { cell: `A${2 * count + 1}`, found: `foreign${count - 1}x` },
      ]);
    }
  });

  it("are never counted, whatever they are like", () => {
    const { facts, issues } = run({ roster, grids: [tab("2026-10-05", "客服|销售额", "林晓雨|5", "Bob|6")] });
    expect(lines(facts)).toEqual(["sales bob 2026-10-05 6"]);
    expect(told(issues)).toEqual(["warning account-of-nobody 2026-10-05!A2"]);
    expect(issues[0]?.values).toMatchObject({ account: "林晓雨", people: "林小雨" });
  });
});

describe("what an unknown table looks like", () => {
  const roster = rosterOf(["小雨"], ["小雪"]);
  const propose = (grid: ReturnType<typeof tab>, headerRow?: number) => {
    const month = { text: "2026-10", first: 46_296, last: 46_326, days: 31 };
    const dictionary = new FieldDictionary(MEASURES);
    return proposeSources({
      grid,
      tabIndex: 0,
      roster,
      dictionary,
      month,
      ...(headerRow ? { headerRow } : {}),
    });
  };
  const CASES = tab(
    "售后登记表",
    "登记人员：客服部||||",
    "登记日|经手人|类型|补偿金额|工单编号",
    "2026-10-01|小雨|退货|38.00元|A1",
    "2026-10-02|小雪|换货|￥12|A2",
    "2026-10-02|小雨|退货||A3",
    "2026-10-03|外人|换货|5|A4",
  );

  it("people, dates and figures, each with samples", () => {
    const found = propose(CASES);
    expect(found?.headerRow).toBe(2);
    expect(
      found?.columns.map(({ header, role, how, certainty, isMoney }) => [
        header,
        role,
        how,
        certainty,
        isMoney,
      ]),
    ).toEqual([
      ["登记日", "date", "", "exact", false],
      ["经手人", "person", "", "guess", false],
      ["类型", "ignore", "", "guess", false],
      ["补偿金额", "measure", "sum", "guess", true],
      ["工单编号", "measure", "distinct", "guess", false],
    ]);
    expect(found?.columns[3]?.samples).toEqual(["38.00元", "￥12"]);
    expect([found?.read, found?.of]).toEqual([3, 4]);
    expect(found?.rows.map(({ measure, how, column, where }) => [measure, how, column, where])).toEqual([
      ["售后登记表_rows", "count", "", ""],
      ["补偿金额", "sum", "补偿金额", ""],
      ["工单编号", "distinct", "工单编号", ""],
      ["类型_换货", "count", "", '=类型="换货"'],
      ["类型_退货", "count", "", '=类型="退货"'],
    ]);
  });

  it("its rows, put on Sources, are read without a problem", () => {
    const rows = propose(CASES)?.rows ?? [];
    const { facts, issues } = run({
      grids: [CASES],
      roster,
      sources: rows.map(({ certainty: _, ...row }) => source(row.measure, row)),
    });
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(total(facts, "补偿金额", "小雨")).toBe("38");
    expect(total(facts, "补偿金额", "小雪")).toBe("12");
    expect(total(facts, "类型_退货", "小雨")).toBe("2");
  });

  it("is said on Checks, with the tab to rename where nothing tells its month", () => {
    const undated = tab("登记", "经手人|数量", "小雨|3", "小雪|4");
    const found = propose(undated);
    expect(found?.isDated).toBe(false);
    expect(found?.rows[0]?.tab).toBe("登记 2026-10");
    expect(proposalLines(found ?? undefined, "en")).toEqual([
      "It looks like a table of people in 经手人. Rows for Sources (or click Map in the sidebar):",
      "登记_rows: count",
      "数量: sum of 数量 (a guess: check it)",
    ]);
    expect(proposalLines(found ?? undefined, "zh")[0]).toContain("员工在“经手人”列");
  });

  it("a chosen header row is taken", () => {
    expect(propose(CASES, 1)?.headerRow).toBe(1);
  });

  it.each([
    ["nothing", []],
    ["one row", ["a|b"]],
    ["a note", ["请各位注意", "", "谢谢"]],
  ])("%s has no proposal", (_name, rows) => {
    expect(propose(tab("x", ...rows))).toBeNull();
  });

  it("a table without people or dates is not said to look like anything", () => {
    const found = propose(tab("价格", "商品|价格", "甲|3", "乙|4"));
    expect(proposalLines(found ?? undefined, "en")).toEqual([]);
  });
});
