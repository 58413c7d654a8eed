/**
 * The custom functions that read rule tabs. They take most of the code, so build.mjs puts this file
 * into Code.js as text, which is evaluated when one of them is called.
 */
import { Exact } from "../engine/exact";
import { findGrade, gradeMove, QUARTER_MONTHS } from "../engine/grades";
import { type GridCell, isBlank } from "../engine/grid";
import type { Issue } from "../engine/issue";
import { headerKey } from "../engine/name";
import { amount } from "../report/amounts";
import { readGrades } from "../rules/others";
import { rowsOf } from "../rules/row";
import { findRuleTab } from "../rules/tabs";
import {
  eachCell,
  isRange,
  type Named,
  refuse,
  type SheetArgument,
  type SheetResult,
  toNumber,
  toResult,
  toRows,
} from "./arguments";
import {
  catalogued,
  LATEST,
  type RowItem,
  type RowScore,
  readHeaders,
  readScorer,
  scoreRow,
} from "./scoring";

const named = (name: string, value: SheetArgument): Named => ({ name, value });

function eachRow(
  values: SheetArgument,
  compute: (cells: readonly GridCell[]) => number | string,
): SheetResult {
  const rows = toRows(named("values", values));
  const results = rows.map((row) => [compute(row)]);
  return isRange(values) && rows.length > 1 ? results : (results[0]?.[0] ?? "");
}

/** KPI scores, one a row of values, half-up to 2 decimals; blank for a row without data. */
export function kpiScore(
  values: SheetArgument,
  headers: SheetArgument,
  scoring: SheetArgument,
  bands: SheetArgument,
): SheetResult {
  const scorer = readScorer(named("headers", headers), named("scoring", scoring), named("bands", bands));
  return eachRow(values, (cells) => toResult(scoreRow(scorer, cells).score));
}

/** The scores in words: each item's value, the threshold it reached and its points of its weight. */
export function kpiExplain(
  values: SheetArgument,
  headers: SheetArgument,
  scoring: SheetArgument,
  bands: SheetArgument,
): SheetResult {
  const scorer = readScorer(named("headers", headers), named("scoring", scoring), named("bands", bands));
  return eachRow(values, (cells) => explainRow(scoreRow(scorer, cells)));
}

const SIGNS: Readonly<Record<string, string>> = { "at least": "≥", above: ">", "up to": "≤", below: "<" };

function explainRow({ score, items, factor }: RowScore): string {
  if (!score) return "";
  return `${score.toFixed(2)} = ${items.map((item) => explainItem(item, factor)).join("; ")}`;
}

function explainItem({ item, points, measured, unit, hit }: RowItem, factor: Exact): string {
  if (!(points instanceof Exact) || !measured) return `${item.item} –`;
  const reached = hit?.threshold
    ? ` (${SIGNS[hit.when] ?? ""} ${amount(hit.threshold, unit, hit.edges)})`
    : "";
  const stretch = item.kind === "points" ? factor : Exact.ONE;
  const sign = item.kind === "deduction" ? "−" : "";
  const [own, weight] = [points.times(stretch).toFixed(2), item.weight.times(stretch).toText(2)];
  return `${item.item} ${amount(measured, unit, hit?.edges)}${reached} → ${sign}${own}/${weight}`;
}

/** The grade after a quarter with so many months met; `review` where nobody but a person decides. */
export function nextGrade(
  grade: SheetArgument,
  monthsMet: SheetArgument,
  grades: SheetArgument,
): SheetResult {
  const found = findRuleTab(toRows(named("grades", grades)), "grades");
  if (!found) refuse("grades", { code: "range-needs-header", values: { name: "grades", tab: "grades" } });
  const issues: Issue[] = [];
  const ladder = readGrades(rowsOf(found), LATEST, issues);
  return eachCell([named("grade", grade), named("months_met", monthsMet)], ([name = "", met = ""]) => {
    if (isBlank(name) || isBlank(met)) return "";
    const current = findGrade(ladder, String(name));
    if (!current) refuse("grade", { code: "unknown-grade-move", values: { grade: String(name) } });
    const count = Number(toNumber("months_met", met)?.toText());
    if (![0, 1, 2, 3].includes(count))
      refuse("months_met", { code: "months-met-range", values: { text: String(met) } });
    return gradeMove(ladder, current, count, QUARTER_MONTHS).next?.name ?? "review";
  });
}

/**
 * The header of the metric on which a row loses most: the largest weight × shortfall against the
 * team, the shortfall as a share of the team's value. Blank where nothing falls short.
 */
export function weakPoint(
  values: SheetArgument,
  headers: SheetArgument,
  team: SheetArgument,
  scoring: SheetArgument,
): SheetResult {
  const labels = toRows(named("headers", headers))[0] ?? [];
  const columns = readHeaders(named("headers", headers));
  const [averages = []] = toRows(named("team", team));
  const weights = readWeights(named("scoring", scoring), columns);
  return eachRow(values, (cells) => {
    let worst = { loss: Exact.ZERO, header: "" };
    for (const { column, weight, lower } of weights) {
      const [value, average] = [
        toNumber("values", cells[column] ?? ""),
        toNumber("team", averages[column] ?? ""),
      ];
      if (!value || !average || average.isZero()) continue;
      const gap = lower ? value.minus(average) : average.minus(value);
      const loss = gap.over(average.abs()).times(weight);
      if (loss.compare(worst.loss) > 0) worst = { loss, header: String(labels[column] ?? "") };
    }
    return worst.header;
  });
}

function readWeights(
  scoring: Named,
  columns: ReadonlyMap<string, number>,
): { column: number; weight: Exact; lower: boolean }[] {
  const found = findRuleTab(toRows(scoring), "scoring");
  if (!found)
    refuse(scoring.name, { code: "range-needs-header", values: { name: scoring.name, tab: "scoring" } });
  return rowsOf(found).flatMap((row) => {
    const metric = row.text("metric") || row.text("item");
    const column = [metric, catalogued(metric)?.name ?? "", row.text("item")]
      .map((name) => columns.get(headerKey(name)))
      .find((at) => at !== undefined);
    const weight = row.number("weight")?.value;
    return column === undefined || !weight
      ? []
      : [{ column, weight, lower: catalogued(metric)?.better === "lower" }];
  });
}
