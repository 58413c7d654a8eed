import { Exact } from "../exact";
import { PAY_DEFAULTS, type PaySettingKey, type PaySettings } from "../settings-pay";
import type { SettingSpecOf } from "./spec";

type Spec = SettingSpecOf<PaySettings, PaySettingKey>;

/** What a blank Round on Pay may mean, by the word of the Settings tab. */
const ROUNDINGS: Readonly<Record<string, PaySettings["rounding"]>> = {
  "0.01": { step: Exact.CENT, rounding: "half-up" },
  "0.01 even": { step: Exact.CENT, rounding: "half-even" },
  "1": { step: Exact.ONE, rounding: "half-up" },
  "1 up": { step: Exact.ONE, rounding: "up" },
  "10": { step: Exact.integer(10), rounding: "half-up" },
  "10 up": { step: Exact.integer(10), rounding: "up" },
};

/** A setting that is a number, or `none`. `most` is the largest that makes sense. */
function numberSetting(
  key: PaySettingKey,
  zh: string,
  standard: string,
  help: Spec["help"],
  set: (number: Exact | null) => Partial<PaySettings>,
  most?: Exact,
): Spec {
  return {
    key,
    zh,
    standard,
    allowed: ["none", "number"],
    help,
    ...(most ? { most } : {}),
    apply: (settings, _value, number) => ({ ...settings, ...set(number) }),
  };
}

const ROUNDING: Spec = {
  key: "rounding",
  zh: "金额取整",
  standard: "0.01",
  allowed: Object.keys(ROUNDINGS),
  help: {
    en: "What a blank Round on Pay means: to the cent, the yuan or ten, half-up; even rounds halves to the even cent, up rounds up.",
    zh: "“薪酬”表“取整”留空时的含义：取整到分、元或十元，四舍五入；even 为四舍六入五成双，up 为向上取整。",
  },
  apply: (settings, value) => ({ ...settings, rounding: ROUNDINGS[value] ?? settings.rounding }),
};

const TEAM_PART_MONTHS: Spec = {
  key: "team_part_months",
  zh: "团队平均不足月",
  standard: "weighted",
  allowed: ["weighted", "whole"],
  help: {
    en: "Somebody with a part of the month in team averages: weighted counts the part, whole counts one head.",
    zh: "团队平均中不足月的员工：weighted 按在职天数折算，whole 按一人计。",
  },
  apply: (settings, value) => ({ ...settings, teamPartMonths: value === "whole" ? "whole" : "weighted" }),
};

const GRADE_METRIC: Spec = {
  key: "grade_metric",
  zh: "等级达标指标",
  standard: PAY_DEFAULTS.gradeMetric,
  allowed: ["text"],
  help: {
    en: "The metric whose attainment says whether a month is met for the grade. It needs a target.",
    zh: "判断当月是否达标的指标，按其达成率判断，须有目标。",
  },
  apply: (settings, value) => ({ ...settings, gradeMetric: value || settings.gradeMetric }),
};

const GRADE_MET: Spec = {
  key: "grade_met",
  zh: "等级达标条件",
  standard: "attainment",
  allowed: ["attainment", "attainment_and_score"],
  help: {
    en: "A month is met at an attainment of 100 % and more; attainment_and_score asks for the score of grade_met_score as well.",
    zh: "达成率满 100% 即为达标（attainment）；attainment_and_score 还要求得分达到“等级达标分数”。",
  },
  apply: (settings, value) => ({
    ...settings,
    gradeMet: value === "attainment_and_score" ? "attainment_and_score" : "attainment",
  }),
};

const GRADE_MET_SCORE: Spec = {
  key: "grade_met_score",
  zh: "等级达标分数",
  standard: "60",
  allowed: ["number"],
  help: {
    en: "The least score of a month that is met, where grade_met is attainment_and_score.",
    zh: "“等级达标条件”为 attainment_and_score 时，达标月份的最低得分。",
  },
  apply: (settings, _value, number) => ({ ...settings, gradeMetScore: number ?? settings.gradeMetScore }),
};

const TEAM_BEST_MINIMUM: Spec = {
  key: "team_best_minimum",
  zh: "团队最高最少人数",
  standard: String(PAY_DEFAULTS.teamBestMinimum),
  allowed: ["number"],
  help: {
    en: "In PREVIOUS(TEAM.BEST(x)) of a rate, only people count whose denominator (for conversion the inquirers) is at least this.",
    zh: "PREVIOUS(TEAM.BEST(x)) 取比率时，分母（如转化率的询单人数）达到此数的人才参与。",
  },
  apply: (settings, _value, number) => ({
    ...settings,
    teamBestMinimum: number?.toNumber() ?? settings.teamBestMinimum,
  }),
};

const MINIMUM_WAGE = numberSetting(
  "minimum_wage",
  "最低工资",
  "none",
  {
    en: "The monthly minimum wage of the place. A total below it (by days employed in a part month) gives a warning to HR; pay is unchanged.",
    zh: "当地月最低工资标准。应发合计低于此数（不足月按在职天数折算）时提醒人事，不影响工资。",
  },
  (minimumWage) => ({ minimumWage }),
);

const DEDUCTION_LIMIT = numberSetting(
  "deduction_limit",
  "扣款比例上限",
  "20%",
  {
    en: "Negative lines above this share of the positive lines give a warning to HR; pay is unchanged.",
    zh: "扣款超过应发项目的此比例时提醒人事，不影响工资。",
  },
  (deductionLimit) => ({ deductionLimit }),
  Exact.ONE,
);

const PROBATION_PAY = numberSetting(
  "probation_pay",
  "试用期底薪比例",
  "80%",
  {
    en: "Somebody on probation whose base pay is below this share of the grade's gives a warning to HR; pay is unchanged.",
    zh: "试用期员工的底薪低于等级底薪的此比例时提醒人事，不影响工资。",
  },
  (probationPay) => ({ probationPay }),
  Exact.ONE,
);

/** Settings of rounding, team values of closed months, grades, and warnings about pay. */
export const PAY_SETTING_SPECS: readonly Spec[] = [
  ROUNDING,
  TEAM_PART_MONTHS,
  TEAM_BEST_MINIMUM,
  GRADE_METRIC,
  GRADE_MET,
  GRADE_MET_SCORE,
  MINIMUM_WAGE,
  DEDUCTION_LIMIT,
  PROBATION_PAY,
];
