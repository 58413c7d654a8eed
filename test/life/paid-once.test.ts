/** A month that was paid is known to be paid, whatever becomes of its row of Runs. */
import { describe, expect, test } from "vitest";
import { askAndAdvance } from "../../src/approve";
import { done, refused } from "../api/shop";
import type { Workbook } from "../sheets/workbook";
import { dump, lock, records, refundLate, salesTab, sheetOf, shop } from "./shop";

const OCTOBER = { month: "2026-10" };
const NOVEMBER = { month: "2026-11" };

function paidOctober(): Workbook {
  const wb = shop(salesTab("Sales November", "2026-11"));
  lock(wb, "2026-10");
  done(wb, "step", { ...OCTOBER, step: "pay" });
  return wb;
}

/** Clears the cells of the rows of a record tab that answer a question. */
function clear(wb: Workbook, name: string, isGone: (row: readonly string[]) => boolean): void {
  records(wb, name).forEach((row, r) => {
    if (!isGone(row)) return;
    row.forEach((_, c) => {
      sheetOf(wb, name).values.set(r + 2, c + 1, undefined);
    });
  });
}

const isPaid = (row: readonly string[]) => row[1] === "paid";

/** What the menu asks about October; each answer goes to the next question. */
function prompts(wb: Workbook, ...answers: ReturnType<Workbook["world"]["answer"]>[]): string {
  const asked: string[] = [];
  const left = [{ button: "OK" as const, text: "2026-10" }, ...answers];
  wb.world.answer = ({ prompt }) => {
    asked.push(prompt);
    return left.shift() ?? { button: "CLOSE" };
  };
  askAndAdvance(wb.services);
  return asked.join("\n");
}

describe("the row of a payment is cleared", () => {
  const wb = paidOctober();
  const [, , , by, at] = records(wb, "Runs").find(isPaid) ?? [];
  clear(wb, "Runs", isPaid);

  test("the month is still paid, and is not paid again", () => {
    expect(done(wb, "life", OCTOBER)).toMatchObject({ state: "paid", next: null, by, at });
    const { code, error } = refused(wb, "step", { ...OCTOBER, step: "pay" });
    expect(code).toBe("life.payment-lost");
    for (const word of [by, at, "10466.40", "Do not send it again", "version history"])
      expect(error).toContain(word);
    expect(refused(wb, "run", OCTOBER).code).toBe("life.locked");
    expect(records(wb, "Runs").some(isPaid)).toBe(false);
  });

  test("the menu offers no payment, and Checks of the next month say so", () => {
    expect(prompts(wb)).not.toContain("Mark it as paid?");
    done(wb, "run", NOVEMBER);
    expect(dump(wb, "Checks 2026-11")).toContain("2026-10 was paid already: Snapshots holds");
  });

  test("reopened, the payment is named before, on Checks, and when it is approved and paid again", () => {
    refundLate(wb);
    const asked = prompts(wb, { button: "OK", text: "the refund belongs to October" });
    expect(asked).toContain(`2026-10 was marked as paid (${at}, ${by}): 10,466.40 counts as sent`);
    done(wb, "run", OCTOBER);
    const checks = dump(wb, "Checks 2026-10");
    for (const words of ["2026-10 was paid already", "10466.40 was sent, it comes to 10337.52 now"])
      expect(checks).toContain(words);
    expect(checks).toContain("C: 2710.60 was sent");
    for (const words of ["Mark it as checked?", "Approve and lock it?", "Mark it as paid?"]) {
      const question = prompts(wb, { button: "YES" });
      for (const word of [words, "was paid already before it was reopened", "10,466.40 was sent"])
        expect(question).toContain(word);
    }
    expect(records(wb, "Runs").find(isPaid)?.[5]).toContain("10466.40 was sent before");
    expect(done(wb, "life", OCTOBER)).toMatchObject({ state: "paid", total: "10337.52" });
  });
});

test.each<[string, (wb: Workbook) => void]>([
  ["Runs is emptied", (wb) => clear(wb, "Runs", () => true)],
  [
    "all rows but the first two are cleared",
    (wb) => clear(wb, "Runs", (row) => !/gen|check/.test(row[1] ?? "")),
  ],
  [
    "what Snapshots says of it is damaged",
    (wb) => {
      clear(wb, "Runs", isPaid);
      const row = records(wb, "Snapshots").findIndex((one) => one[2] === "paid");
      sheetOf(wb, "Snapshots").values.set(row + 2, 4, "{");
    },
  ],
])("%s: the month is still paid", (_name, lose) => {
  const wb = paidOctober();
  lose(wb);
  expect(done(wb, "life", OCTOBER)).toMatchObject({ state: "paid", next: null, total: "10466.40" });
  refused(wb, "step", { ...OCTOBER, step: "pay" });
  expect(records(wb, "Runs").some(isPaid)).toBe(false);
});

describe("a paid month that is reopened and comes out the same", () => {
  const wb = paidOctober();

  test("is named on its Checks and on those of the next month until it is marked as paid again", () => {
    done(wb, "step", { ...OCTOBER, step: "reopen", reason: "a look" });
    done(wb, "run", NOVEMBER);
    expect(dump(wb, "Checks 2026-11")).toContain("It was marked as paid before");
    done(wb, "run", OCTOBER);
    expect(dump(wb, "Checks 2026-10")).toContain("2026-10 was paid already");
    expect(done(wb, "life", OCTOBER).isStale).toBe(false);
    done(wb, "step", { ...OCTOBER, step: "check" });
    done(wb, "step", { ...OCTOBER, step: "approve" });
    done(wb, "step", { ...OCTOBER, step: "pay" });
    done(wb, "step", { ...OCTOBER, step: "restore" });
    expect(dump(wb, "Checks 2026-10")).not.toContain("2026-10 was paid already");
  });

  test("its payments stand in Runs, each once", () => {
    expect(done(wb, "life", OCTOBER).log.filter(({ action }) => action === "paid")).toHaveLength(2);
  });
});

test("a month that was approved and not paid says nothing of a payment", () => {
  const wb = shop(salesTab("Sales November", "2026-11"));
  lock(wb, "2026-10");
  expect(prompts(wb)).toContain("Mark it as paid?");
  done(wb, "run", NOVEMBER);
  expect(dump(wb, "Checks 2026-11")).not.toContain("paid already");
});
