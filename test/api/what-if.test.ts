/** What-if shows what saving will do; what it takes is exact to the cent. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlanModel } from "../../src/api/contract";
import { lock, refundLate, salesTab, shop } from "../life/shop";
import {
  type Draft,
  done,
  draftFrom,
  load,
  reweigh,
  rowOf,
  sampleShop,
  save,
  tab,
  tableIn,
  tabsOf,
  type Workbook,
} from "./shop";

/** What a run says of everybody: score and total. */
function outcome(wb: Workbook): Record<string, [string | null, string | null]> {
  const people = (
    done(wb, "generate" as "run", { month: "2026-10" }) as unknown as {
      people: { person: string; score: string | null; total: string | null }[];
    }
  ).people;
  return Object.fromEntries(people.map(({ person, score, total }) => [person, [score, total]]));
}

/** A change of weights, thresholds, results, and of the rate, that keeps the weights at 100. */
const CHANGES = fc.record({
  moved: fc.integer({ min: -1000, max: 1000 }),
  band: fc.nat(40),
  threshold: fc.integer({ min: 5000, max: 15000 }),
  result: fc.integer({ min: 0, max: 100 }),
  rate: fc.integer({ min: 0, max: 500 }),
  percent: fc.boolean(),
});
type Change = typeof CHANGES extends fc.Arbitrary<infer T> ? T : never;

function decimal(hundredths: number): string {
  return (hundredths / 100).toFixed(2);
}

function apply(draft: Draft, change: Change): void {
  const [one, other] = [3000 - change.moved, 2000 + change.moved];
  const sign = change.percent ? "%" : "";
  reweigh(draft, [`${decimal(one)}${sign}`, `${decimal(other)}${sign}`]);
  const { rows } = tableIn(draft, "Sales attainment");
  const row = rowOf(rows, change.band % rows.length);
  row.result = String(change.result);
  const typed = change.percent ? `${decimal(change.threshold)}%` : String(change.threshold / 10_000);
  const taken = rows.some(({ threshold }) => Number.parseFloat(threshold) === change.threshold / 100);
  if (row.threshold !== "" && !taken) row.threshold = typed;
  rowOf(tableIn(draft, "commission").rows, 0).result = `${decimal(change.rate)}%`;
}

describe("what-if", () => {
  it("equals saving and generating", { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(CHANGES, (change) => {
        const wb = sampleShop();
        const rules = load(wb);
        const draft = draftFrom(rules.model);
        apply(draft, change);
        const before = tabsOf(wb);
        const now = outcome(sampleShop());
        const shown = done(wb, "whatIf", { draft });
        expect(tabsOf(wb)).toEqual(before);
        expect(save(wb, rules, draft)).toMatchObject({ ok: true });
        const then = outcome(wb);
        for (const person of shown.people) {
          expect([person.scoreNow, person.payNow]).toEqual(now[person.person]);
          expect([person.scoreThen, person.payThen]).toEqual(then[person.person]);
        }
        expect(shown.people).toHaveLength(Object.keys(then).length);
      }),
      { numRuns: 8 },
    );
  });

  it("stands by size, sums up, and gives every loss a reason", () => {
    const wb = sampleShop();
    const rules = load(wb);
    const draft = draftFrom(rules.model);
    reweigh(draft, ["20", "30"]);
    // The next best attainment below 120 % becomes enough.
    const met = rules.tables.find(({ table }) => table === "commission")?.people ?? [];
    const near = Math.max(...met.map(({ at }) => Number(at.value)).filter((value) => value < 1.2));
    const threshold = `${Math.floor(near * 100)}%`;
    rowOf(tableIn(draft, "commission").rows, 0).threshold = threshold;
    const answer = done(wb, "whatIf", { draft });
    const deltas = answer.people.map(({ delta }) => Math.round(Number(delta) * 100));
    expect(deltas.map(Math.abs)).toEqual([...deltas.map(Math.abs)].sort((a, b) => b - a));
    expect(deltas.reduce((a, b) => a + b, 0)).toBe(Math.round(Number(answer.delta) * 100));
    expect(answer.more + answer.less + answer.same).toBe(answer.people.length);
    const moved = answer.people.filter(({ delta }) => Number(delta) !== 0);
    expect(moved.length).toBeGreaterThan(3);
    for (const person of moved) expect(person.reasons, person.person).not.toEqual([]);
    const crossing = answer.people.flatMap(({ reasons }) => reasons).find((text) => text.includes("crosses"));
    expect(crossing).toContain(`% crosses ${threshold} (0.2% → 0.4%)`);
    expect(answer.people.flatMap(({ reasons }) => reasons)).toContain("weight of Sales attainment −10");
  });

  it("shows a later version as if it held already", () => {
    const wb = sampleShop();
    const draft = draftFrom(load(wb).model);
    draft.from = "2026-11-01";
    rowOf(tableIn(draft, "commission").rows, 0).result = "0.8%";
    const later = done(wb, "whatIf", { draft });
    const now = done(wb, "whatIf", { draft: { ...draft, from: null } });
    expect(later).toEqual({ ...now, asIf: true });
    expect(Number(later.delta)).toBeGreaterThan(0);
  });

  it("names whom a broken draft would hold, and the field", () => {
    const wb = sampleShop();
    const draft = draftFrom(load(wb).model);
    rowOf(draft.pay, 1).formula = "=score*slaes";
    const answer = done(wb, "whatIf", { draft });
    // One has less than 60 points: the line is not due, and its formula is not needed.
    expect(answer.held).toBe(11);
    expect(answer.people[0]).toMatchObject({ heldThen: true, delta: null });
    expect(answer.people[0]?.reasons[0]).toContain("slaes");
    expect(answer.problems[0]).toMatchObject({ field: "pay/pay-3/formula", severity: "error" });
  });
});

