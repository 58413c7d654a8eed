import type { Attendance, ShopFacts, WorkedDay } from "./facts";
import type { Stream } from "./random";
import { AGENTS, type Agent, MONTHS, SHOP } from "./shop";
import type { SampleCell, SampleTab } from "./tab";

const DAILY_HEADER =
  "日期,客服昵称,聊天人数(原咨询人数),接待人数,询单人数,询单->最终下单人数,询单->最终付款人数,销售额,销售量,销售人数,下单笔数,关闭笔数,未回复人数,回复率,首次响应(秒),平均响应(秒)".split(
    ",",
  );

/** Index of columns of the daily report that hold a wrong paste. */
const RECEIVED = 3;
const FINAL_PAYERS = 6;
const SALES = 7;

/** Nick under which the agent appears in exports. */
export function accountOf(agent: Agent): string {
  return `${SHOP}:${agent.nick}`;
}

function dailyRow(day: WorkedDay): SampleCell[] {
  const replyRate = (100 * (day.received - day.unanswered)) / day.received;
  return [
    { date: day.date },
    accountOf(day.agent),
    day.consulted,
    day.received,
    day.inquirers,
    day.orderers,
    day.finalPayers,
    day.salesMinor / 100,
    day.items,
    day.finalPayers,
    day.orders,
    day.closedOrders,
    day.unanswered,
    `${replyRate.toFixed(2)}%`,
    day.firstResponse,
    day.averageResponse,
  ];
}

// The report ends with a sum and a mean, which nobody must count as agents.
function summaryRows(rows: readonly SampleCell[][]): SampleCell[][] {
  const totals = DAILY_HEADER.map((_, column) =>
    rows.reduce((sum, row) => sum + (Number(row[column]) || 0), 0),
  );
  return ["汇总", "均值"].map((name, kind) =>
    totals.map((total, column) => {
      if (column < 2) return column === 1 ? name : "";
      const mean = column > 12;
      if (column === 13) return "-";
      return kind === 0 && !mean
        ? Math.round(total * 100) / 100
        : Math.round((total * 100) / rows.length) / 100;
    }),
  );
}

/** The daily agent report, one tab a month, and a part of August pasted a second time. */
export function dailyTabs(facts: ShopFacts): SampleTab[] {
  const tabs = MONTHS.map(([month]) => {
    const rows = facts.days.filter((day) => day.date.startsWith(month)).map(dailyRow);
    const summaries = summaryRows(rows);
    spoil(month, rows);
    return { name: `赤兔日报_下单优先判定_${month}`, rows: [DAILY_HEADER, ...rows, ...summaries] };
  });
  const august = tabs[0];
  if (!august) return tabs;
  const again = { name: `${august.name} (1)`, rows: [DAILY_HEADER, ...august.rows.slice(200, 230)] };
  return [...tabs, again];
}

// What people really paste: a full-width number, an account of nobody, a number written in words
// (it holds one person in September), and a figure that the platform gives some days later.
function spoil(month: string, rows: SampleCell[][]): void {
  const of = (nick: string, from: number): SampleCell[] =>
    rows.find((row, index) => index >= from && row[1] === `${SHOP}:${nick}`) ?? [];
  if (month === "2026-08") {
    const row = of("石头", 40);
    row[RECEIVED] = String(row[RECEIVED]).replace(/\d/g, (digit) =>
      String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
    );
  }
  if (month === "2026-09") {
    of("阿哲", 90)[SALES] = "约5200";
    const copied = [...of("青青", 60)];
    copied[1] = `${SHOP}:测试号`;
    rows.splice(60, 0, copied);
  }
  if (month === "2026-10") of("安安", rows.length - 12)[FINAL_PAYERS] = "延迟统计";
}

const MONTH_HEADER =
  "旺旺昵称,旺旺分组,慢响应人数,平均接待时长（秒),询单流失人数,协助跟进人数,退款件数,成功退款金额";
const SERVICE_HEADER =
  "付款笔数,退货数,评价量,满意评价量,评论数,好评数,改评数,解决次数,解决总秒数,超时次数,投诉数,最大同时接待,在线总时长(秒),关闭金额,协助跟进金额";

