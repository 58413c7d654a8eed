import type { Stream } from "./random";
import { dateOf, SHOP } from "./shop";
import type { SampleCell, SampleTab } from "./tab";

// The real report has 43 columns; these are the ones that anything reads. Blanks at the ends of
// some headers are the platform's own.
const ORDER_HEADER =
  "订单编号,买家会员名,买家应付货款,买家应付邮费,总金额,买家实际支付金额,订单状态,收货人姓名,收货地址 ,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝种类 ,物流公司,订单备注,宝贝总数量,店铺名称,订单关闭原因".split(
    ",",
  );
const REFUND_HEADER =
  "订单编号,退款编号,订单付款时间,退款完结时间,买家会员名称,买家实际支付金额,宝贝标题,买家退款金额,手工退款/系统退款,是否需要退货,退款的申请时间,退款状态,货物状态,买家退款原因,部分退款/全部退款".split(
    ",",
  );

const GOODS = [
  ["松木床头柜", 168],
  ["亚麻抱枕套", 59],
  ["可折叠边几", 129],
  ["陶瓷台灯", 219],
  ["羊羔绒毯", 149],
] as const;

interface Order {
  readonly id: string;
  readonly buyer: string;
  readonly title: string;
  readonly count: number;
  readonly amount: number;
  readonly day: number;
  readonly time: string;
  readonly paid: boolean;
}

function orderOf(stream: Stream, index: number): Order {
  const [title, price] = GOODS[stream.whole(0, GOODS.length - 1)] ?? GOODS[0];
  const count = stream.whole(1, 3);
  return {
    id: `2871${5500000 + index * 7919}${stream.whole(1000000, 9999999)}`,
    buyer: `t${stream.whole(100, 999)}**${index % 10}`,
    title,
    count,
    amount: price * count,
    day: 1 + Math.floor(index / 6),
    time: `${String(9 + (index % 6) * 2).padStart(2, "0")}:${String(stream.whole(0, 54)).padStart(2, "0")}`,
    paid: !stream.chance(0.12),
  };
}

function orderRow(order: Order): SampleCell[] {
  const at = `${dateOf("2026-10", order.day)}T${order.time}`;
  return [
    order.id,
    order.buyer,
    order.amount,
    0,
    order.amount,
    order.paid ? order.amount : 0,
    order.paid ? "交易成功" : "交易关闭",
    "王**",
    "浙江省 杭州市 余杭区 ***",
    { date: `${at}:05` },
    order.paid ? { date: `${at}:48` } : "",
    order.title,
    1,
    order.paid ? "中通快递" : "",
    "",
    order.count,
    SHOP,
    order.paid ? "订单未关闭" : "买家未付款",
  ];
}

function refundRow(order: Order, index: number): SampleCell[] {
  const done = index % 4 !== 3;
  const at = (later: number): string =>
    `${dateOf("2026-10", Math.min(31, order.day + later))}T15:2${index % 10}:00`;
  return [
    order.id,
    `9${order.id.slice(1)}`,
    { date: `${dateOf("2026-10", order.day)}T${order.time}:48` },
    done ? { date: at(5) } : "",
    order.buyer,
    order.amount,
    order.title,
    order.amount,
    "手工退款",
    index % 2 === 0 ? "需要退货" : "不需要退货",
    { date: at(2) },
    done ? "退款成功" : "退款关闭",
    "买家已收到货",
    index % 2 === 0 ? "不喜欢/不想要" : "破损",
    "全部退款",
  ];
}

/** The order and refund exports of October. They name no agent and belong to no measure yet. */
export function orderTabs(stream: Stream): SampleTab[] {
  const orders = Array.from({ length: 186 }, (_, index) => orderOf(stream, index));
  const refunded = orders.filter((order, index) => order.paid && order.day < 27 && index % 9 === 4);
  return [
    { name: "订单报表_202610", rows: [ORDER_HEADER, ...orders.map(orderRow)], text: [0] },
    { name: "退款_202610", rows: [REFUND_HEADER, ...refunded.map(refundRow)], text: [0, 1] },
  ];
}
