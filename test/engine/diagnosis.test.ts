/** What a person's figures say, with every figure counted by hand. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Diagnosis } from "../../src/engine/diagnosis";
import type { Exact } from "../../src/engine/exact";
import type { Grid } from "../../src/engine/grid";
import { resultJson } from "../../src/report/json";
import { runBook, tab } from "../readings/book";

const STAFF = tab("Staff", "Person | Team | Plan\nAnn | T | P\nBen | T | P\nCid | T | P");
const METRICS = tab(
  "Metrics",
  `Metric | Formula | Unit | Better
conversion | =final_payers/inquirers | % |
first_response | =first_response_seconds/first_responses | s | lower
loss_rate | =closed_orders/orders | % | lower`,
);
const SCORING = tab(
  "Scoring",
  `Plan | Item | Kind | Metric | Weight | Method
P | Conversion | points | conversion | 60 | bands
P | First response | points | first_response | 40 | bands`,
);
const BANDS = tab(
  "Bands",
  `Plan | Table | When | Threshold | Result
P | conversion | at least | 45% | 100
P | conversion | at least | 40% | 50
P | conversion | | | 0
P | first_response | up to | 30 | 100
P | first_response | | | 50`,
);
const PAY = tab("Pay", "Plan | Component | Formula\nP | bonus | =10*score");
const CALENDAR = tab("Calendar", "From | To | Profile\n@2026-10-05 | @2026-10-05 | promotion");
const HISTORY = tab(
  "History",
  `Month | Person | Team | Name | Value
2026-08 | Ann | T | score | 60
2026-08 | Ann | T | conversion | 0.4
2026-09 | Ann | T | score | 40
2026-09 | Ann | T | conversion | 0.45
2026-09 | Ann | T | first_response | 50
2026-09 | Ben | T | conversion | 0.4`,
);
const HEADER =
  "Agent | Date | inquirers | final_payers | first_response_seconds | first_responses | orders | closed_orders | sales | closed_amount";
const ANN = [
  "Ann | @2026-10-01 | 10 | 5 | 500 | 10 | 40 | 8 | 3100 | 900",
  "Ann | @2026-10-02 | 10 | 5 | 0 | 0 | 0 | 0 | 0 | 0",
  "Ann | @2026-10-03 | 10 | 5 | 0 | 0 | 0 | 0 | 0 | 0",
  "Ann | @2026-10-05 | 20 | 6 | 0 | 0 | 0 | 0 | 0 | 0",
];
const BEN = "Ben | @2026-10-01 | 100 | 50 | 300 | 10 | 50 | 5 | 9500 | 500";
const CID = "Cid | @2026-10-01 | 90 | 36 | 400 | 20 | 30 | 2 | 9900 | 100";

function raw(rows: readonly string[]): Grid {
  return tab("raw", [HEADER, ...rows].join("\n"));
}

const RULES = [STAFF, METRICS, SCORING, BANDS, PAY];
const MONTH = [...RULES, CALENDAR, HISTORY, raw([...ANN, BEN, CID])];

function diagnosisOf(tabs: readonly Grid[], person = "Ann"): Diagnosis {
  return runBook(tabs).diagnosis.of(person) ?? expect.fail(`${person} is not listed`);
}

/** Numbers as reduced fractions, so that nothing is compared rounded. */
function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, one: unknown) =>
      typeof one === "object" && one !== null && "toFraction" in one ? (one as Exact).toFraction() : one,
    ),
  );
}

