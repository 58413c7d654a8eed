import { Exact } from "../engine/exact";
import type { PayLine, PersonResult, RunResult } from "../engine/result";
import { type LabelKey, type Lang, label } from "../text/labels";
import { tabWord } from "../text/tab-words";
import type { PastMonth } from "./past";
import { type Component, isOf } from "./pay-lines";
import { longestWordPixels, moneyPixels, type Need, shareWidths, wordsPixels } from "./payroll-widths";

/** A column of the left block, with the pixels it takes at most: fitted to what it shows. */
export const IDENTITY: readonly {
  readonly key: LabelKey;
  readonly most: number;
  readonly shown: (person: PersonResult) => string;
}[] = [
  { key: "number", most: 30, shown: () => "" },
  { key: "person", most: 130, shown: ({ person }) => person },
  { key: "team", most: 110, shown: ({ team }) => team },
  { key: "plan", most: 130, shown: ({ plan }) => plan },
  { key: "grade", most: 70, shown: ({ grade }) => grade },
  { key: "days", most: 44, shown: () => "31" },
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
const STATE_WIDTH: Need = { least: 50, wanted: 66 };
const NOTE_WIDTH: Need = { least: 40, wanted: 60 };
const SIGN_WANTED = 66;
/** The gap behind net pay, where a column of words follows. */
const GAP = 4;
/** Column numbers (from 1) of the Payroll tab. */
export interface Columns {
  readonly firstPay: number;
  readonly adjustments: number;
  readonly gross: number;
  /** What the last closed month paid, and the change since; null without one. */
  readonly before: number | null;
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

/** The columns of a tab with so many components. */
export function layOut(components: number, hasPast: boolean): Columns {
  const firstPay = IDENTITY.length + 1;
  const adjustments = firstPay + components;
  const gross = adjustments + 1;
  const firstDeduction = gross + (hasPast ? 3 : 1);
  const deductions = firstDeduction + HR_MONEY.length;
  const net = deductions + 1;
  return {
    firstPay,
    adjustments,
    gross,
    before: hasPast ? gross + 1 : null,
    firstDeduction,
    deductions,
    net,
    state: net + 1,
    note: net + 2,
    signature: net + 3,
  };
}

/** Widths in pixels of every column, fitted to what it shows. */
export function columnWidths(people: readonly PersonResult[], sheet: PayrollSheet): number[] {
  const { components, columns, past, lang } = sheet;
  const gross = moneyPixels(sumText(people.map(({ total }) => total)));
  const linesOf = (pick: (line: PayLine) => boolean) =>
    sumText(people.map(({ pay }) => Exact.sum(pay.filter(pick).map(({ amount }) => amount))));
  const before = columns.before === null ? [] : [past[0]?.month ?? "", tabWord("change", lang)];
  const needs: Need[] = [
    ...IDENTITY.map(({ key, most, shown }) => nameNeed(label(key, lang), people.map(shown), most)),
    ...components.map(({ key, header }) =>
      moneyNeed(header, moneyPixels(linesOf((line) => isOf(line, key)))),
    ),
    moneyNeed(label("adjustment", lang), moneyPixels(linesOf(({ from }) => from !== "plan"))),
    moneyNeed(label("gross", lang), gross),
    ...before.map((words) => moneyNeed(words, gross)),
    ...HR_MONEY.map((key) => moneyNeed(label(key, lang), HR_LEAST)),
    moneyNeed(label("deductions", lang), HR_LEAST),
    moneyNeed(label("net", lang), gross + GAP),
    STATE_WIDTH,
    NOTE_WIDTH,
    { least: longestWordPixels(label("signature", lang)), wanted: SIGN_WANTED },
  ];
  return shareWidths(needs, [columns.note - 1, columns.signature - 1]);
}

/** A column of names: whole words at least, one line where there is room. */
function nameNeed(header: string, names: readonly string[], most: number): Need {
  const words = names.reduce((pixels, name) => Math.max(pixels, longestWordPixels(name)), 0) + BOLD_ROOM;
  const short = names.map(wordsPixels).filter((pixels) => pixels <= WHOLE_NAME);
  const least = Math.max(longestWordPixels(header), Math.min(WORD_LIMIT, most, words), ...short);
  const line = names.reduce((pixels, name) => Math.max(pixels, wordsPixels(name) + BOLD_ROOM), least);
  return { least, wanted: Math.max(least, Math.min(most, line)) };
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
