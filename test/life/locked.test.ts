/** A paid month, its snapshot, and late data: worked example WE14 and what must hold beside it. */
import { describe, expect, test } from "vitest";
import { parseMonth } from "../../src/engine/calendar";
import { Exact } from "../../src/engine/exact";
import type { Grid, GridCell } from "../../src/engine/grid";
import { decode, encode, intoChunks } from "../../src/life/codec";
import { type PostedLine, withCorrections } from "../../src/life/corrections";
import { marksOf, paidOf, type Snapshot } from "../../src/life/snapshot";
import {
  lockedMonth,
  readLocked,
  readSnapshot,
  SNAPSHOTS_TAB,
  snapshotRows,
} from "../../src/life/snapshots-tab";
import { lateData, recompute } from "../../src/locked";
import { computePrepared, prepareMonth } from "../../src/month";
import { resultJson } from "../../src/report/json";
import { describePayroll } from "../../src/report/payroll";
import { describeScorecard } from "../../src/report/scorecard";
import { tab } from "../readings/book";

const OCTOBER = parseMonth("2026-10") ?? expect.fail("no October");

/** Rules of WE03: base + score/100 × the team's average sales × a rate by attainment; below 60 no reward. */
const RULES: readonly Grid[] = [
  tab(
    "Staff",
    "Person | Team | Plan | Base pay | Probation until\nA | T | P | 3000 |\nB | T | P | 2000 |\nC | T | P | 2500 |\nD | T | P | 1800 |",
  ),
  tab("Targets", "Month | Applies to | Metric | Target\n2026-10 | * | sales | 120000"),
  tab("Scoring", "Plan | Item | Metric | Weight | Method\nP | quality | quality | 100 | manual"),
  tab(
    "Manual scores",
    "Month | Person | Metric | Value | By | Reason\n2026-10 | A | quality | 92 | |\n2026-10 | B | quality | 85 | |\n2026-10 | C | quality | 78 | |\n2026-10 | D | quality | 55 | |",
  ),
  tab(
    "Bands",
    "Table | When | Threshold | Result\nrate | at least | 1.2 | 0.4%\nrate | at least | 1 | 0.2%\nrate | | | 0.1%",
  ),
  tab(
    "Pay",
    'Plan | Component | Formula | Only if\nP | base pay | =base |\nP | bonus | =score/100*TEAM.AVERAGE(sales)*RATE("rate",ATTAINMENT(sales)) | =score>=60',
  ),
];
const RAW = tab(
  "Sales October",
  "Agent | Date | sales | refunds\nA | @2026-10-20 | 180000 | 0\nB | @2026-10-20 | 150000 | 0\nC | @2026-10-20 | 120000 | 0\nD | @2026-10-20 | 90000 | 0",
);

function snapshotOf(raw: readonly Grid[], run = "2026-10 #1"): Snapshot {
  const prepared = prepareMonth([...RULES, ...raw], OCTOBER);
  const { result, lang } = computePrepared(prepared, "en");
  const { closed } = prepared.rules;
  const stored = { format: 1, month: "2026-10", run, lang, rules: RULES, closed } as const;
  return {
    ...stored,
    data: prepared.data,
    tabs: marksOf(raw),
    differences: [],
    lateTabs: [],
    paid: paidOf(result),
  };
}

const tabOf = (rows: readonly (readonly GridCell[])[]): Grid => ({
  name: "Snapshots",
  rows: [SNAPSHOTS_TAB.columns.map(({ en }) => en), ...rows],
});

describe("data as text and back", () => {
  test.each([
    ["texts that look like ours", ["~1", "~~", "", "=1+1", "~map"]],
    ["exact numbers", [Exact.integer(1).over(Exact.integer(3)), Exact.integer(-7), Exact.ZERO]],
    ["maps in maps", new Map<string, unknown>([["~k", new Map([["a", Exact.CENT]])]])],
    ["blanks", { a: null, b: [], c: {}, d: false }],
  ])("%s", (_name, data) => {
    expect(encode(decode(encode(data)))).toBe(encode(data));
    expect(decode(encode(data))).toEqual(data);
  });

  test("pieces never cut a sign in two", () => {
    const text = `${"x".repeat(39_999)}😀${"y".repeat(50_000)}`;
    const pieces = intoChunks(text);
    expect(pieces.join("")).toBe(text);
    expect(pieces.map((piece) => piece.length)).toEqual([39_999, 40_000, 10_002]);
  });
});

