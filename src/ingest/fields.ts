import type { Unit } from "../engine/plan";
import { fieldForms, fieldKey, type Header } from "./header";
import { HOUR_HEADER, KNOWN_HEADERS } from "./known-headers";

/** A column that is no measure itself, but from which measures are recomputed. */
export type HelperField =
  | "averageResponse"
  | "firstResponse"
  | "averageResolution"
  | "replyRate"
  | "successRate"
  | "orderValue"
  | "itemsPerBuyer"
  | "satisfactionRate"
  | "praiseRate"
  | "validReceived"
  | "verySatisfied"
  | "satisfied"
  | "neutral"
  | "dissatisfied"
  | "veryDissatisfied"
  | "goodService"
  | "badService"
  | "salesLessRefunds"
  | "leave";

/** What a column of a recognised export is. */
export type Field =
  | { readonly kind: "agent" | "date" | "month" | "shop" | "event" }
  | { readonly kind: "measure"; readonly name: string }
  /** Known, and no measure: `name` says why not. */
  | { readonly kind: "known"; readonly name: string }
  | { readonly kind: "helper"; readonly name: HelperField };

/** A field with its rank among the headers of its kind: the smallest wins. */
export interface RankedField {
  readonly field: Field;
  readonly rank: number;
}

/** Names of a catalogue's measure, all of them headers of that measure. */
export interface CatalogueName {
  readonly name: string;
  readonly en: string;
  readonly zh: string;
  /** What the measure is counted in; an amount of money may be below zero, a count never is. */
  readonly unit?: Unit;
}

const AGENTS =
  "客服 客服昵称 旺旺昵称 旺旺 客服旺旺 客服账号 账户名 账号名称 客服nick 子账号 客服名称 客服姓名 昵称 姓名 员工 员工姓名 账号 nick " +
  "agent person employee staff employeename staffname agentname customerserviceagent name";
const DATES = "日期 统计日期 报表统计日期 业务日期 数据日期 考勤日期 打卡日期 date day statdate";
const MONTHS = "月份 统计月份 month";
/** One account may serve several shops, each with a row of its own. */
const SHOPS = "店铺 店铺名 店铺名称 shop store";
/** A table with one of these lists single events (orders, cases, chats), not agents' figures. */
const EVENTS =
  "订单编号 订单号 主订单编号 子订单编号 退款编号 售后单号 售后编号 工单号 工单编号 会话id 交易号 支付单号 流水号 买家会员名 买家旺旺 买家昵称 " +
  "orderid orderno ordernumber refundid caseid ticketid callid transactionid opportunityid";

/**
 * Headers of measures in an export, the most exact first (DOMAIN B.1 to B.11), as texts between blanks:
 * simplified, in lower case, without blanks and brackets. Labels of the catalogue are headers too.
 */