describe("a month by hand", () => {
  const ann = plain(diagnosisOf(MONTH));

  test("points lost: 42 % is half of 60, 50 s half of 40", () => {
    expect(ann).toMatchObject({
      lost: [
        { item: "Conversion", metric: "conversion", lost: "30", weight: "60", value: "21/50" },
        { item: "First response", lost: "20", weight: "40", value: "50" },
      ],
    });
  });

  test("the team from summed counts: 1200 s of 40, not the mean of 50, 30 and 20; 107 of 240", () => {
    expect(ann).toMatchObject({
      behind: [
        { item: "First response", value: "50", team: "30", distance: "2/3" },
        // (107/240 - 21/50) / (107/240) = (107/240 - 100.8/240) / (107/240) = 6.2/107
        { item: "Conversion", value: "21/50", team: "107/240", distance: "31/535" },
      ],
    });
  });

  test("inquiries a head are 240 / 3", () => {
    expect(ann).toMatchObject({
      selling: {
        verdict: "both",
        inflow: "inquirers",
        people: "50",
        teamPeople: "80",
        wholeMonth: true,
        conversion: "21/50",
        teamConversion: "107/240",
      },
    });
  });

  test("orders lost: 8 of 40 against 15 of 120; 900 of 4000 against 1500 of 24000", () => {
    expect(ann).toMatchObject({
      losses: [
        { by: "count", rate: "1/5", team: "1/8", counts: { closed: "8", whole: "40" } },
        { by: "amount", rate: "9/40", team: "1/16", counts: { closed: "900", whole: "4000" } },
      ],
    });
  });

  test("the promotion: 20 a day and 30 % against 10 a day and 50 %", () => {
    expect(ann).toMatchObject({
      promotion: {
        promotionDays: 1,
        otherDays: 3,
        perPromotionDay: "20",
        perOtherDay: "10",
        promotionConversion: "3/10",
        otherConversion: "1/2",
      },
    });
  });

  test("the months: 60, 40, 50; conversion fell from 45 %, the response did not move", () => {
    expect(ann).toMatchObject({
      trend: {
        scores: [
          { month: "2026-08", score: "60" },
          { month: "2026-09", score: "40" },
          { month: "2026-10", score: "50" },
        ],
        change: "10",
        changeSince: "2026-09",
        movesSince: "2026-09",
        moves: [{ item: "Conversion", before: "9/20", now: "21/50", to: "worse" }],
      },
      weakest: { item: "Conversion", metric: "conversion" },
    });
  });

  test("equal to the team is not worse: Ben's 30 s; nothing lost and nothing to train", () => {
    expect(plain(diagnosisOf(MONTH, "Ben"))).toMatchObject({
      lost: [],
      behind: [],
      selling: { verdict: "neither" },
      losses: [],
      promotion: null,
      trend: { scores: [], change: null, moves: [{ before: "2/5", now: "1/2", to: "better" }] },
      weakest: null,
    });
  });

  test("the team's line: scores 50, 100 and 70; figures of summed counts", () => {
    expect(plain(runBook(MONTH).diagnosis.teams())).toMatchObject([
      {
        team: "T",
        heads: 3,
        score: "220/3",
        metrics: [
          { item: "Conversion", value: "107/240", aHead: false },
          { item: "First response", value: "30", aHead: false },
        ],
      },
    ]);
  });

  test("who is not listed has none", () => {
    expect(runBook(MONTH).diagnosis.of("Dee")).toBeNull();
  });
});

/** Ann against Ben and Cid with 100 inquirers and 50 payers each: the figures of all three sum up. */
const VERDICTS: readonly (readonly [inquirers: number, payers: number, verdict: string, why: string])[] = [
  [100, 50, "neither", "equal to both"],
  [99, 50, "few", "99 of 299/3; 50/99 is above 150/299"],
  [100, 49, "weak", "equal inquiries; 49/100 is below 149/300"],
  [99, 49, "both", "49/99 = 0.4949 is below 149/299 = 0.4983"],
  [101, 51, "neither", "more, and 51/101 is above 151/301"],
];

test.each(VERDICTS)("%i inquirers and %i payers: %s", (inquirers, payers, verdict) => {
  const rows = [`Ann | @2026-10-01 | ${inquirers} | ${payers}`, ...others(2)];
  expect(diagnosisOf([...RULES, narrow(rows)]).selling?.verdict).toBe(verdict);
});

function narrow(rows: readonly string[], header = "Agent | Date | inquirers | final_payers"): Grid {
  return tab("raw", [header, ...rows].join("\n"));
}

function others(count: number): string[] {
  return ["Ben", "Cid"].slice(0, count).map((name) => `${name} | @2026-10-01 | 100 | 50`);
}

