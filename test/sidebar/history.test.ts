/** Undo and redo of a draft. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { edit, type History, redo, startHistory, undo } from "../../src/sidebar/history";

describe("history", () => {
  it("takes back a typed number as one step, not digit by digit", () => {
    let history = startHistory("0");
    for (const text of ["1", "11", "115"]) history = edit(history, text, "threshold");
    expect(undo(history).now).toBe("0");
  });

  it("keeps edits of two fields apart", () => {
    const history = edit(edit(startHistory("0"), "a", "one"), "b", "two");
    expect(undo(history).now).toBe("a");
  });

  it("starts a new step for the same field after an undo", () => {
    const history = edit(undo(edit(startHistory("0"), "a", "one")), "b", "one");
    expect(history.past).toEqual(["0"]);
  });

  it("does nothing where there is nothing to undo or redo", () => {
    const history = startHistory("0");
    expect(undo(history)).toBe(history);
    expect(redo(history)).toBe(history);
  });

  it("forgets what was undone once something else is typed", () => {
    const history = edit(undo(edit(startHistory("0"), "a")), "b");
    expect(redo(history).now).toBe("b");
  });

  it("gives every state back in order, both ways", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 30 }), (values) => {
        const states = values.map((value, index) => ({ value, index }));
        let history: History<{ value: number; index: number }> = startHistory({ value: 0, index: -1 });
        const first = history.now;
        for (const state of states) history = edit(history, state);
        for (const state of [...states].reverse()) {
          expect(history.now).toBe(state);
          history = undo(history);
        }
        expect(history.now).toBe(first);
        for (const state of states) {
          history = redo(history);
          expect(history.now).toBe(state);
        }
      }),
    );
  });
});
