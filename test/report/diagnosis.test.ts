/** The words of a diagnosis, and where they stand on the Scorecard. */
import { describe, expect, test } from "vitest";
import {
  type Diagnosis,
  type MonthDiagnosis,
  NO_DIAGNOSIS,
  type TeamSummary,
} from "../../src/engine/diagnosis";
import { diagnosisLines, scoreChange } from "../../src/report/diagnosis";
import { COLORS } from "../../src/report/looks";
import { describeScorecard } from "../../src/report/scorecard";
import { MEASURES, METRICS } from "../../src/rules/catalogue";
import { ADVICE_TOPICS, adviceText, adviceTopic } from "../../src/text/diagnosis-advice";
import { diagnosisSentences } from "../../src/text/diagnosis-words";
import { exact, held, person, UNREADABLE, view } from "./fixtures";

const CONVERSION = { item: "转化", metric: "conversion", unit: "%", better: "higher" } as const;
const RESPONSE = { item: "响应", metric: "first_response", unit: "s", better: "lower" } as const;

const NOTHING: Diagnosis = {
  lost: [],
  behind: [],
  selling: null,
  losses: [],
  promotion: null,
  trend: null,
  weakest: null,
};

const FULL: Diagnosis = {
  lost: [
    { ...CONVERSION, lost: exact("8"), weight: exact("20"), value: exact("0.382") },
    { ...RESPONSE, lost: exact("2.5"), weight: exact("10"), value: null },
    {
      item: "态度",
      metric: "",
      unit: null,
      better: "higher",
      lost: exact("1"),
      weight: exact("5"),
      value: null,
    },
    { ...CONVERSION, item: "fourth", lost: exact("0.5"), weight: exact("20"), value: exact("0.5") },
  ],
  behind: [
    { ...RESPONSE, value: exact("52"), team: exact("40"), distance: exact("0.3") },
    { ...CONVERSION, value: exact("0.382"), team: exact("0.441"), distance: exact("0.1338") },
  ],
  selling: {
    verdict: "weak",
    inflow: "inquirers",
    people: exact("1203"),
    teamPeople: exact("1180.456"),
    wholeMonth: true,
    conversion: exact("0.382"),
    teamConversion: exact("0.441"),
  },
  losses: [
    {
      by: "count",
      rate: exact("0.2"),
      team: exact("0.125"),
      counts: { closed: exact("8"), whole: exact("40") },
    },
    {
      by: "amount",
      rate: exact("0.225"),
      team: exact("0.0625"),
      counts: { closed: exact("900"), whole: exact("4000") },
    },
  ],
  promotion: {
    inflow: "inquirers",
    promotionDays: 1,
    otherDays: 3,
    perPromotionDay: exact("20"),
    perOtherDay: exact("10.5"),
    promotionConversion: exact("0.3"),
    otherConversion: exact("0.5"),
  },
  trend: {
    scores: [
      { month: "2026-07", score: exact("60") },
      { month: "2026-08", score: null },
      { month: "2026-10", score: exact("57.5") },
    ],
    change: exact("-2.5"),
    changeSince: "2026-07",
    movesSince: "2026-08",
    moves: [
      { ...RESPONSE, before: exact("60"), now: exact("52"), to: "better" },
      { ...CONVERSION, before: exact("0.4"), now: exact("0.382"), to: "worse" },
    ],
  },
  weakest: CONVERSION,
};

function texts(diagnosis: Diagnosis, lang: "en" | "zh"): string[] {
  return diagnosisLines(diagnosis, lang).map(({ text }) => text);
}

test("in English", () => {
  expect(texts(FULL, "en")).toEqual([
    "Most points lost: 转化 8.00 of 20 (38.2%); 响应 2.50 of 10 (no data); 态度 1.00 of 5",
    "Furthest behind the team: 响应 52 s, team 40 s (30% above it); 转化 38.2%, team 44.1% (13.38% below it)",
    "Weak selling: 38.2% of inquirers paid, in the team 44.1%; inquiries are not fewer than the team's: 1,203 inquirers against the team's 1,180.46 a head",
    "Orders lost above the team's: by count 20% (8 of 40), team 12.5%; by amount 22.5% (900.00 of 4,000.00), team 6.25%. See the follow-up of unpaid orders and the handling of after-sale problems: is it ability or attitude?",
    "Promotion days (1): 20 inquirers a day, conversion 30%; other days (3): 10.5 inquirers a day, conversion 50%. More came and a smaller share bought: practise selling and recommending.",
    "Score by month: ▇·▁ 2026-07 60.00 → 2026-08 no data → 2026-10 57.50 · ▼ worse by 2.50",
    "▲ better since 2026-08: 响应 60 s → 52 s",
    "▼ worse since 2026-08: 转化 40% → 38.2%",
    "To practise (转化): teach product knowledge and standard scripts; role play asking for the order; a veteran leads a newcomer through real chats",
  ]);
});

