/** A measure that orders, refunds and chats give, as the documentation prints it. */
export interface OrderDefinition {
  readonly measure: string;
  /** The day of the fact: of the inquiry, of the order, by the judgement rule, or of the refund. */
  readonly day: "inquiry" | "order" | "rule" | "refund";
  readonly en: string;
  readonly zh: string;
  /** Where the definition comes from. */
  readonly source: string;
}

/**
 * What each measure of orders means, person by person and day by day. A buyer counts once a person
 * and day; months are sums of days (DESIGN 5.4).
 */
export const ORDER_DEFINITIONS: readonly OrderDefinition[] = [
  {
    measure: "inquirers",
    day: "inquiry",
    en: "Received buyers who asked before ordering. Where another agent landed the next order, the inquiry is that agent's, if the buyer wrote to that agent too. It is no inquiry of this agent: an assist if this agent wrote to the buyer, else only a reception without an answer. Who landed an order of a buyer who never wrote to them has the order, and no inquiry. A chat after an order that leads to no other order is after-sale.",
    zh: "下单前咨询的接待人数。随后的订单由他人落实的，买家也向该落实人发过消息时，询单归落实人，不计入本客服：本客服回复过的计为协助，从未回复的只计接待和未回复。买家从未向落实人发过消息的，落实人只有订单，没有询单。下单后未再下单的聊天为售后。",
    source: "DOMAIN C 询单人数, 协助下单; A.17",
  },
  {
    measure: "orderers",
    day: "inquiry",
    en: "Inquirers whose order, within the window, this agent landed.",
    zh: "询单后在有效期内由该客服落实下单的人数。",
    source: "DOMAIN B.11 (6) 最终下单",
  },
  {
    measure: "final_payers",
    day: "inquiry",
    en: "Inquirers whose order, within the window, this agent landed and who paid for it.",
    zh: "询单后在有效期内由该客服落实下单并最终付款的人数。",
    source: "DOMAIN B.11 (6) 最终付款; C 询单→最终付款",
  },
  {
    measure: "orders",
    day: "order",
    en: "Orders that the agent landed, paid or not.",
    zh: "客服落实的下单笔数（含未付款）。",
    source: "DOMAIN A.1 b, d",
  },
  {
    measure: "closed_orders",
    day: "order",
    en: "Landed orders that were closed without payment.",
    zh: "落实下单后未付款而关闭的笔数。",
    source: "DOMAIN C 付款流失, 订单流失; A.1 d",
  },
  {
    measure: "closed_amount",
    day: "order",
    en: "What those closed orders came to when they were placed.",
    zh: "上述关闭订单的下单金额。",
    source: "DOMAIN A.1 (loss by amount)",
  },
  {
    measure: "paid_orders",
    day: "rule",
    en: "Paid orders that are the agent's under the judgement rule.",
    zh: "按判定规则归该客服的付款笔数。",
    source: "DOMAIN C judgement rules",
  },
  {
    measure: "payers",
    day: "rule",
    en: "Buyers of those paid orders.",
    zh: "按判定规则归该客服的付款人数。",
    source: "DOMAIN C judgement rules",
  },
  {
    measure: "items_sold",
    day: "rule",
    en: "Pieces in those paid orders.",
    zh: "按判定规则归该客服的销售件数。",
    source: "DOMAIN C 客件数",
  },
  {
    measure: "sales",
    day: "rule",
    en: "What the buyers paid for those orders, before refunds, without postage (both are Settings).",
    zh: "按判定规则归该客服的付款金额，未扣退款、不含邮费（均可在设置中更改）。",
    source: "DOMAIN C 销售额; D sales basis",
  },
  {
    measure: "postage",
    day: "rule",
    en: "Postage in those paid orders.",
    zh: "上述订单的邮费。",
    source: "DOMAIN C judgement rules",
  },
  {
    measure: "refunds",
    day: "refund",
    en: "Refunds paid out (退款成功) on orders that are the agent's, by the day of completion.",
    zh: "归该客服订单的成功退款金额，按退款完结日。",
    source: "DOMAIN B.5; C 退款率",
  },
  {
    measure: "refunded_items",
    day: "refund",
    en: "Pieces refunded: as the table says, or all pieces of an order that was refunded whole.",
    zh: "退款件数：以表中数量为准；整单退款则为全部件数。",
    source: "DOMAIN B.5; C 退款率",
  },
  {
    measure: "assisted_orders",
    day: "order",
    en: "Buyers served before an order that is another agent's.",
    zh: "下单前服务过、但订单归他人的人数。",
    source: "DOMAIN A.17, C 协助下单",
  },
  {
    measure: "assisted_followups",
    day: "order",
    en: "Buyers served after an order that is another agent's, within the window.",
    zh: "下单后在有效期内服务过、但订单归他人的人数。",
    source: "DOMAIN A.17, C 协助跟进",
  },
  {
    measure: "silent_sales",
    day: "rule",
    en: "The shop's sales of paid orders that are nobody's.",
    zh: "店铺中不归任何客服的付款金额。",
    source: "DOMAIN C 静默销售额",
  },
];
