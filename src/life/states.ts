import type { RunResult } from "../engine/result";
import type { RunAction, RunRow } from "./runs";

/** Where a month stands. A month of which nothing is recorded is `none`. */
export type MonthState = "none" | RunResult["state"];

/** The state of a month with the rows of `Runs` that brought it there. */
export interface MonthStanding {
  readonly month: string;
  readonly state: MonthState;
  /** The row that approved the month, where it is locked: its run is the one whose figures count. */
  readonly approved: RunRow | null;
  /** The row of the last step. */
  readonly last: RunRow | null;
  /** Who set the month to checked since it was last generated; blank for nobody. */
  readonly checkedBy: string;
}

/** A step that somebody asks for. */
export type Step = "generate" | "check" | "approve" | "pay" | "reopen";

/** Whether a step may be taken; if not, the code of the message that says why and what to do. */
export type StepAnswer = { readonly ok: true } | { readonly ok: false; readonly code: string };

const AFTER: Readonly<Record<RunAction, MonthState>> = {
  generated: "draft",
  checked: "checked",
  approved: "approved",
  paid: "paid",
  reopened: "draft",
};

const FROM: Readonly<Record<Step, readonly MonthState[]>> = {
  generate: ["none", "draft", "checked"],
  check: ["draft", "checked"],
  approve: ["checked"],
  pay: ["approved"],
  reopen: ["approved", "paid"],
};

const REFUSALS: Readonly<Record<Step, (state: MonthState) => string>> = {
  generate: () => "life.locked",
  check: (state) => (isLockedState(state) ? "life.locked" : "life.not-generated"),
  approve: (state) => (isLockedState(state) ? "life.locked" : "life.not-checked"),
  pay: (state) => (state === "paid" ? "life.already-paid" : "life.not-approved"),
  reopen: () => "life.not-locked",
};

function isLockedState(state: MonthState): boolean {
  return state === "approved" || state === "paid";
}

/** Whether a month's pay may not change any more. */
export function isLocked({ state }: MonthStanding): boolean {
  return isLockedState(state);
}

/** Where a month stands by the rows of `Runs`, which are in the order in which they were written. */
export function standingOf(rows: readonly RunRow[], month: string): MonthStanding {
  let standing: MonthStanding = { month, state: "none", approved: null, last: null, checkedBy: "" };
  for (const row of rows) {
    if (row.month !== month) continue;
    const state = AFTER[row.action];
    standing = {
      month,
      state,
      approved: row.action === "approved" ? row : isLockedState(state) ? standing.approved : null,
      last: row,
      checkedBy: row.action === "checked" ? row.by : state === "draft" ? "" : standing.checkedBy,
    };
  }
  return standing;
}

/** The months that are locked, the earliest first. */
export function lockedMonths(rows: readonly RunRow[]): MonthStanding[] {
  const months = [...new Set(rows.map(({ month }) => month))].sort();
  return months.map((month) => standingOf(rows, month)).filter(isLocked);
}

/** What a step needs to know besides the state. */
export interface StepAsked {
  /** E-mail of who asks; blank where the account does not tell it. */
  readonly by: string;
  readonly reason: string;
  /** Setting `second_person`: who checked a month may not approve it. */
  readonly secondPerson: boolean;
}

/**
 * Whether a step may follow. A month goes draft, checked, approved, paid; approved and paid are
 * locked, and only reopening with a reason leads back to draft.
 */
export function mayTake(step: Step, standing: MonthStanding, asked: StepAsked): StepAnswer {
  if (!FROM[step].includes(standing.state)) return refuse(REFUSALS[step](standing.state));
  if (step === "reopen" && asked.reason.trim() === "") return refuse("life.no-reason");
  if (step !== "approve" || !asked.secondPerson) return { ok: true };
  if (asked.by === "" || standing.checkedBy === "") return refuse("life.person-unknown");
  return asked.by.toLowerCase() === standing.checkedBy.toLowerCase()
    ? refuse("life.same-person")
    : { ok: true };
}

function refuse(code: string): StepAnswer {
  return { ok: false, code };
}
