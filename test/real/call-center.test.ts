/**
 * Three months of 8 agents and 5,000 calls, from the workbook (times as serials) and from the text
 * export (seconds): both must agree with a plain loop, and so with each other.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  DATA,
  Desk,
  errorsOf,
  isAbsent,
  kpi,
  open,
  type PersonResult,
  type Row,
  readResult,
  typeRows,
} from "./workbook.ts";

const CSV = join(DATA, "call_center/variant_us_seconds.csv");
const XLSX = join(DATA, "call_center/call-center.xlsx");
const MONTHS = ["2021-01", "2021-02", "2021-03"];
const AGENTS = ["Becky", "Dan", "Diane", "Greg", "Jim", "Joe", "Martha", "Stewart"];
const PLAN = "Call centre";

/** What an agent's calls of a month come to; durations in seconds. */
interface Tally {
  calls: number;
  answered: number;
  resolved: number;
  wait: number;
  talk: number;
  ratings: number;
  rated: number;
}

/** Counts with a loop over the lines of the text export; the file has no quotes. */
function countCalls(text: string): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const line of text.trim().split(/\r?\n/).slice(1)) {
    const [, agent, date = "", , , answered, resolved, wait, talk, rating] = line.split(",");
    const [month = "", , year] = date.split("/");
    const key = `${agent} ${year}-${month.padStart(2, "0")}`;
    const tally = tallies.get(key) ?? {
      calls: 0,
      answered: 0,
      resolved: 0,
      wait: 0,
      talk: 0,
      ratings: 0,
      rated: 0,
    };
    tally.calls += 1;
    if (answered === "Y") {
      tally.answered += 1;
      tally.wait += Number(wait);
      tally.talk += Number(talk);
    }
    tally.resolved += resolved === "Y" ? 1 : 0;
    if (rating !== undefined && rating !== "") {
      tally.ratings += Number(rating);
      tally.rated += 1;
    }
    tallies.set(key, tally);
  }
  return tallies;
}

/** A ratio of whole numbers, half-up to so many decimals, as text. */
function quotient(above: number, below: number, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const rounded = (BigInt(above) * scale * 2n + BigInt(below)) / (BigInt(below) * 2n);
  return `${rounded / scale}.${String(rounded % scale).padStart(decimals, "0")}`;
}

/** How one form of the table names what the measures need. */
interface Form {
  readonly name: string;
  readonly file: string;
  readonly tab: string;
  readonly answered: string;
  readonly wait: string;
  readonly talk: string;
}

const FORMS: readonly Form[] = [
  {
    name: "workbook",
    file: XLSX,
    tab: "call-center",
    answered: '=[Answered (Y/N)]="Y"',
    wait: "Speed of answer in seconds",
    talk: "AvgTalkDuration",
  },
  {
    name: "text export",
    file: CSV,
    tab: "variant_us_seconds",
    answered: '=[answered (Y/N)]="Y"',
    wait: "speed of answer(seconds)",
    talk: "talk duration",
  },
];

function sourceRows(form: Form): Row[] {
  const Source = "Calls";
  return [
    {
      Source,
      Tab: form.tab,
      "Person column": "Agent",
      "Date column": "Date",
      Measure: "calls",
      How: "count",
    },
    { Source, Measure: "answered", How: "count", Where: form.answered },
    { Source, Measure: "resolved", How: "count", Where: '=Resolved="Y"' },
    { Source, Measure: "wait_seconds", How: "sum", Column: form.wait, Where: form.answered },
    { Source, Measure: "talk_seconds", How: "sum", Column: form.talk, Where: form.answered },
    { Source, Measure: "rating", How: "average", Column: "Satisfaction rating" },
  ];
}

const METRICS: readonly Row[] = [
  { Metric: "answered_rate", Formula: "=answered/calls", Unit: "%" },
  { Metric: "resolved_rate", Formula: "=resolved/calls", Unit: "%" },
  { Metric: "speed_of_answer", Formula: "=wait_seconds/answered", Unit: "s", Better: "lower" },
  { Metric: "talk_time", Formula: "=talk_seconds/answered", Unit: "s" },
];

