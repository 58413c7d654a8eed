/** A shop of three with History, whose figures are counted by hand in the tests. */
import { parseMonth } from "../../src/engine/calendar";
import type { Grid } from "../../src/engine/grid";
import type { TabDescription } from "../../src/report/tab";
import type { MonthView } from "../../src/report/view";
import type { Lang } from "../../src/text/labels";
import { computeMonth } from "../month";
import { tab } from "../readings/book";

const RULES = [
  tab(
    "Staff",
    `Person | Team | Plan | Base pay | Hired
Ann | T | P | 2000 |
Ben | T | P | 2000 |
Cid | T | P | 1000 | @2026-10-05`,
  ),
  tab("Targets", "Month | Applies to | Metric | Target\n2026-10 | * | sales | 1000"),
  tab(
    "Metrics",
    `Metric | Label | 中文名 | Formula | Unit | Better
conversion | Conversion | 转化率 | =final_payers/inquirers | % |
first_response | First response | 首响 | =first_response_seconds/first_responses | s | lower`,
  ),
  tab(
    "Scoring",
    `Plan | Item | Kind | Metric | Weight | Method | Measure | Formula
P | Sales | points | sales | 60 | ratio | attainment |
P | Conversion | points | conversion | 40 | bands | value |
P | floor | gate | | | formula | | =conversion>=30%`,
  ),
  tab(
    "Bands",
    `Plan | Table | When | Threshold | Result
P | Conversion | at least | 50% | 100
P | Conversion | at least | 40% | 50
P | Conversion | | | 0
P | rate | at least | 100% | 2%
P | rate | at least | 50% | 1%
P | rate | | | 0`,
  ),
  tab(
    "Pay",
    `Plan | Component | Label | 中文名 | Formula | Only if
P | base | Base pay | 底薪 | =base |
P | commission | Commission | 提成 | =sales*RATE("rate",ATTAINMENT(sales)) |
P | bonus | Bonus | 奖金 | =50 | =score>=60`,
  ),
  tab("Calendar", "From | To | Profile\n@2026-10-03 | @2026-10-03 | promotion"),
  tab(
    "Adjustments",
    "Month | Person | Component | Amount | Reason\n2026-10 | Ann | refund | -20 | late refund",
  ),
];

const HISTORY = tab(
  "History",
  `Month | Person | Team | Name | Value
2026-08 | Ann | T | score | 70
2026-08 | Ann | T | base | 1900
2026-09 | Ann | T | sales | 900
2026-09 | Ann | T | TARGET(sales) | 1000
2026-09 | Ann | T | score | 80
2026-09 | Ann | T | base | 2000
2026-09 | Ann | T | commission | 9
2026-09 | Ann | T | gift | 30
2026-09 | Ann | T | first_response | 15
2026-09 | Ann | T | ATTAINMENT(sales) | 0.9
2026-09 | Ben | T | score | 65
2026-09 | Ben | T | base | 2000`,
);

/**
 * Ann: sales 1,200, conversion 10 of 20; Ben: sales 600, 6 of 20; Cid: sales 100, 1 of 10 (below the
 * gate). 2026-10-02 has no row, and on the 5th nobody came.
 */
const RAW = tab(
  "raw",
  `Agent | Date | inquirers | final_payers | first_response_seconds | first_responses | sales
Ann | @2026-10-01 | 10 | 6 | 300 | 10 | 700
Ann | @2026-10-03 | 10 | 4 | 100 | 10 | 500
Ben | @2026-10-01 | 20 | 6 | 900 | 20 | 600
Cid | @2026-10-05 | 0 | 0 | 0 | 0 | 0
Cid | @2026-10-06 | 10 | 1 | 200 | 10 | 100`,
);

/** The month of the shop; without its History where asked. */
export function smallShop(lang: Lang = "en", withHistory = true, more: readonly Grid[] = []): MonthView {
  const month = parseMonth("2026-10");
  if (!month) throw new Error("no October");
  return computeMonth([...RULES, ...(withHistory ? [HISTORY] : []), ...more, RAW], month, lang);
}

/** The values of a tab's cells. */
export function valuesOf({ rows }: TabDescription): (string | number)[][] {
  return rows.map((row) => row.map((cell) => cell?.value ?? ""));
}

/** The rows of a tab from the one that holds a text on, up to the first empty one. */
export function section(described: TabDescription, start: string): (string | number)[][] {
  const all = valuesOf(described);
  const from = all.findIndex((row) => row.some((value) => String(value).startsWith(start)));
  const rest = from < 0 ? [] : all.slice(from);
  const end = rest.findIndex((row) => row.every((value) => value === ""));
  return end < 0 ? rest : rest.slice(0, end);
}

/** Everything that a tab shows, notes included, as one text. */
export function shownOn({ rows }: TabDescription): string {
  return rows.flatMap((row) => row.flatMap((cell) => (cell ? [cell.value, cell.note ?? ""] : []))).join("\n");
}
