import type { TeamSummary } from "../engine/diagnosis";
import { Exact } from "../engine/exact";
import type { ItemResult, PersonResult, RunResult } from "../engine/result";
import { diagnosisWord } from "../text/diagnosis-words";
import { type Lang, label } from "../text/labels";
import { diagnosisLines, scoreChange, teamFiguresText } from "./diagnosis";
import { explainItem } from "./explain";
import { actualFigure, attainmentFigure, figure, textBar, unitSuffix } from "./figures";
import { COLORS, FORMATS, LOOKS, TAB_COLORS } from "./looks";
import { outputName, outputStamps } from "./names";
import { peerLines } from "./peers";
import { holdReasons, stateLine, warningsOf } from "./reasons";
import { rankPeople, type Standing } from "./standing";
import {
  type CellStyle,
  number,
  shorten,
  type TabCell,
  type TabDescription,
  TabRows,
  text,
  widthRuns,
} from "./tab";
import type { MonthView } from "./view";
import { fitWidth, wrapText } from "./wrap";

/** Rank, person, team, plan, then figures; the middle three names are fitted to what they show. */
const RANK_WIDTH = 48;
const FIGURE_WIDTHS = [100, 150, 150, 100, 104, 300];
const COLUMNS = 10;
const MOST_ISSUES = 3;
/** Half-width units that fit beside each other from the second column to the last. */
const LINE_UNITS = 200;

const ITALIC: CellStyle = { color: COLORS.ink, italic: true };

/** The Scorecard tab: the ranking first, then a block a person. Pay never stands on it. */
export function describeScorecard(view: MonthView): TabDescription {
  const { result, checked, lang } = view;
  const rows = new TabRows(COLUMNS);
  const month = result.month.text;
  const standings = rankPeople(result.people);
  rows.add([text(outputName("scorecard", month, lang), LOOKS.title)]);
  rows.add([text(stateLine(result, checked, lang), LOOKS.subtitle)]);
  rows.skip();
  addRanking(rows, standings, result, lang);
  for (const words of peerLines(view)) addLines(rows, words, ITALIC);
  for (const standing of standings) addBlock(rows, standing, result, lang);
  return {
    name: outputName("scorecard", month, lang),
    stamps: outputStamps("scorecard", month),
    kind: "scorecard",
    rows: rows.rows,
    columnCount: COLUMNS,
    widths: widthRuns(columnWidths(result.people)),
    frozenRows: 2,
    frozenColumns: 2,
    borders: [],
    conditional: [],
    owned: null,
    typedSums: [],
    kept: null,
    tabColor: TAB_COLORS.scorecard,
  };
}

/** Columns of a block stand under those of the ranking: items under people. */
function columnWidths(people: readonly PersonResult[]): number[] {
  const items = people.flatMap((person) => person.items.map(({ item }) => item));
  return [
    RANK_WIDTH,
    fitWidth([...people.map(({ person }) => person), ...items], 150, 240),
    fitWidth(
      people.map(({ team }) => team),
      80,
      150,
    ),
    fitWidth(
      people.map(({ plan }) => plan),
      100,
      170,
    ),
    ...FIGURE_WIDTHS,
  ];
}

function addRanking(rows: TabRows, standings: readonly Standing[], result: RunResult, lang: Lang): void {
  rows.add([text(label("ranking", lang), LOOKS.section)]);
  rows.add(
    [
      text(label("rank", lang), LOOKS.headerCenter),
      text(label("person", lang), LOOKS.header),
      text(label("team", lang), LOOKS.header),
      text(label("plan", lang), LOOKS.header),
      text(label("score", lang), LOOKS.headerRight),
      text(label("scoreBar", lang), LOOKS.headerCenter),
      text(label("weakestItem", lang), LOOKS.header),
      text(label("lostHere", lang), LOOKS.headerRight),
      text(label("lostInAll", lang), LOOKS.headerCenter),
      text(label("remark", lang), LOOKS.header),
    ],
    LOOKS.header,
  );
  for (const standing of standings) rows.add(rankingRow(standing, result, lang));
  const listed = new Set(result.people.map(({ team }) => team));
  for (const team of result.diagnosis.teams()) if (listed.has(team.team)) addTeam(rows, team, lang);
}

/** A team's own line, outside the ranking: its average score, then what its metrics come to. */
function addTeam(rows: TabRows, team: TeamSummary, lang: Lang): void {
  const { score, heads } = team;
  const bar = score ? textBar(score.over(Exact.HUNDRED)) : "";
  rows.add([
    null,
    text(diagnosisWord("teamAverage", lang), ITALIC),
    text(shorten(team.team), { ...ITALIC, wrap: true }),
    score ? text(diagnosisWord("teamHeads", lang, { n: String(heads) }), ITALIC) : null,
    score ? number(score.toNumber(), { ...LOOKS.points, italic: true }) : null,
    score ? text(bar, { ...ITALIC, align: "center" }) : null,
  ]);
  addLines(rows, teamFiguresText(team, lang), ITALIC);
}

