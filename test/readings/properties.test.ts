import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unpackCell } from "../../src/engine/facts";
import type { Grid, GridCell } from "../../src/engine/grid";
import type { Place } from "../../src/engine/issue";
import type { PersonResult, RunResult } from "../../src/engine/result";
import type { Trace } from "../../src/engine/trace";
import { payTab, runBook, tab } from "./book";

const PEOPLE = ["Ann", "Ben", "Cid", "Dee"];

/** A row of an export: person, day of October, sales in cents, inquirers, payers; -1 is no data. */
type Fact = readonly [person: number, day: number, cents: number, inquirers: number, payers: number];

const FACTS = fc.uniqueArray(
  fc.tuple(
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 1, max: 31 }),
    fc.integer({ min: -1, max: 5_000_000 }),
    fc.integer({ min: -1, max: 40 }),
    fc.integer({ min: 0, max: 40 }),
  ),
  { minLength: 1, maxLength: 25, selector: ([person, day]) => `${person} ${day}` },
);

const day = (number: number): string => `@2026-10-${String(number).padStart(2, "0")}`;
const known = (value: number, text = String(value)): string => (value < 0 ? "--" : text);

function rawTab(facts: readonly Fact[]): Grid {
  const rows = facts.map(
    ([person, date, cents, inquirers, payers]) =>
      `${PEOPLE[person]} | ${day(date)} | ${known(cents, (cents / 100).toFixed(2))} | ${known(inquirers)} | ${payers}`,
  );
  return tab("export", `Agent | Date | sales | inquirers | final_payers\n${rows.join("\n")}`);
}

const RULES: readonly Grid[] = [
  tab(
    "Staff",
    "Person | Team | Plan | Base pay | Hired | From\nAnn | T | P | 3000 | |\nBen | T | P | 2500 | @2026-10-12 |\nCid | U | Q | 2000 | |\nDee | U | P | 2200 | |\nDee | T | Q | 2400 | | @2026-10-20",
  ),
  tab(
    "Targets",
    "Month | Applies to | Metric | Target\n2026-10 | * | sales | 20000\n2026-10 | T | sales | 30000\n2026-10 | Ann | sales | 10000\n2026-10 | * | conversion | 40%\n2026-09 | * | sales | 1",
  ),
  tab("Metrics", "Metric | Formula | Unit\nconversion | =final_payers/inquirers | %"),
  tab(
    "Scoring",
    "Plan | Item | Metric | Weight | Method | Measure | Formula | Kind\nP | s | sales | 60 | bands | attainment | |\nP | c | conversion | 40 | ratio | | |\nP | b | sales | 5 | band points | value | | bonus\nP | g | | | formula | | =sales>=10 | gate\nQ | c | conversion | 100 | ratio | | |",
  ),
  tab(
    "Bands",
    "Plan | Table | When | Threshold | Result\n | s | at least | 120% | 120\n | s | at least | 100% | 100\n | s | at least | 50% | 60\n | s | at least | | 5\n | b | at least | 9000 | 3\n | b | at least | | 0\nP | r | at least | 0 | 1%\nP | r | at least | 10000 | 2%\nP | r | at least | 20000 | 3%\n | r | at least | | 0.5%",
  ),
  tab(
    "Pay",
    'Plan | Component | Formula | Only if\nP | base | =base |\nP | reward | =IF(probation,0,score/100*TEAM.AVERAGE(sales)*RATE("r",sales)) | =gates\nP | slices | =MARGINAL("r",sales) |\nQ | fixed | =base*0.1+attended_days |\nQ | share | =TEAM.SUM(sales)*0.1% |',
  ),
  tab(
    "Adjustments",
    "Month | Person | Component | Amount | Reason\n2026-10 | Ann | extra | 12.345 | r\n2026-10 | Dee | extra | -3.005 | r\n2026-10 | Dee | more | 1 | r",
  ),
  tab("Calendar", "From | To | Profile\n2026-10-01 | 2026-10-08 | promotion\n2026-10-20 | 2026-10-22 | low"),
];

