import { checkCases, payTab, tab } from "./book";

const STAFF = tab("Staff", "Person | Team | Plan | Base pay\nAnn | T | P | 3000\nBen | T | P | 2000");
const RAW = tab("raw", "Agent | Date | sales\nAnn | @2026-10-05 | 100.005\nBen | @2026-10-05 | 50");
const pay = (rows: string) => tab("Pay", `Plan | Component | Formula | Only if | Round\n${rows}`);

checkCases("Pay (3.19, 5.2)", [
  {
    name: "every row is a line and all lines are added",
    why: "3000 + 100.01 (half-up) + 1 = 3101.01; grand total with Ben 2000 + 50 + 1",
    tabs: [STAFF, RAW, pay("P | a | =base | |\nP | b | =sales | |\nP | c | 1 | |")],
    expect: {
      pay: { Ann: { a: "3000.00", b: "100.01", c: "1.00" } },
      total: { Ann: "3101.01", Ben: "2051.00" },
      grand: "5152.01",
    },
  },
  {
    name: "a component's name means its rounded amount",
    why: "b is 100.01, so c is 10001.00, not 10000.50",
    tabs: [STAFF, RAW, pay("P | b | =sales | |\nP | c | =B*100 | |")],
    expect: { pay: { Ann: { c: "10001.00" } } },
  },
  {
    name: "the total is the sum of the rounded lines",
    why: "three times 0.005 are 0.01 each: 0.03, not 0.015 rounded",
    tabs: [STAFF, pay("P | a | =0.005 | |\nP | b | =0.005 | |\nP | c | =0.005 | |")],
    expect: { total: { Ann: "0.03" } },
  },
  {
    name: "half-up rounds away from zero below zero as well",
    why: "-0.125 is -0.13; 1 - 0.13",
    tabs: [STAFF, pay("P | a | =1 | |\nP | b | =-0.125 | |")],
    expect: { pay: { Ann: { b: "-0.13" } }, total: { Ann: "0.87" } },
  },
  {
    name: "steps and roundings",
    why: "12.345 to 0.01 12.35, to 0.1 12.3, to 1 12, to 10 10; up 13 and 20, down 12; 12.5 even 12, 13.5 even 14; 15 to tens 20, even 20, 25 even 20",
    tabs: [
      STAFF,
      pay(
        [
          "P | a | =12.345 | | 0.01",
          "P | b | =12.345 | | 0.1",
          "P | c | =12.345 | | 1",
          "P | d | =12.345 | | 10",
          "P | e | =12.345 | | 1 up",
          "P | f | =12.345 | | 10 UP",
          "P | g | =12.345 | | 1 down",
          "P | h | =12.5 | | 1 even",
          "P | i | =13.5 | | 1 even",
          "P | j | =15 | | 10",
          "P | k | =25 | | 10 even",
          "P | l | =12.345 | | '0.01",
          "P | m | =12.341 | | 0.01 向上",
          "P | n | =-12.341 | | 1 up",
        ].join("\n"),
      ),
    ],
    expect: {
      pay: {
        Ann: {
          a: "12.35",
          b: "12.30",
          c: "12.00",
          d: "10.00",
          e: "13.00",
          f: "20.00",
          g: "12.00",
          h: "12.00",
          i: "14.00",
          j: "20.00",
          k: "20.00",
          l: "12.35",
          m: "12.35",
          n: "-13.00",
        },
      },
    },
  },
  {
    name: "a rounding that cannot be read holds the plan",
    why: "9.1: nearest is none",
    tabs: [STAFF, pay("P | a | =1 | | nearest")],
    expect: { held: ["Ann", "Ben"], errors: ["round-unreadable Pay!E2"] },
  },
  {
    name: "Only if FALSE gives a line of 0.00",
    why: "3.19: sales >= 100 for Ann only",
    tabs: [STAFF, RAW, pay("P | a | =7 | =sales>=100 |\nP | b | =a+1 | |")],
    expect: { pay: { Ann: { a: "7.00", b: "8.00" }, Ben: { a: "0.00", b: "1.00" } } },
  },
  {
    name: "Only if FALSE evaluates nothing",
    why: "the formula of Ben's line divides by zero, and is not needed",
    tabs: [STAFF, RAW, pay("P | a | =7/(sales-50) | =sales>=100 |")],
    expect: { pay: { Ben: { a: "0.00" } } },
  },
  {
    name: "an Only if without data or with a text holds",
    why: "4.1, 4.2",
    tabs: [STAFF, RAW, pay("P | a | =7 | =consulted>5 |\nP | b | =7 | maybe |")],
    expect: { held: ["Ann", "Ben"], errors: ["no-data-in-pay Pay!D2", "unknown-name Pay!D3"] },
  },
  {
    name: "rows may name only those above",
    why: "3.19: b stands below",
    tabs: [STAFF, pay("P | a | =b | |\nP | b | =1 | |")],
    expect: { held: ["Ann", "Ben"], errors: ["component-below Pay!C2"] },
  },
  {
    name: "a component called like a built-in keeps the built-in",
    why: "3.4: base = the built-in 3000, also after a line of that name which is 0",
    tabs: [STAFF, pay("P | base | =base*0 | |\nP | b | =base | |")],
    expect: { pay: { Ann: { base: "0.00", b: "3000.00" } } },
  },
  {
    name: "a component called like a day count keeps the built-in",
    why: "3.4: attended_days stays 31",
    tabs: [STAFF, pay("P | attended_days | =5 | |\nP | b | =attended_days | |")],
    expect: { pay: { Ann: { attended_days: "5.00", b: "31.00" } } },
  },
  {
    name: "a component called like a measure",
    why: "above: in its own formula the measure, below it the line",
    tabs: [STAFF, RAW, pay("P | sales | =sales*2 | |\nP | b | =sales | |")],
    expect: { pay: { Ben: { sales: "100.00", b: "100.00" } } },
  },
  {
    name: "a component twice",
    why: "DESIGN 5.9",
    tabs: [STAFF, pay("P | a | =1 | |\nP | A | =2 | |")],
    expect: { held: ["Ann", "Ben"], errors: ["component-twice Pay!B2", "component-twice Pay!B3"] },
  },
  {
    name: "a component without a formula",
    why: "a blank formula is no amount",
    tabs: [STAFF, pay("P | a | | |")],
    expect: { held: ["Ann", "Ben"], errors: ["formula-blank Pay!C2"] },
  },
  {
    name: "a total below 0 holds the person",
    why: "3.19: Ben 2000 - 2500; Ann 3000 - 2500 = 500; exactly 0 is paid",
    tabs: [STAFF, pay("P | a | =base | |\nP | b | =-2500 | |")],
    expect: {
      held: ["Ben"],
      errors: ["total-below-zero"],
      total: { Ann: "500.00", Ben: null },
      grand: "500.00",
    },
  },
  {
    name: "a total of exactly 0",
    why: "not below 0",
    tabs: [STAFF, pay("P | a | =base | |\nP | b | =-2000 | |")],
    expect: { total: { Ben: "0.00", Ann: "1000.00" } },
  },
  {
    name: "plans of different people, and a broken row of one plan",
    why: "9.1: exactly the people whose numbers need the broken row",
    tabs: [
      tab("Staff", "Person | Plan | Base pay\nAnn | P | 1\nBen | q | 1\nCid | R | 1"),
      tab("Pay", "Plan | Component | Formula\nP | a | =base\nQ | a | =base/0\nR | a | =bace"),
    ],
    expect: {
      held: ["Ben", "Cid"],
      errors: ["division-by-zero Pay!C3", "unknown-name Pay!C4"],
      total: { Ann: "1.00" },
    },
  },
  {
    name: "a plan without Pay but with Scoring",
    why: "3.19: an error of the people on it",
    tabs: [
      tab("Staff", "Person | Plan | Base pay\nAnn | P | 1\nBen | Q | 1"),
      payTab("=base"),
      tab("Scoring", "Plan | Item | Weight | Method | Formula\nQ | s | 100 | formula | =5"),
    ],
    expect: { held: ["Ben"], errors: ["plan-without-pay Scoring!B2"], total: { Ann: "1.00" } },
  },
  {
    name: "a component that reads as a cell",
    why: "3.4: a name that reads as a cell reference is refused where it is used; as a line it is asked about",
    tabs: [
      tab("Staff", "Person | Plan\nAnn | P\nBen | Q"),
      tab("Pay", "Plan | Component | Formula\nP | Q3 | =1\nQ | Q3 | =1\nQ | y | =Q3*2"),
    ],
    expect: {
      held: ["Ben"],
      errors: ["name-is-cell-reference Pay!C4"],
      warnings: ["name-is-cell-reference Pay!B2"],
      total: { Ann: "1.00" },
    },
  },
  {
    name: "the pay formula of DOMAIN A.9",
    why: "score 88 of 100, average of 100.005 and 50 is 75.0025, attainment of 80: Ann 1.25 -> 0.4%, Ben 0.625 -> 0.1%: 0.88 x 75.0025 x 0.004 = 0.2640; below 60 nothing",
    tabs: [
      STAFF,
      RAW,
      tab("Targets", "Month | Applies to | Metric | Target\n2026-10 | * | sales | 80"),
      tab("Bands", "Table | Threshold | Result\n提点 | 120% | 0.4%\n提点 | 100% | 0.2%\n提点 | | 0.1%"),
      tab(
        "Scoring",
        "Plan | Item | Weight | Method | Formula\nP | s | 100 | formula | =IF(base=3000,88,59.99)",
      ),
      pay('P | reward | =score/100*TEAM.AVERAGE(sales)*RATE("提点",ATTAINMENT(sales))*100 | =score>=60 |'),
    ],
    expect: {
      pay: { Ann: { reward: "26.40" }, Ben: { reward: "0.00" } },
      score: { Ann: "88.00", Ben: "59.99" },
    },
  },
]);

