import { describe, expect, it } from "vitest";
import { renderIssue } from "../../src/text/render";
import { lines, rosterOf, run, source, tab, told, total } from "./workbook";

describe("recognised exports", () => {
  it("reads a daily export by its headers, wherever it stands and whatever it is called", () => {
    const { facts, issues, tabs } = run({
      grids: [
        tab(
          "whatever",
          "客服数据||||",
          "||||",
          "日期|客服昵称|接待人数|询单人数|销售额",
          "2026-10-01|小雨|40|20|1,234.50元",
          "2026-10-02|小雪|30|10|￥500",
        ),
      ],
    });
    expect(lines(facts, true)).toEqual([
      "inquirers 小雨 2026-10-01 20 whatever!D4",
      "inquirers 小雪 2026-10-02 10 whatever!D5",
      "received 小雨 2026-10-01 40 whatever!C4",
      "received 小雪 2026-10-02 30 whatever!C5",
      "sales 小雨 2026-10-01 1234.5 whatever!E4",
      "sales 小雪 2026-10-02 500 whatever!E5",
    ]);
    expect(issues).toEqual([]);
    expect(tabs[0]).toMatchObject({ as: "agent-day", headerRow: 3, rowsRead: 2, rowsLeftOut: [] });
    expect(tabs[0]?.columns.map(({ column, measure }) => `${column} ${measure}`)).toEqual([
      "2 agent",
      "1 date",
      "3 received",
      "4 inquirers",
      "5 sales",
    ]);
  });

  it("finds a header in row 10, not in row 11", () => {
    const blank = Array.from({ length: 9 }, () => "|");
    const rows = ["旺旺昵称|销售额", "小雨|5"];
    expect(lines(run({ grids: [tab("2026-10-05", ...blank, ...rows)] }).facts)).toEqual([
      "sales 小雨 2026-10-05 5",
    ]);
    expect(run({ grids: [tab("2026-10-05", ...blank, "|", ...rows)] }).tabs[0]).toMatchObject({
      as: "unknown",
    });
  });

  it.each([
    ["客服", "接待人数", "received"],
    ["旺旺", "询单人数延", "inquirers"],
    ["客服账号", "詢單人數", "inquirers"],
    ["客服暱稱", "銷售額", "sales"],
    ["客服帳號", "諮詢人數", "consulted"],
    ["旺旺暱稱", "接待人數", "received"],
    ["姓名", "迟到次数", "late_count"],
    ["员工", "出勤天数", "attended_days"],
    ["員工", "應出勤天數", "scheduled_days"],
    ["Agent", "Sales", "sales"],
    ["Person", "sales", "sales"],
    ["Employee", "Buyers received", "received"],
    ["客服Nick", "件数 ", ""],
    ["客服nick", "销售量 ", "items_sold"],
    ["子账号", "询单->最终付款人数", "final_payers"],
    ["子账号", "询单→最终付款人数延", "final_payers"],
    ["子账号", "詢單->最終付款人數", "final_payers"],
    ["子账号", "最终成团人数", "final_payers"],
    ["子账号", "促成下单人数", "orderers"],
    ["子账号", "下单人数", "orderers"],
    ["子账号", "客服销售额（元)", "sales"],
    ["子账号", "销售额(万元)", "sales"],
    ["子账号", "促成下单商品金额", "sales"],
    ["子账号", "未回覆人數", "unanswered"],
    ["子账号", "未回复数", "unanswered"],
    ["子账号", "慢響應人數", "slow_replies"],
    ["子账号", "關閉筆數", "closed_orders"],
    ["子账号", "投訴數", "complaints"],
    ["子账号", "售後花費", "aftersale_cost"],
    ["子账号", "二次購買業績", "repeat_sales"],
    ["子账号", "曠工天數", "absent_days"],
    ["子账号", "郵費總額", "postage"],
    ["子账号", "協助下單", "assisted_orders"],
    ["子账号", "协助跟进人数", "assisted_followups"],
    ["子账号", "完成退款金额", "refunds"],
    ["子账号", "退款金額", "refunds"],
    ["子账号", "迟到次数(次)", "late_count"],
    ["子账号", "聊天人数(原咨询人数)", "consulted"],
    ["子账号", "最大同时聊天数", "max_chats"],
    ["子账号", "售后花费", "aftersale_cost"],
    ["子账号", "旷工天数", "absent_days"],
  ])("%s, %s gives %s", (agent, header, measure) => {
    const { facts } = run({ grids: [tab("2026-10-05", `${agent}|${header}`, "小雨|7")] });
    expect([...facts.measures.keys()]).toEqual(measure === "" ? [] : [measure]);
    if (measure !== "") expect(total(facts, measure, "小雨")).toBe(header.includes("万") ? "70000" : "7");
  });

  it("takes each measure from one column, the exact header before any other", () => {
    const { facts, tabs } = run({
      grids: [
        tab("2026-10-05", "旺旺昵称|当日询单人数|询单人数延|询单人数|净销售额|销售额", "小雨|1|2|3|4|5"),
      ],
    });
    expect(lines(facts)).toEqual(["inquirers 小雨 2026-10-05 3", "sales 小雨 2026-10-05 5"]);
    expect(tabs[0]?.columns.map((column) => column.header)).toEqual(["旺旺昵称", "询单人数", "销售额"]);
  });

  it("prefers a column that says its unit, and reads hours", () => {
    const one = run({ grids: [tab("2026-10-05", "客服|在线总时长|在线总时长(秒)", "小雨|1小时|3600")] });
    expect(lines(one.facts)).toEqual(["online_seconds 小雨 2026-10-05 3600"]);
    const two = run({ grids: [tab("2026-10-05", "客服|PC在线时长（时）", "小雨|1.5")] });
    expect(lines(two.facts)).toEqual(["online_seconds 小雨 2026-10-05 5400"]);
  });

  it("names both columns where a needed header stands twice, and holds who needs it", () => {
    const { facts } = run({ grids: [tab("2026-10-05", "客服|销售额|接待人数|销售额", "小雨|1|2|3")] });
    expect(lines(facts)).toEqual(["received 小雨 2026-10-05 2", "sales broken header-twice"]);
    expect(facts.measures.get("sales")?.broken[0]).toMatchObject({
      tab: "2026-10-05",
      cell: "D1",
      values: { header: "销售额", first: "B", second: "D" },
    });
  });

  it("joins a second header row, as attendance tables have", () => {
    const { facts, issues } = run({
      grids: [
        tab(
          "考勤",
          "月度汇总 统计日期：2026-10-01 至 2026-10-31",
          "报表生成时间",
          "姓名|部门|应出勤天数|出勤天数|请假||迟到次数",
          "||||事假(天)|病假(天)|",
          "小雨|客服|22|20|1|1|2",
          "小雪|客服|22|22||0.5|0",
        ),
      ],
    });
    expect(lines(facts)).toEqual([
      "attended_days 小雨 month 20",
      "attended_days 小雪 month 22",
      "late_count 小雨 month 2",
      "late_count 小雪 month 0",
      "leave_days 小雨 month 2",
      "leave_days 小雪 month 0.5",
      "scheduled_days 小雨 month 22",
      "scheduled_days 小雪 month 22",
    ]);
    expect(issues).toEqual([]);
  });

  it("takes among several columns of names the one in which the accounts are", () => {
    const { facts } = run({ grids: [tab("2026-10-05", "客服|旺旺昵称|销售额", "x1|小雨|5", "x2|小雪|6")] });
    expect(lines(facts)).toEqual(["sales 小雨 2026-10-05 5", "sales 小雪 2026-10-05 6"]);
  });

  it("does not take a list of orders for an export", () => {
    const { facts, tabs } = run({
      grids: [tab("2026-10", "订单编号|客服|退款金额", "1|小雨|5", "2|小雨|6")],
    });
    expect(lines(facts)).toEqual([]);
    expect(tabs[0]).toMatchObject({
      as: "unknown",
      why: { code: "tab-of-events", values: { header: "订单编号" } },
    });
  });

  it("survives headers such as __proto__, cells of 50,000 characters and ragged rows", () => {
    const long = "字".repeat(50_000);
    const { facts } = run({
      grids: [
        {
          name: "2026-10-05",
          rows: [
            ["客服", "__proto__", "constructor", "销售额", long],
            ["小雨", long, "__proto__", 5],
            ["__proto__"],
            [long, 1, 1, 1],
          ],
        },
      ],
      roster: rosterOf(["小雨"], ["__proto__"]),
    });
    expect(total(facts, "sales", "小雨")).toBe("5");
  });
});