/**
 * The agent report of the month, whose date stands in the tab's name only, with six summary rows.
 * @param service stream of the columns of service, drawn apart from the others.
 */
export function monthTabs(facts: ShopFacts, stream: Stream, service: Stream): SampleTab[] {
  const header = `${MONTH_HEADER},${SERVICE_HEADER}`.split(",");
  return MONTHS.map(([month, length]) => {
    const rows: SampleCell[][] = [];
    for (const agent of AGENTS) {
      const days = facts.days.filter((day) => day.agent === agent && day.date.startsWith(month));
      if (days.length > 0)
        rows.push([...monthRow(agent, days, stream), ...serviceCells(agent, days, service)]);
    }
    const summaries = "汇总值,平均值,全店汇总值,全店平均值,同行同层优秀,同行同层均值"
      .split(",")
      .map((name, index) => {
        const values = header.slice(2).map((_, column) => {
          const sum = rows.reduce((total, row) => total + Number(row[column + 2]), 0);
          const mean = index % 2 === 1 || column === 1;
          return index > 3 ? "-" : Math.round((mean ? sum / rows.length : sum) * 100) / 100;
        });
        return [name, "", ...values];
      });
    return { name: `自制报表-客服绩效_${rangeOf(month, length)}`, rows: [header, ...rows, ...summaries] };
  });
}

function monthRow(agent: Agent, days: readonly WorkedDay[], stream: Stream): SampleCell[] {
  const sum = (pick: (day: WorkedDay) => number): number => days.reduce((total, day) => total + pick(day), 0);
  const slow = Math.round((sum((day) => day.received) * stream.whole(4, 30)) / 1000);
  const refundMinor = Math.round((sum((day) => day.salesMinor) * stream.whole(28, 66)) / 1000);
  return [
    accountOf(agent),
    `售前${agent.team === 0 ? "一" : "二"}组`,
    slow,
    stream.whole(260, 420),
    sum((day) => day.inquirers - day.orderers),
    stream.whole(2, 15),
    Math.max(1, Math.round(refundMinor / 21000)),
    refundMinor / 100,
  ];
}

/** What the custom report of the month tells of service, in the order of its header. */
function serviceCells(agent: Agent, days: readonly WorkedDay[], stream: Stream): number[] {
  const paidOrders = days.reduce((sum, day) => sum + day.orders - day.closedOrders, 0);
  const share = (of: number, from: number, to: number): number =>
    Math.round((of * stream.whole(from, to)) / 1000);
  const ratings = share(paidOrders, 180, 260);
  const reviews = share(paidOrders, 300, 420);
  const resolved = share(paidOrders, 120, 200);
  return [
    paidOrders,
    share(paidOrders, 18, 56),
    ratings,
    share(ratings, 900, 985),
    reviews,
    share(reviews, 950, 990),
    stream.whole(0, 9),
    resolved,
    resolved * stream.whole(240, 560),
    stream.whole(0, 11),
    stream.chance(0.3) ? 1 : 0,
    stream.whole(7, 18) + Math.round(agent.load / 10),
    days.length * stream.whole(29_200, 32_000),
    days.reduce((sum, day) => sum + day.closedOrders, 0) * agent.orderValue,
    Math.round((days.reduce((sum, day) => sum + day.salesMinor, 0) * (90 + agent.load)) / 1000) / 100,
  ];
}

/** The after-sale register, one row for a week's cases of one kind; it becomes measures through Sources. */
export function registerTab(facts: ShopFacts, stream: Stream): SampleTab {
  const rows: SampleCell[][] = [];
  const seen = new Set<string>();
  for (const { agent, date } of facts.days) {
    const week = `${date.slice(0, 7)} ${Math.floor((Number(date.slice(8)) - 1) / 7)}`;
    if (seen.has(agent.nick + week)) continue;
    seen.add(agent.nick + week);
    const open = stream.chance(0.4) ? stream.whole(1, 3) : 0;
    for (const [kind, cases, state] of [
      ["退换货", stream.whole(5, 9), "已完结"],
      ["补发配件", stream.whole(3, 6), "已完结"],
      ["破损赔付", open, "处理中"],
    ] as const) {
      if (cases > 0)
        rows.push([{ date }, agent.nick, kind, cases, state, (cases * stream.whole(140, 390)) / 100]);
    }
  }
  return { name: "售后登记", rows: ["登记日期,客服,售后类型,单数,处理状态,花费(元)".split(","), ...rows] };
}

