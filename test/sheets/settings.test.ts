import { describe, expect, it } from "vitest";
import { parseMonth } from "../../src/engine/calendar";
import { SETTING_SPECS } from "../../src/engine/setting-specs/index";
import { DEFAULT_SETTINGS } from "../../src/engine/settings";
import { isRuleTab } from "../../src/month";
import { findPack } from "../../src/rules/packs/index";
import { readRules } from "../../src/rules/read";
import { planSetUp } from "../../src/setup";
import { readGrids } from "../../src/sheets/reader";
import { commitTabs } from "../../src/sheets/writer";
import { computeMonth } from "../month";
import { workbook } from "./workbook";

describe.each(["en", "zh"] as const)("the Settings tab that Set up writes (%s)", (lang) => {
  const pack = findPack("eight-part") ?? expect.fail("no pack");
  const wb = workbook();
  const plan = planSetUp([], pack, lang, true);
  commitTabs(wb.services, plan.tabs, "rules");
  const grids = readGrids(wb.services, { skips: () => false, needsFormulas: isRuleTab });
  const month = parseMonth("2026-10") ?? expect.fail("no month");

  it("names every setting with its default, what it does and which values it takes", () => {
    const sheet = wb.book.sheets.find(({ name }) => name === (lang === "en" ? "Settings" : "设置"));
    SETTING_SPECS.forEach((spec, index) => {
      // A share is a number that the cell shows as a percentage.
      const standard = spec.standard.endsWith("%") ? Number.parseFloat(spec.standard) / 100 : spec.standard;
      expect([1, 2].map((column) => sheet?.values.get(index + 2, column))).toEqual([
        lang === "en" ? spec.key : spec.zh,
        standard,
      ]);
      expect(sheet?.notes.get(index + 2, 1)).toContain(spec.help[lang]);
      expect(sheet?.notes.get(index + 2, 1)).toContain(spec.standard);
    });
  });

  it("stands beside rule tabs whose headers list the words that a column takes", () => {
    const scoring = wb.book.sheets.find(({ name }) => name === (lang === "en" ? "Scoring" : "评分"));
    const note = scoring?.notes.get(1, 8) ?? "";
    expect(note).toContain(
      lang === "en"
        ? "Allowed: bands (档位), band points (档位得分), ratio (比例), manual (手工), formula (公式)."
        : "可填：档位（bands）、档位得分（band points）、比例（ratio）、手工（manual）、公式（formula）。",
    );
  });

  it("reads as the defaults, without an issue", () => {
    const rules = readRules(grids, month);
    expect(rules.issues.filter(({ tab }) => tab === "Settings" || tab === "设置")).toEqual([]);
    expect(rules.book.settings).toEqual(DEFAULT_SETTINGS);
    expect(computeMonth(grids, month, lang).result.people.every(({ held }) => !held)).toBe(true);
  });
});