checkCases("Adjustments (3.22)", [
  {
    name: "each is a line of its own after the plan's lines, rounded to the cent",
    why: "100 + 10.01 (10.005 half-up) - 5 = 105.01; September's is not this month's",
    tabs: [
      STAFF,
      payTab("=100"),
      tab(
        "Adjustments",
        "Month | Person | Component | Amount | Reason\n2026-10 | Ann | extra | 10.005 | r\n2026/10 | ann | back | (5.00) | r\n2026-09 | Ann | old | 99 | r",
      ),
    ],
    expect: {
      pay: { Ann: { x: "100.00", extra: "10.01", back: "-5.00" } },
      total: { Ann: "105.01", Ben: "100.00" },
    },
  },
  {
    name: "never pro-rated, even where its Component is the plan's",
    why: "half a month: base 3100 x 16/31 = 1600, and the adjustment of base whole: 1700; two lines of one name",
    tabs: [
      tab("Staff", "Person | Plan | Base pay | Hired\nAnn | P | 3100 | 2026-10-16"),
      tab("Pay", "Plan | Component | Formula\nP | base | =base"),
      tab("调整", "月份 | 员工 | 薪酬项 | 金额 | 原因\n2026年10月 | Ann | base | 100 | 补发"),
    ],
    expect: { total: { Ann: "1700.00" } },
  },
  {
    name: "one for somebody not listed is an error",
    why: "Cid is not on Staff, Dee left in September; Ann and Ben are paid",
    tabs: [
      tab("Staff", "Person | Plan | Base pay | Left\nAnn | P | 1 |\nBen | P | 1 |\nDee | P | 1 | 2026-09-30"),
      payTab("=base"),
      tab(
        "Adjustments",
        "Month | Person | Component | Amount | Reason\n2026-10 | Cid | a | 1 | r\n2026-10 | Dee | a | 1 | r",
      ),
    ],
    expect: {
      errors: ["adjustment-for-nobody Adjustments!D2", "adjustment-for-nobody Adjustments!D3"],
      total: { Ann: "1.00" },
    },
  },
  {
    name: "an unreadable amount, a blank one and an unreadable month hold their person",
    why: "5.5: in Adjustments in the person's own row",
    tabs: [
      tab("Staff", "Person | Plan | Base pay\nAnn | P | 1\nBen | P | 1\nCid | P | 1\nDee | P | 1"),
      payTab("=base"),
      tab(
        "Adjustments",
        "Month | Person | Component | Amount | Reason\n2026-10 | Ann | a | 1,5 | r\n2026-10 | Ben | a | | r\nsoon | Cid | a | 1 | r",
      ),
    ],
    expect: {
      held: ["Ann", "Ben", "Cid"],
      errors: ["cell-comma Adjustments!D2", "blank-cell Adjustments!D3", "cell-not-month Adjustments!A4"],
      total: { Dee: "1.00" },
    },
  },
  {
    name: "a deduction that takes the total below 0 holds",
    why: "3.19: the total with adjustments is -1",
    tabs: [
      STAFF,
      payTab("=100"),
      tab("Adjustments", "Month | Person | Component | Amount | Reason\n2026-10 | Ann | fine | -101 | r"),
    ],
    expect: { held: ["Ann"], errors: ["total-below-zero"], total: { Ben: "100.00" } },
  },
  {
    name: "without a reason",
    why: "asked about, paid all the same",
    tabs: [
      STAFF,
      payTab("=100"),
      tab("Adjustments", "Month | Person | Component | Amount | Reason\n2026-10 | Ann | plus | 1 |"),
    ],
    expect: { total: { Ann: "101.00" }, warnings: ["adjustment-without-reason Adjustments!E2"] },
  },
]);

