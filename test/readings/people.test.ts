import { checkCases, payTab, tab } from "./book";

const PAY = payTab("=base");
const SALES = payTab("=sales");

checkCases("Persons and accounts (3.6)", [
  {
    name: "accounts of all forms reach one person",
    why: "3.6: trim, NFKC, single blanks, case ignored; separated by ; ； or line breaks; own name is an account: 1+2+4+8+16",
    tabs: [
      tab("Staff", "Person | Accounts | Plan\n  Ann  Lee | shop:ann; Ann-2； 小安\\nANN3 | P"),
      tab(
        "raw",
        "Agent | Date | sales\nＡnn Lee | @2026-10-01 | 1\nSHOP：Ann | @2026-10-02 | 2\nann-2 | @2026-10-03 | 4\n小安 | @2026-10-04 | 8\nann3 | @2026-10-05 | 16",
      ),
      SALES,
    ],
    expect: { people: ["Ann Lee"], total: { "Ann Lee": "31.00" }, silent: ["account-of-nobody"] },
  },
  {
    name: "a row of nobody's is a warning",
    why: "3.6: Zoe is nobody; Ann has 5",
    tabs: [
      tab("Staff", "Person | Plan\nAnn | P"),
      tab("raw", "Agent | Date | sales\nAnn | @2026-10-01 | 5\nZoe | @2026-10-01 | 7"),
      SALES,
    ],
    expect: { total: { Ann: "5.00" }, warnings: ["account-of-nobody raw!A3"] },
  },
  {
    name: "an account of two people on one day holds both",
    why: "3.6: both work in October and share x9; Cid is paid",
    tabs: [
      tab("Staff", "Person | Accounts | Plan\nAnn | x9 | P\nBen | X9 | P\nCid | | P"),
      tab("raw", "Agent | Date | sales\nx9 | @2026-10-01 | 5\nCid | @2026-10-01 | 7"),
      SALES,
    ],
    expect: {
      held: ["Ann", "Ben"],
      errors: ["account-of-two-people Staff!B3", "account-shared raw!A2", "no-data-in-pay Pay!C2"],
      total: { Cid: "7.00" },
    },
  },
  {
    name: "an account of two people holds both without any row",
    why: "3.6: an account that belongs to two people on one day is an error that holds both",
    tabs: [
      tab(
        "Staff",
        "Person | Accounts | Plan | Base pay\nAnn | x9 | P | 1000\nBen | Ann | P | 1000\nCid | | P | 1000",
      ),
      PAY,
    ],
    expect: { held: ["Ann", "Ben"], errors: ["account-of-two-people Staff!B3"], total: { Cid: "1000.00" } },
  },
  {
    name: "an account handed over is no clash",
    why: "3.6: Ann leaves on the 10th, Ben starts on the 11th: no day is both's; 5 to Ann, 7 to Ben",
    tabs: [
      tab(
        "Staff",
        "Person | Accounts | Plan | Hired | Left\nAnn | x9 | P | | @2026-10-10\nBen | x9 | P | @2026-10-11 |",
      ),
      tab("raw", "Agent | Date | sales\nx9 | @2026-10-10 | 5\nx9 | @2026-10-11 | 7"),
      SALES,
    ],
    expect: { total: { Ann: "5.00", Ben: "7.00" } },
  },
  {
    name: "an account of people of different months is no clash",
    why: "3.6: Ann left in September; the account is Ben's in October",
    tabs: [
      tab("Staff", "Person | Accounts | Plan | Left\nAnn | x9 | P | @2026-09-30\nBen | x9 | P |"),
      tab("raw", "Agent | Date | sales\nx9 | @2026-10-10 | 5"),
      SALES,
    ],
    expect: { people: ["Ben"], total: { Ben: "5.00" } },
  },
]);

