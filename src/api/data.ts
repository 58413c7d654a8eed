/** What the pasted tabs were taken for, and what is wrong with a month's data, by repair. */
import { isoOfDay } from "../engine/calendar";
import { unpackCell } from "../engine/facts";
import { type Grid, isBlank } from "../engine/grid";
import type { Issue } from "../engine/issue";
import { headerKey } from "../engine/name";
import { cellText } from "../rules/row";
import { findLabel, type Lang } from "../text/labels";
import { renderIssue, renderMessage } from "../text/render";
import type { DataAnswer, DataColumn, DataTab, ProblemGroup } from "./contract";
import type { Desk } from "./desk";

type ReadTab = Desk["prepared"]["data"]["tabs"][number];

const MOST_CELLS = 20;
const SAMPLES = 2;
const HEADER_ROWS = 10;

/** Every pasted tab with its problems, and the problems of other tabs. */
export function describeData(desk: Desk): DataAnswer {
  const { view, prepared, grids, month, lang } = desk;
  const { issues } = view.result;
  const tabs = prepared.data.tabs.flatMap((tab) => {
    const grid = grids.find(({ name }) => name === tab.tab);
    return grid && grid.rows.length > 0 ? [describeTab(tab, grid, issues, desk)] : [];
  });
  const raw = new Set(tabs.map(({ tab }) => tab));
  const others = issues.filter(({ tab }) => tab === undefined || !raw.has(tab));
  return { ok: true, month: month.text, tabs, problems: groupProblems(others, lang) };
}

function describeTab(tab: ReadTab, grid: Grid | undefined, issues: readonly Issue[], desk: Desk): DataTab {
  const { lang } = desk;
  const problems = groupProblems(
    issues.filter((issue) => issue.tab === tab.tab),
    lang,
  );
  const columns = tab.columns.map(({ header, measure }) => columnOf(header, measure, grid, desk));
  const used = new Set(tab.columns.map(({ header }) => headerKey(header)));
  const isUnknown = tab.as === "unknown";
  const left = desk.view.checked.find((one) => one.tab === tab.tab)?.rowsLeftOut ?? [];
  const hasErrors = problems.some(({ severity }) => severity !== "info");
  return {
    tab: tab.tab,
    state: isUnknown ? "unknown" : hasErrors ? "problems" : "ok",
    as: findLabel(`as.${tab.as}`, lang) ?? tab.as,
    why: renderMessage({ code: tab.why.code, values: tab.why.values }, lang, () => ""),
    columns,
    ignored: isUnknown ? [] : headersOf(grid, tab.headerRow).filter((header) => !used.has(headerKey(header))),
    firstDay: tab.firstDay === null ? null : isoOfDay(tab.firstDay),
    lastDay: tab.lastDay === null ? null : isoOfDay(tab.lastDay),
    rows: tab.rowsRead,
    leftOut: left.flatMap(({ reason, count, month }) =>
      month === undefined ? [{ reason: reasonWords(reason, lang), count }] : [],
    ),
    readFor: left.flatMap(({ month, count }) => (month === undefined ? [] : [{ month, count }])),
    people: peopleIn(tab.tab, desk),
    problems,
    sums: (tab.sums ?? []).map(({ certainty, ...row }) => row),
  };
}

function reasonWords(reason: string, lang: Lang): string {
  return renderMessage({ code: `left-out-${reason}` }, lang);
}

function headersOf(grid: Grid | undefined, headerRow: number): string[] {
  const cells = grid?.rows[headerRow - 1] ?? [];
  return cells.filter((cell) => !isBlank(cell)).map((cell) => cellText(cell));
}

function columnOf(header: string, measure: string, grid: Grid | undefined, { view, lang }: Desk): DataColumn {
  const names = view.measures?.get(measure);
  const becomes = names?.[lang] || findLabel(`measure.${measure}`, lang) || measure;
  return { header, becomes, samples: samplesUnder(grid, header) };
}

/** The first two filled cells under a header. */
function samplesUnder(grid: Grid | undefined, header: string): string[] {
  const rows = grid?.rows ?? [];
  const wanted = headerKey(header);
  for (const [index, row] of rows.slice(0, HEADER_ROWS).entries()) {
    const column = row.findIndex((cell) => typeof cell === "string" && headerKey(cell) === wanted);
    if (column < 0) continue;
    const below = rows.slice(index + 1).map((cells) => cells[column] ?? "");
    return below
      .filter((cell) => !isBlank(cell))
      .slice(0, SAMPLES)
      .map(cellText);
  }
  return [];
}

/** How many people have a figure from a tab. */
function peopleIn(tab: string, { view }: Desk): number {
  const { tabs, measures } = view.result.facts;
  const index = tabs.indexOf(tab);
  const people = new Set<string>();
  for (const { byPerson } of measures.values()) {
    for (const [person, { cells }] of byPerson) {
      if (!people.has(person) && cells.some((cell) => unpackCell(cell).tabIndex === index))
        people.add(person);
    }
  }
  return people.size;
}

const ORDER = { error: 0, warning: 1, info: 2 } as const;

/** Issues that are mended in one way, as one: of one kind, on one tab, in one column. */
export function groupProblems(issues: readonly Issue[], lang: Lang): ProblemGroup[] {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    const column = /^[A-Z]+/.exec(issue.cell ?? "")?.[0] ?? "";
    const key = [issue.severity, issue.code, issue.tab ?? "", column].join("\n");
    const group = groups.get(key);
    if (group) group.push(issue);
    else groups.set(key, [issue]);
  }
  return [...groups.values()]
    .map((group) => groupOf(group, lang))
    .sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}

function groupOf(group: readonly Issue[], lang: Lang): ProblemGroup {
  const [first] = group;
  if (!first) throw new Error("a group without an issue");
  const cells = group.flatMap(({ tab, cell }) =>
    tab !== undefined && cell !== undefined ? [{ tab, cell }] : [],
  );
  return {
    severity: first.severity,
    code: first.code,
    message: renderIssue(first, lang),
    count: group.length,
    cells: cells.slice(0, MOST_CELLS),
    holds: [...new Set(group.flatMap(({ holds }) => holds ?? []))],
  };
}
