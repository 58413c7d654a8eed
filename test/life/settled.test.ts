/** Corrections that HR settles by hand or does not take back: counted once, told once, open again when the row goes. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Exact } from "../../src/engine/exact";
import type { SettledPart } from "../../src/engine/result";
import { type SettledLine, type SettlementRow, settle, settlementKind } from "../../src/life/settled";
import { ask, done } from "../api/shop";
import { tab } from "../readings/book";
import type { Workbook } from "../sheets/workbook";
import { dump, lock, refundLate, salesTab, sheetOf, shop } from "./shop";

const money = (text: string) => Exact.parse(text) ?? Exact.ZERO;
const PLACE = { tab: "Adjustments", row: 2, column: 4 };

function row(kind: SettledPart["kind"], amount: string): SettlementRow {
  return {
    person: "A",
    component: "x",
    kind,
    amount: money(amount),
    reason: "r",
    by: "Li",
    on: "",
    place: PLACE,
  };
}

/** What stays open of a line, what counts, and the codes of what is told. */
function settled(open: string, rows: readonly SettlementRow[], stored: readonly SettledLine[] = []) {
  const line = { person: "A", component: "x", amount: money("100") };
  const difference = { origin: "2026-10", ...line, was: line.amount, now: line.amount.plus(money(open)) };
  const found = settle({
    origin: "2026-10",
    open: money(open).isZero() ? [] : [{ ...difference, open: money(open) }],
    rows,
    stored,
    earned: [line],
    posted: [],
    labelOf: (component) => ({ en: component, zh: component }),
  });
  return {
    left: (found.differences[0]?.open ?? Exact.ZERO).toFixed(2),
    counted: found.settled.map(({ amount }) => amount.toFixed(2)),
    told: found.issues.map(({ code }) => code),
    settled: found.settled,
  };
}

describe("what a row settles", () => {
  test.each([
    ["settled", "-60", "-59.99", "-0.01", "-59.99", "correction-settled"],
    ["settled", "-60", "-60", "0.00", "-60.00", "correction-settled"],
    ["settled", "-60", "-60.01", "0.00", "-60.00", "settled-beyond-open"],
    ["settled", "-60", "60", "-60.00", "0.00", "settled-beyond-open"],
    ["settled", "60", "60", "0.00", "60.00", "correction-settled"],
    ["settled", "0", "-60", "0.00", "0.00", "settled-beyond-open"],
    ["waived", "-60", "-60", "0.00", "-60.00", "correction-waived"],
    ["waived", "-60", "-60.01", "0.00", "-60.00", "settled-beyond-open"],
    ["waived", "60", "60", "60.00", "0.00", "settled-beyond-open"],
  ] as const)("%s: of %s open and %s typed %s is left", (kind, open, typed, left, counted, code) => {
    expect(settled(open, [row(kind, typed)])).toMatchObject({ left, counted: [counted], told: [code] });
  });

  test("what a locked month kept is told no more, and given back where the late data is undone", () => {
    const { settled: kept } = settled("-60", [row("settled", "-60")]);
    expect(settled("-60", [row("settled", "-60")], kept)).toMatchObject({ left: "0.00", told: [] });
    expect(settled("0", [row("settled", "-60")], kept)).toMatchObject({ left: "60.00", told: [] });
    expect(settled("-75", [row("settled", "-60")], kept)).toMatchObject({ left: "-15.00", told: [] });
  });

  test("what is waived never moved, and is not given back", () => {
    const { settled: kept } = settled("-60", [row("waived", "-60")]);
    expect(settled("-60", [row("waived", "-60")], kept)).toMatchObject({ left: "0.00", told: [] });
    expect(settled("0", [row("waived", "-60")], kept)).toMatchObject({ left: "0.00", told: [] });
    expect(settled("-25", [row("waived", "-60")], kept)).toMatchObject({ left: "0.00", told: [] });
    expect(settled("40", [row("waived", "-60")], kept)).toMatchObject({ left: "40.00", told: [] });
  });

  test("a row that is gone or changed leaves the line open again, and says so", () => {
    const { settled: kept } = settled("-60", [row("settled", "-60")]);
    expect(settled("-60", [], kept)).toMatchObject({ left: "-60.00", told: ["settlement-gone"] });
    const changed = settled("-60", [row("settled", "-50")], kept);
    expect(changed).toMatchObject({ left: "-10.00", told: ["correction-settled", "settlement-gone"] });
  });

  test("no new row ever turns a line round, and nothing is lost", () => {
    const cents = fc.integer({ min: -50_000, max: 50_000 });
    const rows = fc.array(fc.tuple(fc.constantFrom("settled" as const, "waived" as const), cents), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(cents, rows, (open, typed) => {
        const whole = Exact.scaled(open, 2);
        const all = typed.map(([kind, amount]) => row(kind, Exact.scaled(amount, 2).toFixed(2)));
        const found = settled(whole.toFixed(2), all);
        const left = money(found.left);
        expect(left.plus(Exact.sum(found.counted.map(money))).equals(whole)).toBe(true);
        expect(left.sign() === 0 || left.sign() === whole.sign()).toBe(true);
        if (typed.every(([kind]) => kind === "waived") && open > 0) expect(left.equals(whole)).toBe(true);
        const again = settled(whole.toFixed(2), all, found.settled);
        expect([again.left, again.told]).toEqual([found.left, []]);
      }),
    );
  });
});

