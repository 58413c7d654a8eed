import type { Month } from "../../engine/calendar";
import { unpackCell, WHOLE_MONTH } from "../../engine/facts";
import { type Issue, issueAt } from "../../engine/issue";
import type { Person } from "../../engine/roster";
import type { SourceSettings } from "../../engine/settings-sources";
import { dayOfTime } from "../chat/model";
import type { Credit } from "./credit";
import type { FactSink } from "./facts";
import { REFUND_FIGURES } from "./measures";
import type { LostNumber, Refund } from "./order";

const SHOWN_PEOPLE = 5;

/** What decides whose a refund without an order may be. */
interface Owned {
  readonly credits: readonly Credit[];
  readonly people: readonly Person[];
  readonly month: Month;
  readonly settings: SourceSettings;
}

/**
 * Holds the refunds of everybody who may own a refund that fits no order because a number has lost its
 * digits: the owners of paid orders with such a number or, where the refund's own number is lost, of
 * all paid orders. Figures less refunds are held with them.
 *
 * @returns the refunds that are not held for: of sound numbers beside sound orders, or of other months.
 */
export function holdUnmatched(strays: readonly Refund[], owned: Owned, sink: FactSink): readonly Refund[] {
  const { credits, people, settings } = owned;
  const counted = strays.filter((refund) => countsIn(refund, owned));
  const paid = credits.filter(({ order, owner }) => order.isPaid && owner >= 0 && people[owner]);
  const damaged = paid.filter(({ order }) => order.lost);
  const lostRefund = counted.find(({ lost }) => lost);
  const doubtful = lostRefund ? paid : damaged;
  const source = damaged[0]?.order ?? lostRefund;
  if (!source?.lost || counted.length === 0 || doubtful.length === 0) return strays;
  const { lost, tab } = source;
  const owners = [...new Set(doubtful.map(({ owner }) => owner))].sort((a, b) => a - b);
  const names = owners.map((owner) => people[owner]?.name ?? "");
  const issue = issueOf({ lost, tab }, counted, names);
  const measures = settings.salesRefunds === "apart" ? REFUND_FIGURES : [...REFUND_FIGURES, "sales"];
  for (const owner of owners)
    for (const measure of measures) sink.fail(measure, owner, WHOLE_MONTH, lost.cell, issue);
  const held = new Set(counted);
  return strays.filter((refund) => !held.has(refund));
}

/** Whether a refund may count in a figure of the month: by its own day only where nothing else decides. */
function countsIn({ at }: Refund, { month, settings }: Owned): boolean {
  if (at === null || settings.refundsDated === "sale" || settings.salesRefunds !== "apart") return true;
  const day = dayOfTime(at);
  return day >= month.first && day <= month.last;
}

function issueOf(
  { lost, tab }: { readonly lost: LostNumber; readonly tab: string },
  refunds: readonly Refund[],
  names: readonly string[],
): Issue {
  const { row, column } = unpackCell(lost.cell);
  const more = names.length > SHOWN_PEOPLE ? ` … (${names.length})` : "";
  const values = {
    count: String(refunds.length),
    order: refunds[0] ? nameOf(refunds[0]) : "",
    people: `${names.slice(0, SHOWN_PEOPLE).join(", ")}${more}`,
  };
  return issueAt("error", "refunds-not-matched", { tab, row, column }, values, lost.text);
}

/** The number of a refund's order, what is left of it, or where the refund stands. */
function nameOf({ number, lost, tab, row }: Refund): string {
  return number || lost?.text || `${tab}!${row}`;
}

/** The warnings that refunds fit no pasted order: one a tab. */
export function strayIssues(strays: readonly Refund[]): Issue[] {
  const byTab = new Map<string, Refund[]>();
  for (const refund of strays) {
    const known = byTab.get(refund.tab);
    if (known) known.push(refund);
    else byTab.set(refund.tab, [refund]);
  }
  return [...byTab].map(([tab, refunds]) => {
    const { row, column } = unpackCell(refunds[0]?.cell ?? 0);
    const values = { count: String(refunds.length), order: refunds[0] ? nameOf(refunds[0]) : "" };
    return issueAt("warning", "refund-without-order", { tab, row, column }, values);
  });
}
