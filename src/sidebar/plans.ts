import { useRef, useState } from "preact/hooks";
import type { Conflict, FieldProblem, PlanModel, Refusal, RulesAnswer, UndoToken } from "../api/contract";
import { isGood } from "./asking";
import { type Change, listChanges } from "./changes";
import { checkDraft } from "./check";
import { forServer, pagePath } from "./draft";
import type { Editing } from "./editing";
import { useKeyedEffect } from "./keyed-effect";
import type { Page } from "./page-context";
import type { Kept } from "./session";
import { parseFrom } from "./typed";
import {
  discardWork,
  editWork,
  keepMine,
  keepTheirs,
  openWork,
  redoWork,
  refreshWork,
  savedWork,
  undoWork,
  type Work,
  type Works,
  workKey,
} from "./works";

/** How the last save went. */
export type SaveState =
  | { readonly kind: "idle" | "saving" | "refused" }
  | {
      readonly kind: "failed";
      /** What failed: after a failed undo the rules are saved and nothing typed is waiting. */
      readonly what: "save" | "undo";
      readonly refusal: Refusal;
      readonly again: () => void;
    }
  | { readonly kind: "conflict"; readonly conflict: Conflict }
  | { readonly kind: "saved"; readonly message: string; readonly undo: UndoToken | null };

