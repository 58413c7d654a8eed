import type { Unit } from "../engine/plan";
import type { PackRow } from "./pack";

/** A measure: a number that an export gives for a person and a day or month (READINGS, catalogue). */
export interface MeasureSpec {
  readonly name: string;
  readonly en: string;
  readonly zh: string;
  readonly unit: Unit;
  /** `higher` also where a measure has no direction of its own. */
  readonly better: "higher" | "lower";
}

/** A metric computed from measures; `formula` is spreadsheet text with its leading `=`. */
export interface MetricSpec extends MeasureSpec {
  readonly formula: string;
}

type MeasureRow = readonly [
  name: string,
  en: string,
  zh: string,
  unit: Unit,
  better?: "" | "lower",
  /** `+` = people score, target or pay on it, so Set up gives it a row in Metrics. */
  listed?: "+",
];

const MEASURE_ROWS: readonly MeasureRow[] = [
  ["consulted", "Buyers who wrote", "咨询人数", "count"],
  ["received", "Buyers received", "接待人数", "count", "", "+"],
  ["unanswered", "Buyers not answered", "未回复人数", "count", "lower", "+"],
  ["replied", "Buyers answered", "回复人数", "count"],
  ["inquirers", "Inquirers", "询单人数", "count", "", "+"],
  ["orderers", "Buyers who ordered", "下单人数", "count", "", "+"],
  ["final_payers", "Inquirers who paid", "最终付款人数", "count", "", "+"],
  ["payers", "Paying buyers", "销售人数", "count", "", "+"],
  ["orders", "Orders landed", "下单笔数", "count", "", "+"],
  ["closed_orders", "Orders closed", "关闭笔数", "count", "lower", "+"],
  ["closed_amount", "Amount closed", "关闭金额", "money", "lower"],
  ["paid_orders", "Orders paid", "付款笔数", "count", "", "+"],
  ["items_sold", "Items sold", "销售量", "count", "", "+"],
  ["sales", "Sales", "销售额", "money", "", "+"],
  ["refunds", "Refunds", "退款金额", "money", "lower", "+"],
  ["refunded_items", "Items refunded", "退款件数", "count", "lower"],
  ["postage", "Postage", "邮费", "money"],
  ["response_seconds", "Seconds to replies", "响应总秒数", "s", "lower"],
  ["responses", "Replies timed", "响应次数", "count"],
  ["first_response_seconds", "Seconds to first replies", "首次响应总秒数", "s", "lower"],
  ["first_responses", "First replies timed", "首次响应次数", "count"],
  ["slow_replies", "Slow replies", "慢响应人数", "count", "lower", "+"],
  ["timeouts", "Timeouts", "超时次数", "count", "lower", "+"],
  ["resolution_seconds", "Seconds to resolution", "解决总秒数", "s", "lower"],
  ["resolutions", "Cases resolved", "解决次数", "count"],
  ["ratings", "Ratings", "评价量", "count", "", "+"],
  ["good_ratings", "Good ratings", "满意评价量", "count"],
  ["praise", "Positive reviews", "好评数", "count"],
  ["reviews", "Reviews", "评论数", "count"],
  ["reviews_changed", "Reviews changed", "改评数", "count", "", "+"],
  ["review_invites", "Review invitations", "邀评数", "count", "", "+"],
  ["complaints", "Complaints", "投诉数", "count", "lower", "+"],
  ["assisted_orders", "Assisted orders", "协助下单人数", "count", "", "+"],
  ["assisted_followups", "Assisted follow-ups", "协助跟进人数", "count", "", "+"],
  ["assisted_amount", "Amount of assisted follow-ups", "协助跟进金额", "money", "", "+"],
  ["silent_sales", "Silent sales", "静默销售额", "money", "", "+"],
  ["aftersale_cost", "After-sale cost", "售后花费", "money", "lower", "+"],
  ["aftersale_cases", "After-sale cases", "售后单数", "count", "", "+"],
  ["aftersale_handled", "After-sale cases handled", "有效处理售后个数", "count", "", "+"],
  ["returns", "Returns", "退货数", "count", "lower", "+"],
  ["online_seconds", "Time online", "在线总时长", "s", "", "+"],
  ["max_chats", "Most chats at once", "最大同时接待", "count"],
  ["messages_in", "Messages from buyers", "买家消息数", "count"],
  ["messages_out", "Messages from agents", "客服消息数", "count"],
  ["transfers", "Buyers handed on", "转出人数", "count"],
  ["scheduled_days", "Days scheduled", "应出勤天数", "days"],
  ["attended_days", "Days attended", "出勤天数", "days", "", "+"],
  ["paid_days", "Days paid", "计薪天数", "days"],
  ["late_count", "Times late", "迟到次数", "count", "lower", "+"],
  ["early_count", "Times left early", "早退次数", "count", "lower", "+"],
  ["absent_days", "Days absent", "旷工天数", "days", "lower", "+"],
  ["leave_days", "Days of leave", "请假天数", "days", "lower", "+"],
  ["phones", "Phone numbers", "电话数", "count", "", "+"],
  ["friends_added", "Friends added", "加好友数", "count", "", "+"],
  ["customers_a", "Customers A", "A类客户数", "count", "", "+"],
  ["customers_b", "Customers B", "B类客户数", "count", "", "+"],
  ["customers_c", "Customers C", "C类客户数", "count"],
  ["customers_d", "Customers D", "D类客户数", "count"],
  ["contact_gap_days", "Days between contacts", "联系间隔总天数", "days", "lower"],
  ["contact_gaps", "Gaps between contacts", "联系间隔次数", "count"],
  ["never_contacted", "Customers never contacted again", "未再联系客户数", "count", "lower", "+"],
  ["repeat_sales", "Repeat sales", "二次购买业绩", "money", "", "+"],
  ["referral_sales", "Referral sales", "转介绍业绩", "money", "", "+"],
  ["ad_spend", "Advertising spend", "广告花费", "money", "lower", "+"],
  ["ad_sales", "Advertising sales", "广告成交额", "money", "", "+"],
];

