import { isoOfDay, parseMonth } from "../../../src/engine/calendar";
import { Exact } from "../../../src/engine/exact";
import type { Grid } from "../../../src/engine/grid";
import type { Roster } from "../../../src/engine/roster";
import { type ChatSettings, DEFAULT_CHAT_SETTINGS } from "../../../src/engine/settings-chats";
import { DEFAULT_SOURCE_SETTINGS } from "../../../src/engine/settings-sources";
import { type ChatsRead, readChats } from "../../../src/ingest/chat/read";
import { rosterOf } from "../workbook";

/** Two agents of one shop; 小雨 has a sub-account, 小雪 two names. */
export const STAFF = rosterOf(["小雨", "旗舰店:小雨"], ["小雪", "旗舰店:小雪;xue"]);

/** A tab of pasted text, one line a row. */
export function pasted(name: string, text: string): Grid {
  return { name, rows: text.split("\n").map((line) => [line]) };
}

/** The chats of October 2026 with settings changed. */
export function read(
  grids: readonly Grid[],
  changed: Partial<ChatSettings> = {},
  roster: Roster = STAFF,
  ownBuyers: readonly string[] = [],
): ChatsRead {
  const month = parseMonth("2026-10");
  if (!month) throw new Error("no month");
  const settings = { ...DEFAULT_SOURCE_SETTINGS, ownBuyers, chats: { ...DEFAULT_CHAT_SETTINGS, ...changed } };
  return readChats(grids, roster, month, settings);
}

/** A person's figures of the month, `max_chats` the largest, the others summed; measures of 0 are left out. */
export function figures(chats: ChatsRead, person: string): Record<string, number> {
  const all: Record<string, number> = {};
  for (const [measure, { people }] of chats.contributions) {
    const values = (people.get(person)?.values ?? []).filter((value) => value instanceof Exact);
    if (values.length === 0) continue;
    const total = measure === "max_chats" ? values.reduce((a, b) => a.max(b)) : Exact.sum(values);
    if (!total.isZero()) all[measure] = total.toNumber();
  }
  return all;
}

/** One line a fact: `received 小雨 2026-10-01 2`, sorted. */
export function factLines(chats: ChatsRead): string[] {
  const lines: string[] = [];
  for (const [measure, { people }] of chats.contributions) {
    for (const [person, { days, values, unreadable }] of people) {
      days.forEach((day, index) => {
        const value = values[index];
        lines.push(
          `${measure} ${person} ${isoOfDay(day)} ${value instanceof Exact ? value.toText() : value}`,
        );
      });
      for (const { issue } of unreadable)
        lines.push(`${measure} ${person} ${issue.code} ${issue.tab}!${issue.cell}`);
    }
  }
  return lines.sort();
}

/** Rows left out of a tab by reason. */
export function leftOut(chats: ChatsRead, index = 0): Record<string, number> {
  const counts = chats.tabs.get(index)?.rowsLeftOut ?? [];
  return Object.fromEntries(counts.map(({ reason, count }) => [reason, count]));
}
