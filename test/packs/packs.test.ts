import { describe, expect, test } from "vitest";
import { FUNCTIONS } from "../../src/engine/formula/functions";
import { MEASURES, METRICS } from "../../src/rules/catalogue";
import { RULE_TABS, type RuleTabKind } from "../../src/rules/columns";
import type { PackRow } from "../../src/rules/pack";
import { findPack, PACKS, packTabs } from "../../src/rules/packs/index";
import { KIND_WORDS, MEASURE_WORDS, METHOD_WORDS, WHEN_WORDS } from "../../src/rules/words";

const LANGUAGES = ["en", "zh"] as const;
const CATALOGUE = new Set([...METRICS, ...MEASURES].map((spec) => spec.name));
const BUILT_IN = new Set(["score", "base", "grade", "probation", "gates"]);
const WORDS = [...FUNCTIONS.keys(), "TRUE", "FALSE"];
const LISTS = [WHEN_WORDS, KIND_WORDS, METHOD_WORDS, MEASURE_WORDS];
const FIXED = {
  en: LISTS.flatMap((list) => list.map((words) => words[0] as string)),
  zh: LISTS.flatMap((list) => list.map((words) => words[1] ?? "")),
};
/** A table that a formula looks up. */
const LOOK_UP = /(?:BAND|RATE|MARGINAL)\("([^"]+)"/g;

const VARIANTS = PACKS.flatMap((pack) =>
  LANGUAGES.map((lang) => ({ name: `${pack.name} ${lang}`, pack, lang })),
);

function rowsOf(
  tabs: Partial<Record<RuleTabKind, readonly PackRow[]>>,
  kind: RuleTabKind,
): readonly PackRow[] {
  return tabs[kind] ?? [];
}

/** The formulas of a pack's Scoring and Pay, conditions among them. */
function formulasOf(tabs: Partial<Record<RuleTabKind, readonly PackRow[]>>): string[] {
  const rows = [...rowsOf(tabs, "scoring"), ...rowsOf(tabs, "pay")];
  return rows
    .flatMap((row) => [row.formula, row.onlyIf])
    .filter((text) => text !== undefined)
    .map(String);
}

describe.each(VARIANTS)("$name", ({ pack, lang }) => {
  const tabs = packTabs(pack, lang);

  test("writes known columns and every required one", () => {
    for (const spec of RULE_TABS) {
      for (const row of rowsOf(tabs, spec.kind)) {
        const keys = spec.columns.map((column) => column.key);
        expect(keys).toEqual(expect.arrayContaining(Object.keys(row)));
        for (const column of spec.columns) if (column.required) expect(row).toHaveProperty(column.key);
      }
    }
  });

  test("weights sum to 100 under every profile", () => {
    const scored = rowsOf(tabs, "scoring").filter((row) => ["points", "得分"].includes(String(row.kind)));
    for (const profile of new Set(scored.map((row) => row.profile))) {
      const weights = scored.filter((row) => row.profile === profile).map((row) => Number(row.weight));
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(100);
    }
  });

  test("all rows belong to one plan, and the fixed words are those of the language", () => {
    const rows = (["scoring", "bands", "pay"] as const).flatMap((kind) => rowsOf(tabs, kind));
    expect(new Set(rows.map((row) => row.plan)).size).toBe(1);
    const words = rows.flatMap((row) => [row.when, row.kind, row.method, row.measure]);
    for (const word of words) if (word !== undefined) expect(FIXED[lang]).toContain(word);
  });

  test("names only metrics of the catalogue, built-in names and components above", () => {
    const own = new Set(rowsOf(tabs, "metrics").map((row) => String(row.metric)));
    for (const row of rowsOf(tabs, "scoring")) {
      const isRated = ["manual", "手工"].includes(String(row.method));
      if (row.metric !== undefined && !isRated)
        expect(CATALOGUE.has(String(row.metric)) || own.has(String(row.metric)), String(row.metric)).toBe(
          true,
        );
    }
    for (const formula of formulasOf(tabs)) {
      // PREVIOUS may name a component of the closed month, the row's own among them.
      const words = formula.replace(/"[^"]*"|PREVIOUS\(\w+\)/g, "").match(/[A-Za-z_][\w.]*/g) ?? [];
      for (const word of words) {
        expect(
          CATALOGUE.has(word) || own.has(word) || BUILT_IN.has(word) || WORDS.includes(word),
          `${word} in ${formula}`,
        ).toBe(true);
      }
    }
  });

  test("every table that an item or a formula needs exists, and none is idle", () => {
    const tables = new Set(rowsOf(tabs, "bands").map((row) => String(row.table)));
    const methods = ["bands", "band points", "档位", "档位得分"];
    const banded = rowsOf(tabs, "scoring").filter((row) => methods.includes(String(row.method)));
    const items = banded.map((row) => String(row.item));
    const named = formulasOf(tabs).flatMap((formula) =>
      [...formula.matchAll(LOOK_UP)].map((match) => match[1]),
    );
    expect([...new Set([...items, ...named])].sort()).toEqual([...tables].sort());
  });

  test("each table has one direction, falling or rising thresholds, and ends with otherwise", () => {
    const byTable = new Map<string, PackRow[]>();
    for (const row of rowsOf(tabs, "bands")) {
      byTable.set(String(row.table), [...(byTable.get(String(row.table)) ?? []), row]);
    }
    for (const [table, rows] of byTable) {
      const last = rows.at(-1);
      expect(last?.threshold, table).toBeUndefined();
      const isRising = (row: PackRow | undefined): boolean =>
        ["at least", "above", "至少", "高于"].includes(String(row?.when));
      const rising = isRising(rows[0]);
      for (const row of rows.slice(0, -1)) expect(isRising(row), table).toBe(rising);
      const thresholds = rows.slice(0, -1).map((row) => Number.parseFloat(String(row.threshold)));
      const sorted = [...thresholds].sort((a, b) => (rising ? b - a : a - b));
      expect(thresholds, table).toEqual(sorted);
      expect(new Set(thresholds).size, table).toBe(thresholds.length);
    }
  });

  test("leaves people, targets and data to the user", () => {
    expect(Object.keys(tabs)).toEqual(expect.arrayContaining(["metrics", "pay"]));
    const own = ["metrics", "scoring", "bands", "pay", "grades", "settings"];
    for (const kind of Object.keys(tabs)) expect(own).toContain(kind);
  });
});

