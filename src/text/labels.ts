import { MENU_WORDS } from "./menu";
import { fillTemplate, type Lang } from "./template";

export { fillTemplate, type Lang };

/** Words of tabs, menus and dialogs, English first. Sentences about problems are in `messages/`. */
const LABELS = {
  // Tabs
  "tab.scorecard": ["Scorecard", "绩效"],
  "tab.payroll": ["Payroll", "工资"],
  "tab.payslips": ["Payslips", "工资条"],
  "tab.checks": ["Checks", "检查"],
  // States
  draft: ["Draft", "草稿"],
  held: ["Held", "暂缓发放"],
  noData: ["No data", "暂无数据"],
  noScore: ["No score", "无评分"],
  stateLine: [
    "{month} · {state} · People: {people} · Held: {held}",
    "{month} · {state} · 共 {people} 人 · 暂缓 {held} 人",
  ],
  dataAsOf: ["Data as of {d}", "数据截至 {d}"],
  unitYuan: ["Unit: yuan (元)", "单位：元"],
  // Scorecard
  ranking: ["Ranking", "排名"],
  rank: ["Rank", "名次"],
  number: ["No.", "序号"],
  person: ["Person", "姓名"],
  team: ["Team", "团队"],
  plan: ["Plan", "方案"],
  grade: ["Grade", "等级"],
  days: ["Days", "出勤"],
  score: ["Score", "绩效得分"],
  scoreBar: ["Score of 100", "得分占比"],
  weakestItem: ["Lost most on", "失分最多"],
  lostPoints: ["Lost points", "失分"],
  lostHere: ["Points lost there", "该项失分"],
  lostInAll: ["Lost in all", "合计失分"],
  remark: ["Remark", "备注"],
  item: ["Score item", "考核项"],
  weight: ["Weight", "权重"],
  target: ["Target", "目标值"],
  actual: ["Actual", "实际值"],
  pointsBar: ["Points of weight", "得分占权重"],
  attainment: ["Attainment", "达成率"],
  points: ["Points", "得分"],
  total: ["Total", "合计"],
  weakest: ["▼ loses most", "▼ 失分最多"],
  "kind.points": ["", ""],
  "kind.bonus": ["Bonus", "加分"],
  "kind.deduction": ["Deduction", "扣分"],
  "kind.gate": ["Gate", "门槛"],
  gateMet: ["✓ met", "✓ 达标"],
  gateNotMet: ["✕ not met", "✕ 未达标"],
  leftOut: ["no data, left out", "暂无数据，未计入"],
  perMonth: ["{days} days", "{days} 天"],
  moreOnChecks: ["… and {n} more on Checks", "……另有 {n} 条，见“检查”"],
  unitSeconds: ["s", "秒"],
  unitDays: ["days", "天"],
  // Payroll
  identity: ["Person", "人员"],
  earnings: ["Pay", "应发"],
  hrFills: ["HR fills in", "HR填写"],
  heldLeftOut: ["Without {n} held", "不含暂缓 {n} 人"],
  afterDeductions: ["Paid out", "实发"],
  adjustment: ["Adjustment", "调整"],
  gross: ["Gross pay", "应发合计"],
  socialInsurance: ["Social insurance", "社保(个人)"],
  housingFund: ["Housing fund", "公积金(个人)"],
  incomeTax: ["Income tax", "个税"],
  otherDeductions: ["Other deductions", "其他扣款"],
  deductions: ["Deductions", "扣款合计"],
  net: ["Net pay", "实发"],
  state: ["State", "状态"],
  note: ["Note", "备注"],
  signature: ["Signature", "签名"],
  preparedBy: ["Prepared by:", "制表："],
  checkedBy: ["Checked by:", "审核："],
  approvedBy: ["Approved by:", "审批："],
  signedOn: ["Date:", "日期："],
  // Payslips
  month: ["Month", "月份"],
  printHint: [
    "Print: A4 landscape, fit to width. Deductions are those on the Payroll tab when this tab was made.",
    "打印：A4 横向，适合页宽。扣款取自生成本表时“工资”表中已填的金额。",
  ],
  noSlip: ["No slip while held: {people}", "暂缓发放，无工资条：{people}"],
  cutHere: ["cut here", "裁剪线"],
  // Checks
  summary: [
    "Errors: {errors} · Warnings: {warnings} · People held: {held}",
    "错误 {errors} 条 · 警告 {warnings} 条 · 暂缓发放 {held} 人",
  ],
  nothingToMend: ["✓ Nothing to mend.", "✓ 没有需要修改的地方。"],
  onlyTabs: ["⚠ Tabs that nobody could use: {n}", "⚠ 未能使用的工作表：{n} 个"],
  onlyKept: [
    "⚠ See what HR typed for people who left this payroll.",
    "⚠ 请查看 HR 为已不在名单人员填写的内容。",
  ],
  lookAt: ["To look at", "请留意"],
  "severity.tab": ["? Not used", "？未使用"],
  lookAtTab: [
    "{why}Or rename its headers to known names. A tab that is no data for pay may stay as it is.",
    "{why}也可以把表头改为已知名称。与工资无关的表可以保留不动。",
  ],
  keptTyped: ["Typed by HR for people who are no longer listed", "HR为已不在名单的人员填写的内容"],
  keptHint: [
    "Kept from the Payroll tab. It counts for nobody. Enter what is still due on Adjustments, then delete the row here.",
    "取自“工资”表，不计入任何人的工资。仍需发放或扣除的请填入“调整”表，然后删除此处的行。",
  ],
  column: ["Column", "列"],
  typedValue: ["Typed", "填写内容"],
  countedRows: ["rows", "行数"],
  "measure.agent": ["agent", "员工"],
  "measure.date": ["date", "日期"],
  whatWasRead: ["What was read", "读取情况"],
  readTab: ["Tab", "工作表"],
  takenFor: ["Taken for", "识别为"],
  dates: ["Dates", "日期范围"],
  rowsRead: ["Rows read", "读取行数"],
  rowsLeftOut: ["Rows left out", "未计入的行"],
  columnsUsed: ["Columns used", "使用的列"],
  noRawTabs: ["No pasted tab was found.", "没有找到粘贴的数据表。"],
  "as.agent-day": ["Agent figures by day", "客服日数据"],
  "as.agent-month": ["Agent figures of a month", "客服月数据"],
  "as.source": ["A table of the Sources tab", "“数据源”中登记的表"],
  "as.unknown": ["? Not recognised, not used", "？未识别，未使用"],
  problems: ["What to mend", "需要处理"],
  notes: ["Good to know", "提示"],
  severity: ["Severity", "级别"],
  place: ["Place", "位置"],
  found: ["Found", "原内容"],
  whatToDo: ["What is wrong, and how to mend it", "问题与修改方法"],
  holds: ["Holds", "影响人员"],
  "severity.error": ["✕ Error", "✕ 错误"],
  "severity.warning": ["⚠ Warning", "⚠ 警告"],
  "severity.info": ["– Info", "– 提示"],
  moreAlike: ["… and {n} more like this", "……另有 {n} 条同类问题"],
  whoIsHeld: ["Who is held", "暂缓发放的人员"],
  reason: ["Reason", "原因"],
  nobodyHeld: ["Nobody is held.", "没有人员暂缓发放。"],
  teamFigures: ["Team figures used", "使用的团队数据"],
  figure: ["Figure", "数据"],
  value: ["Value", "数值"],
  heads: ["Heads", "人数"],
  members: ["Members and weights", "成员与权重"],
  shop: ["Whole shop", "全店"],
  smallTeam: ["⚠ fewer than 3 people: each can work out the others", "⚠ 不足 3 人：成员可推算出他人数据"],
  // Menu and dialogs
  ...MENU_WORDS,
  askMonth: ["Month to pay, for example 2026-10. Blank: {month}", "发薪月份，例如 2026-10。留空：{month}"],
  askMonthBare: ["Month to pay, for example 2026-10", "发薪月份，例如 2026-10"],
  askPack: ["Which system? Type its number or name. Blank: 1", "选择哪种方案？请输入编号或名称。留空：1"],
  doneSummary: [
    "{month} · People: {people} · Held: {held} · To look at on the Checks tab: {issues}",
    "{month} · 共 {people} 人 · 暂缓 {held} 人 · “检查”表中待处理 {issues} 条",
  ],
  setUpDone: ["Written: {written}", "已写入：{written}"],
  setUpKept: ["Kept as they are: {kept}", "保留原样：{kept}"],
  allowedWords: ["Allowed: {words}.", "可填：{words}。"],
  anyNumber: ["a number", "数字"],
  settingValues: ["Allowed: {allowed}. Default: {standard}.", "可填：{allowed}。默认：{standard}。"],
  none: ["none", "无"],
  helpText: [
    "1. Set up workbook: writes the rule tabs.\n2. Fill in Staff and Targets.\n3. Paste your exports, each in a tab of its own.\n4. Generate monthly payroll, and look at the Checks tab.\nRest on any score or amount to see its arithmetic.",
    "1. 初始化工作簿：写入规则表。\n2. 填写“员工”和“目标”。\n3. 粘贴导出的数据，每份一个工作表。\n4. 生成本月工资表，并查看“检查”表。\n将鼠标停在任一得分或金额上，可查看算式。",
  ],
} as const satisfies Record<string, readonly [en: string, zh: string]>;

/** Key of a label. */
export type LabelKey = keyof typeof LABELS;

const BY_KEY: ReadonlyMap<string, readonly [en: string, zh: string]> = new Map(Object.entries(LABELS));

/** A label in a language, with its placeholders filled. */
export function label(
  key: LabelKey,
  lang: Lang,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fillTemplate(LABELS[key][lang === "en" ? 0 : 1], values);
}

/** The label under a key that is only known at run time, or null where there is none. */
export function findLabel(key: string, lang: Lang): string | null {
  return BY_KEY.get(key)?.[lang === "en" ? 0 : 1] ?? null;
}

/** A label in both languages, for finding what an earlier run wrote. */
export function labelVariants(key: LabelKey): readonly string[] {
  return LABELS[key];
}
