/** The menu's step of a month whose tabs show something else than what comes out now. */
import { describe, expect, test } from "vitest";
import { askAndAdvance } from "../../src/approve";
import { done } from "../api/shop";
import type { Workbook } from "../sheets/workbook";
import { records, sheetOf, shop } from "./shop";

/** What is asked, with these answers after the month; nothing is said in passing but the last. */
function advance(wb: Workbook, button: "YES" | "NO"): { readonly asked: string; readonly state: unknown } {
  const asked: string[] = [];
  const left = [{ button: "OK" as const, text: "2026-10" }, { button }];
  wb.world.answer = ({ prompt }) => {
    asked.push(prompt);
    return left.shift() ?? { button: "CLOSE" };
  };
  const { state } = JSON.parse(askAndAdvance(wb.services)) as { state?: unknown };
  return { asked: asked.slice(1).join("\n"), state };
}

function stale(step?: "check"): Workbook {
  const wb = shop();
  done(wb, "run", { month: "2026-10" });
  if (step) done(wb, "step", { month: "2026-10", step });
  sheetOf(wb, "Sales October").values.set(4, 3, 108000);
  return wb;
}

const actions = (wb: Workbook) => records(wb, "Runs").map((row) => row[1]);

describe.each([
  ["draft", undefined, ["generated"]],
  ["checked", "check", ["generated", "checked"]],
] as const)("a month that is %s and comes out otherwise now", (_name, step, before) => {
  test("is said at once to have changed, and is generated again on Yes", () => {
    const wb = stale(step);
    const { asked, state } = advance(wb, "YES");
    expect(asked).toContain(
      "2026-10 comes out otherwise than when its payroll was generated. Changed since: Sales October. Generate it again, look through it, then go on.\n\nGenerate 2026-10 again now? Choose No to leave it as it is.",
    );
    expect(asked.includes("Mark it as checked") || asked.includes("Approve and lock it")).toBe(false);
    expect([state, actions(wb)]).toEqual(["draft", [...before, "generated"]]);
    expect(advance(wb, "NO").asked).toContain("Mark it as checked?");
  });

  test("is left as it is on No", () => {
    const wb = stale(step);
    advance(wb, "NO");
    expect(actions(wb)).toEqual(before);
  });
});
