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
import { conversionBands, replyBands, responseBands } from "./templates";

const PLAN: Words = { en: "Payslip", zh: "工资条方案" };

const ATTAINMENT: Words = { en: "Sales attainment", zh: "销售达成" };
const CONVERSION: Words = { en: "Conversion", zh: "咨询转化" };
const CLOSED: Words = { en: "Orders closed", zh: "月关闭订单" };
const REPLY: Words = { en: "Reply rate", zh: "旺旺回复" };
const FIRST_RESPONSE: Words = { en: "First response", zh: "首次响应" };
const COMMISSION: Words = { en: "commission", zh: "提成点" };

const ITEMS: readonly DraftItem[] = [
  [ATTAINMENT, "sales", 40, FIXED.ratio, FIXED.attainment],
  [CONVERSION, "conversion", 20, FIXED.bands, FIXED.value],
  [CLOSED, "loss_rate", 15, FIXED.bands, FIXED.value],
  [REPLY, "reply_rate", 15, FIXED.bands, FIXED.value],
  [FIRST_RESPONSE, "first_response", 10, FIXED.bands, FIXED.value],
];

const TABLES: readonly DraftTable[] = [
  conversionBands(CONVERSION),
  {
    table: CLOSED,
    when: FIXED.upTo,
    rows: [
      ["5%", 100],
      ["10%", 80],
      ["15%", 60],
      ["", 0],
    ],
  },
  replyBands(REPLY),
  responseBands(FIRST_RESPONSE),
  // By net sales, so that a shop can add tiers; refunds above sales pay no negative commission.
  {
    table: COMMISSION,
    when: FIXED.atLeast,
    rows: [
      [0, "1%"],
      ["", 0],
    ],
  },
];

const PAY: readonly DraftComponent[] = [
  ["base", { en: "Base pay × score", zh: "底薪×得分" }, "=base*score/100"],
  [
    "commission",
    { en: "Sales commission", zh: "销售提成" },
    {
      en: '=net_sales*RATE("commission",net_sales)',
      zh: '=net_sales*RATE("提成点",net_sales)',
    },
  ],
  ["meal", { en: "Meal allowance", zh: "餐补" }, "=10*attended_days"],
];

/** Pay = base x score/100 + commission on net sales + meals; bonuses come from Adjustments. */
export const PAYSLIP: Pack = {
  name: "payslip",
  label: { en: "Payslip: base × score + commission", zh: "底薪 × 得分 + 提成" },
  help: {
    en: "Pay = base × score ÷ 100 + 1 % of net sales (sales minus refunds) + bonus + 10 a day attended for meals. A bonus is a row of Adjustments with its reason. Refunds must be in the data: without them net sales have no data and pay is held. Without attendance data meals are paid for calendar days employed.",
    zh: "工资＝底薪×得分÷100＋净销售额（销售额－退款）的 1%＋奖金＋餐补（每个出勤日 10 元）。奖金写在“调整”表并注明原因。数据里须有退款金额，否则净销售额暂无数据，工资暂缓发放。没有考勤数据时，餐补按在职日历天数计算。",
  },
  source: {
    en: "The formula of pay and the closed orders of the month among the items: a published article on service performance pay (000). Net sales as the commission base: the field's usual reading. Bands of conversion, reply rate and first response: public template m.777doc.com/doc-7212041.html. The pack's own choice: the weights 40/20/15/15/10, the bands of closed orders, the rate of 1 % and the 10 a day for meals.",
    zh: "工资公式及考核中的月关闭订单：公开文章（000，客服绩效）。提成按净销售额：行业通行口径。转化、回复和首次响应的档位：公开模板 m.777doc.com/doc-7212041.html。本方案自定：权重 40/20/15/15/10、月关闭订单的档位、1% 提成点和每日 10 元餐补。",
  },
  tabs: (lang) => ({
    metrics: metricsRows(),
    scoring: scoringRows(lang, PLAN, ITEMS),
    bands: bandRows(lang, PLAN, TABLES),
    pay: payRows(lang, PLAN, PAY),
  }),
};
