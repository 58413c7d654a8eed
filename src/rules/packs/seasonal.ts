import { metricsRows } from "../catalogue";
import type { Pack, Words } from "../pack";
import { bandRows, type DraftComponent, type DraftTable, FIXED, payRows } from "./language";
import { MORE_FIXED, type OwnMetric, ownMetricRows, type ScoringDraft, scorecardRows } from "./scorecard";
import { conversionBands, responseBands } from "./templates";

const PLAN: Words = { en: "Seasonal", zh: "分时期考核" };

const CONVERSION: Words = { en: "Conversion", zh: "询单转化" };
const TEAM_CONVERSION: Words = { en: "Team conversion", zh: "团队转化" };
const SATISFACTION: Words = { en: "Satisfaction", zh: "客户满意" };
const TEAM_SATISFACTION: Words = { en: "Team satisfaction", zh: "团队满意" };
const FIRST_RESPONSE: Words = { en: "First response", zh: "首次响应" };
const RESOLUTION: Words = { en: "Time to resolution", zh: "问题解决" };
const TIMEOUTS: Words = { en: "Timeouts", zh: "超时" };
const COMPLAINTS: Words = { en: "Complaints", zh: "投诉" };
const COURTESY: Words = { en: "Courtesy and expertise", zh: "礼貌与专业" };
const TIMEOUTS_NEAR: Words = { en: "Timeouts near the penalty", zh: "超时预警" };
const TIMEOUT_LEVEL: Words = { en: "Timeout level", zh: "超时级别" };
const PENALTY: Words = { en: "penalty", zh: "处罚" };
const WARNING: Words = { en: "warning", zh: "预警" };
const FINE: Words = { en: "fine", zh: "正常" };

// The level stands in the explanation of the item, and below the penalty it is a warning by itself.
const timeoutPoints = (lang: "en" | "zh"): string =>
  `=IF(BAND("${TIMEOUT_LEVEL[lang]}",timeouts)="${PENALTY[lang]}",MIN(10,UNITS(timeouts,5)),0)`;
const TIMEOUT_POINTS: Words = { en: timeoutPoints("en"), zh: timeoutPoints("zh") };
const timeoutWarning = (lang: "en" | "zh"): string =>
  `=BAND("${TIMEOUT_LEVEL[lang]}",timeouts)="${WARNING[lang]}"`;

// A share of few ratings says little: below 10 the denominator is empty, which is "no data".
const OWN_METRICS: readonly OwnMetric[] = [
  [
    "rated_satisfaction",
    "Satisfaction of 10 ratings or more",
    "客户满意率_满10个评价",
    "=good_ratings/IF(ratings>=10,ratings,0)",
    "%",
  ],
  ["team_conversion", "Team's conversion", "团队转化率", "=TEAM.VALUE(conversion)", "%"],
  ["team_satisfaction", "Team's satisfaction", "团队满意率", "=TEAM.VALUE(rated_satisfaction)", "%"],
  ["courtesy", COURTESY.en, COURTESY.zh, "", "points"],
];

/** Weights under a profile: own and team conversion, own and team satisfaction, first response, resolution. */
type Weights = readonly [number, number, number, number, number, number];

const PROFILES: readonly (readonly [profile: string, weights: Weights])[] = [
  ["normal", [32, 8, 24, 6, 15, 15]],
  ["promotion", [44, 11, 16, 4, 15, 10]],
  ["low", [20, 5, 36, 9, 15, 15]],
];

function profileItems(profile: string, weights: Weights): ScoringDraft[] {
  const scored: readonly (readonly [Words, string, Words])[] = [
    [CONVERSION, "conversion", FIXED.bands],
    [TEAM_CONVERSION, "team_conversion", FIXED.bands],
    [SATISFACTION, "rated_satisfaction", FIXED.ratio],
    [TEAM_SATISFACTION, "team_satisfaction", FIXED.ratio],
    [FIRST_RESPONSE, "first_response", FIXED.bands],
    [RESOLUTION, "resolution_time", FIXED.bands],
  ];
  return [
    ...scored.map(([item, metric, method], index) => ({
      profile,
      item,
      kind: FIXED.points,
      metric,
      weight: weights[index] ?? 0,
      method,
      measure: FIXED.value,
    })),
    deduction(profile, TIMEOUTS, "timeouts", 10, TIMEOUT_POINTS),
    deduction(profile, COMPLAINTS, "complaints", 20, "=MIN(20,5*complaints)"),
    {
      profile,
      item: COURTESY,
      kind: MORE_FIXED.bonus,
      metric: "courtesy",
      weight: 5,
      method: MORE_FIXED.manual,
    },
    {
      profile,
      item: TIMEOUTS_NEAR,
      kind: MORE_FIXED.warning,
      metric: "timeouts",
      method: FIXED.formula,
      formula: { en: timeoutWarning("en"), zh: timeoutWarning("zh") },
    },
  ];
}

