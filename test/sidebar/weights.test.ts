/** Weights of a scorecard: the sum and the rescaling to exactly 100. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Exact } from "../../src/engine/exact";
import { isFull, rescaleWeights, sumWeights } from "../../src/sidebar/weights";

/** Sums decimal texts by whole hundredths, without the product's arithmetic. */
function hundredths(texts: readonly string[]): number {
  return texts.reduce((sum, text) => {
    const [whole = "0", part = ""] = text.split(".");
    return sum + Number(whole) * 100 + Number(part.padEnd(2, "0"));
  }, 0);
}

describe("sumWeights", () => {
  it.each([
    { texts: ["20", "15", "65"], sum: "100", full: true },
    { texts: ["20%", "15", "65 %"], sum: "100", full: true },
    { texts: ["33.33", "33.33", "33.34"], sum: "100", full: true },
    { texts: ["33.33", "33.33", "33.33"], sum: "99.99", full: false },
    { texts: ["50", "50.01"], sum: "100.01", full: false },
    { texts: ["100", ""], sum: "100", full: true },
    { texts: ["100", "x"], sum: "100", full: false },
    { texts: ["110", "-10"], sum: "110", full: false },
    { texts: [], sum: "0", full: false },
  ])("$texts is $sum", ({ texts, sum, full }) => {
    expect(sumWeights(texts).sum.toText()).toBe(sum);
    expect(isFull(sumWeights(texts))).toBe(full);
  });
});

describe("rescaleWeights", () => {
  it.each([
    { texts: ["1", "1", "1"], rescaled: ["33.34", "33.33", "33.33"] },
    { texts: ["20", "15", "60"], rescaled: ["21.05", "15.79", "63.16"] },
    { texts: ["0", "50"], rescaled: ["0", "100"] },
    { texts: ["20", "80"], rescaled: ["20", "80"] },
    { texts: ["10%", "10"], rescaled: ["50", "50"] },
    { texts: ["", "3", "3"], rescaled: ["0", "50", "50"] },
    { texts: ["0", "0"], rescaled: null },
    { texts: ["a", "5"], rescaled: null },
    { texts: [], rescaled: null },
  ])("$texts becomes $rescaled", ({ texts, rescaled }) => {
    expect(rescaleWeights(texts)).toEqual(rescaled);
  });

  it("sums to exactly 100, and no weight is a hundredth or more away from its share", () => {
    const weight = fc.integer({ min: 0, max: 99_999 }).map((n) => (n / 100).toFixed(2));
    fc.assert(
      fc.property(fc.array(weight, { minLength: 1, maxLength: 12 }), (texts) => {
        const before = hundredths(texts);
        fc.pre(before > 0);
        const rescaled = rescaleWeights(texts) ?? [];
        expect(hundredths(rescaled)).toBe(10_000);
        for (const [index, text] of rescaled.entries()) {
          const share = Exact.integer(hundredths([texts[index] ?? ""]) * 100).over(Exact.integer(before));
          const off = Exact.parse(text)?.minus(share).abs();
          expect(off?.compare(Exact.CENT)).toBeLessThan(0);
        }
      }),
    );
  });
});