checkCases("Several Staff rows (3.7)", [
  {
    name: "a later row replaces the earlier one whole",
    why: "3.7: from 16 October the row without grade and base pay holds: a blank is blank, so base has no source",
    tabs: [
      tab(
        "Staff",
        "Person | Plan | Base pay | From\nAnn | P | 3100 |\nAnn | P | | @2026-10-16\nBen | P | 3100 |",
      ),
      PAY,
    ],
    expect: { held: ["Ann"], errors: ["no-base-pay Staff!A3"], total: { Ben: "3100.00" } },
  },
  {
    name: "rows hold from their From, in any order",
    why: "3.7, 5.7: 15 days of 3100/31 and 16 days of 6200/31: 1500 + 3200",
    tabs: [
      tab(
        "Staff",
        "Person | Plan | Base pay | From\nAnn | P | 6200 | @2026-10-16\nAnn | P | 3100 | @2026-01-01",
      ),
      PAY,
    ],
    expect: { total: { Ann: "4700.00" } },
  },
  {
    name: "two rows with one From are an error",
    why: "3.7: both begin on 1 October",
    tabs: [
      tab(
        "Staff",
        "Person | Plan | Base pay | From\nAnn | P | 1 | 2026-10-01\nann | P | 2 | @2026-10-01\nBen | P | 3 |",
      ),
      PAY,
    ],
    expect: { held: ["Ann"], errors: ["staff-row-twice Staff!D3"], total: { Ben: "3.00" } },
  },
  {
    name: "two rows without From are an error",
    why: "3.7: or both blank",
    tabs: [tab("Staff", "Person | Plan | Base pay\nAnn | P | 1\nAnn | P | 2\nBen | P | 3"), PAY],
    expect: { held: ["Ann"], errors: ["staff-row-twice"], total: { Ben: "3.00" } },
  },
  {
    name: "accounts are those of all rows",
    why: "3.7: a1 stands in the old row only and still counts: 5 + 7",
    tabs: [
      tab("Staff", "Person | Accounts | Plan | From\nAnn | a1 | P |\nAnn | a2 | P | @2026-09-01"),
      tab("raw", "Agent | Date | sales\na1 | @2026-10-10 | 5\na2 | @2026-10-11 | 7"),
      SALES,
    ],
    expect: { total: { Ann: "12.00" } },
  },
  {
    name: "a leaver who comes back under a later row",
    why: "3.7: the first row ends on the 5th, the second begins on the 27th: 5 + 5 of 31 days of 3100",
    tabs: [
      tab(
        "Staff",
        "Person | Plan | Base pay | Left | From\nAnn | P | 3100 | @2026-10-05 |\nAnn | P | 3100 | | @2026-10-27",
      ),
      PAY,
    ],
    expect: { total: { Ann: "1000.00" } },
  },
]);

