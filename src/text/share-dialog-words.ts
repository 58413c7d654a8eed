import { fillTemplate, type Lang } from "./template";

/** The words of the dialogs of Share with managers. */
const WORDS = {
  file: ["{n}  {reader} ({email}): {people} people; {tabs}", "{n}  {reader}（{email}）：{people} 人；{tabs}"],
  pay: ["with pay", "含工资"],
  isNew: ["new address", "新地址"],
  isForeign: ["outside your domain", "域外地址"],
  isGroup: ["looks like a group", "疑似群组地址"],
  leaving: ["Access is taken back from: {who}", "将收回访问权限：{who}"],
  askPay: [
    "Scorecards of {month} go to:\n\n{files}\n\nWho may see pay? Type the numbers, for example 1,3. Blank: nobody. Cancel: nothing is shared.",
    "{month} 绩效将分享给：\n\n{files}\n\n谁可以看工资？请输入序号，例如 1,3；留空：都不含工资；取消：不分享。",
  ],
  confirm: [
    "Share these files now?\n\n{files}\n\nReaders cannot edit, copy, download or print; what they see on the screen they can still photograph.",
    "现在分享以下文件？\n\n{files}\n\n对方无法编辑、复制、下载或打印，但仍可拍摄屏幕。",
  ],
  badNumbers: [
    "{found} is no number of this list. Nothing was shared.",
    "“{found}”不是列表中的序号，未分享任何文件。",
  ],
} as const satisfies Record<string, readonly [en: string, zh: string]>;

/** The name of a template of these dialogs. */
export type ShareDialogWord = keyof typeof WORDS;

/** A sentence of the dialogs with its placeholders filled. */
export function shareDialogWord(
  key: ShareDialogWord,
  lang: Lang,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fillTemplate(WORDS[key][lang === "en" ? 0 : 1], values);
}
