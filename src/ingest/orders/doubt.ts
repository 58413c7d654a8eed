import type { Month } from "../../engine/calendar";
import { WHOLE_MONTH } from "../../engine/facts";
import type { Issue } from "../../engine/issue";
import type { Person } from "../../engine/roster";
import type { SourceSettings } from "../../engine/settings-sources";
import type { DamagedLine } from "../chat/damage";
import type { Credit } from "./credit";
import type { FactSink } from "./facts";
import { SILENT } from "./served";

const SHOWN_ORDERS = 5;

/** The orders of a damaged line's buyer that chats gave to somebody. */
export interface Doubt {
  readonly line: DamagedLine;
  readonly credits: readonly Credit[];
}

/**
 * The orders of the month whose owner a damaged line of a chat may decide: those of its buyer that no
 * table gives to an agent. When the line was written cannot be known, so that all of them are in doubt.
 */
export function doubtsOf(
  damaged: readonly DamagedLine[],
  credits: readonly Credit[],
  month: Month,
  { attributionRule }: Pick<SourceSettings, "attributionRule">,
): Doubt[] {
  const byBuyer = new Map<string, Credit[]>();
  for (const { buyer } of damaged) if (buyer !== "") byBuyer.set(buyer, []);
  for (const credit of credits)
    if (isInMonth(credit, month) && isByChats(credit, attributionRule))
      byBuyer.get(credit.order.buyer)?.push(credit);
  return damaged.flatMap((line) => {
    const own = byBuyer.get(line.buyer) ?? [];
    return own.length > 0 ? [{ line, credits: own }] : [];
  });
}

function isInMonth({ day, createdOn }: Credit, { first, last }: Month): boolean {
  return (day >= first && day <= last) || (createdOn >= first && createdOn <= last);
}

/** Who landed the order is named by a table, or else by chats; likewise who landed the payment. */
function isByChats({ order }: Credit, rule: SourceSettings["attributionRule"]): boolean {
  if (order.orderAgent === null) return true;
  return rule === "payment" && order.isPaid && order.paymentAgent === null;
}

/**
 * Holds the figures of orders of everybody between whom a damaged line decides: whoever wrote it and
 * whoever has the orders without it. The issue names the orders.
 */
export function holdDoubtful(
  doubts: readonly Doubt[],
  measures: readonly string[],
  people: readonly Person[],
  sink: FactSink,
): void {
  for (const { line, credits } of doubts) {
    const indexes = new Set([
      ...(line.person ? [people.indexOf(line.person)] : []),
      ...credits.flatMap(({ owner, lander }) => [owner, lander]),
    ]);
    const held = [...indexes].filter((index) => index >= 0);
    const issue = issueOf(
      line,
      credits,
      held.map((index) => people[index]?.name ?? ""),
    );
    for (const index of held)
      for (const measure of measures) sink.fail(measure, index, WHOLE_MONTH, line.cell, issue);
    if (indexes.has(SILENT)) sink.failShop(WHOLE_MONTH, line.cell, issue);
  }
}

function issueOf({ issue }: DamagedLine, credits: readonly Credit[], names: readonly string[]): Issue {
  const numbers = credits.map(({ order }) => order.number || `${order.tab}!${order.row}`);
  const more = numbers.length > SHOWN_ORDERS ? ` … (${numbers.length})` : "";
  const values = {
    ...issue.values,
    orders: `${numbers.slice(0, SHOWN_ORDERS).join(", ")}${more}`,
    people: names.join(", "),
  };
  return { ...issue, code: "chat-line-decides-orders", values };
}
