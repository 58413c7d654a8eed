/** What Set up and Load sample data write, without any service. */
import type { Grid } from "./engine/grid";
import { SETTING_SPECS, type SettingSpec } from "./engine/settings";
import { listRuleTabs } from "./month";
import { describePastedTab, describeRuleTab, type RowNotes } from "./report/rule-tab";
import type { TabDescription } from "./report/tab";
import { shownTabs } from "./rules/column-help";
import { RULE_TABS } from "./rules/columns";
import type { Pack, PackRow } from "./rules/pack";
import { packTabs } from "./rules/packs/index";
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
  const rows = {
    settings: settingRows(lang),
    ...packTabs(pack, lang),
    ...(withSample ? sampleRules(pack, lang) : {}),
  };
  const missing = shownTabs().filter(({ kind }) => !present.has(kind));
  const rules = missing.map((spec) =>
    describeRuleTab(spec, rows[spec.kind] ?? [], lang, spec.kind === "settings" ? settingNotes(lang) : []),
  );
  const raw = withSample ? sampleWorkbook().map(describePastedTab) : [];
  const kept = RULE_TABS.flatMap(({ kind }) => present.get(kind) ?? []);
  return { tabs: [...rules, ...raw], kept };
}

/** Every setting with its default, so that people find what there is to set. */
function settingRows(lang: Lang): PackRow[] {
  return SETTING_SPECS.map((spec) => ({ setting: lang === "zh" ? spec.zh : spec.key, value: spec.standard }));
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
