import type { Conflict, Fingerprints, PlanModel, RulesAnswer } from "../api/contract";
import { listChanges } from "./changes";
import { edit, type History, redo, startHistory, undo } from "./history";
import type { KeptDraft } from "./session";

/** One version of a plan that is open: what is saved, what the page makes of it, and the facts around it. */
export interface Work {
  readonly facts: RulesAnswer;
  /** The rules that the draft was made from. */
  readonly base: PlanModel;
  readonly fingerprints: Fingerprints;
  readonly history: History<PlanModel>;
}

/** The open versions by `workKey`. */
export type Works = Readonly<Record<string, Work>>;

/** Names a version of a plan; absent `from`: the version in force. */
export function workKey(plan: string, from: string | null | undefined): string {
  return JSON.stringify(from === undefined ? [plan] : [plan, from]);
}

/** A version as it was just read. A draft that was kept before goes on, on the rules it was made from. */
export function openWork(facts: RulesAnswer, kept: KeptDraft | undefined): Work {
  const { model, fingerprints } = facts;
  if (!kept || kept.base.plan !== model.plan) {
    return { facts, base: model, fingerprints, history: startHistory(model) };
  }
  const history = edit(startHistory(kept.base), kept.now);
  return { facts, base: kept.base, fingerprints: kept.fingerprints, history };
}

/** The facts read anew. Without changes of one's own the rules are those that were read; else the draft stays. */
export function refreshWork(work: Work, facts: RulesAnswer): Work {
  if (hasChanges(work)) return { ...work, facts };
  return openWork(facts, undefined);
}

/** Whether anything differs from the saved rules. */
export function hasChanges(work: Work): boolean {
  return work.history.now !== work.base && listChanges(work.base, work.history.now).length > 0;
}

/** The work after an edit; see `edit` of history for `field`. */
export function editWork(work: Work, draft: PlanModel, field: string | null = null): Work {
  return { ...work, history: edit(work.history, draft, field) };
}

/** The work with its last edit taken back. */
export function undoWork(work: Work): Work {
  return { ...work, history: undo(work.history) };
}

/** The work with what was taken back last done again. */
export function redoWork(work: Work): Work {
  return { ...work, history: redo(work.history) };
}

/** The work without its changes; undo brings them back. */
export function discardWork(work: Work): Work {
  return editWork(work, work.base);
}

/** The work on rules that were saved just now. */
export function savedWork(work: Work, model: PlanModel, fingerprints: Fingerprints): Work {
  return { ...work, base: model, fingerprints, history: startHistory(model) };
}

/** Somebody else's rules, and mine given up; undo brings mine back. */
export function keepTheirs(work: Work, { theirs, fingerprints }: Conflict): Work {
  return { ...work, base: theirs, fingerprints, history: edit(work.history, theirs) };
}

/** Somebody else's rules with my changes put in, to be saved. */
export function keepMine(work: Work, { theirs, mine, fingerprints }: Conflict): Work {
  return { ...work, base: theirs, fingerprints, history: edit(work.history, mine) };
}

/** What to keep over a reload: the drafts that differ from what is saved. */
export function keptDrafts(works: Works): Record<string, KeptDraft> {
  const changed = Object.entries(works).filter(([, work]) => hasChanges(work));
  return Object.fromEntries(
    changed.map(([key, { base, history, fingerprints }]) => [key, { base, now: history.now, fingerprints }]),
  );
}
