import { describe, expect, test } from "vitest";
import { parseMonth } from "../../src/engine/calendar";
import { computeMonth } from "../../src/month";
import eightPart from "../cases/eight-part.json";
import payslip from "../cases/payslip.json";
import salesTeam from "../cases/sales-team.json";
import { caseGrids, type PackCase } from "./cases";

const FILES = [eightPart, payslip, salesTeam] as unknown as readonly {
  pack: string;
  lang: "en" | "zh";
  cases: PackCase[];
}[];

for (const { pack, lang, cases } of FILES) {
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
        };
        expect(found).toMatchObject(wanted);
      }
      if (one.expect.total !== undefined) expect(result.total.toFixed(2)).toBe(one.expect.total);
    });
  });
}
