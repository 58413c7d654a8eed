import { checkCases, payTab, type ReadingCase, tab } from "./book";

const STAFF = tab("Staff", "Person | Team | Plan\nAnn | T | P\nBen | T | P");
const PAY = payTab("=score");
const RAW = tab(
  "raw",
  "Agent | Date | sales | inquirers | final_payers | refunds | timeouts | received | replied\nAnn | @2026-10-05 | 90000 | 12 | 5 | 0 | 4 | 100 | 98\nBen | @2026-10-05 | 143999.99 | 9 | 3 | 30 | 0 | 100 | 97",
);
const METRICS = tab(
  "Metrics",
  "Metric | Label | 中文名 | Formula | Better\nconversion | Conversion | 转化率 | =final_payers/inquirers |\nreply_rate | | | =replied/received |\nrefunds | | | | lower",
);
const TARGETS = tab(
  "Targets",
  "Month | Applies to | Metric | Target\n2026-10 | * | sales | 120000\n2026-10 | * | refunds | 15",
);
const BANDS = tab(
  "Bands",
  "Plan | Table | When | Threshold | Result\n | sales | at least | 100% | 100\n | sales | | 120% | 120\n | sales | | 0.75 | 80\n | sales | | | 10\n | conversion | at least | 0.4 | 16\n | conversion | | | 6.5",
);
const BASE = [STAFF, PAY, RAW, METRICS, TARGETS];
const book = (scoring: string, bands = BANDS, ...more: ReadingCase["tabs"]) => [
  ...BASE,
  bands,
  tab("Scoring", scoring),
  ...more,
];
const one = (cells: string) =>
  book(`Plan | Item | Metric | Weight | Method | Measure | Cap | Floor | Formula | Kind\n${cells}`);
const H = "Plan | Item | Metric | Weight | Method | Measure | Formula | Kind\n";

