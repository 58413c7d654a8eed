import type { Messages } from "../message";

/** Messages of formulas, tables and points wherever they are worked out, in a month and in a cell. */
export const FORMULA_MESSAGES: Messages = {
  "formula-empty": {
    en: "The formula is empty. Type one, for example =sales.",
    zh: "公式为空。请填写公式，例如 =sales。",
  },
  "formula-syntax": {
    en: "{formula} cannot be read as a formula. Check signs, brackets and quotes.",
    zh: "无法读取公式 {formula}。请检查运算符、括号和引号。",
  },
  "formula-not-here": {
    en: "{formula}: {part} cannot be used here. Use names, numbers, texts, operators and the documented functions.",
    zh: "{formula}：此处不能使用 {part}。请使用名称、数字、文本、运算符和说明中的函数。",
  },
  "formula-missing-argument": {
    en: "{formula}: {function} has an empty argument. Fill it or remove the separator.",
    zh: "{formula}：{function} 有空的参数。请补上，或删除多余的分隔符。",
  },
  "formula-missing-operator": {
    en: "{formula}: a sign is missing between two names. Names have no blanks.",
    zh: "{formula}：两个名称之间缺少运算符。名称中不能有空格。",
  },
  "formula-bad-name": {
    en: '"{name}" cannot be used as a name. Names have letters, digits, _ and . and begin with a letter.',
    zh: "“{name}”不能用作名称。名称由文字、数字、_ 和 . 组成，且不能以数字开头。",
  },
  "name-is-cell-reference": {
    en: '"{name}" reads as a cell reference. Choose another name, for example {name}_.',
    zh: "“{name}”会被当作单元格引用。请换一个名称，例如 {name}_。",
  },
  "unknown-function": {
    en: "There is no function {function} here. See the list of functions in Help.",
    zh: "没有函数 {function}。请在“帮助”中查看可用的函数。",
  },
  "wrong-argument-count": {
    en: "{function} has the wrong number of arguments ({count}). Write {usage}.",
    zh: "{function} 的参数个数（{count}）不对。请写成 {usage}。",
  },
  "function-not-here": {
    en: "{function} cannot be used in this formula. Use names and functions such as IF, AND and ROUND.",
    zh: "此公式中不能使用 {function}。请使用名称以及 IF、AND、ROUND 等函数。",
  },
  "unknown-metric": {
    en: 'There is no metric "{metric}". Add it to Metrics, or correct the name.',
    zh: "没有指标“{metric}”。请在“指标”表中添加，或改正名称。",
  },
  "text-is-not-a-number": {
    en: '"{text}" is a text where a number is needed. Put a number there.',
    zh: "此处需要数字，而“{text}”是文本。请改为数字。",
  },
  "text-is-not-a-condition": {
    en: '"{text}" is a text where a condition is needed. Write a comparison, for example sales>=1000.',
    zh: "此处需要条件，而“{text}”是文本。请写成比较式，例如 sales>=1000。",
  },
  "division-by-zero": {
    en: "{formula} divides by 0. Guard it with IF, or mend the figure.",
    zh: "{formula} 的除数为 0。请用 IF 处理，或改正数据。",
  },
  "power-not-whole": {
    en: "The power {exponent} cannot be computed. Write a whole number from -999 to 999, and for 0 from 0 up.",
    zh: "无法计算指数 {exponent}。请填写 -999 至 999 的整数；底数为 0 时指数不能为负。",
  },
  "rounding-places": {
    en: "{places} is no number of decimals. Write a whole number, for example 2.",
    zh: "{places} 不是有效的小数位数。请填写整数，例如 2。",
  },
  "ifs-no-match": {
    en: "{formula}: no condition is met. Add TRUE and a value at the end.",
    zh: "{formula}：没有满足的条件。请在末尾加上 TRUE 和一个值。",
  },
  "band-not-reached": {
    en: '{value} reaches no row of table "{table}". Add a row without threshold (otherwise).',
    zh: "{value} 未达到“{table}”的任何一档。请添加一行阈值为空的“其余”。",
  },
  "marginal-needs-at-least": {
    en: 'MARGINAL needs a table of "at least" rows with number results; "{table}" is none. Mend the table, or take one rate for the whole amount.',
    zh: "MARGINAL 需要条件全为“至少”且结果为数字的档位表；“{table}”不符合。请改正该表，或对全额使用同一比例。",
  },
  "points-out-of-range": {
    en: "{item} gives {points} points, outside 0 to {weight}. Mend the score or the formula.",
    zh: "{item} 得 {points} 分，超出 0 至 {weight}。请改正分数或公式。",
  },
};