describe("recomputing from rates", () => {
  const header =
    "旺旺昵称|接待人数|未回复人数|旺旺回复率|平均响应时长（秒)|首次响应时长（秒)|询单人数|询单最终付款转化率|销售人数|客单价";

  it("weights averages and rates by their denominators and says so", () => {
    const { facts, issues } = run({
      grids: [tab("2026-10-05", header, "小雨|40|2|95%|37.79|10秒|80|35%|20|12.5")],
    });
    expect(lines(facts)).toEqual([
      "final_payers 小雨 2026-10-05 28",
      "first_response_seconds 小雨 2026-10-05 400",
      "first_responses 小雨 2026-10-05 40",
      "inquirers 小雨 2026-10-05 80",
      "payers 小雨 2026-10-05 20",
      "received 小雨 2026-10-05 40",
      "replied 小雨 2026-10-05 38",
      "response_seconds 小雨 2026-10-05 1511.6",
      "responses 小雨 2026-10-05 40",
      "sales 小雨 2026-10-05 250",
      "unanswered 小雨 2026-10-05 2",
    ]);
    expect(told(issues)).toEqual([
      "info recomputed-from-rate 2026-10-05!E1",
      "info recomputed-from-rate 2026-10-05!F1",
      "info recomputed-from-rate 2026-10-05!H1",
      "info recomputed-from-rate 2026-10-05!J1",
    ]);
  });

  it("says by what it weighs: response times by all receptions, replied or not (READINGS, catalogue)", () => {
    const { issues } = run({ grids: [tab("2026-10-05", header, "小雨|40|2|95%|37.79|10秒|80|35%|20|12.5")] });
    const said = (lang: "en" | "zh") =>
      issues.map((issue) => renderIssue(issue, lang).replace(/^.*recomputed|^.*由其还原/, ""));
    expect(said("en")).toEqual([
      ' from it, weighted by "接待人数", replied or not.',
      ' from it, weighted by "接待人数", replied or not.',
      ' from it, weighted by "询单人数".',
      ' from it, weighted by "销售人数".',
    ]);
    expect(said("zh")).toEqual([
      "，以“接待人数”为权重（含未回复的买家）。",
      "，以“接待人数”为权重（含未回复的买家）。",
      "，以“询单人数”为权重。",
      "，以“销售人数”为权重。",
    ]);
    const answered = run({
      grids: [tab("2026-10-05", "客服|接待人数|响应次数|平均响应(秒)", "小雨|40|90|20")],
    });
    expect(renderIssue(answered.issues[0] as never, "zh")).toMatch(/以“响应次数”为权重。$/);
    const difference = run({ grids: [tab("2026-10-05", "客服|销售额|去退销售额", "小雨|40|30")] });
    expect(difference.issues.map((issue) => renderIssue(issue, "zh"))).toEqual([
      expect.stringMatching(/refunds 由其还原。$/),
    ]);
  });

  it("prefers counts and amounts that are given", () => {
    const { facts, issues } = run({
      grids: [
        tab(
          "2026-10-05",
          "客服|询单人数|询单最终付款人数|询单最终付款转化率|销售额|客单价|销售人数",
          "小雨|80|28|99%|300|7|20",
        ),
      ],
    });
    expect(total(facts, "final_payers", "小雨")).toBe("28");
    expect(total(facts, "sales", "小雨")).toBe("300");
    expect(issues).toEqual([]);
  });

  it("takes replies from the reply rate only where nothing better is given", () => {
    const { facts } = run({ grids: [tab("2026-10-05", "客服|接待人数|回复率", "小雨|40|0.95")] });
    expect(total(facts, "replied", "小雨")).toBe("38");
  });

  it("counts good ratings from answers, or weighs the rate by valid receptions", () => {
    const counts = run({ grids: [tab("2026-10-05", "客服|很满意|满意|一般|不满|很不满", "小雨|5|3|1|1|0")] });
    expect(lines(counts.facts)).toEqual(["good_ratings 小雨 2026-10-05 8", "ratings 小雨 2026-10-05 10"]);
    const rates = run({
      grids: [tab("2026-10-05", "旺旺昵称|接待人数|有效接待人数|客户满意率", "小雨|50|40|0.9")],
    });
    expect(total(rates.facts, "good_ratings", "小雨")).toBe("36");
    expect(total(rates.facts, "ratings", "小雨")).toBe("40");
  });

  it("leaves out what is missing, and holds what cannot be read", () => {
    const { facts, issues } = run({
      grids: [
        tab("2026-10-05", "客服|接待人数|平均响应(秒)", "小雨|40|延迟统计", "小雪|30|1.2.3", "Ann|x|5"),
      ],
    });
    expect(lines(facts)).toEqual([
      "received ann 2026-10-05!B4 cell-text",
      "received 小雨 2026-10-05 40",
      "received 小雪 2026-10-05 30",
      "response_seconds ann 2026-10-05!C4 cell-text",
      "response_seconds 小雪 2026-10-05!C3 cell-points",
      "responses ann 2026-10-05!C4 cell-text",
      "responses 小雪 2026-10-05!C3 cell-points",
    ]);
    expect(told(issues)).toEqual([
      "info recomputed-from-rate 2026-10-05!C1",
      "warning figures-not-ready 2026-10-05",
    ]);
    const issue = facts.measures.get("received")?.byPerson.get("ann")?.unreadable[0]?.issue;
    expect(issue).toMatchObject({
      severity: "error",
      tab: "2026-10-05",
      cell: "B4",
      found: "x",
      values: { header: "接待人数", row: "4", text: "x" },
    });
  });

  describe("forms of rates are decided by column", () => {
    const rates = (...values: readonly string[]) =>
      run({
        grids: [
          tab(
            "2026-10-05",
            "客服|询单人数|询单转化率",
            ...values.map((value, i) => `${["小雨", "小雪", "Ann"][i]}|100|${value}`),
          ),
        ],
      }).facts;

    it("percent texts and fractions may stand side by side", () => {
      const facts = rates("46.12%", "0.4612", "1");
      expect(["小雨", "小雪", "Ann"].map((name) => total(facts, "final_payers", name))).toEqual([
        "46.12",
        "46.12",
        "100",
      ]);
    });

    it("a plain number above 1.5 beside percent texts cannot be read", () => {
      expect(lines(rates("46.12%", "46.12")).filter((line) => line.startsWith("final"))).toEqual([
        "final_payers 小雨 2026-10-05 46.12",
        "final_payers 小雪 2026-10-05!C3 rate-without-percent",
      ]);
    });

    it("numbers above 1.5 without any percent sign are asked about", () => {
      const facts = rates("46.12", "0.5");
      expect(lines(facts).filter((line) => line.startsWith("final"))).toEqual([
        "final_payers 小雨 2026-10-05!C2 rate-column-unclear",
        "final_payers 小雪 2026-10-05!C3 rate-column-unclear",
      ]);
      const held = ["小雨", "小雪"].map(
        (name) => facts.measures.get("final_payers")?.byPerson.get(name)?.unreadable[0]?.issue,
      );
      expect(held[0]).toBe(held[1]);
      expect(held[0]).toMatchObject({ cell: "C2", values: { text: "46.12", fraction: "0.4612" } });
    });

    it("a header that says % makes plain numbers percentages", () => {
      const { facts } = run({ grids: [tab("2026-10-05", "客服|询单人数|询单转化率(%)", "小雨|100|46.12")] });
      expect(total(facts, "final_payers", "小雨")).toBe("46.12");
    });
  });
});

