import type { Issue } from "../engine/issue";
import type { Lang } from "../text/labels";
import { renderIssue, renderMessage, renderPlace } from "../text/render";

/**
 * Issues that stand on one line: one issue, the unreadable cells of one column for one reason, or many
 * of one kind in one column, each with its own mend.
 */
export interface Repair {
  /** The first issue in the order given. */
  readonly issue: Issue;
  /** All issues of the repair, the first among them. */
  readonly all: readonly Issue[];
}

/** Unreadable cells: their mend is the same for a whole column. */
const OF_CELLS = /^(?:cell-|rate-without-percent$|chat-(?:time|side)-unreadable$|order-without-amount$)/;
/** So many alike are still told one by one: of those with one mend, and of those with one each. */
const FEW = 2;
const SEVERAL = 10;
const SHOWN_CELLS = 5;
const SHOWN_TEXTS = 3;
/** A note of a cell holds 50,000 signs; nobody reads so many. */
const LONGEST_NOTE = 20_000;
const PLACE = /^([A-Z]*)\d+/;

/** Groups issues by kind, tab and column (UX, pattern 10), in the order of their first. */
export function groupRepairs(issues: readonly Issue[]): Repair[] {
  const groups = new Map<string, Issue[]>();
  for (const [index, issue] of issues.entries()) {
    const key = repairKey(issue) ?? `${index}`;
    const group = groups.get(key);
    if (group) group.push(issue);
    else groups.set(key, [issue]);
  }
  return [...groups.values()].flatMap((all) =>
    all.length > (hasOneMend(all) ? FEW : SEVERAL) ? [repairOf(all)] : all.map((one) => repairOf([one])),
  );
}

function repairOf(all: readonly Issue[]): Repair {
  const [issue] = all;
  if (!issue) throw new Error("a repair without an issue");
  return { issue, all };
}

function hasOneMend([issue]: readonly Issue[]): boolean {
  return issue !== undefined && OF_CELLS.test(issue.code);
}

/** Null for an issue without a cell or row. */
function repairKey({ severity, code, tab, cell }: Issue): string | null {
  const column = PLACE.exec(cell ?? "")?.[1];
  return column === undefined ? null : [severity, code, tab, column].join("\n");
}

/** Where a repair is: `Raw!F14`, or `Raw!F2, F5, F9, F11, F12 … (37)`. */
export function repairPlace({ issue, all }: Repair, lang: Lang): string {
  if (all.length === 1 && !issue.alike) return renderPlace(issue, lang);
  const cells = cellsOf(all);
  const more = cells.length > SHOWN_CELLS ? " …" : "";
  const count = issue.alike?.length ?? all.length;
  return `${issue.tab ?? ""}!${cells.slice(0, SHOWN_CELLS).join(", ")}${more} (${count})`;
}

/** The cells, each once; of a whole row its number. */
function cellsOf(all: readonly Issue[]): string[] {
  const cells = all.flatMap(({ cell = "", alike }) => alike?.map((one) => one.cell) ?? [cell]);
  return [...new Set(cells.map((cell) => /^\d+/.exec(cell)?.[0] ?? cell))];
}

/** What was found: the cell's text, or the first different texts of several. */
export function repairFound({ all }: Repair): string {
  const texts = [
    ...new Set(all.flatMap(({ found = "", alike }) => alike?.map((one) => one.found) ?? [found])),
  ];
  return texts.length > SHOWN_TEXTS ? `${texts.slice(0, SHOWN_TEXTS).join(" · ")} …` : texts.join(" · ");
}

/**
 * What is wrong and how to mend it: once for all cells of one mend; else for the first few, with how
 * many more there are.
 */
export function repairMessage({ issue, all }: Repair, lang: Lang): string {
  const message = renderMessage(issue, lang);
  const count = String(all.length);
  if (all.length === 1) return message;
  if (hasOneMend(all)) {
    const code = issue.code === "rate-without-percent" ? "alike.rates" : "alike.cells";
    return renderMessage({ code, values: { message, header: issue.values?.header ?? "", count } }, lang);
  }
  const first = all.slice(0, SHOWN_TEXTS).map((one) => renderMessage(one, lang));
  const more = renderMessage(
    { code: "alike.more", values: { count: String(all.length - first.length) } },
    lang,
  );
  return [...new Set(first), more].join("\n");
}

/** Every issue of a repair on a line of its own, for the note of its cell; none where all are shown. */
export function repairNote({ issue, all }: Repair, lang: Lang): string | undefined {
  if (issue.alike) return shortNote(issue.alike.map(({ cell, found }) => `${cell} ${found}`).join("\n"));
  const isShown = hasOneMend(all) && cellsOf(all).length <= SHOWN_CELLS;
  return all.length === 1 || isShown ? undefined : listOf(all, lang);
}

/** Issues as lines: cell and text where they share one mend, else place and message. */
export function listOf(all: readonly Issue[], lang: Lang): string {
  const isBrief = hasOneMend(all);
  const lines: string[] = [];
  let signs = 0;
  // Of a hundred thousand alike only those are written that the note can show.
  for (const issue of all) {
    if (signs > LONGEST_NOTE) break;
    const line = isBrief ? `${issue.cell ?? ""} ${issue.found ?? ""}`.trim() : renderIssue(issue, lang);
    lines.push(line);
    signs += line.length;
  }
  return shortNote(lines.join("\n"));
}

function shortNote(text: string): string {
  return text.length > LONGEST_NOTE ? `${text.slice(0, LONGEST_NOTE)}…` : text;
}

/** Everybody whom the repair holds, each once. */
export function repairHolds({ all }: Repair): string[] {
  return [...new Set(all.flatMap(({ holds = [] }) => holds))];
}
