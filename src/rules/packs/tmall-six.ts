import { metricsRows } from "../catalogue";
import type { Pack, Words } from "../pack";
import { bandRows, type DraftComponent, type DraftTable, FIXED, payRows } from "./language";
import { MORE_FIXED, type ScoringDraft, scorecardRows } from "./scorecard";
import { conversionBands, replyBands } from "./templates";

const PLAN: Words = { en: "Tmall six metrics", zh: "天猫六项" };

const SALES: Words = { en: "Sales landed", zh: "营业额" };
const SUCCESS: Words = { en: "Success rate", zh: "询单成功率" };
const ORDER_VALUE: Words = { en: "Average order value", zh: "客单价" };
const ASSISTS: Words = { en: "Assisted follow-ups", zh: "协助跟进" };
const REPLY: Words = { en: "Reply rate", zh: "旺旺回复" };
const RESPONSE: Words = { en: "Response time", zh: "响应时间" };
const MOST_CHATS: Words = { en: "Most chats at once", zh: "最大同时接待" };
const RESPONSE_CLASS: Words = { en: "Response class", zh: "响应评价" };

const GOOD: Words = { en: "good", zh: "好" };
const NORMAL: Words = { en: "normal", zh: "正常" };
const SLOW: Words = { en: "slow", zh: "偏慢" };
const BAD: Words = { en: "bad", zh: "差" };

const responsePoints = (lang: "en" | "zh"): string =>
  `=IFS(BAND("${RESPONSE_CLASS[lang]}",avg_response)="${GOOD[lang]}",10,` +
  `BAND("${RESPONSE_CLASS[lang]}",avg_response)="${NORMAL[lang]}",8,` +
  `BAND("${RESPONSE_CLASS[lang]}",avg_response)="${SLOW[lang]}",5,TRUE,0)`;

const item = (
  name: Words,
  metric: string,
  weight: number,
  method: Words,
  rest: Partial<ScoringDraft> = {},
): ScoringDraft => ({ item: name, kind: FIXED.points, metric, weight, method, ...rest });

// The most chats at once explain a slow reply: shown beside it, without points.
const ITEMS: readonly ScoringDraft[] = [
  item(SALES, "sales", 30, FIXED.ratio, { measure: FIXED.attainment }),
  item(SUCCESS, "conversion", 25, FIXED.bands, { measure: FIXED.value }),
  item(ORDER_VALUE, "aov", 20, FIXED.ratio, { measure: FIXED.attainment }),
  item(ASSISTS, "assisted_followups", 5, FIXED.bands, { measure: FIXED.value }),
  item(REPLY, "reply_rate", 10, FIXED.bands, { measure: FIXED.value }),
  item(RESPONSE, "avg_response", 10, FIXED.formula, {
    formula: { en: responsePoints("en"), zh: responsePoints("zh") },
  }),
  item(MOST_CHATS, "max_chats", 0, FIXED.formula, { formula: "=0" }),
];

const wordTable = (when: Words, rows: readonly (readonly [number | "", Words])[], lang: "en" | "zh") => ({
  table: RESPONSE_CLASS,
  when,
  rows: rows.map(([threshold, word]) => [threshold, word[lang]] as const),
});

const tables = (lang: "en" | "zh"): readonly DraftTable[] => [
  conversionBands(SUCCESS),
  {
    table: ASSISTS,
    when: FIXED.atLeast,
    rows: [
      [10, 100],
      [5, 80],
      [1, 60],
      ["", 0],
    ],
  },
  replyBands(REPLY),
  wordTable(
    FIXED.upTo,
    [
      [30, GOOD],
      [60, NORMAL],
    ],
    lang,
  ),
  wordTable(
    MORE_FIXED.below,
    [
      [100, SLOW],
      ["", BAD],
    ],
    lang,
  ),
];

const PAY: readonly DraftComponent[] = [
  ["base", { en: "Base pay", zh: "底薪" }, "=base"],
  ["performance", { en: "Performance pay", zh: "绩效工资" }, "=1500*score/100"],
];

/** Six metrics of a Tmall agent; pay = base + 1,500 x score/100. */
export const TMALL_SIX: Pack = {
  name: "tmall-six",
  label: { en: "Tmall agent: six metrics", zh: "天猫客服：六项数据" },
  help: {
    en: "Sales landed and average order value against Targets (rows for sales and aov), success rate (final payers ÷ inquirers), assisted follow-ups, reply rate, response time. One success belongs to one agent, who landed it; an assist has its own item and leaves conversion as it is. Response time has a class in words: good up to 30 seconds, normal up to 60, slow below 100, else bad. The most chats at once stand beside it without points. Advertisers who are never answered spoil reply rate and success rate: have the export filter them. Pay = base + 1,500 × score ÷ 100.",
    zh: "营业额和客单价对照“目标”表（sales、aov 各一行），另有询单成功率（最终付款人数÷询单人数）、协助跟进、旺旺回复和响应时间。一单成功只算一人：谁落实算谁的；协助单独成项，不影响本人转化率。响应时间有文字评价：30 秒以内好，60 秒以内正常，不到 100 秒偏慢，其余差。最大同时接待列在旁边，不计分。不回复广告号会拉低回复率和成功率：导出时请过滤。工资＝底薪＋1500×得分÷100。",
  },
  source: {
    en: "The six metrics, who owns a success, assists, and the classes of response time (20 to 30 good, 50 to 60 normal, 100 or more bad): a published article on the KPI of a Taobao shop (004). Bands of success rate and reply rate: public template m.777doc.com/doc-7212041.html. The pack's own choice: the weights 30/25/20/5/10/10, the bands of assists, the class for 61 to 99 seconds, the points of each class, and the 1,500.",
    zh: "六项数据、成功归属、协助，以及响应时间的评价（20—30 秒好、50—60 秒正常、100 秒以上差）：公开文章（004，淘宝 KPI）。成功率和回复的档位：公开模板 m.777doc.com/doc-7212041.html。本方案自定：权重 30/25/20/5/10/10、协助的档位、61—99 秒的评价、各评价的得分和 1500 元。",
  },
  tabs: (lang) => ({
    metrics: metricsRows(),
    scoring: scorecardRows(lang, PLAN, ITEMS),
    bands: bandRows(lang, PLAN, tables(lang)),
    pay: payRows(lang, PLAN, PAY),
  }),
};