describe("dates", () => {
  const rows = ["旺旺昵称|询单人数", "小雨|5"];

  it.each([
    ["自制报表-客服绩效_20261005_20261005_全部", "2026-10-05"],
    ["自定义报表_下单优先判定_2026-10-01至2026-10-31", "month"],
    ["京东pop2026-10-25", "2026-10-25"],
    ["客服 2026-10", "month"],
  ])("the tab %s is of %s", (name, day) => {
    expect(lines(run({ grids: [tab(name, ...rows)] }).facts)).toEqual([`inquirers 小雨 ${day} 5`]);
  });

  it("a line above the header may say it", () => {
    const { facts, tabs } = run({ grids: [tab("Sheet1", "统计时间：2026-10-01至2026-10-31|", ...rows)] });
    expect(lines(facts)).toEqual(["inquirers 小雨 month 5"]);
    expect(tabs[0]).toMatchObject({ as: "agent-month" });
  });

  it("a tab of another month is left out and told, one that overlaps with a warning", () => {
    const { facts, issues, tabs } = run({
      grids: [tab("2026-09-30", ...rows), tab("2026-09-25至2026-10-05", ...rows)],
    });
    expect(lines(facts)).toEqual([]);
    expect(told(issues)).toEqual([
      "info tab-of-other-month 2026-09-30",
      "warning tab-of-other-month 2026-09-25至2026-10-05",
    ]);
    expect(tabs[0]).toMatchObject({ rowsRead: 0, rowsLeftOut: [{ reason: "tab-of-other-month", count: 1 }] });
  });

  it("a tab without any date holds whoever needs it", () => {
    const { facts, issues } = run({ grids: [tab("Sheet1", ...rows)] });
    expect(lines(facts)).toEqual(["inquirers broken tab-without-date"]);
    expect(issues).toEqual([]);
  });

  it("rows of other months are counted, blank dates are warned of", () => {
    const { facts, issues } = run({
      grids: [
        tab(
          "Raw",
          "日期|客服|询单人数",
          "2026-10-01|小雨|5",
          "2026-09-30|小雨|6",
          "2026/11/1|小雨|7",
          "|小雨|8",
          "-|小雪|9",
        ),
      ],
    });
    expect(lines(facts)).toEqual(["inquirers 小雨 2026-10-01 5"]);
    expect(told(issues)).toEqual(["info rows-of-other-months Raw", "warning rows-without-date Raw!5:5"]);
    expect(issues.map((issue) => issue.values?.count)).toEqual(["2", "2"]);
  });

  it("an unreadable date holds the person of the row", () => {
    const { facts } = run({
      grids: [tab("Raw", "日期|客服|询单人数", "2026-10-01|小雪|5", "2026-02-30|小雨|6")],
    });
    expect(lines(facts)).toEqual(["inquirers 小雨 Raw!C3 cell-no-such-day", "inquirers 小雪 2026-10-01 5"]);
    const issue = facts.measures.get("inquirers")?.byPerson.get("小雨")?.unreadable[0]?.issue;
    expect(issue).toMatchObject({ cell: "A3", found: "2026-02-30", values: { header: "日期" } });
  });

  it("the column settles the order of day and month, or holds whoever needs it", () => {
    const dated = (...dates: string[]) =>
      run({ grids: [tab("Raw", "日期|客服|询单人数", ...dates.map((date) => `${date}|小雨|5`))] }).facts;
    expect(lines(dated("10/2/2026", "10/20/2026"))).toEqual([
      "inquirers 小雨 2026-10-02 5",
      "inquirers 小雨 2026-10-20 5",
    ]);
    expect(lines(dated("2/10/2026", "20/10/2026"))).toEqual([
      "inquirers 小雨 2026-10-02 5",
      "inquirers 小雨 2026-10-20 5",
    ]);
    expect(lines(dated("10/2/2026", "10/3/2026"))).toEqual(["inquirers broken date-order-unsettled"]);
    expect(lines(dated("10/20/2026", "20/10/2026"))).toEqual(["inquirers broken date-order-contradictory"]);
  });

  it("reads a column of months", () => {
    const { facts } = run({
      grids: [tab("考勤", "月份|姓名|出勤天数", "2026-10|小雨|20", "2026-09|小雨|21", "202610|小雪|22")],
    });
    expect(lines(facts)).toEqual(["attended_days 小雨 month 20", "attended_days 小雪 month 22"]);
  });
});

