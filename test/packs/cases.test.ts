import { describe, expect, test } from "vitest";
import { MEASURES, METRICS } from "../../src/rules/catalogue";
import { RULE_TABS } from "../../src/rules/columns";
import { PACKS, packTabs } from "../../src/rules/packs/index";
import { CASE_FILES } from "../engine/cases";

const CENTS = /^-?\d+\.\d\d$/;

function centsOf(text: string): number {
  return Math.round(Number(text) * 100);
}

describe.each(CASE_FILES)("cases of $pack", ({ pack: name, cases }) => {
  const pack = PACKS.find((candidate) => candidate.name === name) ?? expect.fail(`no pack ${name}`);
  const tabs = packTabs(pack, "en");

  test("stand on the pack's plan, items and components", () => {
    const plan = tabs.pay?.[0]?.plan;
    for (const { staff = [], expect: wanted, rules, adjustments = [] } of cases) {
      expect(new Set(staff.map((row) => row.plan))).toEqual(new Set([plan]));
      const items = (rules?.scoring ?? tabs.scoring ?? []).map((row) => String(row.item));
      const lines = [...(rules?.pay ?? tabs.pay ?? []), ...adjustments].map((row) => String(row.component));
      for (const [person, result] of Object.entries(wanted.people)) {
        expect(staff.map((row) => row.person)).toContain(person);
        expect(items).toEqual(expect.arrayContaining(Object.keys(result.items ?? {})));
        expect(lines).toEqual(expect.arrayContaining(Object.keys(result.pay ?? {})));
      }
    }
  });

  test("write rows under known columns, with rows of one width", () => {
    for (const { staff = [], targets = [], manual = [], adjustments = [], raw } of cases) {
      for (const [kind, rows] of Object.entries({ staff, targets, manual, adjustments })) {
        const keys = RULE_TABS.find((tab) => tab.kind === kind)?.columns.map((column) => column.key);
        for (const row of rows) expect(keys).toEqual(expect.arrayContaining(Object.keys(row)));
      }
      for (const { rows } of raw) expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    }
  });

  test("expect totals that are the sum of their lines", () => {
    for (const { name: caseName, expect: wanted } of cases) {
      for (const [person, { pay, total }] of Object.entries(wanted.people)) {
        if (!pay || !total) continue;
        for (const amount of [...Object.values(pay), total]) expect(amount).toMatch(CENTS);
        const sum = Object.values(pay).reduce((cents, amount) => cents + centsOf(amount), 0);
        expect(sum, `${caseName}: ${person}`).toBe(centsOf(total));
      }
    }
  });
});

test("the catalogue covers what the cases need", () => {
  const names = new Set([...METRICS, ...MEASURES].map((spec) => spec.name));
  for (const { cases } of CASE_FILES) {
    for (const { targets = [] } of cases) for (const row of targets) expect(names).toContain(row.metric);
  }
});
