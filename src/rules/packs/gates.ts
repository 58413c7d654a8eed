import { metricsRows } from "../catalogue";
import type { Pack, Words } from "../pack";
import { bandRows, type DraftComponent, type DraftTable, FIXED, payRows } from "./language";
import { MORE_FIXED, type ScoringDraft, scorecardRows } from "./scorecard";

const PRE_SALE: Words = { en: "Pre-sale", zh: "售前客服" };
const AFTER_SALE: Words = { en: "After-sale", zh: "售后客服" };

const COMMISSION: Words = { en: "commission", zh: "提成点" };
const PRAISE: Words = { en: "praise reward", zh: "好评奖" };
const RETURNS: Words = { en: "return reward", zh: "退货奖" };

const gate = (item: Words, metric: string, formula: string): ScoringDraft => ({
  item,
  kind: MORE_FIXED.gate,
  metric,
  method: FIXED.formula,
  formula,
});

// Basic requirements: to be met, not to be scored. Hours are written in the seconds that exports give.
const GATES: readonly ScoringDraft[] = [
  gate({ en: "Time online", zh: "在线时长" }, "online_seconds", "=online_seconds>=176*3600"),
  gate({ en: "Reply rate", zh: "消息回复率" }, "reply_rate", "=reply_rate>=98%"),
  gate({ en: "Response time", zh: "咨询响应速度" }, "avg_response", "=avg_response<=40"),
];

const BASE: DraftComponent = ["base", { en: "Base pay", zh: "底薪" }, "=base"];

// Seen by HR alone: whoever asks customers to change a review is not told that it pays.
const REVIEW_CAUTION: ScoringDraft = {
  item: { en: "Paid for changed reviews: read the platform's rules", zh: "按改评付奖：请核对平台规则" },
  kind: MORE_FIXED.hrWarning,
  metric: "reviews_changed",
  method: FIXED.formula,
  formula: "=reviews_changed>0",
};

const PRE_SALE_TABLES: readonly DraftTable[] = [
  {
    table: COMMISSION,
    when: FIXED.atLeast,
    rows: [
      ["45%", "0.8%"],
      ["35%", "0.5%"],
      ["", "0.3%"],
    ],
  },
];

const PRE_SALE_PAY: readonly DraftComponent[] = [
  BASE,
  [
    "commission",
    { en: "Conversion commission", zh: "转化提成" },
    { en: '=sales*RATE("commission",conversion)', zh: '=sales*RATE("提成点",conversion)' },
    "=gates",
  ],
];

const AFTER_SALE_TABLES: readonly DraftTable[] = [
  {
    table: PRAISE,
    when: FIXED.atLeast,
    rows: [
      ["98%", 300],
      ["96%", 150],
      ["", 0],
    ],
  },
  {
    table: RETURNS,
    when: FIXED.upTo,
    rows: [
      ["3%", 200],
      ["5%", 100],
      ["", 0],
    ],
  },
];

const AFTER_SALE_PAY: readonly DraftComponent[] = [
  BASE,
  [
    "praise",
    { en: "Praise rate", zh: "好评奖" },
    { en: '=BAND("praise reward",praise_rate)', zh: '=BAND("好评奖",praise_rate)' },
    "=gates",
  ],
  [
    "returns",
    { en: "Return rate", zh: "退货奖" },
    { en: '=BAND("return reward",return_rate)', zh: '=BAND("退货奖",return_rate)' },
    "=gates",
  ],
  [
    "reviews",
    { en: "Reviews changed (mind the platform's rules)", zh: "改评奖（请先核对平台规则）" },
    "=10*reviews_changed",
    "=gates",
  ],
];

const GATES_CHOSEN_EN =
  "The pack's own choice: every threshold (176 hours, 98 %, 40 seconds), band and amount.";
const GATES_CHOSEN_ZH = "本方案自定：所有门槛（176 小时、98%、40 秒）、档位和金额。";

/** Three gates, then a commission by conversion; a gate that is not met stops the commission only. */
export const PRE_SALE_GATES: Pack = {
  name: "pre-sale-gates",
  label: { en: "Pre-sale: gates + conversion commission", zh: "售前：门槛 + 转化提成" },
  help: {
    en: 'Time online, reply rate and response time are gates: 176 hours, 98 % and 40 seconds. Who meets all three gets base + sales × 0.3 %, 0.5 % or 0.8 % by conversion (35 %, 45 %). Who misses one gets the base alone. For a lower rate instead of none, clear Only if and write =sales*RATE("commission",conversion)*IF(gates,1,0.5).',
    zh: '在线时长、消息回复率和咨询响应速度是门槛：176 小时、98%、40 秒。三项都达到：底薪＋销售额×提成点（0.3%、0.5% 或 0.8%，转化率以 35% 和 45% 分档）。有一项未达到：只发底薪。如要改为降低提成而不是不发，请清空“发放条件”，公式改为 =sales*RATE("提成点",conversion)*IF(gates,1,0.5)。',
  },
  source: {
    en: `Which metrics are gates, and conversion as the incentive: a published article on the KPI of a Taobao shop (004). ${GATES_CHOSEN_EN}`,
    zh: `哪些指标是门槛、以转化率为激励：公开文章（004，淘宝 KPI）。${GATES_CHOSEN_ZH}`,
  },
  tabs: (lang) => ({
    metrics: metricsRows(),
    scoring: scorecardRows(lang, PRE_SALE, GATES),
    bands: bandRows(lang, PRE_SALE, PRE_SALE_TABLES),
    pay: payRows(lang, PRE_SALE, PRE_SALE_PAY),
  }),
};

/** The same gates, then rewards for praise, returns and changed reviews. */
export const AFTER_SALE_GATES: Pack = {
  name: "after-sale-gates",
  label: { en: "After-sale: gates + rewards", zh: "售后：门槛 + 奖励" },
  help: {
    en: "Time online, reply rate and response time are gates: 176 hours, 98 % and 40 seconds. Who meets all three gets base + 150 or 300 by praise rate (96 %, 98 %) + 200 or 100 by return rate (3 %, 5 %) + 10 for each review changed. Caution: paying for changed reviews can break a platform's rules on induced reviews. Read them first; delete the line in Pay if in doubt. HR is reminded on Checks of everybody who has one; agents do not see it. Part of the returns is outside an agent's control.",
    zh: "在线时长、消息回复率和咨询响应速度是门槛：176 小时、98%、40 秒。三项都达到：底薪＋好评奖 150 或 300 元（好评率 96%、98%）＋退货奖 200 或 100 元（退货率 3%、5%）＋每个改评 10 元。注意：按改评付钱可能违反平台关于诱导评价的规则，请先核对；拿不准就删去“薪酬”里的这一行。有改评的人，“检查”表会提醒人事，客服看不到。退货有一部分不是客服能控制的。",
  },
  source: {
    en: `The gates, and praise rate, return rate and reviews changed as incentives: a published article on the KPI of a Taobao shop (004). ${GATES_CHOSEN_EN}`,
    zh: `门槛，以及以好评率、退货率和改评数为激励：公开文章（004，淘宝 KPI）。${GATES_CHOSEN_ZH}`,
  },
  tabs: (lang) => ({
    metrics: metricsRows(),
    scoring: scorecardRows(lang, AFTER_SALE, [...GATES, REVIEW_CAUTION]),
    bands: bandRows(lang, AFTER_SALE, AFTER_SALE_TABLES),
    pay: payRows(lang, AFTER_SALE, AFTER_SALE_PAY),
  }),
};
