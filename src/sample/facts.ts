import type { Stream } from "./random";
import { AGENTS, type Agent, dateOf, isPromotion, MONTHS } from "./shop";

/** What one agent did on one day worked. Amounts are in hundredths. */
export interface WorkedDay {
  readonly agent: Agent;
  readonly date: string;
  readonly consulted: number;
  readonly received: number;
  readonly unanswered: number;
  readonly inquirers: number;
  readonly orderers: number;
  readonly finalPayers: number;
  readonly orders: number;
  readonly closedOrders: number;
  readonly items: number;
  readonly salesMinor: number;
  readonly firstResponse: number;
  readonly averageResponse: number;
}

/** What the time clock says of one agent in one month. */
export interface Attendance {
  readonly agent: Agent;
  readonly month: string;
  readonly scheduled: number;
  readonly attended: number;
  readonly late: number;
  readonly early: number;
}

/** All the sample shop did in its three months. */
export interface ShopFacts {
  readonly days: readonly WorkedDay[];
  readonly attendance: readonly Attendance[];
}

/** Works every agent's schedule through the three months, drawing from one stream. */
export function shopFacts(stream: Stream): ShopFacts {
  const days: WorkedDay[] = [];
  const attendance: Attendance[] = [];
  let before = 0;
  for (const [month, length] of MONTHS) {
    AGENTS.forEach((agent, index) => {
      const scheduled = scheduledDates(agent, index, month, length, before);
      const worked = scheduled.filter(() => !stream.chance(0.02));
      for (const date of worked) days.push(workedDay(stream, agent, date));
      attendance.push({
        agent,
        month,
        scheduled: scheduled.length,
        attended: worked.length,
        late: times(stream, worked.length, 0.05),
        early: times(stream, worked.length, 0.015),
      });
    });
    before += length;
  }
  days.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return { days, attendance: attendance.filter((row) => row.scheduled > 0) };
}

// Five days on and two off, each agent a few days after the one before; everybody works promotions.
function scheduledDates(
  agent: Agent,
  index: number,
  month: string,
  length: number,
  before: number,
): string[] {
  const dates: string[] = [];
  for (let day = 1; day <= length; day++) {
    const date = dateOf(month, day);
    const employed = agent.hired <= date && (agent.left === "" || date <= agent.left);
    if (employed && ((before + day + index * 3) % 7 < 5 || isPromotion(date))) dates.push(date);
  }
  return dates;
}

function times(stream: Stream, days: number, probability: number): number {
  let count = 0;
  for (let day = 0; day < days; day++) if (stream.chance(probability)) count++;
  return count;
}

function workedDay(stream: Stream, agent: Agent, date: string): WorkedDay {
  const busy = isPromotion(date);
  const inquirers = Math.round((agent.load * (busy ? 1.7 : 1) * stream.whole(82, 118)) / 100);
  const received = inquirers + stream.whole(6, 22);
  const finalPayers = Math.round(
    (inquirers * (agent.conversion + stream.whole(-60, 60) - (busy ? 15 : 0))) / 1000,
  );
  const orderers = Math.min(inquirers, finalPayers + stream.whole(0, 4));
  const paidOrders = finalPayers + stream.whole(0, 2);
  const closedOrders = stream.whole(0, 4);
  const valueMinor = agent.orderValue * 100 + stream.whole(-1800, 1800);
  const firstResponse = agent.seconds + stream.whole(-5, 5) + (busy ? 7 : 0);
  return {
    agent,
    date,
    consulted: received + stream.whole(0, 9),
    received,
    unanswered: stream.chance(0.6) ? 0 : stream.whole(1, busy ? 7 : 4),
    inquirers,
    orderers,
    finalPayers,
    orders: paidOrders + closedOrders,
    closedOrders,
    items: finalPayers + stream.whole(2, 14),
    salesMinor: finalPayers * valueMinor + stream.whole(0, 99),
    firstResponse,
    averageResponse: firstResponse + stream.whole(-8, 4),
  };
}
