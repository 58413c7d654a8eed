import type { Messages } from "../message";

/** The life of a month: states, locked months, late data, corrections. */
export const LIFE_MESSAGES: Messages = {
  "life.locked": {
    en: "{month} is locked: {by} approved it on {at}, and its pay does not change. To change it, reopen it with a reason (Approve and lock month); late data needs no reopening, the next month pays the difference.",
    zh: "{month} 已锁定（{by}，{at}），工资不再变动。如需更改，请在“审批并锁定本月…”中填写原因后解除锁定；迟到的数据无需解除锁定，差额会计入下月。",
  },
  "life.not-generated": {
    en: "{month} has no payroll yet. Choose Generate monthly payroll first.",
    zh: "{month} 还没有生成工资。请先点“生成月度工资”。",
  },
  "life.nobody": {
    en: "Nobody is listed in {month}, so there is nothing to check or approve. Fill in Staff (Hired, Left and From decide who is listed), then choose Generate monthly payroll.",
    zh: "{month} 没有任何人员，无可核对或审批。请填写“员工”表（入职日期、离职日期和生效日期决定名单），再点“生成月度工资”。",
  },
  "life.all-held": {
    en: "Everybody in {month} is held, so there is no pay to check or approve. Checks says why each one is held; mend that, then choose Generate monthly payroll.",
    zh: "{month} 的全部人员均为暂缓，没有可核对或审批的工资。原因见“检查”；请先改正，再点“生成月度工资”。",
  },
  "life.runs-lost": {
    en: "{month} stays locked: {tab} holds what was approved ({run}), but Runs has no row of its approval. Restore Runs from the version history. If that cannot be done, reopen {month} with a reason (Approve and lock month); Runs then records it.[[ {month} was marked as paid ({paidAt}): do not send it again.]][[ Whether {unknown} was paid is to be looked up at your bank.]]",
    zh: "{month} 仍为锁定：“{tabZh}”中有已审批的内容（{run}），但“运行记录”缺少其审批行。请从版本记录恢复“运行记录”；如无法恢复，请在“审批并锁定本月…”中填写原因后解除锁定，“运行记录”会记下这一步。[[{month} 已标记为已发放（{paidAt}），请勿重复发放。]][[{unknown} 是否已发放，请与银行代发清单核对。]]",
  },
  "life.not-checked": {
    en: "{month} is not checked yet. Look through Checks and Payroll, then mark it as checked.",
    zh: "{month} 尚未核对。请先查看“检查”和“工资”，再标记为已核对。",
  },
  "life.not-approved": {
    en: "{month} is not approved yet. Approve it before you mark it as paid.",
    zh: "{month} 尚未审批。请先审批并锁定，再标记为已发放。",
  },
  "life.already-paid": {
    en: "{month} is marked as paid already ({by}, {at}).",
    zh: "{month} 已标记为已发放（{by}，{at}）。",
  },
  "life.payment-lost": {
    en: "{month} was paid already: Snapshots holds that it was marked as paid[[ ({at})]][[ by {by}]][[, {total} in all]], but Runs has no row of it (cleared, or cut off while it was written). Do not send it again. Restore Runs from the version history; {month} stays paid either way. To change it, reopen it with a reason (Approve and lock month).",
    zh: "{month} 已发放过：“存档”记有其发放记录[[（{at}）]][[，经办人 {by}]][[，合计 {total}]]，但“运行记录”缺少该行（被清除，或写入时中断）。请勿重复发放。请从版本记录恢复“运行记录”；无论是否恢复，{month} 仍为已发放。如需更改，请在“审批并锁定本月…”中填写原因后解除锁定。",
  },
  "life.not-locked": {
    en: "{month} is not locked, so there is nothing to reopen.",
    zh: "{month} 未锁定，无需解除锁定。",
  },
  "life.no-reason": {
    en: "Say why {month} is reopened. The reason is recorded in Runs.",
    zh: "请填写解除 {month} 锁定的原因，原因会记入“运行记录”。",
  },
  "life.same-person": {
    en: "{by} checked {month}, and somebody else has to approve it (Settings: second_person).",
    zh: "{month} 由 {by} 核对，须由另一人审批（设置：双人复核）。",
  },
  "life.person-unknown": {
    en: "Your account does not tell your e-mail address, so a second person cannot be told from the first. Set second_person to no in Settings, or use accounts of one organisation.",
    zh: "您的账号未提供邮箱，无法区分核对人与审批人。请在“设置”中将双人复核改为 no，或使用同一组织的账号。",
  },
  "life.changed-since": {
    en: "{month} comes out otherwise than when its payroll was generated.[[ Changed since: {tabs}.]][[ No tab of {elsewhere} has changed: what differs comes from the months before it (History, or one that was approved, reopened or corrected since).]] Generate it again, look through it, then go on.",
    zh: "{month} 现在的计算结果与生成工资时不同。[[此后有变动：{tabs}。]][[{elsewhere} 的各表没有变动，差异来自之前的月份（历史，或此后被审批、解除锁定或更正的月份）。]]请重新生成并查看后再继续。",
  },
  "life.overtaken": {
    en: "Somebody else has just done something with this month. Look at Runs, then try again.",
    zh: "刚刚有其他人操作了该月。请查看“运行记录”后再试。",
  },
  "review.no-quarter": {
    en: "No month at the end of a quarter has been generated yet. Type the quarter, for example 2026-Q4.",
    zh: "尚未生成任何季度末月份。请填写季度，例如 2026-Q4。",
  },
  "review.bad-quarter": {
    en: '"{found}" is no quarter. Type for example 2026-Q4.',
    zh: "“{found}”不是季度。请填写如 2026-Q4。",
  },
  "review.nobody": {
    en: "Nobody has a grade to review for {quarter}. Fill in Grade on Staff with grades of the Grades tab, and give the metric of Settings: grade_metric a target; Checks says what is wrong.",
    zh: "{quarter} 没有可评定等级的人员。请在“员工”表填写“等级”（须为“等级”表中的等级），并为设置中的等级达标指标设定目标；原因见“检查”。",
  },
  "review.no-column": {
    en: "{tab} has no column From or no column Grade, so a new grade cannot begin on a day. Add the header to its first row, then choose Quarterly grade review again.",
    zh: "“{tab}”缺少“生效日期”或“等级”列，无法按日期启用新等级。请在表头补上该列，再点“季度定级”。",
  },
  "question-open": {
    en: "{person} asks about {line}: {question} Answer it on this tab; where pay changes, add a row to Adjustments.[[ Asked by {by}.]]",
    zh: "{person} 对“{line}”有疑问：{question} 请在本表填写答复；如需改动工资，请在“调整”表添加一行。[[提问人：{by}。]]",
  },
  "question.no-line": {
    en: "Select a score or an amount of one person first; then ask about it.",
    zh: "请先选择某位员工的一个得分或金额，再提出疑问。",
  },
  "question.blank": { en: "Type the question first.", zh: "请先填写疑问内容。" },
  "runs-lost": {
    en: "{month} stays locked: {tab} holds what was approved ({run}), but Runs has no row of its approval. Restore Runs from the version history, or reopen {month} with a reason (Approve and lock month).",
    zh: "{month} 仍为锁定：“{tabZh}”中有已审批的内容（{run}），但“运行记录”缺少其审批行。请从版本记录恢复“运行记录”，或在“审批并锁定本月…”中填写原因后解除锁定。",
  },
  "payment-lost": {
    en: "{month} was paid already: Snapshots holds that it was marked as paid[[ ({at})]][[ by {by}]][[, {total} in all]], but Runs has no row of it (cleared, or cut off while it was written). Do not send it again. Restore Runs from the version history.",
    zh: "{month} 已发放过：“存档”记有其发放记录[[（{at}）]][[，经办人 {by}]][[，合计 {total}]]，但“运行记录”缺少该行（被清除，或写入时中断）。请勿重复发放，并从版本记录恢复“运行记录”。",
  },
  "month-paid-before": {
    en: "{month} was paid already: it was marked as paid ({at})[[ by {by}]] before it was reopened, {sent} was sent, it comes to {now} now. Send no one the whole again; where somebody's pay differs, a line of its own says what is to be settled by hand.",
    zh: "{month} 已发放过：解除锁定前已标记为已发放（{at}）[[，经办人 {by}]]，当时共发 {sent}，现为 {now}。请勿重复发放全额；如有人的工资不同，另有一行说明须另行处理的差额。",
  },
  "held-since-locked": {
    en: "{person} was held when {month} was locked and has not been paid for it since.[[ Held then because: {why}]] If pasted data are wrong, paste them mended: the next month pays. If rules are wrong, mend them and reopen {month} with a reason (Approve and lock month): a locked month keeps its rules.",
    zh: "{person} 在 {month} 锁定时为暂缓，至今未发放该月工资。[[当时的原因：{whyZh}]]如为粘贴的数据有误，请粘贴改正后的数据，由下月发放；如为规则有误，请改正规则，并在“审批并锁定本月…”中填写原因解除 {month} 的锁定（锁定的月份沿用当时的规则）。",
  },
  "month-open-again": {
    en: "{month} is open again (reopened {at}[[ by {by}]]: {reason}) and not approved, so {run} leaves out every correction of {month}.[[ It was marked as paid before ({paidAt}): send no one the whole again.]] Generate, check and approve {month} first, then generate {run} again.",
    zh: "{month} 已解除锁定（{at}[[，{by}]]：{reason}）且尚未重新审批，因此 {run} 未计入对 {month} 的任何更正。[[该月此前已标记为已发放（{paidAt}），请勿重复发放全额。]]请先重新生成、核对并审批 {month}，再重新生成 {run}。",
  },
  "locked-tab-edited": {
    en: '[[{what}: ]]"{found}" stands here, but {month} was locked with "{locked}".[[ {n} more cells of this tab differ too: {more}.]] Only this tab shows it: what is computed and shared goes by what was locked. To write the tabs of {month} again as they were locked, choose Approve and lock month, then {month}, then Yes. If what stands here is right, reopen {month} with a reason, or pay the difference with a row on Adjustments.',
    zh: "[[{what}：]]此处现为“{found}”，而 {month} 锁定时为“{locked}”。[[本表另有 {n} 个单元格不同：{more}。]]仅本表如此：计算和分享均以锁定时为准。如需按锁定时的内容重写 {month} 的各表，请点“审批并锁定本月…”，选择 {month}，再选“是”。如此处的数才对，请填写原因解除 {month} 的锁定，或在“调整”表添加一行补足差额。",
  },
  "snapshot-lost": {
    en: "The stored copy of {month} on Snapshots is missing or damaged, so late data of that month is not looked for. Restore the tab from the version history.",
    zh: "“存档”中 {month} 的记录缺失或损坏，无法检查该月的迟到数据。请从版本记录恢复该工作表。",
  },
  "late-data-tab-gone": {
    en: "{month} was paid from {tab}, which is empty or gone, so late data of that month is not looked for. Paste the tab again to have it looked for.",
    zh: "{month} 的工资依据 {tab}，该表已清空或删除，因此未检查该月的迟到数据。如需检查，请重新粘贴该表。",
  },
  "late-data-behind": {
    en: "{tab} holds rows of {month}: {rows}[[ ({before} when they were last looked at)]]. By them pay of {month} comes out otherwise: {amount} in all, people: {people}.[[ Changed too: {others}.]] {month} is locked and further back than late data are looked for (Settings: late_months is {n}), so nothing of it is paid or taken back. To settle it with {run}, set late_months to {needed} and generate again; or type a row for {run} on Adjustments.",
    zh: "“{tab}”现有 {month} 的数据 {rows} 行[[（上次检查时 {before} 行）]]，据此 {month} 有 {people} 人的工资不同，合计 {amount}。[[另有变动：{others}。]]{month} 已锁定，且早于迟到数据的检查范围（设置：迟到数据月数为 {n}），因此不补发也不追回。如需随 {run} 结清，请将该设置改为 {needed} 后重新生成，或在“调整”表为 {run} 添加一行。",
  },
  "late-data-behind-same": {
    en: "{tab} holds rows of {month}: {rows}[[ ({before} when they were last looked at)]]. {month} is locked and further back than late data are looked for (Settings: late_months is {n}); nobody's pay for it comes out otherwise, so there is nothing to settle.",
    zh: "“{tab}”现有 {month} 的数据 {rows} 行[[（上次检查时 {before} 行）]]。{month} 已锁定，且早于迟到数据的检查范围（设置：迟到数据月数为 {n}）；各人工资均不受影响，无需处理。",
  },
  "late-data-unlooked": {
    en: "{tab} changed since {months} was locked. That is further back than late data are looked for (Settings: late_months is {n}), so nothing of it is paid or taken back. To have it looked for, raise late_months and generate again; or type a row for {run} on Adjustments.",
    zh: "“{tab}”在 {months} 锁定后有变动。该月早于迟到数据的检查范围（设置：迟到数据月数为 {n}），因此不补发也不追回。如需检查，请调大该设置后重新生成；或在“调整”表为 {run} 添加一行。",
  },
  "late-data-unreadable": {
    en: "The data of {month} changed, and {person} cannot be computed from it any more; nothing is paid to or taken back from {person} until it is mended.[[ What is wrong: {why}]]",
    zh: "{month} 的数据有变动，{person} 无法据此重新计算；在改正之前，不向其补发也不追回。[[原因：{whyZh}]]",
  },
  "adjustment-for-locked": {
    en: "{person}: {amount} as {component} is typed for {month}, which is locked, so it is paid to nobody. To pay it with {open}, type {open} as the month and say in Reason that it is for {month}. To change {month} itself, reopen it with a reason (Approve and lock month).",
    zh: "{person} 的{component} {amount} 填在 {month}，该月已锁定，因此未计入任何人的工资。如随 {open} 发放，请将月份改为 {open}，并在“原因”中注明属于 {month}；如需更改 {month} 本身，请在“审批并锁定本月…”中填写原因后解除锁定。",
  },
  "adjustment-gone-from-locked": {
    en: "{person}: {amount} as {component} was paid with {month}, which is locked, and its row is not here any more. The pay of {month} did not move. Type the row again as it was; to take it back, type the opposite amount for {open}.",
    zh: "{person} 的{component} {amount} 已随 {month} 发放，该月已锁定，但本表已没有这一行。{month} 的工资不受影响。请按原样补回该行；如需追回，请为 {open} 填写相反金额。",
  },
  "correction-for-nobody": {
    en: 'Payroll {month}, {component} of {person}: {was} was paid, {now} is right now, so {open} is still open. {person} is not in {run}, so no line settles it. Settle it by hand, then type a row on Adjustments: {month}, {person}, {component}, {open}, and a Reason that begins with "Settled:", or with "Waived:" where nothing is taken back. Where {person} is paid in {run} after all, mend Left or the row on Staff.',
    zh: "“工资 {month}”中 {person} 的{componentZh}：已发 {was}，现应为 {now}，尚有 {open} 未结清。{person} 不在 {run} 的名单中，因此没有任何一行可以结清。请另行处理，然后在“调整”表添加一行：{month}、{person}、{componentZh}、{open}，“原因”以“已结清：”开头（不再追回的以“免追回：”开头）。如 {run} 仍应发放工资，请更正“员工”表中的离职日期或该员工的行。",
  },
  "correction-carried": {
    en: '{person}: of {open} to be taken back of {component} for {month}, {posted} is taken back now and {carried} waits for a later month (Settings: recovery_limit). To waive it, type a row on Adjustments: {month}, {person}, {component}, {carried}, and a Reason that begins with "Waived:".',
    zh: "{person}：{month} 的{componentZh}应追回 {open}，本月追回 {posted}，其余 {carried} 结转以后月份（设置：追回上限）。如不再追回，请在“调整”表添加一行：{month}、{person}、{componentZh}、{carried}，“原因”以“免追回：”开头。",
  },
  "correction-settled": {
    en: "{person}: {amount} of the correction of {component} for {month} is settled by hand ({reason}[[, {by}]][[, {on}]]), so no month pays it or takes it back; still open: {open}. It is stored with the next month that is locked. To open it again, delete this row.",
    zh: "{person}：{month} 的{componentZh}更正中，{amount} 已另行结清（{reason}[[，{by}]][[，{on}]]），系统不再补发或追回；尚未结清：{open}。锁定下一个月份时一并存档。如需恢复，请删除本行。",
  },
  "correction-waived": {
    en: "{person}: {amount} of the correction of {component} for {month} is waived ({reason}[[, {by}]][[, {on}]]), so no month takes it back; still open: {open}. It is stored with the next month that is locked. To open it again, delete this row.",
    zh: "{person}：{month} 的{componentZh}更正中，{amount} 不再追回（{reason}[[，{by}]][[，{on}]]）；尚未结清：{open}。锁定下一个月份时一并存档。如需恢复，请删除本行。",
  },
  "settled-beyond-open": {
    en: "{person}: this row settles {amount} of the correction of {component} for {month}, of which only {counted} counts: a row settles what is open, with its sign, and a waiver what is to be taken back. The rest is paid to nobody and taken from nobody. Still open: {open}. Mend person, component, amount or sign.",
    zh: "{person}：本行结清 {month} 的{componentZh}更正 {amount}，其中仅 {counted} 有效：金额不得超过未结清的部分，正负号须相同；“免追回”只用于应追回的金额。其余部分不会补发，也不会追回。尚未结清：{open}。请更正员工、薪酬项、金额或正负号。",
  },
  "settlement-gone": {
    en: "{person}: the row that settled {amount} of the correction of {component} for {month} ({reason}) is not on Adjustments any more, so that it is open again. If it stays settled, type the row again as it was.",
    zh: "{person}：结清 {month} 的{componentZh}更正 {amount} 的那一行（{reason}）已不在“调整”表中，该更正恢复为未结清。如仍为已结清，请按原样补回该行。",
  },
  "settlement-in-open-month": {
    en: "{month} is open again, and this row says that {amount} of {component} was settled or waived after it was locked. As an adjustment of {month} it would be paid or taken once more, so {person} is held. Delete the row; if it is an adjustment after all, begin its Reason otherwise.",
    zh: "{month} 已解除锁定，而本行说明 {component} {amount} 是锁定后已结清或免追回的更正。若作为 {month} 的调整会重复发放或追回，因此暂缓发放 {person} 的工资。请删除本行；如确为调整，请改写“原因”的开头。",
  },
  "paid-before-more": {
    en: "{person}: {sent} was sent when {month} was marked as paid ({at}), before it was reopened; it comes to {now} now. Send {difference} more by hand; no later month pays it.",
    zh: "{person}：{month} 解除锁定前已标记为已发放（{at}），当时已发 {sent}，现为 {now}。请另行补发 {difference}，以后月份不会再发。",
  },
  "paid-before-less": {
    en: "{person}: {sent} was sent when {month} was marked as paid ({at}), before it was reopened; it comes to {now} now. Take back {difference} by hand; no later month takes it back.",
    zh: "{person}：{month} 解除锁定前已标记为已发放（{at}），当时已发 {sent}，现为 {now}。请另行追回 {difference}，以后月份不会再追回。",
  },
  "paid-before-held": {
    en: "{person}: {sent} was sent when {month} was marked as paid ({at}), before it was reopened, and {person} is held now. Mend what holds {person} before {month} is approved; approved as it is, {sent} counts as not paid and has to be taken back by hand.",
    zh: "{person}：{month} 解除锁定前已标记为已发放（{at}），当时已发 {sent}，现为暂缓。请在审批前解决暂缓原因；如按现状审批，这 {sent} 视为未发放，须另行追回。",
  },
  "paid-before-unknown": {
    en: "{month} was marked as paid ({at}) before it was reopened: {sent} in all, {now} now. What each person was sent is not known, because its stored copy on Snapshots is missing or damaged. Restore the tab from the version history, or compare with your bank's list before you send anything.",
    zh: "{month} 解除锁定前已标记为已发放（{at}），当时合计 {sent}，现为 {now}。“存档”中的记录缺失或损坏，无法得知每人已发多少。请从版本记录恢复该工作表，或在发放前与银行代发清单核对。",
  },
  "rules-edited-since-locked": {
    en: "{tabs} changed since {month} was locked. The pay of {month} did not move; it keeps its own rules.",
    zh: "{month} 锁定后，{tabs} 有改动。{month} 的工资不受影响，仍按当时的规则。",
  },
};
