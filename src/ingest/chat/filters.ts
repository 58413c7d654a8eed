import { personKey } from "../../engine/name";
import type { ChatSettings } from "../../engine/settings-chats";
import type { Accounts } from "./accounts";
import type { ChatLog } from "./model";
import type { FilterReason, Receptions } from "./receptions";

/** What the filters need to know besides the receptions. */
export interface FilterContext {
  readonly log: ChatLog;
  readonly settings: ChatSettings;
  readonly accounts: Accounts;
  /** The shop's own accounts as buyers, as typed in Settings. */
  readonly ownBuyers: readonly string[];
}

/** Indexes (in the log's agents) of the accounts whose receptions a Setting leaves out. */
export function filteredAccounts({ log, settings }: FilterContext): ReadonlySet<number> {
  const keys = new Set(settings.filteredAgents.map(personKey));
  return new Set(log.agents.flatMap((key, index) => (keys.has(key) ? [index] : [])));
}

/**
 * Marks the receptions that do not count (无效接待过滤, DOMAIN part C) and gives how many of the
 * month each filter left out. Colleagues writing to each other are left out always, the rest by Setting.
 */
export function filterReceptions(
  receptions: Receptions,
  context: FilterContext,
  isInMonth: (day: number) => boolean,
): ReadonlyMap<FilterReason, number> {
  const { log, settings } = context;
  const own = keysOf(context.ownBuyers);
  const ads = keysOf(settings.adSenders);
  const byCustomer = log.customers.map((key): FilterReason | null => {
    if (own.has(key) || context.accounts.hasKey(key)) return "own-account";
    return ads.has(key) ? "ad-sender" : null;
  });
  const counts = new Map<FilterReason, number>();
  for (let at = 0; at < receptions.count; at++) {
    const reason = byCustomer[receptions.customer[at] as number] ?? reasonOf(receptions, at, settings);
    receptions.filter[at] = reason;
    const wasEmpty = reason === "monologue" && receptions.agentLines[at] === 0;
    if (reason && !wasEmpty && isInMonth(receptions.day[at] as number)) {
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
    }
  }
  return counts;
}

function keysOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map(personKey));
}

function reasonOf(receptions: Receptions, at: number, settings: ChatSettings): FilterReason | null {
  const count = (column: Int32Array | Uint8Array) => column[at] as number;
  const isContact = count(receptions.contactLines) > 0;
  const lines = count(receptions.customerLines);
  if (count(receptions.filteredLines) > 0) return "filtered-agent";
  if (count(receptions.adLines) > 0) return "ad-text";
  if (count(receptions.codeLines) >= Math.max(1, settings.codeWordTimes)) return "code-word";
  if (isContact) return null;
  const isEmpty = lines + count(receptions.agentLines) === 0;
  if (lines === 0 && (isEmpty || settings.filterMonologue === "leave_out")) return "monologue";
  if (lines === 1 && settings.filterSingleLine === "leave_out") return "single-line";
  const { forwardedLines } = settings;
  const isHandedOn = count(receptions.handedOn) > 0;
  if (isHandedOn && forwardedLines !== null && count(receptions.agentLines) <= forwardedLines)
    return "forwarded";
  return lines > 0 && count(receptions.inHours) === 0 ? "outside-hours" : null;
}