checkCases("Methods (3.15)", [
  {
    name: "bands: the result is a percentage of the weight",
    why: "80 of weight 20 = 16; 1.19999 of the target is below 120%: 100 of 20 = 20; the rest is ratio of 80",
    tabs: one("P | sales | sales | 20 | bands | attainment | | | |\nP | r | sales | 80 | ratio | | 2 | | |"),
    expect: {
      // Ann 90000/120000 = 0.75: 16 + 60; Ben 143999.99/120000 = 1.1999999166: 20 + 95.999993...
      points: { Ann: { sales: "16.00", r: "60.00" }, Ben: { sales: "20.00", r: "96.00" } },
      score: { Ann: "76.00", Ben: "116.00" },
      values: { Ann: { sales: "90000.000000" }, Ben: { sales: "143999.990000" } },
    },
  },
  {
    name: "band points: the result is the points themselves",
    why: "5/12 = 0.416667 reaches 0.4: 16; 3/9 = 0.333333: otherwise 6.5; weight 100 plays no part",
    tabs: one("P | conversion | conversion | 100 | band points | | | | |"),
    expect: {
      score: { Ann: "16.00", Ben: "6.50" },
      values: { Ann: { conversion: "0.416667" }, Ben: { conversion: "0.333333" } },
    },
  },
  {
    name: "ratio: weight times attainment, capped at 100% where Cap is blank",
    why: "Ann 100 x 0.75 = 75; Ben 100 x min(1.1999, 1) = 100",
    tabs: one("P | s | sales | 100 | ratio | | | | |"),
    expect: { score: { Ann: "75.00", Ben: "100.00" } },
  },
  {
    name: "ratio with Cap 120% and Floor 0.8",
    why: "Ann max(0.75, 0.8) = 80; Ben 143999.99/120000 = 1.19999991666: 119.999992 rounds to 120.00",
    tabs: one("P | s | sales | 100 | ratio | attainment | 120% | 0.8 | |"),
    expect: { score: { Ann: "80.00", Ben: "120.00" } },
  },
  {
    name: "ratio with Measure value",
    why: "100 x 0.98 and 100 x 0.97",
    tabs: one("P | r | reply_rate | 100 | ratio | value | | | |"),
    expect: { score: { Ann: "98.00", Ben: "97.00" } },
  },
  {
    name: "lower is better with an actual of 0 gives the Cap",
    why: "4.8: Ann's refunds are 0: Cap 1.5 x 100; Ben 15/30 = 0.5: 50",
    tabs: one("P | r | refunds | 100 | ratio | | 1.5 | | |"),
    expect: { score: { Ann: "150.00", Ben: "50.00" } },
  },
  {
    name: "lower is better with an actual of 0 gives the best band",
    why: "4.8: the attainment is beyond 120%",
    tabs: one("P | sales | refunds | 100 | bands | attainment | | | |"),
    expect: { score: { Ann: "120.00", Ben: "10.00" } },
  },
  {
    name: "formula: the points themselves",
    why: "50 + 4 = 54 and 50 + 0",
    tabs: one("P | f | | 100 | formula | | | | =50+timeouts |"),
    expect: { score: { Ann: "54.00", Ben: "50.00" } },
  },
  {
    name: "formula beyond 0 to Weight is an error",
    why: "Ann 100 x 4 = 400 is above 100; Ben 0",
    tabs: one("P | f | | 100 | formula | | | | =timeouts*100 |"),
    expect: { held: ["Ann"], errors: ["points-out-of-range Scoring!B2"], score: { Ben: "0.00" } },
  },
  {
    name: "formula below 0 is an error",
    why: "Ann 3 - 4 = -1; Ben 3",
    tabs: one("P | f | | 100 | formula | | | | =3-timeouts |"),
    expect: { held: ["Ann"], errors: ["points-out-of-range"], score: { Ben: "3.00" } },
  },
  {
    name: "manual: the points themselves",
    why: "3.12: a manual metric needs no row; 88.5 of 100; Ben's 101 is beyond the weight",
    tabs: [
      ...one("P | 执行力 | 执行力 | 100 | manual | | | | |"),
      tab("打分", "月份 | 员工 | 指标 | 分数\n2026-10 | Ann | 执行力 | 88.5\n2026-10 | Ben | 执行力 | 101"),
    ],
    expect: { held: ["Ben"], errors: ["points-out-of-range 打分!D3"], score: { Ann: "88.50" } },
  },
  {
    name: "Chinese words and Traditional words",
    why: "3.2: one Chinese word each, accepted like the English: 20 x 0.75 = 15, 16 points, 30 of formula, 30 of manual",
    tabs: [
      ...BASE,
      tab(
        "档",
        "档位表 | 条件 | 阈值 | 结果\n转化率 | 至少 | 0.4 | 16\n转化率 | 高於 | 0.5 | 20\n转化率 | | | 0",
      ),
      tab(
        "评分",
        "方案 | 考核项 | 类型 | 指标 | 权重 | 计分方式 | 取值 | 公式\nP | a | 得分 | 销售额 | 20 | 比例 | 达成率 |\nP | b | 得分 | 转化率 | 20 | 檔位得分 | 數值 |\nP | c | | | 30 | 公式 | | =30\nP | d | | 态度 | 30 | 手工 | |",
      ),
      tab("M", "月份 | 员工 | 指标 | 分数\n2026-10 | Ann | 态度 | 30\n2026-10 | Ben | 态度 | 0"),
    ],
    expect: { score: { Ann: "91.00" }, points: { Ann: { a: "15.00", b: "16.00", c: "30.00", d: "30.00" } } },
  },
  {
    name: "Method blank is an error",
    why: "3.15",
    tabs: one("P | s | sales | 100 | | | | | |"),
    expect: { held: ["Ann", "Ben"], errors: ["method-blank Scoring!E2"] },
  },
  {
    name: "an unknown word is an error that names the allowed ones",
    why: "3.2",
    tabs: one("P | s | sales | 100 | tiers | | | | |"),
    expect: { held: ["Ann", "Ben"], errors: ["unknown-word Scoring!E2"] },
  },
  {
    name: "an unknown metric holds exactly the plan",
    why: "9.1: Ben is on Q",
    tabs: [
      tab("Staff", "Person | Plan\nAnn | P\nBen | Q"),
      RAW,
      tab("Pay", "Plan | Component | Formula\nP | x | =score\nQ | x | =5"),
      tab("Scoring", `${H}P | s | salez | 100 | ratio | | |`),
    ],
    expect: { held: ["Ann"], errors: ["unknown-metric Scoring!C2"], total: { Ben: "5.00" } },
  },
]);

