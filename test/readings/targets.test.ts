import { checkCases, payTab, tab } from "./book";

const STAFF = tab("Staff", "Person | Team | Plan\nAnn | North | P\nBen | North | P\nCid | South | P");
const RAW = tab(
  "raw",
  "Agent | Date | sales\nAnn | @2026-10-01 | 100\nBen | @2026-10-01 | 100\nCid | @2026-10-01 | 100",
);
const PAY = payTab("=TARGET(sales)");

checkCases("Targets (3.5, 3.11)", [
  {
    name: "the most specific row wins",
    why: "3.11: person, then team, then *",
    tabs: [
      STAFF,
      PAY,
      tab(
        "Targets",
        "Month | Applies to | Metric | Target\n2026-10 | * | sales | 1\n2026-10 | north | sales | 2\n2026-10 | ANN | sales | 3",
      ),
    ],
    expect: { total: { Ann: "3.00", Ben: "2.00", Cid: "1.00" } },
  },
  {
    name: "months in every form",
    why: "3.5: any date in it, 2026-10, 2026/10, 202610, 2026年10月",
    tabs: [
      tab("Staff", "Person | Plan\nA | P\nB | P\nC | P\nD | P\nE | P\nF | P\nG | P"),
      PAY,
      tab(
        "Targets",
        "Month | Applies to | Metric | Target\n@2026-10-17 | A | sales | 1\n2026-10 | B | sales | 2\n2026/10 | C | sales | 3\n202610 | D | sales | 4\n2026年10月 | E | sales | 5\n'202610 | F | sales | 6\n2026-10-31 | G | sales | 7\n2026-09 | * | sales | 99\n@2026-11-01 | * | sales | 98",
      ),
    ],
    expect: { total: { A: "1.00", B: "2.00", C: "3.00", D: "4.00", E: "5.00", F: "6.00", G: "7.00" } },
  },
  {
    name: "a target may be a formula",
    why: "3.11: 31 days employed x 10 = 310; with and without =, as a live formula, and as text",
    tabs: [
      STAFF,
      PAY,
      tab(
        "Targets",
        "Month | Applies to | Metric | Target\n2026-10 | Ann | sales | =scheduled_days*10\n2026-10 | Ben | sales | scheduled_days*10\n2026-10 | Cid | sales | #NAME?",
        { "3,3": "=scheduled_days*11" },
      ),
    ],
    expect: { total: { Ann: "310.00", Ben: "310.00", Cid: "341.00" } },
  },
  {
    name: "a live formula that gives a number is its number",
    why: "3.11: the cell holds =100*1.2 and shows 120",
    tabs: [
      STAFF,
      PAY,
      tab("Targets", "Month | Applies to | Metric | Target\n2026-10 | * | sales | 120", {
        "1,3": "=100*1.2",
      }),
    ],
    expect: { total: { Ann: "120.00" } },
  },
  {
    name: "none where one is needed holds the person",
    why: "3.11: only North has one",
    tabs: [STAFF, PAY, tab("Targets", "Month | Applies to | Metric | Target\n2026-10 | North | sales | 5")],
    expect: { held: ["Cid"], errors: ["no-target Pay!C2"], total: { Ann: "5.00" } },
  },
  {
    name: "two rows of one rank and month are an error",
    why: "3.11: for those whom the rank serves: Ann has her own",
    tabs: [
      STAFF,
      PAY,
      tab(
        "Targets",
        "Month | Applies to | Metric | Target\n2026-10 | * | sales | 1\n@2026-10-05 | * | Sales | 1\n2026-10 | Ann | sales | 3",
      ),
    ],
    expect: {
      held: ["Ben", "Cid"],
      errors: ["target-twice Targets!D2", "target-twice Targets!D3"],
      total: { Ann: "3.00" },
    },
  },
  {
    name: "0 is an error",
    why: "3.11: 0 holds who needs it, also as a formula's value",
    tabs: [
      STAFF,
      PAY,
      tab(
        "Targets",
        "Month | Applies to | Metric | Target\n2026-10 | Ann | sales | 0\n2026-10 | Ben | sales | =5-5\n2026-10 | Cid | sales | 3",
      ),
    ],
    expect: {
      held: ["Ann", "Ben"],
      errors: ["target-zero Targets!D2", "target-zero Targets!D3"],
      total: { Cid: "3.00" },
    },
  },
  {
    name: "an unreadable target holds who needs it",
    why: "5.5: Ann's cell is no number, Ben's is blank, Cid's is 12,5",
    tabs: [
      STAFF,
      PAY,
      tab(
        "Targets",
        "Month | Applies to | Metric | Target\n2026-10 | Ann | sales | ??\n2026-10 | Ben | sales | \n2026-10 | Cid | sales | 12,5\n2026-10 | South | sales | abc",
      ),
    ],
    expect: {
      held: ["Ann", "Ben", "Cid"],
      errors: [
        "cell-text Targets!D2",
        "blank-cell Targets!D3",
        "cell-comma Targets!D4",
        "cell-text Targets!D5",
      ],
    },
  },
  {
    name: "above 1.5 for a percentage is asked about, never divided",
    why: "3.11: 46 stays 46; 98% is 0.98; 1.5 is not above",
    tabs: [
      STAFF,
      tab("Metrics", "Metric | Formula | Unit\nrate | =sales/100 | %"),
      payTab("=TARGET(rate)*100"),
      tab(
        "Targets",
        "Month | Applies to | Metric | Target\n2026-10 | Ann | rate | 46\n2026-10 | Ben | rate | 98%\n2026-10 | Cid | rate | 1.5",
      ),
    ],
    expect: {
      total: { Ann: "4600.00", Ben: "98.00", Cid: "150.00" },
      warnings: ["target-looks-like-percent Targets!D2"],
    },
  },
  {
    name: "a target by the metric's synonym",
    why: "3.4: Label and 中文名 are synonyms, so that these two rows clash as well",
    tabs: [
      STAFF,
      tab("Metrics", "Metric | Label | 中文名\nsales | Turnover | 业绩"),
      payTab("=TARGET(业绩)"),
      tab(
        "Targets",
        "Month | Applies to | Metric | Target\n2026-10 | North | turnover | 5\n2026-10 | Cid | sales | 6\n2026-10 | Cid | 业绩 | 7",
      ),
    ],
    expect: {
      held: ["Cid"],
      errors: ["target-twice Targets!D3", "target-twice Targets!D4"],
      total: { Ann: "5.00", Ben: "5.00" },
    },
  },
  {
    name: "an unknown metric and an unknown scope are told and hold nobody else",
    why: "9.1: the broken rows serve nobody",
    tabs: [
      STAFF,
      PAY,
      tab(
        "Targets",
        "Month | Applies to | Metric | Target\n2026-10 | * | sales | 5\n2026-10 | * | salez | 5\n2026-10 | Nord | sales | 5",
      ),
    ],
    expect: {
      total: { Ann: "5.00" },
      errors: ["unknown-metric Targets!C3", "applies-to-unknown Targets!B4"],
    },
  },
  {
    name: "an unreadable month holds whom the row may serve",
    why: "5.5: Ann's row may be of this month",
    tabs: [
      STAFF,
      PAY,
      tab(
        "Targets",
        "Month | Applies to | Metric | Target\n2026-13 | Ann | sales | 5\n2026-10 | * | sales | 5",
      ),
    ],
    expect: { held: ["Ann"], errors: ["cell-not-month Targets!A2"], total: { Ben: "5.00" } },
  },
  {
    name: "a month whose day order another row settles",
    why: "3.5: 10/25/2026 says that 10/5/2026 is in October",
    tabs: [
      STAFF,
      PAY,
      tab(
        "Targets",
        "Month | Applies to | Metric | Target\n10/5/2026 | North | sales | 5\n10/25/2026 | South | sales | 6",
      ),
    ],
    expect: { total: { Ann: "5.00", Cid: "6.00" } },
  },
  {
    name: "Chinese headers in another order",
    why: "3.2",
    tabs: [
      STAFF,
      PAY,
      tab("年度", "目标 | 指标 | 备注 | 适用对象 | 月份\n5 | 销售额 | | * | 2026年10月"),
      RAW,
    ],
    expect: { total: { Ann: "5.00" } },
  },
]);

