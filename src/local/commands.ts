/** The four commands. Each does its work through the built file, as a person in Sheets would. */
import { basename, dirname, extname, join } from "node:path";
import { Book } from "./book.ts";
import { Moment, uncomputedCells } from "./changes.ts";
import { addRawFile, callerPath, loadBook, saveBook, saveFile, UsageError } from "./files.ts";
import { Host } from "./host.ts";
import { type Language, needsAttention, parseResult, renderResult } from "./payroll-result.ts";
import { type NamedFile, refuseExisting, refuseNoPlace, refuseSameFiles, WORKBOOK } from "./targets.ts";
import { flatText, renderTable } from "./text-table.ts";
import type { Answer, Dialog } from "./world.ts";

/** What a command leaves: lines for standard output, perhaps for standard error, and the exit code. */
export interface Outcome {
  readonly code: 0 | 1;
  readonly out: readonly string[];
  readonly err?: readonly string[];
}

const LOCALES = { en: { sheet: "en_US", user: "en" }, zh: { sheet: "zh_CN", user: "zh-CN" } } as const;

/** A person who gives the month when asked for a text and says yes to everything else. */
function willing(text: string): (dialog: Dialog) => Answer {
  return ({ kind }) => (kind === "prompt" ? { button: "OK", text } : { button: "OK" });
}

/** Sends a request to the add-on's `api` function and gives its answer. Throws a UsageError for a refusal. */
function request(host: Host, message: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const answer = host.run("api", [JSON.stringify(message)]);
  const parsed: unknown = typeof answer === "string" ? JSON.parse(answer) : {};
  const result = (parsed ?? {}) as Record<string, unknown>;
  if (result.error !== undefined) throw new UsageError(oneLine(result.error));
  return result;
}

function oneLine(error: unknown): string {
  const text =
    typeof error === "string" ? error : ((error as { message?: string }).message ?? JSON.stringify(error));
  return flatText(text);
}

/** A ready-made system as the add-on lists it. */
interface PackEntry {
  readonly name: string;
  readonly en: string;
  readonly zh: string;
}

function listPacks(host: Host): PackEntry[] {
  return request(host, { action: "packs" }).packs as PackEntry[];
}

/** `packs`: the ready-made systems. */
export function packsCommand(): Outcome {
  const packs = listPacks(new Host({ book: Book.blank("packs") }));
  const columns = [{ heading: "pack" }, { heading: "English" }, { heading: "中文" }];
  return {
    code: 0,
    out: renderTable(
      columns,
      packs.map(({ name, en, zh }) => [name, en, zh]),
    ),
  };
}

/** What `new` is told. */
export interface NewOptions {
  readonly pack: string;
  readonly out: string;
  readonly sample: boolean;
  readonly language: Language;
}

/** `new`: a workbook with the rule tabs of a pack, and the sample shop's data where asked. */
export async function newCommand({ pack, out, sample, language }: NewOptions): Promise<Outcome> {
  refuseNoPlace(out);
  const { sheet: locale, user: userLocale } = LOCALES[language];
  const book = Book.blank(basename(out, extname(out)), undefined, locale);
  const first = book.sheets[0];
  const host = new Host({ book, userLocale, answer: willing("") });
  const names = listPacks(host).map(({ name }) => name);
  if (!names.includes(pack))
    throw new UsageError(`there is no pack "${pack}"; there are ${names.join(", ")}`);
  request(host, { action: "setUp", pack, lang: language, sample });
  if (first && book.sheets.length > 1 && first.lastRow() === 0)
    book.sheets.splice(book.sheets.indexOf(first), 1);
  await host.calculate();
  const { writeBook } = await import("./xlsx-write.ts");
  const content = await writeBook(book);
  refuseExisting(out, content);
  saveFile(out, content);
  return { code: 0, out: [`${language === "zh" ? "已保存" : "Saved"}: ${callerPath(out)}`] };
}

/** What `payroll` is told. `month` is `2026-10`. */
export interface PayrollOptions {
  readonly book: string;
  readonly month: string;
  readonly raw: readonly string[];
  readonly out?: string | undefined;
  readonly json?: string | undefined;
  /** What is printed; the language of the rule tabs where it is left out. */
  readonly language?: Language | undefined;
}

const HEADER_ROWS = 10;

