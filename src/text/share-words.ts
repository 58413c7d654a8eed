import { SHARE_MESSAGES } from "./messages/share";
import { sayingOf, type WordTable } from "./template";

const WORDS = {
  teamTitle: ["Team scorecards: {reader}", "团队绩效：{reader}"],
  ownTitle: ["My scorecard: {reader}", "个人绩效：{reader}"],
  dashboard: ["Dashboard {month}", "看板 {month}"],
  pay: ["Team pay {month}", "团队工资 {month}"],
  heads: ["{n} people", "{n} 人"],
  averageScore: ["average score {score}", "平均绩效得分 {score}"],
  whoIsOnTarget: ["Who is on target?", "谁达标了？"],
  howSpread: ["How do scores spread?", "得分怎么分布？"],
  whatCosts: ["What costs us points?", "分丢在哪里？"],
  onTarget: ["{n} of {all} comparisons with a target are met.", "共 {all} 项有目标值，{n} 项达标。"],
  noTargets: ["No item of these people has a target.", "这些人员的考核项都没有目标值。"],
  mostLost: ["{item} costs most: {lost} points in all.", "失分最多的是{item}，合计 {lost} 分。"],
  nothingLost: ["Nobody lost a point.", "没有人失分。"],
  scoreBand: ["Score", "绩效得分"],
  below: ["below {to}", "低于 {to}"],
  between: ["{from} to below {to}", "{from} 至低于 {to}"],
  from: ["{from} and more", "{from} 及以上"],
  noScore: ["no score", "无得分"],
  count: ["People", "人数"],
  item: ["Score item", "考核项"],
  lost: ["Lost points", "失分"],
  person: ["Person", "员工"],
  team: ["Team", "团队"],
  plan: ["Plan", "方案"],
  grade: ["Grade", "等级"],
  score: ["Score", "绩效得分"],
  corrections: ["Corrections", "补差"],
  adjustments: ["Adjustments", "调整"],
  gross: ["Gross pay", "应发合计"],
  elsewhere: ["Partly in another team, ask HR", "有一段时间在其他团队，请询问人事"],
  cut: [
    "– An earlier month under another manager was corrected: corrections are left out, and gross pay with them; ask HR.",
    "– 其他主管管理过的更早月份有补差：补差和含补差的应发合计均不显示，请询问人事。",
  ],
  held: ["Held, ask HR", "暂缓发放，请询问人事"],
  unitYuan: ["Unit: yuan", "单位：元"],
} as const satisfies WordTable;

/** Words of shared files and their tabs. */
export const shareWord = sayingOf(WORDS);

/** Every word in both languages with its placeholders: texts that say nothing of anybody. */
export const SHARE_PHRASES: readonly string[] = [
  ...Object.values(WORDS).flat(),
  // The messages that stand in a file itself.
  ...["share.elsewhere", "share.correction-elsewhere"].flatMap((code) => {
    const { en = "", zh = "" } = SHARE_MESSAGES[code] ?? {};
    return [en, zh];
  }),
];
