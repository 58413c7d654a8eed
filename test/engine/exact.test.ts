import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Exact, type Rounding } from "../../src/engine/exact";

function exact(text: string): Exact {
  return Exact.parse(text) ?? expect.fail(`no decimal: ${text}`);
}

/** The oracle: numerator ÷ denominator to so many places, by whole numbers alone. */
function fixed(numerator: bigint, denominator: bigint, places: number): string {
  const negative = numerator < 0n !== denominator < 0n;
  const [n, d] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator];
  const steps = (n * 10n ** BigInt(places) * 2n + d) / (d * 2n);
  const digits = steps.toString().padStart(places + 1, "0");
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return negative && steps !== 0n ? `-${text}` : text;
}

describe("thresholds and cents that doubles get wrong", () => {
  test.each([
    ["143999.99 ÷ 120000 is below 1.2", exact("143999.99").over(exact("120000")).compare(exact("1.2")) < 0],
    ["0.36 ÷ 0.3 is 1.2", exact("0.36").over(exact("0.3")).equals(exact("1.2"))],
    ["1 ÷ 3 × 3 is 1", Exact.ONE.over(exact("3")).times(exact("3")).equals(Exact.ONE)],
    ["2150 × 60.29 % is 1296.24 to the cent", exact("2150").times(exact("0.6029")).toFixed(2) === "1296.24"],
    ["39.105 rounds to 39.11", exact("39.105").toFixed(2) === "39.11"],
    ["a cell's 0.30000000000000004 is 0.3", Exact.fromNumber(0.1 + 0.2).equals(exact("0.3"))],
    ["-0.004 is 0.00, without a sign", exact("-0.004").toFixed(2) === "0.00"],
  ])("%s", (_name, holds) => {
    expect(holds).toBe(true);
  });

  test.each<[string, string, Rounding, string]>([
    ["-0.125", "0.01", "half-up", "-0.13"],
    ["0.125", "0.01", "half-even", "0.12"],
    ["0.135", "0.01", "half-even", "0.14"],
    ["0.1201", "0.01", "up", "0.13"],
    ["-0.1201", "0.01", "up", "-0.13"],
    ["0.1299", "0.01", "down", "0.12"],
    ["1234.5", "10", "half-up", "1230.00"],
    ["1235", "10", "half-up", "1240.00"],
  ])("%s in steps of %s, %s, is %s", (value, step, rounding, expected) => {
    expect(exact(value).round(exact(step), rounding).toFixed(2)).toBe(expected);
  });

  test.each(["", ".", "1,5", "1.2.3", "abc", "--1", "1e9999", "NaN"])("%j is no decimal", (text) => {
    expect(Exact.parse(text)).toBeNull();
  });
});

describe("arithmetic agrees with whole numbers of any size", () => {
  const integers = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
  const divisors = integers.filter((value) => value !== 0n);

  test("any number of places", () => {
    fc.assert(
      fc.property(integers, divisors, fc.integer({ min: 0, max: 15 }), (a, b, places) => {
        expect(
          exact(`${a}`)
            .over(exact(`${b}`))
            .toFixed(places),
        ).toBe(fixed(a, b, places));
      }),
    );
    for (let places = 0; places <= 15; places++)
      expect(Exact.ZERO.toFixed(places)).toBe(fixed(0n, 1n, places));
  });

  test("quotients, sums and products, to six places", () => {
    fc.assert(
      fc.property(integers, divisors, integers, divisors, (a, b, c, d) => {
        const [x, y] = [exact(`${a}`).over(exact(`${b}`)), exact(`${c}`).over(exact(`${d}`))];
        expect(x.toFixed(6)).toBe(fixed(a, b, 6));
        expect(x.plus(y).toFixed(6)).toBe(fixed(a * d + c * b, b * d, 6));
        expect(x.times(y).toFixed(6)).toBe(fixed(a * c, b * d, 6));
        const difference = a * d * (b * d < 0n ? -1n : 1n) - c * b * (b * d < 0n ? -1n : 1n);
        expect(Math.sign(x.compare(y))).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0);
      }),
    );
  });

  test("decimals come back as they were written", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        fc.integer({ min: 0, max: 8 }),
        (n, places) => {
          const text = fixed(n, 10n ** BigInt(places), places);
          expect(exact(text).toFixed(places)).toBe(text);
        },
      ),
    );
  });

  test("a number cell is the decimal that it shows", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.integer({ min: 0, max: 6 }),
        (n, places) => {
          expect(Exact.fromNumber(n / 10 ** places).toFixed(places)).toBe(
            fixed(BigInt(n), 10n ** BigInt(places), places),
          );
        },
      ),
    );
  });
});