checkCases("Tables of items (3.15)", [
  {
    name: "the table named like the item comes before that of the metric",
    why: "item table 'special' gives 7, the metric's would give 16",
    tabs: book(
      `${H}P | special | conversion | 100 | band points | | |`,
      tab("Bands", "Table | Threshold | Result\nspecial | 0 | 7\nconversion | 0 | 16"),
    ),
    expect: { score: { Ann: "7.00" } },
  },
  {
    name: "the table of the metric, by any of its names",
    why: "3.4: 转化率 is conversion; the table is named by the metric, the item by the synonym and the other way round",
    tabs: book(
      `${H}P | a | 转化率 | 50 | band points | | |\nP | b | reply_rate | 50 | band points | | |`,
      tab("Bands", "Table | Threshold | Result\nconversion | 0 | 16\nReply_Rate | 0 | 4"),
    ),
    expect: { score: { Ann: "20.00" } },
  },
  {
    name: "the table named by the synonym",
    why: "3.4",
    tabs: book(
      `${H}P | a | conversion | 100 | band points | | |`,
      tab("Bands", "Table | Threshold | Result\n转化率 | 0 | 16"),
    ),
    expect: { score: { Ann: "16.00" } },
  },
  {
    name: "no table of either name",
    why: "an item without a table holds who is scored by it",
    tabs: book(`${H}P | a | reply_rate | 100 | bands | | |`),
    expect: { held: ["Ann", "Ben"], errors: ["item-without-table Scoring!E2"] },
  },
]);

checkCases("Weights (3.15)", [
  {
    name: "20 and 20% mean the same",
    why: "percent text, the number 0.2 of a percent cell, and 60: in one plan each form on its own; 0.75 x 100",
    tabs: one("P | a | sales | 20% | ratio | | | | |\nP | b | sales | 80％ | ratio | | | | |"),
    expect: { score: { Ann: "75.00" }, weights: { Ann: { a: "20", b: "80" } } },
  },
  {
    name: "percent cells give fractions",
    why: "0.2 + 0.8 as numbers",
    tabs: one("P | a | sales | 0.2 | ratio | | | | |\nP | b | sales | 0.8 | ratio | | | | |"),
    expect: { score: { Ann: "75.00" }, weights: { Ann: { a: "20", b: "80" } } },
  },
  {
    name: "a mix of both",
    why: "0.2 and 80",
    tabs: one("P | a | sales | 0.2 | ratio | | | | |\nP | b | sales | 80 | ratio | | | | |"),
    expect: { score: { Ann: "75.00" }, weights: { Ann: { a: "20", b: "80" } } },
  },
  {
    name: "one item of 100%",
    why: "the number 1 of a percent cell",
    tabs: one("P | a | sales | 1 | ratio | | | | |"),
    expect: { score: { Ann: "75.00" } },
  },
  {
    name: "weights that do not sum to 100 hold the plan",
    why: "99.99 is not 100",
    tabs: one("P | a | sales | 20 | ratio | | | | |\nP | b | sales | 79.99 | ratio | | | | |"),
    expect: { held: ["Ann", "Ben"], errors: ["weights-not-100 Scoring!D2"] },
  },
  {
    name: "decimal weights sum exactly",
    why: "33.3 + 33.3 + 33.4 = 100 without binary error; 0.75 of it",
    tabs: one(
      "P | a | sales | 33.3 | ratio | | | | |\nP | b | sales | 33.3 | ratio | | | | |\nP | c | sales | 33.4 | ratio | | | | |",
    ),
    expect: { score: { Ann: "75.00" } },
  },
  {
    name: "a blank weight of an item of points",
    why: "an error of the row",
    tabs: one("P | a | sales | 100 | ratio | | | | |\nP | b | sales | | ratio | | | | |"),
    expect: { held: ["Ann", "Ben"], errors: ["weight-blank Scoring!D3"] },
  },
  {
    name: "an item twice",
    why: "DESIGN 5.9: two rules that both apply are an error",
    tabs: one("P | a | sales | 50 | ratio | | | | |\nP | A | sales | 50 | ratio | | | | |"),
    expect: { held: ["Ann", "Ben"], errors: ["item-twice Scoring!B3"] },
  },
]);