checkCases("Versions by From (3.14)", [
  {
    name: "the latest From on or before the first day is the whole version",
    why: "3.14: the October version has one line, earlier lines count no more; November's is later",
    tabs: [
      STAFF,
      tab(
        "Pay",
        "Plan | From | Component | Formula\nP | | a | =1\nP | | b | =2\nP | 2026-10-01 | a | =30\nP | 2026-11-01 | a | =400\nP | 2026-09-01 | c | =5000",
      ),
    ],
    expect: { total: { Ann: "30.00" } },
  },
  {
    name: "in September the September version",
    why: "3.14",
    tabs: [
      STAFF,
      tab(
        "Pay",
        "Plan | From | Component | Formula\nP | | a | =1\nP | | b | =2\nP | 2026-10-01 | a | =30\nP | 2026-09-01 | c | =5000",
      ),
    ],
    month: "2026-09",
    expect: { total: { Ann: "5000.00" } },
  },
  {
    name: "a From inside the month counts from the next, with a warning",
    why: "3.14: from 2 October: September's rows hold in October",
    tabs: [STAFF, tab("Pay", "Plan | From | Component | Formula\nP | | a | =1\nP | @2026-10-02 | a | =30")],
    expect: { total: { Ann: "1.00" }, warnings: ["from-inside-month Pay!B3"] },
  },
  {
    name: "and in the next month it holds, without a warning",
    why: "3.14",
    tabs: [STAFF, tab("Pay", "Plan | From | Component | Formula\nP | | a | =1\nP | @2026-10-02 | a | =30")],
    month: "2026-11",
    expect: { total: { Ann: "30.00" }, silent: ["from-inside-month"] },
  },
  {
    name: "plans, profiles, tables and grades have versions of their own",
    why: "3.14: only table t of P has a new version: 2; u keeps 10; the grade A1 2100; Q keeps its pay",
    tabs: [
      tab("Staff", "Person | Plan | Grade\nAnn | P | A1\nBen | Q | A2"),
      tab(
        "Pay",
        'Plan | From | Component | Formula\nP | | a | =RATE("t",1)+RATE("u",1)+base\nQ | | a | =base',
      ),
      tab(
        "Bands",
        "Plan | Table | From | Threshold | Result\nP | t | | 0 | 1\nP | u | | 0 | 10\nP | t | 2026-10 -01 | 0 | 2".replace(
          "2026-10 -01",
          "2026-10-01",
        ),
      ),
      tab("Grades", "Grade | Base pay | From\nA1 | 2000 |\nA2 | 3000 |\nA1 | 2100 | 2026-02-01"),
    ],
    expect: { total: { Ann: "2112.00", Ben: "3000.00" } },
  },
  {
    name: "a plan whose rows all begin later",
    why: "3.14, 3.19: no row in force on Pay",
    tabs: [STAFF, tab("Pay", "Plan | From | Component | Formula\nP | 2026-11-01 | a | =1")],
    expect: { held: ["Ann", "Ben"], errors: ["unknown-plan"] },
  },
  {
    name: "a From that cannot be read holds who needs the rows",
    why: "9.1: nobody knows whether the row holds; Q is untouched",
    tabs: [
      tab("Staff", "Person | Plan\nAnn | P\nBen | Q"),
      tab(
        "Pay",
        "Plan | From | Component | Formula\nP | 2026-09-01 | a | =1\nP | 2026-13-01 | b | =2\nQ | | a | =3",
      ),
    ],
    expect: { held: ["Ann"], errors: ["cell-no-such-day Pay!B3"], total: { Ben: "3.00" } },
  },
  {
    name: "scoring versions are whole too",
    why: "3.14: in October one item of 100; two of 50 before",
    tabs: [
      STAFF,
      payTab("=score"),
      tab(
        "Scoring",
        "Plan | From | Item | Weight | Method | Formula\nP | | a | 50 | formula | =1\nP | | b | 50 | formula | =2\nP | 2026-10-01 | c | 100 | formula | =40",
      ),
    ],
    expect: { score: { Ann: "40.00" } },
  },
]);

