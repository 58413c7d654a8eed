import type { Messages } from "../message";

/** Messages of the rule tabs that custom functions take as ranges: Scoring, Bands and Grades. */
export const SCORING_MESSAGES: Messages = {
  "duplicate-header": {
    en: 'Two columns are headed "{header}". Rename or remove one.',
    zh: "有两列的表头都是“{header}”。请修改或删除其一。",
  },
  "blank-cell": { en: "{header} is blank. Fill it in.", zh: "“{header}”为空，请填写。" },
  "unreadable-cell": { en: '"{found}" cannot be read as {header}.', zh: "“{found}”无法作为“{header}”读取。" },
  "unknown-word": {
    en: '"{text}" is not known here. Use one of: {allowed}.',
    zh: "“{text}”无效。可用的值：{allowed}。",
  },
  "from-inside-month": {
    en: "This row begins inside {month} and counts from the next month. Use the first of a month.",
    zh: "此行在 {month} 月中生效，从次月起计算。请使用每月 1 日。",
  },
  "weights-not-100": {
    en: "Weights of plan {plan} sum to {sum}, must be 100 (rows {first} to {last}). Change a weight.",
    zh: "方案 {plan} 的权重合计 {sum}，应为 100（第 {first} 至 {last} 行）。请修改权重。",
  },
  "weight-blank": {
    en: "{item} has no weight. Type one; all of a plan sum to 100.",
    zh: "{item} 没有权重。请填写；同一方案合计为 100。",
  },
  "weight-below-zero": { en: "The weight of {item} is below 0.", zh: "{item} 的权重小于 0，请改正。" },
  "method-blank": {
    en: "{item} has no method. Use bands, band points, ratio, manual or formula.",
    zh: "{item} 没有计分方式。可用：档位、档位得分、比例、手工、公式。",
  },
  "metric-blank": { en: "{item} names no metric. Fill it in.", zh: "{item} 没有指标，请填写。" },
  "formula-blank": {
    en: "{item} needs a formula. Type one, beginning with =.",
    zh: "{item} 需要公式，请以 = 开头填写。",
  },
  "item-twice": {
    en: "{item} stands twice; the other is in row {other}. Keep one.",
    zh: "{item} 出现两次，另一处在第 {other} 行。请保留一个。",
  },
  "item-without-table": {
    en: 'Bands has no table "{item}" and none "{metric}" for this plan. Add one.',
    zh: "“档位”表中没有此方案的“{item}”或“{metric}”。请添加。",
  },
  "gate-needs-formula": {
    en: "{item} is a gate: its method must be formula.",
    zh: "{item} 是门槛，计分方式应为“公式”。",
  },
  "gate-with-weight": {
    en: "{item} is a gate and has no weight. Clear the cell.",
    zh: "{item} 是门槛，不应有权重。请清空。",
  },
  "warning-needs-formula": {
    en: "{item} is a warning: its method must be formula.",
    zh: "{item} 是提醒，计分方式应为“公式”。",
  },
  "warning-with-weight": {
    en: "{item} is a warning and has no weight. Clear the cell.",
    zh: "{item} 是提醒，不应有权重。请清空。",
  },
  "floor-above-cap": { en: "The floor of {item} is above its cap.", zh: "{item} 的下限高于上限，请改正。" },
  "bands-mix-directions": {
    en: 'Table {table} mixes "{when}" with "{first}". Use at least / above, or up to / below.',
    zh: "档位表 {table} 混用了“{when}”和“{first}”。请统一为“至少/高于”或“不超过/低于”。",
  },
  "threshold-twice": {
    en: "Table {table} has the threshold {threshold} twice; the other is in row {other}. Keep one.",
    zh: "档位表 {table} 的阈值 {threshold} 出现两次，另一处在第 {other} 行。请保留一个。",
  },
  "otherwise-twice": {
    en: "Table {table} has two rows without threshold; the other is row {other}. Keep one.",
    zh: "档位表 {table} 有两行阈值为空，另一行为第 {other} 行。请保留一行。",
  },
  "grade-twice": {
    en: "Grade {grade} has two rows that begin on one day; the other is row {other}. Keep one.",
    zh: "等级 {grade} 有两行的生效日期相同，另一行为第 {other} 行。请保留一行。",
  },
  "unknown-grade-move": {
    en: '"{grade}" is no grade of this tab and not review.',
    zh: "“{grade}”不是本表的等级，也不是 review。",
  },
  "band-results-look-like-fractions": {
    en: "The results of table {table} are percentages of the weight, and {result} is {result} percent. Is {percent} meant?",
    zh: "档位表 {table} 的结果是权重的百分比，{result} 即百分之 {result}。是否应为 {percent}？",
  },
};
