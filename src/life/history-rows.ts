import type { Exact } from "../engine/exact";
import type { Figure } from "../engine/figures";
import { nameKey } from "../engine/name";
import type { PersonResult, RunResult } from "../engine/result";
import type { RecordTab } from "./record-tab";

/** The tab `History`: every figure of closed months, one a row (READINGS 4.5). */
export const HISTORY_TAB: RecordTab<"month" | "person" | "team" | "name" | "value" | "run"> = {
  en: "History",
  zh: "历史",
  columns: [
    { key: "month", en: "Month", zh: "月份", width: 80 },
    { key: "person", en: "Person", zh: "员工", width: 120 },
    { key: "team", en: "Team", zh: "团队", width: 120 },
    { key: "name", en: "Name", zh: "名称", width: 200 },
    { key: "value", en: "Value", zh: "数值", width: 140 },
    { key: "run", en: "Run", zh: "运行", width: 110 },
  ],
};

/** Decimals that History keeps: as many as a number cell shows. */
const PLACES = 15;

/**
 * The rows of a month in the order of the tab's columns: for everybody who is not held the grade,
 * each figure, the score and each line of pay. Values are texts of at most 15 decimals.
 */
export function historyRows(
  result: RunResult,
  figures: ReadonlyMap<string, readonly Figure[]>,
  run: string,
): string[][] {
  return result.people
    .filter(({ held }) => !held)
    .flatMap((person) =>
      namedValues(person, figures.get(person.person) ?? []).map(([name, value]) => [
        result.month.text,
        person.person,
        person.team,
        name,
        value,
        run,
      ]),
    );
}

/** Names stand once: an adjustment that is called like a component is part of its sum. */
function namedValues(person: PersonResult, figures: readonly Figure[]): [string, string][] {
  const { grade, score } = person;
  const pay = new Map<string, { component: string; amount: Exact }>();
  for (const { component, amount } of person.pay) {
    const known = pay.get(nameKey(component));
    pay.set(
      nameKey(component),
      known ? { ...known, amount: known.amount.plus(amount) } : { component, amount },
    );
  }
  return [
    ...(grade === "" ? [] : [["grade", grade] satisfies [string, string]]),
    ...figures.map(({ name, value }): [string, string] => [name, plain(value)]),
    ...(score === null ? [] : [["score", plain(score)] satisfies [string, string]]),
    ...[...pay.values()].map(({ component, amount }): [string, string] => [component, plain(amount)]),
  ];
}

/** A decimal without superfluous zeros. */
function plain(value: Exact): string {
  const text = value.toFixed(PLACES);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
