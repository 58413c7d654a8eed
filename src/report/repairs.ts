import type { Issue } from "../engine/issue";
import type { Lang } from "../text/labels";
import { renderMessage, renderPlace } from "../text/render";

/** Issues with one mend: one issue, or the unreadable cells of one column for one reason. */
export interface Repair {
  /** The first issue in the order given. */
  readonly issue: Issue;
  /** All issues of the repair, the first among them. */
  readonly all: readonly Issue[];
}

/** Unreadable cells: their mend is the same for a whole column. */
const OF_CELLS = /^(?:cell-|rate-without-percent$)/;
/** So many alike are still told one by one. */
const FEW = 2;
const SHOWN_CELLS = 5;
const SHOWN_TEXTS = 3;
const COLUMN = /^([A-Z]+)\d+$/;

/** Groups issues by what mends them (UX, pattern 10), in the order of their first. */
export function groupRepairs(issues: readonly Issue[]): Repair[] {
  const groups = new Map<string, Issue[]>();
  for (const [index, issue] of issues.entries()) {
    const key = repairKey(issue) ?? `${index}`;
    const group = groups.get(key);
    if (group) group.push(issue);
    else groups.set(key, [issue]);
  }
  return [...groups.values()].flatMap((all) =>
    all.length > FEW ? [repairOf(all)] : all.map((one) => repairOf([one])),
  );
}

function repairOf(all: readonly Issue[]): Repair {
  const [issue] = all;
  if (!issue) throw new Error("a repair without an issue");
  return { issue, all };
}

function repairKey({ severity, code, tab, cell }: Issue): string | null {
  const column = OF_CELLS.test(code) ? COLUMN.exec(cell ?? "")?.[1] : undefined;
  return column === undefined ? null : [severity, code, tab, column].join("\n");
}

/** Where a repair is: `Raw!F14`, or `Raw!F2, F5, F9, F11, F12 … (37)`. */
export function repairPlace({ issue, all }: Repair, lang: Lang): string {
  if (all.length === 1) return renderPlace(issue, lang);
  const more = all.length > SHOWN_CELLS ? " …" : "";
  return `${issue.tab ?? ""}!${cellsOf(all)}${more} (${all.length})`;
}

function cellsOf(all: readonly Issue[]): string {
  return all
    .slice(0, SHOWN_CELLS)
    .map(({ cell }) => cell ?? "")
    .join(", ");
}

/** What was found: the cell's text, or the first different texts of several. */
export function repairFound({ all }: Repair): string {
  const texts = [...new Set(all.map(({ found = "" }) => found))];
  return texts.length > SHOWN_TEXTS ? `${texts.slice(0, SHOWN_TEXTS).join(" · ")} …` : texts.join(" · ");
}

/** What is wrong and how to mend it, once for all cells of the repair. */
export function repairMessage({ issue, all }: Repair, lang: Lang): string {
  const message = renderMessage(issue, lang);
  if (all.length === 1) return message;
  const code = issue.code === "rate-without-percent" ? "alike.rates" : "alike.cells";
  const header = issue.values?.header ?? "";
  return renderMessage({ code, values: { message, header, count: String(all.length) } }, lang);
}

/** Everybody whom the repair holds, each once. */
export function repairHolds({ all }: Repair): string[] {
  return [...new Set(all.flatMap(({ holds = [] }) => holds))];
}