test.each([
  ["Settled: by bank", "settled"],
  ["settled：cash", "settled"],
  ["已结清：银行转账", "settled"],
  [" Waived: agreed", "waived"],
  ["免追回：离职", "waived"],
  ["Settled by bank", null],
  ["not settled: x", null],
  ["", null],
] as const)("a reason %j is %s", (reason, kind) => {
  expect(settlementKind(reason)).toBe(kind);
});

interface Told {
  readonly code: string;
  readonly tab?: string;
  readonly cell?: string;
  readonly message: string;
}

/** What Check data says of settlements and of what is open. */
function told(wb: Workbook, month: string, lang = "en"): Told[] {
  const answer = ask(wb, "checkData" as never, { month, lang }) as unknown as { issues: Told[] };
  return answer.issues.filter(({ code }) => /^(?:correction|settle|adjustment)/.test(code));
}

const codes = (wb: Workbook, month: string) => told(wb, month).map(({ code }) => code);

/** WE14's late refund: A owes 11.04, B 10.20, C 107.64 of October. C left with October's last day. */
function leaver(paid = "2026-10 | A | award | 10 | fair | Li |"): Workbook {
  const wb = shop(
    tab("Adjustments", `Month | Person | Component | Amount | Reason | By | On\n${paid}`),
    salesTab("Sales November", "2026-11"),
    salesTab("Sales December", "2026-12"),
  );
  const staff = sheetOf(wb, "Staff");
  staff.reach(1, 5);
  staff.values.set(1, 5, "Left");
  staff.reach(4, 5);
  staff.values.set(4, 5, "2026-10-31");
  lock(wb, "2026-10");
  refundLate(wb);
  return wb;
}

function typeRow(wb: Workbook, cells: readonly (string | number)[], at = 3): void {
  const sheet = sheetOf(wb, "Adjustments");
  cells.forEach((cell, index) => {
    sheet.reach(at, index + 1);
    sheet.values.set(at, index + 1, cell);
  });
}

const BLANK = ["", "", "", "", "", "", ""];
const SETTLED = ["2026-10", "C", "bonus", -107.64, "Settled: by bank", "Li", "2026-11-30"];

describe("a leaver's open correction", () => {
  test("is told with the way to settle it, and after that once", () => {
    const wb = leaver();
    const [open] = told(wb, "2026-11");
    expect(open?.message).toContain(
      'so -107.64 is still open. C is not in 2026-11, so no line settles it. Settle it by hand, then type a row on Adjustments: 2026-10, C, bonus, -107.64, and a Reason that begins with "Settled:"',
    );
    typeRow(wb, SETTLED);
    expect(told(wb, "2026-11")).toMatchObject([
      { code: "correction-settled", tab: "Adjustments", cell: "D3" },
    ]);
    expect(told(wb, "2026-11")[0]?.message).toContain(
      "C: -107.64 of the correction of bonus for 2026-10 is settled by hand (Settled: by bank, Li, 2026-11-30), so no month pays it or takes it back; still open: 0.00.",
    );
    expect(told(wb, "2026-11", "zh")[0]?.message).toContain("已另行结清（Settled: by bank，Li，2026-11-30）");
    lock(wb, "2026-11");
    expect(dump(wb, "Checks 2026-11").includes("is settled by hand")).toBe(true);
    expect(codes(wb, "2026-12")).toEqual([]);
  });

  test.each([
    "bonus",
    "Bonus",
    "团队奖金",
    "2026-10 团队奖金",
  ])("is settled under the name %s", (component) => {
    const wb = leaver();
    const pay = sheetOf(wb, "Pay");
    pay.reach(3, 5);
    pay.values.set(1, 5, "中文名");
    pay.values.set(3, 5, "团队奖金");
    typeRow(wb, SETTLED.with(2, component));
    expect(codes(wb, "2026-11")).toEqual(["correction-settled"]);
    expect(told(wb, "2026-11", "zh")[0]?.message).toContain(
      "C：2026-10 的团队奖金更正中，-107.64 已另行结清",
    );
  });

  test("is open again when the row goes, which is told", () => {
    const wb = leaver();
    typeRow(wb, SETTLED);
    lock(wb, "2026-11");
    typeRow(wb, BLANK);
    expect(codes(wb, "2026-12").sort()).toEqual(["correction-for-nobody", "settlement-gone"]);
  });

  test("that is settled by hand and then undone is to be given back, by hand as well", () => {
    const wb = leaver();
    typeRow(wb, SETTLED);
    lock(wb, "2026-11");
    sheetOf(wb, "Sales October").values.set(4, 3, 120000);
    expect(told(wb, "2026-12").map(({ message }) => message)).toEqual([
      expect.stringContaining("210.60 was paid, 210.60 is right now, so 107.64 is still open"),
    ]);
  });

  test("holds the person where the month is opened again with the row, and is paid by no line", () => {
    const wb = leaver();
    typeRow(wb, SETTLED);
    lock(wb, "2026-11");
    done(wb, "step", { month: "2026-10", step: "reopen", reason: "the refund belongs to October" });
    const answer = done(wb, "run", { month: "2026-10" });
    expect(answer.held).toBe(1);
    expect(answer.problems.map(({ code, holds }) => [code, holds])).toContainEqual([
      "settlement-in-open-month",
      ["C"],
    ]);
    typeRow(wb, BLANK);
    expect(done(wb, "run", { month: "2026-10" }).held).toBe(0);
  });
});

