/**
 * The command line: `packs`, `new`, `payroll`, `formula`.
 *
 * Exit codes: 0 done; 1 done, but somebody's pay is held by an error (or a
 * formula threw); 2 bad usage or an unreadable file, one line on standard error.
 */
import { parseArgs } from "node:util";
import { formulaCommand, newCommand, type Outcome, packsCommand, payrollCommand } from "./commands.ts";
import { UsageError } from "./files.ts";
import type { Language } from "./payroll-result.ts";
import { flatText } from "./text-table.ts";

/** Where the command line writes. */
export interface Terminal {
  out(line: string): void;
  err(line: string): void;
}

const USAGE = [
  "npm run --silent kpi -- packs",
  "npm run --silent kpi -- new --pack eight-part --out book.xlsx [--sample] [--lang zh|en]",
  "npm run --silent kpi -- payroll book.xlsx --month 2026-10 [--raw export.csv]... [--out result.xlsx]",
  "                        [--json result.json] [--lang zh|en]",
  "npm run --silent kpi -- formula '=CONVRATE(28,80)' [--book book.xlsx]",
];

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

function textOf(values: Values, name: string): string | undefined {
  const value = values[name];
  if (value === "") throw new UsageError(`--${name} needs a value`);
  return typeof value === "string" ? value : undefined;
}

function required(value: string | undefined, what: string): string {
  if (value === undefined || value === "") throw new UsageError(`${what} is missing`);
  return value;
}

function languageOf(values: Values): Language | undefined {
  const language = textOf(values, "lang");
  if (language !== undefined && language !== "en" && language !== "zh")
    throw new UsageError(`--lang is "${language}"; it can be zh or en`);
  return language;
}

/** `2026-10` from that, `2026/10`, `202610`, `2026年10月` or a date in the month. Throws a UsageError for others. */
export function parseMonth(text: string): string {
  const match = /^(\d{4})(?:[-/.年]?)(\d{2}|(?<=\D)\d)月?(?:[-/.]?\d{1,2}日?)?$/.exec(text.trim());
  const month = Number(match?.[2]);
  if (!match || month < 1 || month > 12) throw new UsageError(`--month is "${text}"; write it like 2026-10`);
  return `${match[1]}-${String(month).padStart(2, "0")}`;
}

function single(positionals: readonly string[], what: string): string {
  if (positionals.length > 1) throw new UsageError(`"${positionals[1]}" is one argument too many`);
  return required(positionals[0], what);
}

/** A command: its options for the parser, and what it does with them. */
interface Command {
  readonly options: Readonly<Record<string, { type: "string" | "boolean"; multiple?: boolean }>>;
  run(values: Values, positionals: readonly string[]): Outcome | Promise<Outcome>;
}

const text = { type: "string" } as const;

const COMMANDS: Readonly<Record<string, Command>> = {
  packs: {
    options: {},
    run: (_, positionals) => {
      if (positionals.length > 0) throw new UsageError(`"${positionals[0]}" is one argument too many`);
      return packsCommand();
    },
  },
  new: {
    options: { pack: text, out: text, lang: text, sample: { type: "boolean" } },
    run: (values, positionals) => {
      if (positionals.length > 0) throw new UsageError(`"${positionals[0]}" is one argument too many`);
      return newCommand({
        pack: required(textOf(values, "pack"), "--pack"),
        out: required(textOf(values, "out"), "--out"),
        sample: values.sample === true,
        language: languageOf(values) ?? "en",
      });
    },
  },
  payroll: {
    options: { month: text, raw: { type: "string", multiple: true }, out: text, json: text, lang: text },
    run: (values, positionals) =>
      payrollCommand({
        book: single(positionals, "the workbook"),
        month: parseMonth(required(textOf(values, "month"), "--month")),
        raw: (values.raw as string[] | undefined) ?? [],
        out: textOf(values, "out"),
        json: textOf(values, "json"),
        language: languageOf(values),
      }),
  },
  formula: {
    options: { book: text },
    run: (values, positionals) =>
      formulaCommand({ formula: single(positionals, "the formula"), book: textOf(values, "book") }),
  },
};

function parse(command: Command, args: readonly string[]): { values: Values; positionals: string[] } {
  try {
    return parseArgs({ args: [...args], options: command.options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message.split(/[.\n]/, 1)[0]);
  }
}

/** Runs the command line with its arguments and returns the exit code. Never throws. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === "--help" || name === "-h" || name === "help") {
    for (const line of USAGE) terminal.out(line);
    return 0;
  }
  try {
    const command = name === undefined ? undefined : COMMANDS[name];
    const known = Object.keys(COMMANDS).join(", ");
    if (!command)
      throw new UsageError(
        `${name === undefined ? "no command" : `no command "${name}"`}; there are ${known}`,
      );
    const { values, positionals } = parse(command, rest);
    const outcome = await command.run(values, positionals);
    for (const line of outcome.out) terminal.out(line);
    for (const line of outcome.err ?? []) terminal.err(line);
    return outcome.code;
  } catch (error) {
    terminal.err(`kpi: ${flatText((error as Error).message)}`);
    if (!(error instanceof UsageError) && process.env.KPI_DEBUG) terminal.err(String((error as Error).stack));
    return 2;
  }
}