export const MEASURE_HEADERS: Readonly<Record<string, string>> = {
  consulted: "咨询人数 聊天人数原咨询人数 聊天人数 总咨询人数 consultnum",
  received: "接待人数 有效接待人数 人工接待人数 人工已接待人数 售前接待人数 接待量 servicenum",
  unanswered: "未回复人数 未回复数 未回复量 客服未回复人数 客服未回复人次 咨询未回复 咨询未回复数 noreplynum",
  replied: "回复人数 已回复人数 客服回复人数",
  inquirers: "询单人数 当日询单人数 asknum",
  orderers: "最终下单人数 询单最终下单人数 下单人数 客服落实下单人数 促成下单人数",
  final_payers: "询单最终付款人数 最终付款人数 最终成团人数 支付人数 询单付款人数 asktodayfinalpaidnum",
  payers: "销售人数 付款人数 onetimebuyernum",
  orders: "下单笔数 订单数量 落实下单笔数 客服落实下单订单数",
  closed_orders: "关闭笔数 关闭订单数 月关闭订单",
  closed_amount: "关闭金额 关闭订单金额",
  paid_orders: "付款笔数 成交笔数 销售订单数",
  items_sold: "销售量 销售件数 最终付款件数 onetimeitemnum",
  sales: "销售额 客服销售额 营业额 净销售额 促成下单商品金额 询单最终付款金额 最终付款金额 onetimepayments",
  refunds: "成功退款金额 完成退款金额 退款金额 买家退款金额 退款总额 onetimerefundfee",
  refunded_items: "退款件数 onetimerefunditemnum",
  postage: "邮费 邮费总额 onetimepostfee",
  response_seconds: "响应总秒数 总响应时长 响应总时长 totalreplycost",
  responses: "响应次数 totalreplytimes",
  first_response_seconds: "首次响应总秒数 首次响应总时长 firstreplycost",
  first_responses: "首次响应次数 firstreplytimes",
  slow_replies: "慢响应人数 慢接待人数 slowreceptionnum",
  timeouts: "超时次数 超时人数",
  resolution_seconds: "解决总秒数 解决总时长",
  resolutions: "解决次数 解决量",
  ratings: "评价量 收到评价数 评价收到数",
  good_ratings: "满意评价量",
  praise: "好评数 好评",
  reviews: "评论数",
  reviews_changed: "改评数",
  review_invites: "邀评数 邀约好评数",
  complaints: "投诉数 投诉量 投诉",
  assisted_orders: "协助下单人数 协助下单",
  assisted_followups: "协助跟进人数 协助跟进 协助付款人数 协助付款",
  silent_sales: "静默销售额",
  aftersale_cost: "售后花费",
  aftersale_cases: "售后单数",
  aftersale_handled: "有效处理售后个数",
  returns: "退货数 退货",
  online_seconds: "在线总时长 pc在线时长 在线时长 登录时长",
  max_chats: "最大同时接待 最大同时聊天数 最大同时接待数",
  messages_in: "买家消息数 买家消息条数 买家消息 客户总消息数",
  messages_out: "客服消息数 客服消息条数 客服消息 客服总消息数",
  transfers: "转出人数 转出客户数 转出会话数",
  scheduled_days: "应出勤天数 scheduleddays requireddays expecteddays",
  attended_days:
    "出勤天数 实际出勤天数 attendeddays attendancedays daysworked dayspresent presentdays actualdays",
  paid_days: "计薪天数",
  late_count: "迟到次数 latetimes latearrivals late",
  early_count: "早退次数 earlyleavetimes earlydepartures earlyleave leftearly",
  absent_days: "旷工天数 absentdays absencedays absent",
  leave_days: "请假天数 leavedays daysonleave",
};

const HELPERS: Readonly<Record<HelperField, string>> = {
  averageResponse:
    "平均响应 平均响应时间 平均响应时长 平均响应时长新 平均响应时长新标 新平均响应时间 新平均响应时长 平均人工响应时长 平均回应时间 averageresponse avgresponse averageresponsetime",
  firstResponse:
    "首次响应 首次响应时间 首次响应时长 首次平均响应 首次平均响应时间 首次回应时间 firstresponse firstresponsetime",
  averageResolution: "问题解决时间 平均解决时长 平均解决时间 resolutiontime",
  replyRate: "回复率 旺旺回复率 客服回复率 应答率 replyrate",
  successRate:
    "询单最终付款成功率 询单最终付款转化率 询单付款转化率 询单转化率 咨询转化率 咨询转换率 询单转换率 最终付款成功率 conversionrate conversion",
  orderValue: "客单价 销售客单价 aov averageordervalue",
  itemsPerBuyer: "客件数 销售客件数 itemsperbuyer",
  satisfactionRate: "客户满意率 客户服务满意率 满意率 客户满意比 satisfactionrate satisfaction",
  praiseRate: "好评率 praiserate",
  validReceived: "有效接待人数",
  verySatisfied: "很满意 非常满意 服务满意度评价很满意",
  satisfied: "满意 服务满意度评价满意",
  neutral: "一般 服务满意度评价一般",
  dissatisfied: "不满 不满意 服务满意度评价不满",
  veryDissatisfied: "很不满 非常不满意 很不满意 服务满意度评价很不满",
  goodService: "好评量",
  badService: "差评量",
  salesLessRefunds: "去退销售额",
  leave:
    "事假 病假 年假 调休 婚假 产假 陪产假 丧假 路途假 哺乳假 例假 育儿假 护理假 其他假 personalleave sickleave annualleave",
};