const FOLLOW_UP_HEADER =
  "月份,客服,电话数,加好友数,A类客户数,B类客户数,C类客户数,D类客户数,联系间隔总天数,联系间隔次数,未再联系客户数,邀评数,二次购买业绩,转介绍业绩";

/** The follow-up sheet that the team keeps by hand, one row for an agent and month. */
export function followUpTab(facts: ShopFacts, stream: Stream): SampleTab {
  const rows = MONTHS.flatMap(([month]) =>
    AGENTS.flatMap((agent) => {
      const days = facts.days.filter((day) => day.agent === agent && day.date.startsWith(month));
      return days.length > 0 ? [[month, agent.nick, ...followUpCells(agent, days, stream)]] : [];
    }),
  );
  return { name: "客户跟进月报", rows: [FOLLOW_UP_HEADER.split(","), ...rows], text: [0] };
}

function followUpCells(agent: Agent, days: readonly WorkedDay[], stream: Stream): number[] {
  const inquirers = days.reduce((sum, day) => sum + day.inquirers, 0);
  const share = (of: number, from: number, to: number): number =>
    Math.round((of * stream.whole(from, to)) / 1000);
  const kinds = [share(inquirers, 60, 140), share(inquirers, 120, 240), share(inquirers, 200, 320)];
  const customers = kinds.reduce((sum, count) => sum + count, share(inquirers, 80, 260));
  const never = share(customers, 10, 260);
  const gaps = customers - never;
  const sales = days.reduce((sum, day) => sum + day.salesMinor, 0);
  return [
    share(inquirers, 90, 360),
    share(inquirers, 120, 380),
    ...kinds,
    customers - kinds.reduce((sum, count) => sum + count, 0),
    gaps * 2 + share(gaps, 0, 3500),
    gaps,
    never,
    share(inquirers, Math.round(agent.conversion / 10), Math.round(agent.conversion / 1.6)),
    share(sales, 8, 70) / 100,
    share(sales, 4, 40) / 100,
  ];
}

const ATTENDANCE_HEADER =
  "姓名,考勤组,部门,工号,职位,应出勤天数,出勤天数,休息天数,迟到次数,迟到时长(分钟),早退次数,早退时长(分钟),上班缺卡次数,下班缺卡次数,旷工天数,请假,,";
const ATTENDANCE_SUBHEADER = ",,,,,,,,,,,,,,,事假(天),病假(天),年假(天)";

/** DingTalk's monthly summary: two title lines, a header of two rows, legal names, one row a person. */
export function attendanceTabs(facts: ShopFacts): SampleTab[] {
  const row = ({ agent, scheduled, attended, late, early }: Attendance): SampleCell[] => [
    agent.zh,
    "客服考勤组",
    "客服部",
    `0${101 + AGENTS.indexOf(agent)}`,
    "客服",
    scheduled,
    attended,
    8,
    late,
    late * 6,
    early,
    early * 10,
    0,
    0,
    0,
    scheduled - attended,
    0,
    0,
  ];
  return MONTHS.map(([month, length]) => ({
    name: `考勤月度汇总_${month}`,
    rows: [
      titleLine(`月度汇总 统计日期：${month}-01 至 ${month}-${length}`),
      titleLine("考勤报表由系统自动生成"),
      ATTENDANCE_HEADER.split(","),
      ATTENDANCE_SUBHEADER.split(","),
      ...facts.attendance.filter((entry) => entry.month === month).map(row),
    ],
    text: [3],
  }));
}

function titleLine(text: string): string[] {
  return ATTENDANCE_HEADER.split(",").map((_, index) => (index === 0 ? text : ""));
}

function rangeOf(month: string, length: number): string {
  const compact = month.replace("-", "");
  return `${compact}01_${compact}${length}`;
}