test("in Chinese", () => {
  expect(texts(FULL, "zh")).toEqual([
    "失分最多：转化 失 8.00 分（满分 20，实际 38.2%）；响应 失 2.50 分（满分 10，实际 暂无数据）；态度 失 1.00 分（满分 5）",
    "与团队差距最大：响应 52 秒，团队 40 秒（相对高 30%）；转化 38.2%，团队 44.1%（相对低 13.38%）",
    "销售转化偏弱：询单转化率 38.2%，团队 44.1%；询单不少于团队：询单 1,203 人，团队人均 1,180.46 人",
    "订单流失高于团队：按笔数 20%（40 中关闭 8），团队 12.5%；按金额 22.5%（4,000.00 中关闭 900.00），团队 6.25%。请查看未付款订单的跟进和售后问题的处理，是能力问题还是态度问题。",
    "大促 1 天：日均询单 20 人，转化率 30%；其余 3 天：日均询单 10.5 人，转化率 50%。来客增加而转化下降，请练习销售与推荐技巧。",
    "各月得分：▇·▁ 2026-07 60.00 → 2026-08 暂无数据 → 2026-10 57.50 · ▼ 变差 2.50",
    "▲ 比 2026-08 变好：响应 60 秒 → 52 秒",
    "▼ 比 2026-08 变差：转化 40% → 38.2%",
    "训练建议（转化）：学习产品知识和标准话术；角色扮演促单环节；由老员工带新人跟看真实聊天",
  ]);
});

const VERDICTS = ["few", "weak", "both", "neither"] as const;
const VARIANTS: readonly Diagnosis[] = [
  FULL,
  NOTHING,
  ...VERDICTS.flatMap((verdict) =>
    (["inquirers", "received"] as const).flatMap((inflow) =>
      [true, false].map((wholeMonth) => ({
        ...NOTHING,
        selling: FULL.selling && { ...FULL.selling, verdict, inflow, wholeMonth },
      })),
    ),
  ),
  { ...NOTHING, losses: FULL.losses.map((loss) => ({ ...loss, counts: null })) },
];

/** The figures of a sentence, whatever their order. */
function figuresOf(sentence: string): string[] {
  return (sentence.match(/\d[\d,.]*\d|\d/g) ?? []).sort();
}

test("both languages say the same figures, without holes", () => {
  for (const diagnosis of VARIANTS) {
    const [en, zh] = [texts(diagnosis, "en"), texts(diagnosis, "zh")];
    expect(zh.map(figuresOf)).toEqual(en.map(figuresOf));
    for (const sentence of [...en, ...zh]) expect(sentence).not.toMatch(/\{\w*\}|undefined|NaN| {2}/);
  }
  const said = new Set(VARIANTS.flatMap((one) => texts(one, "en")));
  expect(said.size).toBeGreaterThan(VARIANTS.length);
});

test("there is nothing to say of nothing", () => {
  expect(texts(NOTHING, "en")).toEqual([]);
});

test("better is blue and worse is orange, never red or green; equal once rounded is not told", () => {
  const lines = diagnosisLines(FULL, "en");
  const colorOf = (start: string) => lines.find(({ text }) => text.startsWith(start))?.style.color;
  expect([colorOf("▲"), colorOf("▼"), colorOf("Score")]).toEqual([COLORS.action, COLORS.warn, COLORS.warn]);
  const trend = FULL.trend && {
    ...FULL.trend,
    change: exact("0"),
    moves: [{ ...CONVERSION, before: exact("0.38201"), now: exact("0.38199"), to: "worse" } as const],
  };
  expect(texts({ ...NOTHING, trend }, "en")).toEqual([
    "Score by month: ▇·▁ 2026-07 60.00 → 2026-08 no data → 2026-10 57.50 · unchanged",
  ]);
});

test("the ranking tells the change since the month before", () => {
  expect(scoreChange(FULL, "en")?.text).toBe("▼ worse by 2.50 since 2026-07");
  expect(scoreChange(FULL, "zh")?.text).toBe("▼ 比 2026-07 变差 2.50");
  expect(scoreChange(NOTHING, "en")).toBeNull();
  expect(scoreChange(null, "en")).toBeNull();
});

