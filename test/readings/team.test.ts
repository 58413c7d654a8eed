import { checkCases, payTab, tab } from "./book";

const RAW3 = tab(
  "raw",
  "Agent | Date | sales\nAnn | @2026-10-20 | 50000\nBen | @2026-10-20 | 40000\nCid | @2026-10-20 | 20000",
);

checkCases("Team averages (4.3, 5.6)", [
  {
    name: "part months as part heads",
    why: "5.6: 110,000 by two whole people and one of 15/31 is 44,285.71 a head: 110000 / (77/31) = 3410000/77",
    tabs: [
      tab("Staff", "Person | Team | Plan | Hired\nAnn | T | P |\nBen | T | P |\nCid | T | P | 2026-10-17"),
      RAW3,
      payTab("=TEAM.AVERAGE(sales)"),
    ],
    expect: { total: { Ann: "44285.71", Ben: "44285.71", Cid: "44285.71" } },
  },
  {
    name: "figures that differ in their parentheses only are different figures",
    why: "two members of 100 and 200 sales, 10 and 20 refunds: (90 + 180) x 2 = 540, 80 + 160 = 240; 100 + 200 = 300, 70 + 140 = 210",
    tabs: [
      tab("Staff", "Person | Team | Plan\nAnn | T | P\nBen | T | P"),
      tab(
        "raw",
        "Agent | Date | sales | refunds\nAnn | @2026-10-20 | 100 | 10\nBen | @2026-10-20 | 200 | 20",
      ),
      tab(
        "Pay",
        [
          "Plan | Component | Formula",
          "P | twice net | =TEAM.SUM((sales-refunds)*2)",
          "P | sales less twice | =TEAM.SUM(sales-refunds*2)",
          "P | less the difference | =TEAM.SUM(sales-(refunds*2-refunds*2))",
          "P | less both | =TEAM.SUM(sales-refunds*2-refunds)",
        ].join("\n"),
      ),
    ],
    expect: {
      pay: {
        Ann: {
          "twice net": "540.00",
          "sales less twice": "240.00",
          "less the difference": "300.00",
          "less both": "210.00",
        },
      },
    },
  },
  {
    name: "a member without data does not count",
    why: "4.3: for whom x has data: Cid has none: 90000/2; Dee of another plan counts in the shop: 90000 + 0 of 3",
    tabs: [
      tab("Staff", "Person | Team | Plan\nAnn | T | P\nBen | T | Q\nCid | T | P\nDee | U | P"),
      tab(
        "raw",
        "Agent | Date | sales\nAnn | @2026-10-20 | 50000\nBen | @2026-10-20 | 40000\nCid | @2026-10-20 | -\nDee | @2026-10-20 | 0",
      ),
      tab(
        "Pay",
        "Plan | Component | Formula\nP | t | =TEAM.AVERAGE(sales)\nP | s | =SHOP.AVERAGE(sales)\nQ | t | =TEAM.AVERAGE(sales)",
      ),
    ],
    expect: {
      pay: {
        Ann: { t: "45000.00", s: "30000.00" },
        Ben: { t: "45000.00" },
        Dee: { t: "0.00", s: "30000.00" },
      },
    },
  },
  {
    name: "the score's average is the weighted mean",
    why: "5.6: 80 and 50 (15/31 of a month): (80 x 31 + 50 x 15)/46 = 3230/46 = 70.217",
    tabs: [
      tab(
        "Staff",
        "Person | Team | Plan | Hired | Base pay\nAnn | T | P | | 1\nCid | T | P | 2026-10-17 | 1",
      ),
      tab(
        "Scoring",
        "Plan | Item | Weight | Method | Formula\nP | a | 100 | formula | =IF(scheduled_days=31,80,50)",
      ),
      payTab("=TEAM.AVERAGE(score)"),
    ],
    expect: { total: { Ann: "70.22", Cid: "70.22" } },
  },
  ...["", "\nquality | quality score"].map((row) => ({
    name: `so is that of manual scores, ${row === "" ? "without" : "with"} a row on Metrics`,
    why: "5.6, 3.12: 90 and 60 (15/31 of a month): (90 x 31 + 60 x 15)/46 = 3690/46 = 80.217",
    tabs: [
      tab("Staff", "Person | Team | Plan | Hired\nAnn | T | P |\nCid | T | P | 2026-10-17"),
      tab("Metrics", `Metric | Label${row}`),
      tab(
        "Manual scores",
        "Month | Person | Metric | Value\n2026-10 | Ann | quality | 90\n2026-10 | Cid | quality | 60",
      ),
      payTab("=TEAM.AVERAGE(quality)"),
    ],
    expect: { total: { Ann: "80.22", Cid: "80.22" } },
  })),
  {
    name: "held people count if x has data",
    why: "4.3: Ben is held by his base pay, his sales count: 45000",
    tabs: [
      tab("Staff", "Person | Team | Plan | Base pay\nAnn | T | P | 1\nBen | T | P | ??"),
      tab("raw", "Agent | Date | sales\nAnn | @2026-10-20 | 50000\nBen | @2026-10-20 | 40000"),
      payTab("=TEAM.AVERAGE(sales)"),
    ],
    expect: { held: ["Ben"], errors: ["cell-text Staff!D3"], total: { Ann: "45000.00" } },
  },
  {
    name: "an unreadable cell is left out, and said so",
    why: "5.5: Ben's 4O000 holds Ben, whose own line needs it; the team's sum is 50000 + 1 of his other day",
    tabs: [
      tab("Staff", "Person | Team | Plan\nAnn | T | P\nBen | T | P"),
      tab(
        "raw",
        "Agent | Date | sales\nAnn | @2026-10-20 | 50000\nBen | @2026-10-20 | 4O000\nBen | @2026-10-21 | 1",
      ),
      tab("Pay", "Plan | Component | Formula\nP | own | =sales\nP | t | =TEAM.SUM(sales)"),
    ],
    expect: {
      held: ["Ben"],
      errors: ["cell-text raw!C3"],
      pay: { Ann: { t: "50001.00" } },
      warnings: ["team-value-leaves-cell-out raw!C3"],
    },
  },
  {
    name: "an unreadable cell that the plan does not use holds nobody",
    why: "5.5: Ben's plan uses sales only; his refunds cannot be read",
    tabs: [
      tab("Staff", "Person | Plan\nAnn | P\nBen | Q"),
      tab(
        "raw",
        "Agent | Date | sales | refunds\nAnn | @2026-10-20 | 5 | ?\nBen | @2026-10-20 | 4 | ?\nAnn | @2026-11-20 | ? | ?",
      ),
      tab("Pay", "Plan | Component | Formula\nP | x | =sales-refunds\nQ | x | =sales"),
    ],
    expect: { held: ["Ann"], errors: ["cell-text raw!D2"], total: { Ben: "4.00" } },
  },
  {
    name: "VALUE sums the measures of members that have all of them",
    why: "4.3: Cid has no payers, so that his inquirers do not count: (5 + 6)/(10 + 20)",
    tabs: [
      tab("Staff", "Person | Team | Plan\nAnn | T | P\nBen | T | P\nCid | T | P"),
      tab(
        "raw",
        "Agent | Date | inquirers | final_payers\nAnn | @2026-10-20 | 10 | 5\nBen | @2026-10-20 | 20 | 6\nCid | @2026-10-20 | 70 | -",
      ),
      tab("Metrics", "Metric | Formula\nconversion | =final_payers/inquirers\ntwice | =conversion*2"),
      tab(
        "Pay",
        "Plan | Component | Formula\nP | a | =TEAM.VALUE(conversion)*3000\nP | b | =TEAM.VALUE(twice)*3000",
      ),
    ],
    expect: { pay: { Ann: { a: "1100.00", b: "2200.00" } } },
  },
  {
    name: "components of others",
    why: "TEAM.SUM of a line above: 10% of 50000 and 40000",
    tabs: [
      tab("Staff", "Person | Team | Plan\nAnn | T | P\nBen | T | P"),
      RAW3,
      tab("Pay", "Plan | Component | Formula\nP | c | =sales*10%\nP | t | =TEAM.SUM(c)"),
    ],
    expect: { pay: { Ann: { c: "5000.00", t: "9000.00" } } },
  },
  {
    name: "switches of Settings",
    why: "5.6: Boss manages T, Pro is on probation, Gone left on the 14th, Late on the 15th: each is left out in its own switch",
    tabs: [
      tab(
        "Staff",
        "Person | Team | Plan | Manager | Probation until | Left\nAnn | T | P | Boss | |\nBoss | T | P | | |\nPro | T | P | Boss | 2026-12-31 |\nGone | T | P | Boss | | 2026-10-14\nLate | T | P | Boss | | 2026-10-15",
      ),
      tab(
        "raw",
        "Agent | Date | sales\nAnn | @2026-10-02 | 1\nBoss | @2026-10-02 | 10\nPro | @2026-10-02 | 100\nGone | @2026-10-02 | 1000\nLate | @2026-10-02 | 10000",
      ),
      tab(
        "Settings",
        "Setting | Value\nteam_managers | exclude\nteam_probation | exclude\nteam_early_leavers | exclude\nteam_self | exclude",
      ),
      payTab("=TEAM.SUM(sales)"),
    ],
    expect: { total: { Ann: "10000.00", Boss: "10001.00", Late: "1.00" } },
  },
  {
    name: "by default everybody counts",
    why: "5.6: a day employed is enough",
    tabs: [
      tab(
        "Staff",
        "Person | Team | Plan | Manager | Probation until | Left\nAnn | T | P | Boss | |\nBoss | T | P | | |\nPro | T | P | Boss | 2026-12-31 |\nGone | T | P | Boss | | 2026-10-14",
      ),
      tab(
        "raw",
        "Agent | Date | sales\nAnn | @2026-10-02 | 1\nBoss | @2026-10-02 | 10\nPro | @2026-10-02 | 100\nGone | @2026-10-02 | 1000",
      ),
      payTab("=TEAM.SUM(sales)"),
    ],
    expect: { total: { Ann: "1111.00" } },
  },
  {
    name: "somebody who changes teams counts in each for its days",
    why: "5.6: Cid is in T to the 10th (10/31) and in U from the 11th: T = (50 + 3)/(1 + 10/31) = 40.0732; U = (20 + 7)/(1 + 21/31) = 16.0962",
    tabs: [
      tab(
        "Staff",
        "Person | Team | Plan | From\nAnn | T | P |\nBen | U | P |\nCid | T | P |\nCid | U | P | 2026-10-11",
      ),
      tab(
        "raw",
        "Agent | Date | sales\nAnn | @2026-10-01 | 50\nBen | @2026-10-01 | 20\nCid | @2026-10-10 | 3\nCid | @2026-10-11 | 7",
      ),
      payTab("=TEAM.AVERAGE(sales)"),
    ],
    expect: { total: { Ann: "40.07", Ben: "16.10", Cid: "16.10" } },
  },
  {
    name: "scheduled days where the whole schedule is known",
    why: "5.6: Cid's schedule has every day, 20 days of duty in all, 15 of them from the 17th, when he changes to T: 15/20 of a head; (50 + 20)/(1 + 0.75) = 40",
    tabs: [
      tab("Staff", "Person | Team | Plan | From\nAnn | T | P |\nCid | U | P |\nCid | T | P | 2026-10-17"),
      tab("raw", "Agent | Date | sales\nAnn | @2026-10-01 | 50\nCid | @2026-10-20 | 20"),
      tab(
        "duty",
        `Agent | Date | scheduled_days\n${Array.from({ length: 31 }, (_, day) => `Cid | @2026-10-${String(day + 1).padStart(2, "0")} | ${day < 5 || day >= 16 ? 1 : 0}`).join("\n")}`,
      ),
      payTab("=TEAM.AVERAGE(sales)"),
    ],
    expect: { total: { Ann: "40.00" } },
  },
]);

