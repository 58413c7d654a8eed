/** The four commands. Each does its work through the built file, as a person in Sheets would. */
import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { Book } from "./book.ts";
import { addRawFile, callerPath, loadBook, saveBook, saveFile, UsageError } from "./files.ts";
import { Host } from "./host.ts";
import { type Language, needsAttention, parseResult, renderResult } from "./payroll-result.ts";
import { renderTable } from "./text-table.ts";
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
  return text.replace(/\s*\n\s*/g, " ");
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
  await saveBook(out, book);
  return { code: 0, out: [`${language === "zh" ? "已保存" : "Saved"}: ${callerPath(out)}`] };
}

/** What `payroll` is told. `month` is `2026-10`. */
export interface PayrollOptions {
  readonly book: string;
  readonly month: string;
  readonly raw: readonly string[];
  readonly out?: string | undefined;
  readonly json?: string | undefined;
  readonly language: Language;
}

/** `payroll`: pastes the exports, clicks Generate monthly payroll, saves the workbook. */
export async function payrollCommand(options: PayrollOptions): Promise<Outcome> {
  const out = options.out ?? besideBook(options.book, options.month);
  refuseSameFile(options.book, out, "--out");
  if (options.json !== undefined) refuseSameFile(options.book, options.json, "--json");
  const { sheet: locale, user: userLocale } = LOCALES[options.language];
  const book = await loadBook(options.book, locale);
  for (const path of options.raw) await addRawFile(book, path);
  const host = new Host({ book, userLocale, answer: willing(options.month) });
  const result = runMonth(host);
  await host.calculate();
  await saveBook(out, book);
  if (options.json !== undefined) saveFile(options.json, `${JSON.stringify(result, null, 2)}\n`);
  return {
    code: needsAttention(result) ? 1 : 0,
    out: renderResult(result, options.language, callerPath(out)),
  };
}

function runMonth(host: Host) {
  const result = parseResult(host.run("generateMonthlyPayroll"));
  if (result) return result;
  // Without a result the add-on told the person why, in its last dialog.
  const said = host.dialogs.filter(({ kind }) => kind === "alert").at(-1);
  throw new UsageError(
    said ? oneLine(`${said.title} ${said.prompt}`) : "the add-on gave no result for the month",
  );
}

function besideBook(book: string, month: string): string {
  return join(dirname(book), `${basename(book, extname(book))}-${month}.xlsx`);
}

function refuseSameFile(input: string, output: string, option: string): void {
  const [from, to] = [callerPath(input), callerPath(output)];
  const same = existsSync(from) && existsSync(to) && realpathSync(from) === realpathSync(to);
  if (same || from === to) throw new UsageError(`${option} is the workbook itself; name another file`);
}

/** What `formula` is told. */
export interface FormulaOptions {
  readonly formula: string;
  readonly book?: string | undefined;
}

/** `formula`: the value of a formula, as JSON. A message that it throws goes to standard error. */
export async function formulaCommand({ formula, book: path }: FormulaOptions): Promise<Outcome> {
  const book = path === undefined ? Book.blank("formula") : await loadBook(path, LOCALES.en.sheet);
  const { evaluateFormula } = await import("./formulas.ts");
  const result = await evaluateFormula(new Host({ book }), formula.startsWith("=") ? formula : `=${formula}`);
  if (result.error !== undefined) return { code: 1, out: [], err: [oneLine(result.error)] };
  return { code: 0, out: [JSON.stringify(result.value)] };
}
