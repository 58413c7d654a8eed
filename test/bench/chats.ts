/** A month of chats and orders as a sheet gives them; plain arithmetic, so that every run has the same. */
import type { Grid, GridCell } from "../../src/engine/grid";
import { personKey } from "../../src/engine/name";
import { buildRoster, type Roster } from "../../src/engine/roster";

/** How many people chat, and on how many days. */
export const AGENTS = 30;
export const DAYS = 31;
/** Serial of 2026-10-01. */
export const FIRST_DAY = 46_296;
export const DAY_SECONDS = 86_400;
const LINES_OF_A_CHAT = 10;
const OPEN_CHATS = 40;
const CUSTOMERS = 80_000;
const TEXTS = 5_000;

/** The sub-account of an agent. */
export function agentName(index: number): string {
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

/** A moment of the month as a date cell. */
function dateCell(seconds: number): GridCell {
  return { serial: FIRST_DAY + seconds / DAY_SECONDS };
}

function customerOf(chat: number): string {
  return `tb${(chat * 7919) % CUSTOMERS}`;
}

/**
 * So many lines in order of time: a date cell, customer, agent, side, text. Forty chats run at once;
 * in a chat of ten lines the agent writes every third and the last.
 */
export function chatGrid(count: number): Grid {
  const step = (DAYS * DAY_SECONDS) / count;
  const rows: GridCell[][] = [["时间", "买家", "客服", "发送方", "内容"]];
  for (let at = 0; at < count; at++) {
    const slot = at % OPEN_CHATS;
    const chat = Math.floor(at / (OPEN_CHATS * LINES_OF_A_CHAT)) * OPEN_CHATS + slot;
    const line = Math.floor(at / OPEN_CHATS) % LINES_OF_A_CHAT;
    const isCustomer = line % 3 !== 2 && line !== LINES_OF_A_CHAT - 1;
    rows.push([
      dateCell(Math.floor(at * step)),
      customerOf(chat),
      agentName((chat * 31) % AGENTS),
      isCustomer ? "买家" : "客服",
      `${isCustomer ? "请问这款有货吗，什么时候可以发" : "亲，有货的，今天下单今天发"}${at % TEXTS}`,
    ]);
  }
  return { name: "聊天记录", rows };
}

const ORDER_HEADERS = [
  "订单编号",
  "买家会员名",
  "买家实际支付金额",
  "总金额",
  "买家应付邮费",
  "宝贝总数量",
  "订单状态",
  "订单创建时间",
  "订单付款时间",
];

/**
 * So many orders: most by buyers of the chats of `lines` lines, minutes to eleven days after the
 * chat; one in ten by a buyer who never wrote; one in seven is closed or waits unpaid.
 */
export function orderGrid(count: number, lines: number): Grid {
  const chats = Math.floor(lines / LINES_OF_A_CHAT);
  const month = DAYS * DAY_SECONDS;
  const rows: GridCell[][] = [ORDER_HEADERS];
  for (let at = 0; at < count; at++) {
    const chat = Math.floor((at * chats) / count);
    const lead = at % 9 === 0 ? 86_400 * (1 + (at % 11)) : 60 + ((at * 377) % 40_000);
    const created = Math.min(Math.floor((chat * month) / chats) + lead, month - 1);
    const isPaid = at % 7 !== 3;
    const amount = 20 + ((at * 7_919) % 48_000) / 100;
    rows.push([
      `33${String(10 ** 16 + at * 97)}`,
      at % 10 === 4 ? `ghost${at}` : customerOf(chat),
      isPaid ? amount : 0,
      amount,
      at % 5 === 0 ? 8 : 0,
      1 + (at % 3),
      isPaid ? "交易成功" : at % 2 === 0 ? "交易关闭" : "等待买家付款",
      dateCell(created),
      isPaid ? dateCell(Math.min(created + 30 + ((at * 613) % 90_000), month - 1)) : "",
    ]);
  }
  return { name: "订单", rows };
}