checkCases("Part months (5.7)", [
  {
    name: "base by calendar days, other lines whole",
    why: "5.7: 3100 x 16/31 = 1600; the meal of 300 is not pro-rated, the other by paid_days/31",
    tabs: [
      tab("Staff", "Person | Plan | Base pay | Hired\nAnn | P | 3100 | 2026-10-16"),
      tab("Pay", "Plan | Component | Formula\nP | a | =base\nP | b | =300\nP | c | =310*paid_days/31"),
    ],
    expect: { pay: { Ann: { a: "1600.00", b: "300.00", c: "160.00" } } },
  },
  {
    name: "a rate of base pay that changes inside the month",
    why: "5.7: the sum over days: 10 x 3100/31 + 21 x 6200/31 = 1000 + 4200; a February of 28 days below",
    tabs: [
      tab("Staff", "Person | Plan | Grade | From\nAnn | P | A1 |\nAnn | P | A2 | 2026-10-11"),
      tab("Grades", "Grade | Base pay\nA1 | 3100\nA2 | 6200"),
      payTab("=base"),
    ],
    expect: { total: { Ann: "5200.00" } },
  },
  {
    name: "February",
    why: "2027 has 28 days: 2800 x 14/28; a leap year 29: 2028",
    tabs: [tab("Staff", "Person | Plan | Base pay | Hired\nAnn | P | 2800 | 2027-02-15"), payTab("=base")],
    month: "2027-02",
    expect: { total: { Ann: "1400.00" } },
  },
  {
    name: "leap day",
    why: "2028-02-29 only: 2900/29",
    tabs: [tab("Staff", "Person | Plan | Base pay | Hired\nAnn | P | 2900 | 2028-02-29"), payTab("=base")],
    month: "2028-02",
    expect: { total: { Ann: "100.00" } },
  },
  {
    name: "facts outside employment are left out, with a warning",
    why: "5.7: the 15th is before Hired: 7 only",
    tabs: [
      tab("Staff", "Person | Plan | Hired\nAnn | P | 2026-10-16"),
      tab("raw", "Agent | Date | sales\nAnn | @2026-10-15 | 5\nAnn | @2026-10-16 | 7"),
      payTab("=sales"),
    ],
    expect: { total: { Ann: "7.00" }, warnings: ["outside-employment"] },
  },
  {
    name: "two plans in a month",
    why: "5.7: P to the 10th: base 1000 and sales 5 x 1%...: each plan's lines from its own days: P: 1000 + 5; Q: 2100 + 7 x 10 = 70",
    tabs: [
      tab("Staff", "Person | Plan | Base pay | From\nAnn | P | 3100 |\nAnn | Q | 3100 | 2026-10-11"),
      tab("raw", "Agent | Date | sales\nAnn | @2026-10-10 | 5\nAnn | @2026-10-11 | 7"),
      tab(
        "Pay",
        "Plan | Component | Formula\nP | b1 | =base\nP | s1 | =sales\nQ | b2 | =base\nQ | s2 | =sales*10",
      ),
    ],
    expect: {
      pay: { Ann: { b1: "1000.00", s1: "5.00", b2: "2100.00", s2: "70.00" } },
      total: { Ann: "3175.00" },
    },
  },
  {
    name: "two plans with scores",
    why: "5.7: P scores 50 on its 10 days, Q 81 on its 21 days; each line uses its own; adjustments come once",
    tabs: [
      tab("Staff", "Person | Plan | From\nAnn | P |\nAnn | Q | 2026-10-11"),
      tab(
        "Scoring",
        "Plan | Item | Weight | Method | Formula\nP | a | 100 | formula | =50\nQ | a | 100 | formula | =81",
      ),
      tab("Pay", "Plan | Component | Formula\nP | x | =score\nQ | y | =score"),
      tab("Adjustments", "Month | Person | Component | Amount | Reason\n2026-10 | Ann | z | 1 | r"),
    ],
    // (50 x 10 + 81 x 21) / 31 = 2201/31 = 71
    expect: {
      pay: { Ann: { x: "50.00", y: "81.00", z: "1.00" } },
      total: { Ann: "132.00" },
      score: { Ann: "71.00" },
    },
  },
  {
    name: "an unreadable cell counts for the plan of its day",
    why: "5.5, 5.7: Ann's stands on Q's days, and Q needs no sales: P has 5; Ben's stands on P's days",
    tabs: [
      tab("Staff", "Person | Plan | From\nAnn | P |\nAnn | Q | 2026-10-11\nBen | P |\nBen | Q | 2026-10-11"),
      tab(
        "raw",
        "Agent | Date | sales\nAnn | @2026-10-10 | 5\nAnn | @2026-10-11 | ?\nBen | @2026-10-10 | ?\nBen | @2026-10-09 | 5",
      ),
      tab("Pay", "Plan | Component | Formula\nP | x | =sales\nQ | y | =1"),
    ],
    expect: { held: ["Ben"], errors: ["cell-text raw!C4"], total: { Ann: "6.00" } },
  },
  {
    name: "a month total cannot be split between two plans",
    why: "5.7: each plan's lines come from its own days' facts; the tab has no days",
    tabs: [
      tab("Staff", "Person | Plan | From\nAnn | P |\nAnn | Q | 2026-10-11\nBen | P |"),
      tab("raw 2026-10", "Agent | sales\nAnn | 5\nBen | 6"),
      tab("Pay", "Plan | Component | Formula\nP | x | =sales\nQ | y | =1"),
    ],
    expect: { held: ["Ann"], errors: ["month-total-for-part"], total: { Ben: "6.00" } },
  },
  {
    name: "day counts are measures if a source gives them",
    why: "4.7: 22 and 20 of the sheet, paid_days falls back to the 31 calendar days",
    tabs: [
      tab("Staff", "Person | Plan\nAnn | P"),
      tab("考勤 2026-10", "姓名 | 应出勤天数 | 出勤天数\nAnn | 22 | 20"),
      tab(
        "Pay",
        "Plan | Component | Formula\nP | a | =scheduled_days\nP | b | =attended_days\nP | c | =paid_days",
      ),
    ],
    expect: { pay: { Ann: { a: "22.00", b: "20.00", c: "31.00" } } },
  },
]);