checkCases("Bonus and deduction (3.15, 5.3, 5.5)", [
  {
    name: "bonus adds and deduction subtracts",
    why: "Ann 75 + 5 - 2 x 4 = 72; Ben 100 + 5 - 0; in JSON a deduction's points are negative",
    tabs: one(
      "P | s | sales | 100 | ratio | | | | |\nP | plus | | 10 | formula | | | | =5 | bonus\nP | minus | | 20 | formula | | | | =2*timeouts | deduction",
    ),
    expect: { score: { Ann: "72.00", Ben: "105.00" }, points: { Ann: { plus: "5.00", minus: "-8.00" } } },
  },
  {
    name: "never below 0",
    why: "75 - 90 is 0",
    tabs: one("P | s | sales | 100 | ratio | | | | |\nP | minus | | 100 | formula | | | | =90 | 扣分"),
    expect: { score: { Ann: "0.00", Ben: "10.00" } },
  },
  {
    name: "no ceiling, and a ceiling by Setting",
    why: "Ben 100 + 30 = 130, at most 110",
    tabs: [
      ...one("P | s | sales | 100 | ratio | | | | |\nP | plus | | 30 | formula | | | | =30 | 加分"),
      tab("Settings", "Setting | Value\nscore_ceiling | 110"),
    ],
    expect: { score: { Ann: "105.00", Ben: "110.00" } },
  },
  {
    name: "their weights stand outside the 100 and are their maximum",
    why: "bands of 150% of 10 stop at 10: Ann 75 + 10",
    tabs: book(
      `${H}P | s | sales | 100 | ratio | | |\nP | plus | sales | 10 | bands | value | | bonus`,
      tab("Bands", "Table | Threshold | Result\nplus | 0 | 150"),
    ),
    expect: { score: { Ann: "85.00", Ben: "110.00" } },
  },
  {
    name: "a formula beyond their maximum is an error",
    why: "from 0 to Weight: 11 of 10",
    tabs: one("P | s | sales | 100 | ratio | | | | |\nP | plus | | 10 | formula | | | | =11 | bonus"),
    expect: { held: ["Ann", "Ben"], errors: ["points-out-of-range Scoring!B3"] },
  },
  {
    name: "a deduction is a positive number",
    why: "-5 in a table would add to the score",
    tabs: book(
      `${H}P | s | sales | 100 | ratio | | |\nP | minus | timeouts | 10 | band points | | | deduction`,
      tab("Bands", "Table | Threshold | Result\nminus | 1 | -5\nminus | | 0"),
    ),
    expect: { held: ["Ann"], errors: ["points-out-of-range Scoring!B3"], score: { Ben: "100.00" } },
  },
  {
    name: "a bonus by bands needs a maximum",
    why: "a percentage of a blank weight is nothing",
    tabs: book(
      `${H}P | s | sales | 100 | ratio | | |\nP | plus | sales | | bands | value | | bonus`,
      tab("Bands", "Table | Threshold | Result\nplus | 0 | 50"),
    ),
    expect: { held: ["Ann", "Ben"], errors: ["weight-blank Scoring!D3"] },
  },
  {
    name: "a missing bonus or deduction counts 0",
    why: "consulted has no data; the score is the 75",
    tabs: one(
      "P | s | sales | 100 | ratio | | | | |\nP | plus | | 10 | formula | | | | =consulted | bonus\nP | minus | | 10 | formula | | | | =consulted | deduction",
    ),
    expect: { score: { Ann: "75.00" }, points: { Ann: { plus: "0.00", minus: "0.00" } } },
  },
  {
    name: "points are exact, only the score is rounded",
    why: "5.3: three times 33.333..% of 5/12: 100 x 5/12 = 41.666.. -> 41.67; each item 13.888.. shown 13.89, whose sum is 41.67",
    tabs: one(
      "P | a | conversion | 40 | ratio | value | | | |\nP | b | conversion | 60 | ratio | value | | | |",
    ),
    expect: {
      score: { Ann: "41.67", Ben: "33.33" },
      points: { Ann: { a: "16.67", b: "25.00" }, Ben: { a: "13.33", b: "20.00" } },
    },
  },
  {
    name: "half-up rounds away from zero",
    why: "5.2: a deduction of 0.125 shows -0.13; 75 - 0.125 = 74.875 is 74.88",
    tabs: one("P | s | sales | 100 | ratio | | | | |\nP | minus | | 1 | formula | | | | =0.125 | deduction"),
    expect: { score: { Ann: "74.88" }, points: { Ann: { minus: "-0.13" } } },
  },
  {
    name: "the rounded score meets money",
    why: "DESIGN 5.3: 41.67 x 1000 = 41670, not 41666.67",
    tabs: [
      ...one("P | a | conversion | 100 | ratio | value | | | |").filter((grid) => grid.name !== "Pay"),
      payTab("=score*1000"),
    ],
    expect: { total: { Ann: "41670.00" } },
  },
  {
    name: "full precision by Setting",
    why: "41.666.. x 1000 = 41666.67",
    tabs: [
      ...one("P | a | conversion | 100 | ratio | value | | | |").filter((grid) => grid.name !== "Pay"),
      payTab("=score*1000"),
      tab("Settings", "Setting | Value\nscore_decimals | full"),
    ],
    expect: { total: { Ann: "41666.67" } },
  },
]);

