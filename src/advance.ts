/** Takes a month through its life: generated, checked, approved and locked, paid, reopened. */
import type { ClosingMonth } from "./closing";
import type { Grid } from "./engine/grid";
import type { RunResult } from "./engine/result";
import { RUNS_TAB, type RunRow } from "./life/runs";
import { isLocked, type Step } from "./life/states";
import { describeMonth } from "./month";
import type { OutputKind, TabDescription } from "./report/tab";
import { wallClock } from "./sheets/dates";
import type { Services } from "./sheets/surface";
import { type Beside, type CommitOutcome, commitTabs, NOTHING_BESIDE } from "./sheets/writer";
import { shownTabs } from "./shown-tabs";
import { type Asking, planStep, recordOf, STATES } from "./steps";
import type { Told } from "./text/message";
import type { Lang } from "./text/template";

/** The tabs of a month, in the order in which they are written. */
export const ALL_KINDS: readonly OutputKind[] = [
  "scorecard",
  "dashboard",
  "payroll",
  "payslips",
  "statements",
  "checks",
];

/** What a step came to. `tabs` are those that were written, in the month's new state. */
export type Advanced =
  | {
      readonly ok: true;
      readonly month: ClosingMonth;
      readonly tabs: readonly TabDescription[];
      readonly outcome: CommitOutcome;
      /** What Runs records of it; absent for a look and where nothing is recorded. */
      readonly row?: RunRow;
    }
  | { readonly ok: false; readonly told: Told };

/** A step as somebody asks for it. */
export interface Wanted {
  readonly step: Step;
  /** Why; needed to reopen. */
  readonly reason: string;
  /** The language of the person. */
  readonly lang: Lang;
  /** The tabs to write; `active` is shown at the end. */
  readonly kinds: readonly OutputKind[];
  readonly active: OutputKind;
  /** False for a rehearsal, which leaves no row in Runs: the command line has nobody to name. */
  readonly isRecorded?: boolean;
}

/**
 * Takes a computed month one step further: its tabs are written in its new state, then the
 * step is recorded. Refused, with words for the person, where the step may not follow, where rules or
 * data changed since what is to be judged was generated, and where somebody else was faster.
 * Generating without Payroll, or unrecorded, is a look at the figures: it is refused for a locked
 * month like any other, but it is no step.
 */
export function advance(
  services: Services,
  grids: readonly Grid[],
  month: ClosingMonth,
  wanted: Wanted,
): Advanced {
  const isUnrecorded = wanted.isRecorded === false || !wanted.kinds.includes("payroll");
  const isLook = wanted.step === "generate" && isUnrecorded;
  const seen = topsOf(grids);
  const written = new WrittenTabs(month, STATES[wanted.step], wanted.kinds);
  if (isLook && !isLocked(month.standing) && !month.lost)
    return write(services, written, wanted.active, { ...NOTHING_BESIDE, seen });
  const asking = { ...askingOf(services, wanted), shown: () => shownTabs(written.tabs) };
  const planned = planStep(month, wanted.step, grids, asking);
  if (!planned.ok) return { ok: false, told: { code: planned.code, values: planned.values } };
  const done = write(services, written, wanted.active, { ...planned.beside, seen });
  return done.ok ? { ...done, row: planned.row } : done;
}

function topsOf(grids: readonly Grid[]): ReadonlyMap<string, string> {
  return new Map(grids.map(({ name, rows }) => [name, String(rows[0]?.[0] ?? "")]));
}

/** A month in the state that its tabs say, with the tabs: described when they are asked for, once. */
class WrittenTabs {
  private described: readonly TabDescription[] | undefined;

  constructor(
    private readonly before: ClosingMonth,
    private readonly state: RunResult["state"],
    private readonly kinds: readonly OutputKind[],
  ) {}

  get month(): ClosingMonth {
    const { view } = this.before;
    return { ...this.before, view: { ...view, result: { ...view.result, state: this.state } } };
  }

  get tabs(): readonly TabDescription[] {
    const locked = this.state === "approved" || this.state === "paid";
    this.described ??= describeMonth(this.month.view, this.kinds).map((tab) => ({ ...tab, locked }));
    return this.described;
  }
}

function write(
  services: Services,
  { month, tabs }: WrittenTabs,
  active: OutputKind,
  beside: Beside,
): Advanced {
  const outcome = commitTabs(services, tabs, active, beside);
  const refused = refusalOfTabs(outcome, month.standing.month);
  return refused ? { ok: false, told: refused } : { ok: true, month, tabs, outcome };
}

/**
 * Writes the tabs of a locked month again as they were locked, whatever was typed over them since; HR's own columns
 * stay. That is no step: nothing is recorded, and the month stays where it is.
 */
export function restoreTabs(services: Services, month: ClosingMonth, lang: Lang): Advanced {
  const { standing, isStored, runRows } = month;
  const values = { month: standing.month };
  const { state } = standing;
  if (state !== "approved" && state !== "paid")
    return { ok: false, told: { code: "life.not-locked", values } };
  if (!isStored) return { ok: false, told: { code: "snapshot-lost", values } };
  const watched = { tab: recordOf(RUNS_TAB, lang, []), rows: runRows };
  return write(services, new WrittenTabs(month, state, ALL_KINDS), "payroll", { records: [], watched });
}

/** The message of a commit that did not take place; null for one that did. */
export function refusalOfTabs(outcome: CommitOutcome, month = ""): Told | null {
  switch (outcome.kind) {
    case "done":
      return null;
    case "busy":
      return { code: "run.busy" };
    case "overtaken":
      return { code: "life.overtaken", values: { month } };
    case "taken":
      return { code: "write.tab-taken", tab: outcome.tab };
    case "protected":
      return { code: "write.tab-protected", tab: outcome.tab };
    case "formula":
      return { code: "write.text-became-formula", tab: outcome.tab };
  }
}

function askingOf(services: Services, { reason, lang }: Wanted): Omit<Asking, "shown"> {
  const zone = services.SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  const by = services.Session.getActiveUser().getEmail();
  return { by, at: wallClock(new Date(), zone), reason: reason.trim(), lang };
}