const DUTY = tab(
  "duty",
  `Agent | Date | scheduled_days\n${Array.from({ length: 31 }, (_, day) => `Ann | @2026-10-${String(day + 1).padStart(2, "0")} | ${day < 5 || day >= 16 ? 1 : 0}`).join("\n")}`,
);
const RAISED = tab("Staff", "Person | Plan | Base pay | From\nAnn | P | 2000 |\nAnn | P | 4000 | 2026-10-17");

checkCases("Base pay by scheduled days (5.7)", [
  {
    name: "where the whole schedule is known",
    why: "5.7: 20 days of duty, 5 before the 17th: 2000 x 5/20 + 4000 x 15/20 = 500 + 3000",
    tabs: [RAISED, DUTY, payTab("=base")],
    expect: { total: { Ann: "3500.00" } },
  },
  {
    name: "always by calendar days, by Setting",
    why: "2000 x 16/31 + 4000 x 15/31 = 1032.258 + 1935.484",
    tabs: [RAISED, DUTY, payTab("=base"), tab("Settings", "Setting | Value\nproration | calendar")],
    expect: { total: { Ann: "2967.74" } },
  },
  {
    name: "a joiner whose whole month is scheduled",
    why: "5.7: 15 of the month's 20 days of duty are hers: 2000 x 15/20",
    tabs: [
      tab("Staff", "Person | Plan | Base pay | Hired\nAnn | P | 2000 | 2026-10-17"),
      DUTY,
      payTab("=base"),
    ],
    expect: { total: { Ann: "1500.00" } },
  },
  {
    name: "the days before a joiner came count in no measure",
    why: "5.7: the schedule names 20 days, 15 of them hers",
    tabs: [
      tab("Staff", "Person | Plan | Base pay | Hired\nAnn | P | 2000 | 2026-10-17"),
      DUTY,
      payTab("=scheduled_days"),
    ],
    expect: { total: { Ann: "15.00" } },
  },
  {
    name: "a schedule that is known in part",
    why: "5.7: a schedule that begins when she was hired is not the whole month's: 2000 x 15/31",
    tabs: [
      tab("Staff", "Person | Plan | Base pay | Hired\nAnn | P | 2000 | 2026-10-17"),
      { ...DUTY, rows: DUTY.rows.filter((_, row) => row === 0 || row >= 17) },
      payTab("=base"),
    ],
    expect: { total: { Ann: "967.74" } },
  },
]);

