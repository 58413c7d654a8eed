/** What is typed on Adjustments for a month that is locked, and late data of people who have gone: told with amounts and the way out. */
import { describe, expect, test } from "vitest";
import { ask, done } from "../api/shop";
import { tab } from "../readings/book";
import type { Workbook } from "../sheets/workbook";
import { dump, lock, refundLate, salesTab, sheetOf, shop } from "./shop";

interface Told {
  readonly code: string;
  readonly severity: string;
  readonly tab?: string;
  readonly cell?: string;
  readonly message: string;
}

/** What Check data says about a month under these codes. */
function toldIn(wb: Workbook, month: string, codes: RegExp, lang = "en"): Told[] {
  const answer = ask(wb, "checkData" as never, { month, lang }) as unknown as { issues: Told[] };
  return answer.issues.filter(({ code }) => codes.test(code));
}

const CODES = /adjustment-(?:for|gone)|rules-edited/;
const HEADER = "Month | Person | Component | Amount | Reason | By | On";
const ROWS = [
  "2026-10 | A | award | 100 | award | Li |",
  "2026-10 | B | late fine | -20.5 | attendance | Li |",
];

function shopWith(rows: readonly string[]): Workbook {
  return shop(tab("Adjustments", [HEADER, ...rows].join("\n")), salesTab("Sales November", "2026-11"));
}

function typeRow(wb: Workbook, row: number, cells: readonly (string | number)[]): void {
  const sheet = sheetOf(wb, "Adjustments");
  cells.forEach((cell, index) => {
    sheet.reach(row, index + 1);
    sheet.values.set(row, index + 1, cell);
  });
}

describe("a row of Adjustments for a locked month", () => {
  const wb = shopWith(ROWS);
  lock(wb, "2026-10");

  test("nothing is told while the rows are those that it was paid by", () => {
    expect(toldIn(wb, "2026-11", CODES)).toEqual([]);
    typeRow(wb, 4, ["2026-11", "C", "award", 30, "award", "Li"]);
    expect(toldIn(wb, "2026-11", CODES)).toEqual([]);
  });

  test("typed after the lock is told with person, amount, cell and the way out", () => {
    typeRow(wb, 5, ["2026-10", "C", "refund", -107.64, "refund", "Li"]);
    const [one, ...others] = toldIn(wb, "2026-11", CODES);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ severity: "warning", tab: "Adjustments", cell: "D5" });
    expect(one?.message).toBe(
      "Adjustments!D5: C: -107.64 as refund is typed for 2026-10, which is locked, so it is paid to nobody. To pay it with 2026-11, type 2026-11 as the month and say in Reason that it is for 2026-10. To change 2026-10 itself, reopen it with a reason (Approve and lock month).",
    );
    expect(toldIn(wb, "2026-11", CODES, "zh")[0]?.message).toBe(
      "Adjustments!D5：C 的refund -107.64 填在 2026-10，该月已锁定，因此未计入任何人的工资。如随 2026-11 发放，请将月份改为 2026-11，并在“原因”中注明属于 2026-10；如需更改 2026-10 本身，请在“审批并锁定本月…”中填写原因后解除锁定。",
    );
  });

  test("typed for the open month it is paid there and told no more", () => {
    const before = Number(done(wb, "run", { month: "2026-11" }).total);
    typeRow(wb, 5, ["2026-11", "C", "refund", -107.64, "refund of 2026-10", "Li"]);
    expect(toldIn(wb, "2026-11", CODES)).toEqual([]);
    expect(Number(done(wb, "run", { month: "2026-11" }).total)).toBeCloseTo(before - 107.64, 6);
  });

  test("a changed amount is told as typed and as gone, a changed reason not at all", () => {
    typeRow(wb, 2, ["2026-10", "A", "award", 100, "another reason"]);
    expect(toldIn(wb, "2026-11", CODES)).toEqual([]);
    typeRow(wb, 2, ["2026-10", "A", "award", 100.01]);
    expect(toldIn(wb, "2026-11", CODES).map(({ message }) => message)).toEqual([
      "Adjustments: A: 100.00 as award was paid with 2026-10, which is locked, and its row is not here any more. The pay of 2026-10 did not move. Type the row again as it was; to take it back, type the opposite amount for 2026-11.",
      "Adjustments!D2: A: 100.01 as award is typed for 2026-10, which is locked, so it is paid to nobody. To pay it with 2026-11, type 2026-11 as the month and say in Reason that it is for 2026-10. To change 2026-10 itself, reopen it with a reason (Approve and lock month).",
    ]);
    typeRow(wb, 2, ["2026-10", "A", "award", 100]);
  });

  test("typed twice it is paid once, and the second row is told", () => {
    typeRow(wb, 6, ["2026-10", "B", "late fine", -20.5, "attendance"]);
    expect(toldIn(wb, "2026-11", CODES).map(({ cell }) => cell)).toEqual(["D6"]);
    typeRow(wb, 6, ["", "", "", "", ""]);
  });

  test("a month that is out of the months looked through is told as well", () => {
    const old = shopWith([...ROWS]);
    sheetOf(old, "Adjustments");
    lock(old, "2026-10");
    const settings = old.book.addSheet("Settings");
    [
      ["Setting", "Value"],
      ["late_months", 0],
    ].forEach((row, r) => {
      row.forEach((cell, c) => {
        settings.reach(r + 1, c + 1);
        settings.values.set(r + 1, c + 1, cell);
      });
    });
    typeRow(old, 4, ["2026-10", "C", "refund", -1, "refund"]);
    expect(toldIn(old, "2026-11", CODES).map(({ cell }) => cell)).toEqual(["D4"]);
  });

  test("a reopened month takes it like any other", () => {
    const own = shopWith(ROWS);
    lock(own, "2026-10");
    typeRow(own, 4, ["2026-10", "C", "refund", -10, "refund"]);
    done(own, "step", { month: "2026-10", step: "reopen", reason: "C's refund" });
    expect(done(own, "run", { month: "2026-10" }).total).toBe((10466.4 + 100 - 20.5 - 10).toFixed(2));
    expect(toldIn(own, "2026-11", CODES)).toEqual([]);
  });
});

