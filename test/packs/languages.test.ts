import { describe, expect, test } from "vitest";
import { parseMonth } from "../../src/engine/calendar";
import type { PackRow } from "../../src/rules/pack";
import { findPack, packTabs } from "../../src/rules/packs/index";
import { CASE_FILES, caseGrids, type PackCase } from "../engine/cases";
import { computeMonth } from "../month";

/** Rule tabs in words of one language only; a case with its own rows of these is not translated. */
const WORDED = ["scoring", "bands", "pay"] as const;

/** The Chinese word of each English plan, item and metric name of a pack, from the rows at one place. */
function dictionaryOf(pack: string): ReadonlyMap<string, string> {
  const found = findPack(pack) ?? expect.fail(`no pack ${pack}`);
  const [en, zh] = [packTabs(found, "en"), packTabs(found, "zh")];
  const words = new Map<string, string>();
  for (const kind of WORDED) {
    for (const [index, row] of (en[kind] ?? []).entries()) {
      for (const [key, cell] of Object.entries(row)) {
        if (["plan", "item", "metric"].includes(key))
          words.set(String(cell), String(zh[kind]?.[index]?.[key]));
      }
    }
  }
  return words;
}

function translate(one: PackCase, words: ReadonlyMap<string, string>): PackCase {
  const rows = (list: readonly PackRow[] | undefined, key: string): PackRow[] =>
    (list ?? []).map((row) => ({ ...row, [key]: words.get(String(row[key])) ?? row[key] ?? "" }));
  return { ...one, staff: rows(one.staff, "plan"), manual: rows(one.manual, "metric") };
}

describe.each(CASE_FILES)("$pack in Chinese", ({ pack, cases }) => {
  const words = dictionaryOf(pack);
  const common = cases.filter((one) => WORDED.every((kind) => one.rules?.[kind] === undefined));

  test.each(common.map((one) => ({ name: one.name, one })))("gives the same numbers: $name", ({ one }) => {
    const month = parseMonth(one.month) ?? expect.fail(`no month ${one.month}`);
    const { result } = computeMonth(caseGrids(pack, "zh", translate(one, words)), month, "zh");
    expect(result.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    for (const [name, wanted] of Object.entries(one.expect.people)) {
      const person = result.people.find((found) => found.person === name);
      const points = new Map(person?.items.map((item) => [item.item, item.points?.toFixed(2)]));
      for (const [item, expected] of Object.entries(wanted.items ?? {}))
        expect(points.get(words.get(item) ?? item), `${name}: ${item}`).toBe(expected);
      if (wanted.score !== undefined) expect(person?.score?.toFixed(2)).toBe(wanted.score);
      if (wanted.total !== undefined) expect(person?.total?.toFixed(2)).toBe(wanted.total);
    }
  });
});
