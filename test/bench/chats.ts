/** A month of chats, and the same figures counted by a hand-written loop: the yardstick of `readChats`. */
import type { Grid, GridCell } from "../../src/engine/grid";
import { personKey } from "../../src/engine/name";
import { buildRoster, type Roster } from "../../src/engine/roster";

const AGENTS = 30;
const LINES_OF_A_CHAT = 10;
const DAYS = 31;
/** Serial of 2026-10-01. */
const FIRST_DAY = 46_296;
const DAY_SECONDS = 86_400;

function agentName(index: number): string {
  return `旗舰店:客服${index + 1}`;
}

/** Thirty people, each with the sub-account of the same number. */
export function chatRoster(): Roster {
  return buildRoster(
    Array.from({ length: AGENTS }, (_, index) => {
      const name = `客服${index + 1}`;
      const assignment = {
        from: null,
        team: "A",
        manager: "",
        managerEmail: "",
        email: "",
        plan: "p",
        grade: "",
        basePay: null,
        hired: null,
        left: null,
        probationUntil: null,
        place: { tab: "Staff", row: index + 2 },
        unreadable: [],
      };
      const accounts = [name, agentName(index)].map(personKey);
      return { key: personKey(name), name, accounts, assignments: [assignment], problems: [] };
    }),
  );
}

/**
 * So many lines in order of time, as a sheet gives them: a date cell, customer, agent, side, text.
 * Plain arithmetic, so that every run has the same; several chats run at once.
 */
export function chatGrid(count: number): Grid {
  const step = (DAYS * DAY_SECONDS) / count;
  const open = 40;
  const rows: GridCell[][] = [["时间", "买家", "客服", "发送方", "内容"]];
  for (let at = 0; at < count; at++) {
    const slot = at % open;
    const chat = Math.floor(at / (open * LINES_OF_A_CHAT)) * open + slot;
    const line = Math.floor(at / open) % LINES_OF_A_CHAT;
    const seconds = Math.floor(at * step);
    const isCustomer = line % 3 !== 2 && line !== LINES_OF_A_CHAT - 1;
    rows.push([
      { serial: FIRST_DAY + seconds / DAY_SECONDS },
      `tb${(chat * 7919) % 80_000}`,
      agentName((chat * 31) % AGENTS),
      isCustomer ? "买家" : "客服",
      isCustomer ? "请问这款有货吗，什么时候可以发" : "亲，有货的，今天下单今天发",
    ]);
  }
  return { name: "聊天记录", rows };
}

interface Talk {
  last: number;
  asked: number;
  day: number;
  replied: boolean;
}

/** Figures of one agent and day: received, replied, first and all response seconds and their numbers. */
export type HandFigures = Map<string, Float64Array[]>;

/** The main measures as a hand-written script would count them: doubles, no checks, no reasons. */
export function countChatsByHand(rows: Grid["rows"]): HandFigures {
  const talks = new Map<string, Map<string, Talk>>();
  const figures: HandFigures = new Map();
  for (let at = 1; at < rows.length; at++) {
    const [time, customer, agent, side] = rows[at] as [{ serial: number }, string, string, string];
    const seconds = Math.round((time.serial - FIRST_DAY) * DAY_SECONDS);
    let own = talks.get(agent);
    let days = figures.get(agent);
    if (!own || !days) {
      own = new Map();
      days = Array.from({ length: DAYS }, () => new Float64Array(6));
      talks.set(agent, own);
      figures.set(agent, days);
    }
    let talk = own.get(customer);
    if (!talk || (seconds - talk.last > 1800 && talk.asked < 0)) {
      const day = Math.floor(seconds / DAY_SECONDS);
      if (!talk || talk.day !== day) {
        talk = { last: seconds, asked: -1, day, replied: false };
        own.set(customer, talk);
        bump(days[day], 0, 1);
      }
    }
    talk.last = seconds;
    if (side === "买家") {
      if (talk.asked < 0) talk.asked = seconds;
    } else if (talk.asked >= 0) {
      const figure = days[talk.day];
      const gap = seconds - talk.asked;
      if (!talk.replied) {
        bump(figure, 1, 1);
        bump(figure, 2, gap);
        bump(figure, 3, 1);
      }
      bump(figure, 4, gap);
      bump(figure, 5, 1);
      talk.replied = true;
      talk.asked = -1;
    }
  }
  return figures;
}

function bump(figures: Float64Array | undefined, index: number, amount: number): void {
  if (figures) figures[index] = (figures[index] as number) + amount;
}
