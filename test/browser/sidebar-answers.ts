/**
 * Answers of the contract for the sidebar's browser tests: one plan, three people, one of whom is
 * named like an attack, and every kind of data tab.
 */
import type {
  CheckFormulaAnswer,
  DataAnswer,
  ExplainAnswer,
  NameOffer,
  NeedsAnswer,
  PlanModel,
  ProposeAnswer,
  RulesAnswer,
  RunAnswer,
  StateAnswer,
  WhatIfAnswer,
  WorkedAnswer,
} from "../../src/api/contract";

/** A name that would run a script if it were taken for HTML. */
export const ATTACK = "<img src=x onerror=window.attacked=1>";
/** A nickname of 30 signs without a blank. */
export const LONG_NAME = "极长昵称的客服小雨一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑";

const item = (n: number, name: string, weight: string, method: string, kind = "points") => ({
  id: `scoring-${n}`,
  profile: "",
  item: name,
  kind,
  metric: method === "formula" ? "" : name,
  weight,
  method,
  measure: "",
  cap: "",
  floor: "",
  formula: method === "formula" ? "=reply_rate>=98%" : "",
});

const band = (n: number, when: string, threshold: string, result: string) => ({
  id: `bands-${n}`,
  when,
  threshold,
  result,
});

const pay = (n: number, component: string, label: string, labelZh: string, formula: string) => ({
  id: `pay-${n}`,
  component,
  label,
  labelZh,
  formula,
  onlyIf: component === "commission" ? "=gates" : "",
  round: "",
});

/** The saved rules. The weights sum to 100. */
export const MODEL: PlanModel = {
  plan: "Pre-sale agents 售前客服",
  from: "2026-10-01",
  items: [
    item(2, "conversion", "40", "bands"),
    item(3, "first_response", "30", "bands"),
    item(4, "satisfaction", "20", "ratio"),
    item(5, "aftersale_cost_per_case_with_a_long_name", "10", "manual"),
    item(6, "reply gate", "", "formula", "gate"),
    item(7, "praise", "5", "manual", "bonus"),
    item(8, "complaints", "10", "manual", "deduction"),
  ],
  tables: [
    {
      id: "commission",
      table: "commission",
      shared: false,
      rows: [
        band(2, "at least", "120%", "0.4%"),
        band(3, "at least", "100%", "0.2%"),
        band(4, "at least", "", "0.1%"),
      ],
    },
    {
      id: "*first_response",
      table: "first_response",
      shared: true,
      rows: [band(5, "up to", "30", "100%"), band(6, "up to", "60", "80%"), band(7, "up to", "", "50%")],
    },
  ],
  pay: [
    pay(2, "base", "Base pay", "底薪", "=base"),
    pay(
      3,
      "commission",
      "Commission",
      "提成",
      '=score/100*TEAM.AVERAGE(sales)*RATE("commission",ATTAINMENT(sales))',
    ),
    pay(4, "meal", "Meal allowance", "餐补", "=10*paid_days"),
  ],
  targets: [
    { id: "targets-2", appliesTo: "*", metric: "sales", target: "120000" },
    { id: "targets-3", appliesTo: LONG_NAME, metric: "sales", target: "9,999,999.99" },
  ],
};

const offer = (kind: NameOffer["kind"], name: string, en: string, zh: string, help = ""): NameOffer => ({
  insert: kind === "function" ? `${name}(` : name,
  kind,
  name,
  label: { en, zh },
  help: { en: help || en, zh: help || zh },
  unit: null,
});

const NAMES: readonly NameOffer[] = [
  offer("measure", "sales", "Sales", "销售额"),
  offer("metric", "conversion", "Conversion", "询单转化率"),
  offer("metric", "satisfaction", "Satisfaction", "满意度"),
  offer("built-in", "score", "Score", "绩效得分"),
  offer("built-in", "base", "Base pay", "底薪"),
  offer("function", "RATE", "Rate of a table", "查档位", "RATE(table, x)"),
  offer("function", "TEAM.AVERAGE", "Average a head", "团队人均", "TEAM.AVERAGE(x)"),
  offer("component", "commission", "Commission", "提成"),
];