describe("rows that do not count", () => {
  it("leaves out summaries, repeated headers and blank rows, and keeps benchmarks", () => {
    const labels = [
      "汇总",
      "均值",
      "汇总值",
      "平均值",
      "全店汇总值",
      "全店平均值",
      "同行同层优秀",
      "同行同层均值",
      "总值",
      "合计",
      "总计",
      "平均",
      "店铺总计",
      "Total",
      "Average",
      "彙總",
      "總計",
    ];
    const header = "旺旺昵称|销售额";
    const { facts, issues, tabs } = run({
      grids: [tab("2026-10-05", header, "小雨|5", "|", header, ...labels.map((label) => `${label}|99`))],
    });
    expect(lines(facts)).toEqual(["sales 小雨 2026-10-05 5"]);
    expect(issues).toEqual([]);
    expect(tabs[0]?.rowsLeftOut).toEqual([
      { reason: "empty", count: 1 },
      { reason: "repeated-header", count: 1 },
      { reason: "summary", count: labels.length },
    ]);
    expect(tabs[0]?.benchmarks[6]).toMatchObject({ label: "同行同层优秀", row: 11 });
    expect(tabs[0]?.benchmarks[6]?.values[0]?.value.toText()).toBe("99");
  });

  it("finds the label in the date column or the first column too", () => {
    const { facts, issues } = run({
      grids: [tab("Raw", "店铺|日期|客服|销售额", "s|2026-10-05|小雨|5", "店铺总计|||5", "|平均||5")],
    });
    expect(lines(facts)).toEqual(["sales 小雨 2026-10-05 5"]);
    expect(issues).toEqual([]);
  });

  it("warns once of each account of nobody, and of rows without a person", () => {
    const { facts, issues } = run({
      grids: [tab("2026-10-05", "客服|销售额", "小雨|5", "路人|1", "路人 |2", "过客|3", "|4")],
    });
    expect(lines(facts)).toEqual(["sales 小雨 2026-10-05 5"]);
    expect(told(issues)).toEqual([
      "warning account-of-nobody 2026-10-05!A3",
      "warning account-of-nobody 2026-10-05!A5",
      "warning rows-without-person 2026-10-05!6:6",
    ]);
    expect(issues.map((issue) => issue.values?.count)).toEqual(["1", "2", "1"]);
  });

  it("leaves out days outside employment, with one warning a person and tab", () => {
    const { facts, issues } = run({
      roster: rosterOf(["小雨", "", "2026-10-10"], ["小雪", "", "2026-01-01", "2026-10-02"]),
      grids: [
        tab(
          "Raw",
          "日期|客服|销售额",
          "2026-10-09|小雨|1",
          "2026-10-08|小雨|1",
          "2026-10-10|小雨|2",
          "2026-10-02|小雪|3",
          "2026-10-03|小雪|4",
        ),
      ],
    });
    expect(lines(facts)).toEqual(["sales 小雨 2026-10-10 2", "sales 小雪 2026-10-02 3"]);
    expect(told(issues)).toEqual(["warning outside-employment Raw!B2", "warning outside-employment Raw!B6"]);
  });

  it("an account of two people on one day holds both; on different days each has his own", () => {
    const sharing = (left: string) =>
      run({
        roster: rosterOf(["小雨", "seat1", "2026-01-01", left], ["小雪", "seat1", "2026-10-03"]),
        grids: [tab("Raw", "日期|客服|销售额", "2026-10-02|seat1|1", "2026-10-03|seat1|2")],
      });
    const apart = sharing("2026-10-02");
    expect(lines(apart.facts)).toEqual(["sales 小雨 2026-10-02 1", "sales 小雪 2026-10-03 2"]);
    expect(apart.issues).toEqual([]);
    const shared = sharing("2026-12-31");
    expect(lines(shared.facts)).toEqual(["sales 小雨 2026-10-02 1"]);
    expect(told(shared.issues)).toEqual(["error account-shared Raw!B3 holds 小雨,小雪"]);
  });
});