const MISSING = (policy: string) => [
  STAFF,
  PAY,
  tab(
    "raw",
    "Agent | Date | sales | received\nAnn | @2026-10-05 | 60000 | --\nBen | @2026-10-05 | 120000 | 5",
  ),
  TARGETS,
  tab(
    "Scoring",
    `${H}P | s | sales | 60 | ratio | | |\nP | r | | 40 | formula | | =received*4 |\nP | plus | | 10 | formula | | =5 | bonus`,
  ),
  tab("Settings", `Setting | Value\nmissing | ${policy}`),
];

checkCases("Missing data (5.5, 3.15)", [
  {
    name: "rescale",
    why: "Ann 30 of 60 -> 50 of 100, then + 5 after rescaling; JSON shows the rescaled weight and points",
    tabs: MISSING("rescale"),
    expect: {
      score: { Ann: "55.00", Ben: "85.00" },
      points: { Ann: { s: "50.00", r: null, plus: "5.00" } },
      weights: { Ann: { s: "100", r: "0" }, Ben: { s: "60", r: "40" } },
      warnings: ["item-without-data-rescale Scoring!B3"],
    },
  },
  {
    name: "zero",
    why: "30 + 0 + 5",
    tabs: MISSING("zero"),
    expect: { score: { Ann: "35.00" }, points: { Ann: { r: "0.00" } }, warnings: ["item-without-data-zero"] },
  },
  {
    name: "full",
    why: "30 + 40 + 5",
    tabs: MISSING("full"),
    expect: {
      score: { Ann: "75.00" },
      points: { Ann: { r: "40.00" } },
      warnings: ["item-without-data-full"],
    },
  },
  {
    name: "hold",
    why: "Ann only",
    tabs: MISSING("hold"),
    expect: { held: ["Ann"], errors: ["item-without-data-holds Scoring!B3"], score: { Ben: "85.00" } },
  },
  {
    name: "no item has data",
    why: "5.5: there is no score and the person is held; Ben has data",
    tabs: [
      STAFF,
      PAY,
      tab("raw", "Agent | Date | sales\nBen | @2026-10-05 | 120000"),
      TARGETS,
      tab("Scoring", `${H}P | s | sales | 100 | ratio | | |`),
    ],
    expect: { held: ["Ann"], errors: ["no-item-has-data Staff!A2"], score: { Ann: null, Ben: "100.00" } },
  },
  {
    name: "every mark of missing data",
    why: "DOMAIN B.10: - -- — / N/A null 暂无数据 延迟统计 无退款申请 and a blank are missing, not zero: only the 60000 counts",
    tabs: [
      tab("Staff", "Person | Plan\nAnn | P"),
      payTab("=refunds"),
      tab(
        "raw",
        "Agent | Date | refunds\nAnn | @2026-10-01 | -\nAnn | @2026-10-02 | --\nAnn | @2026-10-03 | —\nAnn | @2026-10-04 | /\nAnn | @2026-10-05 | N/A\nAnn | @2026-10-06 | null\nAnn | @2026-10-07 | 暂无数据\nAnn | @2026-10-08 | 延迟统计\nAnn | @2026-10-09 | 无退款申请\nAnn | @2026-10-10 |\nAnn | @2026-10-11 | 60000",
      ),
    ],
    expect: { total: { Ann: "60000.00" } },
  },
  {
    name: "an empty denominator is no data, with a warning",
    why: "4.1, 5.5: nobody inquired, so conversion is left out; 75 stays",
    tabs: [
      ...BASE.filter((grid) => grid.name !== "raw"),
      BANDS,
      tab(
        "raw",
        "Agent | Date | sales | inquirers | final_payers\nAnn | @2026-10-05 | 90000 | 0 | 0\nBen | @2026-10-05 | 90000 | 2 | 1",
      ),
      tab("Scoring", `${H}P | s | sales | 50 | ratio | | |\nP | c | conversion | 50 | ratio | value | |`),
    ],
    expect: {
      score: { Ann: "75.00", Ben: "62.50" },
      warnings: ["empty-denominator Metrics!D2", "item-without-data-rescale"],
    },
  },
]);

