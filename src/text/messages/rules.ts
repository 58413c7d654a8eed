import type { Messages } from "../message";

/** Messages of the rule tabs that only a month reads. */
export const RULES_MESSAGES: Messages = {
  "two-tabs-of-one-kind": {
    en: "{tab} and {other} are both {kind} tabs, and nothing is read from either. Keep one, or change the header of the other.",
    zh: "“{tab}”和“{other}”都是“{kindZh}”表，两者均未读取。请只保留一个，或修改另一个的表头。",
  },
  "tab-lacks-column": {
    en: 'This looks like the {kind} tab, but no column is headed "{header}". Correct or add the header.',
    zh: "此表看似“{kindZh}”表，但没有“{headerZh}”列。请改正或添加表头。",
  },
  "missing-tab": {
    en: "There is no {tab} tab. Add one with the columns {headers}.",
    zh: "没有“{tabZh}”表。请添加，列为：{headersZh}。",
  },
  "staff-row-without-person": {
    en: "The row names no person and is left out.",
    zh: "此行没有员工姓名，未读取。",
  },
  "staff-row-twice": {
    en: "{person} has two rows that begin on one day; the other is row {other}. Keep one.",
    zh: "{person} 有两行的生效日期相同，另一行为第 {other} 行。请保留一行。",
  },
  "account-of-two-people": {
    en: 'The account "{account}" belongs to {people} on one day, and they are held. Give it to one of them, or set Hired and Left.',
    zh: "账号“{account}”在同一天属于 {people}，已暂停其发放。请只归一人，或填写入职、离职日期。",
  },
  "base-pay-below-zero": { en: "Base pay is below 0.", zh: "底薪小于 0，请改正。" },
  "left-before-hired": {
    en: "The last day worked is before the first.",
    zh: "离职日期早于入职日期，请改正。",
  },
  "metric-twice": {
    en: "{metric} is defined twice; the other is in row {other}. Keep one.",
    zh: "{metric} 定义了两次，另一处在第 {other} 行。请保留一个。",
  },
  "metric-without-formula": {
    en: "{metric} has no formula, and no export or source gives a measure of that name; {near} is near. Correct the name, or add a formula. If it is rated by hand, enter a rating on Manual scores.",
    zh: "{metric} 没有公式，也没有数据源提供同名的计量，相近的有 {near}。请改正名称或填写公式；若由主管评分，请在“主管评分”表填写分数。",
  },
  "metric-taken-as-rated": {
    en: "{metric} has no formula, and no export or source gives it: it is taken as rated by hand. Enter ratings on Manual scores, or add a formula or a row on Sources.",
    zh: "{metric} 没有公式，也没有数据源提供，按主管评分处理。请在“主管评分”表填写分数，或填写公式、在“数据源”表添加一行。",
  },
  "metric-is-built-in": {
    en: '"{name}" is a built-in name and keeps its meaning. Give the metric another name.',
    zh: "“{name}”是内置名称，含义不变。请为指标另取名称。",
  },
  "metric-cycle": {
    en: "The metric leads back to itself: {way}. Change one of the formulas.",
    zh: "指标循环引用：{way}。请修改其中一个公式。",
  },
  "synonym-twice": {
    en: '"{name}" stands for both {metric} and {other}; in formulas use their own names.',
    zh: "“{name}”同时指 {metric} 和 {other}；公式中请使用各自的名称。",
  },
  "rate-above-5-percent": {
    en: "A rate of {rate} in table {table} is above 5%. Is it meant? 0.1% is 0.001, or 0.1% with its sign.",
    zh: "档位表 {table} 的提成点 {rate} 高于 5%，是否有误？0.1% 应填 0.001 或 0.1%（带百分号）。",
  },
  "component-twice": {
    en: "{component} stands twice in the plan; the other is in row {other}. Give one another name.",
    zh: "薪酬项 {component} 在方案中出现两次，另一处在第 {other} 行。请改名。",
  },
  "round-unreadable": {
    en: '"{text}" is no rounding. Type a step such as 0.01, 1 or 10, with up, down or even if wanted.',
    zh: "“{text}”不是有效的取整方式。请填 0.01、1 或 10，可加 up、down、even。",
  },
  "applies-to-unknown": {
    en: '"{name}" is no person, no team and not *. Correct it, or add the person to Staff.',
    zh: "“{name}”不是员工、团队或 *。请改正，或在“员工”表中添加。",
  },
  "unknown-person": {
    en: "{person} is not on Staff. Correct the name, or add the person.",
    zh: "“员工”表中没有 {person}。请改正姓名，或添加该员工。",
  },
  "target-looks-like-percent": {
    en: "{metric} is a percentage, and {value} is {value} times 100 %. Is it meant? Type it with %.",
    zh: "{metric} 是百分比，而 {value} 表示 {value} 倍。是否有误？请带 % 填写。",
  },
  "adjustment-without-reason": {
    en: "The adjustment of {person} has no reason. Add one.",
    zh: "{person} 的调整没有原因，请补充。",
  },
  "grade-not-in-grades": {
    en: 'Grade "{grade}" is not on Grades. Base pay is taken from the row.',
    zh: "“等级”表中没有“{grade}”，底薪按本行计算。",
  },
  "calendar-overlap": {
    en: "These days overlap with row {other}. A day has one profile.",
    zh: "日期与第 {other} 行重叠。每天只能属于一个时期。",
  },
  "calendar-ends-before-it-begins": {
    en: "The last day is before the first.",
    zh: "结束日期早于开始日期，请改正。",
  },
  "unknown-setting": {
    en: '"{setting}" is no setting. Known: {allowed}.',
    zh: "没有设置项“{setting}”。可用：{allowed}。",
  },
  "unknown-setting-value": {
    en: '{setting} cannot be "{text}". Allowed: {allowed}.',
    zh: "{setting} 不能为“{text}”。可用：{allowed}。",
  },
  "setting-share-too-large": {
    en: '{setting} is a share of at most {most} %, and "{text}" is more. Type it with its sign, for example 20%.',
    zh: "{setting} 是不超过 {most}% 的比例，“{text}”过大。请带百分号填写，例如 20%。",
  },
  "setting-too-large": {
    en: '{setting} is at most {most}, and "{text}" is more.',
    zh: "{setting} 最大为 {most}，“{text}”过大，请改正。",
  },
  "setting-twice": {
    en: "{setting} is set twice; the other is in row {other}. Keep one.",
    zh: "{setting} 设置了两次，另一处在第 {other} 行。请保留一个。",
  },
  "source-needs-column": { en: "How {how} needs a column. Fill it in.", zh: "汇总方式 {how} 需要填写“列”。" },
  "source-needs-weight": {
    en: "How weighted needs a weight column. Fill it in.",
    zh: "加权平均需要填写“权重列”。",
  },
};
