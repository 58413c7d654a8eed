import { metricsRows } from "../catalogue";
import type { Pack, Words } from "../pack";
import { bandRows, type DraftComponent, type DraftTable, FIXED, payRows } from "./language";
import { MORE_FIXED, type OwnMetric, ownMetricRows, type ScoringDraft, scorecardRows } from "./scorecard";

const PLAN: Words = { en: "Follow-up", zh: "跟进型类目" };

const PHONES: Words = { en: "Phone numbers", zh: "留电话" };
const FRIENDS: Words = { en: "Friends added", zh: "加好友" };
const SHEET: Words = { en: "Customers A to D in the sheet", zh: "ABCD 客户登记" };
const NOTES: Words = { en: "Customer notes", zh: "信息整理" };
const GAP: Words = { en: "Days between contacts", zh: "联系间隔" };
const CHATS: Words = { en: "Chat quality", zh: "聊天质检" };
const PRODUCT: Words = { en: "Product knowledge", zh: "产品知识" };
const CONVERSION: Words = { en: "Seven-day conversion", zh: "七天转化率" };
const CARE: Words = { en: "After-sale care", zh: "售后跟进" };
const INVITES: Words = { en: "Review invitations", zh: "邀约好评" };
const REPEAT: Words = { en: "Repeat and referral sales", zh: "复购与转介绍" };
const PERFORMANCE_BASE: Words = { en: "Performance base", zh: "绩效基数" };

const ITEMS: readonly ScoringDraft[] = [
  {
    item: PHONES,
    kind: FIXED.points,
    metric: "phone_rate",
    weight: 6,
    method: FIXED.bands,
    measure: FIXED.value,
  },
  {
    item: FRIENDS,
    kind: FIXED.points,
    metric: "friend_rate",
    weight: 6,
    method: FIXED.bands,
    measure: FIXED.value,
  },
  {
    item: SHEET,
    kind: FIXED.points,
    metric: "sheet_rate",
    weight: 6,
    method: FIXED.bands,
    measure: FIXED.value,
  },
  { item: NOTES, kind: FIXED.points, metric: "customer_notes", weight: 6, method: MORE_FIXED.manual },
  {
    item: GAP,
    kind: FIXED.points,
    metric: "contact_gap",
    weight: 6,
    method: FIXED.bands,
    measure: FIXED.value,
  },
  { item: CHATS, kind: FIXED.points, metric: "chat_quality", weight: 30, method: MORE_FIXED.manual },
  { item: PRODUCT, kind: FIXED.points, metric: "product_knowledge", weight: 10, method: MORE_FIXED.manual },
  {
    item: CONVERSION,
    kind: FIXED.points,
    metric: "conversion",
    weight: 20,
    method: FIXED.ratio,
    measure: FIXED.attainment,
  },
  { item: CARE, kind: FIXED.points, metric: "aftersale_care", weight: 4, method: MORE_FIXED.manual },
  {
    item: INVITES,
    kind: FIXED.points,
    metric: "invite_rate",
    weight: 3,
    method: FIXED.bands,
    measure: FIXED.value,
  },
  {
    item: REPEAT,
    kind: FIXED.points,
    metric: "repeat_rate",
    weight: 3,
    method: FIXED.bands,
    measure: FIXED.value,
  },
  {
    item: { en: "The performance base does not exceed the base pay", zh: "绩效基数未高于底薪" },
    kind: MORE_FIXED.hrWarning,
    method: FIXED.formula,
    formula: { en: '=BAND("Performance base",base)<=base', zh: '=BAND("绩效基数",base)<=base' },
  },
];

function shares(table: Words, first: string, second: string, third: string): DraftTable {
  return {
    table,
    when: FIXED.atLeast,
    rows: [
      [first, 100],
      [second, 80],
      [third, 60],
      ["", 0],
    ],
  };
}

const TABLES: readonly DraftTable[] = [
  shares(PHONES, "30%", "20%", "10%"),
  shares(FRIENDS, "30%", "20%", "10%"),
  shares(SHEET, "90%", "70%", "50%"),
  {
    table: GAP,
    when: FIXED.upTo,
    rows: [
      [3, 100],
      [7, 80],
      [15, 60],
      ["", 0],
    ],
  },
  shares(INVITES, "50%", "30%", "10%"),
  shares(REPEAT, "10%", "5%", "2%"),
  // By base pay, so that a shop can add rows for higher bases.
  { table: PERFORMANCE_BASE, when: FIXED.atLeast, rows: [["", 4000]] },
];

const PAY: readonly DraftComponent[] = [
  ["base", { en: "Base pay", zh: "底薪" }, "=base"],
  [
    "performance",
    { en: "Performance base × score", zh: "绩效基数×得分" },
    { en: '=BAND("Performance base",base)*score/100', zh: '=BAND("绩效基数",base)*score/100' },
  ],
];

