import { sayingOf, type WordTable } from "./template";

/** Words of the menu, English first, and of what the loader says. They are in Code.js itself. */
export const MENU_WORDS = {
  product: ["KPI Payroll", "绩效工资"],
  setUp: ["Set up workbook…", "初始化工作簿…"],
  checkData: ["Check data", "检查数据"],
  settings: ["Settings (sidebar)", "设置（侧边栏）"],
  approve: ["Approve and lock month…", "审批并锁定本月…"],
  share: ["Share with managers…", "分享给主管…"],
  gradeReview: ["Quarterly grade review", "季度定级"],
  generateScorecards: ["Generate scorecards", "生成绩效表"],
  generatePayroll: ["Generate monthly payroll", "生成本月工资表"],
  loadSample: ["Load sample data", "载入示例数据"],
  help: ["Help", "帮助"],
  monthFileMissing: [
    "The file {file} is missing from this script, and nothing was done. Open Extensions > Apps Script, click + beside Files, choose HTML, type the name {name}, and replace what is in it by the whole of dist/{file}. Save, and choose the menu item again.\n\n{found}",
    "脚本中缺少文件 {file}，未做任何改动。请打开“扩展程序 > Apps 脚本”，点击“文件”旁的 +，选择 HTML，命名为 {name}，并将其内容全部替换为 dist/{file} 的内容。保存后请重新点击菜单。\n\n{found}",
  ],
  monthFileOther: [
    "The file {file} is incomplete or of another version than Code.js, and nothing was done. Open Extensions > Apps Script, and replace what is in both files by the whole of dist/Code.js and dist/{file}. Save, and choose the menu item again.",
    "文件 {file} 不完整，或与 Code.js 版本不同，未做任何改动。请打开“扩展程序 > Apps 脚本”，将这两个文件的内容全部替换为 dist/Code.js 和 dist/{file} 的内容。保存后请重新点击菜单。",
  ],
} as const satisfies WordTable;

/** Words of the menu in a language, with their placeholders filled. */
export const menuWord = sayingOf(MENU_WORDS);
