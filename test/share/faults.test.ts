/** Every call of a share failing before or after its effect, once or for good: SHARING section 8. */
import { describe, expect, it } from "vitest";
import type { Failure } from "../../src/local/guard.ts";
import { isLive, standings } from "../../src/share/records";
import { failing } from "./bench";
import { checkAlways, outcome, run, SCENES, stageOf } from "./stage";

const KINDS: readonly [when: Failure["when"], lasts: Failure["then"]][] = [
  ["before", "once"],
  ["after", "once"],
  ["before", "dead"],
  ["after", "dead"],
];

let points = 0;

describe.each(SCENES)("$name", (scene) => {
  const prepare = stageOf(scene);
  const clean = prepare();
  const { report, calls } = run(clean, scene.world, scene.pay);
  const wanted = outcome(clean);

  it("is done where nothing fails", () => {
    expect(report.stopped).toBeNull();
    expect(report.done).toBe(report.of);
    expect(wanted).toHaveLength(2);
    for (const row of standings(clean.rows)) expect(isLive(row)).toBe(row.state === "shared");
  });

  it.each(KINDS)("heals after a call that fails %s its effect, %s", (when, lasts) => {
    for (let at = 1; at <= calls; at++) {
      const stage = prepare();
      const hurt = run(stage, scene.world, scene.pay, failing(at, when, lasts));
      checkAlways(stage, hurt.tasks, hurt.report, hurt.calls);
      const again = run(stage, scene.world, scene.pay);
      checkAlways(stage, again.tasks, again.report, again.calls);
      expect(again.report.stopped, `call ${at}`).toBeNull();
      expect(outcome(stage), `call ${at}`).toEqual(wanted);
      const left = standings(stage.rows).filter(isLive);
      expect(left.every(({ state }) => state === "shared") && left.length).toBe(2);
      points++;
    }
  });
});

it("tries every call of every scene four times", () => {
  console.log(`share: ${points} fault points`);
  expect(points).toBeGreaterThan(300);
});
