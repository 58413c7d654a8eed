/** The life of months in one workbook, by the requests that menu and sidebar send. */
import { describe, expect, test } from "vitest";
import { ask, done, refused, tabsOf } from "../api/shop";
import { tab } from "../readings/book";
import { type Workbook, workbook } from "../sheets/workbook";
import { addTab, dump, lock, records, refundLate, salesTab, sheetOf, shop } from "./shop";

describe("from draft to paid", () => {
  const wb = shop();

  test("each step follows the one before it, and is recorded with who and when", () => {
    expect(done(wb, "run", { month: "2026-10" }).total).toBe("10466.40");
    expect(done(wb, "life", { month: "2026-10" })).toMatchObject({ state: "draft", next: "check" });
    expect(refused(wb, "step", { month: "2026-10", step: "approve" }).code).toBe("life.not-checked");
    expect(done(wb, "step", { month: "2026-10", step: "check" }).state).toBe("checked");
    expect(done(wb, "step", { month: "2026-10", step: "approve" }).state).toBe("approved");
    expect(done(wb, "step", { month: "2026-10", step: "pay" })).toMatchObject({ state: "paid", next: null });
    const log = done(wb, "life", { month: "2026-10" }).log;
    expect(log.map(({ action }) => action)).toEqual(["generated", "checked", "approved", "paid"]);
    expect(log.every(({ by, at }) => by.includes("@") && /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(at))).toBe(
      true,
    );
  });

  test("a paid month is not generated again, and the refusal says who locked it and the way out", () => {
    const before = wb.book.sheets.map(({ name }) => name);
    const payroll = dump(wb, "Payroll 2026-10");
    for (const kinds of [undefined, ["scorecard", "checks"], ["checks"]]) {
      const answer = refused(wb, "run", { month: "2026-10", ...(kinds ? { kinds } : {}) });
      expect(answer.code).toBe("life.locked");
      expect(answer.error).toContain("reopen");
    }
    expect(dump(wb, "Payroll 2026-10")).toBe(payroll);
    expect(wb.book.sheets.map(({ name }) => name)).toEqual(before);
  });

  test("its tabs are locked and say so", () => {
    const { values } = sheetOf(wb, "Payroll 2026-10");
    expect(String(values.get(2, 1))).toContain("Paid");
  });

  test("History holds every figure, score, line and target of the month", () => {
    const rows = records(wb, "History").filter(([, person]) => person === "A");
    expect(rows.map(([month, , team, name, value]) => [month, team, name, value])).toEqual([
      ["2026-10", "T", "sales", "180000"],
      ["2026-10", "T", "TARGET(sales)", "120000"],
      ["2026-10", "T", "ATTAINMENT(sales)", "1.5"],
      ["2026-10", "T", "quality", "92"],
      ["2026-10", "T", "score", "92"],
      ["2026-10", "T", "base pay", "3000"],
      ["2026-10", "T", "bonus", "496.8"],
    ]);
  });

  test("reopening needs a reason, and then the month is a draft again", () => {
    expect(refused(wb, "step", { month: "2026-10", step: "reopen" }).code).toBe("life.no-reason");
    done(wb, "step", { month: "2026-10", step: "reopen", reason: "wrong base pay of B" });
    expect(done(wb, "life", { month: "2026-10" })).toMatchObject({ state: "draft" });
    expect(done(wb, "run", { month: "2026-10" }).state).toBe("draft");
    expect(records(wb, "Runs").map((row) => row[5])).toContain("wrong base pay of B");
  });
});

test("an adjustment that is called like a component is part of its sum in History", () => {
  const wb = shop(
    tab("Adjustments", "Month | Person | Component | Amount | Reason\n2026-10 | A | bonus | -96.80 | late"),
  );
  lock(wb, "2026-10");
  const rows = records(wb, "History").filter((row) => row[1] === "A" && row[3] === "bonus");
  expect(rows.map((row) => row[4])).toEqual(["400"]);
});

test("what changed since it was generated has to be generated and looked at again", () => {
  const wb = shop();
  done(wb, "run", { month: "2026-10" });
  expect(done(wb, "life", { month: "2026-10" }).isStale).toBe(false);
  refundLate(wb);
  expect(done(wb, "life", { month: "2026-10" })).toMatchObject({ isStale: true, changed: ["Sales October"] });
  expect(refused(wb, "step", { month: "2026-10", step: "check" }).code).toBe("life.changed-since");
  done(wb, "run", { month: "2026-10" });
  done(wb, "step", { month: "2026-10", step: "check" });
  sheetOf(wb, "Sales October").values.set(2, 3, 180001);
  expect(refused(wb, "step", { month: "2026-10", step: "approve" }).code).toBe("life.changed-since");
});

