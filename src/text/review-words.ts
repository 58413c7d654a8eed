import { sayingOf, type WordTable } from "./template";

/** The words of the tab on which a quarter's grades are reviewed, and of its dialogs. */
const WORDS = {
  stateLine: [
    "{quarter} · {months} · new grades begin on {from}",
    "{quarter} · {months} · 新等级自 {from} 起生效",
  ],
  provisional: [
    "⚠ Provisional: not locked yet: {months}. Approve and lock, then choose Quarterly grade review again.",
    "⚠ 暂定：{months} 尚未锁定。请先审批并锁定，再点“季度定级”。",
  ],
  lost: [
    "⚠ {months} cannot be judged: the month is locked, but History has no rows of it and its stored copy on Snapshots is missing or damaged. Restore these tabs from the version history, then choose Quarterly grade review again.",
    "⚠ {months} 无法评定：该月已锁定，但“历史”中没有该月的记录，“存档”中的记录也缺失或损坏。请从版本记录恢复这些工作表，再点“季度定级”。",
  ],
  settled: ["✓ All three months are closed.", "✓ 三个月均已锁定或已记入历史。"],
  how: [
    "HR decides: type yes under Accept, then choose Quarterly grade review again. It asks, then adds the rows to Staff. Review, final review and pending are flags: Accept does nothing for them, and nobody is dismissed here.",
    "由HR决定：在“采纳”列填“是”，再点一次“季度定级”，确认后会在“员工”表添加相应的行。人工评议、最终评议和待定只是提示，填“采纳”不起作用；本表不会辞退任何人。",
  ],
  ungraded: [
    "Not reviewed, no grade of the Grades tab on Staff: {people}",
    "未评定（“员工”表中没有“等级”表内的等级）：{people}",
  ],
  person: ["Person", "姓名"],
  team: ["Team", "团队"],
  grade: ["Grade", "等级"],
  partMonth: [
    "{days} of {of} days employed, target is for the whole month",
    "在职 {days}/{of} 天，目标为整月目标",
  ],
  lookFirst: ["⚑ HR, before accepting: {months}. Look at it first.", "⚑ 采纳前请HR先核实：{months}。"],
  met: ["Met", "达标月数"],
  outcome: ["Outcome", "结果"],
  nextGrade: ["New grade", "新等级"],
  nextPay: ["New base pay", "新底薪"],
  from: ["From", "生效日期"],
  letter: ["For HR", "说明"],
  accept: ["Accept", "采纳"],
  done: ["Done", "已执行"],
  metOf: ["{met} of {counted}", "{met} / {counted}"],
  "outcome.promote": ["Promote", "升级"],
  "outcome.hold": ["Hold", "保持"],
  "outcome.demote": ["Demote", "降级"],
  "outcome.review": ["⚑ Review", "⚑ 人工评议"],
  "outcome.pending": ["⚑ Pending", "⚑ 待定"],
  "outcome.top": ["Top grade", "最高等级"],
  "outcome.final-review": ["⚑ Final review", "⚑ 最终评议"],
  "letter.promote": [
    "{person}: you met {met} of {counted} months of {quarter}. From {from} your grade goes up from {grade} to {next}[[, base pay {pay}]].",
    "{person}：您在 {quarter} 计入的 {counted} 个月中有 {met} 个月达标。自 {from} 起，等级由 {grade} 升为 {next}[[，底薪 {pay}]]。",
  ],
  "letter.demote": [
    "{person}: you met {met} of {counted} months of {quarter}. From {from} your grade goes from {grade} to {next}[[, base pay {pay}]]. The next quarter is a new chance.",
    "{person}：您在 {quarter} 计入的 {counted} 个月中有 {met} 个月达标。自 {from} 起，等级由 {grade} 调整为 {next}[[，底薪 {pay}]]。下一季度可重新争取。",
  ],
  "letter.hold": [
    "{person}: you met {met} of {counted} months of {quarter}. Your grade {grade} stays.",
    "{person}：您在 {quarter} 计入的 {counted} 个月中有 {met} 个月达标，等级 {grade} 不变。",
  ],
  "letter.top": [
    "{person}: you met {met} of {counted} months of {quarter} and stay on {grade}, the highest grade.",
    "{person}：您在 {quarter} 计入的 {counted} 个月中有 {met} 个月达标，继续保持最高等级 {grade}。",
  ],
  "letter.pending": [
    "{person}: {counted} of 3 months of {quarter} count so far. Your grade {grade} stays until the quarter can be judged.",
    "{person}：{quarter} 的 3 个月中目前只有 {counted} 个月计入，暂无法评定，等级 {grade} 不变。",
  ],
  "letter.review": [
    "Not for sending. {person} met {met} of {counted} months of {quarter}. Talk first: training, another post, another quarter. The decision is HR's.",
    "请勿直接发送。{person} 在 {quarter} 计入的 {counted} 个月中有 {met} 个月达标。请先面谈：培训、调岗或再观察一个季度，由HR决定。",
  ],
  "letter.final-review": [
    "Not for sending. {person} met {met} of {counted} months of {quarter} on the lowest grade {grade}, which stays. Talk first: training, another post. The decision is HR's.",
    "请勿直接发送。{person} 已是最低等级 {grade}，在 {quarter} 计入的 {counted} 个月中有 {met} 个月达标，等级不变。请先面谈：培训或调岗，由HR决定。",
  ],
  yes: ["yes", "是"],
  no: ["no", "否"],
  "done.done": ["✓ Staff row {row}", "✓ “员工”表第 {row} 行"],
  "done.other": [
    "Staff row {row} begins on that day already, with grade {grade}: left alone",
    "“员工”表第 {row} 行同日起生效，等级为 {grade}，保持原样",
  ],
  "done.flag": ["A flag: nothing is done here", "仅为提示，不执行任何操作"],
  "done.stays": ["The grade stays: nothing to do", "等级不变，无需操作"],
  "done.left": ["Has left by then", "届时已离职"],
  "done.changed": [
    "Staff says grade {grade} by now: choose Quarterly grade review again after mending it",
    "“员工”表中的等级现为 {grade}，请核对后重新评定",
  ],
  "done.unreadable": [
    "The row on Staff or on Grades cannot be read: see Checks",
    "“员工”或“等级”表中的行无法读取，请看“检查”",
  ],
  "done.unclear": ['"{found}" is neither yes nor no', "“{found}”既不是“是”也不是“否”"],
  ownPay: ["base pay {pay} is the person's own and stays", "底薪 {pay} 为个人约定，保持不变"],
  askQuarter: [
    "Which quarter? For example 2026-Q4. Blank: {quarter}",
    "哪个季度？例如 2026-Q4。留空：{quarter}",
  ],
  askQuarterBare: ["Which quarter? For example 2026-Q4", "哪个季度？例如 2026-Q4"],
  askAccept: [
    "Add these rows to Staff? Each holds from {from}; no other row is changed.\n\n{list}",
    "是否在“员工”表添加以下行？均自 {from} 起生效，其他行不变。\n\n{list}",
  ],
  listed: [
    "{person}: {grade} → {next}[[, base pay {pay}]][[ ({note})]]",
    "{person}：{grade} → {next}[[，底薪 {pay}]][[（{note}）]]",
  ],
  stillOpen: ["These may still change: not locked yet: {months}.", "结果仍可能变化：{months} 尚未锁定。"],
  moreMoves: ["… and {n} more", "……另有 {n} 人"],
  written: [
    "{tab}: {people} people, {moves} moves to decide on.",
    "{tab}：共 {people} 人，待决定 {moves} 人。",
  ],
  added: ["Rows added to Staff: {n}, from {from}.", "已在“员工”表添加 {n} 行，自 {from} 起生效。"],
  nothingAdded: ["Nothing was added to Staff.", "“员工”表未添加任何行。"],
  dropped: [
    "Accept was filled in for people who are not listed any more: {people}.",
    "以下人员填写过“采纳”，但已不在名单中：{people}。",
  ],
} as const satisfies WordTable;

/** The name of a text of the grade review. */
export type ReviewWord = keyof typeof WORDS;

/** A text of the grade review with its placeholders filled. */
export const reviewWord = sayingOf(WORDS);

/** A text in every language, for finding what an earlier run wrote. */
export function reviewVariants(key: ReviewWord): readonly string[] {
  return WORDS[key];
}

const YES: ReadonlySet<string> = new Set(["yes", "y", "true", "是", "采纳", "✓"]);
const NO: ReadonlySet<string> = new Set(["", "no", "n", "false", "否", "不采纳"]);

/** What somebody typed under Accept, in either language; `unclear` for anything but yes and no. */
export function readAccept(typed: string): "yes" | "no" | "unclear" {
  const word = typed.normalize("NFKC").trim().toLowerCase();
  if (YES.has(word)) return "yes";
  return NO.has(word) ? "no" : "unclear";
}
