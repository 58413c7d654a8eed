/** What a draft wants of each group of rows, beside what the rule tabs say now. */
import type { Day, Month } from "../engine/calendar";
import { nameKey } from "../engine/name";
import type { RuleRow } from "../rules/row";
import type { Dated } from "../rules/versions";
import { KIND_WORDS, MEASURE_WORDS, METHOD_WORDS, WHEN_WORDS, type WordList } from "../rules/words";
import type { PlanModel } from "./contract";
import { rowId, targetRows, wordOf } from "./model";
import { groupsOf, type OpenRules, type RowGroup, rowNumber, versionAt, versionOn } from "./open";

/** A row as it shall stand: the draft's id, and the text of each column that the draft knows. */
export interface WantedRow {
  readonly id: string;
  /** Path of the row in the draft, for example `items/scoring-7`. */
  readonly path: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** What a group of rows shall be. */
export interface WantedGroup {
  readonly kind: "scoring" | "bands" | "pay" | "targets";
  readonly rows: readonly WantedRow[];
  /** Rows of the tab that these take the place of, in its order. */
  readonly slots: readonly RuleRow[];
  /** Whether the order of rows matters. */
  readonly ordered: boolean;
}

/** Columns that take fixed words. */
export const WORDS: Readonly<Record<string, WordList<string>>> = {
  kind: KIND_WORDS,
  method: METHOD_WORDS,
  measure: MEASURE_WORDS,
  when: WHEN_WORDS,
};
/** Path of a row in the draft; a new row is named by its place. */
export function rowPath(part: string, id: string, index: number): string {
  return `${part}/${id === "" ? `#${index}` : id}`;
}

/** Every group of the rule tabs that a draft speaks of, with the rows that it wants there from a day on. */
export function wantedGroups(
  rules: OpenRules,
  draft: PlanModel,
  from: Day | null,
  month: Month,
): WantedGroup[] {
  return [
    ...scoringGroups(rules, draft, from),
    ...bandGroups(rules, draft, from),
    ...payGroups(rules, draft, from),
    ...targetGroups(rules, draft, month),
  ];
}

function scoringGroups(rules: OpenRules, draft: PlanModel, from: Day | null): WantedGroup[] {
  const groups = groupsOf(rules, "scoring", draft.plan);
  const wanted = new Map<string, WantedRow[]>();
  draft.items.forEach(({ id, ...fields }, index) => {
    const key = nameKey(fields.profile) || "normal";
    const cells = { plan: draft.plan, from: draft.from ?? "", ...fields };
    append(wanted, key, { id, path: rowPath("items", id, index), cells });
  });
  return joined(groups, wanted).map(({ group, rows }) => settle("scoring", group, rows, from, true));
}

function bandGroups(rules: OpenRules, draft: PlanModel, from: Day | null): WantedGroup[] {
  const groups = groupsOf(rules, "bands", draft.plan);
  const settled = draft.tables.map((table) => {
    const key = nameKey(table.table);
    const known = groups.find((group) => group.key === key && group.shared === table.shared);
    const rows = table.rows.map(({ id, ...fields }, index) => ({
      id,
      path: rowPath(`tables/${table.id}`, id, index),
      cells: {
        plan: table.shared ? "" : draft.plan,
        table: table.table,
        from: draft.from ?? "",
        ...fields,
      },
    }));
    return settle("bands", known ?? { key, shared: table.shared, rows: [] }, rows, from, false);
  });
  const kept = new Set(draft.tables.map(({ table, shared }) => `${shared} ${nameKey(table)}`));
  const gone = groups.filter(({ key, shared }) => !shared && !kept.has(`false ${key}`));
  return [...settled, ...gone.map((group) => settle("bands", group, [], from, false))];
}

function payGroups(rules: OpenRules, draft: PlanModel, from: Day | null): WantedGroup[] {
  const [group = { key: "", shared: false, rows: [] }] = groupsOf(rules, "pay", draft.plan);
  const rows = draft.pay.map(({ id, ...fields }, index) => ({
    id,
    path: rowPath("pay", id, index),
    cells: { plan: draft.plan, from: draft.from ?? "", ...fields },
  }));
  return [settle("pay", group, rows, from, true)];
}

function targetGroups(rules: OpenRules, draft: PlanModel, month: Month): WantedGroup[] {
  const rows = draft.targets.map(({ id, ...fields }, index) => ({
    id,
    path: rowPath("targets", id, index),
    cells: { month: month.text, ...fields },
  }));
  return [{ kind: "targets", rows, slots: targetRows(rules, draft.plan, month), ordered: false }];
}

function append<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  map.set(key, [...(map.get(key) ?? []), item]);
}

