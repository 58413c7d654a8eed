import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Grid } from "../../src/engine/grid";
import { runCli } from "../../src/local/cli.ts";
import { writeBook } from "../../src/local/xlsx-write.ts";
import { CASE_FILES, caseGrids } from "../engine/cases";
import { bookOf } from "./book-of";

interface ResultJson {
  readonly people: readonly {
    readonly person: string;
    readonly score: string | null;
    readonly total: string | null;
    readonly items: readonly {
      readonly item: string;
      readonly points: string | null;
      readonly value: string | null;
      readonly met?: boolean | null;
      readonly because: string;
    }[];
    readonly pay: readonly { readonly component: string; readonly amount: string }[];
  }[];
  readonly total: string;
  readonly issues: readonly { readonly severity: string; readonly message: string }[];
}

async function payrollOf(grids: readonly Grid[], month: string): Promise<{ code: number; json: ResultJson }> {
  const folder = mkdtempSync(join(tmpdir(), "kpi-case-"));
  const [book, result, json] = ["book.xlsx", "result.xlsx", "result.json"].map((name) => join(folder, name));
  if (!book || !result || !json) throw new Error("three paths");
  writeFileSync(book, await writeBook(bookOf(grids)));
  const terminal = { out: () => undefined, err: () => undefined };
  const code = await runCli(["payroll", book, "--month", month, "--out", result, "--json", json], terminal);
  return { code, json: JSON.parse(readFileSync(json, "utf8")) };
}

/** The worked examples and every band edge, from a workbook file to the result JSON, to the cent. */
for (const { pack, lang, cases } of CASE_FILES) {
  describe(`pack ${pack} by the command line`, () => {
    test.each(cases.map((one) => [one.name, one] as const))("%s", async (_name, one) => {
      const { code, json } = await payrollOf(caseGrids(pack, lang, one), one.month);
      expect(json.issues.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(code).toBe(0);
      for (const [name, wanted] of Object.entries(one.expect.people)) {
        const person = json.people.find((found) => found.person === name);
        const found = {
          score: person?.score,
          total: person?.total,
          pay: Object.fromEntries(person?.pay.map(({ component, amount }) => [component, amount]) ?? []),
          items: Object.fromEntries(person?.items.map(({ item, points }) => [item, points]) ?? []),
          values: Object.fromEntries(person?.items.map(({ item, value }) => [item, value]) ?? []),
          met: Object.fromEntries(person?.items.map(({ item, met }) => [item, met]) ?? []),
        };
        const { because = {}, warned, ...numbers } = wanted;
        expect(found).toMatchObject(numbers);
        for (const item of warned ?? [])
          expect(json.issues.some(({ message }) => message.includes(`${name}: ${item}`))).toBe(true);
        for (const [item, part] of Object.entries(because))
          expect(person?.items.find((one) => one.item === item)?.because).toContain(part);
      }
      if (one.expect.total !== undefined) expect(json.total).toBe(one.expect.total);
    });
  });
}
