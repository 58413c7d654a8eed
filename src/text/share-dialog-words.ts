import { sayingOf, type WordTable } from "./template";

/** The words of the dialogs of Share with managers. */
const WORDS = {
  file: [
    "{n}  {reader} ({email}): {people} people ({names}); {tabs}",
    "{n}  {reader}（{email}）：{people} 人（{names}）；{tabs}",
  ],
  more: ["{names} and {n} more", "{names}等另有 {n} 人"],
  pay: ["with pay", "含工资"],
  isReplaced: ["a new file; access to the old one is taken back", "换成新文件，并收回旧文件的访问权限"],
  isNew: ["new address", "新地址"],
  isForeign: ["outside your domain", "域外地址"],
  isGroup: ["looks like a group", "疑似群组地址"],
  leaving: ["Access is taken back from: {who}", "将收回访问权限：{who}"],
  sawPay: ["saw pay", "此前可看工资"],
  "state.none": [
    "{month} has no payroll yet: its figures may still change.",
    "{month} 尚未生成工资，数字仍可能变动。",
  ],
  "state.draft": [
    "{month} is a draft: its figures may still change.",
    "{month} 为草稿，尚未审批，数字仍可能变动。",
  ],
  "state.checked": [
    "{month} is checked but not approved: its figures may still change.",
    "{month} 已核对、尚未审批，数字仍可能变动。",
  ],
  "state.approved": ["{month} is approved and locked.", "{month} 已审批并锁定。"],
  "state.paid": ["{month} is paid and locked.", "{month} 已发放并锁定。"],
  askPay: [
    "Scorecards of {month} go to:\n\n{files}\n\nWho may see pay? Type the numbers, for example 1,3, or same: whoever saw pay before. Blank: nobody, and pay is taken away from whoever saw it. Cancel: nothing is shared.",
    "{month} 绩效将分享给：\n\n{files}\n\n谁可以看工资？请输入序号，例如 1,3；或输入“同上”：此前可看工资的人不变；留空：都不含工资，此前可看的也会收回；取消：不分享。",
  ],
  askOwn: [
    "Files of their own, each with the person's own scorecard and pay of {month}:\n\n{people}\n\nWho gets one? Type all, or same: whoever has one, or numbers, names or addresses, for example 1,3. Blank: nobody, and whoever has one loses access. Cancel: nothing is shared.",
    "个人文件（只含本人 {month} 的绩效与工资）可发给：\n\n{people}\n\n发给谁？请输入“全部”，或“同上”（已有个人文件的人不变），或序号、姓名、邮箱，例如 1,3；留空：都不发，已有的将收回；取消：不分享。",
  ],
  hasFile: ["has one", "已有"],
  moreOwn: ["and {n} more, by name or address", "另有 {n} 人，可输入姓名或邮箱"],
  confirm: [
    "Share these files now?\n\n{files}\n\nReaders cannot edit, copy, download or print; what they see on the screen they can still photograph.",
    "现在分享以下文件？\n\n{files}\n\n对方无法编辑、复制、下载或打印，但仍可拍摄屏幕。",
  ],
  useless: [
    "These files cannot be used as they are:\n\n{files}\n\nMake new files instead, and give the old ones up? Choose No if another person made them, or to restore them in Drive first. Whoever can open an old file still can.",
    "以下文件目前无法使用：\n\n{files}\n\n是否改为新建文件，并放弃旧文件？如果文件由他人创建，或您想先在云端硬盘中恢复，请选“否”。能打开旧文件的人仍可打开。",
  ],
  badNumbers: [
    "{found} is no number of this list. Nothing was shared.",
    "“{found}”不是列表中的序号，未分享任何文件。",
  ],
} as const satisfies WordTable;

/** A sentence of the dialogs with its placeholders filled. */
export const shareDialogWord = sayingOf(WORDS);
