import { describe, expect, test } from "vitest";
import { ACTION_WORDS, nextRun, RUNS_TAB, type RunAction, type RunRow, readRuns } from "../../src/life/runs";
import {
  isLocked,
  lockedMonths,
  type MonthState,
  mayTake,
  type Step,
  standingOf,
} from "../../src/life/states";

const row = (month: string, action: RunAction, by = "hr@shop.cn", run = `${month} #1`): RunRow => ({
  month,
  action,
  run,
  by,
  at: "2026-11-02 09:00:00",
  reason: "",
  people: "",
  held: "",
  total: "",
  rules: "",
  inputs: "",
  result: "",
});

/** The shortest way to each state. */
const WAYS: Readonly<Record<MonthState, readonly RunAction[]>> = {
  none: [],
  draft: ["generated"],
  checked: ["generated", "checked"],
  approved: ["generated", "checked", "approved"],
  paid: ["generated", "checked", "approved", "paid"],
};
const at = (state: MonthState) =>
  standingOf(
    WAYS[state].map((action) => row("2026-10", action)),
    "2026-10",
  );
const ask = { by: "boss@shop.cn", reason: "late refunds", secondPerson: false };

describe("the states of a month", () => {
  test.each(Object.keys(WAYS) as MonthState[])("%s is reached", (state) => {
    expect(at(state).state).toBe(state);
    expect(isLocked(at(state))).toBe(state === "approved" || state === "paid");
  });

  const table: Readonly<Record<Step, Readonly<Record<MonthState, string>>>> = {
    generate: { none: "ok", draft: "ok", checked: "ok", approved: "life.locked", paid: "life.locked" },
    check: {
      none: "life.not-generated",
      draft: "ok",
      checked: "ok",
      approved: "life.locked",
      paid: "life.locked",
    },
    approve: {
      none: "life.not-checked",
      draft: "life.not-checked",
      checked: "ok",
      approved: "life.locked",
      paid: "life.locked",
    },
    pay: {
      none: "life.not-approved",
      draft: "life.not-approved",
      checked: "life.not-approved",
      approved: "ok",
      paid: "life.already-paid",
    },
    reopen: {
      none: "life.not-locked",
      draft: "life.not-locked",
      checked: "life.not-locked",
      approved: "ok",
      paid: "ok",
    },
  };
  test.each(
    Object.entries(table).flatMap(([step, states]) =>
      Object.entries(states).map(([state, answer]) => [step, state, answer] as const),
    ),
  )("%s from %s: %s", (step, state, answer) => {
    const said = mayTake(step as Step, at(state as MonthState), ask);
    expect(said.ok ? "ok" : said.code).toBe(answer);
  });

  test("a month that is generated again is to be checked again", () => {
    const rows = (["generated", "checked", "generated"] as const).map((action) => row("2026-10", action));
    expect(standingOf(rows, "2026-10")).toMatchObject({ state: "draft", checkedBy: "" });
  });

  test("reopening needs a reason", () => {
    expect(mayTake("reopen", at("paid"), { ...ask, reason: "  " })).toEqual({
      ok: false,
      code: "life.no-reason",
    });
  });

  test("other months do not matter", () => {
    const rows = [row("2026-09", "generated"), row("2026-10", "generated"), row("2026-09", "checked")];
    expect(standingOf(rows, "2026-10").state).toBe("draft");
  });

  test("locked months, the earliest first, with the run that counts", () => {
    const rows = [
      ...WAYS.paid.map((action) => row("2026-10", action)),
      ...WAYS.approved.map((action) => row("2026-09", action)),
      row("2026-10", "reopened"),
      ...WAYS.approved.map((action) => row("2026-10", action, "hr@shop.cn", "2026-10 #2")),
      row("2026-08", "generated"),
    ];
    expect(lockedMonths(rows).map((one) => [one.month, one.approved?.run])).toEqual([
      ["2026-09", "2026-09 #1"],
      ["2026-10", "2026-10 #2"],
    ]);
  });
});

describe("a second person", () => {
  const approve = (by: string, checkedBy = "hr@shop.cn") =>
    mayTake(
      "approve",
      standingOf([row("2026-10", "generated"), row("2026-10", "checked", checkedBy)], "2026-10"),
      { by, reason: "", secondPerson: true },
    );

  test.each([
    ["another one may", "boss@shop.cn", "hr@shop.cn", "ok"],
    ["the same may not", "hr@shop.cn", "hr@shop.cn", "life.same-person"],
    ["nor in capitals", "HR@shop.cn", "hr@shop.cn", "life.same-person"],
    ["nobody knows who asks", "", "hr@shop.cn", "life.person-unknown"],
    ["nobody knows who checked", "boss@shop.cn", "", "life.person-unknown"],
  ])("%s", (_name, by, checkedBy, answer) => {
    const said = approve(by, checkedBy);
    expect(said.ok ? "ok" : said.code).toBe(answer);
  });
});

describe("the tab Runs", () => {
  const header = RUNS_TAB.columns.map(({ en }) => en);

  test.each(["en", "zh"] as const)("is read in %s, in any order of columns", (lang) => {
    const order = [...RUNS_TAB.columns].reverse();
    const grid = {
      name: "anything",
      rows: [
        order.map((column) => column[lang]),
        order.map(({ key }) =>
          key === "month" ? "2026-10" : key === "action" ? ACTION_WORDS.approved[lang] : "x",
        ),
      ],
    };
    expect(readRuns([grid])).toMatchObject([{ month: "2026-10", action: "approved", by: "x" }]);
  });

  test("a tab without one of its columns is none, and rows of no action are left out", () => {
    expect(readRuns([{ name: "Runs", rows: [header.slice(1)] }])).toEqual([]);
    expect(readRuns([{ name: "Runs", rows: [header, ["2026-10", "danced"]] }])).toEqual([]);
  });

  test("runs of a month are counted", () => {
    expect(nextRun([], "2026-10")).toBe("2026-10 #1");
    expect(nextRun([row("2026-10", "generated", "", "2026-10 #9"), row("2026-11", "paid")], "2026-10")).toBe(
      "2026-10 #10",
    );
  });
});
