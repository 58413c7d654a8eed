import type { PlanModel, RulesAnswer, TableFacts, TableModel } from "../api/contract";
import { nameKey } from "../engine/name";
import { freeIds, isNew } from "./draft";
import { parseFrom } from "./typed";
import type { WordKey } from "./words";

/** Why something cannot be done with a table, in a word and its values. */
export interface TableProblem {
  readonly word: WordKey;
  readonly values: Readonly<Record<string, string>>;
}

/** What it takes to know a metric by any of its names. */
export type MetricNames = RulesAnswer["metrics"];

const BANDED: readonly string[] = ["bands", "band points"];

/** Adds a table of this plan with an empty first row and "otherwise" at 0, which the person sees and changes. */
export function addTable(draft: PlanModel, name: string): PlanModel {
  const [id = "", first = "", last = ""] = freeIds(draft, 3);
  const rows = [
    { id: first, when: "at least", threshold: "", result: "" },
    { id: last, when: "at least", threshold: "", result: "0" },
  ];
  return { ...draft, tables: [...draft.tables, { id, table: name.trim(), shared: false, rows }] };
}

/** Leaves a table out. */
export function removeTable(draft: PlanModel, id: string): PlanModel {
  return { ...draft, tables: draft.tables.filter((table) => table.id !== id) };
}

/** What is wrong with the name of a new table: blank, or that of another table that the plan can read. */
export function nameProblem(draft: PlanModel, name: string): TableProblem | null {
  if (name.trim() === "") return { word: "table.blank", values: {} };
  return hasTable(draft, name) ? { word: "table.taken", values: { name: name.trim() } } : null;
}

function hasTable({ tables }: PlanModel, name: string): boolean {
  return tables.some(({ table }) => nameKey(table) === nameKey(name));
}

/** The metric that a text means, by its name or label; the text itself where it is none. */
function metricKey(text: string, metrics: MetricNames): string {
  const known = metrics.find(({ name, label }) =>
    [name, label].some((one) => nameKey(one) === nameKey(text)),
  );
  return nameKey(known?.name ?? text);
}

/** The table that an item by bands reads: the one named like the item, else like its metric (READINGS 3.15). */
function tableOfItem(
  draft: PlanModel,
  { item, metric }: PlanModel["items"][number],
  metrics: MetricNames,
): TableModel | null {
  const named = draft.tables.find(({ table }) => nameKey(table) === nameKey(item));
  const byMetric = draft.tables.find(({ table }) => metricKey(table, metrics) === metricKey(metric, metrics));
  return named ?? byMetric ?? null;
}

/** Items by bands that find no table yet. */
export function itemsWithoutTable(draft: PlanModel, metrics: MetricNames): PlanModel["items"] {
  return draft.items.filter(
    (item) =>
      BANDED.includes(item.method) &&
      item.item.trim() + item.metric.trim() !== "" &&
      tableOfItem(draft, item, metrics) === null,
  );
}

const LOOK_UP = /(?:RATE|BAND|MARGINAL)\s*\(\s*(?:"((?:[^"]|"")*)"|([^,;()"]+))/gi;

/** Names of the tables that a formula looks into. */
function tablesIn(formula: string): string[] {
  const text = formula.normalize("NFKC");
  return [...text.matchAll(LOOK_UP)].map(([, quoted, bare = ""]) =>
    nameKey(quoted?.replace(/""/g, '"') ?? bare),
  );
}

/** Who reads a table in a draft: names of items and components, and of targets their metric. */
export function readersOf(draft: PlanModel, table: TableModel, metrics: MetricNames): string[] {
  const key = nameKey(table.table);
  const reads = (...formulas: readonly string[]) => formulas.some((text) => tablesIn(text).includes(key));
  const items = draft.items.filter(
    (item) =>
      (BANDED.includes(item.method) && tableOfItem(draft, item, metrics) === table) || reads(item.formula),
  );
  const pay = draft.pay.filter((row) => reads(row.formula, row.onlyIf));
  const targets = draft.targets.filter((row) => reads(row.target));
  const names = [...items.map(({ item }) => item), ...pay.map(({ component }) => component)];
  return [...new Set([...names, ...targets.map(({ metric }) => metric)])];
}

/** Why a table cannot be deleted; null where it can. Who reads it is known of this plan only. */
export function deleteProblem(
  draft: PlanModel,
  table: TableModel,
  facts: Pick<TableFacts, "from">,
  metrics: MetricNames,
): TableProblem | null {
  const readers = readersOf(draft, table, metrics);
  if (readers.length > 0) return { word: "table.inUse", values: { names: readers.join(", ") } };
  if (table.shared) return { word: "table.isShared", values: {} };
  return isNew(table.id) ? null : versionProblem(draft, table.table, facts.from);
}

/**
 * Why the rows of a table cannot be taken away by a draft: they hold from another day, and so they are
 * rules of other months too (READINGS 3.14). A version without rows cannot be written down.
 */
export function versionProblem(draft: PlanModel, name: string, from: string | null): TableProblem | null {
  const isSame = (parseFrom(draft.from ?? "") ?? null) === from;
  if (isSame) return null;
  return from === null
    ? { word: "table.always", values: { name } }
    : { word: "table.olderVersion", values: { name, from } };
}

/** What is known of a table that the server has not seen yet: who reads it says what its results are. */
export function factsOfNew(draft: PlanModel, table: TableModel): TableFacts {
  const key = nameKey(table.table);
  const item = draft.items.find(
    ({ item: name, metric, method }) =>
      BANDED.includes(method) && [name, metric].some((one) => nameKey(one) === key),
  );
  const usedByPay = draft.pay.filter((row) => tablesIn(row.formula).includes(key));
  const result = item ? (item.method === "bands" ? "percent of weight" : "points") : "any";
  return {
    table: table.id,
    from: null,
    direction: "rising",
    unit: null,
    measured: "",
    usedByItems: item ? [item.item] : [],
    usedByPay: usedByPay.map(({ component }) => component),
    result: usedByPay.length > 0 && !item ? "rate" : result,
    mode: null,
    otherMode: null,
    people: [],
  };
}
