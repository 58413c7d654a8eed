import { type Grid, type GridCell, isBlank } from "../../engine/grid";
import type { Tally } from "../tally";
import type { Accounts } from "./accounts";
import { type HandOver, handOverIn } from "./hand-over";
import type { Lines } from "./lines";
import { isStatusWord, markedSide, withoutStatus } from "./marks";
import { NOBODY, SIDE, type Side } from "./model";
import { type DamagedHeader, damagedHeaderIn, HeaderDamage } from "./pasted-damage";
import { isNameLike, openingOf, type Shape, shapeOf } from "./shape";
import type { Part } from "./splices";
import type { DamagedCell } from "./table-reader";
import { pastedText, type TextLine, textLines } from "./text-lines";
import { findTime } from "./time";

const SAMPLE_ROWS = 400;
/** A row of more cells is a row of a table. */
const MOST_CELLS = 4;

/** How the lines of a pasted chat are read, found out from its first rows. */
export interface PastedForm {
  /** The text stands behind the header on the same line. */
  readonly inline: boolean;
}

/**
 * Recognises the text of chats in one column, or split over a few: lines with a sender and a time
 * (DOMAIN B.3). Null for tables and for notes.
 */
export function recognisePasted(grid: Grid, accounts: Accounts): PastedForm | null {
  if (startsWithHeader(grid)) return null;
  const wide = grid.rows.slice(0, SAMPLE_ROWS).filter((row) => countCells(row) > MOST_CELLS).length;
  const seen = { lines: 0, headers: 0, inline: 0, agents: 0, others: 0, certain: 0 };
  let before = "";
  for (const { text } of textLines(grid, SAMPLE_ROWS)) {
    const line = text.trim();
    if (line === "" || isStatusWord(line)) continue;
    seen.lines++;
    const shape = shapeOf(line, accounts);
    const name = shape.kind === "time" ? before : shape.name;
    before = line;
    if (shape.kind === "text" || !isNameLike(name)) continue;
    seen.headers++;
    if (shape.rest !== "") seen.inline++;
    if (shape.certain && !line.includes("\t")) seen.certain++;
    if (accounts.isAgent(name) || accounts.isAgent(shape.receiver)) seen.agents++;
    else seen.others++;
  }
  const isChat = seen.agents > 0 && (seen.others > 0 || seen.certain > 0);
  const isText = seen.headers > 1 && countCells(grid.rows[0] ?? []) <= 1;
  if (wide * 5 > seen.lines || seen.headers * 10 < seen.lines || !(isChat || isText)) return null;
  return { inline: seen.inline * 2 > seen.headers };
}

/** Lines split over columns begin with a sender and a time; a table begins with its headers. */
function startsWithHeader(grid: Grid): boolean {
  const first = grid.rows.slice(0, SAMPLE_ROWS).find((row) => countCells(row) > 1);
  if (!first || countCells(first) < 2) return false;
  return !findTime(pastedText(first.filter((cell) => !isBlank(cell))));
}

function countCells(row: readonly GridCell[]): number {
  return row.reduce<number>((count, cell) => (isBlank(cell) ? count : count + 1), 0);
}

/** Where a line stands; the row is counted from 0. */
interface Spot {
  readonly tab: number;
  readonly row: number;
}

/** The message that is being read, with where it begins. */
interface Message extends Spot {
  readonly time: number;
  readonly sender: string;
  readonly receiver: string;
  readonly parts: string[];
}

/** A text of which every line is read. */
const WHOLE: Part = { from: 0, after: null, goesOn: false };

/** In place of the time of a message whose header is damaged. */
const UNKNOWN_TIME = -1;

/** Silence after which an agent's line may open the next customer's conversation. */
const SILENCE = 1800;
/** A time so much before the last one begins another conversation. */
const BACKWARDS = 60;

/** Reads the text of pasted chats, line by line, into lines of the log. */
export class PastedReader {
  /** Lines that stand in another tab as well, and headers that stand twice. */
  repeated = 0;
  private message: Message | null = null;
  /** The last line outside any message: a name, if a time follows. */
  private loose: TextLine | null = null;
  private afterBlank = true;
  private customer = NOBODY;
  private lastTime = 0;
  private isWaiting = false;
  /** Lines of agents whose customer comes later. */
  private orphans: number[] = [];
  /** A transfer that may belong to the next customer: nothing but a blank line stands before it. */
  private pending: HandOver | null = null;
  private readonly senders = new Set<string>();
  private readonly damage: HeaderDamage;

  constructor(
    private readonly form: PastedForm,
    private readonly grid: Grid,
    private readonly tabIndex: number,
    private readonly lines: Lines,
    private readonly accounts: Accounts,
    private readonly tally: Tally,
    private readonly part: Part = WHOLE,
  ) {
    this.damage = new HeaderDamage(grid, tabIndex);
  }

