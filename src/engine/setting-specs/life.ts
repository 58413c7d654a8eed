import { Exact } from "../exact";
import { LIFE_DEFAULTS, type LifeSettingKey, type LifeSettings } from "../settings-life";
import type { SettingSpecOf } from "./spec";

const MOST_LATE_MONTHS = 12;

/** The settings of a month's life with key, default and allowed values. */
export const LIFE_SETTING_SPECS: readonly SettingSpecOf<LifeSettings, LifeSettingKey>[] = [
  {
    key: "second_person",
    zh: "双人复核",
    standard: "no",
    allowed: ["no", "yes"],
    help: {
      en: "yes: a month is approved by somebody else than who checked it.",
      zh: "yes（是）：审批人不得与核对人为同一人。",
    },
    apply: (settings, value) => ({ ...settings, secondPerson: value === "yes" }),
  },
  {
    key: "recovery_limit",
    zh: "追回上限",
    standard: "20%",
    allowed: ["none", "number"],
    help: {
      en: "Largest share of a month's pay that is taken back for closed months; the rest waits.",
      zh: "每月因往月更正而追回的金额占当月工资的最高比例；其余结转下月。",
    },
    most: Exact.ONE,
    apply: (settings, _value, number) => ({ ...settings, recoveryLimit: number }),
  },
  {
    key: "late_months",
    zh: "迟到数据月数",
    standard: "3",
    allowed: ["number"],
    help: {
      en: "How many locked months are looked through for late data; 0 for none.",
      zh: "检查迟到数据时向前看几个已锁定月份；0 表示不检查。",
    },
    most: Exact.integer(MOST_LATE_MONTHS),
    apply: (settings, _value, number) => ({
      ...settings,
      lateMonths: number ? Math.floor(number.toNumber()) : LIFE_DEFAULTS.lateMonths,
    }),
  },
];