describe("too small a team", () => {
  test("of three people two have data: nothing is said of the team", () => {
    const found = runBook([...RULES, narrow(["Ann | @2026-10-01 | 10 | 1", ...others(1)])]).diagnosis;
    expect(found.of("Ann")).toMatchObject({ behind: [], selling: null, losses: [] });
    expect(found.of("Ann")?.lost).toHaveLength(1);
    expect(found.teams()).toEqual([]);
  });

  test("who brings only zeros to the sums hides nobody", () => {
    const rows = ["Ann | @2026-10-01 | 10 | 1", ...others(1), "Cid | @2026-10-01 | 0 | 0"];
    expect(diagnosisOf([...RULES, narrow(rows)])).toMatchObject({ behind: [], selling: null });
  });

  test("other teams do not count", () => {
    const staff = tab("Staff", "Person | Team | Plan\nAnn | T | P\nBen | T | P\nCid | U | P");
    const tabs = [staff, METRICS, SCORING, BANDS, PAY, raw([...ANN, BEN, CID])];
    expect(diagnosisOf(tabs)).toMatchObject({ behind: [], selling: null, losses: [] });
  });

  test("the own value left out of team values by Setting: two others are enough", () => {
    const settings = tab("Settings", "Setting | Value\nteam_self | exclude");
    // 200 / 2 a head and 100 of 200: Ann's 10 and 1 stand against the others alone.
    const rows = ["Ann | @2026-10-01 | 10 | 1", ...others(2)];
    const found = diagnosisOf([...RULES, settings, narrow(rows)]);
    expect(plain(found.selling)).toMatchObject({ verdict: "both", teamPeople: "100", teamConversion: "1/2" });
    expect(diagnosisOf([...RULES, settings, narrow(rows.slice(0, 2))]).selling).toBeNull();
  });
});

describe("part months and held people", () => {
  test("a part month is held to its share of the team's average", () => {
    const staff = tab(
      "Staff",
      "Person | Team | Plan | Hired\nAnn | T | P | 2026-10-17\nBen | T | P\nCid | T | P",
    );
    // Heads 2 + 15/31 = 77/31; 240 inquirers are 240 x 31/77 a head, of which 15/31: 3600/77 = 46.75.
    const rows = ["Ann | @2026-10-20 | 40 | 20", ...others(2)];
    expect(plain(diagnosisOf([staff, ...RULES.slice(1), narrow(rows)]).selling)).toMatchObject({
      verdict: "few",
      people: "40",
      teamPeople: "3600/77",
      wholeMonth: false,
    });
    const enough = ["Ann | @2026-10-20 | 48 | 24", ...others(2)];
    // 248 x 15/77 = 48.31 is still more; 49 of 249 x 15/77 = 48.51 is not.
    expect(diagnosisOf([staff, ...RULES.slice(1), narrow(enough)]).selling?.verdict).toBe("few");
    const more = ["Ann | @2026-10-20 | 49 | 25", ...others(2)];
    expect(diagnosisOf([staff, ...RULES.slice(1), narrow(more)]).selling?.verdict).toBe("neither");
  });

  test("a cell that cannot be read silences what needs it, and nothing else", () => {
    const broken = ANN.map((row) => row.replace("| 20 | 6 |", "| 2O | 6 |"));
    const result = runBook([...RULES, CALENDAR, HISTORY, raw([...broken, BEN, CID])]);
    const ann = plain(result.diagnosis.of("Ann"));
    expect(result.people[0]).toMatchObject({ held: true, score: null });
    expect(ann).toMatchObject({
      lost: [{ item: "First response", lost: "20" }],
      behind: [{ item: "First response", team: "30" }],
      selling: null,
      promotion: null,
      trend: null,
    });
    expect(JSON.stringify(ann)).not.toContain("Conversion");
  });
});

