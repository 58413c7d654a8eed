import { useRef, useState } from "preact/hooks";
import type { Refusal, StateAnswer } from "../api/contract";
import type { Lang } from "../text/template";
import { isGood } from "./asking";
import { useKeyedEffect } from "./keyed-effect";
import type { Page, Sight } from "./page-context";

/** What is known of the workbook. */
interface Workbook {
  /** Null until the first answer. */
  readonly state: StateAnswer | null;
  readonly refusal: Refusal | null;
  /** Grows when panes have to read again. */
  readonly revision: number;
  /** The page wrote to the workbook: everything is read anew. */
  readonly touched: () => void;
  /** The page took a month a step further: neither rules nor data are other than they were. */
  readonly stepped: () => void;
  /** Asks whether somebody else wrote to it; panes read anew only then. */
  readonly lookAgain: () => void;
  readonly sight: Sight;
  /** Nobody looks any more: what is in view may be old. */
  readonly rest: () => void;
}

/** What the workbook is, read anew after each change of it; `given` is the month given by hand, or blank. */
export function useWorkbook(ask: Page["ask"], lang: Lang, given: string): Workbook {
  const [heard, setHeard] = useState<Pick<Workbook, "state" | "refusal">>({ state: null, refusal: null });
  const [turn, setTurn] = useState(0);
  const [revision, setRevision] = useState(0);
  const [sight, setSight] = useState<Sight>("reading");
  // Counts requests: only the newest one's answer is taken.
  const sent = useRef(0);
  const waiting = useRef(false);
  const read = async (take: (answer: StateAnswer) => void, refuse: (refusal: Refusal) => void) => {
    const mine = ++sent.current;
    waiting.current = true;
    const answer = await ask("state", given === "" ? {} : { month: given });
    if (mine !== sent.current) return;
    waiting.current = false;
    if (isGood(answer)) setSight("current");
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
    setSight((was) => (was === "current" ? "looking" : was));
    void isUnchanged(ask, old.mark).then((same) => {
      // Meanwhile the page itself may have asked anew.
      if (before !== sent.current) return;
      setSight(same ? "current" : "reading");
      if (!same) compare(old);
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
    setSight("reading");
    setTurn((before) => before + 1);
    setRevision((before) => before + 1);
  };
  const stepped = () => setTurn((before) => before + 1);
  const rest = () => setSight((was) => (was === "current" ? "resting" : was));
  return { ...heard, revision, touched, stepped, lookAgain, sight, rest };
}

/** Whether the workbook is the one of an answer still; this costs no computation of the month. */
async function isUnchanged(ask: Page["ask"], mark: string | undefined): Promise<boolean> {
  if (mark === undefined) return false;
  const answer = await ask("changes", { mark });
  return isGood(answer) && !answer.changed;
}