const at = (value: string, text: string) => ({ value, text });

/** The answer to `rules`. */
export const RULES: RulesAnswer = {
  ok: true,
  month: "2026-10",
  model: MODEL,
  fingerprints: { scoring: "s1", bands: "b1", pay: "p1", targets: "t1" },
  versions: [null, "2026-10-01"],
  nextFrom: "2026-11-01",
  tables: [
    {
      table: "commission",
      from: "2026-10-01",
      direction: "rising",
      unit: "%",
      measured: "Target met: sales",
      usedByItems: [],
      usedByPay: ["commission"],
      result: "rate",
      mode: "whole",
      otherMode: { "pay-3": '=MARGINAL("commission",sales)' },
      people: [
        { person: "小雨", at: at("1.2", "120%"), row: "bands-2" },
        { person: LONG_NAME, at: at("0.97", "97%"), row: "bands-4" },
        { person: ATTACK, at: at("1.05", "105%"), row: "bands-3" },
      ],
    },
    {
      table: "*first_response",
      from: null,
      direction: "falling",
      unit: "s",
      measured: "first_response",
      usedByItems: ["first_response"],
      usedByPay: [],
      result: "percent of weight",
      mode: null,
      otherMode: null,
      people: [{ person: "小雨", at: at("28", "28"), row: "bands-5" }],
    },
  ],
  links: {
    "scoring-2": { tab: "Scoring", cell: "D2" },
    "bands-2": { tab: "Bands", cell: "F2" },
    "pay-3": { tab: "Pay", cell: "C3" },
    "targets-2": { tab: "Targets", cell: "D2" },
  },
  names: NAMES,
  metrics: [
    { name: "conversion", label: "Conversion 询单转化率", unit: "%" },
    { name: "first_response", label: "First response 首次响应", unit: "s" },
    { name: "satisfaction", label: "Satisfaction 满意度", unit: "%" },
    { name: "sales", label: "Sales 销售额", unit: "money" },
  ],
  profiles: ["normal"],
  people: [
    { person: "小雨", team: "A", held: false, score: "88.00", total: "2728.00" },
    { person: LONG_NAME, team: "A", held: false, score: "71.50", total: "9999999.99" },
    { person: ATTACK, team: "A", held: true, score: null, total: null },
  ],
  problems: [],
};

/** The answer to `state` of a workbook that is ready. */
export const STATE: StateAnswer = {
  ok: true,
  lang: "en",
  workbook: "ready",
  readOnly: null,
  readiness: { level: "ready", text: "Ready", detail: "", pane: "run", at: null },
  steps: { rules: true, staff: true, data: true, payroll: false },
  months: ["2026-10", "2026-09"],
  month: "2026-10",
  seen: "1",
  plans: [
    { plan: MODEL.plan, versions: [null, "2026-10-01"], inForce: "2026-10-01", people: 3 },
    { plan: "After-sale 售后", versions: [null], inForce: null, people: 2 },
  ],
  fingerprints: RULES.fingerprints,
  packs: [
    { name: "six-points", label: "Six points 六项评分", help: "Six items of one shop, paid by score." },
    { name: "sales-team", label: "Sales team 销售团队", help: "Commission on sales." },
  ],
};

/** The answer to `state` of a workbook with nothing in it. */
export const EMPTY: StateAnswer = { ...STATE, workbook: "empty", plans: [], months: [], month: null };

/** The answer to `state` with something missing. */
export const NEED: StateAnswer = {
  ...STATE,
  readiness: { level: "need", text: "Need: 5 points of weight", detail: "d", pane: "rules", at: null },
};

/** The answer to `whatIf`: one wins, one loses, one is held. */
export const WHAT_IF: WhatIfAnswer = {
  ok: true,
  month: "2026-10",
  totalNow: "24310.20",
  totalThen: "25002.80",
  delta: "692.60",
  more: 1,
  less: 1,
  same: 0,
  held: 1,
  people: [
    change("小雨", "88.00", "88.00", "2464.00", "2728.00", "264.00", ["118% crosses 115%"]),
    change(LONG_NAME, "71.50", "70.00", "9999999.99", "9999879.99", "-120.00", ["weight of reply −5"]),
    { ...change(ATTACK, null, null, null, null, null, []), heldNow: true, heldThen: true },
  ],
  problems: [],
  asIf: false,
};

