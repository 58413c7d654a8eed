/** What keeps a locked month locked where its rows of Runs are sorted, cleared or gone. */
import { describe, expect, test } from "vitest";
import { askAndAdvance } from "../../src/approve";
import { ask, done, refused } from "../api/shop";
import type { Workbook } from "../sheets/workbook";
import { dump, lock, records, refundLate, salesTab, sheetOf, shop } from "./shop";

const OCTOBER = { month: "2026-10" };
const NOVEMBER = { month: "2026-11" };

/** October is paid, then C's sales of it are refunded and November is pasted. */
function paidOctober(): Workbook {
  const wb = shop(salesTab("Sales November", "2026-11"));
  lock(wb, "2026-10");
  done(wb, "step", { ...OCTOBER, step: "pay" });
  refundLate(wb);
  return wb;
}

function drop(wb: Workbook, name: string): void {
  wb.book.sheets.splice(wb.book.sheets.indexOf(sheetOf(wb, name)), 1);
}

/** Puts the rows of Runs in another order, or leaves some out. */
function rearrange(wb: Workbook, change: (rows: string[][]) => string[][]): void {
  const sheet = sheetOf(wb, "Runs");
  const rows = records(wb, "Runs");
  const next = change(rows);
  rows.forEach((row, r) => {
    row.forEach((_, c) => {
      sheet.values.set(r + 2, c + 1, next[r]?.[c] || undefined);
    });
  });
}

/** What Checks of a month shows. */
const checks = (wb: Workbook, month: string) => dump(wb, `Checks ${month}`);

/** What the menu asks about October; each answer goes to the next question. */
function dialogs(wb: Workbook, ...more: readonly { button: "OK" | "NO" | "YES" | "CLOSE"; text?: string }[]) {
  const answers = [{ button: "OK" as const, text: "2026-10" }, ...more];
  const prompts: string[] = [];
  wb.world.answer = ({ prompt }) => {
    prompts.push(prompt);
    return answers.shift() ?? { button: "CLOSE" };
  };
  const answer = JSON.parse(askAndAdvance(wb.services)) as Record<string, unknown>;
  return { answer, prompts };
}

describe("Runs in another order", () => {
  test.each<[string, (rows: string[][]) => string[][]]>([
    ["newest first", (rows) => rows.toReversed()],
    ["by what was done", (rows) => rows.toSorted((a, b) => ((a[1] ?? "") < (b[1] ?? "") ? 1 : -1))],
    // A spreadsheet that is moved to an earlier time zone writes earlier times than before.
    [
      "with a clock that was put back",
      (rows) => rows.map((row, r) => row.with(4, `2026-11-0${9 - r} 09:00:00`)),
    ],
  ])("%s: the month is where it was", (_name, change) => {
    const wb = paidOctober();
    rearrange(wb, change);
    expect(done(wb, "life", OCTOBER)).toMatchObject({ state: "paid" });
    expect(refused(wb, "run", OCTOBER).code).toBe("life.locked");
  });

  test("who checked last is told by the time", () => {
    const wb = shop();
    done(wb, "run", OCTOBER);
    done(wb, "step", { ...OCTOBER, step: "check" });
    done(wb, "step", { ...OCTOBER, step: "check" });
    const [generated = [], first = [], second = []] = records(wb, "Runs");
    rearrange(wb, () => [
      second.with(3, "late@shop.cn").with(4, "2026-11-02 10:00:00"),
      generated,
      first.with(3, "early@shop.cn").with(4, "2026-11-02 09:00:00"),
    ]);
    expect(done(wb, "life", OCTOBER)).toMatchObject({ state: "checked", by: "late@shop.cn" });
  });
});

