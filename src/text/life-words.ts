import { sayingOf, type WordTable } from "./template";

/** The words of the dialogs in which a month is checked, approved, paid and reopened. */
const WORDS = {
  summary: [
    "{month}: {state}[[ ({by}, {at})]].\n{people} people, {held} held, total {total}.",
    "{month}：{state}[[（{by}，{at}）]]。\n共 {people} 人，暂缓 {held} 人，合计 {total}。",
  ],
  heldNote: [
    "Who is held is not paid with this month; once mended, the next month pays the difference.",
    "暂缓人员不随本月发放；问题解决后，差额会计入下月。",
  ],
  openQuestions: ["Open questions: {n}", "未答复的疑问：{n} 条"],
  openQuestion: ["· {person}, {line}: {question}", "· {person}，{line}：{question}"],
  askCheck: ["Mark it as checked? Choose No to go on working.", "标记为已核对？如需继续修改请选“否”。"],
  askApprove: [
    "Approve and lock it? Its pay will not change any more, whatever is edited later.",
    "审批并锁定？之后无论怎样修改，本月工资都不再变动。",
  ],
  askPay: [
    "Mark it as paid? Choose No to leave it approved or to reopen it.",
    "标记为已发放？如需保持已审批或解除锁定，请选“否”。",
  ],
  askReopen: [
    "To reopen {month}, type the reason; it is recorded in Runs. Cancel leaves the month locked.",
    "如需解除 {month} 的锁定，请填写原因（会记入“运行记录”）。取消则保持锁定。",
  ],
  askMonth: [
    "Which month? For example 2026-10.[[ Blank: {month}]]",
    "哪个月份？例如 2026-10。[[留空：{month}]]",
  ],
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