describe("the words", () => {
  test("have both languages, the same placeholders, no exclamation marks", () => {
    for (const { key, words } of diagnosisSentences()) {
      const [en = "", zh = ""] = words;
      const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
      expect(holes(zh), key).toEqual(holes(en));
      expect(`${en}${zh}`, key).not.toMatch(/[!！]/);
    }
  });

  test("every metric and measure of the catalogue has advice of its own or by its direction", () => {
    for (const { name, unit, better } of [...METRICS, ...MEASURES]) {
      const topic = adviceTopic({ metric: name, unit, better });
      expect(adviceText(topic, "en")).not.toBe("");
      expect(adviceText(topic, "zh")).toMatch(/\p{Script=Han}/u);
    }
    const general = METRICS.filter((metric) =>
      ["more", "less"].includes(adviceTopic({ ...metric, metric: metric.name })),
    );
    expect(general.map(({ name }) => name)).toEqual([]);
  });

  test.each([
    ["seconds, lower", { metric: "my_wait", unit: "s", better: "lower" }, "response"],
    ["seconds, higher", { metric: "my_talk", unit: "s", better: "higher" }, "more"],
    ["money, higher", { metric: "gifts", unit: "money", better: "higher" }, "volume"],
    ["money, lower", { metric: "waste", unit: "money", better: "lower" }, "less"],
    ["points", { metric: "manner", unit: "points", better: "higher" }, "conduct"],
    ["a share, higher", { metric: "constructor", unit: "%", better: "higher" }, "more"],
    ["a count, lower", { metric: "slips", unit: "count", better: "lower" }, "less"],
    ["no unit", { metric: "x", unit: null, better: "higher" }, "more"],
    ["a known name in capitals", { metric: "Conversion", unit: "%", better: "higher" }, "selling"],
  ] as const)("a metric of the user's own: %s", (_name, metric, topic) => {
    expect(adviceTopic(metric)).toBe(topic);
  });

  test("no two topics say the same", () => {
    for (const lang of ["en", "zh"] as const)
      expect(new Set(ADVICE_TOPICS.map((topic) => adviceText(topic, lang))).size).toBe(ADVICE_TOPICS.length);
  });
});

describe("on the Scorecard", () => {
  const team: TeamSummary = {
    team: "East",
    heads: 3,
    score: exact("81.666666"),
    metrics: [
      { ...CONVERSION, value: exact("0.441"), aHead: false },
      { item: "销售", metric: "sales", unit: "money", better: "higher", value: exact("1234.5"), aHead: true },
    ],
  };
  const diagnosis: MonthDiagnosis = {
    of: (name) => (name === "a" ? FULL : NOTHING),
    teams: () => [team, { ...team, team: "West" }],
  };
  const rowsOf = (lang: "en" | "zh", more: MonthDiagnosis) => {
    const people = [person("a", "80", []), person("b", "70", []), held("阿明", UNREADABLE)];
    return describeScorecard(view(people, lang, { diagnosis: more })).rows;
  };

  test("each block ends with what its figures say; who has nothing to hear has no heading", () => {
    const shown = rowsOf("en", diagnosis).map((row) => String(row[1]?.value ?? ""));
    expect(shown.filter((text) => text === "What the figures say")).toHaveLength(1);
    expect(shown.slice(shown.indexOf("What the figures say") + 1).slice(0, 2)).toEqual(
      texts(FULL, "en").slice(0, 2),
    );
    expect(rowsOf("zh", diagnosis).some((row) => row[1]?.value === "诊断与建议")).toBe(true);
  });

  test("long sentences go on in the next row, and lose nothing", () => {
    const long = { ...NOTHING, losses: FULL.losses };
    const shown = rowsOf("en", { ...NO_DIAGNOSIS, of: (name) => (name === "a" ? long : NOTHING) });
    const start = shown.findIndex((row) => row[1]?.value === "What the figures say") + 1;
    const lines = [shown[start], shown[start + 1]].map((row) => String(row?.[1]?.value));
    expect(lines.join(" ")).toBe(texts(long, "en")[0]);
  });

  test("a team's line stands in italics outside the ranking, for teams that are listed", () => {
    const rows = rowsOf("en", diagnosis);
    const line = rows.filter((row) => row[1]?.value === "Team average");
    expect(line.map((row) => [row[0]?.value, row[2]?.value, row[3]?.value, row[4]?.value])).toEqual([
      [undefined, "East", "3 people", 81.666666],
    ]);
    expect(line[0]?.slice(1, 6).every((cell) => cell?.style.italic)).toBe(true);
    const figures = rows[rows.indexOf(line[0] ?? []) + 1];
    expect(figures?.[1]?.value).toBe("Team: 转化 44.1% · 销售 1,234.50 a head");
    const unscored = { ...diagnosis, teams: () => [{ ...team, score: null, heads: 0 }] };
    const bare = rowsOf("zh", unscored).find((row) => row[1]?.value === "团队平均");
    expect(bare?.map((cell) => cell?.value ?? null)).toEqual([
      null,
      "团队平均",
      "East",
      ...Array(7).fill(null),
    ]);
  });

  test("the remark of the ranking tells the change; what holds somebody comes before it", () => {
    const rows = rowsOf("en", { ...diagnosis, of: () => FULL });
    expect(rows[5]?.[9]).toMatchObject({
      value: "▼ worse by 2.50 since 2026-07",
      style: { color: COLORS.warn },
    });
    expect(rows.find((row) => row[1]?.value === "阿明")?.[9]?.value).toMatch(/^✕ Held/);
  });
});
