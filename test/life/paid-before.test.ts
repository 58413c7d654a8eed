/** A month that was paid, reopened and paid again: what was sent the first time is not forgotten. */
import { describe, expect, test } from "vitest";
import { askAndAdvance } from "../../src/commands";
import { done } from "../api/shop";
import { tab } from "../readings/book";
import type { Workbook } from "../sheets/workbook";
import { dump, lock, records, refundLate, salesTab, sheetOf, shop } from "./shop";

/**
 * October is paid with 10,466.40. 12,000 of C's sales are refunded: by WE14 A loses 11.04, B 10.20, C 107.64, in
 * all 128.88. October is reopened and generated again.
 */
function reopened(wb: Workbook = shop()): Workbook {
  lock(wb, "2026-10");
  done(wb, "step", { month: "2026-10", step: "pay" });
  refundLate(wb);
  done(wb, "step", { month: "2026-10", step: "reopen", reason: "the refund belongs to October" });
  done(wb, "run", { month: "2026-10" });
  return wb;
}

interface Checked {
  readonly issues: readonly { readonly code: string; readonly severity: string; readonly message: string }[];
}

function told(wb: Workbook, month = "2026-10", lang = "en"): [string, string, string][] {
  const { issues } = done(wb, "checkData" as never, { month, lang }) as unknown as Checked;
  return issues
    .filter(({ code }) => code.startsWith("paid-before"))
    .map(({ code, severity, message }) => [code, severity, message]);
}

/** Takes the menu's dialog one step on and gives what it asked. */
function advanced(wb: Workbook): string {
  const before = wb.world.dialogs.length;
  const answers = [{ button: "OK" as const, text: "2026-10" }];
  wb.world.answer = () => answers.shift() ?? { button: "YES" };
  askAndAdvance(wb.services);
  return wb.world.dialogs
    .slice(before)
    .map(({ prompt }) => prompt ?? "")
    .join("\n");
}

const AMOUNTS = [
  "A: 3,496.80 sent, 3,485.76 now, -11.04",
  "B: 2,459.00 sent, 2,448.80 now, -10.20",
  "C: 2,710.60 sent, 2,602.96 now, -107.64",
];

describe("a paid month that is reopened and comes out lower", () => {
  const wb = reopened();

  test("Checks name each person whose pay differs, and nobody else", () => {
    const found = told(wb);
    expect(found.map(([code, severity]) => [code, severity])).toEqual(
      Array(3).fill(["paid-before-less", "warning"]),
    );
    expect(found[2]?.[2]).toMatch(
      /^C: 2710\.60 was sent when 2026-10 was marked as paid \(.*\), before it was reopened; it comes to 2602\.96 now\. Take back 107\.64 by hand; no later month takes it back\.$/,
    );
    expect(told(wb, "2026-10", "zh")[2]?.[2]).toContain("当时已发 2710.60，现为 2602.96。请另行追回 107.64");
    expect(dump(wb, "Checks 2026-10")).toContain("Take back 107.64 by hand");
  });

  test("it does not ask for another run, and approving and paying say what is to be taken back", () => {
    done(wb, "step", { month: "2026-10", step: "check" });
    for (const _step of ["approve", "pay"]) {
      const asked = advanced(wb);
      expect(asked).toContain("10,466.40 was sent, it comes to 10,337.52 now, -128.88 in all.");
      expect(asked).toContain("To be taken back by hand now: 128.88.");
      expect(asked).not.toContain("To be sent by hand");
      for (const line of AMOUNTS) expect(asked).toContain(line);
      expect(asked).not.toContain("· D:");
    }
  });

  test("the second payment stands in Runs with the difference, and Checks still name it", () => {
    const paid = records(wb, "Runs").filter(([, action]) => action === "paid");
    expect(paid.map((row) => row[5]?.replace(/\(.*\)/, "(…)"))).toEqual([
      "",
      "10466.40 was sent before (…), 10337.52 now: -128.88 by hand",
    ]);
    expect(told(wb)).toHaveLength(3);
    expect(dump(wb, "Checks 2026-10")).toContain("Take back 107.64 by hand");
  });

  test("paid a third time, only the second payment counts", () => {
    done(wb, "step", { month: "2026-10", step: "reopen", reason: "a look" });
    done(wb, "run", { month: "2026-10" });
    expect(told(wb)).toEqual([]);
    const { paidBefore } = done(wb, "life", { month: "2026-10" });
    expect(paidBefore).toMatchObject({ sent: "10337.52", now: "10337.52", difference: "0.00", people: [] });
  });
});