type MetricRow = readonly [
  name: string,
  en: string,
  zh: string,
  formula: string,
  unit: Unit,
  better?: "lower",
];

// Two denominators are not settled by the definitions and are chosen here: the amount that agents
// landed is what was paid plus what was closed, and returns are counted against paid orders.
const METRIC_ROWS: readonly MetricRow[] = [
  ["conversion", "Conversion", "咨询转化率", "=final_payers/inquirers", "%"],
  ["conversion_received", "Conversion of received", "接待转化率", "=orderers/received", "%"],
  ["order_success", "Order success", "下单成功率", "=final_payers/orderers", "%"],
  ["aov", "Average order value", "客单价", "=sales/payers", "money"],
  ["items_per_buyer", "Items per buyer", "客件数", "=items_sold/payers", "count"],
  ["reply_rate", "Reply rate", "旺旺回复率", "=replied/received", "%"],
  [
    "first_response",
    "First response",
    "首次响应时间",
    "=first_response_seconds/first_responses",
    "s",
    "lower",
  ],
  ["avg_response", "Average response", "平均响应时间", "=response_seconds/responses", "s", "lower"],
  ["resolution_time", "Time to resolution", "问题解决时间", "=resolution_seconds/resolutions", "s", "lower"],
  ["slow_rate", "Slow reply rate", "慢响应率", "=slow_replies/received", "%", "lower"],
  ["loss_rate", "Order loss rate", "订单流失率", "=closed_orders/orders", "%", "lower"],
  [
    "loss_rate_amount",
    "Amount loss rate",
    "金额流失率",
    "=closed_amount/(sales+closed_amount)",
    "%",
    "lower",
  ],
  ["refund_rate", "Refund rate", "退款率", "=refunds/sales", "%", "lower"],
  ["return_rate", "Return rate", "退货率", "=returns/paid_orders", "%", "lower"],
  ["net_sales", "Net sales", "净销售额", "=sales-refunds", "money"],
  ["satisfaction", "Satisfaction", "客户满意率", "=good_ratings/ratings", "%"],
  ["praise_rate", "Praise rate", "好评率", "=praise/reviews", "%"],
  [
    "aftersale_cost_per_case",
    "After-sale cost per case",
    "平均售后花费",
    "=aftersale_cost/aftersale_cases",
    "money",
    "lower",
  ],
  ["attendance_rate", "Attendance rate", "出勤率", "=attended_days/scheduled_days", "%"],
  [
    "attendance_incidents",
    "Times late or left early",
    "迟到早退次数",
    "=late_count+early_count",
    "count",
    "lower",
  ],
  ["roi", "Return on advertising", "投入产出比", "=ad_sales/ad_spend", "count"],
];

/** Every measure that recognised exports and the follow-up, after-sale and attendance sheets give. */
export const MEASURES: readonly MeasureSpec[] = MEASURE_ROWS.map(([name, en, zh, unit, better]) => ({
  name,
  en,
  zh,
  unit,
  better: better || "higher",
}));

/** Every metric of the catalogue, in the order in which Set up writes them. */
export const METRICS: readonly MetricSpec[] = METRIC_ROWS.map(([name, en, zh, formula, unit, better]) => ({
  name,
  en,
  zh,
  formula,
  unit,
  better: better ?? "higher",
}));

/**
 * The rows that Set up writes into the Metrics tab: every metric with its formula, then, with a
 * blank formula, the measures that people score, target or pay on, so that these too have labels.
 * A blank Better is `higher`. Names, labels and Chinese names are unique over all rows.
 */
export function metricsRows(): PackRow[] {
  const listed = new Set(MEASURE_ROWS.filter((row) => row[5] === "+").map((row) => row[0]));
  const measures = MEASURES.filter((measure) => listed.has(measure.name));
  return [
    ...METRICS.map((metric) => catalogueRow(metric, metric.formula)),
    ...measures.map((m) => catalogueRow(m)),
  ];
}

function catalogueRow(spec: MeasureSpec, formula?: string): PackRow {
  const row: Record<string, string> = {
    metric: spec.name,
    label: spec.en,
    labelZh: spec.zh,
    unit: spec.unit,
  };
  if (formula) row.formula = formula;
  if (spec.better === "lower") row.better = spec.better;
  return row;
}
