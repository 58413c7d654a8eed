/** Awards are rows of Pay and Metrics: nothing is programmed for them (DOMAIN A.7, A.18 T3). */
import { checkCases, tab } from "./book";

const STAFF = tab(
  "Staff",
  "Person | Team | Plan\nAnn | T | P\nBen | T | P\nCid | T | P\nDee | T | P\nEve | U | P",
);
const RATED = tab(
  "Manual scores",
  "Month | Person | Metric | Value\n2026-10 | Ann | rating | 90\n2026-10 | Ben | rating | 80\n2026-10 | Cid | rating | 80\n2026-10 | Dee | rating | 70\n2026-10 | Eve | rating | 60",
);
const SCORING = tab("Scoring", "Plan | Item | Weight | Method | Metric\nP | a | 100 | manual | rating");
const RAW = tab(
  "raw",
  "Agent | Date | sales | response_seconds | responses\nAnn | @2026-10-20 | 300 | 30 | 1\nBen | @2026-10-20 | 400 | 20 | 1\nCid | @2026-10-20 | 200 | 40 | 1\nDee | @2026-10-20 | 100 | 50 | 1\nEve | @2026-10-20 | 900 | 10 | 1",
);
const METRICS = tab(
  "Metrics",
  "Metric | Formula | Better\nspeed | =response_seconds/responses | lower\nsales_rank | =TEAM.RANK(sales) |",
);
const pay = (formula: string, onlyIf: string) =>
  tab("Pay", `Plan | Component | Formula | Only if\nP | award | ${formula} | ${onlyIf}`);
const totals = (ann: number, ben: number, cid: number, dee: number, eve: number) =>
  Object.fromEntries(
    Object.entries({ Ann: ann, Ben: ben, Cid: cid, Dee: dee, Eve: eve }).map(([name, amount]) => [
      name,
      `${amount}.00`,
    ]),
  );

checkCases("Awards for the best", [
  {
    name: "the best score of each team",
    why: "90 of T, 60 of U",
    tabs: [STAFF, RATED, SCORING, pay("=300", "=TEAM.RANK(score)<=1")],
    expect: { total: totals(300, 0, 0, 0, 300) },
  },
  {
    name: "the best two, where two share the second place",
    why: "places 1, 2, 2, 4",
    tabs: [STAFF, RATED, SCORING, pay("=300", "=TEAM.RANK(score)<=2")],
    expect: { total: totals(300, 300, 300, 0, 300) },
  },
  {
    name: "the first three, each place with its own amount",
    why: "500, then 300 for places 2 and 3; Dee is fourth",
    tabs: [STAFF, RATED, SCORING, pay("=IFS(TEAM.RANK(score)=1,500,TEAM.RANK(score)<=3,300,TRUE,0)", "")],
    expect: { total: totals(500, 300, 300, 0, 500) },
  },
  {
    name: "only in a team of four or more",
    why: "Eve is alone in U",
    tabs: [STAFF, RATED, SCORING, pay("=300", "=AND(TEAM.COUNT(score)>=4,TEAM.RANK(score)=1)")],
    expect: { total: totals(300, 0, 0, 0, 0) },
  },
  {
    name: "by a metric, with its direction, over the shop",
    why: "10 seconds are the fastest",
    tabs: [STAFF, RAW, METRICS, pay("=300", "=SHOP.RANK(speed)=1")],
    expect: { total: totals(0, 0, 0, 0, 300) },
  },
  {
    name: "first in sales two months in a row",
    why: "sales_rank is a metric and so in History: Ben led in September as well, Eve did not",
    tabs: [
      STAFF,
      RAW,
      METRICS,
      tab(
        "History",
        "Month | Person | Team | Name | Value\n2026-09 | Ben | T | sales_rank | 1\n2026-09 | Ann | T | sales_rank | 1\n2026-09 | Eve | U | sales_rank | 2",
      ),
      pay("=300", "=AND(sales_rank=1,MAX(0,PREVIOUS(sales_rank))=1)"),
    ],
    expect: { total: totals(0, 300, 0, 0, 0) },
  },
]);
