/** A measure that only tables give which state it, as the documentation prints it. */
export interface StatedDefinition {
  readonly measure: string;
  readonly en: string;
  readonly zh: string;
  /** Where the definition comes from. */
  readonly source: string;
}

/**
 * What the measures mean that nothing pasted lets us count: an export states them, or a table does
 * that Sources reads. The other measures are defined where they are counted: `chat`, `orders`,
 * `attendance`. An export's own figure of those follows the platform's definition.
 */
export const STATED_DEFINITIONS: readonly StatedDefinition[] = [
  {
    measure: "ratings",
    en: "Ratings received, of every kind.",
    zh: "收到的评价数，含各种评价。",
    source: "DOMAIN B.11 (3) 收到; READINGS, catalogue",
  },
  {
    measure: "good_ratings",
    en: "Ratings of 很满意 and 满意; where an export has only the rate, the rate times its number of ratings or receptions.",
    zh: "很满意与满意的评价数；只有满意率时按评价量或接待人数还原。",
    source: "DOMAIN A.7, B.11 (7) satisfaction",
  },
  {
    measure: "praise",
    en: "Positive reviews of goods or service.",
    zh: "好评数。",
    source: "DOMAIN A.16 淘寶好評率",
  },
  { measure: "reviews", en: "Reviews of every kind.", zh: "评论数，含各种评论。", source: "DOMAIN A.16" },
  {
    measure: "reviews_changed",
    en: "Bad reviews that buyers changed after the agent's care.",
    zh: "经客服处理后买家修改的差评数。",
    source: "DOMAIN A.16 改評數",
  },
  {
    measure: "review_invites",
    en: "Buyers invited to review or to rate.",
    zh: "邀请评价的买家数。",
    source: "DOMAIN A.11 (5) 邀约好评, B.6 邀评率",
  },
  {
    measure: "complaints",
    en: "Complaints, substantiated where the table says so.",
    zh: "投诉数；表中区分时为成立的投诉。",
    source: "DOMAIN A.7 投诉",
  },
  {
    measure: "assisted_amount",
    en: "Sales of orders that the agent followed up for a colleague.",
    zh: "协助他人跟进的订单金额。",
    source: "DOMAIN A.18 T2 协助跟进服务",
  },
  {
    measure: "aftersale_cost",
    en: "Money spent on after-sale cases.",
    zh: "售后花费金额。",
    source: "DOMAIN A.8 (6)",
  },
  { measure: "aftersale_cases", en: "After-sale cases.", zh: "售后单数。", source: "DOMAIN A.8 (6)" },
  {
    measure: "aftersale_handled",
    en: "After-sale cases that the agent closed and nobody opened again.",
    zh: "有效处理（已关闭且未重开）的售后个数。",
    source: "DOMAIN A.8 (7)",
  },
  { measure: "returns", en: "Orders returned.", zh: "退货单数。", source: "DOMAIN A.16 退貨率" },
  {
    measure: "online_seconds",
    en: "Time online, in seconds.",
    zh: "在线总时长（秒）。",
    source: "DOMAIN A.15, B.1 在线总时长",
  },
  {
    measure: "paid_days",
    en: "Days for which pay is due, as the attendance summary says.",
    zh: "考勤汇总中的计薪天数。",
    source: "READINGS 4.7, 5.7",
  },
  { measure: "phones", en: "Phone numbers obtained.", zh: "获得的电话数。", source: "DOMAIN A.11 (1)" },
  { measure: "friends_added", en: "Buyers added as friends.", zh: "加好友数。", source: "DOMAIN A.11 (1)" },
  {
    measure: "customers_a",
    en: "Customers about to buy or to pay a deposit.",
    zh: "A 类客户：即将购买或付定金。",
    source: "DOMAIN A.11 (1) ABCD",
  },
  {
    measure: "customers_b",
    en: "Customers who are open and seriously interested.",
    zh: "B 类客户：有明确兴趣。",
    source: "DOMAIN A.11 (1) ABCD",
  },
  {
    measure: "customers_c",
    en: "Customers with a simple inquiry and no clear intent.",
    zh: "C 类客户：简单咨询，意向不明。",
    source: "DOMAIN A.11 (1) ABCD",
  },
  {
    measure: "customers_d",
    en: "Customers with little interest.",
    zh: "D 类客户：兴趣不大。",
    source: "DOMAIN A.11 (1) ABCD",
  },
  {
    measure: "contact_gap_days",
    en: "Days between the contacts with one customer, summed.",
    zh: "同一客户相邻两次联系的间隔天数合计。",
    source: "DOMAIN A.11 (1)",
  },
  {
    measure: "contact_gaps",
    en: "Number of those gaps.",
    zh: "上述间隔的次数。",
    source: "DOMAIN A.11 (1)",
  },
  {
    measure: "never_contacted",
    en: "Customers whom nobody contacted again: the worst gap, and not a missing one.",
    zh: "未再联系的客户数：按最差计，不是缺失。",
    source: "DOMAIN A.11 (?)",
  },
  {
    measure: "repeat_sales",
    en: "Sales to customers who bought before.",
    zh: "二次购买业绩。",
    source: "DOMAIN A.11 (5)",
  },
  {
    measure: "referral_sales",
    en: "Sales to customers whom others sent.",
    zh: "转介绍业绩。",
    source: "DOMAIN A.11 (5)",
  },
  {
    measure: "ad_spend",
    en: "The shop's spending on advertising.",
    zh: "店铺广告花费。",
    source: "DOMAIN A.14 (1)",
  },
  {
    measure: "ad_sales",
    en: "The shop's sales through advertising.",
    zh: "店铺广告成交额。",
    source: "DOMAIN A.14 (1)",
  },
];
