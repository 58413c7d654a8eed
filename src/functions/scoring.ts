import { type Month, monthOfDay } from "../engine/calendar";
import { Exact } from "../engine/exact";
import { evaluate } from "../engine/formula/evaluate";
import { asNumber } from "../engine/formula/operate";
import { Failure, failure, Nothing, type Value } from "../engine/formula/value";
import type { GridCell } from "../engine/grid";
import { isBlank } from "../engine/grid";
import type { Issue } from "../engine/issue";
import { headerKey, nameKey } from "../engine/name";
import type { BandTable, ScoringItem, Unit } from "../engine/plan";
import { bandPoints, type CountedItem, ratioPoints, totalPoints, withinRange } from "../engine/points";
import type { RuleHit } from "../engine/trace";
import { readBands } from "../rules/bands";
import { MEASURES, METRICS, type MeasureSpec } from "../rules/catalogue";
import type { RuleTabKind } from "../rules/columns";
import { type RuleRow, rowsOf } from "../rules/row";
import { readScoring } from "../rules/scoring";
import { findRuleTab } from "../rules/tabs";
import { type Named, refuse, toNumber, toRows } from "./arguments";

/** Columns of the values by header, catalogue synonyms included. */
type Columns = ReadonlyMap<string, number>;

/** An item with the columns that feed it. */
interface WiredItem {
  readonly item: ScoringItem;
  readonly table: BandTable | null;
  readonly actual: number;
  /** Column of the target, where the item measures attainment and there is one; else -1. */
  readonly target: number;
  readonly better: "higher" | "lower";
  readonly unit: Unit | null;
}

/** What the Scoring and Bands ranges say, wired to the columns of the values. */
export interface Scorer {
  readonly items: readonly WiredItem[];
  readonly columns: Columns;
}

/** One item of one row. */
export interface RowItem extends CountedItem {
  readonly points: Exact | Nothing;
  readonly measured: Exact | null;
  readonly unit: Unit | null;
  readonly hit: RuleHit | null;
}

/** One row of values: its score rounded to 2 decimals (null: blank) and the items behind it. */
export interface RowScore {
  readonly score: Exact | null;
  readonly factor: Exact;
  readonly items: readonly RowItem[];
}

/** A month after every From: custom functions use the latest version of the rules. */
export const LATEST: Month = monthOfDay(2_593_349);

/** By name and labels; made at the first look, for most functions need none. */
let catalogue: ReadonlyMap<string, MeasureSpec> | null = null;

function catalogueByKey(): ReadonlyMap<string, MeasureSpec> {
  const byKey = new Map<string, MeasureSpec>();
  for (const spec of [...METRICS, ...MEASURES]) {
    for (const name of [spec.name, spec.en, spec.zh]) {
      const key = headerKey(name);
      if (!byKey.has(key)) byKey.set(key, spec);
    }
  }
  return byKey;
}

/** The metric or measure of the catalogue that a name or label means. */
export function catalogued(name: string): MeasureSpec | null {
  catalogue ??= catalogueByKey();
  return catalogue.get(headerKey(name)) ?? null;
}

/** Headers to columns, each also under the catalogue's name for it. */
export function readHeaders(headers: Named): Columns {
  const rows = toRows(headers);
  const cells = rows.length === 1 ? (rows[0] ?? []) : rows.map(([cell = ""]) => cell);
  const columns = new Map<string, number>();
  cells.forEach((cell, index) => {
    const key = headerKey(String(cell));
    if (columns.has(key) && key !== "")
      refuse(headers.name, { code: "duplicate-header", values: { header: String(cell) } });
    columns.set(key, index);
  });
  cells.forEach((cell, index) => {
    const known = catalogued(String(cell));
    if (known && !columns.has(headerKey(known.name))) columns.set(headerKey(known.name), index);
  });
  return columns;
}

function ruleRows(argument: Named, kind: RuleTabKind): RuleRow[] {
  const found = findRuleTab(toRows(argument), kind);
  if (!found)
    refuse(argument.name, { code: "range-needs-header", values: { name: argument.name, tab: kind } });
  return rowsOf(found);
}

/** Reads the rules that a score needs. Throws for mistakes, with the first one's message. */
export function readScorer(headers: Named, scoring: Named, bands: Named): Scorer {
  const columns = readHeaders(headers);
  const issues: Issue[] = [];
  const tables = readBands(ruleRows(bands, "bands"), LATEST, issues);
  const tablesOf = (plan: string) => new Map([...(tables.get("") ?? []), ...(tables.get(plan) ?? [])]);
  const rows = ruleRows(scoring, "scoring");
  const plans = readScoring(rows, LATEST, { isMetric: () => true, metricKey: nameKey, tablesOf }, issues);
  const mistake = issues.find(({ severity }) => severity === "error");
  if (mistake)
    refuse(`${scoring.name} ${mistake.cell ?? ""}`.trim(), {
      code: mistake.code,
      values: mistake.values ?? {},
    });
  const [plan, second] = [...plans];
  if (!plan || second)
    refuse(scoring.name, { code: "scoring-needs-one-plan", values: { count: String(plans.size) } });
  const [planKey, profiles] = plan;
  const scorecard = profiles.get("normal") ?? [...profiles.values()][0];
  const items = scorecard?.items.filter(({ kind }) => kind !== "gate") ?? [];
  return { columns, items: items.map((item) => wire(item, columns, tablesOf(planKey), headers.name)) };
}

