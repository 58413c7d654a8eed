import { Exact } from "./exact";

/** Keys of the settings of a month's life. */
export type LifeSettingKey = "second_person" | "recovery_limit" | "late_months";

/** How months are approved and corrected. */
export interface LifeSettings {
  /** Whoever checked a month may not approve it. */
  readonly secondPerson: boolean;
  /** Largest share of a month's pay that is taken back for closed months; null: no limit. */
  readonly recoveryLimit: Exact | null;
  /** How many locked months are looked through for late data. */
  readonly lateMonths: number;
}

/** What holds where the Settings tab says nothing. */
export const LIFE_DEFAULTS: LifeSettings = {
  secondPerson: false,
  recoveryLimit: Exact.scaled(20, 2),
  lateMonths: 3,
};