test.each(PACKS.map((pack) => ({ name: pack.name, pack })))("$name has the same numbers in both languages", ({
  pack,
}) => {
  const numbersOnly = (lang: "en" | "zh"): unknown =>
    (["scoring", "bands", "pay", "grades"] as const).map((kind) =>
      rowsOf(packTabs(pack, lang), kind).map((row) => {
        const cells = Object.entries(row).map(([key, cell]) => [key, numbersOf(cell)]);
        return Object.fromEntries(cells);
      }),
    );
  expect(numbersOnly("zh")).toEqual(numbersOnly("en"));
});

/** Numbers as they are, formulas without their quoted names, other words blank. */
function numbersOf(cell: string | number | undefined): string | number {
  if (typeof cell === "number" || cell === undefined) return cell ?? "";
  if (cell.startsWith("=")) return cell.replace(/"[^"]*"/g, '""');
  return /^[\d.]+%$/.test(cell) ? cell : "";
}

test("packs are found by name", () => {
  const names = PACKS.map((pack) => pack.name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  expect(findPack(" Payslip ")?.name).toBe("payslip");
  expect(findPack("nine-part")).toBeNull();
});

test("the eight-part pack is the published one", () => {
  const tabs = packTabs(PACKS[0] ?? expect.fail("no pack"), "en");
  expect(rowsOf(tabs, "scoring").map((row) => `${row.item} ${row.metric} ${row.weight}`)).toEqual([
    "Sales attainment sales 30",
    "Conversion conversion 20",
    "Average order value aov 15",
    "Reply rate reply_rate 10",
    "First response first_response 10",
    "After-sale cost aftersale_cost_per_case 5",
    "After-sale cases aftersale_handled 5",
    "Attendance attendance_incidents 5",
  ]);
  expect(rowsOf(tabs, "grades").map((row) => Object.values(row).join(" "))).toEqual([
    "A0 1800 A1 A0 A0 review",
    "A1 2000 A2 A1 A0 review",
    "A2 2500 A3 A2 A0 review",
    "A3 3000 A4 A3 A0 review",
    "A4 3500 A4 A4 A0 review",
  ]);
  const rates = rowsOf(tabs, "bands").filter((row) => row.table === "commission");
  expect(rates.map((row) => `${row.threshold ?? "otherwise"} ${row.result}`)).toEqual([
    "120% 0.4%",
    "100% 0.2%",
    "otherwise 0.1%",
  ]);
});
