import { metricsRows } from "../catalogue";
import type { Pack, Words } from "../pack";
import { bandRows, type DraftComponent, type DraftTable, FIXED, payRows } from "./language";
import { MORE_FIXED, type OwnMetric, ownMetricRows, type ScoringDraft, scorecardRows } from "./scorecard";

const PLAN: Words = { en: "Shop manager", zh: "店长" };

const ROI: Words = { en: "Return on advertising", zh: "广告投入产出比" };
const SALES: Words = { en: "Monthly sales", zh: "月销售完成" };
const PLANS: Words = { en: "Plans carried out", zh: "月周计划执行" };
const TEAM: Words = { en: "Team progress", zh: "团队工作进度" };
const COOPERATION: Words = { en: "Cooperation", zh: "岗位配合" };
const DISCIPLINE: Words = { en: "Discipline", zh: "纪律品行" };
const ACTIVITY: Words = { en: "Activity adopted", zh: "活动被采纳" };
const ROI_BONUS: Words = { en: "Return above 120 %", zh: "产出比超过120%" };
const SALES_BONUS: Words = { en: "Sales above 120 %", zh: "销售超过120%" };
const PLANS_BONUS: Words = { en: "Plans fully carried out", zh: "计划全部执行" };
const GOODS_BONUS: Words = { en: "Goods that sell well", zh: "推荐热销新品" };
const TEAM_BONUS: Words = { en: "Team work complete", zh: "团队工作全部完成" };

/** Figures that somebody enters on Manual scores. */
const OWN_METRICS: readonly OwnMetric[] = [
  ["plan_completion", "Completion of plans", "计划完成率", "", "%"],
  ["team_completion", "Completion of team work", "团队工作完成率", "", "%"],
  ["recommended_goods", "Goods recommended", "推荐新品数", "", "count"],
];

const banded = (item: Words, metric: string, weight: number, measure: Words): ScoringDraft => ({
  item,
  kind: FIXED.points,
  metric,
  weight,
  method: MORE_FIXED.bandPoints,
  measure,
});

const rated = (item: Words, kind: Words): ScoringDraft => ({
  item,
  kind,
  metric: item,
  weight: 5,
  method: MORE_FIXED.manual,
});

const extra = (item: Words, metric: string, measure: Words): ScoringDraft => ({
  ...banded(item, metric, 5, measure),
  kind: MORE_FIXED.bonus,
});

// The bonus for return, sales, plans and team repeats the top band on purpose: so does the article.
const ITEMS: readonly ScoringDraft[] = [
  banded(ROI, "roi", 20, FIXED.attainment),
  banded(SALES, "sales", 30, FIXED.attainment),
  banded(PLANS, "plan_completion", 20, FIXED.value),
  banded(TEAM, "team_completion", 20, FIXED.value),
  rated(COOPERATION, FIXED.points),
  rated(DISCIPLINE, FIXED.points),
  rated(ACTIVITY, MORE_FIXED.bonus),
  extra(ROI_BONUS, "roi", FIXED.attainment),
  extra(SALES_BONUS, "sales", FIXED.attainment),
  extra(PLANS_BONUS, "plan_completion", FIXED.value),
  extra(GOODS_BONUS, "recommended_goods", FIXED.value),
  extra(TEAM_BONUS, "team_completion", FIXED.value),
];

const table = (name: Words, rows: DraftTable["rows"]): DraftTable => ({
  table: name,
  when: FIXED.atLeast,
  rows,
});

const bonusFrom = (name: Words, threshold: string | number): DraftTable =>
  table(name, [
    [threshold, 5],
    ["", 0],
  ]);

const TABLES: readonly DraftTable[] = [
  table(ROI, [
    ["120%", 20],
    ["100%", 15],
    ["80%", 10],
    ["60%", 5],
    ["", 0],
  ]),
  table(SALES, [
    ["100%", 30],
    ["90%", 25],
    ["80%", 20],
    ["70%", 15],
    ["", 10],
  ]),
  table(PLANS, [
    ["100%", 20],
    ["90%", 15],
    ["80%", 10],
    ["", 5],
  ]),
  table(TEAM, [
    ["100%", 20],
    ["90%", 15],
    ["80%", 10],
    ["70%", 5],
    ["", 0],
  ]),
  bonusFrom(ROI_BONUS, "120%"),
  bonusFrom(SALES_BONUS, "120%"),
  bonusFrom(PLANS_BONUS, "100%"),
  bonusFrom(GOODS_BONUS, 4),
  bonusFrom(TEAM_BONUS, "100%"),
];

const PAY: readonly DraftComponent[] = [
  ["base", { en: "Base pay", zh: "底薪" }, "=base"],
  ["performance", { en: "Performance pay", zh: "绩效工资" }, "=3000*score/100"],
];

/** The shop's month, 100 points and at most 30 of bonus; pay = base + 3,000 x score/100. */
export const SHOP_MANAGER: Pack = {
  name: "shop-manager",
  label: { en: "Shop manager: the shop's month", zh: "店长：店铺运营考核" },
  help: {
    en: "Return on advertising and sales are measured against Targets: a row for roi (5 for the basic 1 to 5) and one for sales. Plans and team work are percentages (88%), goods recommended a number, cooperation and discipline 0 to 5 points, an adopted activity 0 or 5: all on Manual scores, with who entered them and why. The shop's own figures reach the manager by a Person column that holds the shop's name, with that name among the manager's Accounts; ad_spend and ad_sales may also be entered on Manual scores. 100 points and at most 30 of bonus. For the strict reading of above 120 % write above for at least in the rows of 120 % in Bands. Pay = base + 3,000 × score ÷ 100, so at most 3,900.",
    zh: "广告投入产出比和销售额对照“目标”表：roi 一行（基本比例 1:5 填 5），sales 一行。计划和团队工作填百分比（88%），推荐新品填个数，岗位配合和纪律品行填 0 到 5 分，活动被采纳填 0 或 5：都写在“主管评分”表，注明评分人和原因。店铺数据归到店长：员工列填店铺名，并把店铺名写进店长的“账号”；ad_spend 和 ad_sales 也可写在“主管评分”表。满分 100，加分最多 30。如“超过 120%”按严格大于，请把“档位”中 120% 各行的“至少”改为“高于”。工资＝底薪＋3000×得分÷100，最多 3900。",
  },
  source: {
    en: "Every item, band, point and bonus, and the ratio of 1 to 5: a published article on the KPI of a Taobao shop (004). Read so: each lower edge belongs to its band, above 120 % means 120 % or more, and a return below 60 % gives 0, of which the article is silent. The pack's own choice: 3,000 × score ÷ 100.",
    zh: "全部考核项、档位、分值和加分，以及 1:5 的基本比例：公开文章（004，淘宝 KPI）。读法：各档含下限，“超过 120%”按 120% 及以上，产出比低于 60% 计 0 分（文章未写）。本方案自定：3000×得分÷100。",
  },
  tabs: (lang) => ({
    metrics: [...metricsRows(), ...ownMetricRows(OWN_METRICS)],
    scoring: scorecardRows(lang, PLAN, ITEMS),
    bands: bandRows(lang, PLAN, TABLES),
    pay: payRows(lang, PLAN, PAY),
  }),
};