describe("the promotion needs", () => {
  const withDays = (rows: readonly string[], calendar = CALENDAR) =>
    diagnosisOf([...RULES, calendar, raw([...rows, BEN, CID])]).promotion;

  test.each([
    ["three other days", ANN.filter((row) => !row.includes("10-03")), null],
    ["a promotion day with data", ANN.slice(0, 3), null],
    ["more people a day", ANN.map((row) => row.replace("| 20 | 6 |", "| 10 | 3 |")), null],
    ["a lower conversion", ANN.map((row) => row.replace("| 20 | 6 |", "| 20 | 10 |")), null],
    ["no more than that", ANN.map((row) => row.replace("| 20 | 6 |", "| 11 | 5 |")), 1],
  ])("%s", (_needs, rows, days) => {
    expect(withDays(rows)?.promotionDays ?? null).toBe(days);
  });

  test("cells that can be read, on the other days too", () => {
    expect(withDays([...ANN, "Ann | @2026-10-06 | 1O | 5"])).toBeNull();
    expect(withDays([...ANN, "Ann | @2026-10-06 | 10 | 5"])?.otherDays).toBe(4);
  });

  test("a row of Calendar", () => {
    const low = tab("Calendar", "From | To | Profile\n@2026-10-05 | @2026-10-05 | low");
    expect(withDays(ANN, low)).toBeNull();
    const named = tab("Calendar", "From | To | Profile\n@2026-10-05 | @2026-10-05 | 大促");
    expect(withDays(ANN, named)?.otherDays).toBe(3);
  });
});

describe("which figures are taken", () => {
  const received = "Agent | Date | received | final_payers | orderers";

  test("people received where there are no inquirers, paid before ordered", () => {
    const metrics = tab("Metrics", "Metric | Formula | Unit\naov | =sales/payers | money");
    const pay = tab("Pay", "Plan | Component | Formula\nP | x | =final_payers");
    const rows = [
      "Ann | @2026-10-01 | 50 | 10 | 20",
      "Ben | @2026-10-01 | 50 | 20 | 20",
      "Cid | @2026-10-01 | 50 | 30 | 20",
    ];
    const found = diagnosisOf([STAFF, metrics, pay, narrow(rows, received)]);
    expect(plain(found.selling)).toMatchObject({
      verdict: "weak",
      inflow: "received",
      conversion: "1/5",
      teamConversion: "2/5",
    });
  });

  test("a plan without selling is not asked about selling", () => {
    const pay = tab("Pay", "Plan | Component | Formula\nP | x | =100*refund_rate");
    const metrics = tab("Metrics", "Metric | Formula | Better\nrefund_rate | =refunds/sales | lower");
    const header = "Agent | Date | inquirers | final_payers | sales | refunds";
    const rows = ["Ann", "Ben", "Cid"].map((name, n) => `${name} | @2026-10-01 | ${10 + n} | 5 | 100 | 1`);
    expect(diagnosisOf([STAFF, metrics, pay, narrow(rows, header)]).selling).toBeNull();
    const paid = tab("Pay", "Plan | Component | Formula\nP | x | =1%*sales");
    expect(diagnosisOf([STAFF, metrics, paid, narrow(rows, header)]).selling?.verdict).toBe("few");
  });

  test("a measure that grows with days is compared a head; a manual score as it is", () => {
    const staff = tab(
      "Staff",
      "Person | Team | Plan | Hired\nAnn | T | P | 2026-10-17\nBen | T | P\nCid | T | P",
    );
    const metrics = tab("Metrics", "Metric | Unit\nsales | money");
    const scoring = tab(
      "Scoring",
      "Plan | Item | Metric | Weight | Method\nP | Sales | sales | 50 | bands\nP | Manner | attitude | 50 | manual",
    );
    const bands = tab("Bands", "Plan | Table | When | Threshold | Result\nP | sales | at least | 0 | 100");
    const manual = tab(
      "Manual scores",
      "Month | Person | Metric | Value\n2026-10 | Ann | attitude | 30\n2026-10 | Ben | attitude | 40\n2026-10 | Cid | attitude | 50",
    );
    const rows =
      "Agent | Date | sales\nAnn | @2026-10-20 | 1000\nBen | @2026-10-01 | 5000\nCid | @2026-10-01 | 5000";
    const tabs = [staff, metrics, scoring, bands, PAY, manual, tab("raw", rows)];
    // 11000 x 31/77 a head, of which 15/31: 165000/77 = 15000/7. Manner: (30 x 15/31 + 90) / (77/31) = 3240/77.
    expect(plain(diagnosisOf(tabs).behind)).toMatchObject([
      { item: "Sales", value: "1000", team: "15000/7" },
      { item: "Manner", value: "30", team: "3240/77" },
    ]);
  });
});

