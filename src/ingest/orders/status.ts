import { fieldKey } from "../header";

const KEYS = new Map<string, string>([["", ""]]);
const MOST_KEYS = 1000;

/** The key of a status text; the few there are make it worth keeping them. */
function keyOf(text: string): string {
  const known = KEYS.get(text);
  if (known !== undefined) return known;
  const key = fieldKey(text);
  if (KEYS.size < MOST_KEYS) KEYS.set(text, key);
  return key;
}

/** How far an order got. A refunded order was paid; a lapsed one was closed unpaid. */
export type OrderState = "waiting" | "paid" | "refunded" | "lapsed";

/** What a status text says by itself; `closed` needs the payment or the reason to tell more. */
type StatusWord = "waiting" | "paid" | "refunded" | "lapsed" | "closed";

const API: Readonly<Record<string, StatusWord>> = {
  waitbuyerpay: "waiting",
  tradenocreatepay: "waiting",
  paypending: "waiting",
  tradeclosedbytaobao: "lapsed",
  tradeclosed: "refunded",
  waitsellersendgoods: "paid",
  sellerconsignedpart: "paid",
  waitbuyerconfirmgoods: "paid",
  tradebuyersigned: "paid",
  tradefinished: "paid",
};

/** Parts of status texts, the most telling first. */
const PARTS: readonly (readonly [StatusWord, RegExp])[] = [
  ["waiting", /等待买家付款|待付款|未付款|待支付|未支付|等待付款|unpaid|awaitingpayment/],
  ["refunded", /退款成功|已退款|refunded/],
  ["closed", /关闭|取消|closed|cancel/],
  ["paid", /付款|支付|发货|收货|成功|完成|签收|出库|拼单|成团|paid|shipped|delivered|completed|finished/],
];

/** The meaning of a status text, or null where it is blank or unknown. */
function statusWord(text: string): StatusWord | null {
  const key = keyOf(text);
  if (key === "") return null;
  const api = API[key.replace(/[^a-z]/g, "")];
  if (api) return api;
  return PARTS.find(([, part]) => part.test(key))?.[0] ?? null;
}

const NO_STATUS = /^[-—–/\s]*$|^(?:null|none|n\/a|无|暂无|暂无数据)$/i;
/** What is left of signs that a wrong encoding lost. */
const LOST_SIGNS = /[?？\uFFFD]/;

/** Whether a status text is there but says nothing known, or has lost signs: the other cells decide. */
export function isUnknownStatus(text: string): boolean {
  return !NO_STATUS.test(text) && (LOST_SIGNS.test(text) || statusWord(text) === null);
}

/** What a row says about payment and end of an order. */
export interface StateCells {
  readonly status: string;
  readonly closeReason: string;
  readonly afterSale: string;
  /** True or false where the table has a payment time that is filled or blank; null without one. */
  readonly hasPaymentTime: boolean | null;
  /** An amount above 0 was really paid; null where the table does not say. */
  readonly hasPaidAmount: boolean | null;
}

/**
 * The state of an order. 交易关闭 alone does not tell unpaid from refunded: the payment time
 * decides, then the reason of closing, then the amount paid (DOMAIN B.4).
 */
export function stateOf(cells: StateCells): OrderState {
  const word = statusWord(cells.status);
  if (word === "waiting" || word === "lapsed") return cells.hasPaymentTime ? "paid" : word;
  if (word === "closed") return wasPaid(cells) ? "refunded" : "lapsed";
  const isRefunded = word === "refunded" || /退款成功|refunded/.test(keyOf(cells.afterSale));
  if (isRefunded) return "refunded";
  if (word === "paid") return "paid";
  // Without a status an order that has no payment is lost; a blank time beside no other mark too.
  return wasPaid(cells) ? "paid" : "lapsed";
}

function wasPaid({ hasPaymentTime, closeReason, afterSale, hasPaidAmount }: StateCells): boolean {
  if (hasPaymentTime !== null) return hasPaymentTime;
  if (/退款|退货|refund/.test(keyOf(closeReason))) return true;
  if (/退款成功/.test(keyOf(afterSale))) return true;
  const reason = keyOf(closeReason);
  if (reason !== "" && !/^(?:订单未关闭|null|无|)$/.test(reason)) return false;
  return hasPaidAmount === true;
}

/** Whether a refund was paid out: only 退款成功 counts; without a status the time of completion tells. */
export function isRefundDone(status: string | null, isCompleted: boolean): boolean {
  if (status === null) return isCompleted;
  const key = keyOf(status);
  return /退款成功|退款完成|已退款|^成功$|^success$|refunded|^completed$/.test(key);
}
