import type { Messages } from "../message";

/** Words about files for managers: the preview, what was done, and why something was not. */
export const SHARE_MESSAGES: Messages = {
  "share.small-team": {
    en: 'Team "{team}" has {heads} people: with so few, an average tells each what the other has. The file shows no figures of the team as a whole.',
    zh: "团队“{team}”只有 {heads} 人：人数过少时，平均值会让每个人推算出别人的数据，因此文件中不显示团队合计与平均。",
  },
  "share.part-team": {
    en: 'Team "{team}" has {heads} people, and the whole month of some of them is not in this file: an average would tell about it. The file shows no figures of the team as a whole.',
    zh: "团队“{team}”共 {heads} 人，其中有人整月的数据未全部列入此文件：平均值会透露未列入的数据，因此文件中不显示团队合计与平均。",
  },
  "share.moved-person": {
    en: "{person} was in another team for part of the month. What was earned there is not this reader's to see: the file shows no score and no pay of the whole month, only items of a plan that held in the reader's team alone.",
    zh: "{person} 当月有一段时间在其他团队，那段时间的数据不应让此阅读人看到：文件中不显示其整月得分和工资，只显示仅在此阅读人团队内执行的方案的考核项。",
  },
  "share.elsewhere": {
    en: "Part of this month was worked in another team. The score and pay of the whole month are not shown here; ask HR.",
    zh: "当月有一段时间在其他团队，整月的得分和工资不在此显示，请您询问人事。",
  },
  "share.hidden-correction": {
    en: "{person}: corrections are left out of this file, and gross pay with them. They concern {months}, when this reader was not the manager all the time, by Staff as it was then.",
    zh: "{person}：补差和含补差的应发合计不在此文件中显示。其中有 {months} 的补差，按当时的“员工”表，此阅读人并非其整月的主管。",
  },
  "share.correction-elsewhere": {
    en: "Figures of an earlier month under another manager are left out here: corrections, and gross pay with them. Ask HR.",
    zh: "其他主管管理过的更早月份有补差：补差和含补差的应发合计不在此显示，请您询问人事。",
  },
  "share.tab-edited": {
    en: "This tab does not show what was locked; the files hold what was locked. Choose Approve and lock month to see what differs and to write the tab again.",
    zh: "此表与锁定时不同；分享的文件以锁定时为准。请点“审批并锁定本月…”查看差异并重写此表。",
  },
  "share.no-address": {
    en: "{person} has no manager email on Staff, so nobody gets this scorecard. Fill in Manager email to share it.",
    zh: "{person} 在“员工”表中没有主管邮箱，其绩效不会分享给任何人。如需分享，请您填写“主管邮箱”。",
  },
  "share.bad-address": {
    en: 'Manager email of {person}: "{found}" is no email address, so nobody gets this scorecard. Type an address like name@example.com.',
    zh: "{person} 的主管邮箱“{found}”不是有效的邮箱地址，其绩效不会分享给任何人。请您填写类似 name@example.com 的地址。",
  },
  "share.one-address": {
    en: "{people} have one email address, {email}: none of them gets a file of their own, because each would read the other's pay. Give each person an address of their own on Staff.",
    zh: "{peopleZh}使用同一个邮箱 {email}，为避免互相看到工资，均不发送个人文件。请在“员工”中为每人填写各自的邮箱。",
  },
  "share.shared": { en: "Shared and read back.", zh: "已分享，并已回读核对。" },
  "share.unchanged": { en: "Nothing changed since it was shared.", zh: "自上次分享后没有变化。" },
  "share.revoked": {
    en: "Access taken back; the file is in your trash.",
    zh: "已收回访问权限，文件已移入您的回收站。",
  },
  "share.given-up": {
    en: "Given up: this file is out of reach, and is not looked after any more.",
    zh: "已放弃：此文件无法访问，不再跟踪。",
  },
  "share.stray": {
    en: "A file of this workbook that Shares does not list any more: access was taken back, and it is in your trash.",
    zh: "此文件属于本工作簿，但“分享”表中已无记录：已收回访问权限，并移入您的回收站。",
  },
  "share.made-by-other": {
    en: "This file was made by another person's account, and only that person can change it or take it back. Ask the person named in Made by on Shares to run Share with managers.",
    zh: "此文件由另一个账号创建，只有该账号能修改或收回。请您联系“分享”表中“创建人”一列的同事，由其运行“分享给主管”。",
  },
  "share.copied": {
    en: "This workbook is a copy; the files of the original stay as they are, and so does who may read them. Delete the rows of Shares in this copy, then share again: new files are made.",
    zh: "此工作簿是副本；原工作簿的文件及其访问权限保持不变。请您删除此副本“分享”表中的行后再分享，届时会创建新文件。",
  },
  "share.gone": {
    en: "Drive does not know this file for your account: it was deleted, or another person made it. If it was deleted, share again and let a new file be made; otherwise ask the person named in Made by on Shares.",
    zh: "云端硬盘在您的账号下找不到此文件：它已被删除，或由他人创建。如已删除，请您重新分享并选择新建文件；否则请联系“分享”表中的“创建人”。",
  },
  "share.in-trash": {
    en: "This file is in your trash. Restore it in Drive and share again, or let a new file be made.",
    zh: "此文件在您的回收站中。请您在云端硬盘中恢复后再分享，或选择新建文件。",
  },
  "share.several": {
    en: "Several files carry the mark of one share, so none was touched. Keep one of them in Drive, move the others to the trash and share again.",
    zh: "有多个文件带有同一分享标识，均未改动。请您在云端硬盘中保留一个，将其余移入回收站后再分享。",
  },
  "share.shared-drive": {
    en: "This file lies in a shared drive, whose members can all read it. Move it to My Drive and share again, or let a new file be made.",
    zh: "此文件位于共享云端硬盘，其成员都能查看。请您将其移到“我的云端硬盘”后再分享，或选择新建文件。",
  },
  "share.extra-access": {
    en: "Somebody besides you and the reader has access to this file, perhaps through its folder, so it was not changed. Remove them under Share in Drive, then share again.",
    zh: "除您和阅读人外还有他人能访问此文件（可能来自所在文件夹），因此未做改动。请您在云端硬盘的“共享”中移除后再分享。",
  },
  "share.leak": {
    en: "Nothing was sent: the file would have named somebody who is not in it, or an amount of pay. Look for names of people or tabs in items, plans and components, then share again.",
    zh: "未发送任何内容：文件中会出现不属于它的人名或工资金额。请您检查考核项、方案和薪酬项中是否含有人名或工作表名称，然后重新分享。",
  },
  "share.mismatch": {
    en: "The file read back was not what was written, so nobody can read it now. Share again; a new file is made.",
    zh: "回读的内容与写入的不一致，现已无人能查看此文件。请您重新分享，届时会创建新文件。",
  },
  "share.bad-reader": {
    en: "Google did not accept this address as a reader. Check it on Staff; an account outside your company may be blocked.",
    zh: "Google 未接受此邮箱作为阅读人。请您在“员工”表中核对；公司以外的账号可能被管理员禁止。",
  },
  "share.not-a-person": {
    en: "This address is a group or not what was asked for, so access was taken back. Type the address of one person on Staff.",
    zh: "此邮箱是群组或与所填不符，已收回访问权限。请您在“员工”表中填写个人邮箱。",
  },
  "share.not-revoked": {
    en: "Access could not be taken back. Open the file in Drive, remove the reader under Share, then share again.",
    zh: "未能收回访问权限。请您在云端硬盘中打开文件，在“共享”中移除阅读人后再分享。",
  },
  "share.refused": {
    en: "Your account may not do this with the file, or your company forbids it. Ask your administrator about sharing outside the company.",
    zh: "您的账号无权进行此操作，或公司策略禁止。请您向管理员询问对外共享的设置。",
  },
  "share.not-accepted": {
    en: "Google did not accept the request; nothing was changed. Share again; if it happens again, look whether the file still opens in Drive.",
    zh: "Google 未接受此请求，没有任何改动。请您重新分享；如再次出现，请您在云端硬盘中查看该文件能否打开。",
  },
  "share.rate": {
    en: "Google asks for a pause. Share again in a few minutes; it goes on where it stopped.",
    zh: "Google 要求稍候。请您几分钟后再分享，会从中断处继续。",
  },
  "share.sharing-limit": {
    en: "Your account has shared as much as Google allows for now. Share again tomorrow; it goes on where it stopped.",
    zh: "您的账号已达到 Google 目前允许的分享上限。请您明天再分享，会从中断处继续。",
  },
  "share.unknown": {
    en: "A service gave no clear answer, so it is not known what came of the last step. Share again: it looks first, and then goes on.",
    zh: "服务没有给出明确答复，最后一步是否完成尚不确定。请您重新分享：会先核对，再继续。",
  },
  "share.time": {
    en: "Stopped before Google's time limit. Share again; it goes on where it stopped.",
    zh: "已在 Google 的时间限制前停下。请您再次分享，会从中断处继续。",
  },
  "share.progress": { en: "{done} of {of} done.", zh: "已完成 {done}/{of}。" },
  "share.nobody": {
    en: "Nobody to share with: no person of {month} has a manager email on Staff. Fill in Manager email.",
    zh: "没有可分享的对象：{month} 的人员在“员工”表中都没有主管邮箱。请您填写“主管邮箱”。",
  },
  "share.changed": {
    en: "People, addresses or pay are not what the preview showed. Look at the preview again, then share.",
    zh: "人员、邮箱或工资选项与预览时不同。请您重新查看预览后再分享。",
  },
  "share.locked": {
    en: "Another run has this workbook now. Try again shortly.",
    zh: "另一项操作正在使用此工作簿，请您稍后再试。",
  },
};