checkCases("Who is listed (3.8 to 3.10)", [
  {
    name: "people without a day in the month are not listed",
    why: "3.8: Ann left in September, Ben begins in November, Cid's only row begins in November, Dee worked one day",
    tabs: [
      tab(
        "Staff",
        "Person | Plan | Base pay | Hired | Left | From\nAnn | P | 3100 | | @2026-09-30 |\nBen | P | 3100 | @2026-11-01 | |\nCid | P | 3100 | | | @2026-11-01\nDee | P | 3100 | @2026-10-31 | @2026-10-31 |",
      ),
      PAY,
    ],
    expect: { people: ["Dee"], total: { Dee: "100.00" } },
  },
  {
    name: "Base pay wins over the Grade's",
    why: "3.9: Ann has her own; Ben has the grade's in force; a wrong case of the grade is the same grade",
    tabs: [
      tab("Staff", "Person | Plan | Grade | Base pay\nAnn | P | A1 | 2222\nBen | P | a1 |"),
      tab("Grades", "Grade | Base pay | From\nA1 | 2000 |\nA1 | 2100 | @2026-10-01\nA1 | 2500 | @2026-11-01"),
      PAY,
    ],
    expect: { total: { Ann: "2222.00", Ben: "2100.00" } },
  },
  {
    name: "a base pay of 0 is a base pay",
    why: "3.9: only a blank means the grade's",
    tabs: [
      tab("Staff", "Person | Plan | Grade | Base pay\nAnn | P | A1 | 0"),
      tab("Grades", "Grade | Base pay\nA1 | 2000"),
      PAY,
    ],
    expect: { total: { Ann: "0.00" } },
  },
  {
    name: "neither base pay nor grade is an error where base is needed",
    why: "3.9: Ann has neither, Ben's grade is unknown, Cid's plan needs no base",
    tabs: [
      tab("Staff", "Person | Plan | Grade | Base pay\nAnn | P | |\nBen | P | Z9 |\nCid | Q | |"),
      tab("Grades", "Grade | Base pay\nA1 | 2000"),
      tab("Pay", "Plan | Component | Formula\nP | b | =base\nQ | fix | =5"),
    ],
    expect: {
      held: ["Ann", "Ben"],
      errors: ["no-base-pay Staff!A2", "unknown-grade Staff!A3"],
      total: { Cid: "5.00" },
    },
  },
  {
    name: "Hired and Left are both days worked",
    why: "3.10: from 10 to 19 October are 10 of 31 days of 3100",
    tabs: [
      tab("Staff", "Person | Plan | Base pay | Hired | Left\nAnn | P | 3100 | 2026/10/10 | 2026年10月19日"),
      PAY,
    ],
    expect: { total: { Ann: "1000.00" } },
  },
  {
    name: "probation to the month's last day",
    why: "3.10: on or after 31 October is TRUE, the 30th is not",
    tabs: [
      tab(
        "Staff",
        "Person | Plan | Probation until\nAnn | P | @2026-10-31\nBen | P | @2026-10-30\nCid | P | @2027-01-05\nDee | P |",
      ),
      payTab("=IF(probation,1,2)"),
    ],
    expect: { total: { Ann: "1.00", Ben: "2.00", Cid: "1.00", Dee: "2.00" } },
  },
]);

checkCases("Mistakes in Staff (5.5, 9.1)", [
  {
    name: "an unreadable cell holds the person of the row",
    why: "5.5: in Staff in the person's own row: base pay, a date, and a base pay below 0",
    tabs: [
      tab(
        "Staff",
        "Person | Plan | Base pay | Hired\nAnn | P | 3k |\nBen | P | 3000 | soon\nCid | P | -5 |\nDee | P | 3,100 |",
      ),
      PAY,
    ],
    expect: {
      held: ["Ann", "Ben", "Cid"],
      errors: ["cell-unit Staff!C2", "cell-not-date Staff!D3", "base-pay-below-zero Staff!C4"],
      total: { Dee: "3100.00" },
    },
  },
  {
    name: "an unreadable cell of a row that no longer holds counts no more",
    why: "5.5: the row of 2025 was replaced in 2026",
    tabs: [
      tab(
        "Staff",
        "Person | Plan | Base pay | From\nAnn | P | abc | 2025-01-01\nAnn | P | 3100 | 2026-01-01",
      ),
      PAY,
    ],
    expect: { total: { Ann: "3100.00" } },
  },
  {
    name: "no plan, and a plan that is nowhere",
    why: "3.19: a plan without Pay is an error of the people on it",
    tabs: [tab("Staff", "Person | Plan | Base pay\nAnn | | 1\nBen | Q | 1\nCid | p | 1"), PAY],
    expect: {
      held: ["Ann", "Ben"],
      errors: ["blank-cell Staff!B2", "unknown-plan Staff!A3"],
      total: { Cid: "1.00" },
    },
  },
  {
    name: "a row without a person is left out with a warning",
    why: "a manager's notes below the table hold nobody",
    tabs: [tab("Staff", "Person | Plan | Base pay\nAnn | P | 1\n | P | 5"), PAY],
    expect: { people: ["Ann"], warnings: ["staff-row-without-person Staff!A3"] },
  },
  {
    name: "day and month that the column cannot settle",
    why: "3.5: 3/4/2026 may be March or April; Ben's column settles nothing else",
    tabs: [
      tab("Staff", "Person | Plan | Base pay | Hired\nAnn | P | 1 | 3/4/2026\nBen | P | 1 | 2026-01-01"),
      PAY,
    ],
    expect: { held: ["Ann"], errors: ["cell-date-order Staff!D2"] },
  },
  {
    name: "day and month that the column settles",
    why: "3.5: 10/25/2026 says that the month comes first: Ann starts on 5 October, 27 days; Ben on the 25th, 7 days",
    tabs: [
      tab(
        "Staff",
        "Person | Plan | Base pay | Hired\nAnn | P | 3100 | 10/5/2026\nBen | P | 3100 | 10/25/2026",
      ),
      PAY,
    ],
    expect: { total: { Ann: "2700.00", Ben: "700.00" } },
  },
]);