const GATED = (gate: string, more = "") =>
  [
    STAFF,
    RAW,
    METRICS,
    TARGETS,
    tab("Pay", "Plan | Component | Formula | Only if\nP | base | =100 |\nP | reward | =50 | =gates"),
    tab("Scoring", `${H}P | s | sales | 100 | ratio | | |\n${gate}${more}`),
  ] as const;

checkCases("Gates (3.16)", [
  {
    name: "a gate at its edge",
    why: "98% is met, 97% is not: Ben's reward is 0.00",
    tabs: GATED("P | g | | | formula | | =reply_rate>=98% | gate"),
    expect: {
      pay: { Ann: { reward: "50.00" }, Ben: { base: "100.00", reward: "0.00" } },
      points: { Ann: { g: null } },
    },
  },
  {
    name: "a weight of 0 is allowed, another is not",
    why: "3.16: Weight blank or 0",
    tabs: GATED("P | g | | 0 | formula | | =reply_rate>=98% | 门槛"),
    expect: { pay: { Ann: { reward: "50.00" } } },
  },
  {
    name: "a gate with a weight",
    why: "3.16",
    tabs: GATED("P | g | | 5 | formula | | =reply_rate>=98% | gate"),
    expect: { held: ["Ann", "Ben"], errors: ["gate-with-weight Scoring!D3"] },
  },
  {
    name: "all gates must be met",
    why: "Ann fails the second",
    tabs: GATED(
      "P | g | | | formula | | =reply_rate>=98% | gate\n",
      "P | g2 | | | formula | | =timeouts<4 | gate",
    ),
    expect: { pay: { Ann: { reward: "0.00" }, Ben: { reward: "0.00" } } },
  },
  {
    name: "a gate without data is not met, with a warning",
    why: "3.16: consulted has no data",
    tabs: GATED("P | g | | | formula | | =consulted>0 | gate"),
    expect: { pay: { Ann: { reward: "0.00" } }, warnings: ["gate-without-data Scoring!B3"] },
  },
  {
    name: "a gate must have a formula",
    why: "3.16: Method formula",
    tabs: GATED("P | g | reply_rate | | bands | | | gate"),
    expect: { held: ["Ann", "Ben"], errors: ["gate-needs-formula Scoring!E3"] },
  },
  {
    name: "a plan of gates alone has no score and may pay",
    why: "DOMAIN A.15: gates and a commission, without a scorecard",
    tabs: [
      STAFF,
      RAW,
      METRICS,
      tab("Pay", "Plan | Component | Formula | Only if\nP | reward | =sales*1% | =gates"),
      tab("Scoring", `${H}P | g | | | formula | | =reply_rate>=98% | gate`),
    ],
    expect: { score: { Ann: null }, pay: { Ann: { reward: "900.00" }, Ben: { reward: "0.00" } } },
  },
]);