const ITEMS = ["answered_rate", "speed_of_answer", "resolved_rate", "rating", "talk_time", "talk_seconds"];

const desk = new Desk();
afterAll(() => desk.remove());

async function fillBook(form: Form): Promise<string> {
  const path = desk.path(`${form.name}.xlsx`);
  await kpi("new", "--pack", "sales-team", "--out", path);
  const file = await open(path);
  typeRows(
    file,
    "Staff",
    AGENTS.map((Person) => ({ Person, Team: "Desk", Plan: PLAN, "Base pay": 2500 })),
  );
  typeRows(file, "Sources", sourceRows(form));
  typeRows(file, "Metrics", METRICS);
  typeRows(
    file,
    "Scoring",
    ITEMS.map((Metric, index) => ({
      Plan: PLAN,
      Item: Metric,
      Kind: index === 0 ? "points" : "bonus",
      Metric,
      Weight: index === 0 ? 100 : 0,
      Method: "formula",
      Formula: index === 0 ? "=answered_rate*100" : "=0",
    })),
  );
  typeRows(file, "Pay", [{ Plan: PLAN, Component: "quality", Formula: "=base*score/100" }]);
  await file.xlsx.writeFile(path);
  return path;
}

describe.skipIf(isAbsent("call_center"))("a call centre", () => {
  const tallies = new Map<string, Tally>();
  const seen = new Map<string, PersonResult[]>();
  beforeAll(() => {
    for (const [key, tally] of countCalls(readFileSync(CSV, "utf8"))) tallies.set(key, tally);
  });

  describe.each(FORMS.map((form) => [form.name, form] as const))("%s", (_name, form) => {
    let book = "";
    beforeAll(async () => {
      book = await fillBook(form);
    });

    it.each(MONTHS)("%s: every agent's figures", async (month) => {
      const json = desk.path("r.json");
      const out = desk.path("r.xlsx");
      const { err } = await kpi(
        "payroll",
        book,
        "--month",
        month,
        "--raw",
        form.file,
        "--json",
        json,
        "--out",
        out,
      );
      expect(err).toEqual([]);
      const result = readResult(json);
      expect(errorsOf(result)).toEqual([]);
      expect(result.people.map(({ person }) => person)).toEqual(AGENTS);
      for (const person of result.people) {
        const own = tallies.get(`${person.person} ${month}`);
        if (!own) throw new Error(`no calls of ${person.person} in ${month}`);
        const values = Object.fromEntries(person.items.map(({ item, value }) => [item, value]));
        expect(values, `${person.person} ${month}`).toEqual({
          answered_rate: quotient(own.answered, own.calls, 6),
          speed_of_answer: quotient(own.wait, own.answered, 6),
          resolved_rate: quotient(own.resolved, own.calls, 6),
          rating: quotient(own.ratings, own.rated, 6),
          talk_time: quotient(own.talk, own.answered, 6),
          talk_seconds: `${own.talk}.000000`,
        });
        expect(person.score).toBe(quotient(own.answered * 100, own.calls, 2));
        expect(person.total).toBe(
          quotient(Number(quotient(own.answered * 100, own.calls, 2).replace(".", "")) * 2500, 10000, 2),
        );
      }
      seen.set(`${form.name} ${month}`, [...result.people]);
    });
  });

  it.each(MONTHS)("%s: workbook and text export agree in all but the cells they come from", (month) => {
    const [one, other] = FORMS.map(({ name, tab }) => {
      const text = JSON.stringify(seen.get(`${name} ${month}`));
      return JSON.parse(text.replace(new RegExp(`from ${tab}![A-Z]+\\d+`, "g"), "from a cell"));
    });
    expect(one).toBeDefined();
    expect(one).toEqual(other);
  });
});
