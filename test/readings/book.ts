import { describe, expect, test } from "vitest";
import { dayFromParts, parseMonth } from "../../src/engine/calendar";
import type { Grid, GridCell } from "../../src/engine/grid";
import type { Issue } from "../../src/engine/issue";
import type { RunResult } from "../../src/engine/result";
import { resultJson } from "../../src/report/json";
import { renderIssue } from "../../src/text/render";
import { computeMonth } from "../month";

const NUMBER = /^-?\d+(?:\.\d+)?$/;
const DATE = /^@(\d{4})-(\d{2})-(\d{2})$/;

/** One cell of a written tab: numbers as numbers, `@2026-10-05` as a date cell, `'5` as text. */
function cellOf(written: string): GridCell {
  const text = written.trim();
  const date = DATE.exec(text);
  if (date) return { serial: dayFromParts(Number(date[1]), Number(date[2]), Number(date[3])) ?? 0 };
  if (NUMBER.test(text)) return Number(text);
  if (text === "TRUE" || text === "FALSE") return text === "TRUE";
  return text.replace(/^'/, "").replace(/\\n/g, "\n");
}

/** A tab written as lines of cells with `|` between them. */
export function tab(name: string, text: string, formulas?: Record<string, string>): Grid {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const rows = lines.map((line) => (line.trim() === "~" ? [] : line.split("|").map(cellOf)));
  const width = Math.max(...rows.map((row) => row.length));
  const squared = rows.map((row) => [...row, ...Array<GridCell>(width - row.length).fill("")]);
  return formulas
    ? { name, rows: squared, formulas: new Map(Object.entries(formulas)) }
    : { name, rows: squared };
}

/** A formula's value as one person's pay: the simplest workbook there is. */
export function payTab(formula: string, more = ""): Grid {
  return tab("Pay", `Plan | Component | Formula\nP | x | ${formula}\n${more}`);
}

/** What a case says must come out. Names of people are keys; errors and holds are exact. */
export interface Expected {
  readonly people?: readonly string[];
  readonly score?: Readonly<Record<string, string | null>>;
  readonly total?: Readonly<Record<string, string | null>>;
  readonly grand?: string;
  readonly pay?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly points?: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
  readonly weights?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly values?: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
  /** Exactly these people are held; nobody where it is left out. */
  readonly held?: readonly string[];
  /** `code` or `code Tab!A1`; exactly these errors, in any order; none where it is left out. */
  readonly errors?: readonly string[];
  /** Warnings and notes that must be among those told. */
  readonly warnings?: readonly string[];
  /** Codes that must not be told. */
  readonly silent?: readonly string[];
}

/** One reading with a workbook that shows it. */
export interface ReadingCase {
  readonly name: string;
  /** The sentence, and the arithmetic by hand. */
  readonly why: string;
  readonly tabs: readonly Grid[];
  readonly month?: string;
  readonly expect: Expected;
}

/** The month of a workbook. */
export function runBook(tabs: readonly Grid[], month = "2026-10"): RunResult {
  const found = parseMonth(month);
  if (!found) throw new Error(`no month ${month}`);
  return computeMonth(tabs, found, "en").result;
}

interface JsonPerson {
  readonly person: string;
  readonly score: string | null;
  readonly held: boolean;
  readonly total: string | null;
  readonly items: readonly {
    item: string;
    value: string | null;
    points: string | null;
    weight: string;
    because: string;
  }[];
  readonly pay: readonly { component: string; amount: string; because: string }[];
}

interface JsonResult {
  readonly people: readonly JsonPerson[];
  readonly total: string;
}

function placeOf(issue: Issue): string {
  if (issue.tab === undefined) return issue.code;
  return issue.cell === undefined ? `${issue.code} ${issue.tab}` : `${issue.code} ${issue.tab}!${issue.cell}`;
}

function isTold(issues: readonly Issue[], wanted: string): boolean {
  return issues.some((issue) => issue.code === wanted || placeOf(issue) === wanted);
}

/** Messages must have words in both languages, without holes. */
function checkMessages(issues: readonly Issue[]): void {
  const unknown = (code: string): string => {
    throw new Error(`no words for ${code}`);
  };
  for (const issue of issues) {
    for (const lang of ["en", "zh"] as const) {
      expect(renderIssue(issue, lang, unknown)).not.toMatch(/\{\w+\}|\[\[|undefined/);
    }
  }
}

/** Every line and item is explained in words, in both languages. */
function checkReasons(result: RunResult): void {
  for (const lang of ["en", "zh"] as const) {
    const { people } = resultJson(result, lang) as JsonResult;
    for (const { because } of people.flatMap(({ pay, items }) => [...pay, ...items])) {
      expect(because).not.toMatch(/undefined|NaN|\[object|\{\w+\}/);
    }
    for (const line of people.flatMap(({ pay }) => pay)) expect(line.because).not.toBe("");
  }
}

function checkErrors(result: RunResult, { errors = [], warnings = [], silent = [] }: Expected): void {
  const found = result.issues.filter(({ severity }) => severity === "error");
  const others = result.issues.filter(({ severity }) => severity !== "error");
  expect(
    errors.filter((wanted) => !isTold(found, wanted)),
    `errors told: ${found.map(placeOf).join("; ")}`,
  ).toEqual([]);
  const extra = found.filter((issue) => !errors.some((wanted) => isTold([issue], wanted)));
  expect(extra.map((issue) => renderIssue(issue, "en"))).toEqual([]);
  expect(
    warnings.filter((wanted) => !isTold(others, wanted)),
    `told: ${others.map(placeOf).join("; ")}`,
  ).toEqual([]);
  expect(silent.filter((code) => isTold(result.issues, code))).toEqual([]);
}

function picked<T>(
  json: JsonResult,
  wanted: Readonly<Record<string, T>> | undefined,
  of: (person: JsonPerson) => unknown,
): void {
  for (const [name, value] of Object.entries(wanted ?? {})) {
    const person = json.people.find((one) => one.person === name);
    if (!person) throw new Error(`${name} is not listed`);
    const found = of(person);
    if (typeof value === "object" && value !== null) expect(found, name).toMatchObject(value);
    else expect(found, name).toEqual(value);
  }
}

/** Compares a result with what a case expects. */
export function checkResult(result: RunResult, expected: Expected): void {
  const json = resultJson(result, "en") as JsonResult;
  checkMessages(result.issues);
  checkReasons(result);
  checkErrors(result, expected);
  expect(json.people.filter(({ held }) => held).map(({ person }) => person)).toEqual(expected.held ?? []);
  if (expected.people) expect(json.people.map(({ person }) => person)).toEqual(expected.people);
  if (expected.grand !== undefined) expect(json.total).toBe(expected.grand);
  picked(json, expected.score, (person) => person.score);
  picked(json, expected.total, (person) => person.total);
  picked(json, expected.pay, (person) =>
    Object.fromEntries(person.pay.map((line) => [line.component, line.amount])),
  );
  picked(json, expected.points, (person) =>
    Object.fromEntries(person.items.map((item) => [item.item, item.points])),
  );
  picked(json, expected.weights, (person) =>
    Object.fromEntries(person.items.map((item) => [item.item, item.weight])),
  );
  picked(json, expected.values, (person) =>
    Object.fromEntries(person.items.map((item) => [item.item, item.value])),
  );
}

/** One test a case. */
export function checkCases(title: string, cases: readonly ReadingCase[]): void {
  describe(title, () => {
    test.each(cases.map((one) => [one.name, one] as const))("%s", (_name, one) => {
      checkResult(runBook(one.tabs, one.month), one.expect);
    });
  });
}

/** A formula of Pay with what it gives: an amount, or the code of the error that holds the person. */
export type FormulaCase = readonly [formula: string, wanted: string, why: string];

/** Checks formulas in Pay over the same other tabs; the person is Ann, the component `x`. */
export function checkFormulas(title: string, tabs: readonly Grid[], cases: readonly FormulaCase[]): void {
  describe(title, () => {
    test.each(cases)("%s is %s: %s", (formula, wanted) => {
      const result = runBook([...tabs, payTab(formula)]);
      const person = result.people.find((one) => one.person === "Ann");
      const errors = result.issues.filter(({ severity }) => severity === "error");
      const found = person?.held
        ? errors.map(({ code }) => code).join(" ")
        : person?.pay[0]?.amount.toFixed(2);
      expect(found, errors.map((issue) => renderIssue(issue, "en")).join("; ")).toBe(wanted);
      checkMessages(result.issues);
    });
  });
}