/** The plan in view with its draft, and everything that can be done with it. */
export interface Plans {
  readonly plan: string;
  readonly works: Works;
  readonly editing: Editing | null;
  readonly refusal: Refusal | null;
  readonly changes: readonly Change[];
  /** All problems of the draft, for the fields. */
  readonly problems: readonly FieldProblem[];
  /** The errors for the summary above the form: only after a save was tried. */
  readonly summary: readonly FieldProblem[];
  /** Grows with each refused save, so that the summary takes the focus again. */
  readonly turn: number;
  readonly saving: SaveState;
  /** The beginning as it stands in the field. */
  readonly fromText: string;
  readonly isNewVersion: boolean;
  readonly openPlan: (plan: string) => void;
  readonly openVersion: (from: string) => void;
  readonly choosePerson: (person: string) => void;
  readonly chooseProfile: (profile: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly discard: () => void;
  readonly save: () => void;
  readonly undoSave: (token: UndoToken) => void;
  readonly takeTheirs: (conflict: Conflict) => void;
  readonly takeMine: (conflict: Conflict) => void;
  readonly closeNotice: () => void;
  readonly reload: () => void;
}

/** A day of a version as people type it: `2026-11` for the first of a month; blank for always. */
export function showFrom(from: string | null): string {
  return from === null ? "" : from.replace(/^(\d{4}-\d{2})-01$/, "$1");
}

/** The draft as it is sent: without the page's ids; a plan of people, by `person` where they are there. */
function editingOf(work: Work, change: Editing["change"], person: string, profile: string): Editing {
  const { facts, base, history } = work;
  const first = facts.people.find((each) => !each.held) ?? facts.people[0];
  const chosen = facts.people.some((each) => each.person === person) ? person : (first?.person ?? "");
  return { draft: history.now, base, facts, change, person: chosen, profile };
}

interface Opened {
  readonly plan: string;
  readonly from: string | null | undefined;
}

/** Everything around the plan in view. It lives in the shell, so that no switch of pane loses it. */
export function usePlans(page: Page, kept: Kept | null): Plans {
  const [works, setWorks] = useState<Works>({});
  const [opened, setOpened] = useState<Opened | null>(null);
  const [person, choosePerson] = useState("");
  const [profile, chooseProfile] = useState("normal");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [tries, setTries] = useState(0);
  const first = page.state?.plans[0]?.plan;
  const plan = opened?.plan ?? first ?? "";
  const key = workKey(plan, opened?.from);
  const work = works[key] ?? null;
  const update = (change: (work: Work) => Work) =>
    setWorks((all) => (all[key] ? { ...all, [key]: change(all[key]) } : all));
  const saver = useSaving(page, work, update);
  useRules(page, plan, opened?.from, tries, (answer) => {
    setRefusal(isGood(answer) ? null : (answer as Refusal));
    if (!isGood(answer)) return;
    setWorks((all) => {
      const old = all[key];
      return { ...all, [key]: old ? refreshWork(old, answer) : openWork(answer, kept?.drafts[key]) };
    });
  });
  const draft = work?.history.now;
  const local = work && draft ? checkDraft(draft, tablesOfBase(work), page.lang) : [];
  const problems = [...local, ...saver.problems];
  const change = (next: PlanModel, field: string | null = null) => {
    saver.edited();
    update((old) => editWork(old, next, field));
  };
  const open = (to: Opened) => {
    saver.reset();
    setOpened(to);
  };
  return {
    plan,
    works,
    editing: work && editingOf(work, change, person, profile),
    refusal,
    changes: work && draft ? listChanges(work.base, draft) : [],
    problems,
    summary: saver.state.kind === "refused" ? problems.filter(({ severity }) => severity === "error") : [],
    turn: saver.turn,
    saving: saver.state,
    fromText: fromTextOf(draft),
    isNewVersion: draft !== undefined && work !== null && isOtherFrom(draft.from, work.base.from),
    openPlan: (to) => open({ plan: to, from: undefined }),
    openVersion: (from) => open({ plan, from: parseFrom(from) }),
    choosePerson,
    chooseProfile,
    undo: () => update(undoWork),
    redo: () => update(redoWork),
    canUndo: (work?.history.past.length ?? 0) > 0,
    discard: () => {
      saver.reset();
      update(discardWork);
    },
    save: () => saver.save(local),
    undoSave: saver.undoSave,
    takeTheirs: (conflict) => {
      saver.reset();
      update((old) => keepTheirs(old, conflict));
    },
    takeMine: (conflict) => {
      const mine = work && keepMine(work, conflict);
      update((old) => keepMine(old, conflict));
      if (mine) saver.send(mine);
    },
    closeNotice: saver.reset,
    reload: () => setTries(tries + 1),
  };
}

/** Facts of the tables that the draft was made from: one that somebody added since is not one left out. */
function tablesOfBase({ base, facts }: Work): RulesAnswer["tables"] {
  return facts.tables.filter(({ table }) => base.tables.some(({ id }) => id === table));
}

function fromTextOf(draft: PlanModel | undefined): string {
  return showFrom(draft?.from ?? null);
}

function isOtherFrom(typed: string | null, base: string | null): boolean {
  return (parseFrom(typed ?? "") ?? null) !== base;
}

type RulesReply = RulesAnswer | Refusal;

/** Reads the rules of a plan whenever the plan, the month, the language or the workbook changes. */
function useRules(
  page: Page,
  plan: string,
  from: string | null | undefined,
  tries: number,
  take: (answer: RulesReply) => void,
): void {
  const key = JSON.stringify([plan, from, page.month, page.lang, page.revision, tries]);
  const newest = useRef(key);
  newest.current = key;
  useKeyedEffect(() => {
    if (plan === "" || page.month === "") return undefined;
    const version = from === undefined ? {} : { from };
    page.ask("rules", { plan, ...version, month: page.month }).then((answer) => {
      if (newest.current === key) take(answer);
    });
    return undefined;
  }, key);
}

/** Sending a draft, and what came of it. */
function useSaving(page: Page, work: Work | null, update: (change: (work: Work) => Work) => void) {
  const [state, setState] = useState<SaveState>({ kind: "idle" });
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [turn, setTurn] = useState(0);
  const reset = () => {
    setState({ kind: "idle" });
    setProblems([]);
  };
  const refuse = (found: readonly FieldProblem[]) => {
    setProblems(found);
    setState({ kind: "refused" });
    setTurn((before) => before + 1);
  };
  const fail = (refusal: Refusal, draft: PlanModel, again: () => void) => {
    if (refusal.conflict) setState({ kind: "conflict", conflict: refusal.conflict });
    else if (refusal.problems?.length) {
      refuse(refusal.problems.map((each) => ({ ...each, field: pagePath(draft, each.field) })));
    } else setState({ kind: "failed", what: "save", refusal, again });
  };
  const send = async (sent: Work) => {
    const { history, base, fingerprints } = sent;
    setState({ kind: "saving" });
    const draft = history.now;
    const month = page.month === "" ? {} : { month: page.month };
    const answer = await page.ask("saveRules", { draft: forServer(draft), base, fingerprints, ...month });
    if (!isGood(answer)) return fail(answer, draft, () => void send(sent));
    const { model, message, undo } = answer;
    if (model) update((old) => savedWork(old, model, answer.fingerprints));
    setProblems([]);
    setState({ kind: "saved", message, undo });
    page.announce(message);
    page.touched();
  };
  const undoSave = async (token: UndoToken) => {
    setState({ kind: "saving" });
    const answer = await page.ask("undoSave", { undo: token });
    if (!isGood(answer)) {
      const again = () => void undoSave(token);
      return setState({ kind: "failed", what: "undo", refusal: answer, again });
    }
    setState({ kind: "saved", message: answer.message, undo: null });
    page.announce(answer.message);
    page.touched();
  };
  const save = (local: readonly FieldProblem[]) => {
    if (!work || state.kind === "saving") return;
    if (local.some(({ severity }) => severity === "error")) refuse([]);
    else void send(work);
  };
  const edited = () => {
    if (state.kind === "saved") setState({ kind: "idle" });
  };
  return { state, problems, turn, reset, edited, save, send, undoSave };
}