const NONE: readonly RankedField[] = [];
const HOUR: readonly RankedField[] = [{ field: { kind: "known", name: "time" }, rank: 0 }];

const MADE = new WeakMap<readonly CatalogueName[], FieldDictionary>();

/** Looks up what a header is; the same header may be a measure and a helper. */
export class FieldDictionary {
  private readonly fields = new Map<string, RankedField[]>();
  /** What was found before: most cells of the first rows of a tab are asked for several times. */
  private readonly asked = new Map<string, readonly RankedField[]>();

  /** The dictionary of a catalogue, which is made once. */
  static of(catalogue: readonly CatalogueName[]): FieldDictionary {
    const known = MADE.get(catalogue) ?? new FieldDictionary(catalogue);
    MADE.set(catalogue, known);
    return known;
  }

  /** @param catalogue names of measures whose own name and labels are headers too. */
  constructor(catalogue: readonly CatalogueName[]) {
    for (const { name, en, zh } of catalogue) {
      for (const header of [zh, en, name]) this.add({ kind: "measure", name }, header, 0);
    }
    for (const [name, headers] of Object.entries(MEASURE_HEADERS)) {
      this.addAll({ kind: "measure", name }, `${name} ${headers}`);
    }
    for (const [name, headers] of Object.entries(HELPERS)) {
      this.addAll({ kind: "helper", name: name as HelperField }, headers);
    }
    this.addAll({ kind: "agent" }, AGENTS);
    this.addAll({ kind: "date" }, DATES);
    this.addAll({ kind: "month" }, MONTHS);
    this.addAll({ kind: "shop" }, SHOPS);
    this.addAll({ kind: "event" }, EVENTS);
    for (const [name, headers] of Object.entries(KNOWN_HEADERS))
      this.addAll({ kind: "known", name }, headers);
  }

  private addAll(field: Field, headers: string): void {
    headers.split(" ").forEach((header, index) => {
      this.add(field, header, index);
    });
  }

  private add(field: Field, header: string, rank: number): void {
    const key = fieldKey(header);
    const known = this.fields.get(key);
    if (!known) this.fields.set(key, [{ field, rank }]);
    else if (!known.some((other) => sameField(other.field, field)) && !this.isTaken(known, field)) {
      known.push({ field, rank });
    }
  }

  /** A header is of one measure only: the catalogue comes first. */
  private isTaken(known: readonly RankedField[], field: Field): boolean {
    return field.kind === "measure" && known.some((other) => other.field.kind === "measure");
  }

  /** The fields of a header; suffixed forms (`询单人数延`) rank after every plain one. */
  find({ field }: Header): readonly RankedField[] {
    if (field === "") return NONE;
    const known = this.asked.get(field);
    if (known) return known;
    const found = this.lookUp(field);
    this.asked.set(field, found);
    return found;
  }

  private lookUp(header: string): readonly RankedField[] {
    for (const [form, cut] of fieldForms(header)) {
      const found = this.fields.get(form);
      if (found)
        return cut === 0 ? found : found.map(({ field, rank }) => ({ field, rank: rank + 100 * cut }));
    }
    return HOUR_HEADER.test(header) ? HOUR : NONE;
  }
}

function sameField(a: Field, b: Field): boolean {
  return a.kind === b.kind && ("name" in a ? a.name : "") === ("name" in b ? b.name : "");
}

const SUMMARY_WORDS = new Set(
  (
    "汇总 汇总值 均值 平均 平均值 总值 全店汇总 全店平均 全店汇总值 全店平均值 同行同层优秀 同行同层均值 同行均值 同行优秀 合计 总计 总合计 小计 店铺总计 店铺合计 " +
    "total totals subtotal grandtotal average avg mean sum"
  ).split(" "),
);
const LONGEST_SUMMARY_WORD = 16;

/** True for the label of a summary or benchmark row (汇总, 均值, 同行同层优秀, Total). */
export function isSummaryWord(text: string): boolean {
  return text.length <= LONGEST_SUMMARY_WORD && SUMMARY_WORDS.has(fieldKey(text));
}
