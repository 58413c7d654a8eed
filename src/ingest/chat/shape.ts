import type { Accounts } from "./accounts";
import { withoutStatus } from "./marks";
import { findTime, found } from "./time";

/**
 * What the form of one line of a pasted chat says (DOMAIN B.3).
 * `header`: a name and a time, `time`: a time alone, `text`: neither.
 */
export interface Shape {
  readonly kind: "header" | "time" | "text";
  readonly time: number;
  /** The sender; for `text` the line itself. */
  readonly name: string;
  /** The receiver of `A --> B`; else empty. */
  readonly receiver: string;
  /** What stands behind the header on the same line. */
  readonly rest: string;
  /** The form alone shows a header: an arrow, brackets, or cells of their own. */
  readonly certain: boolean;
}

const ARROW = /\s*(?:-{1,3}>|→|=>|＞)\s*/;
const BRACKETED = /^[[【(（]\s*(.+?)\s*[\]】)）]$/;
const OPENING = /[\s,，|:：]*[[【(（<]?\s*$/;
const CLOSING = /^\s*[\]】)）>]?[\s,，|:：]*/;
const LONGEST_NAME = 60;
/** Signs of a sentence, which no account has. */
const SENTENCE = /[。！？!?，；;]/;

/** True for a text that may be somebody's name. */
export function isNameLike(text: string): boolean {
  return text !== "" && text.length <= LONGEST_NAME && !SENTENCE.test(text);
}

/** The shape of a line; status words at its end are no part of it. */
export function shapeOf(line: string, accounts: Accounts): Shape {
  const text = withPlainTime(withoutStatus(line.trim()));
  if (!findTime(text)) return { kind: "text", time: 0, name: text, receiver: "", rest: "", certain: false };
  const { time } = found;
  const before = text.slice(0, found.start);
  const after = text.slice(found.end).replace(CLOSING, "");
  const rest = withoutStatus(after);
  const name = before.replace(OPENING, "").trim();
  const isSplit = before.endsWith("\t");
  if (name === "") return timeFirst(time, rest, accounts);
  return named(time, name, rest, isSplit);
}

const WIDE_DIGIT = /[０-９]/;

/** A line whose time is written in full-width signs, with plain ones; any other line as it is. */
function withPlainTime(text: string): string {
  return WIDE_DIGIT.test(text) && !findTime(text) ? text.normalize("NFKC") : text;
}

/** `A --> B`, `[昵称]` or a plain name before the time. */
function named(time: number, name: string, rest: string, isSplit: boolean): Shape {
  const [sender = "", receiver = ""] = name.split(ARROW);
  const inside = BRACKETED.exec(sender)?.[1];
  const certain = receiver !== "" || inside !== undefined || isSplit;
  const plain = inside ?? sender;
  // `[昵称` lost its bracket with the blank before the time.
  return { kind: "header", time, name: plain.trim(), receiver: receiver.trim(), rest, certain };
}

const INLINE = /^(\S.*?)[:：]\s+(\S.*)$/s;

/** The time stands first: alone, or with the sender behind it, who may be followed by the text. */
function timeFirst(time: number, rest: string, accounts: Accounts): Shape {
  const nothing = { kind: "time", time, name: "", receiver: "", rest: "", certain: false } as const;
  if (rest === "") return nothing;
  const sender = senderOf(rest, accounts);
  return { ...nothing, kind: "header", ...sender, certain: rest.includes("\t") };
}

function senderOf(rest: string, accounts: Accounts): { name: string; receiver: string; rest: string } {
  const tab = rest.indexOf("\t");
  const [head, tail] = tab < 0 ? [rest, ""] : [rest.slice(0, tab), rest.slice(tab + 1)];
  const [sender = "", receiver = ""] = head.split(ARROW);
  const inside = BRACKETED.exec(sender)?.[1] ?? sender;
  if (accounts.isOnStaff(inside) || receiver !== "" || tab >= 0)
    return { name: inside, receiver, rest: tail };
  for (let at = inside.search(/[:：]/); at > 0; at = nextColon(inside, at)) {
    const prefix = inside.slice(0, at).trim();
    if (accounts.isOnStaff(prefix)) return { name: prefix, receiver, rest: inside.slice(at + 1).trim() };
  }
  const inline = INLINE.exec(inside);
  return inline
    ? { name: inline[1] ?? "", receiver, rest: inline[2] ?? "" }
    : { name: inside, receiver, rest: tail };
}

function nextColon(text: string, after: number): number {
  const next = text.slice(after + 1).search(/[:：]/);
  return next < 0 ? -1 : after + 1 + next;
}

const OPENS_WITH_LABEL =
  /^[-=—*#\s]*(?:买家|客户|顾客|用户|聊天对象|会话对象|買家|顧客|customer|buyer)\s*[:：]\s*(\S.*?)[-=—*#\s]*$/i;
const OPENS_WITH_TITLE =
  /^[-=—*#\s]*(?:(?:与|和|與)\s*(.+?)\s*的?(?:聊天记录|聊天紀錄|会话记录|对话记录|会话|对话|聊天)|chat (?:with|log of) (.+?))[-=—*#\s]*$/i;

/** The customer of a line that opens a conversation: `与 昵称 的聊天记录`, `买家：昵称`; else empty. */
export function openingOf(line: string): string {
  if (line.length > LONGEST_NAME + 20) return "";
  const title = OPENS_WITH_TITLE.exec(line);
  return (title?.[1] ?? title?.[2] ?? OPENS_WITH_LABEL.exec(line)?.[1] ?? "").trim();
}
