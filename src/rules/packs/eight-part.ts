import { metricsRows } from "../catalogue";
import type { Pack, Words } from "../pack";
import {
  bandRows,
  type DraftComponent,
  type DraftItem,
  type DraftTable,
  FIXED,
  inLanguage,
  payRows,
  scoringRows,
} from "./language";
import {
  attendanceBands,
  conversionBands,
  orderValueBands,
  replyBands,
  responseBands,
  targetBands,
} from "./templates";

const PLAN: Words = { en: "Eight-part", zh: "八项考核" };

const ATTAINMENT: Words = { en: "Sales attainment", zh: "销售达成" };
const CONVERSION: Words = { en: "Conversion", zh: "咨询转化" };
const ORDER_VALUE: Words = { en: "Average order value", zh: "有效客单价" };
const REPLY: Words = { en: "Reply rate", zh: "旺旺回复" };
const FIRST_RESPONSE: Words = { en: "First response", zh: "首次响应" };
const COST: Words = { en: "After-sale cost", zh: "售后花费" };
const HANDLED: Words = { en: "After-sale cases", zh: "售后处理" };
const ATTENDANCE: Words = { en: "Attendance", zh: "人事考勤" };
const COMMISSION: Words = { en: "commission", zh: "提成点" };

const ITEMS: readonly DraftItem[] = [
  [ATTAINMENT, "sales", 30, FIXED.bands, FIXED.attainment],
  [CONVERSION, "conversion", 20, FIXED.bands, FIXED.value],
  [ORDER_VALUE, "aov", 15, FIXED.bands, FIXED.value],
  [REPLY, "reply_rate", 10, FIXED.bands, FIXED.value],
  [FIRST_RESPONSE, "first_response", 10, FIXED.bands, FIXED.value],
  [COST, "aftersale_cost_per_case", 5, FIXED.bands, FIXED.value],
  [HANDLED, "aftersale_handled", 5, FIXED.bands, FIXED.value],
  [ATTENDANCE, "attendance_incidents", 5, FIXED.bands, FIXED.value],
];

const TABLES: readonly DraftTable[] = [
  targetBands(ATTAINMENT),
  conversionBands(CONVERSION),
  orderValueBands(ORDER_VALUE),
  replyBands(REPLY),
  responseBands(FIRST_RESPONSE),
  {
    table: COST,
    when: FIXED.upTo,
    rows: [
      [2, 100],
      [3, 80],
      [4, 60],
      ["", 0],
    ],
  },
  {
    table: HANDLED,
    when: FIXED.atLeast,
    rows: [
      [60, 100],
      [50, 80],
      [40, 60],
      ["", 0],
    ],
  },
  attendanceBands(ATTENDANCE),
  {
    table: COMMISSION,
    when: FIXED.atLeast,
    rows: [
      ["120%", "0.4%"],
      ["100%", "0.2%"],
      ["", "0.1%"],
    ],
  },
];

// Probation overrides attainment: an attainment of 0 reaches the lowest tier and needs no target.
const PERFORMANCE: Words = {
  en: '=score/100*TEAM.AVERAGE(sales)*RATE("commission",IF(probation,0,ATTAINMENT(sales)))',
  zh: '=score/100*TEAM.AVERAGE(sales)*RATE("提成点",IF(probation,0,ATTAINMENT(sales)))',
};

const PAY: readonly DraftComponent[] = [
  ["base", { en: "Base pay", zh: "底薪" }, "=base"],
  ["performance", { en: "Performance pay", zh: "绩效工资" }, PERFORMANCE, "=score>=60"],
];

// Three months met: the next grade; two: the same; one: A0; none: a person looks at it.
const GRADES: readonly (readonly [string, number, string])[] = [
  ["A0", 1800, "A1"],
  ["A1", 2000, "A2"],
  ["A2", 2500, "A3"],
  ["A3", 3000, "A4"],
  ["A4", 3500, "A4"],
];

/** Eight scored items of 100 points; pay = base + score/100 x team average of sales x tier rate. */
export const EIGHT_PART: Pack = {
  name: "eight-part",
  label: { en: "Eight-part score, team sales", zh: "八项考核 × 人均销售额" },
  help: {
    en: "Pay = base of the grade + score ÷ 100 × the team's average sales × a rate of 0.1 %, 0.2 % or 0.4 % by the person's own sales attainment. Below 60 points there is no performance pay. Sales are taken as the export gives them: switch on there that refunds are deducted, or write net_sales for sales in Pay and Scoring. In the last month of a quarter Checks tell HR who moves up or down, stays, or has to be looked at, by the months whose sales target was met; a move is a new row in Staff. One month met leads to A0; for one step down name the grade below under 1 met in Grades.",
    zh: "工资＝等级底薪＋得分÷100×团队人均销售额×提成点（0.1%、0.2% 或 0.4%，按本人销售达成率）。低于 60 分不发绩效工资。销售额按导出表的口径：请在导出时选择扣除退款，或把“薪酬”和“评分”里的 sales 改为 net_sales。每季度最后一个月，“检查”表按销售达标月数告知人事谁升级、降级、不变或需复核；调整等级须在“员工”表加一行。1 个月达标降到 A0；如只降一级，请在“等级”表“1个月达标”填下一级。",
  },
  source: {
    en: "The eight items, 100 points, the pay formula, rates, the gate of 60 and the grades: a published article on training service staff (002). Bands of sales attainment, conversion, order value, reply rate, first response and attendance: public template m.777doc.com/doc-7212041.html. The pack's own choice: the weights 30/20/15/10/10/5/5/5 and the bands of after-sale cost and of cases handled.",
    zh: "八项指标、满分 100、工资公式、提成点、60 分门槛和等级：公开文章（002，客服培养）。销售达成、转化、客单价、回复、首次响应和考勤的档位：公开模板 m.777doc.com/doc-7212041.html。本方案自定：权重 30/20/15/10/10/5/5/5，以及售后花费和售后处理的档位。",
  },
  tabs: (lang) => ({
    metrics: metricsRows(),
    scoring: scoringRows(lang, PLAN, ITEMS),
    bands: bandRows(lang, PLAN, TABLES),
    pay: payRows(lang, PLAN, PAY),
    grades: inLanguage(
      lang,
      ["grade", "basePay", "met3", "met2", "met1", "met0"],
      GRADES.map(([grade, basePay, next]) => [grade, basePay, next, grade, "A0", "review"]),
    ),
  }),
};