describe("a recovery of somebody who is still there", () => {
  const payOf = (wb: Workbook, month: string) => done(wb, "run", { month }).total;

  test("is not taken back when it is waived, in this month or later", () => {
    const wb = leaver();
    // November without any correction: base 3,000 + 2,000 + 1,800, and the bonuses of A and B.
    const taken = Number(payOf(wb, "2026-11"));
    typeRow(wb, ["2026-10", "A", "bonus", -11.04, "Waived: our mistake", "Li", ""]);
    expect(Number(payOf(wb, "2026-11")) - taken).toBeCloseTo(11.04, 6);
    lock(wb, "2026-11");
    const december = Number(payOf(wb, "2026-12"));
    typeRow(wb, BLANK);
    expect(december - Number(payOf(wb, "2026-12"))).toBeCloseTo(11.04, 6);
  });

  test("is waived by a row that is equal to one that the month was paid by", () => {
    const wb = leaver("2026-10 | A | bonus | -11.04 | late | Li |");
    const taken = Number(payOf(wb, "2026-11"));
    typeRow(wb, ["2026-10", "A", "bonus", -11.04, "Waived: our mistake", "Li", ""]);
    expect(Number(payOf(wb, "2026-11")) - taken).toBeCloseTo(11.04, 6);
    expect(codes(wb, "2026-11")).toEqual(["correction-for-nobody", "correction-waived"]);
  });

  test("is not settled by a row that the month was paid by, whatever its reason says", () => {
    const wb = leaver("2026-10 | A | bonus | -11.04 | Settled: last week | Li |");
    const taken = Number(payOf(wb, "2026-11"));
    typeRow(wb, ["2026-11", "B", "award", 5, "fair", "Li", ""]);
    expect(codes(wb, "2026-11")).toEqual(["correction-for-nobody"]);
    expect(Number(payOf(wb, "2026-11")) - taken).toBeCloseTo(5, 6);
  });

  test.each([
    [
      "a colleague's data cannot be read",
      (wb: Workbook) => sheetOf(wb, "Sales October").values.set(4, 3, "x"),
    ],
    [
      "the person's data cannot be read",
      (wb: Workbook) => sheetOf(wb, "Sales October").values.set(2, 3, "x"),
    ],
    ["rows were tidied up", (wb: Workbook) => sheetOf(wb, "Sales October").values.set(3, 2, "")],
    [
      "the month is too far back",
      (wb: Workbook) => {
        const settings = wb.book.addSheet("Settings");
        settings.reach(2, 2);
        for (const [at, text] of ["Setting", "Value"].entries()) settings.values.set(1, at + 1, text);
        settings.values.set(2, 1, "late_months");
        settings.values.set(2, 2, 0);
      },
    ],
  ])("settled whole stays settled where %s", (_what, change) => {
    const wb = leaver();
    typeRow(wb, ["2026-10", "A", "bonus", -11.04, "Settled: in cash", "Li", ""]);
    lock(wb, "2026-11");
    const december = payOf(wb, "2026-12");
    change(wb);
    expect(payOf(wb, "2026-12")).toBe(december);
  });

  test("in part is told in the line that takes the rest", () => {
    const wb = leaver();
    typeRow(wb, ["2026-10", "A", "bonus", -5, "免追回：本店失误", "Li", "2026-11-30"]);
    done(wb, "run", { month: "2026-11" });
    const words = "-5.00 of it not taken back (免追回：本店失误, Li, 2026-11-30)";
    expect(dump(wb, "Payslips 2026-11").includes(words)).toBe(true);
  });

  test("is not paid to anybody by a row that is no settlement, nor by one of an open month", () => {
    const wb = leaver();
    typeRow(wb, ["2026-10", "A", "bonus", -11.04, "settled by bank", "Li", ""]);
    expect(codes(wb, "2026-11")).toContain("adjustment-for-locked");
    const before = Number(payOf(wb, "2026-11"));
    typeRow(wb, ["2026-11", "A", "bonus", -5, "Settled: is an adjustment of its own month", "Li", ""]);
    expect(Number(payOf(wb, "2026-11")) - before).toBeCloseTo(-5, 6);
  });
});
