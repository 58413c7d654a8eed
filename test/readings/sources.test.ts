import { checkCases, payTab, tab } from "./book";

const STAFF = tab("Staff", "Person | Team | Plan\nAnn | T | P\nBen | T | P");
const CALLS = tab(
  "Call list",
  [
    "Who | When | Deal stage | Amount | Minutes | Score | Customer",
    "Ann | @2026-10-01 | Won | 100 | 10 | 80 | c1",
    "Ann | @2026-10-02 | lost | 50 | 20 | 90 | c2",
    "Ann | @2026-10-02 | WON | 25.5 | 30 | - | c1",
    "Ben | @2026-10-03 | Lost | 10 | 5 | 60 | C1",
    "Ben | @2026-09-30 | Won | 999 | 5 | 60 | c9",
  ].join("\n"),
);
const H = "Source | Tab | Person column | Date column | Measure | How | Column | Weight column | Where\n";
const sources = (rows: string) => tab("Sources", H + rows);
const pays = (...formulas: string[]) =>
  tab(
    "Pay",
    `Plan | Component | Formula\n${formulas.map((formula, index) => `P | line${"abcdefgh"[index]} | ${formula}`).join("\n")}`,
  );

checkCases("Sources: how (3.13)", [
  {
    name: "sum is the default, blanks repeat the row above of the same Source",
    why: "3.13: Ann 100 + 50 + 25.5 = 175.5 and 60 minutes; Ben 10 and 5 (September is not this month)",
    tabs: [
      STAFF,
      CALLS,
      sources("c | Call list | Who | When | amount | | Amount | |\nc | | | | minutes | | Minutes | |"),
      pays("=amount", "=minutes"),
    ],
    expect: { pay: { Ann: { linea: "175.50", lineb: "60.00" }, Ben: { linea: "10.00", lineb: "5.00" } } },
  },
  {
    name: "a measure under the name of a metric of its own is that metric's",
    why: "3.4, 3.13: Metrics has 退款金额 without a formula, so that Sources gives it and refunds has no data: Ann 175.5, Ben 10",
    tabs: [
      STAFF,
      CALLS,
      sources("c | Call list | Who | When | 退款金额 | | Amount | |"),
      tab("Metrics", "Metric | Formula\n退款金额 |\n净额 | =0-退款金额"),
      pays("=退款金额", "=净额"),
    ],
    expect: {
      pay: { Ann: { linea: "175.50", lineb: "-175.50" }, Ben: { linea: "10.00", lineb: "-10.00" } },
    },
  },
  {
    name: "a measure under its Chinese name is the catalogue's",
    why: "3.4, 3.13: 退款金额 is refunds, for formulas by either name and beside an English row: Ann 175.5 + 60, Ben 10 + 5",
    tabs: [
      STAFF,
      CALLS,
      sources("c | Call list | Who | When | 退款金额 | | Amount | |\nc | | | | refunds | | Minutes | |"),
      tab("Metrics", "Metric | 中文名 | Formula\nrefunds | 退款金额 |\nnet | 净额 | =0-退款金额"),
      pays("=refunds", "=退款金额", "=net"),
    ],
    expect: {
      pay: {
        Ann: { linea: "235.50", lineb: "235.50", linec: "-235.50" },
        Ben: { linea: "15.00", lineb: "15.00", linec: "-15.00" },
      },
      warnings: [],
    },
  },
  {
    name: "blanks repeat also with another Source between",
    why: "3.13: the row above of the same Source",
    tabs: [
      STAFF,
      CALLS,
      tab("More", "Name | Day | X\nAnn | @2026-10-01 | 7\nBen | @2026-10-01 | 8"),
      sources(
        "c | Call list | Who | When | amount | | Amount | |\nm | More | Name | Day | xs | sum | X | |\nc | | | | minutes | | Minutes | |",
      ),
      pays("=minutes+xs"),
    ],
    expect: { total: { Ann: "67.00", Ben: "13.00" } },
  },
  {
    name: "count, distinct, average, min, max, weighted",
    why: "3.13: rows 3; filled Score cells 2; customers c1, c2: 2; mean score 85; min 50/2.. 25.5; max 100; weighted score (80x10 + 90x20)/30",
    tabs: [
      STAFF,
      CALLS,
      sources(
        [
          "c | Call list | Who | When | calls | count | | |",
          "c | | | | rated | count | Score | |",
          "c | | | | clients | distinct | Customer | |",
          "c | | | | qa | average | Score | |",
          "c | | | | least | min | Amount | |",
          "c | | | | most | max | Amount | |",
          "c | | | | qw | weighted | Score | Minutes |",
        ].join("\n"),
      ),
      pays("=calls", "=rated", "=clients", "=qa", "=least", "=most", "=qw"),
    ],
    expect: {
      pay: {
        Ann: {
          linea: "3.00",
          lineb: "2.00",
          linec: "2.00",
          lined: "85.00",
          linee: "25.50",
          linef: "100.00",
          lineg: "86.67",
        },
      },
    },
  },
  {
    name: "Chinese words",
    why: "3.2: 计数 求和 平均 最小 最大 去重计数 加权平均, and Traditional headers",
    tabs: [
      STAFF,
      CALLS,
      tab(
        "源",
        '數據源 | 工作表 | 員工列 | 日期列 | 計量 | 匯總方式 | 列 | 權重列 | 條件\nc | Call list | Who | When | a | 计数 | | |\nc | | | | b | 去重计数 | Customer | |\nc | | | | d | 加权平均 | Score | Minutes |\nc | | | | e | 求和 | Amount | | [Deal stage]="won"',
      ),
      pays("=a", "=b", "=d", "=e"),
    ],
    expect: { pay: { Ann: { linea: "3.00", lineb: "2.00", linec: "86.67", lined: "125.50" } } },
  },
  {
    name: "distinct counts over the month and over the team, never day by day",
    why: "3.13: Ann c1 c2 = 2, Ben C1 = 1, the team c1 c2 = 2",
    tabs: [
      STAFF,
      CALLS,
      sources("c | Call list | Who | When | clients | distinct | Customer | |"),
      pays("=clients", "=TEAM.VALUE(clients)"),
    ],
    expect: { pay: { Ann: { linea: "2.00", lineb: "2.00" }, Ben: { linea: "1.00", lineb: "2.00" } } },
  },
  {
    name: "average rolls up by its sum and count",
    why: "3.13: the team's is (80 + 90 + 60)/3 = 76.67, not the mean of 85 and 60; AVERAGE of it is refused",
    tabs: [
      STAFF,
      CALLS,
      sources("c | Call list | Who | When | qa | average | Score | |"),
      pays("=TEAM.VALUE(qa)"),
    ],
    expect: { total: { Ann: "76.67" } },
  },
  {
    name: "a mean of means is refused",
    why: "4.3",
    tabs: [
      STAFF,
      CALLS,
      sources("c | Call list | Who | When | qa | average | Score | |"),
      pays("=TEAM.AVERAGE(qa)"),
    ],
    expect: { held: ["Ann", "Ben"], errors: ["team-average-of-quotient Pay!C2"] },
  },
  {
    name: "one measure from two rows adds up",
    why: "3.13: two shops: Ann 175.5 + 7",
    tabs: [
      STAFF,
      CALLS,
      tab("More", "Name | Day | X\nAnn | @2026-10-01 | 7"),
      sources(
        "c | Call list | Who | When | amount | sum | Amount | |\nm | More | Name | Day | Amount | sum | X | |",
      ),
      pays("=amount"),
    ],
    expect: { total: { Ann: "182.50", Ben: "10.00" } },
  },
  {
    name: "any other How in two rows is an error",
    why: "3.13: two averages do not add up",
    tabs: [
      STAFF,
      CALLS,
      tab("More", "Name | Day | X\nAnn | @2026-10-01 | 7"),
      sources(
        "c | Call list | Who | When | qa | average | Score | |\nm | More | Name | Day | qa | average | X | |",
      ),
      pays("=qa"),
    ],
    expect: { held: ["Ann", "Ben"], errors: ["sources-measure-twice"] },
  },
]);