describe("late data of somebody who is nobody today", () => {
  /** October is locked, 12,000 of C's sales are refunded, and C is on Staff no more. */
  const wb = shop(salesTab("Sales November", "2026-11", { A: 180000, B: 150000, D: 90000 }));
  lock(wb, "2026-10");
  refundLate(wb);
  const staff = sheetOf(wb, "Staff");
  for (let column = 1; column <= 4; column++) staff.values.set(4, column, "");

  test("is told with the line, what was paid, what is right, and what is open", () => {
    expect(toldIn(wb, "2026-11", /correction-for-nobody/).map(({ message }) => message)).toEqual([
      'Sales October!C4: Payroll 2026-10, bonus of C: 210.60 was paid, 102.96 is right now, so -107.64 is still open. C is not in 2026-11, so no line settles it. Settle it by hand, then type a row on Adjustments: 2026-10, C, bonus, -107.64, and a Reason that begins with "Settled:", or with "Waived:" where nothing is taken back. Where C is paid in 2026-11 after all, mend Left or the row on Staff.',
    ]);
    expect(toldIn(wb, "2026-11", /correction-for-nobody/, "zh")[0]?.message).toBe(
      "Sales October!C4：“工资 2026-10”中 C 的bonus：已发 210.60，现应为 102.96，尚有 -107.64 未结清。C 不在 2026-11 的名单中，因此没有任何一行可以结清。请另行处理，然后在“调整”表添加一行：2026-10、C、bonus、-107.64，“原因”以“已结清：”开头（不再追回的以“免追回：”开头）。如 2026-11 仍应发放工资，请更正“员工”表中的离职日期或该员工的行。",
    );
  });
});

test("a correction is called like its component in the language of the tabs", () => {
  const wb = shop(salesTab("Sales November", "2026-11"));
  const pay = sheetOf(wb, "Pay");
  [
    ["Label", "中文名"],
    ["Base pay", "底薪"],
    ["Team bonus", "团队奖金"],
  ].forEach((row, r) => {
    row.forEach((cell, c) => {
      pay.reach(r + 1, c + 5);
      pay.values.set(r + 1, c + 5, cell);
    });
  });
  lock(wb, "2026-10");
  refundLate(wb);
  for (const [lang, name, line] of [
    ["en", "Payslips 2026-11", "2026-10 Team bonus"],
    ["zh", "Payslips 2026-11", "2026-10 团队奖金"],
  ] as const) {
    done(wb, "run", { month: "2026-11", lang });
    expect(dump(wb, name)).toContain(line);
  }
  expect(toldIn(wb, "2026-11", /correction-carried/)).toEqual([]);
});

test("what the limit carries is told with what is open, taken now and carried", () => {
  const wb = shop(
    tab("Settings", "Setting | Value\nrecovery_limit | 1%"),
    salesTab("Sales November", "2026-11"),
  );
  lock(wb, "2026-10");
  refundLate(wb);
  // 1 % of C's 2,710.60 in November is 27.10, cut down to the cent.
  expect(toldIn(wb, "2026-11", /correction-carried/).map(({ message }) => message)).toEqual([
    'C: of -107.64 to be taken back of bonus for 2026-10, -27.10 is taken back now and -80.54 waits for a later month (Settings: recovery_limit). To waive it, type a row on Adjustments: 2026-10, C, bonus, -80.54, and a Reason that begins with "Waived:".',
  ]);
});