/** A sentence in as many rows as it needs. */
function addLines(rows: TabRows, sentence: string, style: CellStyle): void {
  for (const line of wrapText(sentence, LINE_UNITS)) rows.add([null, text(line, style)]);
}

function rankingRow(standing: Standing, { diagnosis }: RunResult, lang: Lang): TabCell[] {
  const { person, rank, weakest, lost, lostInAll } = standing;
  const weakItem = person.items[weakest];
  const weakLost = lost[weakest] ?? null;
  return [
    rank === null ? text("–", LOOKS.center) : number(rank, LOOKS.center),
    text(shorten(person.person), LOOKS.strongWrapped),
    text(shorten(person.team), LOOKS.wrapped),
    text(shorten(person.plan), LOOKS.wrapped),
    scoreCell(person, LOOKS.pointsStrong, lang),
    text(person.score ? textBar(person.score.over(Exact.HUNDRED)) : "", LOOKS.center),
    text(weakItem && person.score ? weakItem.item : "", LOOKS.wrapped),
    weakLost && person.score ? number(weakLost.toNumber(), LOOKS.points) : text("", LOOKS.text),
    lostInAll && person.score ? number(lostInAll.toNumber(), LOOKS.pointsLast) : text("", LOOKS.text),
    standingRemark(person, diagnosis, lang),
  ];
}

function standingRemark(person: PersonResult, diagnosis: RunResult["diagnosis"], lang: Lang): TabCell {
  const reasons = holdReasons(person, lang);
  if (person.held)
    return text(
      [`✕ ${label("held", lang)}`, ...reasons.slice(0, 1)].join(" · "),
      LOOKS.errorWrapped,
      reasons.join("\n"),
    );
  if (person.score === null) return text(label("noScore", lang), LOOKS.muted);
  const change = scoreChange(diagnosis.of(person.person), lang);
  return change ? text(change.text, change.style) : text("", LOOKS.text);
}

function scoreCell(person: PersonResult, style: CellStyle, lang: Lang): TabCell {
  if (person.score !== null) return number(person.score.toNumber(), style, scoreNote(person, lang));
  const words = person.held ? `✕ ${label("held", lang)}` : label("noData", lang);
  const color = person.held ? COLORS.error : COLORS.muted;
  return text(words, {
    ...(style.background ? { background: style.background } : {}),
    color,
    align: "right",
  });
}

/** How the score follows from the points: `16.00 + 12.50 - 2.00 = 26.50`; parts of a month by their days. */
export function scoreNote(person: PersonResult, lang: Lang): string {
  if (person.score === null) return "";
  const score = person.score.toFixed(2);
  if (person.parts.length > 1) {
    const parts = person.parts.map(
      (part) =>
        `${part.plan}: ${part.score?.toFixed(2) ?? label("noData", lang)} (${label("perMonth", lang, { days: part.days })})`,
    );
    return `${label("score", lang)} ${score}\n${parts.join("\n")}`;
  }
  const scored = person.items.filter((item) => item.points !== null && item.kind !== "gate");
  const words = scored.map((item, index) => signed(item, index === 0)).join(" ");
  const sum = Exact.sum(scored.map((item) => item.points ?? Exact.ZERO));
  // A floor, a ceiling or weighed profiles stand between the sum and the score.
  if (sum.toFixed(2) !== score) return `${label("score", lang)} ${score} (${words} = ${sum.toFixed(2)})`;
  return `${label("score", lang)} = ${words} = ${score}`;
}

function signed(item: ItemResult, first: boolean): string {
  const points = item.points ?? Exact.ZERO;
  const size = `${points.abs().toText(4)} (${item.item})`;
  if (points.sign() < 0) return `− ${size}`;
  return first ? size : `+ ${size}`;
}

function addBlock(rows: TabRows, standing: Standing, result: RunResult, lang: Lang): void {
  const { person } = standing;
  rows.skip();
  rows.add([
    null,
    text(shorten(person.person), LOOKS.sectionWrapped),
    text([person.team, person.plan, person.grade].filter((part) => part !== "").join(" · "), LOOKS.muted),
  ]);
  if (person.items.length > 0) addItems(rows, standing, result.facts.tabs, lang);
  addIssues(rows, person, lang);
  addDiagnosis(rows, person, result, lang);
}

function addDiagnosis(rows: TabRows, { person }: PersonResult, { diagnosis }: RunResult, lang: Lang): void {
  const found = diagnosis.of(person);
  const lines = found ? diagnosisLines(found, lang) : [];
  if (lines.length === 0) return;
  rows.add([null, text(diagnosisWord("title", lang), LOOKS.strong)]);
  for (const line of lines) addLines(rows, line.text, line.style);
}

