import { type Day, isoOfDay, type Month } from "../../engine/calendar";
import type { Grid } from "../../engine/grid";
import { type Issue, issueAt } from "../../engine/issue";
import { type ChatLog, dayOfTime, NOBODY, SIDE } from "./model";

/** Buyers of one tab of whom no line says whose they are. */
interface Nameless {
  readonly row: number;
  readonly firstDay: Day;
  readonly buyers: Set<number>;
  lines: number;
}

/**
 * A warning for each tab whose buyers nobody answered and no line gives to an agent: they count for
 * nobody, so that the reply rate of whoever let them wait is too high. It names the agents of the tab.
 */
export function namelessIssues(log: ChatLog, grids: readonly Grid[], month: Month): Issue[] {
  return [...namelessByTab(log, month)].map(([tab, { row, firstDay, buyers, lines }]) => {
    const agents = agentsOf(log, tab);
    const values = {
      buyers: String(buyers.size),
      count: String(lines),
      day: isoOfDay(firstDay),
      agents: agents.join(", "),
    };
    return issueAt("warning", "chat-buyers-without-agent", { tab: grids[tab]?.name ?? "", row }, values);
  });
}

function namelessByTab(log: ChatLog, month: Month): Map<number, Nameless> {
  const byTab = new Map<number, Nameless>();
  if (!log.agent.includes(NOBODY)) return byTab;
  for (let at = 0; at < log.count; at++) {
    if (log.agent[at] !== NOBODY || log.side[at] !== SIDE.customer) continue;
    const day = dayOfTime(log.time[at] as number);
    if (day < month.first || day > month.last) continue;
    const tab = log.tab[at] as number;
    const known = byTab.get(tab) ?? {
      row: log.row[at] as number,
      firstDay: day,
      buyers: new Set(),
      lines: 0,
    };
    byTab.set(tab, known);
    known.lines++;
    known.buyers.add(log.customer[at] as number);
  }
  return byTab;
}

/** People who wrote in a tab, in the order of Staff. */
function agentsOf({ count, tab, side, person, people }: ChatLog, index: number): string[] {
  const wrote = new Set<number>();
  for (let at = 0; at < count; at++)
    if (tab[at] === index && side[at] === SIDE.agent) wrote.add(person[at] as number);
  return people.filter((_, at) => wrote.has(at)).map(({ name }) => name);
}