describe("a month that comes out otherwise than it was generated", () => {
  const said = (change: (wb: Workbook) => void, lang = "en") => {
    const wb = shop(salesTab("Sales November", "2026-11"));
    lock(wb, "2026-10");
    done(wb, "run", { month: "2026-11" });
    change(wb);
    const { code, error } = refused(wb, "step", { month: "2026-11", step: "check", lang });
    expect(code).toBe("life.changed-since");
    return error;
  };

  test.each<[string, (wb: Workbook) => void, string]>([
    ["a rule tab", (wb) => sheetOf(wb, "Bands").values.set(2, 4, "0.5%"), "Changed since: Bands."],
    [
      "a pasted tab",
      (wb) => sheetOf(wb, "Sales November").values.set(2, 3, 1),
      "Changed since: Sales November.",
    ],
    [
      "both, beside a tab of another month that came",
      (wb) => {
        sheetOf(wb, "Staff").values.set(2, 4, 3001);
        sheetOf(wb, "Sales November").values.set(2, 3, 1);
        addTab(wb.book, salesTab("Sales December", "2026-12"));
      },
      "Changed since: Staff, Sales November.",
    ],
    [
      "a tab that came",
      (wb) => addTab(wb.book, salesTab("More November", "2026-11", { A: 5 })),
      "Changed since: More November.",
    ],
    [
      "a tab that went",
      (wb) => wb.book.sheets.splice(wb.book.sheets.indexOf(sheetOf(wb, "Sales November")), 1),
      "Changed since: Sales November.",
    ],
    [
      "the month before it",
      (wb) => done(wb, "step", { month: "2026-10", step: "reopen", reason: "a look" }),
      "No tab of 2026-11 has changed: what differs comes from the months before it",
    ],
  ])("names %s", (_name, change, words) => {
    const error = said(change);
    expect(error).toContain(words);
    expect(error).not.toContain("[[");
  });

  test("names it in Chinese", () => {
    expect(said((wb) => sheetOf(wb, "Bands").values.set(2, 4, "0.5%"), "zh")).toContain(
      "此后有变动：Bands。",
    );
  });

  test("names no tab where an older version wrote Runs", () => {
    const error = said((wb) => {
      sheetOf(wb, "Bands").values.set(2, 4, "0.5%");
      for (let row = 2; row <= sheetOf(wb, "Runs").lastRow(); row++)
        for (const column of [10, 11])
          sheetOf(wb, "Runs").values.set(row, column, "0123456789abcdef01234567");
    });
    expect(error).toBe(
      "2026-11 comes out otherwise than when its payroll was generated. Generate it again, look through it, then go on.",
    );
  });
});

describe("a refund after the month was locked (WE14)", () => {
  const wb = shop();
  lock(wb, "2026-10");
  const october = dump(wb, "Payroll 2026-10");
  refundLate(wb);
  addTab(wb.book, salesTab("Sales November", "2026-11"));

  test("November takes it back line by line, and twice the same", () => {
    const first = done(wb, "run", { month: "2026-11" });
    expect(first.total).toBe((10466.4 - 128.88).toFixed(2));
    const tabs = dump(wb, "Payroll 2026-11");
    expect(done(wb, "run", { month: "2026-11" }).total).toBe(first.total);
    expect(dump(wb, "Payroll 2026-11")).toBe(tabs);
    expect(dump(wb, "Payroll 2026-10")).toBe(october);
  });

  test("December takes nothing once November is locked", () => {
    done(wb, "step", { month: "2026-11", step: "check" });
    done(wb, "step", { month: "2026-11", step: "approve" });
    addTab(wb.book, salesTab("Sales December", "2026-12"));
    expect(done(wb, "run", { month: "2026-12" }).total).toBe("10466.40");
    expect(dump(wb, "Payroll 2026-10")).toBe(october);
  });

  test("October reopened and paid anew with the refund in it: what November took back is given back once", () => {
    const again = shop(salesTab("Sales November", "2026-11"), salesTab("Sales December", "2026-12"));
    lock(again, "2026-10");
    refundLate(again);
    lock(again, "2026-11");
    done(again, "step", { month: "2026-10", step: "reopen", reason: "the refund belongs to October" });
    lock(again, "2026-10");
    expect(done(again, "life", { month: "2026-10" }).total).toBe((10466.4 - 128.88).toFixed(2));
    expect(done(again, "run", { month: "2026-12" }).total).toBe((10466.4 + 128.88).toFixed(2));
    lock(again, "2026-12");
    done(again, "step", { month: "2026-11", step: "reopen", reason: "a look" });
    // Without November's lines nothing of October was taken back, and December has given back too much.
    expect(done(again, "run", { month: "2026-11" }).total).toBe((10466.4 - 128.88).toFixed(2));
  });

  test("the lines are linked to October in History", () => {
    const lines = records(wb, "History").filter(
      (row) => row[0] === "2026-11" && row[3]?.startsWith("2026-10"),
    );
    expect(lines.map((row) => [row[1], row[3], row[4]])).toEqual([
      ["A", "2026-10 bonus", "-11.04"],
      ["B", "2026-10 bonus", "-10.2"],
      ["C", "2026-10 bonus", "-107.64"],
    ]);
  });
});

