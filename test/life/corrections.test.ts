import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Exact } from "../../src/engine/exact";
import { type Difference, differencesOf, postDifferences } from "../../src/life/corrections";

const money = (text: string) => Exact.parse(text) ?? Exact.ZERO;
const line = (person: string, component: string, amount: string) => ({
  person,
  component,
  amount: money(amount),
});

describe("what late data leaves open", () => {
  // Worked example WE14: 12,000 of C's sales refunded after the month was paid.
  const paid = [
    line("A", "bonus", "496.80"),
    line("B", "bonus", "459.00"),
    line("C", "bonus", "210.60"),
    line("D", "bonus", "0.00"),
  ];
  const now = [
    line("A", "bonus", "485.76"),
    line("B", "bonus", "448.80"),
    line("C", "bonus", "102.96"),
    line("D", "bonus", "0.00"),
  ];

  test("is the difference of each line, and nothing where nothing changed", () => {
    const open = differencesOf("2026-10", paid, now, []);
    expect(open.map((one) => [one.person, one.open.toFixed(2)])).toEqual([
      ["A", "-11.04"],
      ["B", "-10.20"],
      ["C", "-107.64"],
    ]);
    expect(Exact.sum(open.map((one) => one.open)).toFixed(2)).toBe("-128.88");
  });

  test("is less what later months posted for this month, and only for this one", () => {
    const posted = [
      { ...line("C", "bonus", "-100.00"), origin: "2026-10" },
      { ...line("C", "bonus", "-7.00"), origin: "2026-09" },
      { ...line("A", "bonus", "-11.04"), origin: "2026-10" },
    ];
    const open = differencesOf("2026-10", paid, now, posted);
    expect(open.map((one) => [one.person, one.open.toFixed(2)])).toEqual([
      ["B", "-10.20"],
      ["C", "-7.64"],
    ]);
  });

  test("counts a line that is gone, or of somebody who was held, as 0", () => {
    const open = differencesOf("2026-10", [line("A", "x", "5")], [line("B", "base", "7")], []);
    expect(open.map((one) => [one.person, one.component, one.open.toFixed(2)])).toEqual([
      ["A", "x", "-5.00"],
      ["B", "base", "7.00"],
    ]);
  });

  test("comes back when the late data is taken away again after it was posted", () => {
    const posted = [{ ...line("A", "bonus", "-11.04"), origin: "2026-10" }];
    const open = differencesOf("2026-10", paid, paid, posted);
    expect(open.map((one) => [one.person, one.open.toFixed(2)])).toEqual([["A", "11.04"]]);
  });

  test("knows names and components as people write them", () => {
    expect(differencesOf("2026-10", [line("Ann ", "Bonus", "5")], [line("ann", "bonus", "5")], [])).toEqual(
      [],
    );
  });
});

function open(origin: string, amount: string): Difference {
  return { origin, person: "A", component: "x", was: Exact.ZERO, now: money(amount), open: money(amount) };
}

describe("what one month posts", () => {
  const posted = (pay: string, limit: string | null, ...parts: [string, string][]) =>
    postDifferences(
      money(pay),
      parts.map(([origin, amount]) => open(origin, amount)),
      limit === null ? null : money(limit),
    ).map((one) => [one.posted.toFixed(2), one.carried.toFixed(2)]);

  test.each([
    ["below the limit", "1000", "0.2", "-199.99", "-199.99", "0.00"],
    ["at the limit", "1000", "0.2", "-200.00", "-200.00", "0.00"],
    ["above it the rest is carried", "1000", "0.2", "-200.01", "-200.00", "-0.01"],
    ["the limit is cut down to the cent", "1000.04", "0.2", "-300", "-200.00", "-100.00"],
    ["no limit, but never below 0", "100", null, "-150", "-100.00", "-50.00"],
    ["no pay, nothing to take", "0", "0.2", "-1", "0.00", "-1.00"],
    ["what is owed has no limit", "0", "0.2", "500", "500.00", "0.00"],
  ])("%s", (_name, pay, limit, amount, takes, carries) => {
    expect(posted(pay, limit, ["2026-09", amount])).toEqual([[takes, carries]]);
  });

  test("what is owed and what is to be taken settle each other without any pay", () => {
    expect(posted("0", "0.2", ["2026-08", "100"], ["2026-09", "-100"])).toEqual([
      ["100.00", "0.00"],
      ["-100.00", "0.00"],
    ]);
  });

  test("the oldest month goes first, whatever the order", () => {
    const expected = [
      ["-150.00", "0.00"],
      ["-50.00", "-100.00"],
    ];
    expect(posted("1000", "0.2", ["2026-08", "-150"], ["2026-09", "-150"])).toEqual(expected);
    expect(posted("1000", "0.2", ["2026-09", "-150"], ["2026-08", "-150"])).toEqual(expected);
  });

  test("what is owed is set off first, and the limit is of the pay alone", () => {
    expect(posted("900", "0.2", ["2026-08", "100"], ["2026-09", "-500"])).toEqual([
      ["100.00", "0.00"],
      ["-280.00", "-220.00"],
    ]);
  });
});

