import { metricsRows } from "../catalogue";
import type { Pack, Words } from "../pack";
import {
  bandRows,
  type DraftComponent,
  type DraftItem,
  type DraftTable,
  FIXED,
  payRows,
  scoringRows,
} from "./language";
import { conversionBands } from "./templates";

const PLAN: Words = { en: "Sales team", zh: "销售团队" };

const ATTAINMENT: Words = { en: "Sales attainment", zh: "销售达成" };
const CONVERSION: Words = { en: "Conversion", zh: "咨询转化" };
const ORDER_VALUE: Words = { en: "Relative order value", zh: "相对客单价" };
const COMMISSION: Words = { en: "commission", zh: "提成点" };

// Measured against the team's own order value, so that it serves any price level and currency.
const RELATIVE_ORDER_VALUE: Words = {
  en: '=BAND("Relative order value",aov/TEAM.VALUE(aov))',
  zh: '=BAND("相对客单价",aov/TEAM.VALUE(aov))',
};

const ITEMS: readonly DraftItem[] = [
  [ATTAINMENT, "sales", 50, FIXED.ratio, FIXED.attainment],
  [CONVERSION, "conversion", 30, FIXED.bands, FIXED.value],
  [ORDER_VALUE, "aov", 20, FIXED.formula, "", RELATIVE_ORDER_VALUE],
];

const TABLES: readonly DraftTable[] = [
  conversionBands(CONVERSION),
  {
    table: ORDER_VALUE,
    when: FIXED.atLeast,
    rows: [
      ["110%", 20],
      ["100%", 16],
      ["90%", 12],
      ["", 0],
    ],
  },
  {
    table: COMMISSION,
    when: FIXED.atLeast,
    rows: [
      ["120%", "2%"],
      ["100%", "1.5%"],
      ["", "1%"],
    ],
  },
];

const PAY: readonly DraftComponent[] = [
  ["base", { en: "Base pay", zh: "底薪" }, "=base"],
  [
    "commission",
    { en: "Commission", zh: "提成" },
    { en: '=sales*RATE("commission",ATTAINMENT(sales))', zh: '=sales*RATE("提成点",ATTAINMENT(sales))' },
  ],
];

/** Three scored items for coaching; pay = base + own sales x a rate by sales attainment. */
export const SALES_TEAM: Pack = {
  name: "sales-team",
  label: { en: "Sales team: base + tiered commission", zh: "销售团队：底薪 + 阶梯提成" },
  help: {
    en: "Pay = base + own sales × 1 %, 1.5 % or 2 % by sales attainment, on the whole amount. The score of sales attainment, conversion and order value (against the team's) is for coaching and does not change pay. For a pipeline, define conversion, aov and sales in Metrics and Sources, for example conversion as won/(won+lost).",
    zh: "工资＝底薪＋本人销售额×提成点（1%、1.5% 或 2%，按销售达成率，整额按此档）。销售达成、转化和客单价（与团队相比）的得分用于辅导，不影响工资。如用商机表，请在“指标”和“数据源”里定义 conversion、aov 和 sales，例如 conversion 为 won/(won+lost)。",
  },
  source: {
    en: "Bands of conversion: public template m.777doc.com/doc-7212041.html. Order value against the team's: the idea of tcm999.cn/content/id/10fdd2. The pack's own choice: the weights 50/30/20, the bands of relative order value and the commission rates.",
    zh: "转化的档位：公开模板 m.777doc.com/doc-7212041.html。客单价与团队相比：思路来自 tcm999.cn/content/id/10fdd2。本方案自定：权重 50/30/20、相对客单价的档位和提成点。",
  },
  tabs: (lang) => ({
    metrics: metricsRows(),
    scoring: scoringRows(lang, PLAN, ITEMS),
    bands: bandRows(lang, PLAN, TABLES),
    pay: payRows(lang, PLAN, PAY),
  }),
};
