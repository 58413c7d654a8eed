/**
 * Headers of exports that are known and give no measure, by why (DOMAIN B.1 to B.11). They are
 * listed so that a table's columns can be told apart: used, known, and not known here.
 */
export const KNOWN_HEADERS: Readonly<Record<string, string>> = {
  /** Who, where and what: descriptions of the row. */
  description:
    "旺旺分组 客服分组 技能组 分组 考勤组 部门 工号 职位 uid userid 班次 备注 统计周期 商品名称 商品编号 接待类型 接待发起 状态 " +
    "开始时间 结束时间 department employeeid title shift group",
  /** Counts of another kind of reception or message, no measure of the catalogue. */
  reception:
    "直接接入人数 直接接待人数 转发接入人数 转入人数 总消息 总消息数 客服字数 长接待人数 买家发起人数 客服主动跟进人数 " +
    "咨询客服人次 客服回复人次 需人工回复的咨询人数 需要人工回复的咨询人数 人工已接待会话量 3分钟未回复人数 longreceivenum",
  /** Rates without a measure: their parts are not given, or not what the catalogue counts. */
  rate:
    "答问比 客服答问比 3分钟人工响应率 3分钟响应率 3分钟人工回复率 3分钟人工回复率会话 3分钟人工回复率823点 客服3分钟人工回复率 " +
    "30s应答率 30秒应答率 30秒应答率823点 快速应答率 服务满意度评价参与率 评价发送率 评价率 邀评率 发送率 返回率 服务度 不满意率 退款率 " +
    "手工折扣率 下单最终付款成功率 遵时率",
  /** Times of day, and durations that are no response, resolution or presence. */
  time:
    "平均接待 平均接待时长 接待时长 平均上线时间 平均最后在线时间 最早上线 最晚在线 服务总时长 挂起总时长 上班天数 " +
    "总登录次数 日均登录次数 earliestonlinetime latestonlinetime loginnum",
  /** Figures of another window than the measure's: same day, next day, shipped. */
  window:
    "当日付款人数 当日付款金额 询单当日付款转化率 当日询单转化率 询单次日付款人数 询单次日付款成功率 询单次日付款转化率 " +
    "出库金额 出库人数 出库件数 出库订单数 asktodaypaidtodayortomorrownum",
  /** Losses, which are metrics of what is counted. */
  loss: "询单流失人数 付款流失人数 客服落实下单未付款人数 退款笔数 纠纷退款数 finishrefundpersons",
  /** Parts of an attribution rule: their sum is what counts (DOMAIN C). */
  attribution:
    "客服落实下单金额 本人落实下单付款人数 本人落实下单付款金额 本人落实下单他人落实付款人数 本人落实下单他人落实付款金额 " +
    "他人落实下单本人落实付款人数 他人落实下单本人落实付款金额 静默下单本人落实付款人数 静默下单本人落实付款金额 " +
    "本人落实下单付款 本人落实下单他人落实付款 他人落实下单本人落实付款 静默下单本人落实付款 全静默订单本人跟进 " +
    "全静默单本人跟进人数 全静默单本人跟进金额 全静默订单本人跟进人数 全静默订单本人跟进金额 协助下单金额 协助付款金额 " +
    "orderpayments orderbuyernum orderitemnum orderpostfee orderrefundfee orderrefunditemnum " +
    "paidpayments paidbuyernum paiditemnum paidpostfee paidrefundfee paidrefunditemnum",
  /** Scores, prices and counts that belong to no measure of the catalogue. */
  other: "件均价 件数 客服服务分 评分≤3订单数 发出 收到 全天",
  /** Attendance that is kept out: minutes, shift details, days off (READINGS, catalogue). */
  attendance:
    "休息天数 工作时长 迟到时长 严重迟到次数 严重迟到时长 旷工迟到天数 早退时长 上班缺卡次数 下班缺卡次数 出差时长 外出时长 加班总时长",
};

/** The hours of an hourly report: `0` to `23`, `0点` to `23点`. */
export const HOUR_HEADER = /^(?:1?\d|2[0-3])点?$/;