describe("the snapshot of a locked month", () => {
  const snapshot = snapshotOf([RAW]);
  const rows = snapshotRows(snapshot);

  test("is computed again to the same bytes after a way through its tab, without any other tab", () => {
    const again = readSnapshot([tabOf([["2026-09", "2026-09 #1", "1/1", "{}"], ...rows])], "2026-10 #1");
    const first = computePrepared(prepareMonth([...RULES, RAW], OCTOBER), "en");
    const second = recompute(again ?? expect.fail("no snapshot"));
    for (const describe of [describePayroll, describeScorecard])
      expect(JSON.stringify(describe(second).rows)).toBe(JSON.stringify(describe(first).rows));
    expect(JSON.stringify(resultJson(second.result, "en"))).toBe(
      JSON.stringify(resultJson(first.result, "en")),
    );
  });

  test("holds the months before it once each, as they were", () => {
    const month = (n: number): Snapshot["closed"] => {
      const before = n > 1 ? month(n - 1) : null;
      const values = new Map([["sales", Exact.integer(n)]]);
      const people = new Map([["a", { person: "A", team: "T", values }]]);
      return { month: `2026-0${n}`, people, earlier: before ? [before, ...(before.earlier ?? [])] : [] };
    };
    const lengthOf = (n: number) =>
      snapshotRows({ ...snapshot, closed: month(n) }).reduce((sum, row) => sum + (row[3]?.length ?? 0), 0);
    expect(lengthOf(6) - lengthOf(5)).toBe(lengthOf(2) - lengthOf(1));
    const stored = tabOf(snapshotRows({ ...snapshot, closed: month(6) }));
    expect(readSnapshot([stored], "2026-10 #1")?.closed).toEqual(month(6));
  });

  test("of an older version has the months before it nested", () => {
    const closed = { month: "2026-09", people: new Map(), earlier: [] };
    const lines = snapshotRows({ ...snapshot, closed }).filter((row) => !row[2]?.startsWith("digest"));
    const [head, rules, data] = lines
      .map((row) => row[3])
      .join("")
      .split("\n");
    const old = [["2026-10", "2026-10 #1", "1/1", [head, rules, data, encode(closed)].join("\n")]];
    expect(readSnapshot([tabOf(old)], "2026-10 #1")?.closed).toEqual(closed);
  });

  test.each([
    ["a part is gone", rows.slice(1)],
    ["a part is damaged", [[...(rows[0] ?? []).slice(0, 3), "{"], ...rows.slice(1)]],
    ["another run is asked for", rows.map((row) => [row[0] ?? "", "2026-10 #2", ...row.slice(2)])],
    ["there is nothing", []],
  ])("is none where %s", (_name, stored) => {
    expect(readSnapshot([tabOf(stored)], "2026-10 #1")).toBeNull();
  });
});

describe("what later months read of a locked one", () => {
  const snapshot = snapshotOf([RAW]);
  const rows = snapshotRows(snapshot);
  const isDigest = (row: readonly string[]) => row[2]?.startsWith("digest");
  const readOf = (stored: readonly (readonly string[])[]) => readLocked([tabOf(stored)], "2026-10 #1");
  const told = (locked: ReturnType<typeof readOf>, raw: readonly Grid[]) => {
    const { differences, issues } = lateData({
      locked: locked ?? expect.fail("nothing stored"),
      ...{ rawGrids: raw, posted: [], known: [], lateTabs: [] },
    });
    return [differences.length, issues.map(({ code }) => code)];
  };
  const late = { ...RAW, rows: [...RAW.rows.slice(0, -1), ["D", RAW.rows[4]?.[1] ?? "", 91000, 0]] };

  test.each([
    ["whole", rows],
    ["of an older version, without a digest", rows.filter((row) => !isDigest(row))],
    ["with a damaged digest", rows.map((row) => (isDigest(row) ? [...row.slice(0, 3), "{"] : row))],
    [
      "of an older version, in one line",
      [["2026-10", "2026-10 #1", "1/1", encode({ ...snapshot, rules: [...snapshot.rules] })]],
    ],
  ])("is the same where it is stored %s", (_name, stored) => {
    const locked = readOf(stored) ?? expect.fail("nothing stored");
    const { signs: _signs, ...digest } = locked.digest;
    const { signs: _expected, ...expected } = lockedMonth(snapshot).digest;
    expect(encode(digest)).toBe(encode(expected));
    expect(encode(locked.rules())).toBe(encode(snapshot.rules));
    expect(locked.snapshot()).toEqual(decode(encode(snapshot)));
    expect(told(locked, [RAW])).toEqual([0, []]);
    expect(told(locked, [late])).toEqual([3, []]);
  });

  test("holds no figure of the months before it, and is a small part of the whole", () => {
    const length = (list: readonly (readonly string[])[]) =>
      list.reduce((n, row) => n + (row[3]?.length ?? 0), 0);
    expect(length(rows.filter(isDigest))).toBeLessThan(length(rows) / 2);
  });

  test.each([
    ["is gone", rows.filter(isDigest)],
    [
      "is a sign short",
      rows.map((row) => (isDigest(row) ? row : [...row.slice(0, 3), row[3]?.slice(1) ?? ""])),
    ],
  ])("says so where the snapshot %s, as soon as it is needed", (_name, stored) => {
    expect(told(readOf(stored), [RAW])).toEqual([0, []]);
    expect(told(readOf(stored), [late])).toEqual([0, ["snapshot-lost"]]);
  });

  test("is nothing where digest and snapshot are gone", () => {
    expect(readOf([])).toBeNull();
  });
});