checkCases("Attainment (4, 4.8, Settings)", [
  {
    name: "actual over target, and target over actual where lower is better",
    why: "100/80 = 1.25; refunds 20 against 30 = 1.5",
    tabs: [
      STAFF,
      tab("raw", "Agent | Date | sales | refunds\nAnn | @2026-10-01 | 100 | 20"),
      tab("Metrics", "Metric | Better\nrefunds | lower\nsales |"),
      tab(
        "Targets",
        "Month | Applies to | Metric | Target\n2026-10 | * | sales | 80\n2026-10 | * | refunds | 30",
      ),
      tab(
        "Pay",
        "Plan | Component | Formula | Only if\nP | a | =ATTAINMENT(sales)*100 | =sales>0\nP | b | =ATTAINMENT(refunds)*100 | ",
      ),
      tab("Settings", "Setting | Value\nmissing | rescale"),
    ],
    expect: {
      held: ["Ben", "Cid"],
      errors: ["no-data-in-pay Pay!D2", "no-data-in-pay Pay!C3"],
      pay: { Ann: { a: "125.00", b: "150.00" } },
    },
  },
  {
    name: "mirror by Setting",
    why: "2 - 20/30 = 1.3333",
    tabs: [
      tab("Staff", "Person | Plan\nAnn | P"),
      tab("raw", "Agent | Date | refunds\nAnn | @2026-10-01 | 20"),
      tab("Metrics", "Metric | Better\nrefunds | 越低越好"),
      tab("Targets", "Month | Applies to | Metric | Target\n2026-10 | * | refunds | 30"),
      tab("设置", "设置 | 值\nlower_attainment | mirror"),
      payTab("=ATTAINMENT(refunds)*100"),
    ],
    expect: { total: { Ann: "133.33" } },
  },
]);