  /** Goes on where the text before this one ended: its last message may not be over. */
  continue(before: PastedReader): void {
    for (const sender of before.senders) this.senders.add(sender);
    this.message = before.message;
    this.loose = before.loose;
    this.afterBlank = before.afterBlank;
    this.customer = before.customer;
    this.lastTime = before.lastTime;
    this.isWaiting = before.isWaiting;
    this.orphans = before.orphans;
    this.pending = before.pending;
  }

  /** Headers whose time cannot be read. */
  get damaged(): readonly DamagedCell[] {
    return this.damage.cells();
  }

  /** Adds every message; lines that belong to none are tallied. */
  readLines(): void {
    let at = 0;
    for (const line of textLines(this.grid, this.grid.rows.length)) {
      const text = line.text.trim();
      if (at++ < this.part.from) {
        if (text !== "") this.repeated++;
        continue;
      }
      if (text === "") this.readBlank(line.row);
      else if (isStatusWord(text)) this.tally.leaveOut("system-line", line.row);
      else this.readLine({ text, row: line.row });
      this.afterBlank = text === "";
    }
    if (this.part.goesOn) return;
    this.flush();
    this.dropLoose();
    this.settleOrphans(this.customer);
    this.settlePending();
  }

  private readBlank(row: number): void {
    if (!this.message) this.settlePending();
    if (!this.message || this.message.parts.length === 0) this.tally.leaveOut("empty", row);
    else this.message.parts.push("");
  }

  private readLine(line: TextLine): void {
    const handOver = handOverIn(line.text, this.accounts);
    if (handOver || markedSide(line.text) === SIDE.system) {
      this.readSystemLine(line, handOver);
      return;
    }
    const shape = shapeOf(line.text, this.accounts);
    if (shape.kind === "time" && this.openBelowName(shape, line)) return;
    if (shape.kind === "header" && this.isHeader(shape)) this.open(shape, shape.name, line.row, shape.rest);
    else if (this.isOpening(line)) this.openConversation(line);
    else if (shape.kind === "text" && this.openDamaged(line)) return;
    else if (this.message) this.message.parts.push(withoutStatus(line.text));
    else this.keepLoose(line);
  }

  /** Whether a line in the form of a header is one, and not a sentence that holds a time. */
  private isHeader({ name, rest, certain }: Shape): boolean {
    if (!isNameLike(name)) return false;
    if (certain || this.accounts.isAgent(name) || this.senders.has(name)) return true;
    if (rest !== "") return this.form.inline;
    // The first line below a header is its text, unless it names somebody known.
    return this.form.inline || this.afterBlank || this.message === null || this.message.parts.length > 0;
  }

  /** The name stands on the line above the time. */
  private openBelowName(shape: Shape, line: TextLine): boolean {
    const above = this.lineAbove();
    if (above === undefined || !isNameLike(above)) return false;
    const isKnown = this.accounts.isAgent(above) || this.senders.has(above);
    // The only line of a message would leave it without a text.
    if (!isKnown && this.message && this.message.parts.length < 2) return false;
    if (this.message) this.message.parts.pop();
    this.loose = null;
    this.open(shape, above, line.row, "");
    return true;
  }

  /** A known name with a time that cannot be read begins a message, which nobody can place. */
  private openDamaged({ text, row }: TextLine): boolean {
    const above = this.lineAbove() ?? "";
    const isKnown = (name: string) => this.accounts.isOnStaff(name) || this.senders.has(name);
    const header = damagedHeaderIn(text, above, isKnown, this.form.inline);
    if (!header) return false;
    // The line above is the sender, and no text of the message before.
    if (header.sender === above) {
      this.message?.parts.pop();
      this.loose = null;
    }
    this.flush();
    this.dropLoose();
    this.noteDamage(header, row, text);
    this.message = { ...header, time: UNKNOWN_TIME, tab: this.tabIndex, row, parts: [] };
    return true;
  }

  private noteDamage({ sender, receiver }: DamagedHeader, row: number, text: string): void {
    const { agents, customers } = this.lines;
    const isAgents = this.accounts.isAgent(sender);
    const account = isAgents ? sender : receiver;
    const buyer = isAgents ? receiver : sender;
    // The lines that follow are of this customer all the same.
    if (buyer !== "") this.customer = customers.indexOf(buyer);
    if (!isAgents) {
      this.settleOrphans(this.customer);
      this.isWaiting = true;
    }
    const agent = account === "" ? NOBODY : agents.indexOf(account);
    this.tally.leaveOut("unread-line", row);
    this.damage.note(agent, this.customer, customers.keys[this.customer] ?? "", row, text);
  }

  private lineAbove(): string | undefined {
    return this.message ? this.message.parts[this.message.parts.length - 1] : this.loose?.text;
  }

  private open({ time, receiver }: Shape, sender: string, row: number, rest: string): void {
    if (this.isCutOff(time, sender, receiver)) this.repeated++;
    else this.flush();
    this.dropLoose();
    this.senders.add(sender);
    this.message = { time, sender, receiver, tab: this.tabIndex, row, parts: rest === "" ? [] : [rest] };
  }

