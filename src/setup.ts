/** What Set up and Load sample data write, without any service. */
import type { Grid } from "./engine/grid";
import { SETTING_SPECS, type SettingSpec } from "./engine/settings";
import { listRuleTabs } from "./month";
import { describePastedTab, describeRuleTab, type RowNotes } from "./report/rule-tab";
import type { TabDescription } from "./report/tab";
import { type ShownColumn, type ShownTab, shownTabs } from "./rules/column-help";
import { RULE_TABS } from "./rules/columns";
import type { Pack, PackRow } from "./rules/pack";
import { packTabs } from "./rules/packs/index";
import {
  BETTER_WORDS,
  HOW_WORDS,
  KIND_WORDS,
  MEASURE_WORDS,
  METHOD_WORDS,
  UNIT_WORDS,
  WHEN_WORDS,
  type WordList,
} from "./rules/words";
import { sampleRules, sampleWorkbook } from "./sample/sample";
import { type Lang, label } from "./text/labels";

/** The tabs to write, and the rule tabs that the workbook has already. */
export interface SetUpPlan {
  readonly tabs: readonly TabDescription[];
  readonly kept: readonly string[];
}

/** Every rule tab of a pack that the workbook lacks, with the sample shop's rows and exports if asked. */
export function planSetUp(grids: readonly Grid[], pack: Pack, lang: Lang, withSample: boolean): SetUpPlan {
  const present = listRuleTabs(grids);
  const own = { ...packTabs(pack, lang), ...(withSample ? sampleRules(pack, lang) : {}) };
  const rows = { ...own, settings: settingRows(lang, own.settings ?? []) };
  const missing = shownTabs()
    .filter(({ kind }) => !present.has(kind))
    .map(withWords);
  const rules = missing.map((spec) =>
    describeRuleTab(spec, rows[spec.kind] ?? [], lang, spec.kind === "settings" ? settingNotes(lang) : []),
  );
  const raw = withSample ? sampleWorkbook().map(describePastedTab) : [];
  const kept = RULE_TABS.flatMap(({ kind }) => present.get(kind) ?? []);
  return { tabs: [...rules, ...raw], kept };
}

/** The fixed words of the columns that take nothing else, by tab and column. */
const FIXED_WORDS: Readonly<Record<string, WordList<string>>> = {
  "scoring.kind": KIND_WORDS,
  "scoring.method": METHOD_WORDS,
  "scoring.measure": MEASURE_WORDS,
  "bands.when": WHEN_WORDS,
  "metrics.unit": UNIT_WORDS,
  "metrics.better": BETTER_WORDS,
  "sources.how": HOW_WORDS,
};

/** A rule tab whose headers also list the words that their column takes, in both languages. */
function withWords(tab: ShownTab): ShownTab {
  const listed = (column: ShownColumn): ShownColumn => {
    const words = FIXED_WORDS[`${tab.kind}.${column.key}`];
    if (!words) return column;
    const en = words.map(([word, chinese]) => `${word} (${chinese})`).join(", ");
    const zh = words.map(([word, chinese]) => `${chinese}（${word}）`).join("、");
    const help = {
      en: `${column.help.en}\n${label("allowedWords", "en", { words: en })}`,
      zh: `${column.help.zh}\n${label("allowedWords", "zh", { words: zh })}`,
    };
    return { ...column, help };
  };
  return { ...tab, columns: tab.columns.map(listed) };
}

/** Every setting, so that people find what there is to set: as the pack has it, else its default. */
function settingRows(lang: Lang, own: readonly PackRow[]): PackRow[] {
  const chosen = new Map(own.map((row) => [row.setting, row.value]));
  return SETTING_SPECS.map(({ key, zh, standard }) => {
    const setting = lang === "zh" ? zh : key;
    return { setting, value: chosen.get(setting) ?? standard };
  });
}

function settingNotes(lang: Lang): RowNotes {
  return SETTING_SPECS.map((spec) => settingNote(spec, lang));
}

/** What a setting does and which values it takes. */
function settingNote({ help, allowed, standard }: SettingSpec, lang: Lang): string {
  const words = allowed.map((word) => (word === "number" ? label("anyNumber", lang) : word));
  const values = { allowed: words.join(lang === "zh" ? "、" : ", "), standard };
  return `${help[lang]}\n${label("settingValues", lang, values)}`;
}

/** Names of the tabs that hold anything. */
export function filledTabs(grids: readonly Grid[]): string[] {
  return grids.filter((grid) => grid.rows.length > 0).map((grid) => grid.name);
}
