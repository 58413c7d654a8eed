/** The words and amounts that a reader may not see, and the search for them in a text. */
import { Exact } from "../engine/exact";
import type { RuleBook } from "../engine/plan";
import type { RunResult } from "../engine/result";
import { ownPhrases } from "../text/phrases";
import type { Leak } from "./leak";
import { type Allowed, shownPay } from "./restrict";

/** What is not to be found in a file. */
export interface Secrets {
  /** Whether a text holds a name, account, team or address of others, or the name of a pasted tab. */
  holdsSecret(text: string): boolean;
  /** Whether an address stands in the file by right, because somebody in it is called so. */
  isOwnWord(text: string): boolean;
  /** Whether a number is an amount of pay that is not to be seen. */
  isSecretNumber(value: number): boolean;
}

type RuleWords = Pick<RuleBook, "roster" | "metrics" | "measureNames" | "manualNames" | "plans">;

/** What the secrets of a file are made of. */
export interface SecretSources {
  /** The rules of today. */
  readonly book: RuleWords;
  /** The rules that the month was computed by: they know who has left Staff since a month was locked. */
  readonly counted: RuleWords;
  /** The month with pay. */
  readonly result: RunResult;
  /** Names of the pasted tabs, of today and of the month. */
  readonly tabs: readonly string[];
  readonly allowed: Allowed;
  /** Name of the reader. */
  readonly reader: string;
}

/** A word of a single sign is no name that could be told from the text around it. */
const LEAST_SIGNS = 2;
/** Smaller amounts are too often somebody's seconds or points. */
const LEAST_AMOUNT = Exact.integer(100);

/** Months, days and short numbers name accounts and tabs too, and stand in every scorecard. */
function canBeTold(word: string): boolean {
  return word.length >= LEAST_SIGNS && (/\p{L}/u.test(word) || /^\d{7,}$/.test(word));
}

/** The secrets of a file: all that Staff, the pasted tabs and pay say of anybody not in it. */
export function secretsOf(sources: SecretSources): Secrets {
  const known = knownWords(sources).map((word) => word.toLowerCase());
  const isKnown = new Set(known);
  const phrases = ownPhrases().toLowerCase();
  const words = [...new Set(foreignWords(sources).map((word) => word.toLowerCase()))]
    .filter((word) => canBeTold(word) && !isKnown.has(word))
    .filter((word) => !holdsWord(phrases, { word, covers: [] }))
    .map((word) => ({ word, covers: known.filter((longer) => longer.includes(word)) }));
  const amounts = sources.allowed.pay ? othersPay(sources) : allPay(sources);
  const seen = new Map<string, boolean>();
  return {
    holdsSecret: (text) => {
      const found = seen.get(text) ?? words.some((secret) => holdsWord(text.toLowerCase(), secret));
      seen.set(text, found);
      return found;
    },
    isOwnWord: (text) => known.some((word) => word.includes(text.toLowerCase())),
    isSecretNumber: (value) => amounts.has(value.toFixed(2)),
  };
}

/** Also of the file's own people the teams and managers that they had elsewhere. */
function foreignWords({ book, counted, result, tabs, allowed }: SecretSources): string[] {
  const listed = new Set(allowed.people);
  const people = [...book.roster.people, ...counted.roster.people];
  const others = people.filter(({ name }) => !listed.has(name));
  const left = result.people.filter(({ person }) => !listed.has(person));
  const names = others.flatMap(({ name, accounts }) => [name, ...accounts]);
  const computed = left.flatMap(({ person, team, manager }) => [person, team, manager]);
  const rows = people.flatMap(({ assignments }) => assignments);
  const words = rows.flatMap(({ team, manager, email, managerEmail }) => [
    team,
    manager,
    email,
    managerEmail,
  ]);
  return [...names, ...computed, ...words, ...tabs].map((word) => word.trim());
}

/** Names of the file's own people, their teams and grades, the reader's, and the words of the rules. */
function knownWords({ book, counted, result, allowed, reader }: SecretSources): string[] {
  const listed = new Set(allowed.people);
  const people = result.people.filter(({ person }) => listed.has(person));
  const words = people.flatMap(({ person, team, plan, grade, items, pay }) => [
    person,
    allowed.sights.get(person)?.home === false ? "" : team,
    plan,
    grade,
    ...items.map(({ item }) => item),
    ...pay.flatMap(({ component, label }) => [component, label.en, label.zh]),
  ]);
  const rules = [book, counted].flatMap(ruleWords);
  return [...new Set([reader, ...words, ...rules])].filter((word) => word !== "");
}