function deduction(
  profile: string,
  item: Words,
  metric: string,
  most: number,
  formula: string | Words,
): ScoringDraft {
  return { profile, item, kind: MORE_FIXED.deduction, metric, weight: most, method: FIXED.formula, formula };
}

const tables = (lang: "en" | "zh"): readonly DraftTable[] => [
  conversionBands(CONVERSION),
  conversionBands(TEAM_CONVERSION),
  responseBands(FIRST_RESPONSE),
  {
    table: RESOLUTION,
    when: FIXED.upTo,
    rows: [
      [300, 100],
      [480, 80],
      [600, 60],
      ["", 0],
    ],
  },
  {
    table: TIMEOUT_LEVEL,
    when: MORE_FIXED.above,
    rows: [
      [5, PENALTY[lang]],
      [3, WARNING[lang]],
      ["", FINE[lang]],
    ],
  },
];

const PAY: readonly DraftComponent[] = [
  ["base", { en: "Base pay", zh: "底薪" }, "=base"],
  ["bonus", { en: "Performance bonus", zh: "绩效奖金" }, "=1000*score/100"],
  // The best of two says nothing; who share the first place have the award each.
  [
    "award",
    { en: "Outstanding agent", zh: "优秀客服奖" },
    "=200",
    "=IF(TEAM.COUNT(score)>=3,TEAM.RANK(score)<=1,FALSE)",
  ],
];

/** Weights by season, timeouts and complaints, a team part, an award; pay = base + 1,000 x score/100. */
export const SEASONAL: Pack = {
  name: "seasonal",
  label: { en: "Seasonal weights, timeouts, complaints", zh: "分时期权重、超时、投诉" },
  help: {
    en: "Conversion, satisfaction, first response and time to resolution weigh 40/30/15/15 on normal days, 55/20/15/10 in a promotion, 25/45/15/15 in the low season. Calendar says which days are promotion or low; a month that holds two is weighed by days. A fifth of conversion and of satisfaction is the team's. Satisfaction counts from 10 ratings on; below that the item is left out and the other weights are rescaled. 4 and 5 timeouts are a warning; each beyond 5 takes 1 point off, at most 10; each substantiated complaint 5, at most 20. A supervisor may give up to 5 points for courtesy and expertise on Manual scores. Pay = base + 1,000 × score ÷ 100, and 200 for the best score of a team of three or more. High-end brands: give courtesy a weight among the points; fast fashion: raise first response and resolution.",
    zh: "转化、满意、首次响应、问题解决的权重：平时 40/30/15/15，大促 55/20/15/10，淡季 25/45/15/15。“日历”表写明哪些日子是 promotion（大促）或 low（淡季）；一个月里有两种时按天数加权。转化和满意各有五分之一看团队。满意率满 10 个评价才计；不足时该项不计，其余权重按比例放大。超时 4 次和 5 次预警，超过 5 次后每次扣 1 分，最多 10 分；每个属实投诉扣 5 分，最多 20 分。礼貌与专业可由主管在“主管评分”表加 0 至 5 分。工资＝底薪＋1000×得分÷100，三人及以上团队的最高分另奖 200 元。高端品牌可把礼貌与专业改为计权重的考核项；快时尚可提高首次响应和问题解决的权重。",
  },
  source: {
    en: "The metrics, more weight on conversion in promotions and on customers in the low season, timeouts warned of and punished, complaints in the KPI, politeness and professionalism, team metrics beside personal ones, an award for outstanding agents: a published article on pre-sale indicators (001), which gives no numbers. Left out: the use of self-service, which no export counts. Bands of conversion and first response: public template m.777doc.com/doc-7212041.html. The pack's own choice: all weights, the team's fifth, 10 ratings, the bands of resolution, the warning level, allowances, points and maxima of the deductions, the 5 points for courtesy, the 1,000 and the award of 200.",
    zh: "各项指标、大促加重转化、淡季加重客户维护、超时预警和惩罚、投诉计入考核、礼貌与专业、团队指标与个人并用、优秀客服表彰：公开文章（001，淘宝售前指标），文章没有数字。未纳入：自助服务使用率（导出表没有此数）。转化和首次响应的档位：公开模板 m.777doc.com/doc-7212041.html。本方案自定：全部权重、团队占五分之一、10 个评价、问题解决的档位、预警次数、扣分的免扣次数、分值和上限、礼貌与专业 5 分，以及 1000 元和奖励 200 元。",
  },
  tabs: (lang) => ({
    metrics: [...metricsRows(), ...ownMetricRows(OWN_METRICS)],
    scoring: scorecardRows(
      lang,
      PLAN,
      PROFILES.flatMap(([profile, weights]) => profileItems(profile, weights)),
    ),
    bands: bandRows(lang, PLAN, tables(lang)),
    pay: payRows(lang, PLAN, PAY),
  }),
};