function plain(result: RunResult): object {
  const people = result.people.map(({ person, held, score, total, pay, items }) => ({
    person,
    held,
    score: score?.toText(9),
    total: total?.toText(9),
    pay: pay.map(({ component, amount }) => `${component} ${amount.toText(9)}`).sort(),
    items: items
      .map(
        ({ item, points, weight, value }) =>
          `${item} ${points?.toText(9)} ${weight.toText(9)} ${value?.toText(9)}`,
      )
      .sort(),
  }));
  const codes = result.issues.map(
    ({ severity, code, holds }) => `${severity} ${code} ${[...(holds ?? [])].sort().join(",")}`,
  );
  return {
    people: people.sort((a, b) => (a.person < b.person ? -1 : 1)),
    codes: [...new Set(codes)].sort(),
    total: result.total.toText(9),
  };
}

/** Puts the rows below the header in another order; the seed decides. */
function shuffled<T>(rows: readonly T[], seed: number): T[] {
  const rank = (index: number) => ((index + 1) * 2_654_435_761 * (seed + 1)) % 4_294_967_291;
  return rows
    .map((row, index) => ({ row, rank: rank(index) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ row }) => row);
}

function rearranged(grid: Grid, seed: number): Grid {
  const [header = [], ...rows] = grid.rows;
  const order = shuffled([...header.keys()], seed);
  const turn = (row: readonly GridCell[]): GridCell[] => order.map((column) => row[column] ?? "");
  return { name: grid.name, rows: [turn(header), ...shuffled(rows, seed + 7).map(turn)] };
}

describe("Pay", () => {
  test("rounded lines sum to the total, and totals to the grand total", () => {
    fc.assert(
      fc.property(FACTS, (facts) => {
        const { people, total } = runBook([...RULES, rawTab(facts)]);
        for (const person of people) {
          const sum = person.pay.reduce(
            (cents, { amount }) => cents + Math.round(amount.toNumber() * 100),
            0,
          );
          for (const { amount } of person.pay) expect(amount.toText(9)).toMatch(/^-?\d+(\.\d{1,2})?$/);
          expect(person.held ? null : (sum / 100).toFixed(2)).toBe(person.total?.toFixed(2) ?? null);
        }
        const cents = people.reduce(
          (sum, person) => sum + Math.round((person.total?.toNumber() ?? 0) * 100),
          0,
        );
        expect(total.toFixed(2)).toBe((cents / 100).toFixed(2));
      }),
      { numRuns: 60 },
    );
  });
});

describe("Order", () => {
  test("the order of tabs, rows and columns changes nothing", () => {
    fc.assert(
      fc.property(FACTS, fc.integer({ min: 0, max: 10_000 }), (facts, seed) => {
        const tabs = [...RULES, rawTab(facts)];
        const other = shuffled(tabs, seed).map((grid) => rearranged(grid, seed));
        expect(plain(runBook(other))).toEqual(plain(runBook(tabs)));
      }),
      { numRuns: 60 },
    );
  });

  test("cutting an export into two tabs changes nothing", () => {
    fc.assert(
      fc.property(FACTS, fc.nat(25), (facts, at) => {
        const [first, second] = [facts.slice(0, at), facts.slice(at)];
        const cut = [first, second]
          .filter((part) => part.length > 0)
          .map((part, index) => ({ ...rawTab(part), name: `part ${index}` }));
        expect(plain(runBook([...RULES, ...cut]))).toEqual(plain(runBook([...RULES, rawTab(facts)])));
      }),
      { numRuns: 40 },
    );
  });

  test("the same run twice is the same result", () => {
    fc.assert(
      fc.property(FACTS, (facts) => {
        const tabs = [...RULES, rawTab(facts)];
        expect(plain(runBook(tabs))).toEqual(plain(runBook(tabs)));
      }),
      { numRuns: 10 },
    );
  });
});