checkCases("Finding the tabs (3.1, 3.2)", [
  {
    name: "Simplified headers, renamed tabs, other order, extra columns, title rows",
    why: "3.1: by header row among the first ten, never by name; 3100",
    tabs: [
      tab("人事表", "某某店 | | |\n~\n备注 | 底薪 | 方案 | 员 工\nx | 3100 | 客服 | 小红"),
      tab("Sheet7", "公式 | 薪酬项 | 方案\n=base | 底薪 | 客服"),
    ],
    expect: { people: ["小红"], pay: { 小红: { 底薪: "3100.00" } } },
  },
  {
    name: "Traditional headers",
    why: "3.2: the usual conversions: 員工, 賬號 or 帳號, 團隊, 等級, 入職日期, 薪酬項",
    tabs: [
      tab("A", "員工 | 賬號 | 團隊 | 方案 | 底薪 | 入職日期\n小紅 | xh | 一組 | P | 3100 | 2026-10-22"),
      tab("B", "方案 | 薪酬項 | 公式 | 發放條件\nP | x | =base | \nP | y | =sales | TRUE"),
      tab("C", "客服 | 日期 | 銷售額\nxh | @2026-10-25 | 9"),
    ],
    expect: { pay: { 小紅: { x: "1000.00", y: "9.00" } } },
  },
  {
    name: "headers match without blanks and brackets, case ignored",
    why: "3.2: PERSON, base PAY (monthly brackets only), Ｐlan",
    tabs: [
      tab("S", "PERSON | 【Base】 p a y | Ｐlan\nAnn | 5 | P"),
      tab("X", "plan | COMPONENT | (Formula)\nP | x | base"),
    ],
    expect: { total: { Ann: "5.00" } },
  },
  {
    name: "header row is the tenth row",
    why: "3.1: within the first ten rows",
    tabs: [tab("S", "~\n~\n~\n~\n~\n~\n~\n~\n~\nPerson | Plan | Base pay\nAnn | P | 5"), payTab("=base")],
    expect: { total: { Ann: "5.00" } },
  },
  {
    name: "header row is the eleventh row",
    why: "3.1: beyond the first ten rows there is no tab of that kind",
    tabs: [tab("S", "~\n~\n~\n~\n~\n~\n~\n~\n~\n~\nPerson | Plan | Base pay\nAnn | P | 5"), payTab("=base")],
    expect: { people: [], errors: ["missing-tab"] },
  },
  {
    name: "a Staff tab whose Plan header is misspelt",
    why: "3.1: all required columns must be there; what is nearly a tab of a kind that is missing says what it lacks",
    tabs: [
      tab("People", "Person | Plna | Team | Base pay | Hired\nAnn | P | A | 5 | @2026-10-01"),
      payTab("=base"),
    ],
    expect: { people: [], errors: ["tab-lacks-column People!1:1"] },
  },
  {
    name: "two tabs of one kind",
    why: "3.1: an error that names both, and nothing is read from either: no targets, so ATTAINMENT holds Ann",
    tabs: [
      tab("Staff", "Person | Plan\nAnn | P"),
      tab("T1", "Month | Applies to | Metric | Target\n2026-10 | * | sales | 10"),
      tab("T2", "月份 | 适用对象 | 指标 | 目标\n2026-10 | * | sales | 20"),
      tab("raw", "Agent | Date | sales\nAnn | @2026-10-01 | 5"),
      payTab("=ATTAINMENT(sales)"),
    ],
    expect: { held: ["Ann"], errors: ["two-tabs-of-one-kind T1", "no-target Pay!C2"] },
  },
  {
    name: "a tab that Sources names is never a rule tab",
    why: "3.1: the call list has the columns of Staff, but Sources reads it: 2 calls",
    tabs: [
      tab("Staff", "Person | Plan\nAnn | P"),
      tab("Calls", "Person | Plan | Team | Date\nAnn | x | y | @2026-10-01\nAnn | x | y | @2026-10-02"),
      tab(
        "Sources",
        "Source | Tab | Person column | Date column | Measure | How | Column\nc | Calls | Person | Date | calls | count |",
      ),
      payTab("=calls"),
    ],
    expect: { people: ["Ann"], total: { Ann: "2.00" } },
  },
  {
    name: "History is never a rule tab",
    why: "3.1: History has Month, Person, Team, Name, Value and columns of Manual scores",
    tabs: [
      tab("Staff", "Person | Plan\nAnn | P"),
      tab("History", "Month | Person | Team | Metric | Value\n2026-10 | Ann | T | qa | 5"),
      payTab("=7"),
    ],
    expect: { total: { Ann: "7.00" } },
  },
  {
    name: "mixed languages in one header row",
    why: "3.2: each header on its own",
    tabs: [
      tab("S", "员工 | Plan | 底薪 | Hired\nAnn | P | 3100 | 2026-10-22"),
      tab("X", "方案 | Component | 公式\nP | x | base"),
    ],
    expect: { total: { Ann: "1000.00" } },
  },
]);

