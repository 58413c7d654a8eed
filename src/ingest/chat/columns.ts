import { type DateOrder, dateOrder } from "../../engine/cell";
import type { Grid, GridCell } from "../../engine/grid";
import { fieldKey } from "../header";
import { cellText, HEADER_ROWS, readHeaders, type Table } from "../table";
import { SIDE, type Side } from "./model";

/** What a column of a table of chats holds. */
export type ChatField =
  | "time"
  | "date"
  | "customer"
  | "agent"
  | "side"
  | "sender"
  | "receiver"
  | "text"
  | "kind"
  | "status";

/** Headers of each field, the most exact first; compared like those of exports. */
const HEADERS: Readonly<Record<ChatField, string>> = {
  time:
    "时间 发送时间 消息时间 聊天时间 对话时间 会话时间 回复时间 留言时间 日期时间 消息发送时间 开始时间 接待开始时间 会话开始时间 时间戳 " +
    "time sendtime senttime sentat timestamp datetime messagetime createdat starttime startedat",
  date: "日期 聊天日期 消息日期 发送日期 接待日期 会话日期 date senddate chatdate",
  customer:
    "买家 买家旺旺 买家昵称 买家会员名 买家旺旺昵称 买家id 买家账号 顾客 顾客昵称 客户 客户昵称 客户名称 客户id 客户账号 用户 用户昵称 用户id 访客 访客昵称 会员名 会员昵称 " +
    "customer customername customerid buyer buyername buyerid client visitor user username",
  agent:
    "客服 客服昵称 客服旺旺 客服旺旺昵称 客服账号 客服名称 客服姓名 客服nick 接待客服 旺旺昵称 旺旺 子账号 账号 坐席 员工 卖家旺旺 " +
    "agent agentname agentaccount staff employee operator seller serviceagent account",
  side: "方向 消息方向 收发 发送方类型 发送者类型 发送人类型 发送角色 角色 身份 发言方 消息来源 side direction role sendertype fromtype speaker speakertype",
  sender: "发送人 发送者 发送方 发言人 发信人 发件人 说话人 sender from sentby author",
  receiver: "接收人 接收者 接收方 收信人 收件人 receiver recipient to sentto",
  text: "内容 消息内容 聊天内容 对话内容 发送内容 留言内容 消息 聊天记录 文本 消息文本 content message messagetext messagecontent text body",
  kind: "类型 消息类型 内容类型 type messagetype contenttype",
  status: "状态 消息状态 发送状态 已读状态 status messagestatus readstatus",
};

/**
 * Headers that a list of contacts may have besides time, customer and agent (接待明细, DOMAIN B.1). A
 * table with any others lists something else: orders, deals, reviews.
 */
const CONTACT_HEADERS = new Set(
  (
    "结束时间 接待结束时间 会话结束时间 接待类型 接待发起 接待方式 会话id 会话编号 会话时长 接待时长 回合数 消息数 店铺 店铺名称 序号 编号 no id " +
    "endtime endedat duration rounds chatid sessionid shop store"
  )
    .split(" ")
    .map(fieldKey),
);
/** A tab of texts without a side is one of chats if its name or its header of texts says so. */
const CHAT_WORDS = /聊天|会话|会話|對話|对话|消息|讯息|訊息|chat|message|conversation/i;

const SIDE_WORDS: readonly (readonly [Side, string])[] = [
  [
    SIDE.customer,
    "买家 客户 顾客 用户 访客 买家消息 客户消息 收 接收 收到 接入 收到消息 customer buyer client visitor user in incoming inbound received",
  ],
  [
    SIDE.agent,
    "客服 卖家 商家 坐席 员工 人工 人工客服 客服消息 发 发送 发出 回复 agent seller staff operator out outgoing outbound sent reply",
  ],
  [
    SIDE.auto,
    "自动回复 自动 机器人 智能客服 系统自动回复 机器人回复 店小蜜 auto autoreply automatic bot robot chatbot",
  ],
  [SIDE.system, "系统 系统消息 系统提示 通知 提示 system notice notification"],
];

const FIELD_OF = new Map<string, readonly [field: ChatField, rank: number]>();
for (const [field, words] of Object.entries(HEADERS)) {
  words.split(" ").forEach((word, rank) => {
    if (!FIELD_OF.has(fieldKey(word))) FIELD_OF.set(fieldKey(word), [field as ChatField, rank]);
  });
}
const SIDE_OF = new Map<string, Side>(
  SIDE_WORDS.flatMap(([side, words]) => words.split(" ").map((word) => [fieldKey(word), side] as const)),
);

/** The side that a word means: 买家, agent, 自动回复; undefined for any other text. */
export function sideOfWord(text: string): Side | undefined {
  return SIDE_OF.get(fieldKey(text));
}

