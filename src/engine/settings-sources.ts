import { Exact } from "./exact";
import { type ChatSettingKey, type ChatSettings, DEFAULT_CHAT_SETTINGS } from "./settings-chats";

/** Which agent a sale belongs to (绩效判定规则, DOMAIN part C). */
export type AttributionRule = "order_first" | "order" | "payment";

/** The switches of how pasted tabs become measures. Every one has a documented default. */
export interface SourceSettings {
  /** Who has the credit of an order, and which day dates it. */
  readonly attributionRule: AttributionRule;
  /** Among several agents the one who wrote last, or the one with the most rounds. */
  readonly attributionAgent: "last" | "rounds";
  /** Days of 86,400 seconds that a chat reaches forward: to the order and to the payment. */
  readonly attributionDays: Exact;
  /** Days after an order within which a chat is about that order, and no inquiry. */
  readonly aftersaleDays: Exact;
  /** Whether urging the payment of a silent order soon after it lands the payment. */
  readonly urgedOrders: "count" | "ignore";
  /** How soon after the order, in minutes: chats up to and with this minute are ignored. */
  readonly urgedMinutes: Exact;
  /** Whether whoever follows up a wholly silent order soon after its payment has the sale. */
  readonly silentFollowups: "ignore" | "count";
  /** How soon after the payment, in minutes, the last one included. */
  readonly silentFollowupMinutes: Exact;
  /** Flags (插旗) whose orders do not count, as typed. */
  readonly excludedFlags: readonly string[];
  /** Customers that are the shop's own accounts, as typed. */
  readonly ownBuyers: readonly string[];
  /** Whether a seller's note that holds one person's account names the agent. */
  readonly orderNotes: "read" | "ignore";
  /** Refunds stay a measure of their own, or are taken off `sales` as well. */
  readonly salesRefunds: "apart" | "deduct";
  /** Postage is taken off `sales` (DOMAIN D), or stays in. */
  readonly salesPostage: "deduct" | "keep";
  /** Refunds belong to the day they were completed, or to the day of the sale. */
  readonly refundsDated: "completion" | "sale";
  /** With `sale`: the last day after the month on which a completed refund still counts. */
  readonly refundCutoffDays: Exact;
  /** Which tabs win where exports and events (orders, chats) give one measure differently. */
  readonly sourcePriority: "none" | "exports" | "events";
  /** Days until the conversion of a day in an export is final. */
  readonly lateDays: Exact;
  /** How pasted chats become measures. */
  readonly chats: ChatSettings;
}

/** Keys of the settings of pasted tabs. */
export type SourceSettingKey =
  | ChatSettingKey
  | "attribution_rule"
  | "attribution_agent"
  | "attribution_days"
  | "aftersale_days"
  | "urged_orders"
  | "urged_minutes"
  | "silent_followups"
  | "silent_followup_minutes"
  | "excluded_flags"
  | "own_buyers"
  | "order_notes"
  | "sales_refunds"
  | "sales_postage"
  | "refunds_dated"
  | "refund_cutoff_days"
  | "source_priority"
  | "late_days";

/** What holds where the Settings tab says nothing. */
export const DEFAULT_SOURCE_SETTINGS: SourceSettings = {
  attributionRule: "order_first",
  attributionAgent: "last",
  attributionDays: Exact.integer(7),
  aftersaleDays: Exact.integer(15),
  urgedOrders: "count",
  urgedMinutes: Exact.integer(60),
  silentFollowups: "ignore",
  silentFollowupMinutes: Exact.integer(60),
  excludedFlags: [],
  ownBuyers: [],
  orderNotes: "read",
  salesRefunds: "apart",
  salesPostage: "deduct",
  refundsDated: "completion",
  refundCutoffDays: Exact.ZERO,
  sourcePriority: "none",
  lateDays: Exact.integer(4),
  chats: DEFAULT_CHAT_SETTINGS,
};
