/** The names that a formula may use, with help in both languages. */
import { FUNCTIONS } from "../engine/formula/functions";
import { nameKey } from "../engine/name";
import type { RuleBook } from "../engine/plan";
import { MEASURES } from "../rules/catalogue";
import { findAnswerWord } from "../text/answers";
import type { NameOffer, PlanModel, ValueUnit } from "./contract";

const BUILT_INS = ["score", "base", "grade", "probation", "gates"] as const;
const MEASURE_BY_KEY = new Map(MEASURES.map((measure) => [nameKey(measure.name), measure]));

/** Everything that formulas of a plan may name, each once: the nearest meaning first. */
export function namesFor(book: RuleBook, model: PlanModel): NameOffer[] {
  const offers = [
    ...BUILT_INS.map(builtIn),
    ...model.pay.map(
      ({ component, label, labelZh }) => component && offer("component", component, label, labelZh, "money"),
    ),
    ...book.metrics.map(({ name, label, unit }) => offer("metric", name, label.en, label.zh, unit)),
    ...[...new Set(book.measureNames.values())].map(measure),
    ...[...new Set(book.manualNames.values())].map((name) => offer("manual", name, "", "", "points")),
    ...model.tables.map(({ table }) => ({ ...offer("table", table, "", "", null), insert: `"${table}"` })),
    ...[...FUNCTIONS].map(([name, { usage }]) => functionOffer(name, usage)),
  ].filter((one): one is NameOffer => one !== "");
  const known = new Map<string, NameOffer>();
  for (const one of offers) {
    const key = `${one.kind === "table"} ${nameKey(one.name)}`;
    if (one.name !== "" && !known.has(key)) known.set(key, one);
  }
  return [...known.values()];
}

function offer(
  kind: Exclude<NameOffer["kind"], "built-in" | "function">,
  name: string,
  en: string,
  zh: string,
  unit: ValueUnit,
): NameOffer {
  return {
    insert: name,
    kind,
    name,
    label: { en: en || name, zh: zh || en || name },
    help: findAnswerWord(`kind.${kind}`),
    unit,
  };
}

function builtIn(name: (typeof BUILT_INS)[number]): NameOffer {
  const help = findAnswerWord(`name.${name}`);
  const unit = name === "base" ? "money" : name === "score" ? "points" : null;
  return { insert: name, kind: "built-in", name, label: help, help, unit };
}

function measure(name: string): NameOffer {
  const spec = MEASURE_BY_KEY.get(nameKey(name));
  return offer("measure", name, spec?.en ?? "", spec?.zh ?? "", spec?.unit ?? null);
}

function functionOffer(name: string, usage: string): NameOffer {
  const help = findAnswerWord(`fn.${name}`);
  return { insert: `${name}(`, kind: "function", name, label: { en: usage, zh: usage }, help, unit: null };
}

const WORD_BEFORE = /[\p{L}_][\p{L}\p{N}\p{M}_.]*$/u;
const MOST_OFFERS = 12;

/** The names that complete the word before the caret; inside quotes those of tables. */
export function offersAt(
  names: readonly NameOffer[],
  text: string,
  caret: number,
): { from: number; to: number; names: NameOffer[] } {
  const before = text.slice(0, caret);
  const quotes = before.match(/"/g)?.length ?? 0;
  const isQuoted = quotes % 2 === 1;
  const from = isQuoted ? before.lastIndexOf('"') : caret - (WORD_BEFORE.exec(before)?.[0].length ?? 0);
  const typed = nameKey(text.slice(isQuoted ? from + 1 : from, caret));
  if (typed === "" && !isQuoted) return { from: caret, to: caret, names: [] };
  const fitting = names.filter(({ kind }) => (kind === "table") === isQuoted);
  const rank = (one: NameOffer) => Math.min(...spellings(one).map((name) => rankOf(name, typed)));
  const found = fitting
    .map((one) => ({ one, rank: rank(one) }))
    .filter((each) => each.rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
  return { from, to: caret, names: found.slice(0, MOST_OFFERS) };
}

const NO_MATCH = 9;

function spellings({ name, label }: NameOffer): string[] {
  return [name, label.en, label.zh].map(nameKey);
}

function rankOf(name: string, typed: string): number {
  if (name === typed) return 0;
  if (name.startsWith(typed)) return 1;
  return typed.length > 0 && name.includes(typed) ? 2 : NO_MATCH;
}
