import { useState } from "preact/hooks";
import { useKeyedEffect } from "./keyed-effect";

interface Held<Value> {
  readonly value: Value;
  readonly place: string;
  /** How things stood when it came; null until that is known. */
  readonly standing: string | null;
}

/**
 * The outcome of something that was asked for, as long as it holds: it belongs to a place, as a month, and to how
 * things stood there when it came. `standing` is null while that is being read; the first one after the outcome is the
 * outcome's own, and with another one the outcome is gone.
 */
export function useOutcome<Value>(
  place: string,
  standing: string | null,
): readonly [Value | null, (value: Value | null, at?: string) => void] {
  const [held, hold] = useState<Held<Value> | null>(null);
  useKeyedEffect(
    () => {
      if (held === null || standing === null) return undefined;
      if (held.standing === null) hold({ ...held, standing });
      else if (held.standing !== standing) hold(null);
      return undefined;
    },
    JSON.stringify([standing, held?.standing, held === null]),
  );
  const isOver = held !== null && held.standing !== null && standing !== null && held.standing !== standing;
  const set = (value: Value | null, at = place) =>
    hold(value === null ? null : { value, place: at, standing: null });
  return [held === null || isOver || held.place !== place ? null : held.value, set];
}