describe("pasted twice", () => {
  const header = "日期|客服|接待人数|销售额|备注";

  it("two accounts of one person on one day add up", () => {
    const { facts, issues } = run({
      grids: [tab("Raw", header, "2026-10-01|小雨|1|5|", "2026-10-01|shop:小雨|2|6|")],
    });
    expect(total(facts, "sales", "小雨")).toBe("11");
    expect(issues).toEqual([]);
  });

  it("equal rows count once, in one tab and in two, with columns in any order", () => {
    const { facts, issues, tabs } = run({
      grids: [
        tab("B", header, "2026-10-01|小雨|1|5|", "2026-10-01|小雨|1|5|", "2026-10-02|小雨|1|7|"),
        tab("A", "客服|日期|销售额|备注|接待人数", "小雨|2026-10-01|5||1", "小雪|2026-10-01|9||1"),
      ],
    });
    expect(total(facts, "sales", "小雨")).toBe("12");
    expect(total(facts, "sales", "小雪")).toBe("9");
    expect(told(issues)).toEqual(["warning rows-pasted-twice B!2:2"]);
    expect(issues[0]?.values).toEqual({ other: "A", count: "2", rows: "2–3" });
    expect(tabs[0]?.rowsLeftOut).toEqual([{ reason: "pasted-twice", count: 2 }]);
    expect(tabs[0]?.rowsRead).toBe(1);
    const single = run({ grids: [tab("B", header, "2026-10-01|小雨|1|5|", "2026-10-01|小雨|1|5|")] });
    expect(told(single.issues)).toEqual(["warning rows-repeated B!3:3"]);
  });

  it("an account's rows for two shops add up", () => {
    const { facts, issues } = run({
      grids: [tab("Raw", "日期|店铺|客服账号|销售额", "2026-10-01|A|小雨|5", "2026-10-01|B|小雨|6")],
    });
    expect(total(facts, "sales", "小雨")).toBe("11");
    expect(issues).toEqual([]);
  });

  it("rows that differ hold the person and nobody else, naming both cells", () => {
    const { facts, issues } = run({
      grids: [
        tab("A", header, "2026-10-01|小雨|1|5|", "2026-10-01|小雪|1|8|"),
        tab("B", header, "2026-10-01|小雨|1|6|"),
      ],
    });
    expect(told(issues)).toEqual(["error rows-contradict B!D2 holds 小雨"]);
    expect(issues[0]?.values).toMatchObject({
      other: "A!D2",
      text: "6",
      otherText: "5",
      header: "销售额",
      day: "2026-10-01",
    });
    expect(lines(facts)).toEqual([
      "received 小雨 2026-10-01 1",
      "received 小雪 2026-10-01 1",
      "sales 小雪 2026-10-01 8",
    ]);
  });

  it("the same figures in a daily and a monthly export count once; different ones hold whoever needs them", () => {
    const daily = tab(
      "Daily",
      "日期|客服|接待人数",
      "2026-10-01|小雨|3",
      "2026-10-02|小雨|4",
      "2026-10-01|小雪|5",
    );
    const monthly = (rain: number) =>
      tab("客服_20261001_20261031", "旺旺昵称|接待人数|销售额", `小雨|${rain}|70`, "小雪|5|50");
    const equal = run({ grids: [daily, monthly(7)] });
    expect(total(equal.facts, "received", "小雨")).toBe("7");
    expect(told(equal.issues)).toEqual(["info figures-twice 客服_20261001_20261031"]);
    const different = run({ grids: [monthly(8), daily] });
    expect(total(different.facts, "received", "小雨")).toBe("none");
    expect(total(different.facts, "received", "小雪")).toBe("5");
    expect(told(different.issues.filter((issue) => issue.severity === "error"))).toEqual([
      "error figures-contradict 客服_20261001_20261031!B2",
    ]);
    const disputed = different.facts.measures.get("received")?.byPerson.get("小雨")?.unreadable;
    expect(disputed?.map(({ issue }) => issue.code)).toEqual(["figures-contradict"]);
    expect(different.issues.find((issue) => issue.severity === "error")?.values).toMatchObject({
      other: "Daily!C2",
    });
  });

  it("given figures win over recomputed ones", () => {
    const { facts } = run({
      grids: [
        tab("A 2026-10-05", "客服|询单人数|询单转化率", "小雨|100|35.5%"),
        tab("B 2026-10-05", "客服|询单人数|询单最终付款人数", "小雨|100|36"),
      ],
    });
    expect(total(facts, "final_payers", "小雨")).toBe("36");
    expect(total(facts, "inquirers", "小雨")).toBe("100");
  });

  it("tabs of different days add up, with one layout or two", () => {
    const { facts, issues } = run({
      grids: [
        tab("2026-10-01", "客服|销售额", "小雨|1"),
        tab("2026-10-02", "客服|销售额", "小雨|2"),
        tab("2026-10-03", "客服|销售额|备注", "小雨|4|"),
        tab("2026-10-10至2026-10-20", "客服|销售额", "小雨|8"),
      ],
    });
    expect(total(facts, "sales", "小雨")).toBe("15");
    expect(issues).toEqual([]);
  });

  it("overlapping spans are never added", () => {
    const { facts, issues } = run({
      grids: [
        tab("2026-10-01至2026-10-15", "客服|销售额", "小雨|1"),
        tab("2026-10-01至2026-10-31", "客服|销售额", "小雨|2"),
      ],
    });
    expect(total(facts, "sales", "小雨")).toBe("none");
    expect(told(issues)).toEqual(["error figures-contradict 2026-10-01至2026-10-31!B2"]);
  });

  const PERIODS: readonly (readonly [string, readonly [days: string, sales: string][], string, string])[] = [
    [
      "the same days",
      [
        ["01~15", "7"],
        ["01~15", "7"],
      ],
      "7",
      "info figures-twice",
    ],
    [
      "two halves and the whole",
      [
        ["01~15", "3"],
        ["16~31", "4"],
        ["01~31", "7"],
      ],
      "7",
      "info figures-twice",
    ],
    [
      "more days, and nothing more",
      [
        ["01~15", "7"],
        ["01~31", "7"],
      ],
      "7",
      "warning figures-twice-other-days",
    ],
    [
      "days in common",
      [
        ["01~20", "7"],
        ["10~31", "7"],
      ],
      "none",
      "error periods-overlap",
    ],
    [
      "one day in common",
      [
        ["01~15", "7"],
        ["15~31", "7"],
      ],
      "none",
      "error periods-overlap",
    ],
    [
      "days in common, and others on each",
      [
        ["01~20", "7"],
        ["10~31", "9"],
      ],
      "none",
      "error periods-overlap",
    ],
    [
      "no day in common",
      [
        ["01~15", "7"],
        ["16~31", "7"],
      ],
      "14",
      "",
    ],
    [
      "days in common and nothing on any",
      [
        ["01~20", "0"],
        ["10~31", "0"],
      ],
      "0",
      "info figures-twice",
    ],
  ];

  it.each(PERIODS)("figures of %s", (_, periods, expected, said) => {
    // Layouts differ, so that no row is a repeat of another.
    const grids = periods.map(([days, sales], index) => {
      const [first = "", last = ""] = days.split("~");
      return tab(`2026-10-${first}至2026-10-${last}`, `客服|销售额|备注${index}`, `小雨|${sales}|`);
    });
    const named = grids.map((grid, index) => ({ ...grid, name: `${index} ${grid.name}` }));
    for (const order of [named, [...named].reverse()]) {
      const { facts, issues } = run({ grids: order });
      expect(total(facts, "sales", "小雨")).toBe(expected);
      const codes = issues.map(({ severity, code }) => `${severity} ${code}`);
      expect([...new Set(codes)].join()).toBe(said);
    }
  });

  it("a month's total of Sources and an export's days count once, or hold", () => {
    const daily = tab("Daily", "日期|客服|销售额", "2026-10-01|小雨|3", "2026-10-02|小雨|4");
    const of = (amount: number) =>
      run({
        grids: [tab("Own 2026-10", "agent|amount", `小雨|${amount}`), daily],
        sources: [source("sales", { tab: "Own 2026-10", dateColumn: "", column: "amount" })],
      });
    expect(total(of(7).facts, "sales", "小雨")).toBe("7");
    expect(told(of(7).issues)).toContain("info figures-twice Own 2026-10");
    expect(total(of(8).facts, "sales", "小雨")).toBe("none");
    expect(told(of(8).issues)).toContain("error figures-contradict Own 2026-10!B2");
  });

  it("refuses exports under different rules of attribution", () => {
    const { issues } = run({
      grids: [
        tab("日报_下单判定_2026-10-01至2026-10-01", "客服|销售额", "小雨|1"),
        tab("日报_付款判定_2026-10-02至2026-10-02", "客服|销售额", "小雨|1"),
      ],
    });
    expect(told(issues)).toEqual([
      "error judgement-rules-mixed 日报_下单判定_2026-10-01至2026-10-01",
      "error judgement-rules-mixed 日报_付款判定_2026-10-02至2026-10-02",
    ]);
  });
});

