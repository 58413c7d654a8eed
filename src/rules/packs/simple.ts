import { metricsRows } from "../catalogue";
import type { Pack, Words } from "../pack";
import {
  bandRows,
  type DraftComponent,
  type DraftItem,
  type DraftTable,
  FIXED,
  payRows,
  scoringRows,
} from "./language";
import { MORE_FIXED } from "./scorecard";
import { replyBands, responseBands } from "./templates";

const SIMPLE_PLAN: Words = { en: "Sales and orders", zh: "销售额加订单数" };
const RECEPTION_PLAN: Words = { en: "Sales, orders and reception", zh: "销售额、订单数加接待" };

const COMMISSION: Words = { en: "commission", zh: "提成点" };
const ORDER_REWARD: Words = { en: "reward per order", zh: "每单奖励" };
const REPLY: Words = { en: "Reply rate", zh: "旺旺回复" };
const FIRST_RESPONSE: Words = { en: "First response", zh: "首次响应" };
const AVERAGE_RESPONSE: Words = { en: "Average response", zh: "平均响应" };

// Every sale at one rate until the shop adds tiers; refunds above sales pay no negative commission.
const PAY_TABLES: readonly DraftTable[] = [
  {
    table: COMMISSION,
    when: FIXED.atLeast,
    rows: [
      [0, "1%"],
      ["", 0],
    ],
  },
  {
    table: ORDER_REWARD,
    when: FIXED.atLeast,
    rows: [
      [600, 0.8],
      ["", 0.5],
    ],
  },
];

const PAY: readonly DraftComponent[] = [
  ["base", { en: "Base pay", zh: "底薪" }, "=base"],
  [
    "commission",
    { en: "Sales commission", zh: "销售提成" },
    { en: '=sales*RATE("commission",sales)', zh: '=sales*RATE("提成点",sales)' },
  ],
  [
    "orders",
    { en: "Order reward", zh: "订单奖励" },
    {
      en: '=paid_orders*BAND("reward per order",paid_orders)',
      zh: '=paid_orders*BAND("每单奖励",paid_orders)',
    },
  ],
];

const RECEPTION: DraftComponent = ["reception", { en: "Reception pay", zh: "接待奖金" }, "=300*score/100"];

const RECEPTION_ITEMS: readonly DraftItem[] = [
  [REPLY, "reply_rate", 40, FIXED.bands, FIXED.value],
  [FIRST_RESPONSE, "first_response", 30, FIXED.bands, FIXED.value],
  [AVERAGE_RESPONSE, "avg_response", 30, FIXED.bands, FIXED.value],
];

// 30 seconds are good, 60 normal, 100 and more bad: the words of article 004.
const RECEPTION_TABLES: readonly DraftTable[] = [
  replyBands(REPLY),
  responseBands(FIRST_RESPONSE),
  {
    table: AVERAGE_RESPONSE,
    when: FIXED.upTo,
    rows: [
      [30, 100],
      [60, 80],
    ],
  },
  {
    table: AVERAGE_RESPONSE,
    when: MORE_FIXED.below,
    rows: [
      [100, 60],
      ["", 0],
    ],
  },
];

/** No score; pay = base + a rate of sales + an amount for every paid order. */
export const SIMPLE: Pack = {
  name: "simple",
  label: { en: "Simplest: sales + orders", zh: "最简单：销售额 + 订单数" },
  help: {
    en: "Pay = base + 1 % of sales + 0.5 for every paid order, or 0.8 for each from 600 orders on. Nothing is scored. Change the rate and the amounts in Bands; write orders for paid_orders in Pay to reward orders that were landed, paid or not. Good for a start: it does not show who is better, and weighs little when volume grows.",
    zh: "工资＝底薪＋销售额的 1%＋每个付款订单 0.5 元（满 600 单起每单 0.8 元）。不打分。提成点和每单金额在“档位”里修改；如要按下单数奖励（不论是否付款），请把“薪酬”里的 paid_orders 改为 orders。适合起步阶段：看不出谁更强，业务量大了就不够用。",
  },
  source: {
    en: "Final sales and a reward on the number of orders: the simplest scheme of a published article on service performance pay (000), whose table is lost. The pack's own choice: the rate of 1 % and the 0.5 and 0.8 per order with the step at 600.",
    zh: "最终销售额加订单数奖励：公开文章（000，客服绩效）里最简单的方案，原表已失。本方案自定：1% 提成点、每单 0.5 元和 0.8 元及 600 单的分档。",
  },
  tabs: (lang) => ({
    metrics: metricsRows(),
    bands: bandRows(lang, SIMPLE_PLAN, PAY_TABLES),
    pay: payRows(lang, SIMPLE_PLAN, PAY),
  }),
};

/** The simplest scheme with a score of reception, which adds a reception pay. */
export const SIMPLE_RECEPTION: Pack = {
  name: "simple-reception",
  label: { en: "Sales + orders + reception", zh: "销售额 + 订单数 + 接待" },
  help: {
    en: "Pay = base + 1 % of sales + 0.5 for every paid order (0.8 from 600 orders on) + 300 × score ÷ 100. The score is of reception: reply rate, first response and average response. A busy agent answers slower: look at the most chats at once beside the seconds.",
    zh: "工资＝底薪＋销售额的 1%＋每个付款订单 0.5 元（满 600 单起 0.8 元）＋300×得分÷100。得分只看接待：旺旺回复、首次响应和平均响应。接待越忙响应越慢：看秒数时请对照最大同时接待。",
  },
  source: {
    en: "Sales, orders and reception: the more advanced scheme of a published article on service performance pay (000), whose table is lost. Bands of reply rate and first response: public template m.777doc.com/doc-7212041.html. 30, 60 and 100 seconds of average response: article 004. The pack's own choice: the weights 40/30/30, the points of average response, the rate of 1 %, the amounts per order and the 300.",
    zh: "销售额、订单数加接待情况：公开文章（000，客服绩效）里稍进一步的方案，原表已失。回复和首次响应的档位：公开模板 m.777doc.com/doc-7212041.html。平均响应的 30、60、100 秒：文章 004。本方案自定：权重 40/30/30、平均响应各档得分、1% 提成点、每单金额和 300 元。",
  },
  tabs: (lang) => ({
    metrics: metricsRows(),
    scoring: scoringRows(lang, RECEPTION_PLAN, RECEPTION_ITEMS),
    bands: bandRows(lang, RECEPTION_PLAN, [...RECEPTION_TABLES, ...PAY_TABLES]),
    pay: payRows(lang, RECEPTION_PLAN, [...PAY, RECEPTION]),
  }),
};
