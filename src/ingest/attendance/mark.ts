import { isTimeCell, type UnreadableReading } from "../../engine/cell";
import { Exact } from "../../engine/exact";
import { type GridCell, isDateCell } from "../../engine/grid";

/** What attendance says of one person and day. */
export interface Mark {
  /** The person came: a time of day, or a word such as 正常 or 迟到. */
  readonly present: boolean;
  /** A day off by the schedule: 休, 休息, holiday. */
  readonly rest: boolean;
  /** Days of leave: 0, 1/2 or 1. */
  readonly leave: Exact;
  /** 旷工. */
  readonly absent: boolean;
  readonly late: boolean;
  readonly early: boolean;
  /** A punch was due and is missing: 缺卡, 未打卡. */
  readonly missed: boolean;
  /** The cell has a word of status; times alone say nothing of lateness. */
  readonly judged: boolean;
}

const HALF = Exact.ONE.over(Exact.integer(2));
const CLOCK = /(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?/g;
const DATED = /\d{1,4}([-/.])\d{1,2}(?:\1\d{1,4})?(?=[\s至到~]|$)|\d{1,2}月\d{1,2}日/g;
const MISSING_MARKS = /^(?:|-+|—+|–|\/|na|n\/a|null|nan|无|無)$/;

const WORDS = {
  rest: /休息(?:并打卡|日)?|轮休|公休|例休|双休|法定节假日|节假日|放假|^休$|\b(?:rest|day off|off|holiday|weekend)\b/g,
  leave:
    /请假|(?:事|病|年|婚|产|陪产|丧|育儿|护理|哺乳|例|路途|其他|年休)假|年休|调休|\b(?:(?:sick|annual|personal|unpaid|paid) )?leave\b/g,
  lateAbsence: /旷工迟到|严重迟到/g,
  absent: /旷工|缺勤|\babsent\b/g,
  late: /迟到|\blate\b/g,
  early: /早退|\b(?:left early|early leave|early)\b/g,
  unpunched: /上班缺卡|下班缺卡/g,
  none: /缺卡|未打卡|忘打卡|\b(?:no punch|missing)\b/g,
  present:
    /正常|出勤|外勤|外出|出差|补卡(?:审批)?(?:通过)?|已打卡|[√✓✔]|\b(?:present|normal|on time|attended)\b/g,
} as const;
type Word = keyof typeof WORDS;
/** Amounts that stand beside a status: 12分钟, 1天, 半天; none of them changes what it says but a half. */
const AMOUNTS =
  /\d+(?:\.\d+)?\s*(?:分钟?|天|次|minutes?|mins?|days?)|半天|上午|下午|上班|下班|\bhalf(?: day)?\b/g;
const HALF_DAY = /半天|上午|下午|0\.5\s*(?:天|days?)|\bhalf\b/;
const TRADITIONAL: Readonly<Record<string, string>> = {
  遲: "迟",
  曠: "旷",
  請: "请",
  調: "调",
  產: "产",
  補: "补",
  務: "务",
  審: "审",
  過: "过",
  節: "节",
  輪: "轮",
  雙: "双",
  卡: "卡",
};

/**
 * Reads a cell of a table of attendance: times of day (`09:01`, `09:01` and `18:02` on two lines, a
 * time cell), or words of status in either script or English. Null for a blank and for a mark such
 * as `NA`, which says that there is no punch. Words beyond these are unreadable.
 */
export function readMark(cell: GridCell): Mark | null | UnreadableReading {
  if (isDateCell(cell)) return isTimeCell(cell) || cell.serial % 1 !== 0 ? timed() : notAttendance("");
  if (typeof cell === "boolean") return cell ? timed() : null;
  if (typeof cell === "number") {
    return cell > 0 && cell < 1 ? timed() : notAttendance(String(cell));
  }
  const text = plainText(cell);
  if (MISSING_MARKS.test(text)) return null;
  return readWords(text, cell);
}

function plainText(cell: string): string {
  const text = cell.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  return text.replace(/[遲曠請調產補務審過節輪雙]/g, (sign) => TRADITIONAL[sign] ?? sign);
}

function timed(): Mark {
  return { ...NO_MARK, present: true };
}

const NO_MARK: Mark = {
  present: false,
  rest: false,
  leave: Exact.ZERO,
  absent: false,
  late: false,
  early: false,
  missed: false,
  judged: false,
};

function readWords(text: string, cell: string): Mark | UnreadableReading {
  let rest = text.replace(DATED, " ");
  const hasTime = rest.search(CLOCK) >= 0;
  rest = rest.replace(CLOCK, " ").trim();
  const found = new Set<Word>();
  for (const [word, pattern] of Object.entries(WORDS) as [Word, RegExp][]) {
    const cut = rest.replace(pattern, " ");
    if (cut !== rest) found.add(word);
    rest = cut.trim();
  }
  if (/[\p{L}\d]/u.test(rest.replace(AMOUNTS, " ").replace(/[至到]/g, " "))) return notAttendance(cell);
  if (found.size === 0 && !hasTime) return notAttendance(cell);
  return markOf(found, hasTime, HALF_DAY.test(text));
}

function markOf(found: ReadonlySet<Word>, hasTime: boolean, isHalf: boolean): Mark {
  const late = found.has("late") || found.has("lateAbsence");
  const early = found.has("early");
  const rest = found.has("rest");
  const came = hasTime || late || early || found.has("unpunched") || found.has("present");
  const leave = found.has("leave") ? (isHalf ? HALF : Exact.ONE) : Exact.ZERO;
  const [absent, missed] = [found.has("absent"), found.has("none")];
  return { present: came && !rest, rest, leave, absent, late, early, missed, judged: found.size > 0 };
}

function notAttendance(text: string): UnreadableReading {
  return { kind: "unreadable", problem: { code: "cell-not-attendance", values: { text: text.trim() } } };
}

/** True where a cell says something of attendance: for recognising a table by its cells. */
export function isMark(cell: GridCell): boolean {
  const mark = readMark(cell);
  return mark !== null && !("kind" in mark);
}
