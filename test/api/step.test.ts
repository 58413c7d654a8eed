/** A step's answer is what `life` says next, so that the page need not ask. */
import { expect, it } from "vitest";
import { done, sampleShop } from "./shop";

const OCTOBER = { month: "2026-10" };

it.each(["en", "zh"] as const)("says where the month stands after each step, in %s", (lang) => {
  const wb = sampleShop("eight-part", lang);
  done(wb, "run", { ...OCTOBER, lang });
  for (const step of ["check", "approve", "pay"] as const) {
    const after = done(wb, "step", { ...OCTOBER, step, lang });
    expect([step, after]).toEqual([step, done(wb, "life", { ...OCTOBER, lang })]);
    expect(after.log).toHaveLength({ check: 2, approve: 3, pay: 4 }[step]);
  }
  const reopened = done(wb, "step", { ...OCTOBER, step: "reopen", reason: "late refund", lang });
  expect(reopened).toMatchObject({ state: "draft", next: "check" });
  done(wb, "step", { ...OCTOBER, step: "check", lang });
  const again = done(wb, "step", { ...OCTOBER, step: "approve", lang });
  expect(again).toEqual(done(wb, "life", { ...OCTOBER, lang }));
  expect(again.paidBefore).toMatchObject({ difference: "0.00" });
});
