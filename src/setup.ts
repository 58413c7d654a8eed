/** What Set up and Load sample data write, without any service. */
import type { Month } from "./engine/calendar";
import type { Grid } from "./engine/grid";
import { SETTING_SPECS, type SettingSpec } from "./engine/setting-specs/index";
import { listRuleTabs } from "./month";
import { type ColumnLists, describePastedTab, describeRuleTab, type RowNotes } from "./report/rule-tab";
import type { TabDescription } from "./report/tab";
import { type ShownColumn, type ShownTab, shownTabs } from "./rules/column-help";
import { RULE_TABS, type RuleTabKind } from "./rules/columns";
import type { Pack, PackRow } from "./rules/pack";
import { packTabs } from "./rules/packs/index";
import {
  BETTER_WORDS,
  findWord,
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

/**
 * Every rule tab of a pack that the workbook lacks, with the sample shop's rows and exports if asked. With a
 * first month Targets gets a row for each metric that the pack compares with a target, to be filled in.
 */
export function planSetUp(
  grids: readonly Grid[],
  pack: Pack,
  lang: Lang,
  withSample: boolean,
  month: Month | null = null,
): SetUpPlan {
  const present = listRuleTabs(grids);
  const own = { ...packTabs(pack, lang), ...(withSample ? sampleRules(pack, lang) : {}) };
  const targets = own.targets ?? (month ? targetRows(own, month) : []);
  const rows = { ...own, targets, settings: settingRows(lang, own.settings ?? []) };
  const lists = columnLists(rows, lang);
  const missing = shownTabs()
    .filter(({ kind }) => !present.has(kind))
    .map(withWords);
  const rules = missing.map((spec) =>
    describeRuleTab(
      spec,
      rows[spec.kind] ?? [],
      lang,
      spec.kind === "settings" ? settingNotes(lang) : [],
      lists[spec.kind],
    ),
  );
  const raw = withSample ? sampleWorkbook().map(describePastedTab) : [];
  const kept = RULE_TABS.flatMap(({ kind }) => present.get(kind) ?? []);
  return { tabs: [...rules, ...raw], kept };
}

type RowsByTab = Readonly<Partial<Record<RuleTabKind, readonly PackRow[]>>>;

const MET = /\b(?:ATTAINMENT|TARGET)\(\s*"?([\p{L}_][\p{L}\p{N}_.]*)/giu;

/** A row of Targets for everybody and each metric that the rules compare with a target; its target is blank. */
function targetRows(rows: RowsByTab, month: Month): PackRow[] {
  const scored = (rows.scoring ?? []).filter(
    ({ method, measure }) =>
      isWord(MEASURE_WORDS, measure, "attainment") || (!measure && isWord(METHOD_WORDS, method, "ratio")),
  );
  const formulas = [...(rows.pay ?? []), ...(rows.scoring ?? [])].map(({ formula }) => String(formula ?? ""));
  const named = formulas.flatMap((formula) => Array.from(formula.matchAll(MET), ([, metric = ""]) => metric));
  const metrics = new Set([...scored.map(({ metric, item }) => String(metric || item || "")), ...named]);
  return [...metrics].map((metric) => ({ month: month.text, appliesTo: "*", metric }));
}

function isWord<Word extends string>(
  list: WordList<Word>,
  cell: string | number | undefined,
  word: Word,
): boolean {
  return findWord(list, String(cell ?? "")) === word;
}

/** The lists of values that rule tabs offer: fixed words in their language, plans and metrics by name. */
function columnLists(rows: RowsByTab, lang: Lang): Partial<Record<RuleTabKind, ColumnLists>> {
  const words = Object.entries(FIXED_WORDS).map(([name, list]) => {
    const [kind = "", key = ""] = name.split(".");
    return { kind: kind as RuleTabKind, key, values: list.map(([en, zh = en]) => (lang === "zh" ? zh : en)) };
  });
  const namesIn = (kind: RuleTabKind, key: string) => [
    ...new Set((rows[kind] ?? []).map((row) => String(row[key] ?? "")).filter((name) => name !== "")),
  ];
  const plans = namesIn("pay", "plan");
  const metrics = namesIn("metrics", "metric");
  const found: Partial<Record<RuleTabKind, Record<string, readonly string[]>>> = {};
  const more = [
    ...(["staff", "scoring", "bands", "pay"] as const).map((kind) => ({ kind, key: "plan", values: plans })),
    ...(["targets", "scoring", "manual"] as const).map((kind) => ({ kind, key: "metric", values: metrics })),
    { kind: "staff" as const, key: "grade", values: namesIn("grades", "grade") },
    { kind: "adjustments" as const, key: "reason", values: reasonCodes(lang) },
  ];
  for (const { kind, key, values } of [...words, ...more]) found[kind] = { ...found[kind], [key]: values };
  return found;
}

/** Why an adjustment is made: offered, with free text as welcome. */
const REASON_CODES: readonly (readonly [en: string, zh: string])[] = [
  ["refund", "退款"],
  ["complaint", "投诉"],
  ["attendance", "考勤"],
  ["correction", "更正"],
  ["award", "奖励"],
  ["other", "其他"],
];

function reasonCodes(lang: Lang): string[] {
  return REASON_CODES.map(([en, zh]) => (lang === "zh" ? zh : en));
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
  const words = allowed.map((word) =>
    word === "number" ? label("anyNumber", lang) : word === "text" ? label("anyText", lang) : word,
  );
  const values = { allowed: words.join(lang === "zh" ? "、" : ", "), standard };
  return `${help[lang]}\n${label("settingValues", lang, values)}`;
}

/** Names of the tabs that hold anything. */
export function filledTabs(grids: readonly Grid[]): string[] {
  return grids.filter((grid) => grid.rows.length > 0).map((grid) => grid.name);
}
