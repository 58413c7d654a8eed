import type { Messages } from "../message";

/** Messages about pasted chats. */
export const CHAT_MESSAGES: Messages = {
  "tab-is-chat-table": {
    en: "Read as chats: {lines} lines of {customers} customers and {agents} agents, from {columns}.",
    zh: "按聊天记录读取：{lines} 条消息，{customers} 位买家，{agents} 个客服账号；所用列：{columns}。",
  },
  "tab-is-chat-text": {
    en: "Read as the text of chats: {lines} lines of {customers} customers and {agents} agents.",
    zh: "按聊天文本读取：{lines} 条消息，{customers} 位买家，{agents} 个客服账号。",
  },
  "chat-time-unreadable": {
    en: 'Row {row}, "{header}": "{text}" is no date and time. Type it like 2026-10-01 09:03:04.',
    zh: "第 {row} 行“{header}”：“{text}”不是日期和时间。请按 2026-10-01 09:03:04 的格式填写。",
  },
  "chat-header-unreadable": {
    en: 'Row {row}: "{text}" begins a message, but its time cannot be read, so the message is left out. Correct it to a date and time like 2026-10-01 09:03:04.',
    zh: "第 {row} 行：“{text}”是一条消息的开头，但无法读取其时间，该消息未计入。请改为 2026-10-01 09:03:04 这样的日期和时间。",
  },
  "chat-side-unreadable": {
    en: 'Row {row}, "{header}": "{text}" does not say who wrote. Type 买家 (customer) or 客服 (agent).',
    zh: "第 {row} 行“{header}”：无法判断“{text}”是谁发的。请填写“买家”或“客服”。",
  },
  "chat-line-decides-orders": {
    en: 'Row {row}, "{header}": "{text}" cannot be read, and this line may decide whose the orders of its buyer are ({orders}). Until then the order figures of {people} are held. Correct the cell.',
    zh: "第 {row} 行“{header}”：无法读取“{text}”，而该买家的订单（{orders}）归谁可能取决于此条消息，暂停 {people} 的订单数据。请更正该单元格。",
  },
  "chat-lines-repeated": {
    en: "Lines of chats that stand in another place as well are counted once: {count}.",
    zh: "{count} 行聊天记录重复出现，每行只计一次。",
  },
  "chat-lines-unread": {
    en: "Lines that belong to no message are left out: {count}. A message begins with a line that holds its sender and its time.",
    zh: "{count} 行不属于任何消息，已略过。每条消息应以含发送人和时间的一行开头。",
  },
  "chat-lines-without-customer": {
    en: "Lines that name no customer are left out: {count}. Fill in the customer if they should count.",
    zh: "{count} 条消息没有买家，已略过。如应计入，请补填买家。",
  },
  "chat-lines-without-speaker": {
    en: "Lines that do not say who wrote are left out: {count}. Fill in the side or the sender if they should count.",
    zh: "{count} 条消息没有说明由谁发送，已略过。如应计入，请补填发送方。",
  },
  "chat-buyers-without-agent": {
    en: "Nobody answered {buyers} buyers (lines: {count}, the first on {day}), and no line says whose they are: they count for nobody[[, so that the reply rate of {agents} may be too high]]. Add a line such as 由 服务助手 转交给 小雪 below theirs with the agent's account, or paste each agent's chats into a tab of its own.",
    zh: "有 {buyers} 位买家无人回复（{count} 条消息，最早为 {day}），也没有内容说明由谁接待，暂不计入任何人[[，{agents} 的回复率可能偏高]]。请在其消息下加一行“由 服务助手 转交给 小雪”（填写客服账号），或将每位客服的聊天分别粘贴到单独的工作表。",
  },
  "chat-filter-own-account": {
    en: "Chats with colleagues or the shop's own accounts do not count: {count}.",
    zh: "与同事或本店自有账号的接待不计：{count} 次。",
  },
  "chat-filter-ad-sender": {
    en: "Chats of senders of advertisements do not count (setting ad_senders): {count}.",
    zh: "广告账号的接待不计（设置 ad_senders）：{count} 次。",
  },
  "chat-filter-ad-text": {
    en: "Chats that hold an advertisement do not count (setting ad_texts): {count}.",
    zh: "含广告内容的接待不计（设置 ad_texts）：{count} 次。",
  },
  "chat-filter-filtered-agent": {
    en: "Chats of chosen agents do not count (setting filtered_agents): {count}.",
    zh: "指定客服的接待不计（设置 filtered_agents）：{count} 次。",
  },
  "chat-filter-code-word": {
    en: "Chats with a code word do not count (setting code_words): {count}.",
    zh: "含暗语的接待不计（设置 code_words）：{count} 次。",
  },
  "chat-filter-single-line": {
    en: "Chats in which the buyer wrote one line do not count (setting single_line_chats): {count}.",
    zh: "买家只说一句的接待不计（设置 single_line_chats）：{count} 次。",
  },
  "chat-filter-monologue": {
    en: "Chats in which the buyer wrote nothing do not count (setting monologues): {count}.",
    zh: "买家没有说话的接待不计（设置 monologues）：{count} 次。",
  },
  "chat-filter-forwarded": {
    en: "Chats handed on after few lines do not count (setting forwarded_lines): {count}.",
    zh: "说几句即转出的接待不计（设置 forwarded_lines）：{count} 次。",
  },
  "chat-filter-outside-hours": {
    en: "Chats in which the buyer wrote outside service hours only do not count (settings service_from, service_to): {count}.",
    zh: "买家仅在服务时间以外发言的接待不计（设置 service_from、service_to）：{count} 次。",
  },
  "left-out-no-agent": { en: "Lines of buyers without an agent", zh: "没有客服" },
  "left-out-no-customer": { en: "Lines without a customer", zh: "没有买家" },
  "left-out-no-speaker": { en: "Lines without a sender", zh: "没有发送方" },
  "left-out-system-line": { en: "System lines", zh: "系统提示" },
  "left-out-unread-line": { en: "Lines that cannot be read", zh: "无法读取的行" },
};