/** Thresholds with results that get better: for rising tables upwards, for falling ones downwards. */
const BANDS = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.boolean()), {
    minLength: 1,
    maxLength: 6,
    selector: ([at, strict]) => `${at} ${strict}`,
  })
  .chain((steps) =>
    fc.tuple(
      fc.constant(steps),
      fc.array(fc.integer({ min: 0, max: 100 }), {
        minLength: steps.length + 1,
        maxLength: steps.length + 1,
      }),
    ),
  );

const METHODS = fc.constantFrom(
  "bands value",
  "band points value",
  "bands attainment",
  "ratio attainment",
  "ratio value",
);

function scoreOf(method: string, better: string, bands: readonly string[], actual: number): number {
  const [, how = "", measure = ""] = /^(.*) (\w+)$/.exec(method) ?? [];
  const { people, issues } = runBook([
    tab("Staff", "Person | Plan\nAnn | P"),
    tab("Metrics", `Metric | Better\nrefunds | ${better}`),
    tab("Targets", "Month | Applies to | Metric | Target\n2026-10 | Ann | refunds | 20"),
    tab("raw", `Agent | Date | refunds\nAnn | @2026-10-01 | ${actual}`),
    tab(
      "Scoring",
      `Plan | Item | Metric | Weight | Method | Measure | Cap | Floor\nP | i | refunds | 100 | ${how} | ${measure} | 1.3 | 0.1`,
    ),
    tab("Bands", `Table | When | Threshold | Result\n${bands.join("\n")}`),
    payTab("=0"),
  ]);
  expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
  return people[0]?.score?.toNumber() ?? Number.NaN;
}

/** Rows of a table in which better values have better results. */
function bandRows(
  steps: readonly (readonly [number, boolean])[],
  results: readonly number[],
  rising: boolean,
): string[] {
  const worstFirst = [...steps].sort(
    (a, b) => (rising ? a[0] - b[0] : b[0] - a[0]) || Number(a[1]) - Number(b[1]),
  );
  const sorted = [...results].sort((a, b) => a - b);
  const rows = worstFirst.map(([at, strict], index) => {
    const when = rising ? (strict ? "above" : "at least") : strict ? "below" : "up to";
    return `i | ${when} | ${at} | ${sorted[index + 1]}`;
  });
  return shuffled([...rows, `i | ${rising ? "at least" : "up to"} | | ${sorted[0]}`], results.length);
}

describe("A better actual never scores less", () => {
  test.each(["higher", "lower"])("where %s is better", (better) => {
    fc.assert(
      fc.property(
        METHODS,
        BANDS,
        fc.integer({ min: 0, max: 70 }),
        fc.integer({ min: 0, max: 70 }),
        (method, [steps, results], a, b) => {
          // The ratio of a value has no direction: more is more.
          const isPlainRatio = method === "ratio value";
          const rising = better === "higher" || method.endsWith("attainment");
          const rows = bandRows(steps, results, rising);
          const higher = better === "higher" || isPlainRatio;
          const [worse, good] = a <= b === higher ? [a, b] : [b, a];
          expect(scoreOf(method, better, rows, good)).toBeGreaterThanOrEqual(
            scoreOf(method, better, rows, worse),
          );
        },
      ),
      { numRuns: 80 },
    );
  });
});

