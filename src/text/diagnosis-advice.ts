import type { Lang } from "./template";

/**
 * What to train, by topic. The two ways are those of article 000 (DOMAIN A.6): teach (product
 * knowledge, standard scripts) and show (role play, a veteran leads a newcomer, the owner
 * demonstrates). What else is named per topic is the product's own choice.
 */
const ADVICE = {
  selling: [
    "teach product knowledge and standard scripts; role play asking for the order; a veteran leads a newcomer through real chats",
    "学习产品知识和标准话术；角色扮演促单环节；由老员工带新人跟看真实聊天",
  ],
  basket: [
    "practise recommending matching and better goods; the owner demonstrates with real customers",
    "练习关联推荐和高价款推荐；由店主现场示范",
  ],
  volume: [
    "go through the target day by day; ask every inquirer for the order; the owner demonstrates closing a sale",
    "按天拆解目标；对每位询单顾客主动促单；由店主示范成交",
  ],
  payment: [
    "follow up unpaid orders the same day with a standard script; ask why the buyer waits",
    "当天用标准话术跟进未付款订单，并询问未付款的原因",
  ],
  aftersale: [
    "learn the causes of closed and returned orders; role play complaints and exchanges; say only what the goods can do",
    "了解订单关闭和退货的原因；角色扮演投诉与换货；介绍商品不夸大",
  ],
  response: [
    "discipline in answering: quick phrases ready, alerts on, no more chats at once than can be answered; compare with a fast colleague's way of working",
    "响应纪律：备好快捷短语，打开提醒，同时接待不超过能力；学习响应快的同事的做法",
  ],
  reply: [
    "answer everybody, also short and late messages; check unanswered chats before a break and at the end of the shift",
    "每位顾客都要回复，包括简短和较晚的消息；休息前和下班前检查未回复的会话",
  ],
  service: [
    "read badly rated chats together; practise courtesy and solving the problem in one go; a veteran demonstrates",
    "一起复盘差评会话；练习礼貌用语和一次解决问题；由老员工示范",
  ],
  invite: [
    "ask for a review after every good chat, with a standard phrase and no reward for a rating",
    "每次服务良好后用标准话术邀请评价，不以奖励换取评分",
  ],
  cases: [
    "sort open cases every day and finish the oldest first; ask for help early with hard ones",
    "每天整理未完结的售后，先处理最早的；疑难问题尽早求助",
  ],
  attendance: [
    "agree on the shift plan and its causes of absence; remind of it a week ahead",
    "共同确认班表和缺勤原因，并提前一周提醒",
  ],
  customers: [
    "ask for contact and date of use in every chat; note it the same day; plan the next contact",
    "每次聊天询问联系方式和使用时间，当天登记，并约定下次联系",
  ],
  knowledge: [
    "study specifications, material, choosing and care of the goods; ask each other questions from real chats",
    "学习规格、材质、选购和保养知识；用真实聊天中的问题互相提问",
  ],
  conduct: [
    "talk it over in person: say what was seen, agree on one thing to change, look at it again in a week",
    "当面沟通：说明观察到的情况，约定一项改进，一周后复查",
  ],
  advertising: [
    "look at spend and sales by campaign; stop the weakest, move the budget to the best",
    "按计划查看花费与成交；停掉最差的，把预算移到最好的",
  ],
  more: [
    "teach product knowledge and standard scripts; show by role play, and let a veteran lead",
    "学习产品知识和标准话术；角色扮演示范，由老员工带领",
  ],
  less: [
    "look at the latest cases together and find the common cause; agree on one rule that avoids it",
    "一起查看最近的案例，找出共同原因，约定一条避免它的做法",
  ],
} as const satisfies Record<string, readonly [en: string, zh: string]>;

/** What to train. */
export type AdviceTopic = keyof typeof ADVICE;

/** Metrics and measures of the catalogue and of the packs, by name. */
const TOPICS = {
  conversion: "selling",
  conversion_received: "selling",
  final_payers: "selling",
  orderers: "selling",
  payers: "selling",
  order_success: "payment",
  loss_rate: "payment",
  loss_rate_amount: "payment",
  closed_orders: "payment",
  closed_amount: "payment",
  assisted_followups: "payment",
  assisted_amount: "payment",
  aov: "basket",
  aov_to_shop: "basket",
  items_per_buyer: "basket",
  sales: "volume",
  net_sales: "volume",
  orders: "volume",
  paid_orders: "volume",
  items_sold: "volume",
  refund_rate: "aftersale",
  return_rate: "aftersale",
  refunds: "aftersale",
  returns: "aftersale",
  aftersale_cost: "aftersale",
  aftersale_cost_per_case: "aftersale",
  complaints: "service",
  satisfaction: "service",
  praise_rate: "service",
  praise: "service",
  chat_quality: "service",
  first_response: "response",
  avg_response: "response",
  slow_rate: "response",
  slow_replies: "response",
  timeouts: "response",
  reply_rate: "reply",
  unanswered: "reply",
  replied: "reply",
  review_invites: "invite",
  reviews_changed: "invite",
  invite_rate: "invite",
  aftersale_handled: "cases",
  aftersale_cases: "cases",
  aftersale_care: "cases",
  resolution_time: "cases",
  attendance_rate: "attendance",
  attendance_incidents: "attendance",
  attended_days: "attendance",
  late_count: "attendance",
  early_count: "attendance",
  absent_days: "attendance",
  leave_days: "attendance",
  online_seconds: "attendance",
  phones: "customers",
  phone_rate: "customers",
  friends_added: "customers",
  friend_rate: "customers",
  sheet_rate: "customers",
  customer_notes: "customers",
  contact_gap: "customers",
  never_contacted: "customers",
  repeat_sales: "customers",
  referral_sales: "customers",
  repeat_rate: "customers",
  product_knowledge: "knowledge",
  conduct: "conduct",
  execution: "conduct",
  attitude: "conduct",
  工作态度: "conduct",
  cooperation: "conduct",
  团队协作: "conduct",
  岗位配合: "conduct",
  discipline: "conduct",
  纪律品行: "conduct",
  plan_completion: "conduct",
  team_completion: "conduct",
  roi: "advertising",
  ad_sales: "advertising",
} as const satisfies Record<string, AdviceTopic>;

const TOPIC_OF: ReadonlyMap<string, AdviceTopic> = new Map(Object.entries(TOPICS));

/** What is known of a metric that a user added. */
export interface AdvisedMetric {
  /** Name of the metric; case is ignored. */
  readonly metric: string;
  readonly unit: string | null;
  readonly better: "higher" | "lower";
}

/**
 * What to train for a metric: its own topic, else by unit and direction: seconds of which fewer are
 * better are a matter of response, money of which more is better of volume, points of conduct.
 */
export function adviceTopic({ metric, unit, better }: AdvisedMetric): AdviceTopic {
  const known = TOPIC_OF.get(metric.toLowerCase());
  if (known) return known;
  if (unit === "s" && better === "lower") return "response";
  if (unit === "money" && better === "higher") return "volume";
  if (unit === "points") return "conduct";
  return better === "lower" ? "less" : "more";
}

/** The training advice of a topic in a language; a clause without a full stop. */
export function adviceText(topic: AdviceTopic, lang: Lang): string {
  return ADVICE[topic][lang === "en" ? 0 : 1];
}

/** Every topic. */
export const ADVICE_TOPICS: readonly AdviceTopic[] = Object.keys(ADVICE) as AdviceTopic[];
