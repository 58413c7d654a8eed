import { type Grid, type GridCell, isBlank } from "../../engine/grid";
import { personKey } from "../../engine/name";
import { cellText, isEmpty } from "../table";
import type { Tally } from "../tally";
import type { Accounts } from "./accounts";
import { type ChatField, type ChatTable, sideOfWord } from "./columns";
import { type Lines, TEXT_IN_TABLE } from "./lines";
import { isFailedStatus, markedSide, transferIn } from "./marks";
import { NOBODY, SIDE, type Side } from "./model";
import { BAD_TIME, clockOfCell, NO_TIME, timeOfCell } from "./time";

/** A cell of a table or a text of chats that cannot be read; it holds whoever the row is about. */
export interface DamagedCell {
  /** Index in the agents of the lines. */
  readonly agent: number;
  /** `personKey` of the customer; empty where the row names none. */
  readonly buyer: string;
  readonly grid: Grid;
  readonly tab: number;
  /** Counted from 0. */
  readonly row: number;
  readonly column: number;
  readonly header: string;
  readonly code: "chat-time-unreadable" | "chat-side-unreadable" | "chat-header-unreadable";
  /** The damaged line, where the cell may hold more. */
  readonly text?: string;
}

const NO_COLUMN = -1;
/** A side cell that is blank, or that is none of the known words. */
const NO_SIDE = -1;
const BAD_SIDE = -2;

/** Reads one table of chats into lines. */
export class ChatTableReader {
  readonly damaged: DamagedCell[] = [];
  private readonly rows: Grid["rows"];
  /** Column of each field; `NO_COLUMN` where there is none. */
  private readonly at: Readonly<Record<ChatField, number>>;
  private readonly sides = new Map<GridCell, number>();
  private lastSideCell: GridCell | undefined;
  private lastSide = NO_SIDE;

  constructor(
    private readonly chat: ChatTable,
    private readonly lines: Lines,
    private readonly accounts: Accounts,
    private readonly tally: Tally,
  ) {
    this.rows = chat.table.grid.rows;
    const at = (field: ChatField) => chat.columns[field] ?? NO_COLUMN;
    this.at = {
      time: at("time"),
      date: at("date"),
      customer: at("customer"),
      agent: at("agent"),
      side: at("side"),
      sender: at("sender"),
      receiver: at("receiver"),
      text: at("text"),
      kind: at("kind"),
      status: at("status"),
    };
  }

  /** Adds every row that says who wrote to whom and when; the others are tallied. */
  readRows(): void {
    const { columns } = this.chat;
    const hasSender = columns.sender !== undefined && columns.side === undefined;
    for (let row = this.chat.table.firstRow; row < this.rows.length; row++) {
      const cells = this.rows[row] as readonly GridCell[];
      const time = this.timeOf(cells);
      if (time < 0) this.leaveOut(time, cells, row);
      else if (hasSender) this.addSent(time, cells, row);
      else this.addSided(time, cells, row);
    }
  }

  private timeOf(cells: readonly GridCell[]): number {
    const { time, date } = this.at;
    if (date === NO_COLUMN) return timeOfCell(cells[time], this.chat.order);
    if (time === NO_COLUMN) return timeOfCell(cells[date], this.chat.order);
    const day = timeOfCell(cells[date], this.chat.order);
    if (day < 0) return day;
    const clock = clockOfCell(cells[time]);
    return clock < 0 ? clock : day - (day % 86_400) + clock;
  }

  /** A row without a usable time: blank, a repeated header, undated, or damaged. */
  private leaveOut(time: number, cells: readonly GridCell[], row: number): void {
    if (isEmpty(cells)) this.tally.leaveOut("empty", row);
    else if (this.repeatsHeader(cells)) this.tally.leaveOut("repeated-header", row);
    else if (time === NO_TIME) this.tally.leaveOut("no-date", row);
    else this.noteDamage(cells, row, this.timeColumn(cells), "chat-time-unreadable");
  }

  private timeColumn(cells: readonly GridCell[]): number {
    const { time, date } = this.chat.columns;
    const isDateBad = date !== undefined && timeOfCell(cells[date], this.chat.order) === BAD_TIME;
    return (isDateBad ? date : (time ?? date)) ?? 0;
  }

  private repeatsHeader(cells: readonly GridCell[]): boolean {
    return this.chat.table.headers.every(
      ({ text }, column) => text === "" || String(cells[column]).trim() === text,
    );
  }

