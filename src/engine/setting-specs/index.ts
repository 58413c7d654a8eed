import type { MissingPolicy, SettingKey, Settings } from "../settings";
import { LIFE_SETTING_SPECS } from "./life";
import { PAY_SETTING_SPECS } from "./pay";
import { SOURCE_SETTING_SPECS } from "./sources";
import type { SettingSpecOf } from "./spec";

/** One setting as the Settings tab knows it. */
export type SettingSpec = SettingSpecOf<Settings, SettingKey>;

const YES_NO = ["include", "exclude"] as const;

function teamSwitch(
  key: SettingKey,
  zh: string,
  field: "teamSelf" | "teamProbation" | "teamManagers" | "teamEarlyLeavers",
  helpEn: string,
  helpZh: string,
): SettingSpec {
  return {
    key,
    zh,
    standard: "include",
    allowed: YES_NO,
    help: { en: helpEn, zh: helpZh },
    apply: (settings, value) => ({ ...settings, [field]: value === "include" }),
  };
}

/** Every setting with its key, default and allowed values (READINGS 3.23). */
export const SETTING_SPECS: readonly SettingSpec[] = [
  {
    key: "missing",
    zh: "缺失处理",
    standard: "rescale",
    allowed: ["rescale", "zero", "full", "hold"],
    help: {
      en: "An item without data: rescale the other weights, count 0, count full, or hold the person.",
      zh: "考核项无数据时：其余权重按比例放大（rescale）、计 0 分（zero）、计满分（full）或暂缓发放（hold）。",
    },
    apply: (settings, value) => ({ ...settings, missing: value as MissingPolicy }),
  },
  {
    key: "score_decimals",
    zh: "得分小数位",
    standard: "2",
    allowed: ["2", "1", "0", "full"],
    help: {
      en: "Decimals of the score before it meets money; full keeps it exact.",
      zh: "得分参与计薪前保留的小数位；full 为不取整。",
    },
    apply: (settings, value) => ({ ...settings, scoreDecimals: value === "full" ? null : Number(value) }),
  },
  {
    key: "score_ceiling",
    zh: "得分上限",
    standard: "none",
    allowed: ["none", "number"],
    help: { en: "Highest score.", zh: "得分的最高值。" },
    apply: (settings, _value, number) => ({ ...settings, scoreCeiling: number }),
  },
  {
    key: "lower_attainment",
    zh: "越低越好达成率",
    standard: "ratio",
    allowed: ["ratio", "mirror"],
    help: {
      en: "Where lower is better: ratio is target ÷ actual, mirror is 2 − actual ÷ target.",
      zh: "越低越好的指标：ratio 为目标÷实际，mirror 为 2−实际÷目标。",
    },
    apply: (settings, value) => ({ ...settings, lowerAttainment: value === "mirror" ? "mirror" : "ratio" }),
  },
  teamSwitch("team_self", "团队平均含本人", "teamSelf", "Own value in team values.", "团队值是否含本人。"),
  teamSwitch(
    "team_probation",
    "团队平均含试用期",
    "teamProbation",
    "People on probation in team values.",
    "团队值是否含试用期员工。",
  ),
  teamSwitch(
    "team_managers",
    "团队平均含主管",
    "teamManagers",
    "Managers in team values.",
    "团队值是否含主管。",
  ),
  teamSwitch(
    "team_early_leavers",
    "团队平均含月中前离职",
    "teamEarlyLeavers",
    "People who left before the 15th in team values.",
    "团队值是否含 15 日前离职的员工。",
  ),
  {
    key: "proration",
    zh: "折算依据",
    standard: "scheduled",
    allowed: ["scheduled", "calendar"],
    help: {
      en: "Part months by scheduled days where the whole schedule is known, or by calendar days.",
      zh: "不足月按应出勤天数（排班完整时）或自然日折算。",
    },
    apply: (settings, value) => ({ ...settings, proration: value === "calendar" ? "calendar" : "scheduled" }),
  },
  {
    key: "high_rates",
    zh: "高提成点",
    standard: "ask",
    allowed: ["ask", "allow"],
    help: { en: "Ask about tier rates above 5 %.", zh: "提成点高于 5% 时是否提醒。" },
    apply: (settings, value) => ({ ...settings, askHighRates: value === "ask" }),
  },
  {
    key: "language",
    zh: "语言",
    standard: "auto",
    allowed: ["auto", "en", "zh"],
    help: { en: "Language of the tabs that are made.", zh: "生成工作表的语言。" },
    apply: (settings, value) => ({ ...settings, language: value as Settings["language"] }),
  },
  ...PAY_SETTING_SPECS.map(
    ({ apply, ...spec }): SettingSpec => ({
      ...spec,
      apply: (settings, value, number) => ({ ...settings, ...apply(settings, value, number) }),
    }),
  ),
  ...LIFE_SETTING_SPECS.map(
    ({ apply, ...spec }): SettingSpec => ({
      ...spec,
      apply: (settings, value, number) => ({ ...settings, life: apply(settings.life, value, number) }),
    }),
  ),
  ...SOURCE_SETTING_SPECS.map(
    ({ apply, ...spec }): SettingSpec => ({
      ...spec,
      apply: (settings, value, number) => ({ ...settings, sources: apply(settings.sources, value, number) }),
    }),
  ),
];