checkCases("Manual scores (3.17)", [
  {
    name: "two for one month, person and metric",
    why: "3.17: an error that holds Ann",
    tabs: [
      ...one("P | qa | qa | 100 | manual | | | | |"),
      tab(
        "Manual scores",
        "Month | Person | Metric | Value\n2026-10 | Ann | qa | 80\n2026-10-09 | ann | QA | 80\n2026-10 | Ben | qa | 70\n2026-09 | Ben | qa | 10",
      ),
    ],
    expect: {
      held: ["Ann"],
      errors: ["manual-score-twice Manual scores!D2", "manual-score-twice Manual scores!D3"],
      score: { Ben: "70.00" },
    },
  },
  {
    name: "none is missing data under the policy",
    why: "3.17: Ann's other item counts in full: 75; Ben 50 x 1 + 35",
    tabs: [
      ...one("P | qa | qa | 50 | manual | | | | |\nP | s | sales | 50 | ratio | | | | |"),
      tab("Manual scores", "Month | Person | Metric | Value\n2026-10 | Ben | qa | 35"),
    ],
    expect: { score: { Ann: "75.00", Ben: "85.00" }, warnings: ["item-without-data-rescale Scoring!B2"] },
  },
  {
    name: "an unreadable score holds its person",
    why: "5.5: in Manual scores in the person's own row",
    tabs: [
      ...one("P | qa | qa | 100 | manual | | | | |"),
      tab(
        "Manual scores",
        "Month | Person | Metric | Value\n2026-10 | Ann | qa | good\n2026-10 | Ben | qa | 70",
      ),
    ],
    expect: { held: ["Ann"], errors: ["cell-text Manual scores!D2"], score: { Ben: "70.00" } },
  },
  {
    name: "a manual metric in a formula and in bands",
    why: "names: manual metrics; qa 80 -> 8 of 10",
    tabs: [
      ...book(`${H}P | f | | 100 | formula | | =qa/10 |`),
      tab(
        "Manual scores",
        "Month | Person | Metric | Value\n2026-10 | Ann | qa | 80\n2026-10 | Ben | qa | 70",
      ),
    ],
    expect: { score: { Ann: "8.00", Ben: "7.00" } },
  },
]);

const BAND_BOOK = (bands: string) => [
  STAFF,
  RAW,
  payTab('=RATE("t",sales)'),
  tab("Bands", `Plan | Table | From | When | Threshold | Result\n${bands}`),
];

checkCases("Bands (3.18)", [
  {
    name: "a plan's own table comes before the shared one",
    why: "3.18: Plan blank serves every plan that has no table of that name",
    tabs: BAND_BOOK(" | t | | | 0 | 1\nP | t | | | 0 | 2"),
    expect: { total: { Ann: "2.00" } },
  },
  {
    name: "another plan's table is not seen",
    why: "3.18",
    tabs: BAND_BOOK("Q | t | | | 0 | 1"),
    expect: { held: ["Ann", "Ben"], errors: ["unknown-table"] },
  },
  {
    name: "When blank repeats the row above",
    why: "3.18: above 90000, then above 100000: Ann's 90000 is not above, Ben is above both",
    tabs: BAND_BOOK(" | t | | above | 90000 | 1\n | t | | | 100000 | 2\n | t | | | | 9"),
    expect: { total: { Ann: "9.00", Ben: "2.00" } },
  },
  {
    name: "rows in any order",
    why: "the highest reached threshold counts",
    tabs: BAND_BOOK(" | t | | | | 9\n | t | | at least | 100000 | 2\n | t | | at least | 50000 | 1"),
    expect: { total: { Ann: "1.00", Ben: "2.00" } },
  },
  {
    name: "up to and below share a table",
    why: "3.18: below 90000, up to 90000: Ann 2; Ben otherwise",
    tabs: BAND_BOOK(" | t | | below | 90000 | 1\n | t | | 不超过 | 90000 | 2\n | t | | | | 3"),
    expect: { total: { Ann: "2.00", Ben: "3.00" } },
  },
  {
    name: "mixed directions",
    why: "3.18, DESIGN 3: one table uses one direction",
    tabs: BAND_BOOK(" | t | | at least | 90000 | 1\n | t | | up to | 100 | 2"),
    expect: { held: ["Ann", "Ben"], errors: ["bands-mix-directions Bands!D3"] },
  },
  {
    name: "equal thresholds with equal When",
    why: "3.18: 1 and 100% are equal",
    tabs: BAND_BOOK(" | t | | at least | 1 | 1\n | t | | at least | 100% | 2"),
    expect: { held: ["Ann", "Ben"], errors: ["threshold-twice Bands!E3"] },
  },
  {
    name: "two rows without threshold",
    why: "both would be otherwise",
    tabs: BAND_BOOK(" | t | | at least | 1 | 1\n | t | | | | 2\n | t | | | | 3"),
    expect: { held: ["Ann", "Ben"], errors: ["otherwise-twice"] },
  },
  {
    name: "a value that no row reaches",
    why: "3.18: an error that holds; Ben reaches",
    tabs: BAND_BOOK(" | t | | at least | 100000 | 1"),
    expect: { held: ["Ann"], errors: ["band-not-reached Pay!C2"], total: { Ben: "1.00" } },
  },
  {
    name: "an unreadable threshold holds who needs the table",
    why: "9.1: Ben is on Q, which needs another table",
    tabs: [
      tab("Staff", "Person | Plan\nAnn | P\nBen | Q"),
      RAW,
      tab("Pay", 'Plan | Component | Formula\nP | x | =RATE("t",sales)\nQ | x | =RATE("u",sales)'),
      tab("Bands", "Table | Threshold | Result\nt | 12,5 | 1\nt | | 0\nu | 0 | 1"),
    ],
    expect: { held: ["Ann"], errors: ["cell-comma Bands!B2"], total: { Ben: "1.00" } },
  },
  {
    name: "a percentage typed as text is a percentage of the weight",
    why: "3.15: 80% of weight 100 = 80 points",
    tabs: book(
      `${H}P | a | sales | 100 | bands | | |`,
      tab("Bands", "Table | Threshold | Result\na | 0 | 80%"),
    ),
    expect: { score: { Ann: "80.00" } },
  },
  {
    name: "results that look like fractions are asked about, never multiplied",
    why: "3.15: 0.8 of weight 100 is 0.8 points as it stands",
    tabs: book(
      `${H}P | a | sales | 100 | bands | | |`,
      tab("Bands", "Table | Threshold | Result\na | 0 | 0.8"),
    ),
    expect: { score: { Ann: "0.80" }, warnings: ["band-results-look-like-fractions Bands!C2"] },
  },
]);