const CALENDAR = [
  STAFF,
  payTab("=score"),
  tab(
    "Scoring",
    "Plan | Profile | Item | Weight | Method | Formula\nP | | a | 100 | formula | =62\nP | promotion | a | 50 | formula | =31\nP | promotion | b | 50 | formula | =0\nP | Spring Sale | a | 100 | formula | =93",
  ),
] as const;

checkCases("Calendar (3.20)", [
  {
    name: "days outside are normal",
    why: "3.20: no Calendar at all",
    tabs: CALENDAR,
    expect: { score: { Ann: "62.00" } },
  },
  {
    name: "a month with two profiles weighs the scores by days",
    why: "3.20: From and To are both inside: 1 to 11 October are 11 days: (62 x 20 + 31 x 11) / 31 = 1581/31 = 51",
    tabs: [...CALENDAR, tab("日历", "开始日期 | 结束日期 | 时期\n2026-10-01 | @2026-10-11 | promotion")],
    expect: { score: { Ann: "51.00" }, weights: { Ann: { b: "17.741935" } } },
  },
  {
    name: "a profile of one's own, across the month's edges",
    why: "3.20: 20 September to 10 October: 10 days of 93 and 21 of 62: (930 + 1302)/31 = 72",
    tabs: [...CALENDAR, tab("Calendar", "From | To | Profile\n2026-09-20 | 2026-10-10 | spring sale")],
    expect: { score: { Ann: "72.00" } },
  },
  {
    name: "a plan without rows for the profile uses its normal rows",
    why: "3.20: low is nowhere in Scoring",
    tabs: [...CALENDAR, tab("Calendar", "From | To | Profile\n2026-10-01 | 2026-10-31 | low")],
    expect: { score: { Ann: "62.00" } },
  },
  {
    name: "overlaps are an error",
    why: "3.20: the 11th is in both",
    tabs: [
      ...CALENDAR,
      tab(
        "Calendar",
        "From | To | Profile\n2026-10-01 | 2026-10-11 | promotion\n2026-10-11 | 2026-10-12 | normal",
      ),
    ],
    expect: { held: ["Ann", "Ben"], errors: ["calendar-overlap Calendar!A3"] },
  },
  {
    name: "overlaps in another month do not matter now",
    why: "3.20: November's",
    tabs: [
      ...CALENDAR,
      tab(
        "Calendar",
        "From | To | Profile\n2026-11-01 | 2026-11-11 | promotion\n2026-11-11 | 2026-11-12 | normal",
      ),
    ],
    expect: { score: { Ann: "62.00" } },
  },
  {
    name: "part months weigh their own days",
    why: "3.20: Ann from the 27th: 5 days, 2 of them (30, 31) promotion: (62 x 3 + 31 x 2)/5 = 49.6",
    tabs: [
      tab("Staff", "Person | Plan | Hired\nAnn | P | 2026-10-27"),
      ...CALENDAR.slice(1),
      tab("Calendar", "From | To | Profile\n2026-10-30 | 2026-11-11 | promotion"),
    ],
    expect: { score: { Ann: "49.60" } },
  },
  {
    name: "a profile without rows and no normal rows either",
    why: "3.20: there is nothing to score normal days by",
    tabs: [
      STAFF,
      payTab("=score"),
      tab(
        "Scoring",
        "Plan | Profile | Item | Weight | Method | Formula\nP | promotion | a | 100 | formula | =62",
      ),
    ],
    expect: { held: ["Ann", "Ben"], errors: ["profile-without-items"] },
  },
  {
    name: "a profile of gates alone has no score to weigh",
    why: "3.16, 3.20: the 11 days of promotion have a gate only: the score is that of the other days, 62",
    tabs: [
      STAFF,
      tab("Pay", "Plan | Component | Formula | Only if\nP | x | =score | =gates"),
      tab(
        "Scoring",
        "Plan | Profile | Item | Kind | Weight | Method | Formula\nP | | a | | 100 | formula | =62\nP | promotion | g | gate | | formula | =base=3000",
      ),
      tab("Calendar", "From | To | Profile\n2026-10-01 | 2026-10-11 | promotion"),
    ],
    expect: { score: { Ann: "62.00" }, pay: { Ann: { x: "62.00" }, Ben: { x: "0.00" } } },
  },
  {
    name: "normal by name and blank are one profile",
    why: "3.20: blank or normal",
    tabs: [
      STAFF,
      payTab("=score"),
      tab(
        "Scoring",
        "Plan | Profile | Item | Weight | Method | Formula\nP | Normal | a | 50 | formula | =10\nP | | b | 50 | formula | =20",
      ),
    ],
    expect: { score: { Ann: "30.00" } },
  },
]);

