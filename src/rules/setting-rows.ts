import { readNumber } from "../engine/cell";
import { Exact } from "../engine/exact";
import type { Problem } from "../engine/formula/value";
import type { Issue } from "../engine/issue";
import { nameKey } from "../engine/name";
import { SETTING_SPECS, type SettingSpec } from "../engine/setting-specs/index";
import { DEFAULT_SETTINGS, type SettingKey, type Settings } from "../engine/settings";
import { unknownMetric } from "./metrics";
import type { RuleRow } from "./row";

/**
 * The Settings tab; what it does not say is as documented. Unknown keys and values are errors, and a
 * setting that stands twice has no value: neither row wins.
 */
export function readSettings(rows: readonly RuleRow[], issues: Issue[]): Settings {
  const broken = new Map<SettingKey, Issue>();
  const seen = new Map<SettingKey, RuleRow>();
  let settings = DEFAULT_SETTINGS;
  for (const row of rows) {
    const spec = findSetting(row.text("setting"));
    if (!spec) row.report("setting", unknownSetting(row));
    else settings = applySetting(settings, spec, row, seen.get(spec.key));
    const [problem] = row.problems;
    if (spec) seen.set(spec.key, row);
    if (spec && problem) broken.set(spec.key, problem);
    issues.push(...row.problems);
  }
  return { ...settings, broken };
}

/** Settings whose metric of the grades is no metric: the quarter is not reviewed until it is mended. */
export function checkGradeMetric(
  settings: Settings,
  rows: readonly RuleRow[],
  isMetric: (name: string) => boolean,
  issues: Issue[],
): Settings {
  const row = rows.find((one) => findSetting(one.text("setting"))?.key === "grade_metric");
  if (!row || settings.broken.has("grade_metric") || isMetric(settings.gradeMetric)) return settings;
  const issue = unknownMetric(row, "value", settings.gradeMetric);
  issues.push(issue);
  return { ...settings, broken: new Map([...settings.broken, ["grade_metric", issue]]) };
}

function findSetting(name: string): SettingSpec | undefined {
  const key = nameKey(name).replace(/[\s-]+/g, "_");
  return SETTING_SPECS.find((one) => one.key === key || one.zh === key);
}

function unknownSetting(row: RuleRow): Problem {
  const allowed = SETTING_SPECS.map((one) => one.key).join(", ");
  return { code: "unknown-setting", values: { setting: row.text("setting"), allowed } };
}

function applySetting(
  settings: Settings,
  spec: SettingSpec,
  row: RuleRow,
  twice: RuleRow | undefined,
): Settings {
  if (twice) {
    const values = { setting: spec.key, other: String(twice.place("setting").row ?? "") };
    row.report("setting", { code: "setting-twice", values });
    return settings;
  }
  const typed = row.text("value");
  const meant = [nameKey(typed), ...(SYNONYMS.get(nameKey(typed)) ?? [])];
  const word = spec.allowed.find((one) => !KINDS_OF_VALUE.has(one) && meant.includes(one));
  if (word !== undefined) return spec.apply(settings, word, null);
  const number = spec.allowed.includes("number") ? numberOf(row) : null;
  const isBeyond = number !== null && spec.most !== undefined && number.compare(spec.most) > 0;
  if (number && !isBeyond) return spec.apply(settings, typed, number);
  if (spec.allowed.includes("text")) return spec.apply(settings, typed, null);
  const values = { setting: spec.key, text: typed, allowed: spec.allowed.join(", "), ...limitOf(spec) };
  const code = isBeyond ? tooLargeCode(spec) : "unknown-setting-value";
  row.report("value", { code, values });
  return settings;
}

/** The largest number of a setting: of a share as a percentage. */
function limitOf({ most }: SettingSpec): { most?: string } {
  if (!most) return {};
  return { most: isShare(most) ? most.times(Exact.HUNDRED).toText() : most.toText() };
}

function tooLargeCode({ most }: SettingSpec): string {
  return most && isShare(most) ? "setting-share-too-large" : "setting-too-large";
}

function isShare(most: Exact): boolean {
  return most.compare(Exact.ONE) <= 0;
}

/** What else people write for an allowed value; a ticked box among it. */
const SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map([
  ...["yes", "是", "true"].map((word): [string, string[]] => [word, ["yes", "include"]]),
  ...["no", "否", "false"].map((word): [string, string[]] => [word, ["no", "exclude"]]),
  ["无", ["none"]],
  ["自动", ["auto"]],
  ["中文", ["zh"]],
  ["英文", ["en"]],
]);

/** Words of a setting's allowed values that stand for a kind of value, not for themselves. */
const KINDS_OF_VALUE: ReadonlySet<string> = new Set(["number", "text"]);

/** The number of a setting, `20%` and `2,360` among them; null for anything below 0 or unreadable. */
function numberOf(row: RuleRow): Exact | null {
  const reading = readNumber(row.cell("value"));
  return reading.kind === "value" && reading.value.sign() >= 0 ? reading.value : null;
}
