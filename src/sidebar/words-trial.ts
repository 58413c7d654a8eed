import type { WordTable } from "../text/template";

/** Words of the What-if pane. English first. */
export const TRIAL_WORDS = {
  savedToDraft: ["Saved rules → draft · {month} · {n} people", "已保存规则 → 草稿 · {month} · {n} 人"],
  total: ["Total", "合计"],
  people: ["People", "人员"],
  more: ["more", "增加"],
  less: ["less", "减少"],
  held: ["Held", "暂缓发放"],
  draft: ["Draft", "草稿"],
  "whatIf.counts": [
    "{more} more · {less} less · {same} same · {held} held",
    "{more} 人增加 · {less} 人减少 · {same} 人不变 · {held} 人暂缓",
  ],
  "whatIf.unchanged": [
    "Nothing is changed yet. Move a slider, or edit Rules.",
    "还没有修改。请拖动滑块，或在“规则”中修改。",
  ],
  "whatIf.corrections": [
    "With corrections of locked months, as Generate pays them: {amount} of the draft's total.",
    "含已锁定月份的更正，与生成结果一致：草稿合计中为 {amount}。",
  ],
  "whatIf.asIf": [
    "The draft begins later; the figures are as if it held in this month.",
    "草稿之后才生效；以下按本月已生效计算。",
  ],
  thresholdsOf: ["Thresholds: {table}", "阈值：{table}"],
  thresholdFor: ["Threshold for {result}", "{result} 的阈值"],
  weights: ["Weights", "权重"],
  valueOf: ["{label}: value", "{label}：数值"],
  scoreIs: ["Score {score}", "得分 {score}"],
  showAll: ["Show all {n}", "显示全部 {n} 人"],
  showMoved: ["Show changed only", "只看有变化的"],
  needs: ["What it takes", "升档还差多少"],
  noNeeds: ["Everybody has the highest tier.", "所有人都已在最高档。"],
  "needs.again": ["Being worked out again…", "正在重新计算…"],
} as const satisfies WordTable;