checkCases("Settings (3.23)", [
  {
    name: "an unknown key",
    why: "3.23: an error; it holds nobody, since nobody needs it",
    tabs: [STAFF, payTab("=1"), tab("Settings", "Setting | Value\ncolour | red")],
    expect: { errors: ["unknown-setting Settings!A2"], total: { Ann: "1.00" } },
  },
  {
    name: "an unknown value holds who needs the setting",
    why: "3.23, 9.1: Ann has an item without data; Ben has all",
    tabs: [
      STAFF,
      payTab("=score"),
      tab("raw", "Agent | Date | sales | received\nAnn | @2026-10-01 | 40 | \nBen | @2026-10-01 | 40 | 2"),
      tab(
        "Scoring",
        "Plan | Item | Weight | Method | Formula\nP | a | 50 | formula | =sales\nP | b | 50 | formula | =received",
      ),
      tab("Settings", "Setting | Value\nmissing | sometimes"),
    ],
    expect: { held: ["Ann"], errors: ["unknown-setting-value Settings!B2"], score: { Ben: "42.00" } },
  },
  {
    name: "a setting twice",
    why: "DESIGN 5.9: two rules that both apply",
    tabs: [STAFF, payTab("=1"), tab("Settings", "Setting | Value\nmissing | zero\nMissing | full")],
    expect: { errors: ["setting-twice Settings!A3"] },
  },
  {
    name: "keys and values without case, in Chinese too",
    why: "3.23: each is documented: 缺失处理",
    tabs: [
      STAFF,
      payTab("=score"),
      tab("raw", "Agent | Date | sales\nAnn | @2026-10-01 | 40\nBen | @2026-10-01 | 40"),
      tab(
        "Scoring",
        "Plan | Item | Weight | Method | Formula\nP | a | 50 | formula | =sales\nP | b | 50 | formula | =received",
      ),
      tab("设置", "设置 | 值\n缺失处理 | ZERO"),
    ],
    expect: { score: { Ann: "40.00" } },
  },
  {
    name: "decimals of the score",
    why: "41.666.. to 1 decimal is 41.7, to 0 is 42",
    tabs: [
      STAFF,
      payTab("=score"),
      tab("Scoring", "Plan | Item | Weight | Method | Formula\nP | a | 100 | formula | =125/3"),
      tab("Settings", "Setting | Value\nscore_decimals | 0"),
    ],
    expect: { total: { Ann: "42.00" }, score: { Ann: "42.00" } },
  },
]);