function ruleWords({ metrics, measureNames, manualNames, plans }: RuleWords): string[] {
  const tables = [...plans.values()].flatMap(({ name, bands }) => [
    name,
    ...[...bands.values()].map((table) => table.name),
  ]);
  const labels = metrics.flatMap(({ name, label }) => [name, label.en, label.zh]);
  return [...labels, ...measureNames.values(), ...manualNames.values(), ...tables];
}

/** Amounts with cents that are no figure of anybody's scorecard: those cannot stand there by chance. */
function amountsOf(result: RunResult, people: readonly RunResult["people"][number][]): Set<string> {
  const figures = new Set(
    result.people.flatMap(({ score, items }) =>
      [score, ...items.flatMap((item) => [item.value, item.target, item.points, item.weight])].flatMap(
        (value) => value?.toFixed(2) ?? [],
      ),
    ),
  );
  const paid = people.flatMap(({ total, pay }) => [total, ...pay.map(({ amount }) => amount)]);
  const telling = paid.filter(
    (amount) => amount !== null && !amount.isInteger() && amount.abs().atLeast(LEAST_AMOUNT),
  );
  return new Set(telling.flatMap((amount) => amount?.toFixed(2) ?? []).filter((text) => !figures.has(text)));
}

function allPay({ result }: SecretSources): Set<string> {
  return amountsOf(result, result.people);
}

/** Also of the file's own people the amounts that are left out. */
function othersPay({ result, allowed }: SecretSources): Set<string> {
  const listed = new Set(allowed.people);
  const hidden = amountsOf(result, result.people);
  for (const person of result.people.filter((one) => listed.has(one.person))) {
    const { total, pay } = shownPay(person, allowed);
    for (const amount of [total, ...pay.map((line) => line.amount)]) hidden.delete(amount?.toFixed(2) ?? "");
  }
  return hidden;
}

const ADDRESS = /[^\s@<>()（），；]+@[^\s@<>()（），；]+\.[^\s@<>()（），；]+/;
/** A cell of some tab, like `Raw!F14`. */
const REFERENCE = /!\$?[A-Za-z]{1,3}\$?\d/;
const NUMBER = /-?\d[\d,]*\.\d\d(?!\d)/g;
const LATIN = /^[\x20-\x7e]+$/;

/** Leaks of one text: others' names, accounts and tabs, addresses, references to cells, amounts of pay. */
export function wordLeaks(text: string, path: string, secrets: Secrets): Leak[] {
  const leaks: Leak[] = [];
  const address = ADDRESS.exec(text)?.[0];
  if (address !== undefined && !secrets.isOwnWord(address)) leaks.push({ path, kind: "address" });
  if (REFERENCE.test(text)) leaks.push({ path, kind: "reference" });
  if (secrets.holdsSecret(text)) leaks.push({ path, kind: "secret" });
  const amounts = text.match(NUMBER) ?? [];
  if (amounts.some((amount) => secrets.isSecretNumber(Number(amount.replace(/,/g, "")))))
    leaks.push({ path, kind: "secret" });
  return leaks;
}

/** A word to be found, with the longer words of the file in which it may stand. */
interface Secret {
  readonly word: string;
  readonly covers: readonly string[];
}

/** A Latin name is found as a whole word; others, which are written without blanks, anywhere. */
function holdsWord(text: string, { word, covers }: Secret): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const around = `${text[at - 1] ?? " "}${text[at + word.length] ?? " "}`;
    const isWhole = !LATIN.test(word) || !/[a-z0-9_]/.test(around);
    if (isWhole && !covers.some((longer) => isInside(text, at, word, longer))) return true;
  }
  return false;
}

/** Whether the word found at a place is part of a longer word that stands there. */
function isInside(text: string, at: number, word: string, longer: string): boolean {
  for (let inner = longer.indexOf(word); inner >= 0; inner = longer.indexOf(word, inner + 1))
    if (text.startsWith(longer, at - inner)) return true;
  return false;
}
