import type { Exact } from "./exact";
import type { Issue } from "./issue";
import { LIFE_DEFAULTS, type LifeSettingKey, type LifeSettings } from "./settings-life";
import { PAY_DEFAULTS, type PaySettingKey, type PaySettings } from "./settings-pay";
import { DEFAULT_SOURCE_SETTINGS, type SourceSettingKey, type SourceSettings } from "./settings-sources";

/** What becomes of a score item without data. */
export type MissingPolicy = "rescale" | "zero" | "full" | "hold";

/** The switches of a workbook, as they hold in a month. Every one has a documented default. */
export interface Settings extends PaySettings {
  readonly missing: MissingPolicy;
  /** Decimals to which the score is rounded before it meets money; null: full precision. */
  readonly scoreDecimals: number | null;
  /** Highest score; null: none. */
  readonly scoreCeiling: Exact | null;
  /** Attainment where lower is better: target ÷ actual, or 2 − actual ÷ target. */
  readonly lowerAttainment: "ratio" | "mirror";
  /** Who counts in team values. */
  readonly teamSelf: boolean;
  readonly teamProbation: boolean;
  readonly teamManagers: boolean;
  readonly teamEarlyLeavers: boolean;
  /** Part months by scheduled days where the whole schedule is known, or always by calendar days. */
  readonly proration: "scheduled" | "calendar";
  /** Ask about tier rates above 5 %. */
  readonly askHighRates: boolean;
  /** Language of the tabs that the add-on writes. */
  readonly language: "auto" | "en" | "zh";
  /** How pasted tabs become measures. */
  readonly sources: SourceSettings;
  /** How months are approved and corrected. */
  readonly life: LifeSettings;
  /** Settings whose value cannot be used, by key: they hold whoever's numbers need them. */
  readonly broken: ReadonlyMap<SettingKey, Issue>;
}

/** Keys of the settings that numbers depend on. */
export type SettingKey =
  | SourceSettingKey
  | LifeSettingKey
  | "missing"
  | "score_decimals"
  | "score_ceiling"
  | "lower_attainment"
  | "team_self"
  | "team_probation"
  | "team_managers"
  | "team_early_leavers"
  | "proration"
  | "high_rates"
  | "language"
  | PaySettingKey;

/** What holds where the Settings tab says nothing. */
export const DEFAULT_SETTINGS: Settings = {
  missing: "rescale",
  scoreDecimals: 2,
  scoreCeiling: null,
  lowerAttainment: "ratio",
  teamSelf: true,
  teamProbation: true,
  teamManagers: true,
  teamEarlyLeavers: true,
  proration: "scheduled",
  askHighRates: true,
  language: "auto",
  ...PAY_DEFAULTS,
  sources: DEFAULT_SOURCE_SETTINGS,
  life: LIFE_DEFAULTS,
  broken: new Map(),
};
