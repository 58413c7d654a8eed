import { Exact, type Rounding } from "./exact";

/** Keys of the settings of this file: rounding, team values of closed months, grades, warnings. */
export type PaySettingKey =
  | "rounding"
  | "team_part_months"
  | "team_best_minimum"
  | "grade_metric"
  | "grade_met"
  | "grade_met_score"
  | "minimum_wage"
  | "deduction_limit"
  | "probation_pay";

/** The switches of rounding, team values, grades and warnings about pay. */
export interface PaySettings {
  /** What a blank Round on Pay means. */
  readonly rounding: { readonly step: Exact; readonly rounding: Rounding };
  /** Members of a team with a part of the month: by their share of it, or as one head. */
  readonly teamPartMonths: "weighted" | "whole";
  /** Least denominator of somebody who can be the best of a closed month. */
  readonly teamBestMinimum: number;
  /** Metric whose attainment says whether a month is met for the grade. */
  readonly gradeMetric: string;
  readonly gradeMet: "attainment" | "attainment_and_score";
  /** Least score of a month that is met, for `attainment_and_score`. */
  readonly gradeMetScore: Exact;
  /** Monthly minimum wage; null: not checked. */
  readonly minimumWage: Exact | null;
  /** Largest share of negative lines in the positive ones, without a warning; null: not checked. */
  readonly deductionLimit: Exact | null;
  /** Least base pay on probation as a share of the grade's, without a warning; null: not checked. */
  readonly probationPay: Exact | null;
}

/** Defaults of the settings of this file. */
export const PAY_DEFAULTS: PaySettings = {
  rounding: { step: Exact.CENT, rounding: "half-up" },
  teamPartMonths: "weighted",
  teamBestMinimum: 30,
  gradeMetric: "sales",
  gradeMet: "attainment",
  gradeMetScore: Exact.integer(60),
  minimumWage: null,
  deductionLimit: Exact.scaled(20, 2),
  probationPay: Exact.scaled(80, 2),
};
