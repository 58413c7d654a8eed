/** The built files: their entry points, and a fresh context to run them in. */
import type { Realm } from "./guard.ts";
import { readBuilt } from "./project.ts";
import { Program, Sandbox } from "./sandbox.ts";

/** A top-level function of the built file. */
export interface EntryPoint {
  readonly name: string;
  readonly parameters: readonly string[];
  /** The JSDoc without its stars. */
  readonly help: string;
  readonly isCustomFunction: boolean;
}

/** Services that Google has and this host has not: touching one throws by name. */
const UNMODELLED = [
  ...[
    "Browser",
    "CacheService",
    "CalendarApp",
    "Charts",
    "ContentService",
    "DocumentApp",
    "Drive",
    "DriveApp",
  ],
  ...["FormApp", "GmailApp", "Jdbc", "LanguageApp", "Logger", "MailApp", "Maps"],
  ...["PropertiesService", "ScriptApp", "Sheets", "SlidesApp", "UrlFetchApp", "Utilities", "XmlService"],
];

/** One line that the script logged. */
export interface LogLine {
  readonly level: string;
  readonly text: string;
}

/** A built script, compiled once and evaluated afresh for every execution, as Apps Script does. */
export class Code {
  readonly entryPoints: readonly EntryPoint[];
  private readonly program: Program;

  /** `htmlFiles`: the script's HTML files by name, without `.html`. */
  constructor(
    readonly text: string,
    readonly htmlFiles: ReadonlyMap<string, string> = new Map(),
  ) {
    this.program = new Program(text, "Code.js");
    this.entryPoints = findEntryPoints(text);
  }

  /** A built folder, the committed `dist` unless given. Throws when it was never built. */
  static load(folder?: string): Code {
    const { code, htmlFiles } = readBuilt(folder);
    return new Code(code, htmlFiles);
  }

  /** Evaluates the file with `globals` added to what V8 itself gives. */
  open(globals: Readonly<Record<string, unknown>>, log: (line: LogLine) => void): Execution {
    const sandbox = new Sandbox();
    for (const [name, value] of Object.entries(globals)) sandbox.define(name, { value });
    sandbox.define("console", { value: consoleOf(log) });
    for (const name of UNMODELLED) {
      const get = () => {
        throw new sandbox.realm.Error(`${name} is not modelled by the local host`);
      };
      if (!(name in globals)) sandbox.define(name, { get });
    }
    return new Execution(sandbox, this.program);
  }
}

/** One evaluation of the file: a global scope of its own. */
export class Execution {
  private loaded = false;

  constructor(
    private readonly sandbox: Sandbox,
    private readonly program: Program,
  ) {}

  get realm(): Realm {
    return this.sandbox.realm;
  }

  /**
   * Calls a top-level function. Whatever it throws passes through. Throws for a
   * name that is no function, and after `seconds`, as Google cuts runs off.
   */
  call(name: string, args: readonly unknown[], seconds: number): unknown {
    if (!this.loaded) this.sandbox.run(this.program, seconds);
    this.loaded = true;
    const target = this.sandbox.get(name);
    if (typeof target !== "function") throw new Error(`Script function not found: ${name}`);
    return this.sandbox.call(target as (...given: unknown[]) => unknown, args, seconds);
  }

  /** Gives its global scope up; nothing can be called any more. */
  close(): void {
    this.sandbox.close();
  }
}

function consoleOf(log: (line: LogLine) => void): object {
  const levels = ["log", "info", "warn", "error"].map((level) => {
    return [level, (...parts: unknown[]) => log({ level, text: parts.map(String).join(" ") })];
  });
  return Object.fromEntries(levels) as object;
}

/** Reads names, parameters and help off the top-level functions that stand before the bundle. */
export function findEntryPoints(text: string): EntryPoint[] {
  const end = text.search(/^\/\*{6}\//m);
  const head = end < 0 ? text : text.slice(0, end);
  const pattern = /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?^function ([\w$]+)\(([^)]*)\)/gm;
  return Array.from(head.matchAll(pattern), ([, comment = "", name = "", parameters = ""]) => ({
    name,
    parameters: parameters.split(",").flatMap((parameter) => parameter.trim() || []),
    help: comment.replace(/^[ \t]*\*? ?/gm, "").trim(),
    isCustomFunction: /@customfunction\b/i.test(comment),
  }));
}
