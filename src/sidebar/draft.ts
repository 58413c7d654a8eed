import type { BandModel, ItemModel, PayModel, PlanModel, TableModel, TargetModel } from "../api/contract";
import type { PastedRow } from "./paste";
import { parseFrom } from "./typed";

/**
 * Edits of a plan's draft. All are pure: they give a new draft and leave the old one, which undo
 * goes back to. Rows are named by their id; rows that the page adds have ids of the page's own
 * (`new-1`), which `forServer` takes out again.
 */

/** The lists of a draft whose rows have an id of their own. */
export type Part = "items" | "pay" | "targets";

interface RowOf {
  readonly items: ItemModel;
  readonly pay: PayModel;
  readonly targets: TargetModel;
}

const NEW = /^new-\d+$/;

/** Whether the page added a row; such a row has no place in the sheet yet. */
export function isNew(id: string): boolean {
  return NEW.test(id);
}

/** Ids that no row and no table of the draft has: the first free `new-N`. */
export function freeIds(draft: PlanModel, count: number): string[] {
  const rows = [
    ...draft.items,
    ...draft.pay,
    ...draft.targets,
    ...draft.tables.flatMap((table) => [table, ...table.rows]),
  ];
  const used = new Set(rows.map(({ id }) => id));
  const ids: string[] = [];
  for (let n = 1; ids.length < count; n++) if (!used.has(`new-${n}`)) ids.push(`new-${n}`);
  return ids;
}

function freeId(draft: PlanModel): string {
  return freeIds(draft, 1)[0] ?? "";
}

/** Changes one field of a row of `items`, `pay` or `targets`. */
export function setField<P extends Part>(
  draft: PlanModel,
  part: P,
  id: string,
  field: keyof RowOf[P],
  value: string,
): PlanModel {
  const rows: readonly { readonly id: string }[] = draft[part];
  return { ...draft, [part]: rows.map((row) => (row.id === id ? { ...row, [field]: value } : row)) };
}

/** Leaves a row of `items`, `pay` or `targets` out. */
export function removeRow(draft: PlanModel, part: Part, id: string): PlanModel {
  const rows: readonly { readonly id: string }[] = draft[part];
  return { ...draft, [part]: rows.filter((row) => row.id !== id) };
}

/** Moves a row of `items` or `pay` one place up (-1) or down (1); at the end it stays. */
export function moveRow(draft: PlanModel, part: "items" | "pay", id: string, by: -1 | 1): PlanModel {
  const rows = [...draft[part]];
  const from = rows.findIndex((row) => row.id === id);
  const to = from + by;
  const [moved, other] = [rows[from], rows[to]];
  if (!moved || !other) return draft;
  rows[to] = moved;
  rows[from] = other;
  return { ...draft, [part]: rows };
}

const METHOD_OF_KIND: Readonly<Record<string, string>> = { gate: "formula", points: "bands" };

/** Adds an item of a kind at the end, without weight, so that the sum of the others holds. */
export function addItem(draft: PlanModel, kind: string, profile: string): PlanModel {
  const item: ItemModel = {
    id: freeId(draft),
    profile,
    item: "",
    kind,
    metric: "",
    weight: "",
    method: METHOD_OF_KIND[kind] ?? "manual",
    measure: "",
    cap: "",
    floor: "",
    formula: "",
  };
  return { ...draft, items: [...draft.items, item] };
}

/** Adds an empty component of pay at the end. */
export function addPay(draft: PlanModel): PlanModel {
  const row = { component: "", label: "", labelZh: "", formula: "", onlyIf: "", round: "" };
  return { ...draft, pay: [...draft.pay, { id: freeId(draft), ...row }] };
}

/** Adds a target of a metric for everybody. */
export function addTarget(draft: PlanModel, metric: string): PlanModel {
  const row: TargetModel = { id: freeId(draft), appliesTo: "*", metric, target: "" };
  return { ...draft, targets: [...draft.targets, row] };
}

/** Puts new weights on the items with these ids, in the same order. */
export function setWeights(draft: PlanModel, ids: readonly string[], weights: readonly string[]): PlanModel {
  const byId = new Map(ids.map((id, index) => [id, weights[index] ?? ""]));
  const items = draft.items.map((item) => ({ ...item, weight: byId.get(item.id) ?? item.weight }));
  return { ...draft, items };
}

/** Changes the rows of one table. */
export function changeTable(
  draft: PlanModel,
  table: string,
  change: (rows: readonly BandModel[]) => readonly BandModel[],
): PlanModel {
  const changed = (model: TableModel) =>
    model.id === table ? { ...model, rows: change(model.rows) } : model;
  return { ...draft, tables: draft.tables.map(changed) };
}

/** Changes one field of a band row. */
export function setBand(
  draft: PlanModel,
  table: string,
  id: string,
  field: "when" | "threshold" | "result",
  value: string,
): PlanModel {
  return changeTable(draft, table, (rows) =>
    rows.map((row) => (row.id === id ? { ...row, [field]: value } : row)),
  );
}

/** Adds a band row after the row with an id (at the top for null), with that row's condition. */
export function addBand(draft: PlanModel, table: string, after: string | null): PlanModel {
  const id = freeId(draft);
  return changeTable(draft, table, (rows) => {
    const at = rows.findIndex((row) => row.id === after) + 1;
    const when = rows[Math.max(at - 1, 0)]?.when ?? "at least";
    return [...rows.slice(0, at), { id, when, threshold: "", result: "" }, ...rows.slice(at)];
  });
}

/** Leaves a band row out. */
export function removeBand(draft: PlanModel, table: string, id: string): PlanModel {
  return changeTable(draft, table, (rows) => rows.filter((row) => row.id !== id));
}

/**
 * Puts pasted rows in the place of a table's rows, all with the condition of the first row. A row
 * whose threshold is pasted again keeps its place in the sheet.
 */
export function pasteBands(draft: PlanModel, table: string, pasted: readonly PastedRow[]): PlanModel {
  const ids = freeIds(draft, pasted.length);
  return changeTable(draft, table, (rows) => {
    const left = new Map(rows.map((row) => [row.threshold.trim(), row]));
    return pasted.map((row, index) => {
      const known = left.get(row.threshold);
      left.delete(row.threshold);
      return { id: known?.id ?? ids[index] ?? "", when: rows[0]?.when ?? "at least", ...row };
    });
  });
}

/** The draft as the server wants it: a day to begin with, and an empty id for rows that the page added. */
export function forServer(draft: PlanModel): PlanModel {
  const plain = <Row extends { readonly id: string }>(rows: readonly Row[]): Row[] =>
    rows.map((row) => (isNew(row.id) ? { ...row, id: "" } : row));
  return {
    ...draft,
    from: parseFrom(draft.from ?? "") ?? null,
    items: plain(draft.items),
    pay: plain(draft.pay),
    targets: plain(draft.targets),
    tables: draft.tables.map((table) => ({ ...table, rows: plain(table.rows) })),
  };
}

const LIST_PATH = /^(items|pay|targets|tables\/(.+))\/#(\d+)(?=\/|$)/;

/** The page's path of a field that the server names; the server knows new rows by their place. */
export function pagePath(draft: PlanModel, path: string): string {
  const match = LIST_PATH.exec(path);
  if (!match) return path;
  const [whole, part = "", table, index] = match;
  const rows: readonly { readonly id: string }[] =
    table === undefined ? draft[part as Part] : (draft.tables.find(({ id }) => id === table)?.rows ?? []);
  return `${part}/${rows[Number(index)]?.id ?? `#${index}`}${path.slice(whole.length)}`;
}
