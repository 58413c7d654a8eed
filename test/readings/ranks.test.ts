import { checkCases, payTab, tab } from "./book";

const STAFF = tab("Staff", "Person | Team | Plan\nAnn | T | P\nBen | T | P\nCid | T | P\nDee | U | P");
const RAW = tab(
  "raw",
  "Agent | Date | sales | response_seconds | responses\nAnn | @2026-10-20 | 300 | 30 | 1\nBen | @2026-10-20 | 300 | 20 | 1\nCid | @2026-10-20 | 200 | 40 | 1\nDee | @2026-10-20 | 900 | 10 | 1",
);
const METRICS = tab("Metrics", "Metric | Formula | Better\nspeed | =response_seconds/responses | lower");

checkCases("TEAM.RANK and TEAM.COUNT", [
  {
    name: "1 is best, equals share a place, the next one follows after both",
    why: "300, 300, 200 in T: 1, 1, 3; in the shop 900 is ahead of them: 2, 2, 4, 1",
    tabs: [STAFF, RAW, payTab("=TEAM.RANK(sales)*10+SHOP.RANK(sales)")],
    expect: { total: { Ann: "12.00", Ben: "12.00", Cid: "34.00", Dee: "11.00" } },
  },
  {
    name: "the direction of the metric",
    why: "30, 20, 40 seconds, lower is better: 2, 1, 3; a quotient may be ranked, it is not averaged",
    tabs: [STAFF, RAW, METRICS, payTab("=TEAM.RANK(speed)")],
    expect: { total: { Ann: "2.00", Ben: "1.00", Cid: "3.00", Dee: "1.00" } },
  },
  {
    name: "only members with data are counted, and only they have a rank",
    why: "Cid has no sales: two members, ranks 1 and 2, and no rank for Cid, whom it holds",
    tabs: [
      STAFF,
      tab("raw", "Agent | Date | sales\nAnn | @2026-10-20 | 3\nBen | @2026-10-20 | 2\nCid | @2026-10-20 | -"),
      payTab("=TEAM.RANK(sales)+TEAM.COUNT(sales)*10"),
    ],
    expect: {
      total: { Ann: "21.00", Ben: "22.00" },
      held: ["Cid", "Dee"],
      errors: ["no-data-in-pay Pay!C2", "no-data-in-pay Pay!C2"],
    },
  },
  {
    name: "nobody with data counts 0",
    why: "a count is never missing",
    tabs: [STAFF, payTab("=TEAM.COUNT(sales)")],
    expect: { total: { Ann: "0.00", Dee: "0.00" } },
  },
  {
    name: "the share of better members, as rank percentiles are written",
    why: "(rank-1)/N: 0/3, 0/3, 2/3 of 3000",
    tabs: [STAFF, RAW, payTab("=(TEAM.RANK(sales)-1)/TEAM.COUNT(sales)*3000")],
    expect: { total: { Ann: "0.00", Ben: "0.00", Cid: "2000.00" } },
  },
  {
    name: "without oneself: the place among the others, counted from 1",
    why: "team_self = exclude: Cid's two others are better: 3 of the others' 2",
    tabs: [
      STAFF,
      RAW,
      tab("Settings", "Setting | Value\nteam_self | exclude"),
      payTab("=TEAM.RANK(sales)*10+TEAM.COUNT(sales)"),
    ],
    expect: { total: { Ann: "12.00", Ben: "12.00", Cid: "32.00", Dee: "10.00" } },
  },
  {
    name: "scores in Pay",
    why: "scores 80, 50, 50: the best gets 500",
    tabs: [
      tab("Staff", "Person | Team | Plan | Base pay\nAnn | T | P | 80\nBen | T | P | 50\nCid | T | P | 50"),
      tab("Scoring", "Plan | Item | Weight | Method | Formula\nP | a | 100 | formula | =base"),
      tab("Pay", "Plan | Component | Formula | Only if\nP | award | =500 | =TEAM.RANK(score)<=1"),
    ],
    expect: { total: { Ann: "500.00", Ben: "0.00", Cid: "0.00" } },
  },
]);

const CONVERSION = tab("Metrics", "Metric | Formula\nconversion | =final_payers/inquirers");

function historyTarget(rows: string, settings = ""): ReturnType<typeof tab>[] {
  return [
    tab("Staff", "Person | Team | Plan\nAnn | T | P\nBen | T | P"),
    CONVERSION,
    tab("History", `Month | Person | Team | Name | Value\n${rows}`),
    ...(settings === "" ? [] : [tab("Settings", `Setting | Value\n${settings}`)]),
    payTab("=PREVIOUS(TEAM.BEST(conversion))*1000"),
  ];
}

checkCases("The best of the closed month needs a minimum count (DESIGN 5.8, DOMAIN A.12)", [
  {
    name: "30 inquirers count",
    why: "Ann 90% of 30",
    tabs: historyTarget(
      "2026-09 | Ann | T | conversion | 0.9\n2026-09 | Ann | T | inquirers | 30\n2026-09 | Ben | T | conversion | 0.5\n2026-09 | Ben | T | inquirers | 300",
    ),
    expect: { total: { Ann: "900.00", Ben: "900.00" } },
  },
  {
    name: "29 do not",
    why: "Ann's 90% of 29 is left out, Ben's 50% remains",
    tabs: historyTarget(
      "2026-09 | Ann | T | conversion | 0.9\n2026-09 | Ann | T | inquirers | 29\n2026-09 | Ben | T | conversion | 0.5\n2026-09 | Ben | T | inquirers | 300",
    ),
    expect: { total: { Ann: "500.00", Ben: "500.00" } },
  },
  {
    name: "the Setting moves it",
    why: "29 with a minimum of 29",
    tabs: historyTarget(
      "2026-09 | Ann | T | conversion | 0.9\n2026-09 | Ann | T | inquirers | 29\n2026-09 | Ben | T | conversion | 0.5\n2026-09 | Ben | T | inquirers | 300",
      "team_best_minimum | 29",
    ),
    expect: { total: { Ann: "900.00", Ben: "900.00" } },
  },
  {
    name: "a closed month without the count",
    why: "nothing is known against Ann's 90%",
    tabs: historyTarget("2026-09 | Ann | T | conversion | 0.9\n2026-09 | Ben | T | conversion | 0.5"),
    expect: { total: { Ann: "900.00", Ben: "900.00" } },
  },
]);
