import { metricsRows } from "../catalogue";
import type { Pack, Words } from "../pack";
import { bandRows, type DraftComponent, type DraftTable, FIXED, payRows } from "./language";
import { MORE_FIXED, type ScoringDraft, scorecardRows } from "./scorecard";
import { conversionBands } from "./templates";

const PLAN: Words = { en: "Twelve points", zh: "12分考核" };

const CONVERSION: Words = { en: "Conversion", zh: "询单转化" };
const UNPAID: Words = { en: "Follow-up of unpaid orders", zh: "未付款跟进" };
const REFUNDS: Words = { en: "Returns and exchanges", zh: "退换货" };
const RATING: Words = { en: "Customers' rating", zh: "客户评价" };
const COOPERATION: Words = { en: "Cooperation", zh: "团队协作" };
const ATTITUDE: Words = { en: "Attitude", zh: "工作态度" };

const measured = (item: Words, metric: string): ScoringDraft => ({
  item,
  kind: FIXED.points,
  metric,
  weight: 12.5,
  method: FIXED.bands,
  measure: FIXED.value,
});

const rated = (item: Words): ScoringDraft => ({
  item,
  kind: FIXED.points,
  metric: item,
  weight: 25,
  method: MORE_FIXED.manual,
});

// The twelve points are the 100: 12.5 is 1.5 of the twelve, 25 is 3 of them.
const ITEMS: readonly ScoringDraft[] = [
  measured(CONVERSION, "conversion"),
  measured(UNPAID, "order_success"),
  measured(REFUNDS, "refund_rate"),
  measured(RATING, "satisfaction"),
  rated(COOPERATION),
  rated(ATTITUDE),
];

const TABLES: readonly DraftTable[] = [
  conversionBands(CONVERSION),
  {
    table: UNPAID,
    when: FIXED.atLeast,
    rows: [
      ["95%", 100],
      ["90%", 80],
      ["85%", 60],
      ["", 0],
    ],
  },
  {
    table: REFUNDS,
    when: FIXED.upTo,
    rows: [
      ["3%", 100],
      ["5%", 80],
      ["8%", 60],
      ["", 0],
    ],
  },
  {
    table: RATING,
    when: FIXED.atLeast,
    rows: [
      ["95%", 100],
      ["90%", 80],
      ["85%", 60],
      ["", 0],
    ],
  },
];

const PAY: readonly DraftComponent[] = [
  ["base", { en: "Base pay", zh: "底薪" }, "=base"],
  ["performance", { en: "Performance pay", zh: "绩效工资" }, "=1200*score/100"],
];

/** Four measured and two rated items, 12 points as 100; pay = base + 1,200 x score/100. */
export const TWELVE_POINT: Pack = {
  name: "twelve-point",
  label: { en: "Twelve points with supervisor's rating", zh: "12 分考核（含主管评分）" },
  help: {
    en: "Twelve points written as 100, so that 1 of the twelve is 8⅓: conversion, follow-up of unpaid orders, returns and a customers' rating have 1.5 each (12.5), cooperation and attitude 3 each (25). The supervisor rates these two on Manual scores once a month, 0 to 25, with name and reason; a rating of 2 of 3 is 16.67. Without a rating the item is left out with a warning. Pay = base + 100 for each of the twelve points (1,200 × score ÷ 100). Refunds ÷ sales stands for returns; write return_rate where returns are counted.",
    zh: "12 分写成百分制（1 分＝8⅓）：询单转化、未付款跟进、退换货、客户评价各 1.5 分（12.5），团队协作和工作态度各 3 分（25）。后两项由主管每月在“主管评分”表里打 0 到 25 分，写明评分人和原因；3 分里的 2 分即 16.67。没有评分的考核项不计入，并给出提醒。工资＝底薪＋每 1 分 100 元（1200×得分÷100）。退换货按退款金额÷销售额；如有退货件数，请改用 return_rate。",
  },
  source: {
    en: "Twelve points in all, the six subjects, and the large weight of cooperation and attitude: a published article on service performance pay (000), whose table is lost. Bands of conversion: public template m.777doc.com/doc-7212041.html; of follow-up of unpaid orders (buyers who paid ÷ who ordered): mdjjksjc.com/html/2024/0921/8065125106006127.shtm. The pack's own choice: the split 1.5/1.5/1.5/1.5/3/3, the bands of returns and of the customers' rating, and the 1,200.",
    zh: "满分 12 分、六项内容、团队协作和工作态度占比较大：公开文章（000，客服绩效），原表已失。转化的档位：公开模板 m.777doc.com/doc-7212041.html；未付款跟进（付款人数÷下单人数）的档位：mdjjksjc.com/html/2024/0921/8065125106006127.shtm。本方案自定：1.5/1.5/1.5/1.5/3/3 的分配、退换货和客户评价的档位，以及 1200 元。",
  },
  tabs: (lang) => ({
    metrics: metricsRows(),
    scoring: scorecardRows(lang, PLAN, ITEMS),
    bands: bandRows(lang, PLAN, TABLES),
    pay: payRows(lang, PLAN, PAY),
  }),
};
