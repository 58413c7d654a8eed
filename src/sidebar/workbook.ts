import { useRef, useState } from "preact/hooks";
import type { Refusal, StateAnswer } from "../api/contract";
import type { Lang } from "../text/template";
import { isGood } from "./asking";
import { useKeyedEffect } from "./keyed-effect";
import type { Page, Pane } from "./page-context";

/** What is known of the workbook. */
interface Workbook {
  /** Null until the first answer. */
  readonly state: StateAnswer | null;
  readonly refusal: Refusal | null;
  /** Grows when panes have to read again. */
  readonly revision: number;
  /** The page wrote to the workbook: everything is read anew. */
  readonly touched: () => void;
  /** Asks whether somebody else wrote to it; panes read anew only then. */
  readonly lookAgain: () => void;
}

/** What the workbook is, read anew after each change of it; `given` is the month given by hand, or blank. */
export function useWorkbook(ask: Page["ask"], lang: Lang, given: string): Workbook {
  const [heard, setHeard] = useState<Pick<Workbook, "state" | "refusal">>({ state: null, refusal: null });
  const [turn, setTurn] = useState(0);
  const [revision, setRevision] = useState(0);
  // Counts requests: only the newest one's answer is taken.
  const sent = useRef(0);
  const waiting = useRef(false);
  const read = async (take: (answer: StateAnswer) => void, refuse: (refusal: Refusal) => void) => {
    const mine = ++sent.current;
    waiting.current = true;
    const answer = await ask("state", given === "" ? {} : { month: given });
    if (mine !== sent.current) return;
    waiting.current = false;
    if (isGood(answer)) take(answer);
    else refuse(answer as Refusal);
  };
  useKeyedEffect(() => {
    void read(
      (state) => setHeard({ state, refusal: null }),
      (refusal) => setHeard(({ state }) => ({ state, refusal })),
    );
    return undefined;
  }, `${lang} ${turn} ${given}`);
  const lookAgain = () => {
    const { state: old } = heard;
    if (!old || waiting.current) return;
    const before = sent.current;
    void isUnchanged(ask, old.mark).then((same) => {
      // Meanwhile the page itself may have asked anew.
      if (!same && before === sent.current) compare(old);
    });
  };
  const compare = (old: StateAnswer) =>
    void read(
      (state) => {
        if (JSON.stringify(state) === JSON.stringify(old)) return;
        setHeard({ state, refusal: null });
        if (state.seen !== old.seen) setRevision((before) => before + 1);
      },
      // What was asked in passing fails in silence: the panes say so when they ask.
      () => undefined,
    );
  const touched = () => {
    setTurn((before) => before + 1);
    setRevision((before) => before + 1);
  };
  return { ...heard, revision, touched, lookAgain };
}

/** Whether the workbook is the one of an answer still; this costs no computation of the month. */
async function isUnchanged(ask: Page["ask"], mark: string | undefined): Promise<boolean> {
  if (mark === undefined) return false;
  const answer = await ask("changes", { mark });
  return isGood(answer) && !answer.changed;
}

/** Milliseconds until it is asked, so that what the pane itself asks for goes first. */
const AFTER = 300;

/**
 * Looks again when the page gets the focus and when a pane is shown: somebody may have pasted, edited or run
 * the menu meanwhile, and the sheet tells a sidebar nothing.
 */
export function useLookingAgain(pane: Pane, lookAgain: () => void): void {
  const newest = useRef(lookAgain);
  newest.current = lookAgain;
  useKeyedEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => newest.current(), AFTER);
    };
    soon();
    window.addEventListener("focus", soon);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("focus", soon);
    };
  }, pane);
}
