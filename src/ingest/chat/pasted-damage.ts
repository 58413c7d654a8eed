import { type Grid, isBlank } from "../../engine/grid";
import { NOBODY } from "./model";
import { isNameLike } from "./shape";
import type { DamagedCell } from "./table-reader";

/** A line that begins a message, were its time not damaged. */
export interface DamagedHeader {
  readonly sender: string;
  /** The receiver of `A --> B`; else empty. */
  readonly receiver: string;
}

const LONGEST = 120;
/** A digit, or what damage makes of one: `2O26-10-l9 20:0?:30`. */
const DIGIT = "[\\dOoIl?*#]";
const DATE = `${DIGIT}{1,4}\\s*[-/.年]\\s*${DIGIT}{1,2}\\s*[-/.月]\\s*${DIGIT}{1,4}日?`;
const CLOCK = `${DIGIT}{1,2}:${DIGIT}{0,2}(?::${DIGIT}{0,2})?`;
const LIKE_TIME = new RegExp(`^(?:${DATE}[\\sT]*${CLOCK}|${DATE}|${CLOCK}:?)(?![\\w:])`);
const LIKE_DATE_AND_CLOCK = new RegExp(`^${DATE}[\\sT]+${CLOCK}`);
const FEWEST_DIGITS = 6;
/** Most lines of a chat have few digits, and are looked at no further. */
const MANY_DIGITS = /(?:[\d０-９][^\d０-９]*){6}/;
const BEFORE_TIME = /[\s,，|[【(（<]+$/;
const CLOSING = /^\s*[\]】)）>]?\s*$/;
const ARROW = /\s*(?:-{1,3}>|→|=>)\s*/;
const BRACKETS = /^[[【(（]\s*|\s*[\]】)）]$/g;

/**
 * The sender of a line such as `小雪 2O26-10-19 20:00:30`: a known name, then something like a time that
 * is none; anybody's name where both a date and a clock end the line. Null for any other line.
 *
 * @param above the line before, which names the sender where the time stands alone; else empty.
 * @param isInline the text of a message stands behind its time.
 */
export function damagedHeaderIn(
  line: string,
  above: string,
  isKnown: (name: string) => boolean,
  isInline: boolean,
): DamagedHeader | null {
  if ((line.length > LONGEST && !isInline) || !MANY_DIGITS.test(line)) return null;
  const text = line.slice(0, LONGEST).normalize("NFKC");
  if (isLikeTime(text, isInline)) return isKnown(above) ? { sender: above, receiver: "" } : null;
  for (let at = 1; at < text.length; at++) {
    if (!isLikeTime(text.slice(at), isInline)) continue;
    const [from = "", to = ""] = text.slice(0, at).replace(BEFORE_TIME, "").split(ARROW);
    const [sender, receiver] = [from.replace(BRACKETS, "").trim(), to.trim()];
    if (!isNameLike(sender)) continue;
    if (isKnown(sender) || (!isInline && LIKE_DATE_AND_CLOCK.test(text.slice(at))))
      return { sender, receiver };
  }
  return null;
}

function isLikeTime(text: string, isInline: boolean): boolean {
  const found = LIKE_TIME.exec(text)?.[0];
  if (!found || found.replace(/\D/g, "").length < FEWEST_DIGITS) return false;
  return isInline || CLOSING.test(text.slice(found.length));
}

type Open = { -readonly [K in keyof DamagedCell]: DamagedCell[K] } & { customer: number };

/** Collects the damaged headers of one tab, and finds out whose figures they may change. */
export class HeaderDamage {
  private readonly all: Open[] = [];
  private readonly lastAgents = new Map<number, number>();

  constructor(
    private readonly grid: Grid,
    private readonly tab: number,
  ) {}

  /**
   * Notes a header whose time cannot be read.
   *
   * @param agent index of the account that the line names; `NOBODY` where it is the customer's.
   */
  note(agent: number, customer: number, buyer: string, row: number, text: string): void {
    const column = Math.max(
      0,
      (this.grid.rows[row] ?? []).findIndex((cell) => !isBlank(cell)),
    );
    const place = { grid: this.grid, tab: this.tab, row, column };
    this.all.push({ ...place, agent, customer, buyer, header: "", code: "chat-header-unreadable", text });
  }

  /** Says that an agent wrote to a customer: the customer's damaged lines before it are that agent's. */
  answer(customer: number, agent: number): void {
    this.lastAgents.set(customer, agent);
    for (const one of this.all) if (one.agent === NOBODY && one.customer === customer) one.agent = agent;
  }

  /** The damaged headers; those after the last answer are of the agent who wrote last. */
  cells(): readonly DamagedCell[] {
    for (const one of this.all)
      if (one.agent === NOBODY) one.agent = this.lastAgents.get(one.customer) ?? NOBODY;
    return this.all;
  }
}
