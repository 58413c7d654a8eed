/** What a file without pay is computed from holds no pay of closed months, whatever its components were called. */
import { expect, test } from "vitest";
import { parseMonth } from "../../src/engine/calendar";
import { closedMonths } from "../../src/engine/history";
import { readRules } from "../../src/rules/read";
import { closedWithoutPay } from "../../src/share/unpaid";
import { tab } from "../readings/book";

const NOVEMBER = parseMonth("2026-11") ?? expect.fail();
const RULES = [
  tab("Staff", "Person | Team | Plan | Grade\nA | T | P | A1"),
  tab("Grades", "Grade | Base pay\nA1 | 2000"),
  tab("Metrics", "Metric | Label | Formula\nnet | 净额 | =sales-refunds"),
  tab("Scoring", "Plan | Item | Metric | Weight | Method\nP | quality | quality | 100 | manual"),
  tab("Pay", "Plan | Component | Formula\nP | base pay | =base\nP | refunds | =1"),
];
const HISTORY: readonly (readonly [name: string, isShown: boolean])[] = [
  ["score", true],
  ["sales", true],
  ["TARGET(sales)", true],
  ["ATTAINMENT(net)", true],
  ["net", true],
  ["quality", true],
  ["scheduled_days", true],
  // Lines of pay: of a plan today, of no plan any more, a correction, base pay and grade, and what looks like a figure.
  ["base pay", false],
  ["refunds", false],
  ["bonus", false],
  ["提成", false],
  ["净额", false],
  ["2026-09 bonus", false],
  ["base", false],
  ["grade", false],
  ["TARGET(bonus)", false],
  ["ATTAINMENT(", false],
];

test("of a closed month only the score and figures of metrics and measures are left", () => {
  const rows = ["2026-09", "2026-10"].flatMap((month) =>
    HISTORY.map(([name], index) => `${month} | A | T | ${name} | ${100 + index} | #1`),
  );
  const history = tab("History", `Month | Person | Team | Name | Value | Run\n${rows.join("\n")}`);
  const { closed, book } = readRules([...RULES, history], NOVEMBER);
  const left = closedMonths(closedWithoutPay(closed, book)).map(({ month, people }) => [
    month,
    [...(people.get("a")?.values.keys() ?? [])],
  ]);
  const shown = HISTORY.filter(([, isShown]) => isShown).map(([name]) => name.toLowerCase());
  expect(left).toEqual([
    ["2026-10", shown],
    ["2026-09", shown],
  ]);
});
