import { sayingOf, type WordTable } from "./template";

/** Words and sentences of the Dashboard and of Statements, with {placeholders}. */
const WORDS = {
  // Dashboard
  "n.people": ["n = {n} people[[ · Data as of {d}]]", "n = {n} 人[[ · 数据截至 {d}]]"],
  "n.days": ["n = {n} days[[ · Data as of {d}]]", "n = {n} 天[[ · 数据截至 {d}]]"],
  "targets.title": ["Who is on target?", "谁达标了？"],
  "targets.finding": [
    "{n} of {all} figures with a target are on target; {people} of {everybody} people reach all of theirs.",
    "有目标的 {all} 项中 {n} 项达标；{everybody} 人中 {people} 人全部达标。",
  ],
  "targets.points": [
    "No item has a target here; the bars show points of weight.",
    "考核项均无目标值，条形为得分占权重。",
  ],
  "targets.none": ["Nobody has a score item with figures.", "没有可显示的考核项。"],
  "targets.ofTarget": ["{item} · of target", "{item} · 达成率"],
  "targets.ofWeight": ["{item} · points of weight", "{item} · 得分占权重"],
  "targets.scale": [
    "│ marks 100 %. Blue: reached. Orange: not reached.",
    "│ 为 100%。蓝色为达到，橙色为未达到。",
  ],
  "targets.more": ["{n} more items are on Scorecard.", "另有 {n} 个考核项，见“绩效”。"],
  "spread.title": ["How do scores spread?", "得分怎么分布？"],
  "spread.finding": [
    "Scores run from {low} to {high}, the middle one is {middle}; {below} below a gate.",
    "得分从 {low} 到 {high}，中位数 {middle}；未过门槛 {below} 人。",
  ],
  "spread.none": ["Nobody has a score.", "没有人有得分。"],
  "spread.bin": ["{from} to below {to}", "{from} 至 {to}（不含）"],
  "spread.scores": ["Score", "绩效得分"],
  "spread.met": ["People", "人数"],
  "spread.below": ["Below a gate", "未过门槛"],
  "days.title": ["What happened by day?", "每天情况如何？"],
  "days.finding": [
    "{name}: {month} in the month, highest on {bestDay} ({best}), lowest on {worstDay} ({worst}).",
    "{name}：全月 {month}，最高 {bestDay}（{best}），最低 {worstDay}（{worst}）。",
  ],
  "days.none": [
    "No daily figures: the pasted tabs have month totals only, or none.",
    "没有按日数据：粘贴的表只有月合计，或没有数据。",
  ],
  "days.day": ["Day", "日期"],
  "days.promotion": ["Promotion day", "大促日"],
  "days.blank": [
    "A blank is no data, not 0. Grey columns are promotion days.",
    "空白为暂无数据，不是 0。灰柱为大促日。",
  ],
  conversion: ["Conversion", "转化率"],
  response: ["Response (s)", "响应时间（秒）"],
  "costs.title": ["What costs us points?", "分丢在哪里？"],
  "costs.finding": [
    "{item} costs most: {lost} of {all} points lost in all.",
    "失分最多的是{item}：合计失 {all} 分，其中 {lost} 分。",
  ],
  "costs.none": ["Nobody lost a point.", "没有人失分。"],
  "pay.title": ["What does pay do?", "工资怎么变化？"],
  "pay.finding": [
    "{month} comes to {total}, {share} of it variable[[; {change} against {before}]].",
    "{month} 合计 {total}，其中浮动 {share}[[；比 {before} {change}]]。",
  ],
  "pay.up": ["{size} more", "多 {size}"],
  "pay.down": ["{size} less", "少 {size}"],
  "pay.same": ["as much", "持平"],
  "pay.unit": ["Unit: yuan", "单位：万元"],
  "pay.base": ["Base pay", "底薪"],
  "pay.variable": ["Variable pay", "浮动"],
  // Payroll and Statements
  paidIn: ["Gross pay {month}: {total}", "{month} 应发合计：{total}"],
  change: ["Change since {month}", "比 {month} 增减"],
  "adjustment.short": ["Adj.", "调整"],
  "adjustment.note": ["The adjustments of the month, all together.", "本月各项调整合计。"],
  "number.short": ["#", "#"],
  "socialInsurance.short": ["Social ins.", "社保(个人)"],
  "otherDeductions.short": ["Other ded.", "其他扣款"],
  "signature.short": ["Sign", "签名"],
  "deductions.short": ["Deducted", "扣款"],
  "deductions.note": [
    "Deductions: what HR fills in to the left, all together.",
    "左侧由 HR 填写的各项扣款合计。",
  ],
  payrollHint: [
    "Print: A4 landscape, fit to width, narrow margins; frozen rows repeat on each page.",
    "打印：A4 横向，适合页宽，窄页边距；冻结行在每页重复。",
  ],
  daysEmployed: [
    "Days of the month on which the person is on Staff, days off included. Days attended are in the attendance export.",
    "当月在职的日历天数，含休息日。实际出勤天数以考勤表为准。",
  ],
  statementHint: [
    "Print: A4 portrait, fit to width, normal margins. One person a page.",
    "打印：A4 纵向，适合页宽，正常页边距。每人一页。",
  ],
  slipHint: [
    "Print: A4 landscape, fit to width, normal margins: {n} slips a page, none cut. Deductions are those on Payroll when this tab was made.",
    "打印：A4 横向，适合页宽，正常页边距：每页 {n} 张，不跨页。扣款取自生成本表时“工资”表中已填的金额。",
  ],
  slipMore: ["… the rest is on the statement.", "……其余见“工资单”。"],
  payLines: ["Pay", "工资明细"],
  payLine: ["Line", "项目"],
  amount: ["Amount", "金额"],
  because: ["Because", "怎么算的"],
  scoreTable: ["Score", "绩效得分"],
  since: ["Since {month}", "与 {month} 相比"],
  sinceTotal: ["Gross pay {before} → {now} ({change})", "应发 {before} → {now}（{change}）"],
  sinceLine: ["{name} {before} → {now} ({change})", "{name} {before} → {now}（{change}）"],
  sinceNothing: ["Nothing changed.", "没有变化。"],
  next: ["What the next tier takes", "再进一档需要什么"],
  nextTier: [
    "{name}: {now} now; {gap} ({condition}) gives {result} instead of {current}",
    "{name}：目前 {now}；{gap}（{condition}）为 {result}，目前为 {current}",
  ],
  nextOnSlip: ["Next tier: {words}", "再进一档：{words}"],
  "gap.more": ["{gap} more[[ than {actual}]]", "[[在 {actual} 之上]]再增加 {gap}"],
  "gap.less": ["{gap} less[[ than {actual}]]", "[[在 {actual} 的基础上]]再减少 {gap}"],
  "gap.over": ["just over {gap}", "略多于 {gap}"],
  "gap.any": ["a little", "一点"],
  "gap.points": ["{n} percentage points", "{n} 个百分点"],
  points: ["{n} points", "{n} 分"],
  "at least": ["at least {t}", "至少 {t}"],
  above: ["above {t}", "高于 {t}"],
  "up to": ["up to {t}", "不超过 {t}"],
  below: ["below {t}", "低于 {t}"],
  heldStatement: [
    "This pay is held. Nothing is paid before the following is settled; please ask HR.",
    "工资暂缓发放。以下问题解决后发放，请咨询人事。",
  ],
  question: [
    "Something unclear? Ask HR before signing; the question and its answer are kept.",
    "有疑问请在签字前向人事提出，问题与答复会留存。",
  ],
  myQuestion: ["Question:", "疑问："],
  signed: ["Signature:", "签名："],
  signedOn: ["Date:", "日期："],
  // Scorecard
  peers: ["Peers, average", "同行同层均值"],
  "peers-best": ["Peers, best", "同行同层优秀"],
  peerFigures: ["{name} ({tab}): {items}", "{name}（{tab}）：{items}"],
} as const satisfies WordTable;

/** A word or sentence of the tabs that people read, by its key. */
export type TabWord = keyof typeof WORDS;

/** A word or sentence in one language, with its values put in. */
export const tabWord = sayingOf(WORDS);

/** Every word in both languages with its placeholders. */
export const TAB_PHRASES: readonly (readonly [string, string])[] = Object.values(WORDS);
