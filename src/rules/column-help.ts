import { type ColumnSpec, RULE_TABS, type RuleTabKind, type RuleTabSpec } from "./columns";

/** A column as Set up writes it. */
export interface ShownColumn extends ColumnSpec {
  /** Width in pixels. */
  readonly width: number;
  /** What people see when they rest on the header. */
  readonly help: { readonly en: string; readonly zh: string };
}

/** A rule tab as Set up writes it. */
export interface ShownTab extends RuleTabSpec {
  readonly columns: readonly ShownColumn[];
}

type HelpRow = readonly [width: number, en: string, zh: string];

const PLAN: HelpRow = [130, "Name of the plan.", "方案名称。"];
const FROM: HelpRow = [
  100,
  "First day on which the row holds. Blank: always.",
  "生效的第一天；留空表示一直有效。",
];

/** By tab and key of the column. */
const HELP: Readonly<Record<RuleTabKind, Readonly<Record<string, HelpRow>>>> = {
  staff: {
    person: [110, "One name for one person.", "每人一个姓名。"],
    accounts: [180, "Other names in exports, separated by ;", "导出表里的其他名称，用；分隔。"],
    team: [90, "Team for averages and sharing.", "用于团队平均和分享。"],
    manager: [90, "Who leads the team.", "团队负责人。"],
    managerEmail: [160, "Where a scorecard is shared.", "绩效表分享到的邮箱。"],
    plan: [120, "A plan of the Pay tab.", "“薪酬”表里的方案。"],
    grade: [70, "A grade of the Grades tab.", "“等级”表里的等级。"],
    basePay: [90, "A month's base pay. Blank: that of the grade.", "月底薪；留空则按等级。"],
    hired: [100, "First day worked.", "上班第一天。"],
    left: [100, "Last day worked.", "上班最后一天。"],
    probationUntil: [110, "Last day of probation.", "试用期最后一天。"],
    from: FROM,
    email: [160, "The person's own address.", "本人邮箱。"],
  },
  targets: {
    month: [90, "Any day of the month, or 2026-10.", "当月任意一天，或 2026-10。"],
    appliesTo: [130, "A person, a team or *.", "员工、团队或 *。"],
    metric: [130, "What the target is for.", "目标所属的指标。"],
    target: [160, "A number, or a formula.", "数字或公式。"],
  },
  metrics: {
    metric: [170, "Name used in formulas.", "公式中使用的名称。"],
    label: [180, "English label, also a synonym.", "英文名称，也可用于公式。"],
    labelZh: [140, "Chinese label, also a synonym.", "中文名称，也可用于公式。"],
    formula: [
      240,
      "Over measures and other metrics. Blank: a measure of that name, or rated by hand.",
      "由计量和其他指标组成；留空表示同名计量，或由主管评分。",
    ],
    unit: [80, "%, money, s, days, count or points.", "%、money、s、days、count 或 points。"],
    better: [80, "higher or lower. Blank: higher.", "越高越好或越低越好；留空为越高越好。"],
  },
  scoring: {
    plan: PLAN,
    from: FROM,
    profile: [90, "A profile of the Calendar tab. Blank: normal.", "“日历”表里的时期；留空为 normal。"],
    item: [150, "Name of the item.", "考核项名称。"],
    kind: [
      90,
      "points, bonus, deduction, gate; warning (no points, everybody sees it) or hr warning (HR alone).",
      "得分、加分、扣分、门槛；提醒（不计分，所有人可见）或人事提醒（仅人事可见）。",
    ],
    metric: [150, "What is measured.", "衡量的指标。"],
    weight: [
      70,
      "Weights of points sum to 100. Gates and warnings have none.",
      "“得分”类权重合计为 100；门槛和提醒不填。",
    ],
    method: [100, "bands, band points, ratio, manual or formula.", "档位、档位得分、比例、手工或公式。"],
    measure: [100, "value or attainment.", "数值或达成率。"],
    cap: [70, "Highest attainment that counts (ratio).", "计入的最高达成率（比例法）。"],
    floor: [70, "Lowest attainment that counts (ratio).", "计入的最低达成率（比例法）。"],
    formula: [240, "Points, or the condition of a gate or warning.", "得分公式，或门槛、提醒的条件。"],
  },
  bands: {
    plan: [120, "Blank: for every plan without a table of its own.", "留空：供没有同名表的方案使用。"],
    table: [
      160,
      "Named like an item, a metric, or as used in a formula.",
      "与考核项、指标或公式中的名称一致。",
    ],
    from: FROM,
    when: [90, "at least, above, up to or below.", "至少、高于、不超过或低于。"],
    threshold: [100, "Blank: otherwise.", "留空表示其余。"],
    result: [100, "Points, percent of weight, or a rate.", "得分、权重百分比或提成点。"],
  },
  pay: {
    plan: PLAN,
    from: FROM,
    component: [140, "One line of pay.", "工资的一个项目。"],
    label: [160, "English label.", "英文名称。"],
    labelZh: [120, "Chinese label.", "中文名称。"],
    formula: [420, "Amount in money.", "金额公式。"],
    onlyIf: [160, "A condition; unmet, the line is 0.00.", "条件不满足时该项为 0.00。"],
    round: [
      80,
      "0.01, 1 or 10; with up, down or even. Blank: the setting rounding.",
      "0.01、1 或 10；可加 up、down、even。留空按设置“金额取整”。",
    ],
  },
  grades: {
    grade: [80, "Lowest grade first.", "由低到高排列。"],
    basePay: [90, "A month's base pay.", "月底薪。"],
    from: FROM,
    met3: [100, "Grade after 3 of 3 months met.", "3 个月达标后的等级。"],
    met2: [100, "Grade after 2 of 3.", "2 个月达标后的等级。"],
    met1: [100, "Grade after 1 of 3.", "1 个月达标后的等级。"],
    met0: [
      100,
      "Grade after 0 of 3, or review: a person looks at it. Nothing here moves anybody by itself.",
      "0 个月达标后的等级，或 review（人工复核）。系统不会自动调整任何人。",
    ],
  },
  sources: {
    source: [110, "Name of the source.", "数据源名称。"],
    tab: [130, "Name of the pasted tab.", "粘贴数据所在的工作表名。"],
    personColumn: [120, "Header of the person column.", "员工所在列的表头。"],
    dateColumn: [120, "Header of the date column.", "日期所在列的表头。"],
    measure: [130, "Measure that the row gives.", "该行产生的计量。"],
    how: [
      90,
      "count, sum, average, min, max, distinct or weighted.",
      "计数、求和、平均、最小、最大、去重计数或加权平均。",
    ],
    column: [140, "Header of the column measured.", "取数列的表头。"],
    weightColumn: [120, "Header of the weights (weighted).", "权重列的表头（加权平均）。"],
    where: [240, "Condition over the row's columns.", "对本行各列的条件。"],
  },
  calendar: {
    from: [100, "First day.", "第一天。"],
    to: [100, "Last day, included.", "最后一天（含）。"],
    profile: [110, "normal, promotion, low or a name of yours.", "normal、promotion、low 或自定义名称。"],
  },
  manual: {
    month: [90, "Any day of the month, or 2026-10.", "当月任意一天，或 2026-10。"],
    person: [110, "Who is rated.", "被评分人。"],
    metric: [140, "What is rated.", "评分的指标。"],
    value: [80, "Points.", "分数。"],
    by: [100, "Who rated.", "评分的人。"],
    reason: [240, "Why.", "评分原因。"],
  },
  adjustments: {
    month: [90, "Month that is paid.", "发薪月份。"],
    person: [110, "Who is paid.", "员工。"],
    component: [140, "Name of the line.", "项目名称。"],
    amount: [100, "Signed amount.", "带正负号的金额。"],
    reason: [
      240,
      "Why. For a locked month: Settled: or Waived: and why, for a correction that no month is to pay or take back.",
      "原因。已锁定月份中已另行结清或不再追回的更正，以“已结清：”或“免追回：”开头。",
    ],
    by: [100, "Who decided.", "经办人。"],
    on: [100, "When.", "日期。"],
  },
  settings: {
    setting: [220, "Key of the setting.", "设置项。"],
    value: [160, "Its value.", "设置值。"],
  },
};

function shown(kind: RuleTabKind, column: ColumnSpec): ShownColumn {
  const row = HELP[kind][column.key];
  if (!row) throw new Error(`column ${kind}.${column.key} has no help`);
  const [width, en, zh] = row;
  return { ...column, width, help: { en, zh } };
}

/** Every rule tab with widths and help, in the order in which Set up writes the tabs. */
export function shownTabs(): ShownTab[] {
  return RULE_TABS.map((tab) => ({ ...tab, columns: tab.columns.map((column) => shown(tab.kind, column)) }));
}
