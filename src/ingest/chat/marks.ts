import { SIDE, type Side } from "./model";

/** Signs by their code: a million lines are looked at, and most have none of them. */
function tableOf(signs: string): Uint8Array {
  const table = new Uint8Array(2 ** 16);
  for (const sign of signs) table[sign.charCodeAt(0)] = 1;
  return table;
}

/** First signs of system lines and of marks of automatic replies. */
const FIRST_SIGNS = tableOf("由原当當系[【(（自机機将將会會客已");
/** Last signs of `X 撤回了一条消息`, `撤回了一則訊息`, `recalled a message`. */
const LAST_SIGNS = tableOf("息e");
const LONGEST_SYSTEM_LINE = 200;

const RECALL = /(?:撤回了[一1][条則则]?(?:消息|訊息)|recalled a message)$/;
const SYSTEM =
  /^(?:原因[：:]\s*【|[当當]前用[户戶][来來]自|[[【]?系[统統]消息|[[【]系[统統]提示|客[户戶]正在|[会會][话話]已(?:[结結]束|[关關][闭閉]))/;
/** What may stand in front of a system line, and behind the name of whom a chat was given to. */
const LABEL = "(?:[[【]?\\s*系[统統](?:消息|提示)?\\s*[\\]】]?\\s*[：:]?\\s*)?";
const REST = "(?:\\s*(?:[，。,；;（(]|\\.(?:\\s|$)|原因[：:]).*)?$";
const TRANSFER = new RegExp(`^${LABEL}由\\s*(.+?)\\s*[转轉][交接][给給至]\\s*(.+?)${REST}`);
/** `转接给 小雪`, `会话已转交给 小雪`, `小雨 将会话转接给 小雪`: a transfer only where these are accounts. */
const HANDED = new RegExp(
  `^${LABEL}(?:(.+?)\\s*)??已?[将將把]?(?:本次|[该該])?(?:[会會對对][话話]|客[户戶]|[买買]家|[顾顧]客)?\\s*已?被?[转轉][交接][给給至]\\s*(.+?)${REST}`,
);
const AUTOMATIC =
  /^(?:[[【(（]\s*(?:自[动動]回[复復覆]|[机機]器人(?:回[复復覆])?|auto[- ]?reply)\s*[\]】)）]|自[动動]回[复復覆]\s*[：:])/i;

/**
 * What a text says of its line by its form alone: `system` for recalls, sources and reasons,
 * `transfer`, `auto` for marked automatic replies; null for what somebody wrote.
 */
export function markedSide(text: string): Side | null {
  if (text.length === 0) return null;
  const isMarked =
    FIRST_SIGNS[text.charCodeAt(0)] === 1 || LAST_SIGNS[text.charCodeAt(text.length - 1)] === 1;
  if (!isMarked || text.length > LONGEST_SYSTEM_LINE)
    return isMarked && AUTOMATIC.test(text) ? SIDE.auto : null;
  if (TRANSFER.test(text)) return SIDE.transfer;
  if (RECALL.test(text) || SYSTEM.test(text)) return SIDE.system;
  return AUTOMATIC.test(text) ? SIDE.auto : null;
}

/** Who handed a chat on, and to whom. */
export interface Transfer {
  /** Empty where the line does not say. */
  readonly from: string;
  readonly to: string;
}

/** Who handed a chat on to whom: `由 小雨 转交给 小雪`; null for any other text. */
export function transferIn(text: string): Transfer | null {
  const match = TRANSFER.exec(text);
  return match ? { from: match[1] ?? "", to: match[2] ?? "" } : null;
}

/**
 * A transfer in the forms that somebody may also have written: `转接给 小雪`. It is one only where
 * both names are accounts, or the first is missing; null for any other text.
 */
export function handedIn(text: string): Transfer | null {
  const match = text.length <= LONGEST_SYSTEM_LINE ? HANDED.exec(text) : null;
  return match ? { from: match[1] ?? "", to: match[2] ?? "" } : null;
}

const STATUS_WORDS = new Set("已读 未读 发送中 已送达 发送失败 已讀 未讀 發送中".split(" "));

/** True for the words that chat windows put beside a line: 已读, 未读, 发送中. */
export function isStatusWord(text: string): boolean {
  return text.length <= 4 && STATUS_WORDS.has(text);
}

const FAILED = new Set("发送失败 已撤回 撤回 發送失敗 failed recalled withdrawn".split(" "));

/** True for the status of a line that never reached the other side, or was taken back. */
export function isFailedStatus(text: string): boolean {
  return FAILED.has(text.trim().toLowerCase());
}

const TRAILING_STATUS = /\s*(?:已读|未读|发送中|已讀|未讀|發送中)\s*$/;

/** The text without a status word at its end. */
export function withoutStatus(text: string): string {
  return TRAILING_STATUS.test(text) ? text.replace(TRAILING_STATUS, "") : text;
}
