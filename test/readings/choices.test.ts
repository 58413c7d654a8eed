/** DOMAIN part D: every reading that can be chosen, its default and its alternatives, each with a result by hand. */
import { describe, expect, test } from "vitest";
import type { Grid } from "../../src/engine/grid";
import { checkCases, payTab, type ReadingCase, runBook, tab } from "./book";

const STAFF = tab("Staff", "Person | Team | Plan | Base pay\nAnn | T | P | 1000");
const settings = (...rows: readonly string[]): Grid => tab("Settings", `Setting | Value\n${rows.join("\n")}`);

/** One choice: what is set, and what Ann is paid; null where it holds her. */
type Choice = readonly [set: string, total: string | null, why: string];

/** A case for the default (a blank choice) and each alternative, over the same other tabs. */
function casesOf(tabs: readonly Grid[], choices: readonly Choice[], error?: string): ReadingCase[] {
  return choices.map(([set, total, why]) => ({
    name: set === "" ? "by default" : set,
    why,
    tabs: set === "" ? tabs : [...tabs, settings(set)],
    expect: {
      total: { Ann: total },
      ...(total === null ? { held: ["Ann"], errors: error === undefined ? [] : [error] } : {}),
    },
  }));
}

const SCORED = (points: string): Grid =>
  tab("Scoring", `Plan | Item | Weight | Method | Formula\nP | a | 100 | formula | =${points}`);

checkCases(
  "Score precision into pay",
  casesOf(
    [STAFF, SCORED("60.555"), payTab("=score*10")],
    [
      ["", "605.60", "60.56"],
      ["score_decimals | 2", "605.60", "60.56"],
      ["score_decimals | 1", "606.00", "60.6"],
      ["得分小数位 | 0", "610.00", "61"],
      ["score_decimals | full", "605.55", "60.555"],
    ],
  ),
);

checkCases(
  "Money rounding",
  casesOf(
    [STAFF, payTab("=12.345", "P | y | =15\nP | z | =0.005")],
    [
      ["", "27.36", "12.35 + 15.00 + 0.01"],
      ["rounding | 0.01", "27.36", "the same"],
      ["rounding | 0.01 even", "27.34", "12.34 + 15.00 + 0.00"],
      ["rounding | 1", "27.00", "12 + 15 + 0"],
      ["rounding | 1 up", "29.00", "13 + 15 + 1"],
      ["金额取整 | 10", "30.00", "10 + 20 + 0"],
      ["rounding | 10 up", "50.00", "20 + 20 + 10"],
    ],
  ),
);

checkCases("Money rounding of a row", [
  {
    name: "what Round says wins",
    why: "0.01 beside the Setting 10: 12.35; the blank one: 10",
    tabs: [
      STAFF,
      tab("Pay", "Plan | Component | Formula | Round\nP | x | =12.345 | 0.01\nP | y | =12.345 |"),
      settings("rounding | 10"),
    ],
    expect: { pay: { Ann: { x: "12.35", y: "10.00" } } },
  },
  {
    name: "a Setting that cannot be used holds whoever has a blank Round",
    why: "READINGS 9.1: Ben's rows say their own",
    tabs: [
      tab("Staff", "Person | Plan\nAnn | P\nBen | Q"),
      tab("Pay", "Plan | Component | Formula | Round\nP | x | =1 |\nQ | x | =1 | 1"),
      settings("rounding | 5"),
    ],
    expect: { held: ["Ann"], errors: ["unknown-setting-value Settings!B2"], total: { Ben: "1.00" } },
  },
]);

/** Ann and Ben whole, Cid from the 17th (15 of 31 days), sales of 110,000 in all. */
const TEAM = [
  tab(
    "Staff",
    "Person | Team | Plan | Manager | Hired | Left | Probation until\nAnn | T | P | Ben | | |\nBen | T | P | | | | @2026-10-31\nCid | T | P | | @2026-10-17 | |",
  ),
  tab(
    "raw",
    "Agent | Date | sales\nAnn | @2026-10-20 | 50000\nBen | @2026-10-20 | 40000\nCid | @2026-10-20 | 20000",
  ),
  payTab("=TEAM.AVERAGE(sales)"),
];