checkCases("What must not pass in silence (DESIGN 5.9, 9.1)", [
  {
    name: "Left before Hired keeps the person listed, and held",
    why: "3.8 would drop Ann without a word; nobody knows when she left",
    tabs: [
      tab(
        "Staff",
        "Person | Plan | Base pay | Hired | Left\nAnn | P | 1 | 2026-10-05 | 2025-10-31\nBen | P | 3100 | |",
      ),
      PAY,
    ],
    expect: {
      people: ["Ann", "Ben"],
      held: ["Ann"],
      errors: ["left-before-hired Staff!E2"],
      total: { Ben: "3100.00" },
    },
  },
  {
    name: "two columns of one header that differ hold the people of the rows",
    why: "two rules that both apply: Ann's two base pays differ, Ben's are equal",
    tabs: [
      tab("Staff", "Person | Plan | Base pay | 底薪\nAnn | P | 3100 | 3200\nBen | P | 3100 | 3100"),
      PAY,
    ],
    expect: { held: ["Ann"], errors: ["duplicate-header Staff!D1"], total: { Ben: "3100.00" } },
  },
  {
    name: "two formula columns that differ hold the plan",
    why: "two rules that both apply",
    tabs: [
      tab("Staff", "Person | Plan\nAnn | P\nBen | Q"),
      tab("Pay", "Plan | Component | Formula | 公式\nP | a | =1 | =2\nQ | a | =3 | =3"),
    ],
    expect: { held: ["Ann"], errors: ["duplicate-header Pay!D1"], total: { Ben: "3.00" } },
  },
  {
    name: "a row of Pay or Scoring without a plan is told",
    why: "it would be left out without a word",
    tabs: [
      tab("Staff", "Person | Plan\nAnn | P"),
      tab("Pay", "Plan | Component | Formula\nP | a | =1\n | b | =2"),
      tab("Scoring", "Plan | Item | Weight | Method | Formula\n | a | 100 | formula | =1"),
    ],
    expect: { errors: ["blank-cell Pay!A3", "blank-cell Scoring!A2"], total: { Ann: "1.00" } },
  },
  {
    name: "numbers as names",
    why: "3.6: staff numbers stand as numbers in one tab and as text in another",
    tabs: [
      tab("Staff", "Person | Accounts | Plan | Grade\n1001 | 77 | P | 3"),
      tab("Grades", "Grade | Base pay\n3 | 1000"),
      tab(
        "raw",
        "Agent | Date | sales\n'1001 | @2026-10-01 | 5\n1001 | @2026-10-02 | 5\n77 | @2026-10-03 | 5",
      ),
      tab("Pay", "Plan | Component | Formula\nP | a | =base+sales"),
    ],
    expect: { people: ["1001"], total: { 1001: "1015.00" } },
  },
]);