describe("Rescaling", () => {
  test("items without data leave the score of the others at weights stretched to 100", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 98 }),
        fc.integer({ min: 1, max: 98 }),
        fc.integer({ min: 0, max: 30 }),
        (first, second, sales) => {
          fc.pre(first + second < 100);
          const base = [
            tab("Staff", "Person | Plan\nAnn | P"),
            tab("raw", `Agent | Date | sales | payers\nAnn | @2026-10-01 | ${sales} | 7`),
            tab(
              "Targets",
              "Month | Applies to | Metric | Target\n2026-10 | * | sales | 20\n2026-10 | * | payers | 9\n2026-10 | * | orders | 9",
            ),
            payTab("=score"),
          ];
          const H = "Plan | Item | Metric | Weight | Method\n";
          const third = 100 - first - second;
          const missing = runBook([
            ...base,
            tab(
              "Scoring",
              `${H}P | a | sales | ${first} | ratio\nP | b | payers | ${second} | ratio\nP | c | orders | ${third} | ratio`,
            ),
          ]);
          const items = missing.people[0]?.items ?? [];
          expect(items.map(({ weight }) => weight.toNumber()).reduce((a, b) => a + b, 0)).toBeCloseTo(100, 9);
          // score x (first + second) = 100 x the points at the weights as written
          const points = first * Math.min(1, sales / 20) + second * (7 / 9);
          expect(missing.people[0]?.score?.toNumber()).toBeCloseTo((100 * points) / (first + second), 1);
          const shares = items.map(({ weight, ownWeight, missing: gone }) =>
            gone ? 0 : weight.over(ownWeight).toNumber(),
          );
          expect(shares[0]).toBe(shares[1]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("weights as percentages, as numbers and as fractions give one score", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 0, max: 30 }), (first, sales) => {
        const score = (a: string, b: string) =>
          runBook([
            tab("Staff", "Person | Plan\nAnn | P"),
            tab("raw", `Agent | Date | sales\nAnn | @2026-10-01 | ${sales}`),
            tab("Targets", "Month | Applies to | Metric | Target\n2026-10 | * | sales | 20"),
            tab(
              "Scoring",
              `Plan | Item | Metric | Weight | Method | Formula\nP | a | sales | ${a} | ratio |\nP | b | | ${b} | formula | =1/2`,
            ),
            payTab("=score"),
          ]).people[0]?.score?.toFixed(2);
        const plainScore = score(String(first), String(100 - first));
        expect(plainScore).toBeDefined();
        expect(score(`${first}%`, `${100 - first}%`)).toBe(plainScore);
        expect(score(String(first / 100), String((100 - first) / 100))).toBe(plainScore);
      }),
      { numRuns: 40 },
    );
  });
});

/** Every place and cell that a trace leans on. */
function placesOf(trace: Trace, tabs: readonly string[]): Place[] {
  if (trace.kind === "literal") return [];
  if (trace.kind === "operator") return trace.operands.flatMap((operand) => placesOf(operand, tabs));
  const { origin } = trace;
  const cells = (origin.cells ?? []).map((cell): Place => {
    const { tabIndex, row, column } = unpackCell(cell);
    return { tab: tabs[tabIndex] ?? "", row, column };
  });
  const own = [
    ...cells,
    ...(origin.place ? [origin.place] : []),
    ...(origin.formula ? placesOf(origin.formula, tabs) : []),
  ];
  if (trace.kind === "name") return own;
  const hits = trace.hits.flatMap(({ place }) => (place ? [place] : []));
  return [...own, ...hits, ...trace.operands.flatMap((operand) => placesOf(operand, tabs))];
}

function expectExists({ tab: name, row, column }: Place, grids: readonly Grid[]): void {
  const grid = grids.find((one) => one.name === name);
  const cell = grid?.rows[(row ?? 0) - 1]?.[(column ?? 1) - 1];
  expect(cell, `${name}!${row},${column}`).toBeDefined();
  if (name === "export") expect(cell).not.toBe("");
}

function checkTraces(person: PersonResult, result: RunResult, grids: readonly Grid[]): void {
  for (const item of person.items) {
    expectExists(item.place, grids);
    const trace = item.trace();
    const places = trace ? placesOf(trace, result.facts.tabs) : [];
    for (const place of places) expectExists(place, grids);
    if (item.value) expect(places.length, item.item).toBeGreaterThan(0);
  }
  for (const line of person.pay) {
    expectExists(line.place, grids);
    const trace = line.trace();
    for (const place of trace ? placesOf(trace, result.facts.tabs) : []) expectExists(place, grids);
    if (line.from === "plan" && line.due) expect(trace?.value.toString()).toBeDefined();
  }
}

describe("Traces", () => {
  test("every value and line leads to cells and rule rows that exist", () => {
    fc.assert(
      fc.property(FACTS, (facts) => {
        const grids = [...RULES, rawTab(facts)];
        const result = runBook(grids);
        for (const person of result.people) checkTraces(person, result, grids);
      }),
      { numRuns: 40 },
    );
  });
});
