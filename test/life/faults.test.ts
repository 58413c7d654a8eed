/** Every service call of the steps of a month may fail: before its effect, after it, and for good. */
import { afterAll, describe, expect, test, vi } from "vitest";
import type { Book } from "../../src/local/book.ts";
import { ask, copyOf, done } from "../api/shop";
import { dumpBook, type Workbook, workbook } from "../sheets/workbook";
import { addTab, lock, refundLate, salesTab, shop } from "./shop";

const MODES = [
  ["before", "once"],
  ["after", "once"],
  ["before", "dead"],
  ["after", "dead"],
] as const;
/** Every call with `KPI_EVERY_CALL=1`, which takes minutes; else one in thirteen, another one in each mode. */
const APART = process.env.KPI_EVERY_CALL === "1" ? 1 : 13;

// The clock stands in Runs: the same moment makes runs comparable, those that are made while the file loads too.
vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-12-02T01:30:00Z") });
afterAll(() => {
  vi.useRealTimers();
});

interface Story {
  readonly name: string;
  /** The workbook before the step. */
  readonly book: () => Book;
  readonly step: (wb: Workbook) => unknown;
  /** Tabs that record each attempt that came to its end. */
  readonly log: readonly string[];
}

function checkedBook(): Book {
  const wb = shop();
  done(wb, "run", { month: "2026-10" });
  done(wb, "step", { month: "2026-10", step: "check" });
  return wb.book;
}

function approvedBook(): Book {
  const wb = shop();
  lock(wb, "2026-10");
  return wb.book;
}

function lateBook(): Book {
  const wb = shop(salesTab("Sales November", "2026-11"));
  lock(wb, "2026-10");
  refundLate(wb);
  return wb.book;
}

const STORIES: readonly Story[] = [
  {
    name: "approving and locking a month",
    book: checkedBook,
    step: (wb) => ask(wb, "step", { month: "2026-10", step: "approve" }),
    log: [],
  },
  {
    // Snapshots says first that a month was paid, so that none is paid twice; Runs may stay without the row.
    name: "marking a month as paid",
    book: approvedBook,
    step: (wb) => ask(wb, "step", { month: "2026-10", step: "pay" }),
    log: ["Runs"],
  },
  {
    name: "generating a month with corrections of a locked one",
    book: lateBook,
    step: (wb) => ask(wb, "run", { month: "2026-11" }),
    log: ["Runs"],
  },
];

/** The tabs as text, without stages of a run that died. */
function tabsOf(book: Book): Record<string, string> {
  return Object.fromEntries(Object.entries(dumpBook(book)).filter(([name]) => !name.startsWith("__kpi")));
}

/** Names of the tabs in which two workbooks differ. */
function differing(one: Record<string, string>, other: Record<string, string>): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    (name) => one[name] !== other[name],
  );
}

function attempt(wb: Workbook, step: Story["step"]): void {
  try {
    step(wb);
  } catch {
    // A cut-off run ends like this in Google too.
  }
}

describe.each(STORIES)("$name", ({ name, book, step, log }) => {
  const origin = book();
  const before = tabsOf(origin);
  const clean = workbook(copyOf(origin, null));
  step(clean);
  const after = tabsOf(clean.book);
  const calls = clean.guard.total;
  const inputs = Object.keys(before).filter((name) => before[name] === after[name]);

  test("changes its own tabs only", () => {
    expect(calls).toBeGreaterThan(100);
    expect(inputs).toEqual(
      expect.arrayContaining([
        "Staff",
        "Targets",
        "Scoring",
        "Bands",
        "Pay",
        "Manual scores",
        "Sales October",
      ]),
    );
  });

  test.each(MODES)(
    "calls may fail %s their effect, %s: each tab is as before or complete",
    (when, then) => {
      const first = 1 + (MODES.findIndex((mode) => mode[0] === when && mode[1] === then) % APART);
      let tried = 0;
      for (let k = first; k <= calls; k += APART) {
        const wb = workbook(copyOf(origin, null));
        wb.guard.failure = { at: k, when, then };
        attempt(wb, step);
        wb.guard.reset();
        tried++;
        const now = tabsOf(wb.book);
        const torn = differing(now, before).filter(
          (one) => now[one] !== undefined && now[one] !== after[one],
        );
        expect(torn, `after call ${k}`).toEqual([]);
        const touched = inputs.filter((one) => now[one] !== before[one]);
        expect(touched, `inputs after call ${k}`).toEqual([]);
        // Google frees the lock when a run ends, however it ends; here the run that died is over.
        wb.world.locked = false;
        attempt(wb, step);
        const others = differing(tabsOf(wb.book), after).filter((one) => !log.includes(one));
        expect(others, `run again after call ${k}`).toEqual([]);
      }
      console.log(`${name}: ${tried} of ${calls} calls failed ${when} their effect, ${then}`);
      expect(tried).toBe(Math.ceil((calls - first + 1) / APART));
    },
    600_000,
  );
});

test("what was added to the workbook meanwhile is not lost", () => {
  const wb = workbook(copyOf(checkedBook(), null));
  addTab(wb.book, salesTab("Sales November", "2026-11"));
  done(wb, "run", { month: "2026-10" });
  expect(wb.book.sheets.some(({ name }) => name === "Sales November")).toBe(true);
});