const TARGET_WORDS = ["target", "目标", "目標"];
const ATTAINMENT_WORDS = ["attainment", "达成率", "達成率"];

function wire(
  item: ScoringItem,
  columns: Columns,
  tables: ReadonlyMap<string, BandTable>,
  headers: string,
): WiredItem {
  const spec = catalogued(item.metric);
  const table = tables.get(nameKey(item.item)) ?? tables.get(nameKey(item.metric)) ?? null;
  const common = { item, table, better: spec?.better ?? "higher", unit: spec?.unit ?? null } as const;
  if (item.method === "formula") return { ...common, actual: -1, target: -1 };
  const labels = spec ? [spec.name, spec.zh, spec.en] : [];
  const names = [item.metric, ...labels, item.item].filter((name) => name !== "");
  const find = (suffixes: readonly string[]): number =>
    names
      .flatMap((name) => suffixes.map((suffix) => columns.get(headerKey(name + suffix)) ?? -1))
      .find((column) => column >= 0) ?? -1;
  if (item.measure === "attainment") {
    const given = find(ATTAINMENT_WORDS);
    if (given >= 0) return { ...common, unit: "%", actual: given, target: -1 };
    const [actual, target] = [find([""]), find(TARGET_WORDS)];
    if (actual >= 0) return { ...common, unit: "%", actual, target };
  }
  const actual = find([""]);
  if (actual < 0)
    refuse(headers, { code: "no-column-for-metric", values: { metric: item.metric, item: item.item } });
  return { ...common, actual, target: -1 };
}

/** Scores one row of values. A row that is blank throughout has no score and no items. */
export function scoreRow(scorer: Scorer, cells: readonly GridCell[]): RowScore {
  if (cells.every((cell) => isBlank(cell))) return { score: null, factor: Exact.ONE, items: [] };
  const items = scorer.items.map((wired) => rowItem(scorer, wired, cells));
  const { score, factor } = totalPoints(items, "rescale", null);
  return { score: score?.round(Exact.CENT) ?? null, factor, items };
}

function rowItem(scorer: Scorer, wired: WiredItem, cells: readonly GridCell[]): RowItem {
  const { item, table, unit } = wired;
  const measured = item.method === "formula" ? formulaPoints(scorer, wired, cells) : measuredBy(wired, cells);
  if (!(measured instanceof Exact)) return { item, points: measured, measured: null, unit, hit: null };
  const { points, hit } = pointsOf(item, table, measured);
  const ranged = points instanceof Exact ? withinRange(item, points) : points;
  if (ranged instanceof Failure) throwFailure(item, ranged);
  return { item, points: ranged, measured, unit, hit };
}

function pointsOf(
  item: ScoringItem,
  table: BandTable | null,
  measured: Exact,
): { points: Exact | Nothing | Failure; hit: RuleHit | null } {
  if (item.method === "ratio") return { points: ratioPoints(item, measured), hit: null };
  if (item.method === "manual" || item.method === "formula" || !table) return { points: measured, hit: null };
  return bandPoints(item, table, measured);
}

/** Above this a figure without a target beside it is the actual, not an attainment. */
const HIGHEST_ATTAINMENT = Exact.integer(10);

function measuredBy(
  { item, actual, target, better }: WiredItem,
  cells: readonly GridCell[],
): Exact | Nothing {
  const value = toNumber(item.item, cells[actual] ?? "");
  const aim = target < 0 ? null : toNumber(item.item, cells[target] ?? "");
  if (!value || (target >= 0 && !aim)) return new Nothing([item.metric]);
  if (!aim && item.measure === "attainment" && value.compare(HIGHEST_ATTAINMENT) > 0) {
    refuse(item.item, {
      code: "attainment-needs-target",
      values: { metric: item.metric, value: value.toText() },
    });
  }
  if (!aim) return value;
  const [top, bottom] = better === "lower" ? [aim, value] : [value, aim];
  return bottom.isZero() ? new Nothing([item.metric]) : top.over(bottom);
}

function formulaPoints(
  { columns }: Scorer,
  { item }: WiredItem,
  cells: readonly GridCell[],
): Exact | Nothing {
  const node = item.formula?.node;
  if (!node) refuse(item.item, { code: "formula-blank", values: { item: item.item } });
  const value: Value = evaluate(node, {
    zeroDivision: "nothing",
    name: ({ name }) => {
      const column = columns.get(headerKey(name)) ?? columns.get(headerKey(catalogued(name)?.name ?? ""));
      if (column === undefined) return failure("no-column-for-metric", { metric: name, item: item.item });
      return toNumber(item.item, cells[column] ?? "") ?? new Nothing([name]);
    },
  });
  const number = value instanceof Failure || value instanceof Nothing ? value : asNumber(value);
  if (number instanceof Failure) throwFailure(item, number);
  return number;
}

function throwFailure(item: ScoringItem, failed: Failure): never {
  const [problem] = failed.problems;
  refuse(item.item, problem ?? { code: "formula-syntax", values: { formula: "" } });
}