function change(
  person: string,
  scoreNow: string | null,
  scoreThen: string | null,
  payNow: string | null,
  payThen: string | null,
  delta: string | null,
  reasons: string[],
): WhatIfAnswer["people"][number] {
  const held = { heldNow: false, heldThen: false };
  return {
    person,
    team: "A",
    plan: MODEL.plan,
    scoreNow,
    scoreThen,
    payNow,
    payThen,
    delta,
    ...held,
    reasons,
    lines: [],
  };
}

/** The answer to `needs`. */
export const NEEDS: NeedsAnswer = {
  ok: true,
  month: "2026-10",
  people: [
    {
      person: "小雨",
      needs: [
        {
          for: "pay",
          name: "commission",
          table: "commission",
          now: at("1.18", "118%"),
          threshold: at("1.2", "120%"),
          measure: "sales",
          amount: "2400.00",
          unit: "money",
          result: "0.4%",
          text: "2,400.00 more sales for 120%",
        },
      ],
    },
  ],
};

/** The answer to `worked`: both sides of two thresholds, one of them a fall. */
export const WORKED: WorkedAnswer = {
  ok: true,
  person: "小雨",
  component: "commission",
  steps: [
    {
      threshold: at("1", "100%"),
      below: { at: at("0.9999", "99.99%"), amount: "132.00" },
      at: { at: at("1", "100%"), amount: "120.00" },
      jump: "-12.00",
    },
    {
      threshold: at("1.2", "120%"),
      below: { at: at("1.1999", "119.99%"), amount: "264.00" },
      at: { at: at("1.2", "120%"), amount: "528.00" },
      jump: "264.00",
    },
  ],
};

/** The answer to `checkFormula`. */
export const FORMULA: CheckFormulaAnswer = {
  ok: true,
  person: "小雨",
  value: at("528", "528.00"),
  because: "88.00 ÷ 100 × 150,000.00 × 0.4%",
  problem: null,
  offers: { from: 0, to: 0, names: [] },
};

/** The answer to `data`: a tab in order, one with problems, one unknown. */
export const DATA: DataAnswer = {
  ok: true,
  month: "2026-10",
  tabs: [
    {
      tab: "赤兔 daily",
      state: "ok",
      as: "Agent figures by day",
      why: "",
      columns: [
        { header: "旺旺昵称", becomes: "agent", samples: ["小雨", ATTACK] },
        { header: "销售额", becomes: "sales", samples: ["1,234.00", "9,999,999.99"] },
      ],
      ignored: ["备注"],
      firstDay: "2026-10-01",
      lastDay: "2026-10-31",
      rows: 248,
      leftOut: [{ reason: "team summary rows", count: 31 }],
      readFor: [{ month: "2026-09", count: 3 }],
      people: 8,
      problems: [],
      sums: [],
    },
    {
      tab: "售后登记表",
      state: "problems",
      as: "A table of the Sources tab",
      why: "",
      columns: [],
      ignored: [],
      firstDay: "2026-10-03",
      lastDay: "2026-10-03",
      rows: 50,
      leftOut: [],
      readFor: [],
      people: 3,
      problems: [
        {
          severity: "error",
          code: "cell-comma",
          message: 'Raw!F14: "12,5" may be 12.5 or 125. Type 12.5 or 125.',
          count: 37,
          cells: ["F14", "F15", "F16", "F17", "F18"].map((cell) => ({ tab: "售后登记表", cell })),
          holds: [LONG_NAME],
        },
        {
          severity: "warning",
          code: "late",
          message: "Conversion provisional, 4 days",
          count: 1,
          cells: [],
          holds: [],
        },
      ],
      sums: [],
    },
    {
      tab: "Sheet7",
      state: "unknown",
      as: "",
      why: "",
      columns: [],
      ignored: [],
      firstDay: null,
      lastDay: null,
      rows: 50,
      leftOut: [],
      readFor: [],
      people: 0,
      problems: [],
      sums: [],
    },
  ],
  problems: [],
};