test("a loss of orders equal to the team's is not told, one above is", () => {
  const rows = (closed: number) =>
    narrow(
      [`Ann | @2026-10-01 | 40 | ${closed}`, "Ben | @2026-10-01 | 40 | 4", "Cid | @2026-10-01 | 40 | 4"],
      "Agent | Date | orders | closed_orders",
    );
  expect(diagnosisOf([...RULES, rows(4)]).losses).toEqual([]);
  expect(plain(diagnosisOf([...RULES, rows(5)]).losses)).toMatchObject([{ rate: "1/8", team: "13/120" }]);
});

test("whether a formula grows with days is not known: it is compared where all were there all month", () => {
  const metrics = tab("Metrics", "Metric | Formula\npunctual | =100-10*late_count");
  const scoring = tab(
    "Scoring",
    "Plan | Item | Metric | Weight | Method\nP | On time | punctual | 100 | bands",
  );
  const bands = tab("Bands", "Plan | Table | When | Threshold | Result\nP | punctual | at least | 0 | 100");
  const rows = narrow(
    ["Ann | @2026-10-20 | 3", "Ben | @2026-10-20 | 0", "Cid | @2026-10-20 | 0"],
    "Agent | Date | late_count",
  );
  const behind = (hired: string) => {
    const staff = tab(
      "Staff",
      `Person | Team | Plan | Hired\nAnn | T | P |\nBen | T | P |\nCid | T | P | ${hired}`,
    );
    return plain(diagnosisOf([staff, metrics, scoring, bands, PAY, rows]).behind);
  };
  expect(behind("")).toMatchObject([{ item: "On time", value: "70", team: "90", distance: "2/9" }]);
  expect(behind("2026-10-17")).toEqual([]);
});

describe("History", () => {
  const scoresOf = (rows: readonly string[]) => {
    const history = tab("History", ["Month | Person | Team | Name | Value", ...rows].join("\n"));
    return diagnosisOf([...RULES, history, raw([...ANN, BEN, CID])]).trend?.scores.map(({ month }) => month);
  };
  const rowOf = (month: string) => `${month} | Ann | T | score | 70`;

  test("six closed months and this one, whatever the order of the rows", () => {
    const months = [
      "2026-03",
      "2026-09",
      "2026-04",
      "2026-05",
      "2026-08",
      "2026-06",
      "2026-07",
      "2026-10",
      "2026-11",
    ];
    expect(scoresOf(months.map(rowOf))).toEqual([
      "2026-04",
      "2026-05",
      "2026-06",
      "2026-07",
      "2026-08",
      "2026-09",
      "2026-10",
    ]);
  });

  test("one period is no trend", () => {
    expect(scoresOf([])).toBeUndefined();
    expect(scoresOf(["2026-09 | Ben | T | score | 70"])).toBeUndefined();
  });

  test("a month without a score stands between others as no data", () => {
    const history = tab(
      "History",
      "Month | Person | Team | Name | Value\n2026-07 | Ann | T | score | 70\n2026-08 | Ann | T | conversion | 0.42",
    );
    const { trend } = diagnosisOf([...RULES, history, raw([...ANN, BEN, CID])]);
    expect(plain(trend)).toMatchObject({
      scores: [
        { month: "2026-07", score: "70" },
        { month: "2026-08", score: null },
        { month: "2026-10", score: "50" },
      ],
      change: "-20",
      changeSince: "2026-07",
      moves: [],
      movesSince: "",
    });
  });

  test("what differs beyond the sixth decimal, where History ends, did not move", () => {
    const history = (value: string) =>
      tab("History", `Month | Person | Team | Name | Value\n2026-09 | Cid | T | conversion | ${value}`);
    const cid = "Cid | @2026-10-01 | 12 | 5 | 400 | 20 | 30 | 2 | 9900 | 100";
    const moves = (value: string) =>
      diagnosisOf([...RULES, history(value), raw([...ANN, BEN, cid])], "Cid").trend?.moves.map(
        ({ to }) => to,
      );
    expect(moves("0.416667")).toBeUndefined();
    expect(moves("0.416666")).toEqual(["better"]);
    expect(moves("0.416668")).toEqual(["worse"]);
  });
});

