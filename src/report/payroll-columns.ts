import { Exact } from "../engine/exact";
import type { PayLine, PersonResult, RunResult } from "../engine/result";
import { type LabelKey, type Lang, label, labelVariants } from "../text/labels";
import { tabWord } from "../text/tab-words";
import { type PastMonth, paidBefore } from "./past";
import { type Component, isOf } from "./pay-lines";
import type { PayLooks, PaySize } from "./pay-looks";
import {
  inPoints,
  longestWordPixels,
  moneyPixels,
  type Need,
  SHEET_WIDTH,
  shareWidths,
  wordsPixels,
} from "./payroll-widths";

/** A column of the left block, with the pixels it takes at most: fitted to what it shows. */
export const IDENTITY: readonly {
  readonly key: LabelKey;
  readonly most: number;
  readonly shown: (person: PersonResult) => string;
  /** Its cells are in bold letters. */
  readonly bold?: true;
}[] = [
  { key: "number", most: 30, shown: () => "99" },
  { key: "person", most: 130, shown: ({ person }) => person, bold: true },
  { key: "team", most: 110, shown: ({ team }) => team },
  { key: "plan", most: 130, shown: ({ plan }) => plan },
  { key: "grade", most: 70, shown: ({ grade }) => grade },
  { key: "daysEmployed", most: 44, shown: () => "31" },
  { key: "score", most: 54, shown: () => "100.00" },
];
/** A name's longest word gets no more than this; longer ones break inside. */
const WORD_LIMIT = 90;
/** What bold letters take more in a name. */
const BOLD_ROOM = 5;
/** A person's name of three Chinese signs stands on one line. */
const WHOLE_NAME = wordsPixels("一二三");
/** HR's own columns of money. */
export const HR_MONEY = ["socialInsurance", "housingFund", "incomeTax", "otherDeductions"] as const;
/** Pixels of a column that HR fills: holds 9,999.99. */
const HR_LEAST = 55;
const STATE_WANTED = 66;
const NOTE_WIDTH: Need = { least: 33, wanted: 60 };
const SIGN_WANTED = 66;
/** The gap behind net pay, where a column of words follows. */
const GAP = 2;
/** Column numbers (from 1) of the Payroll tab. */
export interface Columns {
  readonly firstPay: number;
  readonly adjustments: number;
  readonly gross: number;
  /** The change since the last closed month; null without one. */
  readonly change: number | null;
  readonly firstDeduction: number;
  readonly deductions: number;
  readonly net: number;
  readonly state: number;
  readonly note: number;
  readonly signature: number;
}

/** What every row of the tab needs to know. */
export interface PayrollSheet {
  readonly components: readonly Component[];
  readonly columns: Columns;
  readonly tabs: readonly string[];
  readonly past: readonly PastMonth[];
  readonly state: RunResult["state"];
  readonly lang: Lang;
}

/** A sheet whose letters are chosen. */
export interface SizedSheet extends PayrollSheet {
  readonly looks: PayLooks;
  readonly headers: Headers;
}

/** The columns of a tab with so many components. */
export function layOut(components: number, hasPast: boolean): Columns {
  const firstPay = IDENTITY.length + 1;
  const adjustments = firstPay + components;
  const gross = adjustments + 1;
  const firstDeduction = gross + (hasPast ? 2 : 1);
  const deductions = firstDeduction + HR_MONEY.length;
  const net = deductions + 1;
  return {
    firstPay,
    adjustments,
    gross,
    change: hasPast ? gross + 1 : null,
    firstDeduction,
    deductions,
    net,
    state: net + 1,
    note: net + 2,
    signature: net + 3,
  };
}

/** Columns whose headers are short where the room is needed, in the order in which room is made. */
const SHORTENED = [
  ["adjustment", "deductions"],
  ["number", "socialInsurance", "otherDeductions", "signature"],
] as const;
/** A column whose header may be short. */
export type HeaderKey = (typeof SHORTENED)[number][number];
/** Headers as they stand: in full, or short. */
export type Headers = ReadonlyMap<HeaderKey, string>;

/** Headers of which the first so many groups are short. */
function headersOf(groups: number, lang: Lang): Headers {
  return new Map(
    SHORTENED.flatMap((keys, index) =>
      keys.map((key) => [key, index < groups ? tabWord(`${key}.short`, lang) : label(key, lang)] as const),
    ),
  );
}

/** A header as it stands: short where room was needed, else its label. */
export function headerOf(headers: Headers, key: LabelKey, lang: Lang): string {
  return new Map<LabelKey, string>(headers).get(key) ?? label(key, lang);
}

