import { showRange } from "../engine/calendar";
import { Exact } from "../engine/exact";
import type { Issue } from "../engine/issue";
import type { PersonResult, TeamFigure } from "../engine/result";
import { findLabel, type LabelKey, type Lang, label, labelVariants } from "../text/labels";
import { renderMessage } from "../text/render";
import { dataNotes } from "./data-notes";
import { COLORS, LOOKS, TAB_COLORS } from "./looks";
import { outputName, outputStamps } from "./names";
import { addBenchmarks, proposalLines } from "./pasted";
import { countIssues, holdReasons, stateLine } from "./reasons";
import {
  groupRepairs,
  listOf,
  type Repair,
  repairFound,
  repairHolds,
  repairMessage,
  repairNote,
  repairPlace,
} from "./repairs";
import { type KeptBlock, number, type TabCell, type TabDescription, TabRows, text, widthRuns } from "./tab";
import type { CheckedTab, MonthView } from "./view";

const WIDTHS = [190, 180, 180, 430, 240, 100];
/** So many issues of one code are written out; the rest is counted, and listed in a note. */
const MOST_ALIKE = 50;
const SMALL_TEAM = 3;
/** Row of the line that says how much there is to mend. */
const SUMMARY_ROW = 3;
const FIGURE_LOOK = { ...LOOKS.money, align: "left" } as const;

/** The Checks tab: problems first, then who is held, what was read, and the team figures used. */
export function describeChecks(view: MonthView): TabDescription {
  const { result, checked, lang } = view;
  const rows = new TabRows(WIDTHS.length);
  const name = outputName("checks", result.month.text, lang);
  const summary = summaryCell(view);
  rows.add([text(name, LOOKS.title)]);
  rows.add([text(stateLine(result, checked, lang), LOOKS.subtitle)]);
  rows.add([summary]);
  const before = addSections(rows, view);
  return {
    name,
    stamps: outputStamps("checks", result.month.text),
    kind: "checks",
    rows: rows.rows,
    columnCount: WIDTHS.length,
    widths: widthRuns(WIDTHS),
    frozenRows: SUMMARY_ROW,
    frozenColumns: 0,
    borders: [],
    conditional: [],
    owned: null,
    typedSums: [],
    kept: keptBlock(before, summary.style === LOOKS.good, lang),
    tabColor: countIssues(result.issues).errors > 0 ? COLORS.error : TAB_COLORS.checks,
  };
}

/** Adds the sections and gives the row where what HR typed for others belongs: after what to mend. */
function addSections(rows: TabRows, view: MonthView): number {
  const { result, checked, lang } = view;
  const unused = checked.filter(isUnused);
  const notes = result.issues.filter((issue) => issue.severity === "info" && !isTold(issue, unused));
  const problems = result.issues.filter((issue) => issue.severity !== "info");
  addProblems(rows, "problems", problems, lang);
  addUnusedTabs(rows, unused, lang);
  const before = rows.next;
  addHeld(rows, result.people, lang);
  addTabs(rows, view);
  addBenchmarks(rows, view);
  addTeamFigures(rows, result.teamFigures, lang);
  addProblems(rows, "notes", [...dataNotes(view), ...notes], lang);
  return before;
}

/** Whether an issue only says again why a tab could not be used. */
function isTold(issue: Issue, unused: readonly CheckedTab[]): boolean {
  return unused.some(({ tab, why }) => issue.tab === tab && issue.code === why?.code);
}

/** How much there is to mend; all-clear only where also every pasted tab could be used. */
function summaryCell({ result, checked, lang }: MonthView): TabCell {
  const { errors, warnings } = countIssues(result.issues);
  const held = result.people.filter((person) => person.held).length;
  const unused = checked.filter(isUnused).length;
  const tabs = label("onlyTabs", lang, { n: unused });
  if (errors + warnings === 0)
    return unused === 0 ? text(label("nothingToMend", lang), LOOKS.good) : text(tabs, LOOKS.warn);
  const counts = label("summary", lang, { errors, warnings, held });
  const words = unused === 0 ? counts : `${counts} · ${tabs}`;
  return text(words, errors > 0 ? LOOKS.error : LOOKS.warn);
}

