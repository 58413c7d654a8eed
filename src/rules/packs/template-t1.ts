import { metricsRows } from "../catalogue";
import type { Pack, Words } from "../pack";
import { bandRows, type DraftComponent, type DraftTable, FIXED, inLanguage, payRows } from "./language";
import { type ScoringDraft, scorecardRows } from "./scorecard";
import { ITEM } from "./template-items";
import {
  attendanceBands,
  conversionBands,
  orderValueBands,
  replyBands,
  responseBands,
  targetBands,
} from "./templates";

const PLAN: Words = { en: "Classes", zh: "金银铜牌" };

const ITEMS: readonly ScoringDraft[] = [
  {
    item: ITEM.target,
    kind: FIXED.points,
    metric: "sales",
    weight: 30,
    method: FIXED.bands,
    measure: FIXED.attainment,
  },
  {
    item: ITEM.conversion,
    kind: FIXED.points,
    metric: "conversion",
    weight: 20,
    method: FIXED.bands,
    measure: FIXED.value,
  },
  {
    item: ITEM.orderValue,
    kind: FIXED.points,
    metric: "aov",
    weight: 20,
    method: FIXED.bands,
    measure: FIXED.value,
  },
  {
    item: ITEM.reply,
    kind: FIXED.points,
    metric: "reply_rate",
    weight: 20,
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
  orderValueBands(ITEM.orderValue),
  replyBands(ITEM.reply),
  responseBands(ITEM.response),
  attendanceBands(ITEM.attendance),
];

const CLASS: Words = { en: "Class", zh: "等级" };
const CLASSES: readonly (readonly [threshold: string | number, word: Words])[] = [
  [90, { en: "gold", zh: "金牌" }],
  [80, { en: "silver", zh: "银牌" }],
  [70, { en: "bronze", zh: "铜牌" }],
  ["", { en: "none", zh: "无" }],
];

function classRows(lang: "en" | "zh") {
  const cells = CLASSES.map(([threshold, word]) => [
    PLAN,
    CLASS,
    threshold === "" ? "" : FIXED.atLeast,
    threshold,
    word,
  ]);
  return inLanguage(lang, ["plan", "table", "when", "threshold", "result"], cells);
}

function payOf(lang: "en" | "zh") {
  const paid = (key: string, word: Words, label: Words, amount: number): DraftComponent => [
    key,
    label,
    `=${amount}`,
    `=BAND("${CLASS[lang]}",score)="${word[lang]}"`,
  ];
  return payRows(lang, PLAN, [
    ["base", { en: "Base pay", zh: "底薪" }, "=base"],
    paid("gold", { en: "gold", zh: "金牌" }, { en: "Gold agent", zh: "金牌客服奖" }, 500),
    paid("silver", { en: "silver", zh: "银牌" }, { en: "Silver agent", zh: "银牌客服奖" }, 300),
    paid("bronze", { en: "bronze", zh: "铜牌" }, { en: "Bronze agent", zh: "铜牌客服奖" }, 100),
  ]);
}

/** Template T1: six banded items; the score makes a gold, silver or bronze agent with an award. */
export const TEMPLATE_T1: Pack = {
  name: "template-t1",
  label: { en: "Template 1: gold, silver, bronze", zh: "模板一：六项指标，金银铜牌客服" },
  help: {
    en: "Six items in bands make the score. 90 points and more are gold, 80 silver, 70 bronze. Pay = base + the award of the class: 500, 300 or 100. Response time is the average of all replies. Each month needs a sales target in Targets.",
    zh: "六项指标按档位计分。90 分及以上为金牌，80 分为银牌，70 分为铜牌。工资＝底薪＋等级奖：500、300 或 100。响应时间为全部回复的平均。每月须在“目标”表填写销售目标。",
  },
  source: {
    en: "Items, weights 30/20/20/20/5/5, all bands and the classes 90/80/70: public template m.777doc.com/doc-7212041.html. The pack's own choice: the awards of 500, 300 and 100.",
    zh: "指标、权重 30/20/20/20/5/5、全部档位和等级线 90/80/70：公开模板 m.777doc.com/doc-7212041.html。本方案自定：等级奖 500、300 和 100。",
  },
  tabs: (lang) => ({
    metrics: metricsRows(),
    scoring: scorecardRows(lang, PLAN, ITEMS),
    bands: [...bandRows(lang, PLAN, TABLES), ...classRows(lang)],
    pay: payOf(lang),
  }),
};
