/** When the page looks whether the workbook was changed behind it. */
import { useEffect, useRef } from "preact/hooks";
import { useKeyedEffect } from "./keyed-effect";
import type { Pane } from "./page-context";

/** Milliseconds until it is asked, so that what the pane itself asks for goes first. */
const AFTER = 300;
/** A pointer that goes to and fro asks once in so many milliseconds. */
const SELDOM = 3000;
/**
 * Milliseconds between looks while the page is in view and somebody is at work. Google tells a sidebar nothing of the
 * menu, of edits and of pasted tabs, so it has to ask. A look reads the tabs and computes nothing: a second or two of
 * one of the 30 runs that a person may have at once. No daily quota counts it, but it must not stand in the way of the
 * menu either; four a minute do not.
 */
const EVERY = 15_000;
/** Milliseconds after the last sign of somebody, in the page or by a change of the workbook, in which it goes on. */
const AWAKE = 600_000;

/** What the looking needs. */
interface Looking {
  readonly look: () => void;
  /** Nobody was there for long: nothing is asked any more until somebody is. */
  readonly rest: () => void;
  /** What was known when it was looked last; another one is a sign of somebody at work. */
  readonly mark: string;
}

/**
 * Looks when a pane is shown, when the page gets the focus, comes into view or the pointer comes to it, and every few
 * seconds while somebody is at work.
 */
export function useLooking(pane: Pane, { look, rest, mark }: Looking): void {
  const newest = useRef({ look, rest });
  newest.current = { look, rest };
  const sign = useRef(0);
  useKeyedEffect(() => {
    sign.current = performance.now();
    return undefined;
  }, mark);
  useKeyedEffect(() => {
    sign.current = performance.now();
    const timer = setTimeout(() => newest.current.look(), AFTER);
    return () => clearTimeout(timer);
  }, pane);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = 0;
    const soon = () => {
      clearTimeout(timer);
      last = performance.now();
      timer = setTimeout(() => newest.current.look(), AFTER);
    };
    const isAsleep = () => performance.now() - sign.current > AWAKE;
    const beat = setInterval(() => {
      if (document.visibilityState !== "visible") return;
      if (isAsleep()) newest.current.rest();
      else newest.current.look();
    }, EVERY);
    const onSign = () => {
      const wasAsleep = isAsleep();
      sign.current = performance.now();
      if (wasAsleep) soon();
    };
    const onPointer = () => {
      onSign();
      if (performance.now() - last > SELDOM) soon();
    };
    const onView = () => {
      if (document.visibilityState !== "visible") return;
      onSign();
      soon();
    };
    const listened = [
      [window, "focus", onView],
      [document, "visibilitychange", onView],
      [document.documentElement, "pointerenter", onPointer],
      [document, "pointermove", onSign],
      [document, "keydown", onSign],
    ] as const;
    for (const [place, name, hear] of listened) place.addEventListener(name, hear);
    return () => {
      clearTimeout(timer);
      clearInterval(beat);
      for (const [place, name, hear] of listened) place.removeEventListener(name, hear);
    };
  }, []);
}