function addItems(rows: TabRows, standing: Standing, tabs: readonly string[], lang: Lang): void {
  const { person } = standing;
  rows.add(itemHeader(lang), LOOKS.header);
  person.items.forEach((item, index) => {
    rows.add(itemRow(item, index, standing, tabs, lang));
  });
  const weights = Exact.sum(
    person.items.filter((item) => item.kind === "points" && item.points !== null).map((item) => item.weight),
  );
  rows.add(
    [
      null,
      text(label("total", lang), LOOKS.total),
      weightCell(weights, LOOKS.totalPoints),
      ...Array.from({ length: 2 }, () => null),
      text(person.score ? textBar(person.score.over(Exact.HUNDRED)) : "", LOOKS.totalCenter),
      null,
      scoreCell(person, LOOKS.totalPoints, lang),
      standing.lostInAll ? number(standing.lostInAll.toNumber(), LOOKS.totalPointsLast) : null,
    ],
    LOOKS.total,
  );
}

function itemHeader(lang: Lang): TabCell[] {
  return [
    text(label("number", lang), LOOKS.headerCenter),
    text(label("item", lang), LOOKS.header),
    text(label("weight", lang), LOOKS.headerRight),
    text(label("target", lang), LOOKS.headerRight),
    text(label("actual", lang), LOOKS.headerRight),
    text(label("pointsBar", lang), LOOKS.headerCenter),
    text(label("attainment", lang), LOOKS.headerRight),
    text(label("points", lang), LOOKS.headerRight),
    text(label("lostPoints", lang), LOOKS.headerCenter),
    text(label("remark", lang), LOOKS.header),
  ];
}

function itemRow(
  item: ItemResult,
  index: number,
  standing: Standing,
  tabs: readonly string[],
  lang: Lang,
): (TabCell | null)[] {
  const note = explainItem(item, tabs, lang);
  const isGate = item.kind === "gate";
  const lost = standing.lost[index] ?? null;
  const weakest = index === standing.weakest;
  return [
    number(index + 1, LOOKS.center),
    text(item.item + unitSuffix(item.unit, lang), LOOKS.text),
    isGate ? null : weightCell(item.weight, LOOKS.points),
    item.target ? figure(item.target, item.unit, lang) : null,
    isGate && item.value === null ? null : actualCell(item, lang, note),
    itemBar(item),
    attainmentFigure(item),
    isGate ? null : pointsCell(item, lang, note),
    lost && !lost.isZero() ? number(lost.toNumber(), weakest ? LOOKS.weak : LOOKS.pointsLast) : null,
    remark(item, weakest, lang, note),
  ];
}

/** Whole weights without decimals. */
function weightCell(weight: Exact, style: CellStyle): TabCell {
  return number(weight.toNumber(), weight.isInteger() ? { ...style, format: FORMATS.whole } : style);
}

function actualCell(item: ItemResult, lang: Lang, note: string): TabCell | null {
  if (item.metric === "" && item.value === null) return null;
  return actualFigure(item, lang, note);
}

function pointsCell(item: ItemResult, lang: Lang, note: string): TabCell {
  if (item.points === null) return text(label("noData", lang), LOOKS.mutedRight, note);
  return number(item.points.toNumber(), LOOKS.pointsStrong, note);
}

function itemBar(item: ItemResult): TabCell | null {
  if (item.kind !== "points" || item.points === null || item.weight.sign() <= 0) return null;
  return text(textBar(item.points.over(item.weight)), LOOKS.center);
}

function remark(item: ItemResult, weakest: boolean, lang: Lang, note: string): TabCell {
  if (item.kind === "gate") {
    const met = item.met === true;
    const words = `${label("kind.gate", lang)} ${label(met ? "gateMet" : "gateNotMet", lang)}`;
    return text(words, met ? LOOKS.good : LOOKS.error, note);
  }
  if (item.missing) return text(label(item.points ? "noData" : "leftOut", lang), LOOKS.muted, note);
  if (weakest) return text(label("weakest", lang), LOOKS.weakText);
  return text(label(`kind.${item.kind}`, lang), LOOKS.muted);
}

function addIssues(rows: TabRows, person: PersonResult, lang: Lang): void {
  const held = holdReasons(person, lang).map((reason) =>
    text(`✕ ${label("held", lang)}: ${reason}`, LOOKS.error),
  );
  const warned = warningsOf(person, lang).map((warning) => text(`⚠ ${warning}`, LOOKS.warn));
  const all = [...held, ...warned];
  for (const cell of all.slice(0, MOST_ISSUES)) rows.add([null, cell]);
  const more = all.length - MOST_ISSUES;
  if (more > 0) rows.add([null, text(label("moreOnChecks", lang, { n: more }), LOOKS.muted)]);
}
