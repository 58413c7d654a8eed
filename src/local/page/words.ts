/** The words of the workbench's own menus and messages. The add-on brings its own. */

/** A language of the page. */
export type PageLanguage = "en" | "zh";

const WORDS = {
  product: ["KPI Payroll", "绩效工资"],
  file: ["File", "文件"],
  edit: ["Edit", "编辑"],
  open: ["Open .xlsx or .csv…", "打开 .xlsx 或 .csv…"],
  sample: ["Open the sample shop", "打开示例店铺"],
  blank: ["New spreadsheet", "新建表格"],
  download: ["Download as .xlsx", "下载为 .xlsx"],
  undo: ["Undo", "撤销"],
  redo: ["Redo", "重做"],
  undoStep: ["Undo {step}", "撤销{step}"],
  redoStep: ["Redo {step}", "重做{step}"],
  typing: ["typing", "输入"],
  pasting: ["paste", "粘贴"],
  running: ["Running {name}…", "正在执行“{name}”…"],
  failed: ["{message}", "{message}"],
  cannotOpen: ["Cannot open {name}: {reason}", "无法打开 {name}：{reason}"],
  noBook: ["it is no .xlsx workbook and no text file", "它不是 .xlsx 工作簿，也不是文本文件"],
  opened: ["Opened: {name}", "已打开：{name}"],
  added: ["Added as a tab: {name}", "已添加为工作表：{name}"],
  drop: ["Drop an .xlsx or .csv file to open it", "将 .xlsx 或 .csv 文件拖到此处即可打开"],
  ok: ["OK", "确定"],
  cancel: ["Cancel", "取消"],
  yes: ["Yes", "是"],
  no: ["No", "否"],
  close: ["Close", "关闭"],
  language: ["Language", "语言"],
  sidebar: ["Sidebar", "侧边栏"],
  loading: ["Loading…", "正在载入…"],
  local: ["Everything stays in this page. Nothing is sent.", "数据只保存在本页面，不会发送到任何地方。"],
} as const;

/** A word or sentence, with its placeholders filled. */
export function pageWord(
  key: keyof typeof WORDS,
  language: PageLanguage,
  values: Readonly<Record<string, string>> = {},
): string {
  const text = WORDS[key][language === "en" ? 0 : 1];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