describe("an approval that is not in Runs any more", () => {
  const losses: readonly [string, string, (wb: Workbook) => void][] = [
    ["Runs is deleted", "Snapshots", (wb) => drop(wb, "Runs")],
    ["its rows are cleared", "Snapshots", (wb) => rearrange(wb, (rows) => rows.slice(0, 2))],
    [
      "Runs and Snapshots are deleted",
      "History",
      (wb) => {
        drop(wb, "Runs");
        drop(wb, "Snapshots");
      },
    ],
  ];

  test.each(losses)("%s: the month stays locked", (_name, store, lose) => {
    const wb = paidOctober();
    const paidAt = records(wb, "Runs").at(-1)?.[4] ?? expect.fail("not paid");
    lose(wb);
    const payroll = String(sheetOf(wb, "Payroll 2026-10").values.get(2, 1));
    const answers = [
      refused(wb, "run", OCTOBER),
      refused(wb, "run", { ...OCTOBER, kinds: ["checks"] }),
      ...(["check", "approve", "pay"] as const).map((step) => refused(wb, "step", { ...OCTOBER, step })),
    ];
    for (const { code, error } of answers) {
      expect(code).toBe("life.runs-lost");
      for (const word of ["2026-10 #1", "Runs", store, "version history", "reason"])
        expect(error).toContain(word);
      // Whether it was paid is known as long as Snapshots is there.
      const said =
        store === "Snapshots" ? `marked as paid (${paidAt}): do not send` : "looked up at your bank";
      expect(error).toContain(said);
    }
    expect(String(sheetOf(wb, "Payroll 2026-10").values.get(2, 1))).toBe(payroll);
    const state = store === "Snapshots" ? "paid" : "approved";
    expect(done(wb, "life", OCTOBER)).toMatchObject({ state, next: null });
  });

  test.each(
    losses.slice(0, 2),
  )("%s: late data are still corrected, and Checks says what is missing", (_name, _store, lose) => {
    const [kept, wb] = [paidOctober(), paidOctober()];
    lose(wb);
    for (const one of [kept, wb]) done(one, "run", NOVEMBER);
    expect(dump(wb, "Payroll 2026-11")).toBe(dump(kept, "Payroll 2026-11"));
    expect(dump(wb, "Payroll 2026-11")).toContain("2026-10");
    expect(checks(wb, "2026-11")).toContain("2026-10 stays locked: Snapshots holds");
    expect(checks(kept, "2026-11")).not.toContain("stays locked");
  });

  test.each(losses)("%s: it is reopened with a reason, which Runs records", (_name, _store, lose) => {
    const wb = paidOctober();
    lose(wb);
    expect(refused(wb, "step", { ...OCTOBER, step: "reopen", reason: " " }).code).toBe("life.no-reason");
    const { prompts } = dialogs(wb, { button: "OK", text: "Runs was deleted" });
    expect(prompts[1]).toContain("Runs has no row of its approval");
    const last = records(wb, "Runs").at(-1);
    expect(last?.slice(0, 3)).toEqual(["2026-10", "reopened", "2026-10 #1"]);
    expect(last?.[5]).toBe("Runs was deleted");
    done(wb, "run", OCTOBER);
    done(wb, "step", { ...OCTOBER, step: "check" });
    done(wb, "step", { ...OCTOBER, step: "approve" });
    expect(done(wb, "life", OCTOBER)).toMatchObject({ state: "approved", next: "pay" });
    expect(records(wb, "Runs").at(-1)?.[2]).toBe("2026-10 #2");
  });

  test("a payment that Runs still has counts", () => {
    const wb = paidOctober();
    rearrange(wb, (rows) => rows.filter(([, action]) => action !== "approved"));
    expect(done(wb, "life", OCTOBER)).toMatchObject({ state: "paid", next: null });
    expect(refused(wb, "run", OCTOBER).code).toBe("life.runs-lost");
    expect(refused(wb, "step", { ...OCTOBER, step: "pay" }).code).toBe("life.runs-lost");
  });

  test("a month that was checked and comes out the same may be approved: the attempt before died", () => {
    const wb = shop();
    lock(wb, "2026-10");
    rearrange(wb, (rows) => rows.slice(0, 2));
    expect(done(wb, "life", OCTOBER)).toMatchObject({ state: "checked", next: "approve" });
    expect(refused(wb, "run", OCTOBER).code).toBe("life.runs-lost");
    done(wb, "step", { ...OCTOBER, step: "approve" });
    expect(done(wb, "life", OCTOBER)).toMatchObject({ state: "approved", next: "pay" });
  });
});

test("with Snapshots gone the dialog shows the total that Runs recorded", () => {
  const wb = paidOctober();
  const paid = records(wb, "Runs").at(-1)?.[8] ?? "";
  drop(wb, "Snapshots");
  expect(done(wb, "life", OCTOBER)).toMatchObject({ total: paid, people: 4, held: 0 });
  const { prompts } = dialogs(wb);
  const shown = Number(paid).toLocaleString("en-US", { minimumFractionDigits: 2 });
  expect(prompts[1]).toContain(`total ${shown}`);
});

describe("a month that stands open again", () => {
  test("is named where a later month leaves its corrections out", () => {
    const wb = paidOctober();
    done(wb, "step", { ...OCTOBER, step: "reopen", reason: "refund of C" });
    done(wb, "run", NOVEMBER);
    const said = "2026-10 is open again";
    expect(checks(wb, "2026-11").split(said)).toHaveLength(2);
    for (const word of ["refund of C", "2026-11 leaves out"]) expect(checks(wb, "2026-11")).toContain(word);
    lock(wb, "2026-10");
    done(wb, "run", NOVEMBER);
    expect(checks(wb, "2026-11")).not.toContain(said);
  });

  test("is not named where it was never locked, or is later", () => {
    const wb = paidOctober();
    done(wb, "run", NOVEMBER);
    ask(wb, "run", { month: "2026-12" });
    expect(checks(wb, "2026-12")).not.toContain("open again");
    lock(wb, "2026-11");
    done(wb, "step", { ...NOVEMBER, step: "reopen", reason: "x" });
    done(wb, "step", { ...OCTOBER, step: "reopen", reason: "x" });
    done(wb, "run", OCTOBER);
    expect(checks(wb, "2026-10")).not.toContain("open again");
  });
});
