/**
 * A value with what it was before and what was undone. Edits of the same `field` in a row are one
 * step, so that undo takes back a typed number and not its last digit.
 */
export interface History<Value> {
  readonly now: Value;
  readonly past: readonly Value[];
  readonly future: readonly Value[];
  readonly field: string | null;
}

/** Steps that can be undone; older ones are forgotten, so that a long day does not fill the memory. */
const MOST_STEPS = 200;

/** A history without any step. */
export function startHistory<Value>(now: Value): History<Value> {
  return { now, past: [], future: [], field: null };
}

/** The history after an edit. `field` names the field that is typed in; null ends the run of one field. */
export function edit<Value>(
  history: History<Value>,
  now: Value,
  field: string | null = null,
): History<Value> {
  if (now === history.now) return history;
  const continues = field !== null && field === history.field && history.past.length > 0;
  const past = continues ? history.past : [...history.past, history.now].slice(-MOST_STEPS);
  return { now, past, future: [], field };
}

/** Takes back the last step; the same history where there is none. */
export function undo<Value>(history: History<Value>): History<Value> {
  const before = history.past[history.past.length - 1];
  if (before === undefined) return history;
  return {
    now: before,
    past: history.past.slice(0, -1),
    future: [history.now, ...history.future],
    field: null,
  };
}

/** Does again what was undone last; the same history where nothing was. */
export function redo<Value>(history: History<Value>): History<Value> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { now: next, past: [...history.past, history.now], future, field: null };
}
