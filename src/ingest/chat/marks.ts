import { SIDE, type Side } from "./model";

/** First signs of system lines and of marks of automatic replies; most lines have none of them. */
const FIRST_SIGNS = new Set([..."由原当當系[【(（自机機将將会會客已"].map((sign) => sign.charCodeAt(0)));
/** Last signs of `X 撤回了一条消息`, `撤回了一則訊息`, `recalled a message`. */
const LAST_SIGNS = new Set([..."息e"].map((sign) => sign.charCodeAt(0)));
const LONGEST_SYSTEM_LINE = 200;

const RECALL = /(?:撤回了[一1][条則则]?(?:消息|訊息)|recalled a message)$/;
const SYSTEM =
  /^(?:原因[：:]\s*【|[当當]前用[户戶][来來]自|[[【]?系[统統]消息|[[【]系[统統]提示|客[户戶]正在|[会會][话話]已(?:[结結]束|[关關][闭閉]))/;
const TRANSFER = /^由\s*(.+?)\s*(?:[转轉]交|[转轉]接)[给給至]\s*(.+?)(?:[，。,.].*)?$/;
const AUTOMATIC =
  /^(?:[[【(（]\s*(?:自[动動]回[复復覆]|[机機]器人(?:回[复復覆])?|auto[- ]?reply)\s*[\]】)）]|自[动動]回[复復覆]\s*[：:])/i;

/**
 * What a text says of its line by its form alone: `system` for recalls, sources and reasons,
 * `transfer`, `auto` for marked automatic replies; null for what somebody wrote.
 */
export function markedSide(text: string): Side | null {
  if (text.length === 0) return null;
  const isMarked = FIRST_SIGNS.has(text.charCodeAt(0)) || LAST_SIGNS.has(text.charCodeAt(text.length - 1));
  if (!isMarked || text.length > LONGEST_SYSTEM_LINE)
    return isMarked && AUTOMATIC.test(text) ? SIDE.auto : null;
  if (TRANSFER.test(text)) return SIDE.transfer;
  if (RECALL.test(text) || SYSTEM.test(text)) return SIDE.system;
  return AUTOMATIC.test(text) ? SIDE.auto : null;
}

/** Who handed a chat on to whom: `由 小雨 转交给 小雪`; null for any other text. */
export function transferIn(text: string): { readonly from: string; readonly to: string } | null {
  const match = TRANSFER.exec(text);
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
