import type { Messages } from "../message";

/** Messages about orders, refunds and whose they are. */
export const ORDERS_MESSAGES: Messages = {
  "tab-is-orders": { en: "Read as orders (columns: {count}).", zh: "识别为订单表：{count} 列。" },
  "tab-is-refunds": { en: "Read as refunds (columns: {count}).", zh: "识别为退款表：{count} 列。" },
  "tab-is-items": {
    en: "Read as the goods of orders (columns: {count}).",
    zh: "识别为订单宝贝明细：{count} 列。",
  },
  "tab-is-binding": {
    en: "Read as whose each order is (columns: {count}).",
    zh: "识别为订单归属（绑定）表：{count} 列。",
  },
  "order-number-lost": {
    en: 'Order numbers of "{header}" have lost their last digits: {count}. Such orders are read, but refunds and bindings cannot be linked to them. Paste the column as text.',
    zh: "“{header}”列有 {count} 个订单编号末尾数字已丢失，订单照常读取，但无法关联退款和归属。请以文本格式粘贴该列。",
  },
  "order-status-unknown-paid": {
    en: 'The order status "{text}" ({count}) is not known: by its other cells the order was taken as paid. Correct the status, or export the table anew.',
    zh: "订单状态“{text}”（{count} 笔）无法识别，已按其他列视为已付款。请更正该状态，或重新导出。",
  },
  "order-status-unknown-refunded": {
    en: 'The order status "{text}" ({count}) is not known: by its other cells the order was taken as paid and refunded. Correct the status, or export the table anew.',
    zh: "订单状态“{text}”（{count} 笔）无法识别，已按其他列视为付款后退款。请更正该状态，或重新导出。",
  },
  "order-status-unknown-lapsed": {
    en: 'The order status "{text}" ({count}) is not known: by its other cells the order was taken as closed unpaid. Correct the status, or export the table anew.',
    zh: "订单状态“{text}”（{count} 笔）无法识别，已按其他列视为未付款关闭。请更正该状态，或重新导出。",
  },
  "order-status-unknown-waiting": {
    en: 'The order status "{text}" ({count}) is not known for sure: the order was taken as waiting for payment. Correct the status, or export the table anew.',
    zh: "订单状态“{text}”（{count} 笔）无法确定，已视为等待付款。请更正该状态，或重新导出。",
  },
  "order-without-amount": {
    en: 'Row {row} has no amount under "{header}". Fill in what was paid or refunded.',
    zh: "第 {row} 行的“{header}”没有金额。请补填实付或退款金额。",
  },
  "order-contradicts": {
    en: "Order {order} differs from {other} in amount, time, buyer, pieces, postage or refund. Keep the right one of the two rows, which is mostly the newer one.",
    zh: "订单 {order} 与 {other} 的金额、时间、买家、件数、邮费或退款不一致。请只保留正确的一行（通常是较新的）。",
  },
  "refund-without-order": {
    en: "Refunds of orders that are not pasted are left out: {count} (first: order {order}). Paste the orders of the earlier months too.",
    zh: "有 {count} 笔退款找不到订单（首个订单 {order}），已略过。请同时粘贴之前月份的订单。",
  },
  "refunds-not-matched": {
    en: "Refunds that fit no order: {count} (first: order {order}). Order numbers have lost their last digits, so that nobody knows whose refunds they are: {people} are held where refunds count. Format the column as text before you paste, or export the table anew.",
    zh: "有 {count} 笔退款找不到订单（首个订单 {order}）：订单编号末尾数字已丢失，无法确定退款归谁，方案用到退款的 {people} 暂停发放。请先将该列设为文本格式再粘贴，或重新导出。",
  },
  "orders-silent": {
    en: "Silent orders (静默: paid, and no agent spoke with the buyer in time): {count}, {amount} in all. They count for nobody; with the paid orders of agents, and of accounts that are nobody's, they are what the shop sold.",
    zh: "静默订单（已付款，有效期内无客服接待）共 {count} 笔，金额 {amount}，不计入任何人；与各客服（及不属于任何人的账号）的付款订单合计，即为店铺销售额。",
  },
  "order-agent-nobody": {
    en: '"{account}" is named as the agent of orders ({count}), but is nobody\'s account on Staff: nobody has them. Add it under Accounts on Staff if it is one of your people.',
    zh: "有 {count} 笔订单的客服为“{account}”，但不是“员工”表中任何人的账号，暂不归任何人。如属于您的员工，请填入“员工”表的“账号”列。",
  },
  "order-agents-nobody": {
    en: "{accounts} accounts are named as agents of orders ({count}), but are nobody's on Staff, so nobody has them: {names} … Add those of your people under Accounts on Staff.",
    zh: "有 {count} 笔订单的客服为 {accounts} 个账号，均不属于“员工”表中的任何人，暂不归任何人：{names} …… 如有您的员工，请填入“员工”表的“账号”列。",
  },
  "order-agent-shared": {
    en: 'The account "{account}" is named as the agent of orders ({count}) and belongs to {people} on one day: they are held. Give it to one of them on Staff.',
    zh: "有 {count} 笔订单的客服为“{account}”，该账号同一天属于 {people}，已暂停其发放。请在“员工”表中只归一人。",
  },
  "orders-not-linked": {
    en: "Nothing tells whose these orders are: they name no agent, and there are no chats of their buyers (masked names cannot be found). They give nobody a figure. Paste the chats, a binding report, or add a column of agents.",
    zh: "无法确定订单归属：订单中没有客服，也没有买家的聊天记录（带星号的昵称无法匹配），因此不计入任何人。请粘贴聊天记录或绑定报表，或增加客服列。",
  },
  "order-agents-contradict": {
    en: "Order {order} has two agents: {account} here, {otherAccount} in {other}. Both are held. Keep one of the two rows.",
    zh: "订单 {order} 有两名客服：此处为 {account}，{other} 为 {otherAccount}，两人均暂停发放。请只保留一行。",
  },
  "conversion-provisional": {
    en: "Orders and chats end on {asOf}: conversion of {days} is provisional, because buyers may still order and pay. It is final with the data up to {final}.",
    zh: "订单和聊天截至 {asOf}：{days} 的转化尚未最终确定，买家仍可能下单、付款。请在 {final} 之后重新粘贴数据。",
  },
  "conversion-late": {
    en: "Conversion of {days} is final {late} days later: if the exports were made before {final}, paste them again then.",
    zh: "{days} 的转化需 {late} 天后才最终确定：如导出表在 {final} 之前导出，请届时重新粘贴。",
  },
  "figures-overruled": {
    en: '{measure} of {count} people differs from "{other}", which counts by Settings (source_priority).',
    zh: "{measure} 有 {count} 人与“{other}”不一致，已按设置（数据优先）以后者为准。",
  },
  "judgement-rule-differs": {
    en: "This export is under the rule {rule}, but Settings says {wanted} (attribution_rule). Its sales and conversion are not used. Paste the export of that rule, or change the setting.",
    zh: "此导出表为“{rule}”，而设置（绩效判定规则）为“{wanted}”，其销售和转化数据不予采用。请粘贴该规则的导出表，或更改设置。",
  },
  "left-out-refund-not-done": { en: "Refunds that did not succeed", zh: "未成功的退款" },
  "left-out-order-excluded": { en: "Flagged orders and own accounts", zh: "插旗或自有账号的订单" },
};