describe("what-if after a locked month got late data", () => {
  /** October is locked, then 12,000 of C's sales are refunded; November takes it back. */
  const late = (): Workbook => {
    const wb = shop(salesTab("Sales November", "2026-11"));
    lock(wb, "2026-10");
    refundLate(wb);
    return wb;
  };
  const month = "2026-11";

  it("is what generating pays, corrections included", () => {
    const paid = done(late(), "run", { month }).total;
    const wb = late();
    const rules = load(wb, { month });
    const draft = draftFrom(rules.model);
    const same = done(wb, "whatIf", { draft, month });
    expect([same.totalNow, same.totalThen, same.delta]).toEqual([paid, paid, "0.00"]);
    expect(same.people.every(({ delta }) => delta === "0.00")).toBe(true);
    rowOf(tableIn(draft, "rate").rows, 2).result = "0%";
    const then = done(wb, "whatIf", { draft, month });
    expect(
      done(wb, "saveRules", { draft, base: rules.model, fingerprints: rules.fingerprints, month }).ok,
    ).toBe(true);
    expect(then.totalThen).toBe(done(wb, "run", { month }).total);
    expect(Number(then.corrections)).not.toBe(0);
  });

  it("says nothing of corrections where no month is locked", () => {
    const wb = shop(salesTab("Sales November", "2026-11"));
    expect(done(wb, "whatIf", { draft: load(wb, { month }).model, month }).corrections).toBeUndefined();
  });
});

/** The first cell of a person in a column of the sample's daily export. */
function cellOf(wb: Workbook, person: string, header: string): { row: number; column: number } {
  const sheet = tab(wb, "赤兔日报_下单优先判定_2026-10");
  for (let row = 1; row <= 12; row++) {
    const headers = Array.from({ length: 60 }, (_, n) => String(sheet.values.get(row, n + 1) ?? ""));
    const column = headers.indexOf(header) + 1;
    if (column === 0) continue;
    for (let below = row + 1; below <= sheet.lastRow(); below++) {
      const names = headers.map((_, n) => String(sheet.values.get(below, n + 1) ?? ""));
      if (names.includes(person)) return { row: below, column };
    }
  }
  throw new Error(`no ${header} of ${person}`);
}

describe("what it takes", () => {
  const model = (wb: Workbook): PlanModel => load(wb).model;

  it("is reached with exactly the amount, and not with a cent or one less", () => {
    const wb = sampleShop();
    const accounts = new Map<string, string[]>();
    const staff = tab(wb, "Staff");
    for (let row = 2; row <= staff.lastRow(); row++)
      accounts.set(String(staff.values.get(row, 1)), [
        String(staff.values.get(row, 1)),
        ...String(staff.values.get(row, 2) ?? "").split(/[;；\n]/),
      ]);
    const { people } = done(wb, "needs", {});
    const wanted = people.flatMap(({ person, needs }) =>
      needs.filter(({ measure }) => measure === "sales").map((need) => ({ person, need })),
    );
    expect(wanted.length).toBeGreaterThan(3);
    for (const { person, need } of wanted.slice(0, 6)) {
      const pointsWith = (extra: number): string => {
        const trial = sampleShop();
        const sheet = tab(trial, "赤兔日报_下单优先判定_2026-10");
        const account = accounts.get(person)?.find((name) => {
          try {
            return cellOf(trial, name.trim(), "销售额") !== null;
          } catch {
            return false;
          }
        });
        const { row, column } = cellOf(trial, account?.trim() ?? "", "销售额");
        const cents = Math.round(Number(sheet.values.get(row, column)) * 100) + extra;
        sheet.values.set(row, column, cents / 100);
        const now = done(trial, "needs", {}).people.find((one) => one.person === person);
        return JSON.stringify(
          now?.needs.find(({ name, table }) => name === need.name && table === need.table)?.threshold ??
            "top",
        );
      };
      const cents = Math.round(Number(need.amount) * 100);
      const today = JSON.stringify(need.threshold);
      expect(pointsWith(cents - 1), `${person} ${need.name}`).toBe(today);
      expect(pointsWith(cents), `${person} ${need.name}`).not.toBe(today);
    }
  }, 240_000);

  it("looks at the draft where there is one", () => {
    const wb = sampleShop();
    const draft = draftFrom(model(wb));
    rowOf(tableIn(draft, "Conversion").rows, 0).threshold = "90%";
    const now = done(wb, "needs", {});
    const then = done(wb, "needs", { draft });
    const next = (answer: typeof now) =>
      answer.people.flatMap(({ needs }) =>
        needs.filter(({ name }) => name === "Conversion").map(({ threshold }) => threshold.text),
      );
    expect(next(now)).not.toContain("90%");
    expect(next(then)).toContain("90%");
  });
});