/** A tab that nobody read, but for one of which an error of Sources says why. */
function isUnused(tab: CheckedTab): boolean {
  return tab.as === "unknown" && tab.why?.code !== "tab-sources-error";
}

/** Where a writer lists what HR typed for people without a row on Payroll. */
function keptBlock(before: number, allClear: boolean, lang: Lang): KeptBlock {
  const headers = (["person", "column", "typedValue"] as const).map((key) => label(key, lang));
  return {
    before,
    titles: labelVariants("keptTyped"),
    heading: [
      [text(label("keptTyped", lang), LOOKS.section)],
      [text(label("keptHint", lang), LOOKS.muted)],
      headers.map((header) => text(header, LOOKS.header)),
    ],
    looks: {
      person: LOOKS.strongWrapped,
      column: LOOKS.wrapped,
      value: { ...LOOKS.money, align: "left", wrap: true },
    },
    notice: allClear ? { row: SUMMARY_ROW, cell: text(label("onlyKept", lang), LOOKS.warn) } : null,
  };
}

function addSection(rows: TabRows, title: LabelKey, headers: readonly LabelKey[], lang: Lang): void {
  rows.skip();
  rows.add([text(label(title, lang), LOOKS.section)]);
  if (headers.length > 0) rows.add(headers.map((key) => text(label(key, lang), LOOKS.header)));
}

function addProblems(rows: TabRows, title: LabelKey, issues: readonly Issue[], lang: Lang): void {
  if (issues.length === 0) return;
  addSection(rows, title, ["severity", "place", "found", "whatToDo", "holds"], lang);
  for (const group of groupAlike(issues)) {
    const repairs = groupRepairs(group);
    for (const repair of repairs.slice(0, MOST_ALIKE)) rows.add(problemRow(repair, lang));
    const more = repairs.slice(MOST_ALIKE).flatMap(({ all }) => all);
    if (more.length > 0)
      rows.add([text(label("moreAlike", lang, { n: more.length }), LOOKS.muted, listOf(more, lang))]);
  }
}

/** Issues by severity, then by code in the order of first appearance. */
function groupAlike(issues: readonly Issue[]): Issue[][] {
  const groups = new Map<string, Issue[]>();
  for (const severity of ["error", "warning", "info"]) {
    for (const issue of issues) {
      if (issue.severity !== severity) continue;
      const key = `${severity} ${issue.code}`;
      const group = groups.get(key);
      if (group) group.push(issue);
      else groups.set(key, [issue]);
    }
  }
  return [...groups.values()];
}

const SEVERITY_LOOKS = { error: LOOKS.error, warning: LOOKS.warn, info: LOOKS.muted } as const;

function problemRow(repair: Repair, lang: Lang): TabCell[] {
  const { severity } = repair.issue;
  return [
    text(label(`severity.${severity}`, lang), SEVERITY_LOOKS[severity]),
    text(repairPlace(repair, lang), LOOKS.wrapped, repairNote(repair, lang)),
    text(repairFound(repair), LOOKS.wrapped),
    text(repairMessage(repair, lang), LOOKS.wrapped),
    text(joinNames(repairHolds(repair), lang), LOOKS.wrapped),
  ];
}

function joinNames(names: readonly string[], lang: Lang): string {
  return names.join(lang === "zh" ? "、" : ", ");
}

/** Pasted tabs that nobody could use, with what to do about each. */
function addUnusedTabs(rows: TabRows, tabs: readonly CheckedTab[], lang: Lang): void {
  if (tabs.length === 0) return;
  addSection(rows, "lookAt", ["severity", "place", "found", "whatToDo"], lang);
  for (const tab of tabs) {
    const why = tab.why ? renderMessage(tab.why, lang, () => "") : "";
    const spaced = why === "" || lang === "zh" ? why : `${why} `;
    rows.add([
      text(label("severity.tab", lang), LOOKS.warn),
      text(tab.tab, LOOKS.wrapped),
      null,
      text(label("lookAtTab", lang, { why: spaced }).trim(), LOOKS.wrapped),
    ]);
    for (const line of proposalLines(tab.proposal, lang))
      rows.add([null, null, null, text(line, LOOKS.wrapped)]);
  }
}

