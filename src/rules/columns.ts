/** A rule tab of the workbook (DESIGN section 3). */
export type RuleTabKind =
  | "staff"
  | "targets"
  | "metrics"
  | "sources"
  | "scoring"
  | "bands"
  | "pay"
  | "grades"
  | "calendar"
  | "manual"
  | "adjustments"
  | "settings";

/** One documented column of a rule tab: its key in the code and its header in each language. */
export interface ColumnSpec {
  readonly key: string;
  readonly required: boolean;
  readonly en: string;
  readonly zh: string;
  /** Traditional Chinese header; the Simplified one where they are alike. */
  readonly zhHant: string;
}

/** A rule tab: its names and its columns in the order in which Set up writes them. */
export interface RuleTabSpec {
  readonly kind: RuleTabKind;
  readonly en: string;
  readonly zh: string;
  readonly columns: readonly ColumnSpec[];
}

type ColumnRow = readonly [key: string, required: "*" | "", en: string, zh: string, zhHant?: string];

function spec(kind: RuleTabKind, en: string, zh: string, rows: readonly ColumnRow[]): RuleTabSpec {
  const columns = rows.map(([key, required, enHeader, zhHeader, zhHant = zhHeader]) => ({
    key,
    required: required === "*",
    en: enHeader,
    zh: zhHeader,
    zhHant,
  }));
  return { kind, en, zh, columns };
}

const PLAN: ColumnRow = ["plan", "*", "Plan", "方案"];
const FROM: ColumnRow = ["from", "", "From", "生效日期"];

/**
 * Every rule tab with its columns, in the order in which Set up writes the tabs (READINGS 3.2).
 * What people read about a column is in `column-help.ts`: custom functions do without it.
 */
export const RULE_TABS: readonly RuleTabSpec[] = [
  spec("staff", "Staff", "员工", [
    ["person", "*", "Person", "员工", "員工"],
    ["accounts", "", "Accounts", "账号", "帳號"],
    ["team", "", "Team", "团队", "團隊"],
    ["manager", "", "Manager", "主管"],
    ["managerEmail", "", "Manager email", "主管邮箱", "主管郵箱"],
    ["plan", "*", "Plan", "方案"],
    ["grade", "", "Grade", "等级", "等級"],
    ["basePay", "", "Base pay", "底薪"],
    ["hired", "", "Hired", "入职日期", "入職日期"],
    ["left", "", "Left", "离职日期", "離職日期"],
    ["probationUntil", "", "Probation until", "试用期至", "試用期至"],
    FROM,
    ["email", "", "Email", "邮箱", "郵箱"],
  ]),
  spec("targets", "Targets", "目标", [
    ["month", "*", "Month", "月份"],
    ["appliesTo", "*", "Applies to", "适用对象", "適用對象"],
    ["metric", "*", "Metric", "指标", "指標"],
    ["target", "*", "Target", "目标", "目標"],
  ]),
  spec("metrics", "Metrics", "指标", [
    ["metric", "*", "Metric", "指标", "指標"],
    ["label", "", "Label", "名称", "名稱"],
    ["labelZh", "", "中文名", "中文名"],
    ["formula", "", "Formula", "公式"],
    ["unit", "", "Unit", "单位", "單位"],
    ["better", "", "Better", "方向"],
  ]),
  spec("scoring", "Scoring", "评分", [
    PLAN,
    FROM,
    ["profile", "", "Profile", "时期", "時期"],
    ["item", "*", "Item", "考核项", "考核項"],
    ["kind", "", "Kind", "类型", "類型"],
    ["metric", "", "Metric", "指标", "指標"],
    ["weight", "", "Weight", "权重", "權重"],
    ["method", "", "Method", "计分方式", "計分方式"],
    ["measure", "", "Measure", "取值"],
    ["cap", "", "Cap", "上限"],
    ["floor", "", "Floor", "下限"],
    ["formula", "", "Formula", "公式"],
  ]),
  spec("bands", "Bands", "档位", [
    ["plan", "", "Plan", "方案"],
    ["table", "*", "Table", "档位表", "檔位表"],
    FROM,
    ["when", "", "When", "条件", "條件"],
    ["threshold", "", "Threshold", "阈值", "閾值"],
    ["result", "*", "Result", "结果", "結果"],
  ]),
  spec("pay", "Pay", "薪酬", [
    PLAN,
    FROM,
    ["component", "*", "Component", "薪酬项", "薪酬項"],
    ["label", "", "Label", "名称", "名稱"],
    ["labelZh", "", "中文名", "中文名"],
    ["formula", "*", "Formula", "公式"],
    ["onlyIf", "", "Only if", "发放条件", "發放條件"],
    ["round", "", "Round", "取整"],
  ]),
  spec("grades", "Grades", "等级", [
    ["grade", "*", "Grade", "等级", "等級"],
    ["basePay", "*", "Base pay", "底薪"],
    FROM,
    ["met3", "", "3 met", "3个月达标", "3個月達標"],
    ["met2", "", "2 met", "2个月达标", "2個月達標"],
    ["met1", "", "1 met", "1个月达标", "1個月達標"],
    ["met0", "", "0 met", "0个月达标", "0個月達標"],
  ]),
  spec("sources", "Sources", "数据源", [
    ["source", "*", "Source", "数据源", "數據源"],
    ["tab", "", "Tab", "工作表"],
    ["personColumn", "", "Person column", "员工列", "員工列"],
    ["dateColumn", "", "Date column", "日期列"],
    ["measure", "*", "Measure", "计量", "計量"],
    ["how", "", "How", "汇总方式", "匯總方式"],
    ["column", "", "Column", "列"],
    ["weightColumn", "", "Weight column", "权重列", "權重列"],
    ["where", "", "Where", "条件", "條件"],
  ]),
  spec("calendar", "Calendar", "日历", [
    ["from", "*", "From", "开始日期", "開始日期"],
    ["to", "*", "To", "结束日期", "結束日期"],
    ["profile", "*", "Profile", "时期", "時期"],
  ]),
  spec("manual", "Manual scores", "主管评分", [
    ["month", "*", "Month", "月份"],
    ["person", "*", "Person", "员工", "員工"],
    ["metric", "*", "Metric", "指标", "指標"],
    ["value", "*", "Value", "分数", "分數"],
    ["by", "", "By", "评分人", "評分人"],
    ["reason", "", "Reason", "原因"],
  ]),
  spec("adjustments", "Adjustments", "调整", [
    ["month", "*", "Month", "月份"],
    ["person", "*", "Person", "员工", "員工"],
    ["component", "*", "Component", "薪酬项", "薪酬項"],
    ["amount", "*", "Amount", "金额", "金額"],
    ["reason", "*", "Reason", "原因"],
    ["by", "", "By", "经办人", "經辦人"],
    ["on", "", "On", "日期"],
  ]),
  spec("settings", "Settings", "设置", [
    ["setting", "*", "Setting", "设置", "設置"],
    ["value", "*", "Value", "值"],
  ]),
];

/** The description of one rule tab. */
export function ruleTab(kind: RuleTabKind): RuleTabSpec {
  const found = RULE_TABS.find((tab) => tab.kind === kind);
  if (!found) throw new Error(`no rule tab ${kind}`);
  return found;
}
