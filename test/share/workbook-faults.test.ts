/** The tab `Shares` and the workbook around it, when calls of a whole share fail. */
import { expect, it } from "vitest";
import type { Call, Failure } from "../../src/local/guard.ts";
import { dumpBook } from "../sheets/workbook";
import { failing } from "./bench";
import { grantedFiles, outcomeOf, preview, readersOf, share, shareWith, standing } from "./harness";
import { type Seat, seatOf, shop, type Team } from "./world";

const [alpha, beta] = shop() as [Team, Team];
const teams = [alpha, beta];
/** The other two ways of failing are tried call by call in faults.test.ts. */
const KINDS: readonly [Failure["when"], Failure["then"]][] = [
  ["before", "once"],
  ["after", "dead"],
];

/** Calls that change something, each once but for those that only lay a tab out. */
function matters({ name }: Call): boolean {
  return /\.(?:set(?!ColumnWidth)|insert|delete|copyTo|hide|show|flush|tryLock|releaseLock|create|batchUpdate|remove|update)/.test(
    name,
  );
}

function inputs(seat: Seat): string {
  const { Shares: _, ...rest } = dumpBook(seat.book);
  return JSON.stringify(Object.entries(rest).filter(([name]) => !name.startsWith("__kpi_stage_")));
}

function callsOf(): number[] {
  const seat = seatOf(teams);
  const { token } = preview(seat);
  const found: number[] = [];
  const first = seat.guard.total;
  const watch = (call: Call) => {
    if (matters(call)) found.push(call.index - first);
    return false;
  };
  seat.guard.failure = failing(watch, "before", "once");
  shareWith(seat, token);
  return found;
}

const clean = seatOf(teams);
share(clean);
const [wanted, before, calls] = [outcomeOf(clean), inputs(clean), callsOf()];

it.each(
  KINDS,
)("heals whichever call fails %s its effect, %s, and touches no tab but Shares", (when, lasts) => {
  expect(calls.length).toBeGreaterThan(30);
  for (const call of calls) {
    const seat = seatOf(teams);
    shareHurt(seat, call, when, lasts);
    expect(inputs(seat)).toBe(before);
    const listed = standing(seat).map(({ key }) => key);
    for (const file of grantedFiles(seat)) {
      expect(readersOf(file)).toHaveLength(1);
      expect(listed).toContain(file.meta.appProperties?.key);
    }
    expect(share(seat).ok).toBe(true);
    expect(outcomeOf(seat), `call ${call}`).toBe(wanted);
    expect(seat.book.sheets.map(({ name }) => name).filter((name) => name.startsWith("__"))).toEqual([]);
  }
  console.log(`share in the workbook: ${calls.length} fault points`);
});

function shareHurt(seat: Seat, call: number, when: Failure["when"], lasts: Failure["then"]): void {
  const { token } = preview(seat);
  seat.guard.failure = failing(seat.guard.total + call, when, lasts);
  try {
    shareWith(seat, token);
  } catch {
    // A failing lock, or a run that was cut off while it freed it.
  }
  // Google frees the lock when a run ends, however it ends.
  seat.world.locked = false;
  seat.guard.reset();
}