/** Chinese where a tab has the column 方案, which every plan of rule tabs in Chinese has; else English. */
function languageOfRules(book: Book): Language {
  const isChinese = book.sheets.some(({ values }) => {
    const columns = values.lastColumn();
    for (let row = 1; row <= HEADER_ROWS; row++) {
      for (let column = 1; column <= columns; column++) {
        if (values.get(row, column) === "方案") return true;
      }
    }
    return false;
  });
  return isChinese ? "zh" : "en";
}

/**
 * `payroll`: pastes the exports, generates the month as the menu does, saves the workbook. It is a
 * rehearsal that records nothing in Runs: the same inputs give the same bytes.
 */
export async function payrollCommand(options: PayrollOptions): Promise<Outcome> {
  const { month, json } = options;
  const out = options.out ?? besideBook(options.book, month);
  checkFiles(options, out);
  const book = await loadBook(options.book, LOCALES[options.language ?? "en"].sheet);
  const language = options.language ?? languageOfRules(book);
  const { user: userLocale } = LOCALES[language];
  await calculateMissing(new Host({ book, userLocale }));
  const loaded = new Moment(book);
  for (const path of options.raw) await addRawFile(book, path);
  const host = new Host({ book, userLocale, answer: willing(month) });
  const result = runMonth(host, month);
  // What the run did not touch keeps the results that the file holds, as the run itself read them.
  await host.calculate(loaded);
  await saveBook(out, book);
  if (json !== undefined) saveFile(json, `${JSON.stringify(result, null, 2)}\n`);
  return {
    code: needsAttention(result) ? 1 : 0,
    out: renderResult(result, language, { alerts: alertsOf(host), savedAs: callerPath(out) }),
  };
}

/**
 * Computes the formulas that the file holds without a result, before the run reads them; a result
 * that is there stays as the program that made the file left it.
 */
async function calculateMissing(host: Host): Promise<void> {
  const { book } = host;
  const missing = uncomputedCells(book);
  if (missing.length === 0) return;
  const before = book.sheets.map((sheet) => sheet.values.copy());
  await host.calculate();
  const results = missing.map((cell) => ({ ...cell, value: cell.sheet.values.get(cell.row, cell.column) }));
  for (const [index, sheet] of book.sheets.entries()) sheet.values.restore(before[index] ?? []);
  for (const { sheet, row, column, value } of results) sheet.values.set(row, column, value);
}

/** Throws a UsageError where a file cannot be written, or would replace one that matters. */
function checkFiles({ book, raw, out, json }: PayrollOptions, target: string): void {
  const read = [{ role: WORKBOOK, path: book }, ...raw.map((path): NamedFile => ({ role: "--raw", path }))];
  const written: NamedFile[] = [{ role: out === undefined ? "the result" : "--out", path: target }];
  if (json !== undefined) written.push({ role: "--json", path: json });
  refuseSameFiles(read, written);
  for (const { path } of written) refuseNoPlace(path);
}

/** What the add-on told the person in dialogs, without their title. */
function alertsOf(host: Host): string[] {
  return host.dialogs.filter(({ kind }) => kind === "alert").map(({ prompt }) => oneLine(prompt));
}

function runMonth(host: Host, month: string) {
  const message = { action: "generate", month, record: false, tell: true };
  const result = parseResult(host.run("api", [JSON.stringify(message)]));
  if (result) return result;
  // Without a result the add-on told the person why, in its last dialog.
  throw new UsageError(alertsOf(host).at(-1) ?? "the add-on gave no result for the month");
}

function besideBook(book: string, month: string): string {
  return join(dirname(book), `${basename(book, extname(book))}-${month}.xlsx`);
}

/** What `formula` is told. */
export interface FormulaOptions {
  readonly formula: string;
  readonly book?: string | undefined;
}

/** `formula`: the value of a formula, as JSON. A message that it throws goes to standard error. */
export async function formulaCommand({ formula, book: path }: FormulaOptions): Promise<Outcome> {
  if (/^[=\s]*$/.test(formula))
    throw new UsageError("the formula is empty; write one like '=CONVRATE(28,80)'");
  const book = path === undefined ? Book.blank("formula") : await loadBook(path, LOCALES.en.sheet);
  const { evaluateFormula } = await import("./formulas.ts");
  const result = await evaluateFormula(new Host({ book }), formula.startsWith("=") ? formula : `=${formula}`);
  if (result.error !== undefined) return { code: 1, out: [], err: [oneLine(result.error)] };
  return { code: 0, out: [JSON.stringify(result.value)] };
}
