import { describe, expect, it } from "vitest";
import { FieldDictionary } from "../../src/ingest/fields";
import { readHeader } from "../../src/ingest/header";
import { KNOWN_HEADERS } from "../../src/ingest/known-headers";
import { MEASURES } from "../../src/rules/catalogue";

const DICTIONARY = new FieldDictionary(MEASURES);

/** What a header is, the likeliest field first: `received`, `(replyRate)`, `known`, `agent`. */
function fieldsOf(header: string): string[] {
  return [...DICTIONARY.find(readHeader(header))]
    .sort((a, b) => a.rank - b.rank)
    .map(({ field }) => {
      if (field.kind === "known") return "known";
      if (field.kind === "helper") return `(${field.name})`;
      return "name" in field ? field.name : field.kind;
    });
}

/** Headers of each export (DOMAIN B), by what they are; `known` gives no measure. */
const EXPORTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "赤兔 summary": {
    agent: "客服昵称",
    consulted: "聊天人数(原咨询人数)",
    received: "接待人数",
    inquirers: "询单人数",
    sales: "销售额",
    items_sold: "销售量",
    payers: "销售人数",
    paid_orders: "销售订单数",
  },
  "赤兔 workload": {
    messages_in: "买家消息数",
    messages_out: "客服消息数",
    max_chats: "最大同时聊天数",
    unanswered: "未回复人数",
    "(replyRate)": "回复率",
    slow_replies: "慢接待人数",
    "(firstResponse)": "首次响应(秒)",
    "(averageResponse)": "平均响应(秒)",
    transfers: "转出人数",
    known: "直接接入人数,转发接入人数,总消息数,答问比,客服字数,长接待人数,平均接待时长",
  },
  "赤兔 daily": {
    "(averageResponse)": "平均响应(秒)",
    "(successRate)": "询单->最终付款转化率",
    "(satisfactionRate)": "客户满意率",
    "(verySatisfied)": "服务满意度评价很满意",
    "(satisfied)": "满意,服务满意度评价满意",
    "(neutral)": "一般",
    "(dissatisfied)": "不满",
    "(veryDissatisfied)": "很不满",
    known: "上班天数,服务满意度评价参与率",
  },
  "赤兔 older": {
    agent: "旺旺,旺旺昵称",
    consulted: "咨询人数",
    messages_in: "买家消息",
    messages_out: "客服消息",
    max_chats: "最大同时接待",
    "(replyRate)": "旺旺回复率",
    slow_replies: "慢响应人数",
    "(successRate)": "询单->最终付款成功率",
    "(satisfactionRate)": "客户满意比",
    transfers: "转出人数",
    known: "直接接待人数,转入人数,总消息,平均接待(秒),平均接待时长(秒),评价发送率",
  },
  "赤兔 pre-sale": {
    agent: "客服",
    final_payers: "询单->最终付款人数",
    "(itemsPerBuyer)": "客件数",
    "(orderValue)": "客单价",
    postage: "邮费总额",
    "(replyRate)": "客服回复率",
    "(averageResponse)": "平均响应时间",
    "(firstResponse)": "首次响应时间",
    orderers: "询单->最终下单人数",
    assisted_followups: "协助跟进人数",
    assisted_orders: "协助下单人数",
    known:
      "手工折扣率,静默下单本人落实付款-人数,静默下单本人落实付款-金额,客服答问比,下单->最终付款成功率,全静默单本人跟进-人数,询单->次日付款人数,询单->次日付款成功率,退款率",
  },
  "赤兔 suffixes": {
    "(orderValue)": "客单价修",
    "(itemsPerBuyer)": "客件数修",
    inquirers: "询单人数延",
    final_payers: "询单->最终付款人数延",
    "(successRate)": "询单->最终付款成功率延",
    paid_orders: "成交笔数",
    refunds: "完成退款金额",
    known: "付款流失人数,退款笔数",
  },
  "赤兔 duty": {
    online_seconds: "在线总时长,在线总时长(秒)",
    known:
      "上班天数,平均上线时间,平均最后在线时间,最早上线,最晚在线,总登录次数,日均登录次数,服务总时长(秒),挂起总时长(秒)",
  },
  "赤兔 hourly": { date: "日期", known: "0,9,23,0点,23点,全天" },
  "赤兔 receptions": {
    date: "日期",
    agent: "客服旺旺",
    event: "买家旺旺",
    known: "开始时间,结束时间,接待类型,接待发起,状态",
  },
  "生意参谋 agents": {
    agent: "旺旺昵称",
    "(validReceived)": "有效接待人数",
    "(averageResponse)": "平均响应时长（秒)",
    "(firstResponse)": "首次响应时长（秒)",
    inquirers: "当日询单人数",
    sales: "净销售额,询单最终付款金额",
    final_payers: "询单最终付款人数",
    "(successRate)": "询单最终付款转化率",
    refunds: "成功退款金额",
    known: "旺旺分组,3分钟人工响应率,答问比,询单流失人数",
  },
  "生意参谋 shop": {
    final_payers: "最终付款人数",
    sales: "最终付款金额",
    unanswered: "客服未回复人次",
    messages_in: "买家消息条数",
    messages_out: "客服消息条数",
    known:
      "当日付款人数,当日付款金额,询单当日付款转化率,咨询客服人次,客服回复人次,买家发起人数,客服主动跟进人数,件均价,发出,收到,发送率,返回率,服务度",
    "(satisfactionRate)": "满意率",
  },
  "生意参谋 products": { known: "商品名称,商品编号,当日询单转化率", items_sold: "最终付款件数" },
  京东客服管家: {
    received: "接待量,售前接待人数",
    orderers: "促成下单人数",
    sales: "促成下单商品金额",
    "(averageResponse)": "平均响应时长,平均响应时长（新）,平均响应时长(新标)",
    "(firstResponse)": "首次平均响应时间",
    "(goodService)": "好评量",
    "(badService)": "差评量",
    ratings: "评价量",
    "(replyRate)": "应答率",
    "(verySatisfied)": "非常满意",
    "(dissatisfied)": "不满意",
    "(veryDissatisfied)": "非常不满意",
    messages_out: "客服总消息数",
    messages_in: "客户总消息数",
    known: "30s应答率,客服3分钟人工回复率,UID,技能组",
  },
  "JD service": {
    agent: "客服Nick,昵称",
    "(firstResponse)": "首次平均响应(s)",
    "(averageResponse)": "平均响应(s)",
    orderers: "客服落实下单人数",
    orders: "客服落实下单订单数",
    "(successRate)": "询单→付款转化率",
    assisted_orders: "协助下单人数",
    assisted_followups: "协助跟进人数,协助付款人数",
    assisted_amount: "协助跟进金额",
    online_seconds: "登录时长",
    known:
      "询单流失人数,客服落实下单金额,客服落实下单未付款人数,本人落实下单付款,本人落实下单他人落实付款,他人落实下单本人落实付款,静默下单本人落实付款,全静默订单本人跟进,协助下单金额,协助付款金额,询单→次日付款转化率,出库金额,接待时长,快速应答率,评价率,邀评率,退款率,件数 ",
  },
  拼多多: {
    shop: "店铺名,店铺",
    agent: "客服账号",
    received: "人工接待人数",
    "(averageResponse)": "平均人工响应时长",
    final_payers: "最终成团人数",
    "(successRate)": "询单转化率",
    sales: "客服销售额,客服销售额(元)",
    "(salesLessRefunds)": "去退销售额(元)",
    complaints: "投诉数",
    known:
      "需人工回复的咨询人数,需要人工回复的咨询人数,3分钟人工回复率(8-23点),30秒应答率(8-23点),30秒应答率,客服服务分,3分钟未回复人数,3分钟人工回复率,评分≤3订单数,纠纷退款数",
  },
  "抖音 飞鸽": {
    agent: "客服昵称,账号名称",
    received: "人工已接待人数",
    "(averageResponse)": "平均响应时长（秒）,新平均响应时长",
    "(firstResponse)": "首次响应时长（秒）",
    "(satisfactionRate)": "满意率",
    sales: "客服销售额（元）",
    orderers: "下单人数",
    final_payers: "支付人数",
    "(successRate)": "询单转化率",
    online_seconds: "PC在线时长（时）",
    known: "人工已接待会话量,3分钟人工回复率 (会话),不满意率",
  },
  闲鱼: {
    agent: "账号名称",
    "(averageResponse)": "平均响应时长",
    "(satisfactionRate)": "客户服务满意率",
    known: "3 分钟响应率",
  },
  "open platform": {
    consulted: "consult_num",
    received: "service_num",
    unanswered: "no_reply_num",
    slow_replies: "slow_reception_num",
    first_response_seconds: "first_reply_cost",
    first_responses: "first_reply_times",
    response_seconds: "total_reply_cost",
    responses: "total_reply_times",
    inquirers: "ask_num",
    final_payers: "ask_today_final_paid_num",
    sales: "onetime_payments",
    payers: "onetime_buyer_num",
    items_sold: "onetime_item_num",
    postage: "onetime_post_fee",
    refunds: "onetime_refund_fee",
    refunded_items: "onetime_refund_item_num",
    known:
      "long_receive_num,ask_today_paid_today_or_tomorrow_num,order_payments,order_buyer_num,paid_payments,paid_refund_fee,finish_refund_persons,earliest_online_time,latest_online_time,login_num",
  },
  钉钉: {
    agent: "姓名",
    scheduled_days: "应出勤天数",
    attended_days: "出勤天数",
    late_count: "迟到次数",
    early_count: "早退次数",
    absent_days: "旷工天数",
    "(leave)": "事假(天),病假(天),年假,调休,婚假(天)",
    known:
      "考勤组,部门,工号,职位,UserId,休息天数,工作时长(分钟),迟到时长(分钟),严重迟到次数,严重迟到时长(分钟),旷工迟到天数,早退时长(分钟),上班缺卡次数,下班缺卡次数,出差时长,外出时长,加班总时长",
  },
  "English attendance": {
    agent: "Employee,Employee name,Staff name",
    scheduled_days: "Scheduled days,Days scheduled,Required days",
    attended_days: "Attended days,Days attended,Days worked,Days present",
    late_count: "Late times,Times late,Late arrivals,Late (times)",
    early_count: "Early leave times,Times left early,Left early",
    absent_days: "Absent days,Days absent",
    leave_days: "Leave days,Days of leave",
    "(leave)": "Sick leave (days),Annual leave",
    known: "Department,Employee ID",
  },
  "field variants": {
    agent: "客服暱稱,旺旺暱稱,客服帳號,账户名,子账号",
    date: "统计日期,报表统计日期,业务日期,統計日期",
    consulted: "总咨询人数,諮詢人數,咨詢人數",
    received: "接待人數",
    inquirers: "詢單人數",
    final_payers: "询单→最终付款人数,询单->最终付款人数,詢單->最終付款人數",
    "(successRate)": "咨询转化率,詢單轉化率,諮詢轉換率",
    sales: "銷售額,營業額",
    "(orderValue)": "销售客单价（元/人）,客單價",
    "(itemsPerBuyer)": "销售客件数（件/人）,客件數",
    "(replyRate)": "回復率,回覆率,旺旺回復率",
    "(firstResponse)": "首次響應時間,首次回應時間",
    "(averageResponse)": "平均响应（s）,新平均响应时间,平均響應時間,平均回應時間",
    unanswered: "未回复量,咨询未回复,未回復數,未回覆人數",
    assisted_orders: "協助下單",
    assisted_followups: "協助跟進",
    refunds: "买家退款金额,退款总额,退款金额,退款金額",
    event: "订单编号,订单号,主订单编号,子订单编号,訂單編號",
  },
};

