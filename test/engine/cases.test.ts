import { describe, expect, test } from "vitest";
import { parseMonth } from "../../src/engine/calendar";
import { explainItem } from "../../src/report/explain";
import { computeMonth } from "../month";
import { CASE_FILES, caseGrids, warningsMet } from "./cases";

for (const { pack, lang, cases } of CASE_FILES) {
  describe(`pack ${pack}`, () => {
    test.each(cases.map((one) => [one.name, one] as const))("%s", (_name, one) => {
      const month = parseMonth(one.month);
      if (!month) throw new Error(`no month ${one.month}`);
      const { result } = computeMonth(caseGrids(pack, lang, one), month, "en");
      expect(result.issues.filter(({ severity }) => severity === "error")).toEqual([]);
      for (const [name, wanted] of Object.entries(one.expect.people)) {
        const person = result.people.find((found) => found.person === name);
        const found = {
          score: person?.score?.toFixed(2),
          total: person?.total?.toFixed(2),
          pay: Object.fromEntries(person?.pay.map((line) => [line.component, line.amount.toFixed(2)]) ?? []),
          items: Object.fromEntries(person?.items.map((item) => [item.item, item.points?.toFixed(2)]) ?? []),
          values: Object.fromEntries(person?.items.map((item) => [item.item, item.value?.toFixed(6)]) ?? []),
          met: Object.fromEntries(person?.items.map((item) => [item.item, item.met]) ?? []),
        };
        const { because = {}, warned, ...numbers } = wanted;
        expect(found).toMatchObject(numbers);
        if (warned) expect(warningsMet(result.issues, name)).toEqual(warned);
        for (const [name, part] of Object.entries(because)) {
          const item = person?.items.find((one) => one.item === name) ?? expect.fail(`no item ${name}`);
          expect(explainItem(item, result.facts.tabs, "en")).toContain(part);
        }
      }
      if (one.expect.total !== undefined) expect(result.total.toFixed(2)).toBe(one.expect.total);
    });
  });
}