const TWO = tab(
  "Staff",
  "Person | Team | Plan | Hired | Base pay\nAnn | T | P | | 3100\nBen | T | Q | 2026-10-16 | 3100",
);
const SCORED = tab("Scoring", "Plan | Item | Weight | Method | Formula\nP | a | 100 | formula | =50");
const broken = (key: string, formulaQ: string) => [
  TWO,
  tab("raw", "Agent | Date | refunds\nAnn | @2026-10-20 | 5\nBen | @2026-10-20 | 5"),
  tab("Metrics", "Metric | Better\nrefunds | lower"),
  tab("Targets", "Month | Applies to | Metric | Target\n2026-10 | * | refunds | 10"),
  SCORED,
  tab("Pay", `Plan | Component | Formula\nP | x | =5\nQ | x | ${formulaQ}`),
  tab("Settings", `Setting | Value\n${key} | nonsense`),
];

checkCases("A setting without a usable value holds who needs it (3.23, 9.1)", [
  {
    name: "score_decimals",
    why: "Ann has a score",
    tabs: broken("score_decimals", "=5"),
    expect: { held: ["Ann"], errors: ["unknown-setting-value Settings!B2"] },
  },
  {
    name: "score_ceiling",
    why: "Ann has a score",
    tabs: broken("score_ceiling", "=5"),
    expect: { held: ["Ann"], errors: ["unknown-setting-value Settings!B2"] },
  },
  {
    name: "lower_attainment",
    why: "Ben's pay",
    tabs: broken("lower_attainment", "=ATTAINMENT(refunds)"),
    expect: { held: ["Ben"], errors: ["unknown-setting-value Settings!B2"] },
  },
  {
    name: "team_self",
    why: "Ben's pay",
    tabs: broken("team_self", "=TEAM.SUM(refunds)"),
    expect: { held: ["Ben"], errors: ["unknown-setting-value Settings!B2"] },
  },
  {
    name: "proration",
    why: "Ben has a part month",
    tabs: broken("proration", "=base"),
    expect: { held: ["Ben"], errors: ["unknown-setting-value Settings!B2"] },
  },
  {
    name: "language",
    why: "nobody's numbers",
    tabs: broken("language", "=5"),
    expect: { errors: ["unknown-setting-value Settings!B2"] },
  },
]);

