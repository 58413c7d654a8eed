/** A measure that chats give, as the documentation prints it. */
export interface ChatDefinition {
  readonly measure: ChatMeasure;
  readonly en: string;
  readonly zh: string;
  /** Where the definition comes from. */
  readonly source: string;
}

/** Measures of a person and a day that chats give. */
export type ChatMeasure =
  | "consulted"
  | "received"
  | "replied"
  | "unanswered"
  | "inquirers"
  | "first_response_seconds"
  | "first_responses"
  | "response_seconds"
  | "responses"
  | "slow_replies"
  | "timeouts"
  | "resolution_seconds"
  | "resolutions"
  | "max_chats"
  | "messages_in"
  | "messages_out"
  | "transfers";

/**
 * What each measure of chats means. A chat is a run of lines of one customer and one person without a
 * silence longer than `chat_gap` (30 minutes, assumed); a question that nobody answered yet keeps it open until the
 * answer, within a day. After an answer the buyer's next line behind such a silence begins a new chat (assumed), so
 * that a closing 好的谢谢 is no question of hours. All of a chat counts on the day of its first line, so that a chat
 * over midnight counts once. A buyer counts once a person and day.
 */
export const CHAT_DEFINITIONS: readonly ChatDefinition[] = [
  {
    measure: "consulted",
    en: "Buyers who wrote to the agent, those that a filter leaves out among them.",
    zh: "给该客服发过消息的买家人数（含被过滤的）。",
    source: "DOMAIN C 咨询人数 (= 接待人数 + filtered)",
  },
  {
    measure: "received",
    en: "Buyers who wrote to the agent, without those that a filter leaves out.",
    zh: "给该客服发过消息的买家人数（不含被过滤的）。",
    source: "DOMAIN C 接待人数",
  },
  {
    measure: "replied",
    en: "Received buyers whom a person answered after they wrote; an automatic reply is no answer.",
    zh: "发消息后得到人工回复的接待人数，自动回复不算。",
    source: "DOMAIN C 旺旺回复率 (answered ÷ received buyers), official 平响",
  },
  {
    measure: "unanswered",
    en: "Received minus replied.",
    zh: "接待人数减已回复人数。",
    source: "DOMAIN A.1 f 咨询未回复数",
  },
  {
    measure: "inquirers",
    en: "Received buyers who asked before ordering; all received buyers where no orders are pasted.",
    zh: "下单前咨询的接待人数；没有订单时为全部接待人数。",
    source: "DOMAIN C 询单人数",
  },
  {
    measure: "first_response_seconds",
    en: "Seconds from a received buyer's first line of the day to the first answer, summed. An export that has only the average gives average × receptions, replied or not.",
    zh: "接待买家当天首句到首次人工回复的秒数合计。导出表只有平均值时，按平均值 × 接待人数（含未回复的）还原。",
    source: "DOMAIN C 首次响应 (first_reply_cost); READINGS, catalogue",
  },
  {
    measure: "first_responses",
    en: "Received buyers with a first answer. An export that has only the average is weighted by its receptions, replied or not.",
    zh: "有首次人工回复的接待人数。导出表只有平均值时，以接待人数（含未回复的）为权重。",
    source: "DOMAIN C 首次响应 (first_reply_times); READINGS, catalogue",
  },
  {
    measure: "response_seconds",
    en: "Seconds of every gap from a buyer's line to the next answer, summed; several lines of the buyer count once, from the first. What the buyer adds after an answer opens no gap where a silence of chat_gap follows and the buyer writes next. An export that has only the average gives average × receptions, replied or not.",
    zh: "每次买家发言到下一次人工回复的秒数合计；买家连发多句从第一句起只算一次。回复之后买家的收尾语（如“好的谢谢”），若其后静默超过 chat_gap 且再由买家开口，不算等待回复。导出表只有平均值时，按平均值 × 接待人数（含未回复的）还原。",
    source: "DOMAIN C 平均响应 (total_reply_cost), 3分钟响应率 (rounds); A.17 (6); READINGS, catalogue",
  },
  {
    measure: "responses",
    en: "Number of those gaps. An export that has only the average is weighted by its receptions, replied or not.",
    zh: "上述响应的次数。导出表只有平均值时，以接待人数（含未回复的）为权重。",
    source: "DOMAIN C 平均响应 (total_reply_times); READINGS, catalogue",
  },
  {
    measure: "slow_replies",
    en: "Received buyers with an answer after slow_seconds or more.",
    zh: "有回复达到慢响应秒数（含）的接待人数。",
    source: "DOMAIN C 慢响应 (100 s), A.17 (6) (100 s or more is bad)",
  },
  {
    measure: "timeouts",
    en: "Answers after more than timeout_seconds.",
    zh: "超过超时秒数的回复次数。",
    source: "DOMAIN C 3分钟响应率 (≤ 3 min), A.7 超时",
  },
  {
    measure: "resolution_seconds",
    en: "Seconds from the buyer's first line of a chat to the agent's last, summed.",
    zh: "会话中买家首句到客服末句的秒数合计。",
    source: "DOMAIN A.7 问题解决时间; last minus first event of a case",
  },
  {
    measure: "resolutions",
    en: "Chats in which the agent wrote after the buyer.",
    zh: "买家发言后客服有回复的会话数。",
    source: "DOMAIN A.7 问题解决时间",
  },
  {
    measure: "max_chats",
    en: "Most chats open at one moment; a chat is open from its first line to its last, both inside.",
    zh: "同一时刻进行中的会话最多数；会话从首句到末句（含）为进行中。",
    source: "DOMAIN A.17 (max concurrent chats), B.1 最大同时聊天数",
  },
  {
    measure: "messages_in",
    en: "Lines of buyers who consulted.",
    zh: "咨询买家的消息数。",
    source: "DOMAIN B.1 买家消息数",
  },
  {
    measure: "messages_out",
    en: "Lines that the agent wrote to buyers who consulted; automatic replies are none.",
    zh: "客服发给咨询买家的消息数，不含自动回复。",
    source: "DOMAIN B.1 客服消息数",
  },
  {
    measure: "transfers",
    en: "Buyers whom the agent handed on.",
    zh: "转出的买家人数。",
    source: "DOMAIN B.1 转出人数",
  },
];

/** Measures that a list of contacts, which does not say who spoke, gives too. */
export const CONTACT_MEASURES: ReadonlySet<ChatMeasure> = new Set(["consulted", "received", "inquirers"]);