checkCases("Sources: where (3.3, 3.13, 4.1)", [
  {
    name: "a condition over the row's columns",
    why: "3.13: headers with blanks as [Deal stage]; text without case; = may be missing: 100 + 25.5; Ben 0",
    tabs: [
      STAFF,
      CALLS,
      sources('c | Call list | Who | When | won | sum | Amount | | [Deal stage]="won"'),
      pays("=won"),
    ],
    expect: { total: { Ann: "125.50", Ben: "0.00" } },
  },
  {
    name: "numbers, dates, AND, OR, headers without blanks",
    why: "3.13: cells parse as numbers or dates: Minutes >= 20 on or after the 2nd: 50 + 25.5; dealstage is the header's normalised form",
    tabs: [
      STAFF,
      CALLS,
      sources(
        'c | Call list | Who | When | a | sum | Amount | | =AND(Minutes>=20,When>="2026-10-02")\nc | | | | b | count | | | =OR(dealstage="won",amount<20)',
      ),
      pays("=a", "=b"),
    ],
    expect: { pay: { Ann: { linea: "75.50", lineb: "2.00" }, Ben: { linea: "0.00", lineb: "1.00" } } },
  },
  {
    name: "no matching row",
    why: "3.13: count, distinct and sum with Where give 0 if the table has any row in the month; sum without Where, average, min, max, weighted no data",
    tabs: [
      tab("Staff", "Person | Team | Plan\nAnn | T | P\nCid | T | P"),
      CALLS,
      sources(
        'c | Call list | Who | When | n | count | | |\nc | | | | d | distinct | Customer | |\nc | | | | w | sum | Amount | | [Deal stage]="won"\nc | | | | s | sum | Amount | |\nc | | | | a | average | Score | |\nc | | | | m | min | Score | |',
      ),
      pays("=n+d+w", "=SUM(1,s)", "=SUM(2,a)", "=SUM(3,m)"),
    ],
    expect: {
      pay: { Cid: { linea: "0.00", lineb: "1.00", linec: "2.00", lined: "3.00" } },
      warnings: ["account-of-nobody"],
    },
  },
  {
    name: "no row in the month at all",
    why: "3.13: then a count is no data, which holds in Pay",
    tabs: [STAFF, CALLS, sources("c | Call list | Who | When | n | count | | |"), pays("=n")],
    month: "2026-11",
    expect: { held: ["Ann", "Ben"], errors: ["no-data-in-pay Pay!C2"] },
  },
  {
    name: "Where is tested before the measured cell is read",
    why: "3.13, 5.5: the lost row's amount cannot be read and holds nobody",
    tabs: [
      STAFF,
      tab(
        "L",
        "Who | When | Stage | Amount\nAnn | @2026-10-01 | Won | 5\nAnn | @2026-10-02 | Lost | 1x\nBen | @2026-10-02 | Won | 2x",
      ),
      sources('c | L | Who | When | won | sum | Amount | | Stage="Won"'),
      pays("=won"),
    ],
    expect: { held: ["Ben"], errors: ["cell-unit L!D4"], total: { Ann: "5.00" } },
  },
  {
    name: "an unknown header in Where",
    why: "4: names tab, cell, formula and mend",
    tabs: [
      STAFF,
      CALLS,
      sources('c | Call list | Who | When | won | sum | Amount | | =Stag="Won"'),
      pays("=won"),
    ],
    expect: { held: ["Ann", "Ben"], errors: ["where-unknown-header Sources!I2"] },
  },
  {
    name: "a division by zero in Where holds whoever the row is about",
    why: "4.1: in Where an error",
    tabs: [
      STAFF,
      tab("L", "Who | When | A | B\nAnn | @2026-10-01 | 1 | 0\nBen | @2026-10-01 | 4 | 2"),
      sources("c | L | Who | When | n | count | | | =A/B>1"),
      pays("=n"),
    ],
    expect: { held: ["Ann"], errors: ["division-by-zero"], total: { Ben: "1.00" } },
  },
]);

