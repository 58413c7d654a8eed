import { sayingOf, type WordTable } from "./template";

/** Words of the sidebar's answers, English first, with {placeholders}. Sentences about problems are in `messages/`. */
const WORDS = {
  asked: ["Noted on the tab {tab}.", "已记入“{tab}”表。"],
  // What-if: why pay changes
  crosses: ["{value} crosses {threshold}", "{value} 跨过 {threshold}"],
  nowAtMost: ["{name}: {value} no longer reaches {threshold}", "{name}：{value} 未达到 {threshold}"],
  namedCrosses: ["{name}: {value} crosses {threshold}", "{name}：{value} 跨过 {threshold}"],
  resultMoves: ["{name}: {before} → {after}", "{name}：{before} → {after}"],
  weightMoves: ["weight of {name} {change}", "{name} 权重 {change}"],
  itemIsNew: ["{name} is new: {points} points", "新增 {name}：{points} 分"],
  itemIsGone: ["{name} is gone: {points} points", "删除 {name}：{points} 分"],
  lineIsNew: ["{name} is new", "新增 {name}"],
  lineIsGone: ["{name} is gone", "删除 {name}"],
  lineNowDue: ["{name} is now paid", "{name} 现在发放"],
  lineNotDue: ["{name} is not paid: {condition}", "{name} 不发放：{condition}"],
  pointsMove: ["{name}: {before} → {after} points", "{name}：{before} → {after} 分"],
  amountMoves: ["{name}: {before} → {after}", "{name}：{before} → {after}"],
  nowHeld: ["held: {reason}", "暂缓发放：{reason}"],
  nowPaid: ["no longer held", "不再暂缓发放"],
  targetMet: ["target met: {name}", "达成率：{name}"],
  // What it takes
  moreOf: ["{amount} more {measure} for {threshold}", "{measure}再增加 {amount}，达到 {threshold}"],
  lessOf: ["{amount} less {measure} for {threshold}", "{measure}再减少 {amount}，达到 {threshold}"],
  reachTo: ["{threshold} instead of {now}", "由 {now} 达到 {threshold}"],
  // Readiness
  ready: ["Ready", "就绪"],
  need: ["Need: {what}", "还差：{what}"],
  needRules: ["rules", "规则"],
  needStaff: ["staff", "员工"],
  needData: ["data", "数据"],
  needMonth: ["month", "月份"],
  needPlan: ["plan", "方案"],
  needDecision: ["{decisions} for {people}", "{decisions}（{people}）"],
  oneDecision: ["1 decision", "1 项待处理"],
  decisions: ["{n} decisions", "{n} 项待处理"],
  onePerson: ["1 person", "1 人"],
  people: ["{n} people", "{n} 人"],
  toLookAt: ["{n} to look at", "{n} 条待留意"],
  needWeight: ["{n} points of weight", "权重 {n}"],
  setUpFirst: [
    "Set up the workbook first: choose a system, or load the sample shop.",
    "请先初始化工作簿：选择方案，或载入示例数据。",
  ],
  fillStaff: ["Nobody is on Staff this month.", "本月“员工”表中没有人员。"],
  pasteData: ["Paste your exports, each in a tab of its own.", "请粘贴导出的数据，每份一个工作表。"],
  // Saving
  saved: ["Saved: {tabs}.", "已保存：{tabs}。"],
  savedFrom: ["Saved: {tabs}. In force from {from}.", "已保存：{tabs}。自 {from} 起生效。"],
  nothingToSave: ["Nothing had changed.", "没有改动。"],
  undone: ["Taken back: {tabs}.", "已撤销：{tabs}。"],
  languageIs: ["Tabs are made in English from now on.", "以后生成的工作表使用中文。"],
  // Run
  stageRead: ["Read {n} tabs", "读取 {n} 个工作表"],
  stageData: ["Matched data and people", "匹配数据与人员"],
  stageCompute: ["Scored and paid {n} people", "计算 {n} 人的得分与工资"],
  stageWrite: ["Wrote {n} tabs", "写入 {n} 个工作表"],
  // Explain
  notOurs: ["No rule made this cell.", "此单元格不是由规则得出的数字。"],
  selectInstead: ["Select {place} to see how a figure came about.", "如需查看算式，请选择 {place}。"],
  "cell.rank": ["The place by score, of all who have one.", "按得分排列的名次。"],
  "cell.number": ["A running number.", "序号。"],
  "cell.days": ["The days employed in the month.", "当月在职天数。"],
  "cell.sum": ["The sum of the figures above it.", "上方各数的合计。"],
  "cell.teamAverage": [
    "The average of the team, its members weighted by their days.",
    "团队平均，成员按在职天数加权。",
  ],
  "cell.own": ["HR's own entry; no rule makes it.", "由 HR 填写，不由规则得出。"],
  "cell.deductions": ["The sum of the deductions that HR filled in.", "HR 填写的各项扣款合计。"],
  "cell.net": ["Gross pay less the deductions that HR filled in.", "应发合计减去 HR 填写的扣款。"],
  "cell.spread": ["So many people have a score in this range.", "得分在此范围内的人数。"],
  "cell.day": [
    "The figure of everybody on this day, from the summed measures of the pasted tabs.",
    "当天全体的数据，由粘贴的表合计后计算。",
  ],
  "cell.costs": ["The points that all people lost on this item.", "所有人在此项的失分合计。"],
  "cell.month": ["The pay of all people in this month.", "该月所有人的工资合计。"],
  "cell.rows": ["So many rows were read of this tab.", "从此表读取的行数。"],
  "cell.team": [
    "A figure of the team that pay or scores used; its members stand beside it.",
    "工资或得分用到的团队数据，成员见同一行。",
  ],
  "cell.held": ["{person} is held and has no figures: {reason}", "{person} 暂缓发放，没有数字：{reason}"],
  notAnOutput: [
    "Select a score or an amount on a tab that was generated for a month.",
    "请在生成的月度表中选择一个得分或金额。",
  ],
  totalOf: ["{sum} = {total}", "{sum} = {total}"],
  roundHow: ["{how}, {step}", "{how}，{step}"],
  "round.half-up": ["half-up", "四舍五入"],
  "round.half-even": ["to the even step", "四舍六入五成双"],
  "round.up": ["up", "向上取整"],
  "round.down": ["down", "向下取整"],
  noRounding: ["nothing to round", "无需取整"],
  asPaid: ["{line} {amount}, as paid with {month}", "{month} 已发的{line} {amount}"],
  ownRules: [
    "{month} is locked: its line is computed by the rules of then on the data of today",
    "{month} 已锁定：按锁定时的规则、以现在的数据重新计算",
  ],
  recoveryLimit: [
    "at most so much of a month's pay is taken back (Settings: recovery_limit): {limit}",
    "每月最多追回当月工资的比例（设置：追回上限）：{limit}",
  ],
  noLimit: ["all of it", "不限"],
  sumOfLines: ["sum of the rounded lines", "各项取整后相加"],
  changedWas: ["{name}: {before} → {after}", "{name}：{before} → {after}"],
  countsAs: [", counts as {heads} of a month", "，按 {heads} 个月计"],
  lineWasNot: ["there was no such line", "上月没有此项"],
  teamHeads: ["{n} people", "{n} 人"],
  roundedTo: ["{before} → {after}", "{before} → {after}"],
  wasScore: ["score {before} → {after}", "得分 {before} → {after}"],
  // Formula help
  "name.score": ["Score, rounded", "取整后的绩效得分"],
  "name.base": ["Base pay of the month, for the days employed", "本月底薪（按在职天数折算）"],
  "name.grade": ["Grade, a text", "等级（文本）"],
  "name.probation": ["TRUE on probation at the month's end", "月末仍在试用期时为 TRUE"],
  "name.gates": ["TRUE when every gate is met", "全部门槛达标时为 TRUE"],
  "kind.component": ["A line of pay above this one, rounded", "本行上方的薪酬项（已取整）"],
  "kind.table": ["A table of Bands", "“档位”里的一张表"],
  "kind.manual": ["Rated by hand", "主管评分"],
  "kind.metric": ["A metric", "指标"],
  "kind.measure": ["A measure of the data", "数据中的计量"],
  "fn.IF": ["One of two values, by a condition", "按条件取两个值之一"],
  "fn.IFS": ["The value of the first condition that holds", "取第一个成立条件对应的值"],
  "fn.AND": ["TRUE when all hold", "全部成立时为 TRUE"],
  "fn.OR": ["TRUE when one holds", "任一成立时为 TRUE"],
  "fn.NOT": ["The opposite", "取反"],
  "fn.MIN": ["The smallest", "最小值"],
  "fn.MAX": ["The largest", "最大值"],
  "fn.SUM": ["The sum", "求和"],
  "fn.AVERAGE": ["The mean", "平均值"],
  "fn.ABS": ["Without sign", "绝对值"],
  "fn.ROUND": ["Rounded half-up", "四舍五入"],
  "fn.ROUNDUP": ["Rounded up", "向上取整"],
  "fn.ROUNDDOWN": ["Rounded down", "向下取整"],
  "fn.UNITS": ["What goes beyond an allowance: max(0, x − allowance)", "超出免责额的部分：max(0, x−免责额)"],
  "fn.TARGET": ["The target in force", "生效的目标值"],
  "fn.ATTAINMENT": [
    "Actual ÷ target (target ÷ actual where lower is better)",
    "达成率：实际÷目标（越低越好时为目标÷实际）",
  ],
  "fn.BAND": ["Result of the row of a table that x reaches", "x 达到的档位的结果"],
  "fn.RATE": ["Rate of the row of a table that x reaches", "x 达到的档位的提成点"],
  "fn.MARGINAL": ["Each slice of the amount at its own rate", "分段计算：每段按各自的提成点"],
  "fn.TEAM.AVERAGE": ["Average a head of the team", "团队人均"],
  "fn.TEAM.SUM": ["Sum over the team", "团队合计"],
  "fn.TEAM.BEST": ["Best of the team", "团队最好"],
  "fn.TEAM.RANK": ["Rank in the team, 1 is best", "团队名次，1 为最好"],
  "fn.TEAM.COUNT": ["How many of the team have a value", "团队中有数值的人数"],
  "fn.SHOP.RANK": ["Rank in the shop, 1 is best", "全店名次，1 为最好"],
  "fn.SHOP.COUNT": ["How many of the shop have a value", "全店有数值的人数"],
  "fn.TEAM.VALUE": ["A metric of the whole team, from summed measures", "团队整体指标（由合计重新计算）"],
  "fn.SHOP.AVERAGE": ["Average a head of the shop", "全店人均"],
  "fn.SHOP.SUM": ["Sum over the shop", "全店合计"],
  "fn.SHOP.BEST": ["Best of the shop", "全店最好"],
  "fn.SHOP.VALUE": ["A metric of the whole shop, from summed measures", "全店整体指标（由合计重新计算）"],
  "fn.PREVIOUS": ["The value of the closed month before", "上一个已关账月份的值"],
  // Fields, for comparing
  "field.plan": ["Plan", "方案"],
} as const satisfies WordTable;

/** The name of a template of the answers. */
export type AnswerWord = keyof typeof WORDS;

const BY_KEY: ReadonlyMap<string, readonly [en: string, zh: string]> = new Map(Object.entries(WORDS));

/** A sentence of an answer with its placeholders filled. */
export const answerWord = sayingOf(WORDS);

/** A word under a key that is only known at run time, in both languages; blank where there is none. */
export function findAnswerWord(key: string): { readonly en: string; readonly zh: string } {
  const [en = "", zh = ""] = BY_KEY.get(key) ?? [];
  return { en, zh };
}