checkCases("Team best of the closed month (4.5, 5.8)", [
  {
    name: "PREVIOUS(TEAM.BEST(x))+5%",
    why: "5.8: the best of the team in September is 0.42: 0.42 + 0.05; South has its own best 0.6",
    tabs: [
      STAFF,
      tab("Metrics", "Metric | Formula | Unit\nconversion | =final_payers/inquirers | %"),
      tab(
        "History",
        "Month | Person | Team | Name | Value\n2026-08 | Ann | North | conversion | 0.9\n2026-09 | Ann | North | conversion | 0.4\n2026-09 | Ben | North | conversion | 42%\n2026-09 | Cid | South | conversion | 0.6\n2026-10 | Ann | North | conversion | 0.99",
      ),
      tab(
        "Targets",
        "Month | Applies to | Metric | Target\n2026-10 | * | conversion | =PREVIOUS(TEAM.BEST(conversion))+5%",
      ),
      payTab("=TARGET(conversion)*100"),
    ],
    expect: { total: { Ann: "47.00", Ben: "47.00", Cid: "65.00" } },
  },
  {
    name: "without a closed month",
    why: "4.5: no data, so that the target cannot be known and whoever needs it is held",
    tabs: [
      STAFF,
      tab(
        "Targets",
        "Month | Applies to | Metric | Target\n2026-10 | North | sales | =PREVIOUS(TEAM.BEST(sales))*1.05\n2026-10 | South | sales | 5",
      ),
      PAY,
    ],
    expect: { held: ["Ann", "Ben"], errors: ["target-without-data Targets!D2"], total: { Cid: "5.00" } },
  },
  {
    name: "the person's own value, score and components",
    why: "4.5: History holds every metric, score and component under its name: 3 + 80 + 200",
    tabs: [
      tab("Staff", "Person | Plan\nAnn | P"),
      tab(
        "历史",
        "月份 | 员工 | 团队 | 名称 | 数值\n2026-09 | Ann | | sales | 3\n2026-09 | Ann | | score | 80\n2026-09 | Ann | | bonus | 200",
      ),
      payTab("=PREVIOUS(sales)+PREVIOUS(score)+PREVIOUS(bonus)"),
    ],
    expect: { total: { Ann: "283.00" } },
  },
]);