describe("late data (WE14)", () => {
  const snapshot = snapshotOf([RAW]);
  const late = {
    ...RAW,
    rows: RAW.rows.map((row) => (row[0] === "C" ? ["C", row[1] ?? "", 108000, 0] : row)),
  };
  const asked = (rawGrids: readonly Grid[], posted: readonly PostedLine[] = []) => ({
    ...{ locked: lockedMonth(snapshot), rawGrids, posted },
    ...{ known: [], lateTabs: [] },
  });
  const opened = (raw: readonly Grid[], posted: readonly PostedLine[] = []) =>
    lateData(asked(raw, posted)).differences.map((one) => [
      one.person,
      one.component,
      one.was.toFixed(2),
      one.now.toFixed(2),
      one.open.toFixed(2),
    ]);

  test("12,000 of C refunded after the month was locked", () => {
    expect(opened([late])).toEqual([
      ["A", "bonus", "496.80", "485.76", "-11.04"],
      ["B", "bonus", "459.00", "448.80", "-10.20"],
      ["C", "bonus", "210.60", "102.96", "-107.64"],
    ]);
  });

  test("nothing is open without late data: other tabs, moved rows and renamed tabs are none", () => {
    const moved = { ...RAW, name: "renamed", rows: [RAW.rows[0] ?? [], ...RAW.rows.slice(1).reverse()] };
    const november = { ...RAW, name: "November", rows: [["note", "for", "me", ""]] };
    expect(opened([RAW])).toEqual([]);
    expect(opened([{ ...RAW, name: "renamed" }])).toEqual([]);
    expect(opened([{ ...moved, name: RAW.name }, november])).toEqual([]);
  });

  test("a tab that was cleared or deleted is no refund", () => {
    const found = lateData(asked([]));
    expect(found.differences).toEqual([]);
    expect(found.issues.map(({ code, values }) => [code, values?.tab])).toEqual([
      ["late-data-tab-gone", "Sales October"],
    ]);
    expect(lateData(asked([{ ...RAW, rows: RAW.rows.slice(0, 1) }])).differences).toEqual([]);
  });

  test("fewer rows of the month in a tab are no refund either", () => {
    const cleared = { ...RAW, rows: RAW.rows.slice(0, 3) };
    const found = lateData(asked([cleared]));
    expect(found.differences).toEqual([]);
    expect(found.issues.map(({ code }) => code)).toEqual(["late-data-tab-gone"]);
  });

  test("what a later month knew stands while the tabs cannot say, less what it posted", () => {
    const known = lateData(asked([late])).differences;
    const posted = [{ person: "C", origin: "2026-10", component: "bonus", amount: Exact.scaled(-10000, 2) }];
    const open = lateData({ ...asked([]), known, posted }).differences;
    expect(open.map((one) => [one.person, one.open.toFixed(2)])).toEqual([
      ["A", "-11.04"],
      ["B", "-10.20"],
      ["C", "-7.64"],
    ]);
  });

  test("a tab of late data that is tidied away takes nothing back", () => {
    const posted = known();
    const found = lateData({
      ...asked([RAW]),
      known: [],
      posted,
      lateTabs: [{ name: "Late refunds", rows: 1 }],
    });
    expect(found.differences).toEqual([]);
    function known(): PostedLine[] {
      return [{ person: "C", origin: "2026-10", component: "bonus", amount: Exact.scaled(-10764, 2) }];
    }
  });

  test("a cell that became unreadable holds nobody's old pay: HR is told, nothing is taken back", () => {
    const broken = {
      ...RAW,
      rows: RAW.rows.map((row) => (row[0] === "A" ? ["A", row[1] ?? "", "about 180000", 0] : row)),
    };
    const found = lateData(asked([broken]));
    // A's sales are part of the team average, in which they stand as they were paid.
    expect(found.differences).toEqual([]);
    expect(found.issues.map(({ code, values }) => [code, values?.person])).toEqual([
      ["late-data-unreadable", "A"],
    ]);
    const [issue] = found.issues;
    expect([issue?.tab, issue?.cell, issue?.found]).toEqual(["Sales October", "C2", "about 180000"]);
    expect(issue?.values?.why).toContain("about 180000");
    expect(issue?.values?.whyZh).toMatch(/[\u4e00-\u9fff]/);
  });

  test("an error in one person's late data leaves everybody else's corrections as they are", () => {
    const broken = {
      ...late,
      rows: late.rows.map((row) => (row[0] === "A" ? ["A", row[1] ?? "", "about 180000", 0] : row)),
    };
    const all = lateData(asked([late]));
    const found = lateData(asked([broken]));
    // B and C: the team's average falls by what C's buyers gave back, with A's sales as they were paid.
    expect(encode(found.differences)).toBe(encode(all.differences.filter(({ person }) => person !== "A")));
    expect(found.differences).toHaveLength(2);
    expect(found.issues.map(({ values }) => values?.person)).toEqual(["A"]);
    // What a later month knew of A's stands.
    const known = all.differences.filter(({ person }) => person === "A");
    const again = lateData({ ...asked([broken]), known });
    expect(again.differences.map(({ person, open }) => [person, open.toFixed(2)])).toEqual([
      ["B", "-10.20"],
      ["C", "-107.64"],
      ["A", "-11.04"],
    ]);
  });

  test("what was taken back by somebody's late data is not given back while these cannot be read", () => {
    const broken = {
      ...RAW,
      rows: RAW.rows.map((row) => (row[0] === "C" ? ["C", row[1] ?? "", "108000 or so", 0] : row)),
    };
    const { differences } = lateData(asked([late]));
    const posted = differences.map(({ open, ...one }) => ({ ...one, amount: open }));
    expect(posted).toHaveLength(3);
    // With C's sales as they were paid the team's average would be the old one, for A and B as well.
    expect(opened([broken], posted)).toEqual([]);
    const known = lateData({ ...asked([broken]), known: differences }).differences;
    expect(known.map(({ person, open }) => [person, open.toFixed(2)])).toEqual([
      ["A", "-11.04"],
      ["B", "-10.20"],
      ["C", "-107.64"],
    ]);
  });

  test("November pays the differences as lines of their own, and December none of them again", () => {
    const november = computePrepared(
      prepareMonth([...RULES, RAW], parseMonth("2026-10") ?? expect.fail()),
      "en",
    ).result;
    const { differences } = lateData(asked([late]));
    const corrected = withCorrections(november, differences, null).result;
    const lines = corrected.people.flatMap(({ person, pay }) =>
      pay
        .filter(({ from }) => from === "correction")
        .map(({ component, amount }) => [person, component, amount.toFixed(2)]),
    );
    expect(lines).toEqual([
      ["A", "2026-10 bonus", "-11.04"],
      ["B", "2026-10 bonus", "-10.20"],
      ["C", "2026-10 bonus", "-107.64"],
    ]);
    expect(november.total.minus(corrected.total).toFixed(2)).toBe("128.88");
    const posted = lines.map(([person = "", , amount = ""]) => ({
      person,
      origin: "2026-10",
      component: "bonus",
      amount: Exact.parse(amount) ?? Exact.ZERO,
    }));
    expect(opened([late], posted)).toEqual([]);
  });

  test("somebody who has left is named to HR", () => {
    const { differences } = lateData(asked([late]));
    const result = computePrepared(
      prepareMonth(
        [
          ...RULES.filter(({ name }) => name !== "Staff"),
          tab("Staff", "Person | Team | Plan | Base pay\nA | T | P | 2000"),
          RAW,
        ],
        OCTOBER,
      ),
      "en",
    ).result;
    const { issues } = withCorrections(result, differences, null);
    expect(issues.map(({ code, values, audience }) => [code, values?.person, audience])).toEqual([
      ["correction-for-nobody", "B", "hr"],
      ["correction-for-nobody", "C", "hr"],
    ]);
  });
});