checkCases(
  "Who counts in a team average",
  casesOf(TEAM, [
    ["", "44285.71", "110,000 / (2 + 15/31) heads"],
    ["team_part_months | weighted", "44285.71", "the same"],
    ["团队平均不足月 | whole", "36666.67", "110,000 / 3 heads"],
    ["team_self | exclude", "40434.78", "60,000 / (1 + 15/31)"],
    ["team_probation | exclude", "47173.91", "without Ben: 70,000 / (1 + 15/31)"],
    ["team_managers | exclude", "47173.91", "without Ben: 70,000 / (1 + 15/31)"],
  ]),
);

checkCases("Leavers before the 15th in a team average", [
  ...(["14", "15"] as const).map(
    (day): ReadingCase => ({
      name: `left on the ${day}th, left out by Setting`,
      why: day === "14" ? "Ann alone: 50,000 / 1" : "15 of 31 days count: 70,000 / (1 + 15/31)",
      tabs: [
        tab("Staff", `Person | Team | Plan | Left\nAnn | T | P |\nBen | T | P | @2026-10-${day}`),
        tab("raw", "Agent | Date | sales\nAnn | @2026-10-01 | 50000\nBen | @2026-10-01 | 20000"),
        payTab("=TEAM.AVERAGE(sales)"),
        settings("team_early_leavers | exclude"),
      ],
      expect: { total: { Ann: day === "14" ? "50000.00" : "47173.91" } },
    }),
  ),
]);

checkCases(
  "No data for a metric",
  casesOf(
    [
      STAFF,
      tab(
        "Scoring",
        "Plan | Item | Weight | Method | Metric | Formula\nP | a | 60 | formula | | =45\nP | b | 40 | manual | mood |",
      ),
      payTab("=score"),
    ],
    [
      ["", "75.00", "45 of 60 stretched: 45 × 100/60"],
      ["missing | rescale", "75.00", "the same"],
      ["missing | zero", "45.00", "45 + 0"],
      ["缺失处理 | full", "85.00", "45 + 40"],
      ["missing | hold", null, "held"],
    ],
    "item-without-data-holds Scoring!B3",
  ),
);

const SLOW = [
  STAFF,
  tab("Metrics", "Metric | Formula | Better\nspeed | =response_seconds/responses | lower"),
  tab("Targets", "Month | Applies to | Metric | Target\n2026-10 | * | speed | 40"),
  tab("raw", "Agent | Date | response_seconds | responses\nAnn | @2026-10-02 | 500 | 10"),
];

checkCases("Scoring where lower is better: 50 seconds against 40", [
  ...casesOf(
    [
      ...SLOW,
      tab("Scoring", "Plan | Item | Metric | Weight | Method\nP | a | speed | 100 | ratio"),
      payTab("=score"),
    ],
    [
      ["", "80.00", "40 / 50"],
      ["lower_attainment | ratio", "80.00", "the same"],
      ["越低越好达成率 | mirror", "75.00", "2 - 50/40"],
    ],
  ),
  {
    name: "by bands",
    why: "up to 50 includes 50: 60 % of 100",
    tabs: [
      ...SLOW,
      tab("Scoring", "Plan | Item | Metric | Weight | Method\nP | a | speed | 100 | bands"),
      tab(
        "Bands",
        "Plan | Table | When | Threshold | Result\nP | a | up to | 40 | 100\nP | a | up to | 50 | 60\nP | a | | | 0",
      ),
      payTab("=score"),
    ],
    expect: { total: { Ann: "60.00" } },
  },
]);

const EDGE = (when: string, value: string): Grid[] => [
  STAFF,
  tab("Scoring", "Plan | Item | Weight | Method | Metric\nP | a | 100 | bands | rating"),
  tab("Manual scores", `Month | Person | Metric | Value\n2026-10 | Ann | rating | ${value}`),
  tab("Bands", `Plan | Table | When | Threshold | Result\nP | a | ${when} | 80 | 100\nP | a | | | 0`),
  payTab("=score"),
];

checkCases(
  "The edge of a band, per table",
  (
    [
      ["at least", "79.99", "0.00"],
      ["at least", "80", "100.00"],
      ["above", "80", "0.00"],
      ["above", "80.01", "100.00"],
      ["up to", "80", "100.00"],
      ["up to", "80.01", "0.00"],
      ["below", "80", "0.00"],
      ["below", "79.99", "100.00"],
    ] as const
  ).map(
    ([when, value, total]): ReadingCase => ({
      name: `${value} ${when} 80`,
      why: "at least and up to include their threshold",
      tabs: EDGE(when, value),
      expect: { total: { Ann: total } },
    }),
  ),
);

