/** What the next tier takes: the way to the neighbouring row, and its words. */
import { describe, expect, test } from "vitest";
import { sortRows } from "../../src/engine/bands";
import { nextBand } from "../../src/engine/next-band";
import type { BandRow, When } from "../../src/engine/plan";
import { nextTiers } from "../../src/report/next-tier";
import { describePayslips } from "../../src/report/payslips";
import { exact, item, person } from "./fixtures";
import { shownOn, smallShop } from "./small-shop";

const PLACE = { tab: "Bands", row: 2 };

function row(when: When, threshold: string | null, result: string): BandRow {
  return {
    when,
    threshold: threshold === null ? null : exact(threshold),
    result: exact(result),
    isPercent: false,
    place: PLACE,
  };
}

const RISING = [row("at least", "1.2", "3"), row("at least", "1", "2"), row("at least", null, "1")];
const STRICT = [row("above", "1", "2"), row("above", null, "1")];
const FALLING = sortRows([row("up to", "30", "5"), row("up to", "60", "3"), row("up to", null, "0")], false);

describe("the next better row", () => {
  test.each([
    ["just below an edge", RISING, "0.999999", false, ["at least", "1", "0.000001", "2"]],
    ["exactly at an edge", RISING, "1", false, ["at least", "1.2", "0.2", "3"]],
    ["just below the best", RISING, "1.199999", false, ["at least", "1.2", "0.000001", "3"]],
    ["on the best row", RISING, "1.2", false, null],
    ["at an edge that has to be passed", STRICT, "1", false, ["above", "1", "0", "2"]],
    ["past it", STRICT, "1.000001", false, null],
    ["where lower is better, just above an edge", FALLING, "60.01", false, ["up to", "60", "-0.01", "3"]],
    ["where lower is better, at it", FALLING, "60", false, ["up to", "30", "-30", "5"]],
    ["where smaller results are better, the row is left", RISING, "1.3", true, ["below", "1.2", "-0.1", "2"]],
    ["where smaller results are better, on the best", RISING, "0.5", true, null],
  ] as const)("%s", (_name, rows, value, smaller, wanted) => {
    const next = nextBand(rows, exact(value), smaller);
    const plain = next
      ? [next.when, next.threshold.toText(), next.gap.toText(), String(next.to.result)]
      : undefined;
    expect(plain?.slice(0, 3)).toEqual(wanted?.slice(0, 3));
    expect(next?.to.result).toEqual(wanted ? exact(wanted[3]) : undefined);
  });
});

describe("its words", () => {
  const plan = smallShop().hr?.book.plans.get("p");
  const bands = new Map(plan?.bands);
  const table = bands.get("conversion");
  if (!plan || !table) throw new Error("no plan");
  const hit = {
    table: "Conversion",
    place: PLACE,
    when: "at least",
    threshold: null,
    edges: [],
    result: exact("0"),
  };
  const of = (rows: readonly BandRow[], value: string, more: object, lang: "en" | "zh" = "en") => {
    bands.set("conversion", { ...table, rows });
    const one = item("Conversion", "1", "10", { value: exact(value), hit, method: "band points", ...more });
    return nextTiers(person("Ann", "1", [], { items: [one] }), { ...plan, bands }, lang);
  };

  test("tell how much more in percentage points, rounded up", () => {
    // 1 − 0.966667 = 3.3333 points; 3.33 of them would not be enough.
    expect(of(RISING, "0.966667", { unit: "%" })).toEqual([
      "Conversion: 96.67% now; 3.34 percentage points more (at least 100%) gives 2.00 points instead of 1.00 points",
    ]);
    expect(of(RISING, "0.966667", { unit: "%" }, "zh")).toEqual([
      "Conversion：目前 96.67%；再增加 3.34 个百分点（至少 100%）为 2.00 分，目前为 1.00 分",
    ]);
  });

  test("tell how much less where lower is better, and that a strict edge has to be passed", () => {
    expect(of(FALLING, "60.011", { unit: "s" })).toEqual([
      "Conversion: 60.01 now; 0.02 less (up to 60) gives 3.00 points instead of 0.00 points",
    ]);
    expect(of(STRICT, "1", { unit: "%" })).toEqual([
      "Conversion: 100% now; a little more (above 100%) gives 2.00 points instead of 1.00 points",
    ]);
    expect(of(RISING, "0.9999999", { unit: "%" })).toEqual([
      "Conversion: 99.99999% now; 0.00001 percentage points more (at least 100%) gives 2.00 points instead of 1.00 points",
    ]);
    expect(of(STRICT, "0.9", { unit: "%" })).toEqual([
      "Conversion: 90% now; just over 10 percentage points more (above 100%) gives 2.00 points instead of 1.00 points",
    ]);
  });

  test("tell it of an attainment in the measure's own unit", () => {
    const sales = {
      measure: "attainment",
      unit: "money",
      value: exact("900"),
      target: exact("1000"),
      attainment: exact("0.9"),
    };
    expect(of(RISING, "900", sales)).toEqual([
      "Conversion: 90% now; 100.00 more than 900.00 (at least 100%) gives 2.00 points instead of 1.00 points",
    ]);
    // Where lower is better the attainment is no quotient of actual by target.
    const slow = { ...sales, unit: "s", attainment: exact("0.8") };
    expect(of(RISING, "900", slow)).toEqual([
      "Conversion: 80% now; 20 percentage points more (at least 100%) gives 2.00 points instead of 1.00 points",
    ]);
  });

  test("stand on a slip for the first line of pay, and on nobody's best row", () => {
    const tab = describePayslips(smallShop());
    const slips = shownOn(tab);
    // Ben sold 600 of 1,000; Ann is on the best row.
    expect(slips).toContain("Next tier: Commission: 60% now; 400.00 more than 600.00");
    expect(slips.match(/Next tier/g)).toHaveLength(2);
    expect(shownOn(describePayslips(smallShop("zh")))).toContain(
      "再进一档：提成：目前 60%；在 600.00 之上再增加 400.00",
    );
  });
});