// A customer who was never contacted again counts as a gap of a whole month. SUM(0, …) lets an
// agent who contacted nobody again have the worst gap and not none at all.
const OWN_METRICS: readonly OwnMetric[] = [
  ["phone_rate", "Phone numbers per inquirer", "留电率", "=phones/inquirers", "%"],
  ["friend_rate", "Friends added per inquirer", "加好友率", "=friends_added/inquirers", "%"],
  [
    "sheet_rate",
    "Customers in the sheet per inquirer",
    "客户登记率",
    "=(customers_a+customers_b+customers_c+customers_d)/inquirers",
    "%",
  ],
  [
    "contact_gap",
    "Mean days between contacts",
    "平均联系间隔",
    "=(SUM(0,contact_gap_days)+30*never_contacted)/(SUM(0,contact_gaps)+never_contacted)",
    "days",
    "lower",
  ],
  ["invite_rate", "Review invitations per buyer", "邀评率", "=review_invites/payers", "%"],
  [
    "repeat_rate",
    "Share of repeat and referral sales",
    "复购转介绍占比",
    "=(repeat_sales+referral_sales)/sales",
    "%",
  ],
  ["customer_notes", "Customer notes", "信息整理", "", "points"],
  ["chat_quality", "Chat quality", "聊天质检", "", "points"],
  ["product_knowledge", "Product knowledge", "产品知识", "", "points"],
  ["aftersale_care", "After-sale care", "售后跟进", "", "points"],
];

/** Five dimensions for goods that need follow-up; pay = base + performance base x score/100. */
export const FOLLOW_UP: Pack = {
  name: "follow-up",
  label: { en: "Follow-up: performance base × score", zh: "跟进型类目：底薪 + 绩效基数 × 得分" },
  help: {
    en: "Information collection 30, chat quality 30, product knowledge 10, seven-day conversion 20, after-sale follow-up 10. Pay = base + performance base × score ÷ 100; the performance base of 4,000 stands in Bands and must exceed the base pay: where it does not, HR is reminded on Checks (it changes no pay). Days between contacts: a customer never contacted again counts as 30 days. Supervisors rate customer notes (0 to 6), chat quality (0 to 30: product introduced, deposit asked for, next contact agreed, comfortable, harmonious, cross-selling, new styles), product knowledge (0 to 10) and after-sale care (0 to 4). Use the report with a payment window of seven days. Target of conversion in Targets: a number, or the team's best of the closed month + 5 percentage points =PREVIOUS(TEAM.BEST(conversion))+5%; relative: =PREVIOUS(TEAM.BEST(conversion))*1.05; off season: =PREVIOUS(TEAM.BEST(conversion)). Only people with 30 inquirers or more can be the best (Settings: team_best_minimum).",
    zh: "信息收集 30、聊天质检 30、产品知识 10、七天转化率 20、售后跟进 10。工资＝底薪＋绩效基数×得分÷100；绩效基数 4000 写在“档位”表，须高于底薪：否则在“检查”表提醒人事（不影响工资）。联系间隔：再未联系的客户按 30 天计。主管评定信息整理（0 至 6 分）、聊天质检（0 至 30 分：产品介绍完整、邀约定金或下单、约定下次联系、沟通舒适、关系融洽、关联销售、推荐新款）、产品知识（0 至 10 分）和售后跟进（0 至 4 分）。请使用七天付款口径的报表。转化目标写在“目标”表：一个数，或上个关账月团队最高＋5 个百分点 =PREVIOUS(TEAM.BEST(conversion))+5%；按相对值：=PREVIOUS(TEAM.BEST(conversion))*1.05；淡季：=PREVIOUS(TEAM.BEST(conversion))。询单满 30 人者才参与最高值（设置：团队最高最少人数）。",
  },
  source: {
    en: "The dimensions, 30 and 30 points, the team's best + 5 %, seven days, the base of 2,000 and the performance base of 4,000: a published article on goods that need follow-up (003). The pack's own choice: 10/20/10 for the rest, the split into 6 × 5 and 4/3/3, all bands, 30 days for a customer never contacted again.",
    zh: "五个维度、30 分和 30 分、团队最高＋5%、七天、底薪 2000 和绩效基数 4000：公开文章（003，跟进型类目）。本方案自定：其余 10/20/10、拆分为 6×5 和 4/3/3、全部档位、再未联系按 30 天。",
  },
  tabs: (lang) => ({
    metrics: [...metricsRows(), ...ownMetricRows(OWN_METRICS)],
    scoring: scorecardRows(lang, PLAN, ITEMS),
    bands: bandRows(lang, PLAN, TABLES),
    pay: payRows(lang, PLAN, PAY),
  }),
};