checkCases("Sources: tabs, persons and dates (3.13)", [
  {
    name: "a missing tab holds everyone whose plan uses the measure",
    why: "3.13: Ben's plan does not",
    tabs: [
      tab("Staff", "Person | Plan\nAnn | P\nBen | Q"),
      sources("c | Nowhere | Who | When | n | count | | |"),
      tab("Pay", "Plan | Component | Formula\nP | x | =n\nQ | x | =1"),
    ],
    expect: { held: ["Ann"], errors: ["sources-tab-missing Sources!B2"], total: { Ben: "1.00" } },
  },
  {
    name: "a missing column",
    why: "an error at the Sources cell that names it",
    tabs: [STAFF, CALLS, sources("c | Call list | Who | When | n | sum | Amounts | |"), pays("=n")],
    expect: { held: ["Ann", "Ben"], errors: ["sources-column-missing Sources!G2"] },
  },
  {
    name: "without a Date column the tab's name says the month",
    why: "3.13: 2026-10 in the name",
    tabs: [
      STAFF,
      tab("calls 2026年10月", "Who | N\nAnn | 5\nBen | 6"),
      sources("c | calls 2026年10月 | Who | | n | sum | N | |"),
      pays("=n"),
    ],
    expect: { total: { Ann: "5.00", Ben: "6.00" } },
  },
  {
    name: "without a Date column and a name that states no month",
    why: "3.13: else it is an error",
    tabs: [
      STAFF,
      tab("calls", "Who | N\nAnn | 5\nBen | 6"),
      sources("c | calls | Who | | n | sum | N | |"),
      pays("=n"),
    ],
    expect: { held: ["Ann", "Ben"], errors: ["tab-without-date calls"] },
  },
  {
    name: "a row with a blank date belongs to no month",
    why: "3.13: a warning; 5 only",
    tabs: [
      STAFF,
      tab("L", "Who | When | N\nAnn | @2026-10-01 | 5\nAnn | | 7\nBen | @2026-10-01 | 1"),
      sources("c | L | Who | When | n | sum | N | |"),
      pays("=n"),
    ],
    expect: { total: { Ann: "5.00" }, warnings: ["rows-without-date"] },
  },
  {
    name: "without a Person column the measure is the shop's",
    why: "3.13: SHOP.VALUE gives 1000/200; by itself it is an error",
    tabs: [
      STAFF,
      tab("Ads", "Day | Spend | Sold\n@2026-10-01 | 150 | 600\n@2026-10-02 | 50 | 400"),
      sources("a | Ads | | Day | ad_spend | sum | Spend | |\na | | | | ad_sales | sum | Sold | |"),
      tab("Metrics", "Metric | Formula\nroi | =ad_sales/ad_spend"),
      pays("=SHOP.VALUE(roi)", "=SHOP.VALUE(ad_sales)"),
    ],
    expect: { pay: { Ann: { linea: "5.00", lineb: "1000.00" } } },
  },
  {
    name: "a shop's measure for a person",
    why: "3.13: usable under SHOP. only",
    tabs: [
      STAFF,
      tab("Ads", "Day | Spend\n@2026-10-01 | 150"),
      sources("a | Ads | | Day | cost_of_ads | sum | Spend | |"),
      pays("=cost_of_ads"),
    ],
    expect: { held: ["Ann", "Ben"], errors: ["shop-measure-only Pay!C2"] },
  },
  {
    name: "pasted twice",
    why: "3.13: a row equal in every cell to a row of another tab with the same header counts once, with a warning: 5 + 7, not 17",
    tabs: [
      STAFF,
      tab("L1", "Who | When | N\nAnn | @2026-10-01 | 5\nBen | @2026-10-01 | 1"),
      tab("L2", "When | Who | N\n@2026-10-01 | Ann | 5\n@2026-10-02 | Ann | 7"),
      sources("c | L1 | Who | When | n | sum | N | |\nd | L2 | Who | When | n | sum | N | |"),
      pays("=n"),
    ],
    expect: { total: { Ann: "12.00", Ben: "1.00" }, warnings: ["rows-pasted-twice"] },
  },
  {
    name: "equal rows of one tab are rows of their own",
    why: "3.13 speaks of another tab: two calls of the same length on one day are two",
    tabs: [
      STAFF,
      tab("L1", "Who | When | N\nAnn | @2026-10-01 | 5\nAnn | @2026-10-01 | 5\nBen | @2026-10-01 | 1"),
      sources("c | L1 | Who | When | n | sum | N | |"),
      pays("=n"),
    ],
    expect: { total: { Ann: "10.00" } },
  },
  {
    name: "an export pasted twice",
    why: "3.13: the same day in two tabs counts once",
    tabs: [
      STAFF,
      tab("a", "客服 | 日期 | 销售额\nAnn | 2026-10-01 | 5\nBen | 2026-10-01 | 1"),
      tab("b", "客服 | 日期 | 销售额\nAnn | 2026-10-01 | 5\nAnn | 2026-10-02 | 7"),
      payTab("=sales"),
    ],
    expect: { total: { Ann: "12.00", Ben: "1.00" }, warnings: ["rows-pasted-twice"] },
  },
  {
    name: "rows of an export that differ hold the person",
    why: "3.13: Ann's 1 October stands with 5 and with 6; her plan uses sales",
    tabs: [
      STAFF,
      tab("a", "客服 | 日期 | 销售额\nAnn | 2026-10-01 | 5\nBen | 2026-10-01 | 1"),
      tab("b", "客服 | 日期 | 销售额\nAnn | 2026-10-01 | 6\nAnn | 2026-10-02 | 7"),
      payTab("=sales"),
    ],
    expect: { held: ["Ann"], errors: ["rows-contradict"], total: { Ben: "1.00" } },
  },
  {
    name: "a row of Sources that cannot be used holds who needs it",
    why: "9.1: How tally is no word; the other measure stands",
    tabs: [
      tab("Staff", "Person | Plan\nAnn | P\nBen | Q"),
      CALLS,
      sources("c | Call list | Who | When | n | tally | Amount | |\nc | | | | calls | count | | |"),
      tab("Pay", "Plan | Component | Formula\nP | x | =n\nQ | x | =calls"),
    ],
    expect: { held: ["Ann"], errors: ["unknown-word Sources!F2"], total: { Ben: "1.00" } },
  },
  {
    name: "day order in a raw column",
    why: "3.5: 13/10/2026 says day first: 3/10/2026 is 3 October; the second tab settles nothing and holds who needs it",
    tabs: [
      tab("Staff", "Person | Plan\nAnn | P\nBen | Q"),
      tab("L1", "Who | When | N\nAnn | 3/10/2026 | 5\nAnn | 13/10/2026 | 7"),
      tab("L2", "Who | When | M\nBen | 3/10/2026 | 5"),
      sources("c | L1 | Who | When | n | sum | N | |\nd | L2 | Who | When | m | sum | M | |"),
      tab("Pay", "Plan | Component | Formula\nP | x | =n\nQ | x | =m"),
    ],
    expect: { held: ["Ben"], errors: ["date-order-unsettled L2!B1"], total: { Ann: "12.00" } },
  },
]);

