import { metricsRows } from "../catalogue";
import type { Pack, Words } from "../pack";
import { bandRows, type DraftComponent, type DraftTable, FIXED, payRows } from "./language";
import { MORE_FIXED, type OwnMetric, ownMetricRows, type ScoringDraft, scorecardRows } from "./scorecard";
import { ITEM } from "./template-items";
import {
  attendanceBands,
  conversionBands,
  orderValueBands,
  replyBands,
  responseBands,
  targetBands,
} from "./templates";

const PLAN: Words = { en: "Nine items", zh: "九项考核" };

const SUCCESS: Words = { en: "Order success", zh: "下单成功率" };
const ASSISTED: Words = { en: "Assisted follow-up", zh: "协助跟进服务" };
const EXECUTION: Words = { en: "Execution", zh: "执行力" };

const ITEMS: readonly ScoringDraft[] = [
  {
    item: ITEM.target,
    kind: FIXED.points,
    metric: "sales",
    weight: 20,
    method: FIXED.bands,
    measure: FIXED.attainment,
  },
  {
    item: ITEM.conversion,
    kind: FIXED.points,
    metric: "conversion",
    weight: 15,
    method: FIXED.bands,
    measure: FIXED.value,
  },
  {
    item: SUCCESS,
    kind: FIXED.points,
    metric: "order_success",
    weight: 10,
    method: FIXED.bands,
    measure: FIXED.value,
  },
  {
    item: ITEM.orderValue,
    kind: FIXED.points,
    metric: "aov",
    weight: 15,
    method: FIXED.bands,
    measure: FIXED.value,
  },
  {
    item: ITEM.reply,
    kind: FIXED.points,
    metric: "reply_rate",
    weight: 10,
    method: FIXED.bands,
    measure: FIXED.value,
  },
  {
    item: ITEM.response,
    kind: FIXED.points,
    metric: "avg_response",
    weight: 5,
    method: FIXED.bands,
    measure: FIXED.value,
  },
  {
    item: ASSISTED,
    kind: FIXED.points,
    metric: "assisted_amount",
    weight: 10,
    method: FIXED.bands,
    measure: FIXED.value,
  },
  { item: EXECUTION, kind: FIXED.points, metric: "execution", weight: 10, method: MORE_FIXED.manual },
  {
    item: ITEM.attendance,
    kind: FIXED.points,
    metric: "attendance_incidents",
    weight: 5,
    method: FIXED.bands,
    measure: FIXED.value,
  },
];

const TABLES: readonly DraftTable[] = [
  targetBands(ITEM.target),
  conversionBands(ITEM.conversion),
  {
    table: SUCCESS,
    when: FIXED.atLeast,
    rows: [
      ["95%", 100],
      ["90%", 80],
      ["85%", 60],
      ["", 0],
    ],
  },
  orderValueBands(ITEM.orderValue),
  replyBands(ITEM.reply),
  responseBands(ITEM.response),
  {
    table: ASSISTED,
    when: FIXED.atLeast,
    rows: [
      [20000, 100],
      [17000, 80],
      [14000, 60],
      ["", 0],
    ],
  },
  attendanceBands(ITEM.attendance),
];

const PAY: readonly DraftComponent[] = [
  ["base", { en: "Base pay", zh: "底薪" }, "=base"],
  ["performance", { en: "Performance pay", zh: "绩效工资" }, "=1000*score/100"],
];

const OWN_METRICS: readonly OwnMetric[] = [["execution", "Execution", "执行力", "", "points"]];

/** Template T2: T1's six items, order success, assisted follow-up by amount, and the supervisor's rating. */
export const TEMPLATE_T2: Pack = {
  name: "template-t2",
  label: { en: "Template 2: nine items, one rated", zh: "模板二：九项指标，含主管评分" },
  help: {
    en: "Nine items make the score; pay = base + 1,000 × score ÷ 100. Order success is buyers who paid of buyers who ordered. Assisted follow-up is the amount of orders that the agent followed for others: the export needs a column 协助跟进金额, or write a row in Sources. Execution is rated by the supervisor from 0 to 10 in Manual scores, with rater and reason. Each month needs a sales target in Targets.",
    zh: "九项指标计分；工资＝底薪＋1000×得分÷100。下单成功率为付款人数÷下单人数。协助跟进服务按协助跟进的订单金额：导出表须有“协助跟进金额”列，或在“数据源”表写一行。执行力由主管在“主管评分”表按 0 至 10 分评定，并写明评分人和原因。每月须在“目标”表填写销售目标。",
  },
  source: {
    en: "The nine items and the bands of order success and assisted follow-up: public template mdjjksjc.com/html/2024/0921/8065125106006127.shtm. The other bands: public template m.777doc.com/doc-7212041.html. The pack's own choice: the weights 20/15/10/15/10/5/10/10/5 and the performance pay of 1,000.",
    zh: "九项指标、下单成功率和协助跟进服务的档位：公开模板 mdjjksjc.com/html/2024/0921/8065125106006127.shtm。其余档位：公开模板 m.777doc.com/doc-7212041.html。本方案自定：权重 20/15/10/15/10/5/10/10/5 和绩效工资 1000。",
  },
  tabs: (lang) => ({
    metrics: [...metricsRows(), ...ownMetricRows(OWN_METRICS)],
    scoring: scorecardRows(lang, PLAN, ITEMS),
    bands: bandRows(lang, PLAN, TABLES),
    pay: payRows(lang, PLAN, PAY),
  }),
};