function addHeld(rows: TabRows, people: readonly PersonResult[], lang: Lang): void {
  const held = people.filter((person) => person.held);
  addSection(rows, "whoIsHeld", held.length > 0 ? ["person", "reason"] : [], lang);
  if (held.length === 0) rows.add([text(label("nobodyHeld", lang), LOOKS.good)]);
  for (const person of held) {
    const [first = label("held", lang), ...others] = holdReasons(person, lang);
    rows.add([text(person.person, LOOKS.strong), text(first, LOOKS.error)]);
    for (const reason of others) rows.add([null, text(reason, LOOKS.error)]);
  }
}

function addTabs(rows: TabRows, { checked, lang, measures }: MonthView): void {
  if (checked.length === 0) {
    addSection(rows, "whatWasRead", [], lang);
    rows.add([text(label("noRawTabs", lang), LOOKS.muted)]);
    return;
  }
  addSection(
    rows,
    "whatWasRead",
    ["readTab", "takenFor", "dates", "columnsUsed", "rowsLeftOut", "rowsRead"],
    lang,
  );
  for (const tab of checked) {
    rows.add([
      text(tab.tab, LOOKS.strongWrapped),
      takenFor(tab, lang),
      text(dateSpan(tab), LOOKS.wrapped),
      text(columnWords(tab, lang, measures), LOOKS.wrapped),
      text(leftOutWords(tab, lang), LOOKS.wrapped),
      number(tab.rowsRead, { ...LOOKS.whole, align: "left" }),
    ]);
  }
}

/**
 * The columns that were used, as `询单人数 → inquirers`, measures by their label for Chinese readers
 * and a count of rows without a column by its word. A tab of which nothing was read needs none.
 */
function columnWords({ columns, rowsRead }: CheckedTab, lang: Lang, measures: MonthView["measures"]): string {
  if (rowsRead === 0) return "";
  const words = columns.map(({ header, measure }) => {
    const named =
      findLabel(`measure.${measure}`, lang) ?? (lang === "zh" ? measures?.get(measure)?.zh : null);
    return `${header || label("countedRows", lang)} → ${named ?? measure}`;
  });
  return words.join(lang === "zh" ? "；" : "; ");
}

/** What a tab was taken for, and why in the line below. */
function takenFor(tab: CheckedTab, lang: Lang): TabCell {
  const why = tab.why ? renderMessage(tab.why, lang, () => "") : "";
  const words = [findLabel(`as.${tab.as}`, lang) ?? tab.as, why].filter((line) => line !== "");
  return text(words.join("\n"), tab.as === "unknown" ? LOOKS.warnWrapped : LOOKS.wrapped);
}

function dateSpan({ firstDay, lastDay }: CheckedTab): string {
  return firstDay === null || lastDay === null ? "" : showRange({ first: firstDay, last: lastDay });
}

/** The rows left out in words, for example `summary rows: 6`; an unknown reason is shown as it is. */
function leftOutWords(tab: CheckedTab, lang: Lang): string {
  const words = tab.rowsLeftOut.map(({ reason, count, month = "" }) => {
    const code = `left-out-${reason}`;
    const said = renderMessage({ code, values: { month } }, lang, () => reason);
    return lang === "zh" ? `${said}：${count}` : `${said}: ${count}`;
  });
  return words.join(lang === "zh" ? "；" : "; ");
}

function addTeamFigures(rows: TabRows, figures: readonly TeamFigure[], lang: Lang): void {
  if (figures.length === 0) return;
  addSection(rows, "teamFigures", ["team", "figure", "value", "members", "remark", "heads"], lang);
  for (const figure of figures) {
    const heads = Exact.sum(figure.members.map((member) => member.weight));
    const members = figure.members.map(({ person, weight }) => `${person} ${weight.toText(4)}`);
    rows.add([
      text(figure.scope === "shop" ? label("shop", lang) : figure.team, LOOKS.strong),
      text(figure.figure, LOOKS.wrapped),
      number(figure.value.toNumber(), FIGURE_LOOK),
      text(joinNames(members, lang), LOOKS.wrapped),
      figure.members.length < SMALL_TEAM ? text(label("smallTeam", lang), LOOKS.warnWrapped) : null,
      text(heads.toText(4), LOOKS.text),
    ]);
  }
}
