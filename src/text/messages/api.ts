import type { Messages } from "../message";

/** Messages of the sidebar's requests. */
export const API_MESSAGES: Messages = {
  "api.too-long": {
    en: "The request is too long and was not read. Save the changes in smaller parts.",
    zh: "请求过长，未读取。请分几次保存。",
  },
  "api.no-draft": {
    en: "The request holds no rules that could be read. Reload the sidebar.",
    zh: "请求中没有可读取的规则。请重新打开侧边栏。",
  },
  "api.no-plan": {
    en: 'No plan "{found}" is on Scoring or Pay. Choose one of: {known}.',
    zh: "“评分”和“薪酬”表中没有方案“{found}”。可选：{known}。",
  },
  "api.no-tab": {
    en: 'There is no tab "{found}". It may have been renamed or deleted: reload the sidebar.',
    zh: "没有工作表“{found}”，可能已重命名或删除，请重新打开侧边栏。",
  },
  "api.bad-cell": {
    en: '"{found}" is no cell. Give one like F14.',
    zh: "“{found}”不是单元格。请使用 F14 这样的写法。",
  },
  "api.no-row": {
    en: 'The field "{found}" is not in the draft. Reload the sidebar.',
    zh: "规则草稿中没有“{found}”。请重新打开侧边栏。",
  },
  "api.no-person": {
    en: 'Nobody called "{found}" is under this plan in this month. Choose somebody of the list.',
    zh: "本月此方案下没有“{found}”。请从列表中选择。",
  },
  "api.no-worked": {
    en: 'No line of pay looks into the table "{found}" for this person. Choose another person or table.',
    zh: "此人没有使用档位表“{found}”的薪酬项。请选择其他人员或档位表。",
  },
  "save.bad-from": {
    en: '"{found}" is not a day. Give the first day like 2026-11-01.',
    zh: "“{found}”不是日期。请按 2026-11-01 的格式填写生效日期。",
  },
  "save.problems": {
    en: "Not saved: {n} to mend first. {first}",
    zh: "未保存：请先修改 {n} 处。{first}",
  },
  "save.conflict": {
    en: "Not saved. {tabs} changed since you opened the rules. Keep theirs, keep yours, or compare.",
    zh: "未保存。您打开规则之后，{tabs} 有改动。请选择保留对方的、保留您的，或进行对比。",
  },
  "save.moved": {
    en: "Not saved: somebody changed a rule tab while this was being saved. Your changes are still here. Save again.",
    zh: "未保存：保存时有人修改了规则表。您填的内容还在，请重新保存。",
  },
  "save.undo-conflict": {
    en: "Not taken back: {tabs} changed since the save. Nothing was changed. Mend it on the tab.",
    zh: "未撤销：保存之后 {tabs} 又有改动，未做任何修改。请直接在表中修改。",
  },
  "save.no-undo": {
    en: "There is nothing to take back.",
    zh: "没有可撤销的保存。",
  },
  "save.no-tab": {
    en: "The workbook has no {tab} tab to write to. Choose Set up workbook in the menu, which adds it.",
    zh: "工作簿中没有“{tabZh}”表。请在菜单中选择“初始化工作簿”，系统会补上。",
  },
  "save.no-column": {
    en: 'The tab has no column "{header}". Add the header to its first row, then save again.',
    zh: "该表没有“{headerZh}”列。请在表头行补上该列名，然后重新保存。",
  },
  "save.bad-figure": {
    en: '"{name}" cannot be used in formulas. Choose a figure of the list, or write it like {better}. Nothing was saved.',
    zh: "“{name}”不能用于公式，未保存。请从列表中选择，或改写为 {better}。",
  },
  "save.no-rows": {
    en: "There are no rows to save. Choose a column for a measure first.",
    zh: "没有可保存的行。请先为计量选择列。",
  },
  "save.protected": {
    en: "{tab} is protected and you may not edit it. Ask its owner to change the rules or to let you edit.",
    zh: "“{tab}”受保护，您没有编辑权限。请联系表格所有者修改规则或授予权限。",
  },
  "propose.known": {
    en: "{tab} is read already and needs no mapping.",
    zh: "“{tab}”已可识别，无需对应列。",
  },
};
