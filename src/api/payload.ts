/**
 * Reads what the page sends. Nothing of it is trusted: every text is cut, every list counted, and what
 * is missing is blank. Bad requests are refused in words and never throw.
 */
import type {
  BandModel,
  Fingerprints,
  ItemModel,
  PayModel,
  PlanModel,
  SourceRowModel,
  TableModel,
  TargetModel,
} from "./contract";

/** A JSON object of which nothing is known yet. */
export type Payload = Readonly<Record<string, unknown>>;

const SHORT = 200;
const FORMULA = 2000;
const MOST_ROWS = 500;
const MOST_TABLES = 200;

/** A JSON object, or an empty one for anything else. */
export function payloadOf(value: unknown): Payload {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Payload) : {};
}

/** A text without outer blanks, cut to a length; blank for anything else. Numbers are taken as text. */
export function textOf(value: unknown, limit = SHORT): string {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  return typeof value === "string" ? value.trim().slice(0, limit) : "";
}

/** A whole number from 0 on; null for anything else. */
export function countOf(value: unknown): number | null {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** A list, cut to a length; empty for anything else. */
export function listOf(value: unknown, most = MOST_ROWS): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, most) : [];
}

/** A draft; null where it names no plan or has more rows than rules ever have. */
export function draftOf(value: unknown): PlanModel | null {
  const draft = payloadOf(value);
  const plan = textOf(draft.plan);
  const from = textOf(draft.from);
  const lists = [draft.items, draft.tables, draft.pay, draft.targets];
  if (plan === "" || lists.some((list) => Array.isArray(list) && list.length > MOST_ROWS)) return null;
  return {
    plan,
    from: from === "" ? null : from,
    items: listOf(draft.items).map(itemOf),
    tables: listOf(draft.tables, MOST_TABLES).map(tableOf),
    pay: listOf(draft.pay).map(payOf),
    targets: listOf(draft.targets).map(targetOf),
  };
}

/** Whether a draft says nothing of targets: they then stay as they are. */
export function lacksTargets(value: unknown): boolean {
  return !Array.isArray(payloadOf(value).targets);
}

function itemOf(value: unknown): ItemModel {
  const item = payloadOf(value);
  return {
    id: textOf(item.id),
    profile: textOf(item.profile),
    item: textOf(item.item),
    kind: textOf(item.kind) || "points",
    metric: textOf(item.metric),
    weight: textOf(item.weight),
    method: textOf(item.method),
    measure: textOf(item.measure),
    cap: textOf(item.cap),
    floor: textOf(item.floor),
    formula: textOf(item.formula, FORMULA),
  };
}

function tableOf(value: unknown): TableModel {
  const table = payloadOf(value);
  const name = textOf(table.table);
  return {
    id: textOf(table.id) || name,
    table: name,
    shared: table.shared === true,
    rows: listOf(table.rows).map(bandOf),
  };
}

function bandOf(value: unknown): BandModel {
  const band = payloadOf(value);
  return {
    id: textOf(band.id),
    when: textOf(band.when) || "at least",
    threshold: textOf(band.threshold),
    result: textOf(band.result),
  };
}

function payOf(value: unknown): PayModel {
  const row = payloadOf(value);
  return {
    id: textOf(row.id),
    component: textOf(row.component),
    label: textOf(row.label),
    labelZh: textOf(row.labelZh),
    formula: textOf(row.formula, FORMULA),
    onlyIf: textOf(row.onlyIf, FORMULA),
    round: textOf(row.round),
  };
}

function targetOf(value: unknown): TargetModel {
  const row = payloadOf(value);
  return {
    id: textOf(row.id),
    appliesTo: textOf(row.appliesTo),
    metric: textOf(row.metric),
    target: textOf(row.target, FORMULA),
  };
}

/** A row for Sources. */
export function sourceRowOf(value: unknown): SourceRowModel {
  const row = payloadOf(value);
  return {
    source: textOf(row.source),
    tab: textOf(row.tab),
    personColumn: textOf(row.personColumn),
    dateColumn: textOf(row.dateColumn),
    measure: textOf(row.measure),
    how: textOf(row.how),
    column: textOf(row.column),
    weightColumn: textOf(row.weightColumn),
    where: textOf(row.where, FORMULA),
  };
}

/** Fingerprints by kind of tab; a list without prototype, as keys come from outside. */
export function fingerprintsOf(value: unknown): Fingerprints {
  const found: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [kind, text] of Object.entries(payloadOf(value)).slice(0, 20)) found[kind] = textOf(text);
  return found;
}