test("the limit carries the rest to December", () => {
  const wb = shop(
    tab("Settings", "Setting | Value\nrecovery_limit | 1%"),
    salesTab("Sales November", "2026-11"),
  );
  lock(wb, "2026-10");
  refundLate(wb);
  // 1 % of A 3,496.80, B 2,459.00, C 2,710.60: 34.96, 24.59, 27.10; C owes 107.64.
  expect(done(wb, "run", { month: "2026-11" }).total).toBe((10466.4 - 11.04 - 10.2 - 27.1).toFixed(2));
  done(wb, "step", { month: "2026-11", step: "check" });
  done(wb, "step", { month: "2026-11", step: "approve" });
  addTab(wb.book, salesTab("Sales December", "2026-12"));
  expect(done(wb, "run", { month: "2026-12" }).total).toBe((10466.4 - 27.1).toFixed(2));
});

test("Checks of a paid month says all that it said before: what waits, and what is told of the month before", () => {
  const wb = shop(
    tab("Settings", "Setting | Value\nrecovery_limit | 1%"),
    salesTab("Sales November", "2026-11"),
  );
  lock(wb, "2026-10");
  refundLate(wb);
  sheetOf(wb, "Bands").values.set(2, 4, "0.5%");
  done(wb, "run", { month: "2026-11" });
  const told = () =>
    [...dump(wb, "Checks 2026-11").matchAll(/"[^"]*(?:2026-10)[^"]*"/g)].map(([text]) => text);
  const before = told();
  expect(before.filter((text) => text.includes("27.10"))).toHaveLength(1);
  expect(before.some((text) => text.includes("Bands"))).toBe(true);
  for (const step of ["check", "approve", "pay"]) {
    done(wb, "step", { month: "2026-11", step });
    expect(told(), step).toEqual(before);
  }
});

test("rules edited after the lock move no pay of the locked month, and HR is told", () => {
  const wb = shop(salesTab("Sales November", "2026-11"));
  lock(wb, "2026-10");
  sheetOf(wb, "Bands").values.set(2, 4, "0.5%");
  const answer = ask(wb, "checkData" as never, { month: "2026-11" }) as unknown as {
    issues: { code: string; message: string }[];
  };
  const told = answer.issues.find(({ code }) => code === "rules-edited-since-locked");
  expect(told?.message).toContain("Bands");
  // November by the new rate alone: 92 % and 85 % of 135,000 at 0.5 %, and nothing about October.
  expect(done(wb, "run", { month: "2026-11" }).total).toBe((10466.4 + 124.2 + 114.75).toFixed(2));
});

describe("a second person", () => {
  const TWO = tab("Settings", "Setting | Value\nsecond_person | yes");

  test("who checked may not approve, somebody else may", () => {
    const wb = shop(TWO);
    done(wb, "run", { month: "2026-10" });
    done(wb, "step", { month: "2026-10", step: "check" });
    expect(refused(wb, "step", { month: "2026-10", step: "approve" }).code).toBe("life.same-person");
    const boss = workbook(wb.book, { email: "boss@shop.cn", isOwner: false });
    expect(done(boss, "step", { month: "2026-10", step: "approve" }).state).toBe("approved");
  });
});

test("a refusal names who approved a month, not who marked it as paid", () => {
  const wb = shop();
  const boss = workbook(wb.book, { email: "boss@shop.cn", isOwner: false });
  done(wb, "run", { month: "2026-10" });
  done(wb, "step", { month: "2026-10", step: "check" });
  done(boss, "step", { month: "2026-10", step: "approve" });
  done(wb, "step", { month: "2026-10", step: "pay" });
  expect(refused(wb, "run", { month: "2026-10" }).error).toContain("boss@shop.cn approved it");
});

