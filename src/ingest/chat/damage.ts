import type { Month } from "../../engine/calendar";
import { type PackedCell, packCell, WHOLE_MONTH } from "../../engine/facts";
import type { Issue } from "../../engine/issue";
import { findOwner, type Person, type Roster } from "../../engine/roster";
import { seriesOf } from "../export-reader";
import type { Contribution } from "../merge";
import { cellText } from "../table";
import { unreadableIssue } from "../unread";
import { CHAT_DEFINITIONS, type ChatMeasure } from "./definitions";
import { type ChatLog, NOBODY } from "./model";
import type { DamagedCell } from "./table-reader";

/** A line of a chat of which a cell cannot be read. */
export interface DamagedLine {
  /** `personKey` of the customer; empty where the row names none. */
  readonly buyer: string;
  /** Whose account the row names; null for nobody known. */
  readonly person: Person | null;
  readonly cell: PackedCell;
  readonly issue: Issue;
}

/** The damaged cells with whoever their rows are about in the month. */
export function damagedLines(
  damaged: readonly DamagedCell[],
  { agentNames }: Pick<ChatLog, "agentNames">,
  roster: Roster,
  month: Month,
): DamagedLine[] {
  return damaged.map((cell) => ({
    buyer: cell.buyer,
    person: ownerOf(cell.agent === NOBODY ? "" : (agentNames[cell.agent] ?? ""), roster, month),
    cell: packCell(cell.tab, cell.row + 1, cell.column + 1),
    issue: issueOf(cell),
  }));
}

/**
 * Adds the cells that cannot be read to every measure of whoever their row is about, and of nobody
 * else. Gives the issues of those that are about nobody known.
 */
export function addDamage(
  contributions: Map<ChatMeasure, Contribution>,
  damaged: readonly DamagedLine[],
  source: string,
): Issue[] {
  const lost: Issue[] = [];
  for (const { person, cell, issue } of damaged) {
    if (!person) {
      lost.push({ ...issue, severity: "warning" });
      continue;
    }
    for (const { measure } of CHAT_DEFINITIONS) {
      // Whether a chat of this person was handed on is known only where any is.
      if (measure === "transfers" && !contributions.has(measure)) continue;
      const known = contributions.get(measure) ?? { source, span: null, derived: false, people: new Map() };
      contributions.set(measure, known);
      seriesOf(known.people, person.key).unreadable.push({ day: WHOLE_MONTH, cell, issue });
    }
  }
  return lost;
}

function ownerOf(account: string, roster: Roster, month: Month): Person | null {
  const owner = findOwner(roster, account, month);
  return owner.kind === "person" ? owner.person : null;
}

function issueOf({ grid, row, column, code, header, text: line }: DamagedCell): Issue {
  const text = (line ?? cellText(grid.rows[row]?.[column])).trim().slice(0, 60);
  return unreadableIssue(grid, row, column, header, { problem: { code, values: { text } } });
}