checkCases("Metrics (3.4, 3.12)", [
  {
    name: "inside its own formula a metric's name is the measure",
    why: "3.4: sales = sales - refunds = 90; elsewhere the metric",
    tabs: [
      STAFF,
      tab("raw", "Agent | Date | sales | refunds\nAnn | @2026-10-01 | 100 | 10\nBen | @2026-10-01 | 50 | 0"),
      tab("Metrics", "Metric | 中文名 | Formula\nsales | 业绩 | =sales-refunds\ndouble | | =业绩*2"),
      pays("=sales", "=double", "=TEAM.SUM(sales)", "=TEAM.VALUE(sales)"),
    ],
    expect: { pay: { Ann: { linea: "90.00", lineb: "180.00", linec: "140.00", lined: "140.00" } } },
  },
  {
    name: "a cycle holds who needs it",
    why: "4: a cycle is an issue that shows the way round",
    tabs: [
      tab("Staff", "Person | Plan\nAnn | P\nBen | Q"),
      tab("raw", "Agent | Date | sales\nAnn | @2026-10-01 | 1\nBen | @2026-10-01 | 1"),
      tab("Metrics", "Metric | Formula\na1b | =b_*2\nb_ | =a1b+sales"),
      tab("Pay", "Plan | Component | Formula\nP | x | =b_\nQ | x | =sales"),
    ],
    expect: {
      held: ["Ann"],
      errors: ["metric-cycle Metrics!B2", "metric-cycle Metrics!B3"],
      total: { Ben: "1.00" },
    },
  },
  {
    name: "a name that reads as a cell is refused",
    why: "3.4: Q3; the other metric stands",
    tabs: [STAFF, tab("Metrics", "Metric | Formula\nQ3 | =5\nok | =5"), pays("=ok")],
    expect: { errors: ["name-is-cell-reference Metrics!A2"], total: { Ann: "5.00" } },
  },
  {
    name: "a unit changes no value, an unknown one holds nobody",
    why: "3.12",
    tabs: [STAFF, tab("Metrics", "Metric | Formula | Unit\nm | =5 | %\nn | =7 | parsecs"), pays("=m", "=n")],
    expect: { pay: { Ann: { linea: "5.00", lineb: "7.00" } }, warnings: ["unknown-word Metrics!C3"] },
  },
  {
    name: "a synonym of two metrics is nobody's",
    why: "DESIGN 5.9: the last one never silently wins",
    tabs: [
      STAFF,
      tab("Metrics", "Metric | Label | Formula\nm | Same | =5\nn | Same | =7"),
      pays("=m+n", "=Same"),
    ],
    expect: { held: ["Ann", "Ben"], errors: ["unknown-name Pay!C3"], warnings: ["synonym-twice"] },
  },
  {
    name: "a metric twice",
    why: "DESIGN 5.9",
    tabs: [STAFF, tab("Metrics", "Metric | Formula\nm | =5\nM | =5"), pays("=m")],
    expect: { held: ["Ann", "Ben"], errors: ["metric-twice Metrics!A2", "metric-twice Metrics!A3"] },
  },
  {
    name: "names in any script, with labels in brackets",
    why: "3.4: 净额, and [Net amount] by its label",
    tabs: [
      STAFF,
      tab("Metrics", "Metric | Label | Formula\n净额 | Net amount | =5"),
      pays("=净额*2", "=[Net amount]*3"),
    ],
    expect: { pay: { Ann: { linea: "10.00", lineb: "15.00" } } },
  },
  {
    name: "a name that begins with a digit, or is built in, is refused",
    why: "3.4; the digit-first word is fine as a Chinese name in brackets",
    tabs: [
      STAFF,
      tab("Metrics", "Metric | 中文名 | Formula\n7天转化率 | | =5\nscore | | =5\nseven | 7天客单价 | =6"),
      pays("=[7天客单价]"),
    ],
    expect: {
      total: { Ann: "6.00" },
      errors: ["formula-bad-name Metrics!A2", "metric-is-built-in Metrics!A3"],
    },
  },
  {
    name: "a label like a measure's name",
    why: "3.4: a measure is a metric of its own name, and names come before synonyms: sales is 100, net 90",
    tabs: [
      STAFF,
      tab("raw", "Agent | Date | sales | refunds\nAnn | @2026-10-01 | 100 | 10\nBen | @2026-10-01 | 50 | 0"),
      tab("Metrics", "Metric | Label | 中文名 | Formula\nnet | Sales | 销售额 | =销售额-refunds"),
      pays("=sales", "=net", "=销售额"),
    ],
    expect: {
      pay: { Ann: { linea: "100.00", lineb: "90.00", linec: "90.00" } },
      warnings: ["synonym-twice Metrics!A2"],
    },
  },
]);
