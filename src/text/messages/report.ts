import type { Messages } from "../message";

/** Messages of the report, the writer and the commands. */
export const REPORT_MESSAGES: Messages = {
  "run.busy": {
    en: "Somebody is running this month. Nothing was changed. Try again shortly.",
    zh: "有人正在算薪，未做任何改动。请稍后再试。",
  },
  "run.bad-month": {
    en: '"{found}" is not a month. Type it like 2026-10.',
    zh: "“{found}”不是月份。请按 2026-10 的格式填写。",
  },
  "run.no-month": {
    en: "No month was given, and none was found in Targets or in the pasted tabs. Type one like 2026-10.",
    zh: "没有填写月份，“目标”和粘贴的数据中也没有找到月份。请按 2026-10 的格式填写。",
  },
  "run.cancelled": {
    en: "Cancelled. Nothing was changed.",
    zh: "已取消，未做任何改动。",
  },
  "write.tab-protected": {
    en: "This tab is protected and your account may not edit it. Nothing was changed. Ask whoever locked the month (Runs says who) or the owner of the spreadsheet to take this step, or to add you to the tab's editors (Data, Protect sheets and ranges).",
    zh: "该工作表受保护，您的账号没有编辑权限，未做任何改动。请联系锁定该月的人（见“运行记录”）或表格所有者执行此步骤，或在“数据”-“保护工作表和范围”中将您加为编辑者。",
  },
  "write.tab-taken": {
    en: "A tab of that name holds something else. Nothing was changed. Rename it, then generate again.",
    zh: "同名工作表中有其他内容，未做任何改动。请重命名该表后再生成。",
  },
  "write.text-became-formula": {
    en: "A text would have been taken for a formula. Nothing was changed. Remove the sign at its beginning.",
    zh: "有文本会被当作公式，未做任何改动。请删除文本开头的符号。",
  },
  "write.typed-dropped": {
    en: "{people} left this month's payroll. What HR had typed for them is listed on the Checks tab. Enter it as Adjustments where it is still due.",
    zh: "{people} 已不在本月工资表中，HR 为其填写的内容列在“检查”表中。如仍需发放或扣除，请填入“调整”表。",
  },
  "setup.unknown-pack": {
    en: 'There is no system "{found}". Choose one of: {known}.',
    zh: "没有名为“{found}”的方案。可选：{known}。",
  },
  "setup.not-empty": {
    en: "Sample data goes into an empty workbook only; this one has content in: {tabs}. Open a new spreadsheet, then load the sample there.",
    zh: "示例数据只能载入空白工作簿；本工作簿已有内容：{tabs}。请新建一个表格后再载入。",
  },
  "setup.exists": {
    en: "The workbook has these rule tabs already: {tabs}. They were kept as they are. Delete or rename what you want written anew.",
    zh: "工作簿中已有这些规则表：{tabs}，均保留原样。如需重新写入，请先删除或重命名。",
  },
  "api.bad-request": {
    en: 'The request "{found}" is not known. Use packs, setUp, checkData or generate.',
    zh: "无法识别请求“{found}”。可用：packs、setUp、checkData、generate。",
  },
  "alike.cells": {
    en: "{message} {count} cells of this column are alike; the same mend serves them all.",
    zh: "{message}本列共有 {count} 个单元格同样如此，可一并修改。",
  },
  "alike.more": {
    en: "… and {count} more of this kind: the note of the cell under Place lists them all.",
    zh: "……另有 {count} 条同类问题，全部列在“位置”单元格的备注中。",
  },
  "alike.rates": {
    en: '{count} rates of "{header}" have no percent sign, and others of the column have one. If all are percentages, add % to them; if all are fractions, type them between 0 and 1.',
    zh: "“{header}”列中有 {count} 个比率没有百分号，而同列其他单元格带百分号。若均为百分数，请加上 %；若均为小数，请填写 0 到 1 之间的数。",
  },
  "looks-like": {
    en: "It looks like a table[[ of people in {person}]][[ and dates in {date}]]. Rows for Sources (or click Map in the sidebar):",
    zh: "看起来是一张表[[，员工在“{person}”列]][[，日期在“{date}”列]]。可在“数据源”表中添加以下行（或在侧边栏点“映射”）：",
  },
  "looks-like.row": {
    en: "{measure}: {how}[[ of {column}]][[ where {where}]][[ {guess}]]",
    zh: "{measure}：{how}[[“{column}”]][[，条件 {where}]][[ {guess}]]",
  },
};