test("whoever may not edit the tabs that somebody else locked is told so, and nothing changes", () => {
  const wb = shop();
  lock(wb, "2026-10");
  const before = tabsOf(wb);
  const boss = workbook(wb.book, { email: "boss@shop.cn", isOwner: false });
  for (const [step, reason] of [
    ["pay", ""],
    ["reopen", "a look"],
  ]) {
    const answer = refused(boss, "step", { month: "2026-10", step, reason });
    expect(answer.code).toBe("write.tab-protected");
    expect(answer.error).toContain("Scorecard 2026-10: This tab is protected");
  }
  expect(tabsOf(wb)).toEqual(before);
  expect(done(wb, "step", { month: "2026-10", step: "pay" }).state).toBe("paid");
});

test("a month without anybody is neither checked nor approved", () => {
  const wb = shop();
  const staff = sheetOf(wb, "Staff");
  for (let row = 2; row <= staff.lastRow(); row++) staff.values.set(row, 1, "");
  expect(done(wb, "run", { month: "2026-10" }).people).toBe(0);
  expect(refused(wb, "step", { month: "2026-10", step: "check" }).code).toBe("life.nobody");
});

describe("a locked month stays what it was", () => {
  test("marking it as paid after rules and data were edited shows and records what was approved", () => {
    const wb = shop();
    lock(wb, "2026-10");
    refundLate(wb);
    sheetOf(wb, "Bands").values.set(2, 4, "5%");
    expect(done(wb, "life", { month: "2026-10" }).total).toBe("10466.40");
    expect(done(wb, "step", { month: "2026-10", step: "pay" }).total).toBe("10466.40");
    expect(records(wb, "Runs").map((row) => [row[1], row[8]])).toEqual([
      ["generated", "10466.40"],
      ["checked", "10466.40"],
      ["approved", "10466.40"],
      ["paid", "10466.40"],
    ]);
  });

  test("without its snapshot it is not marked as paid", () => {
    const wb = shop();
    lock(wb, "2026-10");
    sheetOf(wb, "Snapshots").values.set(2, 4, "gone");
    expect(refused(wb, "step", { month: "2026-10", step: "pay" }).code).toBe("snapshot-lost");
  });

  test("approving again after reopening makes a run of its own", () => {
    const wb = shop();
    lock(wb, "2026-10");
    const first = records(wb, "History").length;
    done(wb, "step", { month: "2026-10", step: "reopen", reason: "a look" });
    done(wb, "step", { month: "2026-10", step: "check" });
    done(wb, "step", { month: "2026-10", step: "approve" });
    const runs = records(wb, "History").map((row) => row[5]);
    expect([runs.length, new Set(runs).size]).toEqual([2 * first, 2]);
  });

  test("a lost tab Runs takes no row of History or Snapshots with it", () => {
    const wb = shop(salesTab("Sales November", "2026-11"));
    lock(wb, "2026-10");
    const [history, snapshots] = [records(wb, "History"), records(wb, "Snapshots")];
    wb.book.sheets.splice(wb.book.sheets.indexOf(sheetOf(wb, "Runs")), 1);
    lock(wb, "2026-11");
    expect(records(wb, "History").slice(0, history.length)).toEqual(history);
    expect(records(wb, "Snapshots").slice(0, snapshots.length)).toEqual(snapshots);
  });

  test("November, locked after December took October's refund, does not take it again", () => {
    const wb = shop(salesTab("Sales November", "2026-11"), salesTab("Sales December", "2026-12"));
    lock(wb, "2026-10");
    refundLate(wb);
    expect(done(wb, "run", { month: "2026-12" }).total).toBe((10466.4 - 128.88).toFixed(2));
    done(wb, "step", { month: "2026-12", step: "check" });
    done(wb, "step", { month: "2026-12", step: "approve" });
    expect(done(wb, "run", { month: "2026-11" }).total).toBe("10466.40");
  });

  test("what the limit carries is not forgotten when the month is looked through no more", () => {
    const wb = shop(
      tab("Settings", "Setting | Value\nrecovery_limit | 1%\nlate_months | 1"),
      salesTab("Sales November", "2026-11"),
      salesTab("Sales December", "2026-12"),
    );
    lock(wb, "2026-10");
    refundLate(wb);
    lock(wb, "2026-11");
    // October is out of the window in December: 107.64 less 27.10 is still open, 27.10 of it is due.
    expect(done(wb, "run", { month: "2026-12" }).total).toBe((10466.4 - 27.1).toFixed(2));
  });
});
