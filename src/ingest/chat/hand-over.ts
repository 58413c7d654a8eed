import type { Accounts } from "./accounts";
import { handedIn, markedSide, type Transfer, transferIn } from "./marks";
import { SIDE } from "./model";
import { findTime, found } from "./time";

/** A chat that was given to another agent, as a line of pasted text says it. */
export interface HandOver extends Transfer {
  /** Seconds as in a log; null where the line has no time of its own. */
  readonly time: number | null;
  /** Row of the line, counted from 0. */
  readonly row: number;
}

const SIGNS = /[转轉][交接]/;
const EMPTY_BRACKETS = /[[【(（]\s*[\]】)）]/;

/**
 * The transfer that a line of pasted text tells of, with or without a time; its row is still 0. Null
 * for any other line: a sentence such as `帮您转接给售后` names no account.
 *
 * @example handOverIn("由 服务助手 转交给 小雪，原因：【离线留言自动分配】", accounts)?.to // "小雪"
 */
export function handOverIn(line: string, accounts: Accounts): HandOver | null {
  if (!SIGNS.test(line)) return null;
  const hasTime = findTime(line);
  const time = hasTime ? found.time : null;
  const text = hasTime ? withoutTime(line) : line.trim();
  const transfer =
    markedSide(text) === SIDE.transfer ? transferIn(text) : handedBetween(text, accounts, hasTime);
  return transfer ? { ...transfer, time, row: 0 } : null;
}

function withoutTime(line: string): string {
  const rest = `${line.slice(0, found.start)} ${line.slice(found.end)}`;
  return rest.replace(EMPTY_BRACKETS, " ").trim();
}

/** Behind a name and a time stands what its owner wrote: there the first name must be missing. */
function handedBetween(text: string, accounts: Accounts, hasTime: boolean): Transfer | null {
  const transfer = handedIn(text);
  if (!transfer || !accounts.isAgent(transfer.to)) return null;
  const isFrom = transfer.from === "" || (!hasTime && accounts.isAgent(transfer.from));
  return isFrom ? transfer : null;
}