const CASES = Object.entries(EXPORTS).flatMap(([name, fields]) =>
  Object.entries(fields).flatMap(([field, headers]) =>
    headers.split(",").map((header): [string, string, string] => [name, header, field]),
  ),
);

describe("headers of exports", () => {
  it.each(CASES)("%s: %s is %s", (_name, header, field) => {
    expect(fieldsOf(header)[0]).toBe(field);
  });

  it.each(
    CASES.filter(([, , field]) => field !== "event"),
  )("%s: %s is the same with blanks, other brackets and arrows", (_name, header, field) => {
    const variants = [
      ` ${header} `,
      `${header}\n`,
      header.replace(/[(（]/g, "（").replace(/[)）]/g, ")"),
      header.replace(/[(（]/g, "(").replace(/[)）]/g, "）"),
      header.replace(/->|→/g, "→"),
      header.replace(/->|→/g, "->"),
    ];
    for (const variant of variants) expect([variant, fieldsOf(variant)[0]]).toEqual([variant, field]);
  });

  it("lists no header twice", () => {
    const all = Object.values(KNOWN_HEADERS).flatMap((headers) => headers.split(" "));
    expect(all.filter((header, index) => all.indexOf(header) !== index)).toEqual([]);
  });

  it.each([
    "",
    "  ",
    "合同编号",
    "地址",
    "价格",
    "询单",
    "人数",
    "金额",
    "评分",
    "__proto__",
    "toString",
  ])("%j is not known", (header) => {
    expect(fieldsOf(header)).toEqual([]);
  });
});

describe("units in headers", () => {
  it.each([
    ["平均响应(秒)", "time 1"],
    ["平均响应（s）", "time 1"],
    ["平均响应时长（秒)", "time 1"],
    ["在线总时长(分钟)", "time 60"],
    ["PC在线时长（时）", "time 3600"],
    ["PC在线时长(小时)", "time 3600"],
    ["销售额(万元)", "10000"],
    ["销售额(元)", "1"],
    ["销售客单价（元/人）", "1"],
    ["回复率(%)", "percent"],
    ["回复率%", "percent"],
    ["事假(天)", "1"],
    ["事假(小时)", "time 3600"],
    ["接待人数", "1"],
  ])("%s says %s", (header, expected) => {
    const { factor, isTime, isPercent } = readHeader(header).unit;
    expect(isPercent ? "percent" : isTime ? `time ${factor}` : String(factor)).toBe(expected);
  });
});