function joined(
  groups: readonly RowGroup[],
  wanted: ReadonlyMap<string, readonly WantedRow[]>,
): { group: RowGroup; rows: readonly WantedRow[] }[] {
  const keys = new Set([...groups.map(({ key }) => key), ...wanted.keys()]);
  return [...keys].map((key) => ({
    group: groups.find((group) => group.key === key) ?? { key, shared: false, rows: [] },
    rows: wanted.get(key) ?? [],
  }));
}

/** Finds the rows that a group's new content takes the place of; none where it says the same already. */
function settle(
  kind: WantedGroup["kind"],
  group: RowGroup,
  rows: readonly WantedRow[],
  from: Day | null,
  ordered: boolean,
): WantedGroup {
  const now = versionOn(group.rows, from).map(({ row }) => row);
  if (saysTheSame(kind, now, rows, ordered)) return { kind, rows: [], slots: [], ordered };
  // Rows whose From cannot be read are in every version: they are mended where they stand.
  const undated = group.rows.filter((one) => one.undated);
  const own: readonly Dated[] = [...versionAt(group.rows, from), ...undated];
  const slots = own.map(({ row }) => row).sort((a, b) => rowNumber(a) - rowNumber(b));
  return { kind, rows, slots, ordered };
}

function saysTheSame(
  kind: string,
  now: readonly RuleRow[],
  rows: readonly WantedRow[],
  ordered: boolean,
): boolean {
  if (now.length !== rows.length) return false;
  const ids = now.map((row) => rowId(kind, row));
  const inPlace = (row: WantedRow, index: number) => !ordered || row.id === ids[index];
  if (!rows.every((row, index) => ids.includes(row.id) && inPlace(row, index))) return false;
  const resolved = resolveWhen(now);
  return rows.every(({ id, cells }) => {
    const row = now[ids.indexOf(id)];
    return row !== undefined && Object.entries(cells).every(([key, text]) => holds(row, key, text, resolved));
  });
}

/** What each row's blank When repeats. */
function resolveWhen(rows: readonly RuleRow[]): ReadonlyMap<RuleRow, string> {
  const found = new Map<RuleRow, string>();
  let when = "at least";
  for (const row of rows) {
    when = wordOf(WHEN_WORDS, row.text("when")) || when;
    found.set(row, when);
  }
  return found;
}

/** Whether a cell says what is wanted already. From is left out: it tells versions apart. */
function holds(row: RuleRow, key: string, text: string, when: ReadonlyMap<RuleRow, string>): boolean {
  if (key === "from") return true;
  if (key === "when") return (when.get(row) ?? "") === text;
  return sameText(key, shownIn(row, key), text);
}

/** The text of a cell as the model shows it. */
export function shownIn(row: RuleRow, key: string): string {
  const isFormula = key === "formula" || key === "onlyIf" || key === "target";
  const live = isFormula && typeof row.cell(key) !== "number" ? row.liveFormula(key) : "";
  return live || row.text(key);
}

/** Whether two texts of a column mean the same. */
export function sameText(key: string, one: string, other: string): boolean {
  const list = WORDS[key];
  if (list) return (wordOf(list, one) || standardWord(key)) === (wordOf(list, other) || standardWord(key));
  if (key === "plan" || key === "table") return nameKey(one) === nameKey(other);
  if (key === "profile") return (nameKey(one) || "normal") === (nameKey(other) || "normal");
  return one === other;
}

/** What a blank cell of a column of fixed words means. */
export function standardWord(key: string): string {
  return key === "kind" ? "points" : "";
}
