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
  /** Traditional Chinese header, where it differs from the Simplified one. */
  readonly zhHant: string;
  /** Width in pixels of the column when the add-on writes the tab. */
  readonly width: number;
  /** What people see when they rest on the header. */
  readonly help: { readonly en: string; readonly zh: string };
}

/** A rule tab: its names and its columns in the order in which Set up writes them. */
export interface RuleTabSpec {
  readonly kind: RuleTabKind;
  readonly en: string;
  readonly zh: string;
  readonly columns: readonly ColumnSpec[];
}

type ColumnRow = readonly [
  key: string,
  required: "*" | "",
  en: string,
  zh: string,
  zhHant: string,
  width: number,
  helpEn: string,
  helpZh: string,
];

function spec(kind: RuleTabKind, en: string, zh: string, rows: readonly ColumnRow[]): RuleTabSpec {
  const columns = rows.map(([key, required, enHeader, zhHeader, zhHant, width, helpEn, helpZh]) => ({
    key,
    required: required === "*",
    en: enHeader,
    zh: zhHeader,
    zhHant,
    width,
    help: { en: helpEn, zh: helpZh },
  }));
  return { kind, en, zh, columns };
}

const PLAN: ColumnRow = ["plan", "*", "Plan", "方案", "方案", 130, "Name of the plan.", "方案名称。"];
const FROM: ColumnRow = [
  "from",
  "",
  "From",
  "生效日期",
  "生效日期",
  100,
  "First day on which the row holds. Blank: always.",
  "生效的第一天；留空表示一直有效。",
];

