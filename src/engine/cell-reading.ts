import type { Problem } from "./formula/value";

/** What a cell says when it is read as a number, a duration or a date. */
export type Reading<T> = ValueReading<T> | MissingReading | UnreadableReading;

/** A cell that could be read. `percent`: the text carried a percent sign (already divided by 100). */
export interface ValueReading<T> {
  readonly kind: "value";
  readonly value: T;
  readonly percent: boolean;
}

/** A blank or a mark for missing data. `notReady`: the figure comes later (`延迟统计`). */
export interface MissingReading {
  readonly kind: "missing";
  readonly notReady: boolean;
}

/** A cell that is present but cannot be read; the problem's values hold the shortened `text`. */
export interface UnreadableReading {
  readonly kind: "unreadable";
  readonly problem: Problem;
}

/** The reading of a blank cell. */
export const MISSING: MissingReading = { kind: "missing", notReady: false };
const NOT_READY: MissingReading = { kind: "missing", notReady: true };

const LONGEST_MARK = 6;
const HYPHEN = 45;
const MARK_STARTS = new Set([..."/nN—–暂暫无無延"].map((sign) => sign.charCodeAt(0)));
const MARKS = new Map<string, MissingReading>([
  ...[
    "-",
    "--",
    "—",
    "——",
    "–",
    "/",
    "n/a",
    "null",
    "暂无数据",
    "暫無數據",
    "暫無資料",
    "无退款申请",
    "無退款申請",
  ].map((mark): [string, MissingReading] => [mark, MISSING]),
  ["延迟统计", NOT_READY],
  ["延遲統計", NOT_READY],
]);

/** The mark for missing data (DOMAIN B.10) between two positions of a text, or null. */
export function missingMark(text: string, from: number, end: number): MissingReading | null {
  if (end - from > LONGEST_MARK || !startsLikeMark(text, from, end)) return null;
  const mark = from === 0 && end === text.length ? text : text.slice(from, end);
  const known = MARKS.get(mark);
  if (known) return known;
  return MARKS.get(mark.normalize("NFKC").toLowerCase()) ?? null;
}

/** Most cells are no marks: their first sign tells, so that only the others are looked up. */
function startsLikeMark(text: string, from: number, end: number): boolean {
  const first = halfWidth(text.charCodeAt(from));
  if (first === HYPHEN) return end - from === 1 || halfWidth(text.charCodeAt(from + 1)) === HYPHEN;
  return MARK_STARTS.has(first);
}

/** True for the white space that exports carry, full-width and zero-width blanks among them. */
export function isSpace(code: number): boolean {
  if (code <= 32) return true;
  return code === 0xa0 || code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200b);
}

/** The half-width twin of a full-width character code, or the code itself. */
export function halfWidth(code: number): number {
  return code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
}

const SHOWN_LIMIT = 60;

/** A cell's text as a message shows it: trimmed, and cut where it is long. */
function shownText(text: string): string {
  if (text.length <= SHOWN_LIMIT) return text.trim();
  const head = text.slice(0, SHOWN_LIMIT * 2).trim();
  return head.length > SHOWN_LIMIT ? `${head.slice(0, SHOWN_LIMIT)}…` : head;
}

/** A reading that says why the cell cannot be read; the values are completed by the text. */
export function unreadable(code: string, text: string, values?: Record<string, string>): UnreadableReading {
  const shown = shownText(text);
  if (!values) return { kind: "unreadable", problem: { code, values: { text: shown } } };
  values.text = shown;
  return { kind: "unreadable", problem: { code, values } };
}
