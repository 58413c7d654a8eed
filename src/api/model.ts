/** The rules of one plan as an editable model, read off the rule tabs. */
import { type Day, isoOfDay, type Month } from "../engine/calendar";
import { nameKey, personKey } from "../engine/name";
import type { RuleRow } from "../rules/row";
import type { Dated } from "../rules/versions";
import { findWord, KIND_WORDS, MEASURE_WORDS, METHOD_WORDS, WHEN_WORDS, type WordList } from "../rules/words";
import type {
  BandModel,
  CellLink,
  ItemModel,
  PayModel,
  PlanModel,
  RowLinks,
  TableModel,
  TargetModel,
} from "./contract";
import { groupsOf, linkOf, type OpenRules, rowNumber, versionFrom, versionOn } from "./open";

/** A model with the places of its rows and tables. */
export interface ReadModel {
  readonly model: PlanModel;
  readonly links: RowLinks;
  /** Every day from which a version of the plan holds, oldest first; null: always. */
  readonly versions: readonly (Day | null)[];
}

/** Id of a row of a rule tab, for example `scoring-7`. */
export function rowId(kind: string, row: RuleRow): string {
  return `${kind}-${rowNumber(row)}`;
}

/** The canonical word of a cell; its text where it is none of the list. */
export function wordOf<Word extends string>(list: WordList<Word>, text: string): string {
  return text === "" ? "" : (findWord(list, text) ?? text);
}

/**
 * The version of a plan that holds on a day (null: the rows without From), with the targets of the
 * month. What cannot be read is shown as typed.
 */
export function readModel(rules: OpenRules, plan: string, day: Day | null, month: Month): ReadModel {
  const scoring = groupsOf(rules, "scoring", plan);
  const bands = groupsOf(rules, "bands", plan);
  const pay = groupsOf(rules, "pay", plan);
  const links: Record<string, CellLink> = {};
  const link = (kind: string, row: RuleRow, key: string): string => {
    links[rowId(kind, row)] = linkOf(row, key);
    return rowId(kind, row);
  };
  const versionRows = (rows: readonly Dated[]) => versionOn(rows, day).map((one) => one.row);
  const items = scoring.flatMap(({ rows }) => versionRows(rows));
  const tables = bands.map((group) => ({ ...group, rows: versionRows(group.rows) }));
  const groups = [...scoring, ...bands, ...pay];
  const model: PlanModel = {
    plan: nameOfPlan(rules, plan),
    from: dayText(latest(groups.map(({ rows }) => versionFrom(rows, day)))),
    items: items.map((row) => itemModel(row, link("scoring", row, "item"))),
    tables: tables
      .filter(({ rows }) => rows.length > 0)
      .map(({ key, shared, rows }) => tableModel(key, shared, rows, link)),
    pay: pay
      .flatMap(({ rows }) => versionRows(rows))
      .map((row) => payModel(row, link("pay", row, "component"))),
    targets: targetRows(rules, plan, month).map((row) => targetModel(row, link("targets", row, "target"))),
  };
  return { model, links, versions: versionsOf(groups.flatMap(({ rows }) => rows)) };
}

/** A day as text; null stays null. */
export function dayText(day: Day | null): string | null {
  return day === null ? null : isoOfDay(day);
}

function latest(days: readonly (Day | null)[]): Day | null {
  return days.reduce((best, day) => (day !== null && (best === null || day > best) ? day : best), null);
}

function versionsOf(rows: readonly Dated[]): (Day | null)[] {
  const days = new Set(rows.filter(({ undated }) => !undated).map(({ from }) => from));
  return [...days].sort((a, b) => (a ?? 0) - (b ?? 0));
}

/** Every day from which a version of the plan holds, oldest first; null: always. */
export function planVersions(rules: OpenRules, plan: string): (Day | null)[] {
  const groups = (["scoring", "bands", "pay"] as const).flatMap((kind) => groupsOf(rules, kind, plan));
  return versionsOf(groups.flatMap(({ rows }) => rows));
}

/** Names of the plans on Scoring and Pay, in the order of the tabs, each once. */
export function planNames(rules: OpenRules): string[] {
  const names = new Map<string, string>();
  for (const kind of ["pay", "scoring"] as const) {
    for (const row of rules.rows(kind)) {
      const name = row.text("plan");
      if (name !== "" && !names.has(nameKey(name))) names.set(nameKey(name), name);
    }
  }
  return [...names.values()];
}

function nameOfPlan(rules: OpenRules, plan: string): string {
  return planNames(rules).find((name) => nameKey(name) === nameKey(plan)) ?? plan;
}

function itemModel(row: RuleRow, id: string): ItemModel {
  return {
    id,
    profile: row.text("profile"),
    item: row.text("item"),
    kind: wordOf(KIND_WORDS, row.text("kind")) || "points",
    metric: row.text("metric"),
    weight: row.text("weight"),
    method: wordOf(METHOD_WORDS, row.text("method")),
    measure: wordOf(MEASURE_WORDS, row.text("measure")),
    cap: row.text("cap"),
    floor: row.text("floor"),
    formula: formulaText(row, "formula"),
  };
}

function formulaText(row: RuleRow, key: string): string {
  return row.liveFormula(key) || row.text(key);
}

function tableModel(
  key: string,
  shared: boolean,
  rows: readonly RuleRow[],
  link: (kind: string, row: RuleRow, key: string) => string,
): TableModel {
  let when = "at least";
  const bands = rows.map((row): BandModel => {
    when = wordOf(WHEN_WORDS, row.text("when")) || when;
    return {
      id: link("bands", row, "result"),
      when,
      threshold: row.text("threshold"),
      result: row.text("result"),
    };
  });
  return { id: tableId(key, shared), table: rows[0]?.text("table") ?? key, shared, rows: bands };
}

/** Id of a table: its key, which differs from that of every other table of the plan. */
function tableId(key: string, shared: boolean): string {
  return shared ? `*${key}` : key;
}

function payModel(row: RuleRow, id: string): PayModel {
  return {
    id,
    component: row.text("component"),
    label: row.text("label"),
    labelZh: row.text("labelZh"),
    formula: formulaText(row, "formula"),
    onlyIf: formulaText(row, "onlyIf"),
    round: row.text("round"),
  };
}

/** Rows of Targets of the month that apply to `*`, to people of the plan, or to their teams. */
export function targetRows(rules: OpenRules, plan: string, month: Month): RuleRow[] {
  const staff = rules.rows("staff").filter((row) => nameKey(row.text("plan")) === nameKey(plan));
  const names = new Set(
    ["*", ...staff.flatMap((row) => [row.text("person"), row.text("team")])].map(personKey),
  );
  return rules
    .rows("targets")
    .filter((row) => names.has(personKey(row.text("appliesTo"))) && row.month("month")?.text === month.text);
}

function targetModel(row: RuleRow, id: string): TargetModel {
  return {
    id,
    appliesTo: row.text("appliesTo"),
    metric: row.text("metric"),
    target: typeof row.cell("target") === "number" ? row.text("target") : formulaText(row, "target"),
  };
}
