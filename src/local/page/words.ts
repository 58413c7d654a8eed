/** The words of the workbench's own menus and messages. The add-on brings its own. */

/** A language of the page. */
export type PageLanguage = "en" | "zh";

const WORDS = {
  product: ["KPI Payroll", "绩效工资"],
  brand: ["KPI Payroll Workbench", "绩效工资工作台"],
  sampleName: ["Sample shop", "示例店铺"],
  blankName: ["New workbook", "新建表格"],
  file: ["File", "文件"],
  edit: ["Edit", "编辑"],
  open: ["Open .xlsx or .csv…", "打开 .xlsx 或 .csv…"],
  sample: ["Open the sample shop", "打开示例店铺"],
  blank: ["New spreadsheet", "新建表格"],
  download: ["Download as .xlsx", "下载为 .xlsx"],
  backTo: ["Back to {name} (not downloaded)", "回到“{name}”（尚未下载）"],
  drive: ["Files in Drive…", "云端硬盘中的文件…"],
  driveTitle: ["Files in Drive", "云端硬盘中的文件"],
  driveText: [
    "The workbench plays Drive here: these files are on this page only, and nobody was sent anything.",
    "本页面在此模拟云端硬盘：文件只保存在本页面，没有发送给任何人。",
  ],
  driveEmpty: [
    "There is no file yet. “Share with managers…” in the menu KPI Payroll makes them.",
    "还没有文件。请使用“绩效工资”菜单中的“分享给主管…”生成。",
  ],
  driveName: ["File", "文件"],
  driveReaders: ["Who can read it", "谁可以查看"],
  driveState: ["State", "状态"],
  nobody: ["Nobody but the owner", "仅所有者"],
  shared: ["Shared", "已分享"],
  takenBack: ["Access taken back", "已收回权限"],
  inTrash: ["In the trash", "在回收站中"],
  notShared: ["Not shared", "未分享"],
  openAs: ["Open as {reader}", "以 {reader} 的身份打开"],
  reading: ["{file}, as {reader} sees it. It cannot be edited.", "{reader} 看到的“{file}”，不可编辑。"],
  readingEnd: ["Back to {name}", "返回“{name}”"],
  youAre: ["Who you are", "您的身份"],
  owner: ["You are {email} (owner)", "您是 {email}（所有者）"],
  editor: ["You are {email} (editor)", "您是 {email}（编辑者）"],
  viewer: ["You are {email} (viewer)", "您是 {email}（查看者）"],
  viewOnly: [
    "You may view this workbook and not change it. Google offers add-ons to editors only, so their menu is gone.",
    "您只能查看本表格，不能修改。Google 只向可编辑者提供插件，因此没有插件菜单。",
  ],
  protectedTab: [
    "“{tab}” is protected: {why} What you changed was taken back. Its owner can change it.",
    "“{tab}”受保护：{why}您的修改已撤回。所有者可以修改。",
  ],
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