/** A table of chats: where each field stands. */
export interface ChatTable {
  readonly table: Table;
  /** Columns from 0 of the fields that are there. */
  readonly columns: Readonly<Partial<Record<ChatField, number>>>;
  /** `time` is a time of day beside a column of dates. */
  readonly order: DateOrder | undefined;
}

const SAMPLE_ROWS = 200;

/**
 * Recognises a table of chats: a row among the first ten with a time and with who wrote to whom:
 * customer and agent, or sender and receiver. Null for any other table.
 */
export function recogniseChatTable(grid: Grid, tabIndex: number): ChatTable | null {
  for (let headerRow = 0; headerRow < Math.min(HEADER_ROWS, grid.rows.length); headerRow++) {
    const headers = readHeaders(grid, headerRow);
    const found = columnsOf(headers.map(({ field }) => field));
    if (!found) continue;
    const table: Table = { grid, tabIndex, headers, headerRow, firstRow: headerRow + 1 };
    const columns = withSpeaker(found, table);
    if (!isChat(columns, table)) continue;
    return { table, columns, order: orderOf(table, columns.date ?? columns.time) };
  }
  return null;
}

type Columns = Partial<Record<ChatField, number>>;

/** The likeliest column of each field; null where there is no time at all. */
function columnsOf(fields: readonly string[]): Columns | null {
  const columns: Columns = {};
  const ranks: Partial<Record<ChatField, number>> = {};
  fields.forEach((key, column) => {
    const known = FIELD_OF.get(key);
    if (!known) return;
    const [field, rank] = known;
    const best = ranks[field];
    if (best !== undefined && best <= rank) return;
    columns[field] = column;
    ranks[field] = rank;
  });
  return columns.time === undefined && columns.date === undefined ? null : columns;
}

/** 发送方 may hold names or the words 买家 and 客服: the cells tell. */
function withSpeaker(columns: Columns, table: Table): Columns {
  const { sender, side } = columns;
  const column = sender ?? side;
  if (column === undefined || (sender !== undefined && side !== undefined)) return columns;
  let [words, names] = [0, 0];
  const last = Math.min(table.grid.rows.length, table.firstRow + SAMPLE_ROWS);
  for (let row = table.firstRow; row < last; row++) {
    const text = cellText(table.grid.rows[row]?.[column]).trim();
    if (text === "") continue;
    if (sideOfWord(text) === undefined) names++;
    else words++;
  }
  const { sender: _sender, side: _side, ...rest } = columns;
  return words >= names && words > 0 ? { ...rest, side: column } : { ...rest, sender: column };
}

/** Who spoke is told by a side or a sender; a list that tells neither must be of nothing but contacts. */
function isChat(columns: Columns, { grid, headers, firstRow }: Table): boolean {
  const has = (...names: ChatField[]) => names.every((name) => columns[name] !== undefined);
  if (has("sender", "receiver")) return true;
  if (has("sender") && (has("customer") || has("agent")) && has("text")) return true;
  if (!has("customer", "agent")) return false;
  if (has("side") || has("sender")) return true;
  if (columns.text !== undefined) return CHAT_WORDS.test(`${grid.name} ${headers[columns.text]?.text}`);
  const known = new Set(Object.values(columns));
  const isPlain = headers.every(
    ({ field }, column) => field === "" || known.has(column) || CONTACT_HEADERS.has(field),
  );
  return isPlain && hasTimesOfDay(grid, firstRow, columns);
}

/** Contacts have times; a column headed as dates must hold some. */
function hasTimesOfDay(grid: Grid, firstRow: number, { time, date }: Columns): boolean {
  if (time !== undefined) return true;
  return grid.rows.slice(firstRow, firstRow + SAMPLE_ROWS).some((row) => {
    const cell = row[date ?? 0];
    return typeof cell === "object" ? cell.serial % 1 !== 0 : /\d:\d\d/.test(String(cell));
  });
}

function orderOf({ grid, firstRow }: Table, column: number | undefined): DateOrder | undefined {
  if (column === undefined || typeof grid.rows[firstRow]?.[column] !== "string") return undefined;
  const first = String(grid.rows[firstRow]?.[column]);
  // Most chats write the year first, which needs no look at a million cells.
  if (/^\s*\d{4}/.test(first)) return undefined;
  const cells: GridCell[] = grid.rows.slice(firstRow).map((row) => datePart(row[column] ?? ""));
  const order = dateOrder(cells);
  return order === "mdy" || order === "dmy" ? order : undefined;
}

function datePart(cell: GridCell): GridCell {
  return typeof cell === "string" ? (cell.trim().split(/\s/)[0] ?? "") : cell;
}
