import type { Messages } from "../message";

/** Messages of cells that cannot be read as a number, a duration, a date or a month. */
export const CELL_MESSAGES: Messages = {
  "cell-comma": {
    en: '"{text}" may be {decimal} or {whole}. Type {decimal} or {whole}.',
    zh: "“{text}”可能是 {decimal} 或 {whole}。请填写 {decimal} 或 {whole}。",
  },
  "cell-commas": {
    en: '"{text}" has commas that do not group thousands. Type the number without commas.',
    zh: "“{text}”中的逗号不是千位分隔。请填写不带逗号的数字。",
  },
  "cell-points": {
    en: '"{text}" has more than one decimal point. Type it with one.',
    zh: "“{text}”有多个小数点。请只保留一个。",
  },
  "cell-unit": {
    en: '"{text}" has a unit that is not known here. Type {number} alone.',
    zh: "“{text}”的单位无法识别。请只填写 {number}。",
  },
  "cell-exponent": {
    en: '"{text}" is a shortened number whose last digits are lost. Paste the column again with all its digits.',
    zh: "“{text}”是科学计数，末尾数字已丢失。请重新粘贴完整的数字。",
  },
  "cell-error": {
    en: '"{text}" is a formula error. Mend the formula, or type the value.',
    zh: "“{text}”是公式错误。请修正公式或直接填写数值。",
  },
  "cell-boolean": {
    en: "{text} is not a number. Type a number, or leave the cell blank.",
    zh: "{text} 不是数字。请填写数字或留空。",
  },
  "cell-is-date": {
    en: "This cell is a date, and a number is needed. Change its format to Number, or type the number.",
    zh: "此单元格是日期，此处需要数字。请将格式改为数字或重新填写。",
  },
  "cell-text": {
    en: '"{text}" is not a number. Type a number, or leave the cell blank.',
    zh: "“{text}”不是数字。请填写数字或留空。",
  },
  "cell-not-seconds": {
    en: '"{text}" is not a duration. Type seconds, or a form such as 1分20秒 or 00:01:20.',
    zh: "“{text}”不是时长。请填写秒数，或 1分20秒、00:01:20 这样的格式。",
  },
  "cell-clock": {
    en: '"{text}" may be minutes and seconds or hours and minutes. Type {minutes} or {hours}.',
    zh: "“{text}”可能是分和秒，也可能是时和分。请填写 {minutes} 或 {hours}。",
  },
  "cell-not-date": {
    en: '"{text}" is not a date. Type it like 2026-10-03.',
    zh: "“{text}”不是日期。请按 2026-10-03 的格式填写。",
  },
  "cell-no-such-day": {
    en: '"{text}" is not a day of the calendar. Correct the day or the month.',
    zh: "“{text}”这一天不存在。请更正日或月。",
  },
  "cell-date-order": {
    en: '"{text}" may be {monthFirst} or {dayFirst}. Type {monthFirst} or {dayFirst}.',
    zh: "“{text}”可能是 {monthFirst} 或 {dayFirst}。请填写 {monthFirst} 或 {dayFirst}。",
  },
  "cell-time-only": {
    en: "This cell is a time without a date. Type the date like 2026-10-03.",
    zh: "此单元格只有时间，没有日期。请按 2026-10-03 的格式填写日期。",
  },
  "cell-percent": {
    en: '"{text}" is a percentage, and {header} is no rate. Type the number itself, or rename the column.',
    zh: "“{text}”是百分数，而“{header}”不是比率。请填写数值本身，或更正表头。",
  },
  "cell-negative": {
    en: '"{text}" is below zero, and "{header}" counts things or days. Type what was counted, or leave the cell blank.',
    zh: "“{text}”小于零，而“{header}”是计数。请填写实际数量或留空。",
  },
  "cell-above-other": {
    en: '"{header}" says {text}, which is more than "{other}" of the same row. Correct the one that is wrong.',
    zh: "“{header}”为 {text}，大于同一行的“{other}”。请更正有误的一项。",
  },
  "cell-not-attendance": {
    en: '"{text}" says nothing of attendance that is known here. Type a time such as 09:01, or 正常, 迟到, 休息, 请假, 旷工.',
    zh: "“{text}”不是已知的考勤内容。请填写 09:01 这样的时间，或 正常、迟到、休息、请假、旷工。",
  },
  "cell-not-month": {
    en: '"{text}" is not a month. Type it like 2026-10.',
    zh: "“{text}”不是月份。请按 2026-10 的格式填写。",
  },
};