  /** The message at hand is nothing but this same header: its text was cut off, and now follows. */
  private isCutOff(time: number, sender: string, receiver: string): boolean {
    const { message } = this;
    const isSame = message?.time === time && message.sender === sender && message.receiver === receiver;
    return isSame && message.parts.length === 0;
  }

  private isOpening({ text }: TextLine): boolean {
    const mayOpen = this.afterBlank || this.message === null || /^[-=—*#]/.test(text);
    return mayOpen && openingOf(text) !== "";
  }

  /** A line such as `与 昵称 的聊天记录` names the customer of what follows. */
  private openConversation({ text, row }: TextLine): void {
    this.flush();
    this.dropLoose();
    this.settleOrphans(this.customer);
    this.settlePending();
    this.customer = this.lines.customers.indexOf(openingOf(text));
    this.isWaiting = false;
    this.lastTime = 0;
    this.tally.leaveOut("system-line", row);
  }

  private keepLoose(line: TextLine): void {
    this.dropLoose();
    this.loose = line;
  }

  private dropLoose(): void {
    if (this.loose) this.tally.leaveOut("unread-line", this.loose.row);
    this.loose = null;
  }

  /** Recalls and notes count for nothing; a transfer is of whoever handed the chat on and whom it went to. */
  private readSystemLine({ row }: TextLine, handOver: HandOver | null): void {
    this.tally.leaveOut("system-line", row);
    if (!handOver) return;
    this.flush();
    this.settlePending();
    this.pending = { ...handOver, row };
    if (!this.afterBlank && this.customer !== NOBODY && this.lastTime > 0) this.settlePending();
  }

  /** Gives a transfer to the customer at hand, unless there is none yet. */
  private settlePending(): void {
    if (!this.pending || this.customer === NOBODY || this.lastTime === 0) return;
    const { from, to, time, row } = this.pending;
    const place = { tab: this.tabIndex, row };
    this.pending = null;
    const { agents } = this.lines;
    const at = time ?? this.lastTime;
    if (this.accounts.isAgent(from)) this.addLine(at, agents.indexOf(from), SIDE.transfer, place, "");
    this.addLine(at, agents.indexOf(to), SIDE.assigned, place, "");
  }

  private flush(): void {
    const { message } = this;
    this.message = null;
    if (!message || message.time === UNKNOWN_TIME) return;
    const text = message.parts.join("\n").trim();
    if (message.receiver !== "") this.addDirected(message, text);
    else if (this.accounts.isAgent(message.sender)) this.addOfAgent(message, text);
    else this.addOfCustomer(message, this.lines.customers.indexOf(message.sender), NOBODY, text);
  }

  /** `A --> B`: both are named. */
  private addDirected(message: Message, text: string): void {
    const { sender, receiver } = message;
    const { agents, customers } = this.lines;
    if (this.accounts.isAgent(sender)) {
      this.customer = customers.indexOf(receiver);
      this.addOfAgent(message, text);
    } else if (this.accounts.isAgent(receiver)) {
      this.addOfCustomer(message, customers.indexOf(sender), agents.indexOf(receiver), text);
    } else this.tally.leaveOut("no-person", message.row);
  }

  private addOfCustomer(message: Message, customer: number, agent: number, text: string): void {
    this.customer = customer;
    this.settleOrphans(customer);
    this.isWaiting = true;
    this.addLine(message.time, agent, SIDE.customer, message, text);
    this.settlePending();
  }

  private addOfAgent(message: Message, text: string): void {
    const agent = this.lines.agents.indexOf(message.sender);
    const side = markedSide(text) === SIDE.auto ? SIDE.auto : SIDE.agent;
    const opensNext =
      message.receiver === "" &&
      (message.time < this.lastTime - BACKWARDS ||
        (!this.isWaiting && message.time > this.lastTime + SILENCE));
    if (opensNext || this.customer === NOBODY || this.orphans.length > 0) this.orphans.push(this.lines.count);
    else if (side === SIDE.agent) {
      this.isWaiting = false;
      this.damage.answer(this.customer, agent);
    }
    this.addLine(message.time, agent, side, message, text);
  }

  private addLine(time: number, agent: number, side: Side, { tab, row }: Spot, text: string): void {
    const index = this.lines.texts.push(text) - 1;
    this.lastTime = time;
    this.lines.add(time, this.customer, agent, side, tab, row + 1, index);
  }

  /** Gives the lines that waited for a customer to this one; without any they are left out. */
  private settleOrphans(customer: number): void {
    for (const at of this.orphans) {
      this.lines.customer[at] = customer;
      if (customer === NOBODY) this.tally.leaveOut("no-customer", (this.lines.row[at] ?? 1) - 1);
    }
    this.orphans = [];
  }
}
