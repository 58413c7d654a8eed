/** Where a month stands and its next step, for the sidebar and the menu. */
import { ALL_KINDS, advance } from "../advance";
import type { ClosingMonth } from "../closing";
import { isLocked, type Step } from "../life/states";
import type { Services } from "../sheets/surface";
import { showsOther } from "../steps";
import type { LifeAnswer, Refusal } from "./contract";
import type { Desk } from "./desk";
import { refusal } from "./desk";

const NEXT = { none: null, draft: "check", checked: "approve", approved: "pay", paid: null } as const;
const STEPS: readonly Step[] = ["check", "approve", "pay", "reopen"];

/** Where the desk's month stands. */
export function describeLife({ closing }: Desk): LifeAnswer {
  return lifeOf(closing);
}

/** A month's standing with its figures as they come out now. */
export function lifeOf(closing: ClosingMonth): LifeAnswer {
  const { standing, view, runs, questions } = closing;
  const { result } = view;
  const steps = runs.filter(({ month }) => month === standing.month);
  const isShown = !isLocked(standing) && steps.some(({ action }) => action === "generated");
  return {
    ok: true,
    month: standing.month,
    state: standing.state,
    by: standing.last?.by ?? "",
    at: standing.last?.at ?? "",
    next: NEXT[standing.state],
    isStale: isShown && showsOther(closing),
    people: result.people.length,
    held: result.people.filter(({ held }) => held).length,
    total: result.total.toFixed(2),
    ...(questions.length > 0 ? { questions: questions.map(askedOf) } : {}),
    log: steps.map(({ action, by, at, reason }) => ({ action, by, at, reason })),
  };
}

function askedOf({ person, line, question, tab, row }: ClosingMonth["questions"][number]) {
  return { person, line, question, at: { tab, cell: `${row}:${row}` } };
}

/** The step that a request names; null for anything else. */
export function stepOf(text: string): Step | null {
  return STEPS.find((step) => step === text) ?? null;
}

/** Takes the desk's month a step further, with its tabs written in the new state. */
export function takeStep(services: Services, desk: Desk, step: Step, reason: string): LifeAnswer | Refusal {
  const wanted = { step, reason, lang: desk.lang, kinds: ALL_KINDS, active: "payroll" } as const;
  const advanced = advance(services, desk.grids, desk.closing, wanted);
  if (!advanced.ok) return refusal(advanced.told, desk.lang);
  const { state } = advanced.month.view.result;
  return { ...lifeOf(desk.closing), state, next: NEXT[state] };
}