/** The answer to `propose` for the unknown tab. */
export const PROPOSAL: ProposeAnswer = {
  ok: true,
  tab: "Sheet7",
  headerRow: 2,
  firstRows: [
    ["售后登记 2026年10月", "", "", ""],
    ["日期", "客服", "金额", "备注"],
    ["2026/10/3", "小雨", "¥38.00", ATTACK],
  ],
  columns: [
    {
      letters: "A",
      header: "日期",
      samples: ["2026/10/3"],
      role: "date",
      measure: "",
      how: "",
      certainty: "exact",
      money: false,
    },
    {
      letters: "B",
      header: "客服",
      samples: ["小雨"],
      role: "person",
      measure: "",
      how: "",
      certainty: "exact",
      money: false,
    },
    {
      letters: "C",
      header: "金额",
      samples: ["¥38.00"],
      role: "measure",
      measure: "aftersale_cost",
      how: "sum",
      certainty: "guess",
      money: true,
    },
    {
      letters: "D",
      header: "备注",
      samples: [ATTACK],
      role: "ignore",
      measure: "",
      how: "",
      certainty: "exact",
      money: false,
    },
  ],
  rows: [
    {
      source: "Sheet7",
      tab: "Sheet7",
      personColumn: "客服",
      dateColumn: "日期",
      measure: "aftersale_cost",
      how: "sum",
      column: "金额",
      weightColumn: "",
      where: "",
    },
  ],
  known: [
    { name: "aftersale_cost", en: "After-sale cost", zh: "售后花费", also: [] },
    { name: "received", en: "Buyers received", zh: "接待人数", also: ["接待量", "servicenum"] },
    { name: "paid_orders", en: "Orders paid", zh: "付款笔数", also: ["成交笔数"] },
  ],
  read: 48,
  of: 50,
};

/** The answer to `run`. */
export const RUN: RunAnswer = {
  ok: true,
  month: "2026-10",
  state: "draft",
  stages: [
    { text: "Reading the tabs", seconds: "0.8" },
    { text: "Computing", seconds: "0.2" },
    { text: "Writing", seconds: "1.4" },
  ],
  people: 8,
  held: 1,
  total: "24310.20",
  errors: 2,
  warnings: 1,
  problems: [
    {
      severity: "error",
      code: "cell-comma",
      message: '阿明 held: "12,5" in Raw!F14',
      count: 1,
      cells: [{ tab: "Raw", cell: "F14" }],
      holds: ["阿明"],
    },
  ],
  written: ["Scorecard 2026-10", "Payroll 2026-10", "Payslips 2026-10", "Checks 2026-10"],
  notice: "",
};

/** The answer to `explain` of a pay cell. */
export const EXPLANATION: ExplainAnswer = {
  ok: true,
  month: "2026-10",
  at: { tab: "Payroll 2026-10", cell: "J5" },
  figure: { kind: "pay", person: "小雨", name: "提成", amount: "528.00", shown: "528.00" },
  sentence: "88.00 ÷ 100 × 150,000.00 × 0.4% = 528.00",
  data: [
    { text: "score 88.00 points", links: [], more: 0, next: { tab: "Payroll 2026-10", cell: "G5" } },
    { text: "Sales 144,000.00", links: [{ tab: "赤兔 daily", cell: "H12" }], more: 30 },
  ],
  rule: [{ text: "at least 120% → 0.4%", links: [{ tab: "Bands", cell: "F2" }], more: 0 }],
  sum: "528.0000",
  round: "half-up, 0.01",
  team: [{ figure: "team average of sales", shown: "150,000.00", heads: "8 people", canList: true }],
  before: { month: "2026-09", amount: "264.00", reasons: ["rate 0.2% → 0.4%"] },
  changed: false,
};