const GATED = (pay: string, more = ""): Grid[] => [
  STAFF,
  tab("raw", "Agent | Date | received | replied\nAnn | @2026-10-02 | 100 | 97"),
  tab("Metrics", "Metric | Formula\nreply_rate | =replied/received"),
  tab(
    "Scoring",
    `Plan | Item | Kind | Weight | Method | Formula\nP | reply | gate | | formula | =reply_rate>=98%\nP | work | points | 100 | formula | =80\n${more}`,
  ),
  tab("Pay", `Plan | Component | Formula | Only if\n${pay}`),
];

checkCases("A gate that is not met: 97 % of 98 %", [
  {
    name: "the incentive is 0",
    why: "Only if =gates; the base stays",
    tabs: GATED("P | base | =base |\nP | incentive | =500 | =gates"),
    expect: { pay: { Ann: { base: "1000.00", incentive: "0.00" } } },
  },
  {
    name: "a reduced rate",
    why: "half of 500",
    tabs: GATED("P | incentive | =500*IF(gates,1,0.5) |"),
    expect: { total: { Ann: "250.00" } },
  },
  {
    name: "points",
    why: "80 less 10 points",
    tabs: GATED(
      "P | incentive | =500*score/100 |",
      "P | late | deduction | 10 | formula | =IF(reply_rate>=98%,0,10)",
    ),
    expect: { score: { Ann: "70.00" }, total: { Ann: "350.00" } },
  },
]);

/** September in History: Ben's rate is best, from few inquirers. */
const BEST = (target: string, inquirers: number): Grid[] => [
  tab("Staff", "Person | Team | Plan\nAnn | T | P\nBen | T | P"),
  tab("Metrics", "Metric | Formula | Unit\nconversion | =final_payers/inquirers | %"),
  tab(
    "raw",
    "Agent | Date | inquirers | final_payers\nAnn | @2026-10-02 | 100 | 36\nBen | @2026-10-02 | 100 | 20",
  ),
  tab("Targets", `Month | Applies to | Metric | Target\n2026-10 | * | conversion | ${target}`),
  tab(
    "History",
    `Month | Person | Team | Name | Value\n2026-09 | Ann | T | conversion | 0.30\n2026-09 | Ann | T | inquirers | 200\n2026-09 | Ben | T | conversion | 0.40\n2026-09 | Ben | T | inquirers | ${inquirers}`,
  ),
  payTab("=TARGET(conversion)*10000"),
];

checkCases("Team best + 5 %", [
  ...(
    [
      [
        "=PREVIOUS(TEAM.BEST(conversion))+5%",
        30,
        "4500.00",
        "percentage points over 40 %, from 30 inquirers",
      ],
      ["=PREVIOUS(TEAM.BEST(conversion))+5%", 29, "3500.00", "29 inquirers are too few: 30 % + 5"],
      ["=PREVIOUS(TEAM.BEST(conversion))*1.05", 30, "4200.00", "relative: 40 % × 1.05"],
      ["=TEAM.BEST(conversion)", 30, "3600.00", "the same month: 36 %"],
    ] as const
  ).map(
    ([target, inquirers, total, why]): ReadingCase => ({
      name: `${target}, best from ${inquirers}`,
      why,
      tabs: BEST(target, inquirers),
      expect: { total: { Ann: total } },
    }),
  ),
  ...(
    [
      ["29", "4500.00", "29 are enough"],
      ["0", "4500.00", "everybody counts"],
      ["201", null, "nobody counts: the target has no data"],
    ] as const
  ).map(
    ([least, total, why]): ReadingCase => ({
      name: `team_best_minimum | ${least}`,
      why,
      tabs: [...BEST("=PREVIOUS(TEAM.BEST(conversion))+5%", 29), settings(`团队最高最少人数 | ${least}`)],
      expect: {
        total: { Ann: total },
        ...(total === null ? { held: ["Ann", "Ben"], errors: ["target-without-data Targets!D2"] } : {}),
      },
    }),
  ),
]);

