import { describe, expect, test } from "vitest";
import { MEASURES, METRICS } from "../../src/rules/catalogue";
import { RULE_TABS } from "../../src/rules/columns";
import type { PackRow } from "../../src/rules/pack";
import { PACKS, packTabs } from "../../src/rules/packs/index";
import eightPart from "../cases/eight-part.json";
import payslip from "../cases/payslip.json";
import salesTeam from "../cases/sales-team.json";

interface Expected {
  readonly score?: string;
  readonly items?: Readonly<Record<string, string>>;
  readonly pay?: Readonly<Record<string, string>>;
  readonly total?: string;
}
interface Case {
  readonly name: string;
  readonly why: string;
  readonly month: string;
  readonly rules?: Readonly<Record<string, readonly PackRow[]>>;
  readonly staff: readonly PackRow[];
  readonly targets: readonly PackRow[];
  readonly manual: readonly PackRow[];
  readonly adjustments: readonly PackRow[];
  readonly raw: readonly { readonly tab: string; readonly rows: readonly (readonly (string | number)[])[] }[];
  readonly expect: { readonly people: Readonly<Record<string, Expected>>; readonly total?: string };
}
interface CaseFile {
  readonly pack: string;
  readonly cases: readonly Case[];
}

// JSON modules have a type of their own for every literal; one shape is meant.
const FILES = [eightPart, payslip, salesTeam] as unknown as readonly CaseFile[];
const CENTS = /^-?\d+\.\d\d$/;

function centsOf(text: string): number {
  return Math.round(Number(text) * 100);
}

describe.each(FILES)("cases of $pack", ({ pack: name, cases }) => {
  const pack = PACKS.find((candidate) => candidate.name === name) ?? expect.fail(`no pack ${name}`);
  const tabs = packTabs(pack, "en");

  test("stand on the pack's plan, items and components", () => {
    const plan = tabs.pay?.[0]?.plan;
    for (const { staff, expect: wanted, rules, adjustments } of cases) {
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
    for (const { staff, targets, manual, adjustments, raw } of cases) {
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

  test("hold at least three edges for each threshold of the pack", () => {
    const edges = cases.filter((entry) => entry.name.startsWith("edges"));
    const people = edges.flatMap((entry) => Object.keys(entry.expect.people)).length;
    const thresholds = (tabs.bands ?? []).filter((row) => row.threshold !== undefined).length;
    // Two people of one pair share three edges of the relative order value.
    expect(people).toBeGreaterThanOrEqual(thresholds * 3);
  });
});

test("the catalogue covers what the cases need", () => {
  const names = new Set([...METRICS, ...MEASURES].map((spec) => spec.name));
  for (const { cases } of FILES) {
    for (const { targets } of cases) for (const row of targets) expect(names).toContain(row.metric);
  }
});
