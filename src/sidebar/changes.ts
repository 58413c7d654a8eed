import type { BandModel, ItemModel, PayModel, PlanModel, TargetModel } from "../api/contract";
import { parseFrom } from "./typed";

/** One difference between the saved rules and a draft; `path` names the field as the server does. */
export interface Change {
  readonly path: string;
  /** What stands there, for people: name of the row and field. */
  readonly row: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

type Row = ItemModel | PayModel | TargetModel | BandModel;

interface Listed {
  readonly path: string;
  readonly name: string;
  readonly row: Row;
}

/** Every row of a model under its path, `items/scoring-7` or `tables/commission/bands-12`. */
function listRows(model: PlanModel): Listed[] {
  const list = (part: string, rows: readonly Row[], nameOf: (row: Row) => string): Listed[] =>
    rows.map((row) => ({ path: `${part}/${row.id}`, name: nameOf(row), row }));
  return [
    ...list("items", model.items, (row) => ("item" in row ? row.item : "")),
    ...model.tables.flatMap((table) =>
      list(`tables/${table.id}`, table.rows, (row) =>
        `${table.table} ${"threshold" in row ? row.threshold : ""}`.trim(),
      ),
    ),
    ...list("pay", model.pay, (row) => ("component" in row ? row.component : "")),
    ...list("targets", model.targets, (row) => ("appliesTo" in row ? `${row.metric} ${row.appliesTo}` : "")),
  ];
}

/**
 * What a draft changes, field by field; a row that was added or removed is one change with a blank
 * before or after. A new order of items or of pay is one change each; the order of bands is none.
 */
export function listChanges(base: PlanModel, draft: PlanModel): Change[] {
  const before = new Map(listRows(base).map((listed) => [listed.path, listed]));
  const after = new Map(listRows(draft).map((listed) => [listed.path, listed]));
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  return [
    ...fieldChange("from", "", "from", base.from ?? "", dayTyped(draft.from)),
    ...paths.flatMap((path) => rowChanges(path, before.get(path), after.get(path))),
    ...orderChange("items", base.items, draft.items),
    ...orderChange("pay", base.pay, draft.pay),
  ];
}

/** The day that a typed beginning means; what means none stays as typed. */
function dayTyped(from: string | null): string {
  const day = parseFrom(from ?? "");
  return day === undefined ? (from ?? "") : (day ?? "");
}

function fieldChange(path: string, row: string, field: string, before: string, after: string): Change[] {
  return before === after ? [] : [{ path, row, field, before, after }];
}

function rowChanges(path: string, before: Listed | undefined, after: Listed | undefined): Change[] {
  if (!before || !after) {
    const [old, added] = [before ? textOf(before.row) : "", after ? textOf(after.row) : ""];
    return [{ path, row: (after ?? before)?.name ?? "", field: "", before: old, after: added }];
  }
  const old = new Map(Object.entries(before.row));
  return Object.entries(after.row).flatMap(([field, value]) =>
    fieldChange(`${path}/${field}`, before.name, field, String(old.get(field) ?? ""), String(value)),
  );
}

function textOf(row: Row): string {
  const fields = Object.entries(row).filter(([field, value]) => field !== "id" && value !== "");
  return fields.map(([, value]) => String(value)).join(" · ") || "–";
}

function orderChange(path: string, before: readonly Row[], after: readonly Row[]): Change[] {
  const kept = new Set(after.map(({ id }) => id));
  const known = new Set(before.map(({ id }) => id));
  const old = before.map(({ id }) => id).filter((id) => kept.has(id));
  const now = after.map(({ id }) => id).filter((id) => known.has(id));
  return fieldChange(path, "", path, old.join(" "), now.join(" "));
}

/** The changes as text for the clipboard, a line each: `conversion · weight: 20 → 25`. */
export function changesAsText(plan: string, changes: readonly Change[]): string {
  const lines = changes.map(({ row, field, before, after }) => {
    const name = [row, field].filter((part) => part !== "").join(" · ");
    return `${name}: ${before || "–"} → ${after || "–"}`;
  });
  return [plan, ...lines].join("\n");
}

/** The row of the saved rules with an id, for showing what a field was; null for a new row. */
export function savedBand(base: PlanModel, table: string, id: string): BandModel | null {
  return base.tables.find((each) => each.id === table)?.rows.find((row) => row.id === id) ?? null;
}