describe("pay of a month in which somebody was held", () => {
  const posted = (pay: string, limit: string | null, late: string, back: string) =>
    postDifferences(
      money(pay),
      [{ ...open("2026-11", late), isLatePay: true }, open("2026-10", back)],
      limit === null ? null : money(limit),
    ).map((one) => [one.origin, one.posted.toFixed(2), one.carried.toFixed(2)]);

  // 20 % of 1,000 and of 2,000 that comes late is 600, however much is to be taken back.
  test.each([
    ["below the limit of both", "1000", "0.2", "-599.99", "-599.99", "0.00"],
    ["at it", "1000", "0.2", "-600.00", "-600.00", "0.00"],
    ["above it the rest is carried", "1000", "0.2", "-600.01", "-600.00", "-0.01"],
    ["nothing is set off beyond it", "1000", "0.2", "-5000", "-600.00", "-4400.00"],
    ["without a limit never below 0", "1000", null, "-5000", "-3000.00", "-2000.00"],
    ["in a month without pay of its own", "0", "0.2", "-5000", "-400.00", "-4600.00"],
  ])("is wages: %s", (_name, pay, limit, back, takes, carries) => {
    expect(posted(pay, limit, "2000", back)).toEqual([
      ["2026-10", takes, carries],
      ["2026-11", "2000.00", "0.00"],
    ]);
  });
});

test("month after month exactly the difference is posted, never twice and never past the limit", () => {
  const cents = fc.integer({ min: -500_000, max: 200_000 });
  fc.assert(
    fc.property(
      fc.array(cents, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 100, max: 900_000 }),
      (parts, pay) => {
        const was = parts.map((_, index) => line("A", `c${index}`, "0"));
        const now = parts.map((amount, index) => ({
          ...line("A", `c${index}`, "0"),
          amount: Exact.scaled(amount, 2),
        }));
        const wage = Exact.scaled(pay, 2);
        const limit = money("0.2");
        const done: { person: string; component: string; amount: Exact; origin: string }[] = [];
        for (let month = 0; month < 3; month++) {
          const before = done.filter((one) => one.amount.sign() < 0).length;
          const corrections = postDifferences(wage, differencesOf("2026-10", was, now, done), limit);
          const taken = Exact.sum(
            corrections.filter((one) => one.posted.sign() < 0).map((one) => one.posted),
          ).abs();
          const owed = Exact.sum(corrections.filter((one) => one.open.sign() > 0).map((one) => one.open));
          expect(taken.compare(wage.times(limit).plus(owed))).toBeLessThanOrEqual(0);
          for (const one of corrections) {
            expect(one.posted.plus(one.carried).equals(one.open)).toBe(true);
            done.push({ person: "A", component: one.component, amount: one.posted, origin: "2026-10" });
          }
          expect(done.filter((one) => one.amount.sign() < 0).length).toBeGreaterThanOrEqual(before);
        }
        const last = differencesOf("2026-10", was, now, done);
        const all = Exact.sum(done.map((one) => one.amount)).plus(Exact.sum(last.map((one) => one.open)));
        expect(all.equals(Exact.sum(now.map((one) => one.amount)))).toBe(true);
      },
    ),
  );
});
