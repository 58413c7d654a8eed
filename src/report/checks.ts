import { isoOfDay } from "../engine/calendar";
import { Exact } from "../engine/exact";
import type { Issue } from "../engine/issue";
import type { TeamFigure } from "../engine/result";
import { findLabel, type LabelKey, type Lang, label } from "../text/labels";
import { renderMessage, renderPlace } from "../text/render";
import { COLORS, LOOKS, TAB_COLORS } from "./looks";
import { outputName, outputStamps } from "./names";
import { countIssues, holdReasons, stateLine } from "./reasons";
import { number, type TabCell, type TabDescription, TabRows, text, widthRuns } from "./tab";
import type { CheckedTab, MonthView } from "./view";

const WIDTHS = [190, 180, 180, 430, 240, 100];
/** So many issues of one code are written out; the rest is counted. */
const MOST_ALIKE = 50;
const SMALL_TEAM = 3;
const FIGURE_LOOK = { ...LOOKS.money, align: "left" } as const;

/** The Checks tab: problems first, then who is held, what was read, and the team figures used. */
export function describeChecks({ result, checked, lang }: MonthView): TabDescription {
  const rows = new TabRows(WIDTHS.length);
  const month = result.month.text;
  const held = result.people.filter((person) => person.held);
  const { errors, warnings } = countIssues(result.issues);
  rows.add([text(outputName("checks", month, lang), LOOKS.title)]);
  rows.add([text(stateLine(result, checked, lang), LOOKS.subtitle)]);
  rows.add([
    errors + warnings === 0
      ? text(label("nothingToMend", lang), LOOKS.good)
      : text(
          label("summary", lang, { errors, warnings, held: held.length }),
          errors > 0 ? LOOKS.error : LOOKS.warn,
        ),
  ]);
  addProblems(
    rows,
    "problems",
    result.issues.filter((issue) => issue.severity !== "info"),
    lang,
  );
  addHeld(
    rows,
    held.map((person) => ({ person: person.person, reasons: holdReasons(person, lang) })),
    lang,
  );
  addTabs(rows, checked, lang);
  addTeamFigures(rows, result.teamFigures, lang);
  addProblems(
    rows,
    "notes",
    result.issues.filter((issue) => issue.severity === "info"),
    lang,
  );
  return {
    name: outputName("checks", month, lang),
    stamps: outputStamps("checks", month),
    kind: "checks",
    rows: rows.rows,
    columnCount: WIDTHS.length,
    widths: widthRuns(WIDTHS),
    frozenRows: 3,
    frozenColumns: 0,
    borders: [],
    conditional: [],
    owned: null,
    typedSums: [],
    tabColor: errors > 0 ? COLORS.error : TAB_COLORS.checks,
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
    for (const issue of group.slice(0, MOST_ALIKE)) rows.add(problemRow(issue, lang));
    const more = group.length - MOST_ALIKE;
    if (more > 0) rows.add([text(label("moreAlike", lang, { n: more }), LOOKS.muted)]);
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

function problemRow(issue: Issue, lang: Lang): TabCell[] {
  return [
    text(label(`severity.${issue.severity}`, lang), SEVERITY_LOOKS[issue.severity]),
    text(renderPlace(issue, lang), LOOKS.wrapped),
    text(issue.found ?? "", LOOKS.wrapped),
    text(renderMessage(issue, lang), LOOKS.wrapped),
    text(joinNames(issue.holds ?? [], lang), LOOKS.wrapped),
  ];
}

function joinNames(names: readonly string[], lang: Lang): string {
  return names.join(lang === "zh" ? "、" : ", ");
}

function addHeld(
  rows: TabRows,
  held: readonly { person: string; reasons: readonly string[] }[],
  lang: Lang,
): void {
  addSection(rows, "whoIsHeld", held.length > 0 ? ["person", "reason"] : [], lang);
  if (held.length === 0) rows.add([text(label("nobodyHeld", lang), LOOKS.good)]);
  for (const { person, reasons } of held) {
    const [first = "", ...others] = reasons;
    rows.add([text(person, LOOKS.strong), text(first, LOOKS.error)]);
    for (const reason of others) rows.add([null, text(reason, LOOKS.error)]);
  }
}

function addTabs(rows: TabRows, checked: readonly CheckedTab[], lang: Lang): void {
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
      text(columnWords(tab, lang), LOOKS.wrapped),
      text(leftOutWords(tab, lang), LOOKS.wrapped),
      number(tab.rowsRead, { ...LOOKS.whole, align: "left" }),
    ]);
  }
}

/** The columns that were used; a tab of which nothing was read needs none. */
function columnWords({ columns, rowsRead }: CheckedTab, lang: Lang): string {
  if (rowsRead === 0) return "";
  return columns.map(({ header, measure }) => `${header} → ${measure}`).join(lang === "zh" ? "；" : "; ");
}

function takenFor(tab: CheckedTab, lang: Lang): TabCell {
  const why = tab.why ? renderMessage(tab.why, lang, () => "") : "";
  return text(
    findLabel(`as.${tab.as}`, lang) ?? tab.as,
    tab.as === "unknown" ? LOOKS.warnWrapped : LOOKS.wrapped,
    why,
  );
}

function dateSpan({ firstDay, lastDay }: CheckedTab): string {
  if (firstDay === null || lastDay === null) return "";
  return firstDay === lastDay ? isoOfDay(firstDay) : `${isoOfDay(firstDay)} – ${isoOfDay(lastDay)}`;
}

/** The rows left out in words, for example `summary rows: 6`; an unknown reason is shown as it is. */
function leftOutWords(tab: CheckedTab, lang: Lang): string {
  const words = tab.rowsLeftOut.map(({ reason, count }) => {
    const code = `left-out-${reason}`;
    const said = renderMessage({ code }, lang, () => reason);
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