const SALES = (name: string): Grid[] => [
  STAFF,
  tab("Metrics", "Metric | Formula\nnet_sales | =sales-refunds\nnet_of_postage | =sales-refunds-postage"),
  tab("raw", "Agent | Date | sales | refunds | postage\nAnn | @2026-10-02 | 1000 | 120 | 30.5"),
  payTab(`=${name}`),
];

checkCases(
  "Sales basis of a line: a metric of its own",
  (
    [
      ["sales", "1000.00", "gross"],
      ["net_sales", "880.00", "less 120 refunded"],
      ["net_of_postage", "849.50", "less 30.50 of postage as well"],
    ] as const
  ).map(
    ([name, total, why]): ReadingCase => ({
      name,
      why,
      tabs: SALES(name),
      expect: { total: { Ann: total } },
    }),
  ),
);

checkCases(
  "A ceiling on the score",
  casesOf(
    [
      STAFF,
      tab(
        "Scoring",
        "Plan | Item | Kind | Weight | Method | Formula\nP | a | points | 100 | formula | =95\nP | b | bonus | 10 | formula | =10",
      ),
      payTab("=score"),
    ],
    [
      ["", "105.00", "95 + 10"],
      ["score_ceiling | none", "105.00", "the same"],
      ["得分上限 | 100", "100.00", "held at 100"],
      ["score_ceiling | 105", "105.00", "exactly the ceiling"],
      ["score_ceiling | 104.99", "104.99", "just below"],
    ],
  ),
);

checkCases(
  "Part months: 20 of 22 scheduled days, 28 of 31 calendar days",
  casesOf(
    [
      tab("Staff", "Person | Plan | Base pay | Hired\nAnn | P | 3100 | @2026-10-04"),
      tab(
        "roster",
        `Agent | Date | scheduled_days\n${Array.from({ length: 31 }, (_, at) => {
          const day = String(at + 1).padStart(2, "0");
          // Two working days before she came, twenty after.
          return `Ann | @2026-10-${day} | ${at < 2 || (at >= 3 && at < 23) ? 1 : 0}`;
        }).join("\n")}`,
      ),
      payTab("=base"),
    ],
    [
      ["", "2818.18", "3,100 × 20/22"],
      ["proration | scheduled", "2818.18", "the same"],
      ["折算依据 | calendar", "2800.00", "3,100 × 28/31"],
    ],
  ),
);

describe("A metric that is rated by hand, before anybody has rated", () => {
  const METRICS = (name: string) => tab("Metrics", `Metric | Formula | Unit\n${name} | | points`);
  const SCORING = (name: string) =>
    tab(
      "Scoring",
      `Plan | Item | Weight | Method | Metric | Formula\nP | a | 60 | bands | ${name} |\nP | b | 40 | formula | | =30`,
    );
  const BANDS = tab(
    "Bands",
    "Plan | Table | When | Threshold | Result\nP | a | at least | 8 | 100\nP | a | | | 50",
  );
  const rated = (name: string, ...more: Grid[]) =>
    runBook([STAFF, METRICS(name), SCORING(name), BANDS, payTab("=score"), ...more]);
  const codes = (result: ReturnType<typeof rated>) =>
    result.issues.map(({ severity, code }) => `${severity} ${code}`);

  test("is missing data under the policy, with a warning", () => {
    const result = rated("teamwork");
    // 30 of 40 stretched to 100.
    expect(result.total.toFixed(2)).toBe("75.00");
    expect(codes(result)).toEqual(["warning item-without-data-rescale", "info metric-taken-as-rated"]);
  });

  test("counts once it is rated, and the note is gone", () => {
    const scores = tab("Manual scores", "Month | Person | Metric | Value\n2026-10 | Ann | teamwork | 8");
    const result = rated("teamwork", scores);
    expect(result.total.toFixed(2)).toBe("90.00");
    expect(codes(result)).toEqual([]);
  });

  test("a name that nobody declared stays an error", () => {
    const result = runBook([STAFF, SCORING("teamwork"), BANDS, payTab("=score")]);
    expect(codes(result)).toEqual(["error unknown-metric"]);
  });

  test.each([
    ["salse"],
    ["conversoin_x"],
    ["order"],
    ["inquirer"],
  ])("%s is near a measure only where it is", (name) => {
    const found = codes(rated(name)).filter((code) => code.startsWith("error"));
    expect(found).toEqual(name === "conversoin_x" ? [] : ["error metric-without-formula"]);
  });
});
