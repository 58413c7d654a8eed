import { sayingOf, type WordTable } from "./template";

/** The words of the dialogs in which a month is checked, approved, paid and reopened. */
const WORDS = {
  summary: [
    "{month}: {state}[[ ({by}, {at})]].\n{people} people, {held} held, total {total}.",
    "{month}：{state}[[（{by}，{at}）]]。\n共 {people} 人，暂缓 {held} 人，合计 {total}。",
  ],
  heldNote: [
    "Who is held is not paid with this month. Held by pasted data: paste the mended data, and the next month pays the difference. Held by rules (Staff, Targets, Grades and so on): a locked month keeps its rules, so mend them before you approve; afterwards only reopening the month pays.",
    "暂缓人员不随本月发放。因粘贴的数据而暂缓：重新粘贴改正后的数据，差额会计入下月。因规则（员工、目标、等级等）而暂缓：锁定后沿用当时的规则，请在审批前改正；锁定后须解除该月锁定才能发放。",
  ],
  openQuestions: ["Open questions: {n}", "未答复的疑问：{n} 条"],
  openQuestion: ["· {person}, {line}: {question}", "· {person}，{line}：{question}"],
  paidBefore: [
    "{month} was paid already before it was reopened ({at}[[, {by}]]): {sent} was sent, it comes to {now} now, {difference} in all. Send no one the whole again.[[ To be sent by hand now: {more}.]][[ To be taken back by hand now: {less}.]][[ Later months posted {posted} for {month}; lines of their own settle that.]]",
    "{month} 解除锁定前已发放过（{at}[[，{by}]]）：当时共发 {sent}，现为 {now}，合计差额 {difference}。请勿重复发放全额。[[现需另行补发：{more}。]][[现需另行追回：{less}。]][[以后月份已为 {month} 计入 {posted}，由其自身的行结清。]]",
  ],
  paidBeforeLine: [
    "· {person}: {sent} sent, {now} now, {difference}",
    "· {person}：已发 {sent}，现为 {now}，差额 {difference}",
  ],
  paidBeforeMore: ["· and {n} more, see Checks", "· 另有 {n} 人，见“检查”"],
  paidBeforeUnknown: [
    "What each person was sent is not known: the stored copy on Snapshots is missing or damaged.",
    "“存档”中的记录缺失或损坏，无法得知每人已发多少。",
  ],
  paidAgain: [
    "{sent} was sent before ({at}), {now} now: {difference} by hand",
    "此前已发 {sent}（{at}），现为 {now}，差额 {difference} 另行处理",
  ],
  askCheck: ["Mark it as checked? Choose No to go on working.", "标记为已核对？如需继续修改请选“否”。"],
  askGenerate: [
    "Generate {month} again now? Choose No to leave it as it is.",
    "现在重新生成 {month}？如暂不处理请选“否”。",
  ],
  generatedAgain: [
    "{month} is generated again. Look through Checks and Payroll, then choose Approve and lock month.",
    "{month} 已重新生成。请查看“检查”和“工资”，再点“审批并锁定本月…”。",
  ],
  askApprove: [
    "Approve and lock it? Its pay will not change any more, whatever is edited later.",
    "审批并锁定？之后无论怎样修改，本月工资都不再变动。",
  ],
  askPay: [
    "Mark it as paid? Choose No to leave it approved or to reopen it.",
    "标记为已发放？如需保持已审批或解除锁定，请选“否”。",
  ],
  reopenPaid: [
    "{month} was marked as paid ({at}[[, {by}]]): {total} counts as sent, and reopening takes nothing back. What comes out differently afterwards is settled by hand: Checks of {month} and the next approval name it person by person.",
    "{month} 已标记为已发放（{at}[[，{by}]]）：{total} 视为已发，解除锁定不会追回。之后如有差额，须另行补发或追回：{month} 的“检查”和再次审批时会逐人列出。",
  ],
  askReopen: [
    "To reopen {month}, type the reason; it is recorded in Runs. Cancel leaves the month locked.",
    "如需解除 {month} 的锁定，请填写原因（会记入“运行记录”）。取消则保持锁定。",
  ],
  askMonth: [
    "Which month? For example 2026-10.[[ Blank: {month}]]",
    "哪个月份？例如 2026-10。[[留空：{month}]]",
  ],
  edited: [
    "{month} is locked, but its tabs do not show what was locked:",
    "{month} 已锁定，但其工作表与锁定时不同：",
  ],
  editedLine: [
    '· {tab}!{cell}[[ ({what})]]: "{found}", locked with "{locked}"[[, and {n} more]]',
    "· {tab}!{cell}[[（{what}）]]：现为“{found}”，锁定时为“{locked}”[[，另有 {n} 处]]",
  ],
  askRestore: [
    "Write the tabs of {month} again as they were locked? HR's own columns stay. Choose No to leave them for now; marking the month as paid or reopening it writes them again, too.",
    "按锁定时的内容重写 {month} 的各表？人事自填的列保持不变。如暂不处理请选“否”；标记为已发放或解除锁定时也会重写。",
  ],
  restored: ["The tabs of {month} show again what was locked.", "{month} 的各表已恢复为锁定时的内容。"],
  done: ["{month} is now: {state}.", "{month} 现为：{state}。"],
  reopened: [
    "{month} is open again. Generate it again when it is mended.",
    "{month} 已解除锁定，修改后请重新生成。",
  ],
} as const satisfies WordTable;

/** The name of a template of these dialogs. */
export type LifeWord = keyof typeof WORDS;

/** A sentence of the dialogs with its placeholders filled. */
export const lifeWord = sayingOf(WORDS);