describe("always", () => {
  test("a diagnosis changes no score, no pay, no issue and no team figure", () => {
    const result = runBook(MONTH);
    const before = JSON.stringify([resultJson(result, "en"), plain(result.teamFigures), result.issues]);
    for (const { person } of result.people) result.diagnosis.of(person);
    result.diagnosis.teams();
    expect(JSON.stringify([resultJson(result, "en"), plain(result.teamFigures), result.issues])).toBe(before);
  });

  test("nobody else is named", () => {
    for (const [name, others] of [
      ["Ann", /Ben|Cid/],
      ["Cid", /Ann|Ben/],
    ] as const)
      expect(JSON.stringify(plain(diagnosisOf(MONTH, name)))).not.toMatch(others);
    expect(JSON.stringify(plain(runBook(MONTH).diagnosis.teams()))).not.toMatch(/Ann|Ben|Cid/);
  });

  test("nothing in it depends on another team", () => {
    const staff = tab("Staff", "Person | Team | Plan\nAnn | T | P\nBen | T | P\nCid | T | P\nDee | U | P");
    const rows = [...ANN, BEN, CID];
    for (const dee of ["Dee | @2026-10-01 | 9 | 1 | 9 | 1 | 9 | 9 | 9 | 9", "Dee | @2026-10-05 | 99 | 9"]) {
      const { diagnosis } = runBook([staff, ...RULES.slice(1), CALENDAR, HISTORY, raw([...rows, dee])]);
      expect(plain(diagnosis.of("Ann"))).toEqual(plain(diagnosisOf(MONTH)));
      expect(plain(diagnosis.teams())).toEqual(plain(runBook(MONTH).diagnosis.teams()));
    }
  });

  test("neither the order of people nor of rows matters, nor who is asked first", () => {
    const names = ["Ann", "Ben", "Cid"];
    const rows = [...ANN, BEN, CID];
    const wanted = names.map((name) => plain(diagnosisOf(MONTH, name)));
    fc.assert(
      fc.property(
        fc.shuffledSubarray(names, { minLength: 3 }),
        fc.shuffledSubarray(rows, { minLength: rows.length }),
        (people, lines) => {
          const staff = tab(
            "Staff",
            ["Person | Team | Plan", ...people.map((name) => `${name} | T | P`)].join("\n"),
          );
          const { diagnosis } = runBook([staff, ...RULES.slice(1), CALENDAR, HISTORY, raw(lines)]);
          const found = new Map(people.map((name) => [name, plain(diagnosis.of(name))]));
          expect(names.map((name) => found.get(name))).toEqual(wanted);
        },
      ),
      { numRuns: 25 },
    );
  });

  test("who is behind is worse than the team's own sums, and only they", () => {
    const day = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 30 }));
    fc.assert(
      fc.property(fc.array(day, { minLength: 3, maxLength: 6 }), (people) => {
        const names = people.map((_, index) => `P${index}`);
        const staff = tab(
          "Staff",
          ["Person | Team | Plan", ...names.map((name) => `${name} | T | P`)].join("\n"),
        );
        const rows = people.map(([came, paid], index) => `P${index} | @2026-10-01 | ${came} | ${paid}`);
        const { diagnosis } = runBook([staff, ...RULES.slice(1), narrow(rows)]);
        const came = people.reduce((sum, [n]) => sum + n, 0);
        const paid = people.reduce((sum, [, n]) => sum + n, 0);
        for (const [index, [own, bought]] of people.entries()) {
          // Cross-multiplied in whole numbers.
          const isBehind = bought * came < paid * own;
          const found = diagnosis.of(`P${index}`);
          expect(found?.behind.some(({ item }) => item === "Conversion")).toBe(isBehind);
          const few = own * people.length < came;
          const verdict = few ? (isBehind ? "both" : "few") : isBehind ? "weak" : "neither";
          expect(found?.selling?.verdict).toBe(verdict);
        }
      }),
      { numRuns: 40 },
    );
  });
});
