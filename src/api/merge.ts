/** A draft, the rules that it began from, and the rules as somebody else left them meanwhile. */
import { nameKey, personKey } from "../engine/name";
import type { ConflictField, PlanModel, TableModel } from "./contract";

/** Rows of any part of the model. */
type AnyRow = { readonly id: string };

/** Field values by name. */
type Fields = Readonly<Record<string, string>>;

/** The outcome of a three-way comparison. */
export interface Merged {
  /** Theirs with my changes put in, under the ids of theirs. */
  readonly mine: PlanModel;
  /** What they changed, that differs from mine. */
  readonly fields: readonly ConflictField[];
  /** They changed something of this plan. */
  readonly theyChanged: boolean;
}

/**
 * Puts the changes from `base` to `draft` into `theirs`. A field that both changed is mine; a row that
 * they removed comes back only where I changed it; what they added stays.
 */
export function mergeDraft(base: PlanModel, theirs: PlanModel, draft: PlanModel): Merged {
  const found: Found = { fields: [], changed: false };
  const items = mergeRows({ base: base.items, theirs: theirs.items, draft: draft.items }, ITEMS, found);
  const pay = mergeRows({ base: base.pay, theirs: theirs.pay, draft: draft.pay }, PAY, found);
  const targets = mergeRows(
    { base: base.targets, theirs: theirs.targets, draft: draft.targets },
    TARGETS,
    found,
  );
  const tables = mergeTables(base.tables, theirs.tables, draft.tables, found);
  return {
    mine: { plan: theirs.plan, from: draft.from, items, tables, pay, targets },
    fields: found.fields,
    theyChanged: found.changed,
  };
}

interface Found {
  readonly fields: ConflictField[];
  changed: boolean;
}

/** How rows of a part are known when their numbers have moved. */
interface Part<Row extends AnyRow> {
  readonly path: string;
  readonly keyOf: (row: Row) => string;
  readonly nameOf: (row: Row) => string;
}

const ITEMS: Part<PlanModel["items"][number]> = {
  path: "items",
  keyOf: (row) => `${nameKey(row.profile) || "normal"}\n${nameKey(row.item)}`,
  nameOf: (row) => row.item,
};
const PAY: Part<PlanModel["pay"][number]> = {
  path: "pay",
  keyOf: (row) => nameKey(row.component),
  nameOf: (row) => row.component,
};
const TARGETS: Part<PlanModel["targets"][number]> = {
  path: "targets",
  keyOf: (row) => `${personKey(row.appliesTo)}\n${nameKey(row.metric)}`,
  nameOf: (row) => `${row.metric} · ${row.appliesTo}`,
};

function bandPart(table: TableModel): Part<TableModel["rows"][number]> {
  return {
    path: `tables/${table.id}`,
    keyOf: (row) => `${row.when}\n${row.threshold}`,
    nameOf: (row) => `${table.table} · ${row.when} ${row.threshold}`,
  };
}

interface Sides<Row> {
  readonly base: readonly Row[];
  readonly theirs: readonly Row[];
  readonly draft: readonly Row[];
}

function mergeRows<Row extends AnyRow>(
  { base, theirs, draft }: Sides<Row>,
  part: Part<Row>,
  found: Found,
): Row[] {
  const match = matchRows(base, theirs, part);
  const matched = new Set(match.values());
  const added = theirs.filter((row) => !matched.has(row));
  const taken = new Set<Row>();
  const merged = draft.flatMap((row) => {
    const old = row.id === "" ? undefined : base.find(({ id }) => id === row.id);
    const now = old ? match.get(old) : added.find((one) => part.keyOf(one) === part.keyOf(row));
    if (now) taken.add(now);
    return mergeRow(row, old, now, part, found);
  });
  for (const row of base) noteRemoved(row, match.get(row), draft, part, found);
  const theirsOnly = added.filter((row) => !taken.has(row));
  for (const row of theirsOnly) note(found, part, row, "", part.nameOf(row), "");
  return [...merged, ...theirsOnly];
}