checkCases(
  "Words that people write for a value of a setting (3.23)",
  [
    ["team_self | exclude", "7.00"],
    ["团队平均含本人 | 否", "7.00"],
    ["team_self | no", "7.00"],
    ["team_self | FALSE", "7.00"],
    ["team_self | 是", "12.00"],
    ["team_self | TRUE", "12.00"],
    ["score_ceiling | 无", "12.00"],
    ["语言 | 中文", "12.00"],
  ].map(([row, total]) => ({
    name: `${row}`,
    why: "sales of 5 and 7: the sum is 12, without one's own 7",
    tabs: [
      tab("Staff", "Person | Team | Plan\nAnn | T | P\nBen | T | Q"),
      tab("raw", "Agent | Date | sales\nAnn | @2026-10-20 | 5\nBen | @2026-10-20 | 7"),
      tab("Pay", "Plan | Component | Formula\nP | x | =TEAM.SUM(sales)\nQ | x | =1"),
      tab("Settings", `Setting | Value\n${row}`),
    ],
    expect: { total: { Ann: total ?? "" } },
  })),
);

checkCases("A word of another setting is none of this one (3.23)", [
  {
    name: "yes for a rounding",
    why: "only what a setting allows",
    tabs: [
      tab("Staff", "Person | Plan\nAnn | P"),
      payTab("=1"),
      tab("Settings", "Setting | Value\nproration | 是"),
    ],
    expect: { total: { Ann: "1.00" }, errors: ["unknown-setting-value Settings!B2"] },
  },
]);

checkCases("A From that cannot be read (3.14, 9.1)", [
  {
    name: "of a band, an item and a grade",
    why: "each holds those who need its table, scorecard or grade: Ann t, Ben Q's items, Cid A2; Dee is paid",
    tabs: [
      tab("Staff", "Person | Plan | Grade\nAnn | P | A1\nBen | Q | A1\nCid | R | A2\nDee | R | A1"),
      tab("Pay", 'Plan | Component | Formula\nP | x | =RATE("t",1)\nQ | x | =1\nR | x | =base'),
      tab("Bands", "Table | From | Threshold | Result\nt | 2026-01-01 | 0 | 1\nt | 2026-02-30 | 0 | 2"),
      tab(
        "Scoring",
        "Plan | From | Item | Weight | Method | Formula\nQ | | a | 100 | formula | =1\nQ | someday | a | 100 | formula | =1",
      ),
      tab("Grades", "Grade | Base pay | From\nA1 | 1 | \nA2 | 2 | 2026-01-01\nA2 | 3 | 2026/13/01"),
    ],
    expect: {
      held: ["Ann", "Ben", "Cid"],
      errors: ["cell-no-such-day Bands!B3", "cell-not-date Scoring!B3", "cell-no-such-day Grades!C4"],
      total: { Dee: "1.00" },
    },
  },
]);
