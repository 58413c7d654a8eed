/** The tab `Shares` and the workbook around it, when calls fail, a run is killed, or people type meanwhile. */
import { afterAll, describe, expect, it } from "vitest";
import type { Book } from "../../src/local/book.ts";
import type { Call, Failure } from "../../src/local/guard.ts";
import { copyOf } from "../api/shop";
import { dumpBook } from "../sheets/workbook";
import { failing } from "./bench";
import { grantedFiles, outcomeOf, preview, readersOf, share, shares, shareWith, standing } from "./harness";
import { agent, retype, type Seat, seatOf, shop, sit, type Team } from "./world";

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

function callsOf(seat: Seat): number[] {
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
const [wanted, before, calls] = [outcomeOf(clean), inputs(clean), callsOf(seatOf(teams))];
let points = 0;

/** Every call with `KPI_EVERY_CALL=1`, which takes minutes; else one in five, another one for each kind of fault. */
const APART = process.env.KPI_EVERY_CALL === "1" ? 1 : 5;

function sampled(all: readonly number[], kind: number): number[] {
  return all.filter((_, n) => n % APART === kind % APART);
}

it("has calls to try", () => {
  expect(calls.length).toBeGreaterThan(30);
});

/** Whoever can read has one file, and `Shares` lists it; its rows are there whole or not at all. */
function checkGrants(seat: Seat): void {
  const tab = seat.book.sheets.find(
    ({ name, values }) => !name.startsWith("__kpi_stage_") && values.get(1, 13) === "Share state",
  );
  const states = Array.from({ length: tab?.lastRow() ?? 0 }, (_, row) => tab?.values.get(row + 1, 13) ?? "");
  const filled = states.filter((state) => state !== "" && state !== "Share state");
  expect(shares(seat).length).toBe(filled.length);
  const listed = standing(seat).map(({ key }) => key);
  for (const file of grantedFiles(seat)) {
    expect(readersOf(file)).toHaveLength(1);
    expect(listed).toContain(file.meta.appProperties?.key);
  }
  const readers = grantedFiles(seat).flatMap(readersOf);
  expect(new Set(readers).size).toBe(readers.length);
}

function checkHealed(seat: Seat, call: number): void {
  expect(share(seat).ok).toBe(true);
  expect(outcomeOf(seat), `call ${call}`).toBe(wanted);
  expect(seat.book.sheets.map(({ name }) => name).filter((name) => name.startsWith("__"))).toEqual([]);
  points++;
}

it.each(
  KINDS,
)("heals whichever call fails %s its effect, %s, and touches no tab but Shares", (when, lasts) => {
  for (const call of sampled(
    calls,
    KINDS.findIndex(([one]) => one === when),
  )) {
    const seat = seatOf(teams);
    shareHurt(seat, failing(0, when, lasts), call);
    expect(inputs(seat)).toBe(before);
    checkGrants(seat);
    checkHealed(seat, call);
  }
});

/** Runs a share in which a call fails. Google frees the lock when a run ends, however it ends. */
function shareHurt(seat: Seat, failure: Failure, call: number): void {
  const { token } = preview(seat);
  const at = typeof failure.at === "number" ? seat.guard.total + call : failure.at;
  seat.guard.failure = { ...failure, at };
  try {
    shareWith(seat, token);
    if (failure.then === "once") expect(seat.world.locked).toBe(false);
  } catch {
    // A failing lock, or a run that was cut off while it freed it.
  }
  seat.world.locked = false;
  seat.guard.reset();
}

/**
 * A run that is killed loses what was written to the sheet since it was last flushed; what happened in
 * the cloud stays. Nothing but what was flushed may be relied on when a file is made or granted.
 */
it("heals where a run is killed at any call and the sheet loses what was not flushed", () => {
  for (const call of sampled(calls, 2)) {
    const seat = seatOf(teams);
    let flushed: Book = copyOf(seat.book, null);
    let due = Number.POSITIVE_INFINITY;
    const watch = ({ name, index }: Call) => {
      if (due === Number.POSITIVE_INFINITY) due = index - 1 + call;
      if (name === "SpreadsheetApp.flush") flushed = copyOf(seat.book, null);
      return index === due;
    };
    shareHurt(seat, failing(watch, "before", "dead"), call);
    const again = sit(flushed, seat.cloud);
    expect(inputs(again)).toBe(before);
    checkGrants(again);
    checkHealed(again, call);
  }
});

it("gives two people who press at once the order of one after the other, whichever call the second comes at", () => {
  for (const call of sampled(calls, 3)) {
    const seat = seatOf(teams);
    const other = sit(seat.book, seat.cloud, "eve@shop.example");
    const { token } = preview(seat);
    const due = seat.guard.total + call;
    let second: object = {};
    const watch = ({ index }: Call) => {
      if (index !== due) return false;
      other.world.lockedElsewhere = seat.world.locked;
      second = shareWith(other, token);
      return false;
    };
    seat.guard.failure = failing(watch, "before", "once");
    const first = shareWith(seat, token);
    const done = [first, second].filter((answer) => "ok" in answer && answer.ok);
    const refused = [first, second].filter((answer) => "error" in answer);
    expect([done.length, refused.length], `call ${call}`).toEqual([1, 1]);
    const makers = new Set([...seat.cloud.files.values()].map(({ madeFor }) => madeFor));
    expect(makers.size, `call ${call}`).toBe(1);
    checkGrants(seat);
    points++;
  }
});

/** What somebody does in the workbook while a share runs, and what of it must be left. */
const ACTS: readonly [name: string, act: (book: Book) => void, stays: (book: Book) => boolean][] = [
  [
    "types below Shares",
    (book) => book.findSheet("Shares")?.values.set(40, 2, "mine"),
    (book) => !book.findSheet("Shares") || holds(book, "mine"),
  ],
  ["inserts a row into Shares", (book) => insertRow(book, "Shares"), () => true],
  ["renames Shares", (book) => rename(book, "Shares", "Files of managers"), () => true],
  ["deletes Shares", (book) => remove(book, "Shares"), () => true],
  [
    "types into Staff",
    (book) => book.findSheet("Staff")?.values.set(30, 20, "mine"),
    (book) => holds(book, "mine"),
  ],
  ["inserts a row into Staff", (book) => insertRow(book, "Staff"), () => true],
  [
    "renames Staff",
    (book) => rename(book, "Staff", "People"),
    (book) => book.findSheet("People") !== undefined,
  ],
  ["adds a tab", (book) => book.addSheet("mine"), (book) => book.findSheet("mine") !== undefined],
];

function holds(book: Book, text: string): boolean {
  return book.sheets.some((sheet) =>
    Array.from({ length: sheet.lastRow() + 1 }, (_, row) => row).some((row) =>
      Array.from({ length: sheet.lastColumn() + 1 }, (__, column) => column).some(
        (column) => sheet.values.get(row, column) === text,
      ),
    ),
  );
}

function insertRow(book: Book, name: string): void {
  for (const layer of book.findSheet(name)?.layers() ?? []) layer.insertRows(1, 1);
}

function rename(book: Book, from: string, to: string): void {
  const sheet = book.findSheet(from);
  if (sheet) sheet.name = to;
}

function remove(book: Book, name: string): void {
  const index = book.sheets.findIndex((sheet) => sheet.name === name);
  if (index >= 0) book.sheets.splice(index, 1);
}

/** A workbook that was shared, and has more people since. */
const more = [{ ...alpha, agents: [...alpha.agents, agent("Ayla")] }, beta];

function grown(): Seat {
  const seat = seatOf(teams);
  share(seat);
  retype(seat, more);
  return seat;
}

describe("somebody at the same workbook", () => {
  const updated = grown();
  share(updated);
  const wantedLater = outcomeOf(updated);
  const later = callsOf(grown());

  it.each(
    ACTS,
  )("%s at any call: nothing typed is lost, nobody reads two files, the next run is clean", (name, act, stays) => {
    const kind = ACTS.findIndex(([one]) => one === name);
    for (const call of sampled(later, kind)) {
      const seat = grown();
      let due = Number.POSITIVE_INFINITY;
      const watch = ({ index }: Call) => {
        if (due === Number.POSITIVE_INFINITY) due = index - 1 + call;
        if (index === due) act(seat.book);
        return false;
      };
      shareHurt(seat, failing(watch, "before", "once"), call);
      expect(stays(seat.book), `call ${call}`).toBe(true);
      checkNext(seat, `${name}, call ${call}`, wantedLater);
    }
  });
});

/** After at most two more runs each manager reads one file, which is listed, and nothing is left to do. */
function checkNext(seat: Seat, what: string, outcome: string): void {
  share(seat);
  expect(share(seat).ok, what).toBe(true);
  checkGrants(seat);
  expect(outcomeOf(seat), what).toBe(outcome);
  const live = [...seat.cloud.files.values()].filter(({ meta }) => !meta.trashed);
  expect(live, what).toHaveLength(2);
  points++;
}

afterAll(() => {
  console.log(`share in the workbook: ${points} fault points`);
});
