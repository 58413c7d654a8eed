import { useRef, useState } from "preact/hooks";
import type { Action, Answer, Api, Refusal } from "../api/contract";
import { useKeyedEffect } from "./keyed-effect";
import { usePage } from "./page-context";
import type { Asked } from "./server";

/** What is known of an answer: the last good one stays while a newer one is awaited. */
export interface Loaded<Name extends Action> {
  readonly answer: Api[Name]["answer"] | null;
  readonly refusal: Refusal | null;
  readonly busy: boolean;
  readonly again: () => void;
  /** Takes an answer that came with another one. */
  readonly take: (answer: Api[Name]["answer"]) => void;
}

/** Whether an answer is one, and not a refusal. */
export function isGood<Name extends Action>(answer: Answer<Name>): answer is Api[Name]["answer"] {
  return answer.ok === true;
}

interface Heard<Name extends Action> {
  readonly answer: Api[Name]["answer"] | null;
  readonly refusal: Refusal | null;
  readonly key: string;
}

/**
 * Asks the server whenever the request, the language or the workbook changes; `delay` milliseconds
 * after the last change, so that typing asks once. A null request asks nothing. Answers that come
 * late, after a newer request, are dropped.
 */
export function useAsk<Name extends Action>(
  action: Name,
  request: Asked<Name> | null,
  delay = 0,
): Loaded<Name> {
  const { ask, lang, revision } = usePage();
  const [turn, setTurn] = useState(0);
  const [heard, setHeard] = useState<Heard<Name>>({ answer: null, refusal: null, key: "" });
  const key = request === null ? "" : JSON.stringify([request, lang, revision, turn]);
  const newest = useRef(key);
  newest.current = key;
  useKeyedEffect(() => {
    if (request === null) return undefined;
    const timer = setTimeout(async () => {
      const answer = await ask(action, request);
      if (newest.current !== key) return;
      if (isGood(answer)) setHeard({ answer, refusal: null, key });
      else setHeard((before) => ({ answer: before.answer, refusal: answer as Refusal, key }));
    }, delay);
    return () => clearTimeout(timer);
  }, key);
  const busy = key !== "" && heard.key !== key;
  const take = (answer: Api[Name]["answer"]) => setHeard({ answer, refusal: null, key });
  return { answer: heard.answer, refusal: heard.refusal, busy, again: () => setTurn(turn + 1), take };
}
