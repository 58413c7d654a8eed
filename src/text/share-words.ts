import { fillTemplate, type Lang } from "./template";

const WORDS = {
  teamTitle: { en: "Team scorecards: {reader}", zh: "团队绩效：{reader}" },
  ownTitle: { en: "My scorecard: {reader}", zh: "个人绩效：{reader}" },
  dashboard: { en: "Dashboard {month}", zh: "看板 {month}" },
  pay: { en: "Team pay {month}", zh: "团队工资 {month}" },
  heads: { en: "{n} people", zh: "{n} 人" },
  averageScore: { en: "average score {score}", zh: "平均绩效得分 {score}" },
  whoIsOnTarget: { en: "Who is on target?", zh: "谁达标了？" },
  howSpread: { en: "How do scores spread?", zh: "得分怎么分布？" },
  whatCosts: { en: "What costs us points?", zh: "分丢在哪里？" },
  onTarget: {
    en: "{n} of {all} comparisons with a target are met.",
    zh: "共 {all} 项有目标值，{n} 项达标。",
  },
  noTargets: { en: "No item of these people has a target.", zh: "这些人员的考核项都没有目标值。" },
  mostLost: {
    en: "{item} costs most: {lost} points in all.",
    zh: "失分最多的是{item}，合计 {lost} 分。",
  },
  nothingLost: { en: "Nobody lost a point.", zh: "没有人失分。" },
  scoreBand: { en: "Score", zh: "绩效得分" },
  below: { en: "below {to}", zh: "低于 {to}" },
  between: { en: "{from} to below {to}", zh: "{from} 至低于 {to}" },
  from: { en: "{from} and more", zh: "{from} 及以上" },
  noScore: { en: "no score", zh: "无得分" },
  count: { en: "People", zh: "人数" },
  item: { en: "Score item", zh: "考核项" },
  lost: { en: "Lost points", zh: "失分" },
  person: { en: "Person", zh: "员工" },
  team: { en: "Team", zh: "团队" },
  plan: { en: "Plan", zh: "方案" },
  grade: { en: "Grade", zh: "等级" },
  score: { en: "Score", zh: "绩效得分" },
  corrections: { en: "Corrections", zh: "补差" },
  adjustments: { en: "Adjustments", zh: "调整" },
  gross: { en: "Gross pay", zh: "应发合计" },
  held: { en: "Held, ask HR", zh: "暂缓发放，请询问人事" },
  unitYuan: { en: "Unit: yuan", zh: "单位：元" },
} as const;

/** A word or sentence of the files that readers get, by its key. */
export type ShareWord = keyof typeof WORDS;

/** Words of shared files and their tabs. */
export function shareWord(key: ShareWord, lang: Lang, values: Readonly<Record<string, string>> = {}): string {
  return fillTemplate(WORDS[key][lang], values);
}

/** Every word in both languages with its placeholders: texts that say nothing of anybody. */
export const SHARE_PHRASES: readonly string[] = Object.values(WORDS).flatMap(({ en, zh }) => [en, zh]);
