import { metricsRows } from "../catalogue";
import type { Pack, PackRow, Words } from "../pack";
import { bandRows, type DraftComponent, type DraftTable, FIXED, payRows } from "./language";
import { MORE_FIXED, type OwnMetric, ownMetricRows, type ScoringDraft, scorecardRows } from "./scorecard";
import { settingsWith } from "./settings";
import { ITEM } from "./template-items";

const PLAN: Words = { en: "Group mean", zh: "小组均值" };

const RECEPTION: Words = { en: "Daily reception", zh: "日均接待量" };
const SLOPE: Words = { en: "Yuan a point", zh: "每分金额" };
const HIGHEST: Words = { en: "Highest performance pay", zh: "最高绩效工资" };

const ITEMS: readonly ScoringDraft[] = [
  {
    item: ITEM.conversion,
    kind: FIXED.points,
    metric: "conversion",
    weight: 50,
    method: FIXED.ratio,
    measure: FIXED.attainment,
  },
  {
    item: ITEM.response,
    kind: FIXED.points,
    metric: "avg_response",
    weight: 50,
    method: FIXED.ratio,
    measure: FIXED.attainment,
  },
  {
    item: RECEPTION,
    kind: MORE_FIXED.gate,
    metric: "received_per_day",
    method: FIXED.formula,
    formula: "=received_per_day>=90%*TEAM.VALUE(received_per_day)",
  },
];

// A straight line from one threshold to the next: slices at a rate each are the interpolation.
const TABLES: readonly DraftTable[] = [
  {
    table: SLOPE,
    when: FIXED.atLeast,
    rows: [
      [100, 50],
      [80, 25],
      ["", 0],
    ],
  },
  {
    table: HIGHEST,
    when: MORE_FIXED.below,
    rows: [
      ["20%", 2000],
      ["50%", 1500],
      ["", 1000],
    ],
  },
];

const MEAN = "AVERAGE(score,score_1,score_2)";

// The share of the group that is better, by the mean of three months, decides the highest amount.
function performance(lang: "en" | "zh"): string {
  const highest = `BAND("${HIGHEST[lang]}",(TEAM.RANK(${MEAN})-1)/TEAM.COUNT(score))`;
  const amount = `MIN(500+MARGINAL("${SLOPE[lang]}",${MEAN}),${highest})`;
  return `=IF(leave_days>=5,MIN(${amount},PREVIOUS(performance)),${amount})`;
}

const PAY: readonly DraftComponent[] = [
  ["base", { en: "Base pay", zh: "底薪" }, "=base"],
  [
    "performance",
    { en: "Performance pay", zh: "绩效工资" },
    { en: performance("en"), zh: performance("zh") },
    `=AND(gates,${MEAN}>=80)`,
  ],
];

const OWN_METRICS: readonly OwnMetric[] = [
  ["received_per_day", "Buyers received a day", "日均接待人数", "=received/attended_days", "count"],
  ["score_1", "Score last month", "上月得分", "=PREVIOUS(score)", "points"],
  ["score_2", "Score two months ago", "前月得分", "=PREVIOUS(score_1)", "points"],
];

/** Each item stops at 120 % of its weight; the gate has none. */
function withCap(rows: readonly PackRow[]): PackRow[] {
  return rows.map((row) => (row.weight === undefined ? row : { ...row, cap: "120%" }));
}

function toTheHundred(rows: readonly PackRow[]): PackRow[] {
  return rows.map((row) => (row.component === "performance" ? { ...row, round: 100 } : row));
}

/** Template T4: two items against the group's mean, capped at 120 %, over three months. */
export const TEMPLATE_T4: Pack = {
  name: "template-t4",
  label: { en: "Template 4: against the group's mean", zh: "模板四：两项指标对比小组均值" },
  help: {
    en: "Two items of 50 points, each at most 60: conversion = actual ÷ target, response time = 2 − actual ÷ target (Settings: lower_attainment = mirror). Write the targets of each month in Targets as formulas: =IF(TEAM.SUM(1)<=3,40%,TEAM.VALUE(conversion)) and =IF(TEAM.SUM(1)<=3,40,TEAM.VALUE(avg_response)): the group's value, or a fixed baseline for three people or fewer. Performance pay goes by the mean score of this month and the two closed ones before it (score_1 and score_2; months that are not there are left out): 500 at 80 points, 1,000 at 100, 2,000 at 120, in a straight line between, to the hundred. It needs 80 points and, of the group, 90 % of the daily reception. With 5 or more days of leave it does not rise above last month's. The rank in the group sets a highest amount: with less than 20 % of the group ahead 2,000, less than 50 % 1,500, else 1,000.",
    zh: "两项各 50 分，单项最高 60 分：转化率＝实际÷目标，响应时间＝2−实际÷目标（设置：越低越好达成率＝mirror）。每月在“目标”表用公式写目标：=IF(TEAM.SUM(1)<=3,40%,TEAM.VALUE(conversion)) 和 =IF(TEAM.SUM(1)<=3,40,TEAM.VALUE(avg_response))，即小组数值，三人及以下用固定基准。绩效工资按本月与前两个已关账月份的平均得分（score_1、score_2，没有的月份不计）：80 分 500，100 分 1000，120 分 2000，中间按直线插值，取整到百元。须满 80 分，且日均接待量达到小组的 90%。请假 5 天及以上时不高于上月。组内排名决定最高金额：排在前面的人不到小组 20% 的 2000，不到 50% 的 1500，其余 1000。",
  },
  source: {
    en: "Group mean or baseline as target, 2 − actual ÷ target, the cap of 120 % a month, three months, 50/50, 90 % of the group's daily reception, interpolation to the hundred, no rise with 5 days of leave, and (rank − 1) ÷ N for the highest level: a company's scheme of 2026 (template T4). The pack's own choice: which two items, the baselines of 40 % and 40 s, 80 points as the least, the amounts, and the levels at 20 % and 50 %.",
    zh: "以小组均值或基准为目标、2−实际÷目标、每月上限 120%、三个月平均、各占一半、日均接待量达小组 90%、插值取整到百元、请假 5 天不上调、按（名次−1）÷人数确定最高等级：2026 年某公司方案（模板 T4）。本方案自定：选用的两项指标、基准 40% 和 40 秒、最低 80 分、金额，以及 20% 和 50% 两档。",
  },
  tabs: (lang) => ({
    metrics: [...metricsRows(), ...ownMetricRows(OWN_METRICS)],
    scoring: withCap(scorecardRows(lang, PLAN, ITEMS)),
    bands: bandRows(lang, PLAN, TABLES),
    pay: toTheHundred(payRows(lang, PLAN, PAY)),
    settings: settingsWith(lang, { lower_attainment: "mirror", high_rates: "allow" }),
  }),
};