/** Every rule tab with its columns, in the order in which Set up writes the tabs (READINGS 3.2). */
export const RULE_TABS: readonly RuleTabSpec[] = [
  spec("staff", "Staff", "员工", [
    ["person", "*", "Person", "员工", "員工", 110, "One name for one person.", "每人一个姓名。"],
    [
      "accounts",
      "",
      "Accounts",
      "账号",
      "帳號",
      180,
      "Other names in exports, separated by ;",
      "导出表里的其他名称，用；分隔。",
    ],
    ["team", "", "Team", "团队", "團隊", 90, "Team for averages and sharing.", "用于团队平均和分享。"],
    ["manager", "", "Manager", "主管", "主管", 90, "Who leads the team.", "团队负责人。"],
    [
      "managerEmail",
      "",
      "Manager email",
      "主管邮箱",
      "主管郵箱",
      160,
      "Where a scorecard is shared.",
      "绩效表分享到的邮箱。",
    ],
    ["plan", "*", "Plan", "方案", "方案", 120, "A plan of the Pay tab.", "“薪酬”表里的方案。"],
    ["grade", "", "Grade", "等级", "等級", 70, "A grade of the Grades tab.", "“等级”表里的等级。"],
    [
      "basePay",
      "",
      "Base pay",
      "底薪",
      "底薪",
      90,
      "A month's base pay. Blank: that of the grade.",
      "月底薪；留空则按等级。",
    ],
    ["hired", "", "Hired", "入职日期", "入職日期", 100, "First day worked.", "上班第一天。"],
    ["left", "", "Left", "离职日期", "離職日期", 100, "Last day worked.", "上班最后一天。"],
    [
      "probationUntil",
      "",
      "Probation until",
      "试用期至",
      "試用期至",
      110,
      "Last day of probation.",
      "试用期最后一天。",
    ],
    FROM,
    ["email", "", "Email", "邮箱", "郵箱", 160, "The person's own address.", "本人邮箱。"],
  ]),
  spec("targets", "Targets", "目标", [
    [
      "month",
      "*",
      "Month",
      "月份",
      "月份",
      90,
      "Any day of the month, or 2026-10.",
      "当月任意一天，或 2026-10。",
    ],
    [
      "appliesTo",
      "*",
      "Applies to",
      "适用对象",
      "適用對象",
      130,
      "A person, a team or *.",
      "员工、团队或 *。",
    ],
    ["metric", "*", "Metric", "指标", "指標", 130, "What the target is for.", "目标所属的指标。"],
    ["target", "*", "Target", "目标", "目標", 160, "A number, or a formula.", "数字或公式。"],
  ]),
  spec("metrics", "Metrics", "指标", [
    ["metric", "*", "Metric", "指标", "指標", 170, "Name used in formulas.", "公式中使用的名称。"],
    ["label", "", "Label", "名称", "名稱", 180, "English label, also a synonym.", "英文名称，也可用于公式。"],
    [
      "labelZh",
      "",
      "中文名",
      "中文名",
      "中文名",
      140,
      "Chinese label, also a synonym.",
      "中文名称，也可用于公式。",
    ],
    [
      "formula",
      "",
      "Formula",
      "公式",
      "公式",
      240,
      "Over measures and other metrics.",
      "由计量和其他指标组成。",
    ],
    [
      "unit",
      "",
      "Unit",
      "单位",
      "單位",
      80,
      "%, money, s, days, count or points.",
      "%、money、s、days、count 或 points。",
    ],
    [
      "better",
      "",
      "Better",
      "方向",
      "方向",
      80,
      "higher or lower. Blank: higher.",
      "越高越好或越低越好；留空为越高越好。",
    ],
  ]),
  spec("scoring", "Scoring", "评分", [
    PLAN,
    FROM,
    [
      "profile",
      "",
      "Profile",
      "时期",
      "時期",
      90,
      "A profile of the Calendar tab. Blank: normal.",
      "“日历”表里的时期；留空为 normal。",
    ],
    ["item", "*", "Item", "考核项", "考核項", 150, "Name of the item.", "考核项名称。"],
    ["kind", "", "Kind", "类型", "類型", 90, "points, bonus, deduction or gate.", "得分、加分、扣分或门槛。"],
    ["metric", "", "Metric", "指标", "指標", 150, "What is measured.", "衡量的指标。"],
    ["weight", "", "Weight", "权重", "權重", 70, "Weights of points sum to 100.", "“得分”类权重合计为 100。"],
    [
      "method",
      "",
      "Method",
      "计分方式",
      "計分方式",
      100,
      "bands, band points, ratio, manual or formula.",
      "档位、档位得分、比例、手工或公式。",
    ],
    ["measure", "", "Measure", "取值", "取值", 100, "value or attainment.", "数值或达成率。"],
    [
      "cap",
      "",
      "Cap",
      "上限",
      "上限",
      70,
      "Highest attainment that counts (ratio).",
      "计入的最高达成率（比例法）。",
    ],
    [
      "floor",
      "",
      "Floor",
      "下限",
      "下限",
      70,
      "Lowest attainment that counts (ratio).",
      "计入的最低达成率（比例法）。",
    ],
    [
      "formula",
      "",
      "Formula",
      "公式",
      "公式",
      240,
      "Points, or the condition of a gate.",
      "得分公式，或门槛条件。",
    ],
  ]),
  spec("bands", "Bands", "档位", [
    [
      "plan",
      "",
      "Plan",
      "方案",
      "方案",
      120,
      "Blank: for every plan without a table of its own.",
      "留空：供没有同名表的方案使用。",
    ],
    [
      "table",
      "*",
      "Table",
      "档位表",
      "檔位表",
      160,
      "Named like an item, a metric, or as used in a formula.",
      "与考核项、指标或公式中的名称一致。",
    ],
    FROM,
    [
      "when",
      "",
      "When",
      "条件",
      "條件",
      90,
      "at least, above, up to or below.",
      "至少、高于、不超过或低于。",
    ],
    ["threshold", "", "Threshold", "阈值", "閾值", 100, "Blank: otherwise.", "留空表示其余。"],
    [
      "result",
      "*",
      "Result",
      "结果",
      "結果",
      100,
      "Points, percent of weight, or a rate.",
      "得分、权重百分比或提成点。",
    ],
  ]),
  spec("pay", "Pay", "薪酬", [
    PLAN,
    FROM,
    ["component", "*", "Component", "薪酬项", "薪酬項", 140, "One line of pay.", "工资的一个项目。"],
    ["label", "", "Label", "名称", "名稱", 160, "English label.", "英文名称。"],
    ["labelZh", "", "中文名", "中文名", "中文名", 120, "Chinese label.", "中文名称。"],
    ["formula", "*", "Formula", "公式", "公式", 420, "Amount in money.", "金额公式。"],
    [
      "onlyIf",
      "",
      "Only if",
      "发放条件",
      "發放條件",
      160,
      "A condition; unmet, the line is 0.00.",
      "条件不满足时该项为 0.00。",
    ],
    [
      "round",
      "",
      "Round",
      "取整",
      "取整",
      80,
      "0.01, 1 or 10; with up, down or even.",
      "0.01、1 或 10；可加 up、down、even。",
    ],
  ]),
  spec("grades", "Grades", "等级", [
    ["grade", "*", "Grade", "等级", "等級", 80, "Lowest grade first.", "由低到高排列。"],
    ["basePay", "*", "Base pay", "底薪", "底薪", 90, "A month's base pay.", "月底薪。"],
    FROM,
    [
      "met3",
      "",
      "3 met",
      "3个月达标",
      "3個月達標",
      100,
      "Grade after 3 of 3 months met.",
      "3 个月达标后的等级。",
    ],
    ["met2", "", "2 met", "2个月达标", "2個月達標", 100, "Grade after 2 of 3.", "2 个月达标后的等级。"],
    ["met1", "", "1 met", "1个月达标", "1個月達標", 100, "Grade after 1 of 3.", "1 个月达标后的等级。"],
    [
      "met0",
      "",
      "0 met",
      "0个月达标",
      "0個月達標",
      100,
      "Grade after 0 of 3, or review.",
      "0 个月达标后的等级，或 review。",
    ],
  ]),
  spec("sources", "Sources", "数据源", [
    ["source", "*", "Source", "数据源", "數據源", 110, "Name of the source.", "数据源名称。"],
    ["tab", "", "Tab", "工作表", "工作表", 130, "Name of the pasted tab.", "粘贴数据所在的工作表名。"],
    [
      "personColumn",
      "",
      "Person column",
      "员工列",
      "員工列",
      120,
      "Header of the person column.",
      "员工所在列的表头。",
    ],
    [
      "dateColumn",
      "",
      "Date column",
      "日期列",
      "日期列",
      120,
      "Header of the date column.",
      "日期所在列的表头。",
    ],
    ["measure", "*", "Measure", "计量", "計量", 130, "Measure that the row gives.", "该行产生的计量。"],
    [
      "how",
      "",
      "How",
      "汇总方式",
      "匯總方式",
      90,
      "count, sum, average, min, max, distinct or weighted.",
      "计数、求和、平均、最小、最大、去重计数或加权平均。",
    ],
    ["column", "", "Column", "列", "列", 140, "Header of the column measured.", "取数列的表头。"],
    [
      "weightColumn",
      "",
      "Weight column",
      "权重列",
      "權重列",
      120,
      "Header of the weights (weighted).",
      "权重列的表头（加权平均）。",
    ],
    ["where", "", "Where", "条件", "條件", 240, "Condition over the row's columns.", "对本行各列的条件。"],
  ]),
  spec("calendar", "Calendar", "日历", [
    ["from", "*", "From", "开始日期", "開始日期", 100, "First day.", "第一天。"],
    ["to", "*", "To", "结束日期", "結束日期", 100, "Last day, included.", "最后一天（含）。"],
    [
      "profile",
      "*",
      "Profile",
      "时期",
      "時期",
      110,
      "normal, promotion, low or a name of yours.",
      "normal、promotion、low 或自定义名称。",
    ],
  ]),
  spec("manual", "Manual scores", "主管评分", [
    [
      "month",
      "*",
      "Month",
      "月份",
      "月份",
      90,
      "Any day of the month, or 2026-10.",
      "当月任意一天，或 2026-10。",
    ],
    ["person", "*", "Person", "员工", "員工", 110, "Who is rated.", "被评分人。"],
    ["metric", "*", "Metric", "指标", "指標", 140, "What is rated.", "评分的指标。"],
    ["value", "*", "Value", "分数", "分數", 80, "Points.", "分数。"],
    ["by", "", "By", "评分人", "評分人", 100, "Who rated.", "评分的人。"],
    ["reason", "", "Reason", "原因", "原因", 240, "Why.", "评分原因。"],
  ]),
  spec("adjustments", "Adjustments", "调整", [
    ["month", "*", "Month", "月份", "月份", 90, "Month that is paid.", "发薪月份。"],
    ["person", "*", "Person", "员工", "員工", 110, "Who is paid.", "员工。"],
    ["component", "*", "Component", "薪酬项", "薪酬項", 140, "Name of the line.", "项目名称。"],
    ["amount", "*", "Amount", "金额", "金額", 100, "Signed amount.", "带正负号的金额。"],
    ["reason", "*", "Reason", "原因", "原因", 240, "Why.", "原因。"],
    ["by", "", "By", "经办人", "經辦人", 100, "Who decided.", "经办人。"],
    ["on", "", "On", "日期", "日期", 100, "When.", "日期。"],
  ]),
  spec("settings", "Settings", "设置", [
    ["setting", "*", "Setting", "设置", "設置", 220, "Key of the setting.", "设置项。"],
    ["value", "*", "Value", "值", "值", 160, "Its value.", "设置值。"],
  ]),
];

/** The description of one rule tab. */
export function ruleTab(kind: RuleTabKind): RuleTabSpec {
  const found = RULE_TABS.find((tab) => tab.kind === kind);
  if (!found) throw new Error(`no rule tab ${kind}`);
  return found;
}
