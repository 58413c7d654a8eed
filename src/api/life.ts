/** Where a month stands and its next step, for the sidebar and the menu. */
import { ALL_KINDS, advance, restoreTabs } from "../advance";
import type { ClosingMonth } from "../closing";
import { type EditedTab, editedTabs } from "../edited-tabs";
import type { Exact } from "../engine/exact";
import { byHand, type PaidBefore, signedText } from "../life/paid-before";
import { isLocked, type Step } from "../life/states";
import type { Services } from "../sheets/surface";
import { changedSince, figuresOf, showsOther, standingAfter } from "../steps";
import type { Lang } from "../text/template";
import type { LifeAnswer, Refusal } from "./contract";
import type { PaidBeforeAnswer } from "./contract-month";
import type { Desk } from "./desk";
import { refusal } from "./desk";

const NEXT = { none: null, draft: "check", checked: "approve", approved: "pay", paid: null } as const;
const STEPS: readonly Step[] = ["check", "approve", "pay", "reopen"];

/** Where the desk's month stands, and what was typed over its tabs where it is locked. */
export function describeLife(services: Services, { grids, closing }: Desk): LifeAnswer {
  return lifeOf(closing, isLocked(closing.standing) ? editedTabs(services, grids, closing) : []);
}

/** A month's standing with its figures as they come out now. */
export function lifeOf(closing: ClosingMonth, edited: readonly EditedTab[] = []): LifeAnswer {
  const { standing, runs, questions, paidBefore } = closing;
  const steps = runs.filter(({ month }) => month === standing.month);
  const isShown = !isLocked(standing) && steps.some(({ action }) => action === "generated");
  return {
    ok: true,
    month: standing.month,
    state: standing.state,
    by: standing.last?.by ?? "",
    at: standing.last?.at ?? "",
    next: closing.lost && isLocked(standing) ? null : NEXT[standing.state],
    ...staleOf(closing, isShown),
    ...figuresOf(closing),
    ...(questions.length > 0 ? { questions: questions.map(askedOf) } : {}),
    ...(paidBefore ? { paidBefore: paidBeforeOf(paidBefore) } : {}),
    ...(edited.length > 0 ? { edited: edited.map(editedOf) } : {}),
    log: steps
      .filter(({ lostBut, at }) => !lostBut || at !== "")
      .map(({ action, by, at, reason }) => ({ action, by, at, reason })),
  };
}

function staleOf(closing: ClosingMonth, isShown: boolean): Pick<LifeAnswer, "isStale" | "changed"> {
  if (!isShown || !showsOther(closing)) return { isStale: false };
  const changed = changedSince(closing) ?? [];
  return { isStale: true, ...(changed.length > 0 ? { changed } : {}) };
}

function editedOf({ tab, cells }: EditedTab) {
  const [{ cell, what, found, locked } = NO_CELL] = cells;
  return { at: { tab, cell }, what, found, locked, more: cells.length - 1 };
}

const NO_CELL = { cell: "", what: "", found: "", locked: "" };

function askedOf({ person, line, question, tab, row }: ClosingMonth["questions"][number]) {
  return { person, line, question, at: { tab, cell: `${row}:${row}` } };
}

function paidBeforeOf({ row, sent, now, people, posted }: PaidBefore): PaidBeforeAnswer {
  const { more, less } = byHand(people ?? []);
  const orBlank = (amount: Exact) => (amount.isZero() ? "" : amount.toFixed(2));
  return {
    by: row.by,
    at: row.at,
    sent: sent?.toFixed(2) ?? "",
    now: now.toFixed(2),
    difference: sent ? signedText(now.minus(sent)) : "",
    more: orBlank(more),
    less: orBlank(less),
    posted: orBlank(posted),
    people:
      people?.map((one) => ({
        person: one.person,
        sent: one.sent.toFixed(2),
        now: one.now.toFixed(2),
        difference: signedText(one.difference),
      })) ?? null,
  };
}

/** The step that a request names; null for anything else. */
export function stepOf(text: string): Step | null {
  return STEPS.find((step) => step === text) ?? null;
}

/**
 * Takes the desk's month a step further, with its tabs written in the new state. The answer is what `life` would say
 * next, without reading and computing again; but for a reopened month, whose figures are those of its data of now.
 */
export function takeStep(services: Services, desk: Desk, step: Step, reason: string): LifeAnswer | Refusal {
  const wanted = { step, reason, lang: desk.lang, kinds: ALL_KINDS, active: "payroll" } as const;
  const advanced = advance(services, desk.grids, desk.closing, wanted);
  if (!advanced.ok) return refusal(advanced.told, desk.lang);
  const { closing } = desk;
  return lifeOf(advanced.row ? { ...closing, ...standingAfter(closing, advanced.row) } : closing);
}

/** Writes the tabs of a locked month again as they were locked. */
export function restoreMonthTabs(
  services: Services,
  closing: ClosingMonth,
  lang: Lang,
): LifeAnswer | Refusal {
  const restored = restoreTabs(services, closing, lang);
  return restored.ok ? lifeOf(closing) : refusal(restored.told, lang);
}
