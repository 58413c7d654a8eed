import type { RuleTabKind } from "../rules/columns";
import type { Pack, PackRow } from "../rules/pack";
import { accountOf, attendanceTabs, dailyTabs, followUpTab, monthTabs, registerTab } from "./exports";
import { shopFacts } from "./facts";
import { manualRows } from "./manual";
import { orderTabs } from "./orders";
import { streamFrom } from "./random";
import { AGENTS, type Agent, MONTHS, PROMOTIONS } from "./shop";
import type { SampleTab } from "./tab";

type Language = "en" | "zh";

const SEED = 20261001;
/** Sales a head that the sample shop plans for each month. */
const TARGETS = [118000, 126000, 134000];
/** A month's base pay where the pack has no grades to take it from. */
const BASE_PAY: Readonly<Record<string, number>> = { A0: 1800, A1: 2000, A2: 2500, A3: 3000, A4: 3500 };
const MANAGERS = [
  { en: "Lin Wei", zh: "林薇", email: "linwei@example.com" },
  { en: "Zhao Hang", zh: "赵航", email: "zhaohang@example.com" },
] as const;

/**
 * The pasted tabs of a fictional shop from August to October 2026, the same at every call: daily
 * reports, month reports, an after-sale register, attendance, orders and refunds. Most of it is
 * clean; a few wrong pastes show what Check data finds, and one cell holds one person in September.
 */
export function sampleWorkbook(): SampleTab[] {
  const facts = shopFacts(streamFrom(SEED));
  const rest = streamFrom(SEED + 1);
  return [
    ...dailyTabs(facts),
    ...monthTabs(facts, rest, streamFrom(SEED + 2)),
    registerTab(facts, rest),
    followUpTab(facts, streamFrom(SEED + 4)),
    ...attendanceTabs(facts),
    ...orderTabs(rest),
  ];
}

/**
 * The sample shop's rows of the rule tabs that a pack leaves to the user: Staff on the pack's plan,
 * Targets, Sources, Calendar, Adjustments and, where the pack has such items, Manual scores.
 */
export function sampleRules(pack: Pack, lang: Language): Partial<Record<RuleTabKind, PackRow[]>> {
  return {
    staff: staffRows(pack, lang),
    targets: targetRows(pack, lang),
    sources: sourceRows(lang),
    calendar: calendarRows(),
    ...manualTab(pack, lang),
    adjustments: adjustmentRows(lang),
  };
}

// With grades the base pay comes from them; a pack without grades gets the amounts themselves.
function staffRows(pack: Pack, lang: Language): PackRow[] {
  const rules = pack.tabs(lang);
  const plan = rules.pay?.[0]?.plan ?? "";
  const row = (agent: Agent, grade: string): Record<string, string | number> => {
    const manager = MANAGERS[agent.team] ?? MANAGERS[0];
    const cells: Record<string, string | number> = {
      person: agent[lang],
      accounts: [accountOf(agent), agent.nick, ...(lang === "en" ? [agent.zh] : [])].join("；"),
      team: teamName(agent.team, lang),
      manager: manager[lang],
      managerEmail: manager.email,
      plan,
      hired: agent.hired,
    };
    if (agent.left) cells.left = agent.left;
    if (agent.probationUntil) cells.probationUntil = agent.probationUntil;
    return { ...cells, ...(rules.grades ? { grade } : { basePay: BASE_PAY[grade] ?? 0 }) };
  };
  const rows = AGENTS.map((agent) => row(agent, agent.grade));
  const raised = AGENTS.find((agent) => agent.nick === "青青");
  // One raise inside a month, so that October shows a base pay by days.
  return raised ? [...rows, { ...row(raised, "A2"), from: "2026-10-16" }] : rows;
}

function teamName(team: number, lang: Language): string {
  return lang === "zh" ? `售前${team === 0 ? "一" : "二"}组` : `Pre-sale ${team + 1}`;
}

/** Targets of the whole shop for metrics that a pack measures by attainment, beside sales. */
const SHOP_TARGETS: Readonly<Record<string, number | string>> = { aov: 235, roi: 5, conversion: "48%" };
/** Targets that a pack's own system takes from the group; three people or fewer have a fixed one. */
const PACK_TARGETS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "template-t4": {
    conversion: "=IF(TEAM.SUM(1)<=3,40%,TEAM.VALUE(conversion))",
    avg_response: "=IF(TEAM.SUM(1)<=3,40,TEAM.VALUE(avg_response))",
  },
};

function shopTargets(pack: Pack, lang: Language): PackRow[] {
  const measured = (pack.tabs(lang).scoring ?? []).filter((row) =>
    ["attainment", "达成率"].includes(String(row.measure)),
  );
  const metrics = new Set(measured.map((row) => String(row.metric)));
  return MONTHS.flatMap(([month]) =>
    Object.entries({ ...SHOP_TARGETS, ...PACK_TARGETS[pack.name] })
      .filter(([metric]) => metrics.has(metric))
      .map(([metric, target]) => ({ month, appliesTo: "*", metric, target })),
  );
}

function calendarRows(): PackRow[] {
  const low = { from: "2026-08-17", to: "2026-08-30", profile: "low" };
  return [...PROMOTIONS.map(([from, to]) => ({ from, to, profile: "promotion" })), low];
}

function manualTab(pack: Pack, lang: Language): { manual?: PackRow[] } {
  const manual = manualRows(
    pack,
    lang,
    streamFrom(SEED + 3),
    (team) => (MANAGERS[team] ?? MANAGERS[0])[lang],
  );
  return manual.length > 0 ? { manual } : {};
}

function targetRows(pack: Pack, lang: Language): PackRow[] {
  const nameOf = (nick: string): string => AGENTS.find((agent) => agent.nick === nick)?.[lang] ?? "";
  return [
    ...MONTHS.map(([month], index) => ({
      month,
      appliesTo: "*",
      metric: "sales",
      target: TARGETS[index] ?? 0,
    })),
    ...shopTargets(pack, lang),
    // The joiner and the leaver have their share of the month's days.
    { month: "2026-09", appliesTo: nameOf("米粒"), metric: "sales", target: "=126000*17/30" },
    { month: "2026-10", appliesTo: nameOf("海盐"), metric: "sales", target: "=134000*16/31" },
  ];
}

function sourceRows(lang: Language): PackRow[] {
  const source = lang === "zh" ? "售后登记" : "After-sale register";
  const first = { source, tab: "售后登记", personColumn: "客服", dateColumn: "登记日期" };
  return [
    { ...first, measure: "aftersale_cases", how: "sum", column: "单数" },
    { source, measure: "aftersale_handled", how: "sum", column: "单数", where: '=处理状态="已完结"' },
    { source, measure: "aftersale_cost", how: "sum", column: "花费(元)" },
  ];
}

function adjustmentRows(lang: Language): PackRow[] {
  const zh = lang === "zh";
  const by = MANAGERS[0][lang];
  const row = (month: string, index: number, amount: number, component: string, reason: string): PackRow => ({
    month,
    person: AGENTS[index]?.[lang] ?? "",
    component,
    amount,
    reason,
    by,
    on: `${month}-28`,
  });
  const bonus = zh ? "奖金" : "bonus";
  return [
    row("2026-08", 6, 200, bonus, zh ? "月度优秀客服" : "Agent of the month"),
    row("2026-10", 0, 200, bonus, zh ? "双11预售值班" : "Extra shifts in the promotion"),
    row(
      "2026-10",
      8,
      -86.4,
      zh ? "退款扣回" : "refund recovered",
      zh ? "上月订单退款" : "Refund of a September order",
    ),
  ];
}