checkCases("Names of other people's pay (4.3, 4.5, 4.7)", [
  {
    name: "a component that a member's plan does not have",
    why: "4.3: for whom x has data: Ben's plan has no such line, 10 alone; nothing is wrong",
    tabs: [
      tab("Staff", "Person | Team | Plan\nAnn | T | P\nBen | T | Q"),
      tab("Pay", "Plan | Component | Formula\nP | sum_ | =10\nP | t | =TEAM.SUM(sum_)\nQ | e | =5"),
    ],
    expect: {
      pay: { Ann: { t: "10.00" } },
      silent: ["team-value-leaves-cell-out", "team-value-leaves-person-out"],
    },
  },
  {
    name: "a member whose value is an error is left out, and said so",
    why: "4.3: Ben has no target, so that his attainment is no value: 100/50 = 2",
    tabs: [
      tab("Staff", "Person | Team | Plan\nAnn | T | P\nBen | T | Q"),
      tab("raw", "Agent | Date | sales\nAnn | @2026-10-01 | 100\nBen | @2026-10-01 | 100"),
      tab("Targets", "Month | Applies to | Metric | Target\n2026-10 | Ann | sales | 50"),
      tab("Pay", "Plan | Component | Formula\nP | t | =TEAM.SUM(ATTAINMENT(sales))\nQ | e | =5"),
    ],
    expect: { pay: { Ann: { t: "2.00" }, Ben: { e: "5.00" } }, warnings: ["team-value-leaves-person-out"] },
  },
  {
    name: "VALUE of a metric over day counts that no source gives",
    why: "4.7: calendar days employed: 93 attended of 31 + 31: 1.5",
    tabs: [
      tab("Staff", "Person | Team | Plan\nAnn | T | P\nBen | T | P"),
      tab("raw 2026-10", "Agent | sales\nAnn | 62\nBen | 31"),
      tab("Metrics", "Metric | Formula\nper_day | =sales/scheduled_days"),
      payTab("=TEAM.VALUE(per_day)*100"),
    ],
    expect: { total: { Ann: "150.00" } },
  },
  {
    name: "a shop's measure under TEAM",
    why: "3.13: usable under SHOP. only",
    tabs: [
      tab("Staff", "Person | Team | Plan\nAnn | T | P"),
      tab("Ads", "Day | Spend\n@2026-10-01 | 150"),
      tab("Sources", "Source | Tab | Date column | Measure | Column\na | Ads | Day | spent | Spend"),
      payTab("=TEAM.VALUE(spent)"),
    ],
    expect: { held: ["Ann"], errors: ["shop-measure-only Pay!C2"] },
  },
  {
    name: "PREVIOUS of the line itself and of lines of no plan",
    why: "4.5: History holds components under their names: 7 + 2 = 9",
    tabs: [
      tab("Staff", "Person | Plan\nAnn | P"),
      tab(
        "History",
        "Month | Person | Team | Name | Value\n@2026-09-01 | Ann | | x | 7\n@2026-09-01 | Ann | | old line | 2",
      ),
      payTab("=PREVIOUS(x)+PREVIOUS([old line])"),
    ],
    expect: { total: { Ann: "9.00" } },
  },
  {
    name: "PREVIOUS of a name that nobody knows",
    why: "4: an unknown name is an issue, also inside PREVIOUS",
    tabs: [tab("Staff", "Person | Plan\nAnn | P"), payTab("=SUM(1,PREVIOUS(nosuch))")],
    expect: { held: ["Ann"], errors: ["unknown-name Pay!C2"] },
  },
  {
    name: "a metric against the team's",
    why: "the metric's own formula may ask for TEAM.VALUE: 50 and 20 against 160/5 = 32",
    tabs: [
      tab("Staff", "Person | Team | Plan\nAnn | T | P\nBen | T | P"),
      tab("raw", "Agent | Date | sales | payers\nAnn | @2026-10-01 | 100 | 2\nBen | @2026-10-01 | 60 | 3"),
      tab("Metrics", "Metric | Formula\naov | =sales/payers\nrelative | =aov/TEAM.VALUE(aov)"),
      payTab("=relative*100"),
    ],
    expect: { total: { Ann: "156.25", Ben: "62.50" } },
  },
]);
