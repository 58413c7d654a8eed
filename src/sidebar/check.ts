import type { FieldProblem, ItemModel, PlanModel, TableFacts, TableModel } from "../api/contract";
import type { Lang } from "../text/template";
import { checkBands } from "./bands";
import { factsOfNew, versionProblem } from "./tables";
import { parseFrom, parseTyped } from "./typed";
import { isFull, sumWeights, weightOf } from "./weights";
import { say } from "./words";

/** Profiles of a draft's items, `normal` first; a blank profile is `normal`. */
export function profilesOf(draft: PlanModel): string[] {
  const names = draft.items.map((item) => profileOf(item));
  return [...new Set(["normal", ...names])];
}

/** The profile of an item; blank means `normal` (READINGS 3.20). */
function profileOf(item: Pick<ItemModel, "profile">): string {
  return item.profile.trim() === "" ? "normal" : item.profile;
}

/** The items of one kind and profile. */
export function itemsOf(draft: PlanModel, kind: string, profile: string): ItemModel[] {
  return draft.items.filter((item) => item.kind === kind && profileOf(item) === profile);
}

/**
 * What the page itself finds wrong with a draft before it is sent: weights that are unreadable or
 * do not sum to 100, nameless rows, empty formulas, tables that cannot be used. The server checks
 * everything again, and more.
 */
export function checkDraft(draft: PlanModel, tables: readonly TableFacts[], lang: Lang): FieldProblem[] {
  return [
    ...checkFrom(draft, lang),
    ...draft.items.flatMap((item) => checkItem(item, lang)),
    ...profilesOf(draft).flatMap((profile) => checkSum(draft, profile, lang)),
    ...draft.tables.flatMap((table) => checkTable(draft, table, tables, lang)),
    ...checkDeleted(draft, tables, lang),
    ...draft.pay.flatMap((row) => [
      ...needed(row.component, `pay/${row.id}/component`, "need.component", lang),
      ...needed(row.formula, `pay/${row.id}/formula`, "need.formula", lang),
    ]),
    ...draft.targets.flatMap((row) => needed(row.target, `targets/${row.id}/target`, "need.target", lang)),
  ];
}

function error(field: string, message: string): FieldProblem {
  return { field, severity: "error", message, at: null };
}

function checkFrom(draft: PlanModel, lang: Lang): FieldProblem[] {
  return draft.from !== null && parseFrom(draft.from) === undefined
    ? [error("from", say(lang, "from.unreadable", { found: draft.from }))]
    : [];
}

function needed(text: string, field: string, word: Parameters<typeof say>[1], lang: Lang): FieldProblem[] {
  return text.trim() === "" ? [error(field, say(lang, word))] : [];
}

function checkItem(item: ItemModel, lang: Lang): FieldProblem[] {
  const path = `items/${item.id}`;
  const isBad = item.kind !== "gate" && weightOf(item.weight) === null;
  return [
    ...needed(item.item, `${path}/item`, "need.item", lang),
    ...(isBad ? [error(`${path}/weight`, say(lang, "weight.unreadable", { found: item.weight }))] : []),
    ...(item.method === "formula" ? needed(item.formula, `${path}/formula`, "need.formula", lang) : []),
    ...(["cap", "floor"] as const).flatMap((field) =>
      parseTyped(item[field]).kind === "unreadable"
        ? [error(`${path}/${field}`, say(lang, "number.unreadable", { found: item[field] }))]
        : [],
    ),
  ];
}

function checkSum(draft: PlanModel, profile: string, lang: Lang): FieldProblem[] {
  const items = itemsOf(draft, "points", profile);
  const sum = sumWeights(items.map(({ weight }) => weight));
  if (items.length === 0 || sum.unreadable > 0 || isFull(sum)) return [];
  return [error(`items/${items[0]?.id}/weight`, say(lang, "weights.sum", { n: sum.sum.toText(2) }))];
}

function checkTable(
  draft: PlanModel,
  table: TableModel,
  facts: readonly TableFacts[],
  lang: Lang,
): FieldProblem[] {
  const { result } = facts.find((each) => each.table === table.id) ?? factsOfNew(draft, table);
  return checkBands(table.rows, result).map(({ row, field, severity, word, values }) => ({
    field: `tables/${table.id}/${row}/${field}`,
    severity,
    message: say(lang, word, values),
    at: null,
  }));
}

/** Tables that a draft leaves out though their rows hold from another day than the draft begins. */
function checkDeleted(draft: PlanModel, facts: readonly TableFacts[], lang: Lang): FieldProblem[] {
  const kept = new Set(draft.tables.map(({ id }) => id));
  return facts.flatMap(({ table, from }) => {
    const found = kept.has(table) ? null : versionProblem(draft, table, from);
    return found ? [error("from", say(lang, found.word, found.values))] : [];
  });
}