/** The row of theirs for each row of the base: by its name, else under its number. */
function matchRows<Row extends AnyRow>(
  base: readonly Row[],
  theirs: readonly Row[],
  part: Part<Row>,
): Map<Row, Row> {
  const match = new Map<Row, Row>();
  const left = new Set(theirs);
  for (const pass of ["key", "id"] as const) {
    for (const row of base) {
      if (match.has(row)) continue;
      const same = [...left].find((one) =>
        pass === "key" ? part.keyOf(one) === part.keyOf(row) : one.id === row.id,
      );
      if (!same) continue;
      match.set(row, same);
      left.delete(same);
    }
  }
  return match;
}

function mergeRow<Row extends AnyRow>(
  mine: Row,
  base: Row | undefined,
  theirs: Row | undefined,
  part: Part<Row>,
  found: Found,
): Row[] {
  if (!theirs) {
    if (!base) return [mine];
    const changed = Object.entries(fieldsOf(mine)).some(([key, text]) => fieldsOf(base)[key] !== text);
    return changed ? [{ ...mine, id: "" }] : [];
  }
  const merged: Record<string, string> = {};
  const [own, old, other] = [fieldsOf(mine), base ? fieldsOf(base) : null, fieldsOf(theirs)];
  for (const [key, text] of Object.entries(own)) {
    const was = old?.[key] ?? "";
    const is = other[key] ?? "";
    const iChanged = old === null || text !== was;
    merged[key] = iChanged ? text : is;
    if (is === was) continue;
    found.changed = true;
    if (is !== text)
      found.fields.push({
        label: `${part.nameOf(theirs)} · ${key}`,
        field: `${part.path}/${theirs.id}/${key}`,
        base: was,
        theirs: is,
        mine: text,
        both: iChanged,
      });
  }
  return [{ ...mine, ...merged, id: theirs.id }];
}

/** A row that they removed, while I have it still. */
function noteRemoved<Row extends AnyRow>(
  row: Row,
  theirs: Row | undefined,
  draft: readonly Row[],
  part: Part<Row>,
  found: Found,
): void {
  if (theirs) return;
  const mine = draft.find(({ id }) => id === row.id);
  if (mine) note(found, part, row, part.nameOf(row), "", part.nameOf(mine));
  else found.changed = true;
}

function note<Row extends AnyRow>(
  found: Found,
  part: Part<Row>,
  row: Row,
  base: string,
  theirs: string,
  mine: string,
): void {
  found.changed = true;
  found.fields.push({
    label: part.nameOf(row),
    field: `${part.path}/${row.id}`,
    base,
    theirs,
    mine,
    both: false,
  });
}

function fieldsOf(row: AnyRow): Fields {
  const { id: _id, ...fields } = row as AnyRow & Record<string, string>;
  return fields;
}

function mergeTables(
  base: readonly TableModel[],
  theirs: readonly TableModel[],
  draft: readonly TableModel[],
  found: Found,
): TableModel[] {
  const known = new Set<TableModel>();
  const merged = draft.map((mine) => {
    const same = (table: TableModel) =>
      nameKey(table.table) === nameKey(mine.table) && table.shared === mine.shared;
    const old = base.find((table) => table.id === mine.id);
    const now = theirs.find((table) => (old ? table.id === old.id : same(table)));
    if (now) known.add(now);
    const sides = { base: old?.rows ?? [], theirs: now?.rows ?? [], draft: mine.rows };
    return { ...mine, rows: mergeRows(sides, bandPart(now ?? mine), found) };
  });
  const added = theirs.filter((table) => !known.has(table) && !base.some(({ id }) => id === table.id));
  for (const { id, table } of added) {
    found.changed = true;
    found.fields.push({
      label: table,
      field: `tables/${id}`,
      base: "",
      theirs: table,
      mine: "",
      both: false,
    });
  }
  return [...merged, ...added];
}
