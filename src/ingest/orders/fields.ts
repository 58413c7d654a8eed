import { fieldForms, fieldKey, type Header } from "../header";

/** What a column of an order, refund, item or binding table is. */
export type OrderField =
  | "order"
  | "suborder"
  | "refund"
  | "buyer"
  | "paid"
  | "total"
  | "postage"
  | "items"
  | "quantity"
  | "price"
  | "created"
  | "paidAt"
  | "status"
  | "closeReason"
  | "refundAmount"
  | "refundStatus"
  | "refundedAt"
  | "refundItems"
  | "flag"
  | "note"
  | "agent"
  | "orderAgent"
  | "paymentAgent"
  | "title";

/** Headers of each field, the most exact first (DOMAIN B.4 to B.7, B.9, B.11). */
const HEADERS: Readonly<Record<OrderField, string>> = {
  order: "订单编号 订单号 主订单编号 主订单号 订单id 交易编号 tid orderid orderno ordernumber order id",
  suborder: "子订单编号 子订单号 子订单id oid suborderid suborderno",
  refund: "退款编号 退款单号 退款id refundid refundno refundnumber",
  buyer:
    "买家会员名 买家会员名称 买家昵称 买家旺旺 买家账号 买家帐号 买家 下单账号 下单帐号 会员名 客户昵称 客户旺旺 顾客昵称 客户 顾客 " +
    "buyernick buyername buyer customername customer",
  paid:
    "买家实际支付金额 买家实付金额 用户实付金额 订单实付金额 实付金额 实际支付金额 付款金额 支付金额 商家实收金额 实收金额 " +
    "amountpaid paidamount paymentamount amount 金额",
  total: "总金额 订单金额 订单总额 商品总价 订单应付金额 应付金额 买家应付货款 total totalamount orderamount",
  postage: "买家应付邮费 邮费 运费 运费金额 postage shipping postfee shippingfee",
  items: "宝贝总数量 商品总数量 总数量 itemcount items",
  quantity: "商品数量 购买数量 宝贝数量 订购数量 数量 quantity quantityordered qty",
  price: "价格 单价 商品单价 京东价 priceeach unitprice price",
  created:
    "订单创建时间 订单建立时间 下单时间 订单提交时间 订单下单时间 拍下时间 创建时间 下单日期 订单日期 " +
    "ordercreated createdat created createtime ordertime orderedat orderdate",
  paidAt:
    "订单付款时间 付款时间 支付时间 支付完成时间 付款确认时间 拼单成功时间 订单成交时间 成交时间 付款日期 " +
    "paidat paytime paymenttime paymentdate paiddate paid",
  status: "订单状态 交易状态 orderstatus status 状态",
  closeReason: "订单关闭原因 关闭原因 取消原因 closereason cancelreason",
  refundAmount: "买家退款金额 退款总额 成功退款金额 退款金额 refundamount refundfee refund",
  refundStatus: "退款状态 售后状态 refundstatus",
  refundedAt: "退款完结时间 完结时间 退款完成时间 退款成功时间 退款时间 refundedat refundtime completedat",
  refundItems: "退款件数 退货件数 退货数量 退款数量 refundeditems refundquantity",
  flag: "备注标签 插旗 旗帜颜色 订单旗帜 卖家旗帜 flag",
  note: "商家备注 卖家备注 订单备注 备注 sellermemo note memo remark",
  agent:
    "落实客服 所属客服 绑定客服 接待客服 业绩归属 归属客服 客服 客服昵称 客服旺旺 客服账号 客服帐号 客服名称 " +
    "agent agentname salesperson",
  orderAgent: "落实下单客服 下单落实客服 下单客服 orderagent",
  paymentAgent: "落实付款客服 付款落实客服 付款客服 paymentagent",
  title: "宝贝标题 商品标题 商品名称 标题 选购商品 商品 product title",
};

const FIELDS = new Map<string, { readonly field: OrderField; readonly rank: number }>();
for (const [field, headers] of Object.entries(HEADERS)) {
  headers.split(" ").forEach((header, rank) => {
    const key = fieldKey(header);
    if (!FIELDS.has(key)) FIELDS.set(key, { field: field as OrderField, rank });
  });
}

/** Columns (from 0) of the fields that a header row has; of several for one field the most exact. */
export function orderColumns(headers: readonly Header[]): Map<OrderField, number> {
  const found = new Map<OrderField, { column: number; rank: number }>();
  headers.forEach((header, column) => {
    const known = knownField(header);
    const better = known ? found.get(known.field) : undefined;
    if (known && (!better || known.rank < better.rank)) found.set(known.field, { column, rank: known.rank });
  });
  return new Map([...found].map(([field, { column }]) => [field, column]));
}

function knownField(header: Header): { field: OrderField; rank: number } | undefined {
  if (header.field === "") return undefined;
  for (const [form] of fieldForms(header.field)) {
    const known = FIELDS.get(form);
    if (known) return known;
  }
  return undefined;
}
