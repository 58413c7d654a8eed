import type { Messages } from "../message";

/** What custom functions say when an argument cannot be used. Short: a cell shows it. */
export const FUNCTION_MESSAGES: Messages = {
  "argument-missing": { en: "pass {name}: a cell or a range.", zh: "请填写 {name}：单元格或区域。" },
  "ranges-differ": {
    en: "{name} is {size} cells, {other} is {otherSize}. Pass ranges of one size.",
    zh: "{name} 为 {size}，{other} 为 {otherSize}。请使用大小相同的区域。",
  },
  "several-tables": {
    en: "it holds several tables. Pass the rows of one.",
    zh: "包含多个档位表，请只选一个表的行。",
  },
  "bands-need-two-columns": { en: "pass two columns, threshold and result.", zh: "请选择阈值和结果两列。" },
  "range-needs-header": {
    en: "pass the {tab} tab with its header row.",
    zh: "请选择 {tab} 表并包含表头行。",
  },
  "scoring-needs-one-plan": {
    en: "pass the rows of one plan; found {count}.",
    zh: "请只选一个方案的行；现有 {count} 个。",
  },
  "no-column-for-metric": {
    en: "no column for {metric} (item {item}). Add its name to the headers.",
    zh: "没有 {metric}（考核项 {item}）的列，请在表头中添加。",
  },
  "attainment-needs-target": {
    en: 'it scores attainment, and {value} is none. Add a column "{metric} target" or "{metric} attainment".',
    zh: "按达成率计分，而 {value} 不是达成率。请添加“{metric} 目标”或“{metric} 达成率”列。",
  },
  "months-met-range": { en: "pass 0, 1, 2 or 3; found {text}.", zh: "请填 0、1、2 或 3；现为 {text}。" },
};
