import { type Issue, issueAt } from "../engine/issue";
import type { AttributionRule } from "../engine/settings-sources";
import type { ExportTab } from "./exports";

const RULES: readonly (readonly [words: string, rule: AttributionRule])[] = [
  ["下单优先判定", "order_first"],
  ["付款判定", "payment"],
  ["下单判定", "order"],
];

/** Measures that depend on who has the credit of an order (DOMAIN part C). */
const JUDGED = new Set([
  "orderers",
  "final_payers",
  "payers",
  "orders",
  "closed_orders",
  "closed_amount",
  "paid_orders",
  "items_sold",
  "sales",
  "refunds",
  "refunded_items",
  "postage",
  "assisted_orders",
  "assisted_followups",
  "silent_sales",
]);

/** What exports say about their judgement rule, and which measures that rules out. */
export interface Judged {
  /** Measures of refused exports, each with the error that says why. */
  readonly broken: readonly { readonly measure: string; readonly issue: Issue }[];
  readonly issues: readonly Issue[];
}

/**
 * Exports under different rules of attribution must never be mixed, with each other or with the rule
 * of Settings: one that states another rule in its name or above its header is refused, and whoever
 * needs a figure of it that depends on the rule is held. Its other figures count.
 */
export function judgeExports(tabs: readonly (ExportTab | null)[], wanted: AttributionRule): Judged {
  const stated = tabs.flatMap((tab) => {
    const rule = tab && tab.rows.length > 0 ? ruleOf(tab) : null;
    const measures =
      tab?.layout.outputs.map(({ measure }) => measure).filter((name) => JUDGED.has(name)) ?? [];
    return tab && rule && measures.length > 0 ? [{ tab, words: rule[0], rule: rule[1], measures }] : [];
  });
  const refused = stated.filter(({ rule }) => rule !== wanted);
  const judged = refused.map(({ tab, words, measures }) => {
    const other = stated.find(({ words: others }) => others !== words);
    const issue = refusal(
      tab.layout.table.grid.name,
      words,
      wanted,
      other && { tab: other.tab, words: other.words },
    );
    return { issue, broken: [...new Set(measures)].map((measure) => ({ measure, issue })) };
  });
  return { broken: judged.flatMap(({ broken }) => broken), issues: judged.map(({ issue }) => issue) };
}

function refusal(
  tab: string,
  rule: string,
  wanted: AttributionRule,
  other: { readonly tab: ExportTab; readonly words: string } | undefined,
): Issue {
  const words = RULES.find(([, known]) => known === wanted)?.[0] ?? "";
  const values = { rule, wanted: words };
  if (!other) return issueAt("error", "judgement-rule-differs", { tab }, values);
  const named = { ...values, other: other.tab.layout.table.grid.name, otherRule: other.words };
  return issueAt("error", "judgement-rules-mixed", { tab }, named);
}

function ruleOf({ layout }: ExportTab): (typeof RULES)[number] | null {
  const { grid, headerRow } = layout.table;
  const above = grid.rows.slice(0, headerRow).flat();
  const title = [grid.name, ...above.filter((cell) => typeof cell === "string")].join(" ");
  return RULES.find(([words]) => title.includes(words)) ?? null;
}
