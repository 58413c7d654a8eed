import type { Exact } from "../exact";
import {
  type AttributionRule,
  DEFAULT_SOURCE_SETTINGS,
  type SourceSettingKey,
  type SourceSettings,
} from "../settings-sources";
import { CHAT_SETTING_SPECS, type ChatSettingSpec } from "./chats";

/** One setting of pasted tabs, as the Settings tab knows it. */
export interface SourceSettingSpec {
  readonly key: SourceSettingKey;
  /** Chinese key, accepted like the English one. */
  readonly zh: string;
  readonly standard: string;
  /** Allowed values; `number` stands for any number from 0 on, `text` for any text. */
  readonly allowed: readonly string[];
  readonly help: { readonly en: string; readonly zh: string };
  readonly apply: (settings: SourceSettings, value: string, number: Exact | null) => SourceSettings;
}

/** The entries of a list that was typed into one cell, separated by `;`, `；` or line breaks. */
function listedTexts(value: string): readonly string[] {
  return value
    .split(/[;；\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "" && entry.toLowerCase() !== "none");
}

type FieldOf<T> = {
  [F in keyof SourceSettings]: SourceSettings[F] extends T ? F : never;
}[keyof SourceSettings];
type Words = readonly [key: SourceSettingKey, zh: string, en: string, help: string];

/** A setting with a few words to choose from; the first of them is the default. */
function choice(
  [key, zh, en, help]: Words,
  field: FieldOf<string>,
  allowed: readonly string[],
): SourceSettingSpec {
  const standard = allowed[0] ?? "";
  const apply = (settings: SourceSettings, value: string): SourceSettings => ({
    ...settings,
    [field]: value,
  });
  return { key, zh, standard, allowed, help: { en, zh: help }, apply };
}

/** A setting that is a number from 0 on. */
function amount([key, zh, en, help]: Words, field: FieldOf<Exact>): SourceSettingSpec {
  const preset = DEFAULT_SOURCE_SETTINGS[field];
  return {
    key,
    zh,
    standard: preset.toText(),
    allowed: ["number"],
    help: { en, zh: help },
    apply: (settings, _value, number) => ({ ...settings, [field]: number ?? preset }),
  };
}

/** A setting that is a list of texts; `none` is the empty list. */
function list([key, zh, en, help]: Words, field: FieldOf<readonly string[]>): SourceSettingSpec {
  return {
    key,
    zh,
    standard: "none",
    allowed: ["none", "text"],
    help: { en, zh: help },
    apply: (settings, value) => ({ ...settings, [field]: listedTexts(value) }),
  };
}

/** The rules by their English and their Chinese words. */
const RULE_WORDS: Readonly<Record<string, AttributionRule>> = {
  order_first: "order_first",
  order: "order",
  payment: "payment",
  下单优先判定: "order_first",
  下单判定: "order",
  付款判定: "payment",
};

const RULE_SPEC: SourceSettingSpec = {
  key: "attribution_rule",
  zh: "绩效判定规则",
  standard: "order_first",
  allowed: Object.keys(RULE_WORDS),
  help: {
    en: "Whose an order is: order_first (who landed the order, else who landed the payment; by payment day), order (who landed the order; by order day), payment (who landed the payment; by payment day). Exports under another rule are refused.",
    zh: "订单归谁：order_first 下单优先判定（落实下单者，静默下单则落实付款者，按付款日）、order 下单判定（落实下单者，按下单日）、payment 付款判定（落实付款者，按付款日）。其他判定规则的导出表不予采用。",
  },
  apply: (settings, value) => ({ ...settings, attributionRule: RULE_WORDS[value] ?? "order_first" }),
};

const ATTRIBUTION_SPECS: readonly SourceSettingSpec[] = [
  RULE_SPEC,
  choice(
    [
      "attribution_agent",
      "判定客服",
      "Among several agents: last, who wrote last before it, or rounds, who had the most rounds of question and answer (a tie goes to the later).",
      "多名客服接待时：last 为最后接待者，rounds 为回合数最多者（相同时取较后者）。",
    ],
    "attributionAgent",
    ["last", "rounds"],
  ),
  amount(
    [
      "attribution_days",
      "询单有效天数",
      "Days after a chat within which an order or payment belongs to it; exactly at the end still counts.",
      "聊天后多少天内的下单、付款归该聊天；恰好到期仍计入。",
    ],
    "attributionDays",
  ),
  amount(
    [
      "aftersale_days",
      "售后天数",
      "Days after an order within which a chat without another order is about that order, and no inquiry (3 to 180 are usual).",
      "下单后多少天内、且未再下单的聊天视为售后，不计询单（常用 3 至 180 天）。",
    ],
    "aftersaleDays",
  ),
  choice(
    [
      "urged_orders",
      "催付",
      "A chat soon after a silent order that is then paid: count lets it land the payment, ignore does not.",
      "静默下单后不久的催付：count 计为落实付款，ignore 不计。",
    ],
    "urgedOrders",
    ["count", "ignore"],
  ),
  amount(
    [
      "urged_minutes",
      "催付分钟",
      "With urged_orders = ignore: chats up to so many minutes after the silent order do not land its payment.",
      "urged_orders 为 ignore 时：静默下单后多少分钟内的聊天不计落实付款。",
    ],
    "urgedMinutes",
  ),
  choice(
    [
      "silent_followups",
      "全静默跟进",
      "Order and payment without an agent: count gives the sale to whoever writes soon after the payment, ignore to nobody.",
      "下单和付款均静默的订单：count 归付款后不久跟进的客服，ignore 不归任何人。",
    ],
    "silentFollowups",
    ["ignore", "count"],
  ),
  amount(
    [
      "silent_followup_minutes",
      "全静默跟进分钟",
      "With silent_followups = count: minutes after the payment, the last one included.",
      "silent_followups 为 count 时：付款后多少分钟内跟进有效（含）。",
    ],
    "silentFollowupMinutes",
  ),
];

const ORDER_SPECS: readonly SourceSettingSpec[] = [
  list(
    [
      "excluded_flags",
      "不计插旗",
      "Flags or note labels whose orders do not count, separated by ;",
      "带有这些插旗或备注标签的订单不计，用分号分隔。",
    ],
    "excludedFlags",
  ),
  list(
    [
      "own_buyers",
      "自有买家账号",
      "Customers that are the shop's own accounts, separated by ; (their chats and orders do not count).",
      "本店自有的买家账号，用分号分隔，其聊天和订单不计。",
    ],
    "ownBuyers",
  ),
  choice(
    [
      "order_notes",
      "备注指定客服",
      "A seller's note that holds one person's account names the agent (read), or means nothing (ignore).",
      "商家备注中含某员工账号时：read 视为该员工的订单，ignore 不看备注。",
    ],
    "orderNotes",
    ["read", "ignore"],
  ),
  choice(
    [
      "sales_refunds",
      "销售额扣退款",
      "Refunds stay a measure of their own (apart), or are taken off sales from orders as well (deduct): then do not subtract them again.",
      "退款：apart 单独计量，deduct 从订单销售额中扣除（公式中请勿再减）。",
    ],
    "salesRefunds",
    ["apart", "deduct"],
  ),
  choice(
    [
      "sales_postage",
      "销售额扣邮费",
      "Sales from orders without the postage (deduct) or with it (keep).",
      "订单销售额：deduct 不含邮费，keep 含邮费。",
    ],
    "salesPostage",
    ["deduct", "keep"],
  ),
  choice(
    [
      "refunds_dated",
      "退款归属日",
      "Refunds belong to the day they were completed (completion) or to the day of the sale (sale).",
      "退款归属：completion 退款完结日，sale 销售日。",
    ],
    "refundsDated",
    ["completion", "sale"],
  ),
  amount(
    [
      "refund_cutoff_days",
      "退款截止天数",
      "With refunds_dated = sale: refunds completed up to so many days after the month's end still count.",
      "refunds_dated 为 sale 时：月末后多少天内完结的退款仍计入。",
    ],
    "refundCutoffDays",
  ),
  choice(
    [
      "source_priority",
      "数据优先",
      "Where exports and orders or chats give one measure differently: exports or events wins; none holds whoever needs it.",
      "导出表与订单、聊天记录的同一计量不一致时：exports 以导出表为准，events 以订单和聊天为准，none 则暂缓相关人员。",
    ],
    "sourcePriority",
    ["none", "exports", "events"],
  ),
  amount(
    [
      "late_days",
      "转化延迟天数",
      "Days until the conversion of a day in an export is final: 4, or 8 in older exports.",
      "导出表中某天的转化数据多少天后才最终确定：4 天，旧版导出为 8 天。",
    ],
    "lateDays",
  ),
];

/** A setting of chats as one of pasted tabs. */
function ofChats(spec: ChatSettingSpec): SourceSettingSpec {
  return {
    ...spec,
    apply: (settings, value, number) => ({
      ...settings,
      chats: spec.apply(settings.chats, { value, number, list: listedTexts(value) }),
    }),
  };
}

/** Every setting of pasted tabs with its key, default and allowed values. */
export const SOURCE_SETTING_SPECS: readonly SourceSettingSpec[] = [
  ...ATTRIBUTION_SPECS,
  ...ORDER_SPECS,
  ...CHAT_SETTING_SPECS.map(ofChats),
];
