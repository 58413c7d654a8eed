/** Files that a command writes are never files that it reads, nor a workbook that is there already. */
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../../src/local/cli.ts";
import { refuseSameFiles, WORKBOOK } from "../../src/local/targets.ts";

let folder = "";
const FILES = ["book.xlsx", "raw.csv", "plain", "book-2026-10.xlsx"];

/** `@name` stands for the path of a file in the folder. */
const full = (text: string) => text.replace(/@([\w.-]+)/g, (_, name: string) => join(folder, name));

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "kpi-targets-")));
  for (const name of FILES) writeFileSync(full(`@${name}`), name);
  linkSync(full("@book.xlsx"), full("@hard.xlsx"));
  symlinkSync(full("@book.xlsx"), full("@link.xlsx"));
  mkdirSync(full("@inside"));
  symlinkSync(full("@inside"), full("@door"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(args: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runCli(args.map(full), {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out, err };
}

const PAY = ["payroll", "@book.xlsx", "--month", "2026-10"];
const NEW = ["new", "--pack", "eight-part", "--out"];

describe("payroll and new write no file that matters", () => {
  it.each([
    [
      [...PAY, "--raw", "@raw.csv", "--out", "@raw.csv"],
      "--out @raw.csv and --raw @raw.csv are the same file; name another file",
    ],
    [
      [...PAY, "--raw", "@raw.csv", "--json", "@inside/../raw.csv"],
      "--json @inside/../raw.csv and --raw @raw.csv are the same file; name another file",
    ],
    [
      [...PAY, "--out", "@o.xlsx", "--json", "@o.xlsx"],
      "--json @o.xlsx and --out @o.xlsx are the same file; name another file",
    ],
    [
      [...PAY, "--out", "@inside/o", "--json", "@door/o"],
      "--json @door/o and --out @inside/o are the same file; name another file",
    ],
    [
      [...PAY, "--out", "@hard.xlsx"],
      "--out @hard.xlsx and the workbook @book.xlsx are the same file; name another file",
    ],
    [[...PAY, "--json", "@link.xlsx"], "--json is the workbook itself; name another file"],
    [
      [...PAY, "--raw", "@book-2026-10.xlsx"],
      "the result @book-2026-10.xlsx and --raw @book-2026-10.xlsx are the same file; name another file",
    ],
    [[...PAY, "--out", "@plain/x.xlsx"], "cannot write @plain/x.xlsx: plain is a file, not a folder"],
    [[...PAY, "--json", "@plain/a/x.json"], "cannot write @plain/a/x.json: plain is a file, not a folder"],
    [[...PAY, "--json", "@inside"], "cannot write @inside: it is a folder"],
    [[...NEW, "@book.xlsx"], "@book.xlsx is there already; name another file, or remove it"],
    [[...NEW, "@inside"], "cannot write @inside: it is a folder"],
    [[...NEW, "@plain/x.xlsx"], "cannot write @plain/x.xlsx: plain is a file, not a folder"],
  ])("%j", async (args, line) => {
    expect(await run(args)).toEqual({ code: 2, out: [], err: [`kpi: ${full(line)}`] });
    for (const name of FILES) expect(readFileSync(full(`@${name}`), "utf8")).toBe(name);
  });

  it("lets different files pass, there or not", () => {
    const read = [
      { role: WORKBOOK, path: full("@book.xlsx") },
      { role: "--raw", path: full("@raw.csv") },
    ];
    const written = [
      { role: "--out", path: full("@plain") },
      { role: "--json", path: full("@a/b/c.json") },
    ];
    expect(() => refuseSameFiles(read, written)).not.toThrow();
  });
});
