/**
 * Files and arguments that cannot be used: exit code 2, one line that says what is wrong, and every
 * file on the desk as it was.
 */
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PACKS } from "../../src/rules/packs/index";
import { Desk, kpi } from "../real/workbook.ts";
import { DEALS, writeBook } from "./book.ts";

const desk = new Desk();
afterAll(() => desk.remove());

/** Bytes that look random and are the same at every run. */
function noise(length: number): Buffer {
  let state = 12345;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return state >>> 24;
    }),
  );
}

/** Every file of a folder with its bytes. */
function contents(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const path = join(folder, name);
    found.set(name, statSync(path).isFile() ? readFileSync(path).toString("base64") : "folder");
  }
  return found;
}

beforeAll(async () => {
  const good = readFileSync(await writeBook(desk, "good.xlsx"));
  const put = (name: string, bytes: Buffer | string) => writeFileSync(desk.path(name), bytes);
  put("noise.xlsx", noise(5000));
  put("half.xlsx", good.subarray(0, good.length / 2));
  put("almost.xlsx", good.subarray(0, good.length - 10));
  put("nothing.xlsx", "");
  put("deals.csv", DEALS.map((row) => row.join(",")).join("\n"));
  put("noise.csv", noise(5000));
  // An archive without entries.
  put("archive.xlsx", Buffer.from("504b0506000000000000000000000000000000000000", "hex"));
  put("plain", "a file, no folder");
  mkdirSync(desk.path("folder.xlsx"));
  symlinkSync(desk.path("good.xlsx"), desk.path("link.xlsx"));
});

/** `@name` in arguments and lines stands for the path of a file on the desk. */
const full = (text: string) => text.replace(/@([\w.]+)/g, (_, name: string) => desk.path(name));

const PAY = ["payroll", "@good.xlsx", "--month", "2026-10"];

describe("what cannot be used ends with 2 and one line", () => {
  it.each([
    [
      "a workbook of noise",
      ["payroll", "@noise.xlsx", "--month", "2026-10"],
      "cannot read @noise.xlsx: it is no .xlsx workbook",
    ],
    [
      "half a workbook",
      ["payroll", "@half.xlsx", "--month", "2026-10"],
      "cannot read @half.xlsx: it is damaged, or no .xlsx workbook",
    ],
    [
      "a workbook without its last bytes",
      ["payroll", "@almost.xlsx", "--month", "2026-10"],
      "cannot read @almost.xlsx: it is damaged, or no .xlsx workbook",
    ],
    [
      "an archive that is no workbook",
      ["payroll", "@archive.xlsx", "--month", "2026-10"],
      "cannot read @archive.xlsx: it is damaged, or no .xlsx workbook",
    ],
    [
      "an empty workbook file",
      ["payroll", "@nothing.xlsx", "--month", "2026-10"],
      "cannot read @nothing.xlsx: it is no .xlsx workbook",
    ],
    [
      "a text as workbook",
      ["payroll", "@deals.csv", "--month", "2026-10"],
      "cannot read @deals.csv: it is no .xlsx workbook",
    ],
    [
      "a folder as workbook",
      ["payroll", "@folder.xlsx", "--month", "2026-10"],
      "cannot read @folder.xlsx: it is a folder",
    ],
    [
      "no such workbook",
      ["payroll", "@none.xlsx", "--month", "2026-10"],
      "cannot read @none.xlsx: there is no such file or folder",
    ],
    [
      "month 13",
      ["payroll", "@good.xlsx", "--month", "2026-13"],
      '--month is "2026-13"; write it like 2026-10',
    ],
    [
      "a month in words",
      ["payroll", "@good.xlsx", "--month", "October"],
      '--month is "October"; write it like 2026-10',
    ],
    ["no month", ["payroll", "@good.xlsx"], "--month is missing"],
    [
      "an export that is not there",
      [...PAY, "--raw", "@none.csv"],
      "cannot read @none.csv: there is no such file or folder",
    ],
    [
      "an export of noise",
      [...PAY, "--raw", "@noise.csv"],
      "cannot read @noise.csv: the text is neither UTF-8, UTF-16 nor GB18030",
    ],
    [
      "half a workbook as export",
      [...PAY, "--raw", "@half.xlsx"],
      "cannot read @half.xlsx: it is damaged, or no .xlsx workbook",
    ],
    [
      "the workbook as result",
      [...PAY, "--out", "@good.xlsx"],
      "--out is the workbook itself; name another file",
    ],
    [
      "a link to the workbook as result",
      [...PAY, "--out", "@link.xlsx"],
      "--out is the workbook itself; name another file",
    ],
    ["a folder as result", [...PAY, "--out", "@folder.xlsx"], "cannot write @folder.xlsx: it is a folder"],
    [
      "an unknown pack",
      ["new", "--pack", "nope", "--out", "@new.xlsx"],
      `there is no pack "nope"; there are ${PACKS.map(({ name }) => name).join(", ")}`,
    ],
    ["a pack without name", ["new", "--out", "@new.xlsx"], "--pack is missing"],
  ])("%s", async (_title, args, line) => {
    const before = contents(desk.folder);
    const ran = await kpi(...args.map(full));
    expect(ran).toEqual({ code: 2, out: [], err: [`kpi: ${full(line)}`] });
    expect(contents(desk.folder)).toEqual(before);
  });
});

describe("a result in a folder that is not there", () => {
  it("makes the folder", async () => {
    const { code, out } = await kpi(...PAY.map(full), "--out", desk.path("a/b/result.xlsx"));
    expect([code, out.at(-1)]).toEqual([0, `Saved: ${desk.path("a/b/result.xlsx")}`]);
    expect(readdirSync(desk.path("a/b"))).toEqual(["result.xlsx"]);
  });
});