/** Pays 1 where a condition with the threshold 1000 holds, else 9. */
const EDGE_BOOK = (when: string) => [
  tab("Staff", "Person | Plan\nJust below | P\nExactly at | P\nJust above | P"),
  tab(
    "raw",
    "Agent | Date | sales\nJust below | @2026-10-05 | 999.99\nExactly at | @2026-10-05 | 1000\nJust above | @2026-10-05 | 1000.01",
  ),
  payTab('=RATE("t",sales)'),
  tab("Bands", `Table | When | Threshold | Result\nt | ${when} | 1000 | 1\nt | | | 9`),
];

checkCases("Edges of bands (DESIGN 5.2)", [
  {
    name: "at least leaves the value just below out, takes the threshold itself and the value just above",
    why: "999.99, 1000 and 1000.01 of 1000",
    tabs: EDGE_BOOK("at least"),
    expect: { total: { "Just below": "9.00", "Exactly at": "1.00", "Just above": "1.00" } },
  },
  {
    name: "above leaves the value just below and the threshold itself out, takes the value just above",
    why: "999.99, 1000 and 1000.01 of 1000",
    tabs: EDGE_BOOK("above"),
    expect: { total: { "Just below": "9.00", "Exactly at": "9.00", "Just above": "1.00" } },
  },
  {
    name: "up to takes the value just below and the threshold itself, leaves the value just above out",
    why: "999.99, 1000 and 1000.01 of 1000",
    tabs: EDGE_BOOK("up to"),
    expect: { total: { "Just below": "1.00", "Exactly at": "1.00", "Just above": "9.00" } },
  },
  {
    name: "below takes the value just below, leaves the threshold itself and the value just above out",
    why: "999.99, 1000 and 1000.01 of 1000",
    tabs: EDGE_BOOK("below"),
    expect: { total: { "Just below": "1.00", "Exactly at": "9.00", "Just above": "9.00" } },
  },
  {
    name: "above is tried before at least of the same threshold, in whichever order they are written",
    why: "3.18: they may share a table: 1000 reaches at least only, 1000.01 reaches above",
    tabs: [
      ...EDGE_BOOK("at least").slice(0, 3),
      tab(
        "Bands",
        "Table | When | Threshold | Result\nt | at least | 1000 | 1\nt | above | 1000 | 2\nt | | | 9",
      ),
    ],
    expect: { total: { "Just below": "9.00", "Exactly at": "1.00", "Just above": "2.00" } },
  },
  {
    name: "below is tried before up to of the same threshold, in whichever order they are written",
    why: "3.18: they may share a table: 1000 reaches up to only, 999.99 reaches below",
    tabs: [
      ...EDGE_BOOK("up to").slice(0, 3),
      tab(
        "Bands",
        "Table | When | Threshold | Result\nt | up to | 1000 | 1\nt | below | 1000 | 2\nt | | | 9",
      ),
    ],
    expect: { total: { "Just below": "2.00", "Exactly at": "1.00", "Just above": "9.00" } },
  },
]);
