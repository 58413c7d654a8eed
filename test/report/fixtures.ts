/** Small made-up results for the tests of reports and writers. */
import { type Month, monthFromParts } from "../../src/engine/calendar";
import { NO_DIAGNOSIS } from "../../src/engine/diagnosis";
import { Exact } from "../../src/engine/exact";
import type { Issue } from "../../src/engine/issue";
import type { ItemResult, PayLine, PersonResult, RunResult } from "../../src/engine/result";
import type { CheckedTab, MonthView } from "../../src/report/view";
import type { Lang } from "../../src/text/labels";

export function exact(text: string): Exact {
  const value = Exact.parse(text);
  if (!value) throw new Error(`not a decimal: ${text}`);
  return value;
}

function month(): Month {
  const found = monthFromParts(2026, 10);
  if (!found) throw new Error("no October");
  return found;
}

export function item(
  name: string,
  points: string | null,
  weight: string,
  more: Partial<ItemResult> = {},
): ItemResult {
  return {
    item: name,
    kind: "points",
    method: "bands",
    measure: "value",
    metric: name,
    unit: "%",
    better: "higher",
    value: points === null ? null : exact("0.416667"),
    target: exact("0.4"),
    attainment: points === null ? null : exact("1.0416675"),
    points: points === null ? null : exact(points),
    weight: exact(weight),
    ownWeight: exact(weight),
    missing: points === null,
    met: null,
    hit: null,
    place: { tab: "Scoring", row: 2 },
    trace: () => null,
    ...more,
  };
}

export function line(component: string, amount: string, more: Partial<PayLine> = {}): PayLine {
  return {
    component,
    label: { en: component, zh: "" },
    amount: exact(amount),
    from: "plan",
    due: true,
    reason: "",
    plan: "Agents",
    place: { tab: "Pay", row: 2 },
    trace: () => null,
    conditionTrace: () => null,
    unrounded: null,
    ...more,
  };
}

export function person(
  name: string,
  score: string | null,
  pay: readonly PayLine[],
  more: Partial<PersonResult> = {},
): PersonResult {
  const items = more.items ?? [item("conversion", "16", "20"), item("reply", "62", "80", { unit: "s" })];
  return {
    person: name,
    team: "East",
    manager: "",
    plan: "Agents",
    grade: "A1",
    days: 31,
    score: score === null ? null : exact(score),
    held: false,
    items,
    parts: [],
    pay,
    total: Exact.sum(pay.map(({ amount }) => amount)),
    issues: [],
    ...more,
  };
}

export function held(name: string, issue: Issue): PersonResult {
  return person(name, null, [], { held: true, total: null, issues: [{ ...issue, holds: [name] }] });
}

export const UNREADABLE: Issue = {
  severity: "error",
  code: "write.tab-taken",
  tab: "Raw",
  cell: "F14",
  found: "12,5",
  values: {},
};

export const CHECKED: CheckedTab = {
  tab: "Raw",
  as: "agent-day",
  columns: [{ header: "询单人数", measure: "inquirers" }],
  firstDay: month().first,
  lastDay: month().last,
  rowsRead: 248,
  rowsLeftOut: [{ reason: "summary", count: 6 }],
};

export function result(people: readonly PersonResult[], more: Partial<RunResult> = {}): RunResult {
  return {
    month: month(),
    state: "draft",
    people,
    total: Exact.sum(people.flatMap(({ total }) => total ?? [])),
    teamFigures: [],
    issues: people.flatMap(({ issues }) => issues),
    facts: { tabs: ["Raw"], measures: new Map() },
    diagnosis: NO_DIAGNOSIS,
    ...more,
  };
}

export function view(
  people: readonly PersonResult[],
  lang: Lang = "en",
  more: Partial<RunResult> = {},
): MonthView {
  return { result: result(people, more), checked: [CHECKED], lang };
}

/** A shop of three: two paid, one held. */
export function shop(): PersonResult[] {
  return [
    person("小雨", "78", [
      line("base", "2000"),
      line("commission", "528.10"),
      line("refund", "-20", { from: "adjustment", reason: "refund" }),
    ]),
    person("阿北", "88.5", [line("base", "2500"), line("meal", "220")]),
    held("阿明", UNREADABLE),
  ];
}