describe("messages", () => {
  it("has words for every code of the ingest part, in both languages, and fills them", () => {
    const { issues, facts } = run({
      roster: rosterOf(["小雨", "", "2026-10-02"], ["小雪", "x"], ["Ann", "x"]),
      grids: [
        tab(
          "A",
          "日期|客服|接待人数|销售额|平均响应",
          "2026-10-01|小雨|1|1|1",
          "2026-10-02|小雨|1|2|延迟统计",
          "2026-10-02|小雨|1|3|1",
        ),
        tab(
          "B",
          "日期|客服|接待人数|销售额|平均响应",
          "2026-10-03|x|1|1|1",
          "2026-10-03|y|1|1|1",
          "2026-09-03|y|1|1|1",
          "|y|1|1|1",
          "2026-10-03||1|1|1",
        ),
        tab("C 2026-09", "客服|销售额", "小雨|1"),
        tab("D", "客服|迟到次数", "小雨|1"),
        tab("E 2026-10", "客服|接待人数", "小雨|7"),
        tab(
          "F 2026-10-02",
          "客服|询单人数|转化率|询单转化率|早退次数|早退次数",
          "小雪|7|1|50|1|1",
          "小雨|1|1|12,5|1|1",
        ),
      ],
    });
    const broken = [...facts.measures.values()].flatMap((measure) => [
      ...measure.broken,
      ...[...measure.byPerson.values()].flatMap((series) => series.unreadable.map(({ issue }) => issue)),
    ]);
    const codes = new Set<string>();
    for (const issue of [...issues, ...broken]) {
      codes.add(issue.code);
      for (const lang of ["en", "zh"] as const) {
        const text = renderIssue(issue, lang, (code) => {
          throw new Error(`no words for ${code}`);
        });
        expect(text).not.toMatch(/\{\w+\}|undefined| {2}/);
      }
    }
    expect([...codes].sort()).toEqual([
      "account-of-nobody",
      "account-shared",
      "data-ends-early",
      "figures-contradict",
      "figures-not-ready",
      "header-twice",
      "outside-employment",
      "rate-column-unclear",
      "recomputed-from-rate",
      "rows-contradict",
      "rows-of-other-months",
      "rows-without-date",
      "rows-without-person",
      "tab-of-other-month",
      "tab-without-date",
    ]);
  });
});
