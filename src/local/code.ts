/** The built files: their entry points, and a fresh context to run them in. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import vm from "node:vm";
import type { Realm } from "./guard.ts";
import { projectRoot } from "./project.ts";

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
  private readonly script: vm.Script;

  /** `htmlFiles`: the script's HTML files by name, without `.html`. */
  constructor(
    readonly text: string,
    readonly htmlFiles: ReadonlyMap<string, string> = new Map(),
  ) {
    this.script = new vm.Script(text, { filename: "Code.js" });
    this.entryPoints = findEntryPoints(text);
  }

  /** A built folder, the committed `dist` unless given. Throws when it was never built. */
  static load(folder = join(projectRoot, "dist")): Code {
    const pages = readdirSync(folder).filter((file) => file.endsWith(".html"));
    const htmlFiles = pages.map(
      (file) => [basename(file, ".html"), readFileSync(join(folder, file), "utf8")] as const,
    );
    return new Code(readFileSync(join(folder, "Code.js"), "utf8"), new Map(htmlFiles));
  }

  /** Evaluates the file with `globals` added to what V8 itself gives. */
  open(globals: Readonly<Record<string, unknown>>, log: (line: LogLine) => void): Execution {
    const context = vm.createContext({});
    for (const [name, value] of Object.entries(globals)) define(context, name, { value });
    define(context, "console", { value: consoleOf(log) });
    const realm = vm.runInContext("({ Date, Array, Error })", context) as Realm;
    for (const name of UNMODELLED) {
      const get = () => {
        throw new realm.Error(`${name} is not modelled by the local host`);
      };
      if (!(name in globals)) define(context, name, { get });
    }
    return new Execution(context, realm, this.script);
  }
}

/** One evaluation of the file: a global scope of its own. */
export class Execution {
  private readonly callScript = new vm.Script("__call__()", { filename: "host" });
  private loaded = false;

  constructor(
    private readonly context: vm.Context,
    readonly realm: Realm,
    private readonly script: vm.Script,
  ) {}

  /**
   * Calls a top-level function. Whatever it throws passes through. Throws for a
   * name that is no function, and after `seconds`, as Google cuts runs off.
   */
  call(name: string, args: readonly unknown[], seconds: number): unknown {
    const timeout = seconds * 1000;
    if (!this.loaded) {
      this.script.runInContext(this.context, { timeout });
      this.loaded = true;
    }
    const target: unknown = this.context[name];
    if (typeof target !== "function") throw new Error(`Script function not found: ${name}`);
    define(this.context, "__call__", { value: () => Reflect.apply(target, undefined, args) });
    return this.callScript.runInContext(this.context, { timeout });
  }
}

function define(context: vm.Context, name: string, property: PropertyDescriptor): void {
  Object.defineProperty(context, name, { configurable: true, enumerable: false, ...property });
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
