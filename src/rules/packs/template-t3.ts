import { metricsRows } from "../catalogue";
import type { Pack, Words } from "../pack";
import { bandRows, type DraftComponent, type DraftTable, FIXED, payRows } from "./language";
import { MORE_FIXED, type OwnMetric, ownMetricRows, type ScoringDraft, scorecardRows } from "./scorecard";
import { ITEM } from "./template-items";

const PLAN: Words = { en: "Score times coefficient", zh: "得分乘系数" };

const ORDER_VALUE: Words = { en: "Order value against the shop", zh: "客单价与全店之比" };
const CONDUCT: Words = { en: "Supervisor's rating", zh: "平时表现" };
const GOLD_BASE: Words = {
  en: "Three gold months in a row: raise the base",
  zh: "连续三个月金牌：请调整底薪",
};
const COEFFICIENT: Words = { en: "Coefficient", zh: "绩效系数" };

const ITEMS: readonly ScoringDraft[] = [
  {
    item: ITEM.conversion,
    kind: FIXED.points,
    metric: "conversion",
    weight: 35,
    method: FIXED.bands,
    measure: FIXED.value,
  },
  {
    item: ORDER_VALUE,
    kind: FIXED.points,
    metric: "aov_to_shop",
    weight: 25,
    method: FIXED.bands,
    measure: FIXED.value,
  },
  {
    item: ITEM.reply,
    kind: FIXED.points,
    metric: "reply_rate",
    weight: 15,
    method: FIXED.bands,
    measure: FIXED.value,
  },
  {
    item: ITEM.response,
    kind: FIXED.points,
    metric: "avg_response",
    weight: 15,
    method: FIXED.bands,
    measure: FIXED.value,
  },
  { item: CONDUCT, kind: FIXED.points, metric: "conduct", weight: 10, method: MORE_FIXED.manual },
  {
    item: GOLD_BASE,
    kind: MORE_FIXED.hrWarning,
    method: FIXED.formula,
    formula: "=AND(MAX(0,score_1)>=91,MAX(0,score_2)>=91,MAX(0,PREVIOUS(score_2))>=91)",
  },
];

// The lowest band gives 50 % of the weight and not 0.
const TABLES: readonly DraftTable[] = [
  {
    table: ITEM.conversion,
    when: FIXED.atLeast,
    rows: [
      ["55%", 100],
      ["50%", 80],
      ["45%", 60],
      ["", 50],
    ],
  },
  {
    table: ORDER_VALUE,
    when: FIXED.atLeast,
    rows: [
      ["112%", 100],
      ["108%", 80],
      ["106%", 60],
      ["", 50],
    ],
  },
  {
    table: ITEM.reply,
    when: FIXED.atLeast,
    rows: [
      ["99%", 100],
      ["97%", 80],
      ["95%", 60],
      ["", 50],
    ],
  },
  {
    table: ITEM.response,
    when: FIXED.upTo,
    rows: [
      [25, 100],
      [30, 80],
      [40, 60],
      ["", 50],
    ],
  },
  {
    table: COEFFICIENT,
    when: FIXED.atLeast,
    rows: [
      [91, "100%"],
      [86, "80%"],
      [76, "60%"],
      [65, "50%"],
      ["", 0],
    ],
  },
];

// MAX(0, …) makes a month that is not closed count as no gold month instead of holding the person.
const PAY: readonly DraftComponent[] = [
  ["base", { en: "Base pay", zh: "底薪" }, "=base"],
  [
    "bonus",
    { en: "Bonus: score × coefficient", zh: "绩效奖金：得分×系数" },
    { en: '=10*score*BAND("Coefficient",score)', zh: '=10*score*BAND("绩效系数",score)' },
  ],
  [
    "gold_again",
    { en: "Gold months in a row", zh: "连续金牌奖" },
    "=IF(MAX(0,PREVIOUS(gold_again))>0,500,300)",
    "=AND(score>=91,MAX(0,PREVIOUS(score))>=91)",
  ],
];

const OWN_METRICS: readonly OwnMetric[] = [
  ["aov_to_shop", ORDER_VALUE.en, ORDER_VALUE.zh, "=aov/SHOP.VALUE(aov)", "%"],
  ["conduct", CONDUCT.en, CONDUCT.zh, "", "points"],
  ["score_1", "Score last month", "上月得分", "=PREVIOUS(score)", "points"],
  ["score_2", "Score two months ago", "前月得分", "=PREVIOUS(score_1)", "points"],
];

/** Template T3: order value against the shop, bands that end at 50, bonus = score x coefficient. */
export const TEMPLATE_T3: Pack = {
  name: "template-t3",
  label: {
    en: "Template 3: score × coefficient",
    zh: "模板三：客单价比全店，得分 × 系数",
  },
  help: {
    en: "Five items; the lowest band of the four measured ones gives 50 % of its weight, never 0. Order value is the agent's ÷ the shop's: that of all people in the file, recomputed from their sums. Pay = base + 10 × score × coefficient: 100 % from 91 points, 80 % from 86, 60 % from 76, 50 % from 65. A second gold month in a row (91 points and more) adds 300, every further one 500; it needs the closed month before in History. After three closed gold months HR is reminded to raise the base by a new row in Staff (score_1 and score_2 carry the scores on). The supervisor rates from 0 to 10 in Manual scores: 10 excellent, 8 good, 7 passed, 5 poor.",
    zh: "五项指标；四项数据指标的最低档为权重的 50%，不为 0。客单价为个人÷全店，全店为表内所有人合计重算。工资＝底薪＋10×得分×系数：91 分起 100%，86 分起 80%，76 分起 60%，65 分起 50%。连续第二个金牌月（91 分及以上）加 300，此后每月加 500；须有“历史”中已关账的上月。连续三个已关账的金牌月后，提醒人事在“员工”表加一行调整底薪（score_1、score_2 保存前几个月的得分）。平时表现由主管在“主管评分”表按 0 至 10 分评定：优秀 10，良好 8，合格 7，差 5。",
  },
  source: {
    en: "Weights 35/25/15/15/10, the order value bands, 50 as the floor, bonus = score × coefficient, 300 to 500 for gold months in a row and a raise after three: public template tcm999.cn/content/id/10fdd2. Its other bands, the coefficients and the supervisor's four marks as copied at taowenge.com/p-83194660.html; that copy has lost the line of 30 to 40 s, read here as 60. The pack's own choice: 10 yuan a point, gold as the class from 91 points, 300 for the second month and 500 after it.",
    zh: "权重 35/25/15/15/10、客单价档位、最低 50、奖金＝得分×系数、连续金牌奖 300 至 500 及三个月后调底薪：公开模板 tcm999.cn/content/id/10fdd2。其余档位、系数和主管四档评分：taowenge.com/p-83194660.html 的转载；该转载缺 30 至 40 秒一行，此处按 60 计。本方案自定：每分 10 元、金牌为 91 分及以上、第二个月 300 其后 500。",
  },
  tabs: (lang) => ({
    metrics: [...metricsRows(), ...ownMetricRows(OWN_METRICS)],
    scoring: scorecardRows(lang, PLAN, ITEMS),
    bands: bandRows(lang, PLAN, TABLES),
    pay: payRows(lang, PLAN, PAY),
  }),
};