/** Everything that a column of HR's own may be headed. */
export function headerVariants(key: LabelKey): readonly string[] {
  const isShort = SHORTENED.flat().find((each) => each === key);
  const short = isShort ? (["en", "zh"] as const).map((lang) => tabWord(`${isShort}.short`, lang)) : [];
  return [...new Set([...labelVariants(key), ...short])];
}

/** How a sheet is made to fit a page. */
export interface Fit {
  readonly size: PaySize;
  readonly headers: Headers;
  readonly widths: readonly number[];
}

/**
 * Widths in pixels of every column, fitted to what it shows. Where the sheet is else wider than a page its
 * letters are smaller, then headers shorter. Where it still is, it is wider: nothing is cut.
 */
export function fitColumns(people: readonly PersonResult[], sheet: PayrollSheet): Fit {
  const { columns, lang } = sheet;
  const spare = [columns.note - 1, columns.signature - 1];
  const sized = (size: PaySize, headers: Headers): Fit => {
    const needs = columnNeeds(people, sheet, headers).map((need) => inPoints(need, size));
    return { size, headers, widths: shareWidths(needs, spare) };
  };
  const fits = ({ widths }: Fit) => widths.reduce((sum, width) => sum + width, 0) <= SHEET_WIDTH;
  const usual = sized(9, headersOf(0, lang));
  if (fits(usual)) return usual;
  for (let groups = 0; groups < SHORTENED.length; groups++) {
    const smaller = sized(8, headersOf(groups, lang));
    if (fits(smaller)) return smaller;
  }
  return sized(8, headersOf(SHORTENED.length, lang));
}

function columnNeeds(people: readonly PersonResult[], sheet: PayrollSheet, headers: Headers): Need[] {
  const { components, columns, past, state, lang } = sheet;
  const changes = sumText(people.map((person) => changeOf(person, past)));
  const gross = moneyPixels(sumText(people.map(({ total }) => total)));
  const linesOf = (pick: (line: PayLine) => boolean) =>
    sumText(people.map(({ pay }) => Exact.sum(pay.filter(pick).map(({ amount }) => amount))));
  const headed = (key: LabelKey) => headerOf(headers, key, lang);
  const change = columns.change === null ? [] : [tabWord("change", lang, { month: past[0]?.month ?? "" })];
  return [
    ...IDENTITY.map((column) => nameNeed(column, people, headed(column.key))),
    ...components.map(({ key, header }) =>
      moneyNeed(header, moneyPixels(linesOf((line) => isOf(line, key)))),
    ),
    moneyNeed(headed("adjustment"), moneyPixels(linesOf(({ from }) => from !== "plan"))),
    moneyNeed(label("gross", lang), gross),
    ...change.map((words) => moneyNeed(words, moneyPixels(changes))),
    ...HR_MONEY.map((key) => moneyNeed(headed(key), HR_LEAST)),
    moneyNeed(headed("deductions"), HR_LEAST),
    moneyNeed(label("net", lang), gross + GAP),
    stateNeed([label("state", lang), label(state, lang), label("held", lang)]),
    NOTE_WIDTH,
    { least: longestWordPixels(headed("signature")), wanted: SIGN_WANTED },
  ];
}

/** A column of names: whole words at least, one line where there is room. */
function nameNeed(
  { most, shown, bold }: (typeof IDENTITY)[number],
  people: readonly PersonResult[],
  header: string,
): Need {
  const [names, room] = [people.map(shown), bold ? BOLD_ROOM : 0];
  const words = names.reduce((pixels, name) => Math.max(pixels, longestWordPixels(name)), 0) + room;
  const short = names.map(wordsPixels).filter((pixels) => pixels <= WHOLE_NAME);
  const least = Math.max(longestWordPixels(header), Math.min(WORD_LIMIT, most, words), ...short);
  const line = names.reduce((pixels, name) => Math.max(pixels, wordsPixels(name) + room), least);
  return { least, wanted: Math.max(least, Math.min(most, line)) };
}

/** The state of the month: its words are not broken. */
function stateNeed(words: readonly string[]): Need {
  const least = Math.max(...words.map(longestWordPixels));
  return { least, wanted: Math.max(least, STATE_WANTED) };
}

/** What a person gets more than in the last closed month; null where either is not known. */
function changeOf({ person, total }: PersonResult, past: readonly PastMonth[]): Exact | null {
  const before = paidBefore(past, person);
  return total && before ? total.minus(before.total) : null;
}

/** A column of money: its figures and the words of its header are never cut. */
function moneyNeed(header: string, figures: number): Need {
  const least = Math.max(figures, longestWordPixels(header));
  return { least, wanted: least };
}

/** The longest text among amounts and their sum. */
function sumText(amounts: readonly (Exact | null)[]): string {
  const known = amounts.flatMap((amount) => amount ?? []);
  const texts = [...known, Exact.sum(known)].map((amount) => amount.toFixed(2));
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), "0.00");
}