test("a month that was approved but not paid, or is paid the first time, says nothing", () => {
  const wb = shop();
  lock(wb, "2026-10");
  refundLate(wb);
  done(wb, "step", { month: "2026-10", step: "reopen", reason: "not sent yet" });
  lock(wb, "2026-10");
  done(wb, "step", { month: "2026-10", step: "pay" });
  expect(told(wb)).toEqual([]);
  expect(done(wb, "life", { month: "2026-10" })).not.toHaveProperty("paidBefore");
});

test("more pay is to be sent, who is gone or held is to be taken back, in words of their own", () => {
  const wb = shop();
  lock(wb, "2026-10");
  done(wb, "step", { month: "2026-10", step: "pay" });
  done(wb, "step", { month: "2026-10", step: "reopen", reason: "base pay" });
  const staff = sheetOf(wb, "Staff");
  staff.values.set(2, 4, 3100);
  staff.values.set(3, 4, "20o0");
  for (let column = 1; column <= 4; column++) staff.values.set(5, column, "");
  done(wb, "run", { month: "2026-10" });
  const codes = told(wb).map(([code, , message]) => [code, message.slice(0, 1)]);
  expect(codes).toContainEqual(["paid-before-more", "A"]);
  expect(codes).toContainEqual(["paid-before-held", "B"]);
  expect(codes).toContainEqual(["paid-before-less", "D"]);
});

test("with Snapshots lost, the total that Runs recorded is told, and that nobody knows the rest", () => {
  const wb = reopened();
  wb.book.sheets.splice(wb.book.sheets.indexOf(sheetOf(wb, "Snapshots")), 1);
  expect(
    told(wb).map(([code, , message]) => [code, message.includes("10466.40 in all, 10337.52 now")]),
  ).toEqual([["paid-before-unknown", true]]);
  done(wb, "step", { month: "2026-10", step: "check" });
  expect(advanced(wb)).toContain("What each person was sent is not known");
});

test("what a later month posted is named: its own lines settle it", () => {
  const wb = shop(salesTab("Sales November", "2026-11"));
  lock(wb, "2026-10");
  done(wb, "step", { month: "2026-10", step: "pay" });
  refundLate(wb);
  lock(wb, "2026-11");
  done(wb, "step", { month: "2026-10", step: "reopen", reason: "the refund belongs to October" });
  done(wb, "run", { month: "2026-10" });
  done(wb, "step", { month: "2026-10", step: "check" });
  expect(advanced(wb)).toContain("Later months posted -128.88 for 2026-10");
});

test("late pay of a month in which somebody was held is wages: no more than the limit is taken back of it", () => {
  const wb = shop(
    tab("Settings", "Setting | Value\nrecovery_limit | 10%\nlate_months | 3"),
    salesTab("Sales November", "2026-11"),
    salesTab("Sales December", "2026-12"),
  );
  const pay = sheetOf(wb, "Pay");
  pay.values.set(3, 3, "=sales/100");
  pay.values.set(3, 4, "");
  lock(wb, "2026-10");
  // C was paid 1,200.00 of sales 120,000 and it comes out as 0 now; in November C is held.
  sheetOf(wb, "Sales October").values.set(4, 3, 0);
  sheetOf(wb, "Sales November").values.set(4, 3, "12o000");
  lock(wb, "2026-11");
  sheetOf(wb, "Sales November").values.set(4, 3, 120000);
  done(wb, "run", { month: "2026-12" });
  const words = dump(wb, "Payslips 2026-12");
  // 10 % of December's 2,500 + 1,200 and of November's 3,700 that come late: 740 of 1,200.
  expect(done(wb, "run", { month: "2026-12" }).total).toBe((9300 + 5400 + 3700 - 740).toFixed(2));
  expect(words).toContain("460.00 more to be taken back in a later month");
});