  private noteDamage(
    cells: readonly GridCell[],
    row: number,
    column: number,
    code: DamagedCell["code"],
  ): void {
    const { customer, agent, sender, receiver } = this.chat.columns;
    const named = [agent, sender, receiver].map((at) => (at === undefined ? undefined : cells[at]));
    const account = named.find((cell) => cell !== undefined && this.accounts.isAgent(cell));
    const others = [customer === undefined ? undefined : cells[customer], ...named.slice(1)];
    const buyer = others.find((cell) => !isBlank(cell) && !this.accounts.isAgent(cell));
    const { grid, tabIndex, headers } = this.chat.table;
    const header = headers[column]?.text ?? "";
    const index = this.lines.agents.indexOf(account);
    this.tally.leaveOut("unread-line", row);
    this.damaged.push({
      agent: index,
      buyer: personKey(cellText(buyer)),
      grid,
      tab: tabIndex,
      row,
      column,
      header,
      code,
    });
  }

  /** A row with columns of customer and agent, and mostly one that says which of them wrote. */
  private addSided(time: number, cells: readonly GridCell[], row: number): void {
    const customer = this.lines.customers.indexOf(cells[this.at.customer]);
    const agent = this.lines.agents.indexOf(cells[this.at.agent]);
    const side = this.at.side === NO_COLUMN ? SIDE.contact : this.sideOf(cells[this.at.side]);
    if (customer === NOBODY) this.tally.leaveOut("no-customer", row);
    else if (agent === NOBODY) this.tally.leaveOut("no-person", row);
    else if (side === NO_SIDE) this.tally.leaveOut("no-speaker", row);
    else if (side === BAD_SIDE) this.noteDamage(cells, row, this.at.side, "chat-side-unreadable");
    else this.add(time, customer, agent, side as Side, cells, row);
  }

  private sideOf(cell: GridCell | undefined): number {
    if (cell === this.lastSideCell) return this.lastSide;
    let side = cell === undefined ? NO_SIDE : this.sides.get(cell);
    if (side === undefined) {
      const text = String(cell).trim();
      side = text === "" ? NO_SIDE : (sideOfWord(text) ?? BAD_SIDE);
      this.sides.set(cell as GridCell, side);
    }
    this.lastSideCell = cell;
    this.lastSide = side;
    return side;
  }

  /** A row that names its sender: an account of an agent, or else a customer. */
  private addSent(time: number, cells: readonly GridCell[], row: number): void {
    const { columns } = this.chat;
    const sender = cells[columns.sender ?? -1];
    const isAgent = this.accounts.isAgent(sender);
    const customer = this.lines.customers.indexOf(
      isAgent ? cells[columns.customer ?? columns.receiver ?? -1] : sender,
    );
    const agent = isAgent ? this.lines.agents.indexOf(sender) : this.receivingAgent(cells);
    if (isBlank(sender)) this.tally.leaveOut("no-speaker", row);
    else if (customer === NOBODY) this.tally.leaveOut("no-customer", row);
    else if (agent === null) this.tally.leaveOut("no-person", row);
    else this.add(time, customer, agent, isAgent ? SIDE.agent : SIDE.customer, cells, row);
  }

  /** Whom a customer wrote to: `NOBODY` where the table has no column for it, null where it names no agent. */
  private receivingAgent(cells: readonly GridCell[]): number | null {
    const { agent, receiver } = this.chat.columns;
    if (agent === undefined && receiver === undefined) return NOBODY;
    const cell = cells[agent ?? receiver ?? -1];
    const index = this.lines.agents.indexOf(cell);
    return index !== NOBODY && (agent !== undefined || this.accounts.isAgent(cell)) ? index : null;
  }

  private add(
    time: number,
    customer: number,
    agent: number,
    said: Side,
    cells: readonly GridCell[],
    row: number,
  ): void {
    const written = this.at.text === NO_COLUMN ? undefined : cells[this.at.text];
    const marked = this.markOf(written, cells);
    const { lines } = this;
    const tab = this.chat.table.tabIndex;
    if (marked === null && said !== SIDE.system) {
      lines.add(time, customer, agent, said, tab, row + 1, TEXT_IN_TABLE);
      return;
    }
    if (marked === SIDE.auto) {
      const side = said === SIDE.agent ? SIDE.auto : said;
      lines.add(time, customer, agent, side, tab, row + 1, TEXT_IN_TABLE);
      return;
    }
    this.tally.leaveOut("system-line", row);
    const from = marked === SIDE.transfer ? transferIn(written as string)?.from : undefined;
    const known = from !== undefined && this.accounts.isAgent(from) ? lines.agents.indexOf(from) : agent;
    lines.add(time, customer, known, marked ?? said, tab, row + 1, TEXT_IN_TABLE);
  }

  /** What the text, the kind and the status of a line say beyond its side. */
  private markOf(written: GridCell | undefined, cells: readonly GridCell[]): Side | null {
    const { kind, status } = this.at;
    if (status !== NO_COLUMN && isFailedStatus(cellText(cells[status]))) return SIDE.system;
    const said = kind === NO_COLUMN ? undefined : sideOfWord(cellText(cells[kind]));
    if (said === SIDE.system || said === SIDE.auto) return said;
    return typeof written === "string" ? markedSide(written) : null;
  }
}
