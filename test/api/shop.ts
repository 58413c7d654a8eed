/** A workbook with the sample shop, and requests to it. */

import type { Action, Answer, Api, PlanModel, Refusal } from "../../src/api/contract";
import { answerRequest } from "../../src/commands";
import { Book, type BookSheet } from "../../src/local/book.ts";
import { dumpBook, type Workbook, workbook } from "../sheets/workbook";

export type { Workbook };

/** Sends a request as the page does. */
export function ask<Name extends Action>(
  wb: Workbook,
  action: Name,
  fields: Omit<Api[Name]["request"], "action"> | Record<string, unknown> = {},
): Answer<Name> {
  const text = JSON.stringify({ action, lang: "en", ...fields });
  return JSON.parse(answerRequest(wb.services, text)) as Answer<Name>;
}

/** The answer of a request that has to be carried out. */
export function done<Name extends Action>(
  wb: Workbook,
  action: Name,
  fields: Omit<Api[Name]["request"], "action"> | Record<string, unknown> = {},
): Api[Name]["answer"] {
  const answer = ask(wb, action, fields);
  if ("error" in answer)
    throw new Error(`${action}: ${answer.error} ${JSON.stringify(answer.problems ?? "")}`);
  return answer as Api[Name]["answer"];
}

/** The refusal of a request that has to be refused. */
export function refused<Name extends Action>(
  wb: Workbook,
  action: Name,
  fields: Record<string, unknown> = {},
): Refusal {
  const answer = ask(wb, action, fields);
  if (!("error" in answer)) throw new Error(`${action} was carried out`);
  return answer;
}

const shops = new Map<string, Book>();

/** The sample shop under a pack; with `only`, these tabs of it. */
export function sampleShop(
  pack = "eight-part",
  lang: "en" | "zh" = "en",
  only: readonly string[] | null = null,
): Workbook {
  const key = `${pack} ${lang}`;
  const known = shops.get(key) ?? setUp(pack, lang);
  shops.set(key, known);
  return workbook(copyOf(known, only));
}

function setUp(pack: string, lang: "en" | "zh"): Book {
  const wb = workbook(Book.blank("shop"));
  done(wb, "setUp", { pack, sample: true, lang });
  return wb.book;
}

/** A copy of a book with its cells; `only` these tabs. */
export function copyOf(book: Book, only: readonly string[] | null): Book {
  const copy = new Book(book.name);
  for (const sheet of book.sheets) {
    if (only && !only.includes(sheet.name)) continue;
    const twin = copy.addSheet(sheet.name);
    twin.maxRows = sheet.maxRows;
    twin.maxColumns = sheet.maxColumns;
    sheet.layers().forEach((layer, index) => {
      twin.layers()[index]?.restore(layer.copy());
    });
  }
  return copy;
}

/** The rules of the first plan, as the page loads them. */
export function load(wb: Workbook, fields: Record<string, unknown> = {}): Api["rules"]["answer"] {
  return done(wb, "rules", { plan: "", ...fields });
}

/** Saves a draft of what `load` gave. */
export function save(wb: Workbook, rules: Api["rules"]["answer"], draft: PlanModel): Answer<"saveRules"> {
  return ask(wb, "saveRules", { draft, base: rules.model, fingerprints: rules.fingerprints });
}

/** A tab by name. */
export function tab(wb: Workbook, name: string): BookSheet {
  const sheet = wb.book.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no tab ${name}`);
  return sheet;
}

/** All tabs but stages. */
export function tabsOf(wb: Workbook): Record<string, string> {
  return Object.fromEntries(Object.entries(dumpBook(wb.book)).filter(([name]) => !name.startsWith("__")));
}

/** Cells of a tab as `A1 value` where two states of it differ. */
export function changedCells(before: string, after: string): string[] {
  const cells = (dump: string) =>
    new Map(
      (JSON.parse(dump) as [number, number, unknown][]).map(([row, column, value]) => [
        `${row},${column}`,
        value,
      ]),
    );
  const [one, other] = [cells(before), cells(after)];
  const keys = new Set([...one.keys(), ...other.keys()]);
  return [...keys].filter((key) => one.get(key) !== other.get(key)).sort();
}

/** A copy of a model to be changed. */
export type Draft = { plan: string; from: string | null } & {
  items: { -readonly [Key in keyof PlanModel["items"][number]]: string }[];
  pay: { -readonly [Key in keyof PlanModel["pay"][number]]: string }[];
  targets: { -readonly [Key in keyof PlanModel["targets"][number]]: string }[];
  tables: {
    id: string;
    table: string;
    shared: boolean;
    rows: { id: string; when: string; threshold: string; result: string }[];
  }[];
};

export function draftFrom(model: PlanModel): Draft {
  return structuredClone(model) as Draft;
}

/** A table of a draft by its name. */
export function tableIn(draft: Draft, name: string): Draft["tables"][number] {
  const table = draft.tables.find((one) => one.table === name);
  if (!table) throw new Error(`no table ${name}`);
  return table;
}

/** A row of a list that has to be there. */
export function rowOf<Row>(rows: readonly Row[], index: number): Row {
  const row = rows[index];
  if (row === undefined) throw new Error(`no row ${index}`);
  return row;
}

/** Gives the first items these weights. */
export function reweigh(draft: Draft, weights: readonly string[]): void {
  weights.forEach((weight, index) => {
    rowOf(draft.items, index).weight = weight;
  });
}
