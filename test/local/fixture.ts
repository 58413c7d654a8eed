/** Small scripts in the shape of a built file, for tests of the host itself. */
import { Book } from "../../src/local/book.ts";
import { Code } from "../../src/local/code.ts";
import { Host, type HostOptions } from "../../src/local/host.ts";

/** A built file of these functions, each given as JavaScript with or without JSDoc. */
export function codeOf(...functions: string[]): Code {
  return new Code(`${functions.join("\n")}\n/******/ (() => {})();\n`);
}

/** A host with one empty tab whose function `go` has this body and returns JSON-able results. */
export function hostOf(body: string, options: Partial<HostOptions> = {}): Host {
  const prelude = `const ss = SpreadsheetApp.getActiveSpreadsheet(); const sheet = ss.getSheets()[0];`;
  return new Host({
    book: Book.blank("test"),
    code: codeOf(`function go() { ${prelude} ${body} }`),
    ...options,
  });
}

/** What `go` with this body returns, or the message that it throws. */
export function runBody(body: string, options: Partial<HostOptions> = {}): unknown {
  return hostOf(body, options).run("go");
}
